"""L103."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.languages import Language, language
from corpora.model import Anchor, Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import fold_plain
from corpora.text.symbols import years_of
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class SymbolAndDate(DocumentCheck):
    """A cited symbol and the date given with it disagree, with each other or with the library.

    What: the year in the symbol (1373 (2001), 2002/19) or the session's years (56/123: September 2001 to September 2002)
    must hold the date that follows the citation closely. With ``--library``, the day must be the one known there.
    Why: the date is how readers check that the right resolution is cited; one of the two is a slip.
    Example: "résolution 56/123 du 19 décembre 2002" (56/123 was adopted in 2001).
    """

    code = "L103"
    default = True
    severity = Severity.MAJOR
    category = "accuracy/date"
    title = {"fr": "Cote et date incompatibles", "en": "Symbol and date that disagree"}

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each citation whose date cannot be."""
        own = language(document.language)
        for paragraph in document.all_paragraphs():
            dates = [a for a in paragraph.anchors if a.kind == "date" and re.match(r"\d{4}-", a.value)]
            for citation in (a for a in paragraph.anchors if a.kind == "citation"):
                date = _own_date(paragraph.text, citation, dates, own)
                if date is None:
                    continue
                known = adopted.date_of(citation.value)
                years = years_of(citation.value)
                if known and len(date.value) == 10 and known != date.value:
                    said = {
                        "fr": f"{citation.value} date du {known} (bibliothèque), non du {date.value}.",
                        "en": f"{citation.value} is of {known} (library), not of {date.value}.",
                    }
                elif not known and years and not years[0] <= int(date.value[:4]) <= years[1]:
                    span = str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
                    said = {
                        "fr": f"{citation.value} est de {span}, la date donnée de {date.value[:4]}.",
                        "en": f"{citation.value} is of {span}, the date given of {date.value[:4]}.",
                    }
                else:
                    continue
                yield finding_in(
                    self,
                    document,
                    paragraph,
                    Span(min(citation.span.start, date.span.start), max(citation.span.end, date.span.end)),
                    said,
                )


def _own_date(text: str, citation: Anchor, dates: Sequence[Anchor], language: Language) -> Anchor | None:
    """The date that a citation is given: right after it ("… 56/1 du 12 septembre 2001"), in Chinese right before it."""
    dated = language.citations.dated
    before = rf"\s?(?:{re.escape(language.sessions.ordinal_sign)})?\s?"
    for date in dates:
        if dated:
            between = fold_plain(text[citation.span.end : date.span.start])
            if date.span.start >= citation.span.end and dated.fullmatch(between):
                return date
        elif date.span.end <= citation.span.start and re.fullmatch(before, text[date.span.end : citation.span.start]):
            return date
    return None


CHECK = SymbolAndDate()
