"""Rows of adopted resolutions as numbered stems: what the network of word losses is learned from.

    python -m training.loss_rows FOLDER... --links LEXICONS --out PACK

Reads folders laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso), as ``training.translation_rows`` does. ``LEXICONS`` is what
``training.lexicon --out`` wrote: its links say which words of one version render which of another, so learn it on as much as there is. In
``PACK`` are written ``rows.npz`` (the words of all texts, and what the lexicons call them), ``lexicon.npz`` and ``links.npz`` (the program's
lexicons and those of LEXICONS), ``vectors.npz`` (vectors to begin with) and ``words.json``. The machine that learns needs nothing else.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import FOLDER
from align.lexicon.word_losses import LANGUAGES, NUMBERS, RARE, shared_number
from corpora.languages.loader import language
from training.record import groups_of
from training.translation_rows import rows_of

LEAST = 5
"""Occurrences from which a stem has a vector of its own; the weights would be four times as many with all."""
WIDTH = 160
"""Numbers of a vector: chosen so that the program grows by seven megabytes and a pair of texts costs four milliseconds."""
_OWN = 0.35
"""What is left of its own drawn vector when a stem takes those of its renderings, four times in turn: renderings come to .9 of a common one."""
_CLEAR = 0.05
"""Probability from which a stem takes the vector of another."""
Stems = tuple[tuple[str, ...], ...]
Tables = dict[str, Any]


class Numbering:
    """Numbers of the stems of all languages: 0 is nothing, then those of words with figures, then of each language rare words and its own."""

    def __init__(self, rows: Iterable[Stems]) -> None:
        counts = [Counter[str]() for _ in LANGUAGES]
        for row in rows:
            for count, text in zip(counts, row, strict=True):
                count.update(text)
        self.words = [
            sorted(
                (w for w, n in count.items() if n >= LEAST and not any(c.isdigit() for c in w)),
                key=lambda w: (-count[w], w),
            )
            for count in counts
        ]
        sizes = [RARE + len(words) for words in self.words]
        self.first = [1 + NUMBERS + sum(sizes[:k]) for k in range(len(sizes))]
        self.size = 1 + NUMBERS + sum(sizes)
        self._of = [
            {word: first + RARE + i for i, word in enumerate(words)}
            for first, words in zip(self.first, self.words, strict=True)
        ]

    def of(self, stem: str, column: int) -> int:
        """The number of a stem, as ``align.lexicon.word_losses`` has it."""
        return self._of[column].get(stem) or shared_number(stem, self.first[column])

    def in_vocabulary(self, folder: Path) -> tuple[NDArray[np.uint16], Tables]:
        """For each number that of the same stem in a folder of lexicons, 0 where it lacks it; and how often each stem there was seen."""
        found = np.zeros(self.size, dtype=np.uint16)
        counts: Tables = {}
        for column, code in enumerate(LANGUAGES):
            table = pl.read_parquet(folder / f"words-{code}.parquet")
            known = {stem: number for number, stem in enumerate(table["stem"].to_list(), 1)}
            begin = self.first[column] + RARE
            found[begin : begin + len(self.words[column])] = [known.get(w, 0) for w in self.words[column]]
            counts[f"count_{code}"] = np.concatenate([[0], table["count"].to_numpy()]).astype(np.int64)
        return found, counts


def tables_of(folder: Path) -> Tables:
    """The tables of all pairs of languages of a folder of lexicons: begin of each stem's partners, these, and both probabilities in bytes."""
    found: Tables = {}
    for a, b in combinations(sorted(LANGUAGES), 2):
        table = pl.read_parquet(folder / f"{a}-{b}.parquet")
        stems, other = (pl.read_parquet(folder / f"words-{c}.parquet").height + 1 for c in (a, b))
        found[f"{a}{b}_s"] = np.searchsorted(table["first"].to_numpy(), np.arange(stems + 1)).astype(np.int32)
        found[f"{a}{b}_p"] = table["second"].to_numpy().astype(np.uint16)
        found[f"{a}{b}_t"] = table["forward"].to_numpy().astype(np.uint8)
        found[f"{a}{b}_b"] = table["backward"].to_numpy().astype(np.uint8)
        found[f"{a}{b}_w"] = np.array(other)
    return found


