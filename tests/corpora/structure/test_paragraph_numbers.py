"""Numbers of paragraphs: alone, damaged, missing, in six languages."""

from __future__ import annotations

import pytest

from corpora.model import Kind
from corpora.reading import read_text
from tests.support.akoma_ntoso import act, ids, paragraph, specimen
from tests.support.specimens import FRENCH


def test_a_number_alone_belongs_to_the_paragraph_after_it() -> None:
    found = specimen(
        paragraph(act("Décide de proroger le mandat ;"), "1."),
        paragraph("", "2."),
        paragraph(act("Prie le Secrétaire général de faire rapport ;")),
        paragraph(act("Décide de rester saisi de la question."), "3."),
    )
    assert ids(found) == ["organ", "pp1", "op1", "op2", "op3"]
    second = found.paragraph("op2")
    assert (second.number, second.text) == ("2", "Prie le Secrétaire général de faire rapport ;")
    assert found.source[second.span.start : second.span.end].startswith("2.")
    assert not found.faults


def test_a_number_alone_above_a_list_keeps_its_list() -> None:
    found = specimen(
        paragraph("", "1."), paragraph("de proroger le mandat ;", "a)"), paragraph(act("Décide de rester saisi."), "2.")
    )
    assert ids(found) == ["organ", "pp1", "op1", "op1.a", "op2"]


def test_a_number_that_lost_its_point_is_taken_off_the_words() -> None:
    found = specimen(
        paragraph(act("Décide de proroger le mandat ;"), "1."),
        paragraph(f"2\t{act('Prie le Secrétaire général de faire rapport ;')}"),
        paragraph(act("Décide de rester saisi de la question."), "3."),
    )
    assert ids(found) == ["organ", "pp1", "op1", "op2", "op3"]
    assert found.paragraph("op2").text == "Prie le Secrétaire général de faire rapport ;"


@pytest.mark.parametrize(
    "words", ["2 rapports par an ;", "5 <i>Prie</i> le Secrétaire général ;", "2 Prie le Secrétaire ;"]
)
def test_a_figure_that_is_no_number_of_a_paragraph_stays(words: str) -> None:
    found = specimen(
        paragraph(act("Décide de ce qui suit :"), "1."),
        paragraph(words),
        paragraph(act("Décide de rester saisi."), "3."),
    )
    assert "op2" not in ids(found)
    assert found.paragraph("op1.+1").text[0] == words[0]


def test_two_paragraphs_run_into_one_are_two() -> None:
    one, two = act("Décide de proroger le mandat ;"), act("Prie le Secrétaire général de faire rapport ;")
    last = act("Décide de rester saisi.")
    found = specimen(paragraph(f"{one}\t2.\t{two}", "1."), paragraph(last, "3."))
    assert ids(found) == ["organ", "pp1", "op1", "op2", "op3"]
    assert found.paragraph("op1").text == "Décide de proroger le mandat ;"
    assert found.paragraph("op2").text == "Prie le Secrétaire général de faire rapport ;"
    # Where no number is missing, the figure belongs to the sentence.
    found = specimen(paragraph(f"{one}\t2.\t{two}", "1."), paragraph(last, "2."))
    assert ids(found) == ["organ", "pp1", "op1", "op2"]


def test_operative_paragraphs_that_stand_as_a_list_of_a_recital() -> None:
    first = f"<item><num>1.</num><p>{act('重申 其承诺；')}</p></item><item><num>2.</num><p>{act('促请 各国执行；')}</p></item>"
    recital = (
        f"<container><blockList><listIntroduction>又重申其立场，</listIntroduction>{first}</blockList></container>"
    )
    last = '<container><p>\t3\t<span class="bold">决定</span>继续处理此案。</p></container>'
    found = specimen(recitals=recital + last, code="zho")
    assert ids(found) == ["organ", "pp1", "pp2", "op1", "op2", "op3"]
    assert found.paragraph("op3").text == "决定继续处理此案。"


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


def test_ocr_reads_one_as_a_letter() -> None:
    text = FRENCH.replace("1. Décide de proroger", "l. Décide de proroger")
    assert read_text(text, "fr").paragraph("op1").text.startswith("Décide de proroger")


def test_first_paragraphs_in_a_list_of_the_preamble_whose_last_has_its_items_in_the_body() -> None:
    decided = "".join(
        f"<item><num>{n}.</num><p>{text}</p></item>" for n, text in ((1, "款额为二百万美元；"), (2, "应减除："))
    )
    recital = f"<container><blockList><listIntroduction>正式决定：</listIntroduction>{decided}</blockList></container>"
    body = paragraph("贷记款额；", "(a)") + paragraph("预缴现金；", "(b)") + paragraph("授权秘书长垫付。", "3.")
    found = specimen(body, recitals=recital, code="zho")
    assert [i for i in ids(found) if i.startswith("op")] == ["op1", "op2", "op2.a", "op2.b", "op3"]
