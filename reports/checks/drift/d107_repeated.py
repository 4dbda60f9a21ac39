"""D107."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from corpora.languages import Language, language_of
from corpora.model import Kind, Paragraph, Resolution, Span
from corpora.text.folding import fold_plain
from corpora.text.punctuation import LIST_COMMA, PAUSES
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
_PASSAGE, _PASSAGE_UNSPACED, _PASSAGE_WORDS = 40, 10, 5
"""Characters from which a passage that stands twice in a row was printed twice, and words where they are parted: a list may have two members
with one long name ("facilities of the United Nations, personnel of the United Nations, personnel …"). Chosen."""
_WORD = re.compile(r"(?<!\w)\w")
_AT_ENDS = " \u00a0" + PAUSES + LIST_COMMA
_NEARLY = 0.75
"""Share of two texts' characters that are the same, in order, from which one is the other with a word or two changed: chosen on the
budget resolution of 2020, whose fourteen parts open with the same formulas."""
_PRINTED_NUMBER = re.compile(r"\d{1,3}\s?[.)\-]\s?(?=[^\W\d])")
"""The number of a paragraph that stands in its text: the second print of one that was numbered."""


class PrintedTwice(VersionCheck):
    """A paragraph, or a passage of one, stands more often in one version than in the others."""

    code = "D107"
    since = "0.4.0"
    severity = Severity.MAJOR
    category = "accuracy/addition"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each paragraph that some versions repeat and others do not."""
        rows_of = {
            (code, paragraph.id): row
            for row in versions.rows
            for code, cell in row.cells.items()
            for paragraph in cell.paragraphs
        }
        for row in versions.rows:
            if row.checked and comparable(row.cells):
                yield from self._of_passages(row)
        standing = {d.language: _places_of_texts(d, rows_of) for d in versions.documents}
        if not any(len(places) > 1 for texts in standing.values() for places in texts.values()):
            return
        for row in versions.rows:
            if row.cells and _may_stand_twice(row.kind):
                found = self._of_row(row, standing, rows_of)
                if found is not None:
                    yield found

    def _of_passages(self, row: VersionRow) -> Iterator[Finding]:
        """A passage that some versions print twice in a row, and others do not."""
        twice = {c: prints for c, cell in row.cells.items() if (prints := _passage_twice(cell)) is not None}
        if not twice or len(twice) == len(row.cells):
            return
        counts = {c: 1 + (c in twice) for c in row.cells}
        found = count_finding(self.code, by_effect(self.severity, row), row, counts, _SENTENCES, confidence=0.9)
        assert found is not None
        code = next(iter(twice))
        paragraph, span = twice[code]
        once = next(c for c in row.cells if c not in twice)
        facts = {
            **found.facts,
            "said": paragraph.text[span.start : span.end],
            "outlier": tuple(twice),
            "others": tuple(c for c in row.cells if c not in twice),
        }
        facts["passages"] = tuple(f"{c}:{p.id}" for c, (p, _) in twice.items())
        yield replace(
            found,
            source=place_of(row.cells[once].resolution, row.cells[once].first),
            target=place_of(row.cells[code].resolution, paragraph, span),
            sentence="D107.passage",
            facts=facts,
        )

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
        prints = [other for other in _other_prints(same, rows_of) if other is not row]
        whole = _with_other_prints(row, same, prints)
        if not comparable(whole.cells):
            return None
        same |= {c: [cell.first] for c, cell in whole.cells.items() if c not in same}
        counts = _counts(whole, same, prints, inside=len(_other_prints(same, rows_of)) - len(prints))
        found = count_finding(self.code, by_effect(self.severity, row), whole, counts, _SENTENCES, confidence=0.9)
        if found is None:
            return None
        code = max(counts, key=lambda c: (counts[c], found.target is not None and found.target.language == c))
        # Where one version has its one print beside the second of another, the first of that one is neither added nor lacking.
        begin = 0 if row.absent and not whole.absent else 1
        again = tuple(
            f"{c}:{p.id}" for c, paragraphs in same.items() if len(paragraphs) > 1 for p in paragraphs[begin:]
        )
        place = place_of(whole.cells[code].resolution, same[code][-1 if len(same[code]) < 2 else 1])
        reference = next(c for c in whole.cells if counts[c] != counts[code])
        source = place_of(whole.cells[reference].resolution, whole.cells[reference].first)
        return replace(found, source=source, target=place, facts={**found.facts, "again": again})


