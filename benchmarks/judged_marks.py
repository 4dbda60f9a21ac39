"""Whether words that are marked as the rendering of a phrase are those that a reader said it has (``judged_renderings.tsv``).

A row that was judged right says it by what was marked (``marked``), another by what should be (``wanted``): the words in brackets must be
marked, those beside them may be, " … " parts words that stand apart, " || " what is right as well, ``NONE`` says that nothing renders the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpora.languages import Language, language
from corpora.model import Span
from reports.library.words import carries_meaning, words_of

NOTHING = "NONE"
_EITHER, _APART = " || ", " … "
_BRACKETS = re.compile(r"\[(.*?)\]")
_STRAY = 2
"""Words without meaning of their own, such as articles, that may be marked beside the right ones."""


def is_right(row: Mapping[str, str], text: str, spans: Sequence[Span]) -> bool:
    """Whether the marked words of a counterpart are those of a row: all words that carry meaning, and none besides."""
    words = _APART.join(" ".join(text[s.start : s.end].split()) for s in spans)
    if row["right"] == "1":
        said = _APART.join(f"[{part}]" for part in row["marked"].split(_APART)) if row["marked"] else NOTHING
        return words == row["marked"] or _is_as_said(said, text, spans, language(row["other"]))
    return any(_is_as_said(said, text, spans, language(row["other"])) for said in row["wanted"].split(_EITHER))


def _is_as_said(said: str, text: str, spans: Sequence[Span], own: Language) -> bool:
    if said == NOTHING or not spans:
        return said == NOTHING and not spans
    cut = words_of(text, own)
    places = [Span(a, b) for a, b in zip(cut.begins, cut.ends, strict=True)]
    carries = [carries_meaning(word, own) and word not in own.detection.words for word in cut.words]
    marked = _within(places, spans)
    for needed, allowed in _readings(said, text):
        core = _within(places, needed)
        must = {k for k in core if carries[k]} or core
        stray = marked - core - _within(places, allowed)
        if must <= marked and len(stray) <= _STRAY and not any(carries[k] for k in stray):
            return True
    return False


def _readings(said: str, text: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """The words that must and those that may be marked, for each place of the text at which they begin."""
    parts = said.split(_APART)
    first = _pattern(parts[0])
    for begin in [m.start() for m in first.finditer(text)]:
        needed: list[Span] = []
        allowed: list[Span] = []
        at = begin
        for part in parts:
            found = _pattern(part).search(text, at)
            if found is None:
                break
            allowed.append(Span(*found.span()))
            needed += [Span(*found.span(k)) for k in range(1, len(found.groups()) + 1)]
            at = found.end()
        else:
            yield needed, allowed


def _pattern(part: str) -> re.Pattern[str]:
    """The words of a part, however the text spaces them, with a group for each that is in brackets."""
    pieces = _BRACKETS.split(part)
    spaced = [re.escape(piece).replace(r"\ ", r"\s+") for piece in pieces]
    return re.compile("".join(f"({piece})" if k % 2 else piece for k, piece in enumerate(spaced)))


def _within(places: Sequence[Span], spans: Sequence[Span]) -> set[int]:
    return {k for k, place in enumerate(places) if any(place.overlaps(span) for span in spans)}