def first_vectors(numbering: Numbering, to: NDArray[np.uint16], tables: Tables) -> NDArray[np.float32]:
    """Vectors to begin with, (numbers, WIDTH): drawn, then each moved to those of its renderings, so that these are near each other."""
    from scipy.sparse import csr_array, diags_array

    back = {}
    for column, code in enumerate(LANGUAGES):
        own = numbering.first[column] + RARE + np.arange(len(numbering.words[column]))
        back[code] = np.zeros(1 << 16, dtype=np.int64)
        back[code][to[own]] = own
        back[code][0] = 0
    rows, columns, weights = [], [], []
    for a, b in combinations(sorted(LANGUAGES), 2):
        starts = tables[f"{a}{b}_s"].astype(np.int64)
        first = back[a][np.repeat(np.arange(len(starts) - 1), np.diff(starts))]
        second = back[b][tables[f"{a}{b}_p"].astype(np.int64)]
        both = np.sqrt(tables[f"{a}{b}_t"].astype(float) * tables[f"{a}{b}_b"].astype(float)) / 250
        clear = (first > 0) & (second > 0) & (both > _CLEAR)
        rows += [first[clear], second[clear]]
        columns += [second[clear], first[clear]]
        weights += [both[clear] ** 1.5] * 2
    size = numbering.size, numbering.size
    near = csr_array((np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))), shape=size)
    near = diags_array(1 / np.maximum(np.asarray(near.sum(axis=1)).ravel(), 0.3)) @ near
    drawn = np.random.default_rng(0).standard_normal((numbering.size, WIDTH)).astype(np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    found = drawn
    for _ in range(4):
        found = _OWN * drawn + near @ found
        found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return np.asarray(found * np.sqrt(WIDTH) / 2, dtype=np.float32)


def write_pack(rows: Sequence[Stems], links: Path, out: Path) -> Numbering:
    """The files of ``PACK``."""
    out.mkdir(parents=True, exist_ok=True)
    numbering = Numbering(rows)
    ids = [[numbering.of(stem, column) for stem in text] for row in rows for column, text in enumerate(row)]
    bounds = np.concatenate([[0], np.cumsum([len(text) for text in ids])]).astype(np.uint32)
    to_lexicon, counts = numbering.in_vocabulary(FOLDER)
    to_links, _ = numbering.in_vocabulary(links)
    linked = tables_of(links)
    np.savez_compressed(
        out / "rows.npz",
        ids=np.array([i for text in ids for i in text], dtype=np.uint16),
        bounds=bounds,
        first=np.array(numbering.first),
        sizes=np.array([len(w) for w in numbering.words]),
        size=np.array(numbering.size),
        to_lexicon=to_lexicon,
        to_links=to_links,
        **counts,
    )
    np.savez_compressed(out / "lexicon.npz", **tables_of(FOLDER))
    np.savez_compressed(out / "links.npz", **linked)
    vectors = first_vectors(numbering, to_links, linked)
    step = np.abs(vectors).max() / 127
    np.savez_compressed(out / "vectors.npz", x=np.round(vectors / step).astype(np.int8), step=step)
    (out / "words.json").write_text(json.dumps(numbering.words, ensure_ascii=False), encoding="utf-8")
    return numbering


def main() -> None:
    """Read the folders and write the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--links", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    languages = [language(code) for code in LANGUAGES]
    texts = dict.fromkeys(row for f in arguments.folders for group in groups_of(f) for row in rows_of(group))
    rows = [
        tuple(stemmed(text, spoken).stems if text else () for text, spoken in zip(row, languages, strict=True))
        for row in texts
    ]
    numbering = write_pack(list(dict.fromkeys(rows)), arguments.links, arguments.out)
    print(f"{len(rows)} rows, {numbering.size} numbers")


if __name__ == "__main__":
    main()
