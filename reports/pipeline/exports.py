"""Files that other tools take: what is read, aligned and checked for them, and which exporter writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpora.errors import InputError
from corpora.io import write_whole
from corpora.reading import split_path
from corpora.resources.bitexts import is_bitext
from reports.exporters.base import Content, Exported, ExportRequest, can_hold, exporter_for
from reports.pipeline.case import examine
from reports.pipeline.files import case_of_files, case_of_related, review_beside
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.discovery import text_at
from reports.project.layout import open_project
from reports.project.selection import Selection


def export_files(
    files: Sequence[Path], request: ExportRequest, options: RunOptions, on_progress: ProgressCallback = silent
) -> list[Path]:
    """Read, align and check what the files or the folder hold, and write it; returns the files written.

    Raises InputError where the files are not what is asked for, or the format of ``request.output`` cannot hold them.
    """
    first, *rest = [text_at(file, options.settings.pivot) for file in files] if request.related else files
    if request.related:
        if len(rest) != 1:
            raise InputError("export", "--related wants two resolutions", hint="give the earlier, then the later")
        exporter_for(request.output, Content.RELATED)  # a format that there is not is refused before the work
        case = case_of_related(first, rest[0], options, on_progress=on_progress)
        pair, selection = examine(case, on_progress=on_progress).only_pair()
        return export(Exported(None, Selection([], []), [(pair, selection)]), Content.RELATED, request)
    if split_path(first)[0].is_dir():
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
    project = open_project(folder)
    case = case_of_project(project, options, review_beside(project.folder), on_progress=on_progress)
    found = examine(case, on_progress=on_progress)
    if can_hold(request.output, Content.PROJECT):
        return export(Exported(found.versions, found.selection, found.related), Content.PROJECT, request)
    if found.versions is None:
        raise InputError(str(folder), "holds one version only", hint="give two files and --related")
    return export(Exported(found.versions, found.selection), Content.VERSIONS, request)


def export(given: Exported, content: Content, request: ExportRequest) -> list[Path]:
    """Write what is given in the format of ``request.output``'s suffix; returns the files written.

    Raises InputError for a suffix that it cannot be written as.
    """
    written = []
    for path, whole in exporter_for(request.output, content).files(given, request):
        write_whole(path, whole)
        written.append(path)
    return written
