"""A point of a list that opens with the number of a resolution begins none. The texts are made for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.model import Kind
from corpora.reading import read_resolution
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
def test_a_point_that_opens_with_a_symbol_is_a_point(code: str, tmp_path: Path) -> None:
    formula, recital = BODY[code][:2]
    one, other = ACTS[code]
    plain = [f"<content><p>{act}</p></content>" for act in (one, other)]
    words: list[str] = []
    for cited in ("2566", "2567"):
        point = f"<point><num>–</num><content><p>{CITED[code].replace('2566', cited)}</p></content></point>"
        words += [f"<list><intro><p>{other[:-1]}:</p></intro>{point}</list>", *plain]
    acts = "".join(f"<paragraph><num>{number}.</num>{inner}</paragraph>" for number, inner in enumerate(words, 1))
    text = AKN.format(iso=ISO[code], formula=formula, recital=recital, body=acts)
    path = tmp_path / "text.xml"
    path.write_text(text, encoding="utf-8")
    resolution = read_resolution(path)
    assert [p.id for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == [
        f"op{number}" for number in range(1, 7)
    ]
    assert sum(CITED[code][-8:] == p.text[-8:] for p in resolution.paragraphs) == 2
