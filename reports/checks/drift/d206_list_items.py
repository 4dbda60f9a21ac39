"""D206."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from corpora.languages import Language, languages
from corpora.model import Kind, Resolution
from corpora.text.folding import fold_plain
from corpora.text.punctuation import INNER_PAUSES
from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.checks.support.voting import comparable
from reports.comparison.rows import Versions
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
        for row in versions.rows:
            if row.kind is Kind.OPERATIVE and comparable(row.cells):
                counts = {
                    code: sum(below[code].get(p.id, 0) + _inline(p.text) for p in cell.paragraphs)
                    for code, cell in row.cells.items()
                }
                # A list that a version does not mark at all is printed otherwise, not shorter.
                marked = {code: count for code, count in counts.items() if count}
                # An item that is missing is a paragraph that is missing (D101); here only the marks are counted.
                found = count_finding(self.code, self.severity, row, marked, _SENTENCES)
                if found is not None:
                    yield found


def _items_below(document: Resolution) -> Counter[str]:
    """How many items stand directly below each operative paragraph, by its id."""
    return Counter(p.parent for p in document.paragraphs if p.kind is Kind.ITEM and p.parent is not None)


def _inline(text: str) -> int:
    return len(_inline_marks(languages()).findall(fold_plain(text)))


@cache
def _inline_marks(known: tuple[Language, ...]) -> re.Pattern[str]:
    """Marks of "a) …; b) …" run on inside a paragraph, in the letters of any language; each follows a pause."""
    letters = "".join(dict.fromkeys(fold_plain("".join(own.numbering.letters for own in known))))
    numerals = "".join(own.numbering.numerals for own in known)
    return re.compile(
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
