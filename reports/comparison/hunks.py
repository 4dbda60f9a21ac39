"""Hunks: every run of words that differs between two related resolutions, bead by bead. Nothing that changed is in none.

The words of a bead's paragraphs, in the order of the text, are compared as one text, so that paragraphs that were joined or divided
keep their words. A word is a run of letters, digits or underscores, a Chinese character a word of its own; case, width of characters
and the shape of apostrophes do not count. What stands between two words that are the same (punctuation, white space) makes a
hunk of its own, of no word, where it differs by more than white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance.LCSseq import opcodes

from align.model import Alignment, Bead
from corpora.model import Paragraph, Resolution, Span

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])\w)+")
"""A word: a Chinese character (no spaces part words there), or a run of what Unicode counts as letters and digits elsewhere."""
_WHITE_SPACE = re.compile(r"\s+")
_QUOTATION_MARKS = re.compile(r"[«»“”„]")
_DASHES = re.compile(r"[‐-―−]")
_JOINED = 1
"""Words that are the same on both sides and still part no phrase: "of", "the", "la" between two replaced words."""
_MOST_CELLS = 4_000_000
"""Words of one side times those of the other up to which they are compared by difflib: 2,000 words on either side."""
_LITTLE = 3
"""Letters up to which such a word says nothing by itself."""


def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text as they are compared, with where each begins and ends."""
    return _forms(text)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one paragraph: a half-open span of characters in its text."""

    paragraph: Paragraph
    span: Span

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.paragraph.text[self.span.start : self.span.end]

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(form for form, _, _ in _forms(self.text))

    def placed_words(self) -> list[tuple[str, int, int]]:
        """The words as they are compared, with where each begins and ends in the paragraph's text."""
        base = self.span.start
        return [(form, base + start, base + end) for form, start, end in _forms(self.text)]


Spans = Mapping[str, Sequence[Span]]
"""Spans of paragraphs' texts, by the id of the paragraph."""


@dataclass(frozen=True, slots=True, eq=False)
class Hunk:
    """A run of words that is gone, new, or replaced: the pieces on either side, one a paragraph, in the order of the text.

    ``before`` and ``after`` say where it stands on the side that has no words of it: the paragraph and an empty span. They are
    empty where the bead has no paragraph on that side. ``wordless`` where only signs between words differ.
    """

    bead: Bead
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    wordless: bool = False

    @property
    def removed(self) -> int:
        """How many words are gone."""
        return len(self.words_before)

    @property
    def added(self) -> int:
        """How many words are new."""
        return len(self.words_after)

    @property
    def words_before(self) -> tuple[str, ...]:
        """The words that are gone, as they are compared."""
        return () if self.wordless else tuple(word for p in self.before for word in p.words)

    @property
    def words_after(self) -> tuple[str, ...]:
        """The words that are new, as they are compared."""
        return () if self.wordless else tuple(word for p in self.after for word in p.words)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph in which it stands: of the later text where there is one."""
        return (self.after or self.before)[0].paragraph

    def cut(self, before: Spans, after: Spans) -> tuple[Hunk | None, Hunk | None]:
        """The words that lie in the given spans of either side's paragraphs, and the others; None for a part without words."""
        if self.wordless:
            return None, self
        sides = [
            (_runs(pieces, spans, inside=True), _runs(pieces, spans, inside=False), pieces)
            for pieces, spans in ((self.before, before), (self.after, after))
        ]
        parts = []
        for part in (0, 1):
            found = [side[part] or _start_of(side[2]) for side in sides]
            has_words = any(side[part] for side in sides)
            parts.append(Hunk(self.bead, found[0], found[1]) if has_words else None)
        return parts[0], parts[1]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is compared, and where it stands."""

    form: str
    paragraph: Paragraph
    span: Span


@lru_cache(maxsize=8192)
def _forms(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(
        (unicodedata.normalize("NFKC", m.group()).casefold(), m.start(), m.end()) for m in _WORD.finditer(text)
    )


def _runs(pieces: Sequence[Piece], spans: Spans, *, inside: bool) -> tuple[Piece, ...]:
    """The words of the pieces that lie in the spans of their paragraphs, or those that do not, neighbours together."""
    out: list[Piece] = []
    for piece in pieces:
        open_run = False
        for _, start, end in piece.placed_words():
            word = Span(start, end)
            if any(word.overlaps(span) for span in spans.get(piece.paragraph.id, ())) is not inside:
                open_run = False
            elif open_run:
                out[-1] = Piece(piece.paragraph, Span(out[-1].span.start, word.end))
            else:
                out.append(Piece(piece.paragraph, word))
                open_run = True
    return tuple(out)


def _start_of(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The place where the pieces begin."""
    return tuple(Piece(p.paragraph, Span(p.span.start, p.span.start)) for p in pieces[:1])


def _words(paragraphs: Iterable[Paragraph]) -> list[_Word]:
    return [_Word(form, p, Span(start, end)) for p in paragraphs for form, start, end in _forms(p.text)]


