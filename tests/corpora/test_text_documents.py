"""Any two texts: read as paragraphs and sentences, aligned, checked, exported; lines of Word files. Texts are our own."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from corpora.errors import InputError, NoResolutionError
from corpora.model import Kind
from corpora.reading import read_resolution
from corpora.resources.line_files import read_lines
from corpora.text_documents import UNKNOWN, TextDocument, by_paragraph, read_readable, read_text_document, read_versions
from reports.cli import app
from tests.corpora.test_other_documents import LETTERS
from tests.failing_kinds.texts import LANGUAGES, written
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow

FRENCH = [
    "Rapport sur les travaux de la bibliothèque",
    "1. La bibliothèque a accueilli 4 500 lecteurs en 2019. Elle a été fermée du 3 mars au 15 juin 2020 (voir A/75/3, par. 12).",
    "2. Le budget s’élevait à 3,5 millions de dollars. M. Dupont, directeur, a démissionné le 1er avril 2020. Son successeur n’a pas été nommé.",
    "Les catalogues ont été numérisés à 80 %. Les lecteurs peuvent les consulter en ligne.",
    "3. La réunion suivante se tiendra à Genève.",
]
ENGLISH = [
    "Report on the work of the library",
    "1. The library received 4,500 readers in 2019. It was closed from 3 March to 15 July 2020 (see A/75/3, para. 12).",
    "2. The budget amounted to $3.5 million. Mr. Dupont, the Director, resigned on 1 April 2020.",
    "80 per cent of the catalogues were digitized. Readers can consult them online.",
    "3. The next meeting will be held in Geneva.",
]
GERMAN = [
    "Bericht über die Arbeit der Bibliothek",
    "Die Bibliothek empfing 2019 4.500 Leser. Sie war vom 3. März bis zum 15. Juni 2020 geschlossen.",
    "Die nächste Sitzung findet in Genf statt.",
]


def word(path: Path, paragraphs: list[str]) -> Path:
    document = docx.Document()
    document.add_heading(paragraphs[0], 1)
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.fixture
def reports(tmp_path: Path) -> tuple[str, str]:
    return str(word(tmp_path / "fr.docx", FRENCH)), str(word(tmp_path / "en.docx", ENGLISH))


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_a_report_is_read_in_paragraphs_and_sentences(reports: tuple[str, str]) -> None:
    document = read_text_document(Path(reports[0]))
    assert isinstance(document, TextDocument) and document.language == "fr" and document.title == FRENCH[0]
    assert [[s.id for s in group] for group in by_paragraph(document.paragraphs)] == [
        ["p1"], ["p2.s1", "p2.s2"], ["p3.s1", "p3.s2", "p3.s3"], ["p4.s1", "p4.s2"], ["p5"],
    ]  # fmt: skip
    assert [document.paragraph(i).number for i in ("p2.s1", "p2.s2", "p4.s1", "p5")] == ["1", None, None, "3"]
    first = document.paragraph("p2.s1")
    assert first.text == "La bibliothèque a accueilli 4 500 lecteurs en 2019." and first.kind is Kind.ITEM
    assert document.paragraph("p1").kind is Kind.HEADING
    assert {a.form for a in document.paragraph("p3.s2").anchors} >= {"2020-04-01"}
    for sentence in document.paragraphs:
        assert len(sentence.offsets) == len(sentence.text) and not sentence.verbs
        assert document.source[sentence.span.start : sentence.span.end].endswith(sentence.text[-5:])


def test_resolutions_stay_resolutions_and_one_text_makes_all_of_them_texts(reports: tuple[str, str]) -> None:
    named: list[str] = []
    both = read_versions([SAMPLE / "fr.md", SAMPLE / "en.md"], on_progress=named.append)
    assert not any(isinstance(d, TextDocument) for d in both) and named == ["fr.md", "en.md"]
    mixed = read_versions([SAMPLE / "fr.md", Path(reports[1])])
    assert all(isinstance(d, TextDocument) for d in mixed)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_letter_beside_resolutions_is_left_out_of_a_folder_and_named_among_files(
    code: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    letter = written(LETTERS[code][1:], tmp_path / "letter.txt")
    paths = [SAMPLE / "fr.md", letter, SAMPLE / "en.md"]
    kinds = [None if d is None else isinstance(d, TextDocument) for d in read_readable(paths)]
    assert kinds == [False, None, False]
    assert caplog.messages == ["left out: letter.txt (no resolution, as the others are)"]
    caplog.clear()
    assert all(isinstance(d, TextDocument) for d in read_versions(paths))
    assert caplog.messages == ["read as texts, since letter.txt is no resolution"]
    caplog.clear()
    # Where too little is left, or the letter is what the others are set beside, all are texts.
    assert all(isinstance(d, TextDocument) for d in read_readable(paths[:2]))
    assert all(isinstance(d, TextDocument) for d in read_readable([letter, paths[0]]))


def test_what_is_no_resolution_says_what_to_do(reports: tuple[str, str]) -> None:
    with pytest.raises(NoResolutionError, match="hexapla align, check, export"):
        read_resolution(Path(reports[0]))


def test_an_empty_document_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"empty\.docx"):
        read_text_document(word(tmp_path / "empty.docx", [""]))


def test_two_reports_are_aligned_sentence_by_sentence(reports: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "beads.json"
    run("align", *reports, "-o", str(out))
    beads = [(b["source"], b["target"]) for b in json.loads(out.read_text(encoding="utf-8"))["beads"]]
    same = ["p1", "p2.s1", "p2.s2", "p3.s1", "p3.s2", "p4.s1", "p4.s2", "p5"]
    assert [b for b in beads if b[0] and b[1]] == [([i], [i]) for i in same]
    assert [b for b in beads if not b[1]] == [(["p3.s3"], [])]


def test_their_values_and_sentences_are_checked(reports: tuple[str, str]) -> None:
    findings = json.loads(run("check", *reports, "--json"))["findings"]
    assert [(f["code"], f["source"]["paragraph"]) for f in findings] == [("D202", "p2.s2"), ("D101", "p3.s3")]


def test_they_are_exported_with_their_text(reports: tuple[str, str], tmp_path: Path) -> None:
    for name in ("memory.tmx", "book.xlsx", "side-by-side.docx", "units.csv", "pair.xlf"):
        run("export", *reports, "-o", str(tmp_path / name))
    units = list(ElementTree.parse(tmp_path / "memory.tmx").iter("tu"))
    texts = [[seg.text for seg in unit.iter("seg")] for unit in units]
    assert ["La réunion suivante se tiendra à Genève.", "The next meeting will be held in Geneva."] in texts
    assert len(texts) == 8
    cells = [c for sheet in openpyxl.load_workbook(tmp_path / "book.xlsx") for row in sheet.values for c in row]
    assert "Les lecteurs peuvent les consulter en ligne." in cells


def test_they_are_reported_as_a_page(reports: tuple[str, str], tmp_path: Path) -> None:
    run("report", str(Path(reports[0]).parent), "--output", str(tmp_path / "out"))
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "Son successeur n’a pas été nommé." in page and "D202" in page


def test_a_language_that_is_not_covered_is_aligned_and_not_checked(reports: tuple[str, str], tmp_path: Path) -> None:
    german = word(tmp_path / "de.docx", GERMAN)
    assert read_text_document(german).language == UNKNOWN
    out = tmp_path / "beads.json"
    run("align", str(german), reports[0], "-o", str(out))
    beads = [(b["source"], b["target"]) for b in json.loads(out.read_text(encoding="utf-8"))["beads"]]
    for pair in (("p1", "p1"), ("p2.s1", "p2.s1"), ("p2.s2", "p2.s2"), ("p3", "p5")):
        assert ([pair[0]], [pair[1]]) in beads
    result = CliRunner().invoke(app, ["check", str(german), reports[0]])
    assert isinstance(result.exception, InputError) and "hexapla align" in str(result.exception)


def test_lines_of_word_files_and_of_texts_with_blank_lines(reports: tuple[str, str], tmp_path: Path) -> None:
    text = tmp_path / "en.txt"
    text.write_bytes(b"\r\n" + "\r\n\r\n".join(ENGLISH).encode())
    assert [line.number for line in read_lines(text)] == [1, 3, 5, 7, 9]
    assert [line.text for line in read_lines(Path(reports[0]))] == FRENCH
    beads = run("align", "--lines", reports[0], str(text)).splitlines()
    assert beads == ["[0]:[1]", "[1]:[3]", "[2]:[5]", "[3]:[7]", "[4]:[9]"]


def test_lines_are_shown_and_cross_where_it_is_asked_for(reports: tuple[str, str], tmp_path: Path) -> None:
    moved = tmp_path / "moved.txt"
    moved.write_text("\n".join([*ENGLISH[:1], *ENGLISH[2:], ENGLISH[1]]), encoding="utf-8")
    shown = run("align", "--lines", reports[0], str(moved), "--moves", "--show").splitlines()
    place = shown.index("[1]:[4]")
    assert shown[place + 1 : place + 3] == [f"  < {FRENCH[1]}", f"  > {ENGLISH[1]}"]
    assert "[1]:[4]" not in run("align", "--lines", reports[0], str(moved))


def test_the_text_of_beads_is_printed_where_it_is_asked_for(reports: tuple[str, str]) -> None:
    shown = run("align", *reports, "--show")
    assert "      < La réunion suivante se tiendra à Genève." in shown
    assert "      > The next meeting will be held in Geneva." in shown
    assert "      < Son successeur n’a pas été nommé." in shown
    assert "Genève" not in run("align", *reports)


def test_lines_that_may_be_wrong(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("\n".join(FRENCH), encoding="utf-8")
    b.write_text("\n".join([*ENGLISH[:2], "It rained.", *ENGLISH[3:]]), encoding="utf-8")
    found = run("align", "--lines", str(a), str(b), "--uncertain").splitlines()
    assert found and "[0]:[0]" not in found and any("2" in bead for bead in found)


def _beads(out: Path) -> list[tuple[str, str, bool]]:
    found = json.loads(out.read_text(encoding="utf-8"))["beads"]
    return [(" ".join(b["source"]), " ".join(b["target"]), b["moved"]) for b in found]


def test_what_moved_in_any_document_crosses_where_it_is_asked_for(reports: tuple[str, str], tmp_path: Path) -> None:
    moved, out = word(tmp_path / "moved.docx", [*ENGLISH[:1], *ENGLISH[2:], ENGLISH[1]]), tmp_path / "beads.json"
    run("align", reports[0], str(moved), "--moves", "-o", str(out))
    crossing = [bead for bead in _beads(out) if bead[2]]
    assert crossing and all(source.startswith("p2") and target.startswith("p5") for source, target, _ in crossing)
    run("align", reports[0], str(moved), "-o", str(out))
    assert not [bead for bead in _beads(out) if bead[2]]
    run("align", *reports, "-o", str(out))
    straight = _beads(out)
    run("align", *reports, "--moves", "-o", str(out))
    assert _beads(out) == straight


def test_a_paragraph_of_a_resolution_that_stands_elsewhere_crosses(tmp_path: Path) -> None:
    text = (SAMPLE / "en.md").read_text(encoding="utf-8")
    start, end = text.index("\n4. "), text.index("\n5. ")
    last = text.index("\n<sup>81")
    other, out = tmp_path / "en.md", tmp_path / "beads.json"
    other.write_text(
        text[:start] + text[end:last] + text[start:end].replace("4. ", "11. ") + text[last:], encoding="utf-8"
    )
    run("align", str(SAMPLE / "fr.md"), str(other), "--moves", "-o", str(out))
    assert ("op4", "op11", True) in _beads(out)
    assert [bead for bead in _beads(out) if bead[2]] == [("op4", "op11", True)]


def test_a_text_without_lines_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no line with text"):
        read_lines(word(tmp_path / "empty.docx", [""]))


@pytest.mark.parametrize("text", ["???\n", "x\n", "1.\n\n2.\n\n– – –\n"])
def test_a_text_without_words_is_no_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "fr.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="no words"):
        read_text_document(path, "fr")
