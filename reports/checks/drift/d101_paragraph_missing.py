"""D101."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpora.model import Kind
from corpora.structure.addresses import address_of
from reports.checks.base import VersionCheck
from reports.checks.support.row_context import RUN, Absence, absences, is_counted, presence_groups, severity_of
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts, Phrase


class ParagraphMissing(VersionCheck):
    """Versions lack a paragraph that as many or more have."""

    code = "D101"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/omission"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that some versions lack and as many have; for a long run of them, one for the run."""
        missing = [absence for absence in absences(versions) if absence.missing]
        for run in _runs(missing, versions):
            if len(run) >= RUN:
                yield self._of_run(run)
            else:
                yield from (self._finding(absence, versions) for absence in run)

    def _of_run(self, run: Sequence[Absence]) -> Finding:
        first, last = (next(iter(absence.row.cells.values())) for absence in (run[0], run[-1]))
        row = run[0].row
        facts: Facts = {
            "count": len(run),
            "first": address_of(first.resolution, first.first.id),
            "last": address_of(last.resolution, last.first.id),
            "others": run[0].having,
            "outlier": row.absent,
        }
        return Finding(
            code=self.code,
            severity=max(map(self._severity, run)),
            source=place_of(first.resolution, first.first),
            target=None,
            sentence="D101.run",
            facts=facts,
            confidence=0.9,
            groups=presence_groups(run[0], f"{first.first.id}–{last.first.id}"),
        )

    def _finding(self, absence: Absence, versions: Versions) -> Finding:
        reference = next(iter(absence.row.cells.values()))
        facts: Facts = {
            "paragraph": address_of(reference.resolution, reference.first.id),
            "others": absence.having,
            "outlier": absence.row.absent,
        }
        return Finding(
            code=self.code,
            severity=self._severity(absence),
            source=place_of(reference.resolution, reference.first),
            target=None,
            sentence="D101.one",
            facts=facts,
            confidence=0.9,
            notes=_jumps(absence, versions),
            groups=presence_groups(absence, reference.first.id),
        )

    def _severity(self, absence: Absence) -> Severity:
        return severity_of(self.severity, absence)


def _jumps(absence: Absence, versions: Versions) -> tuple[Phrase, ...]:
    """What the numbering says of a lost paragraph: versions without it that go on counting as if it were there lost it in the copy."""
    paragraph = next(iter(absence.row.cells.values())).first
    if paragraph.kind is not Kind.OPERATIVE or not (paragraph.number or "").isdecimal():
        return ()
    number = int(paragraph.number or 0)
    beside = [str(number - 1), str(number + 1)]
    codes = []
    for document in versions.documents:
        numbers = [p.number for p in document.paragraphs if p.kind is Kind.OPERATIVE and p.part is paragraph.part]
        if document.language in absence.row.absent and any(
            list(pair) == beside for pair in itertools.pairwise(numbers)
        ):
            codes.append(document.language)
    if not codes:
        return ()
    return (Phrase("D101.jump", {"outlier": tuple(codes), "before": number - 1, "behind": number + 1}),)


def _runs(missing: Sequence[Absence], versions: Versions) -> Iterator[list[Absence]]:
    """Absences of the same versions that follow each other, with no counted row between them that these have."""
    lines = {absence.index for absence in missing if absence.row.kind is Kind.CONTINUATION}
    counted = [i for i, row in enumerate(versions.rows) if is_counted(row) or i in lines]
    order = {index: place for place, index in enumerate(counted)}
    entries = enumerate(missing)
    for _, run in itertools.groupby(entries, key=lambda entry: (order[entry[1].index] - entry[0], entry[1].row.absent)):
        yield [absence for _, absence in run]


CHECK = ParagraphMissing()
