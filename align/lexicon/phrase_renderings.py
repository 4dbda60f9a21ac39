"""How a phrase is rendered, place by place: what its places tell together, and which words of each are marked.

What the search for the best words leaves is completed: a word of the phrase that nothing marked renders, with the word beside the mark that
it is linked to; a word beside the mark that many places vote for, or that is left over where few places were asked; half a word of a language without spaces. Articles and prepositions
at the ends are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from align.lexicon.marked_words import MarkedWords, runs_of
from align.lexicon.phrase_links import LITTLE, PhraseLinks, PhrasePlace, phrase_links
from align.lexicon.phrase_votes import votes_of
from align.lexicon.tokenization import bare_span
from corpora.languages import Language
from corpora.model import Span

# All set on 195 phrases that were read before (2020 to 2023, six languages); shown on others: docs/figures.md.
PLACES = 12
"""Places that a phrase is learned from: with twice as many one more of the 195 came right."""
_LEAST, _LITTLE = 0.2, 0.4
"""The worth from which a set of words is a rendering, and one of little words alone. Set on 392 phrases that were read: at 0.4 for all, five
more are left without the rendering that they have, and three are spared a wrong one."""
_COVERED, _HARDLY = 0.3, 0.1
"""Share of its links, and sum of them, from which a word of the phrase is rendered by what is marked."""
_LINKED, _BELONGS = 0.12, 0.25
"""The link, and how much the word must belong to the phrase, from which the word that renders it is marked too."""
_BETWEEN = 3
"""Words, of those that carry no meaning, over which the mark is made longer."""
_STRONG, _OWN, _FAR = 0.5, 0.55, 12
"""The link, and how much a word must belong to the phrase, from which it is marked also where it stands apart, so many words away."""
_VOTED, _OTHERS, _RATHER = 0.15, 0.2, 0.4
"""Votes for the word beside a mark, what other words may account for of it, and how much it must belong, to be marked too."""
_MISSED, _HELD = 0.4, 0.8
"""Votes of a word from which another renders the phrase with the marked ones where it does not stand itself; share of what the phrase's
words count from which the marked ones render it whole."""
_UNKNOWN, _FREE = 0.1, 0.15
"""Sum of links under which the lexicon does not know a word of the phrase, and what other words may account for of its rendering."""
_TEXTS, _ALWAYS, _COMPLETED = 3, 0.9, 3
"""Texts with the same two characters from which a third can be said to belong to them, the share of them that have it, and characters
by which a mark is completed at each end at most."""
_VERY_COMMON = 0.5
"""How likely a short word stands in any text as long, from which it is left out at the end of a mark."""
_ARTICLE, _NOT_MEANT = 0.005, 0.25
"""Share of all words from which a short word is left out there in a short text too ("of", "in", articles), and what the phrase accounts
for of it at most: "its" stays where the phrase has it. The share is chosen, the second is that of a word that nothing is linked to."""
_SURE = 1 - 1e-9
"""A likelihood that has a logarithm."""
_WIDE = 15
"""Characters on either side of a phrase by which two places are alike."""


class PhraseRenderings:
    """The renderings of one phrase in one language."""

    def __init__(self, places: Iterable[PhrasePlace], own: Language, theirs: Language) -> None:
        """Learn from some places, `PLACES` will do; with none or one of them the links of each place alone decide."""
        self._own, self._theirs = own, theirs
        learned = [links for p in places if (links := phrase_links(p, own, theirs)) is not None]
        self._votes, self._asked = votes_of(learned), len(learned)
        self._learned = learned
        self._texts = [] if theirs.spaced else ["".join(links.stems) for links in learned]

    def of(self, place: PhrasePlace) -> tuple[Span, ...]:
        """The words of the target that render the phrase, in one span or several; none where none do."""
        links = phrase_links(place, self._own, self._theirs)
        if links is None or not links.carries:
            return ()
        search = MarkedWords(links, self._votes, self._asked)
        worth, best = search.best()
        if not best or worth < (_LEAST if links.content[sorted(best)].any() else _LITTLE):
            return ()
        words = _with_linked(search, best)
        words = self._with_other(search, _with_voted(search, words)) if self._votes else _with_unknown(search, words)
        words = _without_articles(links, words) if links.is_spaced else self._completed(links, words)
        spans = (Span(links.begins[a], links.ends[b]) for a, b in runs_of(words))
        return tuple(bare_span(links.text, span) for span in spans)

    def _with_other(self, search: MarkedWords, words: frozenset[int]) -> frozenset[int]:
        """The words, with one beside them that nothing accounts for, where one is missed that most places have on that side."""
        links = search.links
        if _held(links, words) >= _HELD:
            return words
        marked = {links.stems[j] for j in words if links.content[j]}
        missed = {stem for stem, votes in self._votes.items() if votes >= _MISSED and len(stem) > 1} - set(links.stems)
        if not links.is_spaced or not marked or not missed:
            return words
        side = sum(_side(each.stems, missed, marked) for each in self._learned)
        return words | _left_over(search, words, -1 if side < 0 else 1) if side else words

    def _completed(self, links: PhraseLinks, words: frozenset[int]) -> frozenset[int]:
        """The marked characters, with those that nearly always stand beside them: no half words."""
        found = set(words)
        for first, last in runs_of(words):
            for j in range(first - 1, max(-1, first - 1 - _COMPLETED), -1):
                part = "".join(links.stems[j + 1 : min(last, j + 2) + 1])
                if j in found or not self._goes_with(part, links.stems[j] + part):
                    break
                found.add(j)
            for j in range(last + 1, min(len(links.stems), last + 1 + _COMPLETED)):
                part = "".join(links.stems[max(first, j - 2) : j])
                if j in found or not self._goes_with(part, part + links.stems[j]):
                    break
                found.add(j)
        return _without_repeats(links, _without_half_numbers(links, found))

    def _goes_with(self, part: str, whole: str) -> bool:
        having = [text for text in self._texts if part in text]
        always = sum(text.count(whole) == text.count(part) for text in having)
        return len(part) > 1 and len(having) >= _TEXTS and always >= _ALWAYS * len(having)


def _held(links: PhraseLinks, words: Iterable[int]) -> float:
    """The share of what the words of a phrase count that some words render."""
    held = np.minimum(links.caps, links.each[:, sorted(words)].sum(axis=1))
    return float(held.sum() / links.caps.sum())


def _with_linked(search: MarkedWords, words: frozenset[int]) -> frozenset[int]:
    """The words, with those that render words of the phrase which nothing among them renders."""
    links, found = search.links, set(words)
    for row, cap in zip(links.each, links.caps.tolist(), strict=True):
        held = float(row[sorted(found)].sum())
        if cap <= LITTLE or held > max(_HARDLY, _COVERED * min(1.0, max(_COVERED, float(row.sum())))):
            continue
        j = int((row * links.near).argmax())
        if (
            j in found
            or row[j] < _LINKED
            or search.belongs[j] < _BELONGS
            or not (links.content[j] or links.common[j] < _VERY_COMMON)
        ):
            continue
        first, last = min(found), max(found)
        between = range(j + 1, first) if j < first else range(last + 1, j)
        barred = any(search.barred[k] for k in (range(j, first) if j < first else range(last, j)))
        beside = len(between) < _BETWEEN and not links.content[list(between)].any() and not barred
        if not links.is_spaced:
            found |= {j} if not between else set()
        elif beside:
            found |= {j, *between}
        elif links.yes[j] >= _STRONG and search.belongs[j] > _OWN and len(between) < _FAR:
            found.add(j)
    return frozenset(found)


def _with_voted(search: MarkedWords, words: frozenset[int]) -> frozenset[int]:
    """The words, with those beside them that the places vote for and nothing else accounts for."""
    links, found, count = search.links, set(words), len(search.links.stems)
    for first, last in runs_of(words):
        before = next((j for j in range(first - 1, max(-1, first - 1 - _BETWEEN), -1) if links.content[j]), first)
        after = next((j for j in range(last + 1, min(count, last + 1 + _BETWEEN)) if links.content[j]), last)
        for j, between in ((before, range(before, first)), (after, range(last, after))):
            is_theirs = links.no[j] < _OTHERS and search.votes[j] > _VOTED and search.belongs[j] > _RATHER
            if between and is_theirs and not any(search.barred[k] for k in between):
                found |= set(range(min(j, first), max(j, last) + 1))
    return frozenset(found)


def _with_unknown(search: MarkedWords, words: frozenset[int]) -> frozenset[int]:
    """The words, with one beside them that nothing accounts for, where the lexicon does not know the word of the phrase on that side."""
    links = search.links
    linked = links.each.sum(axis=1) >= _UNKNOWN
    known = np.flatnonzero(linked & (links.caps > LITTLE))
    wanting = np.flatnonzero(~linked & (links.caps > LITTLE))
    if not links.is_spaced or not known.size:
        return words
    found = set(words)
    for is_wanting, step in (((wanting < known[0]).any(), -1), ((wanting > known[-1]).any(), 1)):
        found |= _left_over(search, words, step) if is_wanting else set()
    return frozenset(found)


def _side(stems: Sequence[str], missed: set[str], marked: set[str]) -> int:
    """Whether some stems of a text stand before (-1) or behind (1) some others, those that stand nearest together; 0 where it has not both."""
    at, there = ([j for j, stem in enumerate(stems) if stem in wanted] for wanted in (missed, marked))
    nearest = min(((abs(a - b), a - b) for a in at for b in there), default=(0, 0))
    return (nearest[1] > 0) - (nearest[1] < 0)


def _left_over(search: MarkedWords, words: Iterable[int], step: int) -> set[int]:
    """The first word that carries meaning before (-1) or behind (1) the marked ones, with what stands between, where no word accounts for
    it."""
    links, places = search.links, sorted(words)
    end = places[0] if step < 0 else places[-1]
    beside = [j for j in range(end + step, end + step * (_BETWEEN + 1), step) if 0 <= j < len(links.stems)]
    j = next((j for j in beside if links.content[j]), end)
    between = range(min(j, end), max(j, end))
    is_free = links.yes[j] < _UNKNOWN and links.no[j] < _FREE
    if not between or not is_free or any(search.barred[k] for k in between):
        return set()
    return {*between, j}


def _without_half_numbers(links: PhraseLinks, words: Iterable[int]) -> frozenset[int]:
    """The characters without the figures of a number that is not marked whole, which many places may begin with."""
    found = set(words)
    for first, last in runs_of(words):
        for j, beyond, step in ((first, first - 1, 1), (last, last + 1, -1)):
            cut = 0 <= beyond < len(links.stems) and links.stems[beyond].isdigit()
            while cut and j in found and links.stems[j].isdigit():
                found.discard(j)
                j += step
    return frozenset(found)


def _without_repeats(links: PhraseLinks, words: frozenset[int]) -> frozenset[int]:
    """The characters without parts whose characters stand in another part too: one character of a word that comes again."""
    kept: dict[tuple[int, int], str] = {}
    for first, last in sorted(
        runs_of(words), key=lambda run: (run[0] - run[1], -float(links.near[run[0] : run[1] + 1].max()), run)
    ):
        part = "".join(links.stems[first : last + 1])
        if not any(part in other for other in kept.values()):
            kept[first, last] = part
    return frozenset(j for first, last in kept for j in range(first, last + 1))


def _without_articles(links: PhraseLinks, words: frozenset[int]) -> frozenset[int]:
    """The words without the very common ones at the ends of each part, and without parts that are but those."""
    # How likely a word stands in a text of n words is 1 - exp(-n share).
    share = -np.log1p(-links.common.astype(np.float64).clip(0, _SURE)) / max(1, len(links.stems))
    is_left_out = (share > _ARTICLE) & (links.yes < _NOT_MEANT)
    little = ~links.content & ((links.common > _VERY_COMMON) | is_left_out)
    found: set[int] = set()
    for first, last in runs_of(words):
        kept = np.flatnonzero(~little[first : last + 1])
        if kept.size:
            found |= set(range(first + int(kept[0]), first + int(kept[-1]) + 1))
    return frozenset(found) or words


def spread_over(places: Sequence[PhrasePlace], most: int = PLACES) -> list[PhrasePlace]:
    """At most so many of some places, evenly over them all, each with other words beside the phrase: alike ones teach nothing."""
    beside: dict[tuple[str, str], PhrasePlace] = {}
    for place in places:
        start, end = place.span.start, place.span.end
        beside.setdefault((place.source[max(0, start - _WIDE) : start], place.source[end : end + _WIDE]), place)
    kept = list(beside.values())
    step = max(1.0, len(kept) / most)
    return [kept[int(k * step)] for k in range(min(most, len(kept)))]
