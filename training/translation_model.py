"""Learn a small translation model between the six languages, and write it as CTranslate2 reads it.

    python -m training.translation_model ROWS --out MODEL [--seconds 390]

``ROWS`` is what ``training.translation_rows`` wrote. A Transformer (Vaswani and others, 2017; normalised before each part) with one
vocabulary for all languages; a piece before the source says which language to write. Needs PyTorch and CTranslate2 (neither is part of
the project), and a graphics processor to be of use: on an H200, 390 seconds were one pass over the pairs of 41,000 rows.
This module imports nothing of the project, so that it can be taken to such a machine alone.
"""

from __future__ import annotations

import argparse
import math
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
PAD, UNKNOWN, BEGIN, END = range(4)
WIDTH, HEADS, INNER = 512, 8, 2048
"""The base size of Vaswani and others (2017)."""
ENCODER, DECODER = 6, 3
"""Layers: scoring costs as much in the one as in the other, and the source is what is varied."""
LONGEST = 510
PLACES = 1024
BATCH = 40_000
"""Pieces of a batch, filled up to the longest text of it, on either side."""
RATE, WARM, DROPOUT, SMOOTHING = 8e-4, 400, 0.1, 0.1
"""The highest learning rate, the steps up to it, and the shares of Vaswani and others; the rate sinks over the last 70 % of the time."""
Examples = NDArray[np.int64]
Weights = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """The pieces of all texts and where each begins, (rows, languages + 1)."""

    ids: NDArray[np.int64]
    bounds: NDArray[np.int64]

    def text(self, row: int, language: int) -> NDArray[np.int64]:
        """The pieces of one text."""
        return self.ids[self.bounds[row, language] : self.bounds[row, language + 1]]

    def examples(self) -> Examples:
        """Row, source language, target language and length of every pair of texts that is not too long."""
        lengths = np.diff(self.bounds, axis=1)
        fits = (lengths > 0) & (lengths < LONGEST)
        found = []
        for source in range(len(LANGUAGES)):
            for target in range(len(LANGUAGES)):
                if source != target:
                    rows = np.flatnonzero(fits[:, source] & fits[:, target])
                    longest = np.maximum(lengths[rows, source], lengths[rows, target]) + 2
                    columns = rows, np.full_like(rows, source), np.full_like(rows, target), longest
                    found.append(np.stack(columns, axis=1))
        return np.concatenate(found)


def batches(examples: Examples, random: np.random.Generator) -> Iterator[Examples]:
    """Batches of examples of about one length, without end, each round in another order."""
    while True:
        shuffled = examples[random.permutation(len(examples))]
        for start in range(0, len(shuffled), 200_000):
            part = shuffled[start : start + 200_000]
            part = part[np.argsort(part[:, 3], kind="stable")]
            ends = [0]
            while ends[-1] < len(part):
                longest = np.maximum.accumulate(part[ends[-1] : ends[-1] + BATCH, 3])
                fitting = int(np.searchsorted(longest * np.arange(1, len(longest) + 1), BATCH, side="right"))
                ends.append(ends[-1] + max(1, fitting))
            order = random.permutation(len(ends) - 1)
            yield from (part[ends[i] : ends[i + 1]] for i in order)


