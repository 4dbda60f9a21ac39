"""The numbers that a browser counts for the lists of a page, and text that it strikes out or does not show.

HTML Standard, 4.4.5 (``start``, ``reversed``, ``type``), 4.4.8 (``value``), 6.1 (``hidden``) and 15.3.7 (what ``type`` draws).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from corpora.text.numbering import letter, list_sign, parse_number, roman
from corpora.text.punctuation import BULLET

_STRUCK = frozenset({"s", "del", "strike"})
_STRUCK_STYLE = re.compile(r"text-decoration[a-z-]*\s*:[^;]*\bline-through", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"\bdisplay\s*:\s*none|\bvisibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"\blist-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_KINDS = {
    "a": "a", "lower-alpha": "a", "lower-latin": "a", "i": "i", "lower-roman": "i",
    "A": "A", "upper-alpha": "A", "upper-latin": "A", "I": "I", "upper-roman": "I", "none": "",
}  # fmt: skip
"""What ``type`` and ``list-style-type`` say of the figures of a list: letters, Roman numerals, nothing; else figures."""
_WHOLE = re.compile(r"-?\d{1,4}")
"""A number in an attribute; longer ones count no list."""
_LARGEST = 89
"""Past this, figures: no list of letters or Roman numerals goes so far."""


def reason_not_shown(node: LexborNode) -> str:
    """Why the text of an element does not count: "struck out", "hidden text", or "" where it does."""
    attributes = node.attributes
    style = attributes.get("style") or ""
    if "hidden" in attributes or _HIDDEN_STYLE.search(style):
        return "hidden text"
    return "struck out" if node.tag in _STRUCK or _STRUCK_STYLE.search(style) else ""


@dataclass(slots=True)
class PageList:
    """A list that is open: what its items are counted in ("1", "a", "i", "A", "I", "•" or "") and the number of the next one."""

    kind: str
    following: int = 1

    @classmethod
    def of(cls, node: LexborNode) -> PageList:
        """The list that an ``ol`` or ``ul`` opens."""
        attributes = node.attributes
        style = _LIST_STYLE.search(attributes.get("style") or "")
        said = style.group(1).lower() if style else attributes.get("type") or ""
        kind = _KINDS.get(said, "1" if node.tag == "ol" else BULLET)
        return cls(kind if node.tag == "ol" or not kind else BULLET, _whole(attributes.get("start"), 1))

    def number(self, item: LexborNode) -> str:
        """The mark that a browser draws before the next item, as resolutions write it: "2.", "(b)", "(ii)", "•"."""
        value = _whole(item.attributes.get("value"), self.following)
        self.following = value + 1
        if self.kind in ("", BULLET):
            return self.kind
        if self.kind == "1" or not 0 < value <= _LARGEST:
            return f"{value}."
        mark = letter(value) if self.kind in "aA" else roman(value)
        return f"({mark})" if self.kind.islower() else f"{mark.upper()}."


def has_own_mark(text: str) -> bool:
    """Whether the words of an item begin with a number or sign of their own, as pages do that turn those of the list off."""
    return parse_number(text, None) is not None or list_sign(text) is not None


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else otherwise