def hunks_of(alignment: Alignment, earlier: Resolution, later: Resolution) -> tuple[Hunk, ...]:
    """The hunks of all beads, bead by bead in the order of the alignment.

    A paragraph that is new or gone is one hunk of all its words. Raises KeyError where a bead names a paragraph that the
    resolutions do not have.
    """
    old = {p.id: p for p in earlier.all_paragraphs()}
    new = {p.id: p for p in later.all_paragraphs()}
    return tuple(
        hunk
        for bead in alignment.beads
        for hunk in bead_hunks(bead, [old[i] for i in bead.source], [new[i] for i in bead.target])
    )


def bead_hunks(bead: Bead, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Hunk]:
    """The hunks of one bead whose paragraphs are ``before`` and ``after``; none where not a word nor a sign differs."""
    if [p.text for p in before] == [p.text for p in after]:
        return
    old, new = _words(before), _words(after)
    steps = _phrases(_steps([w.form for w in old], [w.form for w in new]), old)
    for tag, a, b, c, d in steps:
        if tag != "equal":
            yield Hunk(bead, _pieces(old, a, b, before), _pieces(new, c, d, after))
            continue
        for i, k in zip(range(a, b - 1), range(c, d - 1), strict=True):
            if _gap_text(old[i], old[i + 1]) == _gap_text(new[k], new[k + 1]):
                continue
            signs = _between(old[i], old[i + 1]), _between(new[k], new[k + 1])
            if all(signs) and _bare(signs[0]) != _bare(signs[1]):
                yield Hunk(bead, tuple(filter(None, signs[:1])), tuple(filter(None, signs[1:])), wordless=True)


_Step = tuple[str, int, int, int, int]
"""What is done to a run of words, as difflib says it: tag, begin and end in the earlier and in the later words."""


def _steps(old: Sequence[str], new: Sequence[str]) -> list[_Step]:
    """The comparison of two sequences of words, its steps in order.

    difflib keeps the longest runs together, which people read best, and takes the square of words that recur: beyond what real
    paragraphs hold the longest common subsequence (rapidfuzz) stands in.
    """
    if len(old) * len(new) <= _MOST_CELLS:
        return [*SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]
    return [(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in opcodes(old, new)]


def _phrases(steps: Sequence[_Step], old: Sequence[_Word]) -> list[_Step]:
    """The steps of a comparison with replacements joined that only a little word parts: the phrase was replaced as a whole."""
    out: list[_Step] = []
    for k, (tag, a, b, c, d) in enumerate(steps):
        if tag == "equal" and b - a <= _JOINED and 0 < k < len(steps) - 1:
            little = all(len(old[i].form) <= _LITTLE and old[i].form.isalpha() for i in range(a, b))
            if little and steps[k - 1][0] == steps[k + 1][0] == "replace":
                tag = "replace"
        if out and tag != "equal" and out[-1][0] != "equal":
            _, a, _, c, _ = out.pop()
            tag = "replace"
        out.append((tag, a, b, c, d))
    return out


def _pieces(words: Sequence[_Word], start: int, end: int, paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """Words as one piece a paragraph; where there is none, the place between the words beside it."""
    if start == end:
        return (_gap(words, start, paragraphs),) if paragraphs else ()
    spans: dict[str, tuple[Paragraph, int, int]] = {}
    for word in words[start:end]:
        known = spans.get(word.paragraph.id)
        spans[word.paragraph.id] = (word.paragraph, known[1] if known else word.span.start, word.span.end)
    return tuple(Piece(paragraph, Span(first, last)) for paragraph, first, last in spans.values())


def _gap(words: Sequence[_Word], place: int, paragraphs: Sequence[Paragraph]) -> Piece:
    if place:
        return Piece(words[place - 1].paragraph, Span(words[place - 1].span.end, words[place - 1].span.end))
    first = words[0] if words else None
    return (
        Piece(first.paragraph, Span(first.span.start, first.span.start)) if first else Piece(paragraphs[0], Span(0, 0))
    )


def _gap_text(one: _Word, other: _Word) -> str:
    """What is printed between two words that follow each other in one paragraph."""
    return one.paragraph.text[one.span.end : other.span.start] if one.paragraph is other.paragraph else ""


def _between(one: _Word, other: _Word) -> Piece | None:
    """What stands between two words that follow each other in one paragraph."""
    if one.paragraph.id != other.paragraph.id:
        return None
    return Piece(one.paragraph, Span(one.span.end, other.span.start))


def _bare(piece: Piece | None) -> str:
    """The signs of a piece: no white space, one shape of apostrophe, of quotation mark and of dash."""
    text = unicodedata.normalize("NFKC", piece.text if piece else "")
    text = _WHITE_SPACE.sub("", text).replace("’", "'").replace("‘", "'")
    return _QUOTATION_MARKS.sub('"', _DASHES.sub("-", text))
