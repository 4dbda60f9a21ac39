"""D406."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz import fuzz

from align.lexicon.column_votes import RowTexts
from align.lexicon.counterparts import counterpart
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import knows
from align.lexicon.word_evidence import UNRENDERED, word_evidence
from align.lexicon.word_losses import word_losses
from corpora.kept import Same
from corpora.model import Span
from corpora.text.folding import fold
from corpora.values import AnchorKind
from reports.checks.base import VersionCheck
from reports.checks.support.lost_words import stands_among
from reports.checks.support.voting import most_show, say_unchanged
from reports.comparison.memory import Memory, Remembered, as_remembered, values_of
from reports.comparison.renderings import place_in_other
from reports.comparison.rows import Cell, VersionRow, Versions
from reports.comparison.word_diff import word_changes, word_steps
from reports.findings.model import Finding, Severity, WordChange, empty_place, place_of
from reports.messages.phrases import Facts
from reports.messages.wording import shortened

_LOST_SINCE = 5.0
"""How much more surely, in nats, a word of an unchanged version is without a rendering here than it was in the text before, from which what
rendered it is lost: words left out of sentences of the Council lie above it, what is only said otherwise below it."""
_GONE_SINCE = 3.0
"""The same where nothing came that might say it: then words that are missing have less to be taken for."""
_NOT_RENDERED = 0.0
"""Log-odds that a word has no rendering here, from which what came in the place of its rendering says something else, and not the same in
other words ("efforts", "s'employer à")."""
_OF_A_PASSAGE = 0.4
"""Share of the words of an unchanged version that are lost, from which it is no word that was lost, but a passage, or the text is another."""
_STRANGE = 0.5
"""Mean log-odds that an unchanged version does not say the words that came, from which they say something else."""
_SAME_SENTENCE = 0.3
"""Share of the letters of the text before that stand here as well, from which the two are one sentence that was changed: chosen. Less is a
sentence written anew, or one that a copy has in another language."""
_VALUE, _LOST, _OTHER_WORD, _DOUBTED = 0.5, 0.7, 0.6, 0.15
"""Confidence in another value, in a word that is lost, in one in the place of which another one says something else, and in what may be
either and may be a usual rendering."""
_FIGURES = re.compile(r"\d+")
_IN_BRACKETS = re.compile(r"\(\w+\)")
_ACRONYM = re.compile(r"\W*\w{2,}\W*")
_BOTH_USUAL = UNRENDERED
"""Evidence, in nats, from which a word that came in the place of another renders a word of the unchanged versions as that one did."""
_SAME_WORD = 60.0
"""Likeness of two words, of 100 (rapidfuzz ratio), from which one is the other in another form or spelling."""
_BEGINNING = 4
"""Letters that two stems have in common, from which they are forms of one word: chosen."""
_OF_OTHERS = frozenset(AnchorKind) - {AnchorKind.QUALIFIER}
"""What other checks compare, which know a name by its acronym, and that "it" may stand for an organ."""


@dataclass(frozen=True, slots=True)
class _Loss:
    """What a version no longer says as the record does: the words in the text before and here, whether a value is among them, and how
    likely that is a slip, 0 to 1."""

    was: tuple[Span, ...]
    now: tuple[Span, ...]
    valued: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of the text before and what stands in their place here; either may be empty. ``instead`` are the words that carry meaning and may
    say the same: those in their place, and where there are none all that came where fewer are gone."""

    gone: Span
    come: Span
    instead: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Lack:
    """A word of an unchanged version that lost its rendering: the log-odds, in nats, that it has none here, and how much higher they are
    than in the text before."""

    more: float
    odds: float


