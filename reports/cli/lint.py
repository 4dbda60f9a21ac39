"""lint: faults of one document alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reports.cli import options as o


def lint(
    file: Path,
    language: o.Language = None,
    library: Annotated[
        Path | None,
        typer.Option("--library", help="When cited documents were adopted: a folder, or a CSV of symbol,date."),
    ] = None,
    as_json: o.JsonFlag = False,
    show_all: o.ShowAll = False,
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
    from reports.cli.terminal import print_summary
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_document
    from reports.pipeline.run_options import load_options
    from reports.project.discovery import text_at

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    place, file = file, text_at(file, language or "fr")
    o.say_not_read(place, ui)
    options = load_options(file, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    case = case_of_document(file, language, options, library)
    document, selection = case.own, examine(case).selection
    o.write_for_pipelines(str(file), selection, sarif, junit, ui)
    if as_json:
        from reports.exporters.json_results import lint_json

        o.print_json(lint_json(document, selection, ui))
    else:
        title = f"{document.symbol or file} ({document.language})"
        print_summary(o.console(), title, selection, ui, show_all=show_all, about=document)
    o.end(selection.findings, level)
