"""Word files: lists as Word counts them, headings by style, text boxes, struck and hidden text, typed marks. Texts are made up."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from corpora.readers import docx, read_document
from corpora.readers.base import Document
from corpora.readers.word_numbering import figure
from corpora.reading import read_resolution

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BODY = "word/document.xml"


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with these paragraphs; ``parts`` are other parts by their names without folder and suffix."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(BODY, f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_SPACES}>{content}</w:{name}>")
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content)}</w:p>"


def item(text: str, number: int, depth: int = 0) -> str:
    return par(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, shape: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def read(body: str, **parts: str) -> Document:
    return docx.read("made.docx", word_file(body, **parts))


def numbers(document: Document) -> list[str | None]:
    return [b.number for b in document.blocks]


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks]


def aside(document: Document) -> list[tuple[str, str]]:
    return [(a.reason, document.source[a.span.start : a.span.end]) for a in document.set_aside]


DEFAULT = '<w:abstractNum w:abstractNumId="0">' + "".join(
    (level(0, "decimal", "%1."), level(1, "lowerLetter", "%2."), level(2, "lowerRoman", "%3."))
)
LISTS = (
    f'{DEFAULT}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def test_words_own_list_marks_are_list_marks() -> None:
    body = (
        item("Prie:", 1) + item("de voir;", 1, 1) + item("de dire:", 1, 1) + item("à un;", 1, 2) + item("à deux;", 1, 2)
    )
    body += item("Décide:", 1) + item("d’agir.", 1, 1)
    assert numbers(read(body, numbering=LISTS)) == ["1.", "(a)", "(b)", "(i)", "(ii)", "2.", "(a)"]


def test_lists_of_one_abstract_list_share_a_counter() -> None:
    assert numbers(read(item("Un;", 1) + item("deux;", 2) + item("trois.", 1), numbering=LISTS)) == ["1.", "2.", "3."]


def test_a_start_override_counts_once() -> None:
    body = item("Un;", 1) + item("sept;", 7) + item("huit;", 7) + item("neuf.", 1)
    assert numbers(read(body, numbering=LISTS)) == ["1.", "7.", "8.", "9."]


@pytest.mark.parametrize(("restart", "expected"), [("0", "(b)"), ("", "(a)")])
def test_a_level_restarts_below_a_higher_one_unless_told_not_to(restart: str, expected: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)", more)}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("Un:", 1) + item("a;", 1, 1) + item("Deux:", 1) + item("encore.", 1, 1)
    assert numbers(read(body, numbering=numbering))[-1] == expected


def test_a_style_brings_its_level() -> None:
    styles = '<w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
        f"{level(1, 'lowerLetter', '(%2)', '<w:pStyle w:val=' + chr(34) + 'Item' + chr(34) + '/>')}"
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("Prie:", 1) + par("de voir.", '<w:pStyle w:val="Item"/>')
    assert numbers(read(body, numbering=numbering, styles=styles)) == ["1.", "(a)"]


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        ("lowerLetter", ["a", "b", "aa", "bb"]),
        ("lowerRoman", ["i", "ii", "xxvii", "xxviii"]),
        ("russianLower", ["а", "б", "ю", "я"]),
        ("arabicAbjad", ["أ", "ب", "ظ", "غ"]),
        ("arabicAlpha", ["أ", "ب", "و", "ي"]),
        ("chineseCounting", ["一", "二", "二十七", "二十八"]),
        ("hindiNumbers", ["١", "٢", "٢٧", "٢٨"]),
    ],
)
def test_figures_of_lists(shape: str, written: list[str]) -> None:
    assert [figure(n, shape) for n in (1, 2, 27, 28)] == written


def test_a_damaged_start_gives_no_endless_mark() -> None:
    assert figure(2_000_000_000, "lowerLetter") == "2000000000"


# -- headings ------------------------------------------------------------------------------------------------------------

STYLES = (
    '<w:style w:styleId="H23"><w:name w:val="_ H_2/3"/></w:style>'
    '<w:style w:styleId="Base"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:styleId="Out"><w:name w:val="Other"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)


@pytest.mark.parametrize("style", ["H23", "Mine", "Out"])
def test_headings_by_style(style: str) -> None:
    body = par("1. Prie le Conseil;") + par("Suite donnée", f'<w:pStyle w:val="{style}"/>') + par("2. Décide.")
    assert [b.text for b in read(body, styles=STYLES).blocks if b.heading] == ["Suite donnée"]


def test_a_bold_paragraph_that_ends_as_one_is_no_heading() -> None:
    document = read(par("Prie le Conseil d’agir;", '<w:pStyle w:val="Mine"/>'), styles=STYLES)
    assert not document.blocks[0].heading


# -- nothing lost, nothing glued -----------------------------------------------------------------------------------------


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{par('2. Invite les États;')}</w:txbxContent>"
    anchor = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box + "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(par(run("1. Prie le Conseil;") + anchor) + par("3. Décide."))
    assert texts(document) == ["1. Prie le Conseil;", "2. Invite les États;", "3. Décide."]


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("<w:strike/>", "struck out"),
        ("<w:dstrike/>", "struck out"),
        ("<w:vanish/>", "hidden text"),
        ('<w:sz w:val="2"/>', "hidden text"),
        ('<w:rStyle w:val="Gone"/>', "hidden text"),
    ],
)
def test_struck_and_hidden_text_is_set_aside(properties: str, reason: str) -> None:
    styles = '<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(par(run("1. Prie ") + run("12", properties) + run("15 experts de siéger.")), styles=styles)
    assert texts(document) == ["1. Prie 15 experts de siéger."]
    assert (reason, "12") in aside(document)


def test_switched_off_properties_hide_nothing() -> None:
    document = read(
        par(run("1. Prie ") + run("12", '<w:strike w:val="0"/><w:vanish w:val="false"/>') + run(" experts."))
    )
    assert texts(document) == ["1. Prie 12 experts."]


def test_typed_and_counted_footnote_marks() -> None:
    typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    counted = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    notes = f'<w:footnote w:id="2">{par("* Nouveau tirage.")}</w:footnote><w:footnote w:id="3">{par("E/2031/9.")}</w:footnote>'
    body = par(run("1. Prie") + typed + run("; note") + counted + run(";"))
    document = read(body, footnotes=notes)
    first, *found = document.blocks
    assert first.text == "1. Prie*; note1;"
    assert [first.text[s.start : s.end] for s in first.superscripts] == ["*", "1"]
    assert [(b.number, b.text) for b in found] == [("*", "Nouveau tirage."), ("1", "E/2031/9.")]


def test_endnotes_are_read() -> None:
    body = par(run("1. Prie") + '<w:r><w:endnoteReference w:id="1"/></w:r>' + run(";"))
    document = read(body, endnotes=f'<w:endnote w:id="1">{par("Voir E/2031/9.")}</w:endnote>')
    assert [(b.number, b.text) for b in document.blocks[1:]] == [("i", "Voir E/2031/9.")]


def test_comments_and_page_feet_are_set_aside() -> None:
    document = read(
        par("1. Prie le Conseil."),
        comments=f'<w:comment w:id="0">{par("à vérifier")}</w:comment>',
        footer1=par("31-04412 (F)"),
    )
    assert texts(document) == ["1. Prie le Conseil."]
    assert {("comment", "à vérifier"), ("page footer", "31-04412 (F)")} <= set(aside(document))


@pytest.mark.parametrize(
    "head", ["E/RES/2031/18", "Nations Unies E/RES/2031/18", "E/RES/2031/18 Coopération internationale"]
)
def test_the_symbol_of_a_page_head_is_the_document_s(head: str) -> None:
    document = read(par("1. Prie le Conseil (E/2031/L.17)."), header1=par("Nations Unies") + par(head))
    assert document.symbol == "E/RES/2031/18" and ("page header", head) in aside(document)


def test_a_symbol_with_its_letter_and_the_asterisk_of_a_reissue() -> None:
    assert read(par("1. Prie."), header1=par("A/RES/72/260 B*")).symbol == "A/RES/72/260 B"


@pytest.mark.parametrize("name", ["N3104412.DOC", "N3104412.docx", "sans-suffixe"])
def test_a_word_file_under_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(word_file(par("1. Prie le Conseil économique et social d’agir.")))
    assert texts(read_document(path)) == ["1. Prie le Conseil économique et social d’agir."]


def test_real_word_files_state_their_symbols(record: Path) -> None:
    found = {
        p.name: read_resolution(p).symbol for p in sorted((record / "ods" / "ecosoc-2018-word").glob("N18224*.DOC"))
    }
    assert found == {"N1822420.DOC": "E/RES/2018/18", "N1822432.DOC": "E/RES/2018/16", "N1822444.DOC": "E/RES/2018/14"}


def test_a_real_old_word_file_needs_no_libreoffice(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    resolution = read_resolution(record / "ods" / "other" / "67_290.doc")
    assert resolution.symbol == "A/RES/67/290" and len(resolution.footnotes) == 21
    assert all(n.referred_from for n in resolution.footnotes)
    assert any(a.reason == "converted by msdoc2docx" for a in resolution.set_aside)
