"""D105."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpora.languages import Language
from corpora.model import Kind, Resolution
from corpora.structure.addresses import address_of
from corpora.text.folding import fold_plain, without_accents
from corpora.text.punctuation import LIST_SIGNS
from reports.checks.base import VersionCheck
from reports.checks.support.counts import count_finding
from reports.checks.support.values import group_phrases
from reports.checks.support.voting import comparable, counted_out, divided_by
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Group, Severity, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened

_FIRST = 1
"""The number with which a part of a resolution begins."""
_ARTICLE = re.compile(r"(?:[^\W\d_]{1,2}['’]|[^\W\d_]{1,3}\s)")
"""What may be an article at the head of a name: "l'", "les", "the", "la"."""
_IN_BRACKETS = re.compile(r"\(([^\W\d_]{2,12})\)")
_JOINED = "D105.joined", "D105.joined_groups"


class OrderOrNumber(VersionCheck):
    """A paragraph carries another number than its counterparts, or a version's numbering has a gap or a repeat."""

    code = "D105"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "design/numbering"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """Numbers that differ in a row, then faults of each version's own numbering."""
        numbers = [f for row in versions.rows if row.kind is Kind.OPERATIVE for f in self._of_row(row)]
        for run in _runs(numbers):
            yield _of_run(run) if len(run) > 1 else run[0]
        for row in versions.rows:
            yield from self._joined(row)
        for items in _lists(versions):
            yield from self._reordered(items)
        parts = _new_parts(versions.documents)
        for document in versions.documents:
            yield from self._of_document(document, parts)

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
        said = {
            code: tuple(address_of(row.cells[code].resolution, p.id) for p in paragraphs)
            for code, paragraphs in main.items()
        }
        last = {code: main[code][-1] for code in counts}
        found = count_finding(self.code, self.severity, row, counts, _JOINED, said=said, at=last, confidence=1.0)
        if found is not None:
            yield found

    def _reordered(self, items: Sequence[VersionRow]) -> Iterator[Finding]:
        """Items that stand in another order in some versions; one finding a list, none where each sorts them by its alphabet."""
        orders = {code: _order(items, code) for code in items[0].cells}
        division = divided_by(orders)
        if division is None or all(any(_is_sorted(items, orders[c], c) for c in codes) for codes in division.groups):
            return
        outlier, others = division.shown()
        reference = others[0]
        at = next(k for k, (a, b) in enumerate(zip(orders[reference], orders[outlier], strict=True)) if a != b)
        cells = items[orders[reference][at]].cells[reference], items[orders[outlier][at]].cells[outlier]
        facts: Facts = {
            "outlier": division.groups[-1],
            "others": others,
            "there": shortened(cells[0].first.text),
            "here": shortened(cells[1].first.text),
        }
        source, target = (place_of(cell.resolution, cell.first) for cell in cells)
        groups = tuple(
            Group(codes, shortened(items[orders[codes[0]][at]].cells[codes[0]].first.text)) for codes in division.groups
        )
        yield Finding(
            code=self.code,
            severity=self.severity,
            source=source,
            target=target,
            sentence="D105.order",
            facts=facts,
            confidence=0.7,
            groups=groups if counted_out(orders) else (),
        )

    def _of_document(self, document: Resolution, parts: Collection[int]) -> Iterator[Finding]:
        for fault in document.faults:
            if fault.after == _FIRST and fault.before in parts:
                continue
            message = "D105.repeat" if fault.is_repeat else "D105.gap"
            facts: Facts = {"number": fault.before, "next": fault.after, "language": document.language}
            place = place_of(document, document.paragraph(fault.paragraph))
            yield Finding(self.code, self.severity, place, None, message, facts)


def _new_parts(documents: Sequence[Resolution]) -> frozenset[int]:
    """The numbers behind which every version begins anew: there a part of the resolution ends, "A" or "I", and no number is wrong."""
    ends = [{f.before for f in document.faults if f.after == _FIRST} for document in documents]
    return frozenset.intersection(*map(frozenset, ends)) if comparable(documents) else frozenset()


def _runs(found: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings in a row whose numbers differ by as much between the same versions: one slip in the numbering shifts them all."""
    for _, run in groupby(found, key=lambda f: (f.facts["outlier"], f.facts["others"], _shift(f))):
        yield list(run)


def _shift(finding: Finding) -> int | str:
    """By how much the two numbers differ; what the finding says where one is no figure, or there are more than two."""
    one, other = str(finding.facts["number"]), str(finding.facts["usual"])
    counted = finding.sentence == "D105.number" and one.isdecimal() and other.isdecimal()
    return int(one) - int(other) if counted else f"{one} {other} {finding.facts['groups']}"


def _of_run(run: Sequence[Finding]) -> Finding:
    """The first of some findings, which stands for all."""
    last = run[-1].source
    more: Facts = {"count": len(run), "first": run[0].addresses[0], "last": last.address if last else ""}
    return replace(run[0], sentence="D105.shift", facts={**run[0].facts, **more})


def _lists(versions: Versions) -> Iterator[list[VersionRow]]:
    """The rows of the items of each list that all versions of its head have, two and more."""
    heads = {
        (c, p.id): k for k, row in enumerate(versions.rows) for c, cell in row.cells.items() for p in cell.paragraphs
    }
    found: dict[int, list[VersionRow]] = {}
    for row in versions.rows:
        parents = {heads.get((code, cell.first.parent or "")) for code, cell in row.cells.items()}
        if row.kind is Kind.ITEM and len(parents) == 1 and (head := next(iter(parents))) is not None:
            found.setdefault(head, []).append(row)
    for head, rows in found.items():
        shared = [row for row in rows if versions.rows[head].cells.keys() == row.cells.keys()]
        if len(shared) > 1 and comparable(shared[0].cells):
            yield shared


def _order(items: Sequence[VersionRow], code: str) -> tuple[int, ...]:
    """The places of the rows in the order in which one version has them."""
    starts = [row.cells[code].first.span.start for row in items]
    return tuple(sorted(range(len(items)), key=starts.__getitem__))


def _is_sorted(items: Sequence[VersionRow], order: Sequence[int], code: str) -> bool:
    """Whether a version has its items in the order of its alphabet, whole, without an article before them, or by acronym in brackets.

    A script without an alphabet has no such order of its own: it may follow that of any other version.
    """
    cells = [items[k].cells[code] for k in order]
    language = cells[0].language
    if not language.spaced:
        return True
    texts = [without_accents(fold_plain(cell.first.text.lstrip(LIST_SIGNS + " "))) for cell in cells]
    bare = [_without_article(text, language) for text in texts]
    given = [_IN_BRACKETS.search(text) for text in texts]
    keys = [texts, bare, *([[m.group(1) for m in given if m]] if all(given) else [])]
    return any(key == sorted(key) for key in keys)


def _without_article(text: str, language: Language) -> str:
    """A folded name without what may be an article before it: a short word, an elided one, a prefix."""
    prefix = next((a for a in language.writing.articles if text.startswith(a)), "")
    return _ARTICLE.sub("", text.removeprefix(prefix), count=1) if _ARTICLE.match(text) else text.removeprefix(prefix)


CHECK = OrderOrNumber()
