"""What the checks of changed words share: places of hunks, and one finding for the hunks of a row that do the same."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from corpora.languages import language_of
from corpora.model import Paragraph, Resolution, Span
from corpora.text.punctuation import INNER_PAUSES
from reports.checks.base import ClaimingCheck
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import is_content
from reports.comparison.hunks import Hunk, Piece, words_of
from reports.comparison.ledger import Ledger
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Place, Severity, WordChange, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened

_BESIDE = 2
"""Words on either side that say where words are missing, or what a little word belongs to."""
_FEW = 1
"""Words up to which a run is shown with those beside it."""
_WHOLE = 0.8
"""Share of a paragraph from which a run of changed words is shown phrase by phrase."""
_PHRASE = re.compile(rf"[^{INNER_PAUSES}]+[{INNER_PAUSES}]*\s*")
_QUOTED = 70
"""Characters of changed words that a sentence quotes; the whole stands in the places."""


def changes_of(pair: RelatedPair, hunk: Hunk, reason: str = "") -> list[WordChange]:
    """The places of a hunk's words, run by run; runs that are nearly a whole paragraph are cut into phrases."""
    old = [place for piece in hunk.before for place in _places(pair.earlier, piece, hunk)]
    new = [place for piece in hunk.after for place in _places(pair.later, piece, hunk)]
    return [WordChange(a, b, reason) for a, b in zip_longest(old, new)]


def claimed(pair: RelatedPair, hunks: Iterable[Hunk]) -> tuple[WordChange, ...]:
    """The places of all words of hunks that were taken from the ledger."""
    return tuple(change for hunk in hunks for change in changes_of(pair, hunk))


def finding_between(
    check: ClaimingCheck,
    ledger: Ledger,
    places: tuple[Place, Place],
    sentence: str,
    facts: Facts,
    *,
    severity: Severity,
    confidence: float,
) -> Finding:
    """The finding for words that stand in the place of others, which accounts for all that is left of both places."""
    source, target = places
    taken = ledger.take_inside({source.paragraph: [source.inside]}, {target.paragraph: [target.inside]})
    return Finding(
        code=check.code,
        severity=severity,
        source=source,
        target=target,
        sentence=sentence,
        facts=facts,
        confidence=confidence,
        changes=claimed(ledger.pair, taken),
    )


def _places(resolution: Resolution, piece: Piece, hunk: Hunk) -> Iterator[Place]:
    if not len(piece.span):
        return
    text = piece.paragraph.text
    if not (hunk.bead.source and hunk.bead.target) or len(piece.span) <= _WHOLE * len(text):
        yield place_of(resolution, piece.paragraph, piece.span)
        return
    for match in _PHRASE.finditer(text, piece.span.start, piece.span.end):
        end = match.end() - (len(match.group()) - len(match.group().rstrip()))
        if end > match.start():
            yield place_of(resolution, piece.paragraph, Span(match.start(), end))


def phrase_span(piece: Piece) -> Span:
    """The words of a piece with some beside them where they are few: what a little word or a figure belongs to."""
    own = language_of(piece.paragraph)
    if len(piece.words) > _FEW and any(is_content(word, own) for word in piece.words):
        return piece.span
    words = words_of(piece.paragraph.text)
    before = [start for _, start, end in words if end <= piece.span.start][-_BESIDE:]
    after = [end for _, start, end in words if start >= piece.span.end][:_BESIDE]
    return Span(before[0] if before else piece.span.start, after[-1] if after else piece.span.end)


def first_place(resolution: Resolution, pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> Place | None:
    """Where the first of some pieces stands, with words beside it where it has none of its own."""
    if pieces:
        return place_of(resolution, pieces[0].paragraph, phrase_span(pieces[0]))
    return place_of(resolution, paragraphs[0]) if paragraphs else None


def quoted(places: Iterable[Place]) -> tuple[str, ...]:
    """The words of places, each shortened, for a sentence."""
    shown = (shortened(place.quote, _QUOTED) for place in places if place.quote.strip())
    return tuple(dict.fromkeys(shown))


def row_finding(
    check: ClaimingCheck,
    pair: RelatedPair,
    entries: Sequence[Entry],
    severity: Severity,
    *,
    noun: str,
    spans: Sequence[tuple[Place | None, Place | None]] = (),
    confidence: float = 0.9,
) -> Finding:
    """One finding for entries of one bead. ``spans`` are the places that are quoted, where they are not the hunks themselves."""
    changes = claimed(pair, (entry.hunk for entry in entries))
    shown = list(spans) or [_shown(pair, entry) for entry in entries]
    sides = [place for place, _ in shown if place], [place for _, place in shown if place]
    old, new = (
        quoted(_widened(resolution, place) if len(places) == 1 else place for place in places)
        for resolution, places in zip((pair.earlier, pair.later), sides, strict=True)
    )
    sentence = "hunk.changed" if old and new else "hunk.gone" if old else "hunk.new"
    facts: Facts = {"noun": noun, "old": old, "new": new}
    source, target = _ends(pair, entries, shown)
    return Finding(
        code=check.code,
        severity=severity,
        source=source,
        target=target,
        sentence=sentence,
        facts=facts,
        confidence=confidence,
        changes=changes,
    )


def _widened(resolution: Resolution, place: Place) -> Place:
    """The place of a value with the words beside it where it is one word: "30 days", not "30"."""
    paragraph = resolution.paragraph(place.paragraph)
    return place_of(resolution, paragraph, phrase_span(Piece(paragraph, place.inside)))


def _shown(pair: RelatedPair, entry: Entry) -> tuple[Place | None, Place | None]:
    """The words of a hunk as a sentence quotes them: with words beside them where they say nothing alone."""
    sides = []
    for resolution, pieces in ((pair.earlier, entry.hunk.before), (pair.later, entry.hunk.after)):
        written = [p for p in pieces if len(p.span)]
        sides.append(place_of(resolution, written[0].paragraph, phrase_span(written[0])) if written else None)
    return sides[0], sides[1]


def _ends(
    pair: RelatedPair, entries: Sequence[Entry], shown: Sequence[tuple[Place | None, Place | None]]
) -> tuple[Place | None, Place | None]:
    """The first place on either side; where words are on one side only, the place where they would stand on the other."""
    source = next((place for place, _ in shown if place), None)
    target = next((place for _, place in shown if place), None)
    first = entries[0]
    source = source or first_place(pair.earlier, first.hunk.before, first.before)
    target = target or first_place(pair.later, first.hunk.after, first.after)
    return source, target


class HunkCheck(ClaimingCheck):
    """A check that takes hunks one by one: one finding for those of a row that are equally grave."""

    category = "accuracy/mandate"
    noun: ClassVar[str]
    """What changed, by its key in [nouns] of the catalogues."""

    @abstractmethod
    def explains(self, entry: Entry) -> bool:
        """Whether this check says what the hunk is."""

    @abstractmethod
    def severity_in(self, entry: Entry) -> Severity:
        """How grave the hunk is."""

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for the hunks of a row that are equally grave."""
        for entries in list(ledger.by_bead()):
            mine = [entry for entry in entries if entry.reason is None and self.explains(entry)]
            ledger.take(mine)
            for severity in sorted({self.severity_in(entry) for entry in mine}, reverse=True):
                chosen = [entry for entry in mine if self.severity_in(entry) == severity]
                yield row_finding(self, ledger.pair, chosen, severity, noun=self.noun)
