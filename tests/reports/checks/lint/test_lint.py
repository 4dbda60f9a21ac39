"""One document alone: what ``hexapla lint`` finds, and what it leaves alone; typography, where asked for."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.symbols import years_of
from reports.checks.runner import check_document, check_versions
from reports.comparison.rows import compare_versions
from reports.project.settings import Settings
from tests.support.sample import LANGUAGES

FRENCH = """L'Assemblée générale,

Rappelant sa résolution 56/123 du 19 décembre 2001,

1. Prie le Secrétaire général de lui rendre compte à sa cinquante-septième session;

2. Décide, comme indiqué au paragraphe 1 ci-dessus, de créer un groupe (composé d'experts);

3. Invite les États à coopérer;
"""


def codes(text: str, code: str = "fr", library: AdoptionDates | None = None, **settings: object) -> list[str]:
    document = read_text(text, code, f"{code}.md")
    return [f.code for f in check_document(document, Settings(**settings), library or AdoptionDates())]  # type: ignore[arg-type]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sample_has_no_fault_of_its_own(sample: dict[str, Resolution], code: str) -> None:
    assert check_document(sample[code], Settings(), AdoptionDates()) == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("paragraphe 1 ci-dessus", "paragraphe 12 ci-dessus", "L101"), ("paragraphe 1 ci-dessus", "paragraphe 3 ci-dessus", "L101"),
        ("à sa cinquante-septième session", "à la cinquante-septième session de l'Assemblée générale, en 2009", "L102"),
        ("19 décembre 2001", "19 décembre 2005", "L103"), ("(composé d'experts)", "(composé d'experts", "L104"), ("coopérer", "«\u00a0coopérer", "L104"),
        ("à coopérer", "à à coopérer", None), ("de créer", "de créer créer", "L105"), ("3. Invite", "5. Invite", "L106"),
        ("Invite les États à coopérer", "Invites all States to cooperate with the Secretary-General in the implementation of the present resolution", "L107"),
    ],
)  # fmt: skip
def test_each_fault(was: str, now: str, code: str | None) -> None:
    assert FRENCH.count(was) == 1 and codes(FRENCH) == []
    assert codes(FRENCH.replace(was, now)) == ([code] if code else [])


def test_a_quotation_may_run_over_paragraphs_that_open_it_anew() -> None:
    quoted = "3. Rappelle : « la paix ;\n\n« la sécurité ;\n\n« le développement » ;"
    assert codes(FRENCH.replace("3. Invite les États à coopérer;", quoted)) == []
    assert codes(FRENCH.replace("3. Invite les États à coopérer;", quoted.replace(" »", ""))) == ["L104"] * 3


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The General Assembly,\n\nRecalling its sixty-fifth session, held in 2015,\n\n1. Decides to remain seized."),
        ("es", "La Asamblea General,\n\nRecordando su sexagésimo quinto período de sesiones, celebrado en 2015,\n\n1. Decide seguir ocupándose."),
        ("ru", "Генеральная Ассамблея,\n\nссылаясь на свою шестьдесят пятую сессию, состоявшуюся в 2015 году,\n\n1. постановляет продолжать заниматься этим вопросом."),
        ("ar", "إن الجمعية العامة،\n\nإذ تشير إلى دورتها الخامسة والستين المعقودة في عام 2015،\n\n1 - تقرر أن تبقي المسألة قيد نظرها."),
        ("zh", "大会，\n\n又回顾2015年举行的第六十五届会议，\n\n1. 决定继续处理此案。"),
    ],
)  # fmt: skip
def test_the_assembly_may_say_its_session(code: str, text: str) -> None:
    assert codes(text, code) == ["L102"]
    assert codes(text.replace("2015", "2010"), code) == []
    # Another body's session, whoever speaks.
    council = {
        "en": "The Security Council,",
        "es": "El Consejo de Seguridad,",
        "ru": "Совет Безопасности,",
        "ar": "إن مجلس الأمن،",
        "zh": "安全理事会，",
    }
    assert codes(f"{council[code]}{text[text.index(chr(10)) :]}", code) == []


def test_other_assemblies_are_not_the_general_assembly() -> None:
    text = "大会，\n\n欢迎教科文组织大会第四十届会议于2019年举行，\n\n1. 决定继续处理此案。"
    assert codes(text, "zh") == []


def test_a_short_chinese_text_with_a_passage_in_french_is_no_half() -> None:
    passage = "Considérant que les États Membres doivent prendre des mesures pour assurer la protection des populations civiles,"
    text = f"大会，\n\n回顾其2020年12月15日第75/100号决议和安全理事会第2231(2015)号决议，\n\n注意到秘书长关于这一问题的报告，\n\n{passage}\n\n1. 请秘书长就本决议的执行情况向大会提交报告；\n\n2. 决定继续处理此案。"
    assert codes(text, "zh") == ["L107"]


OTHERS = [
    ("en", "as stated in paragraph 9 above", "L101"), ("es", "como se indica en el párrafo 9 supra", "L101"), ("ru", "как указано в пункте 9 выше", "L101"),
    ("ar", "على النحو المبين في الفقرة 9 أعلاه", "L101"), ("zh", "如上文第9段所述", "L101"),
    ("en", "in accordance with resolution 1373 (2001) of 28 September 2003", "L103"), ("es", "de conformidad con la resolución 1373 (2001), de 28 de septiembre de 2003", "L103"),
    ("ru", "в соответствии с резолюцией 1373 (2001) от 28 сентября 2003 года", "L103"), ("ar", "وفقا للقرار 1373 (2001) المؤرخ 28 أيلول/سبتمبر 2003", "L103"),
    ("zh", "按照2003年9月28日第1373(2001)号决议", "L103"),
    ("en", "with the the parties", "L105"), ("es", "con las las partes", "L105"), ("ru", "с всеми всеми сторонами", "L105"), ("ar", "مع جميع جميع الأطراف", "L105"), ("zh", "有关当局有关当局", "L105"),
    ("en", "(as needed", "L104"), ("es", "(según proceda", "L104"), ("ru", "(по мере необходимости", "L104"), ("ar", "(حسب الاقتضاء", "L104"), ("zh", "（视需要", "L104"),
]  # fmt: skip
FRAMES = {
    "en": "The General Assembly,\n\n1. Requests the Secretary-General to report {};\n\n2. Invites States to cooperate;\n",
    "es": "La Asamblea General,\n\n1. Solicita al Secretario General que informe {};\n\n2. Invita a los Estados a cooperar;\n",
    "ru": "Генеральная Ассамблея,\n\n1. просит Генерального секретаря доложить {};\n\n2. предлагает государствам сотрудничать;\n",
    "ar": "إن الجمعية العامة،\n\n1 - تطلب إلى الأمين العام أن يقدم تقريرا {}؛\n\n2 - تدعو الدول إلى التعاون؛\n",
    "zh": "大会，\n\n1. 请秘书长提出报告{}；\n\n2. 邀请各国合作；\n",
}


@pytest.mark.parametrize(("code", "words", "check"), OTHERS, ids=[f"{o[0]}-{o[2]}" for o in OTHERS])
def test_faults_in_the_other_languages(code: str, words: str, check: str) -> None:
    assert codes(FRAMES[code].format(""), code) == []
    assert codes(FRAMES[code].format(words), code) == [check]


def test_a_library_knows_the_day() -> None:
    library = AdoptionDates({"A/RES/56/123": "2001-12-19"})
    assert codes(FRENCH, library=library) == []
    assert codes(FRENCH.replace("19 décembre", "18 décembre"), library=library) == ["L103"]


def test_years_of_symbols() -> None:
    assert years_of("E/RES/2002/19") == (2002, 2002) and years_of("A/RES/76/1") == (2021, 2022)
    assert years_of("217A(III)") == (1948, 1949) and years_of("E/CN.15/2002/2") is None


TYPOGRAPHY = [
    ("fr", "D601", "1. Prie le Secrétaire général de faire : rapport;"), ("fr", "D602", '1. Prie le Secrétaire général de lire le "Programme";'),
    ("fr", "D603", "1. Prie l'Organisation de faire rapport;"), ("fr", "D604", "1. Décide d’envoyer 1,500 soldats en mission;"),
    ("en", "D602", "1. Requests the Secretary-General to read the «Programme»;"), ("en", "D604", "1. Decides to send 1 500 soldiers on mission;"),
    ("es", "D604", "1. Decide enviar 1,500 soldados a la misión;"), ("ru", "D602", "1. просит Генерального секретаря изучить “Программу”;"),
    ("ar", "D605", "1 - يطلب إلى الأمين العام, أن يقدم تقريرا;"), ("zh", "D605", "1. 请秘书长提出报告,并邀请各国合作；"),
]  # fmt: skip
OPENINGS = {"fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,", "ar": "إن مجلس الأمن،", "zh": "安全理事会，"}  # fmt: skip


@pytest.mark.parametrize(("code", "check", "line"), TYPOGRAPHY, ids=[f"{t[0]}-{t[1]}" for t in TYPOGRAPHY])
def test_typography_where_asked_for(code: str, check: str, line: str) -> None:
    text = f"{OPENINGS[code]}\n\n{line}\n"
    assert codes(text, code) == []
    assert check in codes(text, code, extend_select=("D6",))
    assert codes(text, code, extend_select=(check,)) == [check]


def test_good_typography_is_silent() -> None:
    text = "Le Conseil de sécurité,\n\n1. Prie l’Organisation de lire le «\u00a0Programme\u00a0»\u00a0; elle envoie 1\u00a0500 soldats\u00a0;\n"
    assert codes(text, extend_select=("D6",)) == []


def test_typography_of_versions_where_asked_for(sample: dict[str, Resolution]) -> None:
    settings = Settings(extend_select=("D603",))
    findings = check_versions(compare_versions(sample["fr"], [sample["en"]], settings=settings))
    assert {f.code for f in findings} == {"D603"} and len(findings) > 5
