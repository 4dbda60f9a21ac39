"""D403."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language
from corpora.model import Paragraph, Span
from corpora.resources.glossary import Term, find_term
from reports.checks.base import VersionCheck
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_name, quoted


class GlossaryTermNotUsed(VersionCheck):
    """A term of the user's glossary is rendered otherwise than the glossary says.

    What: where an admitted term of the pivot stands in a paragraph, one of the admitted terms of the other language must
    stand in the same row; a term marked as not to be used is reported where it stands. Words are compared by their stems,
    so that plurals, cases and clitics are found. Glossaries are TBX or CSV files named in hexapla.toml.
    Why: one concept, one term: readers take another term for another thing.
    Example: glossary "office" = "bureau"; fr "bureau régional", en "regional bureau".
    """

    code = "D403"
    severity = Severity.MINOR
    category = "terminology/inconsistent with terminology resource"
    title = {"fr": "Terme du glossaire non employé", "en": "Glossary term not used"}

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
            said = source[0].text[source[1].start : source[1].end]
            messages = {
                ui: f"{quoted(said, ui)}: {'attendu en' if ui == 'fr' else 'expected in'} {language_name(code, ui)} "
                f"{quoted(' / '.join(wanted), ui)}."
                for ui in ("fr", "en")
            }
            there = place_of(cell.resolution, cell.first)
            yield Finding(
                self.code, self.severity, place_of(row.cells[pivot].resolution, *source), there, messages, 0.8
            )

    def _deprecated(self, row: VersionRow, term: Term) -> Iterator[Finding]:
        for code, cell in row.cells.items():
            found = _first(cell, term.deprecated.get(code, ()))
            if found is None:
                continue
            said = found[0].text[found[1].start : found[1].end]
            better = " / ".join(term.admitted.get(code, ())) or "–"
            messages = {
                "fr": f"{quoted(said, 'fr')} n'est pas à employer\u00a0: {quoted(better, 'fr')}.",
                "en": f"{quoted(said, 'en')} is not to be used: {quoted(better, 'en')}.",
            }
            yield Finding(self.code, self.severity, None, place_of(cell.resolution, *found), messages, 0.95)


def _first(cell: Cell, terms: tuple[str, ...]) -> tuple[Paragraph, Span] | None:
    for paragraph in cell.paragraphs:
        for term in terms:
            found = find_term(term, paragraph.text, language(cell.resolution.language))
            if found:
                return paragraph, found[0]
    return None


CHECK = GlossaryTermNotUsed()
