"""Files that other tools take: what is read, aligned and checked for them, and which exporter writes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.reading import split_path
from corpora.resources.bitexts import is_bitext
from reports.comparison.rows import RelatedPair
from reports.decisions.decisions import Review
from reports.exporters.base import Content, Exported, ExportRequest, can_hold, exporter_for
from reports.exporters.finding_notes import notes_for
from reports.exporters.units import LEVELS
from reports.exporters.word_comments import commented
from reports.pipeline.case import Case, Result, examine
from reports.pipeline.files import case_of_files, case_of_related, review_beside
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.project import case_of_project, review_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.discovery import holds_files, text_at
from reports.project.layout import Project, open_project, project_of_files
from reports.project.selection import Selection

_WORD = ".docx"
"""The suffix of files that hold comments."""
_ARCHIVE = b"PK"
"""How such a file begins, whatever its name: documents of the United Nations are named .DOC."""


def export_files(
    files: Sequence[Path], request: ExportRequest, options: RunOptions, on_progress: ProgressCallback = silent
) -> list[Path]:
    """Read, align and check what the files or the folder hold, and write it; returns the files written.

    Raises InputError where the files are not what is asked for, or the format of ``request.output`` cannot hold them.
    """
    first, *rest = [text_at(file, options.pivot) for file in files] if request.related else files
    if request.related:
        if len(rest) != 1:
            raise InputError("export", "--related wants two resolutions", hint="give the earlier, then the later")
        exporter_for(request.output, Content.RELATED)  # a format that there is not is refused before the work
        case = case_of_related(first, rest[0], options, on_progress=on_progress)
        pair, selection = examine(case, on_progress=on_progress).only_pair()
        return export(Exported(None, Selection([], []), [(pair, selection)]), Content.RELATED, request)
    if holds_files(split_path(first)[0]):
        return _export_folder(first, request, options, on_progress)
    if not rest and not is_bitext(first):
        raise InputError("export", "one file given", hint="give a folder, or the pivot and other versions")
    exporter_for(request.output, Content.VERSIONS)
    result = examine(case_of_files(first, rest, options, on_progress=on_progress), on_progress=on_progress)
    return export(Exported(result.required_versions(), result.selection), Content.VERSIONS, request)


def _export_folder(
    folder: Path, request: ExportRequest, options: RunOptions, on_progress: ProgressCallback
) -> list[Path]:
    """A folder's versions as its review has them; a format that can hold a project takes the related resolutions as well."""
    if not can_hold(request.output, Content.PROJECT):
        exporter_for(request.output, Content.VERSIONS)
    project = open_project(folder, options.language)
    case = case_of_project(project, options, review_beside(project.folder), on_progress=on_progress)
    found = examine(case, on_progress=on_progress)
    if can_hold(request.output, Content.PROJECT):
        return export(Exported(found.versions, found.selection, found.related), Content.PROJECT, request)
    if found.versions is None:
        raise InputError(str(folder), "holds one version only", hint="give two files and --related")
    return export(Exported(found.versions, found.selection), Content.VERSIONS, request)


@dataclass(frozen=True, slots=True)
class CommentedFiles:
    """The copies with comments that were written, and the files that can have none."""

    written: list[Path]
    left_out: list[Path]


def export_comments(
    files: Sequence[Path], output: Path, options: RunOptions, ui: str, on_progress: ProgressCallback = silent
) -> CommentedFiles:
    """Write copies of a folder's Word files, or of those named, with the findings as comments, into the folder ``output``.

    What a review dismissed is left out, what it decided is said. Raises InputError where no file is a Word document, or a copy
    would take the place of its file.
    """
    first, *rest = files
    folder = not rest and holds_files(split_path(first)[0])
    project = open_project(first, options.language) if folder else project_of_files(files, options.pivot)
    texts = {code: path for code, path in project.versions.items() if _holds_comments(path)}
    if not texts:
        problem = "no file is a Word document (.docx), and comments are written into those only"
        raise InputError(str(first), problem, hint="save the versions as .docx, or export the findings as .xlsx")
    for path in texts.values():
        if (copy := output / f"{path.stem}{_WORD}").resolve() == path.resolve():
            problem = "would take the place of the file that is commented"
            raise InputError(str(copy), problem, hint="name another folder with --output")
    review = review_of_project(project)
    case = case_of_project(project, options, review, on_progress=on_progress)
    found = examine(case, on_progress=on_progress)
    written = []
    for path, content in commented_copies(project, case, found, review, ui):
        written.append(output / f"{path.stem}{_WORD}")
        write_whole(written[-1], content)
    return CommentedFiles(written, [path for code, path in project.versions.items() if code not in texts])


