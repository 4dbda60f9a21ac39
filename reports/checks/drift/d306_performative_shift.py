"""D306."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from corpora.annotation.verbs import main_concept
from reports.checks.base import RowCheck
from reports.checks.support.verb_counterparts import is_no_counterpart
from reports.checks.support.verb_disputes import VerbDispute, disputes, verb_finding
from reports.checks.support.verb_pairs import VerbInContext, agree, performative_shift
from reports.checks.support.voting import several_against
from reports.comparison.rows import VersionRow
from reports.findings.model import Finding, Severity


class PerformativeShift(RowCheck):
    """One version does something new where the other only restates what was done before."""

    code = "D306"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """One finding for each place of a row at which one version's verb acts and another's restates."""
        for found in disputes(row, _shifted):
            severity = found.worst(partial(self._severity, row))
            new = main_concept(found.shown.outlier_verb).kind != "restate"
            yield verb_finding(self.code, row, found, "D306.new" if new else "D306.restated", severity, 0.8)

    def _severity(self, row: VersionRow, dispute: VerbDispute) -> Severity:
        # Between two versions a verb further on is often only said in another place.
        # What a version restates in a participle beside its acts ("подтверждая важность") corresponds to none of these.
        seen = (replace(dispute, others=(code,)) for code in dispute.others)
        further = several_against(dispute.others) and not any(is_no_counterpart(row, one) for one in seen)
        grave = row.in_operative_part and (dispute.opening or further)
        return self.severity if grave else Severity.MINOR


def _shifted(a: VerbInContext, b: VerbInContext) -> bool:
    return performative_shift(a.verb, b.verb) and not agree(a, b)


CHECK = PerformativeShift()
