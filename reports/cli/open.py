"""open: the local application in the browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.app.open_folders import OpenFolders
    from reports.pipeline.run_options import RunOptions

Port = Annotated[int, typer.Option("--port", help="Port on 127.0.0.1; 0 takes that of the last time, or a free one.")]
Reviser = Annotated[str | None, typer.Option("--reviser", help="Your name; by default the page asks once.")]
OpenBrowser = Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")]


def open_application(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="A folder of texts, of any names, FOLDER#SYMBOL for one of several; without it, the first page."
        ),
    ] = None,
    port: Port = 0,
    reviser: Reviser = None,
    open_browser: OpenBrowser = True,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Open the application in the browser: drop files of any name, paste a text, name a symbol of the library, go on with recent work.

    It runs on this machine alone. Without a display, as over ssh, this help is printed; --no-open serves all the same.

    Examples: hexapla open; hexapla open my-folder
    """
    if open_browser and not has_display():
        echo(context.get_help())
        return
    from corpora.reading import split_path
    from reports.pipeline.run_options import load_options
    from reports.project.discovery import symbol_in

    ui = o.ui_of(ui)
    open_folders = made_open_folders(lambda place: load_options(place, config=config), ui, reviser)
    chosen = ""
    if folder is not None:
        folder, named = split_path(folder)
        chosen = symbol_in(folder, named) if named and folder.is_dir() else ""
        o.say_not_read(folder, ui)
    serve_folders(open_folders, folder, port, chosen=chosen, open_browser=open_browser)


def made_open_folders(options: Callable[[Path], RunOptions], ui: str, reviser: str | None) -> OpenFolders:
    """The open folders of a new server; who decides is who is named, else who was named before, else nobody yet."""
    from reports.app.open_folders import OpenFolders
    from reports.app.places import RecentWork, work_folder

    memory = RecentWork(work_folder())
    return OpenFolders(memory, options, ui, reviser or memory.own("reviser"))


def serve_folders(
    open_folders: OpenFolders, folder: Path | None, port: int, *, chosen: str = "", open_browser: bool
) -> None:
    """Serve until interrupted, with a folder's page in the browser, or the first page; ``chosen`` is one of its resolutions."""
    from reports.app.server import address_of, own_place, serve

    if folder is not None and not folder.is_dir():
        raise InputError(str(folder), "is no folder", hint="give a folder that holds fr.md, en.md, …")
    made, token = own_place(open_folders.memory, port)
    address = address_of(made, token)
    if folder is not None:
        address += f"w/{open_folders.open(folder, chosen, chosen).key}/"

    def ready() -> None:
        echo(address)
        if open_browser and has_display():
            import webbrowser

            webbrowser.open(address)

    serve(open_folders, made, token, ready)


def has_display() -> bool:
    """Whether a browser can be shown to who runs the command: a terminal of their own, on a machine with a display."""
    if os.environ.get("CI") or os.environ.get("SSH_CONNECTION") or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
