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
from functools import cached_property, lru_cache, partial

from corpora.annotation.polarity import modal_words, negating_words, negations
from corpora.languages import Language, language_of
from corpora.model import Anchor, Paragraph, Span
from corpora.resources.glossary import stem
from corpora.text.folding import fold, fold_plain
from corpora.values import AnchorKind, Connective, FinancialYear, Modality, Number, Quantifier, Value
from reports.comparison.hunks import Hunk, Piece, words_of


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
_BESIDE_NEGATION, _BESIDE_MODAL, _BESIDE_OTHER, _BESIDE_VALUE = 5, 4, 3, 1
_BESIDE_ALONE = 1
"""The same where words only came or went: with more of them a clause did, and what it says is its own."""
_YEARS = range(1900, 2100)
"""Bare figures that are read as years."""
_TURNED = 4
"""Letters from which a word can be turned into its contrary by a beginning."""
_LISTED = 5
"""Characters between two numbers of one list."""
_AHEAD = 30
"""Characters behind a number in which its unit of time stands."""


def is_content(word: str, own: Language) -> bool:
    """Whether a word, as hunks compare them, says something by itself."""
    return word not in own.derived(_function_words)


def _function_words(own: Language) -> frozenset[str]:
    return frozenset(own.wording.function_words)


def content_words(hunk: Hunk) -> tuple[list[str], list[str]]:
    """The words that say something by themselves, on either side."""
    own = language_of(hunk.paragraph)
    return ([w for w in hunk.words_before if is_content(w, own)], [w for w in hunk.words_after if is_content(w, own)])


Finder = Callable[[str, Language], Sequence[Span]]


@lru_cache(maxsize=8192)
def kind_of(hunk: Hunk) -> HunkKind:
    """What the hunk does, values aside."""
    own = language_of(hunk.paragraph)
    if _negations_differ(hunk, own):
        return HunkKind.NEGATION
    if _is_turned(hunk, own):
        return HunkKind.CONTRARY
    if _exceptions_differ(hunk, own) or _opens_exception(hunk, own):
        return HunkKind.EXCEPTION
    if _modalities_differ(hunk, own):
        return HunkKind.MODALITY
    if _joins_otherwise(hunk, own):
        return HunkKind.CONNECTIVE
    if _quantities_differ(hunk, own):
        return HunkKind.SCOPE
    if _qualifiers_differ(hunk):
        return HunkKind.QUALIFIER
    return HunkKind.WORDING if any(content_words(hunk)) else HunkKind.LITTLE


def _matches(pattern: re.Pattern[str] | None, text: str) -> list[Span]:
    folded = fold(text)
    return [folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text)] if pattern else []


@lru_cache(maxsize=4096)
def _exceptions(text: str, own: Language) -> list[Span]:
    return _matches(own.wording.exception, text)


@lru_cache(maxsize=4096)
def _quantities(text: str, own: Language) -> list[Span]:
    return _matches(own.wording.quantity, text)


def _touched(pieces: Iterable[Piece], find: Finder, own: Language) -> list[tuple[Piece, Span]]:
    """The spans that ``find`` finds in the paragraphs and that share characters with the pieces."""
    return [(p, s) for p in pieces if len(p.span) for s in find(p.paragraph.text, own) if s.overlaps(p.span)]


def _texts(found: Iterable[tuple[Piece, Span]]) -> Counter[str]:
    return Counter(fold_plain(p.paragraph.text[s.start : s.end]) for p, s in found)


def _beside(pieces: Sequence[Piece], found: Sequence[tuple[Piece, Span]], own: Language) -> int:
    """Words of the pieces that say something and are no part of what was found."""
    return len(_words_beside(pieces, found, own))


def _words_beside(pieces: Sequence[Piece], found: Sequence[tuple[Piece, Span]], own: Language) -> list[str]:
    """Those words as they are compared."""
    inside = [(piece.paragraph.id, span) for piece, span in found]
    return [
        form
        for piece in pieces
        for form, start, end in piece.placed_words()
        if is_content(form, own)
        and not any(pid == piece.paragraph.id and Span(start, end).overlaps(span) for pid, span in inside)
    ]


def _few_beside(
    hunk: Hunk, found: Sequence[Sequence[tuple[Piece, Span]]], own: Language, most: int, alone: int
) -> bool:
    """Whether few words stand beside those that were found: at most ``most``, or ``alone`` where words only came or went."""
    if not hunk.words_before or not hunk.words_after:
        most = min(most, alone)
    return max(_beside(hunk.before, found[0], own), _beside(hunk.after, found[1], own)) <= most


def _both_sides(hunk: Hunk, find: Finder, own: Language) -> list[list[tuple[Piece, Span]]]:
    return [_touched(pieces, find, own) for pieces in (hunk.before, hunk.after)]


