"""Passages that stand in one version and not in another: in a pair as it is, of several versions by their votes.

How sure that must be is given as a rate: the share of clean paragraphs in which as sure a passage is found by chance. What may
be the name of a body that the other version gives as an acronym is no finding.
"""

from __future__ import annotations

import math
import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from align.lexicon.column_votes import UNUSUAL
from align.lexicon.word_evidence import UNRENDERED
from align.omissions.detection import Passage, added_passages, left_out, votes_against
from align.omissions.length_model import AlignedPair
from align.omissions.loss_signs import CheapSigns, LossSigns, cheap_signs, is_open, loss_odds, lost_part
from align.omissions.model import threshold, threshold_of_votes
from corpora.kept import Kept
from corpora.languages import Language
from corpora.model import Kind
from corpora.text.punctuation import LIST_COMMA, PAUSES
from corpora.values import AnchorKind
from reports.checks.base import VersionCheck
from reports.checks.support.embedded_acts import Act, clause_of, unmatched_acts
from reports.checks.support.lexical_evidence import evidence_inside, geometric_mean, places_in, usual_share
from reports.checks.support.voting import mean_of_scores, others_than, votes_on_words
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.findings.model import Finding, Place, Severity, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened

REPORTED, REPORTED_ADDED, REPORTED_IN_RECITALS, GRAVE = 0.05, 0.02, 0.005, 0.001
"""A passage of a pair is reported, and is grave, where no more than this share of clean paragraphs has one as sure. In what
binds a passage that may be lost is worth a look sooner than one that may be added, or than in a recital."""
ADDED_BY_VOTE, ADDED_IN_RECITALS, GRAVE_ADDED = 0.005, 0.002, 0.0005
"""The same of a passage that one of several versions has alone: each of them may be the odd one, so that each may be so more seldom."""
LOST, LOST_IN_RECITALS, SURELY_LOST = 1.5, 2.0, 3.5
"""Log odds (``align.omissions.loss_signs``) from which one of several versions leaves a passage out of what binds, out of a recital, and from
which that is sure. Learned on Council 2022, of 411 clauses left out of ten resolutions of 2023 .842 stand above (of those of 60 characters .906),
and none of 1,968 clean versions of their rows. Of 13 passages with odds from 0 on in 12 others of 2023 one of eight under 1.5 is genuine and two of
five above it, read by one reader."""
LOST_BY_VOTE = 0.002
"""The same of a passage in texts that are too long for the network, as the share of clean paragraphs in which one is as sure by the mean score
of the other versions: chosen."""
_SUREST = 0.95
"""The highest confidence: the model was fitted on clauses left out by us, which are clearer than real ones."""
_ACT_SCORE = 1.7
"""Log odds that an act without a counterpart is left out: measured on clean pairs and planted omissions."""
"""Anchors that make a passage more than words."""
_MOST = 0.5
"""Share of the words of a passage that have no rendering, from which what it says is not said."""
_SAID = 0.67
"""How usual it is that adopted texts leave the words of a passage as bare as a version does, from which that version says it: no part is
missing whose words all have their counterparts. Chosen on 259 clauses left out of Council resolutions of 2021, of which one has more."""
_AS_SURE = 1.0
"""Log odds by which a passage may be less sure than the surest and yet be the one: of these the barest is shown. The score says that
something is lost, the words which of the clauses."""
_BARE = 0.36
"""The same under which a passage is bare: of the bare ones that one reader judged 11 of 34 were right, of the others 1 of some 80 (65
resolutions: Council 2022-2023, Assembly 78)."""
_WORDS_ALONE, _SHARE_ALONE = 2, 0.125
"""Words that no other version renders, and their share of all that carry meaning, from which a passage is surely added; with none of them it
is not reported. Chosen on 36 passages that one of six versions seemed to add and readers judged: 5 of 6 genuine ones are so sure and 1 of 30
false ones; 10 false ones have no such word."""
_SEVERAL = 2
"""Values of a passage from which it is told by them alone."""
_LONG = 5
"""Figures of a number, longer than a year, from which it alone tells a passage: "130,100 dollars"."""
_AT_ENDS = " " + PAUSES + LIST_COMMA
"""What may follow the one copy of a passage and not the other."""
_REPEATED = 40
"""Characters from which a passage that stands twice in a paragraph was printed twice, half of them in a language without spaces: chosen; shorter
phrases recur of themselves."""
_QUOTED = 60
"""Characters of a passage that a table of votes shows."""
_OF_A_NAME = 0.8
"""Share of the characters of names up to which what is lost may be the rest of a name that is said short ("la Commission" for "the Commission
on Crime Prevention and Criminal Justice"): chosen, so that its first word at least is rendered. Of a name that is lost whole nothing is."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
"""Words that languages do not share by chance: of four letters and more."""
_NONE = "–"


@dataclass(frozen=True, slots=True)
class PassageDifference:
    """A passage that the version ``has`` shows and the version ``outlier`` lacks, or has alone, against ``others``.

    ``votes`` holds the beginning of the passage in each version, where the versions voted.
    """

    has: str
    outlier: str
    others: tuple[str, ...]
    passage: Passage
    grave: bool
    votes: tuple[tuple[str, str], ...] = ()
    sure: bool | None = None
    """Whether the versions taken together are sure of it; None where they were not asked together."""

    @property
    def confidence(self) -> float:
        """The probability that belongs to the score, a passage left out being as likely beforehand as not."""
        return round(min(_SUREST, 1 / (1 + math.exp(-self.passage.score))), 2)


def missing_in(versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
    """Passages that a version lacks: of several versions, one against the others; of a pair, those of the pivot."""
    pivot = versions.pivot.language
    if not mean_of_scores(row.cells):
        for code in others_than(pivot, row.cells):
            yield from _between(versions, row, pivot, code, outlier=code)
        return
    for code in row.cells:
        others = others_than(code, row.cells)
        loss = _loss_of(versions, row, code)
        enough = loss is not None and loss.odds >= (LOST if row.operative else LOST_IN_RECITALS)
        # An act says more than a passage that is none of the surest.
        acts = [] if loss and enough and loss.odds >= SURELY_LOST else list(_act_left_out(versions, row, code, others))
        if acts or not enough or loss is None:
            yield from acts
            continue
        # The pivot shows it where it can; of the others the one that is surest.
        has = pivot if pivot in loss.shown else next(iter(loss.shown))
        names = _named(versions, row, has, (code,))
        passage = loss.shown[has]
        lost = loss.lost.get(has, len(passage.span))
        spelled_out = (names > 0 and lost <= names) or 0 < lost <= _OF_A_NAME * _of_names(passage)
        if spelled_out or values_stand_there(row, has, (code,), passage):
            continue
        voted = Passage(passage.paragraph, passage.span, loss.odds)
        votes = {c: shortened(p.text, _QUOTED) for c, p in loss.shown.items()} | {code: _NONE}
        side = _side(versions, row, has, code)
        grave = not names and loss.odds >= SURELY_LOST and (_has_effect(row, side, voted) or _unsaid(row, side, voted))
        sure = not names and loss.odds >= SURELY_LOST
        yield PassageDifference(has, code, others, voted, grave, votes=tuple(votes.items()), sure=sure)


@dataclass(frozen=True, slots=True)
class _Loss:
    """What the other versions show of a passage that one leaves out, the surest first, and the log odds that it is lost; ``lost`` are the
    characters in each that are, where the network was asked."""

    shown: Mapping[str, Passage]
    odds: float
    lost: Mapping[str, int] = field(default_factory=dict)


def _loss_of(versions: Versions, row: VersionRow, code: str) -> _Loss | None:
    """What seems left out of a version by all others taken together; None where nothing does, or no lexicon tells."""
    asked, sides = _asked_of(versions, row, code)
    if asked is None or not is_open(asked) or _cites_in_another_language(row, code):
        return None
    part = lost_part(row.column, sides, code)
    if part is None:
        return _loss_by_scores(row, sides, code)
    odds = loss_odds(part.signs)
    return _Loss({c: Passage(w.paragraph, w.span, odds) for c, w in part.windows.items()}, odds, part.lost)


def _cites_in_another_language(row: VersionRow, code: str) -> bool:
    """Whether a footnote prints most of its words as another version does: what it cites by the title of the original has no rendering."""
    if row.kind is not Kind.FOOTNOTE:
        return False
    words = {*_LONG_WORD.findall(row.cells[code].text)}
    others = (row.cells[other].text for other in others_than(code, row.cells))
    return any(len(words) < 2 * len(words & {*_LONG_WORD.findall(text)}) for text in others)


def _loss_by_scores(row: VersionRow, sides: Sequence[AlignedPair], code: str) -> _Loss | None:
    """The same by the mean of the scores alone: of texts that are too long for the network."""
    edge = threshold_of_votes(code, "left out", LOST_BY_VOTE)
    score, found = votes_against(sides, edge)
    shown = {c: _barest(row, c, p, (code,)) for c, p in found.items() if p} if score >= edge else {}
    return _Loss(dict(sorted(shown.items(), key=lambda item: -item[1].score)), score) if shown else None


def signs_of_loss(
    versions: Versions, row: VersionRow, code: str, *, always: bool = False
) -> tuple[CheapSigns | None, LossSigns | None]:
    """The signs that a version of a row leaves out what the others show: those that are asked first, and those of the passage, which are
    asked only where the first leave it open, or ``always``. None where there are none."""
    asked, sides = _asked_of(versions, row, code)
    part = lost_part(row.column, sides, code) if asked is not None and (always or is_open(asked)) else None
    return asked, part.signs if part else None


def _asked_of(versions: Versions, row: VersionRow, code: str) -> tuple[CheapSigns | None, list[AlignedPair]]:
    sides = [_side(versions, row, other, code) for other in others_than(code, row.cells)]
    return cheap_signs(row.column, sides, code), sides


def added_in(versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
    """Passages that a version adds: of several versions, what one has alone; of a pair, what the pivot lacks."""
    pivot = versions.pivot.language
    if not mean_of_scores(row.cells):
        for code in others_than(pivot, row.cells):
            yield from _between(versions, row, code, pivot, outlier=code)
        return
    for code in row.cells:
        others = others_than(code, row.cells)
        edge = threshold_of_votes(code, "added", ADDED_BY_VOTE if row.operative else ADDED_IN_RECITALS)
        added = [p for p in added_passages([_side(versions, row, code, c) for c in others], edge) if p.score >= edge]
        twice = _printed_twice(row.cells[code], added)
        passage = twice or (_barest(row, code, added, others) if added else None)
        alone = _words_alone(row, code, passage, others) if passage and not twice else None
        if passage is None or (not twice and (alone == 0 or _is_said(_usual(row, {code: passage}, others)))):
            yield from _act_added(versions, row, code, others)
            continue
        names = _named(versions, row, code, others)
        if len(passage.span) > names and not values_stand_there(row, code, others, passage):
            votes = {c: shortened(passage.text, _QUOTED) if c == code else _NONE for c in row.cells}
            sure = not names and passage.score >= threshold_of_votes(code, "added", GRAVE_ADDED)
            grave = sure and all(_has_effect(row, _side(versions, row, code, c), passage) for c in others)
            more = None if alone is None else row.kind is not Kind.FOOTNOTE and alone >= _WORDS_ALONE
            yield PassageDifference(
                code, code, others, passage, grave, votes=tuple(votes.items()), sure=True if twice else more
            )


def _printed_twice(cell: Cell, added: Sequence[Passage]) -> Passage | None:
    """The surest of the passages that stand in a cell more than once, letter by letter: its words have their renderings, but not so often."""
    least = _REPEATED if cell.language.spaced else _REPEATED // 2
    said = {p: p.text.strip(_AT_ENDS) for p in added}
    repeated = [p for p, words in said.items() if len(words) >= least and cell.text.count(words) > 1]
    return max(repeated, key=lambda p: p.score, default=None)


def _has_effect(row: VersionRow, side: AlignedPair, passage: Passage) -> bool:
    """Whether a passage of the source of ``side`` holds a value that the target lacks, or an act that it does not do.

    Words that hold neither may be said more briefly, or repeat what stands beside them.
    """
    known = {a.form for _, a in row.cells[side.target_code].anchors}
    inside = [a for a in passage.paragraph.anchors if a.span.overlaps(passage.span)]
    if any(_says_what(a.kind) and a.firm and a.form not in known for a in inside):
        return True
    acts = (_passage_of(act, side.source_language) for act in unmatched_acts(row, side, by_length=True))
    return any(passage.overlaps(act) for act in acts)


def values_stand_there(row: VersionRow, has: str, lack: Sequence[str], passage: Passage) -> bool:
    """Whether a passage holds several values, or a long figure, and each version without it states every one as often all the same.

    Such a passage is there, cut or placed otherwise. Of a footnote, which is little more than what it cites, one value is enough.
    """
    inside = {
        a.form for a in passage.paragraph.anchors if a.span.overlaps(passage.span) and a.kind.is_substance and a.firm
    }
    enough = 1 if row.kind is Kind.FOOTNOTE else _SEVERAL
    if len(inside) < enough and not any(form.isdecimal() and len(form) >= _LONG for form in inside):
        return False
    counts = {c: Counter(a.form for _, a in row.cells[c].anchors if a.firm) for c in (has, *lack)}
    return all(counts[c][form] >= counts[has][form] for c in lack for form in inside)


def _says_what(kind: AnchorKind) -> bool:
    return kind.is_substance or kind in (AnchorKind.MONEY, AnchorKind.NAME)


def _unsaid(row: VersionRow, side: AlignedPair, passage: Passage) -> bool:
    """Whether most words of a passage have no rendering at all in the paragraph of the target, not even in another order."""
    other = row.cells[side.target_code].text
    evidence = evidence_inside(passage.paragraph, passage.span, side.source_language, other, side.target_language)
    return sum(e < UNRENDERED for e in evidence) >= _MOST * len(evidence) > 0


def _words_alone(row: VersionRow, has: str, passage: Passage, lacking: Sequence[str]) -> int | None:
    """How many words of a passage that carry meaning each version without it leaves unusually bare: of that which has most of them the
    count, at most one where they are a small part of the passage. What is only said at greater length has words that the one or the other
    renders. None of few versions, and without a lexicon."""
    tables = [table for code in lacking if (table := row.column.shares.get((has, code))) is not None]
    if not tables or not votes_on_words(row.cells):
        return None
    content = row.column.words[has].content
    inside = [place for place in places_in(row, has, passage.paragraph, passage.span) if content[place]]
    alone = min(sum(bool(table[place] < UNUSUAL) for place in inside) for table in tables)
    return alone if alone >= _SHARE_ALONE * len(inside) else min(alone, 1)


def _usual(row: VersionRow, shown: Mapping[str, Passage], lacking: Sequence[str]) -> float | None:
    """How usual it is that adopted texts leave the words of a passage as bare as the versions that should lack it do: the geometric mean
    over those that show it. None of few versions, and where no lexicon knows their words."""
    if not votes_on_words(row.cells):
        return None
    known = [
        share
        for has, passage in shown.items()
        for code in lacking
        if (share := usual_share(row, has, passage.paragraph, passage.span, code)) is not None
    ]
    return geometric_mean(known) if known else None


def _named(versions: Versions, row: VersionRow, has: str, lacking: Sequence[str]) -> int:
    """Characters of a passage that the versions without it may give as acronyms. In a footnote twice as many: it is little more than a name
    and the words that lead to it ("Adopté en vertu de la Convention-cadre …", "Adopted under the UNFCCC")."""
    names = max(_side(versions, row, has, code).named_by_acronym for code in lacking)
    return 2 * names if row.kind is Kind.FOOTNOTE else names


def _of_names(passage: Passage) -> int:
    """Characters of a passage that stand in the name of a body."""
    names = [a.span for a in passage.paragraph.anchors if a.kind is AnchorKind.NAME and a.span.overlaps(passage.span)]
    return sum(min(n.end, passage.span.end) - max(n.start, passage.span.start) for n in names)


def _barest(row: VersionRow, has: str, found: Sequence[Passage], lacking: Sequence[str]) -> Passage:
    """Of the surest passages the one whose words the other versions leave barest; of few versions the surest."""
    most = max(p.score for p in found)
    sure = [p for p in sorted(found, key=lambda p: -p.score) if p.score >= most - _AS_SURE]

    def usual(passage: Passage) -> float:
        share = _usual(row, {has: passage}, lacking)
        return 1.0 if share is None else share

    return min(sure, key=usual)


def _is_said(usual: float | None) -> bool:
    return usual is not None and usual >= _SAID


def _is_bare(usual: float | None) -> bool | None:
    return None if usual is None else usual < _BARE


def _side(versions: Versions, row: VersionRow, source: str, target: str) -> AlignedPair:
    """One version of a row against another; it is known again as long as what is usual between their documents stays the same."""
    usual = versions.baseline_of(source, target)

    def made() -> AlignedPair:
        texts = row.cells[source].paragraphs, row.cells[target].paragraphs
        languages = row.cells[source].language, row.cells[target].language
        alone = row.kept(("source", source), Kept)
        return AlignedPair(*texts, *languages, usual, of_source=alone)

    return row.kept(("side", source, target, usual.short, usual.evidence), made)


class _Habits:
    """What is usual between the documents of any two versions of a row: beside the row itself all that its passages depend on.

    Two are equal where their figures are. These are worked out when two of different runs are compared: a check that is run once asks
    for those of few pairs.
    """

    __slots__ = ("_usual",)

    def __init__(self, versions: Versions, row: VersionRow) -> None:
        self._usual = tuple(versions.baseline_of(a, b) for a, b in permutations(row.cells, 2))

    def __hash__(self) -> int:
        return len(self._usual)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Habits) or len(other._usual) != len(self._usual):
            return False
        return all(
            a is b or (a.short, a.evidence) == (b.short, b.evidence)
            for a, b in zip(self._usual, other._usual, strict=True)
        )


def _between(versions: Versions, row: VersionRow, has: str, lacks: str, outlier: str) -> Iterator[PassageDifference]:
    """What one of two versions has alone: sure passages; then acts, or where there is none, passages that may be lost.

    The verb of an act says where the missing clause is; words that seem lost beside it are the same loss, badly placed.
    """
    side = _side(versions, row, has, lacks)
    found = list(_of_pair(row, side, outlier))
    sure = [m for m in found if m.grave]
    acts = [a for a in _acts_of_pair(row, side, outlier) if not any(a.passage.overlaps(m.passage) for m in sure)]
    yield from [*sure, *acts] if acts else found


def _of_pair(row: VersionRow, side: AlignedPair, outlier: str) -> Iterator[PassageDifference]:
    has, lacks = side.source_code, side.target_code
    names = side.named_by_acronym
    binding = REPORTED if outlier == lacks else REPORTED_ADDED
    for passage in left_out(side, binding if row.operative else REPORTED_IN_RECITALS):
        # As likely lost as not is the least that is worth a look.
        if len(passage.span) <= names or passage.score < 0 or values_stand_there(row, has, (lacks,), passage):
            continue
        sure = not names and passage.score >= threshold(has, lacks, GRAVE)
        grave = sure and (_has_effect(row, side, passage) or (outlier == lacks and _unsaid(row, side, passage)))
        yield PassageDifference(has, outlier, (has if outlier == lacks else lacks,), passage, grave)


def _acts_of_pair(row: VersionRow, side: AlignedPair, outlier: str) -> Iterator[PassageDifference]:
    """The clauses of acts for which the other of two versions has no verb."""
    has, lacks = side.source_code, side.target_code
    for act in unmatched_acts(row, side, by_length=True):
        yield PassageDifference(
            has, outlier, (has if outlier == lacks else lacks,), _passage_of(act, side.source_language), grave=False
        )


def _act_left_out(
    versions: Versions, row: VersionRow, code: str, others: tuple[str, ...]
) -> Iterator[PassageDifference]:
    """The clause of an act that every other version does: the first such act is shown."""
    shown: dict[str, Act] = {}
    for other in others:
        acts = unmatched_acts(row, _side(versions, row, other, code), by_length=True)
        if not acts:
            return
        shown[other] = acts[0]
    clauses = {c: _passage_of(act, row.cells[c].language) for c, act in shown.items()}
    usual = _usual(row, clauses, (code,))
    if all(values_stand_there(row, c, (code,), clause) for c, clause in clauses.items()):
        return
    if _is_said(usual):
        return
    votes = {c: shortened(clause.text, _QUOTED) for c, clause in clauses.items()} | {code: _NONE}
    yield PassageDifference(
        others[0], code, others, clauses[others[0]], True, votes=tuple(votes.items()), sure=_is_bare(usual)
    )


def _act_added(versions: Versions, row: VersionRow, code: str, others: tuple[str, ...]) -> Iterator[PassageDifference]:
    """The clause of an act that one version does alone, and that no word of the others renders."""
    first, *rest = (unmatched_acts(row, _side(versions, row, code, c), by_length=False) for c in others)
    act = next((a for a in first if all(a in acts for acts in rest)), None)
    if act is not None:
        clause = _passage_of(act, row.cells[code].language)
        usual = _usual(row, {code: clause}, others)
        if values_stand_there(row, code, others, clause) or _is_said(usual):
            return
        votes = {c: shortened(clause.text, _QUOTED) if c == code else _NONE for c in row.cells}
        yield PassageDifference(code, code, others, clause, True, votes=tuple(votes.items()), sure=_is_bare(usual))


def _passage_of(act: Act, language: Language) -> Passage:
    """The clause that an act opens."""
    return Passage(act[0], clause_of(act, language), _ACT_SCORE)


class PassageCheck(VersionCheck):
    """A check of passages. Its sentence is CODE.one, of the odd version and the votes."""

    @abstractmethod
    def search(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """The passages of a row that are reported."""

    @abstractmethod
    def counterpart(self, versions: Versions, row: VersionRow) -> Iterator[PassageDifference]:
        """The passages of a row beside it that show where a passage of `search` went, or came from."""

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each passage: where it stands, and the paragraph that lacks it."""
        pivot = versions.pivot.language
        for index, row in enumerate(versions.rows):
            if not row.checked or pivot not in row.cells:
                continue
            for found in self._searched(versions, row):
                facts: Facts = {"outlier": found.outlier, "others": found.others}
                # As grave as the check says where it is sure, the row binds, and the passage is in no row beside it.
                moved = (found.grave or bool(found.sure)) and self._moved(versions, index, found)
                grave = row.in_operative_part and found.grave and not moved
                severity = self.severity if grave else Severity.MINOR
                if found.sure is not None:
                    facts = {**facts, "sure": int(found.sure and not moved)}
                places = _places(row, found, pivot)
                yield Finding(
                    self.code,
                    severity,
                    *places,
                    sentence=f"{self.code}.one",
                    facts=facts,
                    confidence=found.confidence,
                    votes=found.votes,
                )

    def _searched(self, versions: Versions, row: VersionRow) -> tuple[PassageDifference, ...]:
        key = self, "search", versions.pivot.language, _Habits(versions, row)
        return row.kept(key, lambda: tuple(self.search(versions, row)))

    def _beside(self, versions: Versions, row: VersionRow) -> tuple[PassageDifference, ...]:
        key = self, "counterpart", versions.pivot.language, _Habits(versions, row)
        return row.kept(key, lambda: tuple(self.counterpart(versions, row)))

    def _moved(self, versions: Versions, index: int, found: PassageDifference) -> bool:
        """Whether the odd version has too little here and too much in a row beside this one, or the reverse."""
        beside = versions.rows[max(0, index - 1) : index] + versions.rows[index + 1 : index + 2]
        rows = (
            row for row in beside if row.checked and found.outlier in row.cells and versions.pivot.language in row.cells
        )
        return any(other.outlier == found.outlier for row in rows for other in self._beside(versions, row))


def _places(row: VersionRow, found: PassageDifference, pivot: str) -> tuple[Place, Place]:
    """Where the passage stands, and the paragraph that lacks it; the pivot, or another version that shows it, first."""
    shown = place_of(row.cells[found.has].resolution, found.passage.paragraph, found.passage.span)
    if found.has != found.outlier:
        lacking = row.cells[found.outlier]
        return shown, place_of(lacking.resolution, lacking.first)
    reference = row.cells[pivot if pivot in found.others else found.others[0]]
    return place_of(reference.resolution, reference.first), shown
