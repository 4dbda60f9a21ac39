"""D406."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from align.lexicon.column_votes import RowTexts
from align.lexicon.counterparts import counterpart
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import knows
from align.lexicon.word_evidence import UNRENDERED, word_evidence
from corpora.kept import Same
from corpora.model import Span
from reports.checks.base import VersionCheck
from reports.comparison.memory import Memory, Remembered, as_remembered, values_of
from reports.comparison.renderings import place_in_other
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.comparison.word_diff import word_changes
from reports.findings.model import Finding, Severity, WordChange, empty_place, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened

_BOTH_USUAL = UNRENDERED
"""Evidence, in nats, from which a word that came in the place of another renders a word of the unchanged versions as that one did."""


@dataclass(frozen=True, slots=True)
class _Loss:
    """What a version no longer says as the record does: the words in the text before and here, and whether a value is among them."""

    was: tuple[Span, ...]
    now: tuple[Span, ...]
    valued: bool


class RenderedOtherwiseBefore(VersionCheck):
    """A sentence that the record has word for word in the other versions lost or changed a word or a value in this one."""

    code = "D406"
    since = "0.4.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version alone left what the record says."""
        if versions.memory is None:
            return
        for row in versions.rows:
            if row.kind.is_counted and all(len(cell.paragraphs) == 1 for cell in row.cells.values()):
                yield from row.kept((self, Same(versions.memory)), partial(self._found, row, versions.memory))

    def _found(self, row: VersionRow, memory: Memory) -> tuple[Finding, ...]:
        return tuple(self._of_row(row, memory))

    def _of_row(self, row: VersionRow, memory: Memory) -> Iterator[Finding]:
        for code, cell in row.cells.items():
            others = {c: other for c, other in row.cells.items() if c != code}
            known = _known(others, code, memory)
            if not known or any(as_remembered(one.text) == as_remembered(cell.text) for one, _ in known):
                continue  # The record does not have the sentence, or has it so.
            one, unchanged = known[-1]
            # Of three versions and more, two must say that nothing changed.
            if len(unchanged) < min(2, len(others)):
                continue
            loss = _loss(one, cell, [others[c] for c in unchanged])
            if loss is not None:
                yield self._finding(row, code, unchanged, one, loss)

    def _finding(
        self, row: VersionRow, code: str, unchanged: Sequence[str], before: Remembered, loss: _Loss
    ) -> Finding:
        source, target = row.cells[unchanged[0]], row.cells[code]
        facts: Facts = {
            "outlier": code,
            "others": tuple(unchanged),
            "symbol": before.symbol,
            "paragraph": before.address or before.paragraph,
            "was": shortened(_quoted(before.text, loss.was) or "–", 60),
            "now": shortened(_quoted(target.text, loss.now), 60),
        }
        grave = row.in_operative_part and loss.valued
        return Finding(
            code=self.code,
            severity=self.severity if grave else Severity.MINOR,
            source=place_of(source.resolution, source.first),
            target=place_of(target.resolution, target.first),
            sentence="D406.changed" if loss.now else "D406.lost",
            facts=facts,
            confidence=0.7,
            changes=tuple(_places_of(loss, before.text, source, target)),
        )


def _places_of(loss: _Loss, before: str, source: Cell, target: Cell) -> Iterator[WordChange]:
    """The words of an unchanged version that were rendered, then those that stand here now, or the empty place for them."""
    for span in loss.was:
        rendered = counterpart(before, span, source.text, target.language, source.language)
        if rendered is not None:
            yield WordChange(place_of(source.resolution, source.first, rendered.span), None)
    for span in loss.now:
        yield WordChange(None, place_of(target.resolution, target.first, span))
    if not loss.now and loss.was:
        texts = RowTexts({"before": before, "now": target.text}, {"before": target.language, "now": target.language})
        where = place_in_other(texts, "before", loss.was[0], "now", lacks=True)
        yield WordChange(None, empty_place(target.resolution, target.first, where.start))


def _known(others: Mapping[str, Cell], code: str, memory: Memory) -> list[tuple[Remembered, tuple[str, ...]]]:
    """The renderings that the record has of a row in a language, each with the other versions that say there what they say here; those
    that most versions vouch for last, and of these the latest."""
    found: dict[tuple[str, str], tuple[Remembered, list[str]]] = {}
    for other, cell in others.items():
        for one in memory.renderings(cell.text, other, code):
            found.setdefault((one.symbol, one.paragraph), (one, []))[1].append(other)
    ordered = [(one, tuple(dict.fromkeys(codes))) for one, codes in found.values()]
    return sorted(ordered, key=lambda item: (len(item[1]), item[0].year or 0))


def _loss(before: Remembered, cell: Cell, unchanged: Sequence[Cell]) -> _Loss | None:
    """What the version lost or changed; None where it only says it in other usual words, or in more of them."""
    gone_values = before.values - values_of(cell.first)
    came_values = values_of(cell.first) - before.values
    removed, added = word_changes(before.text, cell.text)
    if gone_values or came_values:
        return _Loss(tuple(removed), tuple(added), True)
    lost = _content(before.text, removed, cell)
    here = frozenset(stemmed(cell.text, cell.language).stems)
    lost = [(stem, span) for stem, span in lost if stem not in here]
    if not lost or not all(_rendered(before.text, [s for _, s in lost], cell, other) for other in unchanged):
        return None
    come = [
        span for stem, span in _content(cell.text, added, cell) if stem not in stemmed(before.text, cell.language).stems
    ]
    usual = [any(_rendered(cell.text, [span], cell, other) for span in come) for other in unchanged]
    if 2 * sum(usual) > len(usual):
        return None  # Both words render what most of the others say.
    return _Loss(tuple(s for _, s in lost), tuple(come), False)


def _content(text: str, spans: Sequence[Span], cell: Cell) -> list[tuple[str, Span]]:
    """The words inside some spans that carry meaning, with their stems."""
    cut = stemmed(text, cell.language)
    return [
        (stem, span)
        for stem, span, content in zip(cut.stems, cut.spans, cut.content, strict=True)
        if content and any(span.overlaps(s) for s in spans)
    ]


def _rendered(text: str, words: Sequence[Span], cell: Cell, other: Cell) -> bool:
    """Whether another version has a counterpart for each of some words of a text in this version's language."""
    if not knows(cell.language.code, other.language.code):
        return False
    evidence = word_evidence(text, other.text, cell.language, other.language)
    cut = stemmed(text, cell.language)
    return all(
        max((float(evidence[place]) for place in cut.touched(word)), default=0.0) >= _BOTH_USUAL for word in words
    )


def _quoted(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[w.start : w.end] for w in (_whole(text, s) for s in sorted(spans)))


def _whole(text: str, span: Span) -> Span:
    """A span of words; of a figure of which a part changed, all."""
    start, end = span.start, span.end
    while start > 0 and text[start].isdigit() and text[start - 1].isdigit():
        start -= 1
    while end < len(text) and text[end - 1].isdigit() and text[end].isdigit():
        end += 1
    return Span(start, end)


CHECK = RenderedOtherwiseBefore()
