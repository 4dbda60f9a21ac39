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
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.app.review_session import ReviewSession


def review(
    folder: Annotated[Path, typer.Argument(help="A folder of versions, as for hexapla report.")],
    port: Annotated[int, typer.Option("--port", help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    reviser: Annotated[str | None, typer.Option("--reviser", help="Your name; by default your login name.")] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    merge: Annotated[
        list[Path] | None,
        typer.Option(
            "--merge", help="Take in decisions: another journal (.sqlite), an export (.json), a workbook (.xlsx)."
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

    With --merge or --export nothing is served.

    Examples: hexapla review my-folder; hexapla review my-folder --merge colleague.sqlite --export decisions.xlsx
    """
    from reports.app.review_session import ReviewSession
    from reports.app.server import bound_socket, new_token, serve
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options

    ui = o.ui_of(ui)
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", hint="give a folder that holds fr.md, en.md, …")
    for path in export or ():
        if path.suffix.lower() not in (".json", ".xlsx"):
            raise InputError(str(path), f"no format {path.suffix!r}", hint="use .json or .xlsx")
    options = load_options(folder, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    with working() as on_progress:
        on_progress(folder.name)
        review_session = ReviewSession(folder, options, ui, reviser or getpass.getuser())
    problems = _merge_all(review_session, merge or ())
    for path in export or ():
        _export(review_session, path)
    if problems:
        for problem in problems[:-1]:
            echo(f"hexapla: {problem}", err=True)
        raise problems[-1]
    if merge or export:
        return

    def ready(address: str) -> None:
        echo(address)
        if open_browser:
            import webbrowser

            webbrowser.open(address)

    serve(review_session, bound_socket(port), new_token(), ready)


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
    if merged.unknown:
        line += f", {len(merged.unknown)} of findings that are not there"
    echo(line)


def _export(review_session: ReviewSession, path: Path) -> None:
    from corpora.io import write_whole

    content = review_session.decisions_json() if path.suffix.lower() == ".json" else review_session.decisions_workbook()
    write_whole(path, content)
    echo(path)
