"""Names, negation, modality, performative shift, terms, meaning, stale carry-over: true and false cases, by language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpora.annotation.polarity import modal_words, negating_words, negations
from corpora.languages import language
from corpora.model import Resolution
from corpora.reading import read_text
from corpora.resources.glossary import Term, find_term, read_glossary
from reports.checks.runner import check_versions
from reports.comparison.rows import Predecessor, compare_versions
from reports.findings.model import Finding, Severity
from reports.project.settings import Settings
from tests.conftest import LANGUAGES

BASE = {
    "fr": "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général de présenter au Conseil économique et social un rapport sur les ports;\n\n2. Décide que les États peuvent importer du matériel médical;\n\n3. Réaffirme que tous les États doivent coopérer avec la mission d'enquête;\n",
    "en": "The Security Council,\n\n1. Requests the Secretary-General to submit to the Economic and Social Council a report on ports;\n\n2. Decides that States may import medical equipment;\n\n3. Reaffirms that all States must cooperate with the mission of inquiry;\n",
    "es": "El Consejo de Seguridad,\n\n1. Solicita al Secretario General que presente al Consejo Económico y Social un informe sobre los puertos;\n\n2. Decide que los Estados pueden importar equipo médico;\n\n3. Reafirma que todos los Estados deben cooperar con la misión de investigación;\n",
    "ru": "Совет Безопасности,\n\n1. просит Генерального секретаря представить Экономическому и Социальному Совету доклад о портах;\n\n2. постановляет, что государства могут ввозить медицинское оборудование;\n\n3. вновь подтверждает, что все государства должны сотрудничать с миссией по расследованию;\n",
    "ar": "إن مجلس الأمن،\n\n1 - يطلب إلى الأمين العام أن يقدم إلى المجلس الاقتصادي والاجتماعي تقريرا عن الموانئ؛\n\n2 - يقرر أنه يجوز للدول أن تستورد المعدات الطبية؛\n\n3 - يؤكد من جديد أن جميع الدول يجب أن تتعاون مع بعثة التحقيق؛\n",
    "zh": "安全理事会，\n\n1. 请秘书长向经济及社会理事会提交一份关于港口的报告；\n\n2. 决定各国可以进口医疗设备；\n\n3. 重申所有国家必须与调查团合作；\n",
}  # fmt: skip


def found(code: str, text: str, **settings: object) -> list[Finding]:
    documents = read_text(BASE["fr"], "fr", "fr.md"), read_text(text, code, f"{code}.md")
    return check_versions(compare_versions(documents[0], [documents[1]], settings=Settings(**settings)))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_the_specimens_agree(code: str) -> None:
    assert found(code, BASE[code]) == []


CASES = [
    ("en", "D207", "the Economic and Social Council", "the General Assembly"), ("es", "D207", "al Consejo Económico y Social", "a la Asamblea General"),
    ("ru", "D207", "Экономическому и Социальному Совету", "Генеральной Ассамблее"), ("ar", "D207", "المجلس الاقتصادي والاجتماعي", "الجمعية العامة"),
    ("zh", "D207", "经济及社会理事会", "大会"),
    ("en", "D303", "may import", "may not import"), ("es", "D303", "pueden importar", "no pueden importar"), ("ru", "D303", "могут ввозить", "не могут ввозить"),
    ("ar", "D303", "أنه يجوز", "أنه لا يجوز"), ("zh", "D303", "可以进口", "不可以进口"),
    ("en", "D304", "may import", "shall import"), ("es", "D304", "pueden importar", "deben importar"), ("ru", "D304", "могут ввозить", "должны ввозить"),
    ("ar", "D304", "يجوز للدول", "يتعين على الدول"), ("zh", "D304", "可以进口", "必须进口"),
    ("en", "D306", "3. Reaffirms that", "3. Decides that"), ("es", "D306", "3. Reafirma que", "3. Decide que"), ("ru", "D306", "3. вновь подтверждает", "3. постановляет"),
    ("ar", "D306", "3 - يؤكد من جديد", "3 - يقرر"), ("zh", "D306", "3. 重申", "3. 决定"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "check", "was", "now"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_one_change_is_one_finding(code: str, check: str, was: str, now: str) -> None:
    assert BASE[code].count(was) == 1
    assert [f.code for f in found(code, BASE[code].replace(was, now))] == [check]


def test_idioms_that_negate_nothing() -> None:
    assert negations("no later than 1 May, and not only in ports", language("en")) == ()
    assert negations("n'épargner aucun effort", language("fr")) == ()
    assert negations("不迟于5月1日，不断努力", language("zh")) == ()
    assert [
        len(negations("qui n'ont pas encore ratifié", language("fr"))),
        len(negating_words("having failed to report, without delay", language("en"))),
    ] == [1, 2]


def test_modal_words_by_kind() -> None:
    assert set(modal_words("States shall report and may appeal", language("en"))) == {"obligation", "permission"}
    assert set(modal_words("les États devraient", language("fr"))) == {"recommendation"}
    assert modal_words("les États présentent un rapport", language("fr")) == {}


def test_votes_make_a_negation_grave() -> None:
    texts = {**BASE, "en": BASE["en"].replace("may import", "may not import")}
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    (negation,) = check_versions(compare_versions(documents[0], documents[1:]))
    assert negation.code == "D303" and negation.severity is Severity.CRITICAL
    assert dict(negation.votes) == {"fr": "0", "en": "1", "es": "0", "ru": "0", "ar": "0", "zh": "0"}


def test_meaning_of_a_paragraph_from_another_text(sample: dict[str, Resolution]) -> None:
    was = next(p for p in sample["en"].paragraphs if p.id == "op6").text
    source = sample["en"].source
    line = next(x for x in source.splitlines() if x.startswith("6. "))
    other = "6. *Encourages* fishing communities to share their experience of protecting coral reefs and mangrove forests along warm coasts;"
    changed = read_text(source.replace(line, other), "en", "en.md")
    assert was not in changed.source
    codes = {f.code for f in check_versions(compare_versions(sample["fr"], [changed]))}
    assert codes & {"D501", "D101"}


def test_a_term_rendered_in_two_ways(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source
    line = next(x for x in source.splitlines() if x.startswith("9. "))
    assert "technical assistance" in line
    changed = read_text(
        source.replace(line, line.replace("technical assistance", "technical backstopping")), "en", "en.md"
    )
    findings = check_versions(compare_versions(sample["fr"], [changed]))
    (term,) = [f for f in findings if f.code == "D401"]
    assert "backstopping" in term.message("en") and "technical assistance" in term.message("en")


def test_two_terms_rendered_as_one(sample: dict[str, Resolution]) -> None:
    source = sample["fr"].source
    line = next(x for x in source.splitlines() if x.startswith("9. "))
    assert "assistance technique" in line
    changed = read_text(
        source.replace(line, line.replace("assistance technique", "expertise technique")), "fr", "fr.md"
    )
    codes = [f.code for f in check_versions(compare_versions(changed, [sample["en"]]))]
    assert codes == ["D402"]


INFLECTED = [
    ("fr", "groupe terroriste", "les groupes terroristes armés"), ("en", "armed group", "of all armed groups"), ("es", "grupo armado", "los grupos armados"),
    ("ru", "вооруженная группа", "со стороны вооруженных групп"), ("ar", "جماعة مسلحة", "من الجماعات المسلحة"), ("zh", "武装团体", "所有武装团体的"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "term", "text"), INFLECTED)
def test_glossary_terms_are_found_inflected(code: str, term: str, text: str) -> None:
    spans = find_term(term, text, language(code))
    # Arabic broken plurals change the word inside: the stemmer does not reach them.
    if code == "ar":
        assert find_term(term, "جماعة مسلحة", language(code)) and find_term("المسلحة", "والمسلحة", language(code))
    else:
        assert len(spans) == 1


def test_glossary_from_csv_and_tbx(tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("fr,en\nport,port|harbour|!haven\nmatériel médical,medical supplies\n", encoding="utf-8")
    terms = read_glossary(table)
    assert terms[0].admitted["en"] == ("port", "harbour") and terms[0].deprecated["en"] == ("haven",)
    findings = found("en", BASE["en"], terms=terms)
    assert [f.code for f in findings] == ["D403"] and "medical supplies" in findings[0].message("en")
    findings = found("en", BASE["en"].replace("on ports", "on havens"), terms=terms[:1])
    assert [f.code for f in findings] == ["D403"] and "not to be used" in findings[0].message("en")
    tbx = tmp_path / "terms.tbx"
    tbx.write_text(
        '<?xml version="1.0"?><tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1">'
        '<langSec xml:lang="fr"><termSec><term>mission d\'enquête</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>fact-finding mission</term></termSec>'
        '<termSec><term>mission of inquiry</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>'
        "</conceptEntry></body></text></tbx>",
        encoding="utf-8",
    )
    (term,) = read_glossary(tbx)
    assert term == Term(
        "c1", {"fr": ("mission d'enquête",), "en": ("fact-finding mission",)}, {"en": ("mission of inquiry",)}
    )
    assert [f.code for f in found("en", BASE["en"], terms=(term,))] == ["D403"]


def test_stale_carry_over(sample: dict[str, Resolution]) -> None:
    """The earlier set is the sample; in the later one all but English have moved on to another session."""
    moved = {
        "fr": ("douzième session", "quatorzième session"),
        "en": ("twelfth session", "fourteenth session"),
        "es": ("12º período", "14º período"),
    }
    earlier = Predecessor({code: sample[code] for code in moved})
    later = {c: read_text(sample[c].source.replace(*moved[c]), c, f"later.{c}.md") for c in moved}
    clean = compare_versions(later["fr"], [later["en"], later["es"]], predecessor=earlier)
    assert check_versions(clean) == []
    stale = replace(sample["en"], name="later.en.md")
    findings = check_versions(compare_versions(later["fr"], [stale, later["es"]], predecessor=earlier))
    (carried,) = [f for f in findings if f.code == "D405"]
    assert carried.target is not None and carried.target.language == "en" and carried.severity is Severity.CRITICAL
    assert "quatorzième" in carried.message("en")


CARRIED = {
    "fr": "Le Conseil de sécurité,\n\n1. Souligne le rôle important des femmes dans la prévention des conflits;\n\n2. Exige que les parties donnent accès aux civils;\n",
    "en": "The Security Council,\n\n1. Stresses the important role of women in the prevention of conflicts;\n\n2. Demands that the parties give access to civilians;\n",
    "es": "El Consejo de Seguridad,\n\n1. Destaca el importante papel de las mujeres en la prevención de los conflictos;\n\n2. Exige que las partes den acceso a los civiles;\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("moved", "reported"),
    [
        # Words came into all but the English.
        ({"fr": ("Exige que", "Exige que, immédiatement,"), "es": ("Exige que", "Exige que, de inmediato,")}, ["op2"]),
        # The others say in other words what the English said and says.
        ({"fr": ("le rôle important des", "l'importance du rôle des"), "es": ("el importante papel", "la importancia del papel")}, []),
    ],
)  # fmt: skip
def test_stale_wording(moved: dict[str, tuple[str, str]], reported: list[str]) -> None:
    earlier = {c: read_text(text, c, f"earlier.{c}.md") for c, text in CARRIED.items()}
    later = {c: read_text(t.replace(*moved.get(c, ("", ""))), c, f"{c}.md") for c, t in CARRIED.items()}
    predecessor = Predecessor(earlier)
    findings = check_versions(compare_versions(later["fr"], [later["en"], later["es"]], predecessor=predecessor))
    stale = [f for f in findings if f.code == "D405"]
    assert [f.target.paragraph for f in stale if f.target] == reported
    assert all(f.severity is Severity.MINOR for f in stale)


ITEMS = {
    "fr": "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général:\n\na) De protéger les civils;\n\nb) D'escorter les convois;\n\nc) De former la police;\n",
    "en": "The Security Council,\n\n1. Requests the Secretary-General:\n\n(a) To protect civilians;\n\n(b) To escort convoys;\n\n(c) To train the police;\n",
}


def test_list_items_differ() -> None:
    french = read_text(ITEMS["fr"], "fr", "fr.md")
    same = read_text(ITEMS["en"], "en", "en.md")
    assert check_versions(compare_versions(french, [same])) == []
    run_on = "The Security Council,\n\n1. Requests the Secretary-General: (a) To protect civilians; (b) To escort convoys; (c) To train the police;\n"
    codes = {f.code for f in check_versions(compare_versions(french, [read_text(run_on, "en", "en.md")]))}
    assert "D206" not in codes
    short = read_text(ITEMS["en"].replace("(b) To escort convoys;\n\n(c)", "(b)"), "en", "en.md")
    assert "D206" in {f.code for f in check_versions(compare_versions(french, [short]))}


@pytest.mark.parametrize("others", [("en", "es"), ("en", "es", "ru", "ar", "zh")])
def test_french_can_be_the_one_that_lacks_a_paragraph(sample: dict[str, Resolution], others: tuple[str, ...]) -> None:
    french = replace(sample["fr"], paragraphs=tuple(p for p in sample["fr"].paragraphs if p.id != "op5"))
    (found,) = check_versions(compare_versions(french, [sample[c] for c in others]))
    assert found.code == "D101" and found.paragraphs == ("op5",) and "no counterpart in French" in found.message("en")


def test_of_two_versions_the_second_adds_a_paragraph(sample: dict[str, Resolution]) -> None:
    french = replace(sample["fr"], paragraphs=tuple(p for p in sample["fr"].paragraphs if p.id != "op5"))
    (found,) = check_versions(compare_versions(french, [sample["en"]]))
    assert found.code == "D102" and found.message("en") == "Paragraph that stands in English only."
