"""k11, k14, k15, k25: raised letters, struck and hidden text, typed footnote marks, a head in YAML."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution
from tests.corpora.readers.test_word_documents import par, run, word_file
from tests.failing_kinds.texts import ACT, LANGUAGES, LAST, OPENING, SYMBOL, ids, numbered

# The number of a meeting, the raised end of it, the words; the day.
MEETINGS = {
    "fr": ("20", "e", " séance plénière", "8 juin 2031"), "en": ("20", "th", " plenary meeting", "8 June 2031"),
    "es": ("20", "a", " sesión plenaria", "8 de junio de 2031"), "ru": ("20", "-е", " пленарное заседание", "8 июня 2031 года"),
}  # fmt: skip
STRUCK = {
    "tag s": "<s>12</s>", "tag del": "<del>12</del>", "tag strike": "<strike>12</strike>",
    "style": '<span style="text-decoration: line-through">12</span>',
}  # fmt: skip
HIDDEN = {
    "attribute": "<span hidden>12</span>", "display": '<span style="display:none">12</span>',
    "visibility": '<b style="visibility: hidden">12</b>',
}  # fmt: skip


def lines_of(code: str) -> list[str]:
    return [SYMBOL, *OPENING[code], numbered(code, 1, ACT[code]), numbered(code, 2, LAST[code])]


def page(lines: list[str], path: Path) -> Path:
    path.write_text("<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>", encoding="utf-8")
    return path


def aside(resolution: Resolution) -> list[tuple[str, str]]:
    return [(a.reason, resolution.source[a.span.start : a.span.end]) for a in resolution.set_aside]


@pytest.mark.parametrize("code", MEETINGS)
def test_k11_the_raised_end_of_an_ordinal_is_no_footnote_mark(code: str, tmp_path: Path) -> None:
    number, raised, words, day = MEETINGS[code]
    files = [page([*lines_of(code), f"{number}<sup>{raised}</sup>{words}", day], tmp_path / "closing.html")]
    for name, around in (("tags", "<sup>{}</sup>"), ("pandoc", "^{}^")):
        files.append(tmp_path / f"{name}.md")
        files[-1].write_text(
            "\n\n".join([*lines_of(code), f"{number}{around.format(raised)}{words}", day]), encoding="utf-8"
        )
    document = docx.Document()
    for line in lines_of(code):
        document.add_paragraph(line)
    closing = document.add_paragraph(number)
    closing.add_run(raised).font.superscript = True
    closing.add_run(words)
    document.add_paragraph(day)
    files.append(tmp_path / "closing.docx")
    document.save(str(files[-1]))
    for path in files:
        found = read_resolution(path)
        closings = [p.text for p in found.paragraphs if p.kind is Kind.CLOSING]
        assert len(closings) == 2 and closings[1] == day, path.name
        assert closings[0] == (number + raised + words).replace("20a", "20ª"), path.name


@pytest.mark.parametrize("form", STRUCK | HIDDEN)
@pytest.mark.parametrize("code", LANGUAGES)
def test_k14_what_a_page_strikes_out_or_hides_is_set_aside(code: str, form: str, tmp_path: Path) -> None:
    text = f"{ACT[code][:-1]} {(STRUCK | HIDDEN)[form]}15{ACT[code][-1]}"
    lines = lines_of(code)
    lines[3] = numbered(code, 1, text)
    found = read_resolution(page(lines, tmp_path / "struck.html"))
    assert found.paragraph("op1").text == f"{ACT[code][:-1]} 15{ACT[code][-1]}"
    assert ("struck out" if form in STRUCK else "hidden text", "12") in aside(found)


def test_k14_a_hidden_block_is_set_aside_whole_and_a_hidden_page_is_read(tmp_path: Path) -> None:
    lines = lines_of("fr")
    whole = "".join(f"<p>{line}</p>" for line in lines)
    path = tmp_path / "hidden.html"
    path.write_text(
        f'<html><body style="visibility:hidden">{whole}<div hidden><p>3. Prie.</p></div></body></html>', "utf-8"
    )
    found = read_resolution(path)
    assert ids(found) == ["pp1", "op1", "op2"]
    assert ("hidden text", "3. Prie.") in aside(found)


@pytest.mark.parametrize("code", LANGUAGES)
def test_k14_what_markdown_and_akoma_ntoso_strike_out(code: str, tmp_path: Path) -> None:
    lines = lines_of(code)
    lines[3] = numbered(code, 1, f"{ACT[code][:-1]} ~~12~~15{ACT[code][-1]}")
    path = tmp_path / "struck.md"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    found = read_resolution(path)
    assert found.paragraph("op1").text == f"{ACT[code][:-1]} 15{ACT[code][-1]}"
    assert ("struck out", "~~12~~") in aside(found)
    formula, recital = OPENING[code]
    path = tmp_path / "struck.xml"
    path.write_text(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><preamble>'
        f"<container><p>{formula}</p></container><container><p>{recital}</p></container></preamble><mainBody><paragraph>"
        f"<num>1.</num><content><p>{ACT[code][:-1]} <del>12</del><ins>15</ins>{ACT[code][-1]}</p></content></paragraph>"
        "</mainBody></statement></akomaNtoso>",
        encoding="utf-8",
    )
    found = read_resolution(path, code)
    assert found.paragraph("op1").text == f"{ACT[code][:-1]} 15{ACT[code][-1]}"
    assert ("struck out", "12") in aside(found)


@pytest.mark.parametrize("text", ["1. Notes ~~ and ~~ again;", "1. Notes a~b and b~~c;"])
def test_k14_a_tilde_alone_strikes_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "tilde.md"
    path.write_text("\n\n".join([SYMBOL, *OPENING["en"], text]), encoding="utf-8")
    assert read_resolution(path).paragraph("op1").text == text.removeprefix("1. ")


@pytest.mark.parametrize("code", LANGUAGES)
def test_k14_and_k15_in_word(code: str, tmp_path: Path) -> None:
    typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    counted = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    box = f"<w:r><w:drawing><w:txbxContent>{par(numbered(code, 2, ACT[code]))}</w:txbxContent></w:drawing></w:r>"
    struck = run("12", "<w:strike/>") + run("13", "<w:vanish/>")
    first = par(run(numbered(code, 1, ACT[code][:-1]) + " ") + struck + run("15" + ACT[code][-1]) + typed + box)
    last = par(run(numbered(code, 3, LAST[code])) + counted)
    notes = (
        f'<w:footnote w:id="2">{par("* E/2031/8.")}</w:footnote><w:footnote w:id="3">{par("E/2031/9.")}</w:footnote>'
    )
    path = tmp_path / "made.docx"
    path.write_bytes(word_file("".join(map(par, lines_of(code)[:3])) + first + last, footnotes=notes))
    found = read_resolution(path)
    assert ids(found) == ["pp1", "op1", "op2", "op3"]
    assert found.paragraph("op1").text == f"{ACT[code][:-1]} 15{ACT[code][-1]}"
    assert {("struck out", "12"), ("hidden text", "13")} <= set(aside(found))
    assert [(note.mark, note.paragraph.text) for note in found.footnotes] == [("*", "E/2031/8."), ("1", "E/2031/9.")]


@pytest.mark.parametrize("suffix", [".md", ".txt"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_k25_a_head_in_yaml_says_symbol_and_language(code: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"front{suffix}"
    head = f'---\nsymbol: A/RES/90/7\ntitle: "{LAST[code]}"\nlanguage: {code.upper()}\n---\n\n'
    path.write_text(head + "\n\n".join(lines_of(code)[1:]), encoding="utf-8")
    found = read_resolution(path)
    assert (found.symbol, found.language, ids(found)) == ("A/RES/90/7", code, ["pp1", "op1", "op2"])
    assert [reason for reason, _ in aside(found)].count("front matter") == 1


BOXED = {"fr": "Urgent", "en": "Urgent", "es": "Urgente", "ru": "Срочно", "ar": "عاجل", "zh": "紧急"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_k14_a_word_in_a_box_is_no_heading_and_no_act(code: str, tmp_path: Path) -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{par(BOXED[code])}</w:txbxContent></w:drawing></w:r>"
    recital, first = (par(run(text) + box) for text in (OPENING[code][1], numbered(code, 1, ACT[code])))
    path = tmp_path / "made.docx"
    body = par(SYMBOL) + par(OPENING[code][0]) + recital + first + par(numbered(code, 2, LAST[code]))
    path.write_bytes(word_file(body))
    found = read_resolution(path)
    assert [p.id for p in found.paragraphs if p.kind.is_main] == ["pp1", "op1", "op2"]
    assert [p.kind for p in found.paragraphs if p.text == BOXED[code]] == [Kind.CONTINUATION] * 2
