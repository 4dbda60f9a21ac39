"""Alignments of files, as the command line asks for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from align.lines import align_lines, align_related_lines, format_beads
from align.model import Alignment
from align.related import align_related
from align.versions import align_versions
from corpora.errors import UnusableInputError
from corpora.readers import decode
from corpora.reading import read_resolution
from reports.exporters.json_results import alignment_json
from reports.files import write_whole
from reports.session import distinct_languages
from reports.tables import bead_table, write_table


def line_beads(source: Path, target: Path, *, related: bool) -> list[str]:
    """Beads of two files of lines, printed as Vecalign prints them."""
    first, second = _lines(source), _lines(target)
    if related:
        return [f"{list(a)}:{list(b)}" for a, b in align_related_lines(first, second)]
    return format_beads(align_lines(first, second))


def _lines(path: Path) -> list[str]:
    lines = decode(path).splitlines()
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def resolution_alignments(pivot: Path, others: Sequence[Path], *, related: bool) -> list[Alignment]:
    """The alignment of the pivot with each other file."""
    first = read_resolution(pivot)
    rest = [read_resolution(path) for path in others]
    if related:
        return [align_related(first, other) for other in rest]
    distinct_languages([first, *rest])
    return [align_versions(first, other) for other in rest]


def write_alignments(alignments: Sequence[Alignment], output: Path) -> None:
    """Write beads as JSON, CSV or Parquet by suffix."""
    if output.suffix == ".json":
        shapes = [alignment_json(a) for a in alignments]
        data = shapes[0] if len(shapes) == 1 else {"alignments": shapes}
        write_whole(output, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    elif output.suffix in (".csv", ".parquet"):
        write_table(bead_table(alignments), output)
    else:
        raise UnusableInputError(str(output), f"no format {output.suffix!r}", mend="use .json, .csv or .parquet")