def padded(texts: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Texts as one table, (texts, longest), filled with PAD; the width is a multiple of eight, as graphics processors like it."""
    width = -(-max(map(len, texts)) // 8) * 8
    table = np.full((len(texts), width), PAD)
    for row, text in enumerate(texts):
        table[row, : len(text)] = text
    return table


def tables(batch: Examples, rows: Rows, tags: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Sources with the piece of their target language, and targets between BEGIN and END."""
    sources = [
        np.concatenate([tags[target : target + 1], rows.text(row, source), [END]]) for row, source, target, _ in batch
    ]
    targets = [np.concatenate([[BEGIN], rows.text(row, target), [END]]) for row, _, target, _ in batch]
    return padded(sources), padded(targets)


def places(count: int) -> NDArray[np.float32]:
    """The encoding of places, (count, WIDTH): sines in the first half, cosines in the second, as CTranslate2 has it."""
    half = WIDTH // 2
    angles = np.arange(count)[:, None] * np.exp(np.arange(half) * -(math.log(10_000) / (half - 1)))
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


class Model:
    """The weights by name, as PyTorch's tensors, and the likelihood of targets."""

    def __init__(self, torch: Any, pieces: int, device: str) -> None:
        self.torch, self.device = torch, device
        self.training = True
        self.weights: Weights = {"pieces": self._drawn(pieces, WIDTH, WIDTH**-0.5)}
        for side, layers in (("encoder", ENCODER), ("decoder", DECODER)):
            self._norm(side)
            for layer in range(layers):
                parts = ("self",) if side == "encoder" else ("self", "across")
                for part in parts:
                    self._norm(f"{side}.{layer}.{part}")
                    for name in ("query", "key", "value", "out"):
                        self._linear(f"{side}.{layer}.{part}.{name}", WIDTH, WIDTH)
                self._norm(f"{side}.{layer}.inner")
                self._linear(f"{side}.{layer}.inner.up", INNER, WIDTH)
                self._linear(f"{side}.{layer}.inner.down", WIDTH, INNER)
        self.places = torch.from_numpy(places(PLACES)).to(device)

    def _drawn(self, rows: int, columns: int, spread: float) -> Any:
        return (self.torch.randn(rows, columns, device=self.device) * spread).requires_grad_()

    def _linear(self, name: str, wide: int, narrow: int) -> None:
        self.weights[f"{name}.weight"] = self._drawn(wide, narrow, narrow**-0.5 / math.sqrt(3))
        self.weights[f"{name}.bias"] = self.torch.zeros(wide, device=self.device, requires_grad=True)

    def _norm(self, name: str) -> None:
        self.weights[f"{name}.gamma"] = self.torch.ones(WIDTH, device=self.device, requires_grad=True)
        self.weights[f"{name}.beta"] = self.torch.zeros(WIDTH, device=self.device, requires_grad=True)

    def linear(self, x: Any, name: str) -> Any:
        """A linear layer."""
        return self.torch.nn.functional.linear(x, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def norm(self, x: Any, name: str) -> Any:
        """A normalised layer."""
        gamma, beta = self.weights[f"{name}.gamma"], self.weights[f"{name}.beta"]
        return self.torch.nn.functional.layer_norm(x, (WIDTH,), gamma, beta)

    def dropped(self, x: Any) -> Any:
        """What is left of a layer while the model learns."""
        return self.torch.nn.functional.dropout(x, DROPOUT, self.training)

    def attention(self, x: Any, to: Any, name: str, mask: Any = None, *, causal: bool = False) -> Any:
        """What each place of ``x``, (texts, places, WIDTH), takes from the places of ``to``."""

        def heads(values: Any, part: str) -> Any:
            return self.linear(values, f"{name}.{part}").unflatten(2, (HEADS, -1)).transpose(1, 2)

        found = self.torch.nn.functional.scaled_dot_product_attention(
            heads(x, "query"), heads(to, "key"), heads(to, "value"), attn_mask=mask, is_causal=causal
        )
        return self.dropped(self.linear(found.transpose(1, 2).flatten(2), f"{name}.out"))

    def inner(self, x: Any, name: str) -> Any:
        """The part of a layer that looks at each place alone."""
        up = self.torch.relu(self.linear(self.norm(x, name), f"{name}.up"))
        return self.dropped(self.linear(up, f"{name}.down"))

    def embedded(self, pieces: Any) -> Any:
        """Pieces, (texts, places), as vectors with their places."""
        vectors = self.torch.nn.functional.embedding(pieces, self.weights["pieces"], padding_idx=PAD)
        return self.dropped(vectors * math.sqrt(WIDTH) + self.places[: pieces.shape[1]])

    def logits(self, sources: Any, targets: Any) -> Any:
        """For each place of ``targets`` how likely each piece is to follow, (texts, places, pieces)."""
        mask = (sources != PAD)[:, None, None, :]
        memory = self.embedded(sources)
        for layer in range(ENCODER):
            name = f"encoder.{layer}"
            x = self.norm(memory, f"{name}.self")
            memory = memory + self.attention(x, x, f"{name}.self", mask)
            memory = memory + self.inner(memory, f"{name}.inner")
        memory, y = self.norm(memory, "encoder"), self.embedded(targets)
        for layer in range(DECODER):
            name = f"decoder.{layer}"
            x = self.norm(y, f"{name}.self")
            y = y + self.attention(x, x, f"{name}.self", causal=True)
            y = y + self.attention(self.norm(y, f"{name}.across"), memory, f"{name}.across", mask)
            y = y + self.inner(y, f"{name}.inner")
        return self.torch.nn.functional.linear(self.norm(y, "decoder"), self.weights["pieces"])


def learn(model: Model, rows: Rows, tags: NDArray[np.int64], seconds: float) -> int:
    """Learn for some seconds; returns the number of steps."""
    torch, device = model.torch, model.device
    optimizer = torch.optim.AdamW(list(model.weights.values()), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    source = batches(rows.examples(), np.random.default_rng(1))
    start, step = time.monotonic(), 0
    with ThreadPoolExecutor() as pool:
        waiting = [pool.submit(tables, batch, rows, tags) for batch in islice(source, 32)]
        while (share := (time.monotonic() - start) / seconds) < 1:
            sources, targets = (torch.from_numpy(t).to(device) for t in waiting.pop(0).result())
            waiting.append(pool.submit(tables, next(source), rows, tags))
            sinking = 1.0 if share < 0.3 else 0.5 * (1 + math.cos(math.pi * (share - 0.3) / 0.7))
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / WARM) * sinking
            with torch.autocast(device, torch.bfloat16):
                logits = model.logits(sources, targets[:, :-1])
            loss = torch.nn.functional.cross_entropy(
                logits.flatten(0, 1).float(), targets[:, 1:].flatten(), ignore_index=PAD, label_smoothing=SMOOTHING
            )
            loss.backward()
            torch.nn.utils.clip_grad_norm_(list(model.weights.values()), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % 500 == 0:
                print(f"step {step}: loss {loss.item():.3f}, {share:.0%} of the time", flush=True)
    return step


def write_model(weights: dict[str, NDArray[np.float32]], pieces: list[str], out: Path) -> None:
    """The model as CTranslate2 reads it, its numbers in eight bits."""
    import ctranslate2

    spec = ctranslate2.specs.TransformerSpec.from_config((ENCODER, DECODER), HEADS, pre_norm=True)

    def linear(layer: Any, *names: str) -> None:
        layer.weight = np.concatenate([weights[f"{name}.weight"] for name in names])
        layer.bias = np.concatenate([weights[f"{name}.bias"] for name in names])

    def norm(layer: Any, name: str) -> None:
        layer.gamma, layer.beta = weights[f"{name}.gamma"], weights[f"{name}.beta"]

    for side, part in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        embeddings = part.embeddings[0] if isinstance(part.embeddings, list) else part.embeddings
        embeddings.weight = weights["pieces"]
        part.position_encodings.encodings = places(PLACES)
        norm(part.layer_norm, side)
        for number, layer in enumerate(part.layer):
            name = f"{side}.{number}"
            linear(layer.self_attention.linear[0], *(f"{name}.self.{each}" for each in ("query", "key", "value")))
            linear(layer.self_attention.linear[1], f"{name}.self.out")
            norm(layer.self_attention.layer_norm, f"{name}.self")
            if side == "decoder":
                linear(layer.attention.linear[0], f"{name}.across.query")
                linear(layer.attention.linear[1], f"{name}.across.key", f"{name}.across.value")
                linear(layer.attention.linear[2], f"{name}.across.out")
                norm(layer.attention.layer_norm, f"{name}.across")
            linear(layer.ffn.linear_0, f"{name}.inner.up")
            linear(layer.ffn.linear_1, f"{name}.inner.down")
            norm(layer.ffn.layer_norm, f"{name}.inner")
    spec.decoder.projection.weight = weights["pieces"]
    spec.decoder.projection.bias = np.zeros(len(pieces), np.float32)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))


def main() -> None:
    """Learn from the rows and write the model."""
    import sentencepiece
    import torch

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=390)
    arguments = parser.parse_args()
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(arguments.rows / "spm.model"))
    names = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
    tags = np.array([names.index(f"<2{code}>") for code in LANGUAGES])
    read = np.load(arguments.rows / "rows.npz")
    torch.manual_seed(1)
    model = Model(torch, len(names), "cuda" if torch.cuda.is_available() else "cpu")
    steps = learn(model, Rows(read["ids"].astype(np.int64), read["bounds"]), tags, arguments.seconds)
    learned = {name: weight.detach().float().cpu().numpy().copy() for name, weight in model.weights.items()}
    write_model(learned, names, arguments.out)
    shutil.copy(arguments.rows / "spm.model", arguments.out / "spm.model")
    print(f"{steps} steps; {sum(w.size for w in learned.values()) / 1e6:.1f} million numbers")


if __name__ == "__main__":
    main()
