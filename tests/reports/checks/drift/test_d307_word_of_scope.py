"""D307: a word of scope that one version lacks or has alone, in six languages. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from align.lexicon import lost_words
from align.lexicon.column_votes import RowTexts, Word
from corpora.languages import language
from reports.findings.model import Severity
from tests.support.check_case import Texts, VersionsCase
from tests.support.one_paragraph import HEAD, checked

SIX = {
    "fr": "Demande à tous les États Membres d’appliquer pleinement les mesures imposées et de présenter d’autres rapports au Comité sur les entraves ;",
    "en": "Calls upon all Member States to implement fully the measures imposed and to submit other reports to the Committee on the obstacles;",
    "es": "Exhorta a todos los Estados Miembros a que apliquen plenamente las medidas impuestas y presenten otros informes al Comité sobre los obstáculos;",
    "ru": "призывает все государства-члены в полном объеме осуществлять введенные меры и представлять Комитету другие доклады о препятствиях;",
    "ar": "يهيب بجميع الدول الأعضاء أن تنفذ التدابير المفروضة تنفيذا كاملا وأن تقدم تقارير أخرى إلى اللجنة عن العقبات؛",
    "zh": "促请所有会员国充分执行规定的措施，并向委员会提交关于障碍的其他报告；",
}  # fmt: skip
CUTS = {
    ("fr", "all"): ("tous les", "les"),
    ("en", "all"): ("all ", ""), ("en", "full"): (" fully", ""),
    ("es", "all"): ("todos los", "los"), ("es", "full"): (" plenamente", ""),
    ("ru", "all"): ("все ", ""), ("ru", "full"): ("в полном объеме ", ""),
    ("ar", "all"): ("بجميع الدول", "بالدول"),
    ("zh", "full"): ("充分", ""),
}  # fmt: skip


ALL = {
    "fr": ("tous les", "les"), "en": ("all ", ""), "es": ("todos los", "los"), "ru": ("все ", ""), "ar": ("بجميع الدول", "بالدول"),
    "zh": ("所有", ""),
}  # fmt: skip


def without(code: str, word: str) -> dict[str, str]:
    was, now = CUTS[code, word]
    assert SIX[code].count(was) == 1
    return {**SIX, code: SIX[code].replace(was, now)}


def documents(texts: Texts) -> Texts:
    """Whole resolutions of one paragraph, for the table of a case."""
    return {c: f"{HEAD[c]}\n\n{'1 -' if c == 'ar' else '1.'} {text}\n" for c, text in texts.items()}


class TestD307(VersionsCase):
    code = "D307"
    good = [documents(SIX), documents({c: SIX[c] for c in ("fr", "en")})]
    failing = [(documents(without(*cut)), ["D307"]) for cut in CUTS]


@pytest.mark.parametrize(("code", "word"), CUTS)
def test_the_version_without_the_word_is_named_and_the_others_have_it(code: str, word: str) -> None:
    (finding,) = checked(without(code, word))
    assert (finding.odd, finding.severity) == (code, Severity.MINOR)
    assert [code] == [c for group in finding.groups if not group.says for c in group.versions]
    assert finding.source is not None and finding.source.language != code
    assert finding.target is not None and finding.target.language == code
    assert len(finding.source.quote) < 20, "the source shows the word, the target the clause without it"


def test_a_word_that_one_version_has_alone_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        lost_words, "ADDED", lost_words.BINDING
    )  # so sure as here none is without a long column of evidence
    texts = {c: SIX[c].replace(*ALL[c]) for c in SIX} | {"es": SIX["es"]}
    (finding,) = [f for f in checked(texts) if f.code == "D307"]
    assert (finding.sentence, finding.odd) == ("D307.added", "es")


def test_two_versions_that_lack_the_word_are_one_finding() -> None:
    texts = {**SIX, "fr": without("fr", "all")["fr"], "ru": without("ru", "all")["ru"]}
    (finding,) = [f for f in checked(texts) if f.code == "D307"]
    assert set(next(g.versions for g in finding.groups if not g.says)) == {"fr", "ru"}


def test_fewer_than_four_versions_do_not_vote_on_words() -> None:
    texts = without("fr", "all")
    assert [f for f in checked({c: texts[c] for c in ("fr", "en", "es")}) if f.code == "D307"] == []


MANDATE = {
    "fr": "Demande aux parties de respecter pleinement le cessez-le-feu et prie le Secrétaire général de continuer de coopérer avec les organisations régionales compétentes ;",
    "en": "Calls upon the parties to respect fully the ceasefire and requests the Secretary-General to continue to cooperate with the relevant regional organizations;",
    "es": "Exhorta a las partes a que respeten plenamente el alto el fuego y solicita al Secretario General que siga cooperando con las organizaciones regionales pertinentes;",
    "ru": "призывает стороны в полной мере соблюдать режим прекращения огня и просит Генерального секретаря продолжать сотрудничать с соответствующими региональными организациями;",
    "ar": "يهيب بالأطراف أن تحترم وقف إطلاق النار احتراما كاملا ويطلب إلى الأمين العام أن يواصل التعاون مع المنظمات الإقليمية ذات الصلة؛",
    "zh": "促请各方充分尊重停火，并请秘书长继续与有关区域组织合作；",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "was", "now"),
    [
        ("en", "continue to ", ""),
        ("es", "siga cooperando", "coopere"),
        ("ru", "продолжать ", ""),
        ("ar", " احتراما كاملا", ""),
    ],
)
def test_other_classes_of_words_are_found_as_well(code: str, was: str, now: str) -> None:
    assert MANDATE[code].count(was) == 1
    assert [f for f in checked(MANDATE) if f.code == "D307"] == []
    found = [f for f in checked({**MANDATE, code: MANDATE[code].replace(was, now)}) if f.code == "D307"]
    assert [f.odd for f in found] == [code]


def test_a_set_phrase_is_excused() -> None:
    texts = {**SIX, "en": SIX["en"].replace("to submit", "not only to submit")}
    assert [f for f in checked(texts) if f.code == "D307"] == []


NAMED = {
    "fr": "Prie la Mission de coopérer avec la Commission électorale nationale indépendante pour faciliter les élections ;",
    "en": "Requests the Mission to cooperate with the Independent National Electoral Commission to facilitate the elections;",
    "es": "Solicita a la Misión que coopere con la Comisión Electoral Nacional Independiente para facilitar las elecciones;",
    "ru": "просит Миссию сотрудничать с Независимой национальной избирательной комиссией в целях содействия выборам;",
    "ar": "يطلب إلى البعثة أن تتعاون مع اللجنة الانتخابية الوطنية المستقلة من أجل تيسير الانتخابات؛",
    "zh": "请特派团与全国独立选举委员会合作，以便利选举；",
}


@pytest.mark.parametrize(("written", "lost"), [("the National Electoral Commission", True), ("the CENI", False)])
def test_a_word_of_a_name_is_not_lost_where_its_acronym_stands(written: str, lost: bool) -> None:
    english = NAMED["en"].replace("the Independent National Electoral Commission", written)
    found = [f for f in checked(NAMED | {"en": english}) if f.code == "D307"]
    assert [f.odd for f in found] == (["en"] if lost else [])


def test_reciprocity_in_other_words_is_no_loss() -> None:
    texts = {
        "fr": "Décide que l’Organisation et la Cour se consultent mutuellement et respectent leur mandat ;",
        "en": "Decides that the Organization and the Court shall consult each other and respect each other’s mandate;",
        "es": "Decide que la Organización y la Corte se consulten entre sí y respeten sus mandatos;",
        "ru": "постановляет, что Организация и Суд консультируются друг с другом и уважают мандат друг друга;",
        "ar": "يقرر أن تتشاور المنظمة والمحكمة كل منهما مع الأخرى وأن تحترم كل منهما ولاية الطرف الآخر؛",
        "zh": "决定本组织与法院相互协商并尊重彼此的任务授权；",
    }
    assert [f for f in checked(texts) if f.code == "D307"] == []


def test_the_pivot_is_quoted_where_it_has_the_word_and_else_the_language_is_said() -> None:
    (of_russian,) = checked(without("ru", "full"))
    assert of_russian.facts["quoted"] == "fr" and of_russian.message("fr").startswith(
        "«\u202fpleinement\u202f» (français)"
    )
    (of_french,) = [f for f in checked(without("fr", "all")) if f.code == "D307"]
    assert of_french.facts["quoted"] == "en" and of_french.message("fr").startswith("«\u202fall\u202f» (anglais)")
    assert "arabe" in of_french.message("fr"), "all versions that have the word are named"


@pytest.mark.parametrize("shown", ["en", "es", "ru", "ar", "zh"])
def test_the_word_of_the_pivot_stands_for_the_word_of_any_other_version_but_not_what_merely_stands_beside_it(
    shown: str,
) -> None:
    texts = {"fr": SIX["fr"], shown: SIX[shown], "es" if shown != "es" else "en": SIX["es" if shown != "es" else "en"]}
    column = RowTexts(texts, {code: language(code) for code in texts})
    pair = column.pair("fr", shown)
    assert pair is not None
    place = next(i for i, s in enumerate(column.words["fr"].spans) if SIX["fr"][s.start : s.end] == "mesures")
    theirs, own = column.word(shown, int(pair.partners[place])), column.word("fr", place)
    beside = column.word("fr", place + 1)
    assert lost_words.quoted_word(column, lost_word(theirs, own)) == own
    assert lost_words.quoted_word(column, lost_word(theirs, beside)) == theirs


def lost_word(shown: Word, own: Word) -> lost_words.LostWord:
    return lost_words.LostWord(shown, (own, shown), ("xx",), 0.01, ("other",), added=False)
