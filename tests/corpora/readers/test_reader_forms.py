"""Forms of resolutions beyond the sample: numbering, plain text, items, faults, annexes, bad input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.errors import InputError
from corpora.model import Kind
from corpora.readers import read_document
from corpora.reading import read_resolution, read_text
from corpora.text.folding import fold
from corpora.text.numbering import letter, parse_number, roman, roman_value

FRENCH = """Le Conseil de sécurité,

Rappelant sa résolution 1244 (1999) du 14 juillet 1999,

1. Décide de proroger le mandat de la Mission :
a) En premier lieu, pour six mois;
b) En second lieu, selon que de besoin :
i) Dans le nord;
ii) Dans le sud;
2. Prie le Secrétaire général de faire rapport;
3. Décide de rester saisi de la question.
"""


def test_items_to_three_levels() -> None:
    ids = [p.id for p in read_text(FRENCH).paragraphs]
    assert ids == ["organ", "pp1", "op1", "op1.a", "op1.b", "op1.b.i", "op1.b.ii", "op2", "op3"]


def test_one_paragraph_a_line_reads_like_blank_lines() -> None:
    lines = "\n".join(line for line in FRENCH.splitlines() if line)
    assert [p.text for p in read_text(lines).paragraphs] == [p.text for p in read_text(FRENCH).paragraphs]


@pytest.mark.parametrize(
    ("text", "label", "reading"),
    [
        ("1. Prie", "1", ("decimal", 1)),
        ("12 - يطلب", "12", ("decimal", 12)),
        ("١ - يطلب", "1", ("decimal", 1)),
        ("3．请秘书长", "3", ("decimal", 3)),
        ("（一）请", "一", ("chinese", 1)),
        ("（十二）请", "十二", ("chinese", 12)),
        ("二、请", "二", ("decimal", 2)),
        ("a) En", "a", ("letter", 1)),
        ("(b) To", "b", ("letter", 2)),
        ("а) рассмотреть", "а", ("letter", 1)),
        ("в) рассмотреть", "в", ("letter", 3)),
        ("(أ) أن", "ا", ("letter", 1)),
        ("(iv) To", "iv", ("roman", 4)),
    ],
)
def test_numbers_of_six_languages(text: str, label: str, reading: tuple[str, int]) -> None:
    number = parse_number(text)
    assert number is not None
    assert reading in number.readings
    assert fold(number.label).text == label


@pytest.mark.parametrize("text", ["2003 a été", "En 12 points", "1514 (XV) du", "1.5 million", ""])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(1, 89))
def test_roman_round_trip(value: int) -> None:
    assert roman_value(roman(value)) == value


@given(st.integers(1, 702))
def test_letters_are_distinct_and_ordered(value: int) -> None:
    assert (len(letter(value)), letter(value)) < (len(letter(value + 1)), letter(value + 1))


def test_chinese_numerals_in_brackets_number_a_resolution() -> None:
    text = "安全理事会，\n\n回顾其以往各项决议，\n\n（一）决定延长任务期限；\n\n（二）请秘书长提出报告；\n\n（三）决定继续处理此案。\n"
    assert [p.id for p in read_text(text, "zh").paragraphs] == ["organ", "pp1", "op1", "op2", "op3"]


def test_arabic_without_numbers() -> None:
    text = "إن مجلس الأمن،\n\nإذ يشير إلى قراراته السابقة،\n\nوإذ يؤكد من جديد التزامه،\n\nيقرر تمديد الولاية؛\n\nيطلب إلى الأمين العام أن يقدم تقريرا.\n"
    resolution = read_text(text)
    assert [p.id for p in resolution.paragraphs] == ["organ", "pp1", "pp2", "op1", "op2"]
    assert [p.number for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == [None, None]


def test_unnumbered_french_of_the_early_years() -> None:
    text = "Le Conseil de sécurité,\nAyant entendu le représentant du Liban,\nPrend note du rapport;\nDécide d'envoyer un observateur."
    assert [p.id for p in read_text(text, "fr").paragraphs] == ["organ", "pp1", "op1", "op2"]


def test_gap_and_repeat_are_faults_of_the_text_not_errors() -> None:
    text = "Le Conseil de sécurité,\n\nRappelant sa résolution,\n\n1. Décide;\n\n1. Prie le Secrétaire général;\n\n4. Invite les États.\n"
    resolution = read_text(text, "fr")
    assert [str(fault) for fault in resolution.faults] == ["repeat:1", "gap:1:4"]
    assert [p.id for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["op1", "op1-2", "op4"]


def test_footnote_digits_glued_by_ocr_become_marks() -> None:
    text = FRENCH.replace("la Mission :", "la Mission (l'Accord général)253;")
    first = read_text(text, "fr").paragraph("op1")
    assert [m.mark for m in first.marks] == ["253"]
    assert "253" not in first.text


def test_ocr_reads_one_as_a_letter() -> None:
    text = FRENCH.replace("1. Décide de proroger", "l. Décide de proroger")
    assert read_text(text, "fr").paragraph("op1").text.startswith("Décide de proroger")


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil de ,sécurité,\nAyant examiné le rapport,\nDécide de proroger le mandat.\nAdoptée à l'unanimité.\n",
        "Le Conseil de sécurité.\nAyant examiné le rapport,\nDécide de proroger le mandat.\n",
        "Ayant examiné le rapport,\nDécide de proroger le mandat.\n",
        "Le Conseil de sécurité Exige le retrait immédiat de toutes les forces.\nAdoptée à la 1537e séance.\n",
    ],
)
def test_enacting_formula_damaged_missing_or_on_the_same_line(text: str) -> None:
    resolution = read_text(text, "fr")
    assert "op1" in [p.id for p in resolution.paragraphs]
    covered = {i for p in resolution.all_paragraphs() for i in range(p.span.start, p.span.end)}
    covered |= {i for a in resolution.set_aside for i in range(a.span.start, a.span.end)}
    assert covered == set(range(len(text)))


def test_annex_has_ids_of_its_own() -> None:
    text = FRENCH + "\nAnnexe\n\n1. Le Comité se réunit.\n\n2. Le Comité décide.\n"
    ids = [p.id for p in read_text(text, "fr").paragraphs]
    assert ids[-3:] == ["annex.1", "annex.1.op1", "annex.1.op2"]


def test_comments_are_set_aside_and_nothing_moves() -> None:
    text = "<!-- une note\nsur deux lignes -->\n" + FRENCH
    resolution = read_text(text, "fr")
    assert next(a.reason for a in resolution.set_aside) == "comment"
    assert [p.text for p in resolution.paragraphs] == [p.text for p in read_text(FRENCH).paragraphs]


def test_words_hyphenated_at_line_ends_are_joined() -> None:
    text = "Le Conseil de sécurité,\n\nRappelant sa résolution rela-\ntive au Liban,\n\n1. Décide de rester saisi de la ques-\ntion.\n"
    resolution = read_text(text, "fr")
    assert resolution.paragraph("pp1").text == "Rappelant sa résolution relative au Liban,"
    assert resolution.paragraph("op1").text == "Décide de rester saisi de la question."


def test_script_in_a_document_is_only_text() -> None:
    text = FRENCH.replace("faire rapport", "faire rapport <script>alert(1)</script>")
    assert "<script>alert(1)</script>" in read_text(text, "fr").paragraph("op2").text


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber>S/RES/9999 (2020)</docNumber></p></coverPage>
<preamble><formula><p><span class="italic">Le Conseil de sécurité</span>,</p></formula>
<container><p><span class="italic">Rappelant</span> ses résolutions,</p></container></preamble>
<mainBody><paragraph><num>1.</num><list><intro><p><span class="italic">Décide</span> :</p></intro>
<point><num>a)</num><content><p>De proroger le mandat<authorialNote marker="1"><p>Voir S/2020/1.</p></authorialNote>;</p></content></point></list></paragraph>
<paragraph><num>2.</num><content><p><span class="italic">Décide</span> de rester saisi de la question.</p></content></paragraph></mainBody>
</statement></akomaNtoso>"""


