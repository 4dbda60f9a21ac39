"""check, compare, series, report, accept: findings of several documents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from corpora.bitexts import is_bitext
from corpora.errors import UnusableInputError
from corpora.symbols import is_symbol
from reports.asked import Asked
from reports.commands import options as o


def check(
    pivot: Annotated[Path | None, typer.Argument()] = None,
    others: Annotated[list[Path] | None, typer.Argument(metavar="OTHER...")] = None,
    corpus: Annotated[Path | None, typer.Option("--corpus", help="Check every resolution below this folder.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="With --corpus: .parquet, .csv or .json, one row a finding.")
    ] = None,
    earlier: Annotated[
        list[Path] | None,
        typer.Option(
            "--earlier",
            help="A version of the related earlier resolution (once a language): finds what was not brought up to date.",
        ),
    ] = None,
    as_json: o.JsonFlag = False,
    html: o.HtmlOption = None,
    everything: o.Everything = False,
    fail_on: o.FailOn = None,
    ui: o.Ui = "en",
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
    submission: o.Submission = None,
    sarif: o.SarifFile = None,
    junit: o.JunitFile = None,
    accept_all: o.AcceptAll = False,
    reason: o.Reason = None,
    author: o.Author = None,
) -> None:
    """Check language versions of one resolution against the pivot.

    Examples: hexapla check fr.md en.md es.md --fail-on major; hexapla check memory.tmx; hexapla check --corpus akn -o findings.parquet
    """
    from reports.asked import asked
    from reports.progress import working
    from reports.session import check_files
    from reports.terminal import print_summary

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    ask = partial(
        asked,
        config=config,
        select=select or (),
        ignore=ignore or (),
        baseline=baseline,
        submission=submission,
    )
    if corpus is not None:
        _check_corpus(corpus, output or Path("findings.csv"), ui, ask(corpus), level)
    if pivot is None or (not others and not is_bitext(pivot)):
        raise UnusableInputError(
            "check", "no versions given", mend="give the pivot and one other file, or --corpus FOLDER"
        )
    wanted = ask(pivot)
    with working() as tick:
        versions, selection = check_files(pivot, others or (), wanted, earlier=earlier or (), tick=tick)
    title = f"{versions.pivot.symbol or pivot} ({' '.join(d.language for d in versions.documents)})"
    if html:
        from reports.exporters.html import write_report

        write_report(html, versions, selection, [], ui)
    o.write_for_pipelines(title, selection, sarif, junit, ui)
    if as_json:
        from reports.exporters.json_results import versions_json

        o.print_json(versions_json(versions, selection, ui))
    else:
        print_summary(o.console(), title, selection, ui, everything=everything)
        if html:
            typer.echo(html)
    if accept_all:
        o.accept(selection, wanted, baseline, pivot, reason, author)
        raise typer.Exit(0)
    o.end(selection.findings, level)


def _check_corpus(
    folder: Path, output: Path, ui: str, wanted: Asked, level: str | None, pages: Path | None = None
) -> NoReturn:
    """Check a folder with progress; what was done is kept when interrupted."""
    from rich.progress import Progress

    from reports.corpus import check_corpus, summary_lines

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("check", total=None)
        result = check_corpus(
            folder,
            output,
            asked=wanted,
            ui=ui,
            tick=lambda done, total: progress.update(task, completed=done, total=total),
            pages=pages,
        )
    for line in summary_lines(result):
        typer.echo(line)
    for path in (output, pages / "index.html") if pages else (output,):
        typer.echo(path)
    o.end_at(result.table["severity"].to_list(), level)


def compare(
    earlier: Path,
    later: Annotated[Path | None, typer.Argument(help="May be left out for a Word draft with tracked changes.")] = None,
    as_json: o.JsonFlag = False,
    html: o.HtmlOption = None,
    everything: o.Everything = False,
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
    from reports.asked import asked
    from reports.headline import concordance, headline, headline_line
    from reports.progress import working
    from reports.session import compare_files
    from reports.terminal import print_summary

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    wanted = asked(later or earlier, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    with working() as tick:
        pair, selection = compare_files(earlier, later, wanted, tick=tick)
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
        print_summary(console, title, selection, ui, everything=everything)
        figures = headline(pair)
        if figures:
            console.print(headline_line(figures, ui), markup=False)
        for entry in concordance(pair) if numbers else ():
            console.print(
                f"{' '.join(entry.earlier) or '–':24} → {' '.join(entry.later) or '–':24} {entry.relation}",
                markup=False,
            )
        if html:
            typer.echo(html)
    if accept_all:
        o.accept(selection, wanted, baseline, later or earlier, reason, author)
        raise typer.Exit(0)
    o.end(selection.findings, level)


def base(
    draft: Annotated[Path, typer.Argument(help="A Word draft with tracked changes.")],
    issued: Annotated[Path, typer.Argument(help="The resolution as issued, in any format.")],
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
) -> None:
    """Reject a draft's tracked changes and flag every difference from the issued resolution; exit status 1 if there is one.

    Example: hexapla base draft.docx 2002-19.fr.md
    """
    from reports.session import base_of_draft
    from reports.terminal import print_summary

    ui = o.ui_of(ui)
    pair, selection = base_of_draft(draft, issued)
    if as_json:
        from reports.exporters.json_results import related_json

        o.print_json(related_json(pair, selection, ui))
    else:
        print_summary(o.console(), f"{pair.earlier.symbol or issued} → {draft}", selection, ui, everything=True)
    raise typer.Exit(1 if selection.findings else 0)


def series(
    files: Annotated[
        list[Path], typer.Argument(metavar="FIRST SECOND...", help="Resolutions in the order of adoption.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the table: .csv, .parquet or .json.")
    ] = None,
    html: o.HtmlOption = None,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Follow every mandate through a series: created, renewed, adapted, merged, split, replaced, retired.

    Example: hexapla series 1525.fr.txt 1553.fr.txt 1583.fr.txt -o lineage.csv
    """
    from reports.asked import asked
    from reports.lineage import lineage_table
    from reports.progress import working
    from reports.session import trace_files
    from reports.tables import write_table
    from reports.terminal import print_lineage

    ui = o.ui_of(ui)
    if len(files) < 2:
        raise UnusableInputError("series", "one resolution given", mend="give two or more, in the order of adoption")
    with working() as tick:
        lineage, selections = trace_files(files, asked(files[-1], config=config), tick=tick)
    if html:
        from reports.exporters.html import write_report

        write_report(html, None, None, list(zip(lineage.pairs, selections, strict=True)), ui, lineage)
    if output:
        write_table(lineage_table(lineage, ui), output)
    print_lineage(o.console(), lineage, ui)
    for path in (output, html):
        if path:
            typer.echo(path)


