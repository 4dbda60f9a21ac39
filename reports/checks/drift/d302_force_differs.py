"""D302."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.annotation.verbs import equivalent, main_concept
from corpora.languages import ACTS
from reports.checks.base import VersionCheck
from reports.checks.support.verb_disputes import VerbDispute, disputes, verb_finding
from reports.checks.support.verb_pairs import VerbInContext, agree, is_usual_pair, step_between, usual
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity

_FAR = 2
"""Steps of force from which a difference is grave, where five versions stand against one."""


class ForceDiffers(VersionCheck):
    """A verb of the organ in a version is of the same kind as its counterparts', but stronger or weaker."""

    code = "D302"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version is stronger or weaker than the others."""
        for row in versions.rows:
            for dispute in disputes(row, _stronger):
                yield self._finding(row, dispute)

    def _finding(self, row: VersionRow, dispute: VerbDispute) -> Finding:
        a, b, others = dispute.reference_verb, dispute.outlier_verb, dispute.others
        same = equivalent(a, b) and a.concepts[0] == b.concepts[0]
        up = (step_between(a, b, same=same) or 0) > 0
        acts = main_concept(a).kind in ACTS
        # A single step is often all that a language's usual verbs allow; two are another request.
        far = abs(step_between(a, b, same=same) or 0) >= _FAR
        severity = (
            self.severity
            if row.in_operative_part and acts and far and dispute.opening and dispute.whole and len(others) > 1
            else Severity.MINOR
        )
        return verb_finding(self.code, row, dispute, "D302.stronger" if up else "D302.weaker", severity, 0.75)


def _stronger(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether one of two verbs of a kind is stronger, and the record does not usually have one for the other."""
    if is_usual_pair(a, b):
        return False
    same = agree(a, b)
    if same and {main_concept(a.verb).kind, main_concept(b.verb).kind} <= ACTS and not usual(a, b):
        same = False
    elif same and not equivalent(a.verb, b.verb):
        return False
    return bool(step_between(a.verb, b.verb, same=same))


CHECK = ForceDiffers()
