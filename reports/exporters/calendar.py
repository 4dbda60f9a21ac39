"""Deliverables as iCalendar (RFC 5545): an all-day event for each that has a day, a to-do for each that has none."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Calendar, Event, Todo

from corpora.mandates.deliverables import Deliverable
from corpora.model import Resolution
from reports.messages.catalogue import word
from reports.messages.wording import shortened


def kind_name(sort: str, ui: str) -> str:
    """A sort of deliverable in the user's language."""
    return word("deliverable", sort, ui)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is asked for: its sort, where, of whom, when it is due (ISO 8601) and how the text says that."""

    kind: str
    symbol: str
    mandate: str
    text: str
    addressee: str | None
    due: str | None
    due_words: str | None
    every_days: int = 0
    every_months: int = 0


def calendar_of(resolution: Resolution, deliverables: tuple[Deliverable, ...], ui: str) -> bytes:
    """The calendar. Times of creation are the day of adoption, so that the same text gives the same file."""
    found = (
        Due(
            kind=item.kind,
            symbol=resolution.label,
            mandate=item.mandate.id,
            text=item.mandate.text,
            addressee=item.addressee,
            due=due,
            due_words=item.due_words,
            every_days=item.every_days,
            every_months=item.every_months,
        )
        for item in deliverables
        for due in item.dues or (None,)
    )
    return calendar_of_dues(found, ui)


def calendar_of_dues(dues: Iterable[Due], ui: str) -> bytes:
    """The calendar of what is asked for in any number of resolutions."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hexapla//deliverables//EN")
    calendar.add("version", "2.0")
    for item in dues:
        entry = Event() if item.due else Todo()
        who = f" ({shortened(item.addressee, 60)})" if item.addressee else ""
        entry.add("summary", f"{kind_name(item.kind, ui)}{who}: {item.symbol}, {item.mandate}")
        when = f"{item.due_words}\n" if item.due_words else ""
        entry.add("description", f"{when}{item.text}")
        key = f"{item.symbol}|{item.mandate}|{item.kind}|{item.due}"
        entry.add("uid", hashlib.sha256(key.encode()).hexdigest()[:24] + "@hexapla")
        entry.add("dtstamp", datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))
        if item.due:
            entry.add("dtstart", datetime.date.fromisoformat(item.due))
            if item.every_days:
                entry.add("rrule", {"freq": "daily", "interval": item.every_days})
            elif item.every_months:
                entry.add("rrule", {"freq": "monthly", "interval": item.every_months})
        calendar.add_component(entry)
    data: bytes = calendar.to_ical()
    return data
