"""Force by usage, strong forms, negations that the lexicon looks for, qualifiers that are none: true and false cases."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from align.omissions.length_model import AlignedPair
from corpora.annotation.anchors import anchors_of
from corpora.annotation.verbs import opening_verb
from corpora.languages import language
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.checks.support.embedded_acts import unmatched_acts
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity

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


@pytest.mark.parametrize("code", sorted(STRONG))
def test_a_strong_form_is_strong_whatever_its_grammar(code: str) -> None:
    strong, plain = (opening_verb(text, language(code), preambular=False) for text in STRONG[code])
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
    return {a.form for a in anchors_of(text, language(code)) if a.kind == "qualifier" and a.firm}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "请紧急救济协调员提交报告"),
        ("zh", "支持重新部署协调委员会"),
        ("zh", "考虑到国家优先事项，采取适当步骤"),
        ("ru", "одобряет предложения по оперативным аспектам миссии"),
        ("ru", "поддерживает оперативную деятельность миссии"),
        ("ar", "يشيد بالدوريات المشتركة"),
        ("ar", "يشكر الدول على تبرعاتها"),
        ("zh", "支持特派团的优先任务"),
        ("fr", "soutient les forces de réaction rapide et le système d'alerte rapide"),
        ("fr", "souligne l'importance d'élections libres et régulières"),
        ("fr", "salue l'action menée dans les situations d'urgence"),
    ],
)
def test_titles_and_nouns_are_no_qualifiers(code: str, text: str) -> None:
    assert qualifiers(text, code) == set()


@pytest.mark.parametrize(
    ("code", "text", "other"),
    [
        ("ar", "يدعو الدول إلى تقديم تبرعات إلى الصندوق؛", "Invite les États à verser des contributions volontaires au fonds ;"),
        ("ar", "يدعو الدول إلى تقديم تبرعات إلى الصندوق؛", "Invite les États à verser des contributions au fonds ;"),
        ("ru", "просит принять оперативные меры;", "Demande que des mesures rapides soient prises ;"),
        ("ru", "просит принять оперативные меры;", "Demande que des mesures opérationnelles soient prises ;"),
        ("zh", "请各国协力推动这些措施；", "Prie les États de promouvoir ces mesures en coordination avec l’Union africaine ;"),
        ("ru", "просит принять экстренные меры;", "Demande que des mesures soient prises d’urgence ;"),
        ("ru", "просит принять экстренные меры;", "Demande que des mesures exceptionnelles soient prises ;"),
    ],
)  # fmt: skip
def test_a_form_that_may_render_a_qualifier_lacks_none_and_adds_none(code: str, text: str, other: str) -> None:
    assert found(other, code, text, "D305") == []


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("zh", "请秘书长与会员国密切协调", "in_coordination"),
        ("ru", "просит секретариат оперативно представить доклад", "soonest"),
        ("ru", "просит принять меры, как только это станет практически возможно", "soonest"),
        ("ru", "просит принять меры в кратчайшие возможные сроки", "soonest"),
        ("ru", "в координации — сообразно обстоятельствам — с другими структурами", "in_coordination"),
        ("ar", "يطلب إجراء تحقيقات في حينها", "soonest"),
        ("ar", "بتشاور وثيق مع البعثة", "in_consultation"),
        ("es", "solicita que se examine a la brevedad", "soonest"),
        ("es", "invite a la Oficina a participar habitualmente", "regularly"),
        ("fr", "Demande que soient respectés sans attendre ces engagements", "soonest"),
        ("fr", "des enquêtes menées en toute célérité", "soonest"),
        ("en", "including, if applicable, the names", "as_appropriate"),
        ("zh", "给予即时准入", "soonest"),
        ("fr", "en étroites consultation et coordination avec le Gouvernement", "in_coordination"),
        ("fr", "en étroites consultation et coordination avec le Gouvernement", "in_consultation"),
        ("fr", "de telle sorte que cela ne porte pas atteinte à l'environnement", "without_prejudice"),
    ],
)
def test_qualifiers_in_other_forms(code: str, text: str, value: str) -> None:
    assert value in qualifiers(text, code)


REPORTED_TO = {
    "en": ("Requests the Secretary-General to submit to the {} a report on its work;", "Security Council", "General Assembly"),
    "es": ("Solicita al Secretario General que presente {} un informe sobre su labor;", "al Consejo de Seguridad", "a la Asamblea General"),
    "ru": ("просит Генерального секретаря представить {} доклад о ее работе;", "Совету Безопасности", "Генеральной Ассамблее"),
    "ar": ("يطلب إلى الأمين العام أن يقدم إلى {} تقريرا عن أعمالها؛", "مجلس الأمن", "الجمعية العامة"),
    "zh": ("请秘书长就其工作向{}提交报告；", "安全理事会", "大会"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(REPORTED_TO))
def test_a_pronoun_is_the_organ_that_speaks_and_no_other(code: str) -> None:
    french = "Prie le Secrétaire général de lui présenter un rapport sur ses travaux ;"
    text, speaker, other = REPORTED_TO[code]
    assert found(french, code, text.format(speaker), "D207") == []
    (finding,) = found(french, code, text.format(other), "D207")
    assert finding.target and finding.target.quote.strip() in other


COMPOUND = {
    "fr": ("Se félicite du rapport de la mission", ", demande instamment aux parties de respecter le cessez-le-feu", " et décide de proroger le mandat de la mission ;"),
    "en": ("Welcomes the report of the mission", ", urges the parties to respect the ceasefire", " and decides to extend the mandate of the mission;"),
    "es": ("Acoge con beneplácito el informe de la misión", ", insta a las partes a respetar el alto el fuego", " y decide prorrogar el mandato de la misión;"),
    "ru": ("приветствует доклад миссии", ", настоятельно призывает стороны соблюдать режим прекращения огня", " и постановляет продлить мандат миссии;"),
    "ar": ("يرحب بتقرير البعثة", "، ويحث الأطراف على احترام وقف إطلاق النار", "، ويقرر تمديد ولاية البعثة؛"),
    "zh": ("欢迎特派团的报告", "，敦促各方遵守停火", "，决定延长特派团的任务期限；"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(set(COMPOUND) - {"fr"}))
def test_an_act_without_its_verb_is_left_out_or_added(code: str) -> None:
    whole, french = "".join(COMPOUND[code]), "".join(COMPOUND["fr"])
    without, french_without = (COMPOUND[c][0] + COMPOUND[c][2] for c in (code, "fr"))
    assert found(french, code, whole, "D103") == found(french, code, whole, "D104") == []
    (left_out,) = found(french, code, without, "D103")
    assert left_out.source and left_out.source.quote.startswith("demande instamment")
    (added,) = found(french_without, code, whole, "D104")
    assert added.target and added.target.quote[:2] in COMPOUND[code][1]


@pytest.mark.parametrize(("style", "acts"), [("*urges*", ["urges"]), ("urges", [])])
def test_where_acts_are_set_apart_a_verb_that_is_not_is_no_act(style: str, acts: list[str]) -> None:
    french = document("fr", "".join(COMPOUND["fr"][::2]))
    text = "".join(COMPOUND["en"]).replace("Welcomes", "*Welcomes*").replace("decides", "*decides*")
    versions = compare_versions(french, [document("en", text.replace("urges", style))])
    row = next(row for row in versions.rows if row.operative)
    side = AlignedPair(row.cells["en"].paragraphs, row.cells["fr"].paragraphs, "en", "fr", versions.habit("en", "fr"))
    assert [verb.text for _, verb in unmatched_acts(row, side, by_length=False)] == acts


def test_an_act_that_five_versions_do_is_left_out_by_the_sixth() -> None:
    findings = [f for f in six(en=(COMPOUND["en"][1], "")) if f.code == "D103"]
    assert [(f.severity, f.target.language if f.target else "") for f in findings] == [(Severity.MAJOR, "en")]


def test_a_pronoun_may_stand_before_a_verb() -> None:
    french = document("fr", "Se félicite du rapport et l'invite à continuer, mais prend acte de la note ;")
    assert [v.text for v in french.paragraphs[-1].verbs] == ["Se félicite", "invite", "prend acte"]


FURTHER_ON = [
    ("en", ", urges the", ", invites the", "D302"), ("es", ", insta a", ", invita a", "D302"),
    ("ru", ", настоятельно призывает стороны", ", предлагает сторонам", "D302"), ("zh", "，敦促", "，邀请", "D302"),
    ("ar", "، ويحث الأطراف", "، ويدعو الأطراف", "D302"),
    ("en", "and decides to extend", "and reaffirms its intention to extend", "D306"), ("es", "y decide prorrogar", "y reafirma que ha de prorrogar", "D306"),
    ("ru", "и постановляет продлить", "и вновь подтверждает намерение продлить", "D306"), ("zh", "，决定延长", "，重申延长", "D306"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "was", "now", "check"), FURTHER_ON, ids=[f"{c[0]}-{c[3]}" for c in FURTHER_ON])
def test_all_verbs_of_a_paragraph_count(code: str, was: str, now: str, check: str) -> None:
    whole, french = "".join(COMPOUND[code]), "".join(COMPOUND["fr"])
    assert whole.count(was) == 1
    assert [f for name in ("D301", "D302", "D306") for f in found(french, code, whole, name)] == []
    (finding,) = found(french, code, whole.replace(was, now), check)
    assert finding.severity is Severity.MINOR


def six(**changed: tuple[str, str]) -> list[Finding]:
    """The findings of six versions checked together, in some of which words are replaced."""
    texts = {code: "".join(parts) for code, parts in COMPOUND.items()}
    assert all(was in texts[code] for code, (was, _) in changed.items())
    return checked({code: text.replace(*changed[code]) if code in changed else text for code, text in texts.items()})


def test_six_specimens_agree() -> None:
    assert six() == []


def test_a_verb_of_its_own_in_one_other_version_takes_no_vote_away() -> None:
    findings = six(en=("urges", "invites"), ru=("настоятельно призывает", "призывает"))
    assert {f.code for f in findings} == {"D302"}
    assert [f.severity for f in findings if f.target and f.target.language == "en"] == [Severity.MINOR]


def test_a_negation_against_all_but_one_is_found_and_names_those() -> None:
    findings = [f for f in six(en=("to respect", "to not respect"), zh=("遵守停火", "不破坏停火")) if f.code == "D303"]
    (finding,) = [f for f in findings if f.target and f.target.language == "en"]
    assert finding.severity is Severity.MINOR
    assert [code for code, _ in finding.votes] == ["fr", "en", "es", "ru", "ar"]


def test_further_on_an_act_against_a_restatement_is_grave_and_a_shade_of_a_request_is_not() -> None:
    (shade,) = six(fr=("demande instamment", "invite"))
    assert (shade.code, shade.severity, [code for code, _ in shade.votes]) == ("D302", Severity.MINOR, list(COMPOUND))
    assert shade.target and shade.target.language == "fr" and shade.target.quote == "invite"
    (restated,) = six(fr=("décide de proroger", "réaffirme qu'il proroge"))
    assert (restated.code, restated.severity) == ("D306", Severity.MAJOR)


def test_in_a_recital_no_act_is_left_out() -> None:
    french = f"{HEAD['fr']}\n\nSe félicitant du rapport de la mission et demandant instamment aux parties de respecter le cessez-le-feu,\n\n1. Décide de rester saisi de la question.\n"
    english = f"{HEAD['en']}\n\nWelcoming the report of the mission and the respect for the ceasefire urged on the parties,\n\n1. Decides to remain seized of the matter.\n"
    documents = read_text(french, "fr", "fr.md"), read_text(english, "en", "en.md")
    assert [f for f in check_versions(compare_versions(documents[0], [documents[1]])) if f.confidence == 0.85] == []


@pytest.mark.parametrize(("text", "acts"), [("欢迎报告，接受适当的监督", 0), ("欢迎报告，敦促各方遵守停火", 1)])
def test_in_chinese_only_requests_are_sure_acts(text: str, acts: int) -> None:
    findings = found("Se félicite du rapport ;", "zh", f"{text}；", "D104")
    assert len(findings) == acts


REGULARLY = {
    "fr": "Prie le Secrétaire général de lui rendre régulièrement compte ;", "en": "Requests the Secretary-General to report to it regularly;",
    "es": "Solicita al Secretario General que lo informe cada poco tiempo;", "ru": "просит Генерального секретаря регулярно представлять ему доклады;",
    "ar": "يطلب إلى الأمين العام أن يقدم إليه تقارير بانتظام؛", "zh": "请秘书长定期向其提出报告；",
}  # fmt: skip


def test_a_qualifier_that_two_of_six_lack_is_found_in_the_one_that_does_not_render_it() -> None:
    changed = {**REGULARLY, "en": REGULARLY["en"].replace(" regularly", "")}
    findings = [f for f in checked(changed) if f.code == "D305"]
    assert {f.severity for f in findings} == {Severity.MINOR}
    (finding,) = [f for f in findings if f.target and f.target.language == "en"]
    assert [code for code, _ in finding.votes] == ["fr", "en", "ru", "ar", "zh"]
