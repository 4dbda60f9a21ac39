"""What the checks of mandates share: telling apart what kind of change stands before them, and building findings."""

from __future__ import annotations

import unicodedata
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from align.model import Relation
from corpora.annotation.verbs import force_step, main_concept
from corpora.languages import ACTS, Language, language_of
from corpora.mandates.extraction import Mandate, Slot
from corpora.model import Kind, Part, Resolution, Span
from corpora.structure.addresses import address_of
from corpora.text.folding import fold_plain
from corpora.values import Date
from reports.checks.base import ClaimingCheck, RelatedCheck
from reports.checks.support.hunk_checks import claimed, finding_between
from reports.comparison.hunks import Hunk, Spans
from reports.comparison.ledger import Ledger
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Place, Severity, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened


def kept_mandates(pair: RelatedPair, *, replaced: bool = False) -> Iterator[tuple[Mandate, Mandate, MandateChange]]:
    """The mandates that stand in both resolutions; with ``replaced`` also those that another one took the place of."""
    for change in pair.changes:
        if change.before is not None and change.after is not None and (replaced or change.relation != "replaced"):
            yield change.before, change.after, change


def kept_acts(pair: RelatedPair) -> Iterator[tuple[Mandate, Mandate, MandateChange]]:
    """The mandates that stand in both, less the points of a list whose acts do as well: verb and addressee are those acts'.

    Of several points that went from one act's list to another's the first stands for all: one verb became another one.
    """
    together = {(before.id, after.id) for before, after, _ in kept_mandates(pair)}
    for before, after, change in kept_mandates(pair):
        acts = before.under, after.under
        if acts[0] is None or acts[1] is None:
            yield before, after, change
        elif (acts[0].id, acts[1].id) not in together:
            together.add((acts[0].id, acts[1].id))
            yield before, after, change


def before_place(pair: RelatedPair, mandate: Mandate, slot: Slot | None = None) -> Place:
    """Where a mandate of the earlier resolution stands, or one of its slots."""
    return place_of(pair.earlier, pair.earlier.paragraph(mandate.paragraph), slot.span if slot else mandate.span)


def after_place(pair: RelatedPair, mandate: Mandate, slot: Slot | None = None) -> Place:
    """Where a mandate of the later resolution stands, or one of its slots."""
    return place_of(pair.later, pair.later.paragraph(mandate.paragraph), slot.span if slot else mandate.span)


def verb_place(resolution: Resolution, mandate: Mandate) -> Place:
    """Where the verb of a mandate stands."""
    act = mandate.under or mandate
    return place_of(resolution, resolution.paragraph(act.paragraph), act.verb.span)


def slots_of_one(slot: Slot | None) -> tuple[Slot, ...]:
    """A slot that may be empty, as the others are given."""
    return (slot,) if slot else ()


def deadlines_and_cycle(mandate: Mandate) -> tuple[Slot, ...]:
    """What says when: sessions, dates, and the cycle; dates inside the duration belong to that."""
    inside = mandate.duration.span if mandate.duration else None
    dates = tuple(d for d in mandate.deadlines if inside is None or not inside.start <= d.span.start < inside.end)
    return (*dates, *slots_of_one(mandate.cycle))


def changed_slots(old: Sequence[Slot], new: Sequence[Slot]) -> tuple[list[Slot], list[Slot]]:
    """The slots that are gone and those that are new, by value; a value that stood twice and stands once is gone once."""
    gone, come = Counter(_bare(s) for s in old), Counter(_bare(s) for s in new)
    gone, come = gone - come, come - gone
    return _last_of(old, gone), _last_of(new, come)


def _bare(slot: Slot) -> str:
    """A slot's value without accents, which scans often lose ("Etats")."""
    return "".join(c for c in unicodedata.normalize("NFD", slot.value) if not unicodedata.combining(c))


def _last_of(slots: Sequence[Slot], wanted: Counter[str]) -> list[Slot]:
    """The last slots of each value, as many as are wanted, in their order."""
    left = Counter(wanted)
    found = []
    for slot in reversed(slots):
        if left[_bare(slot)] > 0:
            left[_bare(slot)] -= 1
            found.append(slot)
    return found[::-1]


def slot_finding(
    check: ClaimingCheck,
    ledger: Ledger,
    severity: Severity,
    mandates: tuple[Mandate, Mandate],
    slots: tuple[Sequence[Slot], Sequence[Slot]],
    noun: str,
) -> Finding | None:
    """The finding for slots that changed, with what stood before and what stands now, and the hunks that it accounts for.

    None where no changed word lies in the slots: then they were only read otherwise.
    """
    pair = ledger.pair
    (before, after), (gone, come) = mandates, slots
    taken = ledger.take_inside(_spans(before, gone), _spans(after, come), telling=True)
    if not taken and pair.entries:
        return None
    source = before_place(pair, before, gone[0] if gone else None)
    target = after_place(pair, after, come[0] if come else None)
    facts: Facts = {"noun": noun, "old": tuple(s.text for s in gone), "new": tuple(s.text for s in come)}
    message = "slot.changed" if gone and come else "slot.dropped" if gone else "slot.added"
    return Finding(
        code=check.code,
        severity=severity,
        source=source,
        target=target,
        sentence=message,
        facts=facts,
        confidence=0.9,
        changes=claimed(pair, taken),
    )


