"""Words of a row of versions that some versions render and others do not: the binding words, and the surest of the others.

A word is lost in a version where its own habit says that adopted texts seldom render it as little (``word_habits``), where its
counterparts in other versions are rendered as little there (``column_votes``), and, for a binding word, where no word of its class
stands about where its rendering should. A word is added where all other versions lack it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from statistics import median

import numpy as np

from align.lexicon.column_votes import UNUSUAL, RowTexts, UnrenderedWord, Word, geometric_mean
from align.lexicon.sentence_losses import how_surely_lost
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import times_seen
from align.lexicon.usual_sources import as_often_rendered, usually_renders
from align.lexicon.word_evidence import RARE
from corpora.annotation.binding import BindingWord, binding_words
from corpora.languages import Language
from corpora.model import Span

BINDING = 0.125
"""Share under which a binding word is unrendered: the geometric mean over the columns of how often adopted texts render the word as
little."""
ADDED = 0.06
"""The same of a binding word that one version has alone: a set phrase of its own more often than an addition."""
CONTENT = 0.01
"""The same of any other word that carries meaning."""
IN_DOUBT, IN_DOUBT_BINDING = 0.1, 0.25
"""The same of a word of which the network is asked, that reads the sentences, and of a binding word, of which there are few. Of less unusual
ones it finds little that is new, and they cost twice as much."""
SURELY, SURELY_ALONE, SURELY_BINDING = 2.0, 2.5, 2.5
"""How surely a word in doubt is lost, is one that a version has alone, or is a binding word that is either, in nats, from which it is told:
the first so that two words a resolution are in thirty of the Council's of 2022, the others by reading, since of the words that one version has
alone between 2 and 2.5 five of five were false, and of binding words three of five (Council 2023, Assembly 78)."""
DOUBTFUL, DOUBTFUL_BINDING, DOUBTFUL_OF_FEW = 0.12, 0.15, 0.04
"""The same of a word that is shaded: in a column of versions, where the best rendered counterpart is spared, of a binding word there, and of two
or three versions."""
DOUBTFUL_ALONE = 0.18
"""The same of a shaded word that one version has alone. With DOUBTFUL chosen on three resolutions of the reading table (2643, 2669 of 2022, 2672 of
2023), so that about four words in a hundred are shaded."""
_SHADED = 0.3
"""Share under which the counterpart of a word is shaded with it: chosen on the same; one that is rendered as well as this shows nothing."""
_FEWEST_VERSIONS = 4
"""Versions from which words are voted on: of three, one counterpart alone would decide."""
_SUPPORTERS = 2
"""Counterparts in other versions that must be unrendered as well."""
_BESIDE_EACH_OTHER = 3
"""Places from one lost word to the next up to which they are told as one."""
_SEEN = 20
"""Times that the lexicon has seen a word from which the network's word on it is taken."""
_SUPPORTING = 0.05
"""Share under which a counterpart of a content word is unrendered as well."""
_NEAR = 15
"""Words around the place where a rendering should stand in which a word of the class is taken for it."""
_KIN = (
    frozenset({"all", "any", "each", "throughout"}),
    frozenset({"immediate", "current"}),
    frozenset({"continuing", "further"}),
    frozenset({"full", "effective"}),
    frozenset({"full", "clear"}),
    frozenset({"recent", "current", "existing"}),
    frozenset({"relevant", "respective", "necessary"}),
)
"""Classes of which a word of one may render a word of the other."""
_BESIDE = 6
"""The same for a word that is none of the class and may only render one."""
_MOSTLY = 0.5
"""Share of the versions with a word from whose places a rendering must stand near: of one that is placed badly nothing follows. Chosen on
35 resolutions that were read (Council 2022-2023, Assembly 78): it clears 17 of their 47 false findings and costs 2 of 33 right ones."""
_SET_PHRASES = 0.8
"""Share of the versions with a word in which it stands in a set phrase, from which it says nothing in any: chosen, so that one free
rendering of "each other" counts for nothing, but "particulièrement" beside two of "in particular" does."""
_AROUND, _FREE = 4, 0.1
"""Words around the place of a rendering, and the share under which one of them renders nothing itself."""
_AT_THE_PLACE = 3
"""The same of a binding word, twice as many where a language writes without spaces: where such a word stands there, 9 of 14 findings that were
read were false, elsewhere 20 of 62 (Council 2022-2023, Assembly 78)."""
Classes = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class LostWord:
    """A word that the versions of ``having`` render by these words and those of ``lacking`` do not; ``shown`` is the clearest of them.

    ``share`` is the least share of ``lacking`` (how often adopted texts render such a word as little); ``classes`` are those of a
    binding word; ``added`` says that one version has it alone, ``replaced`` that a word which renders nothing stands in the place of a binding
    word.
    """

    shown: Word
    having: tuple[Word, ...]
    lacking: tuple[str, ...]
    share: float
    classes: tuple[str, ...]
    added: bool
    replaced: bool = False


