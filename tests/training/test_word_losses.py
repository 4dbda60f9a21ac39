"""The builder of the network of word losses: planted losses, the pack, the network itself. Specimens, not UN documents."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from align.lexicon.translation_tables import FOLDER
from align.lexicon.word_losses import LANGUAGES, NUMBERS, RARE
from training.loss_rows import LEAST, WIDTH, Numbering, write_pack
from training.planted_losses import KEPT, LOST, UNKNOWN, Text, _delete_from_both, _label, planted

ONE_TO_ONE = np.arange(8)
ROW = tuple(
    tuple(text.split())
    for text in (
        "décid de prorog le mandat de la mission", "decid to extend the mandat of the mission", "decid prorrog el mandat de la mision",
        "постановля продл мандат мисс", "قرر تمديد ولا بعث", "决定 延长 任务 期限",
    )
)  # fmt: skip


def test_what_loses_its_rendering_is_lost_and_what_is_in_doubt_is_not_known() -> None:
    text = Text(np.arange(8))
    there, back = ONE_TO_ONE.copy(), ONE_TO_ONE.copy()
    there[4], back[4] = (
        -1,
        0,
    )  # the fifth word renders nothing, and the fifth of the other is said to render the first as well
    gone = np.zeros(8, dtype=bool)
    gone[[3, 5]] = True
    _label(text, there, back, gone)
    assert text.labels.tolist() == [KEPT, KEPT, KEPT, LOST, UNKNOWN, LOST, KEPT, KEPT]


def test_what_is_deleted_from_both_is_no_loss() -> None:
    first, second = Text(np.arange(8)), Text(np.arange(8))
    _delete_from_both(first, second, ONE_TO_ONE, ONE_TO_ONE, np.array([2, 3]))
    assert first.built()[0].tolist() == second.built()[0].tolist() == [0, 1, 4, 5, 6, 7]
    assert set(first.built()[1].tolist()) == {KEPT}
    tangled = ONE_TO_ONE.copy()
    tangled[3] = 6  # a word of the stretch renders one that stays
    whole = Text(np.arange(8))
    _delete_from_both(whole, Text(np.arange(8)), ONE_TO_ONE, tangled, np.array([2, 3]))
    assert whole.kept.all()


def test_planted_texts_stay_as_long_as_what_is_known_of_them() -> None:
    random = np.random.default_rng(5)
    lost = 0
    for _ in range(300):
        first, second = Text(np.arange(20)), Text(np.arange(20) + 100)
        others = [lambda count: np.full(count, 900), lambda count: np.full(count, 901)]
        planted(first, second, np.arange(20), np.arange(20), others, random)
        (words, labels), (theirs, of_theirs) = first.built(), second.built()
        assert len(words) == len(labels) and len(theirs) == len(of_theirs)
        left = set(theirs[theirs < 900].tolist())
        for word, label in zip(words.tolist(), labels.tolist(), strict=True):
            assert (label == LOST) == (word == 900 or word + 100 not in left)
        assert all(
            (word == 901) == (label == LOST) for word, label in zip(theirs.tolist(), of_theirs.tolist(), strict=True)
        )
        lost += int((labels == LOST).sum())
    assert lost > 300


def test_stems_are_numbered_by_language_and_rare_ones_share_a_number() -> None:
    numbering = Numbering([ROW] * LEAST + [(("rare", "2719"), *[()] * 5)])  # type: ignore[list-item]
    own = numbering.of("mandat", 0)
    assert own >= numbering.first[0] + RARE and numbering.of("mandat", 1) >= numbering.first[1] + RARE != own
    assert numbering.first[0] <= numbering.of("rare", 0) < numbering.first[0] + RARE
    assert numbering.of("2719", 0) == numbering.of("2719", 5) <= NUMBERS
    assert numbering.size == 1 + NUMBERS + sum(RARE + len(words) for words in numbering.words)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    write_pack([ROW] * LEAST, FOLDER, folder)
    return folder


def test_a_pack_holds_the_words_and_vectors_of_renderings_near_each_other(pack: Path) -> None:
    rows, vectors = np.load(pack / "rows.npz"), np.load(pack / "vectors.npz")
    assert len(rows["bounds"]) == LEAST * len(LANGUAGES) + 1 and rows["bounds"][-1] == len(rows["ids"])
    numbering = Numbering([ROW] * LEAST)
    x = vectors["x"].astype(float)
    assert x.shape == (numbering.size, WIDTH)

    def alike(first: tuple[str, int], second: tuple[str, int]) -> float:
        a, b = (x[numbering.of(*word)] for word in (first, second))
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))

    assert alike(("mission", 0), ("mission", 1)) > 0.5 > alike(("mission", 0), ("extend", 1)) + 0.2


@pytest.mark.slow
def test_the_network_learns_on_any_machine_and_says_what_the_program_says(pack: Path, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: the network cannot be learned here")
    import align.lexicon.word_losses as program
    from training.word_losses import Network, Pack, learn, write

    start = np.load(pack / "vectors.npz")
    network = Network(start["x"].astype(np.float32) * np.float32(start["step"]))
    learn(network, Pack(pack), 2, 0, "cpu")
    write(network, Pack(pack), tmp_path / "words.parquet", tmp_path / "layers.npz")
    known = program._network()
    shipped = Network(known.vectors.astype(np.float32) * known.scales[:, None]).eval()
    shipped.load_state_dict({name: torch.from_numpy(value) for name, value in known.layers.items()}, strict=False)
    assert set(np.load(tmp_path / "layers.npz").files) == set(known.layers)
