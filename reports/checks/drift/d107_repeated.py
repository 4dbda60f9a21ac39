"""D107."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz.distance import Indel

from corpora.languages import language_of
from corpora.model import Kind, Paragraph, Resolution
from corpora.text.folding import fold_plain
from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.checks.support.severity import by_effect
from reports.checks.support.voting import comparable
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Severity, place_of

_SENTENCES = "D107.one", "D107.groups"
_SHORTEST = 40
"""Characters from which a paragraph that stands twice is the same one printed twice, not a short formula that comes again."""
_SHORTEST_UNSPACED = 12
"""The same where a character is about a word."""
_NEARLY = 0.75
"""Share of two texts' characters that are the same, in order, from which one is the other with a word or two changed: chosen on the
budget resolution of 2020, whose fourteen parts open with the same formulas."""
_PRINTED_NUMBER = re.compile(r"\d{1,3}\s?[.)\-]\s?(?=[^\W\d])")
"""The number of a paragraph that stands in its text: the second print of one that was numbered."""


class PrintedTwice(VersionCheck):
    """A paragraph stands more often in one version than in the others."""

    code = "D107"
    since = "0.4.0"
    severity = Severity.MAJOR
    category = "accuracy/addition"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that some versions repeat and others do not."""
        standing = {d.language: _places_of_texts(d) for d in versions.documents}
        if not any(len(places) > 1 for texts in standing.values() for places in texts.values()):
            return
        rows_of = {
            (code, paragraph.id): row
            for row in versions.rows
            for code, cell in row.cells.items()
            for paragraph in cell.paragraphs
        }
        for row in versions.rows:
            if _may_stand_twice(row.kind) and comparable(row.cells):
                found = self._of_row(row, standing, rows_of)
                if found is not None:
                    yield found

    def _of_row(
        self,
        row: VersionRow,
        standing: Mapping[str, Mapping[str, list[Paragraph]]],
        rows_of: Mapping[tuple[str, str], VersionRow],
    ) -> Finding | None:
        same = {c: standing[c].get(_words(cell.first), [cell.first]) for c, cell in row.cells.items()}
        if any(paragraphs[0] is not row.cells[c].first for c, paragraphs in same.items()):
            return None  # A repetition itself: the finding stands at the first one.
        if all(len(paragraphs) < 2 for paragraphs in same.values()):
            return None
        counts = _counts(row, same, rows_of)
        found = count_finding(self.code, by_effect(self.severity, row), row, counts, _SENTENCES, confidence=0.9)
        if found is None:
            return None
        code = max(counts, key=lambda c: (counts[c], found.target is not None and found.target.language == c))
        again = tuple(f"{c}:{p.id}" for c, paragraphs in same.items() for p in paragraphs[1:])
        place = place_of(row.cells[code].resolution, same[code][-1 if len(same[code]) < 2 else 1])
        reference = next(c for c in row.cells if counts[c] != counts[code])
        source = place_of(row.cells[reference].resolution, row.cells[reference].first)
        return replace(found, source=source, target=place, facts={**found.facts, "again": again})


def _counts(
    row: VersionRow, same: Mapping[str, list[Paragraph]], rows_of: Mapping[tuple[str, str], VersionRow]
) -> dict[str, int]:
    """How often each version says what it says in ``row``, in the rows in which any version repeats itself.

    Where one version repeats a formula word for word another may vary it a little; but it has it there, and nothing is printed twice.
    """
    rows = [rows_of.get((c, p.id)) for c, paragraphs in same.items() for p in paragraphs[1:]]
    again = list({id(other): other for other in rows if other is not None and other is not row}.values())
    inside = sum(other is row for other in rows)  # Both prints stand beside the one of the others.
    counts = {c: 1 + sum(_says_again(row.cells[c], other.cells.get(c)) for other in again) for c in row.cells}
    return {c: max(n, len(same[c])) if inside else n for c, n in counts.items()}


def _says_again(first: Cell, other: Cell | None) -> bool:
    """Whether a version says at another place what it says at the first, in nearly the same words and with the same values."""
    if other is None:
        return False
    if fold_plain(other.first.text) == fold_plain(first.first.text):
        return True
    one, two = ({a.form for a in cell.first.anchors if a.kind.is_compared} for cell in (first, other))
    return one == two and Indel.normalized_similarity(first.first.text, other.first.text) >= _NEARLY


def _places_of_texts(document: Resolution) -> dict[str, list[Paragraph]]:
    """The paragraphs, items and lines of a document by their words."""
    found: dict[str, list[Paragraph]] = {}
    for paragraph in document.paragraphs:
        if _may_stand_twice(paragraph.kind) and (words := _words(paragraph)):
            found.setdefault(words, []).append(paragraph)
    return found


def _may_stand_twice(kind: Kind) -> bool:
    """Whether a paragraph of a kind is looked for a second time: what has a mark or a verb of its own, and lines of lists."""
    return kind.is_counted or kind is Kind.CONTINUATION


def _words(paragraph: Paragraph) -> str:
    """What a paragraph that stands twice is known by; of a short formula its number too, "" where it has none."""
    words = fold_plain(paragraph.text)
    if number := _PRINTED_NUMBER.match(words):
        words = words[number.end() :]
    least = _SHORTEST if language_of(paragraph).spaced else _SHORTEST_UNSPACED
    if len(words) >= least:
        return words
    return f"{paragraph.number}. {words}" if paragraph.number and paragraph.kind is Kind.OPERATIVE else ""


CHECK = PrintedTwice()
