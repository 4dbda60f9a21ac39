"""The builders of a small translation model: rows of versions, batches, and what CTranslate2 reads. Specimens, not UN documents."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from align.translation import Translated, translation_model
from corpora.languages import language
from training import translation_model as builder
from training.translation_rows import rows_of, write_rows

TEXT = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="resolution"><mainBody>{}</mainBody></doc></akomaNtoso>'
HEADS = {"fr": "Le Conseil de sécurité,", "en": "The Security Council,"}
BODIES = {
    "fr": ("Rappelant ses résolutions,", "Décide de proroger le mandat de la Mission jusqu’au 31 mai ;", "Décide de rester saisi de la question."),
    "en": ("Recalling its resolutions,", "Decides to extend the mandate of the Mission until 31 May;", "Decides to remain seized of the matter."),
}  # fmt: skip


def written(folder: Path, code: str) -> Path:
    first, *acts = BODIES[code]
    numbered = "".join(f"{n}. {act}\n\n" for n, act in enumerate(acts, 1))
    path = folder / f"{code}.md"
    path.write_text(f"{HEADS[code]}\n\n{first}\n\n{numbered}", encoding="utf-8")
    return path


def test_versions_of_the_same_paragraphs_are_set_side_by_side(tmp_path: Path) -> None:
    rows = list(rows_of([written(tmp_path, "fr"), written(tmp_path, "en")]))
    assert (BODIES["fr"][1], BODIES["en"][1], "", "", "", "") in rows
    assert rows == list(rows_of([tmp_path / "en.md", tmp_path / "fr.md"])), "in the order of the languages"
    (tmp_path / "en.md").write_text(f"{HEADS['en']}\n\n1. Decides to remain seized.\n", encoding="utf-8")
    assert list(rows_of([tmp_path / "fr.md", tmp_path / "en.md"])) == [], "other paragraphs, no row"


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rows")
    texts = [(fr, en, "", "", "", "") for fr, en in zip(BODIES["fr"], BODIES["en"], strict=True)]
    write_rows([(f"{fr} {n}", f"{en} {n}", *rest) for fr, en, *rest in texts for n in range(30)], out)
    return out


def read(rows: Path) -> builder.Rows:
    table = np.load(rows / "rows.npz")
    return builder.Rows(table["ids"].astype(np.int64), table["bounds"])


def test_batches_hold_every_pair_of_texts_once_a_round(rows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "BATCH", 300)
    examples = read(rows).examples()
    assert len(examples) == 2 * len(read(rows).bounds), "both ways round, the four other languages empty"
    made, source = [], builder.batches(examples, np.random.default_rng(1))
    while sum(map(len, made)) < len(examples):
        made += list(islice(source, 1))
    assert sorted(map(tuple, np.concatenate(made))) == sorted(map(tuple, examples))
    assert all(len(batch) == 1 or len(batch) * batch[:, 3].max() <= 300 for batch in made)
    sources, targets = builder.tables(made[0], read(rows), np.arange(100, 106))
    assert set(sources[:, 0]) <= {100, 101} and set(targets[:, 0]) == {builder.BEGIN}
    assert (sources == builder.END).sum() == len(made[0]) == (targets == builder.END).sum()


def test_what_is_learned_is_what_the_command_reads(rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ctranslate2", reason="the extra 'translation' is not installed")
    torch = pytest.importorskip("torch", reason="PyTorch is no part of the project: it learns a translation model")
    for name, value in {
        "WIDTH": 32,
        "HEADS": 2,
        "INNER": 64,
        "ENCODER": 1,
        "DECODER": 1,
        "WARM": 20,
        "RATE": 5e-3,
    }.items():
        monkeypatch.setattr(builder, name, value)
    monkeypatch.setattr("sys.argv", ["", str(rows), "--out", str(tmp_path / "model"), "--seconds", "12"])
    torch.set_num_threads(1)
    builder.main()
    model = translation_model(tmp_path / "model")
    fr, en = BODIES["fr"], BODIES["en"]
    right = model.log_likelihoods([Translated(f"{fr[1]} 7", f"{en[1]} 7")], language("fr"), language("en"))
    wrong = model.log_likelihoods([Translated(f"{fr[2]} 7", f"{en[1]} 7")], language("fr"), language("en"))
    assert right[0] > wrong[0]
