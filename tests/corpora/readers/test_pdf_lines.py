"""PDF lines from glyphs: order from right to left, raised marks, overlapping brackets, hyphens at line ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpora.readers.pdf.glyphs import Glyph, is_placed, with_signs_placed
from corpora.readers.pdf.lines import Line
from corpora.readers.pdf.paragraphs import Paragraphs
from corpora.readers.pdf.pieces import pieces_of
from corpora.readers.pdf.right_to_left import in_reading_order, is_latin_line

SIZE = 10.0


def seen(words: str, *, left: float = 0.0, base: float = 100.0, run: int = 0, size: float = SIZE) -> list[Glyph]:
    """Glyphs as they are seen from the left, five points wide; a space is five points of nothing."""
    out: list[Glyph] = []
    word = 0
    for i, char in enumerate(words):
        if char == " ":
            word += 1
            continue
        x = left + 5 * i
        out.append(Glyph(char, x, x + 5, base, size, word + 100 * run, word + 100 * run, run))
    return out


def read(glyphs: Sequence[Glyph]) -> str:
    return "".join(g.text for g in in_reading_order(glyphs))


@pytest.mark.parametrize(
    ("shown", "read_as"),
    [
        # What stands on the left is read last; figures, symbols and Latin words are read from the left.
        ("١٢٣/٦٥ رارقلا", "القرار ١٢٣/٦٥"),
        # Behind Arabic letters a range is read from the right (rules W2, W4, N1); a job number at the head of a line is one number.
        ("2026-2023 ةرتفلل", "للفترة 2023-2026"),
        ("02-54321", "02-54321"),
        ("،)S/2020/429( نييندملا", "المدنيين (S/2020/429)،"),
        # A year belongs to the Arabic before it, a second figure to the Latin word.
        ("(S/2019/822) 2019", "2019 (S/2019/822)"),
        ("ةقيثولا S/2019/822 2019 لوليأ", "أيلول 2019 S/2019/822 الوثيقة"),
        ("ريرقتلاو Add. 2 and Corr. 1 ةقيثولا", "الوثيقة Add. 2 and Corr. 1 والتقرير"),
        ("Corr. 1 و E/CN.15/2002/2 81", "81 E/CN.15/2002/2 و Corr. 1"),
        ("S/RES/1373 (2001) رارقلا", "القرار S/RES/1373 (2001)"),
        ("(NPT/CONF.2000/28 (Parts I and II)) ةقيثولا", "الوثيقة (NPT/CONF.2000/28 (Parts I and II))"),
        # Brackets stand as they are seen or turned about, by the program that wrote the file.
        ("،(اليدنام", "مانديلا)،"),
        ("،(", ")،"),
        ("(2001) 1373 رارقلا", "القرار 1373 (2001)"),
        (")2001( 1373 رارقلا", "القرار 1373 (2001)"),
        ("ءاضعألا )أ(", "(أ) الأعضاء"),
        # What stands before the first word of a line is not known: a range goes up.
        ("ةيلاملا 2026-2023", "2023-2026 المالية"),
        ("ةيلاملا 2023-2026", "2023-2026 المالية"),
        # PDFium turns quotation marks of a stretch from the right about, but not one behind Latin letters.
        ("ةديدجلا ”ةطخلا“", "”الخطة“ الجديدة"),
        ("ةديدجلا “ABC“", "”ABC“ الجديدة"),
    ],
)
def test_a_line_is_read_from_the_right(shown: str, read_as: str) -> None:
    assert read(seen(shown)) == read_as


def test_a_ligature_keeps_its_letters_in_order() -> None:
    # PDFium turns the letters of one glyph about with the rest of its run: alef is never joined on, so it stands last.
    glyphs = seen("مأسل")
    lam, alef = glyphs[2], glyphs[1]
    both = [replace(alef, left=5, right=15, text="ا"), replace(lam, left=5, right=15, text="ل")]
    assert read([glyphs[0], *both, glyphs[3]]) == "للام"


def test_vowel_signs_stay_with_their_letters() -> None:
    letters = seen("ملسي")
    sign = replace(letters[1], text="ّ", base=104.0, left=5.5, right=8.5)
    other_line = seen("رخآ", base=86.0, run=1)
    lines = pieces_of([*letters, sign, *other_line])
    assert [read(line) for line in lines] == ["يسلّم", "آخر"]


def test_a_glyph_of_a_letter_and_its_signs_is_as_wide_as_its_parts() -> None:
    # A browser writes the letters of a run from the left, then its signs; PDFium cuts the box of the one glyph into three.
    seen_line = seen("ميلس")
    letter = replace(seen_line[1], left=8, right=10)
    signs = [replace(letter, text=sign, left=5, right=8) for sign in ("\u0651", "\u0650")]
    narrow = [replace(sign, left=4, right=8) for sign in signs]
    placed = with_signs_placed([seen_line[0], letter, *seen_line[2:], *narrow])
    assert {(g.left, g.right) for g in placed if g.text in ("ي", "\u0651", "\u0650")} == {(4, 10)}
    # Of another width than its parts it is a sign beside the letter.
    wide = with_signs_placed([seen_line[0], letter, *seen_line[2:], replace(signs[0], left=2, right=8)])
    assert [(g.left, g.right) for g in wide if g.text == "ي"] == [(8, 10)]


def test_a_letter_that_its_sign_sets_on_another_line_stays_in_its_word() -> None:
    # The glyph of the sign stands for both: narrow, and raised.
    line = seen("كتكبك")
    raised = replace(line[2], left=11, right=13, base=102)
    sign = replace(raised, text="\u0651")
    words = [replace(g, word=int(k > 3)) for k, g in enumerate([*line[:2], raised, sign, *line[3:]])]
    placed = with_signs_placed(words)
    assert [read(one) for one in pieces_of(placed)] == ["كبكّتك"]
    assert [(g.left, g.right, g.base) for g in placed[2:4]] == [(9.5, 14.5, 100.0)] * 2


def test_a_space_beside_a_vowel_sign_may_be_narrower_than_others() -> None:
    # PDFium marks a space on both sides of a sign; a browser's own may be .21 of the size, and between letters there is none.
    def line(gap: float) -> str:
        after = [replace(g, word=1) for g in seen("يُ", left=-10.0)]
        sign = replace(after[1], left=after[0].left, right=after[0].right)
        return read([*seen("نأ", left=-5.0 + gap), after[0], sign])

    assert line(2.1) == "أن يُ"
    assert line(0.9) == "أنيُ"


def test_the_comma_of_arabic_words_ends_a_line_of_theirs() -> None:
    assert is_latin_line(seen("16 August 2002"))
    assert not is_latin_line(seen("،ABC/RES/56/117"))


def test_a_raised_mark_is_part_of_its_line() -> None:
    # PDFium gives the mark first, then what is left and right of it.
    mark = seen("82", left=20, base=104.5, run=0, size=6.5)
    lines = pieces_of([*mark, *seen("века", run=1), *seen(", и далее", left=30, run=2), *seen("новая", base=86, run=3)])
    assert ["".join(g.text for g in line) for line in lines] == ["века82,идалее", "новая"]


def test_columns_are_no_line() -> None:
    lines = pieces_of([*seen("левая"), *seen("правая", left=38, run=1)])
    assert len(lines) == 1  # a tab stands so
    lines = pieces_of([*seen("левая"), *seen("ниже", base=88, run=1), *seen("правая", left=38, run=2)])
    assert ["".join(g.text for g in line) for line in lines] == ["левая", "ниже", "правая"]


def test_a_bracket_that_is_set_closer_keeps_its_place() -> None:
    glyphs = seen("约》(《佩")
    quote = replace(glyphs[3], left=9.5, right=20.0)  # full width, its left half empty
    order = pieces_of([*glyphs[:2], quote, glyphs[2], glyphs[4]])[0]
    assert "".join(g.text for g in order) == "约》(《佩"


def lines_of(*texts: str) -> list[Line]:
    return [Line(tuple(_with_spaces(seen(text, base=700 - 12 * i, run=i))), 0) for i, text in enumerate(texts)]


def _with_spaces(glyphs: Sequence[Glyph]) -> list[Glyph]:
    out: list[Glyph] = []
    for glyph in glyphs:
        if out and glyph.word != out[-1].word:
            out.append(replace(glyph, text=" "))
        out.append(glyph)
    return out


def text_of(*texts: str) -> str:
    return " / ".join(block.text for block in Paragraphs("x.pdf", [lines_of(*texts)]).document().blocks)


def test_hyphens_at_line_ends() -> None:
    # The word stands whole elsewhere: the printer broke it.
    assert "the committee shall" in text_of(
        "the committee shall meet again soon and the commit-", "tee shall report to it"
    )
    # A compound that the document, or the language, has with its hyphen.
    kept = text_of(
        "the commit-", "tee, or committee, on counter-terrorism and on counter-", "terrorism laws of all States"
    )
    assert kept.count("counter-terrorism") == 2
    assert "государств-членов" in text_of(
        "комите-", "ту или комитету надлежит просить всех государств-", "членов о помощи"
    )
    # Two compounds at line ends are no habit of the printer.
    short = text_of(
        "меры наказания для женщин-", "правонарушителей и программы профессионально-", "технической подготовки"
    )
    assert "женщин-правонарушителей" in short and "профессионально-технической" in short
    # "sex- and age-disaggregated"
    assert "sex- and age" in text_of(
        "the commit-", "tee, or committee, collects and studies sex-", "and age-disaggregated data"
    )


def test_slashes_and_figures_at_line_ends() -> None:
    assert "A/RES/56/1" in text_of("recalling its earlier resolution A/RES/", "56/1 of that year and the next")
    assert "and/or similar" in text_of(
        "in the light of indicators, of graphs and/", "or similar criteria of the States"
    )
    assert "第2357号" in text_of("回顾安全理事会第1970号决议和第1973号决议以及第23", "57号决议")


def test_characters_that_a_damaged_file_places_nowhere() -> None:
    # Found by benchmarks.fuzz: positions that overflow, sizes of nothing.
    assert is_placed(0.0, 5.0, 100.0, SIZE)
    assert not is_placed(float("nan"), 5.0, 100.0, SIZE)
    assert not is_placed(0.0, 5.0, float("inf"), SIZE)
    assert not is_placed(0.0, 5.0, 100.0, 0.0)


def test_a_line_that_was_spread_over_its_column_is_one() -> None:
    words = ("resolutions of the Assembly and", "coordination", "with", "the Committee and other bodies.")
    places = ((0, 700.0), (0, 688.0), (135, 688.0), (0, 676.0))
    lines = [
        Line(tuple(_with_spaces(seen(text, left=left, base=base, run=i))), 0)
        for i, (text, (left, base)) in enumerate(zip(words, places, strict=True))
    ]
    blocks = Paragraphs("x.pdf", [lines]).document().blocks
    assert [b.text for b in blocks] == [" ".join(words)]
    # The same two words, not out to the edge of the column, are two cells of a table.
    apart = [*lines[:2], Line(tuple(_with_spaces(seen("with", left=100, base=688.0, run=2))), 0), lines[3]]
    assert len(Paragraphs("x.pdf", [apart]).document().blocks) > 1


def _page(number: int, *rows: tuple[str, float]) -> list[Line]:
    return [Line(tuple(_with_spaces(seen(text, base=base, run=i))), number) for i, (text, base) in enumerate(rows)]


def test_letters_that_are_painted_again_at_the_edge_of_the_next_page() -> None:
    last = "a paper of the group on its"
    again = [glyph for glyph in seen(last, base=760.0) if glyph.text in "pg"]
    pages = [_page(0, ("the council takes up", 112), (last, 100)), [Line(tuple(again), 1), *_page(1, ("work", 700))]]
    document = Paragraphs("x.pdf", pages).document()
    assert [block.text for block in document.blocks] == ["the council takes up a paper of the group on its work"]
    assert [aside.reason for aside in document.set_aside] == ["painted again at a page's edge"]


@pytest.mark.parametrize("way", [12.0, 15.0], ids=["as between lines", "of its own"])
def test_a_way_that_returns_below_ended_lines_lies_between_paragraphs(way: float) -> None:
    rows, base = [], 700.0
    for k in range(8):
        rows += [(f"{k} and the organs of all the many", base), ("states in every region of this world,", base - 12)]
        base -= 12 + way
    blocks = Paragraphs("x.pdf", [_page(0, *rows)]).document().blocks
    assert len(blocks) == (8 if way > 12.0 else 1)


def test_rows_of_a_table_are_not_glued() -> None:
    cells = (("Albania", "0.008", "12 000"), ("Bahrain", "0.054", "81 000"), ("Malawi", "0.022", "33 000"))
    lines = []
    for k, row in enumerate(cells):
        base = 700.0 - 13 * k
        glyphs = [
            g for left, cell in zip((0, 90, 180), row, strict=True) for g in seen(cell, left=left, base=base, run=k)
        ]
        lines.append(Line(tuple(glyphs), 0))
    blocks = Paragraphs("x.pdf", [lines]).document().blocks
    assert [block.text[:6] for block in blocks] == ["Albani", "Bahrai", "Malawi"]