@dataclass(frozen=True)
class _Bound:
    """The binding words of a version by their place among its words.

    ``classes`` are those of each, ``phrases`` the places of the phrase that it belongs to, ``excused`` the places that are excused.
    """

    text: str
    language: Language
    classes: Classes
    phrases: Mapping[int, frozenset[int]]
    excused: frozenset[int]

    @cached_property
    def renders(self) -> Classes:
        """The classes of all words that may render one: asked for where one seems lost, which most rows have none of."""
        found: dict[int, frozenset[str]] = {}
        for loose in (False, True):
            for word, places in _placed(self.text, self.language, loose=loose):
                classes = frozenset({word.name}) if loose else _kin(frozenset({word.name}))
                for place in places:
                    found[place] = found.get(place, frozenset()) | classes
        return found


def quoted_word(column: RowTexts, found: LostWord) -> Word:
    """The word by which a reader is told what is lost: that of the first version, the pivot, where it has the word; else ``found.shown``.

    The pivot's is none that merely stands for it ("stresses" beside the adverb of a Chinese verb): it is a binding word of the class, or
    the two are each other's best rendering.
    """
    first, shown = next(iter(column.texts)), found.shown
    own = next((word for word in found.having if word.code == first), None)
    if own is None or shown.code == first:
        return shown
    classes = _bound(column.texts[first], column.languages[first]).classes.get(own.place, frozenset())
    pair = column.pair(shown.code, first)
    best = (
        pair is not None
        and int(pair.partners[shown.place]) == own.place
        and int(pair.partners_back[own.place]) == shown.place
    )
    return own if best or classes & _kin(frozenset(found.classes)) else shown


def lost_binding_words(column: RowTexts) -> list[LostWord]:
    """The binding words of a row that are lost or added; none of fewer than four versions."""
    if len(column.texts) < _FEWEST_VERSIONS:
        return []
    bound = _BoundWords(column)
    lost = (
        (word, classes)
        for word in _unrendered(column)
        if word.columns < IN_DOUBT_BINDING
        and (classes := _lost(column, bound, word))
        and (word.columns < BINDING or _surely(column, word, SURELY_BINDING))
    )
    return [*_joined(column, lost), *_added(column, bound)]


def lost_content_words(column: RowTexts) -> list[LostWord]:
    """The other words of a row that are surely lost or added, no binding words among them; none of fewer than four versions."""
    if len(column.texts) < _FEWEST_VERSIONS:
        return []
    bound = _BoundWords(column)

    def is_unusual(word: UnrenderedWord) -> bool:
        return (
            word.share < _SUPPORTING
            and word.columns < CONTENT
            and _voted(column, bound, word)
            and not _replaced(column, [word.word], word.lacking, _AROUND)
            and not as_often_rendered(column, _all_that_have(word), word.lacking)
        )

    def is_lost(word: UnrenderedWord) -> bool:
        others = [counterpart for counterpart, _ in word.counterparts]
        known = len(others) >= _SUPPORTERS and all(_is_known(column, w) for w in _all_that_have(word))
        return (
            known
            and word.columns < IN_DOUBT
            and all(_says(column, bound, w) for w in others)
            and _surely(column, word, SURELY)
        )

    lost = (
        (word, frozenset[str]())
        for word in _unrendered(column)
        if _says(column, bound, word.word) and (is_unusual(word) or is_lost(word))
    )
    added = (
        _one_alone(word, others, share, ())
        for code in column.texts
        for word, others, share in _in_doubt(column, code, IN_DOUBT)
        if _says(column, bound, word)
        and _is_known(column, word)
        and how_surely_lost(column, [word], others, SURELY_ALONE) is not None
    )
    return [*_beside_each_other(_joined(column, lost)), *_beside_each_other(added)]


