"""The rows of three texts: which paragraphs of the last resolution, the draft and the adopted text belong together, and their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from align.model import Alignment, Bead
from corpora.model import Paragraph, Resolution

LAST, DRAFT, ADOPTED = SIDES = (0, 1, 2)
Sides = tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Paragraph, ...]]
"""The paragraphs of a row in each text, in the order of the text."""
_Node = tuple[int, str]
"""A text and the id of a paragraph in it."""


class _Joined:
    """Paragraphs in groups that grow together (a disjoint-set forest)."""

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}

    def group(self, node: _Node) -> _Node:
        """The paragraph that stands for the group of one."""
        above = self._above.get(node, node)
        if above == node:
            return node
        found = self._above[node] = self.group(above)
        return found

    def join(self, nodes: Sequence[_Node]) -> None:
        for node in nodes[1:]:
            self._above[self.group(node)] = self.group(nodes[0])


def rows_of_three(texts: tuple[Resolution, Resolution, Resolution], alignments: Sequence[Alignment]) -> Iterator[Sides]:
    """The rows in the order of the adopted text; those that it lacks, behind what they stood behind in the draft or the last text.

    ``alignments``: last to draft, draft to adopted, last to adopted. The third joins a paragraph that the draft has no counterpart of
    to one of the last text that nothing else in the adopted text stands for.
    """
    joined = _Joined()
    for (one, other), alignment in zip(((LAST, DRAFT), (DRAFT, ADOPTED)), alignments[:2], strict=True):
        for bead in alignment.beads:
            joined.join([*((one, i) for i in bead.source), *((other, i) for i in bead.target)])
    _join_what_came_back(joined, texts, alignments)
    groups: dict[_Node, list[_Node]] = defaultdict(list)
    for side in SIDES:
        for paragraph in texts[side].all_paragraphs():
            node = side, paragraph.id
            groups[joined.group(node)].append(node)
    known = [{p.id: p for p in text.all_paragraphs()} for text in texts]
    for group in _in_order(list(groups.values()), texts):
        last, draft, adopted = (tuple(known[side][i] for at, i in group if at == side) for side in SIDES)
        yield last, draft, adopted


def _join_what_came_back(
    joined: _Joined, texts: tuple[Resolution, Resolution, Resolution], alignments: Sequence[Alignment]
) -> None:
    from_draft = {i for bead in alignments[1].beads if bead.source for i in bead.target}
    adopted = {joined.group((ADOPTED, p.id)) for p in texts[ADOPTED].all_paragraphs() if p.id in from_draft}

    def is_free(bead: Bead) -> bool:
        taken = any(joined.group((LAST, i)) in adopted for i in bead.source)
        return bool(bead.source) and not taken and not from_draft.intersection(bead.target)

    for bead in alignments[2].beads:
        if bead.target and is_free(bead):
            joined.join([*((LAST, i) for i in bead.source), *((ADOPTED, i) for i in bead.target)])


def _in_order(groups: Sequence[list[_Node]], texts: Sequence[Resolution]) -> list[list[_Node]]:
    places: list[dict[str, int]] = [{p.id: k for k, p in enumerate(t.all_paragraphs())} for t in texts]
    of_node = {node: k for k, group in enumerate(groups) for node in group}
    own = [min((places[ADOPTED][i] for side, i in group if side == ADOPTED), default=None) for group in groups]

    def place(group: list[_Node]) -> tuple[int, int, int]:
        """The adopted paragraph that a row holds or stands behind, and its place in its own text."""
        if (at := own[of_node[group[0]]]) is not None:
            return at, 0, 0
        side, first = max(group, key=lambda node: (node[0], -places[node[0]][node[1]]))
        order = list(places[side])
        for before in reversed(order[: places[side][first]]):
            if (at := own[of_node[side, before]]) is not None:
                return at, 1, places[side][first]
        return -1, 1, places[side][first]

    return sorted(groups, key=place)
