"""review: decide findings and correct the alignment in a browser."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError
from corpora.system.faults import set_apart
from reports.cli import options as o
from reports.cli.open import OpenBrowser, Port, Reviser, made_open_folders, serve_folders
from reports.messages.lines import error_line, interface_asked
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.app.review_session import ReviewSession
    from reports.pipeline.run_options import RunOptions


def review(
    folder: Annotated[Path, typer.Argument(help="A folder of versions, as for hexapla report.")],
    port: Port = 0,
    reviser: Reviser = None,
    open_browser: OpenBrowser = True,
    merge: Annotated[
        list[Path] | None,
        typer.Option(
            "--merge", help="Take in decisions: another journal (.sqlite), an export (.json), a workbook (.xlsx, .ods)."
        ),
    ] = None,
    export: Annotated[
        list[Path] | None, typer.Option("--export", help="Write the decisions (.json) or the workbook (.xlsx) and end.")
    ] = None,
    ui: o.Ui = "en",
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
) -> None:
    """Review a folder in the browser: accept, dismiss, comment, correct the alignment. All is kept in hexapla-review.sqlite.

    FOLDER#SYMBOL names one of several resolutions. With --merge or --export nothing is served.

    Examples: hexapla review my-folder; hexapla review my-folder --merge colleague.sqlite --export decisions.xlsx
    """
    from corpora.reading import split_path
    from reports.app.places import name_of_login
    from reports.app.review_session import ReviewSession
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options
    from reports.project.discovery import symbol_in
    from reports.project.sorting import project_of_any

    ui = o.ui_of(ui)
    folder, named = split_path(folder)
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", hint="give a folder that holds fr.md, en.md, …")
    for path in export or ():
        if path.suffix.lower() not in (".json", ".xlsx"):
            raise InputError(str(path), f"no format {path.suffix!r}", hint="use .json or .xlsx")

    def options_of(place: Path) -> RunOptions:
        return load_options(place, config=config, select=select or (), ignore=ignore or (), baseline=baseline)

    options = options_of(folder)
    o.say_not_read(folder, ui)
    chosen = symbol_in(folder, named) if named else None
    open_folders = made_open_folders(options_of, ui, reviser)
    if not merge and not export:
        project_of_any(folder, options.settings.pivot, chosen)
        serve_folders(open_folders, folder, port, chosen=chosen or "", open_browser=open_browser)
        return
    with working() as on_progress:
        who = open_folders.reviser or name_of_login(getpass.getuser())
        review_session = ReviewSession(folder, options, ui, who, chosen=chosen, on_progress=on_progress)
    problems = _merge_all(review_session, merge or ())
    for path in export or ():
        _export(review_session, path)
    if problems:
        for problem in problems[:-1]:
            echo(f"hexapla: {problem}", err=True)
        raise problems[-1]


def _merge_all(review_session: ReviewSession, paths: Sequence[Path]) -> list[InputError]:
    """Take in every file that can be; returns what is wrong with the others, which took nothing in."""
    problems = []
    for path in paths:
        try:
            with set_apart(str(path)):
                _merge(review_session, path)
        except InputError as error:
            problems.append(error)
    return problems


def _merge(review_session: ReviewSession, path: Path) -> None:
    from reports.decisions.merging import merge_file

    merged = merge_file(review_session.journal, path, review_session.subjects, review_session.reviser)
    line = f"{path}: {merged.new} new"
    if merged.disputed:
        line += f", {len(merged.disputed)} disputed ({' '.join(merged.disputed)})"
    if merged.unread:
        line += f", {len(merged.unread)} not read"
    if merged.unknown:
        line += f", {len(merged.unknown)} of findings that are not there"
    echo(line)
    for problem in merged.unread:
        echo(f"hexapla: {error_line(problem, interface_asked())}", err=True)


def _export(review_session: ReviewSession, path: Path) -> None:
    from corpora.io import write_whole

    as_json = path.suffix.lower() == ".json"
    content = review_session.decisions_json() if as_json else review_session.decisions_workbook()
    write_whole(path, content)
    echo(path)
