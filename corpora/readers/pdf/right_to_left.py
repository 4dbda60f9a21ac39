"""Arabic lines in the order in which they are read.

A PDF holds the glyphs of a line in the order in which they are seen, run by run or as a whole, and what PDFium makes of them
differs by the program that wrote the file. So the order is made from the places alone: from the right, and what is read from
the left inside (figures, symbols, Latin words) is turned again (Unicode Standard Annex 9).
"""

from __future__ import annotations

import bisect
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpora.readers.pdf.glyphs import Glyph, is_arabic, is_arabic_sign, space_before
from corpora.text.punctuation import ARABIC_PAUSES, FIGURE_CONNECTORS
from corpora.text.scripts import NEVER_JOINED_ON

_WORD_GAP = 0.25
"""Free space between words, as a share of the size, where the file marks none."""
_SIGNED_GAP = 0.2
"""The same beside a vowel sign, on both sides of which PDFium marks a space; those that Chromium prints are .21 and more there."""
_MARKED_GAP = 0.12
"""The same where PDFium marks a space: it also does so between figures and brackets that only stand a little apart.

Between two letters it is always right: the tail of a letter may reach below the next word, and leave no gap at all."""
_DASHES = "-–"
_BRACKETS = {**{c: pair for pair in ("()", "[]", "{}", "«»") for c in pair}}
_TURNED_QUOTES = {"\u201c": "\u201d", "\u201d": "\u201c", "\u2018": "\u2019", "\u2019": "\u2018"}
_BRACKETS_AFTER_SYMBOL = re.compile(r"([()](?:\d{1,4}|[A-Za-z\d][A-Za-z\d. -]{0,30}[A-Za-z])[()] ?)(?=[\d/.]*[A-Z])")
"""A year, "Vol. I" or "Parts I and II" in brackets as they stand from the right, and at their left the end of a symbol."""
_LATIN_WORD = 3
"""Letters that stand together from which they are a word, not part of a symbol."""
_MARK_SIZE = 0.9
"""Size under which a last figure is a footnote mark, as a share of the line's."""


def is_right_to_left(glyphs: Sequence[Glyph]) -> bool:
    """Whether most letters are Arabic."""
    letters = [g.text for g in glyphs if g.text.isalpha()]
    return bool(letters) and sum(is_arabic(c) for c in letters) > 0.5 * len(letters)


def is_latin_line(glyphs: Sequence[Glyph]) -> bool:
    """Whether a line of an Arabic page is read from the left: Latin words alone, as in "16 August 2002", no raised mark at its right."""
    if any(is_arabic(g.text) or unicodedata.bidirectional(g.text) == "AN" or _is_arabic_pause(g.text) for g in glyphs):
        return False
    size = max(g.size for g in glyphs)
    last = max(glyphs, key=lambda g: g.right)
    words = itertools.groupby(sorted(glyphs, key=lambda g: g.left), key=lambda g: (g.word, g.text.isalpha()))
    longest = max((len(list(word)) for (_, letters), word in words if letters), default=0)
    return longest >= _LATIN_WORD and last.size > _MARK_SIZE * size


def _is_arabic_pause(char: str) -> bool:
    """Whether a mark is one that stands behind Arabic words alone."""
    return char in ARABIC_PAUSES and not char.isascii()


