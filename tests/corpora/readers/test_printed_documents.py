"""PDFs as the documents system prints them: page furniture, mastheads in two types, turned pages. All texts are made up."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from corpora.model import Kind, Resolution
from corpora.readers import read_document
from corpora.readers.base import Block, Document
from corpora.readers.pdf import read
from tests.support.printed_sample import masthead_print
from tests.support.sample import LANGUAGES
from tests.support.sample_documents import JOB_NUMBER, PRINTED, can_print

Piece = tuple[float, float, float, str]
"""Left edge, baseline, size in points, and words."""


def printed(*pages: list[Piece], turn: int = 0, rotate: int = 0) -> Document:
    """A PDF of these words, drawn turned by quarters and shown turned by degrees, as the reader gives it."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=(612, 792))
    for page in pages:
        sheet.setPageRotation(rotate)
        if turn:
            sheet.translate(*{1: (612, 0), 2: (612, 792), 3: (0, 792)}[turn])
            sheet.rotate(90 * turn)
        for left, base, size, words in page:
            bold = words.startswith("**")
            sheet.setFont("Times-Bold" if bold else "Times-Roman", size)
            sheet.drawString(left, base, words.strip("*") if bold else words)
        sheet.showPage()
    sheet.save()
    return read("made.pdf", buffer.getvalue())


def body(document: Document) -> list[str]:
    return [b.text for b in document.blocks if b.role is None]


def aside(document: Document) -> list[tuple[str, str]]:
    return [(a.reason, document.source[a.span.start : a.span.end]) for a in document.set_aside]


def words_of(base: float, *lines: str, left: float = 123.0, size: float = 10.0, step: float = 12.0) -> list[Piece]:
    return [(left, base - i * step, size, line) for i, line in enumerate(lines)]


FULL = "of the northern valleys and of the islands that lie before them, and in this regard calls on"
"""A line that fills its column."""


def three_pages() -> Document:
    return printed(
        [
            (60, 42, 10, "31-04412 (E) 170331"),
            (60, 28, 10, "*3104412*"),
            *words_of(700, "The General Assembly,"),
            *words_of(680, "Recalling its resolution 89/2,", left=147),
            *words_of(660, "1. Welcomes the efforts of the Mission in all its mandated tasks", left=147),
            *words_of(648, FULL, "all parties;"),
        ],
        [
            (60, 733, 8.5, "A/RES/90/97"),
            (60, 37, 8.5, "2/3"),
            (524, 38, 7, "31-04412"),
            *words_of(707, "2. Decides to extend the mandate until the end of the year, as it stands", left=147),
            *words_of(695, FULL),
            (99, 110, 8, "__________________"),
            (117, 96, 5.5, "1"),
            (123, 93, 8.5, "See A/90/12, annex."),
        ],
        [
            (508, 733, 8.5, "A/RES/90/97"),
            (60, 38, 7, "31-04412"),
            (540, 37, 8.5, "3/3"),
            *words_of(707, "its members to agree on the map;"),
            *words_of(689, "3. Stresses that it will look at the matter again in a year.", left=147),
        ],
    )


def test_furniture_of_both_parities_stands_in_no_paragraph() -> None:
    document = three_pages()
    assert body(document) == [
        "The General Assembly,",
        "Recalling its resolution 89/2,",
        f"1. Welcomes the efforts of the Mission in all its mandated tasks {FULL} all parties;",
        f"2. Decides to extend the mandate until the end of the year, as it stands {FULL} its members to agree on the map;",
        "3. Stresses that it will look at the matter again in a year.",
    ]
    assert aside(document).count(("running head", "A/RES/90/97")) == 2
    assert {("page number", "2/3"), ("page number", "3/3"), ("rule", "__________________")} <= set(aside(document))
    assert [text for reason, text in aside(document) if reason == "job number"] == [
        "31-04412 (E) 170331",
        "*3104412*",
        "31-04412",
        "31-04412",
    ]


def test_a_symbol_of_running_heads_is_the_document_s() -> None:
    assert three_pages().symbol == "A/RES/90/97"


def test_what_stands_below_a_rule_is_a_footnote() -> None:
    notes = [(b.number, b.text) for b in three_pages().blocks if b.role is Kind.FOOTNOTE]
    assert notes == [("1", "See A/90/12, annex.")]


def test_a_masthead_in_large_and_small_type_is_read_line_by_line() -> None:
    document = printed(
        [
            (123, 734, 14, "United Nations"),
            (492, 735, 10, "E/2031/L.20"),
            (123, 706, 20, "Economic and Social Council"),
            (397, 705.7, 10, "Distr.: Limited"),
            (397, 694, 10, "21 July 2031"),
            (60, 570, 10, "2031 session"),
            (60, 558, 10, "Agenda item 13 (e)"),
            *words_of(500, "The Economic and Social Council,"),
            *words_of(480, "1. Takes note of the report on the valleys", FULL, "all States;"),
        ]
    )
    texts = body(document)
    for line in ("United Nations", "E/2031/L.20", "Economic and Social Council"):
        assert line in texts
    assert any(text.startswith("Distr.: Limited") for text in texts)


