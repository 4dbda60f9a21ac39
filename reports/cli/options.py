"""Options that several commands share, and how a command ends."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from corpora.errors import InputError

if TYPE_CHECKING:
    # The help of a command must not wait for what the command runs with: a command imports that when it is called.

    from reports.findings.model import Finding
    from reports.pipeline.run_options import RunOptions
    from reports.project.selection import Selection

from reports.messages.screen import SafeConsole, console_for, echo

Ui = Annotated[
    str,
    typer.Option(
        "--ui",
        help="Language of reasons, messages and help: fr or en; by default ui in hexapla.toml, HEXAPLA_UI or the locale.",
        metavar="fr|en",
        envvar="HEXAPLA_UI",
        show_envvar=False,
        show_default=False,
    ),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON (docs/schema/).")]
HtmlOption = Annotated[Path | None, typer.Option("--html", help="Write the report to this HTML file.")]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on", help="Exit 1 if a finding is this severe or more.", metavar="neutral|minor|major|critical"
    ),
]
Language = Annotated[
    str | None, typer.Option("--language", "-l", help="fr, en, es, ru, ar or zh; detected by default.")
]
RecordLanguage = Annotated[
    str | None,
    typer.Option(
        "--language",
        "-l",
        help="fr, en, es, ru, ar or zh: the version to use; by default English, else French, else what the library has.",
        show_default=False,
    ),
]
ShowEvery = Annotated[bool, typer.Option("--all", help="Print all, however many.")]
PivotLanguage = Annotated[
    str | None,
    typer.Option(
        "--language",
        "-l",
        help="The pivot's language: fr, en, es, ru, ar or zh; of a folder, the version that the others are set beside.",
        show_default=False,
    ),
]
Config = Annotated[Path | None, typer.Option("--config", help="Settings; by default the nearest hexapla.toml.")]
Select = Annotated[list[str] | None, typer.Option("--select", help="Codes to ask for as well, such as D6.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="Codes not to show.")]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", help="Accepted findings; by default hexapla-baseline.json beside the settings."),
]
TranslationModelFolder = Annotated[
    Path | None,
    typer.Option("--translation-model", help="Folder of a translation model: words that it does not miss, too (D503)."),
]
Terms = Annotated[bool, typer.Option("--terms", help="Compare renderings of recurring terms, too (D401, D402).")]
Submission = Annotated[str | None, typer.Option("--submission", help="The language in which the text was submitted.")]
About = Annotated[
    str | None, typer.Option("--about", help="Show only what touches the version of this language, such as fr.")
]
ShowAll = Annotated[bool, typer.Option("--all", help="Print every finding, with its fingerprint.")]
SarifFile = Annotated[Path | None, typer.Option("--sarif", help="Write the findings as SARIF 2.1.0.")]
JunitFile = Annotated[Path | None, typer.Option("--junit", help="Write the findings as JUnit XML.")]
AcceptAll = Annotated[
    bool, typer.Option("--accept-all", help="Put every finding shown into the baseline; give --reason.")
]
Reason = Annotated[str | None, typer.Option("--reason", help="Why the findings are accepted.")]
Author = Annotated[str | None, typer.Option("--author", help="Who accepts them; by default your login name.")]

LibraryPlace = Annotated[
    Path | None,
    typer.Option(
        "--library",
        help="The library's folder; by default HEXAPLA_LIBRARY, library in hexapla.toml, or your own.",
        show_default=False,
    ),
]


def library_place(named: Path | None, config: Path | None) -> Path:
    """The folder of the library that a command is to use."""
    from reports.library.place import library_folder
    from reports.pipeline.run_options import load_options

    return library_folder(named, load_options(Path.cwd(), config=config).settings)


def console() -> SafeConsole:
    """Standard output: as wide as the terminal, plain where it is piped."""

    width = None if sys.stdout.isatty() else 200
    return console_for(width)


def print_json(data: object) -> None:
    """Print a JSON value."""
    echo(json.dumps(data, ensure_ascii=False, indent=2))


def ui_of(ui: str) -> str:
    """The language of the interface. Raises InputError for one that has no catalogue."""
    from reports.messages.catalogue import catalogues

    return catalogues().of(ui).ui


def say_not_read(place: Path, ui: str) -> None:
    """Say on the error channel what of a folder or archive is not read; nothing of a file, or of ``FOLDER#SYMBOL`` that is none."""
    from corpora.reading import split_path
    from reports.messages.lines import error_line
    from reports.project.discovery import holds_files, left_out

    folder = split_path(place)[0]
    for left in left_out(folder) if holds_files(folder) else ():
        echo(f"hexapla: {error_line(left, ui)}", err=True)


def refuse_beside_corpus(given: Mapping[str, object]) -> None:
    """Raise InputError for the first of the options by name that was given although it says nothing of a whole corpus."""
    for name, value in given.items():
        if value:
            raise InputError(name, "is of one resolution", hint="leave it out with --corpus")


def level_of(fail_on: str | None) -> str | None:
    """The severity given with --fail-on. Raises InputError where it is none."""
    from reports.findings.model import Severity

    if fail_on is not None and fail_on.lower() not in {s.label for s in Severity}:
        raise InputError("--fail-on", f"{fail_on!r} is no severity", hint="use neutral, minor, major or critical")
    return fail_on.lower() if fail_on else None


def end(findings: Sequence[Finding], fail_on: str | None) -> NoReturn:
    """End with status 1 where a finding is as grave as asked, else 0."""
    end_at([f.severity.label for f in findings], fail_on)


def end_at(severities: Sequence[str], fail_on: str | None) -> NoReturn:
    """The same for severities by name."""
    from reports.findings.model import Severity

    levels = {s.label: s for s in Severity}
    grave = fail_on is not None and any(levels[s] >= levels[fail_on] for s in severities)
    raise typer.Exit(1 if grave else 0)


def write_for_pipelines(
    title: str, selection: Selection, sarif_file: Path | None, junit_file: Path | None, ui: str
) -> None:
    """Write SARIF and JUnit files where they were asked for."""
    from corpora.io import write_whole
    from reports.exporters.pipelines import junit, sarif

    if sarif_file:
        write_whole(sarif_file, sarif(selection.findings, selection.suppressed, ui))
    if junit_file:
        write_whole(junit_file, junit(title, selection.findings, selection.suppressed, ui))


def accept(
    selection: Selection,
    options: RunOptions,
    baseline_file: Path | None,
    beside: Path,
    reason: str | None,
    author: str | None,
) -> None:
    """Put the findings shown into the baseline. Raises InputError where no reason is given."""
    from reports.findings.baseline import Baseline, write_baseline
    from reports.project.settings import BASELINE

    if not reason or not reason.strip():
        raise InputError("--accept-all", "no reason is given", hint='add --reason "…"')
    path = baseline_file or options.settings.baseline or (beside if beside.is_dir() else beside.parent) / BASELINE
    before = options.baseline or Baseline()
    who = author or getpass.getuser()
    after = before.with_findings(selection.findings, reason=reason.strip(), author=who, date=date.today().isoformat())
    write_baseline(path, after)
    echo(f"{path}: {len(after.entries) - len(before.entries)} accepted")
