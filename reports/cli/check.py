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
    from reports.project.selection import Selection


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
    library: o.LibraryPlace = None,
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
    about: o.About = None,
    terms: o.Terms = False,
    sarif: o.SarifFile = None,
    junit: o.JunitFile = None,
    accept_all: o.AcceptAll = False,
    reason: o.Reason = None,
    author: o.Author = None,
) -> None:
    """Check language versions of one resolution against the pivot.

    A folder stands for the versions that it holds, as for report.

    Examples: hexapla check fr.md en.md es.md --fail-on major; hexapla check FOLDER; hexapla check memory.tmx; hexapla check --corpus akn -o findings.parquet
    """
    from corpora.reading import split_path
    from corpora.resources.bitexts import is_bitext
    from reports.cli.terminal import print_summary
    from reports.messages.catalogue import say
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_files
    from reports.pipeline.progress import working
    from reports.pipeline.record import library_of, with_predecessor
    from reports.pipeline.run_options import load_options

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    ask = partial(
        load_options,
        config=config,
        select=select or (),
        ignore=ignore or (),
        baseline=baseline,
        submission=submission,
        about=about,
        terms=terms,
    )
    if corpus is not None:
        check_whole_corpus(corpus, output or Path("findings.csv"), ui, ask(corpus), level)
    if pivot is not None and not others and split_path(pivot)[0].is_dir():
        pivot, *others = _versions_in(pivot)
    if pivot is None or (not others and not is_bitext(pivot)):
        raise InputError("check", "no versions given", hint="give the pivot and one other file, or --corpus FOLDER")
    options = ask(pivot)
    earlier = [version for path in earlier or () for version in _versions_at(path)]
    try:
        with working() as on_progress:
            case = case_of_files(pivot, others or (), options, earlier=earlier, on_progress=on_progress)
            case = with_predecessor(case, library_of(options, library), on_progress=on_progress)
            result = examine(case, on_progress=on_progress)
    except SeveralResolutionsError:
        if earlier:
            raise  # Which of them it was before cannot be told.
        asked = _Several((pivot, *(others or ())), options, ui, html)
        selection = asked.selection
        o.write_for_pipelines(str(pivot), selection, sarif, junit, ui)
        asked.show(as_json=as_json, show_all=show_all)
        if accept_all:
            o.accept(selection, options, baseline, pivot, reason, author)
            raise typer.Exit(0) from None
        o.end(selection.findings, level)
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
        texts = versions.documents
        print_summary(o.console(), title, selection, ui, show_all=show_all, about=versions.pivot, texts=texts)
        if case.predecessor and not earlier:
            before = next(iter(case.predecessor.values()))
            echo(say("record.before", ui, symbol=before.label, languages=" ".join(case.predecessor)))
        if html:
            echo(html)
    if accept_all:
        o.accept(selection, options, baseline, pivot, reason, author)
        raise typer.Exit(0)
    o.end(selection.findings, level)


def _versions_at(place: Path) -> list[Path]:
    """A file, or the versions of the folder or of its named resolution."""
    from corpora.reading import split_path

    return _versions_in(place) if split_path(place)[0].is_dir() else [place]


def _versions_in(folder: Path) -> list[Path]:
    """The versions that a folder holds, the pivot first. Raises InputError where there are none to compare."""
    from reports.project.layout import open_project

    project = open_project(folder)
    return [project.versions[project.pivot], *(p for code, p in project.versions.items() if code != project.pivot)]


def _title(versions: Versions, name: str) -> str:
    return f"{versions.pivot.symbol or name} ({' '.join(d.language for d in versions.documents)})"


class _Several:
    """The resolutions that every file holds, each checked. Raises InputError where a file lacks one that the pivot has."""

    def __init__(self, paths: Sequence[Path], options: RunOptions, ui: str, html: Path | None) -> None:
        from corpora.reading import read_resolutions, split_path

        file, named = split_path(paths[0])
        held = [r.symbol or "" for r in read_resolutions(file)]
        symbols = [named] if named else held
        self.ui, self.html = ui, html
        self.results = [self._of_symbol(symbol, paths, options) for symbol in symbols]

    @staticmethod
    def _of_symbol(symbol: str, paths: Sequence[Path], options: RunOptions) -> Result:
        from corpora.reading import split_path
        from reports.pipeline.case import examine
        from reports.pipeline.files import case_of_files
        from reports.pipeline.progress import working
        from reports.pipeline.record import library_of, with_predecessor

        pivot, *others = (path if split_path(path)[1] else Path(f"{path}#{symbol}") for path in paths)
        with working() as on_progress:
            case = case_of_files(pivot, others, options, on_progress=on_progress)
            return examine(
                with_predecessor(case, library_of(options), on_progress=on_progress), on_progress=on_progress
            )

    @property
    def selection(self) -> Selection:
        """What is shown, and what is not, of all of them."""
        from reports.project.selection import Selection

        shown = [finding for result in self.results for finding in result.selection.findings]
        return Selection(shown, [entry for result in self.results for entry in result.selection.suppressed])

    def show(self, *, as_json: bool, show_all: bool) -> None:
        """The results one below the other; as JSON under "resolutions", all findings under "findings"; the pages."""
        from reports.cli.terminal import print_summary
        from reports.exporters.json_results import finding_json, versions_json

        if self.html:
            self._write_pages(self.html)
        if as_json:
            each = [versions_json(r.required_versions(), r.selection, self.ui) for r in self.results]
            o.print_json({"resolutions": each, "findings": [finding_json(f, self.ui) for f in self.selection.findings]})
            return
        for result in self.results:
            versions = result.required_versions()
            title, pivot = _title(versions, versions.pivot.name), versions.pivot
            texts = versions.documents
            print_summary(o.console(), title, result.selection, self.ui, show_all=show_all, about=pivot, texts=texts)
        if self.html:
            echo(self.html)

    def _write_pages(self, html: Path) -> None:
        """A page a resolution beside ``html``, which leads to them."""
        from reports.exporters.html import write_report
        from reports.exporters.html.corpus_index import CorpusEntry, write_index
        from reports.pipeline.corpus.naming import page_name
        from reports.pipeline.corpus.rows import rows_of

        entries = []
        for result in self.results:
            versions = result.required_versions()
            pivot = versions.pivot
            page = html.with_name(f"{html.stem}-{page_name(pivot.label)}")
            write_report(page, versions, result.selection, [], self.ui)
            codes = tuple(d.language for d in versions.documents)
            rows = tuple(rows_of(pivot.label, result.selection.findings, self.ui))
            entries.append(CorpusEntry.of(pivot.label, codes, page.name, rows))
        write_index(html, entries, [], self.ui)
