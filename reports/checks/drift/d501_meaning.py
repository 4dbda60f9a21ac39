"""D501."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from align.encoders import default_encoder, vectors_alone
from align.encoders.span_vectors import Floats
from align.statistics.meaning_thresholds import least_cosine
from corpora.structure.addresses import address_of
from reports.checks.base import VersionCheck
from reports.checks.support.lexical_evidence import renders
from reports.checks.support.voting import comparable, outliers, several_against
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

_SHORTEST = 40
"""Characters; less has too few words for a vector to mean anything."""


class MeaningDiffers(VersionCheck):
    """A paragraph says something else than its counterpart, though figures, dates and symbols agree."""

    code = "D501"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version lies far from all others."""
        rows = [row for row in versions.rows if row.kind.is_counted and comparable(row.cells)]
        vectors: dict[tuple[str, int], Floats] = {}
        for document in versions.documents:
            code = document.language
            here = [i for i, row in enumerate(rows) if code in row.cells]
            texts = [rows[i].cells[code].text for i in here]
            found = vectors_alone(texts)
            vectors.update({(code, i): found[k] for k, i in enumerate(here)})
        for i, row in enumerate(rows):
            yield from row.kept(self, partial(self._found, row, {code: vectors[code, i] for code in row.cells}))

    def _found(self, row: VersionRow, vectors: dict[str, Floats]) -> tuple[Finding, ...]:
        return tuple(self._of_row(row, vectors))

    def _of_row(self, row: VersionRow, vectors: dict[str, Floats]) -> Iterator[Finding]:
        codes = list(row.cells)
        if min(c.length * c.language.writing.letters_per_character for c in row.cells.values()) < _SHORTEST:
            return
        signature = default_encoder().signature
        far = {
            (a, b): float(vectors[a] @ vectors[b])
            < least_cosine(row.cells[a].language, row.cells[b].language, row.cells[a].length, signature)
            for a in codes
            for b in codes
            if a != b
        }
        for found in outliers(codes, lambda one, other: far[other, one]):
            # Words that render each other say the same, however far the vectors lie.
            if not any(renders(row, c, found.code) for c in found.others):
                yield self._finding(row, found.code, found.others)

    def _finding(self, row: VersionRow, code: str, others: tuple[str, ...]) -> Finding:
        where = address_of(row.cells[code].resolution, row.cells[code].first.id)
        facts: Facts = {"paragraph": where, "outlier": code, "others": others}
        source, target = row.cells[others[0]], row.cells[code]
        severity = self.severity if row.in_operative_part else Severity.MINOR
        places = place_of(source.resolution, source.first), place_of(target.resolution, target.first)
        confidence = 0.8 if several_against(others) else 0.6
        return Finding(self.code, severity, *places, "D501.one", facts, confidence)


CHECK = MeaningDiffers()
