"""fetch: documents by symbol into a local library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.lines import line_text
from reports.messages.screen import echo, harmless


def fetch(
    symbols: Annotated[list[str], typer.Argument(metavar="SYMBOL...")],
    languages: Annotated[
        str | None, typer.Option("--languages", help="Codes parted by commas; by default the official languages.")
    ] = None,
    library: Annotated[Path, typer.Option("--library", help="The folder that keeps them.")] = Path("library"),
    metadata: Annotated[
        bool, typer.Option("--metadata", help="Ask the digital library's catalogue for title, date and vote as well.")
    ] = False,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", envvar="HEXAPLA_BASE", help="Ask another server, which has the paths of the usual ones."
        ),
    ] = None,
    config: o.Config = None,
    ui: o.Ui = "en",
    interval: Annotated[float, typer.Option("--interval", min=0.0, help="Seconds between two requests.")] = 1.0,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds to wait for an answer.")] = 30.0,
    tries: Annotated[
        int, typer.Option("--tries", min=1, max=10, help="How often to ask where the server falters.")
    ] = 4,
    deadline: Annotated[
        float | None,
        typer.Option(
            "--deadline", min=0.1, help="Seconds after which a document is given up; by default four times --timeout."
        ),
    ] = None,
) -> None:
    r"""Get documents by symbol from the Official Document System's public access; exit status 1 where one cannot be had.

    Word is asked for first, then PDF. Addresses stand in \[fetch] of hexapla.toml.

    Example: hexapla fetch E/RES/2002/19 --languages fr,en --metadata
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    from corpora.languages import available, built_in
    from corpora.resources.addresses import BASE_HINT, base_fault
    from corpora.resources.document_store import fetch as fetch_all
    from corpora.resources.ods_client import RequestPolicy
    from corpora.text.symbols import is_symbol
    from reports.pipeline.run_options import load_options

    ui = o.ui_of(ui)
    named = built_in() if languages is None else languages.split(",")
    codes = [code.strip() for code in named if code.strip()]
    unknown = [code for code in codes if code not in available()]
    if unknown or not codes:
        raise InputError("--languages", f"{languages!r}", hint=f"use {', '.join(available())}")
    if not any(map(is_symbol, symbols)):
        raise InputError(symbols[0], "is no document symbol", hint="write it as A/RES/56/1")
    if base is not None and (fault := base_fault(base)):
        raise InputError("--base", f"{base!r} {fault}", hint=BASE_HINT)
    politeness = RequestPolicy(interval, timeout, tries, pause=min(1.0, max(interval, 0.05)), deadline=deadline)
    addresses = load_options(library, config=config).settings.addresses.at(base)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("fetch", total=len(symbols) * (len(codes) + metadata))

        def on_progress(name: str) -> None:
            progress.update(task, advance=1, description=escape(harmless(name)))

        outcome = fetch_all(
            symbols,
            codes,
            library,
            addresses=addresses,
            metadata=metadata,
            politeness=politeness,
            on_progress=on_progress,
        )
    for entry in outcome.fetched:
        size = line_text(f"{entry.bytes:,} bytes", ui)
        echo(f"{entry.symbol} {entry.language}: {library / entry.file} ({size})")
    for entry in outcome.kept:
        echo(f"{entry.symbol} {entry.language}: {line_text('there already', ui)}")
    for record in outcome.records:
        echo(f"{record.symbol}: {record}")
    for line in outcome.failed:
        name, _, said = line.partition(": ")
        echo(f"{name}: {line_text(said, ui)}")
    raise typer.Exit(1 if outcome.failed else 0)
