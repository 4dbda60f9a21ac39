"""How surely the words that a finding quotes are missing in the versions that it says lack them: what a finding's confidence rests on.

The checks ask the lexicon, which knows words; here the network is asked, which reads both sentences (``align.lexicon.word_losses``).
It decides nothing: a finding stands as its check made it, and only how likely it is to be right is told by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from align.lexicon.tokenization import stemmed
from align.lexicon.word_losses import word_losses
from corpora.model import Span
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding

CODES = frozenset({"D103", "D104", "D301", "D302", "D305", "D306", "D307", "D502"})
"""The checks whose findings say that words have no counterpart, or another one: passages, verbs, qualifiers, words of scope, other words."""
_ADDED = "D104"
"""The check of passages that one version has alone: what stands beside its words in others is where they would stand."""
_LONGEST = 600
"""Characters from which a quote is a whole paragraph, of which the words say nothing in particular."""
_SHORT = 14
"""Characters up to which a quote's words count even where none of them carries meaning ("ne … pas", "tous")."""


def with_missing_words(findings: Iterable[Finding], versions: Versions) -> Iterator[Finding]:
    """The findings, those of words with how surely these are missing (``Finding.missing``)."""
    for finding in findings:
        row = next((r for r in _rows_of(finding, versions)), None) if finding.code in CODES else None
        yield replace(finding, missing=missing_words(finding, row)) if row else finding


def _rows_of(finding: Finding, versions: Versions) -> Iterator[VersionRow]:
    for place in (finding.source, finding.target):
        if place is not None and (row := versions.row_of(place.language, place.paragraph)) is not None:
            yield row


def missing_words(finding: Finding, row: VersionRow) -> float | None:
    """The mean log-odds, in nats, that the words which some versions have are without a rendering in those that lack them.

    Of what all versions have, in different words, the odd one is asked for the words of the others. None where nothing is quoted that stands in
    the row, or where the network does not know the languages.
    """
    said = _said(finding)
    if finding.code == _ADDED and finding.odd in said:
        said = {finding.odd: said[finding.odd]}
    having = [code for code, quote in said.items() if quote]
    lacking = [code for code in row.cells if code in said and not said[code]]
    odd = finding.odd
    if not lacking and odd is not None and odd in row.cells:
        lacking = [odd]
        if len(having) > 1:
            having = [code for code in having if code != odd]
    if having == lacking:
        lacking = [code for code in row.cells if code not in having]
    found = [
        value
        for code in having
        if code in row.cells
        for other in lacking
        if other != code and (value := _mean(row.cells[code], said[code], row.cells[other])) is not None
    ]
    return float(np.mean(found)) if found else None


def _said(finding: Finding) -> dict[str, str]:
    """What each version says at the place of a finding, "" where it says nothing."""
    said = {code: group.says for group in finding.groups for code in group.versions}
    for place in (finding.source, finding.target):
        if place is not None and not said.get(place.language):
            said[place.language] = place.quote
    return said


def _mean(cell: Cell, quote: str, other: Cell) -> float | None:
    """The mean log-odds of the quoted words of one version against another; of words that stand there more than once where they are least
    rendered, since the others are not meant."""
    if not quote or len(quote) > _LONGEST or quote not in cell.text:
        return None
    losses = word_losses(cell.text, other.text, cell.language, other.language)
    if losses is None:
        return None
    begins = (found.start() for found in re.finditer(re.escape(quote), cell.text))
    places = [words for begin in begins if (words := _words_in(cell, Span(begin, begin + len(quote))))]
    return max((float(losses[words].mean()) for words in places), default=None)


def _words_in(cell: Cell, span: Span) -> Sequence[int]:
    """The places of the words of a span among the words of a cell: those that carry meaning, of a short one all."""
    words = stemmed(cell.text, cell.language)
    return [place for place in words.touched(span) if words.content[place] or len(span) < _SHORT]
