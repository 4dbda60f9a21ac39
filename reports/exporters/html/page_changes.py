"""What differs between two states of a page, so that a window that shows the first can be brought to the second.

Templates say what may be exchanged: the children of an element with ``data-list`` one by one, each known by its id, and what is
inside an element with ``data-part``. Where anything else differs the page is to be loaded anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

_PART, _LIST, _ID = "data-part", "data-list", "id"
_OF_BODY = ("data-last", "data-generation", "data-reviser")
"""Attributes of the body that say which state the page is in."""


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


class _ElsewhereError(Exception):
    """Something differs that no part and no list holds."""


def page_changes(before: str, after: str) -> PageChanges | None:
    """What makes the page ``after`` of the page ``before``; None where it cannot be made by exchanging parts."""
    first, second = (html.document_fromstring(text) for text in (before, after))
    for body in (first.body, second.body):
        for name in _OF_BODY:
            body.attrib.pop(name, None)
    parts: dict[str, str] = {}
    lists: list[ListChange] = []
    try:
        _compare(first, second, parts, lists)
    except _ElsewhereError:
        return None
    return PageChanges(parts, tuple(lists))


def _compare(first: html.HtmlElement, second: html.HtmlElement, parts: dict[str, str], lists: list[ListChange]) -> None:
    if _heads(first) != _heads(second):
        raise _ElsewhereError
    if second.get(_LIST) is not None:
        found = _list_change(first, second)
        if found is not None:
            lists.append(found)
    elif (name := second.get(_PART)) is not None:
        inside = _inside(second)
        if inside != _inside(first):
            parts[name] = inside
    elif first.text == second.text and len(first) == len(second):
        for mine, theirs in zip(first, second, strict=True):
            _compare(mine, theirs, parts, lists)
    else:
        raise _ElsewhereError


def _heads(element: html.HtmlElement) -> object:
    return element.tag, dict(element.attrib), element.tail


def _list_change(first: html.HtmlElement, second: html.HtmlElement) -> ListChange | None:
    known = {child.get(_ID): html.tostring(child, encoding="unicode", with_tail=False) for child in first}
    now = {child.get(_ID): html.tostring(child, encoding="unicode", with_tail=False) for child in second}
    if None in now or len(now) != len(second):
        raise _ElsewhereError
    changed = {key: text for key, text in now.items() if known.get(key) != text}
    if not changed and tuple(known) == tuple(now):
        return None
    return ListChange(second.get(_LIST), tuple(now), changed)


def _inside(element: html.HtmlElement) -> str:
    return "".join(_pieces(element))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    if element.text:
        yield html.tostring(_text_alone(element.text), encoding="unicode")[len("<b>") : -len("</b>")]
    for child in element:
        yield html.tostring(child, encoding="unicode")


def _text_alone(text: str) -> html.HtmlElement:
    holder = html.Element("b")
    holder.text = text
    return holder