def commented_copies(
    project: Project, case: Case, found: Result, review: Review | None, ui: str
) -> Iterator[tuple[Path, bytes]]:
    """The Word files among a project's versions, each with its copy that has the findings as comments."""
    parts = [(None, found.selection), *found.related]
    for code, path in project.versions.items():
        if code in case.documents and _holds_comments(path):
            document = case.documents[code]
            notes = notes_for(document, found.versions, parts, review, ui)
            yield path, commented(path.read_bytes(), str(path), document, notes)


MEMORY, BITEXT, TABLE, TRACKED, COMMENTED = (
    "versions.tmx", "versions-xliff.zip", "versions.docx", "changes.docx", "comments.zip",
)  # fmt: skip
"""Files that are offered of a folder under review, beside its workbook and its decisions."""


def offered(project: Project, found: Result) -> tuple[str, ...]:
    """The names of the files that a folder under review can be saved as."""
    names: list[str] = []
    if any(_holds_comments(path) for path in project.versions.values()):
        names.append(COMMENTED)
    if found.versions is not None:
        names += [MEMORY, BITEXT, TABLE]
    if _in_one_language(found):
        names.append(TRACKED)
    return tuple(names)


def _in_one_language(found: Result) -> list[tuple[RelatedPair, Selection]]:
    """The pairs of related resolutions whose changes can be tracked."""
    return [entry for entry in found.related if entry[0].earlier.language == entry[0].later.language]


def saved_as(name: str, project: Project, case: Case, found: Result, review: Review | None, *, ui: str) -> bytes:
    """The content of one of the files that are `offered`. Raises InputError where it is none of them."""
    if name not in offered(project, found):
        raise InputError(name, "cannot be made of this folder", hint="load the page anew")
    if name == COMMENTED:
        copies = commented_copies(project, case, found, review, ui)
        return _packed([(f"{path.stem}{_WORD}", content) for path, content in copies])
    if name == TRACKED:
        given, content = Exported(None, Selection([], []), _in_one_language(found)[-1:]), Content.RELATED
    else:
        given, content = Exported(found.required_versions(), found.selection), Content.VERSIONS
    output = Path("versions.xlf" if name == BITEXT else name)
    shape = ExportRequest(output, LEVELS[0], content is Content.RELATED, columns=False, ui=ui)
    made = [(path.name, whole) for path, whole in exporter_for(output, content).files(given, shape)]
    if name == BITEXT:
        return _packed(made)
    whole = made[0][1]
    return whole.encode() if isinstance(whole, str) else whole


def _packed(files: Sequence[tuple[str, str | bytes]]) -> bytes:
    """Some files as one archive (ZIP)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


def _holds_comments(path: Path) -> bool:
    if path.suffix.lower() not in (_WORD, ".doc"):
        return False
    with path.open("rb") as file:
        return file.read(len(_ARCHIVE)) == _ARCHIVE


def export(given: Exported, content: Content, request: ExportRequest) -> list[Path]:
    """Write what is given in the format of ``request.output``'s suffix; returns the files written.

    Raises InputError for a suffix that it cannot be written as.
    """
    written = []
    for path, whole in exporter_for(request.output, content).files(given, request):
        write_whole(path, whole)
        written.append(path)
    return written
