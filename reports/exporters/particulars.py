"""The line below the title of a report: when and how the text was adopted, in which session, under which agenda item."""

from __future__ import annotations

from corpora.languages import available
from corpora.model import Resolution
from corpora.structure.adoption import UNANIMOUS, WITHOUT_VOTE, Adoption, adoption_of
from reports.messages.catalogue import interface_languages, say


def particulars_line(resolution: Resolution, ui: str) -> str:
    """What the cover and the closing formula say, in the language of the interface; "" where they say nothing."""
    stated, adoption = resolution.particulars, adoption_of(resolution)
    parts = []
    if stated.date:
        day = say("particulars.adopted" if adoption.date else "particulars.issued", ui, date=str(stated.date))
        parts.append(say("particulars.in_doubt", ui, day=day) if stated.date_in_doubt else day)
    parts += [_manner(adoption, ui), stated.session]
    if stated.agenda_item:
        parts.append(say("particulars.agenda_item", ui, item=stated.agenda_item))
    if stated.original in available():
        parts.append(say("particulars.original", ui, original=stated.original))
    elif stated.original:
        parts.append(say("particulars.original_named", ui, original=stated.original))
    return " · ".join(part for part in parts if part)


def particulars_lines(resolution: Resolution) -> dict[str, str]:
    """The same in each language of the interface; none where there is nothing to say."""
    lines = {ui: particulars_line(resolution, ui) for ui in interface_languages()}
    return lines if any(lines.values()) else {}


def _manner(adoption: Adoption, ui: str) -> str:
    if adoption.manner == UNANIMOUS:
        return say("particulars.unanimous", ui)
    if adoption.manner == WITHOUT_VOTE:
        return say("particulars.without_vote", ui)
    counts = (adoption.favour, adoption.against, adoption.abstaining)
    if all(count is None for count in counts):
        return ""
    favour, against, abstaining = (count or 0 for count in counts)
    return say("particulars.vote", ui, favour=favour, against=against, abstaining=abstaining)
