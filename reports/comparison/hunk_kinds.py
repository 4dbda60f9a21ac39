"""What a hunk does to the sense: turns it round, excepts, obliges, widens, states another value, or only words it otherwise.

A few words that were changed do what those words say. Where a clause was added or rewritten its negations and quantifiers are
part of what it says, so that they count only in hunks of few words beside them; values count wherever both sides state one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from corpora.annotation.polarity import MODALITIES, modal_words, negations
from corpora.languages import Language, language
from corpora.model import Anchor, Paragraph, Span
from corpora.text.folding import fold, fold_plain
from corpora.values import AnchorKind, FinancialYear, Number, Value
from reports.comparison.hunks import Hunk, Piece


class HunkKind(StrEnum):
    """What a hunk does, the most specific first."""

    NEGATION = "negation"
    CONTRARY = "contrary"
    EXCEPTION = "exception"
    MODALITY = "modality"
    CONNECTIVE = "connective"
    SCOPE = "scope"
    QUALIFIER = "qualifier"
    WORDING = "wording"
    LITTLE = "little"


class ValueGroup(StrEnum):
    """Values that one check reports."""

    DATE = "date"
    CITATION = "citation"
    NUMBER = "number"
    NAME = "name"


_GROUPS = {
    AnchorKind.DATE: ValueGroup.DATE,
    AnchorKind.TIME: ValueGroup.DATE,
    AnchorKind.SESSION: ValueGroup.DATE,
    AnchorKind.FREQUENCY: ValueGroup.DATE,
    AnchorKind.CITATION: ValueGroup.CITATION,
    AnchorKind.REFERENCE: ValueGroup.CITATION,
    AnchorKind.NUMBER: ValueGroup.NUMBER,
    AnchorKind.PERCENTAGE: ValueGroup.NUMBER,
    AnchorKind.MONEY: ValueGroup.NUMBER,
    AnchorKind.FRACTION: ValueGroup.NUMBER,
    AnchorKind.ORDINAL: ValueGroup.NUMBER,
    AnchorKind.NAME: ValueGroup.NAME,
}
# How many words that say something may stand beside the one that is looked at, on the side that has more of them: the clause that
# is changed is then that of the word. Set by reading the hunks of successive renewals of the development record.
_BESIDE_NEGATION, _BESIDE_MODAL, _BESIDE_OTHER, _BESIDE_VALUE = 5, 4, 3, 2
_BESIDE_ALONE = 1
"""The same where words only came or went: with more of them a clause did, and what it says is its own."""
_YEARS = range(1900, 2100)
"""Bare figures that are read as years."""
_TURNED = 4
"""Letters from which a word can be turned into its contrary by a beginning."""
_AHEAD = 30
"""Characters behind a number in which its unit of time stands."""


def is_content(word: str, own: Language) -> bool:
    """Whether a word, as hunks compare them, says something by itself."""
    return word not in own.derived(_function_words)


def _function_words(own: Language) -> frozenset[str]:
    return frozenset(own.wording.function_words)


def content_words(hunk: Hunk) -> tuple[list[str], list[str]]:
    """The words that say something by themselves, on either side."""
    own = language(hunk.paragraph.language)
    return ([w for w in hunk.words_before if is_content(w, own)], [w for w in hunk.words_after if is_content(w, own)])


Finder = Callable[[str, Language], Sequence[Span]]


def kind_of(hunk: Hunk) -> HunkKind:
    """What the hunk does, values aside."""
    own = language(hunk.paragraph.language)
    if _differs(hunk, own, negations, _BESIDE_NEGATION):
        return HunkKind.NEGATION
    if _is_turned(hunk, own):
        return HunkKind.CONTRARY
    if _differs(hunk, own, _exceptions, _BESIDE_OTHER) or _opens_exception(hunk, own):
        return HunkKind.EXCEPTION
    if _modalities_differ(hunk, own):
        return HunkKind.MODALITY
    if _differs(hunk, own, _connectives, _BESIDE_OTHER) and _joins_otherwise(hunk, own):
        return HunkKind.CONNECTIVE
    if _differs(hunk, own, _quantities, _BESIDE_OTHER):
        return HunkKind.SCOPE
    if _qualifiers_differ(hunk):
        return HunkKind.QUALIFIER
    return HunkKind.WORDING if any(content_words(hunk)) else HunkKind.LITTLE


def _matches(pattern: re.Pattern[str] | None, text: str) -> list[Span]:
    folded = fold(text)
    return [folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text)] if pattern else []


def _exceptions(text: str, own: Language) -> list[Span]:
    return _matches(own.wording.exception, text)


def _connectives(text: str, own: Language) -> list[Span]:
    return _matches(own.wording.connective, text)


def _quantities(text: str, own: Language) -> list[Span]:
    return _matches(own.wording.quantity, text)


def _touched(pieces: Iterable[Piece], find: Finder, own: Language) -> list[tuple[Piece, Span]]:
    """The spans that ``find`` finds in the paragraphs and that share characters with the pieces."""
    return [(p, s) for p in pieces if len(p.span) for s in find(p.paragraph.text, own) if s.overlaps(p.span)]


def _texts(found: Iterable[tuple[Piece, Span]]) -> Counter[str]:
    return Counter(fold_plain(p.paragraph.text[s.start : s.end]) for p, s in found)


def _beside(pieces: Sequence[Piece], found: Sequence[tuple[Piece, Span]], own: Language) -> int:
    """Words of the pieces that say something and are no part of what was found."""
    inside = [(piece.paragraph.id, span) for piece, span in found]
    count = 0
    for piece in pieces:
        for form, start, end in piece.placed_words():
            word = Span(start, end)
            own_part = any(pid == piece.paragraph.id and word.overlaps(span) for pid, span in inside)
            count += is_content(form, own) and not own_part
    return count


def _differs(hunk: Hunk, own: Language, find: Finder, most: int) -> bool:
    """Whether words of a sort stand on one side and not on the other, with few words beside them on either side."""
    old, new = _touched(hunk.before, find, own), _touched(hunk.after, find, own)
    if _texts(old) == _texts(new):
        return False
    if not hunk.words_before or not hunk.words_after:
        most = min(most, _BESIDE_ALONE)
    return max(_beside(hunk.before, old, own), _beside(hunk.after, new, own)) <= most


def _opens_exception(hunk: Hunk, own: Language) -> bool:
    """Whether the words that came or went are one run that a word opens which excepts: a whole exception, however long."""
    pieces = hunk.before if hunk.words_before else hunk.after
    if (hunk.words_before and hunk.words_after) or len(pieces) != 1 or not pieces[0].words:
        return False
    first = pieces[0].placed_words()[0]
    return any(span.start <= first[1] < span.end for span in _exceptions(pieces[0].paragraph.text, own))


def _joins_otherwise(hunk: Hunk, own: Language) -> bool:
    """Whether another connective stands in the place of one, or one that says more than "and" came or went."""
    old, new = (_texts(_touched(side, _connectives, own)) for side in (hunk.before, hunk.after))
    if old and new:
        return True
    return any(is_content(word, own) for word in (*old, *new))


def _modal_words(pieces: Sequence[Piece], own: Language) -> dict[str, list[tuple[Piece, Span]]]:
    """The modal words that share characters with the pieces, by modality."""
    found = {}
    for name in MODALITIES:
        spans = _touched(pieces, partial(_of_modality, name), own)
        if spans:
            found[name] = spans
    return found


def _of_modality(name: str, text: str, own: Language) -> Sequence[Span]:
    return modal_words(text, own).get(name, ())


def _modalities_differ(hunk: Hunk, own: Language) -> bool:
    sides = [_modal_words(pieces, own) for pieces in (hunk.before, hunk.after)]
    if sides[0].keys() == sides[1].keys():
        return False
    all_found = [[entry for spans in side.values() for entry in spans] for side in sides]
    return max(_beside(p, f, own) for p, f in zip((hunk.before, hunk.after), all_found, strict=True)) <= _BESIDE_MODAL


def _is_turned(hunk: Hunk, own: Language) -> bool:
    """Whether a word became its contrary: by a beginning ("stable", "unstable") or a word before it ("non signataires")."""
    old, new = hunk.words_before, hunk.words_after
    turns = own.wording.contrary
    alone = [words for words, other in ((old, new), (new, old)) if words and not other]
    if alone and len(alone[0]) == 1 and alone[0][0] in turns:
        return True
    short = max(map(len, content_words(hunk))) <= _BESIDE_OTHER
    longer = [(a, b) for a in old for b in new] + [(b, a) for a in old for b in new]
    return short and any(len(a) >= _TURNED and b == turn + a for a, b in longer for turn in turns)


def _qualifiers_differ(hunk: Hunk) -> bool:
    old, new = (
        Counter(a.value for a in _anchors(side) if a.kind is AnchorKind.QUALIFIER) for side in (hunk.before, hunk.after)
    )
    return old != new and max(map(len, content_words(hunk))) <= _BESIDE_OTHER


@dataclass(frozen=True, slots=True)
class ValueChange:
    """Values of one group that are gone and that came, each with its paragraph; one of the two may be empty."""

    group: ValueGroup
    gone: tuple[tuple[Paragraph, Anchor], ...]
    come: tuple[tuple[Paragraph, Anchor], ...]


def value_changes(hunk: Hunk, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[ValueChange]:
    """The values that the hunk changes; ``before`` and ``after`` are the paragraphs of its bead.

    A value that stands elsewhere in the bead as often as before has only changed its place. One that stands on one side of the
    hunk alone counts where little else does: else it is part of the words that came or went.
    """
    gone, come = (
        _values(hunk.before, hunk.before[0].paragraph.language if hunk.before else ""),
        _values(hunk.after, hunk.after[0].paragraph.language if hunk.after else ""),
    )
    left = _counted(before) - _counted(after), _counted(after) - _counted(before)
    out = []
    for group in ValueGroup:
        old = tuple(entry for g, entry in gone if g is group and entry[1].value in left[0])
        new = tuple(entry for g, entry in come if g is group and entry[1].value in left[1])
        if not (old and new):
            # One that is left out where it stood twice is no value that is gone.
            still = {a.value for p in (after if old else before) for a in p.anchors}
            old, new = (tuple(entry for entry in side if entry[1].value not in still) for side in (old, new))
        if (old and new) or ((old or new) and _little_else(hunk, old or new)):
            out.append(ValueChange(group, old, new))
    return out


def _counted(paragraphs: Iterable[Paragraph]) -> Counter[Value]:
    return Counter(a.value for p in paragraphs for a in p.anchors)


def _anchors(pieces: Iterable[Piece]) -> list[Anchor]:
    return [a for p in pieces for a in p.paragraph.anchors if a.span.overlaps(p.span)]


def _values(pieces: Iterable[Piece], code: str) -> list[tuple[ValueGroup, tuple[Paragraph, Anchor]]]:
    """The values that the pieces state or touch, by group, each once."""
    own = language(code) if code else None
    found: dict[tuple[str, Span, AnchorKind], tuple[ValueGroup, tuple[Paragraph, Anchor]]] = {}
    for piece in pieces:
        for anchor in piece.paragraph.anchors:
            if own is None or not anchor.span.overlaps(piece.span):
                continue
            group = _group(anchor, piece.paragraph, own)
            if group is not None:
                found.setdefault((piece.paragraph.id, anchor.span, anchor.kind), (group, (piece.paragraph, anchor)))
    return list(found.values())


def _group(anchor: Anchor, paragraph: Paragraph, own: Language) -> ValueGroup | None:
    """The group of a value: a bare year and a number of days are dates like others."""
    if isinstance(anchor.value, FinancialYear) or (
        isinstance(anchor.value, Number) and _is_time(anchor, paragraph, own)
    ):
        return ValueGroup.DATE
    return _GROUPS.get(anchor.kind)


def _is_time(anchor: Anchor, paragraph: Paragraph, own: Language) -> bool:
    """Whether a number is a year, or counts days, months, years."""
    assert isinstance(anchor.value, Number)
    if anchor.value.whole in _YEARS and anchor.text.strip().isdigit():
        return True
    behind = fold_plain(paragraph.text[anchor.span.end : anchor.span.end + _AHEAD]).lstrip(" -)")
    unit = own.wording.time_unit
    return unit is not None and unit.match(behind) is not None


def _little_else(hunk: Hunk, values: Sequence[tuple[Paragraph, Anchor]]) -> bool:
    own = language(hunk.paragraph.language)
    pieces = hunk.before if any(p.span.overlaps(a.span) for p in hunk.before for _, a in values) else hunk.after
    held = [(piece, anchor.span) for piece in pieces for p, anchor in values if p.id == piece.paragraph.id]
    other = hunk.after if pieces is hunk.before else hunk.before
    return max(_beside(pieces, held, own), _beside(other, (), own)) <= _BESIDE_VALUE
