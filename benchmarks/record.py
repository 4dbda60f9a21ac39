"""Bead F1 on the real record: English-French pairs, renewals, and six languages, with numbers and without.

python benchmarks/record.py ../shared/record
"""

from __future__ import annotations

import random
import re
import sys
import time
from dataclasses import replace
from pathlib import Path

from align.model import Bead
from align.related import align_related
from align.versions import align_versions
from benchmarks.beads import Bead as Lines
from benchmarks.beads import read_gold
from corpora.model import Resolution
from corpora.reading import read_text
from training.record import read_versions, versions


def bare(text: str) -> str:
    """A text without paragraph numbers."""
    return "\n".join(re.sub(r"^\s*\d+\.\s*", "", line) for line in text.splitlines())


def f1(found: set[Lines], wanted: set[Lines]) -> float:
    """F1 of two sets."""
    return 2 * len(found & wanted) / max(1, len(found) + len(wanted))


def by_place(a: Resolution, b: Resolution, beads: tuple[Bead, ...]) -> set[Lines]:
    """Beads as line numbers, footnotes left out."""
    left = {p.id: i for i, p in enumerate(a.paragraphs)}
    right = {p.id: i for i, p in enumerate(b.paragraphs)}
    return {
        (tuple(left[i] for i in x.source), tuple(right[i] for i in x.target))
        for x in beads
        if all(i in left for i in x.source) and all(i in right for i in x.target)
    }


def pairs(record: Path) -> None:
    """English-French pairs and renewals, with what differs from the gold beads."""
    for path in sorted((record / "sc-en-fr").glob("*.gold.fr-en")):
        number = path.name.split(".")[0]
        french, english = (
            (record / "sc-en-fr" / f"{number}.{c}.txt").read_text(encoding="utf-8") for c in ("fr", "en")
        )
        report(f"sc {number}", french, english, "fr", "en", set(read_gold(path)), related=False)
    for path in sorted((record / "renewals").glob("*.gold")):
        first, second = path.stem.split("-")
        texts = [next((record / "renewals").glob(f"{n}_*.txt")).read_text(encoding="utf-8") for n in (first, second)]
        report(f"renewal {path.stem}", texts[0], texts[1], "fr", "fr", set(read_gold(path)), related=True)


def report(name: str, first: str, second: str, code_a: str, code_b: str, gold: set[Lines], *, related: bool) -> None:
    """One line with numbers, one with numbers stripped from the second text."""
    for mode, text in (("numbers", second), ("stripped", bare(second))):
        a, b = read_text(first, code_a), read_text(text, code_b)
        beads = (align_related(a, b) if related else align_versions(a, b)).beads
        found = by_place(a, b, beads)
        print(
            f"{name:22} {mode:9} F1 {f1(found, gold):.3f}  wrong {sorted(found - gold)}  missed {sorted(gold - found)}"
        )


def six_languages(record: Path) -> None:
    """French with each version of every resolution whose versions have the same paragraph ids: those ids are the gold.

    Damaged: 8 % of paragraphs dropped from one side and 4 % from the other.
    """
    totals: dict[tuple[str, str], list[int]] = {}
    documents = skipped = 0
    seconds = 0.0
    for paths in versions(record / "akn4un").values():
        found = read_versions(paths)
        french = found.pop("fr", None)
        if french is None:
            continue
        documents += 1
        for code, other in found.items():
            ids = [p.id for p in french.paragraphs]
            if ids != [p.id for p in other.paragraphs]:
                skipped += 1
                continue
            for mode in ("numbers", "hidden", "damaged and hidden"):
                left, right = damaged(french, other, mode, random.Random(f"{french.symbol}{code}"))
                begin = time.perf_counter()
                beads = align_versions(left, right).beads
                seconds += time.perf_counter() - begin
                here = [{p.id for p in left.paragraphs}, {p.id for p in right.paragraphs}]
                gold = {
                    ((i,) if i in here[0] else (), (i,) if i in here[1] else ()) for i in ids if i in here[0] | here[1]
                }
                got = {(b.source, b.target) for b in beads if not any(i.startswith("fn") for i in b.source + b.target)}
                tally = totals.setdefault((mode, code), [0, 0])
                tally[0] += 2 * len(got & gold)
                tally[1] += len(got) + len(gold)
    print(f"{documents} resolutions in six languages; {skipped} pairs left out because the versions' paragraphs differ")
    for (mode, code), (right_beads, all_beads) in sorted(totals.items()):
        print(f"fr-{code} {mode:19} bead F1 {right_beads / all_beads:.4f}")
    print(f"aligned in {seconds:.1f} s")


def damaged(a: Resolution, b: Resolution, mode: str, rng: random.Random) -> tuple[Resolution, Resolution]:
    """The pair as it is, without numbers, or without numbers and with paragraphs dropped."""
    if mode == "numbers":
        return a, b

    def cut(r: Resolution, rate: float) -> Resolution:
        return replace(r, paragraphs=tuple(p for p in r.paragraphs if not p.kind.is_counted or rng.random() > rate))

    if mode.startswith("damaged"):
        b, a = cut(b, 0.08), cut(a, 0.04)
    return a, replace(b, paragraphs=tuple(replace(p, number=None) for p in b.paragraphs))


if __name__ == "__main__":
    pairs(Path(sys.argv[1]))
    six_languages(Path(sys.argv[1]))