def doubtful_words(column: RowTexts) -> list[LostWord]:
    """The words of a row that may be lost or added, the surest and the less sure: what the comparison shades.

    Of two and three versions, whose words cannot be voted on, those that are as sure by themselves.
    """
    bound = _BoundWords(column)
    voted = len(column.texts) >= _FEWEST_VERSIONS

    def speaks(word: Word) -> bool:
        own = bound[word.code]
        return word.place in own.classes.keys() - own.excused or _says(column, bound, word)

    def may_be(word: UnrenderedWord) -> bool:
        if not speaks(word.word):
            return False
        supporters = word.supporters(UNUSUAL)
        return not voted or (bool(supporters) and 2 * len(supporters) >= len(word.counterparts))

    def is_doubtful(word: UnrenderedWord) -> bool:
        if not voted:
            return word.columns < DOUBTFUL_OF_FEW
        binds = word.word.place in bound[word.word.code].classes
        return word.columns_but_one < (DOUBTFUL_BINDING if binds else DOUBTFUL)

    lost = ((word, frozenset[str]()) for word in _unrendered(column) if is_doubtful(word) and may_be(word))
    found = [replace(word, having=tuple(filter(speaks, word.having))) for word in _joined(column, lost)]
    for code in column.texts if voted else ():
        candidates = _alone(column, code, DOUBTFUL_ALONE, most=1.0)
        alone = ((column.word(code, place), others, share) for place, others, share in candidates)
        found += [_one_alone(word, others, share, ()) for word, others, share in alone if speaks(word)]
    return found


def shaded_words(column: RowTexts, found: LostWord) -> tuple[Word, ...]:
    """The words of a doubtful word that are shaded: not the counterparts that a version which should lack them renders well."""

    def seems_lost(word: Word) -> bool:
        tables = (column.shares.get((word.code, other)) for other in found.lacking)
        return any(table is not None and float(table[word.place]) < _SHADED for table in tables)

    return tuple(word for word in found.having if word == found.shown or seems_lost(word))


def _unrendered(column: RowTexts, edge: float = UNUSUAL) -> Iterator[UnrenderedWord]:
    """The words of every version that another one does not render, by the version that lacks them."""
    for lacking, code in itertools.product(column.texts, repeat=2):
        if code != lacking:
            yield from column.unrendered(code, lacking, edge)


def _says(column: RowTexts, bound: Mapping[str, _Bound], word: Word) -> bool:
    return column.words[word.code].content[word.place] and word.place not in bound[word.code].classes


def _is_known(column: RowTexts, word: Word) -> bool:
    """Whether the lexicon knows a word well: of one that is seldom seen, and of most names, it misses the rendering."""
    return int(times_seen(column.texts[word.code], column.languages[word.code])[word.place]) >= _SEEN


def _surely(column: RowTexts, word: UnrenderedWord, least: float) -> bool:
    return how_surely_lost(column, _all_that_have(word), [word.lacking], least) is not None


def _voted(column: RowTexts, bound: Mapping[str, _Bound], word: UnrenderedWord) -> bool:
    supporters = [w for w in word.supporters(_SUPPORTING) if _says(column, bound, w)]
    return len(supporters) == len(word.counterparts) >= min(_SUPPORTERS + 1, len(column.texts) - 2)


