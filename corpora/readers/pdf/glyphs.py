"""The characters of a PDF page with where they stand, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpora.text import scripts

if TYPE_CHECKING:
    import pypdfium2
    import pypdfium2.raw as pdfium

_ITALIC_FLAG = 1 << 6
"""Bit 7 of the font descriptor's flags (ISO 32000-1, table 123)."""
_BOLD_FLAG = 1 << 18
"""Bit 19 of the same: a bold font, or one to be made bold."""
_LINE_END_HYPHENS = "\ufffe\x02\u00ad"
"""What PDFium gives for a hyphen at a line end."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A visible character: its box and baseline in points from the left and the foot of the page, its size in points.

    ``word`` grows at every space of the file and every one that PDFium makes out of a gap, ``blank`` at those of the file
    alone, ``run`` at every line end.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    word: int
    blank: int
    run: int
    italic: bool = False
    bold: bool = False


def page_glyphs(text: pypdfium2.PdfTextPage, size: tuple[float, float], quarters: int) -> tuple[list[Glyph], float]:
    """The visible characters of a page in PDFium's order, upright, and the width in which they stand.

    ``size`` is the page's width and height in points. It is turned back by ``quarters``, what most of its text is turned by:
    that holds for what stands across a page as for pages that are only shown turned (/Rotate), whose places are not.
    """
    out: list[Glyph] = []
    for glyph in _raw_glyphs(text, quarters, size):
        if out and _halves_of_one(out[-1], glyph):
            left, right = min(out[-1].left, glyph.left), max(out[-1].right, glyph.right)
            # Two signs are parts from the right as the letters of a word are.
            follows = is_arabic_sign(out[-1].text) and glyph.left > out[-1].left
            out[-1] = replace(out[-1], left=left, right=right)
            out.insert(len(out) - follows, replace(glyph, left=left, right=right))
            continue
        out.append(glyph)
    return with_signs_placed(out), size[quarters % 2]


def _halves_of_one(letter: Glyph, sign: Glyph) -> bool:
    """Whether a letter and its vowel sign are one glyph of the font, whose box PDFium cuts in two."""
    return (
        is_arabic_sign(sign.text)
        and letter.base == sign.base
        and min(abs(letter.left - sign.right), abs(sign.left - letter.right)) < 0.1
        and abs((letter.right - letter.left) - (sign.right - sign.left)) < 0.1
    )


_NEAR = 12
"""Characters before and behind a vowel sign, in the order of the file, among which its letter stands. Chosen: a long word."""
_RAISED = 0.5
"""How far above or below its letters' line a sign may have its own, as a share of the size."""
_TOUCH = 0.1
"""Points within which two edges are one: boxes that PDFium cut from one have the same edge but for rounding."""