def in_reading_order(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of one line with the spaces between its words, in the order in which they are read."""
    letters = [g for g in glyphs if not is_arabic_sign(g.text)]
    signs = [g for g in glyphs if is_arabic_sign(g.text)]
    seen = sorted(letters, key=lambda g: -(g.left + g.right) / 2)
    line = _with_quotes(_with_brackets(_turned(_spaced(list(_ligatures_in_order(seen)), signs))))
    return _with_signs(line, signs)


def _with_signs(line: Sequence[Glyph], signs: Sequence[Glyph]) -> list[Glyph]:
    """The line with each vowel sign behind the letter over or under which it stands."""
    if not signs or not line:
        return list(line)
    middles = sorted(((g.left + g.right) / 2, i) for i, g in enumerate(line) if g.text != " ")
    of_letter: dict[int, list[Glyph]] = {}
    for sign in signs:
        middle = (sign.left + sign.right) / 2
        at = bisect.bisect(middles, (middle, -1))
        _, letter = min(middles[max(0, at - 1) : at + 1], key=lambda pair: abs(pair[0] - middle))
        of_letter.setdefault(letter, []).append(sign)
    return [g for i, glyph in enumerate(line) for g in (glyph, *of_letter.get(i, ()))]


def _ligatures_in_order(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Glyphs of several letters with their letters in order: one that cannot be joined on cannot stand first."""
    for _, group in itertools.groupby(glyphs, key=lambda g: (g.left, g.right)):
        letters = list(group)
        if len(letters) > 1 and letters[0].text in NEVER_JOINED_ON:
            letters.reverse()
        yield from letters


def _spaced(glyphs: Sequence[Glyph], signs: Sequence[Glyph]) -> list[Glyph]:
    out: list[Glyph] = []
    marked = sorted(s.left for s in signs)
    for glyph in glyphs:
        if out and _is_space_between(out[-1], glyph, marked):
            out.append(space_before(glyph))
        out.append(glyph)
    return out


def _is_space_between(before: Glyph, glyph: Glyph, signs: Sequence[float]) -> bool:
    """Whether a space stands between two glyphs from the right; ``signs`` are the left edges of vowel signs in order."""
    # PDFium marks a space on both sides of a vowel sign.
    first = bisect.bisect(signs, glyph.left - glyph.size / 2)
    signed = first < len(signs) and signs[first] < before.right + glyph.size / 4
    marked = glyph.word != before.word
    if marked and not signed and glyph.text.isalpha() and (before.text.isalpha() or before.text in ARABIC_PAUSES):
        return True
    least = (_SIGNED_GAP if signed else _MARKED_GAP) if marked else _WORD_GAP
    return before.left - glyph.right > least * max(glyph.size, before.size)


def _turned(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs from the right, with each stretch that is read from the left turned."""
    out: list[Glyph] = []
    stretch: list[Glyph] = []
    bracketed = _brackets_of_symbols(glyphs)
    in_text = any(is_arabic(g.text) for g in glyphs)
    for i, glyph in enumerate(glyphs):
        if i in bracketed or _reads_from_left(glyph.text) or (stretch and _is_inside(glyphs, i, stretch)):
            stretch.append(glyph)
            continue
        out += _from_left(stretch, out, in_text=in_text)
        stretch = []
        out.append(glyph)
    return out + _from_left(stretch, out, in_text=in_text)


def _brackets_of_symbols(glyphs: Sequence[Glyph]) -> set[int]:
    """Places of "(2001)" or "(Vol. I)" and the space at its left where a symbol stands there: "S/RES/1373 (2001)" is one stretch."""
    seen = "".join(g.text for g in glyphs)
    return {i for m in _BRACKETS_AFTER_SYMBOL.finditer(seen) for i in range(m.start(), m.end(1))}


def _is_inside(glyphs: Sequence[Glyph], i: int, stretch: Sequence[Glyph]) -> bool:
    """Whether a connector or a space may belong to the stretch from the left that stands at its right.

    A space does where the word on its left is Latin, which is then read before what stands at its right (rules N1, W7), but
    not before Arabic figures (rule W4) or a raised mark.
    """
    if glyphs[i].text in FIGURE_CONNECTORS:
        return True
    before = stretch[-1]
    if glyphs[i].text != " " or unicodedata.bidirectional(before.text) == "AN":
        return False
    word = _word_at(glyphs, i + 1)
    if word and not any(g.text.isalpha() for g in word):
        # "Add. 2 and": a figure that Latin words stand on both sides of.
        behind = _word_at(glyphs, i + 2 + len(word))
        return any(g.text.isalpha() for g in stretch) and any(g.text.isalpha() for g in behind)
    if not word or word[0].size > 1.1 * before.size:
        return False
    # "Corr. 1" is one stretch; in "2019 S/2019/822" the year belongs to the Arabic before it, as does a line's number.
    is_number = not any(g.text.isalpha() for g in stretch)
    return not is_number or (i > len(stretch) and not any(g.text.isdigit() for g in word))


def _word_at(glyphs: Sequence[Glyph], start: int) -> Sequence[Glyph]:
    """The letters, figures and connectors from a place up to the next space or Arabic letter."""
    end = start
    while end < len(glyphs) and (_reads_from_left(glyphs[end].text) or glyphs[end].text in FIGURE_CONNECTORS):
        end += 1
    return glyphs[start:end]


def _from_left(stretch: Sequence[Glyph], before: Sequence[Glyph], *, in_text: bool) -> list[Glyph]:
    """A stretch turned, the connectors at its end left where they are seen; ``before`` is what stands at its right.

    ``in_text`` says that its line has Arabic letters.
    """
    end = len(stretch)
    while end and not (_reads_from_left(stretch[end - 1].text) or stretch[end - 1].text in _BRACKETS):
        end -= 1
    own = stretch[:end]
    strong = next((g.text for g in reversed(before) if g.text.isalpha()), "")
    first_of_line = not strong and in_text and _falls(own)
    if not (is_arabic(strong) or first_of_line) or any(g.text.isalpha() for g in own):
        return [*reversed(own), *stretch[end:]]
    # Behind Arabic letters each number is read from the left, but "2023-2026" as a whole from the right (rules W2, W4 and N1);
    # a job number, which nothing stands before, is one.
    numbers = [list(part) for _, part in itertools.groupby(own, key=lambda g: g.text in _DASHES)]
    return [*(g for part in numbers for g in reversed(part)), *stretch[end:]]


def _falls(stretch: Sequence[Glyph]) -> bool:
    """Whether two numbers that a dash joins fall as they are seen from the left.

    Which letters stand before the first words of a line is not known here; from one number to another it goes up.
    """
    parts = "".join(g.text for g in reversed(stretch)).replace(_DASHES[1], _DASHES[0]).split(_DASHES[0])
    return len(parts) == 2 and all(map(str.isdecimal, parts)) and int(parts[0]) > int(parts[1])


def _reads_from_left(char: str) -> bool:
    return char.isdigit() or (char.isalpha() and unicodedata.bidirectional(char) == "L")


def _with_brackets(line: Sequence[Glyph]) -> list[Glyph]:
    """The line with every bracket as it is written: files hold some as they are seen, turned about.

    One that opens stands behind a space and before a word, one that closes before a space or a pause; where neither tells,
    it closes what is open. A space inside of it is the printer's.
    """
    out: list[Glyph] = []
    depth = 0
    for i, glyph in enumerate(line):
        if glyph.text not in _BRACKETS:
            if glyph.text != " " or not (out and _opens(out[-1])):
                out.append(glyph)
            continue
        before = line[i - 1].text if i else " "
        after = line[i + 1].text if i + 1 < len(line) else " "
        may_open, may_close = before == " " and after not in ARABIC_PAUSES, after == " " or after in ARABIC_PAUSES
        opens = may_open if may_open != may_close else depth == 0
        depth = depth + 1 if opens else max(0, depth - 1)
        if not opens and out and out[-1].text == " ":
            out.pop()
        out.append(replace(glyph, text=_BRACKETS[glyph.text][0 if opens else 1]))
    return out


def _with_quotes(line: Sequence[Glyph]) -> list[Glyph]:
    """The line with quotation marks as the file has them: PDFium turns those of a stretch from the right about.

    It takes a mark behind Latin letters for part of them and leaves it. Unicode mirrors none of these marks.
    """
    out: list[Glyph] = []
    arabic = True
    for glyph in line:
        if glyph.text.isalpha():
            arabic = is_arabic(glyph.text)
        turned = _TURNED_QUOTES.get(glyph.text) if arabic else None
        out.append(replace(glyph, text=turned) if turned else glyph)
    return out


def _opens(glyph: Glyph) -> bool:
    return glyph.text in _BRACKETS and _BRACKETS[glyph.text][0] == glyph.text