def _replaced(column: RowTexts, having: Sequence[Word], lacking: str, around: int) -> bool:
    """Whether a word that renders nothing, or that the lexicon hardly knows, stands where the rendering should, ``around`` words on
    either side: then the two may be one, in other words."""
    tables = [shares for w in having if (shares := column.shares.get((lacking, w.code))) is not None]
    if not tables:
        return True
    centre = int(median(column.expected(w.code, w.place, lacking) for w in having))
    content, language = column.words[lacking].content, column.languages[lacking]
    seen = times_seen(column.texts[lacking], language)
    near = range(max(0, centre - around), min(len(content), centre + around + 1))
    return any(
        content[place] and (seen[place] < RARE or geometric_mean([float(t[place]) for t in tables]) < _FREE)
        for place in near
    )


class _BoundWords(dict[str, _Bound]):
    """The binding words of the versions of a row, found when they are first asked for: most rows lack no word that may be one."""

    def __init__(self, column: RowTexts) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, code: str) -> _Bound:
        self[code] = _bound(self._column.texts[code], self._column.languages[code])
        return self[code]


def _placed(text: str, language: Language, *, loose: bool) -> Iterator[tuple[BindingWord, list[int]]]:
    """The binding words of a text, each with its places among the words of the text."""
    words = stemmed(text, language)
    for found in binding_words(text, language, loose=loose):
        yield found, list(words.touched(found.span))


@lru_cache(maxsize=1024)
def _bound(text: str, language: Language) -> _Bound:
    classes: dict[int, frozenset[str]] = {}
    phrases: dict[int, frozenset[int]] = {}
    excused: set[int] = set()
    for found, places in _placed(text, language, loose=False):
        excused.update(places if found.excused else ())
        for place in places:
            classes[place] = classes.get(place, frozenset()) | {found.name}
            phrases[place] = phrases.get(place, frozenset()).union(places)
    return _Bound(text, language, classes, phrases, frozenset(excused))


@lru_cache(maxsize=256)
def _kin(classes: frozenset[str]) -> frozenset[str]:
    return classes.union(*(group for group in _KIN if group & classes))


def _lost(column: RowTexts, bound: Mapping[str, _Bound], word: UnrenderedWord) -> frozenset[str]:
    """The classes of a binding word that is lost; empty where it is none, or is not lost."""
    own = bound[word.word.code]
    classes = own.classes.get(word.word.place, frozenset())
    if not classes or word.word.place in own.excused:
        return frozenset()
    kin = _kin(classes)
    supporters = [
        w for w in word.supporters(UNUSUAL) if column.words[w.code].content[w.place] or w.place in bound[w.code].classes
    ]
    against = len(word.counterparts) - len(word.supporters(UNUSUAL))
    of_class = any(bound[w.code].classes.get(w.place, frozenset()) & kin for w in supporters)
    if len(supporters) < _SUPPORTERS or len(supporters) <= against or not of_class:
        return frozenset()
    having = _all_that_have(word)
    said = [w.place in bound[w.code].excused for w in having if w.place in bound[w.code].classes]
    if sum(said) >= _SET_PHRASES * len(said):
        # "each other" is "друг друга" and "mutuellement": what is a set phrase in most versions is none to be rendered in the others.
        return frozenset()
    rendered = _mostly_near(column, bound, having, word.lacking, classes) or usually_renders(
        column, having, word.lacking
    )
    return frozenset() if rendered else classes


def _all_that_have(word: UnrenderedWord) -> list[Word]:
    return [word.word, *(counterpart for counterpart, _ in word.counterparts)]


def _mostly_near(
    column: RowTexts, bound: Mapping[str, _Bound], having: Sequence[Word], other: str, classes: frozenset[str]
) -> bool:
    """Whether a word of the class stands near the place of the rendering, from where the word itself stands or most of its counterparts."""
    near = [
        _stands_near(column, bound, w, other, bound[w.code].classes.get(w.place, frozenset()) or classes)
        for w in having
    ]
    return near[0] or sum(near) >= _MOSTLY * len(near)


