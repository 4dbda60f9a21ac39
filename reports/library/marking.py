"""Lines of a concordance for a terminal: the words around a phrase, the phrase in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.model import Span
from reports.library.concordance import Concordance, Rendering

_AROUND = 60
"""Characters shown on either side of the phrase."""
_RECENT = 2
"""Years before the last one of all hits up to which a rendering is still in use."""


def excerpt(text: str, spans: Sequence[Span], around: int = _AROUND) -> str:
    """The first place of a phrase with what stands around it: "… to [provide technical assistance] to small ports …"."""
    if not spans:
        return text if len(text) <= 3 * around else text[: 3 * around].rsplit(" ", 1)[0] + " …"
    first = spans[0]
    start, end = max(0, first.start - around), min(len(text), first.end + around)
    before, after = text[start : first.start], text[first.end : end]
    if start and " " in before:
        before = "… " + before.partition(" ")[2]
    if end < len(text) and " " in after:
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}[{text[first.start : first.end]}]{after}".split())


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
