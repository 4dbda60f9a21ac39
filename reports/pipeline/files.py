"""Cases from files named one by one: what check, compare, base, series, lint and export are asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from dataclasses import replace
from pathlib import Path

from corpora.errors import InputError
from corpora.languages import available
from corpora.model import Resolution
from corpora.readers import is_document_name, suffixes
from corpora.reading import read_resolution
from corpora.resources.adoption_dates import AdoptionDates, adoption_dates_of, dates_of_rows, read_adoption_dates
from corpora.resources.bitexts import is_bitext, read_bitext
from corpora.system.faults import set_apart
from corpora.text_documents import read_document_alone, read_readable, read_versions, say_left_out
from reports.checks.base import Scope
from reports.checks.runner import codes_in
from reports.decisions.applying import version_pins
from reports.decisions.decisions import Review, review_of
from reports.decisions.journal import journal_beside
from reports.pipeline.case import Case, Position, RelatedDocument, by_language
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.run_options import RunOptions
from reports.project.discovery import is_own_page
from reports.project.layout import language_named


def case_of_files(
    pivot: Path,
    others: Sequence[Path],
    options: RunOptions | None = None,
    *,
    earlier: Sequence[Path] = (),
    of_folder: bool = False,
    on_progress: ProgressCallback = silent,
) -> Case:
    """Language versions, the pivot first; ``earlier`` holds the versions of the related earlier resolution.

    Of versions ``of_folder``, which nobody named one by one, those that cannot be read are left out while two are left.
    A TMX or XLIFF file alone, or line-parallel files, are versions that are aligned already. Raises InputError where a file
    cannot be used or two are in one language.
    """
    options = options or RunOptions()
    if is_bitext(pivot, *others):
        if options.language is not None:
            raise InputError("--language", "is of texts, and a bitext says its own languages", hint="leave it out")
        bitext = read_bitext(pivot, *others)
        return Case({}, bitext.languages[0], options=options, bitext=bitext)
    paths: tuple[Path, ...] = (pivot, *others)
    misplaced: dict[str, Resolution] = {}
    if of_folder:
        paths, read = readable_versions(paths, options.language, on_progress, covered=True)
        named = [options.language, *[None] * (len(paths) - 1)]
        said = [code or language_named(path) for path, code in zip(paths, named, strict=True)]
        misplaced = {c: d for c, d in zip(said, read, strict=True) if c is not None and c != d.language}
        if misplaced:
            kept = [(p, d) for p, d in zip(paths, read, strict=True) if not any(d is m for m in misplaced.values())]
            paths, read = tuple(p for p, _ in kept), [d for _, d in kept]
            _refuse_if_alone(read, misplaced)
        documents = by_language(read)
    else:
        documents = by_language(_read_all(paths, stated_languages(options.language, len(paths)), on_progress))
    before = by_language(read_one(path, on_progress) for path in earlier)
    files = dict(zip(documents, paths, strict=True))
    case = Case(documents, next(iter(documents)), predecessor=before, options=options, misplaced=misplaced)
    return reviewed(case, review_of_files(files, options.settings.pivot))


def readable_versions(
    paths: Sequence[Path],
    language: str | None = None,
    on_progress: ProgressCallback = silent,
    *,
    covered: bool = False,
) -> tuple[tuple[Path, ...], list[Resolution]]:
    """Those versions of a folder, the pivot first, that can be read, and what they say; the others are said to be left out.

    ``language`` is the pivot's, detected where there is none; with ``covered`` the others must be in one that is covered.
    Raises InputError where the pivot cannot be read, or nothing beside it.
    """
    read = read_readable(paths, stated_languages(language, len(paths)), on_progress)
    found = {path: document for path, document in zip(paths, read, strict=True) if document is not None}
    unknown = [path for path in found if covered and found[path].language not in available()]
    if unknown and unknown[0] != paths[0]:
        say_left_out(f"{path.name} (in none of the languages covered)" for path in unknown)
        # Read anew: beside a text that is no resolution the others were read as texts, too.
        return readable_versions([path for path in found if path not in unknown], language, on_progress, covered=True)
    if len(found) < 2:
        raise InputError(str(paths[0].parent), f"only {paths[0].name} can be read", hint="add another version")
    return tuple(found), _covered(list(found.values())) if covered else list(found.values())


def _refuse_if_alone(versions: Sized, misplaced: Mapping[str, Resolution]) -> None:
    """Raises InputError where nothing is left to compare without the texts that are in another language than their names say."""
    if len(versions) < 2:
        named, text = next(iter(misplaced.items()))
        hint = "name it as what it is, or add another version"
        raise InputError(text.name, f"is in {text.language}, though it is named for {named}", hint=hint)


def stated_languages(pivot: str | None, count: int) -> list[str | None]:
    """The languages of so many versions, the pivot first, of which only the pivot's may be stated."""
    return [pivot, *[None] * (count - 1)]


def _read_all(
    paths: Sequence[Path], languages: Sequence[str | None], on_progress: ProgressCallback
) -> list[Resolution]:
    """Resolutions, or any texts, by their sentences, where one of them is none.

    Raises InputError where one is in a language that is not covered.
    """
    return _covered(read_versions(paths, languages, on_progress))


