"""M204."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.mandates import Mandate
from corpora.model import Span
from corpora.verbs import force_step
from reports.checks.base import RelatedCheck
from reports.checks.mandate_base import kept, verb_place
from reports.comparison import RelatedPair
from reports.diff import main_change
from reports.finding import Finding, Severity, place_of
from reports.phrases import quoted, shortened, verb_class


class ActionChanged(RelatedCheck):
    """What a mandate asks for changed, or the act is of another kind.

    What: reports verbs of different kinds (a request that became a recognition), and the words of the action that
    changed, those that other checks report (dates, symbols, addressee, conditions) left aside.
    Why: the action is the mandate.
    Example: earlier "continuer à tenir à jour des bases de données", later "mettre en place des bases de données".
    """

    code = "M204"
    severity = Severity.MINOR
    category = "accuracy/mandate"
    title = {"fr": "Action", "en": "Action"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate whose act or action changed."""
        for before, after, change in kept(pair):
            if before.verb.form != after.verb.form and force_step(before.verb, after.verb) is None:
                yield self._other_act(pair, before, after)
            # Where paragraphs were joined or divided most words stand elsewhere, and M103 and M104 say so.
            found = None if change.relation in ("merged", "split") else self._words(pair, before, after)
            if found:
                yield found

    def _other_act(self, pair: RelatedPair, before: Mandate, after: Mandate) -> Finding:
        messages = {
            ui: f"{quoted(before.verb.text, ui)} ({verb_class(before.verb, ui)}) {'devient' if ui == 'fr' else 'becomes'} "
            f"{quoted(after.verb.text, ui)} ({verb_class(after.verb, ui)})."
            for ui in ("fr", "en")
        }
        source, target = verb_place(pair.earlier, before), verb_place(pair.later, after)
        return Finding(self.code, Severity.MAJOR, source, target, messages, 0.85)

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
        messages = {}
        for ui in ("fr", "en"):
            was = quoted(shortened(source.quote, 60), ui) if gone else "–"
            now = quoted(shortened(target.quote, 60), ui) if come else "–"
            messages[ui] = f"{'Action :' if ui == 'fr' else 'Action:'} {was} → {now}."
        return Finding(self.code, self.severity, source, target, messages, 0.8)


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
