"""One small change in a resolution of six languages, in paragraphs of every kind: each is found under a code that names its kind.

All texts are our own words, not UN documents. The frame is a symbol, an adoption line, the enacting formula, a recital and two
operative paragraphs; the later text is of the year after.
"""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.rows import compare_related
from reports.findings.model import Severity

FRAMES = {
    "fr": (
        "Le Conseil de sécurité,",
        "Rappelant ses résolutions antérieures,",
        "Décide de rester saisi de la question.",
    ),
    "en": ("The Security Council,", "Recalling its previous resolutions,", "Decides to remain seized of the matter."),
    "es": (
        "El Consejo de Seguridad,",
        "Recordando sus resoluciones anteriores,",
        "Decide seguir ocupándose de la cuestión.",
    ),
    "ru": (
        "Совет Безопасности,",
        "ссылаясь на свои предыдущие резолюции,",
        "постановляет продолжать заниматься этим вопросом.",
    ),
    "ar": ("إن مجلس الأمن،", "إذ يشير إلى قراراته السابقة،", "يقرر أن يبقي المسألة قيد نظره."),
    "zh": ("安全理事会，", "回顾其以往各项决议，", "决定继续处理此案。"),
}
"""Formula, recital and last paragraph of each language."""
Change = tuple[str, str, str, str, set[str]]
CHANGES: list[Change] = [
    # language, kind of paragraph, earlier, later, codes one of which must be found
    ("fr", "op", "Décide que les États doivent délivrer des visas", "Décide que les États ne doivent pas délivrer de visas", {"M212"}),
    ("fr", "op", "Demande aux États de n'accepter aucune cargaison", "Demande aux États d'accepter toute cargaison", {"M212", "M215"}),
    ("fr", "op", "Décide que le transit est licite", "Décide que le transit est illicite", {"M212"}),
    ("fr", "op", "Décide que les ports seront fermés sauf avis contraire", "Décide que les ports seront fermés", {"M213", "M206"}),
    ("fr", "op", "Décide que le Bureau devrait publier la liste", "Décide que le Bureau doit publier la liste", {"M214"}),
    ("fr", "op", "Prie le Bureau d'ouvrir les ports ou les aéroports", "Prie le Bureau d'ouvrir les ports et les aéroports", {"M215"}),
    ("fr", "op", "Demande que chaque État ouvre un bureau", "Demande qu'un État ouvre un bureau", {"M215"}),
    ("fr", "op", "Prie le Bureau de payer 12 millions de dollars", "Prie le Bureau de payer 15 millions de dollars", {"M218", "M207"}),
    ("fr", "op", "Note que deux tiers des écoles sont fermées", "Note que trois quarts des écoles sont fermées", {"M218"}),
    ("fr", "op", "Prie le Bureau de se réunir tous les 90 jours", "Prie le Bureau de se réunir tous les 60 jours", {"M216", "M208"}),
    ("fr", "op", "Décide que l'exercice va du 1er juillet 2024 au 30 juin 2025", "Décide que l'exercice va du 1er juillet 2025 au 30 juin 2026", {"M216", "M208"}),
    ("fr", "op", "Invite le PNUD et l'UNICEF à verser des fonds", "Invite le PNUD et l'UNESCO à verser des fonds", {"M203", "M219"}),
    ("fr", "pp", "Gravement préoccupé par les pertes en mer", "Préoccupé par les pertes en mer", {"R103", "M215"}),
    ("fr", "pp", "Notant que 20 % des puits sont à sec", "Notant que 30 % des puits sont à sec", {"M218"}),
    ("fr", "item", "les ports du nord", "les ports du sud", {"M204"}),
    ("fr", "item", "les ports civils", "les ports civils et militaires", {"M204"}),
    ("fr", "heading", "Mesures maritimes", "Mesures aériennes", {"R101", "R105"}),
    ("fr", "annex", "Port de Tavel", "Port de Sarn", {"R104"}),
    ("en", "op", "Decides that the fee is payable", "Decides that the fee is not payable", {"M212"}),
    ("en", "op", "Requests the Office to use lawful means", "Requests the Office to use unlawful means", {"M212"}),
    ("en", "op", "Decides that ports shall close unless the Office objects", "Decides that ports shall close if the Office objects", {"M213", "M215", "M206"}),
    ("en", "op", "Decides that the Panel may visit the ports", "Decides that the Panel shall visit the ports", {"M214"}),
    ("en", "op", "Calls upon each State to open an office", "Calls upon States to open an office", {"M215", "M203"}),
    ("en", "op", "Decides that the ban applies before the harvest", "Decides that the ban applies after the harvest", {"M215"}),
    ("en", "op", "Requests the Office to report every six months", "Requests the Office to report every three months", {"M208", "M216"}),
    ("en", "op", "Authorizes a ceiling of 4,000 observers", "Authorizes a ceiling of 5,500 observers", {"M218"}),
    ("en", "pp", "Noting that the truce continues to hold", "Noting that the truce no longer holds", {"M212", "R103"}),
    ("en", "pp", "Recalling the accord of 4 May 2019", "Recalling the accord of 4 May 2021", {"M216"}),
    ("en", "item", "fishing boats", "fishing boats and ferries", {"M204"}),
    ("en", "annex", "Mills of Tavel", "Mills of Sarn", {"R104"}),
    ("es", "op", "Decide que la tasa es aplicable a los puertos", "Decide que la tasa no es aplicable a los puertos", {"M212"}),
    ("es", "op", "Decide que la Oficina puede publicar la lista", "Decide que la Oficina debe publicar la lista", {"M214"}),
    ("es", "op", "Exhorta a todos los Estados a abrir una oficina", "Exhorta a los Estados a abrir una oficina", {"M215", "M203"}),
    ("es", "op", "Decide que se cierren los puertos y los aeropuertos", "Decide que se cierren los puertos o los aeropuertos", {"M215"}),
    ("es", "op", "Autoriza un máximo de 4.000 observadores", "Autoriza un máximo de 5.500 observadores", {"M218"}),
    ("es", "pp", "Observando que el acuerdo rige desde mayo de 2019", "Observando que el acuerdo rige desde mayo de 2021", {"M216"}),
    ("es", "item", "los barcos de pesca", "los barcos de pesca y los transbordadores", {"M204"}),
    ("ru", "op", "постановляет, что сбор применяется к портам", "постановляет, что сбор не применяется к портам", {"M212"}),
    ("ru", "op", "постановляет, что Группа может посетить порты", "постановляет, что Группа должна посетить порты", {"M214"}),
    ("ru", "op", "призывает все государства открыть бюро", "призывает государства открыть бюро", {"M215", "M203"}),
    ("ru", "op", "постановляет закрыть порты или аэропорты", "постановляет закрыть порты и аэропорты", {"M215"}),
    ("ru", "op", "санкционирует численность в 400 наблюдателей", "санкционирует численность в 550 наблюдателей", {"M218"}),
    ("ru", "pp", "отмечая соглашение от 4 мая 2019 года", "отмечая соглашение от 4 мая 2021 года", {"M216"}),
    ("ru", "item", "рыболовные суда", "рыболовные суда и паромы", {"M204"}),
    ("ar", "op", "يقرر أن الرسوم تنطبق على الموانئ", "يقرر أن الرسوم لا تنطبق على الموانئ", {"M212"}),
    ("ar", "op", "يقرر أنه يجوز للفريق أن يزور الموانئ", "يقرر أنه يجب على الفريق أن يزور الموانئ", {"M214"}),
    ("ar", "op", "يهيب بجميع الدول أن تفتح مكتبا", "يهيب بالدول أن تفتح مكتبا", {"M215", "M203"}),
    ("ar", "op", "يأذن بنشر 400 مراقب", "يأذن بنشر 550 مراقبا", {"M218"}),
    ("ar", "pp", "وإذ يلاحظ الاتفاق المؤرخ 4 أيار/مايو 2019", "وإذ يلاحظ الاتفاق المؤرخ 4 أيار/مايو 2021", {"M216"}),
    ("zh", "op", "决定该费用适用于各港口", "决定该费用不适用于各港口", {"M212"}),
    ("zh", "op", "决定小组可以视察各港口", "决定小组必须视察各港口", {"M214"}),
    ("zh", "op", "促请所有国家开设办事处", "促请国家开设办事处", {"M215", "M203"}),
    ("zh", "op", "授权部署400名观察员", "授权部署550名观察员", {"M218"}),
    ("zh", "pp", "注意到2019年5月4日的协定", "注意到2021年5月4日的协定", {"M216"}),
]  # fmt: skip
STOPS = {"zh": "。", "ar": "."}
COMMAS = {"zh": "，", "ar": "،"}
ANNEXES = {"fr": "Annexe", "en": "Annex"}


