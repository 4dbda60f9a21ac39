"""D205."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.voting import outlier_counts
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_list, language_name


class FootnoteMarkDiffers(VersionCheck):
    """A paragraph carries more or fewer footnote marks than its counterparts.

    What: counts the marks of aligned paragraphs that lead to a footnote, in versions that have footnotes.
    Why: a mark that is lost or stands in another paragraph gives the wrong paragraph its source.
    Example: fr "… les activités du Centre<sup>81</sup>;", en without the mark.
    """

    code = "D205"
    severity = Severity.MINOR
    category = "accuracy/reference"
    title = {"fr": "Appel de note", "en": "Footnote mark"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each version whose count differs from that of the others."""
        with_notes = {d.language for d in versions.documents if d.footnotes}
        for row in versions.rows:
            counts = {code: _tied(cell) for code, cell in row.cells.items() if code in with_notes}
            if row.checked:
                yield from self._of_row(row, counts)

    def _of_row(self, row: VersionRow, counts: dict[str, int]) -> Iterator[Finding]:
        for outlier in outlier_counts(counts):
            messages = {
                "fr": f"{outlier.count} appel(s) de note en {language_name(outlier.code, 'fr')}, {outlier.usual} en {language_list(outlier.others, 'fr')}.",
                "en": f"{outlier.count} footnote mark(s) in {language_name(outlier.code, 'en')}, {outlier.usual} in {language_list(outlier.others, 'en')}.",
            }
            source, target = row.cells[outlier.reference], row.cells[outlier.code]
            places = place_of(source.resolution, source.first), place_of(target.resolution, target.first)
            yield Finding(self.code, self.severity, *places, messages, 0.8)


def _tied(cell: Cell) -> int:
    """Marks of a cell that lead to a footnote of its document."""
    notes = {note.mark for note in cell.resolution.footnotes}
    return sum(mark.mark in notes for mark in cell.marks)


CHECK = FootnoteMarkDiffers()
