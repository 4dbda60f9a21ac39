"""What differs between two states of a page, so that a window that shows the first can be brought to the second.

Templates say what may be exchanged, by comments that `marks` writes: ``begin("part", name)`` and ``end()`` around what is inside an
element with that name in ``data-part``; around the children of an element with that name in ``data-list`` the same of "list", and around
each child "item" with its id. Where anything else differs the page is to be loaded anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from markupsafe import Markup

_MARK = re.compile(r"<!--\[(part|list|item|end) ?([^\]]*)\]-->")
"""A mark: what begins and its name, or that it ends. Text of documents holds none, since every "<" of it is escaped."""
_BODY = re.compile(r"<body[^>]*>")
"""The beginning of the body, whose attributes say which state the page is in."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """A list whose children differ: the ids of all of them in their order, and the HTML of those that are new or other."""

    name: str
    order: tuple[str, ...]
    changed: dict[str, str]


@dataclass(frozen=True, slots=True)
class PageChanges:
    """What leads from one state of a page to another: what is inside parts by their names, and lists."""

    parts: dict[str, str]
    lists: tuple[ListChange, ...]


def marks(*, wanted: bool) -> tuple[Callable[[str, str], str], Callable[[], str]]:
    """The ``begin`` and ``end`` of a template: comments where they are ``wanted``, else nothing."""

    def begin(kind: str, name: str) -> str:
        return (
            Markup(f"<!--[{kind} {quote(name)}]-->") if wanted else ""
        )  # the name is quoted: it cannot end the comment

    def end() -> str:
        return Markup("<!--[end]-->") if wanted else ""

    return begin, end


def page_changes(before: str, after: str) -> PageChanges | None:
    """What makes the page ``after`` of the page ``before``; None where it cannot be made by exchanging parts."""
    first, second = _read(before), _read(after)
    if first.frame != second.frame or not second.is_whole:
        return None
    parts = {name: text for name, text in second.parts.items() if first.parts.get(name) != text}
    lists = (_list_change(name, first.lists[name], items) for name, items in second.lists.items())
    return PageChanges(parts, tuple(change for change in lists if change is not None))


@dataclass
class _Pieces:
    """A page cut along its marks: the frame, in which each part and list is named, what is inside parts, the items of lists."""

    frame: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    is_whole: bool = True
    """Whether every part, list and item of a list has a name of its own."""

    def add(self, kind: str, name: str, inside: str, of: str) -> None:
        known = self.lists[of] if kind == "item" else self.parts
        self.is_whole = self.is_whole and name not in known
        known[name] = inside


def _read(page: str) -> _Pieces:
    cut = _MARK.split(_BODY.sub("<body>", page, count=1))
    pieces = _Pieces([cut[0]])
    in_list = ""
    held: list[str] | None = None  # what is inside the part or item that is open
    opened, depth = ("", ""), 0
    for kind, quoted, text in zip(cut[1::3], cut[2::3], cut[3::3], strict=True):
        name = unquote(quoted)
        if held is not None:
            depth += -1 if kind == "end" else 1
            if depth == 0:
                pieces.add(*opened, "".join(held), in_list)
                held = None
        elif kind == "list":
            in_list = name
            pieces.is_whole = pieces.is_whole and name not in pieces.lists
            pieces.lists[name] = {}
            pieces.frame.append(f"[{name}]")
        elif kind == "end":
            in_list = ""
        else:
            held, opened, depth = [], (kind, name), 1
            if kind == "part":
                pieces.frame.append(f"[{name}]")
        if held is not None:
            held.append(text)
        elif not in_list or text.strip():  # between the items of a list only blanks stand
            pieces.frame.append(text)
    return pieces


def _list_change(name: str, before: dict[str, str], after: dict[str, str]) -> ListChange | None:
    changed = {key: text.strip() for key, text in after.items() if before.get(key) != text}
    if not changed and tuple(before) == tuple(after):
        return None
    return ListChange(name, tuple(after), changed)
