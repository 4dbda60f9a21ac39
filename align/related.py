"""Aligning related resolutions: not monotone, with moved, merged and split paragraphs.

Wording (rapidfuzz and rare words in common) and meaning (the encoder) make a likeness; an optimal assignment pairs
paragraphs one to one, and what is left over joins a pair where its words stand in it (merged, split).
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from align.encoders import Encoder, default_encoder, vectors_alone
from align.encoders.span_vectors import Floats
from align.list_heads import paired_by_lists
from align.model import Alignment, Bead, Relation
from align.paragraph_pairs import alike, both, either, same_verbs
from align.search.assignment import best_assignment
from align.search.constraints import Pin, usable
from align.search.monotone_chain import longest_rising
from corpora.kept import Kept, Same
from corpora.languages import Language, language_of
from corpora.model import Kind, Paragraph, Resolution
from corpora.text.folding import one_line
from corpora.text.punctuation import ENDS

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Likeness from 0 to 1. Thresholds were set on the development record's pairs of successive renewals.
SAME_LANGUAGE_FLOOR = 0.42
"""Below this two paragraphs are not the same one reworded."""
OTHER_LANGUAGE_FLOOR = 0.55
"""The same between two languages, where words do not help and vectors of unrelated paragraphs lie nearer."""
CONTAINED = 0.55
"""Share of a paragraph's word pairs that must stand in another for it to be merged into it or split from it."""
_FEWEST_PAIRS = 4
"""Word pairs of its own below which a paragraph is too short to be told to stand in another."""
_WordPair = tuple[str, str]
PLACE = 0.06
"""What the same relative place is worth: enough to part twins, too little to make a pair."""
PART_CHANGE = 0.08
"""What it costs that a recital stands against an act."""
SAME_ACT = 0.08
"""What it is worth that a request and a recital have the same verb: it then moved between the parts."""
SAME_OPENING = 0.25
"""Share of the missing likeness that is granted to paragraphs which open in the same words."""
_OPENING = 70
"""Characters that are an opening: about the verb and its object."""
_ALIKE_OPENING = 92.0
"""Likeness of two openings, of 100 (rapidfuzz ratio), from which they are the same but for a letter or two."""


@dataclass(frozen=True)
class _Texts:
    """Both sides' paragraphs with what comparing them needs."""

    source: Sequence[Paragraph]
    target: Sequence[Paragraph]
    words: tuple[list[tuple[str, ...]], list[tuple[str, ...]]]
    same_language: bool


def align_related(
    earlier: Resolution,
    later: Resolution,
    encoder: Encoder | None = None,
    pins: Sequence[Pin] = (),
    *,
    kept: Kept | None = None,
) -> Alignment:
    """Beads of two related resolutions, each with its relation; ``pins`` are beads that are given.

    How alike their paragraphs are does not depend on pins: it is taken from ``kept`` where it is there.
    """
    encoder = encoder or default_encoder()
    languages = language_of(earlier), language_of(later)
    known = (kept or Kept()).under("likeness", Same(earlier), Same(later), encoder.signature)
    bodies = earlier.paragraphs, later.paragraphs
    beads = align_paragraphs(*bodies, *languages, encoder, pins, kept=known.under("paragraphs"))
    notes = [n.paragraph for n in earlier.footnotes], [n.paragraph for n in later.footnotes]
    beads += align_paragraphs(*notes, *languages, encoder, pins, kept=known.under("footnotes"))
    return Alignment(earlier.name, later.name, tuple(beads))


def align_paragraphs(
    source: Sequence[Paragraph],
    target: Sequence[Paragraph],
    source_language: Language,
    target_language: Language,
    encoder: Encoder | None = None,
    pins: Sequence[Pin] = (),
    *,
    kept: Kept | None = None,
) -> list[Bead]:
    """Beads of two lists of paragraphs, in the order of the source, additions last; ``pins`` are beads that are given.

    ``kept`` is of these two lists alone.
    """
    encoder, kept = encoder or default_encoder(), kept or Kept()
    if not source or not target:
        return [_unpaired(p, Relation.DROPPED) for p in source] + [_unpaired(p, Relation.NEW) for p in target]
    texts = kept.of("texts", lambda: _texts(source, target, source_language, target_language))
    likeness = kept.of("likeness", lambda: _likeness(texts, encoder))
    given = [_places(pin, source, target) for pin in usable(pins, source, target)]
    free = likeness.copy()
    for rows, columns in given:
        free[rows, :] = free[:, columns] = -1.0
    pairs = _assign(texts, free)
    held = {i for rows, _ in given for i in rows}, {j for _, columns in given for j in columns}
    pairs += paired_by_lists(source, target, pairs, held)
    groups = _grow(texts, pairs, held) if texts.same_language else [([i], [j]) for i, j in pairs]
    return _beads(texts, likeness, groups, [(rows, columns) for rows, columns in given if rows and columns])


