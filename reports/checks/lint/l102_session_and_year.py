"""L102."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Anchor, Paragraph, Resolution, Span, stating
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind, Date, Number, Session
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Facts


class SessionAndYear(DocumentCheck):
    """A session of the General Assembly and the year given with it cannot agree."""

    code = "L102"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/date"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each session with a year that it cannot have."""
        special = language_of(document).sessions.special
        for paragraph in document.all_paragraphs():
            if paragraph.kind.states_adoption:
                continue
            for session, value in stating(paragraph.anchors, Session):
                around = paragraph.text[max(0, session.span.start - _NEAR) : session.span.end + _NEAR]
                year = _year_near(paragraph, session)
                opens = 1945 + value.number
                if year is None or value.number < _FIRST or opens > _LAST or opens <= year[0] <= opens + 1:
                    continue
                if not _of_the_assembly(document, paragraph, session) or special.search(fold_plain(around)):
                    continue
                facts: Facts = {"session": str(value), "opens": opens, "year": year[0]}
                span = Span(session.span.start, year[1])
                yield finding_in(self, document, paragraph, span, "L102.one", facts, confidence=0.7)


_NEAR = 45
"""Characters between a session and its year."""
_LONGEST = 200
"""Characters of a date or figure that ends right before a session: further back none can begin."""
_OWNER = 45
"""Characters between a session and the body whose it is."""
_BEFORE, _DENSER = 8, 3
"""Characters by which a Chinese year stands before its session; and by how much Chinese is denser."""
_QUOTES = frozenset('«“”»"')
_FIRST = 10
"""Sessions before this are those of younger bodies, or meetings that are counted ("one meeting")."""
_POSSESSIVE = 10
"""Characters between an opening verb and its object: room for a possessive, or for a year in Chinese."""
_LAST = 2100
"""The year up to which a number is taken for one."""


def _year_near(paragraph: Paragraph, session: Anchor) -> tuple[int, int] | None:
    """The year of the date or figure that belongs to a session, and where both end; None where there is none.

    It follows closely, or stands right before in a language that has no spaces ("2015年举行的第六十五届会议").
    """
    spaced = any(char.isspace() for char in paragraph.text[:_NEAR])
    starts = [a.span.start for a in paragraph.anchors]
    first = bisect_left(starts, session.span.start - _LONGEST)
    last = bisect_right(starts, session.span.end + _NEAR)
    for anchor in paragraph.anchors[first:last]:
        value = anchor.value
        year = value.year if isinstance(value, Date) else value.whole if isinstance(value, Number) else None
        between = paragraph.text[session.span.end : max(session.span.end, anchor.span.start)]
        follows = 0 < len(between) <= (_NEAR if spaced else _NEAR // _DENSER) and not _QUOTES & set(between)
        precedes = not spaced and 0 < session.span.start - anchor.span.end <= _BEFORE
        if (follows or precedes) and year is not None and 1945 < year < _LAST:
            return year, max(anchor.span.end, session.span.end)
    return None


def _of_the_assembly(document: Resolution, paragraph: Paragraph, session: Anchor) -> bool:
    """Whether the name that stands nearest to a session is the Assembly's, or the Assembly opens with it ("Recalling its …")."""
    names = (a for a in paragraph.anchors if a.kind is AnchorKind.NAME)
    near = [(_gap(a, session), a.form) for a in names if _gap(a, session) <= _OWNER]
    if near:
        return min(near)[1] == "general_assembly"
    verb = paragraph.verb
    return document.organ == "GA" and verb is not None and session.span.start - verb.span.end <= _POSSESSIVE


def _gap(a: Anchor, b: Anchor) -> int:
    """Characters between two anchors, 0 where they touch."""
    return max(a.span.start - b.span.end, b.span.start - a.span.end, 0)


CHECK = SessionAndYear()
