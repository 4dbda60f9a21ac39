"""Sentences in six languages and in others. Texts are our own."""

from __future__ import annotations

import pytest

from corpora.text.segmentation import sentences

JOINED = {
    "fr": [
        "Le Comité s’est réuni le 3 mars 2020 (voir A/75/3, par. 12).",
        "M. Dupont a rappelé l’art. 5 de la rés. 60/1.",
        "Les États Membres, c’est-à-dire tous, ont dit : « Nous agirons ».",
        "Il a ajouté que le vol. II manquait.",
        "Est-ce clair ?",
    ],
    "en": [
        "The Committee met on 3 March 2020 (see A/75/3, paras. 12 and 13).",
        "Mr. Smith recalled art. 5 of resolution No. 3.",
        "He said: “We will act.”",
        "The U.S. delegate agreed.",
        "Is that clear?",
    ],
    "es": [
        "El Comité se reunió el 3 de marzo de 2020 (véase A/75/3, párr. 12).",
        "El Sr. Pérez recordó el art. 5 de la res. 60/1.",
        "¿Está claro?",
        "¡Sí!",
        "La votación tuvo lugar en la pág. 4 del acta.",
    ],
    "ru": [
        "Комитет собрался 3 марта 2020 года (см. A/75/3, п. 12).",
        "Г-н Иванов сослался на ст. 5 резолюции.",
        "Он сказал: «Мы будем действовать».",
        "Представитель согласился.",
        "Это ясно?",
    ],
    "ar": [
        "اجتمعت اللجنة في 3 آذار/مارس 2020 (انظر A/75/3، الفقرة 12).",
        "هل وافقت الدول الأعضاء على التقرير؟",
        "نعم!",
        "وقدمت اللجنة توصياتها إلى المجلس.",
    ],
}


@pytest.mark.parametrize("code", sorted(JOINED))
def test_sentences_are_found_again(code: str) -> None:
    text = " ".join(JOINED[code])
    assert [text[s.start : s.end] for s in sentences(text, code)] == JOINED[code]


def test_chinese_sentences_have_no_space_between_them() -> None:
    parts = ["委员会于2020年3月3日开会。", "主席说：“我们将采取行动。”", "会议结束了！", "各国是否同意？"]
    text = "".join(parts)
    assert [text[s.start : s.end] for s in sentences(text, "zh")] == parts


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        ("12. The Committee met. It adjourned.", "en", 2), ("a) Le Comité s’est réuni. Il a levé la séance.", "fr", 2),
        ("١٢ - اجتمعت اللجنة. ثم رفعت الجلسة.", "ar", 2), ("（一）委员会开会。会议结束。", "zh", 2), ("12. Комитет собрался.", "ru", 1),
    ],
)  # fmt: skip
def test_a_paragraph_number_is_no_sentence(text: str, code: str, count: int) -> None:
    found = sentences(text, code)
    assert len(found) == count and found[0].start == 0


def test_every_word_is_in_a_sentence_and_languages_not_known_are_cut_too() -> None:
    text = "  Das Haus ist alt.  Es regnet heute! Wir bleiben hier "
    assert [text[s.start : s.end] for s in sentences(text, "de")] == [
        "Das Haus ist alt.", "Es regnet heute!", "Wir bleiben hier",
    ]  # fmt: skip
    assert len(sentences("Am 3. März war sie zu. Dann nicht mehr.")) == 2
    assert len(sentences("Unu frazo. Alia frazo.", "eo")) == 2
    assert len(sentences("One sentence. Another sentence.")) == 2
    assert sentences("   ", "fr") == []