def _stands_near(column: RowTexts, bound: Mapping[str, _Bound], word: Word, other: str, wanted: frozenset[str]) -> bool:
    """Whether a word that may render the class stands about where the rendering should.

    One that renders another word of the class, as that word's own best rendering, is not counted.
    """
    pair = column.pair(word.code, other)
    if pair is None:
        return True
    centre = column.expected(word.code, word.place, other)
    # The order of words differs most where one of two languages writes without spaces.
    reach = 1 if column.languages[word.code].spaced and column.languages[other].spaced else 2
    own, kin = bound[word.code], _kin(wanted)
    phrase = own.phrases.get(word.place, frozenset({word.place}))
    for place, classes in bound[other].renders.items():
        binding = bool(bound[other].classes.get(place, frozenset()) & kin)
        if not classes & wanted or abs(place - centre) > (_NEAR if binding else _BESIDE) * reach:
            continue
        source = int(pair.partners_back[place])
        taken = source >= 0 and source not in phrase and int(pair.partners[source]) == place
        if not (taken and (not binding or own.classes.get(source, frozenset()) & kin)):
            return True
    return False


def _joined(column: RowTexts, lost: Iterator[tuple[UnrenderedWord, frozenset[str]]]) -> Iterator[LostWord]:
    """What is lost, each word once with all versions that lack it: words that render each other are one."""
    group_of: dict[tuple[str, int], list[tuple[UnrenderedWord, frozenset[str]]]] = {}
    for word, classes in lost:
        keys = [(w.code, w.place) for w in (word.word, *(c for c, _ in word.counterparts))]
        touching = list({id(g): g for key in keys if (g := group_of.get(key)) is not None}.values())
        members = touching[0] if touching else []
        for other in touching[1:]:
            members.extend(other)
            keys += [(w.code, w.place) for m, _ in other for w in (m.word, *(c for c, _ in m.counterparts))]
        members.append((word, classes))
        group_of.update(dict.fromkeys(keys, members))
    for members in {id(g): g for g in group_of.values()}.values():
        lacking = {word.lacking for word, _ in members}
        has = {w.code for word, _ in members for w in (word.word, *(c for c, _ in word.counterparts))}
        # Where each version that has one of the words lacks another, they are several words, joined by a counterpart of two.
        for one in [members] if has - lacking else [[member] for member in members]:
            yield _one(column, one)


def _beside_each_other(words: Iterable[LostWord]) -> list[LostWord]:
    """The words, those that stand beside each other and are lost in the same versions as one: 原 and 则 of 原则, "fight" and "terrorism"."""
    found: list[LostWord] = []
    for word in sorted(words, key=lambda w: (w.shown.code, w.shown.place)):
        near = next((k for k, one in enumerate(found) if one.lacking == word.lacking and _are_beside(one, word)), None)
        if near is None:
            found.append(word)
        else:
            found[near] = _both(found[near], word)
    return found


def _are_beside(first: LostWord, second: LostWord) -> bool:
    """Whether two words stand beside each other in most of the versions that have both."""
    places = {word.code: word.place for word in first.having}
    apart = [abs(word.place - places[word.code]) for word in second.having if word.code in places]
    return 2 * sum(away <= _BESIDE_EACH_OTHER for away in apart) > len(apart)


def _both(first: LostWord, second: LostWord) -> LostWord:
    """Two lost words as one, which has in each version what stands from the one to the other where they are beside each other there."""
    of_second = {word.code: word for word in second.having}

    def joined(word: Word) -> Word:
        other = of_second.pop(word.code, None)
        if other is None or abs(other.place - word.place) > _BESIDE_EACH_OTHER:
            return word
        begin, end = min(word.span.start, other.span.start), max(word.span.end, other.span.end)
        return Word(word.code, max(word.place, other.place), Span(begin, end))

    having = {word.code: joined(word) for word in first.having} | of_second
    shown = having[first.shown.code]
    return replace(first, shown=shown, having=tuple(having.values()), share=min(first.share, second.share))


