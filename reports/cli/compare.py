"""compare: two related resolutions and their mandates; three texts; a draft alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from rich.console import Console

    from reports.comparison.rows import RelatedPair
    from reports.pipeline.case import Result
    from reports.pipeline.drafts import Search
    from reports.project.selection import Selection


def compare(
    earlier: Annotated[Path, typer.Argument(help="The earlier resolution; or a draft alone.")],
    later: Annotated[Path | None, typer.Argument(help="The later one; of three, the draft.")] = None,
    adopted: Annotated[Path | None, typer.Argument(help="What was adopted in the end, of three texts.")] = None,
    among: Annotated[
        list[Path] | None,
        typer.Option("--among", help="Files or folders to look in for what a draft stands on; by default, beside it."),
    ] = None,
    as_json: o.JsonFlag = False,
    html: o.HtmlOption = None,
    show_all: o.ShowAll = False,
    numbers: Annotated[bool, typer.Option("--concordance", help="Print old paragraph number -> new one.")] = False,
    language: o.Language = None,
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

    A folder stands for its French version, or that in the --language; FOLDER#SYMBOL names one of several resolutions.

    Three texts (LAST DRAFT ADOPTED): what the draft changed, what negotiation changed, what came back. A draft alone is compared
    with the resolution that it stands on, or, where it has tracked changes, with itself; beside another text it counts as two.

    Examples: hexapla compare 2002-19.fr.md 2003-22.fr.md --concordance; hexapla compare draft.docx; hexapla compare last.fr.md draft.docx adopted.fr.md
    """
    from reports.pipeline.case import examine
    from reports.pipeline.drafts import case_of_texts
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options
    from reports.project.discovery import text_at

    level, ui = o.level_of(fail_on), o.ui_of(ui)
    paths = [text_at(path, language or "fr") for path in (earlier, later, adopted) if path is not None]
    for place in (earlier, later, adopted):
        if place is not None:
            o.say_not_read(place, ui)
    if numbers and len(paths) == 3:
        raise InputError("--concordance", "is of two texts", hint="leave it out for three")
    options = load_options(
        paths[-1], config=config, select=select or (), ignore=ignore or (), baseline=baseline, language=language
    )
    with working() as on_progress:
        case, search = case_of_texts(paths, options, among=among or (), on_progress=on_progress)
        result = examine(case, on_progress=on_progress)
    title = _title(result, paths)
    if html:
        _write_page(html, result, ui)
    o.write_for_pipelines(title, result.selection_of_all(), sarif, junit, ui)
    if as_json:
        o.print_json(_json(result, search, ui))
    else:
        _print(result, search, title, ui, show_all=show_all, numbers=numbers)
        if html:
            echo(html)
    if accept_all:
        o.accept(result.selection_of_all(), options, baseline, paths[-1], reason, author)
        raise typer.Exit(0)
    o.end(result.findings, level)


def _title(result: Result, paths: list[Path]) -> str:
    if result.three is not None:
        return " → ".join(text.label for text in (result.three.last, result.three.draft, result.three.adopted))
    pair, _ = result.only_pair()
    return f"{pair.earlier.symbol or pair.earlier.name} → {pair.later.symbol or paths[-1]}"


def _write_page(path: Path, result: Result, ui: str) -> None:
    from reports.exporters.html import write_report
    from reports.exporters.html.three_texts_page import write_three_texts

    if result.three is not None:
        write_three_texts(path, result.three, result.related, ui)
    else:
        write_report(path, None, None, result.related, ui)


def _json(result: Result, search: Search | None, ui: str) -> dict[str, object]:
    from reports.exporters.json_results import related_json
    from reports.exporters.three_texts_json import foundation_json, three_texts_json

    if result.three is not None:
        return three_texts_json(result.three, [selection for _, selection in result.related], ui)
    based = {} if search is None else {"based_on": foundation_json(search.found)}
    return {**based, **related_json(*result.only_pair(), ui)}


def _print(result: Result, search: Search | None, title: str, ui: str, *, show_all: bool, numbers: bool) -> None:
    from reports.cli.three_texts import foundation_line, print_three_texts

    console = o.console()
    if (line := _languages_line(result, ui)) is not None:
        console.print(line, markup=False)
    if search is not None:
        console.print(foundation_line(search, ui), markup=False)
    if result.three is not None:
        steps = [selection for _, selection in result.related]
        print_three_texts(console, result.three, steps, ui, show_all=show_all)
    else:
        _print_pair(console, *result.only_pair(), title, ui, show_all=show_all, numbers=numbers)


def _languages_line(result: Result, ui: str) -> str | None:
    """What two texts in two languages are: versions of one resolution, or related ones whose wording is not compared."""
    from reports.messages.catalogue import language_name, say

    if result.three is not None:
        return None
    pair, _ = result.only_pair()
    one, other = pair.earlier, pair.later
    if one.language == other.language:
        return None
    names = {"earlier": language_name(one.language, ui), "later": language_name(other.language, ui)}
    if one.symbol is None or one.symbol != other.symbol:
        return say("terminal.two_languages", ui, **names)
    return say("terminal.versions", ui, **names, symbol=one.symbol)


def _print_pair(
    console: Console, pair: RelatedPair, selection: Selection, title: str, ui: str, *, show_all: bool, numbers: bool
) -> None:
    from rich.text import Text

    from reports.cli.terminal import print_editorial, print_summary, print_verdict
    from reports.comparison.carry_over import carry_over, carry_over_line, concordance
    from reports.comparison.verdict import words_by_title

    verdict = print_verdict(console, pair, selection, ui)
    print_summary(console, title, selection, ui, show_all=show_all)
    if verdict is not None and verdict.changed:
        console.print(Text(words_by_title(verdict, ui), style="dim"), soft_wrap=True)
    if show_all:
        print_editorial(console, selection.findings, ui)
    if figures := carry_over(pair):
        console.print(carry_over_line(figures, ui), markup=False)
    for entry in concordance(pair) if numbers else ():
        console.print(
            f"{' '.join(entry.earlier) or '–':24} → {' '.join(entry.later) or '–':24} {entry.relation}", markup=False
        )
