"""Texts with gold beads of their lines, to measure the line aligner on: folders of gold, and damaged lines of the Declaration.

A folder holds NAME.L1 and NAME.L2, one segment a line, and the gold as NAME.gold (with L1L2 at the end of NAME) or NAME.L1L2.
The Universal Declaration (``benchmarks.resolutions``) and resolutions of the record whose versions have the same paragraphs are
French with another version, damaged in the proportions of real texts: of the lines 2.4 % dropped, 4 % merged with the next, 5 %
split, and now and then a passage of 3 to 12 dropped.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.beads import Bead, read_gold
from benchmarks.resolutions import OTHERS, cut_place, regold
from corpora.model import Resolution
from training.record import read_versions, versions

LANGUAGES = "de|en|es|fr|zh|ru|ar"


@dataclass(frozen=True)
class LineText:
    """Two lists of segments and the gold beads of their places."""

    corpus: str
    name: str
    source: list[str]
    target: list[str]
    gold: list[Bead]


def folder_texts(folder: Path) -> Iterator[LineText]:
    """The texts of a folder of gold."""
    for gold in sorted(folder.iterdir()):
        names = re.fullmatch(
            rf"(?:(.*)-)?({LANGUAGES})({LANGUAGES})", gold.stem if gold.suffix == ".gold" else gold.suffix[1:]
        )
        if names is None:
            continue
        stem = gold.stem
        sides = [(folder / f"{stem}.{code}").read_text(encoding="utf-8").splitlines() for code in names.groups()[1:]]
        yield LineText(folder.name, stem, sides[0], sides[1], read_gold(gold))


def declaration_texts(
    lines: dict[str, list[str]], gold: dict[str, list[Bead]], seeds: Iterable[int]
) -> Iterator[LineText]:
    """The Declaration in French with each other language, that one damaged."""
    for code in OTHERS:
        for seed in seeds:
            text, where = naturally_damaged(lines[code], random.Random(f"u{code}{seed}"))
            yield LineText("declaration", f"{code}{seed}", lines["fra"], text, sorted(regold(gold[code], where)))


def record_texts(record: Path, documents: int = 20) -> Iterator[LineText]:
    """French with some versions of some resolutions of the record, both sides damaged, with numbers or without."""
    groups = versions(record / "akn4un")
    keys = sorted(groups)
    random.Random(5).shuffle(keys)
    for key in keys:
        found = read_versions(groups[key])
        french = found.pop("fr", None)
        if french is None or not 25 <= len(french.paragraphs) <= 120:
            continue
        documents -= 1
        if documents < 0:
            return
        ids = [p.id for p in french.paragraphs]
        for code, other in sorted(found.items()):
            name = key + code
            if [p.id for p in other.paragraphs] != ids or random.Random(name).random() < 0.5:
                continue
            sides = [_lines(r, numbered=random.Random(f"{name}n").random() < 0.5) for r in (french, other)]
            source, where = naturally_damaged(sides[0], random.Random(f"{name}a"))
            turned = regold([((i,), (i,)) for i in range(len(ids))], where)
            target, where = naturally_damaged(sides[1], random.Random(f"{name}b"))
            yield LineText("record", name, source, target, sorted(regold([(b, a) for a, b in turned], where)))


def _lines(resolution: Resolution, *, numbered: bool) -> list[str]:
    return [f"{p.number}. {p.text}" if numbered and p.number else p.text for p in resolution.paragraphs]


def naturally_damaged(lines: Sequence[str], rng: random.Random) -> tuple[list[str], dict[int, list[int]]]:
    """The lines after damage, and where each old line went."""
    out: list[str] = []
    where: dict[int, list[int]] = {}
    i = 0
    while i < len(lines):
        roll = rng.random()
        if roll < 0.006:
            passage = range(i, min(len(lines), i + rng.randint(3, 12)))
            where |= {k: [] for k in passage}
            i = passage.stop - 1
        elif roll < 0.03:
            where[i] = []
        elif roll < 0.07 and i + 1 < len(lines):
            where[i] = where[i + 1] = [len(out)]
            out.append(f"{lines[i]} {lines[i + 1]}")
            i += 1
        elif roll < 0.12 and (cut := cut_place(lines[i])):
            where[i] = [len(out), len(out) + 1]
            out += [lines[i][:cut].strip(), lines[i][cut:].strip()]
        else:
            where[i] = [len(out)]
            out.append(lines[i])
        i += 1
    return out, where


def with_passages_dropped(text: LineText) -> LineText:
    """A text with two passages of one side dropped, as a translation or an edition leaves some out."""
    rng = random.Random(f"cut{text.name}")
    of_target = rng.random() < 0.5
    lines = text.target if of_target else text.source
    n = len(lines)
    runs = [(int(n * at) + rng.randint(0, n // 8), rng.randint(6, max(6, min(30, n // 8)))) for at in (0.2, 0.6)]
    kept = [i for i in range(n) if not any(begin <= i < begin + size for begin, size in runs)]
    where = defaultdict(list, {i: [k] for k, i in enumerate(kept)})
    left = [lines[i] for i in kept]
    name = f"{text.name}, passages dropped"
    if of_target:
        return LineText(text.corpus, name, text.source, left, sorted(regold(text.gold, where)))
    turned = regold([(b, a) for a, b in text.gold], where)
    return LineText(text.corpus, name, left, text.target, sorted((a, b) for b, a in turned))
