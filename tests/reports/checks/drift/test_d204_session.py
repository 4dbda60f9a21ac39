"""D204: sessions."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed
from tests.support.sample import SAMPLE_TEXTS


class TestD204(VersionsCase):
    code = "D204"
    good = [
        changed(SAMPLE_TEXTS, "en", "at its twelfth session", "at its 12th session"),
        changed(SAMPLE_TEXTS, "ru", "двенадцатой сессии", "12-й сессии"),
        changed(SAMPLE_TEXTS, "zh", "第十二届会议", "第12届会议"),
    ]  # fmt: skip
    failing = [
        (changed(SAMPLE_TEXTS, "en", "twelfth session", "thirteenth session"), [code]),
        (changed(SAMPLE_TEXTS, "es", "12º período", "14º período"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "двенадцатой сессии", "тринадцатой сессии"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "الثانية عشرة", "الثالثة عشرة"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "第十二届", "第十三届"), [code]),
    ]  # fmt: skip
