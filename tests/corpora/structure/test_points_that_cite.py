"""A point of a list that opens with the number of a resolution begins none. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.model import Kind
from corpora.reading import read_text
from tests.corpora.structure.test_operative_parts import ACTS, AKN, BODY, ISO

CITED = {
    "en": "Resolution 2566 (2021) on the phases of the reinforcement;",
    "fr": "Résolution 2566 (2021) sur les étapes du renforcement ;",
    "es": "Resolución 2566 (2021) sobre las etapas del refuerzo;",
    "ru": "Резолюция 2566 (2021) об этапах усиления;",
    "ar": "القرار 2566 (2021) بشأن مراحل التعزيز؛",
    "zh": "第2566(2021)号决议决定的增援部队各个阶段；",
}


@pytest.mark.parametrize("code", CITED)
def test_a_point_that_opens_with_a_symbol_is_a_point(code: str) -> None:
    formula, recital = BODY[code][:2]
    one, other = ACTS[code]
    point = f"<point><num>–</num><content><p>{CITED[code]}</p></content></point>"
    acts = "".join(
        f"<paragraph><num>{number}.</num><content><p>{act}</p></content></paragraph>"
        for number, act in enumerate((one, other, one), 2)
    )
    listed = f"<paragraph><num>1.</num><list><intro><p>{other[:-1]}:</p></intro>{point}{point}</list></paragraph>"
    text = AKN.format(iso=ISO[code], formula=formula, recital=recital, body=listed + acts)
    resolution = read_text(text, code)
    assert [p.id for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["op1", "op2", "op3", "op4"]
    assert sum(p.text == CITED[code] for p in resolution.paragraphs) == 2
