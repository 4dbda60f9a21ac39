"""What the cover says of a document: session, agenda item, language of the original, date.

These stand in lines that are set aside, in the head of the first page or in the heads of all pages, and belong to no paragraph.
Forms: United Nations Editorial Manual, "Mastheads".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpora.annotation import dates
from corpora.annotation.scanner import Scan
from corpora.languages import Language, language
from corpora.model import Kind, Particulars, Resolution, stating
from corpora.structure.adoption import dated_line
from corpora.structure.doubtful_dates import in_doubt
from corpora.structure.mastheads import COVER_LANGUAGE, MASTHEAD
from corpora.text.folding import fold
from corpora.text.punctuation import LIST_COMMA, SPACED_COMMAS, SPACED_SEMICOLONS
from corpora.values import Date

AGENDA_TITLE = "title of the agenda item"
"""Why the words below "Agenda item 13" are set aside."""
_OF_COVERS = frozenset({MASTHEAD, "page header", "running head", "cover page", AGENDA_TITLE})
"""Reasons for which the lines of a cover are set aside, by the builder and the readers."""
_ISSUED = re.compile(r"distr\b|^\D{0,3}\d{1,4}\D")


def with_particulars(resolution: Resolution) -> Resolution:
    """The annotated resolution with what its cover says of it."""
    own = language(resolution.language)
    lines = list(_cover_lines(resolution))
    texts = [text for text, _ in lines]
    session = next((found for text in texts if (found := _session(text, own))), "")
    date, line = dated_line(resolution)
    if date is None:
        date, line = _issued(texts, own)
    symbol = resolution.symbol
    stated = Particulars(
        date=date,
        date_in_doubt=date is not None and in_doubt(date, line, symbol=symbol, session=session, language=own),
        session=session,
        agenda_item=next((found for text in texts if (found := _agenda_item(text, own))), ""),
        agenda_title=" ".join(text for text, reason in lines if reason == AGENDA_TITLE),
        original=next((found for text in texts if (found := _original(text, own))), ""),
    )
    return replace(resolution, particulars=stated)


def _cover_lines(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """Lines of the cover, with the reason for which each was set aside, then those of the head that state the symbol."""
    for aside in resolution.set_aside:
        if aside.reason in _OF_COVERS:
            yield " ".join(resolution.source[aside.span.start : aside.span.end].split()), aside.reason
    for paragraph in resolution.paragraphs:
        if paragraph.kind is Kind.SYMBOL:
            yield paragraph.text, ""


def _session(text: str, own: Language) -> str:
    folded = fold(text)
    whole = own.cover.session.fullmatch(folded.text.strip(" *|"))
    found = whole or own.cover.session.search(folded.text)
    if found is None or (whole is None and not any(c.isdecimal() for c in text)):
        return text.strip(" *|") if whole else ""
    span = folded.span(found.start(), found.end())
    return text.strip(" *|") if whole else text[span.start : span.end]


def _agenda_item(text: str, own: Language) -> str:
    folded = fold(text)
    found = own.cover.agenda.search(folded.text)
    if found is None:
        return ""
    span = folded.span(found.start("item"), found.end("item"))
    return text[span.start : span.end].strip(" *" + SPACED_COMMAS + SPACED_SEMICOLONS + LIST_COMMA)


def _original(text: str, own: Language) -> str:
    """The code of the language of the original, or its name as printed where no language data know it."""
    found = own.cover.original.search(fold(text).text)
    if found is None:
        return ""
    word = found.group("language")
    for names in (own.cover.languages, language(COVER_LANGUAGE).cover.languages):
        code = next((code for code, words in names.items() if word in words), None)
        if code:
            return code
    return word


def _issued(texts: list[str], own: Language) -> tuple[Date | None, str]:
    """The day of issue and the line that has it: all of a line, or behind "Distr.: General"; printed in English or this language."""
    for text in texts:
        for one in (own, language(COVER_LANGUAGE)):
            scan = Scan(text, one)
            dates.find(scan)
            found = [date for _, date in stating(scan.anchors, Date) if date.is_day]
            if len(found) == 1 and _ISSUED.search(scan.folded.text):
                return found[0], text
    return None, ""