class RenderedOtherwiseBefore(VersionCheck):
    """A sentence that the record has word for word in the other versions lost or changed a word or a value in this one."""

    code = "D406"
    since = "0.4.0"
    severity = Severity.MAJOR
    category = "accuracy/mistranslation"

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each row in which one version alone left what the record says."""
        if versions.memory is None:
            return
        for row in versions.rows:
            if row.kind.is_counted and all(len(cell.paragraphs) == 1 for cell in row.cells.values()):
                yield from row.kept((self, Same(versions.memory)), partial(self._found, row, versions.memory))

    def _found(self, row: VersionRow, memory: Memory) -> tuple[Finding, ...]:
        return tuple(self._of_row(row, memory))

    def _of_row(self, row: VersionRow, memory: Memory) -> Iterator[Finding]:
        for code, cell in row.cells.items():
            others = {c: other for c, other in row.cells.items() if c != code}
            known = _known(others, code, memory)
            if not known or any(as_remembered(one.text) == as_remembered(cell.text) for one, _ in known):
                continue  # The record does not have the sentence, or has it so.
            one, unchanged = known[-1]
            if not say_unchanged(unchanged, others):
                continue
            also = [other for other, codes in known[:-1] if say_unchanged(codes, others)]
            loss = _loss(one, cell, [others[c] for c in unchanged], also)
            if loss is not None:
                yield self._finding(row, code, unchanged, one, loss)

    def _finding(
        self, row: VersionRow, code: str, unchanged: Sequence[str], before: Remembered, loss: _Loss
    ) -> Finding:
        source, target = row.cells[unchanged[0]], row.cells[code]
        facts: Facts = {
            "outlier": code,
            "others": tuple(unchanged),
            "symbol": before.symbol,
            "paragraph": before.address or before.paragraph,
            "was": shortened(_quoted(before.text, loss.was) or "–", 60),
            "now": shortened(_quoted(target.text, loss.now), 60),
        }
        grave = row.in_operative_part and loss.valued
        return Finding(
            code=self.code,
            severity=self.severity if grave else Severity.MINOR,
            source=place_of(source.resolution, source.first),
            target=place_of(target.resolution, target.first),
            sentence="D406.changed" if loss.now else "D406.lost",
            facts=facts,
            confidence=loss.confidence,
            changes=tuple(_places_of(loss, before.text, source, target)),
        )


def _places_of(loss: _Loss, before: str, source: Cell, target: Cell) -> Iterator[WordChange]:
    """The words of an unchanged version that were rendered, then those that stand here now, or the empty place for them."""
    for span in loss.was:
        rendered = counterpart(before, span, source.text, target.language, source.language)
        if rendered is not None:
            yield WordChange(place_of(source.resolution, source.first, rendered.span), None)
    for span in loss.now:
        yield WordChange(None, place_of(target.resolution, target.first, span))
    if not loss.now and loss.was:
        texts = RowTexts({"before": before, "now": target.text}, {"before": target.language, "now": target.language})
        where = place_in_other(texts, "before", loss.was[0], "now", lacks=True)
        yield WordChange(None, empty_place(target.resolution, target.first, where.start))


def _known(others: Mapping[str, Cell], code: str, memory: Memory) -> list[tuple[Remembered, tuple[str, ...]]]:
    """The renderings that the record has of a row in a language, each with the other versions that say there what they say here; those
    that most versions vouch for last, and of these the latest."""
    found: dict[tuple[str, str], tuple[Remembered, list[str]]] = {}
    for other, cell in others.items():
        for one in memory.renderings(cell.text, other, code):
            found.setdefault((one.symbol, one.paragraph), (one, []))[1].append(other)
    ordered = [(one, tuple(dict.fromkeys(codes))) for one, codes in found.values()]
    return sorted(ordered, key=lambda item: (len(item[1]), item[0].year or 0))


def _loss(before: Remembered, cell: Cell, unchanged: Sequence[Cell], also: Sequence[Remembered]) -> _Loss | None:
    """What the version lost or changed; None where it only says it in other usual words, or in more of them, or now as the others do.

    ``also`` are other renderings that the record has: what one of them lacks as well was never needed.
    """
    steps = word_steps(before.text, cell.text)
    if sum(len(old) for old, _, kept in steps if kept) < _SAME_SENTENCE * len(before.text):
        return None
    removed, added = (tuple(spans) for spans in word_changes(before.text, cell.text))
    if _values_differ(before, cell, unchanged):
        return _Loss(removed, added, True, _VALUE)
    changes = list(_changes(steps, before, cell, also))
    said = [_lacks(other, before, cell, changes) for other in unchanged]
    levels = {c: _level(c, [each[n] for each in said if n in each], cell, unchanged) for n, c in enumerate(changes)}
    sure = max(levels.values(), default=0.0)
    if not sure:
        return _by_lexicon(before, cell, unchanged, removed, added)
    found = [change for change, level in levels.items() if level == sure]
    return _Loss(tuple(c.gone for c in found), tuple(c.come for c in found if c.come), False, sure)


def _changes(
    steps: Sequence[tuple[Span, Span, bool]], before: Remembered, cell: Cell, also: Sequence[Remembered]
) -> Iterator[_Change]:
    """Where words are gone that all renderings of the record have.

    Not where they stand elsewhere now, or in another form, and not where an acronym is gone or stands for a name.
    """
    changed = [(gone, come) for gone, come, kept in steps if not kept]
    came = {stem for _, come in changed for stem, _ in _content(cell.text, [come], cell)}
    added = tuple(span for gone, come in changed for span in _more_than_gone(before, gone, cell, come))
    for gone, come in changed:
        words = before.text[gone.start : gone.end]
        if not words.strip() or _is_acronym(words) or _is_acronym(cell.text[come.start : come.end]):
            continue
        stems = {stem for stem, _ in _content(before.text, [gone], cell)}
        if not all(_is_kin(stem, came) for stem in stems) and all(
            stems <= set(stemmed(other.text, cell.language).stems) for other in also
        ):
            yield _Change(gone, come, tuple(span for _, span in _content(cell.text, [come], cell)) or added)


def _more_than_gone(before: Remembered, gone: Span, cell: Cell, come: Span) -> list[Span]:
    """The words that carry meaning and came at a place where fewer are gone; an acronym that came stands for several."""
    words = [span for _, span in _content(cell.text, [come], cell)]
    if len(words) > len(_content(before.text, [gone], cell)):
        return words
    return [come] if _is_acronym(cell.text[come.start : come.end]) else []


def _is_kin(stem: str, others: Collection[str]) -> bool:
    """Whether a stem is one of some others, or begins as one of them does: "afgano" and "Afganistán"."""
    return stem in others or (len(stem) >= _BEGINNING and any(o[:_BEGINNING] == stem[:_BEGINNING] for o in others))


def _is_acronym(words: str) -> bool:
    """Whether some words are one in capitals, in brackets or not."""
    return _ACRONYM.fullmatch(words) is not None and words.isupper()


def _level(change: _Change, lacks: Sequence[_Lack], cell: Cell, unchanged: Sequence[Cell]) -> float:
    """How sure it is that a change lost or changed what most of the unchanged versions say; 0 where it is not.

    ``lacks`` are the words of those versions that the change left without a rendering.
    """
    if not most_show(lacks, unchanged):
        return 0.0
    if not change.instead:
        return _LOST
    sure = [k for k in lacks if k.more >= _LOST_SINCE and k.odds >= _NOT_RENDERED]
    strange = [other for other in unchanged if change.come and _is_strange(change.come, cell, other)]
    return _OTHER_WORD if most_show(sure, unchanged) or most_show(strange, unchanged) else 0.0


def _is_strange(words: Span, cell: Cell, other: Cell) -> bool:
    """Whether another version has no rendering of the words of a span that carry meaning."""
    odds = word_losses(cell.text, other.text, cell.language, other.language)
    cut = stemmed(cell.text, cell.language)
    places = [n for n in cut.touched(words) if cut.content[n]]
    return odds is not None and bool(places) and float(odds[places].mean()) >= _STRANGE


def _lacks(other: Cell, before: Remembered, cell: Cell, changes: Sequence[_Change]) -> dict[int, _Lack]:
    """Which changes left words of an unchanged version without a rendering, by their numbers, with the word that lost most."""
    languages = other.language, cell.language
    here, there = (word_losses(other.text, text, *languages) for text in (cell.text, before.text))
    if here is None or there is None:
        return {}
    words = stemmed(other.text, other.language)
    content = [n for n, is_content in enumerate(words.content) if is_content]
    more = here - there
    if sum(more[n] >= _LOST_SINCE for n in content) > max(1, _OF_A_PASSAGE * len(content)):
        return {}
    found: dict[int, _Lack] = {}
    for n in sorted((n for n in content if more[n] >= _GONE_SINCE), key=lambda n: -more[n]):
        span = words.span(n)
        if stands_among(other, span, _OF_OTHERS):
            continue
        rendered = counterpart(other.text, span, before.text, *languages)
        place = next((k for k, c in enumerate(changes) if rendered and c.gone.overlaps(rendered.span)), None)
        if place is not None:
            found.setdefault(place, _Lack(float(more[n]), float(here[n])))
    return found


def _by_lexicon(
    before: Remembered, cell: Cell, unchanged: Sequence[Cell], removed: Sequence[Span], added: Sequence[Span]
) -> _Loss | None:
    """What the version lost or changed as the lexicon has it, which knows words and reads no sentence; None where both words are usual."""
    lost, come = _only_in(before.text, removed, cell.text, cell), _only_in(cell.text, added, before.text, cell)
    if not come and not _has_new_word(cell.text, added, before.text, cell):
        gone = [span for span in lost if _rendered_by_most(before.text, span, cell, unchanged)]
        return _Loss(tuple(gone), (), False, _DOUBTED) if gone else None
    if _is_other_word(before.text, lost, cell, come) and len(removed) == len(added) == 1:
        known = _rendered_by_most(before.text, lost[0], cell, unchanged)
        usual = any(_rendered(cell.text, come, cell, other) for other in unchanged)
        return _Loss(tuple(lost), tuple(come), False, _DOUBTED) if known and not usual else None
    return _reworded(before, cell, unchanged, removed, added)


def _reworded(
    before: Remembered, cell: Cell, unchanged: Sequence[Cell], removed: Sequence[Span], added: Sequence[Span]
) -> _Loss | None:
    """What several words came in the place of; None where they say the same in other usual words."""
    here, there = (frozenset(stemmed(text, cell.language).stems) for text in (cell.text, before.text))
    lost = [span for stem, span in _content(before.text, removed, cell) if stem not in here]
    if not lost or not all(_rendered(before.text, lost, cell, other) for other in unchanged):
        return None
    come = [span for stem, span in _content(cell.text, added, cell) if stem not in there]
    usual = [any(_rendered(cell.text, [span], cell, other) for span in come) for other in unchanged]
    if 2 * sum(usual) > len(usual):
        return None  # Both words render what most of the others say.
    return _Loss(tuple(lost), tuple(come), False, _DOUBTED)


def _only_in(text: str, spans: Sequence[Span], other: str, cell: Cell) -> list[Span]:
    """The words inside some spans of a text that carry meaning and stand there more often than in another, each as often as it does more;
    no bracketed acronym."""
    more = Counter(stemmed(text, cell.language).stems)
    more.subtract(stemmed(other, cell.language).stems)
    found = []
    for stem, span in _content(text, spans, cell):
        if more[stem] > 0 and not _is_bracketed_acronym(text, span):
            more[stem] -= 1
            found.append(span)
    return found


def _has_new_word(text: str, spans: Sequence[Span], other: str, cell: Cell) -> bool:
    """Whether a word inside some spans of a text, however short, does not stand in another: an acronym, a pronoun, a synonym."""
    there = frozenset(stemmed(other, cell.language).stems)
    cut = stemmed(text, cell.language)
    return any(
        stem not in there and any(span.overlaps(s) for s in spans)
        for stem, span in zip(cut.stems, cut.spans, strict=True)
    )


def _is_bracketed_acronym(text: str, word: Span) -> bool:
    """Whether a word is all that stands in the brackets behind a name, and in capitals."""
    around = text[max(0, word.start - 1) : word.end + 1]
    return text[word.start : word.end].isupper() and _IN_BRACKETS.search(around) is not None


def _is_other_word(before: str, lost: Sequence[Span], cell: Cell, come: Sequence[Span]) -> bool:
    """Whether one word came in the place of one, and is not that word in another form or spelling."""
    if len(lost) != 1 or len(come) != 1:
        return False
    was, now = before[lost[0].start : lost[0].end], cell.text[come[0].start : come[0].end]
    return fuzz.ratio(fold(was).text, fold(now).text) < _SAME_WORD


def _rendered_by_most(text: str, word: Span, cell: Cell, others: Sequence[Cell]) -> bool:
    """Whether most of some versions have a counterpart for a word of a text in this version's language."""
    return most_show([other for other in others if _rendered(text, [word], cell, other)], others)


