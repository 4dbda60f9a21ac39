"""Slots of a mandate: who is told, how much, by when, on what basis, in every language. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.mandates.deliverables import deliverables_of
from corpora.mandates.extraction import mandates_of
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import compare_related
from reports.findings.model import Severity


def read(text: str, code: str = "fr") -> Resolution:
    return read_text(text, code, code)


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("12 000 soldats et 1 500 policiers", "12 000 soldats et 2 500 policiers", ["1 500", "2 500"]),
        ("deux bataillons", "trois bataillons", ["deux", "trois"]),
        ("25 % des dépenses", "30 % des dépenses", ["25 %", "30 %"]),
        ("deux bataillons", "trois hélicoptères", ["deux", "trois"]),
    ],
)
def test_quantities(was: str, now: str, found: list[str]) -> None:
    text = "Le Conseil de sécurité,\n\n1. Décide que la Mission compte 12 000 soldats et 1 500 policiers, deux bataillons et 25 % des dépenses ;\n"
    findings = check_related(compare_related(read(text), read(text.replace(was, now))))
    quoted = [
        q for f in findings if f.code == "M218" for q in (f.source.quote, f.target.quote) if f.source and f.target
    ]  # type: ignore[union-attr]
    assert quoted == found


RENEWED = {
    "fr": ("Le Conseil de sécurité,", "Décide de proroger le mandat jusqu'au 15 novembre 2029 et que l'effectif compte 2 000 soldats en 2021", "Prie le Secrétaire général de faire rapport tous les 90 jours"),
    "en": ("The Security Council,", "Decides to extend the mandate until 15 November 2029 and that it comprises 2,000 troops in 2021", "Requests the Secretary-General to report every 90 days"),
    "es": ("El Consejo de Seguridad,", "Decide prorrogar el mandato hasta el 15 de noviembre de 2029 y que comprenda 2.000 soldados en 2021", "Solicita al Secretario General que informe cada 90 días"),
    "ru": ("Совет Безопасности,", "постановляет продлить мандат до 15 ноября 2029 года и что численность составляет 2000 военнослужащих в 2021 году", "просит Генерального секретаря представлять доклады каждые 90 дней"),
    "ar": ("إن مجلس الأمن،", "يقرر تمديد الولاية حتى 15 تشرين الثاني/نوفمبر 2029 وأن يبلغ قوامها 000 2 جندي في عام 2021", "يطلب إلى الأمين العام أن يقدم تقريرا كل 90 يوما"),
    "zh": ("安全理事会，", "决定将任务期限延长至2029年11月15日，2021年兵力为2 000名军人", "请秘书长每90天提交报告"),
}  # fmt: skip


@pytest.mark.parametrize("code", RENEWED)
def test_what_a_renewal_changes_in_every_language(code: str) -> None:
    opening, extends, asks = RENEWED[code]
    marks = ("1 -", "2 -") if code == "ar" else ("1.", "2.")
    first = f"{opening}\n\n{marks[0]} {extends};\n\n{marks[1]} {asks};\n"
    later = first.replace("2029", "2030").replace("90", "180").replace("2021", "2022")
    for was, now in (
        ("2 000", "3 000"),
        ("2,000", "3,000"),
        ("2.000", "3.000"),
        ("2000 ", "3000 "),
        ("000 2 ", "000 3 "),
    ):
        later = later.replace(was, now)
    findings = check_related(compare_related(read(first, code), read(later, code)))
    assert sorted(f.code for f in findings if f.severity > Severity.MINOR) == ["M208", "M210", "M216", "M218"]


@pytest.mark.parametrize("code", RENEWED)
def test_cycles_in_every_language(code: str) -> None:
    opening, _, asks = RENEWED[code]
    mark = "1 -" if code == "ar" else "1."
    (item,) = deliverables_of(read(f"{opening}\n\n{mark} {asks};\n", code))
    assert (item.kind, item.every_days) == ("report", 90)


BASES = {
    "fr": "Agissant en vertu du Chapitre VII de la Charte des Nations Unies,", "en": "Acting under Chapter VII of the Charter of the United Nations,",
    "es": "Actuando en virtud del Capítulo VII de la Carta de las Naciones Unidas,", "ru": "действуя на основании главы VII Устава Организации Объединенных Наций,",
    "ar": "وإذ يتصرف بموجب الفصل السابع من ميثاق الأمم المتحدة،", "zh": "根据《联合国宪章》第七章采取行动，",
}  # fmt: skip


@pytest.mark.parametrize("code", BASES)
def test_chapter_seven_present_or_gone(code: str) -> None:
    opening, extends, _ = RENEWED[code]
    recital = {
        "fr": "Rappelant ses résolutions,",
        "en": "Recalling its resolutions,",
        "es": "Recordando sus resoluciones,",
        "ru": "ссылаясь на свои резолюции,",
        "ar": "إذ يشير إلى قراراته،",
        "zh": "回顾其以往各项决议，",
    }[code]
    act = f"{'1 -' if code == 'ar' else '1.'} {extends};\n"
    bare = read(f"{opening}\n\n{recital}\n\n{act}", code)
    based = read(f"{opening}\n\n{recital}\n\n{BASES[code]}\n\n{act}", code)
    for first, later, said in ((based, bare, "gone"), (bare, based, "new")):
        (finding,) = [f for f in check_related(compare_related(first, later)) if f.code == "M211"]
        assert said in finding.message("en") and finding.severity is Severity.MAJOR
    assert [f for f in check_related(compare_related(based, based)) if f.code == "M211"] == []


def test_a_basis_that_moves_into_the_act_is_not_gone() -> None:
    based = f"Le Conseil de sécurité,\n\n{BASES['fr']}\n\n1. Décide de proroger le mandat ;\n"
    inside = f"Le Conseil de sécurité,\n\n1. {BASES['fr']} décide de proroger le mandat ;\n"
    (mandate,) = mandates_of(read(inside))
    assert mandate.kind == "decide" and mandate.legal_basis is not None
    findings = [f for f in check_related(compare_related(read(based), read(inside))) if f.code == "M211"]
    assert len(findings) <= 1 and not any("gone" in f.message("en") for f in findings)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("fr", "Invite les États, ainsi que les organisations compétentes, à fournir une assistance ;", "les États, ainsi que les organisations compétentes"),
        ("fr", "Prie le Centre, dans le cadre de ses activités, de fournir une assistance ;", "le Centre"),
        ("fr", "Exige que toutes les parties cessent les hostilités ;", "toutes les parties"),
        ("fr", "Recommande que l'Assemblée générale examine la question ;", "l'Assemblée générale"),
        ("en", "Calls upon States, as well as relevant organizations, to provide assistance;", "States, as well as relevant organizations"),
        ("en", "Requests UNMISS prioritize force mobility and continue to report to the Council;", "UNMISS"),
        ("en", "Requests that the Secretary-General fully implement the following capacities;", "the Secretary-General"),
        ("en", "Urges the Malian authorities to cooperate;", "the Malian authorities"),
        ("en", "Urges the Malian authorities in all regions of the country, where needed, to cooperate;", "the Malian authorities in all regions of the country"),
        ("en", "Urges States parties concerned to cooperate;", "States parties concerned"),
        ("en", "Demands that all parties immediately cease hostilities;", "all parties"),
        ("en", "Reiterates its request to the Secretary-General to assist States;", "to the Secretary-General"),
    ],
)  # fmt: skip
def test_who_is_told(code: str, text: str, told: str) -> None:
    opening = {"fr": "Le Conseil de sécurité,", "en": "The Security Council,"}[code]
    (mandate,) = mandates_of(read(f"{opening}\n\n1. {text}\n", code))
    assert mandate.addressee is not None and mandate.addressee.text == told


@pytest.mark.parametrize(
    ("code", "was", "now", "changed"),
    [
        ("en", "the Panel of Experts", "the Group of Experts", True),
        ("fr", "le Groupe d'experts", "le Groupe de contrôle", True),
        ("fr", "le Gouvernement tchadien", "le Gouvernement soudanais", True),
        ("fr", "les parties", "toutes les parties concernées", False),
        ("fr", "les dirigeants politiques", "les dirigeants", False),
        ("fr", "l'AMISOM", "la Mission de l'Union africaine en Somalie (AMISOM)", False),
        ("fr", "toutes les parties et tous les États Membres", "toutes les parties et les États Membres", False),
    ],
)
def test_an_addressee_renamed(code: str, was: str, now: str, changed: bool) -> None:
    frame = {
        "fr": "Le Conseil de sécurité,\n\n1. Invite {} à présenter un rapport sur la situation dans le nord ;\n",
        "en": "The Security Council,\n\n1. Invites {} to submit a report on the situation in the north;\n",
    }[code]
    findings = check_related(compare_related(read(frame.format(was), code), read(frame.format(now), code)))
    assert ("M203" in {f.code for f in findings}) is changed


def test_states_are_told_and_state_nothing() -> None:
    text = "The General Assembly,\n\n1. Urges, in particular, States members of the African Union to contribute to the fund;\n"
    (mandate,) = mandates_of(read(text, "en"))
    assert mandate.verb.form == "urges"
    assert mandate.addressee is not None and mandate.addressee.text == "States members of the African Union"


@pytest.mark.parametrize(
    "text", ["Urges, in particular, urges the parties to cooperate;", "Requests;", "Requests:", "Requests, and urges;"]
)
def test_a_verb_that_governs_nothing_breaks_nothing(text: str) -> None:
    assert mandates_of(read(f"The General Assembly,\n\n1. {text}\n\n2. Decides to remain seized.\n", "en"))
