"""Cases about drafts: what a draft stands on, a draft alone, three texts, a Word file with tracked changes as two texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.readers import docx, is_document_name, suffixes
from corpora.reading import read_resolution
from corpora.system.faults import set_apart
from reports.comparison.foundations import Foundation, foundations_of
from reports.pipeline.case import Case, Position, RelatedDocument
from reports.pipeline.files import case_of_related, read_one, readable_files, related_case
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.run_options import RunOptions


@dataclass(frozen=True, slots=True)
class Search:
    """Among how many resolutions the one that a draft stands on was looked for, which it is, and which are as near."""

    looked_in: int
    found: Foundation | None
    as_near: tuple[Foundation, ...] = ()


def case_of_texts(
    paths: Sequence[Path],
    options: RunOptions | None = None,
    *,
    among: Sequence[Path] = (),
    on_progress: ProgressCallback = silent,
) -> tuple[Case, Search | None]:
    """What one, two or three texts are compared as, and for a draft alone what it stands on.

    One: a draft, with what it stands on, or with itself where it has tracked changes. Two: an earlier and a later text; three where one
    of them is a Word file with tracked changes, which counts as two. Three: the last resolution, the draft, what was adopted.
    ``among`` are files and folders in which to look for what a draft stands on; those beside it where there are none. Raises
    InputError where a file cannot be used, or where a draft without tracked changes stands on none that was found.
    """
    options = options or RunOptions()
    if len(paths) == 1:
        return _case_of_draft_alone(paths[0], options, among, on_progress)
    if len(paths) == 2 and (texts := _split_by_changes(paths, options.language, on_progress)):
        return case_of_three(texts, options), None
    if len(paths) == 3:
        last, draft, adopted = (read_one(path, on_progress, options.language) for path in paths)
        return case_of_three((last, draft, adopted), options), None
    return case_of_related(paths[0], paths[1], options, on_progress=on_progress), None


def case_of_three(texts: tuple[Resolution, Resolution, Resolution], options: RunOptions) -> Case:
    """The last resolution, the draft, what was adopted. Raises InputError where they are not in one language."""
    last, draft, adopted = texts
    if len({text.language for text in texts}) > 1:
        raise InputError(
            adopted.name,
            f"is in {adopted.language}, the last text in {last.language}, the draft in {draft.language}",
            hint="give three texts in one language",
        )
    related = tuple(RelatedDocument(text, Position.EARLIER) for text in (last, draft))
    return Case({adopted.language: adopted}, adopted.language, related, successive=True, three=True, options=options)


def has_tracked_changes(path: Path) -> bool:
    """Whether a file is a Word document with tracked changes."""
    if not path.is_file() or path.suffix.lower() not in suffixes():
        return False
    data = path.read_bytes()
    return docx.takes(data[:4096], path.suffix.lower()) and docx.has_changes(str(path), data)


def search_foundation(
    draft: Path, among: Sequence[Path] = (), *, beside: Sequence[Path] = (), on_progress: ProgressCallback = silent
) -> Search:
    """Look for the resolution that a draft stands on: among files and folders, or in the folders of the draft and of ``beside``."""
    document = read_resolution(draft)
    before = read_resolution(draft, before=True) if has_tracked_changes(draft) else None
    return _search(draft, document, before, among, beside, on_progress)


def _case_of_draft_alone(
    draft: Path, options: RunOptions, among: Sequence[Path], on_progress: ProgressCallback
) -> tuple[Case, Search]:
    document = read_one(draft, on_progress, options.language)
    before = read_resolution(draft, options.language, before=True) if has_tracked_changes(draft) else None
    search = _search(draft, document, before, among, (), on_progress)
    if before is not None:
        return related_case(replace(before, name=f"{draft} (before)"), document, options), search
    if search.found is None:
        raise InputError(
            str(draft),
            f"has no tracked changes, and stands on none of the {search.looked_in} resolutions looked at",
            hint="name the earlier resolution as well, or look elsewhere with --among",
        )
    return related_case(search.found.resolution, document, options), search


def _split_by_changes(
    paths: Sequence[Path], language: str | None, on_progress: ProgressCallback
) -> tuple[Resolution, Resolution, Resolution] | None:
    """Three texts, where one of two files is a Word file with tracked changes that was not made on the other.

    None where neither is or both are; and where the draft, its changes rejected, is the earlier text: then there are two.
    """
    tracked = [has_tracked_changes(path) for path in paths]
    if tracked.count(True) != 1:
        return None
    one, other = (read_one(path, on_progress, language) for path in paths)
    place = tracked.index(True)
    before = replace(read_resolution(paths[place], language, before=True), name=f"{paths[place]} (before)")
    if place == 0:
        return before, one, other
    same = [p.text for p in before.all_paragraphs()] == [p.text for p in one.all_paragraphs()]
    return None if same else (one, before, other)


def _search(
    draft: Path,
    document: Resolution,
    before: Resolution | None,
    among: Sequence[Path],
    beside: Sequence[Path],
    on_progress: ProgressCallback,
) -> Search:
    files = _files_among(among) if among else _files_beside((draft, *beside))
    resolutions = list(_resolutions([f for f in files if f.resolve() != draft.resolve()], on_progress))
    found = foundations_of(document, resolutions, before)
    return Search(len(resolutions), found[0] if found else None, tuple(found[1:]))


def _files_among(places: Sequence[Path]) -> list[Path]:
    found = [path for place in places for path in ([place] if place.is_file() else readable_files(place))]
    return list(dict.fromkeys(found))


def _files_beside(paths: Sequence[Path]) -> list[Path]:
    """The files in the folders of ``paths``, not in those below, that a reader takes."""
    folders = dict.fromkeys(path.resolve().parent for path in paths)
    return [
        file
        for folder in folders
        for file in sorted(folder.iterdir())
        if file.is_file() and is_document_name(file.name)
    ]


def _resolutions(files: Sequence[Path], on_progress: ProgressCallback) -> Iterator[Resolution]:
    """What can be read of the files as a resolution; letters and reports beside a draft only do not count."""
    for file in files:
        try:
            with set_apart(str(file)):
                yield read_one(file, on_progress)
        except InputError:
            continue