def _rendered(text: str, words: Sequence[Span], cell: Cell, other: Cell) -> bool:
    """Whether another version has a counterpart for each of some words of a text in this version's language."""
    if not knows(cell.language.code, other.language.code):
        return False
    evidence = word_evidence(text, other.text, cell.language, other.language)
    cut = stemmed(text, cell.language)
    return all(
        max((float(evidence[place]) for place in cut.touched(word)), default=0.0) >= _BOTH_USUAL for word in words
    )


def _values_differ(before: Remembered, cell: Cell, unchanged: Sequence[Cell]) -> bool:
    """Whether a value is gone that most of the others state, or one came that none of them does.

    A value that is only read otherwise, its figures being the same, is neither: "para 37", "1325 and 2250" without their years.
    """
    here, said = values_of(cell.first), [values_of(other.first) for other in unchanged]
    gone = {v for v in before.values - here if most_show([values for values in said if v in values], said)}
    came = {v for v in here - before.values if not any(v in values for values in said)}
    return any(not _stands(v, cell.text) for v in gone) or any(not _stands(v, before.text) for v in came)


def _stands(value: str, text: str) -> bool:
    """Whether a value that is a number stands in a text in figures."""
    figures = value.partition(":")[2]
    return figures.isdecimal() and figures in _FIGURES.findall(text)


def _content(text: str, spans: Sequence[Span], cell: Cell) -> list[tuple[str, Span]]:
    """The words inside some spans that carry meaning, with their stems."""
    cut = stemmed(text, cell.language)
    return [
        (stem, span)
        for stem, span, content in zip(cut.stems, cut.spans, cut.content, strict=True)
        if content and any(s and span.overlaps(s) for s in spans)
    ]


def _quoted(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(text[w.start : w.end] for w in (_whole(text, s) for s in sorted(spans)))


def _whole(text: str, span: Span) -> Span:
    """A span of words; of a figure of which a part changed, all."""
    start, end = span.start, span.end
    while start > 0 and text[start].isdigit() and text[start - 1].isdigit():
        start -= 1
    while end < len(text) and text[end - 1].isdigit() and text[end].isdigit():
        end += 1
    return Span(start, end)


CHECK = RenderedOtherwiseBefore()
