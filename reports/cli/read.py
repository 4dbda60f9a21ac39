"""read: the structure of one document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError, NoResolutionError
from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from corpora.model import Resolution


def read(
    file: Path,
    language: o.Language = None,
    symbol: Annotated[str | None, typer.Option("--symbol", help="One resolution of a compilation.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write it as Akoma Ntoso (.xml) or JSON (.json).")
    ] = None,
    as_json: o.JsonFlag = False,
) -> None:
    """Read a resolution and show its structure; of a compilation (a yearly volume) list the resolutions.

    A report or a letter with its symbol is shown by paragraphs and sentences.

    Examples: hexapla read fr.md --json; hexapla read 1993.html --symbol "S/RES/802 (1993)"
    """
    from corpora.reading import read_resolution, split_path
    from reports.project.discovery import text_at

    path, named = split_path(text_at(file, language or "fr"))
    symbol = symbol or named
    found: Sequence[Resolution]
    if symbol is not None:
        found = [read_resolution(Path(f"{path}#{symbol}"), language)]
    else:
        found = _resolutions_or_document(path, language)
    if output is not None:
        _write_resolution(found, output)
    elif as_json:
        from reports.exporters.json_results import resolution_json

        shapes = [resolution_json(r) for r in found]
        o.print_json(shapes[0] if len(shapes) == 1 else {"resolutions": shapes})
    elif len(found) > 1:
        _list_resolutions(found)
    else:
        _show(found[0])


def _resolutions_or_document(path: Path, language: str | None) -> Sequence[Resolution]:
    """The resolutions of a file; a report or a letter, which has a symbol too, as what it is. Raises InputError for other texts."""
    from corpora.reading import read_resolutions
    from corpora.text_documents import read_text_document

    try:
        return read_resolutions(path, language)
    except NoResolutionError:
        document = read_text_document(path, language)
        if document.symbol is None:
            raise
        return [document]


def _write_resolution(found: Sequence[Resolution], output: Path) -> None:
    from corpora.io import write_whole
    from reports.exporters.akoma_ntoso import akoma_ntoso
    from reports.exporters.json_results import resolution_json

    if len(found) > 1:
        raise InputError(str(output), f"{len(found)} resolutions for one file", hint="name one with --symbol")
    if output.suffix in (".xml", ".akn"):
        write_whole(output, akoma_ntoso(found[0]))
    elif output.suffix == ".json":
        write_whole(output, json.dumps(resolution_json(found[0]), ensure_ascii=False, indent=2) + "\n")
    else:
        raise InputError(str(output), f"no format {output.suffix!r}", hint="use .xml or .json")
    echo(output)


def _list_resolutions(found: Sequence[Resolution]) -> None:
    from corpora.model import Kind
    from reports.messages.wording import shortened

    console = o.console()
    for resolution in found:
        operative = sum(p.kind is Kind.OPERATIVE for p in resolution.paragraphs)
        faults = f"  numbering: {', '.join(map(str, resolution.faults))}" if resolution.faults else ""
        console.print(
            f"{resolution.symbol or '–':22} {operative:3} operative, {len(resolution.footnotes):3} notes  "
            f"{shortened(resolution.title, 70)}{faults}",
            markup=False,
        )


def _show(resolution: Resolution) -> None:
    from reports.exporters.particulars import particulars_line
    from reports.messages.wording import shortened

    console = o.console()
    console.print(f"{resolution.symbol or '–'}  {resolution.organ or '–'}  {resolution.language}", markup=False)
    if line := particulars_line(resolution, "en"):
        console.print(line, markup=False)
    if resolution.code_page:
        console.print(f"read as {resolution.code_page}", markup=False)
    for paragraph in resolution.all_paragraphs():
        verb = paragraph.verb
        console.print(
            f"{paragraph.id:10} {paragraph.kind:12} {verb.concepts[0] if verb else '':18} {shortened(paragraph.text, 100)}",
            markup=False,
        )
    for fault in resolution.faults:
        console.print(f"numbering: {fault}", markup=False)
