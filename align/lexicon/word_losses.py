"""How likely it is that a version leaves a word of another without a rendering: a small network that reads both texts.

The lexicon knows which words render which, and the habit of a word how often it has no rendering; neither sees the sentence. The
network does: it learned which words have lost their rendering where words and passages of the other text were deleted, replaced or
added, in adopted resolutions with losses planted for the purpose by the program's own word links (as Tuan and others, "Quality estimation
without human-labeled data", EACL 2021, make theirs). What is worded freely in adopted texts it learned to pass over. The layers
are those of ``training/word_losses.py``: embedded stems, three convolutions (Wu and others, "Pay less attention", ICLR 2019, in their
simplest form), then twice attention (Vaswani and others, 2017) to the words of the other text, to which the lexicon's links and
the places of the words are added, and to nothing at all.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from align.encoders.span_vectors import Floats
from align.lexicon.known_pairs import known_arrays
from align.lexicon.links import linked, probabilities
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import FOLDER as LEXICONS
from align.lexicon.translation_tables import knows, numbered, vocabulary
from align.manifest import DATA, check_rows, read_verified
from align.unpacked import columns_of, words_in
from corpora.languages import Language

WORDS = DATA / "word_losses" / "words.parquet"
LAYERS = DATA / "word_losses" / "layers.npz"
LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
"""The languages of the network, in the order of its vectors of languages."""
NUMBERS, RARE = 256, 64
"""Vectors that all words with figures share, and those of the rare words of each language: chosen by a checksum of the word."""
HEADS, BLOCKS, CROSSINGS, FEATURES = 4, 3, 2, 7
"""Heads of the attention, convolutions, layers that look at the other text, and what the lexicon says of a word."""
AROUND = (6, 6)
"""Words around a link that support it, as in ``align.lexicon.paired_words``."""
SCALES = np.array((1.5, 4.0, 10.0, 25.0, 60.0), dtype=np.float32)
"""Distances, in words, over which being near counts: it falls to 1/e over each."""
_FAINT = np.float32(1e-3)
"""Added to the strength of a link before its logarithm is taken."""
_LARGEST = 160_000
"""Pairs of words up to which two texts are looked at: four hundred words a side; the network saw at most 220."""
_EPSILON = np.float32(1e-5)
"""What PyTorch adds to a variance before its root is taken."""


@dataclass(frozen=True, eq=False)
class _Network:
    """The weights: ``vectors`` (ids, width) in bytes with the ``scales`` (ids,) of their rows, ``layers`` by name."""

    vectors: NDArray[np.int8]
    scales: Floats
    ids: Mapping[str, Mapping[str, int]]
    first: Mapping[str, int]
    layers: Mapping[str, Floats]

    def embedded(self, text: str, language: Language) -> Floats:
        """The vectors of the words of a text, (words, width)."""
        known, first = self.ids[language.code], self.first[language.code]
        ids = [known.get(stem) or shared_number(stem, first) for stem in stemmed(text, language).stems]
        return self.vectors[ids].astype(np.float32) * self.scales[ids][:, None]

    def linear(self, x: Floats, name: str) -> Floats:
        """A linear layer."""
        found = x @ self.layers[f"{name}.weight"].T
        found += self.layers[f"{name}.bias"]
        return found

    def norm(self, x: Floats, name: str) -> Floats:
        """Each word's vector with mean 0 and variance 1, scaled and moved."""
        middle = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(middle).mean(axis=-1, keepdims=True) + _EPSILON)
        return np.asarray(middle / spread * self.layers[f"{name}.weight"] + self.layers[f"{name}.bias"])

    def block(self, x: Floats, name: str) -> Floats:
        """A convolution over five words and a layer that looks at each word alone."""
        kernel = self.layers[f"{name}.c.weight"][:, 0]
        reach = kernel.shape[1] // 2
        padded = np.pad(self.norm(x, f"{name}.n"), ((reach, reach), (0, 0)))
        mixed = sum(padded[k : k + len(x)] * kernel[:, k] for k in range(kernel.shape[1]))
        up = np.maximum(self.linear(mixed + self.layers[f"{name}.c.bias"], f"{name}.u"), 0)
        return x + self.linear(up, f"{name}.o")

    def heads(self, x: Floats, name: str) -> Floats:
        """A linear layer of words, (heads, words, width of a head)."""
        return self.linear(x, name).reshape(len(x), HEADS, -1).transpose(1, 0, 2)

    def crossing(self, x: Floats, key: Floats, value: Floats, added: Floats, name: str) -> Floats:
        """What the words of a text, (n, width), take from those of the other; ``added`` (heads, n, m) is what the places and the lexicon
        say."""
        query = self.heads(self.norm(x, f"{name}.n"), f"{name}.q")
        logits = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(key.shape[2])) + added
        nothing = self.layers[f"{name}.null"][:, None]
        top = np.maximum(logits.max(axis=2), nothing)
        parts = np.exp(logits - top[..., None])
        parts /= parts.sum(axis=2, keepdims=True) + np.exp(nothing - top)[..., None]
        # A word that several claim is shared: a rendering stands for one of them.
        shared = (parts / np.maximum(parts.sum(axis=1, keepdims=True), 1)).sum(axis=2)
        best = np.clip(logits.max(axis=2) - nothing, -15, 15) / 5
        said = np.stack([parts.sum(axis=2), shared, best, parts.max(axis=2)], axis=-1)
        taken = (parts @ value).transpose(1, 0, 2).reshape(x.shape)
        x = x + self.linear(taken, f"{name}.o") + self.linear(said.transpose(1, 0, 2).reshape(len(x), -1), f"{name}.f")
        return self.block(x, f"{name}.b")


