"""series: each mandate through a series of resolutions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo


def series(
    files: Annotated[
        list[Path], typer.Argument(metavar="FIRST SECOND...", help="Resolutions in the order of adoption.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the table: .csv, .parquet or .json.")
    ] = None,
    html: o.HtmlOption = None,
    language: o.Language = None,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Follow every mandate through a series: first seen, created, renewed, adapted, merged, split, replaced, continued, retired.

    A folder stands for the resolutions that it holds, in the order of adoption.

    Example: hexapla series 1525.fr.txt 1553.fr.txt 1583.fr.txt -o lineage.csv
    """
    from reports.cli.terminal import print_lineage, print_verdict
    from reports.comparison.lineage import lineage_table
    from reports.exporters.tables import write_table
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_series
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options
    from reports.project.discovery import texts_by_order

    ui = o.ui_of(ui)
    places, files = files, [text for place in files for text in texts_by_order(place, language or "fr")]
    for place in places:
        o.say_not_read(place, ui)
    if len(files) < 2:
        raise InputError("series", "one resolution given", hint="give two or more, in the order of adoption")
    with working() as on_progress:
        case = case_of_series(files, load_options(files[-1], config=config, language=language), on_progress=on_progress)
        result = examine(case, on_progress=on_progress)
    lineage = result.required_lineage()
    if html:
        from reports.exporters.html import write_report

        write_report(html, None, None, result.related, ui, lineage)
    if output:
        write_table(lineage_table(lineage, ui), output)
    console = o.console()
    print_lineage(console, lineage, ui)
    for pair, selection in result.related:
        console.print(f"{pair.earlier.label} → {pair.later.label}", markup=False)
        print_verdict(console, pair, selection, ui)
    for path in (output, html):
        if path:
            echo(path)
