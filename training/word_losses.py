"""Learn which words of a text another version leaves without a rendering: the network of ``align.lexicon.word_losses``.

    python -m training.word_losses PACK --seconds 335

``PACK`` is what ``training.loss_rows`` wrote. Losses are planted in pairs of versions (``training.planted_losses``) while it learns. Needs
PyTorch, which is no part of the project, and a graphics processor to be of use: on an H100 with fifteen processes that plant, 335 seconds were
1.4 million pairs. Writes ``align/data/word_losses`` and its entries in the manifest. Leave out of the pack what the network is to be judged on.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import torch
from numpy.typing import NDArray
from torch import nn

from align.lexicon.links import linked
from align.lexicon.paired_words import partners_of
from align.lexicon.translation_tables import FOLDER, SCALE, PairedStems, vocabulary
from align.lexicon.word_losses import (
    AROUND,
    BLOCKS,
    CROSSINGS,
    FEATURES,
    HEADS,
    LANGUAGES,
    LAYERS,
    NUMBERS,
    RARE,
    SCALES,
    WORDS,
    features_of,
    usual_of,
)
from training.manifest import enter
from training.planted_losses import Text, planted

INNER, LONGEST, BATCH, POOL = 320, 220, 24_000, 600
"""Width of the layers that look at each word alone; words of the longest text; words of a batch, filled up; pairs that are sorted by length."""
RATE, WARM, DROPOUT = 2e-3, 300, 0.1
"""The highest learning rate, the steps up to it, and what is dropped; the rate sinks over the last 80 % of the time."""
Ints = NDArray[np.int64]


@dataclass
class Pack:
    """What ``training.loss_rows`` wrote."""

    folder: Path

    @cached_property
    def rows(self) -> dict[str, Any]:
        """The arrays of ``rows.npz``."""
        return dict(np.load(self.folder / "rows.npz"))

    @cached_property
    def tables(self) -> dict[str, dict[str, Any]]:
        """The lexicons: the program's, and those whose links say what is lost."""
        return {name: dict(np.load(self.folder / f"{name}.npz")) for name in ("lexicon", "links")}

    @cached_property
    def lengths(self) -> Ints:
        """Words of each text, (rows, languages)."""
        lengths: Ints = np.diff(self.rows["bounds"].astype(np.int64)).reshape(-1, len(LANGUAGES))
        return lengths

    def text(self, row: int, column: int) -> Ints:
        """The words of a text."""
        begin, end = self.rows["bounds"][len(LANGUAGES) * row + column :][:2]
        return np.asarray(self.rows["ids"][begin:end], dtype=np.int64)

    def probabilities(self, name: str, a: str, b: str, first: Ints, second: Ints) -> tuple[Any, Any]:
        """The probabilities that words render each other, there and back, each (n, m); ``a`` comes before ``b`` in the alphabet."""
        starts, partners, there, back, width = (self.tables[name][f"{a}{b}_{part}"] for part in "sptbw")
        pairs = PairedStems(starts.astype(np.int64), partners.astype(np.int32), there, back, int(width))
        (mine, at), (theirs, where) = (
            np.unique(words.astype(np.int32), return_inverse=True) for words in (first, second)
        )
        to, back_again = pairs.among(mine, theirs)
        spread = np.ix_(at, where)
        return to[spread] / np.float32(SCALE), back_again[spread] / np.float32(SCALE)

    def partners(self, first: int, second: int, words: Ints, others: Ints) -> tuple[Ints, Ints]:
        """The place of the word that renders each best, -1 where none does, by the links; of both texts."""
        a, b = LANGUAGES[first], LANGUAGES[second]
        if a > b:
            there, back = self.partners(second, first, others, words)
            return back, there
        to = self.rows["to_links"]
        weights = linked(*self.probabilities("links", a, b, to[words], to[others]), AROUND).weights()
        return partners_of(weights).astype(np.int64), partners_of(weights.T).astype(np.int64)

    def features(self, first: int, second: int, words: Ints, others: Ints) -> tuple[Any, Any, Any]:
        """What the lexicon says: of the pairs of words (2, n, m), of the words of either text (n, 7) and (m, 7)."""
        a, b = LANGUAGES[first], LANGUAGES[second]
        if a > b:
            pairs, back, there = self.features(second, first, others, words)
            return pairs.transpose(0, 2, 1), there, back
        to = self.rows["to_lexicon"]
        mine, theirs = to[words], to[others]
        links = linked(*self.probabilities("lexicon", a, b, mine, theirs), AROUND)
        weights, both = links.weights(), links.both
        there = features_of(links.best_of_rows(), weights, both, self.usual[a][mine]).astype(np.float16)
        back = features_of(links.best_of_columns(), weights.T, both.T, self.usual[b][theirs]).astype(np.float16)
        return np.stack([weights, both]).astype(np.float16), there, back

    @cached_property
    def usual(self) -> dict[str, NDArray[np.float32]]:
        """How usual each stem of the lexicons is, as in ``align.lexicon.word_losses``."""
        return {code: usual_of(self.rows[f"count_{code}"]) for code in LANGUAGES}


