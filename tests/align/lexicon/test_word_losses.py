"""Which words a version leaves without a rendering, by the network that reads both texts. Specimens, not UN documents."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from align.lexicon import word_losses as module
from align.lexicon.tokenization import stemmed
from align.lexicon.word_losses import word_losses
from corpora.errors import InputError
from corpora.languages import language

WHOLE = {
    "fr": "Prie tous les États Membres de présenter sans tarder au Secrétaire général un rapport complet sur les mesures qu’ils auront prises ;",
    "en": "Requests all Member States to submit without delay to the Secretary-General a full report on the measures that they have taken;",
    "es": "Solicita a todos los Estados Miembros que presenten sin demora al Secretario General un informe completo sobre las medidas que hayan adoptado;",
    "ru": "просит все государства-члены безотлагательно представить Генеральному секретарю полный доклад о принятых ими мерах;",
    "ar": "يطلب إلى جميع الدول الأعضاء أن تقدم دون إبطاء إلى الأمين العام تقريرا كاملا عن التدابير التي تتخذها؛",
    "zh": "请所有会员国毫不拖延地向秘书长提交一份关于所采取措施的全面报告；",
}  # fmt: skip
LESS = {
    "fr": "tous ", "en": "all ", "es": "todos ", "ru": "все ", "ar": "جميع ", "zh": "所有",
}  # fmt: skip
ALL = {"fr": "tous", "en": "all", "es": "todos", "ru": "все", "ar": "جميع", "zh": "所有"}


def losses(code: str, other: str, against: dict[str, str]) -> dict[str, float]:
    found = word_losses(WHOLE[code], against[other], language(code), language(other))
    assert found is not None
    words = stemmed(WHOLE[code], language(code)).spans
    return {WHOLE[code][s.start : s.end]: float(v) for s, v in zip(words, found, strict=True)}


@pytest.mark.parametrize("code", WHOLE)
def test_a_word_that_a_version_leaves_out_is_lost_to_all_others(code: str) -> None:
    without = {**WHOLE, code: WHOLE[code].replace(LESS[code], "", 1)}
    assert without[code] != WHOLE[code]
    for other in WHOLE:
        if other != code:
            before = losses(other, code, WHOLE)[ALL[other]]
            after = losses(other, code, without)
            assert after[ALL[other]] > before + 2, (other, code)
            # Its neighbours have their renderings as before.
            assert sum(value > after[ALL[other]] for value in after.values()) <= 1, (other, after)


@pytest.mark.parametrize("code", WHOLE)
def test_of_texts_that_say_the_same_no_word_is_lost(code: str) -> None:
    for other in WHOLE:
        if other != code:
            assert np.mean([value > 0 for value in losses(code, other, WHOLE).values()]) <= 0.15, other


def test_what_cannot_be_asked_is_not_answered() -> None:
    french, english = language("fr"), language("en")
    assert word_losses("", "All States;", french, english) is None
    assert word_losses("États " * 500, "States " * 500, french, english) is None, "too long together"
    assert word_losses("États", "Staaten", french, replace(english, code="de")) is None, (
        "a language that the network does not know"
    )


def test_words_with_figures_and_rare_words_have_shared_vectors() -> None:
    network = module._network()
    assert 1 <= module.shared_number("2719", network.first["fr"]) <= module.NUMBERS
    for first in network.first.values():
        assert first <= module.shared_number("abracadabra", first) < first + module.RARE
    assert len({id(network.ids[code]) for code in module.LANGUAGES}) == len(module.LANGUAGES)
    assert all(len(network.ids[code]) > 3000 for code in module.LANGUAGES)


def test_a_network_of_another_lexicon_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module._network.cache_clear()
    monkeypatch.setattr(module, "vocabulary", lambda code: type("V", (), {"numbers": {"a": 1}})())
    with pytest.raises(InputError, match=r"belongs to lexicons/words-fr\.parquet"):
        module._network()
    monkeypatch.undo()
    module._network.cache_clear()
