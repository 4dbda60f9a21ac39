"""Verbs of a row, those that open it and those that follow: which versions agree, and which one stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.chains import in_order
from corpora.attestation import attested, known_apart, share
from corpora.languages import ACTS
from corpora.model import Kind, Paragraph, VerbPhrase
from corpora.verbs import equivalent, main_concept, same_act
from reports.checks.base import MANY
from reports.comparison import VersionRow
from reports.finding import Finding, Severity, place_of

_DECIDES = 2
"""Force from which a decision decides something (see concepts.toml)."""


VerbsAtPlace = Mapping[str, tuple[Paragraph, VerbPhrase]]
"""The verbs that correspond in the versions, with their paragraphs, by language."""
USUAL = 0.1
"""Share of a verb's renderings from which a pair is usual, so that no step of force between the two is meant."""


@dataclass(frozen=True, slots=True)
class VerbDispute:
    """Two verbs that disagree; ``odd`` is the language that stands alone, ``others`` those it disagrees with.

    ``verbs`` are those of all versions at the place; ``whole`` tells whether it disagrees with all of them.
    """

    odd: str
    others: tuple[str, ...]
    witness: str
    witness_verb: VerbPhrase
    odd_verb: VerbPhrase
    verbs: VerbsAtPlace
    whole: bool = True

    @property
    def opening(self) -> bool:
        """Whether the verbs open their paragraphs."""
        return self.verbs[self.odd][0].verb is self.odd_verb


def opening_verbs(row: VersionRow) -> VerbsAtPlace:
    """The opening verb of each version's first paragraph, by language."""
    if row.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
        return {}
    return {
        c: (cell.first, cell.first.verb)
        for c, cell in row.cells.items()
        if cell.first.verb and cell.first.kind is row.kind
    }


def agree(a: VerbPhrase, code_a: str, b: VerbPhrase, code_b: str, *, preambular: bool) -> bool:
    """Whether two verbs render each other: attested often enough in adopted resolutions, or a shared concept.

    A shared concept proves nothing where the record knows both forms well and never has one for the other, and where the
    verbs' likeliest concepts differ.
    """
    if attested(code_a, a.form, code_b, b.form, preambular=preambular) or _said_again(a, b) or _said_again(b, a):
        return True
    if a.concepts[0] != b.concepts[0] and known_apart(code_a, a.form, code_b, b.form, preambular=preambular):
        return False
    return equivalent(a, b)


def usual(a: VerbPhrase, code_a: str, b: VerbPhrase, code_b: str, *, preambular: bool) -> bool:
    """Whether two verbs that render each other do so usually: their likeliest concepts are one, or the record has it often."""
    if same_act(a, b) or _said_again(a, b) or _said_again(b, a):
        return True
    return share(code_a, a.form, code_b, b.form, preambular=preambular) >= USUAL


def _said_again(act: VerbPhrase, other: VerbPhrase) -> bool:
    """ "Demande de nouveau" and "Reaffirms": an act that says itself that it says again, and a restatement."""
    return act.repeated and main_concept(act).kind in ACTS and main_concept(other).kind == "restate"


def step_between(a: VerbPhrase, b: VerbPhrase, *, same: bool) -> int | None:
    """How much stronger ``b`` is than ``a``: by intensifiers where they are the ``same`` verb, else by force in one kind.

    "Reaffirms" may render "Expresses again its strong support": intensifiers count only where the likeliest concept is one.
    """
    if same:
        return b.intensity - a.intensity if a.concepts[0] == b.concepts[0] else 0
    first, second = main_concept(a), main_concept(b)
    if first.kind != second.kind:
        return None
    return (second.force - first.force) or (b.intensity - a.intensity)


def performative_shift(a: VerbPhrase, b: VerbPhrase) -> bool:
    """Whether one verb does something new (decides, directs, exhorts) and the other only restates what was done."""
    return (acts(a) or acts(b)) and "restate" in (main_concept(a).kind, main_concept(b).kind)


