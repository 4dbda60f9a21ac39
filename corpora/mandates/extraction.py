"""Operative paragraphs to mandates: who is told to do what, how strongly, for whom, by when, on what terms.

In French and English all slots are read; in the other languages verb, force, addressee, conditions, dates and sessions. What
stands in a list below an act ("Prie le Secrétaire général : a) de …; b) de …") is a mandate, point by point.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpora.annotation.verbs import main_concept
from corpora.languages import language_of
from corpora.mandates.slots import MandateClause, Slot
from corpora.model import Address, Kind, Paragraph, Resolution, Span, Step, VerbPhrase
from corpora.structure.addresses import address_of
from corpora.structure.organs import enacting_organ
from corpora.text.punctuation import COLONS, ENDS

__all__ = ["Mandate", "Slot", "address_of_act", "mandates_of"]

_ADDRESSED = frozenset({"direct", "urge"})
_NOWHERE = Span(0, 0)
_TITLE = 60
"""Characters up to which the head of a list inside a list is its title ("Protection of civilians:")."""
_LEAD = "acting"
"""The concept of a verb that only says on what basis the act that follows is done."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """One act of the organ: a verb with what it governs.

    ``review`` is a review or sunset clause; ``resources`` holds sums, budgets and what limits them; ``quantities`` holds counts
    and shares, such as a ceiling of troops.
    ``kind`` and ``force`` are those of the verb's likeliest concept; ``span`` is the clause in the paragraph's text.
    Slots that the clause does not fill are None or empty. A point of a list has the act ``under`` which it stands: verb and
    addressee are that one's (the addressee's span is then empty, since the words stand elsewhere).
    """

    id: str
    paragraph: str
    organ: str | None
    verb: VerbPhrase
    kind: str
    force: int
    span: Span
    text: str
    addressee: Slot | None = None
    action: Slot | None = None
    conditions: tuple[Slot, ...] = ()
    deadlines: tuple[Slot, ...] = ()
    cycle: Slot | None = None
    report_to: tuple[Slot, ...] = ()
    duration: Slot | None = None
    review: Slot | None = None
    beneficiaries: tuple[Slot, ...] = ()
    resources: tuple[Slot, ...] = ()
    legal_basis: Slot | None = None
    quantities: tuple[Slot, ...] = ()
    under: Mandate | None = field(default=None, repr=False)
    place: int = 1
    """Its place among the mandates of its paragraph, from 1."""

    @property
    def points_are_acts(self) -> bool:
        """Whether a list below this act says what is to be done, and not what the act is about."""
        return self.action is None or not self.action.text.strip(" ," + COLONS)


def mandates_of(resolution: Resolution) -> tuple[Mandate, ...]:
    """The mandates of a resolution's operative paragraphs and of the lists below them, in order."""
    reader = _Reader(resolution)
    return tuple(mandate for paragraph in resolution.paragraphs for mandate in reader.mandates(paragraph))


def address_of_act(resolution: Resolution, mandate: Mandate) -> Address:
    """Where people find an act: its paragraph, and which of its acts it is where it is not the first."""
    steps = address_of(resolution, mandate.paragraph).steps
    return Address(mandate.id, (*steps, Step("act", count=mandate.place)) if mandate.place > 1 else steps)


