"""M204."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from corpora.annotation.verbs import force_step, main_concept
from corpora.mandates.extraction import Mandate, Slot
from corpora.model import Span
from corpora.text.folding import fold
from reports.checks.base import RelatedCheck
from reports.checks.support.mandate_checks import changed_slots, kept_acts, kept_mandates, slot_finding, verb_place
from reports.comparison.rows import RelatedPair
from reports.comparison.word_diff import main_change
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import shortened

_BESIDE, _FEWEST, _ALIKE = 24, 4, 75.0
"""Characters beside a figure that say what it counts, the fewest letters in them, and how alike (0 to 100) they must be."""


class ActionChanged(RelatedCheck):
    """What a mandate asks for changed, or the act is of another kind."""

    code = "M204"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "accuracy/mandate"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate whose act or action changed."""
        for before, after, _ in kept_acts(pair):
            if before.verb.form != after.verb.form and force_step(before.verb, after.verb) is None:
                yield self._other_act(pair, before, after)
        for before, after, change in kept_mandates(pair):
            yield from self._quantities(pair, before, after)
            # Where paragraphs were joined or divided most words stand elsewhere, and M103 and M104 say so.
            found = None if change.relation in ("merged", "split") else self._words(pair, before, after)
            if found:
                yield found

    def _quantities(self, pair: RelatedPair, before: Mandate, after: Mandate) -> Iterator[Finding]:
        """Counts that became others: of what is counted alike, since a rewording takes figures with it."""
        old, new = pair.earlier.paragraph(before.paragraph), pair.later.paragraph(after.paragraph)
        gone, come = changed_slots(before.quantities, after.quantities)
        for was in gone:
            now = next((slot for slot in come if _counts_alike(old.text, was, new.text, slot)), None)
            if now is not None:
                come.remove(now)
                yield slot_finding(
                    code=self.code,
                    severity=Severity.MAJOR,
                    pair=pair,
                    before=before,
                    after=after,
                    gone=[was],
                    come=[now],
                    noun="quantity",
                )

    def _other_act(self, pair: RelatedPair, before: Mandate, after: Mandate) -> Finding:
        facts = {
            "before": before.verb.text,
            "before_kind": main_concept(before.verb).kind,
            "after": after.verb.text,
            "after_kind": main_concept(after.verb).kind,
        }
        source, target = verb_place(pair.earlier, before), verb_place(pair.later, after)
        return Finding(
            code=self.code,
            severity=Severity.MAJOR,
            source=source,
            target=target,
            sentence="M204.act",
            facts=facts,
            confidence=0.85,
        )

    def _words(self, pair: RelatedPair, before: Mandate, after: Mandate) -> Finding | None:
        if pair.earlier.language != pair.later.language:
            return None
        old, new = pair.earlier.paragraph(before.paragraph), pair.later.paragraph(after.paragraph)
        change = main_change(old, new, (before.span, after.span))
        if change is None:
            return None
        gone = change[0] if change[0] and _in_action(before, change[0]) else None
        come = change[1] if change[1] and _in_action(after, change[1]) else None
        if not gone and not come:
            return None
        source = place_of(pair.earlier, old, gone or before.span)
        target = place_of(pair.later, new, come or after.span)
        facts = {
            "was": shortened(source.quote, 60) if gone else "",
            "now": shortened(target.quote, 60) if come else "",
        }
        return Finding(
            code=self.code,
            severity=self.severity,
            source=source,
            target=target,
            sentence="M204.words",
            facts=facts,
            confidence=0.8,
        )


def _counts_alike(before: str, was: Slot, after: str, now: Slot) -> bool:
    """Whether two figures count the same: the words behind them are alike, or there are none and those before are."""
    behind = (
        fold(before[was.span.end : was.span.end + _BESIDE]).text,
        fold(after[now.span.end : now.span.end + _BESIDE]).text,
    )
    if min(map(_letters, behind)) < _FEWEST:
        start, other = max(0, was.span.start - _BESIDE), max(0, now.span.start - _BESIDE)
        behind = fold(before[start : was.span.start]).text, fold(after[other : now.span.start]).text
    return min(map(_letters, behind)) >= _FEWEST and fuzz.ratio(*behind) >= _ALIKE


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


def _in_action(mandate: Mandate, span: Span) -> bool:
    """Whether changed words belong to the action and to no slot that has a check of its own."""
    if mandate.action is None or not mandate.action.span.start <= span.start < mandate.span.end:
        return False
    slots = (
        *mandate.conditions,
        *mandate.deadlines,
        *mandate.report_to,
        mandate.addressee,
        mandate.cycle,
        mandate.duration,
    )
    return not any(s and s.span.overlaps(span) and len(span) <= len(s.span) + 12 for s in slots)


CHECK = ActionChanged()
