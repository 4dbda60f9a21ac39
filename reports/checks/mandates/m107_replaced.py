"""M107."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import RelatedCheck
from reports.checks.support.mandate_checks import after_place, before_place
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity
from reports.messages.wording import quoted, shortened


class ReplacedMandate(RelatedCheck):
    """A mandate is gone and another one to the same addressee stands in its place.

    What: a mandate of the earlier resolution and one of the later that correspond by no wording, but speak to the same
    addressee with the same kind of verb and lie nearest to each other in the text.
    Why: the addressee has another task than before; to call it one retired and one new hides that.
    Example: earlier "Prie le Secrétaire général de convoquer une réunion", later "Prie le Secrétaire général d'établir un guide".
    """

    code = "M107"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Mandat remplacé", "en": "Mandate replaced"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate that was replaced."""
        for change in pair.changes:
            if change.relation != "replaced" or change.before is None or change.after is None:
                continue
            old, new = shortened(change.before.text, 70), shortened(change.after.text, 70)
            messages = {
                "fr": f"Mandat remplacé\u00a0: {quoted(old, 'fr')} cède la place à {quoted(new, 'fr')}.",
                "en": f"Mandate replaced: {quoted(old, 'en')} gives way to {quoted(new, 'en')}.",
            }
            places = before_place(pair, change.before), after_place(pair, change.after)
            yield Finding(self.code, self.severity, *places, messages, 0.6)


CHECK = ReplacedMandate()
