"""Which verbs render each other in adopted resolutions: counts learned from a record, kept as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "languages" / "attestation.json"
RARE = 0.02
"""Share of a verb's renderings under which a pair is not held to be attested."""
FEWEST = 3
"""A pair seen less often proves nothing."""
KNOWN = 25
"""Times a form must have been seen for what it never renders to mean anything."""


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    if not _FILE.exists():
        return {}
    tables: Mapping[str, Mapping[str, Mapping[str, int]]] = json.loads(_FILE.read_text(encoding="utf-8"))["pairs"]
    return tables


def attested(code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool) -> bool:
    """Whether adopted resolutions render one form by the other often enough for it to be a usual rendering."""
    return share(code_a, form_a, code_b, form_b, preambular=preambular) >= RARE


def share(code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool) -> float:
    """The greater of the two shares: of ``form_a``'s renderings that are ``form_b``, and the other way round."""
    part = "preambular" if preambular else "operative"
    best = 0.0
    for first, form, second, other in ((code_a, form_a, code_b, form_b), (code_b, form_b, code_a, form_a)):
        counts = _tables().get(f"{first}-{second}/{part}", {}).get(form, {})
        seen = counts.get(other, 0)
        if seen >= FEWEST:
            best = max(best, seen / sum(counts.values()))
    return best


def known_apart(code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool) -> bool:
    """Whether the record knows both forms well and never has one render the other.

    Two forms may share a concept ("invite", "calls upon") and yet stand for different acts in practice.
    """
    part = "preambular" if preambular else "operative"
    tables = _tables()
    seen_a = sum(tables.get(f"{code_a}-{code_b}/{part}", {}).get(form_a, {}).values())
    seen_b = sum(tables.get(f"{code_b}-{code_a}/{part}", {}).get(form_b, {}).values())
    if min(seen_a, seen_b) < KNOWN:
        return False
    return share(code_a, form_a, code_b, form_b, preambular=preambular) < RARE
