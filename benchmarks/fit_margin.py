"""Learn the weights of ``align.search.margin`` by random search, on all development corpora and with each left out.

    python -m benchmarks.fit_margin ../shared/gold ../shared/record [--rounds 500]

Maximises the mean strict F1 of the corpora, from a plain start that nothing was learned for. What is written is the mean of all
weights that came within .0015 of the best, which is steadier than the best itself, with the price of a segment left alone in the
middle of its plateau. Novels with passages dropped count half, since they are novels again. The Declaration and the record count a
tenth each: lines of the Organization are aligned by costs and the lexicon where the command meets them (``align.lines``), and they
ask for a segment left alone to be three times as cheap as all prose does. With numba a run takes minutes
(``benchmarks.margin_kernel``), without it hours. Writes ``benchmarks/margin_weights.json``, from where the first entry stands in
``align.search.margin``; ``benchmarks.alignment`` shows what they reach.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from align.encoders import Encoder, default_encoder
from align.encoders.span_vectors import Spans
from align.lines import align_by_margin
from align.search.margin import MarginWeights
from benchmarks.beads import Counts, as_beads
from benchmarks.line_corpora import LineText, declaration_texts, folder_texts, record_texts, with_passages_dropped
from benchmarks.margin_kernel import COMPILED, PreparedText
from benchmarks.resolutions import read_folder

OUT = Path(__file__).parent / "margin_weights.json"
START = MarginWeights(
    neighbours=0.5, idle=0.3, gain=0.0, wide=0.0, square=0.0, growth=0.0, smooth=0.0,
    skip_base=-0.325, skip_slope=0.3, run=1.0,
)  # fmt: skip
STEPS = MarginWeights(
    neighbours=0.08, idle=0.15, gain=0.01, wide=0.012, square=0.015, growth=0.08, smooth=0.05,
    skip_base=0.04, skip_slope=0.15, run=0.2,
)  # fmt: skip
LOWEST = MarginWeights(
    neighbours=0.0, idle=0.0, gain=-0.1, wide=-0.02, square=-0.05, growth=-0.1, smooth=0.0,
    skip_base=-0.8, skip_slope=0.0, run=0.2,
)  # fmt: skip
SHARES = {"passages dropped": 0.5, "declaration": 0.1, "record": 0.1}
"""What corpora count that do not count whole."""
LEFT_OUT: dict[str, set[str]] = {
    "none": set(),
    "text-berg-dev": {"text-berg-dev"},
    "transread-dev": {"transread-dev", "passages dropped"},
    "declaration": {"declaration", "record"},
}
"""What is left out with a corpus: all that is made of its texts, or is of their kind."""
NEAR = 0.0015
_STEP, _OFF = 0.02, 0.06
"""Steps of the price that are looked at, and by how much it may be off; chosen."""


class Corpora:
    """The texts with what does not change from round to round."""

    def __init__(self, texts: Sequence[LineText], encoder: Encoder) -> None:
        self._texts = []
        for text in texts:
            sides = encoder.encode(text.source), encoder.encode(text.target)
            for side in sides:
                _keep(side)
            self._texts.append((text, PreparedText(text.source, text.target, sides) if COMPILED else None, sides))

    def worth(self, weights: MarginWeights, leave: set[str]) -> float:
        """The mean strict F1 of the corpora but those left out, by their shares."""
        found = self.strict(weights, leave)
        shares = {corpus: SHARES.get(corpus, 1.0) for corpus in found}
        return sum(shares[c] * f for c, f in found.items()) / sum(shares.values())

    def strict(self, weights: MarginWeights, leave: set[str]) -> dict[str, float]:
        """Strict F1 of each corpus but those left out."""
        counts: dict[str, Counts] = {}
        for text, prepared, sides in self._texts:
            if text.corpus not in leave:
                steps = (
                    prepared.align(weights) if prepared else align_by_margin(text.source, text.target, sides, weights)
                )
                counts.setdefault(text.corpus, Counts()).add(as_beads(steps), text.gold)
        return {corpus: count.f1()[0] for corpus, count in counts.items()}


def in_the_middle(corpora: Corpora, leave: set[str], weights: MarginWeights) -> MarginWeights:
    """The weights with the price of a segment left alone put where it may be off by ``_OFF`` either way at the least cost.

    The best price lies at the edge of a plateau: a little dearer costs nothing, a little cheaper much. A text that was not seen has a
    price of its own, so what counts is the mean over prices nearby.
    """
    shifts = [round(_STEP * k, 3) for k in range(-8, 7)]
    worths = [corpora.worth(replace(weights, skip_base=weights.skip_base + shift), leave) for shift in shifts]
    near = round(_OFF / _STEP)
    places = range(near, len(shifts) - near)
    best = max(places, key=lambda k: float(np.mean(worths[k - near : k + near + 1])))
    return replace(weights, skip_base=round(weights.skip_base + shifts[best], 4))


def _keep(side: Spans) -> None:
    for width in range(1, min(8, len(side) + 1)):
        side.vectors(width)


def search(corpora: Corpora, leave: set[str], rounds: int, seed: int) -> MarginWeights:
    """The weights that random search settles on."""

    def worth(weights: MarginWeights) -> float:
        return corpora.worth(weights, leave)

    rng = random.Random(seed)
    best, top = START, worth(START)
    tried: list[tuple[float, MarginWeights]] = []
    names = list(asdict(START))
    for _ in range(rounds):
        changed = {}
        for name in rng.sample(names, rng.choice([1, 2, 3, 5])):
            value = getattr(best, name) + rng.gauss(0, getattr(STEPS, name)) * rng.choice([0.3, 1])
            value = max(getattr(LOWEST, name), value)
            changed[name] = min(1.0, value) if name == "run" else value
        other = replace(best, **changed)
        score = worth(other)
        tried.append((score, other))
        if score >= top:
            best, top = other, score
    near = [weights for score, weights in tried if score >= top - NEAR]
    return MarginWeights(**{name: round(float(np.mean([getattr(w, name) for w in near])), 4) for name in names})


def development_texts(gold: Path, record: Path) -> list[LineText]:
    """All that there is to develop with: gold, novels with passages dropped, damaged lines of the Organization."""
    texts = [text for folder in sorted(gold.iterdir()) for text in folder_texts(folder)]
    dropped = [with_passages_dropped(text) for text in texts if text.corpus == "transread-dev"]
    texts += [replace(text, corpus="passages dropped") for text in dropped]
    texts += declaration_texts(*read_folder(record / "udhr"), range(2))
    return [*texts, *record_texts(record)]


def main() -> None:
    """Fit once on everything and once without each corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("record", type=Path)
    parser.add_argument("--rounds", type=int, default=500)
    asked = parser.parse_args()
    corpora = Corpora(development_texts(asked.gold, asked.record), default_encoder())
    weights = {}
    for name, leave in LEFT_OUT.items():
        weights[name] = asdict(in_the_middle(corpora, leave, search(corpora, leave, asked.rounds, seed=1)))
        print(name, weights[name], flush=True)
    OUT.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