def test_akoma_ntoso() -> None:
    resolution = read_text(AKN, name="specimen.xml")
    assert resolution.language == "fr"
    assert resolution.symbol == "S/RES/9999(2020)"
    assert [p.id for p in resolution.paragraphs] == ["organ", "pp1", "op1", "op1.a", "op2"]
    assert resolution.footnotes[0].referred_from == ("op1.a",)
    assert resolution.paragraph("op1.a").text == "De proroger le mandat;"
    covered = {i for p in resolution.all_paragraphs() for i in range(p.span.start, p.span.end)}
    covered |= {i for a in resolution.set_aside for i in range(a.span.start, a.span.end)}
    assert covered == set(range(len(resolution.source)))


def test_a_superscript_inside_a_footnote_is_no_mark() -> None:
    note = "Documents officiels, Supplément n<sup>o</sup> 27 (A/76/27)."
    wanted = ["Documents officiels, Supplément no 27 (A/76/27)."]
    found = read_text(AKN.replace("Voir S/2020/1.", note))
    assert [n.paragraph.text for n in found.footnotes] == wanted
    found = read_text(
        "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général d'examiner le rapport<sup>1</sup>;\n\n"
        f"2. Décide de rester saisi de la question.\n\n<sup>1</sup> {note}\n"
    )
    assert [n.paragraph.text for n in found.footnotes] == wanted


