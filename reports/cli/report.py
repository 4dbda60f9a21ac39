"""report: the whole report on a folder, a symbol or a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.cli.corpus_run import check_whole_corpus
from reports.messages.screen import echo


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
    from corpora.text.symbols import is_symbol
    from reports.cli.terminal import print_summary
    from reports.comparison.carry_over import carry_over, carry_over_line
    from reports.pipeline.progress import working
    from reports.pipeline.project import report_folder, report_symbols
    from reports.pipeline.run_options import load_options
    from reports.project.selection import Selection

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    if corpus is not None:
        place = output or Path("report")
        options = load_options(corpus, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
        check_whole_corpus(corpus, place / "findings.csv", ui, options, level, place)
    if folder is None:
        raise InputError("report", "no folder given", hint="give a folder, a symbol, or --corpus FOLDER")
    place = Path(folder)
    by_symbol = not place.is_dir() and is_symbol(folder)
    options = load_options(
        library if by_symbol else place,
        config=config,
        select=select or (),
        ignore=ignore or (),
        baseline=baseline,
        submission=submission,
    )
    if by_symbol:
        with working() as on_progress:
            place = output or Path("report")
            written = report_symbols(
                folder, related or (), library=library, output=place, ui=ui, options=options, on_progress=on_progress
            )
    else:
        with working() as on_progress:
            written = report_folder(place, output or place / "report", ui, options, on_progress)
    result = written.result
    everything = Selection(result.findings, result.hidden)
    # Files first: whatever becomes of what is printed, they are there.
    o.write_for_pipelines(str(folder), everything, sarif, junit, ui)
    console = o.console()
    if result.versions:
        codes = " ".join(d.language for d in result.versions.documents)
        pivot = result.versions.pivot
        print_summary(console, f"{pivot.symbol or folder} ({codes})", result.selection, ui, about=pivot)
    for pair, selection in result.related:
        title = f"{pair.earlier.label} → {pair.later.label}"
        print_summary(console, title, selection, ui)
        figures = carry_over(pair)
        if figures:
            console.print(carry_over_line(figures, ui), markup=False)
    echo(written.page)
    if pdf:
        from reports.exporters.pdf import print_page

        print_page(written.page, pdf)
        echo(pdf)
    o.end(everything.findings, level)
