"""D302."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from corpora.annotation.verbs import equivalent, main_concept
from corpora.languages import ACTS
from reports.checks.base import VersionCheck
from reports.checks.support.verb_disputes import DividedVerbs, VerbDispute, disputes, parted_by_habit, verb_finding
from reports.checks.support.verb_pairs import (
    USUAL,
    VerbInContext,
    agree,
    is_usual_pair,
    step_between,
    substitution_probability,
    usual,
)
from reports.checks.support.voting import several_against
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity

_NOW_AND_THEN = 0.03
"""Share of adopted resolutions that have one verb for the other in the same circumstances, from which it is oftener a habit: chosen."""
_BETWEEN = 0.5
"""Share of the pairs of two groups that are apart, under which most versions agree with both sides: then each is a usual rendering of
what the others say."""
_DOUBTED = 0.1
"""Confidence in a difference that most versions or the tone alone account for: one of some thirty that a reader looked at was one."""
_SHADES = frozenset({"restate", "neutral"})
"""Kinds of which a stronger verb changes the tone and nothing else: "recalls" for "reaffirms", "notes" for "recognizes"."""
_FAR = 2
"""Steps of force from which a difference is grave, where two versions and more agree against one."""


class ForceDiffers(VersionCheck):
    """A verb of the organ in a version is of the same kind as its counterparts', but stronger or weaker."""

    code = "D302"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each place of a row at which one version is stronger than another."""
        every = [(row, found) for row in versions.rows for found in row.kept(self, partial(_disputed, row))]
        habits, single = parted_by_habit(versions, every)
        for row, found in single:
            severity = found.worst(partial(self._severity, row))
            message = "D302.stronger" if _step(found.shown) > 0 else "D302.weaker"
            # What adopted resolutions have now and then is oftener a habit than a slip.
            usage = found.shown.substitution() or 0.0
            confidence = 0.75 if usage < _NOW_AND_THEN else 0.3
            if found.division.sureness < _BETWEEN or main_concept(found.shown.reference_verb).kind in _SHADES:
                confidence = _DOUBTED
            yield verb_finding(self.code, row, found, message, severity, confidence)
        for habit in habits:
            # A text that does so mostly has a habit, not a slip.
            finding = verb_finding(self.code, *habit.first, "D302.habit", Severity.MINOR, 0.75)
            yield replace(finding, facts={**finding.facts, "count": len(habit.rows), "all": habit.of})

    def _severity(self, row: VersionRow, dispute: VerbDispute) -> Severity:
        acts = main_concept(dispute.reference_verb).kind in ACTS
        # A single step is often all that a language's usual verbs allow; two are another request.
        far = abs(_step(dispute)) >= _FAR and dispute.opening and several_against(dispute.others)
        return self.severity if row.in_operative_part and acts and far else Severity.MINOR


def _disputed(row: VersionRow) -> list[DividedVerbs]:
    return list(disputes(row, _stronger))


def _step(dispute: VerbDispute) -> int:
    """How much stronger the odd version's verb is than that of the others."""
    a, b = dispute.reference_verb, dispute.outlier_verb
    return step_between(a, b, same=equivalent(a, b) and a.concepts[0] == b.concepts[0]) or 0


def _stronger(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether one of two verbs of a kind is stronger, and the record does not usually have one for the other."""
    if is_usual_pair(a, b) or (substitution_probability(a, b) or 0.0) >= USUAL:
        return False
    same = agree(a, b)
    known = substitution_probability(a, b) is not None
    if same and known and {main_concept(a.verb).kind, main_concept(b.verb).kind} <= ACTS and not usual(a, b):
        same = False
    elif same and not equivalent(a.verb, b.verb):
        return False
    return bool(step_between(a.verb, b.verb, same=same))


CHECK = ForceDiffers()