def word_losses(source: str, target: str, source_language: Language, target_language: Language) -> Floats | None:
    """For each word of ``source`` the log-odds, in nats, that ``target`` has no rendering of it: (words,), those of ``stemmed``.

    None where the network or the lexicon does not know the languages, where a text has no words, and where both are too long together. The odds
    are those of the texts that it learned from, in which one word in thirty was lost: they rank, they are no probabilities.
    """
    codes = source_language.code, target_language.code
    size = len(stemmed(source, source_language).stems) * len(stemmed(target, target_language).stems)
    if not (set(codes) <= set(LANGUAGES) and knows(*codes) and 0 < size <= _LARGEST):
        return None
    (found,) = known_arrays(
        "losses", (*codes, source, target), lambda: (_losses(source, target, source_language, target_language),)
    )
    return np.asarray(found, dtype=np.float32)


@lru_cache(maxsize=512)
def _losses(source: str, target: str, source_language: Language, target_language: Language) -> Floats:
    network = _network()
    (x, _), (_, others) = _encoded(source, source_language), _encoded(target, target_language)
    features, strengths = _lexicon_says(source, target, source_language, target_language)
    n, m = strengths.shape[1:]
    logs = np.log(strengths + _FAINT)
    away = np.abs(np.arange(m)[None] - np.arange(n)[:, None] * (m / n)).astype(np.float32)
    near = np.exp(-np.minimum(away[None] / SCALES[:, None, None], 30))
    x = x + network.linear(features, "f1")
    for layer, (key, value) in enumerate(others):
        weights = network.layers
        added = np.tensordot(weights[f"cross.{layer}.bias"], near, 1)
        added += np.tensordot(weights[f"cross.{layer}.lex"].T, logs, 1)
        x = network.crossing(x, key, value, added, f"cross.{layer}")
    found = network.linear(network.norm(x, "n"), "h") + network.linear(features, "f2")
    return np.asarray(found[:, 0], dtype=np.float32)


