"""Texts of the record in the code pages of their languages: how many are read as they are, by length, and how many are refused.

    python -m benchmarks.code_pages ../shared/record [FILES]

For each language and each of its legacy encodings the paragraphs of some resolutions of ECOSOC (12, or FILES) are encoded, whole
and in pieces of 40 to 1,000 characters; what an encoding lacks is dropped first. Right is a piece that comes back letter for
letter; pieces that are ASCII are not counted. Beside it, where it is installed, what charset-normalizer makes of the same bytes.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from corpora.languages import language
from corpora.readers.code_pages import Decoded, decoded_by_likelihood
from corpora.reading import read_resolution
from training.record import FOLDERS

_LENGTHS = (40, 100, 300, 1000, None)
_FILES = 12
_YEAR = "2022"
"""The thresholds were set on resolutions of the Council of 2021."""


def main(record: Path, files: int) -> None:
    """A row a language and encoding."""
    for code, folder in FOLDERS.items():
        paths = sorted((record / "akn4un" / "ecosoc" / _YEAR / folder).glob("*.xml"))
        random.Random(1).shuffle(paths)
        texts = ["\n\n".join(p.text for p in read_resolution(path).paragraphs) for path in paths[:files]]
        for page in language(code).writing.code_pages:
            print(f"{code} {page:14} {'   '.join(_cells(texts, page))}", flush=True)


def _cells(texts: list[str], page: str) -> Iterator[str]:
    other = _charset_normalizer()
    for length in _LENGTHS:
        counts: Counter[str] = Counter()
        for number, text in enumerate(texts):
            data = _piece(text, length, number).encode(page, errors="ignore")
            if data.isascii():
                continue
            wanted = data.decode(page)
            found = decoded_by_likelihood(data)
            counts["of"] += 1
            counts["right"] += isinstance(found, Decoded) and found.text == wanted
            counts["wrong"] += isinstance(found, Decoded) and found.text != wanted
            counts["other"] += other is not None and other(data) == wanted
        beside = f" (charset-normalizer {counts['other']})" if other else ""
        yield f"{length or 'all'}: {counts['right']}/{counts['of']}, wrong {counts['wrong']}{beside}"


def _piece(text: str, length: int | None, seed: int) -> str:
    """A piece of a text from the beginning of a word."""
    if length is None or len(text) <= length:
        return text
    start = random.Random(seed).randrange(len(text) - length)
    return text[text.rfind(" ", 0, start) + 1 :][:length]


def _charset_normalizer() -> Callable[[bytes], str | None] | None:
    """What charset-normalizer, which other packages bring with them, decodes bytes to; None where it is not installed."""
    if find_spec("charset_normalizer") is None:
        return None
    from charset_normalizer import from_bytes

    def decode(data: bytes) -> str | None:
        best = from_bytes(data).best()
        return None if best is None else str(best)

    return decode


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else _FILES)
