"""D301: verbs that are not equivalent."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.sample import SAMPLE_TEXTS


class TestD301(VersionsCase):
    code = "D301"
    good = [pair_of(SAMPLE_TEXTS, "en")]
    failing = [
        (changed(SAMPLE_TEXTS, "en", "10. *Requests*", "10. *Notes*"), [code]),
        (changed(SAMPLE_TEXTS, "es", "10. *Pide*", "10. *Lamenta*"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "10. *просит*", "10. *приветствует*"), [code]),
        (changed(SAMPLE_TEXTS, "ar", "١٠ - *يطلب*", "١٠ - *يلاحظ*"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "10. *请*", "10. *赞扬*"), [code]),
    ]  # fmt: skip