def _negations_differ(hunk: Hunk, own: Language) -> bool:
    """Whether one side negates once more than the other, whose words have nothing that may render a negation."""
    found = _both_sides(hunk, negations, own)
    if len(found[0]) == len(found[1]) or not _few_beside(hunk, found, own, _BESIDE_NEGATION, _BESIDE_ALONE):
        return False
    fewer = (hunk.before, hunk.after)[len(found[0]) > len(found[1])]
    return len(_touched(fewer, negating_words, own)) <= min(map(len, found))


def _exceptions_differ(hunk: Hunk, own: Language) -> bool:
    found = _both_sides(hunk, _exceptions, own)
    return _texts(found[0]) != _texts(found[1]) and _few_beside(hunk, found, own, _BESIDE_OTHER, _BESIDE_ALONE)


def _quantities_differ(hunk: Hunk, own: Language) -> bool:
    """Whether another quantity is said: "toute" and "toutes" are one."""
    found = _both_sides(hunk, _quantities, own)
    old, new = (Counter(Quantifier.of(word) for word in _texts(side)) for side in found)
    if old == new or not _few_beside(hunk, found, own, _BESIDE_OTHER, 0):
        return False
    beside = [
        Counter(stem(fold_plain(word), own) for word in _words_beside(pieces, side, own))
        for pieces, side in zip((hunk.before, hunk.after), found, strict=True)
    ]
    return ((beside[0] - beside[1]) + (beside[1] - beside[0])).total() <= 1


def _opens_exception(hunk: Hunk, own: Language) -> bool:
    """Whether the words that came or went are one run that a word opens which excepts: a whole exception, however long."""
    pieces = hunk.before if hunk.words_before else hunk.after
    if (hunk.words_before and hunk.words_after) or len(pieces) != 1 or not pieces[0].words:
        return False
    first = pieces[0].placed_words()[0]
    return any(span.start <= first[1] < span.end for span in _exceptions(pieces[0].paragraph.text, own))


def _joins_otherwise(hunk: Hunk, own: Language) -> bool:
    """Whether a word that joins, orders or places gave way to another one of its sort, and nothing beside it says anything."""
    sides = [_parted(hunk.words_before, hunk.words_after, own), _parted(hunk.words_after, hunk.words_before, own)]
    if not all(sides):
        return False
    for connectives in own.derived(_connectives):
        found = [{term for term in connectives if term.stands_in(side)} for side in sides]
        # "and" in "and/or" is no word of its own.
        found = [{t for t in side if not any(t.is_part_of(o) for o in side)} for side in found]
        if found[0] and found[1] and found[0] != found[1]:
            said = [
                [w for w in side if is_content(w, own) and not any(w in term.words for term in own_terms)]
                for side, own_terms in zip(sides, found, strict=True)
            ]
            if said[0] == said[1]:
                return True
    return False


def _connectives(own: Language) -> tuple[tuple[Connective, ...], ...]:
    """The connectives of a language, sort by sort."""
    return tuple(
        tuple(Connective(sort, tuple(form for form, _, _ in words_of(term))) for term in terms)
        for sort, terms in own.wording.contrasts.items()
    )


def _parted(words: Sequence[str], other: Sequence[str], own: Language) -> tuple[str, ...]:
    """The words, folded, a conjunction that is written as one with the word behind it by itself where the other side has that word."""
    plain = [fold_plain(word) for word in words]
    theirs = {fold_plain(word) for word in other}
    out: list[str] = []
    for word in plain:
        if word[:1] and word[0] in own.writing.joined_words and len(word) > 2 and word[1:] in theirs:
            out += [word[0], word[1:]]
        else:
            out.append(word)
    return tuple(out)


def _modal_words(pieces: Sequence[Piece], own: Language) -> dict[Modality, list[tuple[Piece, Span]]]:
    """The modal words that share characters with the pieces, by modality."""
    found = {}
    for modality in Modality:
        spans = _touched(pieces, partial(_of_modality, modality), own)
        if spans:
            found[modality] = spans
    return found


def _of_modality(modality: Modality, text: str, own: Language) -> Sequence[Span]:
    return modal_words(text, own).get(modality, ())


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
    # "in" alone is a preposition, whatever it does at the beginning of a word.
    if alone and len(alone[0]) == 1 and alone[0][0] in turns and is_content(alone[0][0], own):
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


