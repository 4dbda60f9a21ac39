"""Words of two texts and their habits: what is paired, how usual it is, what is no matter of words."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from align.lexicon import column_votes, lost_words
from align.lexicon.column_votes import RowTexts
from align.lexicon.paired_words import paired_words
from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import numbered, vocabulary
from align.lexicon.usual_sources import as_often_rendered, usually_renders
from align.lexicon.word_habits import LEVELS, habit_shares, levels_of, packed
from corpora.annotation.binding import binding_words
from corpora.languages import language
from training.word_habits import PRIOR, shares

FR, EN = language("fr"), language("en")
PAIR = (
    "Prie le Secrétaire général de présenter un rapport sur les femmes",
    "Requests the Secretary-General to submit a report on women",
)


def test_words_are_paired_both_ways_at_once() -> None:
    there, back = paired_words(*PAIR, FR, EN), paired_words(PAIR[1], PAIR[0], EN, FR)
    assert there is not None and back is not None
    assert np.array_equal(there.there, back.back) and np.array_equal(there.partners, back.partners_back)
    french, english = stemmed(PAIR[0], FR), stemmed(PAIR[1], EN)
    place = next(i for i, s in enumerate(french.spans) if PAIR[0][s.start : s.end] == "femmes")
    span = english.spans[int(there.partners[place])]
    assert PAIR[1][span.start : span.end] == "women"


def test_a_word_without_rendering_has_less_evidence_and_is_less_usual() -> None:
    with_it, without = (paired_words(PAIR[0], text, FR, EN) for text in (PAIR[1], PAIR[1].replace(" on women", "")))
    assert with_it is not None and without is not None
    words = numbered(PAIR[0], FR).numbers
    usual, unusual = (habit_shares(words, found.there, "fr", "en")[-1] for found in (with_it, without))
    assert without.there[-1] < with_it.there[-1] and unusual < 0.2 < usual


def test_texts_without_words_and_texts_that_are_no_sentence_are_not_paired() -> None:
    assert paired_words("", "Decides", FR, EN) is None
    assert paired_words("mot " * 1000, "word " * 1000, FR, EN) is None


def test_habits_keep_their_order_in_a_byte_and_unknown_words_have_none() -> None:
    found = np.array([0.001, 0.01, 0.08, 0.5, 1.0])
    assert np.allclose(np.exp2(packed(found) / -16.0), found, rtol=0.03)
    assert levels_of(np.array([-9.0, -6.9, 0.0, 9.0], dtype=np.float32)).tolist() == [0, 0, 14, LEVELS - 1]
    assert habit_shares(vocabulary("fr").of(["xyzzy"]), np.array([-6.9], dtype=np.float32), "fr", "en").tolist() == [
        1.0
    ]


def test_the_share_of_a_stem_leans_on_those_seen_as_seldom() -> None:
    counts = np.zeros((4, LEVELS), dtype=np.int64)
    counts[1, 0], counts[1, -1] = 10, 90
    counts[2, -1] = 100
    counts[3, -1] = 2
    stems, found = shares(counts)
    assert stems.tolist() == [1, 2], "a stem that was seen twice has no habit"
    usual = 10 / 200
    assert found[:, 0] == pytest.approx([(10 + PRIOR * usual) / (100 + PRIOR), PRIOR * usual / (100 + PRIOR)])
    assert found[:, -1] == pytest.approx([1.0, 1.0])


def test_a_text_that_says_something_else_lacks_no_words() -> None:
    texts = {
        "fr": "Décide que tous les États doivent geler pleinement les avoirs et les autres ressources économiques des personnes visées "
        * 2,
        "en": "The children, women and elderly people in the schools and hospitals were in need of water, food and medicine every day "
        * 2,
        "es": "Decide que todos los Estados deben congelar plenamente los activos y otros recursos económicos de las personas designadas "
        * 2,
        "ru": "постановляет, что все государства должны в полном объеме заморозить активы и другие экономические ресурсы этих лиц "
        * 2,
    }
    column = RowTexts(texts, {code: language(code) for code in texts})
    assert column.unrendered("fr", "en", column_votes.UNUSUAL) == []
    assert [word for word in lost_words.lost_binding_words(column) if "en" in word.lacking] == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "toutes les autres parties", {"all", "other"}),
        ("en", "all other parties", {"all", "other"}),
        ("es", "todas las otras partes", {"all", "other"}),
        ("ru", "все другие стороны", {"all", "other"}),
        ("ar", "جميع الأطراف الأخرى", {"all", "other"}),
        ("zh", "所有其他各方", {"all", "other"}),
    ],
)
def test_binding_words_of_six_languages(code: str, text: str, expected: set[str]) -> None:
    found = {word.name for word in binding_words(text, language(code), loose=False) if not word.excused}
    assert expected <= found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "avant tout"),
        ("en", "not only"),
        ("es", "entre otras cosas"),
        ("ru", "в том числе"),
        ("ar", "ولا سيما"),
        ("zh", "特别代表"),
    ],
)
def test_set_phrases_are_excused(code: str, text: str) -> None:
    assert all(word.excused for word in binding_words(text, language(code), loose=False))


MEANS = {
    "fr": "Prie le Comité de continuer à chercher les moyens appropriés d’appliquer la Déclaration",
    "en": "Requests the Committee to continue to seek suitable means to implement the Declaration",
    "es": "Solicita al Comité que siga buscando los medios adecuados para aplicar la Declaración",
    "ar": "تطلب إلى اللجنة مواصلة السعي إلى إيجاد سبل مناسبة لتنفيذ الإعلان",
    "zh": "请委员会继续寻求适当途径执行《宣言》",
}


def column_of(texts: dict[str, str]) -> RowTexts:
    return RowTexts(texts, {code: language(code) for code in texts})


def word_of(column: RowTexts, code: str, word: str) -> column_votes.Word:
    spans = column.words[code].spans
    return next(
        column.word(code, i) for i, s in enumerate(spans) if column.texts[code][s.start : s.end].startswith(word)
    )


def test_a_rare_rendering_is_known_by_what_it_usually_renders() -> None:
    column, without = column_of(MEANS), column_of(MEANS | {"en": MEANS["en"].replace("suitable ", "")})
    for found, rendered in ((column, True), (without, False)):
        having = [word_of(found, "es", "adecuados"), word_of(found, "ar", "مناسبة")]
        assert usually_renders(found, having, "en") is rendered
    assert not [w for w in lost_words.lost_binding_words(column) if "en" in w.lacking]


def test_a_word_is_as_often_rendered_as_it_stands_wherever_that_is() -> None:
    texts = {
        "fr": "Se félicite de la coopération internationale et du transfert international des détenus",
        "en": "Welcomes international cooperation and the international transfer of detainees",
        "es": "Acoge con beneplácito la cooperación internacional y el traslado internacional de reclusos",
    }
    for spanish, expected in ((texts["es"], True), (texts["es"].replace("traslado internacional", "traslado"), False)):
        column = column_of(texts | {"es": spanish})
        having = [word_of(column, "fr", "internationale"), word_of(column, "en", "international")]
        assert as_often_rendered(column, having, "es") is expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "among other principles"),
        ("ru", "сотрудничать друг с другом"),
        ("ru", "обязанность всех и каждого"),
        ("ar", "كل منهما مع الآخر"),
        ("zh", "合法所有者"),
        ("zh", "财产所有权"),
    ],
)
def test_phrases_of_reciprocity_and_property_are_excused(code: str, text: str) -> None:
    found = binding_words(text, language(code), loose=False)
    assert found and all(word.excused for word in found)


def test_a_special_body_is_no_word_of_degree_and_everyone_is_all() -> None:
    assert not binding_words("عمل اللجنة الخاصة", language("ar"), loose=False)
    assert [w.name for w in binding_words("人人平等", language("zh"), loose=False)] == ["all"]


def test_the_place_of_the_first_word_is_no_later_because_only_later_words_tell_it() -> None:
    texts = {
        "fr": "Prie le Secrétaire général de présenter un rapport sur les femmes",
        "en": "Requests the Secretary-General to submit a report on women",
    }
    column = column_of(texts)
    assert column.expected("fr", 0, "en") <= 1
    last = len(column.words["fr"].spans) - 1
    assert column.expected("fr", last, "en") >= len(column.words["en"].spans) - 2


@pytest.mark.parametrize(("instead", "replaced"), [("zwanglose ", True), ("", False)])
def test_a_word_that_the_lexicon_does_not_know_may_stand_in_the_place(instead: str, replaced: bool) -> None:
    texts = {
        "fr": "Prie le Secrétaire général d’apporter au Groupe de travail toute l’assistance nécessaire",
        "en": f"Requests the Secretary-General to provide the Working Group with {instead}assistance",
        "es": "Solicita al Secretario General que preste al Grupo de Trabajo toda la asistencia necesaria",
        "ru": "просит Генерального секретаря оказать Рабочей группе всю необходимую помощь",
        "ar": "يطلب إلى الأمين العام أن يقدم إلى الفريق العامل جميع المساعدات اللازمة",
    }
    found = [w for w in lost_words.lost_binding_words(column_of(texts)) if "en" in w.lacking]
    assert found and all(word.replaced is replaced for word in found)


def test_words_that_are_joined_until_no_version_has_one_are_told_apart() -> None:
    texts = {"fr": "Prie le Comité", "en": "Requests the Committee", "es": "Solicita al Comité"}
    column = column_of(texts)
    fr, es = word_of(column, "fr", "Comité"), word_of(column, "es", "Comité")
    for pair in itertools.permutations(texts, 2):
        column._unrendered[pair] = ()
    column._unrendered["fr", "en"] = (column_votes.UnrenderedWord(fr, "en", 0.01, ((es, 0.01),)),)
    column._unrendered["fr", "es"] = (column_votes.UnrenderedWord(fr, "es", 0.01, ()),)
    column._unrendered["es", "fr"] = (column_votes.UnrenderedWord(es, "fr", 0.01, ()),)
    found = lost_words.doubtful_words(column)
    assert {(word.shown.code, *word.lacking) for word in found} == {("fr", "en"), ("fr", "es"), ("es", "fr")}


def test_the_counterpart_that_is_rendered_best_is_spared_of_three_and_more() -> None:
    column = column_of({code: MEANS[code] for code in ("fr", "en", "es", "ar")})
    words = [column.word(code, 1) for code in column.texts]
    found = column_votes.UnrenderedWord(words[0], "xx", 0.1, ((words[1], 0.1), (words[2], 1.0), (words[3], 0.1)))
    assert found.columns_but_one == pytest.approx(0.1) and found.columns > 0.15
    two = column_votes.UnrenderedWord(words[0], "xx", 0.1, ((words[1], 0.1), (words[2], 1.0)))
    assert two.columns_but_one == two.columns, "of two counterparts none is spared"


def test_a_counterpart_that_the_version_renders_well_is_not_shaded() -> None:
    column = column_of({**MEANS, "en": MEANS["en"].replace("suitable ", "")})
    shown, well = word_of(column, "fr", "appropriés"), word_of(column, "es", "medios")
    assert float(column.shares["es", "en"][well.place]) > 0.3
    found = lost_words.LostWord(shown, (shown, well), ("en",), 0.01, (), added=False)
    assert lost_words.shaded_words(column, found) == (shown,)
