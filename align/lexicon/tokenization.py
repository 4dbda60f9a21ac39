"""A text cut into words and their stems.

SentencePiece cuts the words where a language writes no spaces; elsewhere a word ends at a space, without the article that
is elided before it and without punctuation at its ends.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from align.encoders.universal import bundled_encoder
from align.lexicon.known_pairs import Word, known_arrays, known_word
from corpora.languages import Language
from corpora.model import Span
from corpora.resources.glossary import stem
from corpora.text.folding import fold_plain
from corpora.text.punctuation import BRACKETS, LIST_COMMA, PAUSES, QUOTES

CHUNK = re.compile(r"\S+")
_MARK = "▁"
_ELIDED = re.compile(r"[(«“\"\[]*(?:\w{1,2}['’](?=\w))?")
"""An opening bracket or quote, and what is elided before a word: "l'", "d'", "qu'"."""
_AROUND_WORDS = " " + PAUSES + LIST_COMMA + BRACKETS + QUOTES
_CONTENT = 4
"""Letters from which a word carries meaning; shorter ones are articles and prepositions."""


@dataclass(frozen=True)
class StemmedText:
    """The words of a text: where they begin and end, their stems, and whether each carries meaning of its own."""

    begins: Sequence[int]
    ends: Sequence[int]
    stems: tuple[str, ...]
    content: tuple[bool, ...]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The words' spans; made when they are asked for, since to make them takes as long as all the rest of the cut."""
        return tuple(map(Span, self.begins, self.ends))

    def span(self, place: int) -> Span:
        """The span of the word at a place: where few are asked for, the others need not be made."""
        return Span(self.begins[place], self.ends[place])

    def touched(self, span: Span) -> range:
        """The places of the words that share characters with a span: words stand in a row and do not overlap."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.begins, span.end))


@lru_cache(maxsize=4096)
def stemmed(text: str, language: Language) -> StemmedText:
    """The words of ``text`` with their Snowball stems (pieces of SentencePiece for Chinese)."""
    if language.spaced:
        chunks = [(m.start(), m.group()) for m in CHUNK.finditer(text)]
    else:
        chunks = [(start, text[start:end]) for start, end in _pieces(text)]
    # Loops over plain figures, not objects: a search cuts some forty paragraphs anew.
    found = [(start, start + len(chunk), word) for start, chunk in chunks if (word := _stemmed_word(chunk, language))]
    return StemmedText(
        # Four bytes a figure, not forty: some thousand texts are held.
        array("i", [start + begin for start, _, (begin, _, _) in found]),
        array("i", [end for _, end, _ in found]),
        tuple([stem for _, _, (_, stem, _) in found]),
        tuple([content for _, _, (_, _, content) in found]),
    )


@lru_cache(maxsize=65536)
def _stemmed_word(chunk: str, language: Language) -> Word:
    """A word with what is elided before it and with punctuation around it: where it begins behind that, its stem, whether it carries
    meaning; None where no letter or figure is left."""
    return known_word(language.code, chunk, lambda: _word_in(chunk, language))


def _word_in(chunk: str, language: Language) -> Word:
    begin, least = 0, 1
    if language.spaced:
        lead, least = _ELIDED.match(chunk), _CONTENT
        begin = lead.end() if lead else 0
    if not any(c.isalnum() for c in chunk[begin:]):
        return None
    word = _bare(chunk[begin:])
    common = language.derived(_common_words)
    content = len(word) >= least and word not in common and not any(c.isdigit() for c in word)
    return begin, stem(word, language), content


def piece_spans(text: str) -> list[Span]:
    """The words of a text without spaces, each a piece of SentencePiece; punctuation is none."""
    return [Span(start, end) for start, end in _pieces(text)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The same, as start and end."""
    # The encoder's pieces are kept too: a check that finds all else in the cache need not load it for them.
    (flat,) = known_arrays("pieces", (text,), lambda: (_ends_of_pieces(text),))
    ends = flat.tolist()
    return zip(ends[::2], ends[1::2], strict=True)


def _ends_of_pieces(text: str) -> NDArray[np.int32]:
    """Start and end of each piece in a row, (2 n,)."""
    found = [
        (start, end)
        for chunk in CHUNK.finditer(text)
        for start, end, _ in cut_pieces(chunk, bundled_encoder().tokenize(chunk.group()))
        if any(c.isalnum() for c in text[start:end])
    ]
    return np.array(found, dtype=np.int32).ravel()


def cut_pieces(chunk: re.Match[str], pieces: Sequence[str]) -> list[tuple[int, int, int]]:
    """Start, end and number of pieces of each word of a chunk without spaces: a word is one piece of SentencePiece.

    SentencePiece normalises what it cuts ("㈠" becomes "(一)", an ellipsis three points); a character of the text that is cut
    inside goes with its first piece. Where the normalised text is another than NFKC makes of it, the whole chunk is one word.
    """
    sources = [i for i, char in enumerate(chunk.group(), chunk.start()) for _ in unicodedata.normalize("NFKC", char)]
    lengths = [len(piece.replace(_MARK, "")) for piece in pieces]
    if not sources or sum(lengths) != len(sources):
        return [(chunk.start(), chunk.end(), len(pieces))]
    cuts: list[tuple[int, int, int]] = []
    read, place, waiting = 0, chunk.start(), 0
    for length in lengths:
        waiting += 1
        read += length
        end = sources[read - 1] + 1 if read else place
        if end > place:
            cuts.append((place, end, waiting))
            place, waiting = end, 0
    start, end, count = cuts[-1]
    return [*cuts[:-1], (start, end, count + waiting)]


def _common_words(language: Language) -> frozenset[str]:
    """The words by which a language is known, folded: they carry no meaning of their own."""
    return frozenset(fold_plain(w) for w in language.detection.words)


def _bare(word: str) -> str:
    """A folded word without punctuation at its ends."""
    return fold_plain(word).strip(_AROUND_WORDS)


def bare_span(text: str, span: Span) -> Span:
    """A span of a text without punctuation and spaces at its ends; at least one character stays."""
    start, end = span.start, span.end
    while end > start + 1 and text[end - 1] in _AROUND_WORDS:
        end -= 1
    while start < end - 1 and text[start] in _AROUND_WORDS:
        start += 1
    return Span(start, end)
