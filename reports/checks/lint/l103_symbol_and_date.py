"""L103."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.languages import language
from corpora.model import Anchor, Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import fold_pattern, fold_plain
from corpora.text.symbols import years_of
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class SymbolAndDate(DocumentCheck):
    """A cited symbol and the date given with it disagree, with each other or with the library."""

    code = "L103"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/date"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each citation whose date cannot be."""
        for paragraph in document.all_paragraphs():
            dates = [a for a in paragraph.anchors if a.kind == "date" and re.match(r"\d{4}-", a.value)]
            for citation in (a for a in paragraph.anchors if a.kind == "citation"):
                date = _own_date(paragraph.text, citation, dates, document.language)
                if date is None:
                    continue
                known = adopted.date_of(citation.value)
                years = years_of(citation.value)
                if known and len(date.value) == 10 and known != date.value:
                    message, facts = "L103.library", {"known": known, "date": date.value}
                elif not known and years and not years[0] <= int(date.value[:4]) <= years[1]:
                    span = str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
                    message, facts = "L103.years", {"years": span, "year": date.value[:4]}
                else:
                    continue
                yield finding_in(
                    self,
                    document,
                    paragraph,
                    Span(min(citation.span.start, date.span.start), max(citation.span.end, date.span.end)),
                    message,
                    {"symbol": citation.value, **facts},
                )


_BEFORE = re.compile(r"\s?第?\s?")


def _own_date(text: str, citation: Anchor, dates: Sequence[Anchor], code: str) -> Anchor | None:
    """The date that a citation is given: right after it ("… 56/1 du 12 septembre 2001"), in Chinese right before it."""
    dated = language(code).section("citations")["dated"]
    for date in dates:
        if dated:
            between = fold_plain(text[citation.span.end : date.span.start])
            if date.span.start >= citation.span.end and re.fullmatch(fold_pattern(dated), between):
                return date
        elif date.span.end <= citation.span.start and _BEFORE.fullmatch(text[date.span.end : citation.span.start]):
            return date
    return None


CHECK = SymbolAndDate()