def test_entity_bomb_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>'
    with pytest.raises(InputError, match="entities"):
        read_text(bomb, name="bomb.xml")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"Le Conseil \xe9conomique", "not UTF-8"),
        (b"abc\x00def", "NUL"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04zip", "archive"),
    ],
)
def test_bad_bytes_get_one_clear_line(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "fr.md"
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        read_document(path)
    assert words in str(error.value) and str(path) in str(error.value) and "\n" not in str(error.value)


def test_utf16_with_its_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_bytes(FRENCH.encode("utf-16"))
    assert len(read_resolution(path).paragraphs) == 9


@pytest.mark.parametrize(
    "text", ["Bonjour, ceci est une lettre pour vous et pour les vôtres.\n\nMerci de la lire.", "12345\n\n678"]
)
def test_no_resolution_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_text(text)


def test_language_that_is_not_covered() -> None:
    with pytest.raises(InputError, match="not covered"):
        read_text(FRENCH, "de")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_resolution(tmp_path / "absent.md")
    with pytest.raises(InputError, match="folder"):
        read_resolution(tmp_path)


PIECES = st.sampled_from(
    ["Rappelant sa résolution 1244 (1999),", "*Prie* le Secrétaire général", "1. ", "2. ", "a) ", "\n", "\n\n", "<sup>3</sup>", "**",
     "<!-- note -->", "l'État", "XXI<sup>e</sup> siècle", "—", "&amp;", "\t", "_x_", "[^1]", "[mot](http://x.y)", "\\*", "coopé-\nration", "；", "请"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_nothing_is_lost_whatever_the_text(pieces: list[str]) -> None:
    text = FRENCH + "".join(pieces)
    resolution = read_text(text, "fr")
    covered = [False] * len(text)
    for span in [p.span for p in resolution.all_paragraphs()] + [a.span for a in resolution.set_aside]:
        covered[span.start : span.end] = [True] * len(span)
    assert all(covered)
    ids = [p.id for p in resolution.all_paragraphs()]
    assert len(ids) == len(set(ids))
    for paragraph in resolution.all_paragraphs():
        assert list(paragraph.offsets) == sorted(paragraph.offsets)
        for span in [a.span for a in paragraph.anchors] + [v.span for v in paragraph.verbs]:
            assert 0 <= span.start <= span.end <= len(paragraph.text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        resolution = read_text(text)
    except InputError:
        return
    assert resolution.paragraphs
