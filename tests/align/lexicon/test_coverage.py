"""The words that spans of two sides render of each other, and the beads of lines that they decide."""

from __future__ import annotations

import numpy as np
import pytest

from align.lexicon.coverage import LexicalCoverage, lexical_coverage
from align.lines import align_lines
from corpora.languages import language

FRENCH = [
    "Article 9",
    "Toute personne a le droit de demander réparation devant un tribunal compétent.",
    "Article 10",
    "Les États Membres présentent un rapport annuel au Secrétaire général.",
]
"""Specimen, not a UN document; so are its renderings."""
RENDERED = {
    "en": [
        "Article Everyone has the right to seek redress before a competent court.",
        "Member States shall submit an annual report to the Secretary-General.",
    ],
    "es": [
        "Artículo Toda persona tiene derecho a pedir reparación ante un tribunal competente.",
        "Los Estados Miembros presentarán un informe anual al Secretario General.",
    ],
    "ru": [
        "Статья Каждый человек имеет право требовать возмещения в компетентном суде.",
        "Государства-члены представляют ежегодный доклад Генеральному секретарю.",
    ],
    "ar": [
        "المادة لكل شخص الحق في طلب التعويض أمام محكمة مختصة.",
        "تقدم الدول الأعضاء تقريرا سنويا إلى الأمين العام.",
    ],
    "zh": ["第九条 人人有权向主管法院寻求补偿。", "会员国应向秘书长提交年度报告。"],
}


@pytest.mark.parametrize("code", sorted(RENDERED))
def test_a_heading_that_ran_into_its_paragraph_belongs_to_it_and_one_that_is_gone_stands_alone(code: str) -> None:
    assert align_lines(FRENCH, RENDERED[code]) == [(0, 2, 0, 1), (2, 3, 1, 1), (3, 4, 1, 2)]


@pytest.mark.parametrize("code", sorted(RENDERED))
def test_more_of_a_text_is_rendered_by_its_own_rendering_than_by_another(code: str) -> None:
    rendering = LexicalCoverage([FRENCH[1], FRENCH[3]], RENDERED[code], language("fr"), language(code))
    share = rendering.share(1, 1, slice(0, 2), slice(0, 2))
    assert share.shape == (2, 2)
    assert ((share >= 0) & (share <= 1)).all()
    assert share[0, 0] > share[0, 1] and share[1, 1] > share[1, 0]


def test_a_segment_is_of_use_where_it_renders_what_the_best_one_does_not() -> None:
    rendering = LexicalCoverage(FRENCH, RENDERED["en"], language("fr"), language("en"))
    second_is_best = np.ones((3, 2), dtype=np.int64)
    use = rendering.use(2, 1, slice(0, 3), slice(0, 2), second_is_best)
    assert use[0, 0] > 0.07 > use[2, 1]


def test_both_directions_say_the_same() -> None:
    there = LexicalCoverage(FRENCH, RENDERED["en"], language("fr"), language("en"))
    back = LexicalCoverage(RENDERED["en"], FRENCH, language("en"), language("fr"))
    np.testing.assert_allclose(
        there.share(2, 1, slice(0, 3), slice(0, 2)), back.share(1, 2, slice(0, 2), slice(0, 3)).T, rtol=1e-5
    )
    best = np.zeros((3, 2), dtype=np.int64)
    np.testing.assert_allclose(
        there.use(2, 1, slice(0, 3), slice(0, 2), best), back.use(1, 2, slice(0, 2), slice(0, 3), best.T).T, rtol=1e-5
    )


def test_without_a_lexicon_nothing_is_said() -> None:
    assert lexical_coverage(FRENCH, FRENCH, (language("fr"), language("fr"))) is None
    assert lexical_coverage(FRENCH, ["Jeder Mensch hat das Recht."], (language("fr"), None)) is None


def test_segments_without_words_render_nothing() -> None:
    rendering = LexicalCoverage(["***", FRENCH[3]], ["—", RENDERED["en"][1]], language("fr"), language("en"))
    share = rendering.share(1, 1, slice(0, 2), slice(0, 2))
    assert share[0].max() == share[:, 0].max() == 0.0


def test_a_line_that_only_leads_to_the_next_belongs_to_it() -> None:
    french = [
        "Considérant que la coopération entre les États est de la plus haute importance pour le maintien de la paix,",
        "L’Assemblée générale",
        "Proclame la présente Déclaration comme l’idéal commun à atteindre par tous les peuples et par toutes les nations.",
    ]
    english = [
        "Whereas cooperation among States is of the greatest importance for the maintenance of peace,",
        "Now, therefore,",
        "The General Assembly",
        "Proclaims this Declaration as the common standard of achievement for all peoples and all nations.",
    ]
    assert align_lines(french, english) == [(0, 1, 0, 1), (1, 2, 1, 3), (2, 3, 3, 4)]
    assert align_lines(english, french) == [(0, 1, 0, 1), (1, 3, 1, 2), (3, 4, 2, 3)]
