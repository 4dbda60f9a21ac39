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
    from corpora.model import NumberingFault, Paragraph, Resolution


def read(
    file: Path,
    language: o.Language = None,
    symbol: Annotated[str | None, typer.Option("--symbol", help="One resolution of a compilation.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write it as Akoma Ntoso (.xml) or JSON (.json).")
    ] = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
) -> None:
    """Read a resolution and show its structure; of a compilation (a yearly volume) list the resolutions.

    A report or a letter with its symbol is shown by paragraphs and sentences.

    Examples: hexapla read fr.md --json; hexapla read 1993.html --symbol "S/RES/802 (1993)"
    """
    from corpora.reading import read_resolution, split_path
    from reports.project.discovery import text_at

    ui = o.ui_of(ui)
    _require_format(output)
    path, named = split_path(text_at(file, language or "fr"))
    o.say_not_read(file, ui)
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
        _list_resolutions(found, ui)
    else:
        _show(found[0], ui)


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


_FORMATS = (".xml", ".akn", ".json")
"""Endings of files that a resolution is written to: Akoma Ntoso, JSON."""


def _require_format(output: Path | None) -> None:
    """Raises InputError for a file of no format that is written, before the work."""
    if output is not None and output.suffix not in _FORMATS:
        raise InputError(str(output), f"no format {output.suffix!r}", hint="use .xml or .json")


def _write_resolution(found: Sequence[Resolution], output: Path) -> None:
    from corpora.io import write_whole
    from reports.exporters.akoma_ntoso import akoma_ntoso
    from reports.exporters.json_results import resolution_json

    if len(found) > 1:
        raise InputError(str(output), f"{len(found)} resolutions for one file", hint="name one with --symbol")
    if output.suffix == ".json":
        write_whole(output, json.dumps(resolution_json(found[0]), ensure_ascii=False, indent=2) + "\n")
    else:
        write_whole(output, akoma_ntoso(found[0]))
    echo(output)


def _list_resolutions(found: Sequence[Resolution], ui: str) -> None:
    from corpora.model import Kind
    from reports.messages.catalogue import say
    from reports.messages.wording import shortened

    console = o.console()
    for resolution in found:
        operative = sum(p.kind is Kind.OPERATIVE for p in resolution.paragraphs)
        counts = say("terminal.counts", ui, operative=operative, footnotes=len(resolution.footnotes))
        faults = "".join(f"; {_fault_line(fault, ui)}" for fault in resolution.faults)
        console.print(
            f"{resolution.symbol or '–':22} {counts}  {shortened(resolution.title, 70)}{faults}", markup=False
        )


def _show(resolution: Resolution, ui: str) -> None:
    """Print the paragraphs, each by where people find it, with the kind of its act."""
    from corpora.structure.addresses import address_of
    from reports.exporters.particulars import particulars_line
    from reports.messages.catalogue import breakable, language_name, say, say_address
    from reports.messages.wording import shortened

    console = o.console()
    name = language_name(resolution.language, ui)
    console.print(f"{resolution.symbol or '–'}  {resolution.organ or '–'}  {name}", markup=False)
    if line := particulars_line(resolution, ui):
        console.print(line, markup=False)
    if resolution.code_page:
        console.print(say("terminal.code_page", ui, page=resolution.code_page), markup=False)
    lines = [
        (breakable(say_address(address_of(resolution, p.id), ui)), _act_of(p, resolution.organ, ui), p.text)
        for p in resolution.all_paragraphs()
    ]
    where, act = (max((len(line[at]) for line in lines), default=0) for at in range(2))
    for address, kind, text in lines:
        console.print(f"{address:{where}}  {kind:{act}}  {shortened(text, _SHOWN)}".rstrip(), markup=False)
    for fault in resolution.faults:
        console.print(_fault_line(fault, ui), markup=False)


_SHOWN = 100
"""Characters of a paragraph that a line shows. Chosen: one line of a wide terminal with what stands before it."""


def _act_of(paragraph: Paragraph, organ: str | None, ui: str) -> str:
    """The kind of a paragraph's verb in the language of the interface; "" where it has none."""
    from corpora.languages.concepts import concept_of
    from reports.messages.catalogue import kind_in_every_language

    verb = paragraph.verb
    return kind_in_every_language(concept_of(verb.concepts[0], organ).kind)[ui] if verb else ""


def _fault_line(fault: NumberingFault, ui: str) -> str:
    """A fault of the numbering, as the check of one document says it."""
    from reports.messages.catalogue import say

    if fault.is_repeat:
        return say("L106.repeat", ui, number=str(fault.after))
    return say("L106.gap", ui, number=str(fault.before), next=str(fault.after))
