"""D205."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.counts import odd_counts
from reports.comparison import Cell, VersionRow, Versions
from reports.finding import Finding, Severity, place_of
from reports.phrases import language_list, language_name


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
        for odd in odd_counts(counts):
            messages = {
                "fr": f"{odd.count} appel(s) de note en {language_name(odd.code, 'fr')}, {odd.usual} en {language_list(odd.others, 'fr')}.",
                "en": f"{odd.count} footnote mark(s) in {language_name(odd.code, 'en')}, {odd.usual} in {language_list(odd.others, 'en')}.",
            }
            source, target = row.cells[odd.witness], row.cells[odd.code]
            places = place_of(source.resolution, source.first), place_of(target.resolution, target.first)
            yield Finding(self.code, self.severity, *places, messages, 0.8)


def _tied(cell: Cell) -> int:
    """Marks of a cell that lead to a footnote of its document."""
    notes = {note.mark for note in cell.resolution.footnotes}
    return sum(mark.mark in notes for mark in cell.marks)


CHECK = FootnoteMarkDiffers()