def _texts(
    source: Sequence[Paragraph], target: Sequence[Paragraph], source_language: Language, target_language: Language
) -> _Texts:
    words = (
        [source_language.words_of(p.text) for p in source],
        [target_language.words_of(p.text) for p in target],
    )
    return _Texts(source, target, words, source_language.code == target_language.code)


def _places(pin: Pin, source: Sequence[Paragraph], target: Sequence[Paragraph]) -> tuple[list[int], list[int]]:
    """The places of a pin's paragraphs on both sides."""
    return (
        [i for i, p in enumerate(source) if p.id in pin.source],
        [j for j, q in enumerate(target) if q.id in pin.target],
    )


def _unpaired(paragraph: Paragraph, relation: Relation) -> Bead:
    ids = (paragraph.id,)
    return Bead(ids, (), 0.0, relation) if relation is Relation.DROPPED else Bead((), ids, 0.0, relation)


def _likeness(texts: _Texts, encoder: Encoder) -> Floats:
    """Likeness of every pair, (n, m), 0 to 1."""
    x = vectors_alone([p.text for p in texts.source], encoder)
    y = vectors_alone([p.text for p in texts.target], encoder)
    meaning = np.clip(x @ y.T, 0.0, 1.0)
    if not texts.same_language:
        return np.asarray(meaning, dtype=np.float32)
    joined = [[" ".join(words) for words in side] for side in texts.words]
    wording = process.cdist(joined[0], joined[1], scorer=fuzz.ratio, dtype=np.float32) / 100.0
    opening = process.cdist(
        [t[:_OPENING] for t in joined[0]], [t[:_OPENING] for t in joined[1]], scorer=fuzz.ratio, dtype=np.float32
    )
    likeness = 0.35 * wording + 0.4 * _rare_words(texts) + 0.25 * meaning
    # A paragraph that opens in the same words does the same act, however its end was rewritten.
    likeness += SAME_OPENING * (opening >= _ALIKE_OPENING) * (1.0 - likeness)
    return np.asarray(likeness, dtype=np.float32)


def _rare_words(texts: _Texts) -> Floats:
    """Dice coefficient of word pairs weighted by rarity, so that formulae which stand everywhere attract little."""
    grams = [[set(itertools.pairwise(w)) or {(g, "") for g in w} for w in side] for side in texts.words]
    frequency = Counter(g for side in grams for gram_set in side for g in gram_set)
    total = len(texts.source) + len(texts.target)
    column = {g: k for k, g in enumerate(frequency)}
    weight = np.array([math.log(1 + total / count) for count in frequency.values()])
    dense = total * len(column) <= _DENSE
    sides = [_counted([sorted(column[g] for g in s) for s in side], len(column), dense=dense) for side in grams]
    size = sides[0] @ weight, sides[1] @ weight
    shared = (sides[0] * weight) @ sides[1].T
    shared = shared if isinstance(shared, np.ndarray) else shared.toarray()
    return np.asarray(2 * shared / np.maximum(size[0][:, None] + size[1][None, :], 1e-9), dtype=np.float32)


def _counted(places: Sequence[Sequence[int]], width: int, *, dense: bool) -> Floats | csr_array:
    """A row of ones and zeros for each paragraph: ones at its places."""
    if dense:
        table = np.zeros((len(places), width))
        for row, held in zip(table, places, strict=True):
            row[list(held)] = 1.0
        return table
    from scipy.sparse import csr_array

    starts = np.concatenate([[0], np.cumsum([len(held) for held in places])])
    return csr_array(
        (np.ones(int(starts[-1])), [k for held in places for k in held], starts), shape=(len(places), width)
    )


_DENSE = 4_000_000
"""Cells of both tables together up to which they are dense (32 MB): that costs less than loading SciPy does."""


def _assign(texts: _Texts, likeness: Floats) -> list[tuple[int, int]]:
    """The one-to-one pairs with the greatest total likeness, those above the floor."""
    n, m = likeness.shape
    floor = SAME_LANGUAGE_FLOOR if texts.same_language else OTHER_LANGUAGE_FLOOR
    place = 1.0 - np.abs(np.arange(n)[:, None] / max(n - 1, 1) - np.arange(m)[None, :] / max(m - 1, 1))
    value = likeness + PLACE * place
    other_kind = ~alike(texts.source, texts.target, lambda p: p.kind)
    same_act = same_verbs(texts.source, texts.target)[0]
    moved = np.where(either(texts.source, texts.target, _is_frame), -1.0, np.where(same_act, SAME_ACT, -PART_CHANGE))
    value = value + np.where(other_kind, moved, 0.0)
    # Pairs under the floor are worth nothing, so that they do not pull better ones apart.
    worth = np.where(value - PLACE >= floor, value, 0.0)
    named = both(texts.source, texts.target, lambda p: p.kind.stands_once) & ~other_kind
    worth[named & alike(texts.source, texts.target, lambda p: p.id) & (likeness >= 0)] = 2.0
    return best_assignment(worth)


