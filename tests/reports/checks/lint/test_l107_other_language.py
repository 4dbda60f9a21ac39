"""L107: a passage in another language."""

from __future__ import annotations

from tests.support.check_case import DocumentCase
from tests.support.lint import FRENCH, codes


class TestL107(DocumentCase):
    code = "L107"
    good = [{"fr": FRENCH}]
    failing = [
        ({"fr": FRENCH.replace("Invite les États à coopérer", "Invites all States to cooperate with the Secretary-General in the implementation of the present resolution")}, [code]),
    ]  # fmt: skip


def test_a_short_chinese_text_with_a_passage_in_french_is_no_half() -> None:
    passage = "Considérant que les États Membres doivent prendre des mesures pour assurer la protection des populations civiles,"
    text = f"大会，\n\n回顾其2020年12月15日第75/100号决议和安全理事会第2231(2015)号决议，\n\n注意到秘书长关于这一问题的报告，\n\n{passage}\n\n1. 请秘书长就本决议的执行情况向大会提交报告；\n\n2. 决定继续处理此案。"
    assert codes(text, "zh") == ["L107"]
