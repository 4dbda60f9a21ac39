"""k09, k10, k12, k13, k16: marks of lists and paragraph numbers, typed or counted by the format."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution, read_text
from corpora.text.numbering import letter
from tests.corpora.readers.test_word_documents import item, level, par, word_file
from tests.failing_kinds.texts import ACT, LANGUAGES, LAST, OPENING, SYMBOL, ids, in_every_format, numbered

ASKS = {
    "fr": ("Prie le Secrétaire général :", "De convoquer une réunion;", "De faire rapport :", "Au Conseil;", "À la Commission;"),
    "en": ("Requests the Secretary-General:", "To convene a meeting;", "To report:", "To the Council;", "To the Commission;"),
    "es": ("Solicita al Secretario General que:", "Convoque una reunión;", "Presente informes:", "Al Consejo;", "A la Comisión;"),
    "ru": ("просит Генерального секретаря:", "созвать совещание;", "представить доклад:", "Совету;", "Комиссии;"),
    "ar": ("يطلب إلى الأمين العام:", "أن يعقد اجتماعا؛", "أن يقدم تقارير:", "إلى المجلس؛", "إلى اللجنة؛"),
    "zh": ("请秘书长：", "召开会议；", "提交报告：", "向理事会提交；", "向委员会提交；"),
}  # fmt: skip
MARKS = {
    "fr": ("a) ", "b) ", "i) ", "ii) "), "en": ("(a) ", "(b) ", "(i) ", "(ii) "), "es": ("a) ", "b) ", "i) ", "ii) "),
    "ru": ("а) ", "б) ", "i) ", "ii) "), "ar": ("(أ) ", "(ب) ", "‘1’ ", "‘2’ "), "zh": ("(a) ", "(b) ", "㈠ ", "㈡ "),
}  # fmt: skip
PLACES = ["op1", "op1.a", "op1.b", "op1.b.i", "op1.b.ii", "op2"]
ALPHABETS = {
    "fr": [*string.ascii_lowercase, "aa", "bb"], "en": [*string.ascii_lowercase, "aa", "bb"], "es": [*string.ascii_lowercase, "aa", "bb"],
    "ru": list("абвгдежзиклмнопрстуфхцчшщэюя"), "ar": list("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
}  # fmt: skip
AGAIN = {
    "fr": ("1 bis. ", "1 alt. "), "en": ("1 bis. ", "1 alt. "), "es": ("1 bis. ", "1 alt. "),
    "ru": ("1 бис. ", "1 альт. "), "ar": ("1 مكررا - ", "1 بديل - "), "zh": ("1之二. ", "1备选. "),
}  # fmt: skip
WORD_FIGURES = {
    "fr": ("decimal", "lowerLetter", "lowerRoman"), "en": ("decimal", "lowerLetter", "lowerRoman"), "es": ("decimal", "lowerLetter", "lowerRoman"),
    "ru": ("decimal", "russianLower", "lowerRoman"), "ar": ("decimal", "arabicAbjad", "decimal"), "zh": ("decimal", "lowerLetter", "chineseCounting"),
}  # fmt: skip
BARE, POINTS, BRACKETS = ("%1", "%2", "%3"), ("%1.", "%2.", "%3."), ("%1.", "(%2)", "(%3)")


def acts(resolution: Resolution) -> list[str]:
    kinds = (Kind.OPERATIVE, Kind.ITEM, Kind.CONTINUATION)
    return [p.id for p in resolution.paragraphs if p.kind in kinds]


@pytest.mark.parametrize("act", ["numbered", "without a number"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_k09_points_below_a_letter(code: str, act: str, tmp_path: Path) -> None:
    first, *points = ASKS[code]
    lines = [mark + text for mark, text in zip(MARKS[code], points, strict=True)]
    opening = [SYMBOL, *OPENING[code]]
    if act == "numbered":
        lines = [*opening, numbered(code, 1, first), *lines, numbered(code, 2, LAST[code])]
    else:
        lines = [*opening, first, *lines]
    for suffix, found in in_every_format(lines, tmp_path).items():
        assert acts(found) == PLACES[: len(acts(found))] and len(acts(found)) >= 5, suffix


@pytest.mark.parametrize("marks", ["㈠㈡", "（一）|（二）", "(一) |(二) "])
def test_k09_every_form_of_chinese_points(marks: str) -> None:
    one, two = marks.split("|") if "|" in marks else marks
    first, meeting, report, *points = ASKS["zh"]
    lines = [first, f"(a) {meeting}", f"(b) {report}", one + points[0], two + points[1]]
    assert acts(read_text("\n\n".join([SYMBOL, *OPENING["zh"], *lines]), "zh")) == PLACES[:5]


@pytest.mark.parametrize("code", ALPHABETS)
def test_k10_every_letter_marks_a_point(code: str, tmp_path: Path) -> None:
    first, point, *_ = ASKS[code]
    around = "({})" if code in ("en", "ar") else "{})"
    points = [f"{around.format(mark)} {point}" for mark in ALPHABETS[code]]
    lines = [SYMBOL, *OPENING[code], numbered(code, 1, first), *points, numbered(code, 2, LAST[code])]
    for suffix, found in in_every_format(lines, tmp_path).items():
        assert acts(found) == ["op1", *(f"op1.{letter(n)}" for n in range(1, 29)), "op2"], suffix


@pytest.mark.parametrize("form", [POINTS, BRACKETS, BARE], ids=["1. a. i.", "1. (a) (i)", "1 a i"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_k12_lists_that_word_counts(code: str, form: tuple[str, str, str], tmp_path: Path) -> None:
    levels = "".join(
        level(d, shape, text) for d, (shape, text) in enumerate(zip(WORD_FIGURES[code], form, strict=True))
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    depths = (0, 1, 1, 2, 2)
    body = "".join(par(text) for text in (SYMBOL, *OPENING[code]))
    body += "".join(item(text, 1, depth) for text, depth in zip(ASKS[code], depths, strict=True)) + item(LAST[code], 1)
    path = tmp_path / "list.docx"
    path.write_bytes(word_file(body, numbering=numbering))
    if code == "ar":
        # The third level counts in figures there; without a sign behind them they are no marks.
        below = ["op1.+1", "op1.+2"] if form is BARE else ["op1.b.1", "op1.b.2"]
        assert acts(read_resolution(path)) == [*PLACES[:3], *below, "op2"]
    else:
        assert acts(read_resolution(path)) == PLACES


@pytest.mark.parametrize("code", LANGUAGES)
def test_k12_lists_that_a_browser_counts(code: str, tmp_path: Path) -> None:
    first, meeting, report, council, commission = ASKS[code]
    inner = f'<ol style="list-style-type: lower-roman"><li>{council}</li><li>{commission}</li></ol>'
    points = f'<ol type="a"><li><p>{meeting}</p></li><li>{report}{inner}</li></ol>'
    head = "".join(f"<p>{text}</p>" for text in (SYMBOL, *OPENING[code]))
    path = tmp_path / "list.html"
    path.write_text(f"<html><body>{head}<ol><li>{first}{points}</li><li>{LAST[code]}</li></ol></body></html>", "utf-8")
    found = read_resolution(path)
    assert acts(found) == PLACES
    assert found.paragraph("op1.b.ii").number == "ii"


@pytest.mark.parametrize("code", LANGUAGES)
def test_k13_a_list_goes_on_where_it_was_left(code: str, tmp_path: Path) -> None:
    """In Word two instances of one list, on a web page a start or a value; in Markdown the figures are typed."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    opening = "".join(par(text) for text in (SYMBOL, *OPENING[code]))
    word = tmp_path / "list.docx"
    for instances, expected in (((1, 2, 1), ["1", "2", "3"]), ((7, 7, 7), ["7", "8", "9"])):
        word.write_bytes(word_file(opening + "".join(item(ACT[code], n) for n in instances), numbering=numbering))
        assert [p.number for p in read_resolution(word).paragraphs if p.kind is Kind.OPERATIVE] == expected
    page = tmp_path / "list.html"
    head = "".join(f"<p>{text}</p>" for text in (SYMBOL, *OPENING[code]))
    lists = f'<ol><li>{ACT[code]}</li></ol><ol start="2"><li>{ACT[code]}</li><li value="5">{LAST[code]}</li></ol>'
    page.write_text(f"<html><body>{head}{lists}</body></html>", encoding="utf-8")
    assert [p.number for p in read_resolution(page).paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2", "5"]


def test_k13_a_page_that_types_its_marks_keeps_them(tmp_path: Path) -> None:
    page = tmp_path / "list.html"
    head = "".join(f"<p>{text}</p>" for text in (SYMBOL, *OPENING["fr"]))
    page.write_text(
        f"<html><body>{head}<ul><li>3. {ACT['fr']}</li><li>4. {LAST['fr']}</li></ul></body></html>", encoding="utf-8"
    )
    found = read_resolution(page)
    assert [(p.number, p.text) for p in found.paragraphs if p.kind is Kind.OPERATIVE] == [
        ("3", ACT["fr"]),
        ("4", LAST["fr"]),
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_k16_numbers_that_stand_again_and_numbers_in_brackets(code: str, tmp_path: Path) -> None:
    bis, alternative = AGAIN[code]
    lines = [numbered(code, 1, ACT[code]), bis + ACT[code], alternative + ACT[code]]
    lines += [f"[{numbered(code, 2, ACT[code])}]", f"[3.] {LAST[code]}"]
    for suffix, found in in_every_format([SYMBOL, *OPENING[code], *lines], tmp_path).items():
        assert ids(found) == ["pp1", "op1", "op1bis", "op1alt", "op2", "op3"], suffix
        assert all(p.verb is not None for p in found.paragraphs if p.kind is Kind.OPERATIVE), suffix


@pytest.mark.parametrize("form", ["{}) ", "({}) "])
@pytest.mark.parametrize("code", LANGUAGES)
def test_figures_in_brackets_count_points_and_where_nothing_else_does_acts(code: str, form: str) -> None:
    first, meeting, *_ = ASKS[code]
    opening = [SYMBOL, *OPENING[code]]
    two = [form.format(n) + meeting for n in (1, 2)]
    points = read_text("\n\n".join([*opening, numbered(code, 1, first), *two, numbered(code, 2, LAST[code])]), code)
    assert acts(points) == ["op1", "op1.1", "op1.2", "op2"]
    counted = read_text("\n\n".join([*opening, form.format(1) + ACT[code], form.format(2) + LAST[code]]), code)
    assert acts(counted) == ["op1", "op2"]
