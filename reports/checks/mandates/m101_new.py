"""M101."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import ACTS, after_place
from reports.phrases import quoted, shortened


class NewMandate(RelatedCheck):
    """A mandate that the earlier resolution does not have.

    What: an operative paragraph, or an act inside one, that corresponds to nothing in the earlier resolution.
    Why: new mandates are what a resolution adds; they cost time and money.
    Example: later "11. Prie le Secrétaire général de convoquer une réunion d'experts …".
    """

    code = "M101"
    severity = Severity.MAJOR
    category = "accuracy/addition"
    title = {"fr": "Mandat nouveau", "en": "New mandate"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate without a predecessor."""
        for change in pair.changes:
            mandate = change.after
            if change.before is not None or mandate is None:
                continue
            # A paragraph that is new or gone as a whole is one finding, however many acts it holds.
            if change.relation in ("new", "dropped") and not mandate.id.endswith("#1") and "#" in mandate.id:
                continue
            severity = self.severity if mandate.kind in ACTS else self.severity.lower()
            words = shortened(mandate.text)
            messages = {
                "fr": f"Mandat nouveau\u00a0: {quoted(words, 'fr')}.",
                "en": f"New mandate: {quoted(words, 'en')}.",
            }
            yield Finding(self.code, severity, None, after_place(pair, mandate), messages, 0.9)


CHECK = NewMandate()
