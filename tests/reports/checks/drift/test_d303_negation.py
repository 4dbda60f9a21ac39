"""D303: a negation that one version has and another has not."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import HEAD, checked, found, six
from tests.support.specimens import BASE

pytestmark = pytest.mark.slow


class TestD303(VersionsCase):
    code = "D303"
    good = [pair_of(BASE, "es")]
    failing = [
        (changed(BASE, "en", "may import", "may not import"), [code]),
        (changed(BASE, "es", "pueden importar", "no pueden importar"), [code]),
        (changed(BASE, "ru", "могут ввозить", "не могут ввозить"), [code]),
        (changed(BASE, "ar", "أنه يجوز", "أنه لا يجوز"), [code]),
        (changed(BASE, "zh", "可以进口", "不可以进口"), [code]),
    ]  # fmt: skip


def test_votes_make_a_negation_grave() -> None:
    texts = {**BASE, "en": BASE["en"].replace("may import", "may not import")}
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    (negation,) = check_versions(compare_versions(documents[0], documents[1:]))
    assert negation.code == "D303" and negation.severity is Severity.CRITICAL
    assert dict(negation.votes) == {"fr": "0", "en": "1", "es": "0", "ru": "0", "ar": "0", "zh": "0"}


FRENCH = "Le Conseil de sécurité,\n\n1. *Décide* de reconduire les mesures visées dans la résolution 2374 (2017), qui ne doivent pas viser les civils, sans préjudice des exemptions ;\n"


OTHERS = {
    "en": "The Security Council,\n\n1. *Decides* {}to renew the measures set out in resolution 2374 (2017), which shall not target civilians, without prejudice to the exemptions;\n",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* {}renovar las medidas enunciadas en la resolución 2374 (2017), que no se dirigirán contra los civiles, sin perjuicio de las exenciones;\n",
    "ru": "Совет Безопасности,\n\n1. *постановляет* {}продлить меры, изложенные в резолюции 2374 (2017), которые не должны быть направлены против гражданских лиц, без ущерба для изъятий;\n",
}


NOT = {"en": "not ", "es": "no ", "ru": "не "}


def test_what_the_other_of_two_versions_lacks_is_shown_where_it_stands() -> None:
    french = read_text(
        "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général d'informer les États qui n'en sont pas dotés ;\n",
        "fr",
        "fr.md",
    )
    english = read_text("The Security Council,\n\n1. Requests the Secretary-General to inform States;\n", "en", "en.md")
    (found,) = [f for f in check_versions(compare_versions(french, [english])) if f.code == "D303"]
    assert found.source and found.target and (found.source.language, found.target.language) == ("fr", "en")
    assert found.source.quote == "n'en sont pas" and "(French)" in found.message("en")


@pytest.mark.parametrize("code", list(OTHERS))
def test_the_mandate_turned(code: str) -> None:
    french = read_text(FRENCH, "fr", "fr.md")
    same = read_text(OTHERS[code].format(""), code, f"{code}.md")
    turned = read_text(OTHERS[code].format(NOT[code]), code, f"{code}.md")
    assert [f for f in check_versions(compare_versions(french, [same])) if f.code == "D303"] == []
    (found,) = [f for f in check_versions(compare_versions(french, [turned])) if f.code == "D303"]
    assert found.severity >= Severity.MAJOR and found.target and found.target.quote.strip() == NOT[code].strip()


COOPERATION = {
    "en": ("Requests the Secretary-General to {}continue his support to the mission, and to refrain from any measure without consultation;", "not "),
    "es": ("Solicita al Secretario General que {}siga apoyando a la misión y que se abstenga de toda medida sin consulta;", "no "),
    "ru": ("просит Генерального секретаря {}продолжать поддерживать миссию и воздерживаться от любых мер без консультаций;", "не "),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(COOPERATION))
def test_a_negation_is_found_though_the_other_version_negates_elsewhere(code: str) -> None:
    french = "Prie le Secrétaire général de continuer d'appuyer la mission et de s'abstenir de toute mesure sans consultation ;"
    text, negation = COOPERATION[code]
    assert found(french, code, text.format(""), "D303") == []
    (finding,) = found(french, code, text.format(negation), "D303")
    assert finding.target and finding.target.quote.strip() == negation.strip()
    assert finding.severity is Severity.MINOR


def test_a_negation_that_is_part_of_a_word_in_the_other_version_is_no_finding() -> None:
    french = "Souligne l'importance de la non-prolifération et d'un régime non discriminatoire ;"
    spanish = "Subraya la importancia de la no proliferación y de un régimen no discriminatorio;"
    assert found(french, "es", spanish, "D303") == []


def test_a_negation_against_all_but_one_is_found_and_names_those() -> None:
    findings = [f for f in six(en=("to respect", "to not respect"), zh=("遵守停火", "不破坏停火")) if f.code == "D303"]
    (finding,) = [f for f in findings if f.target and f.target.language == "en"]
    assert finding.severity is Severity.MINOR
    assert [code for code, _ in finding.votes] == ["fr", "en", "es", "ru", "ar"]


MIDTERM = {
    "fr": "Prie le Groupe d’experts {}présenter au Comité un bilan, le 15 juin 2023 au plus tard, et de déterminer s’il faut poursuivre ou pas ;",
    "en": "Requests the Panel of Experts to {}provide an update to the Committee no later than 15 June 2023, and to determine whether or not to go on;",
    "es": "Solicita al Grupo de Expertos que {}presente al Comité información actualizada a más tardar el 15 de junio de 2023 y determine si hay que seguir o no;",
    "ru": "просит Группу экспертов {}представить Комитету обновленную информацию не позднее 15 июня 2023 года и определить, следует ли продолжать или нет;",
    "ar": "يطلب إلى فريق الخبراء أن {}يقدم إلى اللجنة معلومات مستكملة في موعد لا يتجاوز 15 حزيران/يونيه 2023 وأن يحدد ما إذا كان ينبغي الاستمرار أم لا؛",
    "zh": "请专家小组至迟不晚于2023年6月15日向委员会{}提交最新情况通报，并决定是否继续；",
}  # fmt: skip
NEGATING = {
    "fr": ("de ", "de ne pas "),
    "en": ("", "not "),
    "es": ("", "no "),
    "ru": ("", "не "),
    "ar": ("", "لا "),
    "zh": ("", "不"),
}


@pytest.mark.parametrize("code", ["", *MIDTERM])
def test_an_idiom_renders_no_negation_in_any_of_six_versions(code: str) -> None:
    texts = {c: f"{HEAD[c]}\n\n1. {text.format(NEGATING[c][c == code])}\n" for c, text in MIDTERM.items()}
    documents = [read_text(text, c, f"{c}.md") for c, text in texts.items()]
    findings = [f for f in check_versions(compare_versions(documents[0], documents[1:])) if f.code == "D303"]
    assert [f.odd for f in findings] == ([code] if code else [])


def test_a_negated_word_that_no_other_version_has_turns_nothing_round() -> None:
    texts = {
        "fr": "Engage la Somalie à ne pas fléchir dans sa lutte contre les Chabab ;",
        "en": "Encourages Somalia to maintain the momentum in its fight against Al-Shabaab;",
        "es": "Alienta a Somalia a que mantenga el impulso en su lucha contra Al-Shabaab;",
        "ru": "призывает Сомали поддерживать темп борьбы с «Аш-Шабааб»;",
    }
    assert Severity.CRITICAL not in {f.severity for f in checked(texts)}
    turned = checked({**texts, "fr": "Engage la Somalie à ne pas maintenir son élan dans sa lutte contre les Chabab ;"})
    assert Severity.CRITICAL in {f.severity for f in turned if f.code == "D303"}
