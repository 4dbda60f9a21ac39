"""D101."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.neighbours import divided_otherwise
from reports.comparison import VersionRow, Versions
from reports.finding import Finding, Severity, place_of
from reports.phrases import language_list, language_name

_COUNTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.TITLE)


class ParagraphMissing(VersionCheck):
    """A paragraph that the pivot and other versions have is missing in a version.

    What: no paragraph of the version was aligned with the paragraph. Where the version has a paragraph of its own right
    beside it, the text is likely divided otherwise, and the finding is minor.
    Why: versions are equally authentic; a paragraph left out is a mandate or a recital lost in that language.
    Example: fr "7. Prie le Secrétaire général de fournir régulièrement …", en has no paragraph 7.
    """

    code = "D101"
    severity = Severity.CRITICAL
    category = "accuracy/omission"
    title = {"fr": "Paragraphe manquant", "en": "Paragraph missing"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each version that lacks a paragraph which most versions have."""
        for i, row in enumerate(versions.rows):
            if row.kind not in _COUNTED or len(row.cells) < len(row.absent) or versions.pivot.language not in row.cells:
                continue
            for code in row.absent:
                yield self._finding(row, code, divided=divided_otherwise(versions.rows, i, code))

    def _finding(self, row: VersionRow, code: str, *, divided: bool) -> Finding:
        witness = next(iter(row.cells.values()))
        severity = self.severity if row.operative else self.severity.lower()
        if row.kind is Kind.TITLE or divided:
            severity = Severity.MINOR
        others = tuple(row.cells)
        messages = {
            "fr": f"Le paragraphe {witness.first.id} ({language_list(others, 'fr')}) n'a pas de pendant en {language_name(code, 'fr')}.",
            "en": f"Paragraph {witness.first.id} ({language_list(others, 'en')}) has no counterpart in {language_name(code, 'en')}.",
        }
        return Finding(self.code, severity, place_of(witness.resolution, witness.first), None, messages, 0.9)


CHECK = ParagraphMissing()
