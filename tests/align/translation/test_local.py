"""A translation model of the user's own, in CTranslate2's format: loaded by path, refused in one line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from align.translation import Translated
from corpora.errors import InputError
from corpora.languages import language
from tests.support.translation import small_model

pytest.importorskip("ctranslate2", reason="the extra 'translation' is not installed")
from align.translation.local import LocalTranslationModel

FR, EN = language("fr"), language("en")
PAIR = Translated("Décide de proroger le mandat", "Decides to extend the mandate")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_model(tmp_path_factory.mktemp("model"))


def test_each_pair_has_a_logarithm_that_depends_on_source_target_and_language(folder: Path) -> None:
    model = LocalTranslationModel(folder)
    other = Translated("Décide de proroger", PAIR.target)
    whole, part, again = model.log_likelihoods([PAIR, other, PAIR], FR, EN)
    assert whole == pytest.approx(again)
    assert whole < 0 and part < 0 and whole != pytest.approx(part)
    assert model.log_likelihoods([PAIR], FR, FR) != pytest.approx([whole])


def test_long_texts_are_cut_and_not_refused(folder: Path) -> None:
    long = " ".join([PAIR.source] * 400)
    assert len(LocalTranslationModel(folder).log_likelihoods([Translated(long, long)], FR, EN)) == 1


def test_a_language_that_the_model_does_not_know_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="does not know fr and ru"):
        LocalTranslationModel(folder).log_likelihoods([PAIR], FR, language("ru"))


def test_what_is_no_model_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder of a translation model"):
        LocalTranslationModel(tmp_path)
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    (broken / "model.bin").write_bytes(b"nothing")
    with pytest.raises(InputError, match="cannot be loaded"):
        LocalTranslationModel(broken)
    shutil.copy(folder / "model.bin", broken / "model.bin")
    (broken / "spm.model").unlink()
    with pytest.raises(InputError, match="no SentencePiece model"):
        LocalTranslationModel(broken)
