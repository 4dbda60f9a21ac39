"""Headings and annexes with or without style, and their ids."""

from __future__ import annotations

from corpora.reading import read_text
from tests.support.akoma_ntoso import act, ids, paragraph, specimen
from tests.support.specimens import FRENCH


def test_a_heading_without_style_is_no_recital_and_no_text() -> None:
    found = specimen(
        paragraph("任务期限"),
        paragraph("决定延长任务期限；", "1."),
        paragraph("政治局势"),
        paragraph("决定继续处理此案。", "2."),
        code="zho",
    )
    assert ids(found) == ["organ", "pp1", "h1", "op1", "h2", "op2"]


def test_note_before_a_colon_is_a_label_and_no_act() -> None:
    found = specimen(
        paragraph(act("Décide de rester saisi."), "1."),
        annex=paragraph("Annexe A")
        + paragraph("Armes de tout calibre ;", "1.")
        + paragraph("Note : sont exclus les lance-roquettes ;")
        + paragraph("Mortiers.", "2."),
    )
    assert ids(found)[3:] == ["annex.1", "annex.1.op1", "annex.1.op1.+1", "annex.1.op2"]


def test_annexes_with_letters_are_annexes() -> None:
    head = '<paragraph class="H1"><heading>{}</heading></paragraph>'
    found = specimen(
        paragraph("постановляет продолжать заниматься этим вопросом.", "1."),
        head.format("Приложение A"),
        code="rus",
        annex=paragraph("Ракеты;", "1.") + head.format("Приложение В") + paragraph("Каски;", "1."),
    )
    assert ids(found)[3:] == ["annex.1", "annex.1.op1", "annex.2", "annex.2.op1"]


def test_annex_has_ids_of_its_own() -> None:
    text = FRENCH + "\nAnnexe\n\n1. Le Comité se réunit.\n\n2. Le Comité décide.\n"
    ids = [p.id for p in read_text(text, "fr").paragraphs]
    assert ids[-3:] == ["annex.1", "annex.1.op1", "annex.1.op2"]
