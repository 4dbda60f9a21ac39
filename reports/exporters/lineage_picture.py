"""The threads of mandates as a picture (SVG): a column a resolution, a dot a mandate, a line from each text to the next.

Lines meet where mandates merged and part where one was split; a line is dashed where a text only continues the mandate by reference, and
ends in a cross where it was retired; a ring is around the dot of one that stands in another place than before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from align.model import Relation
from corpora.mandates.extraction import mandates_of
from reports.comparison.lineage import (
    ADAPTED,
    CONTINUED,
    CREATED,
    FIRST_SEEN,
    RENEWED,
    RETIRED,
    Lineage,
    MandateHistory,
    stage_name,
    state_name,
)
from reports.exporters.xml_text import xml_text
from reports.messages.catalogue import breakable, say_addresses, word
from reports.messages.wording import shortened

_COLUMN, _ROW, _MARGIN, _HEAD = 220, 26, 24, 44
"""Pixels between columns, between rows, around the drawing, above it for the symbols."""
_WORDS = 420
"""Pixels for the words of the mandates, behind the last column."""
_LABEL, _LEAST = 62, 24
"""Letters of a label that find room in these pixels, and those of the words that it has at least."""
_HALO = 'stroke="#ffffff" stroke-width="6" stroke-linejoin="round" paint-order="stroke"'
"""White around the letters of a name, so that it can be read where a line passes behind it."""
_COLOURS: Mapping[str, str] = {
    FIRST_SEEN: "#47566b",
    CREATED: "#1b7f3b",
    RENEWED: "#47566b",
    ADAPTED: "#b45309",
    CONTINUED: "#6d28d9",
    RETIRED: "#a3123a",
    "merged": "#0e7490",
    "split": "#0e7490",
    "replaced": "#b45309",
}


@dataclass(frozen=True, slots=True)
class _Dot:
    x: int
    y: int


def lineage_picture(lineage: Lineage, ui: str) -> str:
    """The drawing, with the states and words as titles that are shown where one points, and read aloud."""
    places = _places(lineage)
    rows = max((dot.y for dot in places.values()), default=_HEAD) + _ROW
    width = 2 * _MARGIN + _COLUMN * (len(lineage.resolutions) - 1) + _WORDS
    states = list(dict.fromkeys(s.state for t in lineage.threads for s in t.steps if s.state))
    height = rows + _ROW + _MARGIN
    drawn = [line for t in lineage.threads for line in _thread(lineage, t, places, ui)]
    body = "\n".join(
        [
            *_heads(lineage),
            # Lines below, so that none strikes a name through.
            *sorted(drawn, key=lambda line: not line.startswith("<path")),
            *_legend(states, rows, ui, moved=any(s.moved for t in lineage.threads for s in t.steps)),
        ]
    )
    title = " → ".join(r.label for r in lineage.resolutions)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="sans-serif" font-size="12">\n<title>{_said(title)}</title>\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def _said(text: str) -> str:
    return escape(xml_text(text))


def _places(lineage: Lineage) -> dict[tuple[int, str], _Dot]:
    """Where each mandate stands, by the resolution's place and the mandate's id: in the order of the text."""
    found: dict[tuple[int, str], _Dot] = {}
    for i, resolution in enumerate(lineage.resolutions):
        wanted = {key for t in lineage.threads if (key := _key(t, i))}
        order = [m.id for m in mandates_of(resolution) if m.id in wanted]
        order += sorted(wanted - set(order))
        for row, name in enumerate(order):
            found[i, name] = _Dot(_MARGIN + i * _COLUMN, _HEAD + _ROW * (row + 1))
    return found


def _key(thread: MandateHistory, place: int) -> str:
    step = thread.steps[place]
    return step.mandate.id if step.mandate is not None else step.continued_in


def _heads(lineage: Lineage) -> Iterator[str]:
    for i, resolution in enumerate(lineage.resolutions):
        yield f'<text x="{_MARGIN + i * _COLUMN}" y="{_HEAD - 18}" font-weight="bold">{_said(resolution.label)}</text>'


def _thread(lineage: Lineage, thread: MandateHistory, places: Mapping[tuple[int, str], _Dot], ui: str) -> Iterator[str]:
    before: _Dot | None = None
    for i, step in enumerate(thread.steps):
        colour = _COLOURS.get(step.state, "#47566b")
        dot = places.get((i, _key(thread, i)))
        if dot is not None:
            if before is not None:
                dashed = ' stroke-dasharray="5 4"' if step.state == CONTINUED else ""
                middle = (before.x + dot.x) // 2
                yield (
                    f'<path d="M{before.x} {before.y} C{middle} {before.y} {middle} {dot.y} {dot.x} {dot.y}" fill="none" '
                    f'stroke="{colour}" stroke-width="1.6"{dashed}/>'
                )
            where = breakable(say_addresses(lineage.addresses(i, step)[1], ui))
            words = step.mandate.text if step.mandate is not None else ""
            label = f"{where}: {stage_name(step, ui)}. {shortened(words, 160)}".strip()
            yield f'<circle cx="{dot.x}" cy="{dot.y}" r="5" fill="{colour}"><title>{_said(label)}</title></circle>'
            if step.moved:
                yield _ring(dot.x, dot.y, colour)
            yield from _label(lineage, i, dot, where, words)
            before = dot
        elif step.state and before is not None:
            yield _end(before, state_name(step.state, ui), colour)
            before = None


def _ring(x: int, y: int, colour: str) -> str:
    """The ring around the dot of a mandate that stands in another place than in the text before."""
    return f'<circle cx="{x}" cy="{y}" r="8" fill="none" stroke="{colour}" stroke-width="1.4"/>'


def _label(lineage: Lineage, place: int, dot: _Dot, name: str, words: str) -> Iterator[str]:
    last = place == len(lineage.resolutions) - 1
    text = f"{name}  {shortened(words, max(_LABEL - len(name), _LEAST))}" if last else name
    yield f'<text x="{dot.x + 11}" y="{dot.y + 4}" fill="#1f2937" {_HALO}>{_said(text)}</text>'


def _end(before: _Dot, state: str, colour: str) -> str:
    x, y = before.x + _COLUMN // 3, before.y
    cross = f"M{x - 4} {y - 4} L{x + 4} {y + 4} M{x - 4} {y + 4} L{x + 4} {y - 4}"
    return (
        f'<g><path d="M{before.x + 44} {y} L{x - 6} {y}" stroke={quoteattr(colour)} stroke-width="1.6"/>'
        f'<path d="{cross}" stroke={quoteattr(colour)} stroke-width="2"/><title>{_said(state)}</title></g>'
    )


def _legend(states: list[str], y: int, ui: str, *, moved: bool) -> Iterator[str]:
    x = _MARGIN
    for state in states:
        name = state_name(state, ui)
        yield f'<circle cx="{x}" cy="{y + 14}" r="5" fill="{_COLOURS.get(state, "#47566b")}"/>'
        yield f'<text x="{x + 9}" y="{y + 18}" fill="#1f2937">{_said(name)}</text>'
        x += 30 + 8 * len(name)
    if moved:
        yield _ring(x + 4, y + 14, "#47566b")
        yield f'<text x="{x + 17}" y="{y + 18}" fill="#1f2937">{_said(word("relation", Relation.MOVED, ui))}</text>'