def _one(column: RowTexts, members: Sequence[tuple[UnrenderedWord, frozenset[str]]]) -> LostWord:
    lacking = {word.lacking for word, _ in members}
    having: dict[str, Word] = {}
    # A word that is unrendered itself shows what is lost better than the counterpart of another one.
    for word, _ in sorted(members, key=lambda m: m[0].share):
        having.setdefault(word.word.code, word.word)
    for word, _ in members:
        for counterpart, _share in word.counterparts:
            having.setdefault(counterpart.code, counterpart)
    own = {word.word.code for word, _ in members} - lacking
    order = sorted(having.keys() - lacking, key=lambda c: (c not in own, *_readable(column, c)))
    classes = frozenset[str]().union(*(classes for _, classes in members))
    has = tuple(having[c] for c in column.texts if c in having and c not in lacking)
    return LostWord(
        having[order[0]],
        has,
        tuple(c for c in column.texts if c in lacking),
        min(word.share for word, _ in members),
        tuple(sorted(classes)),
        added=False,
        replaced=bool(classes) and any(_replaced(column, has, code, _at_the_place(column, code)) for code in lacking),
    )


def _at_the_place(column: RowTexts, code: str) -> int:
    return _AT_THE_PLACE if column.languages[code].spaced else 2 * _AT_THE_PLACE


def _readable(column: RowTexts, code: str) -> tuple[bool, int]:
    """The order in which versions are shown: the first (the pivot), then what is written in its letters."""
    codes = list(column.texts)
    first = column.languages[codes[0]].writing.script
    return column.languages[code].writing.script != first, codes.index(code)


def _added(column: RowTexts, bound: Mapping[str, _Bound]) -> Iterator[LostWord]:
    """Binding words that one version has alone."""

    def stands_near(code: str, place: int, other: str) -> bool:
        return _stands_near(column, bound, column.word(code, place), other, bound[code].classes[place])

    for code in column.texts:
        unusual = {place for place, _, _ in _alone(column, code, ADDED)}
        yield from (
            _one_alone(word, others, share, tuple(sorted(bound[code].classes[word.place])))
            for word, others, share in _in_doubt(column, code, IN_DOUBT_BINDING)
            if word.place in bound[code].classes.keys() - bound[code].excused
            and not any(stands_near(code, word.place, other) for other in others)
            and not _mostly_rendered(column, word, others)
            and (word.place in unusual or how_surely_lost(column, [word], others, SURELY_BINDING) is not None)
        )


def _mostly_rendered(column: RowTexts, word: Word, others: Sequence[str]) -> bool:
    """Whether most other versions have a word near its place that usually renders it: then it is no addition, but worded otherwise."""
    return 2 * sum(usually_renders(column, [word], other) for other in others) > len(others)


def _one_alone(word: Word, others: tuple[str, ...], share: float, classes: tuple[str, ...]) -> LostWord:
    return LostWord(word, (word,), others, share, classes, added=True)


def _in_doubt(column: RowTexts, code: str, edge: float) -> Iterator[tuple[Word, tuple[str, ...], float]]:
    """The words that a version may have alone, of which the network is asked; as ``_alone`` has them."""
    for place, others, share in _alone(column, code, edge, most=1.0):
        yield column.word(code, place), others, share


def _alone(
    column: RowTexts, code: str, edge: float, most: float = UNUSUAL
) -> Iterator[tuple[int, tuple[str, ...], float]]:
    """The places of a version's words that no other version renders, with those versions and the least share.

    ``edge`` bounds the geometric mean of the shares, ``most`` each of them.
    """
    others = tuple(c for c in column.texts if c != code)
    tables = [table for other in others if (table := column.shares.get((code, other))) is not None]
    if len(tables) < len(others) or not others:
        return
    means = np.exp(np.mean(np.log(tables), axis=0))
    for place in np.flatnonzero((np.max(tables, axis=0) <= most) & (means < edge)).tolist():
        yield place, others, min(float(table[place]) for table in tables)
