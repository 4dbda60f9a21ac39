"""How many operative paragraphs open with a verb that the language data knows; the openings that it does not, by count.

python -m benchmarks.verbs ../shared/record
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpora.errors import InputError
from corpora.languages import language
from corpora.model import Kind, Part, Resolution
from corpora.reading import read_resolution
from training.record import read_versions, versions

_SHOWN = 12


def count(resolutions: Iterable[Resolution]) -> dict[str, tuple[Counter[str], int]]:
    """For each language the openings that are not known, and how many operative paragraphs there are."""
    found: dict[str, tuple[Counter[str], int]] = {}
    for resolution in resolutions:
        unknown, total = found.get(resolution.language, (Counter(), 0))
        for paragraph in resolution.paragraphs:
            if paragraph.kind is Kind.OPERATIVE and paragraph.text and paragraph.part is not Part.ANNEX:
                total += 1
                if paragraph.verb is None:
                    words = language(resolution.language).words_of(paragraph.text)
                    unknown["".join(words[:4]) if resolution.language == "zh" else " ".join(words[:2])] += 1
        found[resolution.language] = unknown, total
    return found


def single(folder: Path) -> Iterable[Resolution]:
    """The resolutions of a folder of texts; what is none is left out."""
    for path in sorted(folder.glob("*.txt")):
        try:
            yield read_resolution(path, "fr")
        except InputError:
            continue


def report(title: str, found: dict[str, tuple[Counter[str], int]]) -> None:
    """A line a language."""
    for code, (unknown, total) in sorted(found.items()):
        missed = sum(unknown.values())
        print(f"{title} {code}: {total - missed}/{total} = {1 - missed / max(1, total):.4f}")
        print("   " + "; ".join(f"{words!r} {n}" for words, n in unknown.most_common(_SHOWN)))


if __name__ == "__main__":
    record = Path(sys.argv[1])
    report("sc-fr", count(single(record / "sc-fr")))
    report("akn4un", count(r for paths in versions(record / "akn4un").values() for r in read_versions(paths).values()))
