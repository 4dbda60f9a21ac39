"""compare: two related resolutions and their mandates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reports.cli import options as o
from reports.messages.screen import echo


def compare(
    earlier: Path,
    later: Annotated[Path | None, typer.Argument(help="May be left out for a Word draft with tracked changes.")] = None,
    as_json: o.JsonFlag = False,
    html: o.HtmlOption = None,
    show_all: o.ShowAll = False,
    numbers: Annotated[bool, typer.Option("--concordance", help="Print old paragraph number -> new one.")] = False,
    fail_on: o.FailOn = None,
    ui: o.Ui = "en",
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
    sarif: o.SarifFile = None,
    junit: o.JunitFile = None,
    accept_all: o.AcceptAll = False,
    reason: o.Reason = None,
    author: o.Author = None,
) -> None:
    """Compare two related resolutions: what was kept, moved, merged, dropped; which mandates changed.

    A Word draft with tracked changes is a comparison by itself: before and after.

    Examples: hexapla compare 2002-19.fr.md 2003-22.fr.md --concordance; hexapla compare draft.docx
    """
    from rich.text import Text

    from reports.cli.terminal import print_editorial, print_summary
    from reports.comparison.carry_over import carry_over, carry_over_line, concordance
    from reports.comparison.verdict import verdict_line, verdict_of, words_line
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_related
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    options = load_options(later or earlier, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    with working() as on_progress:
        case = case_of_related(earlier, later, options, on_progress=on_progress)
        pair, selection = examine(case, on_progress=on_progress).only_pair()
    title = f"{pair.earlier.symbol or earlier} → {pair.later.symbol or later or earlier}"
    if html:
        from reports.exporters.html import write_report

        write_report(html, None, None, [(pair, selection)], ui)
    o.write_for_pipelines(title, selection, sarif, junit, ui)
    if as_json:
        from reports.exporters.json_results import related_json

        o.print_json(related_json(pair, selection, ui))
    else:
        console = o.console()
        verdict = verdict_of(pair, selection.everything)
        if verdict is not None:
            console.print(Text(verdict_line(verdict, ui)))
        print_summary(console, title, selection, ui, show_all=show_all)
        if verdict is not None and verdict.changed:
            console.print(Text(words_line(verdict, ui), style="dim"))
        if show_all:
            print_editorial(console, selection.findings, ui)
        figures = carry_over(pair)
        if figures:
            console.print(carry_over_line(figures, ui), markup=False)
        for entry in concordance(pair) if numbers else ():
            console.print(
                f"{' '.join(entry.earlier) or '–':24} → {' '.join(entry.later) or '–':24} {entry.relation}",
                markup=False,
            )
        if html:
            echo(html)
    if accept_all:
        o.accept(selection, options, baseline, later or earlier, reason, author)
        raise typer.Exit(0)
    o.end(selection.findings, level)
