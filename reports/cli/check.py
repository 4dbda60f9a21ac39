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
    from collections.abc import Mapping, Sequence

    from corpora.model import Resolution
    from reports.comparison.rows import Versions
    from reports.pipeline.case import Result
    from reports.pipeline.predecessors import EarlierTexts
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
            help="A version of the earlier resolution, or a folder: finds what was not brought up to date; of several, each gets its own.",
        ),
    ] = None,
    language: o.PivotLanguage = None,
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
    translation_model: o.TranslationModelFolder = None,
    sarif: o.SarifFile = None,
    junit: o.JunitFile = None,
    accept_all: o.AcceptAll = False,
    reason: o.Reason = None,
    author: o.Author = None,
) -> None:
    """Check language versions of one resolution against the pivot.

    A folder stands for the versions that it holds, as for report; of several resolutions each is checked.

    Examples: hexapla check fr.md en.md es.md --fail-on major; hexapla check FOLDER; hexapla check memory.tmx; hexapla check --corpus akn -o findings.parquet
    """
    from corpora.reading import split_path
    from corpora.resources.bitexts import is_bitext
    from reports.cli.terminal import print_summary
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_files
    from reports.pipeline.predecessors import earlier_texts, with_earlier
    from reports.pipeline.progress import working
    from reports.pipeline.record import library_of, with_predecessor
    from reports.pipeline.run_options import load_options
    from reports.project.discovery import holds_files
    from reports.project.layout import versions_at

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
        translation=translation_model,
        language=language,
    )
    if corpus is not None:
        of_one = {"--earlier": earlier, "--language": language, "--json": as_json, "--html": html, "--all": show_all}
        o.refuse_beside_corpus({**of_one, "--sarif": sarif, "--junit": junit, "--accept-all": accept_all})
        check_whole_corpus(corpus, output or Path("findings.csv"), ui, ask(corpus), level)
    given, before = pivot, earlier_texts(earlier) if earlier else None
    try:
        of_folder = pivot is not None and not others and holds_files(split_path(pivot)[0])
        if pivot is not None and of_folder:
            pivot, *others = versions_at(pivot, language)
            o.say_not_read(given or pivot, ui)
        if pivot is None or (not others and not is_bitext(pivot)):
            raise InputError("check", "no versions given", hint="give the pivot and one other file, or --corpus FOLDER")
        options = ask(pivot)
        with working() as on_progress:
            case = case_of_files(pivot, others or (), options, of_folder=of_folder, on_progress=on_progress)
            case = with_earlier(case, before, on_progress=on_progress) if before else case
            case = with_predecessor(case, library_of(options, library), on_progress=on_progress)
            result = examine(case, on_progress=on_progress, between_runs=True)
    except SeveralResolutionsError as several:
        assert given is not None
        options = ask(given)
        in_folder = holds_files(split_path(given)[0])
        sets = _sets_in(given, several, language) if in_folder else _sets_of_volumes((given, *(others or ())))
        if in_folder:
            o.say_not_read(given, ui)
        asked = _Several(sets, options, ui, html, before)
        selection = asked.selection
        o.write_for_pipelines(str(given), selection, sarif, junit, ui)
        asked.show(as_json=as_json, show_all=show_all)
        if accept_all:
            o.accept(selection, options, baseline, given, reason, author)
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
        if case.predecessor:
            echo(_before_line(case.predecessor, ui, named=before is not None))
        if html:
            echo(html)
    if accept_all:
        o.accept(selection, options, baseline, pivot, reason, author)
        raise typer.Exit(0)
    o.end(selection.findings, level)


def _sets_in(folder: Path, several: SeveralResolutionsError, pivot: str | None) -> list[Sequence[Path]]:
    """The versions of each resolution of a folder, the pivot first; those that have none to compare are named and left out.

    Raises the error that says what the folder holds where none has.
    """
    from corpora.reading import split_path
    from reports.messages.lines import error_line, interface_asked
    from reports.project.layout import versions_at

    sets: list[Sequence[Path]] = []
    for symbol in several.symbols:
        try:
            sets.append(versions_at(Path(f"{split_path(folder)[0]}#{symbol}"), pivot))
        except InputError as error:
            left = InputError(symbol, f"not checked: {error.problem}")
            echo(f"hexapla: {error_line(left, interface_asked())}", err=True)
    if not sets:
        raise several
    return sets


