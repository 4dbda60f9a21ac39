"""D101."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.support.row_context import divided_otherwise, lacks
from reports.checks.support.severity import by_effect
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_list, language_name

_RUN = 4
"""Paragraphs in a row from which it is a part of the text that is missing, and one finding says so."""


class ParagraphMissing(VersionCheck):
    """A paragraph that the pivot and other versions have is missing in a version.

    What: no paragraph of the version was aligned with the paragraph; four in a row or more are one finding. Where the version has a paragraph of its own right
    beside it, the text is likely divided otherwise, and the finding is minor.
    Why: versions are equally authentic; a paragraph left out is a mandate or a recital lost in that language.
    Example: fr "7. Prie le Secrétaire général de fournir régulièrement …", en has no paragraph 7.
    """

    code = "D101"
    severity = Severity.CRITICAL
    category = "accuracy/omission"
    title = {"fr": "Paragraphe manquant", "en": "Paragraph missing"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that a version lacks and most others have; for a long run of them, one for the run."""
        counted = [(i, row) for i, row in enumerate(versions.rows) if row.kind.is_counted or row.kind is Kind.TITLE]
        pivot = versions.pivot.language
        for document in versions.documents:
            code = document.language
            for lacking, run in itertools.groupby(counted, key=lambda entry: lacks(entry[1], code, pivot)):
                rows = list(run) if lacking else []
                if len(rows) >= _RUN:
                    yield self._of_run([row for _, row in rows], code)
                else:
                    for i, row in rows:
                        yield self._finding(row, code, divided=divided_otherwise(versions.rows, i, code))

    def _of_run(self, rows: Sequence[VersionRow], code: str) -> Finding:
        first, last = (next(iter(row.cells.values())) for row in (rows[0], rows[-1]))
        severity = self.severity if any(row.in_operative_part for row in rows) else self.severity.lower()
        others = tuple(rows[0].cells)
        names = f"{first.first.id}–{last.first.id}"
        messages = {
            "fr": f"Les {len(rows)} paragraphes {names} ({language_list(others, 'fr')}) n'ont pas de pendant en {language_name(code, 'fr')}.",
            "en": f"The {len(rows)} paragraphs {names} ({language_list(others, 'en')}) have no counterpart in {language_name(code, 'en')}.",
        }
        return Finding(self.code, severity, place_of(first.resolution, first.first), None, messages, 0.9)

    def _finding(self, row: VersionRow, code: str, *, divided: bool) -> Finding:
        reference = next(iter(row.cells.values()))
        severity = by_effect(self.severity, row)
        if row.kind is Kind.TITLE or divided:
            severity = Severity.MINOR
        others = tuple(row.cells)
        messages = {
            "fr": f"Le paragraphe {reference.first.id} ({language_list(others, 'fr')}) n'a pas de pendant en {language_name(code, 'fr')}.",
            "en": f"Paragraph {reference.first.id} ({language_list(others, 'en')}) has no counterpart in {language_name(code, 'en')}.",
        }
        return Finding(self.code, severity, place_of(reference.resolution, reference.first), None, messages, 0.9)


CHECK = ParagraphMissing()
