"""How steadily languages render a name or a qualifier of each other: counts learned from a record, kept as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from align.manifest import DATA, read_verified
from corpora.values import Name, Qualifier

_FILE = DATA / "anchor_renderings.json"
_PRIOR = (4.0, 5.0)
"""What is held of a value that was never seen: rendered four times of five."""


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Sequence[int]]]:
    tables: Mapping[str, Mapping[str, Sequence[int]]] = json.loads(read_verified(_FILE))["pairs"]
    return tables


def rendering_rate(first: str, second: str, value: Name | Qualifier) -> float:
    """How likely a paragraph of language ``second`` states a value that the same paragraph of ``first`` states.

    A mean of the counts and a prior (Laplace), so that few cases prove little.
    """
    both, seen = _tables().get(f"{first}-{second}", {}).get(f"{value.kind}:{value}", (0, 0))
    return (both + _PRIOR[0]) / (seen + _PRIOR[1])
