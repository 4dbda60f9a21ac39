"""M206."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.mandates.extraction import Mandate, Slot
from corpora.values import Qualifier
from reports.checks.support.mandate_checks import SlotCheck
from reports.findings.model import Severity

_MANNER = frozenset({"soonest", "regularly", "as_appropriate"})
"""Qualifiers that say how an act is done, not whether."""


class ConditionChanged(SlotCheck):
    """A condition of a mandate was dropped, added or changed."""

    code = "M206"
    since = "0.1.0"
    noun = "condition"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return mandate.conditions

    def severity_of(self, changed: Sequence[Slot]) -> Severity:
        """Minor where only how fast, how often or how fittingly it is done changed."""
        manner = all(isinstance(slot.states, Qualifier) and slot.states.key in _MANNER for slot in changed)
        return Severity.MINOR if manner else self.severity


CHECK = ConditionChanged()
