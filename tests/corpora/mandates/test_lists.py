"""Mandates in lists below an act. All texts are specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.mandates.extraction import Mandate, mandates_of
from tests.support.mandates import FIRST, read


@pytest.fixture(scope="module")
def mandates() -> dict[str, Mandate]:
    return {m.id: m for m in mandates_of(read(FIRST))}


def test_every_point_is_a_mandate_and_recitals_have_none(mandates: dict[str, Mandate]) -> None:
    assert list(mandates) == [
        *("op1", "op1.a", "op1.b", "op1.c", "op2", "op2.a", "op2.b", "op2.c", "op3", "op3.a", "op3.b"),
        *("op4", "op4.a", "op5", "op5.a", "op5.b"),
    ]


def test_a_point_has_the_verb_and_the_addressee_of_its_act(mandates: dict[str, Mandate]) -> None:
    point = mandates["op2.b"]
    assert point.under == mandates["op2"] and (point.verb.text, point.kind) == ("Prie", "direct")
    assert point.addressee is not None and (point.addressee.text, len(point.addressee.span)) == (
        "le Secrétaire général",
        0,
    )
    assert point.action is not None and point.action.text.startswith("de réduire")
    assert [q.value for q in point.quantities] == ["12000"]
    cycle = mandates["op2.a"].cycle
    assert cycle is not None and cycle.text == "tous les 90 jours" and mandates["op2.a"].quantities == ()
    assert [c.value for c in mandates["op1.c"].conditions] == ["on_request"]


def test_where_the_act_names_nobody_the_point_does(mandates: dict[str, Mandate]) -> None:
    told = [m.addressee.text for m in (mandates["op3.a"], mandates["op3.b"]) if m.addressee]
    assert told == ["les États Membres", "le Gouvernement"]


def test_a_point_with_a_verb_of_its_own_is_an_act(mandates: dict[str, Mandate]) -> None:
    assert mandates["op5.a"].under is None and mandates["op5.a"].verb.text == "Invite"
    assert mandates["op5.b"].kind == "decide"


NESTED = {
    "en": ("The Security Council,", "1. Decides that the mandate shall include:", "(a) Protection of civilians:", "(i) To patrol by 1 May 2031;", "2. Decides to remain seized."),
    "es": ("El Consejo de Seguridad,", "1. Decide que el mandato comprenda:", "a) Protección de los civiles:", "i) Patrullar antes del 1 de mayo de 2031;", "2. Decide seguir ocupándose de la cuestión."),
    "ru": ("Совет Безопасности,", "1. постановляет, что мандат включает:", "a) защиту гражданских лиц:", "i) патрулирование не позднее 1 мая 2031 года;", "2. постановляет продолжать заниматься этим вопросом."),
    "ar": ("إن مجلس الأمن،", "1 - يقرر أن تشمل الولاية:", "(أ) حماية المدنيين:", "‘1’ تسيير دوريات في موعد لا يتجاوز 1 أيار/مايو 2031؛", "2 - يقرر أن يبقي المسألة قيد نظره."),
    "zh": ("安全理事会，", "1. 决定任务包括：", "(a) 保护平民：", "㈠ 至迟于2031年5月1日支持巡逻；", "2. 决定继续处理此案。"),
}  # fmt: skip


@pytest.mark.parametrize("code", NESTED)
def test_lists_in_every_language(code: str) -> None:
    found = {m.id: m for m in mandates_of(read("\n\n".join(NESTED[code]), code))}
    assert list(found) == ["op1", "op1.a.i", "op2"]
    assert found["op1.a.i"].under == found["op1"] and found["op1.a.i"].kind == "decide"
    assert [d.value for d in found["op1.a.i"].deadlines] == ["2031-05-01"]


def test_points_without_marks_belong_to_the_list_that_a_colon_opens() -> None:
    text = "Le Conseil de sécurité,\n\n1. Décide que la Mission est chargée :\n\nde protéger les civils ;\n\nde surveiller la frontière ;\n\n2. Décide de rester saisi.\n\nFait à New York.\n"
    assert [m.id for m in mandates_of(read(text))] == ["op1", "op1.+1", "op1.+2", "op2"]
