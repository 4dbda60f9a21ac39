"""D102."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.row_context import lacks, lacks_beside
from reports.checks.support.severity import by_effect
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_list


class ParagraphAdded(VersionCheck):
    """A version has a paragraph that most other versions do not have.

    What: the paragraph was aligned with no paragraph of the pivot, or with none but the pivot's. Where the version lacks a
    paragraph right beside it, the text is likely divided otherwise, and the finding is minor.
    Why: a paragraph in one language alone binds readers of that language only, or was carried over by mistake.
    Example: en "11. Encourages Member States …", fr ends with paragraph 10.
    """

    code = "D102"
    severity = Severity.CRITICAL
    category = "accuracy/addition"
    title = {"fr": "Paragraphe ajouté", "en": "Paragraph added"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that fewer versions have than lack it."""
        pivot = versions.pivot.language
        for i, row in enumerate(versions.rows):
            if not row.kind.is_counted or not row.absent or any(lacks(row, code, pivot) for code in row.absent):
                continue
            cell = next(iter(row.cells.values()))
            severity = by_effect(self.severity, row)
            if all(lacks_beside(versions.rows, i, code) for code in row.cells):
                severity = Severity.MINOR
            messages = {
                "fr": f"Paragraphe présent en {language_list(tuple(row.cells), 'fr')} seulement.",
                "en": f"Paragraph that stands in {language_list(tuple(row.cells), 'en')} only.",
            }
            yield Finding(self.code, severity, None, place_of(cell.resolution, cell.first), messages, 0.9)


CHECK = ParagraphAdded()
