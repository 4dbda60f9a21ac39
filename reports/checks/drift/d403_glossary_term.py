"""D403."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Paragraph, Span
from corpora.resources.glossary import Term, find_term
from reports.checks.base import VersionCheck
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of


class GlossaryTermNotUsed(VersionCheck):
    """A term of the user's glossary is rendered otherwise than the glossary says."""

    code = "D403"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "terminology/inconsistent with terminology resource"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row, language and term."""
        terms = versions.settings.terms
        pivot = versions.pivot.language
        if not terms:
            return
        for row in versions.rows:
            if not row.checked:
                continue
            for term in terms:
                yield from self._deprecated(row, term)
                if pivot in row.cells and pivot in term.admitted:
                    yield from self._missing(row, term, pivot)

    def _missing(self, row: VersionRow, term: Term, pivot: str) -> Iterator[Finding]:
        source = _first(row.cells[pivot], term.admitted[pivot])
        if source is None:
            return
        for code, cell in row.cells.items():
            wanted = term.admitted.get(code, ())
            if code == pivot or not wanted or _first(cell, wanted) is not None:
                continue
            wrong = _first(cell, term.deprecated.get(code, ()))
            if wrong is not None:
                continue
            words = source[0].text[source[1].start : source[1].end]
            facts = {"said": words, "language": code, "wanted": " / ".join(wanted)}
            places = place_of(row.cells[pivot].resolution, *source), place_of(cell.resolution, cell.first)
            yield Finding(self.code, self.severity, *places, "D403.missing", facts, 0.8)

    def _deprecated(self, row: VersionRow, term: Term) -> Iterator[Finding]:
        for code, cell in row.cells.items():
            found = _first(cell, term.deprecated.get(code, ()))
            if found is None:
                continue
            words = found[0].text[found[1].start : found[1].end]
            better = " / ".join(term.admitted.get(code, ())) or "–"
            place, facts = place_of(cell.resolution, *found), {"said": words, "wanted": better}
            yield Finding(
                code=self.code,
                severity=self.severity,
                source=None,
                target=place,
                sentence="D403.deprecated",
                facts=facts,
                confidence=0.95,
            )


def _first(cell: Cell, terms: tuple[str, ...]) -> tuple[Paragraph, Span] | None:
    for paragraph in cell.paragraphs:
        for term in terms:
            found = find_term(term, paragraph.text, cell.language)
            if found:
                return paragraph, found[0]
    return None


CHECK = GlossaryTermNotUsed()
