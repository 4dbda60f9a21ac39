"""Regular expressions for any of many words, as a tree of their letters: each letter of a text is read once, whatever the words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first.

    >>> alternatives(["session", "sessions", "sitting"])
    's(?:ession(?:s)?|itting)'
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: _Tree) -> str:
    choices = [_escaped(character) + _branch(below) for character, below in node.items() if character]
    if not choices:
        return ""
    ends = "" in node
    inner = choices[0] if len(choices) == 1 and not ends else f"(?:{'|'.join(choices)})"
    return f"{inner}?" if ends else inner


def _escaped(character: str) -> str:
    return character if character.isalnum() else re.escape(character)