def _covered(documents: list[Resolution]) -> list[Resolution]:
    for document in documents:
        if document.language not in available():
            raise InputError(
                document.name,
                f"the language is none of those covered ({', '.join(available())})",
                hint="hexapla align sets it beside another text, without checks",
            )
    return documents


def case_of_related(
    earlier: Path, later: Path, options: RunOptions | None = None, *, on_progress: ProgressCallback = silent
) -> Case:
    """Two related resolutions."""
    options = options or RunOptions()
    before, after = _read_all((earlier, later), [options.language] * 2, on_progress)
    return related_case(before, after, options)


def case_of_draft(draft: Path, issued: Path, options: RunOptions | None = None) -> Case:
    """The issued resolution and what a draft says once all its tracked changes are rejected, compared word for word."""
    options = options or RunOptions()
    base = read_resolution(draft, options.language, before=True)
    word_for_word = replace(options, settings=replace(options.settings, select=codes_in(Scope.DRAFT)))
    return related_case(read_resolution(issued, options.language), base, word_for_word)


def case_of_series(
    files: Sequence[Path], options: RunOptions | None = None, *, on_progress: ProgressCallback = silent
) -> Case:
    """A series of resolutions in the order of adoption, each compared with the next; the findings are those of each step."""
    options = options or RunOptions()
    return series_case(_read_all(files, [options.language] * len(files), on_progress), options)


def series_case(documents: Sequence[Resolution], options: RunOptions) -> Case:
    """A series of resolutions that are read already, in the order of adoption."""
    *before, last = documents
    related = tuple(RelatedDocument(document, Position.EARLIER) for document in before)
    return Case({last.language: last}, last.language, related, successive=True, options=options)


def case_of_document(
    path: Path, language: str | None = None, options: RunOptions | None = None, library: Path | None = None
) -> Case:
    """One document alone; ``library`` says when the documents that it cites were adopted."""
    return document_case(read_document_alone(path, language), options or RunOptions(), library)


def document_case(document: Resolution, options: RunOptions, library: Path | None = None) -> Case:
    """One document alone that is read already; ``library`` says when the documents that it cites were adopted."""
    place = library or options.settings.adopted
    adopted = open_adoption_dates(place) if place else AdoptionDates()
    return Case({document.language: document}, document.language, options=options, adopted=adopted)


def read_one(path: Path, on_progress: ProgressCallback, language: str | None = None) -> Resolution:
    """A resolution; ``on_progress`` is told the name of its file."""
    on_progress(path.name)
    return read_resolution(path, language)


def related_case(earlier: Resolution, later: Resolution, options: RunOptions) -> Case:
    """Two related resolutions that are read already."""
    related = (RelatedDocument(earlier, Position.EARLIER),)
    return Case({later.language: later}, later.language, related, options=options)


def review_beside(folder: Path) -> Review | None:
    """What a folder's journal comes to; None where nobody has reviewed it."""
    journal = journal_beside(folder)
    return review_of(journal.events()) if journal else None


def review_of_files(files: Mapping[str, Path], pivot: str) -> Review | None:
    """The review that holds for versions by language: that of their folder, where they are its ``fr.md``, ``en.md``, ….

    None where they lie in several folders or have other names, where ``pivot``, the folder's own, is not the first of them,
    or where nobody has reviewed the folder.
    """
    folders = {path.parent for path in files.values()}
    named = all(path.stem == code for code, path in files.items())
    if len(folders) != 1 or not named or next(iter(files)) != pivot:
        return None
    return review_beside(folders.pop())


def reviewed(case: Case, review: Review | None, *, hide: bool = True) -> Case:
    """The case with a review's pins between the versions; with ``hide`` what it dismisses is not shown."""
    if review is None:
        return case
    pins = version_pins(review, case.own, case.others)
    return replace(case, pins=pins, dismissals=review if hide else None)


def readable_files(folder: Path) -> list[Path]:
    """Every file below ``folder`` that a reader takes, in order, but for reports that were written there before.

    Raises InputError where there is none.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", hint="give a folder of language versions")
    found = sorted(p for p in folder.rglob("*") if is_document_name(p.name) and p.is_file() and not is_own_page(p))
    if not found:
        raise InputError(str(folder), "holds no file that can be read", hint=f"give files of {', '.join(suffixes())}")
    return found


def open_adoption_dates(place: Path) -> AdoptionDates:
    """The dates in a CSV file or of a library, or made from every document below a folder that can be read.

    Where a document states no day, the one that the catalogue gave when it was fetched counts.
    """
    if not place.exists():
        raise InputError(str(place), "no such library", hint="give a folder of documents or a CSV file")
    if place.is_file():
        return read_adoption_dates(place)
    from reports.library.manifest import is_library  # here, since tables are loaded with it

    if is_library(place):
        from reports.library.store import open_library

        rows = open_library(place).documents.drop_nulls("date").select("symbol", "date").iter_rows()
        return dates_of_rows(rows)
    found: dict[str, Resolution] = {}
    for path in readable_files(place):
        try:
            with set_apart(str(path)):
                document = read_resolution(path)
        except InputError:
            # A folder of documents may hold letters and reports; they only do not count as resolutions.
            continue
        if document.symbol:
            found.setdefault(document.symbol, document)
    from corpora.resources.document_store import DocumentStore

    catalogued = dates_of_rows((r.symbol, r.date) for r in DocumentStore(place).records.values())
    return AdoptionDates({**catalogued.dates, **adoption_dates_of(found).dates})