@lru_cache(maxsize=128)
def _encoded(text: str, language: Language) -> tuple[Floats, list[tuple[Floats, Floats]]]:
    """The words of a text in their own sentence, (words, width), and what they answer in each crossing: keys and values, each (heads, words,
    width of a head)."""
    network = _network()
    x = network.embedded(text, language) + network.layers["l.weight"][LANGUAGES.index(language.code)]
    for layer in range(BLOCKS):
        x = network.block(x, f"blocks.{layer}")
    said = network.norm(x, "m")
    return x, [(network.heads(said, f"cross.{k}.k"), network.heads(said, f"cross.{k}.v")) for k in range(CROSSINGS)]


def _lexicon_says(
    source: str, target: str, source_language: Language, target_language: Language
) -> tuple[Floats, Floats]:
    """What the lexicon says of each word of the source, (n, 7), and of each pair of words, (2, n, m): the link with and without the links
    around it."""
    if source_language.code < target_language.code:
        links = linked(*probabilities(source, target, source_language, target_language), AROUND)
        best, weights, both = links.best_of_rows(), links.weights(), links.both
    else:
        links = linked(*probabilities(target, source, target_language, source_language), AROUND)
        best, weights, both = links.best_of_columns(), links.weights().T, links.both.T
    usual = _usual(source_language.code)[numbered(source, source_language).numbers]
    return features_of(best, weights, both, usual), np.stack([weights, both])


@lru_cache(maxsize=len(LANGUAGES))
def _usual(code: str) -> Floats:
    return usual_of(vocabulary(code).counts)


@lru_cache(maxsize=1)
def _network() -> _Network:
    """The network of the program. Raises InputError where its files are not those that the manifest names."""
    check_rows(LAYERS, {LEXICONS / f"words-{c}.parquet": len(vocabulary(c).numbers) for c in LANGUAGES})
    table = columns_of(WORDS)
    languages, stems = words_in(table, "language"), words_in(table, "stem")
    of, names = table["language"], table["stem"]
    first = {code: int(np.argmax(of == languages.index(code))) for code in LANGUAGES}
    ids: dict[str, dict[str, int]] = {code: {} for code in LANGUAGES}
    for row, (language, name) in enumerate(zip(of.tolist(), names.tolist(), strict=True)):
        if stems[name]:
            ids[languages[language]][stems[name]] = row
    with np.load(BytesIO(read_verified(LAYERS))) as layers:
        named = {name: layers[name].astype(np.float32) for name in layers.files}
    return _Network(table["vector"], table["scale"], ids, first, named)


def shared_number(stem: str, first: int) -> int:
    """The number of a stem that has no vector of its own; ``first`` is that of the first rare word of its language."""
    mark = zlib.crc32(stem.encode())
    return 1 + mark % NUMBERS if any(c.isdigit() for c in stem) else first + mark % RARE


def features_of(best: Floats, weights: Floats, both: Floats, usual: Floats) -> Floats:
    """What the lexicon says of each word of a text, (n, FEATURES): ``best`` (n,) how well it is rendered at best, ``weights`` and ``both``
    (n, m) its links with and without the links around them, ``usual`` (n,) how usual it is (``usual_of``)."""
    n, m = weights.shape
    columns = [
        np.log(best + np.float32(1e-4)) / 4 + 1,
        np.log(weights.max(axis=1) + _FAINT) / 4 + 1,
        np.log(weights.sum(axis=1) + _FAINT) / 4 + 1,
        np.log(both.max(axis=1) + _FAINT) / 4 + 1,
        usual == 0,
        usual,
        np.full(n, np.log(m / n)),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def usual_of(counts: NDArray[np.int64]) -> Floats:
    """How usual each stem of a vocabulary is by how often it was seen, scaled to about 0 to 3; 0 for words that it lacks, the first."""
    seen = counts.astype(np.float32)
    found = np.log((seen + 0.5) / (seen.sum() + 1)) / 4 + 3.5
    found[0] = 0
    return np.asarray(found, dtype=np.float32)
