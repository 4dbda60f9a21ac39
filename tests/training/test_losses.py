"""The builder of the weights of losses: what it learns of made signs."""

from __future__ import annotations

import numpy as np
import pytest

from align.omissions.loss_signs import CheapSigns, LossSigns
from training.losses import ASKED, Example, judge, learned


def _examples(count: int) -> list[Example]:
    """Made signs: what is left out is shorter, barer, and less rendered by the network."""
    random = np.random.default_rng(3)

    def made(left_out: bool, name: int) -> Example:
        away = 2.0 if left_out else 0.0
        asked = CheapSigns(*(random.normal(away, 1, 2).tolist()))
        signs = LossSigns(*(random.normal(away, 1, 6).tolist()))
        return Example(asked, signs, left_out, f"resolution {name}")

    return [made(k % 5 == 0, k % 10 // 5 + k % 7) for k in range(count)] + [Example(None, None, False, "none")]


def test_the_network_is_asked_of_few_clean_rows_and_tells_most_losses() -> None:
    examples = _examples(2000)
    models = learned(examples)
    scores = models.scores(examples)
    left_out = np.array([e.left_out for e in examples])
    assert np.isfinite(scores[~left_out]).mean() == pytest.approx(ASKED, abs=0.01)
    assert np.isfinite(scores[left_out]).mean() > 0.7
    assert np.isneginf(scores[-1]), "without signs nothing is told"
    edge = np.sort(scores[~left_out])[-2]
    assert (scores[left_out] > edge).mean() > 0.5


def test_what_is_found_is_counted_by_weights_of_other_resolutions(capsys: pytest.CaptureFixture[str]) -> None:
    judge(_examples(2000))
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.startswith("400 clauses left out, 1601 clean versions of rows")
    shares = [float(line.split("ones: ")[1].split(" found")[0]) for line in lines]
    assert shares == sorted(shares) and shares[-1] > 0.6