class PlantedPairs(torch.utils.data.IterableDataset):  # type: ignore[misc]
    """Batches of pairs with planted losses, without end."""

    def __init__(self, pack: Pack, seed: int) -> None:
        self.pack, self.seed = pack, seed

    def __iter__(self) -> Iterator[tuple[torch.Tensor, ...]]:
        worker = torch.utils.data.get_worker_info()
        random = np.random.default_rng([self.seed, worker.id if worker else 0])
        while True:
            pool = sorted(self._pairs(random), key=_longest)
            batches: list[list[Any]] = [[]]
            for pair in pool:
                if batches[-1] and _longest(pair) * (len(batches[-1]) + 1) > BATCH:
                    batches.append([])
                batches[-1].append(pair)
            for number in random.permutation(len(batches)):
                yield _batched(batches[number])

    def _pairs(self, random: np.random.Generator) -> list[Any]:
        found: list[Any] = []
        while len(found) < POOL:
            row = int(random.integers(0, len(self.pack.lengths)))
            first, second = random.choice(len(LANGUAGES), 2, replace=False).tolist()
            if all(3 <= self.pack.lengths[row, c] <= LONGEST for c in (first, second)):
                found.append(self._pair(row, first, second, random))
        return [pair for pair in found if min(len(pair[2]), len(pair[3])) > 2]

    def _pair(self, row: int, first: int, second: int, random: np.random.Generator) -> Any:
        def other(column: int, count: int) -> Ints:
            for _ in range(4):
                text = self.pack.text(int(random.integers(0, len(self.pack.lengths))), column)
                if len(text) >= count:
                    at = int(random.integers(0, len(text) - count + 1))
                    return text[at : at + count]
            return np.zeros(0, dtype=np.int64)

        texts = [Text(self.pack.text(row, c)) for c in (first, second)]
        there, back = self.pack.partners(first, second, texts[0].words, texts[1].words)
        others = [lambda count, c=c: other(c, count) for c in (first, second)]
        planted(texts[0], texts[1], there, back, others, random)
        (words, labels), (theirs, of_theirs) = (text.built() for text in texts)
        return first, second, words, theirs, labels, of_theirs, *self.pack.features(first, second, words, theirs)


def _longest(pair: Any) -> int:
    return max(len(pair[2]), len(pair[3]))


def _batched(pairs: list[Any]) -> tuple[torch.Tensor, ...]:
    """Languages (B, 2), words (B, n) and (B, m), labels of both, links (2, B, n, m), features (B, n, 7) and (B, m, 7); filled up with 0, labels with -1."""
    count, n, m = len(pairs), max(len(p[2]) for p in pairs), max(len(p[3]) for p in pairs)
    words, theirs = np.zeros((count, n), np.int64), np.zeros((count, m), np.int64)
    labels, of_theirs = np.full((count, n), -1, np.int8), np.full((count, m), -1, np.int8)
    links = np.zeros((2, count, n, m), np.float16)
    there, back = np.zeros((count, n, FEATURES), np.float16), np.zeros((count, m, FEATURES), np.float16)
    for i, pair in enumerate(pairs):
        a, b = len(pair[2]), len(pair[3])
        words[i, :a], theirs[i, :b], labels[i, :a], of_theirs[i, :b] = pair[2:6]
        links[:, i, :a, :b], there[i, :a], back[i, :b] = pair[6:]
    languages = np.array([pair[:2] for pair in pairs])
    return tuple(map(torch.from_numpy, (languages, words, theirs, labels, of_theirs, links, there, back)))


