"""Operative paragraphs to mandates: who is told to do what, how strongly, for whom, by when, on what terms.

In French and English all slots are read; in the other languages verb, force, addressee, conditions, dates and sessions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpora.languages import language
from corpora.model import Anchor, Kind, Paragraph, Resolution, Span, VerbPhrase
from corpora.text import fold
from corpora.verbs import main_concept

_RESOURCES = frozenset({"existing_resources", "extrabudgetary", "voluntary"})
_ADDRESSED = frozenset({"direct", "urge"})
_ADDRESSEE_REACH = 260
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of a mandate: ``value`` as compared, ``text`` as printed, ``span`` in the paragraph's text."""

    value: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mandate:
    """One act of the organ: a verb with what it governs.

    ``review`` is a review or sunset clause; ``resources`` holds sums, budgets and what limits them.
    ``kind`` and ``force`` are those of the verb's likeliest concept; ``span`` is the clause in the paragraph's text.
    Slots that the clause does not fill are None or empty.
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


def mandates_of(resolution: Resolution) -> tuple[Mandate, ...]:
    """The mandates of a resolution's operative paragraphs, in order."""
    found: list[Mandate] = []
    for paragraph in resolution.paragraphs:
        if paragraph.kind is Kind.OPERATIVE:
            found.extend(_of_paragraph(paragraph, resolution.language, resolution.organ))
    return tuple(found)


def _of_paragraph(paragraph: Paragraph, code: str, organ: str | None) -> list[Mandate]:
    verbs = [v for i, v in enumerate(paragraph.verbs) if i == 0 or _acts(v)]
    found = []
    for i, verb in enumerate(verbs):
        end = verbs[i + 1].span.start if i + 1 < len(verbs) else len(paragraph.text)
        name = f"{paragraph.id}#{i + 1}" if len(verbs) > 1 else paragraph.id
        found.append(_mandate(name, paragraph, code, organ, verb, Span(verb.span.start, end)))
    return found


def _acts(verb: VerbPhrase) -> bool:
    """Whether a verb inside a paragraph is an act of the organ: decisions, directions and exhortations are."""
    return main_concept(verb).kind in ("decide", "direct", "urge", "support")


def _mandate(name: str, paragraph: Paragraph, code: str, organ: str | None, verb: VerbPhrase, span: Span) -> Mandate:
    concept = main_concept(verb, organ)
    text = paragraph.text[span.start : span.end].rstrip(" ,;.،؛。，；")
    inside = [a for a in paragraph.anchors if span.start <= a.span.start < span.end]
    drafting = _drafting(code)
    addressee, action = _addressee_and_action(
        paragraph.text, verb, Span(span.start, span.start + len(text)), inside, code, concept.kind
    )
    return Mandate(
        name,
        paragraph.id,
        organ,
        verb,
        concept.kind,
        concept.force + verb.intensity,
        span,
        text,
        addressee,
        action,
        (
            *(_slot(a) for a in inside if a.kind == "qualifier" and a.value not in _RESOURCES),
            *_one(_search(drafting, "condition", paragraph.text, span)),
        ),
        tuple(
            _slot(a)
            for a in inside
            if a.kind == "session" or (a.kind == "date" and _is_deadline(paragraph.text, a, inside, drafting))
        ),
        _search(drafting, "cycle", paragraph.text, span),
        _report_to(paragraph.text, span, inside, drafting),
        _search(drafting, "period", paragraph.text, span),
        _search(drafting, "review", paragraph.text, span),
        _beneficiaries(drafting, paragraph.text, action.span if action else span),
        (
            *(_slot(a) for a in inside if a.kind == "money" or (a.kind == "qualifier" and a.value in _RESOURCES)),
            *_one(_search(drafting, "resources", paragraph.text, span)),
        ),
        _search(drafting, "legal_basis", paragraph.text, span),
    )


def _one(slot: Slot | None) -> tuple[Slot, ...]:
    return (slot,) if slot else ()


def _beneficiaries(drafting: dict[str, re.Pattern[str]], text: str, action: Span) -> tuple[Slot, ...]:
    """For whom or on what the action is: "aux États parties", "for the benefit of victims"."""
    pattern = drafting.get("beneficiaries")
    if pattern is None:
        return ()
    folded = fold(text)
    places = [folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text, action.start, action.end)]
    return tuple(Slot(_folded(text, place), text[place.start : place.end], place) for place in places)


