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
from reports.messages.wording import language_list, language_name, quoted, verb_class

_FAR = 2
"""Steps of force from which a difference is grave, where five versions stand against one."""


class ForceDiffers(VersionCheck):
    """A verb of the organ in a version is of the same kind as its counterparts', but stronger or weaker.

    What: compares force within a kind only (our scale; see the language data), and counts intensifiers
    ("instamment", "strongly") where the verb itself is the same. Two verbs that render each other only now and then in adopted
    resolutions are compared too.
    Why: "Invite" asks less than "Prie instamment"; States rely on the difference.
    Example: fr "Prie instamment les États …", en "Invites States …".
    """

    code = "D302"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"
    title = {"fr": "Force du verbe", "en": "Force of the verb differs"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version is stronger or weaker than the others."""
        for row in versions.rows:
            for dispute in disputes(row, _stronger):
                yield self._finding(row, dispute)

    def _finding(self, row: VersionRow, dispute: VerbDispute) -> Finding:
        a, b, outlier, others = dispute.reference_verb, dispute.outlier_verb, dispute.outlier, dispute.others
        same = equivalent(a, b) and a.concepts[0] == b.concepts[0]
        up = (step_between(a, b, same=same) or 0) > 0
        word = {"fr": "plus fort" if up else "plus faible", "en": "stronger" if up else "weaker"}
        messages = {
            ui: (
                f"{quoted(b.text, ui)} ({language_name(outlier, ui)}) "
                f"{'est' if ui == 'fr' else 'is'} {word[ui]} {'que' if ui == 'fr' else 'than'} "
                f"{quoted(a.text, ui)} ({language_list(others, ui)}; {verb_class(a, ui)})."
            )
            for ui in ("fr", "en")
        }
        acts = main_concept(a).kind in ACTS
        # A single step is often all that a language's usual verbs allow; two are another request.
        far = abs(step_between(a, b, same=same) or 0) >= _FAR
        severity = (
            self.severity
            if row.in_operative_part and acts and far and dispute.opening and dispute.whole and len(others) > 1
            else Severity.MINOR
        )
        return verb_finding(self.code, row, dispute, messages, severity, 0.75)


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
