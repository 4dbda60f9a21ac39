"""library: a store of texts; add to it, list, show, verify, refresh, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.library.adding import Added
    from reports.library.manifest import Signature

app = typer.Typer(
    help="A library of texts: what find, related, lineage and mandates look through.", no_args_is_help=True
)

_SHOWN = 5
"""Refusals that are printed; the others are counted."""


def _signature() -> Signature:
    from reports.library.place import signature_of
    from reports.pipeline.program import program_digest

    return signature_of(program_digest())


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders, archives, what fetch keeps.")],
    library: o.LibraryPlace = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes that read; by default one a core.")
    ] = None,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Add texts; what is there already is left alone. A run that was cut off goes on with the same command.

    A document of the same symbol and language takes the place of the earlier one.

    Example: hexapla library add akn ga-75-78.tar.xz
    """
    from reports.library.adding import add as add_all
    from reports.library.inputs import inputs_of
    from reports.library.store import writing
    from reports.pipeline.progress import working

    folder = o.library_place(library, config)
    given = inputs_of(paths)
    with working() as on_progress, writing(folder, _signature()) as writer:
        added = add_all(writer, given, workers=jobs, on_progress=on_progress)
    _tell(added, folder, o.ui_of(ui))


def _tell(added: Added, folder: Path, ui: str) -> None:
    from reports.messages.catalogue import say
    from reports.messages.lines import error_line

    echo(
        say(
            "library.added",
            ui,
            folder=str(folder),
            new=added.new,
            replaced=added.replaced,
            kept=added.kept,
            texts=added.texts,
            known=1 - added.fresh / added.texts if added.texts else 0.0,
        )
    )
    for error in added.refused[:_SHOWN]:
        echo(error_line(error, ui))
    if added.refused:
        echo(say("library.refused", ui, count=len(added.refused)))
    if added.refused and not (added.new or added.replaced or added.kept):
        raise typer.Exit(2)


@app.command("list")
def list_(
    organ: Annotated[str | None, typer.Option("--organ", help="Only this organ: GA, SC, ECOSOC …")] = None,
    since: Annotated[int | None, typer.Option("--since", help="Only from this year on.")] = None,
    until: Annotated[int | None, typer.Option("--until", help="Only up to this year.")] = None,
    library: o.LibraryPlace = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """List the documents: symbol, languages, date, title.

    Example: hexapla library list --organ SC --since 2021
    """
    from reports.library.listing import listed
    from reports.library.store import open_library

    ui = o.ui_of(ui)
    table = listed(open_library(o.library_place(library, config)), organ=organ, since=since, until=until)
    if as_json:
        o.print_json(table.to_dicts())
        return
    if table.is_empty():
        from reports.messages.catalogue import say

        echo(say("library.empty", ui), err=True)
    for row in table.iter_rows(named=True):
        echo(f"{row['symbol']:18} {row['date'] or row['year'] or '–':<10} {row['languages']:18} {row['title']}")


@app.command()
def show(
    symbol: str,
    language: o.RecordLanguage = None,
    library: o.LibraryPlace = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Show a document: what the library knows of it, and its paragraphs in one language.

    Example: hexapla library show S/RES/2699(2023) --language fr
    """
    from reports.library.listing import shown
    from reports.library.store import open_library

    o.ui_of(ui)
    found = shown(open_library(o.library_place(library, config)), symbol, language)
    if as_json:
        o.print_json({"documents": found.documents.to_dicts(), "paragraphs": found.paragraphs.to_dicts()})
        return
    for row in found.documents.iter_rows(named=True):
        echo(f"{row['symbol']} {row['language']}  {row['date'] or row['year'] or '–'}  {row['title']}  ({row['name']})")
    for row in found.paragraphs.iter_rows(named=True):
        echo(f"{row['id']:10} {row['kind']:12} {row['body']}")


@app.command()
def verify(library: o.LibraryPlace = None, ui: o.Ui = "en", config: o.Config = None) -> None:
    """Hold every file against its checksum, and the tables against each other; exit status 1 where a fault is found."""
    from reports.library.store import open_library
    from reports.library.upkeep import bytes_of
    from reports.library.upkeep import verify as look
    from reports.messages.catalogue import say
    from reports.pipeline.progress import working

    opened = open_library(o.library_place(library, config))
    with working() as on_progress:
        found = look(opened, _signature(), on_progress)
    for line in found.faults:
        echo(line)
    if found.faults:
        raise typer.Exit(1)
    echo(
        say(
            "library.whole",
            o.ui_of(ui),
            folder=str(opened.folder),
            documents=found.documents,
            paragraphs=found.paragraphs,
            bytes=bytes_of(opened),
        )
    )
    if found.of_other_program:
        echo(say("library.outdated", o.ui_of(ui), count=found.of_other_program))


@app.command()
def refresh(
    library: o.LibraryPlace = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes that read; by default one a core.")
    ] = None,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Read again, from the library's own copies, what another version of the program read."""
    from dataclasses import replace

    from reports.library.adding import add as add_all
    from reports.library.store import open_library, writing
    from reports.library.upkeep import outdated
    from reports.pipeline.progress import working

    folder, signature = o.library_place(library, config), _signature()
    before = open_library(folder)
    with working() as on_progress, writing(folder, signature) as writer:
        if before.manifest.signature.encoder != signature.encoder:
            writer.forget_vectors()
        writer.manifest = replace(writer.manifest, signature=signature)
        added = add_all(writer, outdated(before, signature), workers=jobs, anew=True, on_progress=on_progress)
    _tell(added, folder, o.ui_of(ui))


@app.command()
def remove(
    symbols: Annotated[list[str], typer.Argument(metavar="SYMBOL...")],
    library: o.LibraryPlace = None,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Take documents out, with every text and file that no other document has."""
    from reports.library.store import open_library, writing
    from reports.library.upkeep import required_symbols
    from reports.messages.catalogue import say

    folder = o.library_place(library, config)
    open_library(folder)
    with writing(folder, _signature()) as writer:
        numbers = required_symbols(writer.library, symbols)
        writer.remove(numbers)
    echo(say("library.removed", o.ui_of(ui), folder=str(folder), count=len(numbers)))