class _Reader:
    """Reads paragraph after paragraph, and remembers the acts under which lists stand."""

    def __init__(self, resolution: Resolution) -> None:
        self.language = language_of(resolution)
        self.organ = self.own_organ = resolution.organ
        self.acts: dict[str, Mandate] = {}
        self.heads = {p.parent for p in resolution.paragraphs if p.kind is Kind.ITEM}
        self.parents = {p.id: p.parent for p in resolution.paragraphs}
        self.list_of: str | None = None  # the paragraph that opened the list which points without a mark belong to

    def _mind_organ(self, paragraph: Paragraph) -> None:
        """Acts of a draft resolution inside the resolution are those of the organ that would adopt it."""
        if paragraph.kind is Kind.ORGAN and paragraph.parent is not None:
            self.organ = enacting_organ(paragraph.text, self.language) or self.own_organ
        elif paragraph.parent is None:
            self.organ = self.own_organ

    def mandates(self, paragraph: Paragraph) -> list[Mandate]:
        """The mandates of one paragraph; none where no act stands in it or above it."""
        self._mind_organ(paragraph)
        if paragraph.kind is Kind.OPERATIVE or (paragraph.kind is Kind.ITEM and self._acts_itself(paragraph)):
            found = self._of_paragraph(paragraph)
        elif paragraph.kind is Kind.ITEM:
            found = self._point(paragraph, self._above(paragraph))
        elif paragraph.kind is Kind.CONTINUATION and self.list_of is not None:
            return self._point(paragraph, self.acts.get(self.list_of))
        else:
            return []
        if found:
            self.acts[paragraph.id] = found[-1].under or found[-1]
        self.list_of = paragraph.id if paragraph.text.rstrip().endswith(tuple(COLONS)) else None
        return found

    def _acts_itself(self, paragraph: Paragraph) -> bool:
        """Whether a point of a list has a verb of the organ: set apart by style where a bare form may be an infinitive."""
        verb = paragraph.verb
        if verb is None or paragraph.recital:
            return False
        return self.language.spaced or any(span.overlaps(verb.span) for span in paragraph.emphasis)

    def _above(self, paragraph: Paragraph) -> Mandate | None:
        """The act under which a point stands: that of the nearest paragraph above it that has one."""
        parent = paragraph.parent
        while parent is not None and parent not in self.acts:
            parent = self.parents.get(parent)
        return self.acts[parent] if parent is not None else None

    def _of_paragraph(self, paragraph: Paragraph) -> list[Mandate]:
        verbs = [v for i, v in enumerate(paragraph.verbs) if i == 0 or _acts(v)]
        if len(verbs) > 1 and main_concept(verbs[0]).id == _LEAD:
            del verbs[0]  # "Agissant en vertu du Chapitre VII, décide": the act is one
        found = []
        for i, verb in enumerate(verbs):
            end = verbs[i + 1].span.start if i + 1 < len(verbs) else len(paragraph.text)
            name = f"{paragraph.id}#{i + 1}" if len(verbs) > 1 else paragraph.id
            mandate = self._mandate(name, paragraph, verb, Span(verb.span.start, end), verb.span.end)
            found.append(replace(mandate, place=i + 1))
        if found and found[0].legal_basis is None:
            lead = MandateClause(paragraph.text, Span(0, found[0].span.start), (), self.language.drafting)
            found[0] = replace(found[0], legal_basis=lead.found(lead.drafting.legal_basis))
        return found

    def _point(self, paragraph: Paragraph, act: Mandate | None) -> list[Mandate]:
        """A point of a list below an act; a title over points of its own asks for nothing."""
        title = paragraph.id in self.heads and len(paragraph.text) <= _TITLE
        if act is None or not paragraph.text or title:
            return []
        mandate = self._mandate(paragraph.id, paragraph, act.verb, Span(0, len(paragraph.text)), 0)
        if act.addressee is not None:
            mandate = replace(
                mandate,
                addressee=replace(act.addressee, span=_NOWHERE),
                action=Slot(" ".join(mandate.text.lower().split()), mandate.text, Span(0, len(mandate.text))),
            )
        return [replace(mandate, under=act)]

    def _mandate(self, name: str, paragraph: Paragraph, verb: VerbPhrase, span: Span, start: int) -> Mandate:
        """The mandate of a clause; what the verb governs begins at ``start``."""
        concept = main_concept(verb, self.organ)
        text = paragraph.text[span.start : span.end].rstrip(" " + ENDS)
        inside = tuple(a for a in paragraph.anchors if span.start <= a.span.start < span.end)
        drafting = self.language.drafting
        clause = MandateClause(paragraph.text, span, inside, drafting)
        # A verb may end with the mark that is stripped off its clause ("Requests, and urges …").
        words = MandateClause(paragraph.text, Span(span.start, max(start, span.start + len(text))), inside, drafting)
        addressed = concept.kind in _ADDRESSED
        addressee, action = words.addressee_and_action(start) if addressed else (None, words.rest(start))
        cycle, duration, review = (
            clause.found(drafting.cycle),
            clause.duration(self.language.wording.time_unit),
            clause.found(drafting.review),
        )
        return Mandate(
            id=name,
            paragraph=paragraph.id,
            organ=self.organ,
            verb=verb,
            kind=concept.kind,
            force=concept.force + verb.intensity,
            span=span,
            text=text,
            addressee=addressee,
            action=action,
            conditions=clause.conditions(),
            deadlines=clause.deadlines(),
            cycle=cycle,
            report_to=clause.report_to(),
            duration=duration,
            review=review,
            beneficiaries=clause.beneficiaries(action.span if action else span),
            resources=clause.resources(),
            legal_basis=clause.found(drafting.legal_basis),
            quantities=clause.quantities(cycle, duration, review),
        )


def _acts(verb: VerbPhrase) -> bool:
    """Whether a verb inside a paragraph is an act of the organ: decisions, directions and exhortations are."""
    return main_concept(verb).kind in ("decide", "direct", "urge", "support")
