"""Verbs that render each other: how probable a pair is by organ, addressee and neighbouring verb, and what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from align.statistics.verb_renderings import (
    ANY,
    Context,
    context_of,
    counted_as,
    is_attested,
    rendering_probability,
    share,
    sums_of,
    usual_share,
)
from corpora.annotation.verbs import opening_verb
from corpora.languages import language
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding
from training.verb_renderings import Tables, added, counted, renderings

# Specimens, not UN documents.
HEAD = {
    "fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,",
    "ar": "إن مجلس الأمن،", "zh": "安全理事会，",
}  # fmt: skip
ASSEMBLY = {"fr": "L’Assemblée générale,", "en": "The General Assembly,"}


def document(code: str, text: str, head: Mapping[str, str] = HEAD) -> Resolution:
    """A resolution of one operative paragraph."""
    return read_text(f"{head[code]}\n\n{'1 -' if code == 'ar' else '1.'} {text}\n", code, f"{code}.md")


def checked(texts: Mapping[str, str]) -> list[Finding]:
    pivot, *others = (document(code, text) for code, text in texts.items())
    return check_versions(compare_versions(pivot, others))


def test_a_narrow_context_outweighs_a_wide_one_as_it_is_seen_oftener() -> None:
    renderings_of_calls_upon = {
        "demande": {"SC/states/": 60, "GA/states/": 40},
        "invite": {"GA/states/": 40, "GA/body/": 10},
    }
    sums = sums_of(renderings_of_calls_upon)
    anywhere = rendering_probability(sums, "invite", ANY)
    council = rendering_probability(sums, "invite", Context("SC", "states"))
    assembly = rendering_probability(sums, "invite", Context("GA", "states"))
    unseen = rendering_probability(sums, "invite", Context("ECOSOC", "states"))
    assert anywhere == pytest.approx(50 / 150) == unseen
    assert council < 0.05 < anywhere < assembly < 0.6
    both = [rendering_probability(sums, other, Context("GA", "body", "urge")) for other in renderings_of_calls_upon]
    assert sum(both) == pytest.approx(1) and both[1] > 0.7


@pytest.mark.parametrize("code", sorted(set(HEAD) - {"en"}))
def test_the_usual_renderings_are_attested_both_ways(code: str) -> None:
    usual = {
        "fr": ("prie", "exige"),
        "es": ("solicita", "exige"),
        "ru": ("просит", "требует"),
        "ar": ("يطلب", "يطالب"),
        "zh": ("请", "要求"),
    }
    for english, other in zip(("requests", "demands"), usual[code], strict=True):
        there = share("en", english, code, other, preambular=False)
        assert there == share(code, other, "en", english, preambular=False) > 0.3
    assert not is_attested("en", "demands", code, usual[code][0], preambular=False)


def test_the_council_calls_upon_states_and_the_assembly_invites_them() -> None:
    pair = ("en", "calls upon", "fr", "invite")
    council, assembly = (usual_share(*pair, preambular=False, context=Context(o, "states")) for o in ("SC", "GA"))
    assert council < 0.1 < assembly


@pytest.mark.parametrize(
    ("text", "addressee", "neighbour"),
    [
        ("Calls upon States to cooperate;", "states", ""),
        ("Requests the Secretary-General to report, and urges States to help;", "secretary-general", "urge"),
        ("Calls upon the African Union to help;", "body", ""),
        ("Calls upon all parties to stop;", "", ""),
    ],
)
def test_the_context_of_a_verb(text: str, addressee: str, neighbour: str) -> None:
    paragraph = document("en", text).paragraph("op1")
    assert context_of("SC", [(paragraph, paragraph.verbs[0])]) == Context("SC", addressee, neighbour)


def test_the_context_is_the_same_in_six_languages() -> None:
    texts = {
        "fr": "Prie le Secrétaire général de lui faire rapport, et demande aux États de coopérer ;",
        "en": "Requests the Secretary-General to report to it, and calls upon States to cooperate;",
        "es": "Solicita al Secretario General que la informe, y exhorta a los Estados a que cooperen;",
        "ru": "просит Генерального секретаря представить доклад и призывает государства сотрудничать;",
        "ar": "يطلب إلى الأمين العام أن يقدم تقريرا، ويهيب بالدول أن تتعاون؛",
        "zh": "请秘书长提出报告，并促请各国合作；",
    }
    for code, text in texts.items():
        paragraph = document(code, text).paragraph("op1")
        first, second = ((paragraph, verb) for verb in paragraph.verbs)
        assert context_of("SC", [first]) == Context("SC", "secretary-general", "urge"), code
        assert context_of("SC", [second]) == Context("SC", "states", "direct"), code


SEVERAL = [
    ("ru", "также настоятельно призывает государства", "настоятельно призывает"),
    ("ru", "в этой связи настоятельно призывает государства", "настоятельно призывает"),
    ("fr", "Demande en outre instamment aux États", "demande instamment"),
    ("fr", "Prie avec insistance les États", "prie avec insistance"),
    ("es", "Insta también encarecidamente a los Estados", "insta encarecidamente"),
    ("ar", "ويحث بقوة الدول", "يحث بقوة"),
    ("zh", "大力敦促各国", "大力敦促"),
    ("en", "Also strongly urges States", "strongly urges"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "form"), SEVERAL)
def test_an_adverb_may_be_the_word_of_the_verb(code: str, text: str, form: str) -> None:
    verb = opening_verb(text, language(code), preambular=False)
    assert verb and (verb.form, verb.concepts[0], verb.intensity) == (form, "urge", 0)


def test_what_intensifies_a_verb_is_counted_with_it() -> None:
    plain, strong = (
        opening_verb(t, language("fr"), preambular=False) for t in ("Engage les États", "Engage vivement les États")
    )
    assert plain and strong and (counted_as(plain), counted_as(strong)) == ("engage", "engage+")


def specimen(french: str, english: str) -> dict[str, Resolution]:
    return {"fr": document("fr", french, ASSEMBLY), "en": document("en", english, ASSEMBLY)}


def test_a_resolution_counts_once_and_a_pair_of_two_resolutions_not_at_all() -> None:
    often = specimen("Engage les États à agir ;", "Encourages States to act;")
    seldom = specimen("Prie les États d’agir ;", "Encourages States to act;")
    groups = [list(renderings(d)) for d in (often, often, often, seldom, seldom)]
    groups[0] *= 5
    assert counted(groups)["en-fr/operative"] == {"encourages": {"engage": {"GA/states/": 3}}}


def test_counts_made_elsewhere_are_added_in_no_context(tmp_path: Path) -> None:
    path = tmp_path / "counts.json"
    path.write_text('{"note": "a specimen", "operative": {"strongly encourages": {"engage vivement": 7, "invite": 4}}}')
    tables: Tables = {}
    added(tables, "en", "fr", path)
    assert tables["en-fr/operative"] == {"encourages+": {"engage+": {"//": 7}}}
    assert tables["fr-en/operative"] == {"engage+": {"encourages+": {"//": 7}}}


def test_the_reason_says_how_rare_a_pair_is() -> None:
    (finding,) = [
        f
        for f in checked(
            {
                "fr": "Demande instamment au Secrétaire général de faire rapport ;",
                "en": "Requests the Secretary-General to report;",
            }
        )
        if f.code == "D301"
    ]
    assert "fewer than 1%" in finding.message("en") and "moins de 1\u00a0%" in finding.message("fr")


def test_decisions_of_one_force_are_two_acts_and_calls_are_one() -> None:
    extended = {"fr": "Met fin au mandat de la Mission ;", "en": "Extends the mandate of the Mission;"}
    assert [f.code for f in checked(extended)] == ["D301"]
    called = {"fr": "Réitère son appel à toutes les parties ;", "en": "Reiterates its call for all parties to stop;"}
    assert not [f for f in checked(called) if f.code.startswith("D30")]
