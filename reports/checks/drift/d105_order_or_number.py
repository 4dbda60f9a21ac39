"""D105."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpora.model import Kind, Resolution
from reports.checks.base import VersionCheck
from reports.checks.support.voting import has_majority, outlier_counts
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts


class OrderOrNumber(VersionCheck):
    """A paragraph carries another number than its counterparts, or a version's numbering has a gap or a repeat."""

    code = "D105"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "design/numbering"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """Numbers that differ in a row, then faults of each version's own numbering."""
        for row in versions.rows:
            if row.kind is Kind.OPERATIVE:
                yield from self._of_row(row)
            yield from self._joined(row)
        for document in versions.documents:
            yield from self._of_document(document)

    def _of_row(self, row: VersionRow) -> Iterator[Finding]:
        numbers = {
            code: (cell.first.number or "", cell.first.id)
            for code, cell in row.cells.items()
            if len(cell.paragraphs) == 1 and cell.first.number
        }
        usual, count = Counter(pid for _, pid in numbers.values()).most_common(1)[0] if numbers else ("", 0)
        if not has_majority(count, len(numbers)):
            return
        reference = next((c for c, (_, pid) in numbers.items() if pid == usual), None)
        for code, (number, pid) in numbers.items():
            if reference is None or pid == usual:
                continue
            others = tuple(c for c, (_, other) in numbers.items() if other == usual)
            facts: Facts = {"number": number, "outlier": code, "usual": numbers[reference][0], "others": others}
            source, target = row.cells[reference], row.cells[code]
            yield Finding(
                self.code,
                self.severity,
                place_of(source.resolution, source.first),
                place_of(target.resolution, target.first),
                "D105.number",
                facts,
            )

    def _joined(self, row: VersionRow) -> Iterator[Finding]:
        """A version whose paragraph stands for two of the others, or the other way round."""
        counts = {code: sum(p.kind.is_main for p in cell.paragraphs) for code, cell in row.cells.items()}
        if not all(counts.values()):
            return
        for outlier in outlier_counts(counts, fewest=len(counts) // 2 + 1):
            here, there = (
                ", ".join(p.id for p in row.cells[c].paragraphs if p.kind.is_main)
                for c in (outlier.code, outlier.reference)
            )
            facts: Facts = {"there": there, "others": outlier.others, "here": here, "outlier": outlier.code}
            source, target = row.cells[outlier.reference], row.cells[outlier.code]
            last = [p for p in source.paragraphs if p.kind.is_main][-1]
            yield Finding(
                self.code,
                self.severity,
                place_of(source.resolution, last),
                place_of(target.resolution, target.first),
                "D105.joined",
                facts,
            )

    def _of_document(self, document: Resolution) -> Iterator[Finding]:
        for fault in document.faults:
            message = "D105.repeat" if fault.is_repeat else "D105.gap"
            facts: Facts = {"number": fault.before, "next": fault.after, "language": document.language}
            place = place_of(document, document.paragraph(fault.paragraph))
            yield Finding(self.code, self.severity, place, None, message, facts)


CHECK = OrderOrNumber()