def _sets_of_volumes(paths: Sequence[Path]) -> list[Sequence[Path]]:
    """The versions of each resolution that the first file holds, or of the one that its path names, in every file."""
    from corpora.reading import read_resolutions, split_path

    file, named = split_path(paths[0])
    symbols = [named] if named else [r.symbol or "" for r in read_resolutions(file)]
    return [[path if split_path(path)[1] else Path(f"{path}#{symbol}") for path in paths] for symbol in symbols]


def _before_line(predecessor: Mapping[str, Resolution], ui: str, *, named: bool) -> str:
    """Which earlier resolution the versions were compared with: one that was ``named``, or one of the library."""
    from reports.messages.catalogue import say

    before = next(iter(predecessor.values()))
    sentence = "record.earlier" if named else "record.before"
    return say(sentence, ui, symbol=before.label, languages=" ".join(predecessor))


def _title(versions: Versions, name: str) -> str:
    return f"{versions.pivot.symbol or name} ({' '.join(d.language for d in versions.documents)})"


class _Several:
    """Several resolutions, each checked. Raises InputError where a file lacks one that the pivot has."""

    def __init__(
        self,
        sets: Sequence[Sequence[Path]],
        options: RunOptions,
        ui: str,
        html: Path | None,
        before: EarlierTexts | None,
    ) -> None:
        self.ui, self.html, self.named = ui, html, before is not None
        self.predecessors: list[Mapping[str, Resolution]] = []
        self.results = [self._result(paths, options, before) for paths in sets]

    def _result(self, paths: Sequence[Path], options: RunOptions, before: EarlierTexts | None) -> Result:
        from reports.pipeline.case import examine
        from reports.pipeline.files import case_of_files
        from reports.pipeline.predecessors import with_earlier
        from reports.pipeline.progress import working
        from reports.pipeline.record import library_of, with_predecessor

        pivot, *others = paths
        with working() as on_progress:
            case = case_of_files(pivot, others, options, on_progress=on_progress)
            if before is not None:
                case = with_earlier(case, before, on_progress=on_progress)
            else:
                case = with_predecessor(case, library_of(options), on_progress=on_progress)
            self.predecessors.append(case.predecessor)
            return examine(case, on_progress=on_progress)

    @property
    def selection(self) -> Selection:
        """What is shown, and what is not, of all of them."""
        from reports.findings.order import in_order
        from reports.project.selection import Selection

        shown = (finding for result in self.results for finding in result.selection.findings)
        return Selection(
            sorted(shown, key=in_order), [entry for result in self.results for entry in result.selection.suppressed]
        )

    def show(self, *, as_json: bool, show_all: bool) -> None:
        """The results one below the other; as JSON under "resolutions", all findings under "findings"; the pages."""
        from reports.cli.terminal import print_summary
        from reports.exporters.json_results import finding_json, versions_json
        from reports.messages.catalogue import say

        if self.html:
            self._write_pages(self.html)
        if as_json:
            each = [versions_json(r.required_versions(), r.selection, self.ui) for r in self.results]
            o.print_json({"resolutions": each, "findings": [finding_json(f, self.ui) for f in self.selection.findings]})
            return
        for result, before in zip(self.results, self.predecessors, strict=True):
            versions = result.required_versions()
            title, pivot = _title(versions, versions.pivot.name), versions.pivot
            texts = versions.documents
            print_summary(o.console(), title, result.selection, self.ui, show_all=show_all, about=pivot, texts=texts)
            if before:
                echo(_before_line(before, self.ui, named=self.named))
            elif self.named:
                echo(say("record.no_earlier", self.ui))
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
