"""D301."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from corpora.annotation.verbs import equivalent, main_concept, same_act
from corpora.languages import ACTS, concept_of
from corpora.model import VerbPhrase
from reports.checks.base import RowCheck
from reports.checks.support.verb_counterparts import is_no_counterpart, is_said_in_words
from reports.checks.support.verb_disputes import DividedVerbs, VerbDispute, disputes, verb_finding
from reports.checks.support.verb_pairs import (
    VerbInContext,
    agree,
    both_name_acts,
    is_act,
    performative_shift,
    step_between,
)
from reports.checks.support.voting import several_against
from reports.comparison.rows import VersionRow
from reports.findings.model import Finding, Severity


class VerbNotEquivalent(RowCheck):
    """A verb of the organ in a version is no rendering of its counterparts', and another kind of act."""

    code = "D301"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """One finding for each place of a row at which versions do different acts."""
        for found in disputes(row, _apart):
            yield self._finding(row, found)

    def _finding(self, row: VersionRow, found: DividedVerbs) -> Finding:
        severity = found.worst(partial(self._severity, row))
        confidence = 0.4 if _in_another_order(row, found.shown) else 0.8
        return verb_finding(self.code, row, found, "D301.one", severity, confidence)

    def _severity(self, row: VersionRow, dispute: VerbDispute) -> Severity:
        a, b = dispute.reference_verb, dispute.outlier_verb
        # Who might be read as agreeing with the odd verb, but does the others' act first of all, stands with the others.
        shared = several_against([c for c, (_, v) in dispute.verbs.items() if c in dispute.others or same_act(v, a)])
        # An act against a recognition changes the mandate; welcoming against noting is a shade, and between two versions
        # so is asking against urging.
        kinds = {main_concept(a).kind, main_concept(b).kind}
        acting = is_act(a) or is_act(b)
        grave = (acting and (shared or not kinds <= ACTS)) or kinds >= {"support", "criticise"}
        # A request further on is a shade of the act that opens the paragraph.
        if not dispute.opening:
            grave = grave and shared and not kinds <= ACTS and not is_no_counterpart(row, dispute)
        # "Notes …, decides …" against "Decides, in the light of …": both versions do the act, one of them further on.
        grave = grave and not _does_both(row, dispute)
        return self.severity if row.in_operative_part and grave else Severity.MINOR


def _apart(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether two verbs are acts of two kinds, or an act and none."""
    if agree(a, b) or step_between(a.verb, b.verb, same=False) or performative_shift(a.verb, b.verb):
        return False
    kinds = {main_concept(a.verb).kind, main_concept(b.verb).kind}
    if len(kinds) > 1:
        # A verb that may say what the other says: one that approves or recognizes, against one that takes into account. Where nouns name
        # the acts, it does not matter that both verbs express or reiterate.
        return both_name_acts(a, b) or not (_other_kinds(a.verb) & _other_kinds(b.verb))
    # Requests of one force are shades of one act; decisions of one force are not ("extends", "terminates").
    return kinds == {"decide"}


def _other_kinds(verb: VerbPhrase) -> frozenset[str]:
    """The kinds of all that a verb can say, acts left out."""
    return frozenset(concept_of(concept).kind for concept in verb.concepts) - ACTS


def _in_another_order(row: VersionRow, dispute: VerbDispute) -> bool:
    """ "Noting …, decides …" against "Decides, in the light of …": the odd verb is another one of the others, or the reverse."""
    outlier = row.cells[dispute.outlier].first
    reference = row.cells[dispute.reference].first
    return any(equivalent(dispute.outlier_verb, v) for v in reference.verbs if v is not dispute.reference_verb) or any(
        equivalent(dispute.reference_verb, v) for v in outlier.verbs if v is not dispute.outlier_verb
    )


def _does_both(row: VersionRow, dispute: VerbDispute) -> bool:
    """Whether each of two versions does the other's act further on, or has no second verb that could: then nothing but order differs."""
    mine, theirs = (row.cells[c].first.verbs for c in (dispute.outlier, dispute.reference))
    a, b = dispute.outlier_verb, dispute.reference_verb
    if _is_moved(a, mine, b, theirs) or _is_moved(b, theirs, a, mine):
        return True
    return any(_is_noted_in_words(row, dispute, c) for c in (dispute.outlier, dispute.reference))


def _is_noted_in_words(row: VersionRow, dispute: VerbDispute, code: str) -> bool:
    """Whether a version notes with a verb of its own what others say in a participle ("Calls for action, noting that …"), and does their
    act further on."""
    noting, own = dispute.verbs[code][1], row.cells[code].first.verbs
    others = {c: verb for c, (_, verb) in dispute.verbs.items() if c != code}
    return any(
        _acts_elsewhere(verb, noting, own) and _number_of_acts(own) >= _number_of_acts(row.cells[c].first.verbs)
        for c, verb in others.items()
    ) and any(is_said_in_words(row, code, noting, c) for c in others)


def _number_of_acts(verbs: Sequence[VerbPhrase]) -> int:
    return sum(map(is_act, verbs))


def _acts_elsewhere(verb: VerbPhrase, counterpart: VerbPhrase, others: Sequence[VerbPhrase]) -> bool:
    """Whether the act of a verb stands elsewhere in the other version, whose verb in its place is no act."""
    return not is_act(counterpart) and any(_as_strong(verb, v) for v in others if v is not counterpart)


def _is_moved(
    verb: VerbPhrase, own: Sequence[VerbPhrase], counterpart: VerbPhrase, others: Sequence[VerbPhrase]
) -> bool:
    """Whether the act of a verb stands elsewhere in the other version, and that of its counterpart here, if there is a verb left.

    A verb that can also say the act is not enough: every request can render one that urges.
    """
    if not any(_as_strong(verb, v) for v in others if v is not counterpart):
        return False
    left = [v for v in own if v is not verb]
    return not left or any(_as_strong(counterpart, v) for v in left)


def _as_strong(one: VerbPhrase, other: VerbPhrase) -> bool:
    """Whether two verbs can express one concept, and their likeliest ones are one or of one force: "appelle", "calls upon"."""
    a, b = main_concept(one), main_concept(other)
    return same_act(one, other) or (equivalent(one, other) and (a.kind, a.force) == (b.kind, b.force))


CHECK = VerbNotEquivalent()
