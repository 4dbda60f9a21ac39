"""Negations and modal words: what negates, and what only looks like it."""

from __future__ import annotations

import pytest

from corpora.annotation.polarity import modal_words, negating_words, negations
from corpora.languages import language


def test_idioms_that_negate_nothing() -> None:
    assert negations("no later than 1 May, and not only in ports", language("en")) == ()
    assert negations("n'épargner aucun effort", language("fr")) == ()
    assert negations("不迟于5月1日，不断努力", language("zh")) == ()
    assert [
        len(negations("qui n'ont pas encore ratifié", language("fr"))),
        len(negating_words("having failed to report, without delay", language("en"))),
    ] == [1, 2]


def test_modal_words_by_kind() -> None:
    assert set(modal_words("States shall report and may appeal", language("en"))) == {"obligation", "permission"}
    assert set(modal_words("les États devraient", language("fr"))) == {"recommendation"}
    assert modal_words("les États présentent un rapport", language("fr")) == {}


@pytest.mark.parametrize(
    "text", ["打击有罪不罚现象；", "处理业绩不佳问题；", "支持最不发达国家；", "毫不拖延地提交报告；", "清除未爆弹药；"]
)
def test_what_negates_nothing_in_chinese(text: str) -> None:
    assert negations(text, language("zh")) == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "the mission may not be extended"),
        ("fr", "la mission ne peut être prolongée"),
        ("es", "la misión no puede prorrogarse"),
        ("ru", "миссия не может быть продлена"),
        ("ar", "لا يجوز تمديد البعثة"),
        ("zh", "特派团绝不可再延长"),
    ],
)
def test_what_is_not_permitted_is_no_permission(code: str, text: str) -> None:
    assert "permission" not in modal_words(text, language(code))


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("fr", "sans créer de précédent ni remettre en cause l’accord", 0),
        ("fr", "le terrorisme ne peut ni ne doit être associé à une religion", 2),
        ("fr", "ni les parties ni la mission", 1),
        ("en", "shall not be transferred, nor lent", 1),
        ("es", "sin restricciones ni demoras", 0),
        ("es", "impedir que tengan acceso a ningún tipo de explosivos", 0),
        ("es", "no se facilitan armas; ni se prestan", 2),
        ("ru", "без ограничений и никаких задержек", 0),
        ("ar", "لا تنقل ولا تعار", 1),
    ],
)  # fmt: skip
def test_a_word_that_carries_a_negation_on_negates_nothing_anew(code: str, text: str, count: int) -> None:
    """Within a clause; what begins one, or stands behind its end, negates by itself."""
    assert len(negations(text, language(code))) == count


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "负有保护民众不受暴力侵害的责任"),
        ("zh", "武器走私有增无减"),
        ("zh", "在不影响其任务的情况下"),
        ("es", "las organizaciones no gubernamentales"),
        ("zh", "有效、无害环境的技术"),
        ("zh", "无家可归者"),
        ("es", "los Países No Alineados"),
        ("ru", "где бы оно ни совершалось"),
        ("ru", "до тех пор, пока она не вернет станцию"),
        ("ar", "بما في ذلك، على سبيل المثال لا الحصر، التدريب"),
        ("ar", "مبدأ عدم التسامح"),
    ],
)
def test_idioms_that_other_languages_say_without_a_negation(code: str, text: str) -> None:
    assert negations(text, language(code)) == ()