def acts(verb: VerbPhrase) -> bool:
    """Whether a verb decides, directs or exhorts. To state an intention or to remain seized of a matter decides nothing yet."""
    concept = main_concept(verb)
    return concept.kind in ACTS and not (concept.kind == "decide" and concept.force < _DECIDES)


def verbs_that_follow(row: VersionRow) -> Iterator[VerbsAtPlace]:
    """The verbs after the opening one of operative paragraphs, place by place: of the versions that have as many verbs and none
    out of order.

    Compared with the version whose number of verbs is the commonest; "welcomes …, requests … and urges …" has two places.
    """
    verbs = {c: cell.first.verbs for c, cell in row.cells.items() if len(cell.paragraphs) == 1}
    counts = Counter(len(v) for v in verbs.values())
    model = max(verbs, key=lambda c: counts[len(verbs[c])], default="")
    if not model or len(verbs[model]) < 2:
        return
    level = [model]
    for code in verbs:
        if code != model and len(verbs[code]) == len(verbs[model]):
            fits = [[agree(a, model, b, code, preambular=False) for b in verbs[code]] for a in verbs[model]]
            if all(i == j for i, j in in_order(fits)):
                level.append(code)
    for place in range(1, len(verbs[model])):
        yield {c: (row.cells[c].first, verbs[c][place]) for c in row.cells if c in level}


def disputes(row: VersionRow, disagree: Callable[[VerbPhrase, str, VerbPhrase, str], bool]) -> Iterator[VerbDispute]:
    """The version whose verb disagrees with every other's while those agree; with two versions, the second.

    All verbs of a paragraph count; those after the opening one where the paragraph binds and they act.
    """
    yield from _disputes(opening_verbs(row), disagree)
    if not row.operative:
        return
    for verbs in verbs_that_follow(row):
        if any(main_concept(v).kind in ACTS for _, v in verbs.values()):
            yield from _disputes(verbs, disagree)


def _disputes(
    place: VerbsAtPlace, disagree: Callable[[VerbPhrase, str, VerbPhrase, str], bool]
) -> Iterator[VerbDispute]:
    verbs = {code: verb for code, (_, verb) in place.items()}
    codes = list(verbs)
    if len(codes) < 2:
        return
    against = {c: tuple(d for d in codes if d != c and disagree(verbs[c], c, verbs[d], d)) for c in codes}
    if len(codes) == 2:
        if against[codes[1]]:
            first, second = codes
            yield VerbDispute(second, (first,), first, verbs[first], verbs[second], place)
        return
    for code in codes:
        rest = [c for c in codes if c != code]
        apart = against[code]
        others_differ = {c for c in rest if any(d != code for d in against[c])}
        whole = len(apart) == len(rest) and not others_differ
        # Of many versions one may have a verb that renders both, or one of its own: that leaves enough against one.
        spare = len(rest) >= MANY and len(apart) >= len(rest) - 1 and _but_for_one(rest, against)
        if whole or spare:
            yield VerbDispute(code, apart, apart[0], verbs[apart[0]], verbs[code], place, whole)


def _but_for_one(codes: Sequence[str], against: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether some versions agree with each other once one of them is left out."""
    return any(all(d == out or d not in codes for c in codes if c != out for d in against[c]) for out in codes)


def verb_finding(
    code: str, row: VersionRow, dispute: VerbDispute, messages: dict[str, str], severity: Severity, confidence: float
) -> Finding:
    """The finding for a dispute of verbs, with the votes where more than two versions have a verb."""
    verbs = dispute.verbs
    (p, a), (q, b) = verbs[dispute.witness], verbs[dispute.odd]
    votes = tuple((c, v.text) for c, (_, v) in verbs.items()) if len(verbs) > 2 else ()
    source = place_of(row.cells[dispute.witness].resolution, p, a.span)
    target = place_of(row.cells[dispute.odd].resolution, q, b.span)
    return Finding(code, severity, source, target, messages, confidence, votes)
