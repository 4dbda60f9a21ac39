"""A text against the same one with a paragraph inserted: exactly that one is new. In six languages; the texts are made for this test."""

from __future__ import annotations

import pytest

from align.model import Relation
from align.related import align_related
from corpora.reading import read_text

TEXTS = {
    "fr": ("Le Conseil de sécurité,", "1. Invite les États à coopérer avec la mission;", "2. Prie le Secrétaire général de lui faire rapport;", "3. Exige la libération des détenus.", "Condamne les attaques commises contre les convois;"),
    "en": ("The Security Council,", "1. Invites States to cooperate with the mission;", "2. Requests the Secretary-General to report;", "3. Demands the release of detainees.", "Condemns the attacks on convoys;"),
    "es": ("El Consejo de Seguridad,", "1. Invita a los Estados a cooperar con la misión;", "2. Solicita al Secretario General que informe;", "3. Exige la liberación de los detenidos.", "Condena los ataques contra los convoyes;"),
    "ru": ("Совет Безопасности,", "1. предлагает государствам сотрудничать с миссией;", "2. просит Генерального секретаря доложить;", "3. требует освободить задержанных.", "осуждает нападения на автоколонны;"),
    "ar": ("إن مجلس الأمن،", "1 - يدعو الدول إلى التعاون مع البعثة؛", "2 - يطلب إلى الأمين العام أن يقدم تقريرا؛", "3 - يطالب بالإفراج عن المحتجزين.", "يدين الهجمات على القوافل؛"),
    "zh": ("安全理事会，", "1. 邀请各国与特派团合作；", "2. 请秘书长提出报告；", "3. 要求释放被拘留者。", "谴责袭击车队的行为；"),
}  # fmt: skip
MARKS = {
    "fr": "2 bis. ",
    "en": "OP2 bis ",
    "es": "[2 bis.] ",
    "ru": "2 бис. ",
    "ar": "2 مكررا - ",
    "zh": "2之二、",
}


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("marked", [True, False])
def test_only_what_was_inserted_is_new(code: str, marked: bool) -> None:
    formula, *acts, inserted = TEXTS[code]
    more = [*acts[:2], (MARKS[code] if marked else "") + inserted, acts[2]]
    before, after = (read_text("\n\n".join([formula, *lines]), code) for lines in (acts, more))
    beads = align_related(before, after).beads
    assert [b.target for b in beads if b.relation is Relation.NEW] == [("op2bis" if marked else "op2new",)]
    rest = [b for b in beads if b.relation is not Relation.NEW]
    assert {b.relation for b in rest} == {Relation.IDENTICAL}
    assert all(b.source == b.target for b in rest)
