"""deliverables: what a resolution asks for, with due dates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo


def deliverables(
    file: Path,
    language: o.Language = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=".csv, .parquet, .json, or .ics for a calendar.")
    ] = None,
    ui: o.Ui = "en",
) -> None:
    """List what a resolution asks for: reports, meetings, panels, funds, observances, with addressee and due date.

    Example: hexapla deliverables fr.md -o due.ics
    """
    from corpora.io import write_whole
    from corpora.mandates.deliverables import deliverables_of
    from corpora.mandates.extraction import address_of_act
    from corpora.text_documents import read_document_alone
    from reports.exporters.calendar import calendar_of, kind_name
    from reports.exporters.tables import deliverable_table, write_table
    from reports.messages.catalogue import breakable, say, say_address
    from reports.messages.wording import shortened
    from reports.project.discovery import text_at

    ui = o.ui_of(ui)
    text = text_at(file, language or "fr")
    o.say_not_read(file, ui)
    resolution = read_document_alone(text, language)
    found = deliverables_of(resolution)
    if output is not None:
        if output.suffix == ".ics":
            write_whole(output, calendar_of(resolution, found, ui))
        elif output.suffix in (".csv", ".parquet", ".json"):
            write_table(deliverable_table(resolution, found, ui), output)
        else:
            raise InputError(str(output), f"no format {output.suffix!r}", hint="use .csv, .parquet, .json or .ics")
        echo(output)
        return
    console = o.console()
    if not found:
        console.print(say("terminal.nothing_asked", ui))
    for item in found:
        due = ", ".join(item.dues) or item.due_words or "–"
        console.print(
            f"{breakable(say_address(address_of_act(resolution, item.mandate), ui)):10} {kind_name(item.kind, ui):14} {due:24} {shortened(item.addressee or '–', 40):42} "
            f"{shortened(item.mandate.text, 90)}",
            markup=False,
        )
