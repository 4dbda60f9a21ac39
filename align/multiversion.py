"""Several versions around the pivot: rows of paragraphs that belong together in all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from align.model import Alignment


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraph ids that correspond, by document name; a document that has nothing here is left out."""

    cells: Mapping[str, tuple[str, ...]]


def rows_around_pivot(pivot: str, alignments: Mapping[str, Alignment]) -> list[Row]:
    """Rows in the pivot's order, made from the alignment of the pivot with each other document.

    Beads that share a pivot paragraph fall into one row. What a version has and the pivot has not is a row of its own,
    placed after the row of the paragraph before it in that version.
    """
    order = _pivot_order(alignments)
    group = {pid: pid for pid in order}

    def root(pid: str) -> str:
        while group[pid] != pid:
            pid = group[pid]
        return pid

    for alignment in alignments.values():
        for bead in alignment.beads:
            for other in bead.source[1:]:
                group[root(other)] = root(bead.source[0])
    cells: dict[str, dict[str, list[str]]] = {}
    for pid in order:
        cells.setdefault(root(pid), {}).setdefault(pivot, []).append(pid)
    for name, alignment in alignments.items():
        for bead in alignment.beads:
            if bead.source and bead.target:
                cells[root(bead.source[0])].setdefault(name, []).extend(bead.target)
    after: dict[str, list[Row]] = {}
    for one in _insertions(alignments, root):
        after.setdefault(one.behind, []).append(Row({one.name: one.ids}))
    rows = list(after.get("", []))
    for key, cell in cells.items():
        rows.append(Row({name: tuple(ids) for name, ids in cell.items()}))
        rows.extend(_joined(after.get(key, [])))
    return rows


@dataclass(frozen=True, slots=True)
class _Insertion:
    """What a version has and the pivot has not: behind which row, and below which paragraph of the pivot its list stands ("" for none)."""

    behind: str
    name: str
    ids: tuple[str, ...]
    head: str


def _insertions(alignments: Mapping[str, Alignment], root: Callable[[str], str]) -> list[_Insertion]:
    """What the versions have and the pivot has not; ``root`` tells by which paragraph of the pivot a row is known."""
    inserted: list[_Insertion] = []
    for name, alignment in alignments.items():
        last = ""
        heads = {i: root(bead.source[0]) for bead in alignment.beads if bead.source for i in bead.target}
        for bead in alignment.beads:
            if bead.source:
                last = root(bead.source[0])
            else:
                inserted.append(_Insertion(last, name, bead.target, heads.get(_parent(bead.target[0]), "")))
    reordered = {
        (name, _parent(root(bead.source[0])))
        for name, alignment in alignments.items()
        for bead in alignment.beads
        if bead.moved and bead.source
    }
    return _in_their_lists(inserted, {head for _, head in reordered}, reordered)


def _parent(pid: str) -> str:
    """The id of the paragraph that an item stands below: "op1" for "op1.c"."""
    return pid.rpartition(".")[0]


def _in_their_lists(
    inserted: Sequence[_Insertion], heads: Collection[str], reordered: Collection[tuple[str, str]]
) -> list[_Insertion]:
    """Insertions; the only one of each version in a list that some versions have in another order stands where it stands in one that has
    the pivot's, since they are likely the same item."""
    found = list(inserted)
    for head in sorted(heads):
        own = [one for one in inserted if one.head == head and head]
        if len(own) < 2 or len({one.name for one in own}) < len(own):
            continue
        place = next((one.behind for one in own if (one.name, head) not in reordered), own[0].behind)
        found = [replace(one, behind=place) if any(one is o for o in own) else one for one in found]
    return found


def _joined(rows: list[Row]) -> list[Row]:
    """Insertions at one place: those of different versions side by side, since they are likely the same paragraphs.

    Where one version has more of them than another, those of one number go together, and what lies between goes by its order: a
    pivot that ends in the middle leaves a long tail, and an item more in one version must not shift all that follows.
    """
    by_name: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        for name, ids in row.cells.items():
            by_name.setdefault(name, []).append(ids)
    out: list[dict[str, tuple[str, ...]]] = []
    for name, own in by_name.items():
        keys = [next(iter(cell.values())) for cell in out]
        same = SequenceMatcher(None, keys, own, autojunk=False).get_matching_blocks() if len(keys) != len(own) else ()
        anchors = [(block.a + k, block.b + k) for block in same for k in range(block.size)]
        out = _side_by_side(out, name, own, [*anchors, (len(out), len(own))])
    return [Row(cell) for cell in out]


def _side_by_side(
    cells: list[dict[str, tuple[str, ...]]], name: str, own: list[tuple[str, ...]], anchors: list[tuple[int, int]]
) -> list[dict[str, tuple[str, ...]]]:
    """Cells with those of one more version; ``anchors`` are the places of both that belong together, the ends last."""
    out: list[dict[str, tuple[str, ...]]] = []
    before, mine = 0, 0
    for there, here in anchors:
        for cell, ids in zip_longest(cells[before:there], own[mine:here]):
            out.append({**(cell or {}), **({name: ids} if ids is not None else {})})
        if there < len(cells) and here < len(own):
            out.append({**cells[there], name: own[here]})
        before, mine = there + 1, here + 1
    return out


def _pivot_order(alignments: Mapping[str, Alignment]) -> list[str]:
    for alignment in alignments.values():
        return [pid for bead in alignment.beads for pid in bead.source]
    return []
