"""M102."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpora.mandates.extraction import Mandate
from corpora.structure.addresses import address_of
from reports.checks.support.mandate_checks import PresenceCheck
from reports.comparison.continuation import continued_in
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity


class RetiredMandate(PresenceCheck):
    """A mandate of the earlier resolution that the later one does not have."""

    code = "M102"
    since = "0.1.0"
    category = "accuracy/omission"
    later = False
    with_others = "M102.acts"

    def _weighed(self, found: Finding, pair: RelatedPair, acts: Sequence[Mandate]) -> Finding:
        """Acts that the later resolution keeps by reference ("reaffirms the measures imposed by …") go on: that is minor."""
        places = [continued_in(act, pair.earlier, pair.continuations) for act in acts]
        if not all(places):
            return found
        facts = {"text": found.facts["text"], "paragraph": address_of(pair.later, places[0])}
        return replace(found, severity=Severity.MINOR, sentence="M102.continued", facts=facts)


CHECK = RetiredMandate()
