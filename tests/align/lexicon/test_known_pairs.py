"""What was found of the words of documents, kept between runs: the same figures as without, whatever was done to the files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import align.lexicon.paired_words as pairs
import align.lexicon.tokenization as tokenization
import align.lexicon.word_evidence as evidence
from align.lexicon.known_pairs import KnownPairs, pairs_of
from corpora.languages import language

TEXTS = {
    "fr": "Prie le Secrétaire général de lui présenter un rapport sur l'application de la présente résolution ;",
    "en": "Requests the Secretary-General to submit a report on the implementation of the present resolution;",
    "zh": "请秘书长就本决议的执行情况提交一份报告；",
}
PAIRS = (("fr", "en"), ("en", "fr"), ("zh", "en"), ("en", "zh"))


def _figures() -> list[list[object]]:
    """All that is kept, asked for as a new process would."""
    for cached in (
        pairs._paired,
        evidence.word_evidence,
        evidence._both_ways,
        tokenization.stemmed,
        tokenization._stemmed_word,
    ):
        cached.cache_clear()
    out: list[list[object]] = []
    for a, b in PAIRS:
        sides = TEXTS[a], TEXTS[b], language(a), language(b)
        found = pairs.paired_words(*sides)
        assert found is not None
        arrays = found.there, found.back, found.partners, found.partners_back, evidence.word_evidence(*sides)
        out.append([array.tolist() for array in arrays])
        out.append(list(tokenization.stemmed(TEXTS[a], language(a)).stems))
    return out


def _kept(folder: Path, name: str = "S/RES/1 (2030)") -> tuple[list[list[object]], KnownPairs]:
    with pairs_of(name, folder) as known:
        found = _figures()
    return found, known


def test_kept_figures_are_those_that_are_made(tmp_path: Path) -> None:
    alone = _figures()
    first, making = _kept(tmp_path)
    again, taking = _kept(tmp_path)
    assert alone == first == again
    assert (making.made > 0, taking.made) == (True, 0)


def test_nothing_is_made_again_for_what_did_not_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(tmp_path)
    monkeypatch.setitem(TEXTS, "en", TEXTS["en"].replace("a report", "two reports"))
    changed, known = _kept(tmp_path)
    # Four pairs stand beside the changed text each way, two of them once for both; the rest of the words are known.
    assert 0 < known.made < 12
    assert changed == _figures()


def test_a_file_holds_what_the_last_check_asked_for_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(tmp_path)
    (path,) = tmp_path.rglob("*.pairs")
    size = path.stat().st_size
    for word in ("un", "deux", "trois"):
        monkeypatch.setitem(TEXTS, "fr", TEXTS["fr"].replace("rapport", word))
        _kept(tmp_path)
    assert path.stat().st_size < 1.2 * size


def test_a_file_is_the_same_whatever_was_asked_for_first(tmp_path: Path) -> None:
    written = []
    for name, pairs_in_order in (("one", PAIRS), ("other", PAIRS[::-1])):
        with pairs_of("S/RES/1 (2030)", tmp_path / name) as known:
            for a, b in pairs_in_order:
                for cached in (pairs._paired, tokenization.stemmed, tokenization._stemmed_word):
                    cached.cache_clear()
                pairs.paired_words(TEXTS[a], TEXTS[b], language(a), language(b))
        assert known.made > 0
        (path,) = (tmp_path / name).rglob("*.pairs")
        written.append(path.read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize("damage", ["cut", "changed", "empty"])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: str) -> None:
    alone, _ = _kept(tmp_path)
    (path,) = tmp_path.rglob("*.pairs")
    whole = path.read_bytes()
    changed = whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:]
    path.write_bytes({"cut": whole[:-100], "changed": changed, "empty": b""}[damage])
    again, known = _kept(tmp_path)
    assert again == alone
    assert known.made > 0
    assert path.read_bytes() == whole


def test_another_state_of_the_program_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(tmp_path)
    monkeypatch.setattr("align.lexicon.known_pairs._signature", lambda languages: "another")
    _, known = _kept(tmp_path)
    assert known.made > 0


def test_what_is_kept_is_not_to_be_written_into(tmp_path: Path) -> None:
    _kept(tmp_path)
    with pairs_of("S/RES/1 (2030)", tmp_path):
        pairs._paired.cache_clear()
        found = pairs.paired_words(TEXTS["fr"], TEXTS["en"], language("fr"), language("en"))
    assert found is not None
    with pytest.raises(ValueError, match="read-only"):
        found.there[0] = 0


def test_a_check_that_fails_keeps_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), pairs_of("S/RES/1 (2030)", tmp_path):
        _figures()
        raise RuntimeError
    assert not list(tmp_path.rglob("*.pairs"))


def test_unknown_words_are_known_to_be_none(tmp_path: Path) -> None:
    known = KnownPairs(tmp_path / "a" / "b.pairs", "label")
    assert known.word("fr", "…", lambda: None) is None
    known.arrays("evidence", ("a", "b"), lambda: (np.zeros(2, dtype=np.float32),))
    known.keep()
    later = KnownPairs(tmp_path / "a" / "b.pairs", "label")
    assert later.word("fr", "…", lambda: pytest.fail("made again")) is None


def test_what_is_handed_out_holds_nothing_else_in_memory(tmp_path: Path) -> None:
    _kept(tmp_path)
    _, known = _kept(tmp_path)
    assert known._asked and all(array.base is None for arrays in known._asked.values() for array in arrays)
