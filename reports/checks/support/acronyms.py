"""Acronyms that are one letter off their other occurrences in the same version."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from corpora.kept import Same
from corpora.model import Paragraph, Resolution, Span
from corpora.values import Name
from reports.comparison.rows import Versions

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{5,}(?![\w-])")
"""Words of five letters and more: shorter acronyms are a letter apart by chance."""
_GIVEN = re.compile(r"[^()\[\],;.]{0,60}\((?P<short>[^\W\d_a-z]{2,12})\)")
"""What may stand between a name and the acronym of the longer name that it is part of: " in the Central African Republic (MOUACA)"."""
_CAPITALS = 0.5
"""Share of the words of a paragraph in capitals from which they are no acronyms, but a heading."""


@dataclass(frozen=True, slots=True)
class LetterOff:
    """An acronym that stands once, and the one that was meant with how often it stands."""

    document: Resolution
    paragraph: Paragraph
    span: Span
    said: str
    meant: str
    count: int


def letters_off(versions: Versions) -> Iterator[LetterOff]:
    """The acronyms that one version has once, and no other version has, one letter off one that it has twice and oftener."""
    places = {d.language: versions.kept.of(("acronyms", Same(d)), partial(_acronyms, d)) for d in versions.documents}
    counts = {code: Counter(said for said, _, _ in found) for code, found in places.items()}
    for document in versions.documents:
        own = counts[document.language]
        elsewhere = set().union(*(set(c) for code, c in counts.items() if code != document.language))
        for said, paragraph, span in places[document.language]:
            if own[said] != 1 or said in elsewhere or not (meant := _meant(said, own)):
                continue
            if not any(_has_such_a_pair(c) for code, c in counts.items() if code != document.language):
                yield LetterOff(document, paragraph, span, said, meant, own[meant])


def short_forms(document: Resolution, name: Name) -> frozenset[str]:
    """The acronyms that a document gives a name in brackets, or a longer name that it is part of: "(ICC)", "(AUPSC)"."""
    return frozenset(
        found.group("short")
        for paragraph in document.paragraphs
        for anchor in paragraph.anchors
        if anchor.value == name and (found := _GIVEN.match(paragraph.text, anchor.span.end))
    )


def _acronyms(document: Resolution) -> list[tuple[str, Paragraph, Span]]:
    found = []
    for paragraph in document.all_paragraphs():
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(paragraph.text)]
        capitals = [(word, a, b) for word, a, b in words if word.isupper()]
        if len(capitals) < _CAPITALS * len(words):
            found += [(word, paragraph, Span(a, b)) for word, a, b in capitals]
    return found


def _has_such_a_pair(counts: Mapping[str, int]) -> bool:
    """Whether another version has two acronyms a letter apart as well: then there are two bodies ("UNSOM", "UNSOS")."""
    return any(_is_letter_off(one, other) for one, other in combinations(counts, 2))


def _meant(said: str, counts: Mapping[str, int]) -> str | None:
    """The commonest acronym that is a letter off, None where none stands at least twice."""
    near = [(count, word) for word, count in counts.items() if count > 1 and _is_letter_off(said, word)]
    return max(near)[1] if near else None


def _is_letter_off(one: str, other: str) -> bool:
    """Whether one word is the other with a letter changed, left out or added, or with two neighbours exchanged."""
    if len(one) == len(other):
        apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        exchanged = len(apart) == 2 and apart[1] == apart[0] + 1
        return len(apart) == 1 or (exchanged and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]])
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
