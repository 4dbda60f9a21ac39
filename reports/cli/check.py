"""check: language versions of one resolution against the pivot."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError, SeveralResolutionsError
from reports.cli import options as o
from reports.cli.corpus_run import check_whole_corpus
from reports.messages.screen import echo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reports.comparison.rows import Versions
    from reports.pipeline.case import Result
    from reports.pipeline.run_options import RunOptions


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
    show_all: o.ShowAll = False,
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
    from corpora.resources.bitexts import is_bitext
    from reports.cli.terminal import print_summary
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_files
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    ask = partial(
        load_options,
        config=config,
        select=select or (),
        ignore=ignore or (),
        baseline=baseline,
        submission=submission,
    )
    if corpus is not None:
        check_whole_corpus(corpus, output or Path("findings.csv"), ui, ask(corpus), level)
    if pivot is None or (not others and not is_bitext(pivot)):
        raise InputError("check", "no versions given", hint="give the pivot and one other file, or --corpus FOLDER")
    options = ask(pivot)
    try:
        with working() as on_progress:
            case = case_of_files(pivot, others or (), options, earlier=earlier or (), on_progress=on_progress)
            result = examine(case, on_progress=on_progress)
    except SeveralResolutionsError as several:
        if html or sarif or junit or accept_all or earlier:
            raise  # These are about one resolution.
        found = [_of_symbol(symbol, (pivot, *(others or ())), options) for symbol in several.symbols]
        _print_each(found, ui, as_json=as_json, show_all=show_all)
        o.end([finding for result in found for finding in result.selection.findings], level)
    versions, selection = result.required_versions(), result.selection
    title = _title(versions, str(pivot))
    if html:
        from reports.exporters.html import write_report

        write_report(html, versions, selection, [], ui)
    o.write_for_pipelines(title, selection, sarif, junit, ui)
    if as_json:
        from reports.exporters.json_results import versions_json

        o.print_json(versions_json(versions, selection, ui))
    else:
        print_summary(o.console(), title, selection, ui, show_all=show_all, about=versions.pivot)
        if html:
            echo(html)
    if accept_all:
        o.accept(selection, options, baseline, pivot, reason, author)
        raise typer.Exit(0)
    o.end(selection.findings, level)


def _title(versions: Versions, name: str) -> str:
    return f"{versions.pivot.symbol or name} ({' '.join(d.language for d in versions.documents)})"


def _of_symbol(symbol: str, paths: Sequence[Path], options: RunOptions) -> Result:
    """One of several resolutions that every file holds, checked. Raises InputError where a file does not hold it."""
    from corpora.reading import split_path
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_files
    from reports.pipeline.progress import working

    pivot, *others = (path if split_path(path)[1] else Path(f"{path}#{symbol}") for path in paths)
    with working() as on_progress:
        return examine(case_of_files(pivot, others, options, on_progress=on_progress), on_progress=on_progress)


def _print_each(results: Sequence[Result], ui: str, *, as_json: bool, show_all: bool) -> None:
    """The results of several resolutions one below the other; as JSON under "resolutions", all findings under "findings"."""
    from reports.cli.terminal import print_summary
    from reports.exporters.json_results import finding_json, versions_json

    if as_json:
        each = [versions_json(result.required_versions(), result.selection, ui) for result in results]
        o.print_json(
            {
                "resolutions": each,
                "findings": [finding_json(f, ui) for result in results for f in result.selection.findings],
            }
        )
        return
    for result in results:
        versions = result.required_versions()
        title, pivot = _title(versions, versions.pivot.name), versions.pivot
        print_summary(o.console(), title, result.selection, ui, show_all=show_all, about=pivot)
