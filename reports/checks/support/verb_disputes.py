"""Verbs of a row, those that open it and those that follow: which versions agree, and which groups they form.

Any two versions are compared. Two that disagree are a dispute, whatever the others say; who is odd is a reading of the groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from align.search.monotone_chain import heaviest_monotone_pairs
from align.statistics.verb_renderings import Context, context_of
from corpora.annotation.verbs import main_concept, same_act
from corpora.languages import ACTS
from corpora.model import Paragraph, VerbPhrase
from reports.checks.support.values import group_phrases
from reports.checks.support.verb_pairs import VerbInContext, agree, substitution_probability
from reports.checks.support.voting import VersionGroups, divided
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Group, Severity, place_of
from reports.messages.phrases import Fact, Facts, Phrase

VerbsAtPlace = Mapping[str, tuple[Paragraph, VerbPhrase]]
"""The verbs that correspond in the versions, with their paragraphs, by language."""
Disagree = Callable[[VerbInContext, VerbInContext], bool]
_ATTENDANT = frozenset({"acting", "guided"})
"""Concepts of verbs that say, further on in a paragraph, how another body does what is asked of it: "agissant dans le cadre de son mandat"."""
_LOWEST_QUOTED_SHARE = 0.01
"""Probability under which a reason gives no figure: the record is too small for one."""


@dataclass(frozen=True, slots=True)
class VerbPlace:
    """A place of a row at which versions have verbs that correspond: ``index`` 0 opens the paragraph.

    ``compared`` says of which two versions the verbs may be compared there.
    """

    verbs: VerbsAtPlace
    index: int
    compared: Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class VerbDispute:
    """Verbs that disagree at a place: ``outlier`` is one language, ``others`` those whose verb disagrees with its own.

    ``verbs`` are those of all versions at the place; ``opening`` tells whether they open their paragraphs.
    """

    outlier: str
    others: tuple[str, ...]
    verbs: VerbsAtPlace
    organ: str | None
    opening: bool

    @property
    def reference(self) -> str:
        """The language that speaks for the others."""
        return self.others[0]

    @property
    def reference_verb(self) -> VerbPhrase:
        """The verb of the others, as the first of them has it."""
        return self.verbs[self.reference][1]

    @property
    def outlier_verb(self) -> VerbPhrase:
        """The verb of the odd version."""
        return self.verbs[self.outlier][1]

    def substitution(self) -> float | None:
        """How often the record has one verb for the other in this context; None where it knows either of them too little."""
        return substitution_probability(*_in_context(self.verbs, self.reference, self.outlier, self.organ))


@dataclass(frozen=True, slots=True)
class DividedVerbs:
    """The verbs of a place on which versions disagree, and how these fall apart."""

    verbs: VerbsAtPlace
    organ: str | None
    opening: bool
    division: VersionGroups

    def between(self, outlier: str, others: tuple[str, ...]) -> VerbDispute:
        """The dispute as one of a version against others."""
        return VerbDispute(outlier, others, self.verbs, self.organ, self.opening)

    @property
    def shown(self) -> VerbDispute:
        """The dispute as it is shown: the smallest group against the largest."""
        return self.between(*self.division.shown())

    def worst(self, weigh: Callable[[VerbDispute], Severity]) -> Severity:
        """The severity of the worst pair."""
        return max(weigh(self.between(*side)) for side in self.division.sides())


def _in_context(verbs: VerbsAtPlace, a: str, b: str, organ: str | None) -> tuple[VerbInContext, VerbInContext]:
    """Two verbs of a place in their circumstances, which are those of the two alone."""
    context: Context = context_of(organ, [verbs[a], verbs[b]])
    first, second = (VerbInContext(c, verbs[c][1], verbs[c][0].recital, context) for c in (a, b))
    return first, second


def opening_verbs(row: VersionRow) -> VerbsAtPlace:
    """The opening verb of each version's first paragraph, by language."""
    if not row.kind.is_main:
        return {}
    return {
        c: (cell.first, cell.first.verb)
        for c, cell in row.cells.items()
        if cell.first.verb and cell.first.kind is row.kind
    }


