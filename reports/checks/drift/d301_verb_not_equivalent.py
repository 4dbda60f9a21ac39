"""D301."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import ACTS
from corpora.verbs import equivalent, main_concept
from reports.checks.base import VersionCheck
from reports.checks.verb_pairs import Said, acts, agree, performative_shift, step_between
from reports.checks.verb_votes import VerbDispute, disputes, verb_finding
from reports.comparison import VersionRow, Versions
from reports.finding import Finding, Severity
from reports.phrases import language_list, language_name, quoted, verb_class


class VerbNotEquivalent(VersionCheck):
    """A verb of the organ in a version is no rendering of its counterparts', and another kind of act.

    What: compares verbs, the opening one and those that follow, by shared concept and by what adopted resolutions attest
    ("calls upon" is demande, engage, invite, prie), as probable as it is for the organ, for whom the verb addresses and beside
    the verb next to it; the reason says how often. Verbs of one kind that differ only in force are D302; an act against a
    restatement is D306.
    Why: the verb decides whether a paragraph decides, directs, exhorts, welcomes or only notes.
    Example: fr "Décide que …", en "Notes that …".
    """

    code = "D301"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"
    title = {"fr": "Verbe non équivalent", "en": "Verb not equivalent"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version's verb stands apart."""
        for row in versions.rows:
            for dispute in disputes(row, _apart):
                yield self._finding(row, dispute)

    def _finding(self, row: VersionRow, dispute: VerbDispute) -> Finding:
        a, b, odd, others = dispute.witness_verb, dispute.odd_verb, dispute.odd, dispute.others
        messages = {
            ui: (
                f"{quoted(a.text, ui)} ({verb_class(a, ui)}, {language_list(others, ui)}) "
                f"{'en regard de' if ui == 'fr' else 'stands against'} "
                f"{quoted(b.text, ui)} ({verb_class(b, ui)}, {language_name(odd, ui)})."
            )
            for ui in ("fr", "en")
        }
        # An act against a recognition changes the mandate; welcoming against noting is a shade, and between two versions
        # so is asking against urging.
        kinds = {main_concept(a).kind, main_concept(b).kind}
        acting = acts(a) or acts(b)
        grave = (acting and not (kinds <= ACTS and len(others) == 1)) or kinds >= {"support", "criticise"}
        # A request further on is a shade of the act that opens the paragraph.
        if not dispute.opening:
            grave = grave and len(others) > 1 and not kinds <= ACTS
        if len(others) > 1 and _in_another_order(row, dispute):
            grave = False
        severity = self.severity if row.in_operative_part and grave and dispute.whole else Severity.MINOR
        return verb_finding(self.code, row, dispute, messages, severity, 0.8)


def _apart(a: Said, b: Said) -> bool:
    """Whether two verbs are acts of two kinds, or an act and none."""
    if agree(a, b) or step_between(a.verb, b.verb, same=False) or performative_shift(a.verb, b.verb):
        return False
    kinds = {main_concept(a.verb).kind, main_concept(b.verb).kind}
    # Requests of one force are shades of one act; decisions of one force are not ("extends", "terminates").
    return len(kinds) > 1 or kinds == {"decide"}


def _in_another_order(row: VersionRow, dispute: VerbDispute) -> bool:
    """ "Noting …, decides …" against "Decides, in the light of …": the odd verb is another one of the others, or the reverse."""
    odd = row.cells[dispute.odd].first
    witness = row.cells[dispute.witness].first
    return any(equivalent(dispute.odd_verb, v) for v in witness.verbs if v is not dispute.witness_verb) or any(
        equivalent(dispute.witness_verb, v) for v in odd.verbs if v is not dispute.odd_verb
    )


CHECK = VerbNotEquivalent()
