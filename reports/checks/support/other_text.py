"""A version that is another text: the file of another resolution, or of another draft, under the same symbol.

Compared paragraph by paragraph it differs everywhere, and its voice would count against what the others agree on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.lexicon.translation_tables import knows
from corpora.model import Resolution
from reports.checks.support.lexical_evidence import renders
from reports.checks.support.voting import comparable, counted_out, may_be_outliers, others_than
from reports.comparison.rows import VersionRow, Versions, compare_versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.phrases import Facts

_FEWEST = 4
"""Paragraphs that must say something else: chosen, more than a part that was left out or cut otherwise."""
_MOST = 0.6
"""Share of its paragraphs that must: chosen; two resolutions of one organ share a recital and a formula or two."""
_SHORTEST = 30
"""Letters from which it can be told whether two texts render each other: chosen, about five words."""
_LOOKED_AT = 8
"""Rows that are looked at first: where most of these say the same, the rest need not be asked."""


@dataclass(frozen=True, slots=True)
class OtherText:
    """A version whose paragraphs mostly say something else than those of the ``others``: ``different`` of its ``own``."""

    code: str
    others: tuple[str, ...]
    different: int
    own: int


def other_texts(versions: Versions) -> Iterator[OtherText]:
    """The versions that are another text than the rest; of two, by convention, the second."""
    codes = [d.language for d in versions.documents]
    rows = [row for row in versions.rows if row.kind.is_main]
    for code in may_be_outliers(codes):
        own = [row for row in rows if code in row.cells and _can_be_told(row)]
        others = others_than(code, codes)
        if len(own) < _FEWEST or not any(knows(c, code) for c in others):
            continue
        step = max(1, len(own) // _LOOKED_AT)
        if 2 * _different(own[::step], code) <= len(own[::step]):
            continue
        different = _different(own, code)
        if different >= max(_FEWEST, _MOST * len(own)):
            yield OtherText(code, others, different, len(own))


def apart_from_other_texts(versions: Versions) -> tuple[list[OtherText], Versions]:
    """The versions that are another text, and the rest side by side.

    The versions are aligned with the pivot: where that is the other text, all seem to be, and the rest is aligned anew.
    """
    found = list(other_texts(versions))
    pivot = versions.pivot.language
    of_pivot = [other for other in found if other.code == pivot]
    if of_pivot and counted_out(versions.documents):
        first, *rest = versions.others
        anew = compare_versions(first, rest, settings=versions.settings, predecessor=versions.predecessor)
        return (of_pivot, anew) if not any(other_texts(anew)) else ([], versions)
    odd = {other.code for other in found}
    every = {d.language for d in versions.documents}
    return (found, versions.without(odd)) if odd < every else ([], versions)


def _different(rows: Sequence[VersionRow], code: str) -> int:
    """In how many rows no other version says what this one does, nor has a value of it."""
    return sum(
        not any(_shares_value(row, c, code) or renders(row, c, code) for c in others_than(code, row.cells))
        for row in rows
    )


def _can_be_told(row: VersionRow) -> bool:
    """Whether a row stands in one version alone, or has words enough for the lexicon to know whether they render each other."""
    if not comparable(row.cells):
        return True
    return min(c.length * c.language.writing.letters_per_character for c in row.cells.values()) >= _SHORTEST


def _shares_value(row: VersionRow, one: str, other: str) -> bool:
    """Whether two versions of a row state one figure, date or symbol."""
    first, second = ({a.form for _, a in row.cells[c].anchors if a.kind.is_substance and a.firm} for c in (one, other))
    return bool(first & second)


def other_text_finding(code: str, versions: Versions, found: OtherText) -> Finding:
    """The one finding for a version that is another text."""
    documents = {d.language: d for d in versions.documents}
    odd, reference = documents[found.code], documents[found.others[0]]
    facts: Facts = {
        "outlier": found.code,
        "others": found.others,
        "different": found.different,
        "own": found.own,
    }
    main = {d.language: next(p for p in d.paragraphs if p.kind.is_main) for d in (odd, reference)}
    places = place_of(reference, main[reference.language]), place_of(odd, main[odd.language])
    return Finding(code, Severity.CRITICAL, *places, "D501.document", facts, 0.9)


def misplaced_text_findings(code: str, versions: Versions, misplaced: Mapping[str, Resolution]) -> list[Finding]:
    """One finding for each file that is named for a language and holds a text in another, by the language that it is named for.

    Such a text is none of the versions: it stands beside them only in this finding.
    """
    first = next((p for p in versions.pivot.paragraphs if p.kind.is_main), None)
    if first is None:
        return []
    place = place_of(versions.pivot, first)
    return [
        Finding(
            code,
            Severity.CRITICAL,
            place,
            None,
            sentence="D501.language",
            facts={"outlier": named, "language": text.language, "file": Path(text.name).name},
            confidence=0.9,
        )
        for named, text in misplaced.items()
    ]
