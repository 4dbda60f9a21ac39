"""review: decide findings and correct the alignment in a browser."""

from __future__ import annotations

import getpass
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UnusableInputError
from reports.commands import options as o

if TYPE_CHECKING:
    from reports.review.room import Room


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
    from reports.asked import asked
    from reports.progress import working
    from reports.review.room import Room
    from reports.review.server import bound_socket, new_token, serve

    ui = o.ui_of(ui)
    if not folder.is_dir():
        raise UnusableInputError(str(folder), "is no folder", mend="give a folder that holds fr.md, en.md, …")
    for path in export or ():
        if path.suffix.lower() not in (".json", ".xlsx"):
            raise UnusableInputError(str(path), f"no format {path.suffix!r}", mend="use .json or .xlsx")
    wanted = asked(folder, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    with working() as tick:
        tick(folder.name)
        room = Room(folder, wanted, ui, reviser or getpass.getuser())
    for path in merge or ():
        _merge(room, path)
    for path in export or ():
        _export(room, path)
    if merge or export:
        return

    def ready(address: str) -> None:
        typer.echo(address)
        if open_browser:
            webbrowser.open(address)

    serve(room, bound_socket(port), new_token(), ready)


def _merge(room: Room, path: Path) -> None:
    from reports.review.merging import merge_file

    merged = merge_file(room.journal, path, room.subjects, room.reviser)
    line = f"{path}: {merged.new} new"
    if merged.disputed:
        line += f", {len(merged.disputed)} disputed ({' '.join(merged.disputed)})"
    if merged.unknown:
        line += f", {len(merged.unknown)} of findings that are not there"
    typer.echo(line)


def _export(room: Room, path: Path) -> None:
    from corpora.files import write_whole

    content = room.decisions_json() if path.suffix.lower() == ".json" else room.decisions_workbook()
    write_whole(path, content)
    typer.echo(path)
