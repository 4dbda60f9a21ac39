"""M102."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import ACTS, before_place
from reports.phrases import quoted, shortened


class RetiredMandate(RelatedCheck):
    """A mandate of the earlier resolution that the later one does not have.

    What: an operative paragraph, or an act inside one, that corresponds to nothing in the later resolution.
    Why: a mandate that is silently dropped may be lost by oversight.
    Example: earlier "7. Prie le Secrétaire général de fournir régulièrement …", later nothing of the kind.
    """

    code = "M102"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    title = {"fr": "Mandat supprimé", "en": "Mandate retired"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate without a successor."""
        for change in pair.changes:
            mandate = change.before
            if change.after is not None or mandate is None:
                continue
            # A paragraph that is new or gone as a whole is one finding, however many acts it holds.
            if change.relation in ("new", "dropped") and not mandate.id.endswith("#1") and "#" in mandate.id:
                continue
            severity = self.severity if mandate.kind in ACTS else self.severity.lower()
            words = shortened(mandate.text)
            messages = {
                "fr": f"Mandat qui n'est pas repris\u00a0: {quoted(words, 'fr')}.",
                "en": f"Mandate that is not taken up again: {quoted(words, 'en')}.",
            }
            yield Finding(self.code, severity, before_place(pair, mandate), None, messages, 0.9)


CHECK = RetiredMandate()
