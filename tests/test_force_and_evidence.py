"""Force by usage, strong forms, negations that the lexicon looks for, qualifiers that are none: true and false cases."""

from __future__ import annotations

import pytest

from corpora.anchors import anchors_of
from corpora.reading import read_text
from corpora.verbs import opening_verb
from reports.comparison import compare_versions
from reports.finding import Finding, Severity
from reports.run import check_versions

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


def found(french: str, code: str, text: str, check: str) -> list[Finding]:
    documents = (
        read_text(f"{HEAD[c]}\n\n{'1 -' if c == 'ar' else '1.'} {body}\n", c, f"{c}.md")
        for c, body in (("fr", french), (code, text))
    )
    pivot, other = documents
    return [f for f in check_versions(compare_versions(pivot, [other])) if f.code == check]


@pytest.mark.parametrize("code", sorted(STRONG))
def test_a_strong_form_is_strong_whatever_its_grammar(code: str) -> None:
    strong, plain = (opening_verb(text, code, preambular=False) for text in STRONG[code])
    assert strong and plain and (strong.intensity, plain.intensity) == (1, 0)


@pytest.mark.parametrize("code", sorted(set(STRONG) - {"fr"}))
def test_strength_is_compared_across_adverbs_and_adjectives(code: str) -> None:
    french_strong, french_plain = STRONG["fr"]
    strong, plain = STRONG[code]
    assert found(french_strong, code, strong, "D302") == found(french_plain, code, plain, "D302") == []
    assert found(french_strong, code, plain, "D302") and found(french_plain, code, strong, "D302")


ENCOURAGED = {
    "en": ("Encourages", "Urges", "States to cooperate with the mission;"),
    "es": ("Alienta", "Insta", "a los Estados a que cooperen con la misión;"),
    "ar": ("يشجع", "يحث", "الدول على التعاون مع البعثة؛"),
    "zh": ("鼓励", "敦促", "各国与特派团合作；"),
}


@pytest.mark.parametrize("code", sorted(ENCOURAGED))
@pytest.mark.parametrize("verb", ["Engage", "Encourage", "Incite"])
def test_urging_is_more_than_encouraging_though_the_record_has_it_now_and_then(code: str, verb: str) -> None:
    usual, stronger, rest = ENCOURAGED[code]
    french = f"{verb} les États à coopérer avec la mission ;"
    gap = "" if code == "zh" else " "
    assert found(french, code, f"{usual}{gap}{rest}", "D302") == []
    (finding,) = found(french, code, f"{stronger}{gap}{rest}", "D302")
    assert finding.severity is Severity.MINOR


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


def qualifiers(text: str, code: str) -> set[str]:
    return {a.value for a in anchors_of(text, code) if a.kind == "qualifier"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "请紧急救济协调员提交报告"),
        ("zh", "支持重新部署协调委员会"),
        ("zh", "考虑到国家优先事项，采取适当步骤"),
        ("ru", "одобряет предложения по оперативным аспектам миссии"),
    ],
)
def test_titles_and_nouns_are_no_qualifiers(code: str, text: str) -> None:
    assert qualifiers(text, code) == set()


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("zh", "请秘书长与会员国密切协调", "in_coordination"),
        ("ru", "просит секретариат оперативно представить доклад", "soonest"),
        ("fr", "en étroites consultation et coordination avec le Gouvernement", "in_coordination"),
        ("fr", "en étroites consultation et coordination avec le Gouvernement", "in_consultation"),
        ("fr", "de telle sorte que cela ne porte pas atteinte à l'environnement", "without_prejudice"),
    ],
)
def test_qualifiers_in_other_forms(code: str, text: str, value: str) -> None:
    assert value in qualifiers(text, code)
