"""Findings as comments in a copy of a Word file: at the words, and nothing else is changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from typer.testing import CliRunner

from corpora.errors import InputError
from corpora.model import Span
from corpora.reading import read_resolution
from reports.cli import app
from reports.exporters.word_comments import AUTHOR, WordNote, commented
from tests.support import office

REAL = Path(__file__).parents[4] / "shared" / "record" / "ods"
_INSERTED = f"<w:ins {nsdecls('w')} w:id='90' w:author='Ana'><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'> fifteen days</w:t></w:r></w:ins>"
_DELETED = f"<w:del {nsdecls('w')} w:id='91' w:author='Ana'><w:r><w:delText>twelve days</w:delText></w:r></w:del>"
_BOXED = (
    f"<w:r {nsdecls('w')}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>Boxed words</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def own_document() -> DocumentType:
    """A text with runs of several looks, a table, a tracked change, a text box, a list and a comment of somebody's."""
    document = Document()
    document.add_paragraph("The Economic and Social Council,")
    first = document.add_paragraph("1. ")
    first.add_run("Requests").italic = True
    run = first.add_run(" the Secretary-General to report on 30 June 2004 and on 5 May 2005;")
    run.font.name = "Arial"
    document.add_comment([run], text="Check this.", author="Ana", initials="A")
    second = document.add_paragraph("2. Decides to meet for")
    second._p.append(parse_xml(_DELETED))
    second._p.append(parse_xml(_INSERTED))
    second.add_run(" in Geneva.")
    second._p.append(parse_xml(_BOXED))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Budget", "40 000 dollars"
    document.add_paragraph("first point", style="List Bullet")
    return document


def saved(document: DocumentType, path: Path) -> Path:
    document.save(str(path))
    return path


def texts(document: DocumentType) -> list[str]:
    paragraphs = document.element.body.iter(qn("w:p"))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs]


def looks(document: DocumentType) -> list[tuple[str, str]]:
    """Each character with the looks of its run."""
    out = []
    for text in document.element.body.iter(qn("w:t")):
        properties = text.getparent().find(qn("w:rPr"))
        shown = etree.tostring(properties).decode() if properties is not None else ""
        out += [(c, shown) for c in text.text or ""]
    return out


def covered(document: DocumentType) -> dict[str, str]:
    """The words that each comment of ours stands at."""
    found, stands = {}, set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            stands.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            stands.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in stands:
                found[number] = found.get(number, "") + (element.text or "")
    ours = {str(c.comment_id): c.text for c in document.comments if c.author == AUTHOR}
    return {text: found.get(number, "") for number, text in ours.items()}


def notes_at(path: Path, *words: str) -> Iterator[WordNote]:
    for paragraph in read_resolution(path, "en").all_paragraphs():
        for said in words:
            at = paragraph.text.find(said)
            if at >= 0:
                yield WordNote(paragraph.id, Span(at, at + len(said)), said)


def test_a_comment_stands_at_its_words_and_nothing_else_is_changed(tmp_path: Path) -> None:
    path = saved(own_document(), tmp_path / "en.docx")
    said = [
        "Requests",
        "30 June 2004",
        "30 June 2004 and on 5 May",
        "5 May 2005",
        "fifteen days",
        "days in Geneva",
        "40 000",
        "point",
    ]
    notes = list(notes_at(path, *said))
    assert {note.text for note in notes} >= set(said) - {"40 000"}
    data = path.read_bytes()
    made = Document(io.BytesIO(commented(data, "en.docx", read_resolution(path, "en"), notes)))
    assert path.read_bytes() == data
    assert {text: words.strip() for text, words in covered(made).items()} == {note.text: note.text for note in notes}
    before = Document(str(path))
    assert texts(made) == texts(before) and looks(made) == looks(before)
    # The colleague's comment, the tracked changes and the box are there.
    assert [(c.author, c.text) for c in made.comments if c.author != AUTHOR] == [("Ana", "Check this.")]
    body = made.element.body
    assert [len(list(body.iter(qn(f"w:{tag}")))) for tag in ("ins", "del", "txbxContent", "tbl")] == [1, 1, 1, 1]
    # What a tracked change inserts holds no reference to a comment: rejecting it takes no comment along.
    assert not any(list(e.iter(qn("w:commentReference"))) for e in body.iter(qn("w:ins")))


