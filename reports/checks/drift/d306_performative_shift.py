"""D306."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.annotation.verbs import main_concept
from reports.checks.base import VersionCheck
from reports.checks.support.verb_disputes import VerbDispute, disputes, verb_finding
from reports.checks.support.verb_pairs import VerbInContext, agree, performative_shift
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity
from reports.messages.wording import language_list, language_name, quoted


class PerformativeShift(VersionCheck):
    """One version does something new where the other only restates what was done before.

    What: a verb that decides, directs or exhorts stands against one that reaffirms, stresses or recalls, and
    adopted resolutions do not attest the two as renderings of each other.
    Why: a decision creates a mandate; a reaffirmation creates none. Readers of the two versions disagree about whether
    there is anything new to be done.
    Example: fr "Réaffirme que le mandat est prorogé", en "Decides that the mandate is extended".
    """

    code = "D306"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"
    title = {"fr": "Glissement performatif", "en": "Performative shift"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version's verb acts and the others' restate, or the other way round."""
        for row in versions.rows:
            for dispute in disputes(row, _shifted):
                yield self._finding(row, dispute)

    def _finding(self, row: VersionRow, dispute: VerbDispute) -> Finding:
        a, b = dispute.reference_verb, dispute.outlier_verb
        new = main_concept(b).kind != "restate"
        words = {
            "fr": ("un acte nouveau", "un simple rappel") if new else ("un simple rappel", "un acte nouveau"),
            "en": ("a new act", "only a restatement") if new else ("only a restatement", "a new act"),
        }
        messages = {
            ui: f"{quoted(b.text, ui)} ({language_name(dispute.outlier, ui)}) {'est' if ui == 'fr' else 'is'} {words[ui][0]}, "
            f"{quoted(a.text, ui)} ({language_list(dispute.others, ui)}) {words[ui][1]}."
            for ui in ("fr", "en")
        }
        # Between two versions a verb further on is often only said in another place.
        grave = row.in_operative_part and dispute.whole and (dispute.opening or len(dispute.others) > 1)
        severity = self.severity if grave else Severity.MINOR
        return verb_finding(self.code, row, dispute, messages, severity, 0.8)


def _shifted(a: VerbInContext, b: VerbInContext) -> bool:
    return performative_shift(a.verb, b.verb) and not agree(a, b)


CHECK = PerformativeShift()
