"""find: where the record has a phrase, and how it was rendered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from reports.library.concordance import Concordance
    from reports.library.store import Library


def find(
    phrase: str,
    in_: Annotated[
        str | None,
        typer.Option("--in", "--language", "-l", help="The language of the phrase; by default the phrase tells."),
    ] = None,
    show: Annotated[
        str | None, typer.Option("--show", help="Languages to show it in, parted by commas; by default two.")
    ] = None,
    match: Annotated[
        str, typer.Option("--match", help="How closely.", metavar="exact|inflected|near|meaning")
    ] = "inflected",
    organ: Annotated[str | None, typer.Option("--organ", help="Only this organ: GA, SC, ECOSOC …")] = None,
    since: Annotated[int | None, typer.Option("--since", help="Only from this year on.")] = None,
    until: Annotated[int | None, typer.Option("--until", help="Only up to this year.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Places to show; all are counted.")] = 10,
    every: o.ShowEvery = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write all places: .tmx with their counterparts, or .json.")
    ] = None,
    as_json: o.JsonFlag = False,
    library: o.LibraryPlace = None,
    ui: o.Ui = "en",
    config: o.Config = None,
) -> None:
    """Find a phrase in the record, with the words that render it in other languages, and how often each did.

    Its words in any form count, unless --match says otherwise: exact, inflected, near (in any order, with words between), meaning.

    Examples: hexapla find "prêter une assistance technique" --show en,es; hexapla find "technical assistance" --organ ECOSOC -o memory.tmx
    """
    from corpora.io import write_whole
    from reports.exporters.concordance_json import concordance_json
    from reports.library.concordance import Query
    from reports.library.concordance import find as look
    from reports.library.phrases import MATCHES, Match
    from reports.library.store import open_library
    from reports.pipeline.progress import working

    ui = o.ui_of(ui)
    if match not in {str(way) for way in MATCHES}:
        raise InputError("--match", f"{match!r}", hint=f"use {', '.join(MATCHES)}")
    if output is not None and output.suffix not in (".tmx", ".json"):
        raise InputError(str(output), f"no format {output.suffix!r}", hint="use .tmx or .json")
    limit = ALL if every else limit
    languages = tuple(code.strip() for code in (show or "").split(",") if code.strip())
    query = Query(
        phrase=phrase, language=in_ or "", how=Match(match), show=languages, organ=organ, since=since, until=until
    )
    opened = open_library(o.library_place(library, config))
    with working() as on_progress:
        on_progress(phrase)
        found = look(opened, query, limit=limit if output is None else ALL)
    if output is not None:
        import json

        from reports.exporters.memory import memory_of

        text = (
            memory_of(found.hits)
            if output.suffix == ".tmx"
            else json.dumps(concordance_json(found), ensure_ascii=False)
        )
        write_whole(output, text)
    if as_json:
        o.print_json(concordance_json(found))
    else:
        _show(found, opened, limit, ui)
    if output is not None:
        echo(output)
    raise typer.Exit(0 if found.total else 1)


ALL = 1_000_000
"""Places that are written to a file: every one of them."""


def _show(found: Concordance, opened: Library, limit: int, ui: str) -> None:
    from corpora.languages import language
    from reports.library.addresses import AddressBook
    from reports.library.marking import counterpart_excerpt, excerpt, years_of
    from reports.library.phrases import Match, WantedPhrase
    from reports.messages.catalogue import breakable, language_name, say, say_address

    echo(say("concordance.total", ui, count=found.total, phrase=found.query.phrase))
    if not found.total:
        if found.query.how in (Match.EXACT, Match.INFLECTED):
            echo(say("concordance.try_near", ui))
        return
    if found.counted and found.counted < found.total:
        echo(say("concordance.counted", ui, count=found.counted))
    if found.hits and found.renderings and not any(found.renderings.values()):
        asked = WantedPhrase(found.query.phrase, language(found.hits[0].language))
        if not asked.has_meaning:
            echo(say("concordance.no_meaning", ui, phrase=found.query.phrase))
    for code, renderings in found.renderings.items():
        said = []
        for r in renderings[:_RENDERINGS]:
            which, year = years_of(r, found)
            said.append(
                f"{r.words} {r.count}" + (f" ({say('concordance.' + which, ui, year=str(year))})" if which else "")
            )
        if len(renderings) > _RENDERINGS:
            said.append(say("concordance.others", ui, count=len(renderings) - _RENDERINGS))
        if found.unrendered.get(code):
            said.append(say("concordance.unrendered", ui, count=found.unrendered[code]))
        echo(f"{language_name(code, ui)}: {', '.join(said) or '–'}")
    echo(", ".join(f"{year} {count}" for year, count in found.years.items()))
    echo(", ".join(f"{organ} {count}" for organ, count in found.organs.items()))
    shown = found.hits[:limit]
    book = AddressBook(opened, {hit.symbol for hit in shown}, shown[0].language) if shown else None
    for hit in shown:
        place = breakable(say_address(book.find(hit.symbol, hit.paragraph), ui)) if book else hit.paragraph
        echo(f"\n{hit.symbol}, {place}  {hit.date or hit.year or ''}  {say('concordance.' + hit.match, ui)}")
        echo(f"  {hit.language}  {excerpt(hit.text, hit.spans)}")
        for code, other in hit.counterparts.items():
            echo(
                f"  {code}  {counterpart_excerpt(other.text, other.spans)}"
                + ("" if other.spans or not hit.spans else f"  ({say('concordance.none_here', ui)})")
            )


_RENDERINGS = 12
"""Renderings of a language that a line names."""
