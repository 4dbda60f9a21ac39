"""D205: a footnote's mark that one version lacks."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.sample import SAMPLE_TEXTS


class TestD205(VersionsCase):
    code = "D205"
    good = [pair_of(SAMPLE_TEXTS, "es")]
    failing = [(changed(SAMPLE_TEXTS, "es", "del Centro<sup>81</sup>;", "del Centro;"), [code])]
