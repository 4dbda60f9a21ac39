"""When two paragraphs say something else: the cosine of their vectors held against what clean pairs have."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from align.manifest import DATA, check_encoder, read_verified
from corpora.languages import Language

_FILE = DATA / "meaning.json"
LENGTHS = (80, 200)
"""Characters at which one class of length ends and the next begins, in letters of an alphabet."""
_UNKNOWN = 0.4
"""The threshold for a pair of languages that was not measured: chosen low, so that D501 rather stays silent."""


def length_class(characters: int, language: Language) -> int:
    """The class of a paragraph's length, 0 for the shortest."""
    size = characters * language.writing.letters_per_character
    return sum(size >= edge for edge in LENGTHS)


@lru_cache(maxsize=1)
def _thresholds(signature: str) -> Mapping[str, Sequence[float]]:
    table: Mapping[str, Sequence[float]] = json.loads(read_verified(_FILE))["thresholds"]
    check_encoder(_FILE, signature)
    return table


def least_cosine(first: Language, second: Language, characters: int, signature: str) -> float:
    """The cosine under which a clean pair falls once in a thousand; ``characters`` is the length in ``first``.

    ``signature`` is that of the encoder that made the vectors. Raises InputError where the thresholds are those of another.
    """
    a, b = sorted((first.code, second.code))
    sizes = _thresholds(signature).get(f"{a}-{b}")
    return sizes[length_class(characters, first)] if sizes else _UNKNOWN
