"""mandates: the record as a table of who is asked to do what."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from reports.cli import options as o
from reports.messages.screen import echo


def mandates(
    addressee: Annotated[
        str | None, typer.Option("--addressee", help="Of whom: words of a name, in any language.")
    ] = None,
    ask: Annotated[
        str | None,
        typer.Option(
            "--ask", help="What is asked for: report, meeting, panel, fund, observance, or words of the text."
        ),
    ] = None,
    active: Annotated[
        bool, typer.Option("--active", help="Only where nothing continues the text and the term is not over.")
    ] = False,
    on: Annotated[
        datetime | None,
        typer.Option("--on", help="The day on which they are to be active; by default today.", formats=["%Y-%m-%d"]),
    ] = None,
    organ: Annotated[str | None, typer.Option("--organ", help="Only this organ: GA, SC, ECOSOC …")] = None,
    since: Annotated[int | None, typer.Option("--since", help="Only from this year on.")] = None,
    until: Annotated[int | None, typer.Option("--until", help="Only up to this year.")] = None,
    duplicates: Annotated[
        bool,
        typer.Option("--duplicates", help="Set active requests for reports side by side that may be one made twice."),
    ] = False,
    language: o.RecordLanguage = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="How many to print; a file holds all.")] = 20,
    every: o.ShowEvery = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write all: .parquet, .csv, .json, .xlsx, or .ics for a calendar."),
    ] = None,
    library: o.LibraryPlace = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """List the mandates of the library: who is asked to do what, by when, since when, in which text last, with or without a review clause.

    Example: hexapla mandates --addressee "Secretary-General" --ask report --active -o requests.xlsx
    """
    from reports.exporters.mandate_record import check_suffix, duplicate_table, write_mandates
    from reports.exporters.tables import write_table
    from reports.library.addresses import AddressBook
    from reports.library.mandates import MandateQuery, mandates_in
    from reports.library.mandates import duplicates as pairs_of
    from reports.library.related import record_for
    from reports.library.store import open_library
    from reports.messages.catalogue import breakable, say, say_address
    from reports.messages.wording import shortened
    from reports.pipeline.progress import working

    ui = o.ui_of(ui)
    if output is not None:
        check_suffix(output)
    record = record_for(open_library(o.library_place(library, config)), languages=[language] if language else [])
    query = MandateQuery(
        addressee=addressee,
        ask=ask or ("report" if duplicates else None),
        organ=organ,
        since=since,
        until=until,
        active=active or duplicates,
        on=on.date() if on else None,
    )
    with working() as on_progress:
        table = mandates_in(record, query, on_progress)
        pairs = pairs_of(record, table) if duplicates else []
    limit = max(table.height, len(pairs)) if every else limit
    if as_json:
        o.print_json((duplicate_table(pairs) if duplicates else table).to_dicts())
        if output is None:
            return
    of_pairs = [str(side["symbol"]) for pair in pairs[:limit] for side in (pair.first, pair.second)]
    symbols = of_pairs if duplicates else list(table["symbol"].head(limit))
    book = AddressBook(record.library, symbols, record.language)

    def where(symbol: object, name: object) -> str:
        return breakable(say_address(book.find(str(symbol), str(name)), ui))

    if duplicates:
        if output is not None:
            write_table(duplicate_table(pairs), output)
        for pair in pairs[:limit]:
            echo(say("record.pair", ui, matter=pair.alike, words=pair.words))
            for side in (pair.first, pair.second):
                echo(f"  {side['symbol']}, {where(side['symbol'], side['paragraph'])}  {side['title']}")
                echo(f"    {shortened(str(side['text']), 200)}")
        echo(say("record.pairs", ui, count=len(pairs)))
    else:
        if output is not None:
            write_mandates(table, output, ui)
        for row in table.head(limit).iter_rows(named=True):
            due = ", ".join((row["dues"] or row["due"] or "").split()) or row["until"] or row["due_words"] or "–"
            life = say("record.life", ui, first=row["first_symbol"], count=row["texts"]) if row["texts"] > 1 else ""
            echo(
                f"{row['symbol']:18} {where(row['symbol'], row['mandate']):16} {shortened(row['addressee'] or '–', 28):30} "
                f"{shortened(due, 22):24} {shortened(row['text'], 90)} {life}"
            )
        echo(say("record.mandates", ui, count=table.height))
    if output is not None:
        echo(output)
