"""L103."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.languages import Language, language_of
from corpora.model import Anchor, Resolution, Span, stating
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import fold_plain
from corpora.text.symbols import years_of
from corpora.values import Citation, Date
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Facts


class SymbolAndDate(DocumentCheck):
    """A cited symbol and the date given with it disagree, with each other or with the library."""

    code = "L103"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/date"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each citation whose date cannot be."""
        own = language_of(document)
        for paragraph in document.all_paragraphs():
            dates = [found for found in stating(paragraph.anchors, Date) if found[1].year is not None]
            for citation, cited in stating(paragraph.anchors, Citation):
                date, day = _own_date(paragraph.text, citation, dates, own) or (None, None)
                if date is None or day is None or day.year is None:
                    continue
                known = adopted.date_of(cited.symbol)
                years = years_of(cited.symbol)
                facts: Facts
                if known and day.is_day and known != day:
                    message, facts = "L103.library", {"known": str(known), "date": str(day)}
                elif not known and years and not years[0] <= day.year <= years[1]:
                    span = str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
                    message, facts = "L103.years", {"years": span, "year": day.year}
                else:
                    continue
                yield finding_in(
                    self,
                    document,
                    paragraph,
                    Span(min(citation.span.start, date.span.start), max(citation.span.end, date.span.end)),
                    message,
                    {"symbol": str(cited), **facts},
                )


def _own_date(
    text: str, citation: Anchor, dates: Sequence[tuple[Anchor, Date]], language: Language
) -> tuple[Anchor, Date] | None:
    """The date that a citation is given: right after it ("… 56/1 du 12 septembre 2001"), in Chinese right before it."""
    dated = language.citations.dated
    before = rf"\s?(?:{re.escape(language.sessions.ordinal_sign)})?\s?"
    for date, day in dates:
        if dated:
            between = fold_plain(text[citation.span.end : date.span.start])
            if date.span.start >= citation.span.end and dated.fullmatch(between):
                return date, day
        elif date.span.end <= citation.span.start and re.fullmatch(before, text[date.span.end : citation.span.start]):
            return date, day
    return None


CHECK = SymbolAndDate()