class Block(nn.Module):  # type: ignore[misc]
    """A convolution over five words and a layer that looks at each alone."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.n, self.c = nn.LayerNorm(width), nn.Conv1d(width, width, 5, padding=2, groups=width)
        self.u, self.o, self.drop = nn.Linear(width, INNER), nn.Linear(INNER, width), nn.Dropout(DROPOUT)

    def forward(self, x: Any, mask: Any) -> Any:
        """``x`` (B, n, width) with what the words around add; ``mask`` is 0 for what fills up."""
        mixed = self.c((self.n(x) * mask).transpose(1, 2)).transpose(1, 2)
        return x + self.drop(self.o(torch.relu(self.u(mixed))))


class Crossing(nn.Module):  # type: ignore[misc]
    """What the words of a text take from those of the other, from nothing, and what the lexicon and the places say of it."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.n, self.f, self.b, self.drop = (
            nn.LayerNorm(width),
            nn.Linear(4 * HEADS, width),
            Block(width),
            nn.Dropout(DROPOUT),
        )
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in "qkvo")
        self.bias = nn.Parameter(torch.zeros(HEADS, len(SCALES)))
        self.null = nn.Parameter(torch.full((HEADS,), -2.0))
        self.lex = nn.Parameter(torch.tensor([[0.6] * HEADS, [0.3] * HEADS]))
        # Words that render each other begin with vectors that are alike: so they attend to each other from the start.
        nn.init.normal_(self.q.weight, std=1.6 / width**0.5)
        self.k.weight.data.copy_(self.q.weight.data)

    def forward(self, x: Any, other: Any, mask: Any, theirs: Any, near: Any, logs: Any) -> Any:
        """``x`` (B, n, width) with what ``other`` (B, m, width) gives; ``theirs`` (B, m) is false for what fills up."""

        def heads(values: Any) -> Any:
            return values.unflatten(2, (HEADS, -1)).transpose(1, 2)

        query, key, value = heads(self.q(self.n(x))), heads(self.k(other)), heads(self.v(other))
        logits = (query @ key.transpose(2, 3)).float() / math.sqrt(query.shape[3])
        logits = logits + torch.einsum("bnmk,hk->bhnm", near, self.bias.float())
        logits = logits + torch.einsum("kbnm,kh->bhnm", logs, self.lex.float())
        logits = logits.masked_fill(~theirs[:, None, None, :], -1e4)
        nothing = self.null.float()[None, :, None]
        parts = torch.softmax(torch.cat([logits, nothing[..., None].expand(*logits.shape[:3], 1)], 3), 3)[..., :-1]
        parts = parts * mask[:, None]
        shared = (parts / parts.sum(2, keepdim=True).clamp(min=1)).sum(3)
        best = (logits.max(3).values - nothing).clamp(-15, 15) / 5
        said = torch.stack([parts.sum(3), shared, best, parts.max(3).values], -1).transpose(1, 2).flatten(2)
        taken = (parts.to(value.dtype) @ value).transpose(1, 2).flatten(2)
        return self.b(x + self.drop(self.o(taken)) + self.f(said.to(x.dtype)), mask)