def with_signs_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters with vowel signs on the line of their letters, and as wide as the glyph that they share with one.

    A font may set a sign on a line of its own, and a browser writes the letters of a run before its signs, or gives the glyph of the
    sign alone for both: then the letter is as wide there as it is elsewhere on the page.
    """
    out = list(glyphs)
    widths = dict[str, float]()
    for i, sign in enumerate(glyphs):
        if not is_arabic_sign(sign.text) or out[i] is not sign:
            continue  # No sign, or one that was placed with another sign of its letter.
        near = range(max(0, i - _NEAR), min(len(out), i + _NEAR + 1))
        letters = [k for k in near if is_arabic(out[k].text) and abs(out[k].base - sign.base) <= _RAISED * sign.size]
        if not letters:
            continue
        signs = [k for k in near if is_arabic_sign(glyphs[k].text) and _same_box(glyphs[k], sign)]
        own = [k for k in letters if _same_box(out[k], sign) or _part_of_one(out[k], sign, len(signs))]
        base = statistics.median_low(out[k].base for k in letters)
        left = min([sign.left, *(out[k].left for k in own)])
        right = max([sign.right, *(out[k].right for k in own)])
        if own and abs(sign.base - base) > _TOUCH:
            widths = widths or _usual_widths(glyphs)
            more = max(0.0, widths.get(out[own[0]].text, 0.0) - (right - left)) / 2
            left, right = left - more, right + more
        for k in (*own, *signs):
            out[k] = replace(out[k], left=left, right=right, base=base)
    return out


def _usual_widths(glyphs: Sequence[Glyph]) -> dict[str, float]:
    """The usual width of each letter, in points."""
    found: dict[str, list[float]] = {}
    for glyph in glyphs:
        found.setdefault(glyph.text, []).append(glyph.right - glyph.left)
    return {letter: statistics.median(widths) for letter, widths in found.items()}


def _same_box(one: Glyph, other: Glyph) -> bool:
    return (one.left, one.right, one.run) == (other.left, other.right, other.run)


def _part_of_one(letter: Glyph, sign: Glyph, signs: int) -> bool:
    """Whether a letter and its signs are one glyph, whose box PDFium cut into parts of one width, those of the signs joined."""
    touch = min(abs(letter.left - sign.right), abs(sign.left - letter.right)) < _TOUCH
    return touch and abs((sign.right - sign.left) - signs * (letter.right - letter.left)) < _TOUCH * signs


def is_arabic_sign(char: str) -> bool:
    """Whether a character is a vowel sign, which stands over or under its letter."""
    return scripts.is_arabic(char) and unicodedata.combining(char) > 0


def quarters_of(text: pypdfium2.PdfTextPage) -> int:
    """The quarters of a circle, against the clock, by which most characters are turned."""
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    turns: Counter[int] = Counter()
    matrix = pdfium.FS_MATRIX()
    for i in range(text.count_chars()):
        if pdfium.FPDFText_GetMatrix(text.raw, i, matrix):
            turns[round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4] += 1
    return turns.most_common(1)[0][0] if turns else 0


def _turned_back(
    box: pdfium.FS_RECTF, x: float, y: float, quarters: int, size: tuple[float, float]
) -> tuple[float, float, float]:
    """Left and right edge and baseline of a character as they are once its page is turned back."""
    width, height = size
    if quarters == 1:
        return box.bottom, box.top, width - x
    if quarters == 2:
        return width - box.right, width - box.left, height - y
    if quarters == 3:
        return height - box.top, height - box.bottom, x
    return box.left, box.right, y


def _raw_glyphs(text: pypdfium2.PdfTextPage, quarters: int, page: tuple[float, float]) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    box = pdfium.FS_RECTF()
    x, base = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    word = blank = run = 0
    for i in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, i))
        if char in "\r\n":
            run += 1
            word += 1
            continue
        if char.isspace() or char == "\0":
            word += 1
            # A space of PDFium's own making has no width.
            if pdfium.FPDFText_GetLooseCharBox(text.raw, i, box):
                left, right, _ = _turned_back(box, 0.0, 0.0, quarters, page)
                blank += right > left
            continue
        # The loose box is as wide as the advance: what is free between two of them is a space, not the white of a figure.
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, i, box):
            continue
        if not pdfium.FPDFText_GetCharOrigin(text.raw, i, x, base):
            continue
        pdfium.FPDFText_GetMatrix(text.raw, i, matrix)
        size = math.hypot(matrix.c, matrix.d) * float(pdfium.FPDFText_GetFontSize(text.raw, i))
        left, right, line = _turned_back(box, x.value, base.value, quarters, page)
        if not is_placed(left, right, line, size):
            continue
        italic, bold = _style(text, i)
        shown = "-" if char in _LINE_END_HYPHENS else char
        place = {"left": left, "right": right, "base": line, "size": size}
        yield Glyph(text=shown, word=word, blank=blank, run=run, italic=italic, bold=bold, **place)


def is_placed(left: float, right: float, base: float, size: float) -> bool:
    """Whether a character stands somewhere: a damaged file may place one nowhere, or give it no size."""
    return all(map(math.isfinite, (left, right, base, size))) and size > 0


def _style(text: pypdfium2.PdfTextPage, index: int) -> tuple[bool, bool]:
    """Whether a character is set in italics, and whether in bold: by the font's flags and its name."""
    import pypdfium2.raw as pdfium  # here, since most texts are no PDF

    name = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text.raw, index, name, len(name), flags)
    italic = bool(flags.value & _ITALIC_FLAG) or b"Italic" in name.value or b"Oblique" in name.value
    bold = bool(flags.value & _BOLD_FLAG) or b"Bold" in name.value or b"Heavy" in name.value
    return italic, bold


def space_before(glyph: Glyph) -> Glyph:
    """A space that stands where ``glyph`` begins."""
    return replace(glyph, text=" ", right=glyph.left)


def is_chinese(char: str) -> bool:
    """Whether a character is Han or the punctuation that goes with it, which is written without spaces."""
    return scripts.is_written_with_han(char) or scripts.is_full_width(char)


def is_arabic(char: str) -> bool:
    """Whether a character is an Arabic letter, in its own or in a presentation form."""
    return scripts.is_arabic_letter(char)
