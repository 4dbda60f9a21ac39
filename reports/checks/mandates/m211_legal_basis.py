"""M211."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from corpora.annotation.anchors import anchors_of
from corpora.languages import Language, language_of
from corpora.mandates.extraction import Mandate, Slot
from corpora.mandates.slots import MandateClause
from corpora.model import Paragraph, Resolution, Span
from corpora.text.numbering import roman_value
from corpora.values import AnchorKind
from reports.checks.support.hunk_checks import claimed
from reports.checks.support.mandate_checks import SlotCheck, slots_of_one
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, Place, Severity, place_of
from reports.messages.phrases import Facts

_ROMAN = re.compile(r"\b[ivx]+\b")
_Basis = tuple[Paragraph, Slot]


class LegalBasisChanged(SlotCheck):
    """The legal basis that a mandate names changed, or that of the whole resolution."""

    code = "M211"
    since = "0.1.0"
    noun = "legal_basis"

    def slots(self, mandate: Mandate) -> Sequence[Slot]:
        """What is compared."""
        return slots_of_one(mandate.legal_basis)

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate, and one for the chapters that only the one resolution acts under."""
        yield from super().claim(ledger)
        pair = ledger.pair
        before, after = _bases(pair.earlier), _bases(pair.later)
        gone = [basis for chapter, basis in before.items() if chapter not in after and basis[0].recital]
        come = [basis for chapter, basis in after.items() if chapter not in before and basis[0].recital]
        for old, new in zip_longest(gone, come):
            yield self._finding(ledger, old, new)

    def _finding(self, ledger: Ledger, old: _Basis | None, new: _Basis | None) -> Finding:
        pair = ledger.pair
        source = _place(pair.earlier, old) if old else None
        target = _place(pair.later, new) if new else None
        # A recital that names its chapter alone, and is new or gone, is the basis.
        taken = ledger.take_paragraphs(*([place.paragraph] if place else () for place in (source, target)))
        taken += ledger.take_inside(*({place.paragraph: [place.inside]} if place else {} for place in (source, target)))
        named = new or old
        assert named is not None
        facts: Facts = {"basis": named[1].text}
        return Finding(
            code=self.code,
            severity=Severity.MAJOR,
            source=source,
            target=target,
            sentence="M211.gone" if new is None else "M211.new",
            facts=facts,
            confidence=0.9,
            changes=claimed(pair, taken),
        )


def _place(resolution: Resolution, basis: _Basis) -> Place:
    return place_of(resolution, basis[0], basis[1].span)


def _bases(resolution: Resolution) -> dict[str, _Basis]:
    """The chapters of the Charter under which a resolution acts, by number, with the first place that names each."""
    found: dict[str, _Basis] = {}
    own = language_of(resolution)
    for paragraph in resolution.paragraphs:
        if paragraph.kind.is_body:
            clause = MandateClause(paragraph.text, Span(0, len(paragraph.text)), (), own.drafting)
            slot = clause.found(own.drafting.legal_basis)
            if slot is not None and (chapter := _chapter(slot, own)):
                found.setdefault(chapter, (paragraph, slot))
    return found


def _chapter(slot: Slot, language: Language) -> str | None:
    """The number of a chapter: in Roman numerals, or as Arabic and Chinese have it."""
    roman = _ROMAN.findall(slot.value)
    if roman:
        return str(roman_value(roman[-1]))
    numbers = [a.form for a in anchors_of(slot.text, language) if a.kind in (AnchorKind.ORDINAL, AnchorKind.NUMBER)]
    return numbers[-1] if numbers else None


CHECK = LegalBasisChanged()
