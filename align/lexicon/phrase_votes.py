"""Which words render a phrase, told by many of its places at once.

In one paragraph the links of the lexicon say it badly where the lexicon hardly knows a word of the phrase. Over several paragraphs the
words of the true rendering come again where the phrase comes again, and no other word of the source accounts for them. So the phrase as a
whole learns how likely it renders each word, by expectation and maximisation as in IBM Model 1 (Brown et al., "The mathematics of
statistical machine translation", Computational Linguistics 19(2), 1993), while the links of all other words compete with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from align.encoders.span_vectors import Floats
from align.lexicon.phrase_links import PhraseLinks

# All set on 195 phrases that were read before (2020 to 2023, six languages); shown on others: docs/figures.md.
_AT_FIRST = 0.12
"""How likely the phrase renders any word that carries meaning, before anything is learned."""
_ROUNDS = 3
"""Rounds of expectation and maximisation."""
_FEWEST = 5
"""Places from which they have votes: chosen, two or three may have whole sentences in common."""
_MORE = 1.0
"""Places in which a word does not stand that are added, so that a few places prove less."""
_LEAST = 0.08
"""Votes under which a word has none."""
_SHARE = 0.05
"""Belonging to the phrase under which a word of one place gives no vote."""
_IDLE = 0.12
"""What speaks against a word that nothing accounts for."""
_COMMON, _UNLINKED = 0.5, 0.1
"""What speaks besides against a word that stands in any text, where the words of the phrase are linked to it less than this."""
Votes = Mapping[str, float]
"""How likely (0 to 1) a phrase renders each stem."""


def votes_of(places: Sequence[PhraseLinks]) -> Votes:
    """The votes of some places of one phrase; none where they are too few to tell what comes again from what is the same by chance."""
    if len(places) < _FEWEST:
        return {}
    numbers: dict[str, int] = {}
    found = [np.array([numbers.setdefault(s, len(numbers)) for s in p.stems], dtype=np.intp) for p in places]
    votes = np.zeros(len(numbers), dtype=np.float32)
    for turn in range(_ROUNDS):
        sums = np.zeros(len(numbers), dtype=np.float32)
        for place, at in zip(places, found, strict=True):
            learned = votes[at] if turn else np.where(place.content, np.float32(_AT_FIRST), np.float32(0))
            best = np.zeros(len(numbers), dtype=np.float32)
            np.maximum.at(best, at, belonging(place, learned) * place.near)
            sums += np.where(best > _SHARE, best, 0)
        votes = sums / np.float32(len(places) + _MORE)
        votes[votes <= _LEAST] = 0
    return {stem: float(votes[k]) for stem, k in numbers.items() if votes[k]}


def voted(place: PhraseLinks, votes: Votes) -> Floats:
    """The votes of the words of a target, (n,)."""
    if not votes:
        return np.zeros(len(place.stems), dtype=np.float32)
    return np.array([votes.get(stem, 0.0) for stem in place.stems], dtype=np.float32)


def belonging(place: PhraseLinks, learned: Floats) -> Floats:
    """How much (0 to 1) each word of a target belongs to the rendering of the phrase, (n,), by its links and what is ``learned`` (n,)."""
    own = place.yes + learned * place.near
    against = place.no + _IDLE + np.where(place.yes < _UNLINKED, _COMMON * place.common, 0)
    return np.asarray(own / (own + against), dtype=np.float32)
