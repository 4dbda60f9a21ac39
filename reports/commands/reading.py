"""read, lint, deliverables: one document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import UnusableInputError
from corpora.model import Kind, Resolution
from reports.commands import options as o


def read(
    file: Path,
    language: o.Language = None,
    symbol: Annotated[str | None, typer.Option("--symbol", help="One resolution of a compilation.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write it as Akoma Ntoso (.xml) or JSON (.json).")
    ] = None,
    as_json: o.JsonFlag = False,
) -> None:
    """Read a resolution and show its structure; of a compilation (a yearly volume) list the resolutions.

    Examples: hexapla read fr.md --json; hexapla read 1993.html --symbol "S/RES/802 (1993)"
    """
    from corpora.reading import read_resolution, read_resolutions, split_path

    path, named = split_path(file)
    symbol = symbol or named
    if symbol is not None:
        found = [read_resolution(Path(f"{path}#{symbol}"), language)]
    else:
        found = read_resolutions(path, language)
    if output is not None:
        _write_resolution(found, output)
    elif as_json:
        from reports.exporters.json_results import resolution_json

        shapes = [resolution_json(r) for r in found]
        o.print_json(shapes[0] if len(shapes) == 1 else {"resolutions": shapes})
    elif len(found) > 1:
        _list_resolutions(found)
    else:
        _show(found[0])


def _write_resolution(found: Sequence[Resolution], output: Path) -> None:
    from corpora.files import write_whole
    from reports.exporters.akoma_ntoso import akoma_ntoso
    from reports.exporters.json_results import resolution_json

    if len(found) > 1:
        raise UnusableInputError(str(output), f"{len(found)} resolutions for one file", mend="name one with --symbol")
    if output.suffix in (".xml", ".akn"):
        write_whole(output, akoma_ntoso(found[0]))
    elif output.suffix == ".json":
        write_whole(output, json.dumps(resolution_json(found[0]), ensure_ascii=False, indent=2) + "\n")
    else:
        raise UnusableInputError(str(output), f"no format {output.suffix!r}", mend="use .xml or .json")
    typer.echo(output)


def _list_resolutions(found: Sequence[Resolution]) -> None:
    from reports.phrases import shortened

    console = o.console()
    for resolution in found:
        operative = sum(p.kind is Kind.OPERATIVE for p in resolution.paragraphs)
        faults = f"  numbering: {', '.join(resolution.faults)}" if resolution.faults else ""
        console.print(
            f"{resolution.symbol or '–':22} {operative:3} operative, {len(resolution.footnotes):3} notes  "
            f"{shortened(resolution.title, 70)}{faults}",
            markup=False,
        )


def _show(resolution: Resolution) -> None:
    from reports.phrases import shortened

    console = o.console()
    console.print(f"{resolution.symbol or '–'}  {resolution.organ or '–'}  {resolution.language}", markup=False)
    for paragraph in resolution.everything():
        verb = paragraph.verb
        console.print(
            f"{paragraph.id:10} {paragraph.kind:12} {verb.concepts[0] if verb else '':18} {shortened(paragraph.text, 100)}",
            markup=False,
        )
    for fault in resolution.faults:
        console.print(f"numbering: {fault}", markup=False)


def lint(
    file: Path,
    language: o.Language = None,
    library: Annotated[
        Path | None,
        typer.Option("--library", help="When cited documents were adopted: a folder, or a CSV of symbol,date."),
    ] = None,
    as_json: o.JsonFlag = False,
    everything: o.Everything = False,
    fail_on: o.FailOn = None,
    ui: o.Ui = "en",
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
    sarif: o.SarifFile = None,
    junit: o.JunitFile = None,
) -> None:
    """Check one document alone: references, numbering, brackets, repeated words, dates that cannot be.

    Example: hexapla lint draft.fr.md --select D6 --fail-on major
    """
    from reports.asked import asked
    from reports.session import lint_file
    from reports.terminal import print_summary

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    wanted = asked(file, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    document, selection = lint_file(file, language, wanted, library)
    o.write_for_pipelines(str(file), selection, sarif, junit, ui)
    if as_json:
        from reports.exporters.json_results import lint_json

        o.print_json(lint_json(document, selection, ui))
    else:
        print_summary(
            o.console(), f"{document.symbol or file} ({document.language})", selection, ui, everything=everything
        )
    o.end(selection.findings, level)


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
    from corpora.deliverables import deliverables_of
    from corpora.files import write_whole
    from corpora.reading import read_resolution
    from reports.exporters.calendar import calendar_of, sort_name
    from reports.phrases import shortened
    from reports.tables import deliverable_table, write_table

    ui = o.ui_of(ui)
    resolution = read_resolution(file, language)
    found = deliverables_of(resolution)
    if output is not None:
        if output.suffix == ".ics":
            write_whole(output, calendar_of(resolution, found, ui))
        elif output.suffix in (".csv", ".parquet", ".json"):
            write_table(deliverable_table(resolution, found, ui), output)
        else:
            raise UnusableInputError(
                str(output), f"no format {output.suffix!r}", mend="use .csv, .parquet, .json or .ics"
            )
        typer.echo(output)
        return
    console = o.console()
    if not found:
        console.print("rien n'est demandé" if ui == "fr" else "nothing is asked for")
    for item in found:
        due = item.due or item.due_words or "–"
        console.print(
            f"{item.mandate.id:8} {sort_name(item.sort, ui):14} {due:24} {shortened(item.addressee or '–', 40):42} "
            f"{shortened(item.mandate.text, 90)}",
            markup=False,
        )
