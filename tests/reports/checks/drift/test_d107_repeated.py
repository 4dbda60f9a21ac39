"""D107: a paragraph printed twice in some versions is one finding."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding

FRAMES = {
    "fr": ("Le Conseil de sécurité,", "Rappelant la Charte des Nations Unies,", "Demande aux États Membres de protéger les écoles et les hôpitaux ;", "Prie le Secrétaire général de lui faire rapport sur les progrès accomplis ;", "Décide de rester saisi de la question."),
    "en": ("The Security Council,", "Recalling the Charter of the United Nations,", "Calls upon Member States to protect schools and hospitals;", "Requests the Secretary-General to report on the progress achieved;", "Decides to remain seized of the matter."),
    "es": ("El Consejo de Seguridad,", "Recordando la Carta de las Naciones Unidas,", "Exhorta a los Estados Miembros a que protejan las escuelas y los hospitales;", "Solicita al Secretario General que informe sobre los progresos realizados;", "Decide seguir ocupándose de la cuestión."),
    "ru": ("Совет Безопасности,", "ссылаясь на Устав Организации Объединенных Наций,", "призывает государства-члены защищать школы и больницы;", "просит Генерального секретаря доложить о достигнутом прогрессе;", "постановляет продолжать заниматься этим вопросом."),
    "ar": ("إن مجلس الأمن،", "إذ يشير إلى ميثاق الأمم المتحدة،", "يهيب بالدول الأعضاء أن تحمي المدارس والمستشفيات؛", "يطلب إلى الأمين العام أن يقدم تقريرا عن التقدم المحرز؛", "يقرر أن يبقي المسألة قيد نظره."),
    "zh": ("安全理事会，", "回顾《联合国宪章》，", "吁请会员国保护学校和医院；", "请秘书长就所取得的进展情况提出报告；", "决定继续处理此案。"),
}  # fmt: skip


def _text(code: str, *, twice: bool, numbered_on: bool = True) -> str:
    organ, recital, first, second, last = FRAMES[code]
    acts = [first, second, *([second] if twice else []), last]
    mark = " - " if code == "ar" else ". "
    numbers = range(1, len(acts) + 1) if numbered_on or not twice else (1, 2, 2, 3)
    return "\n\n".join([organ, recital, *(f"{n}{mark}{act}" for n, act in zip(numbers, acts, strict=True))])


def _found(twice: Iterable[str], codes: Iterable[str] = FRAMES, *, numbered_on: bool = True) -> list[Finding]:
    documents = [
        read_text(_text(code, twice=code in twice, numbered_on=numbered_on), code, f"{code}.md") for code in codes
    ]
    return check_versions(compare_versions(documents[0], documents[1:]))


@pytest.mark.slow
@pytest.mark.parametrize("code", FRAMES)
def test_in_one_of_six(code: str) -> None:
    found = _found([code])
    (twice,) = [f for f in found if f.code == "D107"]
    assert {f.code for f in found} <= {"D107", "D105"} and len(found) <= 2, [f.message("en") for f in found]
    assert twice.severity.label == "major" and twice.target is not None and twice.target.language == code
    assert "2 times" in twice.message("en")


def test_in_two_versions_and_in_the_pivot_of_a_pair() -> None:
    assert [f.code for f in _found(["fr"], ["fr", "en"]) if f.code != "D105"] == ["D107"]
    (twice,) = [f for f in _found(["en", "zh"], ["fr", "en", "es", "zh"]) if f.code == "D107"]
    assert {group.versions for group in twice.groups} == {("fr", "es"), ("en", "zh")}


def test_what_all_versions_repeat_is_no_finding() -> None:
    assert "D107" not in {f.code for f in _found(["fr", "en"], ["fr", "en"])}


FORMULAS = {
    "fr": ("Souscrit aux recommandations du Comité consultatif sur les écoles ;", "Souscrit aux recommandations du Comité consultatif sur les écoles ;"),
    "en": ("Endorses the recommendations of the Advisory Committee on schools;", "Endorses the recommendations of the Advisory Committee about schools;"),
    "es": ("Hace suyas las recomendaciones de la Comisión Consultiva sobre escuelas;", "Hace suyas las recomendaciones de la Comisión Consultiva sobre las escuelas;"),
    "zh": ("认可咨询委员会报告所载关于学校的建议；", "认可咨询委员会报告所载关于学校的各项建议；"),
}  # fmt: skip


def _with_formulas(code: str, first: str, second: str) -> str:
    organ, recital, one, two, last = FRAMES[code]
    return "\n\n".join([organ, recital, *(f"{n}. {act}" for n, act in enumerate((first, one, second, two, last), 1))])


def test_a_formula_that_one_version_varies_a_little_is_not_printed_twice() -> None:
    documents = [read_text(_with_formulas(code, *acts), code, f"{code}.md") for code, acts in FORMULAS.items()]
    assert "D107" not in {f.code for f in check_versions(compare_versions(documents[0], documents[1:]))}


def test_a_paragraph_printed_in_the_place_of_another_is_printed_twice() -> None:
    acts = {
        "fr": ("Encourage les États à former des enseignants ;", "Note avec regret le retard pris par les travaux sur les hôpitaux ;"),
        "en": ("Encourages States to train additional teachers;", "Encourages States to train additional teachers;"),
    }  # fmt: skip
    documents = [read_text(_with_formulas(code, *both), code, f"{code}.md") for code, both in acts.items()]
    assert "D107" in {f.code for f in check_versions(compare_versions(documents[0], documents[1:]))}


def _put_together(code: str, order: Iterable[int]) -> str:
    organ, recital, *acts = FRAMES[code]
    acts[2:2] = MORE[code]
    mark = " - " if code == "ar" else ". "
    return "\n\n".join([organ, recital, *(f"{k + 1}{mark}{acts[k]}" for k in order)])


MORE = {
    "fr": ("Invite les donateurs à verser des contributions volontaires au fonds ;", "Condamne les attentats commis contre les convois humanitaires ;", "Salue le travail des équipes médicales dans les provinces ;"),
    "en": ("Invites donors to make voluntary contributions to the fund;", "Condemns the attacks committed against humanitarian convoys;", "Commends the work of the medical teams in the provinces;"),
    "es": ("Invita a los donantes a que hagan contribuciones voluntarias al fondo;", "Condena los atentados cometidos contra los convoyes humanitarios;", "Encomia la labor de los equipos médicos en las provincias;"),
}  # fmt: skip


def test_several_paragraphs_printed_twice_are_one_finding() -> None:
    texts = {code: _put_together(code, range(6)) for code in MORE} | {
        "en": _put_together("en", (0, 1, 2, 1, 2, 3, 4, 5))
    }
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    found = check_versions(compare_versions(documents[0], documents[1:]))
    (twice,) = [f for f in found if f.code in ("D107", "D102")]
    assert twice.message("en").startswith(
        "2 paragraphs (from para.\u00a02 to para.\u00a03) stand more than once in English"
    )


def test_a_copy_that_repeats_paragraphs_and_has_lost_others_is_damaged() -> None:
    texts = {code: _put_together(code, range(6)) for code in MORE} | {"en": _put_together("en", (1, 1, 3, 5))}
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    found = check_versions(compare_versions(documents[0], documents[1:]))
    (damaged,) = [f for f in found if f.code in ("D101", "D102", "D107")]
    assert "This copy is damaged (English): 1 paragraph stands more than once" in damaged.message("en")
    assert "and 3 that the others have are missing" in damaged.message("en") and damaged.severity.label == "critical"
    assert "endommagée" in damaged.message("fr")


ITEMS = {
    "fr": ("*Décide* que la Mission sera chargée :", ["De former la police nationale dans toutes les provinces ;", "De protéger les civils ;", "De déminer les routes ;"]),
    "en": ("*Decides* that the Mission shall:", ["To train the national police in all provinces;", "To protect civilians;", "To clear the roads of mines;"]),
    "es": ("*Decide* que la Misión deberá:", ["Formar a la policía nacional en todas las provincias;", "Proteger a los civiles;", "Desminar las carreteras;"]),
    "ru": ("*постановляет*, что Миссия будет:", ["обучать национальную полицию во всех провинциях;", "защищать гражданских лиц;", "разминировать дороги;"]),
    "ar": ("*يقرر* أن تضطلع البعثة بما يلي:", ["تدريب الشرطة الوطنية في جميع المقاطعات؛", "حماية المدنيين؛", "إزالة الألغام من الطرق؛"]),
    "zh": ("*决定*特派团应：", ["在全国所有省份培训警察队伍；", "保护平民；", "清除道路上的地雷；"]),
}  # fmt: skip


def _listed(code: str, item: int | None, marks: str) -> str:
    organ, recital, *_, last = FRAMES[code]
    head, items = ITEMS[code]
    said = [*items[: item + 1], *items[item:]] if item is not None else items
    letters = "أبجد" if code == "ar" else "abcd"
    own = [f"{letters[k]}) " if marks == "letters" else "– " for k in range(len(said))]
    mark = " - " if code == "ar" else ". "
    return "\n\n".join([organ, recital, f"1{mark}{head}", *map(str.__add__, own, said), f"2{mark}{last}"])


@pytest.mark.slow
@pytest.mark.parametrize("marks", ["letters", "dashes"])
@pytest.mark.parametrize("item", [0, 1], ids=["long", "short"])
@pytest.mark.parametrize("code", FRAMES)
def test_an_item_printed_twice_is_one_finding(code: str, item: int, marks: str) -> None:
    documents = [read_text(_listed(c, item if c == code else None, marks), c, f"{c}.md") for c in FRAMES]
    (found,) = check_versions(compare_versions(documents[0], documents[1:]))
    assert found.code == "D107" and found.odd == code and len(found.groups) == 2


PASSAGES = {
    "fr": ("Demande aux États de protéger les écoles", ", de former la police nationale dans toutes les provinces", " et de coopérer avec la Mission ;"),
    "en": ("Calls upon States to protect schools", ", to train the national police in all provinces", " and to cooperate with the Mission;"),
    "es": ("Exhorta a los Estados a que protejan las escuelas", ", formen a la policía nacional en todas las provincias", " y cooperen con la Misión;"),
    "ru": ("призывает государства защищать школы", ", обучать национальную полицию во всех провинциях", " и сотрудничать с Миссией;"),
    "ar": ("يهيب بالدول أن تحمي المدارس", " وأن تدرب الشرطة الوطنية في جميع المقاطعات", " وأن تتعاون مع البعثة؛"),
    "zh": ("吁请各国保护学校", "，在全国所有省份培训警察队伍", "，并与特派团合作；"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("code", FRAMES)
def test_a_passage_printed_twice_in_a_row_is_one_finding(code: str) -> None:
    def found(codes: Iterable[str]) -> list[Finding]:
        texts = {c: PASSAGES[c][0] + PASSAGES[c][1] * (2 if c == code else 1) + PASSAGES[c][2] for c in codes}
        documents = [read_text(_with_formulas(c, text, FRAMES[c][3]), c, f"{c}.md") for c, text in texts.items()]
        return check_versions(compare_versions(documents[0], documents[1:]))

    (six,) = found(FRAMES)
    assert six.sentence == "D107.passage" and six.odd == code
    for other in ("fr", "zh"):
        if other != code:
            (pair,) = found([other, code])
            assert pair.sentence == "D107.passage" and pair.facts["outlier"] == (code,)
