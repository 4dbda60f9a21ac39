"""One phrase rendered in two ways inside a set of versions.

A phrase of one language that recurs is followed to its rendering in each row of another. A rendering is odd where all
other rows agree on another one, and where its own words stand nowhere else in that version: a word that the version uses
elsewhere too may be chosen freely, one that it uses once is likely a slip.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from align.lexicon.phrases import Occurrence, content_stems, match_phrase, phrase_vector, recurring_phrases
from corpora.languages import Language, language
from corpora.model import Paragraph, Span
from reports.comparison.rows import Versions

_FEWEST = 4
"""Times a phrase must stand in a text for its renderings to be compared."""
_NEAR = 0.6
"""Cosine from which a run of words is taken for the rendering of a phrase."""
_OUTLIER_NEAR = 0.45
"""The same for the odd rendering, whose words are not the usual ones."""
_SAME_WORD = 65.0
"""Likeness of two stems, of 100 (rapidfuzz ratio), from which they are forms of one word."""
_TOGETHER = 0.75
"""Dice coefficient of the rows of two words from which one is taken to render the other."""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A phrase with its usual rendering and the odd one, each with its paragraphs in both languages."""

    phrase: str
    usual: tuple[Paragraph, Span, Paragraph, Span]
    outlier: tuple[Paragraph, Span, Paragraph, Span]
    times: int


def quotation(place: tuple[Paragraph, Span]) -> str:
    """The words of a paragraph at a span."""
    paragraph, span = place
    return paragraph.text[span.start : span.end]


def inconsistencies(versions: Versions, first: str, second: str) -> Iterator[Inconsistency]:
    """Phrases of language ``first`` that ``second`` renders in one way but for one row."""
    pairs = {
        row.cells[first].first.id: (row.cells[first].first, row.cells[second].first)
        for row in versions.rows
        if row.checked
        and first in row.cells
        and second in row.cells
        and len(row.cells[first].paragraphs) == len(row.cells[second].paragraphs) == 1
    }
    languages = language(first), language(second)
    stems = {pid: content_stems(theirs.text, languages[1]) for pid, (_, theirs) in pairs.items()}
    spread = Counter(s for found in stems.values() for s in found)
    rows_of = (
        _rows_of({pid: content_stems(mine.text, languages[0]) for pid, (mine, _) in pairs.items()}),
        _rows_of(stems),
    )
    seen: list[tuple[str, Span]] = []
    phrases = recurring_phrases([mine for mine, _ in pairs.values()], languages[0], fewest=_FEWEST)
    for words, places in sorted(phrases.items(), key=lambda item: len(item[0])):
        outlier = _outlier_row(words, [o.paragraph for o in places], rows_of)
        if outlier is None or not any(spread[s] == 1 for s in stems[outlier]):
            continue
        found = _confirmed(
            words=words, places=places, outlier=outlier, pairs=pairs, stems=stems, spread=spread, languages=languages
        )
        if found is None:
            continue
        mine, span = found.outlier[0].id, found.outlier[1]
        # A longer phrase around one that was reported says nothing new.
        if not any(pid == mine and s.overlaps(span) for pid, s in seen):
            seen.append((mine, span))
            yield found


def _rows_of(stems: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The rows in which each stem stands."""
    rows: dict[str, set[str]] = {}
    for pid, found in stems.items():
        for stem in found:
            rows.setdefault(stem, set()).add(pid)
    return {stem: frozenset(found) for stem, found in rows.items()}


def _outlier_row(
    words: Sequence[str],
    places: Sequence[str],
    rows_of: tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]],
) -> str | None:
    """The one row that lacks a word which goes with a word of the phrase everywhere else: cheap, by stems alone."""
    mine, theirs = rows_of
    here = frozenset(places)
    for word in words:
        stands = mine.get(word, frozenset())
        if len(stands) < _FEWEST:
            continue
        for rows in theirs.values():
            together = len(stands & rows)
            if together < len(stands) - 2 or 2 * together < _TOGETHER * (len(stands) + len(rows)):
                continue
            lacking = here - rows
            if len(lacking) == 1:
                return next(iter(lacking))
    return None


def _confirmed(
    words: Sequence[str],
    places: Sequence[Occurrence],
    outlier: str,
    pairs: Mapping[str, tuple[Paragraph, Paragraph]],
    stems: Mapping[str, frozenset[str]],
    spread: Mapping[str, int],
    languages: tuple[Language, Language],
) -> Inconsistency | None:
    """Whether the nearest words bear out what the stems suggest: one rendering in all rows but the odd one."""
    found = {}
    unique = frozenset(s for s in stems[outlier] if spread[s] == 1)
    for place in places:
        mine, theirs = pairs[place.paragraph]
        vector = phrase_vector(mine.text, place.span, languages[0])
        if vector is None:
            return None
        is_outlier = place.paragraph == outlier
        near = match_phrase(vector, len(words), theirs.text, languages[1], holding=unique if is_outlier else None)
        if near is None or near.cosine < (_OUTLIER_NEAR if is_outlier else _NEAR):
            return None
        found[place.paragraph] = (place.span, near)
    usual = Counter(near.stems for pid, (_, near) in found.items() if pid != outlier)
    common, times = usual.most_common(1)[0]
    mine_only = [s for s in found[outlier][1].stems if spread[s] == 1]
    # Another form of the same word ("intensifiquen", "intensificar") is no other word.
    lost = [s for s in common if s not in stems[outlier] and not any(fuzz.ratio(s, o) >= _SAME_WORD for o in mine_only)]
    # What is left in common ("technical") shows that the odd words ("aid") stand for the usual ones ("assistance").
    shared = set(common) & set(found[outlier][1].stems)
    if times < len(places) - 1 or not mine_only or not lost or not shared:
        return None
    reference = next(pid for pid, (_, near) in found.items() if pid != outlier and near.stems == common)

    def quoted(pid: str) -> tuple[Paragraph, Span, Paragraph, Span]:
        span, near = found[pid]
        return pairs[pid][0], span, pairs[pid][1], near.span

    return Inconsistency(quotation((pairs[outlier][0], found[outlier][0])), quoted(reference), quoted(outlier), times)