def verbs_that_follow(row: VersionRow) -> Iterator[VerbPlace]:
    """The verbs after the opening one, place by place, of the versions that have as many.

    Two versions are compared where none of their verbs is out of order; "welcomes …, requests … and urges …" has two places.
    """
    level: dict[int, dict[str, tuple[VerbPhrase, ...]]] = defaultdict(dict)
    for code, cell in row.cells.items():
        if len(cell.paragraphs) == 1:
            acts = _acts(cell.first)
            level[len(acts)][code] = acts
    for count, verbs in level.items():
        if count < 2 or len(verbs) < 2:
            continue
        ordered = {pair for pair in combinations(verbs, 2) if _in_order(pair, verbs)}
        for index in range(1, count):
            place = {c: (row.cells[c].first, v[index]) for c, v in verbs.items()}
            yield VerbPlace(place, index, lambda a, b, ordered=ordered: (a, b) in ordered)  # type: ignore[misc]


def _acts(paragraph: Paragraph) -> tuple[VerbPhrase, ...]:
    """The verbs of a paragraph without those that say further on how others are to act."""
    verbs = paragraph.verbs
    return verbs[:1] + tuple(verb for verb in verbs[1:] if verb.concepts[0] not in _ATTENDANT)


def _in_order(pair: tuple[str, str], verbs: Mapping[str, tuple[VerbPhrase, ...]]) -> bool:
    """Whether no verb of one version agrees with a verb at another place of the other rather than with its own."""
    a, b = pair
    fits = [[agree(VerbInContext(a, v), VerbInContext(b, w)) for w in verbs[b]] for v in verbs[a]]
    return all(i == j for i, j in heaviest_monotone_pairs(fits))


def disputes(row: VersionRow, disagree: Disagree) -> Iterator[DividedVerbs]:
    """The places of a row at which two versions' verbs disagree.

    All verbs of a paragraph count; those after the opening one where the paragraph binds and one of the two acts.
    """
    organ = next((cell.resolution.organ for cell in row.cells.values() if cell.resolution.organ), None)
    places = [VerbPlace(opening_verbs(row), 0, lambda a, b: True), *(verbs_that_follow(row) if row.operative else ())]
    for place in places:
        found = _divided(place, organ, disagree)
        if found is not None:
            yield found


def _divided(place: VerbPlace, organ: str | None, disagree: Disagree) -> DividedVerbs | None:
    verbs = place.verbs

    def apart(a: str, b: str) -> bool:
        if not place.compared(a, b):
            return False
        if place.index and not any(main_concept(verbs[c][1]).kind in ACTS for c in (a, b)):
            return False
        first, second = _in_context(verbs, a, b, organ)
        return disagree(first, second) or disagree(second, first)

    division = divided(tuple(verbs), apart)
    if division is None:
        return None
    return DividedVerbs(verbs, organ, place.index == 0, _with_the_odder_apart(division, verbs))


def _with_the_odder_apart(division: VersionGroups, verbs: VerbsAtPlace) -> VersionGroups:
    """The groups; where two versions alone disagree and all others may agree with either, that of the two whose act fewer of them do is odd."""
    if len(division.apart) > 2:
        return division
    outlier, (reference, *_) = division.shown()
    rest = [c for c in verbs if c not in (outlier, reference)]

    def alike(code: str) -> int:
        return sum(same_act(verbs[code][1], verbs[c][1]) for c in rest)

    if alike(reference) >= alike(outlier):
        return division
    return replace(division, groups=(tuple(c for c in verbs if c != reference), (reference,)))


@dataclass(frozen=True, slots=True)
class ConsistentRendering:
    """A version that mostly renders one verb of all others by a verb of another force: its rows, with what was found.

    ``of`` is in how many paragraphs the verb stands.
    """

    rows: tuple[tuple[VersionRow, DividedVerbs], ...]
    of: int

    @property
    def first(self) -> tuple[VersionRow, DividedVerbs]:
        """Where it is shown."""
        return self.rows[0]