def _text(code: str, kind: str, words: str, year: int) -> str:
    formula, recital, last = FRAMES[code]
    comma, stop = COMMAS.get(code, ","), STOPS.get(code, ".")
    body = [f"# S/RES/{2700 + (year - 2024) * 50} ({year})", formula, recital]
    numbered = []
    if kind == "pp":
        body.append(words + comma)
    elif kind == "op":
        numbered.append(words + stop)
    elif kind == "item":
        numbered.append({"fr": "Prie le Bureau de fermer :", "en": "Requests the Office to close:", "es": "Solicita a la Oficina que cierre:", "ru": "просит Бюро закрыть:"}[code] + f"\n\n(a) {words};\n\n(b) {last}")  # fmt: skip
    numbered.append(last)
    if kind == "heading":
        numbered.insert(0, last)
    body += [f"{i}. {p}" for i, p in enumerate(numbered, 1)]
    if kind == "heading":
        body.insert(-1, f"## {words}")
    if kind == "annex":
        body += [f"# {ANNEXES[code]}", f"1. {words} ;", "2. Port de Lorn."]
    return "\n\n".join(body) + "\n"


@pytest.mark.parametrize(
    ("code", "kind", "was", "now", "codes"), CHANGES, ids=[f"{c[0]}-{c[1]}-{c[3][:24]}" for c in CHANGES]
)
def test_a_small_change_is_found_under_its_kind(code: str, kind: str, was: str, now: str, codes: set[str]) -> None:
    texts = [read_text(_text(code, kind, words, year), code, str(year)) for words, year in ((was, 2024), (now, 2025))]
    found = [f for f in check_related(compare_related(*texts)) if f.severity is not Severity.NEUTRAL]
    assert codes & {f.code for f in found}, [(f.code, f.message("en")) for f in found]