def report(
    folder: Annotated[
        str | None, typer.Argument(metavar="FOLDER|SYMBOL", help="A folder of versions, or a symbol of the library.")
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option("--corpus", help="Report on every resolution below this folder; findings.csv with all."),
    ] = None,
    related: Annotated[
        list[str] | None, typer.Option("--related", help="With a symbol: a related resolution's symbol.")
    ] = None,
    library: Annotated[Path, typer.Option("--library", help="Where hexapla fetch keeps documents.")] = Path("library"),
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder for the report.")] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Print the report to this PDF file, by Chromium.")] = None,
    ui: o.Ui = "en",
    fail_on: o.FailOn = None,
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
    submission: o.Submission = None,
    sarif: o.SarifFile = None,
    junit: o.JunitFile = None,
) -> None:
    """The whole report on a folder: fr.md, en.md, …, and the related resolutions that its hexapla.toml names.

    Examples: hexapla report my-folder --output out; hexapla report E/RES/2002/19 --related 2003/22; hexapla report --corpus akn -o out
    """
    from reports.asked import asked
    from reports.headline import headline, headline_line
    from reports.progress import working
    from reports.reporting import report_folder, report_symbols
    from reports.selection import Selection
    from reports.terminal import print_summary

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    if corpus is not None:
        place = output or Path("report")
        wanted = asked(corpus, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
        _check_corpus(corpus, place / "findings.csv", ui, wanted, level, place)
    if folder is None:
        raise UnusableInputError("report", "no folder given", mend="give a folder, a symbol, or --corpus FOLDER")
    place = Path(folder)
    by_symbol = not place.is_dir() and is_symbol(folder)
    wanted = asked(
        library if by_symbol else place,
        config=config,
        select=select or (),
        ignore=ignore or (),
        baseline=baseline,
        submission=submission,
    )
    if by_symbol:
        with working() as tick:
            result = report_symbols(folder, related or (), library, output or Path("report"), ui, wanted, tick)
    else:
        with working() as tick:
            result = report_folder(place, output or place / "report", ui, wanted, tick)
    console = o.console()
    if result.versions:
        codes = " ".join(d.language for d in result.versions.documents)
        print_summary(console, f"{result.versions.pivot.symbol or folder} ({codes})", result.selection, ui)
    for pair, selection in result.related:
        title = f"{pair.earlier.label} → {pair.later.label}"
        print_summary(console, title, selection, ui)
        figures = headline(pair)
        if figures:
            console.print(headline_line(figures, ui), markup=False)
    selections = result.selections
    everything = Selection([f for s in selections for f in s.findings], [h for s in selections for h in s.suppressed])
    o.write_for_pipelines(str(folder), everything, sarif, junit, ui)
    typer.echo(result.page)
    if pdf:
        from reports.exporters.pdf import print_page

        print_page(result.page, pdf)
        typer.echo(pdf)
    o.end(everything.findings, level)