class Network(nn.Module):  # type: ignore[misc]
    """The network; the names of its weights are those of ``align/data/word_losses/layers.npz``."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        super().__init__()
        width = vectors.shape[1]
        self.e = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=False, padding_idx=0)
        self.l = nn.Embedding(len(LANGUAGES), width)
        nn.init.normal_(self.l.weight, std=0.1)
        self.blocks = nn.ModuleList(Block(width) for _ in range(BLOCKS))
        self.cross = nn.ModuleList(Crossing(width) for _ in range(CROSSINGS))
        self.m, self.n, self.h, self.drop = (
            nn.LayerNorm(width),
            nn.LayerNorm(width),
            nn.Linear(width, 1),
            nn.Dropout(DROPOUT),
        )
        self.f1, self.f2 = nn.Linear(FEATURES, width), nn.Linear(FEATURES, 1)

    def encoded(self, words: Any, languages: Any) -> Any:
        """The words of texts in their own sentences, and the mask of what fills up."""
        mask = (words > 0)[..., None].float()
        x = self.drop(self.e(words) + self.l(languages)[:, None])
        for block in self.blocks:
            x = block(x, mask)
        return x, mask

    def asked(self, x: Any, other: Any, mask: Any, words: Any, theirs: Any, logs: Any, features: Any) -> Any:
        """The log-odds that each word has no rendering, (B, n)."""
        n, m = words.shape[1], theirs.shape[1]
        ratio = (theirs > 0).sum(1).float() / (words > 0).sum(1).float()
        places = torch.arange(n, device=words.device)[None, :, None] * ratio[:, None, None]
        away = (torch.arange(m, device=words.device)[None, None] - places).abs()
        near = torch.exp(-(away[..., None] / torch.from_numpy(SCALES).to(words.device)).clamp(max=30))
        x = x + self.f1(features)
        for crossing in self.cross:
            x = crossing(x, self.m(other), mask, theirs > 0, near, logs)
        return (self.h(self.n(x)).float() + self.f2(features).float())[..., 0]

    def forward(self, languages: Any, words: Any, theirs: Any, links: Any, there: Any, back: Any) -> Any:
        """The log-odds of the words of both texts."""
        logs, there, back = torch.log(links.float() + 1e-3), there.float(), back.float()
        (x, mask), (y, masked) = self.encoded(words, languages[:, 0]), self.encoded(theirs, languages[:, 1])
        first = self.asked(x, y, mask, words, theirs, logs, there)
        return first, self.asked(y, x, masked, theirs, words, logs.transpose(2, 3), back)


def loss_of(logits: Any, labels: Any) -> Any:
    """The mean loss of the words of which is known whether they are lost."""
    known = labels >= 0
    return nn.functional.binary_cross_entropy_with_logits(logits[known], labels[known].float())


def learn(network: Network, pack: Pack, seconds: float, processes: int, device: str) -> None:
    """Learn for some seconds."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    loader = torch.utils.data.DataLoader(PlantedPairs(pack, 1), batch_size=None, num_workers=processes)
    start = time.monotonic()
    for step, batch in enumerate(loader, 1):
        share = (time.monotonic() - start) / seconds
        if share >= 1:
            break
        sinking = 1.0 if share < 0.2 else 0.5 * (1 + math.cos(math.pi * (share - 0.2) / 0.8))
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM) * sinking
        languages, words, theirs, labels, of_theirs, *said = (part.to(device) for part in batch)
        with torch.autocast(device, torch.bfloat16, enabled=device != "cpu"):
            first, second = network(languages, words, theirs, *said)
        loss = loss_of(first, labels) + loss_of(second, of_theirs)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % 500 == 0:
            print(f"step {step}: loss {loss.item():.3f}, {share:.0%} of the time", flush=True)


def write(network: Network, pack: Pack, words: Path, layers: Path) -> None:
    """The network as ``align.lexicon.word_losses`` reads it: the vectors in bytes, the layers in half precision."""
    named = {name: value.detach().float().cpu().numpy() for name, value in network.state_dict().items()}
    vectors = named.pop("e.weight")
    scales = np.abs(vectors).max(axis=1) / 127 + 1e-12
    known = json.loads((pack.folder / "words.json").read_text(encoding="utf-8"))
    of, stems = [""] * (1 + NUMBERS), [""] * (1 + NUMBERS)
    for code, own in zip(LANGUAGES, known, strict=True):
        of += [code] * (RARE + len(own))
        stems += [*[""] * RARE, *own]
    bytes_ = pl.Series(np.round(vectors / scales[:, None]).astype(np.int8), dtype=pl.Array(pl.Int8, vectors.shape[1]))
    words.parent.mkdir(parents=True, exist_ok=True)
    table = pl.DataFrame({"language": of, "stem": stems, "scale": scales.astype(np.float32), "vector": bytes_})
    table.write_parquet(words, compression="zstd", compression_level=19)
    np.savez_compressed(layers, **{name: value.astype(np.float16) for name, value in named.items()})


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--seconds", type=float, default=335)
    parser.add_argument("--processes", type=int, default=15)
    parser.add_argument("--source", default="")
    arguments = parser.parse_args()
    pack, device = Pack(arguments.pack), "cuda" if torch.cuda.is_available() else "cpu"
    start = np.load(arguments.pack / "vectors.npz")
    network = Network(start["x"].astype(np.float32) * np.float32(start["step"])).to(device)
    learn(network, pack, arguments.seconds, arguments.processes, device)
    write(network, pack, WORDS, LAYERS)
    rows = {FOLDER / f"words-{c}.parquet": len(vocabulary(c).numbers) for c in LANGUAGES}
    enter([WORDS, LAYERS], source=arguments.source, builder="training/word_losses.py", belongs_to={LAYERS: rows})


if __name__ == "__main__":
    main()