def _spans(mandate: Mandate, slots: Sequence[Slot]) -> Spans:
    return {mandate.paragraph: [slot.span for slot in slots]}


class SlotCheck(ClaimingCheck):
    """A check of one kind of slot of the mandates that stand in both resolutions, or take the place of one another."""

    severity = Severity.MAJOR
    category = "accuracy/mandate"
    rank = 20
    noun: ClassVar[str]
    """What is compared, by its key in [nouns] of the catalogues."""

    @abstractmethod
    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """The slots that are compared."""

    def severity_of(self, changed: Sequence[Slot]) -> Severity:
        """How grave it is that these slots came or went."""
        return self.severity

    def counts(self, slot: Slot, adopted: Date | None) -> bool:
        """Whether a slot of a resolution, adopted that day where it says so, is what this check is about."""
        return True

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate in which they changed."""
        pair = ledger.pair
        for before, after, _ in kept_mandates(pair, replaced=True):
            old = [slot for slot in self.slots(before) if self.counts(slot, pair.adopted[0])]
            new = [slot for slot in self.slots(after) if self.counts(slot, pair.adopted[1])]
            slots = changed_slots(old, new)
            if any(slots):
                severity = self.severity_of([*slots[0], *slots[1]])
                found = slot_finding(self, ledger, severity, (before, after), slots, self.noun)
                if found is not None:
                    yield found


class ForceCheck(ClaimingCheck):
    """A check of the force of a mandate's verb, within one kind of act."""

    severity = Severity.MAJOR
    category = "accuracy/mandate"
    rank = 20
    rising: ClassVar[bool]

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate whose force moved in this check's direction."""
        pair = ledger.pair
        for before, after, _ in kept_acts(pair):
            same_verb = before.verb.form == after.verb.form and before.verb.intensity == after.verb.intensity
            if same_verb and before.organ == after.organ:
                continue
            step = step_between(before, after, pair)
            if not step or (step > 0) is not self.rising:
                continue
            facts: Facts = {
                "before": before.verb.text,
                "after": after.verb.text,
                "kind": main_concept(after.verb).kind,
            }
            yield verb_finding(
                self, ledger, (before, after), self.severity, "force.changed", facts=facts, confidence=0.85
            )


def step_between(before: Mandate, after: Mandate, pair: RelatedPair) -> int | None:
    """How much stronger the later verb is; None where the acts are of two kinds and one is no step of the other.

    A verb that only gained or lost a word that intensifies is a step of it, whatever kind the two are of: "prie instamment", "prie".
    """
    alike = pair.earlier.language == pair.later.language
    step = force_step(before.verb, after.verb, alike=alike, organs=(before.organ, after.organ))
    if step is not None or not alike:
        return step
    own = language_of(pair.later)
    old, new = (own.words_of(mandate.verb.text) for mandate in (before, after))
    return int(_intensified(old, new, own)) - int(_intensified(new, old, own)) or None


def _intensified(bare: Sequence[str], strong: Sequence[str], own: Language) -> bool:
    """Whether one verb is the other with a word that intensifies."""
    left = list(strong)
    for word in bare:
        if word not in left:
            return False
        left.remove(word)
    return " ".join(left) in {fold_plain(adverb) for adverb in own.adverbs.intensify}


def verb_finding(
    check: ClaimingCheck,
    ledger: Ledger,
    mandates: tuple[Mandate, Mandate],
    severity: Severity,
    sentence: str,
    facts: Facts,
    confidence: float,
) -> Finding:
    """The finding for a verb that became another one, which accounts for the words of both."""
    pair = ledger.pair
    places = verb_place(pair.earlier, mandates[0]), verb_place(pair.later, mandates[1])
    return finding_between(check, ledger, places, sentence, facts, severity=severity, confidence=confidence)


