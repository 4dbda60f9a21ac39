"""D303."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import knows
from align.lexicon.word_evidence import UNRENDERED
from corpora.annotation.polarity import negating_words, negations, without_idioms
from corpora.model import Paragraph, Span
from corpora.values import Polarity
from reports.checks.base import RowCheck
from reports.checks.support.lexical_evidence import evidence_at
from reports.checks.support.voting import (
    comparable,
    counted_out,
    may_be_outliers,
    may_spare_one,
    others_than,
    several_against,
)
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Finding, Severity, place_of

_MAIN = 60
"""Characters after the opening verb in which a negation turns the mandate itself."""
_RIGHT_BEHIND = 8
"""Characters between the opening verb and a negation that belongs to it: "de ", "to "."""
_ACCOUNTED_FOR = 1.0
"""Evidence, in nats, from which a word that may negate renders something else and is no rendering of a negation."""
_RENDERED = 0.3
"""Evidence from which a negation is rendered, if only by a part of a word ("inadmissible")."""
_DOUBTED = 0.1
"""Confidence where the other side has a word that may say no: of twenty-two that readers looked at none was a difference."""
_Word = tuple[Paragraph, Span]


class NegationDiffers(RowCheck):
    """A version negates where its counterparts do not, or the other way round."""

    code = "D303"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/mistranslation"

    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """One finding for a row in which one version stands against all others."""
        if not row.kind.is_body or not comparable(row.cells):
            return
        sure = {code: _sure(cell) for code, cell in row.cells.items()}
        if any(sure.values()):
            yield from self._against_all(row, sure)

    def _against_all(self, row: VersionRow, sure: dict[str, list[_Word]]) -> Iterator[Finding]:
        codes = list(row.cells)
        near = {code: _turned(cell) for code, cell in row.cells.items()}
        possible = {code: _possible_negations(cell) for code, cell in row.cells.items()}
        for code in may_be_outliers(codes):
            others = list(others_than(code, codes))
            turned = near[code]
            mine = [near[c] for c in others]
            if turned and all(_may_be_turned(row.cells[c]) is False for c in others):
                yield self._finding(row, code, others, turned, extra=True, bare=True)
            elif mine[0] and all(mine) and _may_be_turned(row.cells[code]) is False:
                yield self._finding(row, code, others, mine[0], extra=False, bare=True)
            else:
                yield from self._lost(row, code, others, sure, possible)

    def _lost(
        self,
        row: VersionRow,
        code: str,
        others: list[str],
        sure: Mapping[str, list[_Word]],
        possible: Mapping[str, list[_Word]],
    ) -> Iterator[Finding]:
        """A negation that one version has alone, or else one that it lacks; of many others one may be spared."""
        spare = may_spare_one(others) and row.cells[code].language.negation.own_words
        for extra in (True, False):
            lost: dict[str, _Word] = {}
            for n, other in enumerate(others, 1):
                has, lacks = (code, other) if extra else (other, code)
                if word := _lost_between(row, has, lacks, sure[has], possible[lacks]):
                    lost[other] = word
                if n - len(lost) > spare:
                    break
            else:
                against = list(lost)
                says, silent = (code, against) if extra else (others[0], [code])
                none_for_it = (
                    len(sure[says]) > len(possible[silent[0]])
                    if not several_against(others)
                    else not any(possible[c] for c in silent)
                )
                bare = len(lost) == len(others) and none_for_it
                word = lost[against[0]]
                yield self._finding(row, code, against, word, extra=extra, bare=bare, unsaid=none_for_it)
                return

    def _finding(
        self,
        row: VersionRow,
        code: str,
        others: list[str],
        word: _Word,
        *,
        extra: bool,
        bare: bool,
        unsaid: bool = True,
    ) -> Finding:
        outlier = row.cells[code]
        paragraph, span = word
        reference = row.cells[others[0]]
        words = paragraph.text[span.start : span.end]
        has, lacks = ((code,), tuple(others)) if extra else (tuple(others), (code,))
        source = place_of(reference.resolution, *((reference.first,) if extra else word))
        target = place_of(outlier.resolution, *(word if extra else (outlier.first,)))
        said = {True: Polarity.NEGATED, False: Polarity.AFFIRMED}
        votes = tuple((c, str(said[(c == code) is extra])) for c in row.cells if c == code or c in others)
        votes = votes if several_against(others) else ()
        return Finding(
            code=self.code,
            severity=self._severity(row, paragraph, span, outlier=code, extra=extra, bare=bare),
            source=source,
            target=target,
            sentence="D303.one",
            facts={"said": words, "has": has, "lacks": lacks},
            # "Lack", "without", "nor": what may say no stands on the other side, if not where it should.
            confidence=0.7 if unsaid or not several_against(others) else _DOUBTED,
            votes=votes,
        )

    def _severity(
        self, row: VersionRow, paragraph: Paragraph, span: Span, *, outlier: str, extra: bool, bare: bool
    ) -> Severity:
        """Grave where the mandate itself is turned, and the side without the word says it in no other way."""
        languages = {outlier} if extra else row.cells.keys() - {outlier}
        # Where negations are parts of many other words, as in Arabic and Chinese, one found proves little.
        if not any(row.cells[c].language.negation.own_words for c in languages) or not row.in_operative_part:
            return Severity.MINOR
        main = paragraph.verb is not None and 0 <= span.start - paragraph.verb.span.end <= _MAIN
        if main and extra and _says_the_reverse(row, (paragraph, span), outlier):
            return Severity.MINOR
        if counted_out(row.cells):
            # "ni … ni … ne" against one "not": more words, no other meaning.
            return self.severity if main and bare else Severity.MINOR
        return (
            Severity.MAJOR
            if main and bare and all(c.language.negation.own_words for c in row.cells.values())
            else Severity.MINOR
        )


def _says_the_reverse(row: VersionRow, word: _Word, outlier: str) -> bool:
    """Whether what a version alone negates is in no other version: "ne pas fléchir" says what they call keeping the momentum.

    A negation that one version has too much negates what the others say without it.
    """
    paragraph, span = word
    cell = row.cells[outlier]
    words = stemmed(paragraph.text, cell.language)
    meant = [s for s, content in zip(words.spans, words.content, strict=True) if content and s.end > span.start]
    # What carries meaning within the negation ("n'autorise pas"), and the first word behind it.
    negated = list(itertools.takewhile(lambda s: s.start < span.end, meant))
    negated = meant[: len(negated) + 1]
    if not negated:
        return False
    others = [c for c in row.cells if c != outlier]
    return all(knows(outlier, c) for c in others) and all(
        evidence_at(paragraph.text, s, cell.language, row.cells[c].text, row.cells[c].language) < _RENDERED
        for s in negated
        for c in others
    )


def _turned(cell: Cell) -> _Word | None:
    """The negation right behind the opening verb ("Decides not to …"), None where there is none."""
    paragraph = cell.first
    if paragraph.verb is None:
        return None
    end = paragraph.verb.span.end
    spans = negations(paragraph.text, cell.language)
    return next(((paragraph, s) for s in spans if 0 <= s.start - end <= _RIGHT_BEHIND), None)


def _may_be_turned(cell: Cell) -> bool | None:
    """Whether anything that may negate stands soon after the opening verb; None where there is no such verb."""
    paragraph = cell.first
    if paragraph.verb is None:
        return None
    end = paragraph.verb.span.end
    return bool(negating_words(paragraph.text[end : end + _MAIN], cell.language))


def _sure(cell: Cell) -> list[_Word]:
    return [(p, span) for p in cell.paragraphs for span in negations(p.text, cell.language)]


def _possible_negations(cell: Cell) -> list[_Word]:
    return [(p, span) for p in cell.paragraphs for span in negating_words(p.text, cell.language)]


def _lost_between(row: VersionRow, has: str, lacks: str, sure: list[_Word], possible: list[_Word]) -> _Word | None:
    """A negation of one version for which the other has no word: too few words of it negate, or all render something else."""
    if not sure:
        return None
    few = len(sure) > len(possible)
    if not knows(has, lacks):
        return sure[0] if few else None
    mine, theirs = row.cells[has], row.cells[lacks]
    # An idiom ("no later than") renders no negation, though the lexicon knows its words as such.
    other = without_idioms(theirs.text, theirs.language)
    evidence = [evidence_at(p.text, s, mine.language, other, theirs.language) for p, s in sure]
    if few:
        worst = min(evidence)
        return sure[evidence.index(worst)] if worst < _RENDERED else None
    alone = [word for word, e in zip(sure, evidence, strict=True) if e < UNRENDERED]
    if not alone:
        return None
    free = [
        1 for p, s in possible if evidence_at(p.text, s, theirs.language, mine.text, mine.language) < _ACCOUNTED_FOR
    ]
    return alone[0] if len(alone) > len(free) else None


CHECK = NegationDiffers()