def parted_by_habit(
    versions: Versions, found: Sequence[tuple[VersionRow, DividedVerbs]]
) -> tuple[list[ConsistentRendering], list[tuple[VersionRow, DividedVerbs]]]:
    """The habits among disputes of opening verbs, and the disputes that are none.

    A habit stands in two paragraphs and more, and in more than those in which the version renders that verb otherwise.
    """
    alike: dict[tuple[str, str, str], list[tuple[VersionRow, DividedVerbs]]] = defaultdict(list)
    for row, one in found:
        if one.opening and one.division.has_single_outlier:
            shown = one.shown
            key = shown.outlier, main_concept(shown.reference_verb).id, main_concept(shown.outlier_verb).id
            alike[key].append((row, one))
    habits = []
    for key, rows in alike.items():
        otherwise = _rendered_otherwise(versions, *key) if len(rows) > 1 else 0
        if len(rows) > max(1, otherwise):
            habits.append(ConsistentRendering(tuple(rows), len(rows) + otherwise))
    taken = {id(one) for habit in habits for _, one in habit.rows}
    return habits, [(row, one) for row, one in found if id(one) not in taken]


def _rendered_otherwise(versions: Versions, code: str, concept: str, by: str) -> int:
    """How often a version renders a verb that most others open a paragraph with by another verb than ``by``."""
    count = 0
    for row in versions.rows:
        opening = opening_verbs(row)
        ids = [main_concept(verb).id for c, (_, verb) in opening.items() if c != code]
        if code in opening and 2 * ids.count(concept) > len(ids):
            count += main_concept(opening[code][1]).id != by
    return count


def _record_says(substitution_probability: float | None) -> tuple[Phrase, ...]:
    """How often adopted resolutions have one verb for the other; nothing where they say too little of either."""
    if substitution_probability is None:
        return ()
    if substitution_probability < _LOWEST_QUOTED_SHARE:
        return (Phrase("record.seldom"),)
    return (Phrase("record.says", {"share": substitution_probability}),)


def _facts(dispute: VerbDispute) -> dict[str, Fact]:
    """What a sentence says of a dispute: both verbs, the kinds of act they are, who says them."""
    a, b = dispute.reference_verb, dispute.outlier_verb
    return {
        "reference_verb": a.text,
        "reference_kind": main_concept(a).kind,
        "others": dispute.others,
        "outlier_verb": b.text,
        "outlier_kind": main_concept(b).kind,
        "outlier": dispute.outlier,
    }


def verb_finding(
    code: str, row: VersionRow, found: DividedVerbs, message: str, severity: Severity, confidence: float
) -> Finding:
    """The finding for verbs that disagree, with groups and votes where more than two versions have a verb.

    ``message`` names a sentence of the catalogues for two groups; what the record says of the two verbs is added as a note.
    ``confidence`` is that of two groups between which nobody stands.
    """
    verbs, dispute = found.verbs, found.shown
    (p, a), (q, b) = verbs[dispute.reference], verbs[dispute.outlier]
    many = len(verbs) > 2
    groups = tuple(Group(codes, verbs[codes[0]][1].text) for codes in found.division.groups) if many else ()
    facts: Facts = _facts(dispute) | {"groups": group_phrases(groups)}
    source = place_of(row.cells[dispute.reference].resolution, p, a.span)
    target = place_of(row.cells[dispute.outlier].resolution, q, b.span)
    return Finding(
        code=code,
        severity=severity,
        source=source,
        target=target,
        sentence=message if len(found.division.groups) == 2 else "verb.groups",
        facts=facts,
        confidence=round(confidence * found.division.sureness, 2),
        votes=tuple((c, v.text) for c, (_, v) in verbs.items()) if many else (),
        notes=_record_says(dispute.substitution()),
        groups=groups,
    )
