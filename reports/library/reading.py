"""A file as rows of a library's tables: what one process makes of it, in plain values that another can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.errors import InputError
from corpora.mandates.deliverables import Deliverable, deliverables_of
from corpora.mandates.extraction import Mandate, Slot, mandates_of
from corpora.model import Paragraph, Resolution
from corpora.reading import read_resolutions_in
from corpora.structure.adoption import adoption_date
from corpora.system.faults import set_apart
from corpora.text.symbols import parse_symbol, years_of
from corpora.values import Date
from reports.library.inputs import Input
from reports.library.tables import as_compared, hash_of, norm_of

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as rows; ``texts`` and ``anchors`` are those of its distinct texts."""

    document: Row
    paragraphs: tuple[Row, ...]
    texts: tuple[Row, ...]
    anchors: tuple[Row, ...]
    mandates: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be used: an InputError in plain values, which another process can take."""

    source: str
    problem: str
    place: str = ""
    hint: str = ""

    @classmethod
    def of(cls, error: InputError) -> Refusal:
        """The refusal that an error is."""
        return cls(error.source, error.problem, error.place, error.hint)

    @property
    def error(self) -> InputError:
        """The error again, which says itself in the language of the interface."""
        return InputError(self.source, self.problem, place=self.place, hint=self.hint)


@dataclass(frozen=True, slots=True)
class ReadInput:
    """What a file came to: its documents, or why there are none."""

    documents: tuple[ReadDocument, ...] = ()
    refusal: Refusal | None = None


def read_input(given: Input, sha256: str) -> ReadInput:
    """Read a file; what cannot be used, or makes the program fail, is set aside with the reason."""
    try:
        with set_apart(given.name):
            found = read_resolutions_in(given.name, given.content, given.language or None)
            return ReadInput(tuple(_document(r, place, given, sha256) for place, r in enumerate(found)))
    except InputError as error:
        return ReadInput(refusal=Refusal.of(error))


def _document(resolution: Resolution, place: int, given: Input, sha256: str) -> ReadDocument:
    paragraphs = list(resolution.all_paragraphs())
    language = resolution.language
    keys = [(hash_of(language, p.text), norm_of(p.text, language)) for p in paragraphs]
    first = dict(reversed(list(zip(keys, paragraphs, strict=True))))
    places = {p.id: i for i, p in reversed(list(enumerate(paragraphs)))}
    date = _date(resolution) or given.date
    title = as_compared(resolution.title)
    document: Row = {
        "symbol": resolution.label,
        "language": language,
        "organ": resolution.organ,
        "title": resolution.title,
        "title_key": hash_of(language, title) if title else None,
        "date": date or None,
        "year": _year(resolution, date),
        "session": resolution.particulars.session or None,
        "name": given.name,
        "part": place,
        "sha256": sha256,
        "paragraphs": len(paragraphs),
    }
    return ReadDocument(
        document,
        tuple(_paragraph(p, i, key) for i, (p, key) in enumerate(zip(paragraphs, keys, strict=True))),
        tuple({"text": t, "norm": n, "language": language, "body": p.text} for (t, n), p in first.items()),
        tuple(row for (t, _), p in first.items() for row in _anchors(t, p)),
        tuple(_mandates(resolution, places)),
    )


def _date(resolution: Resolution) -> str:
    stated = resolution.particulars
    for date in () if stated.date_in_doubt else (adoption_date(resolution), stated.date):
        if date is not None and date.is_day:
            return str(date)
    return ""


def _year(resolution: Resolution, date: str) -> int | None:
    if date:
        return int(date[:4])
    years = years_of(parse_symbol(resolution.symbol)) if resolution.symbol else None
    return years[0] if years else None


def _paragraph(paragraph: Paragraph, place: int, key: tuple[int, int]) -> Row:
    return {
        "place": place,
        "id": paragraph.id,
        "kind": str(paragraph.kind),
        "part": str(paragraph.part),
        "number": paragraph.number,
        "parent": paragraph.parent,
        "verb": paragraph.verb.concepts[0] if paragraph.verb else None,
        "text": key[0],
        "norm": key[1],
    }


def _anchors(text: int, paragraph: Paragraph) -> Iterator[Row]:
    for a in paragraph.anchors:
        yield {
            "text": text,
            "kind": str(a.kind),
            "form": a.form,
            "start": a.span.start,
            "end": a.span.end,
            "firm": a.firm,
        }


def _mandates(resolution: Resolution, places: dict[str, int]) -> Iterator[Row]:
    asked: dict[str, list[Deliverable]] = {}
    for found in deliverables_of(resolution):
        asked.setdefault(found.mandate.id, []).append(found)
    for mandate in mandates_of(resolution):
        items = asked.get(mandate.id, [])
        item = items[0] if items else None
        yield {
            "mandate": mandate.id,
            "place": places[mandate.paragraph],
            "paragraph": mandate.paragraph,
            "kind": mandate.kind,
            "force": mandate.force,
            "verb": mandate.verb.text,
            "addressee": mandate.addressee.text if mandate.addressee else None,
            "addressee_key": mandate.addressee.value if mandate.addressee else None,
            "asks": " ".join(dict.fromkeys(i.kind for i in items)) or None,
            "action": mandate.action.text if mandate.action else None,
            "report_to": _texts(mandate.report_to),
            "report_to_key": _values(mandate.report_to),
            "due": item.due if item else None,
            "dues": " ".join(item.dues) or None if item else None,
            "due_words": (item.due_words if item else None) or _texts(mandate.deadlines),
            "every_days": item.every_days if item else 0,
            "every_months": item.every_months if item else 0,
            "until": _until(mandate),
            "duration": mandate.duration.text if mandate.duration else None,
            "review": mandate.review.text if mandate.review else None,
            "resources": _texts(mandate.resources),
            "text": mandate.text,
            "norm": norm_of(mandate.text, resolution.language),
        }


def _until(mandate: Mandate) -> str | None:
    """The day on which the term that a mandate sets ends."""
    slots = (*([mandate.duration] if mandate.duration else []), *mandate.deadlines)
    days = [str(s.states) for s in slots if isinstance(s.states, Date) and s.states.is_day]
    return max(days) if days and mandate.duration else None


def _texts(slots: Sequence[Slot]) -> str | None:
    return "; ".join(s.text for s in slots) or None


def _values(slots: Sequence[Slot]) -> str | None:
    return " ".join(dict.fromkeys(s.value for s in slots)) or None
