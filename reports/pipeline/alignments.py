"""Alignments of files, as the command line asks for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from align.clauses import align_clauses
from align.consensus import agree_across
from align.encoders import Encoder, encoder_named
from align.lexicon.word_links import unrendered_words
from align.lines import align_lines, align_related_lines, format_bead, scores_of
from align.model import Alignment, Bead, Relation
from align.related import align_related
from align.search.calibration import UNCERTAIN
from align.search.line_confidence import line_confidences
from align.versions import align_versions
from corpora.errors import InputError
from corpora.io import write_whole
from corpora.languages import language_of
from corpora.model import Resolution
from corpora.resources.line_files import read_lines
from reports.exporters.json_results import alignment_json
from reports.exporters.tables import bead_table, write_table
from reports.pipeline.case import by_language


@dataclass(frozen=True, slots=True)
class LinesRequest:
    """How the beads of lines are wanted: whether they may cross, with their text, only those that may be wrong."""

    moves: bool = False
    show: bool = False
    uncertain: bool = False


def line_beads(
    source: Path, target: Path, *, related: bool, encoder: str = "universal", options: LinesRequest | None = None
) -> list[str]:
    """Beads of two files of lines, printed as Vecalign prints them, by the numbers of the lines in their files.

    Where their text is asked for it follows each, ``<`` the source and ``>`` the target.
    """
    options = options or LinesRequest()
    sides = read_lines(source), read_lines(target)
    first, second = ([line.text for line in side] for side in sides)
    if related:
        beads = [(list(xs), list(ys)) for xs, ys in align_related_lines(first, second)]
    else:
        beads = _beads_of_lines(first, second, encoder_named(encoder), options)
    printed = []
    for bead in beads:
        lines = [[side[i] for i in places] for side, places in zip(sides, bead, strict=True)]
        printed.append(format_bead(*([line.number for line in side] for side in lines)))
        if options.show:
            texts = [(mark, line.text) for mark, side in zip("<>", lines, strict=True) for line in side]
            printed += [f"  {mark} {' '.join(text.split())}" for mark, text in texts]
    return printed


def _beads_of_lines(
    source: Sequence[str], target: Sequence[str], model: Encoder, options: LinesRequest
) -> list[tuple[list[int], list[int]]]:
    steps = align_lines(source, target, model, moves=options.moves)
    if options.uncertain:
        scores, usual = scores_of(source, target, (model.encode(source), model.encode(target)))
        sure = line_confidences(steps, scores, usual)
        steps = [step for step, confidence in zip(steps, sure, strict=True) if confidence < UNCERTAIN]
    return [(list(range(a, b)), list(range(c, d))) for a, b, c, d in steps]


def document_alignments(
    documents: Sequence[Resolution],
    *,
    related: bool,
    encoder: str = "universal",
    clauses: bool = False,
    uncertain: bool = False,
    words: bool = False,
) -> list[Alignment]:
    """The alignment of the first document with each other one; with ``clauses`` those inside each bead, too.

    With ``words`` each bead holds the words of either side that no word of the other renders.

    Language versions are compared across each other, so that weak beads are settled or marked. ``uncertain`` keeps only
    the beads that may be wrong.
    """
    model = encoder_named(encoder)
    first, *rest = documents
    if related:
        made = [align_related(first, other, model) for other in rest]
    else:
        by_code = by_language([first, *rest])
        star = {other.language: align_versions(first, other, model) for other in rest}
        made = list(agree_across(star, by_code, model).values())
    if words:
        made = [_with_words(a, first, other) for a, other in zip(made, rest, strict=True)]
    if clauses:
        made = [_with_clauses(a, first, other, model) for a, other in zip(made, rest, strict=True)]
    if uncertain:
        made = [replace(a, beads=tuple(b for b in a.beads if b.confidence < UNCERTAIN)) for a in made]
    return made


def bead_text(bead: Bead, first: Resolution, other: Resolution) -> list[str]:
    """The text of a bead's paragraphs, ``<`` before those of the first document and ``>`` before those of the other one.

    Clauses, whose ids end in their number (``op4:2``), have none of their own.
    """
    sides = ("<", first, bead.source), (">", other, bead.target)
    return [f"{mark} {document.paragraph(i).text}" for mark, document, ids in sides for i in ids if ":" not in i]


def _with_words(alignment: Alignment, first: Resolution, other: Resolution) -> Alignment:
    languages = language_of(first), language_of(other)
    beads = []
    for bead in alignment.beads:
        if bead.source and bead.target:
            mine = " ".join(first.paragraph(i).text for i in bead.source)
            theirs = " ".join(other.paragraph(i).text for i in bead.target)
            ways = (mine, theirs, languages[0], languages[1]), (theirs, mine, languages[1], languages[0])
            sides = [tuple(way[0][s.start : s.end] for s in unrendered_words(*way)) for way in ways]
            bead = replace(bead, unrendered=(sides[0], sides[1]))
        beads.append(bead)
    return replace(alignment, beads=tuple(beads))


def _with_clauses(alignment: Alignment, first: Resolution, other: Resolution, model: Encoder) -> Alignment:
    """The alignment with the beads of clauses after each bead that has more than one clause on a side."""
    beads: list[Bead] = []
    for bead in alignment.beads:
        beads.append(bead)
        if not bead.source or not bead.target:
            continue
        inside = align_clauses(
            [first.paragraph(i) for i in bead.source],
            [other.paragraph(i) for i in bead.target],
            language_of(first),
            language_of(other),
            model,
        )
        if len(inside) < 2:
            continue
        for mine, theirs in inside:
            relation = Relation.ALIGNED if mine and theirs else Relation.DROPPED if mine else Relation.NEW
            ids = tuple(c.id for c in mine), tuple(c.id for c in theirs)
            beads.append(Bead(*ids, 0.0, relation, confidence=bead.confidence))
    return replace(alignment, beads=tuple(beads))


def write_alignments(alignments: Sequence[Alignment], output: Path) -> None:
    """Write beads as JSON, CSV or Parquet by suffix."""
    if output.suffix == ".json":
        shapes = [alignment_json(a) for a in alignments]
        data = shapes[0] if len(shapes) == 1 else {"alignments": shapes}
        write_whole(output, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    elif output.suffix in (".csv", ".parquet"):
        write_table(bead_table(alignments), output)
    else:
        raise InputError(str(output), f"no format {output.suffix!r}", hint="use .json, .csv or .parquet")
