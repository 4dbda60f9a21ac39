"""From files to findings: what the commands check, compare, lint and series do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpora.bitexts import is_bitext, read_bitext
from corpora.errors import UnusableInputError
from corpora.library import Library, library_of, read_library
from corpora.model import Resolution
from corpora.readers import docx
from corpora.reading import read_resolution
from reports.asked import Asked
from reports.comparison import RelatedPair, Versions, compare_bitext, compare_related, compare_versions
from reports.lineage import Lineage, trace
from reports.progress import Tick, silent
from reports.run import check_document, check_related, check_versions
from reports.selection import Selection


def distinct_languages(documents: Sequence[Resolution]) -> None:
    """Raise UnusableInputError where two documents are in one language."""
    seen: dict[str, str] = {}
    for document in documents:
        if document.language in seen:
            raise UnusableInputError(
                document.name,
                f"is in {document.language}, as {seen[document.language]} is",
                mend="give one file a language; compare two resolutions of one language with hexapla compare",
            )
        seen[document.language] = document.name


def check_files(
    pivot: Path,
    others: Sequence[Path],
    asked: Asked | None = None,
    *,
    earlier: Sequence[Path] = (),
    tick: Tick = silent,
) -> tuple[Versions, Selection]:
    """Read, align and check language versions; ``earlier`` holds the versions of the related earlier resolution.

    A TMX or XLIFF file alone, or line-parallel files, are versions that are aligned already.
    """
    asked = asked or Asked()
    if is_bitext(pivot, *others):
        ready = compare_bitext(read_bitext(pivot, *others), asked.settings)
        return ready, asked.select(check_versions(ready))
    documents = [_read(path, tick) for path in (pivot, *others)]
    distinct_languages(documents)
    before = [_read(path, tick) for path in earlier]
    distinct_languages(before)
    tick(" ".join(d.language for d in documents))
    versions = compare_versions(
        documents[0], documents[1:], settings=asked.settings, predecessor=predecessor_of(before, documents[0].language)
    )
    return versions, asked.select(check_versions(versions))


def _read(path: Path, tick: Tick) -> Resolution:
    tick(path.name)
    return read_resolution(path)


def predecessor_of(documents: Sequence[Resolution], pivot: str) -> Versions | None:
    """The versions of an earlier resolution around the same pivot language, or around the first of them."""
    if not documents:
        return None
    first = next((d for d in documents if d.language == pivot), documents[0])
    return compare_versions(first, [d for d in documents if d is not first])


def compare_files(
    earlier: Path, later: Path | None, asked: Asked | None = None, *, tick: Tick = silent
) -> tuple[RelatedPair, Selection]:
    """Read, align and check two related resolutions; a draft alone is compared with itself, its tracked changes rejected.

    Raises UnusableInputError where a draft alone holds no tracked change.
    """
    asked = asked or Asked()
    if later is None:
        require_tracked(earlier)
        first, second = (
            replace(read_resolution(earlier, before=True), name=f"{earlier} (before)"),
            read_resolution(earlier),
        )
    else:
        first, second = _read(earlier, tick), _read(later, tick)
    tick(f"{earlier.name} → {later.name if later else earlier.name}")
    pair = compare_related(first, second, settings=asked.settings)
    return pair, asked.select(check_related(pair))


def require_tracked(draft: Path) -> None:
    """Raise UnusableInputError where a file is no Word document with tracked changes."""
    data = draft.read_bytes() if draft.is_file() else b""
    if not docx.takes(data[:4096], draft.suffix.lower()):
        raise UnusableInputError(
            str(draft), "is no Word document with tracked changes", mend="give a .docx draft, or two files"
        )
    if not docx.has_changes(str(draft), data):
        raise UnusableInputError(str(draft), "holds no tracked changes", mend="give the later resolution as well")


def base_of_draft(draft: Path, issued: Path, asked: Asked | None = None) -> tuple[RelatedPair, Selection]:
    """Compare the issued resolution with what a draft says once all its tracked changes are rejected, word for word."""
    asked = asked or Asked()
    base = read_resolution(draft, before=True)
    pair = compare_related(read_resolution(issued), base, settings=replace(asked.settings, select=("B101",)))
    return pair, replace(asked, settings=pair.settings).select(check_related(pair))


def trace_files(
    files: Sequence[Path], asked: Asked | None = None, *, tick: Tick = silent
) -> tuple[Lineage, list[Selection]]:
    """Read a series of resolutions and follow its mandates; the findings of each step."""
    asked = asked or Asked()
    documents = [_read(path, tick) for path in files]
    tick(" → ".join(d.label for d in documents[:3]))
    lineage = trace(documents, asked.settings)
    return lineage, [asked.select(check_related(pair)) for pair in lineage.pairs]


def lint_file(
    path: Path, language: str | None, asked: Asked | None = None, library: Path | None = None
) -> tuple[Resolution, Selection]:
    """Read one document and check it alone; ``library`` says when the documents that it cites were adopted."""
    asked = asked or Asked()
    document = read_resolution(path, language)
    place = library or asked.settings.library
    found = check_document(document, asked.settings, open_library(place) if place else Library())
    return document, asked.select(found)


def open_library(place: Path) -> Library:
    """The library in a CSV file, or made from every document below a folder that can be read."""
    if not place.exists():
        raise UnusableInputError(str(place), "no such library", mend="give a folder of documents or a CSV file")
    if place.is_file():
        return read_library(place)
    from reports.corpus import corpus_files

    found: dict[str, Resolution] = {}
    for path in corpus_files(place):
        try:
            document = read_resolution(path)
        except UnusableInputError:
            # A folder of documents may hold letters and reports; they only do not count as resolutions.
            continue
        if document.symbol:
            found.setdefault(document.symbol, document)
    return library_of(found)
