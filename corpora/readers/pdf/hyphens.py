"""Words that a line end broke, joined again: which hyphen is the printer's and which the word's own, the document tells."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from corpora.languages import Language, hyphenated_words, languages
from corpora.readers.pdf.glyphs import is_chinese
from corpora.readers.pdf.lines import Line
from corpora.text.folding import fold_plain

_HYPHENATED_LINES = 0.03
"""Share of lines that end in a hyphen from which a printer broke words; compounds at line ends are rarer."""
_FEWEST = 2
"""Such lines that a short document may have without that: Russian has a compound at a line end now and then; chosen."""
_STROKE = "/"
_HYPHEN_AT_END = re.compile(r"\w-$")
_GOES_ON = re.compile(r"\w[-–/]$")
"""What joins a word at a line end to the rest of it: a hyphen, a dash, a stroke."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hyphens:
    """The words of a document, and whether its printer broke words at line ends."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._words = Counter(w for page in pages for x in page for w in _WORD.findall(fold_plain(x.text)))
        pairs = [(a.text, b.text) for page in pages for a, b in itertools.pairwise(page)]
        halves = [found for a, b in pairs if (found := _halves(a, b))]
        whole = any(self._words[before + after] for before, after in halves)
        self._are_used = whole or len(halves) > max(_FEWEST, _HYPHENATED_LINES * len(pairs))

    def is_broken_word(self, line: str, following: str) -> bool:
        """Whether the hyphen at the end of a line is the printer's, by what the document has elsewhere."""
        found = _halves(line, following)
        if not found or not self._are_used:
            return False
        before, after = found
        if self._words[before + "-" + after] or before + "-" + after in hyphenated_words():
            return False
        if self._words[before + after]:
            return True
        parts = (before.rsplit("-", 1)[-1], after.split("-", 1)[0])
        # Each half stands once at this line end; a word of its own stands elsewhere too.
        return not all(len(half) > 3 and self._stands_elsewhere(half) for half in parts)

    def _stands_elsewhere(self, half: str) -> bool:
        return sum(n for word, n in self._words.items() if half in word.split("-")) > 1


def goes_on(line: str, following: str) -> bool:
    """Whether a line ends inside a word: at a hyphen, a slash, or inside a number in Chinese; not at "sex- and"."""
    if _GOES_ON.search(line) and following[:1].isalnum():
        # "Sex- and" is two words, "and/" and "or" are one.
        return line.endswith(_STROKE) or not _conjunction(languages()).match(following)
    return line[-1:].isdigit() and following[:1].isdigit() and any(map(is_chinese, line + following))


@cache
def _conjunction(known: tuple[Language, ...]) -> re.Pattern[str]:
    """ "And" or "or" in any language: the reader of a page does not know yet which one it is in."""
    words = [found.pattern for language in known if (found := language.conjunctions.between_nouns)]
    return re.compile(rf"(?:{'|'.join(words)})\b" if words else r"(?!)")


def _halves(line: str, following: str) -> tuple[str, str] | None:
    """The two halves, folded, of a word that a hyphen at a line end parts; None where there is none."""
    if not _HYPHEN_AT_END.search(line) or not following[:1].islower():
        return None
    before, after = _WORD.findall(fold_plain(line[:-1]))[-1:], _WORD.findall(fold_plain(following))[:1]
    return (before[0], after[0]) if before and after else None