def test_hyphens_that_word_writes_as_elements_part_words(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("The Council,")
    run = document.add_paragraph("1. Invites the Non").add_run()
    for word in ("Self", "Governing Territories and non", "member States to meet;"):
        run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(word)
    path = saved(document, tmp_path / "en.docx")
    said = ["Self", "Governing Territories", "member States", "Non"]
    notes = list(notes_at(path, *said))
    assert [note.text for note in notes] == said, "the reader reads the hyphens"
    made = Document(io.BytesIO(commented(path.read_bytes(), "en.docx", read_resolution(path, "en"), notes)))
    assert covered(made) == {word: word for word in said}
    assert len(list(made.element.body.iter(qn("w:noBreakHyphen")))) == 3


def test_what_has_no_words_stands_at_those_before_it(tmp_path: Path) -> None:
    path = saved(own_document(), tmp_path / "en.docx")
    read = read_resolution(path, "en")
    first = next(p for p in read.paragraphs if "Secretary-General" in p.text)
    made = commented(
        path.read_bytes(), "en.docx", read, [WordNote(first.id, None, "lacks"), WordNote("op99", None, "gone")]
    )
    assert covered(Document(io.BytesIO(made))) == {"lacks": "2005", "gone": "The"}
    boxed = [WordNote(p.id, Span(0, 5), "box") for p in read.paragraphs if p.text.startswith("Boxed")]
    if boxed:
        found = covered(Document(io.BytesIO(commented(path.read_bytes(), "en.docx", read, boxed))))
        assert found == {"box": "Boxed words"}


def test_a_file_that_is_none_is_said_in_one_line(tmp_path: Path) -> None:
    path = saved(own_document(), tmp_path / "en.docx")
    with pytest.raises(InputError, match="is no Word document that comments can be added to"):
        commented(b"PK nothing", "en.docx", read_resolution(path, "en"), [])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """French as Word and English as Word with another year; Spanish as Markdown."""
    made = tmp_path_factory.mktemp("word") / "docs"
    made.mkdir()
    for code, head, act in (
        (
            "fr",
            "Le Conseil économique et social,",
            "1. Prie le Secrétaire général de lui faire rapport le 30 juin 2004 ;",
        ),
        (
            "en",
            "The Economic and Social Council,",
            "1. Requests the Secretary-General to report to it on 30 June 2005;",
        ),
    ):
        document = Document()
        document.add_paragraph(head)
        document.add_paragraph(act)
        saved(document, made / f"{code}.docx")
    act = "1. Pide al Secretario General que le informe el 30 de junio de 2004;"
    (made / "es.md").write_text(f"El Consejo Económico y Social,\n\n{act}\n", encoding="utf-8")
    return made


def test_the_command_comments_each_word_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "commented"
    done = CliRunner().invoke(app, ["export", str(folder), "--comments", "-o", str(output), "--ui", "fr"])
    assert done.exit_code == 0, done.output
    assert sorted(p.name for p in output.iterdir()) == ["en.docx", "fr.docx"]
    assert "es.md: n’est pas un .docx : il ne reçoit pas de commentaires" in done.output
    ((text, words),) = covered(Document(str(output / "en.docx"))).items()
    assert words == "30 June 2005" and text.startswith("Date") and "français" in text and "30 juin 2004" in text


def test_what_cannot_be_commented_is_refused(folder: Path, tmp_path: Path) -> None:
    def refused(*arguments: str) -> str:
        done = CliRunner().invoke(app, ["export", *arguments])
        assert isinstance(done.exception, InputError)
        return str(done.exception)

    assert "would take the place of the file that is commented" in refused(str(folder), "--comments", "-o", str(folder))
    texts_only = tmp_path / "texts"
    texts_only.mkdir()
    for code in ("fr", "es"):
        (texts_only / f"{code}.md").write_text((folder / "es.md").read_text(encoding="utf-8"), encoding="utf-8")
    assert "no file is a Word document" in refused(str(texts_only), "--comments", "-o", str(tmp_path / "out"))


@pytest.mark.whole
@pytest.mark.skipif(not REAL.is_dir(), reason="the record of ../shared is not here")
@pytest.mark.skipif(not office.can("sw"), reason="LibreOffice is not here")
def test_real_documents_are_opened_and_their_text_stays(tmp_path: Path) -> None:
    files = []
    for path in sorted(REAL.glob("*/N18224*.DOC")) + sorted(REAL.glob("ga72-word/N1743*.DOC"))[:3]:
        data, read = path.read_bytes(), read_resolution(path)
        notes = [WordNote(p.id, a.span, "here") for p in read.all_paragraphs() for a in p.anchors]
        files.append(tmp_path / f"{path.stem}.docx")
        files[-1].write_bytes(commented(data, path.name, read, notes))
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(files[-1]) as new:
            assert set(old.namelist()) <= set(new.namelist())
        again = read_resolution(files[-1])
        assert [(p.id, p.text) for p in again.all_paragraphs()] == [(p.id, p.text) for p in read.all_paragraphs()]
    office.convert(files, "pdf", tmp_path)
    assert all(path.with_suffix(".pdf").stat().st_size > 10_000 for path in files)
