"""Regular expressions for any of many words, as a tree of their letters: each letter of a text is read once, whatever the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first.

    >>> alternatives(["session", "sessions", "sitting"])
    's(?:ession(?:s)?|itting)'
    """
    return _branch(list(words))


def _branch(words: Sequence[str]) -> str:
    """What the words may go on with from one place of the tree; "" among them is a word that ends there."""
    below: dict[str, list[str]] = {}
    for word in words:
        if word:
            below.setdefault(word[0], []).append(word)
    if not below:
        return ""
    choices = [_chain(group) for group in below.values()]
    ends = "" in words
    inner = choices[0] if len(choices) == 1 and not ends else f"(?:{'|'.join(choices)})"
    return f"{inner}?" if ends else inner


def _chain(words: Sequence[str]) -> str:
    """Words of one first letter: the letters that all have, then what they go on with."""
    if len(words) == 1:
        return _escaped(words[0])
    length = _shared(min(words), max(words))
    return _escaped(words[0][:length]) + _branch([word[length:] for word in words])


def _shared(first: str, last: str) -> int:
    """How many letters two words begin alike with; of words in order, so do all between the first and the last."""
    for place, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return place
    return min(len(first), len(last))


def _escaped(text: str) -> str:
    return text if text.isalnum() else "".join(c if c.isalnum() else re.escape(c) for c in text)
