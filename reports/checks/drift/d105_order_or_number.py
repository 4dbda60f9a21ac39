"""D105."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind, Resolution
from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.checks.support.values import group_phrases
from reports.checks.support.voting import counted_out, divided_by
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Group, Severity, place_of
from reports.messages.phrases import Facts

_JOINED = "D105.joined", "D105.joined_groups"


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
        single = {c: cell.first for c, cell in row.cells.items() if len(cell.paragraphs) == 1 and cell.first.number}
        division = divided_by({code: paragraph.id for code, paragraph in single.items()})
        if division is None:
            return
        outlier, others = division.shown()
        reference = others[0]
        groups = tuple(Group(codes, single[codes[0]].number or "") for codes in division.groups)
        facts: Facts = {
            "number": single[outlier].number or "",
            "outlier": division.groups[-1],
            "usual": single[reference].number or "",
            "others": others,
            "groups": group_phrases(groups),
        }
        yield Finding(
            self.code,
            self.severity,
            place_of(row.cells[reference].resolution, single[reference]),
            place_of(row.cells[outlier].resolution, single[outlier]),
            "D105.number" if len(groups) == 2 else "D105.number_groups",
            facts,
            groups=groups if counted_out(single) else (),
        )

    def _joined(self, row: VersionRow) -> Iterator[Finding]:
        """A version whose paragraph stands for two of the others, or the other way round."""
        main = {code: [p for p in cell.paragraphs if p.kind.is_main] for code, cell in row.cells.items()}
        counts = {code: len(paragraphs) for code, paragraphs in main.items() if paragraphs}
        said = {code: ", ".join(p.id for p in main[code]) for code in counts}
        last = {code: main[code][-1] for code in counts}
        found = count_finding(self.code, self.severity, row, counts, _JOINED, said=said, at=last, confidence=1.0)
        if found is not None:
            yield found

    def _of_document(self, document: Resolution) -> Iterator[Finding]:
        for fault in document.faults:
            message = "D105.repeat" if fault.is_repeat else "D105.gap"
            facts: Facts = {"number": fault.before, "next": fault.after, "language": document.language}
            place = place_of(document, document.paragraph(fault.paragraph))
            yield Finding(self.code, self.severity, place, None, message, facts)


CHECK = OrderOrNumber()
