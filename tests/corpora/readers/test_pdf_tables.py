"""Tables of PDFs: the words of one cell stay together, in the order in which its table is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib import colors

from corpora.readers.pdf import read_here
from corpora.readers.pdf.glyphs import Glyph
from corpora.readers.pdf.lines import Page
from corpora.readers.pdf.paragraphs import Paragraphs
from corpora.readers.pdf.rules import Rules, Stroke
from corpora.readers.pdf.tables import tables_of
from tests.support import tables
from tests.support.pdfs import has_font
from tests.support.sample_documents import can_print

LATIN = ("fr", "en", "es")


def plain(texts: Sequence[str]) -> list[str]:
    """Texts without white space, which line ends in Chinese leave open."""
    return [re.sub(r"\s", "", text) for text in texts]


def blocks(data: bytes) -> list[str]:
    return plain([block.text for block in read_here("table.pdf", data).blocks])


RULES = {
    "on all sides": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "between rows": [("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black)],
    "inside alone": [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "at head and foot": [(name, (0, k), (-1, k), 1, colors.black) for name, k in (("LINEABOVE", 0), ("LINEBELOW", 0), ("LINEBELOW", -1))],
    "by ground": [("ROWBACKGROUNDS", (0, 0), (-1, -1), (colors.lightgrey, colors.whitesmoke)), ("INNERGRID", (0, 0), (-1, -1), 1, colors.white)],
}  # fmt: skip


@pytest.mark.parametrize("code", LATIN)
@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_words_of_a_cell_stay_together(code: str, rules: Sequence[tuple[object, ...]]) -> None:
    assert blocks(tables.plain_table_of(code, rules=rules)) == plain(tables.expected(code))


@pytest.mark.parametrize("code", LATIN)
def test_a_table_goes_on_over_pages(code: str) -> None:
    # The head that is printed again is set aside, and a row that the page's end cuts is whole.
    document = read_here("table.pdf", tables.plain_table_of(code, times=14))
    assert plain([block.text for block in document.blocks]) == plain(tables.expected(code, times=14))
    again = " ".join(document.source[a.span.start : a.span.end] for a in document.set_aside)
    assert plain(tables.ROWS[code][0])[0] in re.sub(r"\s", "", again)


# -- pages set by hand, in every direction of writing ---------------------------------------------------------------------

WIDTH = 5.0
"""Points of a character."""


def set_line(words: str, left: float, base: float, run: int, *, from_right: bool) -> list[Glyph]:
    """Glyphs of a line that begins at ``left``, or ends there where it is read from the right."""
    out: list[Glyph] = []
    word = 0
    for i, char in enumerate(words):
        if char == " ":
            word += 1
            continue
        x = left - WIDTH * (i + 1) if from_right else left + WIDTH * i
        out.append(Glyph(char, x, x + WIDTH, base, 10.0, word + 100 * run, word + 100 * run, run))
    return out


CELLS = {
    "ru": (["Демократическая", "Республика", "Конго"], ["Доклад о помощи", "государствам"]),
    "ar": (["جمهورية", "الكونغو", "الديمقراطية"], ["تقرير عن", "المساعدة"]),
    "zh": (["刚果民主", "共和国"], ["关于援助", "的报告", "及其附件"]),
    "en": (["Democratic", "Republic of", "the Congo"], ["Report on the", "aid to States"]),
    "fr": (["République", "démocratique", "du Congo"], ["Rapport sur", "l’aide aux États"]),
    "es": (["República", "Democrática", "del Congo"], ["Informe sobre", "la ayuda"]),
}
BELOW = {"ru": "Бельгия", "ar": "بلجيكا", "zh": "比利时", "en": "Belgium", "fr": "Belgique", "es": "Bélgica"}


def page_of(code: str, *, upright: bool) -> list[str]:
    """The blocks of a page with a table of two rows and two columns, the lines of a row given side by side as printers write them."""
    from_right = code == "ar"
    starts = (296.0, 146.0) if from_right else (4.0, 154.0)
    glyphs: list[Glyph] = []
    run = 0
    for k in range(3):
        for lines, start in zip(CELLS[code], starts, strict=True):
            if k < len(lines):
                glyphs += set_line(lines[k], start, 500.0 - 12 * k, run, from_right=from_right)
                run += 1
    for text, start in zip((BELOW[code], "7"), starts, strict=True):
        glyphs += set_line(text, start, 460.0, run, from_right=from_right)
        run += 1
    level = tuple(Stroke(0.0, 300.0, at) for at in (515.0, 471.0, 455.0))
    sides = tuple(Stroke(455.0, 515.0, at) for at in (0.0, 150.0, 300.0)) if upright else ()
    left, found = tables_of(glyphs, Rules(level, sides), right_first=from_right)
    assert not left
    lines = Page(0, 300.0, from_right).lines(left, found)
    return [block.text for block in Paragraphs("table.pdf", [lines]).document().blocks]


@pytest.mark.parametrize("upright", [True, False], ids=["grid", "level rules"])
@pytest.mark.parametrize("code", CELLS)
def test_cells_are_read_in_the_direction_of_writing(code: str, upright: bool) -> None:
    joint = "" if code == "zh" else " "
    one, other = (joint.join(lines) for lines in CELLS[code])
    assert page_of(code, upright=upright) == [one, other, BELOW[code], "7"]


def test_rules_that_part_no_columns_are_no_table() -> None:
    # Lines that are underlined one by one, and a masthead with one row between its rules.
    words = ("words that are underlined", "stand on their own rules,", "one rule to each of them")
    glyphs = [g for k, text in enumerate(words) for g in set_line(text, 0.0, 500.0 - 12 * k, k, from_right=False)]
    rules = Rules(tuple(Stroke(0.0, 125.0, 498.0 - 12 * k) for k in range(-1, 3)))
    assert tables_of(glyphs, rules, right_first=False) == (glyphs, [])
    masthead = [
        *set_line("Council", 0.0, 500.0, 0, from_right=False),
        *set_line("Distr.: General", 200.0, 500.0, 1, from_right=False),
    ]
    assert tables_of(masthead, Rules((Stroke(0, 300, 490), Stroke(0, 300, 512))), right_first=False) == (masthead, [])


# -- what printers make ---------------------------------------------------------------------------------------------------

PRINTERS: dict[str, Callable[[str], bytes]] = {"LibreOffice": tables.office_table_of, **tables.BY_BROWSER}


@pytest.mark.whole
@pytest.mark.parametrize("code", tables.ROWS)
@pytest.mark.parametrize("printer", PRINTERS)
def test_tables_from_each_printer(code: str, printer: str) -> None:
    if not has_font(code) or not can_print("LibreOffice" if printer == "LibreOffice" else "Chromium", code):
        pytest.skip(f"no printer or font for {code} here")
    times = 14 if printer == "over pages" else 1
    assert blocks(PRINTERS[printer](code)) == plain(tables.expected(code, times))