def _slot(anchor: Anchor) -> Slot:
    return Slot(anchor.value, anchor.text, anchor.span)


def _is_deadline(text: str, date: Anchor, anchors: list[Anchor], drafting: dict[str, re.Pattern[str]]) -> bool:
    """Whether a date says by when: not when a cited text was adopted or a report was made."""
    if _dates_a_citation(date, anchors):
        return False
    before, after = drafting.get("before_deadline"), drafting.get("after_deadline")
    if after is not None and after.match(fold(text[date.span.end : date.span.end + 30]).text):
        return True
    return before is None or before.search(fold(text[max(0, date.span.start - 40) : date.span.start]).text) is not None


def _dates_a_citation(date: Anchor, anchors: list[Anchor]) -> bool:
    """Whether a date is that of a resolution or report cited just before it."""
    return any(a.kind == "citation" and 0 <= date.span.start - a.span.end < 60 for a in anchors)


@cache
def _drafting(code: str) -> dict[str, re.Pattern[str]]:
    section = language(code).section("drafting")
    return {k: re.compile(v, re.IGNORECASE) for k, v in section.items() if isinstance(v, str)}


def _search(patterns: dict[str, re.Pattern[str]], name: str, text: str, span: Span) -> Slot | None:
    pattern = patterns.get(name)
    if pattern is None:
        return None
    folded = fold(text)
    match = pattern.search(folded.text, span.start, min(span.end, len(folded.text)))
    if match is None:
        return None
    place = folded.span(match.start(), match.end())
    return Slot(" ".join(match.group().split()), text[place.start : place.end], place)


def _addressee_and_action(
    text: str, verb: VerbPhrase, span: Span, anchors: list[Anchor], code: str, kind: str
) -> tuple[Slot | None, Slot | None]:
    start = verb.span.end
    rest = Slot(_folded(text, Span(start, span.end)), text[start : span.end].strip(" ,"), Span(start, span.end))
    if kind not in _ADDRESSED:
        return None, rest if start < span.end else None
    # "Exige des parties qu'elles cessent …": the clause that says what begins with "que" where there is no infinitive.
    clause = _search(_drafting(code), "clause", text, Span(start, min(span.end, start + _ADDRESSEE_REACH)))
    infinitive = _search(_drafting(code), "infinitive", text, Span(start, min(span.end, start + _ADDRESSEE_REACH)))
    if clause is not None and (infinitive is None or clause.span.start < infinitive.span.start):
        infinitive = clause
    names = [a for a in anchors if a.kind == "name"]
    if infinitive is not None:
        end = infinitive.span.start
        action = Span(end, span.end)
        addressed = [a for a in names if start <= a.span.start < end]
    else:
        addressed = [a for a in names if start <= a.span.start < start + _NEAR][:1]
        end = addressed[-1].span.end if addressed else start
        action = Span(end, span.end)
    # "… , dans le cadre de ses activités, de …": what stands between commas is not who is addressed.
    head_end = next((i for i in range(start, end) if text[i] in ",،，"), end)
    addressed = [a for a in addressed if a.span.start < head_end] or addressed
    place = Span(start, max(start, head_end))
    said = text[place.start : place.end].strip(" ,")
    value = "+".join(sorted({a.value for a in addressed})) or _folded(text, place)
    addressee = Slot(value, said, place) if said else None
    return addressee, Slot(_folded(text, action), text[action.start : action.end].strip(" ,"), action)


def _report_to(text: str, span: Span, anchors: list[Anchor], drafting: dict[str, re.Pattern[str]]) -> tuple[Slot, ...]:
    report = _search(drafting, "report", text, span)
    if report is None:
        return ()
    bodies = [a for a in anchors if a.kind == "name" and a.span.start >= report.span.end]
    return tuple(_slot(a) for a in bodies if _follows_to(text, a))


_TO = re.compile(r"(?:\b(?:à|au|aux|to|et|and)(?:\s+(?:la|le|les|the))?\s+|\bà\s+l')$")


def _follows_to(text: str, anchor: Anchor) -> bool:
    return _TO.search(fold(text).text[max(0, anchor.span.start - 12) : anchor.span.start]) is not None or (
        fold(anchor.text).text.startswith("l'")
    )


def _folded(text: str, span: Span) -> str:
    return " ".join(fold(text[span.start : span.end]).text.split()).strip(" ,;.،؛。，；")
