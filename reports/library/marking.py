"""The words around a phrase, on one line: for a page, and for a terminal with the phrase in brackets; the years of a rendering."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.model import Span
from reports.library.concordance import Concordance, Rendering

_AROUND = 60
"""Characters shown on either side of the phrase."""
_RECENT = 2
"""Years before the last one of all hits up to which a rendering is still in use."""


def around(text: str, spans: Sequence[Span], reach: int = _AROUND) -> tuple[str, str, str]:
    """What stands before the first place of a phrase, the phrase there, what stands behind; cut at words after ``reach`` characters.

    Without a place the beginning of the text, and two empty texts.

    >>> around("asks States to provide technical assistance to small ports", [Span(15, 43)], 12)
    ('… States to ', 'provide technical assistance', ' to small …')
    """
    if not spans:
        cut = text if len(text) <= 3 * reach else text[: 3 * reach].rsplit(" ", 1)[0] + " …"
        return " ".join(cut.split()), "", ""
    first = spans[0]
    start, end = max(0, first.start - reach), min(len(text), first.end + reach)
    before, behind = text[start : first.start], text[first.end : end]
    if start:
        before = "… " + (before.partition(" ")[2] if " " in before else before)
    if end < len(text):
        behind = (behind.rpartition(" ")[0] if " " in behind else behind) + " …"
    return before, text[first.start : first.end], behind


def parts_of(text: str, spans: Sequence[Span], reach: int = _AROUND) -> list[tuple[str, bool]]:
    """The text from the first to the last of some spans that belong together, each run with whether it is one of them.

    >>> parts_of("shall take legislative or other measures against", [Span(6, 10), Span(32, 40)])
    [('take', True), (' legislative or other ', False), ('measures', True)]
    """
    found: list[tuple[str, bool]] = []
    for before, span in zip((None, *spans), spans, strict=False):
        if before is not None:
            between = text[before.end : span.start]
            cut = between if len(between) <= 2 * reach else f"{between[:reach]} … {between[-reach:]}"
            found.append((cut, False))
        found.append((text[span.start : span.end], True))
    return found


def counterpart_excerpt(text: str, spans: Sequence[Span], reach: int = _AROUND) -> str:
    """The words that render a phrase, in brackets, with what stands around and between them."""
    if not spans:
        return excerpt(text, (), reach)
    before, _, _ = around(text, spans[:1], reach)
    _, _, behind = around(text, spans[-1:], reach)
    words = "".join(f"[{words}]" if marked else words for words, marked in parts_of(text, spans, reach))
    return " ".join(f"{before}{words}{behind}".split())


def excerpt(text: str, spans: Sequence[Span], reach: int = _AROUND) -> str:
    """The first place of a phrase with what stands around it: "… to [provide technical assistance] to small ports …"."""
    before, words, behind = around(text, spans, reach)
    return " ".join((f"{before}[{words}]{behind}" if spans else before).split())


def years_of(rendering: Rendering, found: Concordance) -> tuple[str, int | None]:
    """Which years to say of a rendering: ("until", 2003) where it fell out of use, ("since", 2021) where it came later.

    ("", None) where it was there all the time.
    """
    all_ = [
        year for r in found.renderings.get(rendering.language, ()) for year in (r.first, r.last) if year is not None
    ]
    if not all_ or rendering.first is None or rendering.last is None:
        return "", None
    if rendering.last < max(all_) - _RECENT:
        return "until", rendering.last
    if rendering.first > min(all_) + _RECENT:
        return "since", rendering.first
    return "", None