@dataclass(frozen=True, eq=False)
class BeadTexts:
    """The paragraphs of a bead on both sides, with what they state: worked out once for all hunks of the bead."""

    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]

    @cached_property
    def left(self) -> tuple[Counter[Value], Counter[Value]]:
        """The values that one side states more often than the other: of the earlier text, of the later one."""
        old, new = _counted(self.before), _counted(self.after)
        return old - new, new - old

    @cached_property
    def stated(self) -> tuple[frozenset[Value], frozenset[Value]]:
        """The values of either side."""
        return frozenset(_counted(self.before)), frozenset(_counted(self.after))


def value_changes(hunk: Hunk, texts: BeadTexts) -> list[ValueChange]:
    """The values that the hunk changes; ``texts`` are the paragraphs of its bead.

    A value that stands elsewhere in the bead as often as before has only changed its place. One that stands on one side of the
    hunk alone counts where little else does: else it is part of the words that came or went.
    """
    gone, come = _values(hunk.before), _values(hunk.after)
    if not gone and not come:
        return []
    left = texts.left
    out = []
    for group in ValueGroup:
        old = tuple(entry for g, entry in gone if g is group and entry[1].value in left[0])
        new = tuple(entry for g, entry in come if g is group and entry[1].value in left[1])
        if not (old and new):
            # One that is left out where it stood twice is no value that is gone.
            still = texts.stated[1 if old else 0]
            old, new = (
                tuple(entry for entry in side if entry[1].firm and entry[1].value not in still) for side in (old, new)
            )
        if (old and new) or ((old or new) and _little_else(hunk, old or new)):
            out.append(ValueChange(group, old, new))
    return out


def _counted(paragraphs: Iterable[Paragraph]) -> Counter[Value]:
    return Counter(a.value for p in paragraphs for a in p.anchors)


def _anchors(pieces: Iterable[Piece]) -> list[Anchor]:
    return [a for p in pieces for a in p.paragraph.anchors if a.span.overlaps(p.span)]


def _values(pieces: Iterable[Piece]) -> list[tuple[ValueGroup, tuple[Paragraph, Anchor]]]:
    """The values that the pieces state or touch, by group, each once."""
    found: dict[tuple[str, Span, AnchorKind], tuple[ValueGroup, tuple[Paragraph, Anchor]]] = {}
    for piece in pieces:
        own = language_of(piece.paragraph)
        for anchor in piece.paragraph.anchors:
            group = _group(anchor, piece.paragraph, own) if anchor.span.overlaps(piece.span) else None
            if group is not None:
                found.setdefault((piece.paragraph.id, anchor.span, anchor.kind), (group, (piece.paragraph, anchor)))
    return list(found.values())


def _group(anchor: Anchor, paragraph: Paragraph, own: Language) -> ValueGroup | None:
    """The group of a value: a bare year and a number of days are dates like others."""
    if anchor.kind is AnchorKind.NUMBER and _in_list_of_paragraphs(anchor, paragraph):
        return ValueGroup.CITATION
    if isinstance(anchor.value, FinancialYear) or (
        isinstance(anchor.value, Number) and _is_time(anchor, paragraph, own)
    ):
        return ValueGroup.DATE
    return _GROUPS.get(anchor.kind)


def _in_list_of_paragraphs(anchor: Anchor, paragraph: Paragraph) -> bool:
    """Whether a number follows the number of a cited paragraph, or another number that does: "paragraphs 3, 5 7 and 9"."""
    beside = [a for a in paragraph.anchors if a.kind in (AnchorKind.REFERENCE, AnchorKind.NUMBER)]
    start = anchor.span.start
    for other in sorted(beside, key=lambda a: a.span.start, reverse=True):
        if other.span.end > start or other is anchor:
            continue
        if start - other.span.end > _LISTED:
            return False
        if other.kind is AnchorKind.REFERENCE:
            return True
        start = other.span.start
    return False


def _is_time(anchor: Anchor, paragraph: Paragraph, own: Language) -> bool:
    """Whether a number is a year, or counts days, months, years."""
    assert isinstance(anchor.value, Number)
    if anchor.value.whole in _YEARS and anchor.text.strip().isdigit():
        return True
    behind = fold_plain(paragraph.text[anchor.span.end : anchor.span.end + _AHEAD]).lstrip(" -)")
    unit = own.wording.time_unit
    return unit is not None and unit.match(behind) is not None


def _little_else(hunk: Hunk, values: Sequence[tuple[Paragraph, Anchor]]) -> bool:
    own = language_of(hunk.paragraph)
    pieces = hunk.before if any(p.span.overlaps(a.span) for p in hunk.before for _, a in values) else hunk.after
    held = [(piece, anchor.span) for piece in pieces for p, anchor in values if p.id == piece.paragraph.id]
    other = hunk.after if pieces is hunk.before else hunk.before
    return max(_beside(pieces, held, own), _beside(other, (), own)) <= _BESIDE_VALUE
