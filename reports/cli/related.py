"""related and lineage: what the record has on one topic, and what became of each mandate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo


def related(
    symbol: str,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to list.")] = 10,
    every: o.ShowEvery = False,
    language: o.RecordLanguage = None,
    library: o.LibraryPlace = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """List the resolutions of the library that are related to one, each with the reasons, and the series of its topic.

    Example: hexapla related S/RES/2709(2023)
    """
    from reports.library.related import record_for, series_of
    from reports.library.store import open_library
    from reports.messages.catalogue import say
    from reports.messages.wording import shortened

    ui = o.ui_of(ui)
    opened = open_library(o.library_place(library, config))
    known = opened.symbol_of(symbol)
    record = record_for(opened, known, [language] if language else [])
    facts = record.facts(known)
    found, series = record.related(facts, record.documents.height if every else limit), series_of(record, known)
    before = record.predecessor(facts)
    if as_json:
        shape = [
            {
                "symbol": r.symbol,
                "title": r.title,
                "date": r.date,
                "year": r.year,
                "organ": r.organ,
                "earlier": r.earlier,
                "score": r.score,
                "reasons": dict(r.reasons),
            }
            for r in found
        ]
        o.print_json(
            {"symbol": known, "predecessor": before.symbol if before else None, "series": series, "related": shape}
        )
        return
    for r in found:
        reasons = ", ".join(say(f"related.{name}", ui, share=strength) for name, strength in r.reasons)
        echo(f"{r.symbol:18} {r.date or r.year or '–':<10} {r.score:5.2f}  {reasons}")
        if r.title:
            echo(f"{'':18} {shortened(r.title, 100)}")
    echo(say("related.series", ui, series=" → ".join(series)))
    if before is not None:
        echo(say("related.predecessor", ui, symbol=before.symbol))


def lineage(
    symbol: str,
    paragraph: Annotated[
        str | None, typer.Argument(help="Only the mandates of this paragraph: op5, 5, or in words, 'para. 5'.")
    ] = None,
    language: o.RecordLanguage = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write a picture (.svg) or the table (.csv, .parquet, .json).")
    ] = None,
    html: o.HtmlOption = None,
    library: o.LibraryPlace = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Follow each mandate of a resolution through the library, from its first text to its last.

    Examples: hexapla lineage S/RES/2709(2023) op35; hexapla lineage A/RES/78/100 -o thread.svg
    """
    from corpora.io import write_whole
    from reports.cli.terminal import print_lineage
    from reports.comparison.lineage import lineage_table
    from reports.exporters.lineage_picture import lineage_picture
    from reports.exporters.tables import write_table
    from reports.library.lineage import lineage_in
    from reports.library.store import open_library
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options

    ui = o.ui_of(ui)
    if output is not None and output.suffix not in (".svg", ".csv", ".parquet", ".json"):
        raise InputError(str(output), f"no format {output.suffix!r}", hint="use .svg, .csv, .parquet or .json")
    opened = open_library(o.library_place(library, config))
    settings = load_options(Path.cwd(), config=config).settings
    with working() as on_progress:
        found = lineage_in(
            opened, symbol, paragraph, language=language, settings=settings, on_progress=on_progress
        ).lineage
    if output is not None:
        if output.suffix == ".svg":
            write_whole(output, lineage_picture(found, ui))
        else:
            write_table(lineage_table(found, ui), output)
    if html is not None:
        from reports.exporters.html import write_report

        write_report(html, None, None, [], ui, found)
    if as_json:
        o.print_json(lineage_table(found, ui).to_dicts())
        return
    print_lineage(o.console(), found, ui)
    for path in (output, html):
        if path is not None:
            echo(path)
