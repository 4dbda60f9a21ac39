"""D203: symbols and citations."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed
from tests.support.sample import SAMPLE_TEXTS


class TestD203(VersionsCase):
    code = "D203"
    good = [
        changed(SAMPLE_TEXTS, "en", "General Assembly resolution 56/1 of", "its resolution A/RES/56/1 of"),
        changed(SAMPLE_TEXTS, "ar", "٥٦/١٢٣ المؤرخ", "56/123 المؤرخ"),
    ]  # fmt: skip
    failing = [
        (changed(SAMPLE_TEXTS, "en", "56/261 of", "56/216 of"), [code]),
        (changed(SAMPLE_TEXTS, "es", "1377 (2001)", "1367 (2001)"), [code]),
        (changed(SAMPLE_TEXTS, "ru", "резолюцию 56/1 ", "резолюцию 56/2 "), [code]),
        (changed(SAMPLE_TEXTS, "ar", "٥٦/٢٦١ المؤرخ", "٥٦/٢٦٢ المؤرخ"), [code]),
        (changed(SAMPLE_TEXTS, "zh", "第1373(2001)号", "第1374(2001)号"), [code]),
    ]  # fmt: skip
