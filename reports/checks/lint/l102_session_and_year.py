"""L102."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.library import Library
from corpora.model import Resolution, Span
from reports.checks.alone import finding_in
from reports.checks.base import DocumentCheck
from reports.finding import Finding, Severity


class SessionAndYear(DocumentCheck):
    """A session of the General Assembly and the year given with it cannot agree.

    What: the Assembly's session n opens in September of 1945 + n and closes a year later (rule 1 of its rules of
    procedure); a year or date that follows the session closely must lie in 1945 + n or 1946 + n.
    Why: one of the two is wrong, and with it a deadline.
    Example: "sa cinquante-septième session, en 2005".
    """

    code = "L102"
    default = True
    severity = Severity.MAJOR
    category = "accuracy/date"
    title = {"fr": "Session et année incompatibles", "en": "Session and year that cannot agree"}

    def run(self, document: Resolution, library: Library) -> Iterator[Finding]:
        """One finding for each session with a year that it cannot have."""
        for paragraph in document.everything():
            sessions = [a for a in paragraph.anchors if a.kind == "session"]
            for session in sessions:
                near = [
                    a
                    for a in paragraph.anchors
                    if a.kind in ("date", "number") and 0 < a.span.start - session.span.end <= _NEAR
                ]
                owner = (
                    any(
                        a.kind == "name"
                        and a.value == "general_assembly"
                        and abs(a.span.start - session.span.start) <= _OWNER
                        for a in paragraph.anchors
                    )
                    or document.organ == "GA"
                )
                years = [y for a in near if (y := _year(a.kind, a.value))]
                n = int(session.value)
                if not owner or not years or n > 150 or 1945 + n <= years[0] <= 1946 + n:
                    continue
                other = [a for a in paragraph.anchors if a.kind == "name" and a.value != "general_assembly"]
                if any(abs(a.span.start - session.span.start) <= _OWNER for a in other):
                    continue
                yield finding_in(
                    self,
                    document,
                    paragraph,
                    Span(session.span.start, near[0].span.end),
                    {
                        "fr": f"La session {n} de l'Assemblée générale s'ouvre en {1945 + n}, non en {years[0]}.",
                        "en": f"Session {n} of the General Assembly opens in {1945 + n}, not in {years[0]}.",
                    },
                    confidence=0.7,
                )


_NEAR = 20
_OWNER = 60


def _year(kind: str, value: str) -> int:
    """The year of a date or a figure, 0 where it is none."""
    text = value[:4] if kind == "date" else value
    return int(text) if text.isdecimal() and len(text) == 4 and 1945 < int(text) < 2100 else 0


CHECK = SessionAndYear()
