"""R107."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.languages import Language, language_of
from corpora.model import Address, Resolution
from corpora.resources.glossary import find_term, stem
from corpora.structure.addresses import address_of
from corpora.text.folding import fold_plain
from reports.checks.base import ClaimingCheck
from reports.checks.support.hunk_checks import changes_of
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, content_words, kind_of, value_changes
from reports.comparison.ledger import Ledger
from reports.findings.model import Finding, Severity

_PLACES = 3
"""Paragraphs in which one term was replaced by another from which it was replaced throughout."""
_LONGEST = 6
"""Words up to which what was replaced is a term."""


class TermReplaced(ClaimingCheck):
    """One term was replaced by another throughout the text."""

    code = "R107"
    since = "0.3.0"
    severity = Severity.MAJOR
    category = "terminology/inconsistent use of terminology"
    rank = 5

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each two terms, with its places and those where the old term survived."""
        groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Entry]] = {}
        for entry in ledger.entries:
            if _is_term(entry):
                groups.setdefault(_stems(entry), []).append(entry)
        for entries in groups.values():
            if len({e.hunk.paragraph.id for e in entries}) >= _PLACES:
                ledger.take(entries)
                yield self._finding(ledger, entries)

    def _finding(self, ledger: Ledger, entries: Sequence[Entry]) -> Finding:
        changes = [change for entry in entries for change in changes_of(ledger.pair, entry.hunk)]
        first = changes[0]
        was, now = (first.source.quote if first.source else ""), (first.target.quote if first.target else "")
        survived = _survivors(was, ledger.pair.later, language_of(ledger.pair.later))
        return Finding(
            code=self.code,
            severity=self.severity,
            source=first.source,
            target=first.target,
            sentence="R107.survived" if survived else "R107.one",
            facts={"was": was, "now": now, "count": len(entries), "survived": survived},
            confidence=0.9,
            changes=tuple(changes),
        )


def _is_term(entry: Entry) -> bool:
    hunk = entry.hunk
    if entry.reason is not None or not hunk.words_before or not hunk.words_after:
        return False
    old, new = content_words(hunk)
    short = max(len(hunk.words_before), len(hunk.words_after)) <= _LONGEST
    return (
        bool(old and new)
        and short
        and kind_of(hunk) is HunkKind.WORDING
        and not value_changes(hunk, entry.texts)
        and not any(word.isdecimal() for word in (*old, *new))
    )


def _stems(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    own = language_of(entry.hunk.paragraph)
    old, new = (tuple(stem(fold_plain(word), own) for word in side) for side in content_words(entry.hunk))
    return old, new


def _survivors(term: str, later: Resolution, own: Language) -> tuple[Address, ...]:
    """Where people find the paragraphs of the later text in which the old term still stands."""
    return tuple(address_of(later, p.id) for p in later.all_paragraphs() if find_term(term, p.text, own))


CHECK = TermReplaced()
