"""D304: modality: may, should, shall."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.specimens import BASE


class TestD304(VersionsCase):
    code = "D304"
    good = [pair_of(BASE, "es")]
    failing = [
        (changed(BASE, "en", "may import", "shall import"), [code]),
        (changed(BASE, "es", "pueden importar", "deben importar"), [code]),
        (changed(BASE, "ru", "могут ввозить", "должны ввозить"), [code]),
        (changed(BASE, "ar", "يجوز للدول", "يتعين على الدول"), [code]),
        (changed(BASE, "zh", "可以进口", "必须进口"), [code]),
    ]  # fmt: skip
