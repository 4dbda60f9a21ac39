"""Verbs of a row, those that open it and those that follow: which versions agree, and which one stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from align.search.monotone_chain import heaviest_monotone_pairs
from align.statistics.verb_renderings import Context, context_of
from corpora.annotation.verbs import main_concept
from corpora.languages import ACTS
from corpora.model import Paragraph, VerbPhrase
from reports.checks.support.verb_pairs import VerbInContext, agree, substitution_probability
from reports.checks.support.voting import outliers
from reports.comparison.rows import VersionRow
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts, Phrase

VerbsAtPlace = Mapping[str, tuple[Paragraph, VerbPhrase]]
"""The verbs that correspond in the versions, with their paragraphs, by language."""
_LOWEST_QUOTED_SHARE = 0.01
"""Probability under which a reason gives no figure: the record is too small for one."""


@dataclass(frozen=True, slots=True)
class VerbDispute:
    """Two verbs that disagree; ``outlier`` is the language that stands alone, ``others`` those it disagrees with.

    ``verbs`` are those of all versions at the place, in their ``context``; ``whole`` tells whether it disagrees with all of them.
    """

    outlier: str
    others: tuple[str, ...]
    reference: str
    reference_verb: VerbPhrase
    outlier_verb: VerbPhrase
    verbs: VerbsAtPlace
    context: Context
    whole: bool = True

    @property
    def opening(self) -> bool:
        """Whether the verbs open their paragraphs."""
        return self.verbs[self.outlier][0].verb is self.outlier_verb

    def probability(self) -> float | None:
        """How often the record has one verb for the other in this context; None where it knows either of them too little."""
        return substitution_probability(
            *(_in_context(c, *self.verbs[c], self.context) for c in (self.reference, self.outlier))
        )


def _in_context(code: str, paragraph: Paragraph, verb: VerbPhrase, context: Context) -> VerbInContext:
    return VerbInContext(code, verb, paragraph.recital, context)


def opening_verbs(row: VersionRow) -> VerbsAtPlace:
    """The opening verb of each version's first paragraph, by language."""
    if not row.kind.is_main:
        return {}
    return {
        c: (cell.first, cell.first.verb)
        for c, cell in row.cells.items()
        if cell.first.verb and cell.first.kind is row.kind
    }


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
            fits = [[agree(VerbInContext(model, a), VerbInContext(code, b)) for b in verbs[code]] for a in verbs[model]]
            if all(i == j for i, j in heaviest_monotone_pairs(fits)):
                level.append(code)
    for place in range(1, len(verbs[model])):
        yield {c: (row.cells[c].first, verbs[c][place]) for c in row.cells if c in level}


def disputes(row: VersionRow, disagree: Callable[[VerbInContext, VerbInContext], bool]) -> Iterator[VerbDispute]:
    """The version whose verb disagrees with every other's while those agree; with two versions, the second.

    All verbs of a paragraph count; those after the opening one where the paragraph binds and they act.
    """
    organ = next((cell.resolution.organ for cell in row.cells.values() if cell.resolution.organ), None)
    yield from _disputes(opening_verbs(row), organ, disagree)
    if not row.operative:
        return
    for verbs in verbs_that_follow(row):
        if any(main_concept(v).kind in ACTS for _, v in verbs.values()):
            yield from _disputes(verbs, organ, disagree)


def _disputes(
    place: VerbsAtPlace, organ: str | None, disagree: Callable[[VerbInContext, VerbInContext], bool]
) -> Iterator[VerbDispute]:
    if len(place) < 2:
        return
    verbs = {code: verb for code, (_, verb) in place.items()}
    context = context_of(organ, place.values())
    in_context = {code: _in_context(code, *found, context) for code, found in place.items()}
    # Of many versions one may have a verb that renders both, or one of its own: that leaves enough against one.
    for found in outliers(list(verbs), lambda a, b: disagree(in_context[a], in_context[b]), spare=True):
        code, first = found.code, found.others[0]
        yield VerbDispute(
            outlier=code,
            others=found.others,
            reference=first,
            reference_verb=verbs[first],
            outlier_verb=verbs[code],
            verbs=place,
            context=context,
            whole=found.whole,
        )


def _record_says(substitution_probability: float | None) -> tuple[Phrase, ...]:
    """How often adopted resolutions have one verb for the other; nothing where they say too little of either."""
    if substitution_probability is None:
        return ()
    if substitution_probability < _LOWEST_QUOTED_SHARE:
        return (Phrase("record.seldom"),)
    return (Phrase("record.says", {"share": substitution_probability}),)


def _facts(dispute: VerbDispute) -> Facts:
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
    code: str, row: VersionRow, dispute: VerbDispute, message: str, severity: Severity, confidence: float
) -> Finding:
    """The finding for a dispute of verbs, with the votes where more than two versions have a verb.

    ``message`` names a sentence of the catalogues; what the record says of the two verbs is added as a note.
    """
    verbs = dispute.verbs
    (p, a), (q, b) = verbs[dispute.reference], verbs[dispute.outlier]
    votes = tuple((c, v.text) for c, (_, v) in verbs.items()) if len(verbs) > 2 else ()
    notes = _record_says(dispute.probability())
    source = place_of(row.cells[dispute.reference].resolution, p, a.span)
    target = place_of(row.cells[dispute.outlier].resolution, q, b.span)
    return Finding(
        code=code,
        severity=severity,
        source=source,
        target=target,
        sentence=message,
        facts=_facts(dispute),
        confidence=confidence,
        votes=votes,
        notes=notes,
    )