def _passage_twice(cell: Cell) -> tuple[Paragraph, Span] | None:
    """The second print of a passage that stands twice in a row in a cell, with no more than a pause or a conjunction between."""
    spaced = cell.language.spaced
    least = _PASSAGE if spaced else _PASSAGE_UNSPACED
    for paragraph in cell.paragraphs:
        text = paragraph.text
        seen: dict[str, int] = {}
        starts = (m.start() for m in _WORD.finditer(text)) if spaced else (i for i, c in enumerate(text) if c.isalnum())
        for at in starts:
            key = text[at : at + least]
            before = seen.setdefault(key, at)
            said = _without_joint(text[before:at], cell.language) if before < at and len(key) == least else ""
            long = len(said) >= least and (not spaced or said.count(" ") + 1 >= _PASSAGE_WORDS)
            if long and text.startswith(said, at) and any(map(str.isalpha, said)):
                return paragraph, Span(at, at + len(said))
            seen[key] = at
    return None


def _without_joint(text: str, language: Language) -> str:
    """A passage without the pause or the conjunction behind it."""
    bare = text.rstrip(_AT_ENDS)
    last = bare.rpartition(" ")
    joins = language.spaced and last[2] in language.conjunctions.words
    return last[0].rstrip(_AT_ENDS) if joins else bare


def _other_prints(
    same: Mapping[str, list[Paragraph]], rows_of: Mapping[tuple[str, str], VersionRow]
) -> list[VersionRow]:
    """The rows of the second and later prints, one for each print."""
    rows = [rows_of.get((c, p.id)) for c, paragraphs in same.items() for p in paragraphs[1:]]
    return [other for other in rows if other is not None]


def _with_other_prints(
    row: VersionRow, same: Mapping[str, list[Paragraph]], prints: Sequence[VersionRow]
) -> VersionRow:
    """The row of the first print, with versions that have their only print beside another one of the same list."""
    cells = dict(row.cells)
    listed = {c: paragraphs[0].parent for c, paragraphs in same.items() if len(paragraphs) > 1}
    for other in prints:
        if row.kind is Kind.ITEM and any(
            c in listed and cell.first.parent == listed[c] for c, cell in other.cells.items()
        ):
            cells = {**{c: cell for c, cell in other.cells.items() if c not in cells}, **cells}
    return VersionRow(cells, tuple(c for c in row.absent if c not in cells))


def _counts(
    row: VersionRow, same: Mapping[str, list[Paragraph]], prints: Sequence[VersionRow], *, inside: int
) -> dict[str, int]:
    """How often each version says what it says in ``row``, in the rows in which any version repeats itself.

    Where one version repeats a formula word for word another may vary it a little; but it has it there, and nothing is printed twice.
    ``inside`` is how many prints stand in the row itself, beside the one of the others.
    """
    again = list({id(other): other for other in prints}.values())
    counts = {c: 1 + sum(_says_again(row.cells[c], other.cells.get(c)) for other in again) for c in row.cells}
    return {c: max(n, len(same[c])) if inside else n for c, n in counts.items()}


def _says_again(first: Cell, other: Cell | None) -> bool:
    """Whether a version says at another place what it says at the first, in nearly the same words and with the same values."""
    if other is None or other.first is first.first:
        return False
    if fold_plain(other.first.text) == fold_plain(first.first.text):
        return True
    one, two = ({a.form for a in cell.first.anchors if a.kind.is_compared} for cell in (first, other))
    return one == two and Indel.normalized_similarity(first.first.text, other.first.text) >= _NEARLY


def _places_of_texts(document: Resolution, rows_of: Mapping[tuple[str, str], VersionRow]) -> dict[str, list[Paragraph]]:
    """The paragraphs, items and lines of a document by their words, the print that most versions have beside it first."""
    found: dict[str, list[Paragraph]] = {}
    for paragraph in document.paragraphs:
        if _may_stand_twice(paragraph.kind) and (words := _words(paragraph)):
            found.setdefault(words, []).append(paragraph)

    def beside(paragraph: Paragraph) -> int:
        row = rows_of.get((document.language, paragraph.id))
        return len(row.cells) if row is not None else 0

    return {words: sorted(places, key=beside, reverse=True) for words, places in found.items()}


def _may_stand_twice(kind: Kind) -> bool:
    """Whether a paragraph of a kind is looked for a second time: what has a mark or a verb of its own, and lines of lists."""
    return kind.is_counted or kind is Kind.CONTINUATION


def _words(paragraph: Paragraph) -> str:
    """What a paragraph that stands twice is known by; of a short formula its number too, of a short item its list, "" where it has none."""
    words = fold_plain(paragraph.text)
    if number := _PRINTED_NUMBER.match(words):
        words = words[number.end() :]
    least = _SHORTEST if language_of(paragraph).spaced else _SHORTEST_UNSPACED
    if len(words) >= least:
        return words
    if paragraph.kind is Kind.ITEM:
        return f"{paragraph.parent}: {words}"  # No list says a thing twice.
    return f"{paragraph.number}. {words}" if paragraph.number and paragraph.kind is Kind.OPERATIVE else ""


CHECK = PrintedTwice()
