"""D206."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from corpora.languages import Language, languages
from corpora.model import Kind, Resolution
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.text.punctuation import INNER_PAUSES
from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.checks.support.voting import comparable
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity

_SENTENCES = "D206.one", "D206.groups"


class ListItemsDiffer(VersionCheck):
    """A list has more or fewer items in one version than in the others."""

    code = "D206"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "accuracy/omission"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each list whose items are not as many in every version that marks them."""
        below = {d.language: _items_below(d) for d in versions.documents}
        missing = _items_missing(versions)
        for row in versions.rows:
            if row.kind is Kind.OPERATIVE and comparable(row.cells):
                counts = {
                    code: sum(below[code].get(p.id, 0) for p in cell.paragraphs)
                    + (sum(_inline(p.text) for p in cell.paragraphs) or missing[_list_of(row), code])
                    for code, cell in row.cells.items()
                }
                # A list that a version does not mark at all is printed otherwise, not shorter.
                marked = {code: count for code, count in counts.items() if count}
                found = count_finding(self.code, self.severity, row, marked, _SENTENCES)
                if found is not None:
                    yield found


def _items_below(document: Resolution) -> Counter[str]:
    """How many items stand directly below each operative paragraph, by its id."""
    return Counter(p.parent for p in document.paragraphs if p.kind is Kind.ITEM and p.parent is not None)


def _items_missing(versions: Versions) -> Counter[tuple[tuple[tuple[str, str], ...], str]]:
    """How many items of each list a version lacks as a whole: such an item is a paragraph that is missing (D101) or added (D102)."""
    lists = {
        (code, p.id): _list_of(row)
        for row in versions.rows
        for code, cell in row.cells.items()
        for p in cell.paragraphs
    }
    found: Counter[tuple[tuple[tuple[str, str], ...], str]] = Counter()
    for row in versions.rows:
        code, cell = next(iter(row.cells.items()))
        if row.kind is Kind.ITEM and cell.first.parent is not None:
            of = lists.get((code, cell.first.parent), ())
            found.update((of, absent) for absent in row.absent for p in cell.paragraphs if p.kind is Kind.ITEM)
    return found


def _list_of(row: VersionRow) -> tuple[tuple[str, str], ...]:
    """What a row is known by: the first paragraph of each version."""
    return tuple((code, cell.first.id) for code, cell in row.cells.items())


def _inline(text: str) -> int:
    return len(_inline_marks(languages()).findall(fold_plain(text)))


@cache
def _inline_marks(known: tuple[Language, ...]) -> re.Pattern[str]:
    """Marks of "a) …; b) …" run on inside a paragraph, in the letters of any language; each follows a pause."""
    letters = "".join(dict.fromkeys(fold_plain("".join(own.numbering.letters for own in known))))
    numerals = "".join(own.numbering.numerals for own in known)
    return compiled(
        rf"""
        (?<=[{INNER_PAUSES}])\s*\(?
        (?:
            [a-z\u0430-\u052f{letters}]              # a letter: any Latin or Cyrillic one, or one of an alphabet
          | [ivx]{{1,5}}                              # a Roman numeral
          {f"| [{numerals}]{{1,2}}" if numerals else ""}
        )
        \s?\)
        """,
        re.VERBOSE,
    )


CHECK = ListItemsDiffer()