def _grow(
    texts: _Texts, pairs: Sequence[tuple[int, int]], pinned: tuple[set[int], set[int]]
) -> list[tuple[list[int], list[int]]]:
    """Pairs as groups; a paragraph left over, and not ``pinned``, joins the group whose other side has its words."""
    groups = [([i], [j]) for i, j in pairs]
    word_pairs = [[_pairs_of(words) for words in side] for side in texts.words]
    for side in (0, 1):
        taken = {k for group in groups for k in group[side]} | pinned[side]
        for k in range(len(texts.words[side])):
            if k in taken or len(word_pairs[side][k]) < _FEWEST_PAIRS:
                continue
            best, share = None, CONTAINED
            for group in groups:
                if len(group[1 - side]) > 1:
                    continue
                held = _contained(texts, word_pairs, side, k, group)
                if held >= share:
                    best, share = group, held
            if best is not None:
                best[side].append(k)
                best[side].sort()
    return groups


def _contained(
    texts: _Texts, word_pairs: Sequence[Sequence[set[_WordPair]]], side: int, k: int, group: tuple[list[int], list[int]]
) -> float:
    """Share of paragraph ``k``'s words that stand, in order, in the other side but not in the partner it has already."""
    paragraphs = (texts.source, texts.target)
    if _is_frame(paragraphs[side][k]) or _is_frame(paragraphs[1 - side][group[1 - side][0]]):
        return 0.0
    whole = word_pairs[1 - side][group[1 - side][0]]
    own = word_pairs[side][k].difference(*(word_pairs[side][g] for g in group[side]))
    if len(own) < _FEWEST_PAIRS:
        return 0.0
    return len(own & whole) / len(own)


def _is_frame(paragraph: Paragraph) -> bool:
    return paragraph.kind.is_frame or paragraph.kind.is_division


def _pairs_of(words: Sequence[str]) -> set[_WordPair]:
    return set(itertools.pairwise(words))


def _beads(
    texts: _Texts,
    likeness: Floats,
    found: list[tuple[list[int], list[int]]],
    given: list[tuple[list[int], list[int]]],
) -> list[Bead]:
    groups = found + given
    places = sorted((g[0][0], g[1][0]) for g in groups)
    in_place = {(i, j) for i, j, _, _ in longest_rising([(i, j, i + 1, j + 1) for i, j in places])}
    beads: list[tuple[int, Bead]] = []
    for number, (sources, targets) in enumerate(groups):
        pinned = number >= len(found)
        moved = (sources[0], targets[0]) not in in_place
        kinds = {texts.source[i].kind for i in sources}, {texts.target[j].kind for j in targets}
        moved = moved or Kind.PREAMBULAR in (kinds[0] ^ kinds[1])
        score = float(max(likeness[i, j] for i in sources for j in targets))
        relation = _relation(texts, sources, targets, moved)
        ids = tuple(texts.source[i].id for i in sources), tuple(texts.target[j].id for j in targets)
        likely = round(min(score, 1.0), 4)
        sure = 1.0 if pinned else likely
        beads.append((sources[0], Bead(*ids, likely, relation, moved, confidence=sure, pinned=pinned)))
    used = [{k for g in groups for k in g[side]} for side in (0, 1)]
    beads += [(i, _unpaired(p, Relation.DROPPED)) for i, p in enumerate(texts.source) if i not in used[0]]
    ordered = [bead for _, bead in sorted(beads, key=lambda pair: pair[0])]
    return ordered + [_unpaired(q, Relation.NEW) for j, q in enumerate(texts.target) if j not in used[1]]


def _relation(texts: _Texts, sources: Sequence[int], targets: Sequence[int], moved: bool) -> Relation:
    if len(sources) > 1:
        return Relation.MERGED
    if len(targets) > 1:
        return Relation.SPLIT
    if moved:
        return Relation.MOVED
    return wording_relation(texts.source[sources[0]], texts.target[targets[0]])


def wording_relation(p: Paragraph, q: Paragraph) -> Relation:
    """Identical or reworded: whether a word differs. What is editorial is for the comparison of the words to say."""
    return Relation.IDENTICAL if _plain(p.text) == _plain(q.text) else Relation.REWORDED


def _plain(text: str) -> str:
    """What is compared: no punctuation at the end, one space, one kind of apostrophe; letters as they are."""
    return one_line(text).rstrip(" " + ENDS)