def test_a_footnote_that_returns_on_every_page_is_no_running_foot() -> None:
    pages = []
    for number in range(3):
        page = [
            *words_of(700, f"{number + 1}. Notes the work that was done in part {number} of the plan", FULL, "others;"),
            (105, 72, 5.5, str(number + 1)),
            (110, 69, 8.5, "Adopted under the Convention; see"),
            (110, 58.8, 8.5, "A/90/15, decision 1."),
            (60, 30, 8.5, f"{number + 1}"),
        ]
        pages.append(page)
    notes = [b.text for b in printed(*pages).blocks if b.role is Kind.FOOTNOTE]
    assert notes == ["Adopted under the Convention; see A/90/15, decision 1."] * 3


def test_a_page_with_little_text_keeps_it() -> None:
    document = printed(
        words_of(700, "The Council,", "1. Takes note of the first part", FULL, "others;"),
        [
            (60, 733, 8.5, "E/2031/L.20"),
            (60, 37, 8.5, "2/2"),
            *words_of(707, "2. Requests a report.", left=147),
        ],
    )
    assert body(document)[-1] == "2. Requests a report."


def test_the_last_line_of_a_page_may_be_a_year() -> None:
    document = printed(
        words_of(80, "1. Decides to come back to the question of the valleys in the course of", "2031"),
        words_of(700, "2. Requests a report."),
    )
    assert body(document)[0].endswith("in the course of 2031")


def test_bold_lines_are_headings() -> None:
    document = printed(
        [
            *words_of(700, "1. Takes note of the report on the state of the valleys", FULL, "all States;"),
            *words_of(650, "**Follow-up to the present resolution in the years to come**"),
            *words_of(630, "2. Requests a report on the islands", FULL, "all States."),
        ]
    )
    assert [b.text for b in document.blocks if b.heading] == [
        "Follow-up to the present resolution in the years to come"
    ]


def test_a_number_behind_a_recital_that_fills_its_line_begins_a_paragraph() -> None:
    page = [
        *words_of(500, "The General Assembly,"),
        *words_of(
            480, "Recalling " + FULL + ",", "1. Welcomes the efforts of the Mission;", "2. Decides to remain seized."
        ),
    ]
    assert [text.split()[0] for text in body(printed(page))] == ["The", "Recalling", "1.", "2."]


@pytest.mark.parametrize(("turn", "rotate"), [(0, 90), (1, 90), (1, 0), (2, 180), (3, 270)])
def test_turned_pages_read_as_upright_ones(turn: int, rotate: int) -> None:
    page = [
        *words_of(500, "The General Assembly,"),
        *words_of(480, "1. Welcomes the efforts of the Mission in its tasks", FULL, "all parties;"),
    ]
    assert body(printed(page, turn=turn, rotate=rotate)) == body(printed(page))
    assert len(body(printed(page))) == 2


@pytest.mark.slow
@pytest.mark.parametrize("printer", PRINTED)
@pytest.mark.parametrize("code", LANGUAGES)
def test_documents_printed_with_masthead_and_furniture(
    sample: dict[str, Resolution], tmp_path: Path, code: str, printer: str
) -> None:
    if not can_print(printer, code):
        pytest.skip(f"{printer} or a font for {code} is not here: no document is printed")
    path = tmp_path / "document.pdf"
    path.write_bytes(masthead_print(printer, code))
    is_the_sample(read_document(path), sample[code])


def is_the_sample(document: Document, wanted: Resolution) -> None:
    """All paragraphs letter for letter, the footnotes tied, no furniture in the text, the symbol from the running heads."""
    texts = [without_marks(b) for b in document.blocks if b.role is None]
    for paragraph in wanted.paragraphs:
        if paragraph.kind not in (Kind.SYMBOL, Kind.TITLE):
            found = [text for text in texts if text.endswith(paragraph.text) and len(text) - len(paragraph.text) < 8]
            assert found, paragraph.text
    notes = [(b.number, b.text) for b in document.blocks if b.role is Kind.FOOTNOTE]
    assert notes == [(n.mark, n.paragraph.text) for n in wanted.footnotes]
    assert document.symbol == wanted.symbol
    assert not any(JOB_NUMBER in text or "____" in text for text in texts)


def without_marks(block: Block) -> str:
    marked = {i for s in block.superscripts for i in range(s.start, s.end)}
    return "".join(c for i, c in enumerate(block.text) if i not in marked or not block.text[i].isdigit())
