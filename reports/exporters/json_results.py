"""The stable JSON shapes; docs/schema/ describes them as JSON Schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from align.model import Alignment
from corpora.annotation.verbs import main_concept
from corpora.mandates.extraction import Mandate, Slot, mandates_of
from corpora.model import Anchor, Paragraph, Resolution, Span, VerbPhrase
from corpora.structure.adoption import Adoption, adoption_of
from reports.comparison.carry_over import carry_over, concordance
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.rows import RelatedPair, Versions
from reports.comparison.verdict import verdict_of
from reports.findings.model import Finding, Place
from reports.project.selection import Selection, Suppressed


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _verb(verb: VerbPhrase | None) -> dict[str, object] | None:
    if verb is None:
        return None
    concept = main_concept(verb)
    return {
        "text": verb.text,
        "form": verb.form,
        "concept": concept.id,
        "kind": concept.kind,
        "force": concept.force,
        "intensity": verb.intensity,
        "repeated": verb.repeated,
    }


def _anchor(paragraph: Paragraph, anchor: Anchor) -> dict[str, object]:
    return {
        "kind": str(anchor.kind),
        "value": anchor.form,
        "text": anchor.text,
        "span": _span(paragraph.source_span(anchor.span)),
    }


def _paragraph(p: Paragraph) -> dict[str, object]:
    return {
        "id": p.id,
        "kind": str(p.kind),
        "number": p.number,
        "text": p.text,
        "verb": _verb(p.verb),
        "span": _span(p.span),
        "anchors": [_anchor(p, a) for a in p.anchors],
        "marks": [{"mark": m.mark, "span": _span(m.span)} for m in p.marks],
    }


def _adoption(a: Adoption) -> dict[str, object]:
    return {
        "date": str(a.date) if a.date else None,
        "manner": a.manner,
        "favour": a.favour,
        "against": a.against,
        "abstaining": a.abstaining,
        "named": {side: list(names) for side, names in a.named},
        "sponsors": list(a.sponsors),
    }


def _particulars(r: Resolution) -> dict[str, str | None]:
    stated = r.particulars
    return {
        "date": str(stated.date) if stated.date else None,
        "session": stated.session,
        "agenda_item": stated.agenda_item,
        "agenda_title": stated.agenda_title,
        "original": stated.original,
    }


def resolution_json(r: Resolution) -> dict[str, object]:
    """What ``hexapla read --json`` prints."""
    return {
        "symbol": r.symbol,
        "organ": r.organ,
        "language": r.language,
        "title": r.title,
        "particulars": _particulars(r),
        "adoption": _adoption(adoption_of(r)),
        "paragraphs": [_paragraph(p) for p in r.paragraphs],
        "footnotes": [
            {"mark": n.mark, "referred_from": list(n.referred_from), **_paragraph(n.paragraph)} for n in r.footnotes
        ],
        "set_aside": [{"span": _span(a.span), "reason": a.reason} for a in r.set_aside],
    }


def alignment_json(a: Alignment) -> dict[str, object]:
    """What ``hexapla align`` writes for one pair."""
    return {
        "source": a.source,
        "target": a.target,
        "beads": [
            {
                "source": list(b.source),
                "target": list(b.target),
                "score": b.score,
                "relation": str(b.relation),
                "moved": b.moved,
                "confidence": b.confidence,
                **({} if b.unrendered is None else {"unrendered": [list(side) for side in b.unrendered]}),
            }
            for b in a.beads
        ],
    }


class PlaceJson(TypedDict, total=False):
    """A place of a finding."""

    document: str
    language: str
    paragraph: str
    span: list[int]
    quote: str


class GroupJson(TypedDict):
    """Versions that say the same."""

    versions: list[str]
    says: str


class SidedPlaceJson(PlaceJson, total=False):
    """One of the places whose changed words a finding accounts for; ``reason`` where the change is editorial."""

    side: str
    reason: str


class FindingJson(TypedDict):
    """A finding; fields as in the schema of ``hexapla check --json``."""

    code: str
    severity: str
    source: PlaceJson | None
    target: PlaceJson | None
    message: str
    confidence: float | None
    odd: str | None
    votes: dict[str, str]
    groups: list[GroupJson]
    places: list[SidedPlaceJson]
    fingerprint: str


def _place(place: Place | None) -> PlaceJson | None:
    if place is None:
        return None
    return {
        "document": place.document,
        "language": place.language,
        "paragraph": place.paragraph,
        "span": _span(place.span),
        "quote": place.quote,
    }


def _places(f: Finding) -> list[SidedPlaceJson]:
    """All places of the changed words that a finding of related texts accounts for."""
    found: list[SidedPlaceJson] = []
    for change in f.changes:
        for side, place in (("source", change.source), ("target", change.target)):
            shown = _place(place)
            if shown is not None and shown["quote"]:  # the empty place for words is none of them
                reason: SidedPlaceJson = {"reason": change.reason} if change.reason else {}
                found.append({"side": side, **shown, **reason})
    return found


def finding_json(f: Finding, ui: str) -> FindingJson:
    """One finding."""
    return {
        "code": f.code,
        "severity": f.severity.label,
        "source": _place(f.source),
        "target": _place(f.target),
        "message": f.message(ui),
        "confidence": f.confidence,
        "odd": f.odd,
        "votes": dict(f.votes),
        "groups": [{"versions": list(g.versions), "says": g.says} for g in f.groups],
        "places": _places(f),
        "fingerprint": f.fingerprint,
    }


def document_json(r: Resolution) -> dict[str, object]:
    """What names a document, and what its cover says."""
    return {
        "name": r.name,
        "language": r.language,
        "symbol": r.symbol,
        "organ": r.organ,
        "title": r.title,
        "particulars": _particulars(r),
        "adoption": _adoption(adoption_of(r)),
    }


def _slot(slot: Slot | None) -> dict[str, str] | None:
    return {"value": slot.value, "text": slot.text} if slot else None


def _slots(slots: Sequence[Slot]) -> list[dict[str, str]]:
    return [{"value": s.value, "text": s.text} for s in slots]


def mandate_json(m: Mandate | None) -> dict[str, object] | None:
    """One mandate with its slots."""
    if m is None:
        return None
    return {
        "id": m.id,
        "paragraph": m.paragraph,
        "under": m.under.id if m.under else None,
        "organ": m.organ,
        "verb": _verb(m.verb),
        "kind": m.kind,
        "force": m.force,
        "addressee": _slot(m.addressee),
        "action": _slot(m.action),
        "conditions": _slots(m.conditions),
        "deadlines": _slots(m.deadlines),
        "cycle": _slot(m.cycle),
        "report_to": _slots(m.report_to),
        "duration": _slot(m.duration),
        "review": _slot(m.review),
        "beneficiaries": _slots(m.beneficiaries),
        "resources": _slots(m.resources),
        "quantities": _slots(m.quantities),
        "legal_basis": _slot(m.legal_basis),
    }


def change_json(c: MandateChange) -> dict[str, object]:
    """One mandate before and after."""
    return {
        "before": mandate_json(c.before),
        "after": mandate_json(c.after),
        "relation": c.relation,
        "moved": c.moved,
    }


def versions_json(versions: Versions, selection: Selection, ui: str) -> dict[str, object]:
    """What ``hexapla check --json`` prints; ``mandates`` are those of the pivot."""
    return {
        "documents": [document_json(d) for d in versions.documents],
        "beads": [alignment_json(a) for a in versions.alignments.values()],
        **selected_json(selection, ui),
        "mandates": [
            {"before": None, "after": mandate_json(m), "relation": "aligned", "moved": False}
            for m in mandates_of(versions.pivot)
        ],
    }


def related_json(pair: RelatedPair, selection: Selection, ui: str) -> dict[str, object]:
    """What ``hexapla compare --json`` prints."""
    return {
        "documents": [document_json(pair.earlier), document_json(pair.later)],
        "beads": [alignment_json(pair.alignment)],
        **selected_json(selection, ui),
        "mandates": [change_json(c) for c in pair.changes],
        "concordance": [
            {"earlier": list(c.earlier), "later": list(c.later), "relation": c.relation} for c in concordance(pair)
        ],
        **_headline(pair),
        **_verdict(pair, selection),
    }


def _verdict(pair: RelatedPair, selection: Selection) -> dict[str, object]:
    """By what every changed word is explained."""
    verdict = verdict_of(pair, selection.everything)
    if verdict is None:
        return {}
    words = {"changed": verdict.changed, "unexplained": verdict.unexplained, "by_code": dict(verdict.words)}
    return {"verdict": {"parts": dict(verdict.parts), "unchanged": verdict.unchanged, "words": words}}


def lint_json(document: Resolution, selection: Selection, ui: str) -> dict[str, object]:
    """What ``hexapla lint --json`` prints."""
    return {"documents": [document_json(document)], **selected_json(selection, ui)}


def selected_json(selection: Selection, ui: str) -> dict[str, object]:
    """The findings that are shown, and those that are not, with why."""
    return {
        "findings": [finding_json(f, ui) for f in selection.findings],
        "suppressed": [_suppressed(s, ui) for s in selection.suppressed],
    }


def _suppressed(entry: Suppressed, ui: str) -> dict[str, object]:
    accepted = entry.accepted
    acceptance = {"reason": accepted.reason, "author": accepted.author, "date": accepted.date} if accepted else {}
    return {"why": entry.why, "glob": entry.glob, **acceptance, "finding": finding_json(entry.finding, ui)}


def _headline(pair: RelatedPair) -> dict[str, object]:
    found = carry_over(pair)
    if found is None:
        return {}
    return {
        "headline": {
            "carried_over": round(found.carried_over, 4),
            "words_earlier": found.words_earlier,
            "words_later": found.words_later,
            "words_added": found.added,
            "words_removed": found.removed,
        }
    }
