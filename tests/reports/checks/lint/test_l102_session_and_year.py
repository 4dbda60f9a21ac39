"""L102: a session and the year in which it was not held."""

from __future__ import annotations

import pytest

from tests.support.check_case import DocumentCase
from tests.support.lint import FRENCH, codes


class TestL102(DocumentCase):
    code = "L102"
    good = [{"fr": FRENCH}]
    failing = [
        ({"fr": FRENCH.replace("à sa cinquante-septième session", "à la cinquante-septième session de l'Assemblée générale, en 2009")}, [code]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The General Assembly,\n\nRecalling its sixty-fifth session, held in 2015,\n\n1. Decides to remain seized."),
        ("es", "La Asamblea General,\n\nRecordando su sexagésimo quinto período de sesiones, celebrado en 2015,\n\n1. Decide seguir ocupándose."),
        ("ru", "Генеральная Ассамблея,\n\nссылаясь на свою шестьдесят пятую сессию, состоявшуюся в 2015 году,\n\n1. постановляет продолжать заниматься этим вопросом."),
        ("ar", "إن الجمعية العامة،\n\nإذ تشير إلى دورتها الخامسة والستين المعقودة في عام 2015،\n\n1 - تقرر أن تبقي المسألة قيد نظرها."),
        ("zh", "大会，\n\n又回顾2015年举行的第六十五届会议，\n\n1. 决定继续处理此案。"),
    ],
)  # fmt: skip
def test_the_assembly_may_say_its_session(code: str, text: str) -> None:
    assert codes(text, code) == ["L102"]
    assert codes(text.replace("2015", "2010"), code) == []
    # Another body's session, whoever speaks.
    council = {
        "en": "The Security Council,",
        "es": "El Consejo de Seguridad,",
        "ru": "Совет Безопасности,",
        "ar": "إن مجلس الأمن،",
        "zh": "安全理事会，",
    }
    assert codes(f"{council[code]}{text[text.index(chr(10)) :]}", code) == []


def test_other_assemblies_are_not_the_general_assembly() -> None:
    text = "大会，\n\n欢迎教科文组织大会第四十届会议于2019年举行，\n\n1. 决定继续处理此案。"
    assert codes(text, "zh") == []
