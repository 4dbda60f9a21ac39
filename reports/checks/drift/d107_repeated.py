"""D107."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from corpora.languages import language
from corpora.model import Paragraph, Resolution
from corpora.text.folding import fold_plain
from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.checks.support.severity import by_effect
from reports.checks.support.voting import comparable
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of

_SENTENCES = "D107.one", "D107.groups"
_SHORTEST = 40
"""Characters from which a paragraph that stands twice is the same one printed twice, not a short formula that comes again."""
_SHORTEST_UNSPACED = 12
"""The same where a character is about a word."""


class PrintedTwice(VersionCheck):
    """A paragraph stands more often in one version than in the others."""

    code = "D107"
    since = "0.4.0"
    severity = Severity.MAJOR
    category = "accuracy/addition"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that some versions repeat word for word and others do not."""
        standing = {d.language: _places_of_texts(d) for d in versions.documents}
        if not any(len(places) > 1 for texts in standing.values() for places in texts.values()):
            return
        for row in versions.rows:
            if row.kind.is_counted and comparable(row.cells):
                found = self._of_row(row, standing)
                if found is not None:
                    yield found

    def _of_row(self, row: VersionRow, standing: Mapping[str, Mapping[str, list[Paragraph]]]) -> Finding | None:
        same = {c: standing[c].get(fold_plain(cell.first.text), [cell.first]) for c, cell in row.cells.items()}
        if any(paragraphs[0] is not row.cells[c].first for c, paragraphs in same.items()):
            return None  # A repetition itself: the finding stands at the first one.
        counts = {c: len(paragraphs) for c, paragraphs in same.items()}
        if max(counts.values()) < 2:
            return None
        found = count_finding(self.code, by_effect(self.severity, row), row, counts, _SENTENCES, confidence=0.9)
        if found is None:
            return None
        code = max(counts, key=lambda c: (counts[c], found.target is not None and found.target.language == c))
        again = tuple(f"{c}:{p.id}" for c, paragraphs in same.items() for p in paragraphs[1:])
        place = place_of(row.cells[code].resolution, same[code][1])
        reference = next(c for c in row.cells if counts[c] != counts[code])
        source = place_of(row.cells[reference].resolution, row.cells[reference].first)
        return replace(found, source=source, target=place, facts={**found.facts, "again": again})


def _places_of_texts(document: Resolution) -> dict[str, list[Paragraph]]:
    """The paragraphs and items of a document by their words; short ones are left out."""
    found: dict[str, list[Paragraph]] = {}
    least = _SHORTEST if language(document.language).spaced else _SHORTEST_UNSPACED
    for paragraph in document.paragraphs:
        if paragraph.kind.is_counted and len(paragraph.text) >= least:
            found.setdefault(fold_plain(paragraph.text), []).append(paragraph)
    return found


CHECK = PrintedTwice()
