"""D103: an act that one version leaves out. Specimens, not UN documents."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import COMPOUND, HEAD

TEXTS = {code: f"{HEAD[code]}\n\n1. {''.join(parts)}\n" for code, parts in COMPOUND.items()}


class TestD103(VersionsCase):
    code = "D103"
    good = [pair_of(TEXTS, "en"), pair_of(TEXTS, "ru")]
    failing = [
        (changed(TEXTS, "en", ", urges the parties to respect the ceasefire", ""), [code]),
        (changed(TEXTS, "es", ", insta a las partes a respetar el alto el fuego", ""), [code]),
    ]