class StructureCheck(RelatedCheck):
    """A check of operative paragraphs that were joined or divided. Its sentence is CODE.one."""

    severity = Severity.MINOR
    category = "design/structure"
    relation: ClassVar[Relation]

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each bead of that relation."""
        for bead in pair.alignment.beads:
            before = [pair.earlier.paragraph(i) for i in bead.source]
            after = [pair.later.paragraph(i) for i in bead.target]
            if bead.relation is not self.relation or not any(p.kind is Kind.OPERATIVE for p in (*before, *after)):
                continue
            facts: Facts = {
                "earlier": tuple(address_of(pair.earlier, i) for i in bead.source),
                "later": tuple(address_of(pair.later, i) for i in bead.target),
            }
            source, target = place_of(pair.earlier, before[0]), place_of(pair.later, after[0])
            yield Finding(
                code=self.code,
                severity=self.severity,
                source=source,
                target=target,
                sentence=f"{self.code}.one",
                facts=facts,
                confidence=bead.score,
            )


class PresenceCheck(ClaimingCheck):
    """A check of mandates that stand in one of the two resolutions only. Its sentence for one act is CODE.one."""

    severity = Severity.MAJOR
    rank = 10
    later: ClassVar[bool]
    with_others: ClassVar[str]
    """The sentence for a paragraph of several acts."""

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate without a partner; a paragraph that is new or gone as a whole is one finding.

        Of its acts the gravest is named first, then the others; the points of its list are places of the same finding.
        """
        pair = ledger.pair
        document = pair.later if self.later else pair.earlier
        every = [(change, m) for change in pair.changes if (m := self._alone(change))]
        above = {m.id: frozenset(_above(m, document)) for _, m in every}
        beside: dict[str, list[Mandate]] = {}
        below: dict[str, list[Mandate]] = {}
        for _, mandate in every:
            beside.setdefault(mandate.paragraph, []).append(mandate)
            for name in above[mandate.id]:
                below.setdefault(name, []).append(mandate)
        for change, mandate in every:
            # What moved between preamble and operative part is M106's to say; a list that is new, the act's above it.
            if change.moved or not above[mandate.id].isdisjoint(above):
                continue
            whole = change.relation in ("new", "dropped")
            if whole and mandate.place > 1:
                continue
            acts = beside[mandate.paragraph] if whole else [mandate]
            yield self._finding(ledger, acts, below.get(mandate.id, []), whole=whole)
        yield from self._without_known_verb(ledger)

    def _without_known_verb(self, ledger: Ledger) -> Iterator[Finding]:
        """Operative paragraphs of which no verb is known: an act all the same."""
        pair = ledger.pair
        document = pair.later if self.later else pair.earlier
        for entry in list(ledger.entries):
            paragraph = entry.hunk.paragraph
            alone = bool(entry.after) is self.later and bool(entry.before) is not self.later
            operative = paragraph.kind is Kind.OPERATIVE and paragraph.part is Part.OPERATIVE
            if not alone or not operative or paragraph.verb is not None:
                continue
            own = document.with_those_below({paragraph.id})
            taken = ledger.take_paragraphs(*(((), own) if self.later else (own, ())))
            place = place_of(document, paragraph)
            yield Finding(
                code=self.code,
                severity=self.severity,
                source=None if self.later else place,
                target=place if self.later else None,
                sentence=f"{self.code}.one",
                facts={"text": shortened(paragraph.text)},
                confidence=0.7,
                changes=claimed(pair, taken),
            )

    def _finding(self, ledger: Ledger, acts: Sequence[Mandate], below: Sequence[Mandate], *, whole: bool) -> Finding:
        pair = ledger.pair
        gravest = max(acts, key=lambda m: (_binds(m), m.kind == "decide", m.force, -m.place))
        severity = self.severity if _binds(gravest) else self.severity.lower()
        others = tuple(shortened(m.text, 60) for m in acts if m is not gravest)
        facts: Facts = {"text": shortened(gravest.text), "others": others}
        place = after_place(pair, gravest) if self.later else before_place(pair, gravest)
        taken = self._taken(ledger, acts, below, whole=whole)
        found = Finding(
            code=self.code,
            severity=severity,
            source=None if self.later else place,
            target=place if self.later else None,
            sentence=self.with_others if others else f"{self.code}.one",
            facts=facts,
            confidence=0.9,
            changes=claimed(pair, taken),
        )
        return self._weighed(found, pair, acts)

    def _weighed(self, found: Finding, pair: RelatedPair, acts: Sequence[Mandate]) -> Finding:
        """The finding of these acts, as the check has more to say of them."""
        return found

    def _taken(self, ledger: Ledger, acts: Sequence[Mandate], below: Sequence[Mandate], *, whole: bool) -> list[Hunk]:
        """The hunks of the paragraphs, or of the clauses where the paragraph stands in both texts, and of the list below."""
        document = ledger.pair.later if self.later else ledger.pair.earlier
        if whole:
            # What stands below the paragraph without an act of its own goes with it.
            own = document.with_those_below({m.paragraph for m in (*acts, *below)})
            return ledger.take_paragraphs(*(((), own) if self.later else (own, ())))
        spans: dict[str, list[Span]] = {}
        for mandate in (*acts, *below):
            spans.setdefault(mandate.paragraph, []).append(mandate.span)
        return ledger.take_inside(*(({}, spans) if self.later else (spans, {})))

    def _alone(self, change: MandateChange) -> Mandate | None:
        """The mandate of a change that has no partner in the other resolution."""
        mandate, partner = (change.after, change.before) if self.later else (change.before, change.after)
        return mandate if partner is None else None


def _above(mandate: Mandate, document: Resolution) -> Iterator[str]:
    """The ids of what a point of a list stands under: its act, and the points above it."""
    if mandate.under is not None:
        yield mandate.under.id
        yield from document.ids_above(mandate.paragraph)


def _binds(mandate: Mandate) -> bool:
    """Whether a mandate makes somebody do something: of a list, where its points are the acts and not what one act is about."""
    if mandate.kind not in ACTS:
        return False
    act = mandate.under
    return act is None or act.kind == "decide" or act.points_are_acts
