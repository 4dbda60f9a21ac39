"""report: the whole report on a folder, a symbol or a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.cli.corpus_run import check_whole_corpus
from reports.messages.screen import echo

FETCHED = Path("library")
"""Where hexapla fetch keeps documents."""

if TYPE_CHECKING:
    from reports.library.store import Library
    from reports.pipeline.project import WrittenReport
    from reports.pipeline.run_options import RunOptions
    from reports.project.selection import Selection


def report(
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FOLDER|SYMBOL|FILE...",
            help="A folder of versions, a symbol of the library, or the files themselves.",
        ),
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option("--corpus", help="Report on every resolution below this folder; findings.csv with all."),
    ] = None,
    related: Annotated[
        list[str] | None, typer.Option("--related", help="With a symbol: a related resolution's symbol.")
    ] = None,
    library: Annotated[
        Path, typer.Option("--library", help="Where the symbol is: what hexapla fetch keeps, or a library.")
    ] = FETCHED,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder for the report.")] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--each", "--all", help="Of a folder with several resolutions, a report of each, in a folder of its own."
        ),
    ] = False,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Print the report to this PDF file, by Chromium.")] = None,
    language: o.PivotLanguage = None,
    ui: o.Ui = "en",
    fail_on: o.FailOn = None,
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
) -> None:
    """The whole report on a folder or on files: versions in any names, and related resolutions.

    A folder holds fr.md, en.md, … and its hexapla.toml names related resolutions; where the names say nothing, the texts do.
    FOLDER#SYMBOL names one of several resolutions in a folder; --each makes a report of each (status 2 where one could not be made). An archive counts as a folder.

    Examples: hexapla report my-folder --output out; hexapla report "2699 anglais.docx" N2312345.pdf; hexapla report E/RES/2002/19 --related 2003/22; hexapla report --corpus akn -o out
    """
    from reports.pipeline.run_options import load_options
    from reports.project.selection import Selection

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    ask = partial(
        load_options,
        config=config,
        select=select or (),
        ignore=ignore or (),
        baseline=baseline,
        about=about,
        terms=terms,
        translation=translation_model,
        language=language,
    )
    if corpus is not None:
        of_one = {
            "--language": language,
            "--sarif": sarif,
            "--junit": junit,
            "--pdf": pdf,
            "--each": every,
            "--related": related,
        }
        o.refuse_beside_corpus(of_one)
        place = output or Path("report")
        check_whole_corpus(corpus, place / "findings.csv", ui, ask(corpus, submission=submission), level, place)
    if not places:
        raise InputError("report", "no folder given", hint="give a folder, a symbol, files, or --corpus FOLDER")
    given = _Request(places, related or (), library, output, ui)
    options = ask(given.beside, submission=submission)
    if every:
        if pdf:
            raise InputError("--pdf", "is of one report", hint="leave --each out, and name one: FOLDER#SYMBOL")
        selection, refused = _of_each(given, options, ui)
        given.say_not_read()
        o.write_for_pipelines(places[0], selection, sarif, junit, ui)
        if refused:
            raise typer.Exit(2)
        o.end(selection.findings, level)
    written = given.report(options)
    given.say_not_read()
    folder = places[0]
    result = written.result
    everything = Selection(result.findings, result.hidden)
    # Files first: whatever becomes of what is printed, they are there.
    o.write_for_pipelines(str(folder), everything, sarif, junit, ui)
    _print_report(written, folder, ui)
    if pdf:
        from reports.exporters.pdf import print_page

        print_page(written.page, pdf)
        echo(pdf)
    o.end(everything.findings, level)


def _print_report(written: WrittenReport, folder: str, ui: str) -> None:
    from reports.cli.terminal import print_summary, print_verdict
    from reports.comparison.carry_over import carry_over, carry_over_line

    result, console = written.result, o.console()
    if result.versions:
        codes = " ".join(d.language for d in result.versions.documents)
        pivot = result.versions.pivot
        print_summary(console, f"{pivot.symbol or folder} ({codes})", result.selection, ui, about=pivot)
    for pair, selection in result.related:
        title = f"{pair.earlier.label} → {pair.later.label}"
        print_summary(console, title, selection, ui)
        print_verdict(console, pair, selection, ui)
        figures = carry_over(pair)
        if figures:
            console.print(carry_over_line(figures, ui), markup=False)
    echo(written.page)


def _of_each(given: _Request, options: RunOptions, ui: str) -> tuple[Selection, int]:
    """The findings of all resolutions, whose reports are written, and how many could not be reported on.

    What stops one of them is said, and the others go on.
    """
    from reports.messages.lines import error_line
    from reports.project.selection import Selection

    together, refused = Selection([], []), 0
    for one in given.each():
        try:
            written = one.report(options)
        except InputError as error:
            echo(f"hexapla: {error_line(error, ui)}", err=True)
            refused += 1
            continue
        _print_report(written, one.places[0], ui)
        together.findings.extend(written.result.findings)
        together.suppressed.extend(written.result.hidden)
    return together, refused


@dataclass(frozen=True, slots=True)
class _Request:
    """What the report is to be about: files, a symbol of the library, or a folder."""

    places: Sequence[str]
    related: Sequence[str]
    library: Path
    output: Path | None
    ui: str

    @property
    def place(self) -> Path:
        """The folder, or the first file."""
        return Path(self.places[0])

    @property
    def of_files(self) -> bool:
        from corpora.reading import split_path
        from reports.project.discovery import holds_files

        file = split_path(self.place)[0]
        return len(self.places) > 1 or (file.is_file() and not holds_files(file))

    @property
    def of_symbol(self) -> bool:
        from corpora.text.symbols import is_symbol

        return not self.of_files and not self.place.is_dir() and is_symbol(self.places[0])

    @property
    def beside(self) -> Path:
        """Where settings lie."""
        from corpora.reading import split_path

        place = self.library if self.of_symbol else split_path(self.place)[0]
        return place.parent if place.is_file() else place

    def each(self) -> list[_Request]:
        """A request for each of the resolutions of the folder, whose report goes into a folder of its own.

        Raises InputError where no folder is given.
        """
        from reports.project.discovery import by_symbol, holds_files, texts_in

        if len(self.places) > 1 or not holds_files(self.place):
            raise InputError("--each", "is of one folder", hint="give the folder or archive that holds the resolutions")
        output = self.output or self.beside / "report"
        symbols = sorted(
            symbol for symbol, files in by_symbol(texts_in(self.place)).items() if symbol and len(files) > 1
        )
        if len(symbols) < 2:
            return [self]
        return [
            replace(self, places=[f"{self.place}#{symbol}"], output=output / symbol.replace("/", "_"))
            for symbol in symbols
        ]

    def say_not_read(self) -> None:
        """Say what of the folder was not read."""
        if not self.of_files and not self.of_symbol:
            o.say_not_read(self.place, self.ui)

    def _record(self, options: RunOptions) -> Library | None:
        """The library where the symbol is looked for, if it is not in a folder that hexapla fetch keeps."""
        from reports.library.manifest import is_library
        from reports.library.store import open_library
        from reports.pipeline.record import library_of

        if is_library(self.library):
            return open_library(self.library)
        return library_of(options) if self.library == FETCHED and not self.library.is_dir() else None

    def report(self, options: RunOptions) -> WrittenReport:
        """Make the report. Raises InputError where there is nothing to make it of."""
        from reports.pipeline.progress import working
        from reports.pipeline.project import report_files, report_folder, report_record, report_symbols

        output = self.output or Path("report")
        with working() as on_progress:
            if self.of_files:
                files = [Path(place) for place in self.places]
                return report_files(files, output, self.ui, options, on_progress)
            if self.of_symbol:
                symbol, related, library = self.places[0], self.related, self.library
                record = self._record(options)
                if record is not None:
                    return report_record(
                        record, symbol, related, output, self.ui, options=options, on_progress=on_progress
                    )
                return report_symbols(
                    symbol, related, library, output, self.ui, options=options, on_progress=on_progress
                )
            return report_folder(self.place, self.output or self.beside / "report", self.ui, options, on_progress)
