"""Alignments of files, as the command line asks for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from align.clauses import align_clauses
from align.consensus import agree_across
from align.encoders import Encoder, encoder_named
from align.lexicon.word_links import unrendered_words
from align.lines import align_lines, align_related_lines, format_beads
from align.model import Alignment, Bead, Relation
from align.related import align_related
from align.search.calibration import UNCERTAIN
from align.versions import align_versions
from corpora.errors import InputError
from corpora.io import write_whole
from corpora.model import Resolution
from corpora.readers import decode
from corpora.reading import read_resolution
from reports.exporters.json_results import alignment_json
from reports.exporters.tables import bead_table, write_table
from reports.pipeline.case import by_language


def line_beads(source: Path, target: Path, *, related: bool, encoder: str = "universal") -> list[str]:
    """Beads of two files of lines, printed as Vecalign prints them."""
    first, second = _lines(source), _lines(target)
    if related:
        return [f"{list(a)}:{list(b)}" for a, b in align_related_lines(first, second)]
    return format_beads(align_lines(first, second, encoder_named(encoder)))


def _lines(path: Path) -> list[str]:
    lines = decode(path).splitlines()
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def resolution_alignments(
    pivot: Path,
    others: Sequence[Path],
    *,
    related: bool,
    encoder: str = "universal",
    clauses: bool = False,
    uncertain: bool = False,
    words: bool = False,
) -> list[Alignment]:
    """The alignment of the pivot with each other file; with ``clauses`` those inside each bead, too.

    With ``words`` each bead holds the words of either side that no word of the other renders.

    Language versions are compared across each other, so that weak beads are settled or marked. ``uncertain`` keeps only
    the beads that may be wrong.
    """
    model = encoder_named(encoder)
    first = read_resolution(pivot)
    rest = [read_resolution(path) for path in others]
    if related:
        made = [align_related(first, other, model) for other in rest]
    else:
        documents = by_language([first, *rest])
        star = {other.language: align_versions(first, other, model) for other in rest}
        made = list(agree_across(star, documents, model).values())
    if words:
        made = [_with_words(a, first, other) for a, other in zip(made, rest, strict=True)]
    if clauses:
        made = [_with_clauses(a, first, other, model) for a, other in zip(made, rest, strict=True)]
    if uncertain:
        made = [replace(a, beads=tuple(b for b in a.beads if b.confidence < UNCERTAIN)) for a in made]
    return made


def _with_words(alignment: Alignment, first: Resolution, other: Resolution) -> Alignment:
    beads = []
    for bead in alignment.beads:
        if bead.source and bead.target:
            mine = " ".join(first.paragraph(i).text for i in bead.source)
            theirs = " ".join(other.paragraph(i).text for i in bead.target)
            ways = (mine, theirs, first.language, other.language), (theirs, mine, other.language, first.language)
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
            first.language,
            other.language,
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
