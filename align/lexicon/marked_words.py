"""Which words of a paragraph are marked as the rendering of a phrase: the set of words that holds most of it and least of all else.

The worth of a set is the harmonic mean of two shares: of what the phrase's words are linked to and of what it has votes for, how much
the set holds; of the words of the set, how much belongs to the phrase. The words need not stand together ("take" and "measures"), but each
further part must be worth it. The best set is looked for by adding and leaving out words, from the best runs of words on: sets that
translate each other whole and nothing else are the consistent phrase pairs of Koehn, Och and Marcu, "Statistical phrase-based
translation", NAACL 2003.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.phrase_links import PhraseLinks
from align.lexicon.phrase_votes import Votes, belonging, voted
from corpora.text.punctuation import BRACKETS, LIST_COMMA, PAUSES

# All set on 195 phrases that were read before (2020 to 2023, six languages); shown on others: docs/figures.md.
_VOTED, _NEAR = 0.2, 0.3
"""Votes from which a word is missed where the set lacks it, and how much it must stand where the rendering is expected."""
_PART = 0.075
"""What a further part of a set costs."""
_CROSSED = 0.2
"""What it costs to mark over a comma or the like."""
_BELONGS = 0.55
"""How much a word must belong to the phrase to be a part of its own."""
_CONFIRMED, _PLACES = 0.25, 5
"""The votes that it needs besides, where so many places or more were asked."""
_FOREIGN = 0.15
"""How little a word between others must belong to the phrase to be left out."""
_PARTS = 3
"""Parts of a set."""
_APART, _FAR, _SURE = 12, 24, 0.5
"""Words between parts, more characters by two thirds; words between them where a part has such votes."""
_STARTS, _EACH = 6, 3
"""Runs that the search begins with, and runs of one width among them."""
_STRETCH = 3
"""A run has at most so many words for each of the phrase, and a few more; twice as many characters."""
_BARRING = frozenset(PAUSES + LIST_COMMA + BRACKETS)


class MarkedWords:
    """The search for the words of one target; ``asked`` is the number of places that gave the votes."""

    def __init__(self, links: PhraseLinks, votes: Votes, asked: int) -> None:
        self.links = links
        self.votes = voted(links, votes)
        self.belongs = belonging(links, self.votes)
        self._few = asked < _PLACES
        self._whole = float(links.caps.sum())
        self._missed = self._missed_stems()
        self._all_missed = sum(self._missed.values())
        self._worths: dict[frozenset[int], float] = {}

    def best(self) -> tuple[float, frozenset[int]]:
        """The best set of words, by their numbers, and its worth; 0 and none where no run is linked to the phrase."""
        found = (0.0, frozenset[int]())
        passed: set[frozenset[int]] = set()
        for start in self._starts():
            worth, words = self.worth(start), start
            # What was passed on an earlier way leads to the same end.
            while words not in passed:
                passed.add(words)
                better = max(self._moves(words), key=self.worth, default=words)
                if self.worth(better) <= worth + 1e-6:
                    break
                worth, words = self.worth(better), better
            if worth > found[0]:
                found = (worth, words)
        return found

    def worth(self, words: frozenset[int]) -> float:
        """The harmonic mean of what a set holds and what of it belongs, less what its parts cost."""
        if words not in self._worths:
            self._worths[words] = self._worth(sorted(words))
        return self._worths[words]

    def _worth(self, places: Sequence[int]) -> float:
        held = sum([min(cap, sum([row[j] for j in places])) for row, cap in self._rows])
        held += sum([self._missed.get(s, 0.0) for s in {self.links.stems[j] for j in places}]) if self._missed else 0.0
        fitting = all_ = 0.0
        parts, crossed, before = 0, 0, places[0]
        seen: set[str] = set()
        for j in places:
            all_ += self._weights[j]
            if j - before > 1:
                parts += 1
            elif j > before and self.barred[before]:
                crossed += 1
            before = j
            name = self._names[j]
            if name and name in seen:
                continue
            seen.add(name)
            fitting += self._fitting[j]
        recall, precision = held / (self._whole + self._all_missed), fitting / all_
        return 2 * recall * precision / (recall + precision + 1e-9) - _PART * parts - _CROSSED * crossed

    def _missed_stems(self) -> dict[str, float]:
        links, found = self.links, dict[str, float]()
        worth = 1.0 if links.is_spaced else float(links.weights.max())
        for j in np.flatnonzero((self.votes > _VOTED) & (links.near > _NEAR) & links.content).tolist():
            found[links.stems[j]] = max(found.get(links.stems[j], 0.0), float(self.votes[j]) * worth)
        return found

    @cached_property
    def _rows(self) -> list[tuple[list[float], float]]:
        """The links of each word of the phrase, and what it counts at most."""
        return list(zip(self.links.each.tolist(), self.links.caps.tolist(), strict=True))

    @cached_property
    def _carries(self) -> list[bool]:
        return [bool(c) for c in self.links.content]

    @cached_property
    def _own(self) -> list[int]:
        """The words that may be a part of their own."""
        return [int(j) for j in np.flatnonzero(self.links.content & (self.belongs > _BELONGS))]

    @cached_property
    def _weights(self) -> list[float]:
        return [float(w) for w in self.links.weights]

    @cached_property
    def _fitting(self) -> list[float]:
        return [float(x) for x in self.links.weights * self.belongs]

    @cached_property
    def _names(self) -> list[str]:
        """What a word must not repeat in a set: its stem, with the next character where each is one; "" for words that may come again."""
        stems, content = self.links.stems, self.links.content.tolist()
        if not self.links.is_spaced:
            return ["".join(stems[j : j + 2]) for j in range(len(stems))]
        return [s if c else "" for s, c in zip(stems, content, strict=True)]

    @cached_property
    def barred(self) -> list[bool]:
        """Whether a comma or the like stands behind each word and before the next."""
        text = self.links.text
        gaps = zip(self.links.ends, self.links.begins[1:], strict=False)
        return [not _BARRING.isdisjoint(text[end - 1 : begin]) for end, begin in gaps] + [False]

    def _starts(self) -> list[frozenset[int]]:
        """The best runs of words."""
        links, count = self.links, len(self.links.stems)
        missed = np.array([self._missed.get(s, 0.0) for s in links.stems]) * (links.near > _NEAR)
        held = _sums(links.each.sum(axis=0) + missed)
        fitting, all_ = _sums(links.weights * self.belongs), _sums(links.weights)
        widest = (_STRETCH * max(1, round(float(links.caps.size))) + 2) * (1 if links.is_spaced else 2)
        # All widths at once, a row each; a run that would go beyond the end counts less than any.
        begins, widths = np.arange(count), np.arange(1, min(count, widest) + 1)[:, None]
        ends = np.minimum(begins + widths, count)
        recall = np.minimum((held[ends] - held[begins]) / (self._whole + self._all_missed), 1.2)
        precision = (fitting[ends] - fitting[begins]) / (all_[ends] - all_[begins])
        means = np.where(begins + widths <= count, 2 * recall * precision / (recall + precision + 1e-9), -1.0)
        best = np.argsort(-means, axis=1, kind="stable")[:, :_EACH]
        sized = zip(np.take_along_axis(means, best, axis=1).tolist(), best.tolist(), strict=True)
        found = [
            (mean, place, place + width)
            for width, (row, places) in enumerate(sized, 1)
            for mean, place in zip(row, places, strict=True)
            if mean > 0
        ]
        found.sort(key=lambda run: (-run[0], run[1], run[2]))
        return [frozenset(range(a, b)) for _, a, b in found[:_STARTS]]

    def _moves(self, words: frozenset[int]) -> Iterator[frozenset[int]]:
        """The sets that differ by a word or two at an end, or by a further part."""
        parts, count = runs_of(words), len(self.links.stems)
        for first, last in parts:
            if len(words) > 1:
                yield words - {first}
                yield words - {last}
            for more in (1, 2):
                if first >= more:
                    yield words | set(range(first - more, first))
                if last + more < count:
                    yield words | set(range(last + 1, last + more + 1))
            if len(parts) < _PARTS:
                yield from (
                    words - {j} for j in range(first + 1, last) if self.belongs[j] < _FOREIGN and self._carries[j]
                )
        if len(parts) < _PARTS:
            yield from self._further(words, parts[0][0], parts[-1][1])

    def _further(self, words: frozenset[int], first: int, last: int) -> Iterator[frozenset[int]]:
        stretch = 3 if self.links.is_spaced else 5
        far, reach = _FAR * stretch // 3, _APART * stretch // 3
        for j in self._own:
            if j in words or not first - far <= j <= last + far:
                continue
            near = first - reach <= j <= last + reach
            if (self._few and near) or self.votes[j] >= (_CONFIRMED if near else _SURE):
                yield words | {j}
                if not self.links.is_spaced and j + 1 < len(self.links.stems):
                    yield words | {j, j + 1}


def runs_of(words: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers.

    >>> runs_of({3, 1, 2, 7})
    [(1, 3), (7, 7)]
    """
    found: list[tuple[int, int]] = []
    for j in sorted(words):
        if found and found[-1][1] == j - 1:
            found[-1] = (found[-1][0], j)
        else:
            found.append((j, j))
    return found


def _sums(values: Floats | Sequence[float]) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
