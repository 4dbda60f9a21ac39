"""From files to findings: what the commands check, compare, lint and series do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.readers import docx
from corpora.reading import read_resolution
from corpora.resources.adoption_dates import AdoptionDates, adoption_dates_of, read_adoption_dates
from corpora.resources.bitexts import is_bitext, read_bitext
from reports.checks.base import Scope
from reports.checks.runner import check_document, check_related, check_versions, codes_in
from reports.comparison.lineage import Lineage, trace
from reports.comparison.rows import RelatedPair, Versions, compare_bitext, compare_related, compare_versions
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.run_options import RunOptions
from reports.project.selection import Selection


def distinct_languages(documents: Sequence[Resolution]) -> None:
    """Raise InputError where two documents are in one language."""
    seen: dict[str, str] = {}
    for document in documents:
        if document.language in seen:
            raise InputError(
                document.name,
                f"is in {document.language}, as {seen[document.language]} is",
                hint="give one file a language; compare two resolutions of one language with hexapla compare",
            )
        seen[document.language] = document.name


def check_files(
    pivot: Path,
    others: Sequence[Path],
    options: RunOptions | None = None,
    *,
    earlier: Sequence[Path] = (),
    on_progress: ProgressCallback = silent,
) -> tuple[Versions, Selection]:
    """Read, align and check language versions; ``earlier`` holds the versions of the related earlier resolution.

    A TMX or XLIFF file alone, or line-parallel files, are versions that are aligned already.
    """
    options = options or RunOptions()
    if is_bitext(pivot, *others):
        ready = compare_bitext(read_bitext(pivot, *others), options.settings)
        return ready, options.select(check_versions(ready))
    documents = [_read(path, on_progress) for path in (pivot, *others)]
    distinct_languages(documents)
    before = [_read(path, on_progress) for path in earlier]
    distinct_languages(before)
    on_progress(" ".join(d.language for d in documents))
    versions = compare_versions(
        documents[0],
        documents[1:],
        settings=options.settings,
        predecessor=predecessor_versions(before, documents[0].language),
    )
    return versions, options.select(check_versions(versions))


def _read(path: Path, on_progress: ProgressCallback) -> Resolution:
    on_progress(path.name)
    return read_resolution(path)


def predecessor_versions(documents: Sequence[Resolution], pivot: str) -> Versions | None:
    """The versions of an earlier resolution around the same pivot language, or around the first of them."""
    if not documents:
        return None
    first = next((d for d in documents if d.language == pivot), documents[0])
    return compare_versions(first, [d for d in documents if d is not first])


def compare_files(
    earlier: Path, later: Path | None, options: RunOptions | None = None, *, on_progress: ProgressCallback = silent
) -> tuple[RelatedPair, Selection]:
    """Read, align and check two related resolutions; a draft alone is compared with itself, its tracked changes rejected.

    Raises InputError where a draft alone holds no tracked change.
    """
    options = options or RunOptions()
    if later is None:
        require_tracked(earlier)
        first, second = (
            replace(read_resolution(earlier, before=True), name=f"{earlier} (before)"),
            read_resolution(earlier),
        )
    else:
        first, second = _read(earlier, on_progress), _read(later, on_progress)
    on_progress(f"{earlier.name} → {later.name if later else earlier.name}")
    pair = compare_related(first, second, settings=options.settings)
    return pair, options.select(check_related(pair))


def require_tracked(draft: Path) -> None:
    """Raise InputError where a file is no Word document with tracked changes."""
    data = draft.read_bytes() if draft.is_file() else b""
    if not docx.takes(data[:4096], draft.suffix.lower()):
        raise InputError(
            str(draft), "is no Word document with tracked changes", hint="give a .docx draft, or two files"
        )
    if not docx.has_changes(str(draft), data):
        raise InputError(str(draft), "holds no tracked changes", hint="give the later resolution as well")


def base_of_draft(draft: Path, issued: Path, options: RunOptions | None = None) -> tuple[RelatedPair, Selection]:
    """Compare the issued resolution with what a draft says once all its tracked changes are rejected, word for word."""
    options = options or RunOptions()
    base = read_resolution(draft, before=True)
    pair = compare_related(
        read_resolution(issued), base, settings=replace(options.settings, select=codes_in(Scope.DRAFT))
    )
    return pair, replace(options, settings=pair.settings).select(check_related(pair))


def trace_files(
    files: Sequence[Path], options: RunOptions | None = None, *, on_progress: ProgressCallback = silent
) -> tuple[Lineage, list[Selection]]:
    """Read a series of resolutions and follow its mandates; the findings of each step."""
    options = options or RunOptions()
    documents = [_read(path, on_progress) for path in files]
    on_progress(" → ".join(d.label for d in documents[:3]))
    lineage = trace(documents, options.settings)
    return lineage, [options.select(check_related(pair)) for pair in lineage.pairs]


def lint_file(
    path: Path, language: str | None, options: RunOptions | None = None, library: Path | None = None
) -> tuple[Resolution, Selection]:
    """Read one document and check it alone; ``library`` says when the documents that it cites were adopted."""
    options = options or RunOptions()
    document = read_resolution(path, language)
    place = library or options.settings.adopted
    found = check_document(document, options.settings, open_adoption_dates(place) if place else AdoptionDates())
    return document, options.select(found)


def open_adoption_dates(place: Path) -> AdoptionDates:
    """The library in a CSV file, or made from every document below a folder that can be read."""
    if not place.exists():
        raise InputError(str(place), "no such library", hint="give a folder of documents or a CSV file")
    if place.is_file():
        return read_adoption_dates(place)
    from reports.pipeline.corpus import corpus_files

    found: dict[str, Resolution] = {}
    for path in corpus_files(place):
        try:
            document = read_resolution(path)
        except InputError:
            # A folder of documents may hold letters and reports; they only do not count as resolutions.
            continue
        if document.symbol:
            found.setdefault(document.symbol, document)
    return adoption_dates_of(found)
