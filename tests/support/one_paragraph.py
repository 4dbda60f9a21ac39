"""Versions of one operative paragraph, checked together. Specimens, not UN documents."""

from __future__ import annotations

from collections.abc import Mapping

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding

# Specimens, not UN documents.
STRONG = {
    "fr": ("Se déclare gravement préoccupé par la situation", "Se déclare préoccupé par la situation"),
    "en": ("Expresses grave concern at the situation", "Expresses concern at the situation"),
    "es": ("Expresa grave preocupación por la situación", "Expresa preocupación por la situación"),
    "ru": ("выражает серьезную озабоченность по поводу положения", "выражает озабоченность по поводу положения"),
    "ar": ("يعرب عن بالغ القلق إزاء الحالة", "يعرب عن القلق إزاء الحالة"),
    "zh": ("表示严重关切局势", "表示关切局势"),
}


HEAD = {
    "fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,",
    "ar": "إن مجلس الأمن،", "zh": "安全理事会，",
}  # fmt: skip


def document(code: str, text: str) -> Resolution:
    """A resolution of one operative paragraph."""
    return read_text(f"{HEAD[code]}\n\n{'1 -' if code == 'ar' else '1.'} {text}\n", code, f"{code}.md")


def checked(texts: Mapping[str, str]) -> list[Finding]:
    """The findings of versions that are checked together, the first of them the pivot."""
    pivot, *others = (document(code, text) for code, text in texts.items())
    return check_versions(compare_versions(pivot, others))


def found(french: str, code: str, text: str, check: str) -> list[Finding]:
    return [f for f in checked({"fr": french, code: text}) if f.code == check]


COMPOUND = {
    "fr": ("Se félicite du rapport de la mission", ", demande instamment aux parties de respecter le cessez-le-feu", " et décide de proroger le mandat de la mission ;"),
    "en": ("Welcomes the report of the mission", ", urges the parties to respect the ceasefire", " and decides to extend the mandate of the mission;"),
    "es": ("Acoge con beneplácito el informe de la misión", ", insta a las partes a respetar el alto el fuego", " y decide prorrogar el mandato de la misión;"),
    "ru": ("приветствует доклад миссии", ", настоятельно призывает стороны соблюдать режим прекращения огня", " и постановляет продлить мандат миссии;"),
    "ar": ("يرحب بتقرير البعثة", "، ويحث الأطراف على احترام وقف إطلاق النار", "، ويقرر تمديد ولاية البعثة؛"),
    "zh": ("欢迎特派团的报告", "，敦促各方遵守停火", "，决定延长特派团的任务期限；"),
}  # fmt: skip


def six(**changed: tuple[str, str]) -> list[Finding]:
    """The findings of six versions checked together, in some of which words are replaced."""
    texts = {code: "".join(parts) for code, parts in COMPOUND.items()}
    assert all(was in texts[code] for code, (was, _) in changed.items())
    return checked({code: text.replace(*changed[code]) if code in changed else text for code, text in texts.items()})
