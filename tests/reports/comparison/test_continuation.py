"""Mandates that a later resolution keeps by reference, in six languages. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.mandates.extraction import mandates_of
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.continuation import Continuation, continuations_of, continued_in
from reports.comparison.lineage import lineage_table, trace
from reports.comparison.rows import compare_related
from reports.findings.model import Severity

SYMBOL = "S/RES/2400(2018)"
FORMULAE = {
    "fr": "Le Conseil de sécurité,\n\n1. ",
    "en": "The Security Council,\n\n1. ",
    "es": "El Consejo de Seguridad,\n\n1. ",
    "ru": "Совет Безопасности,\n\n1. ",
    "ar": "إن مجلس الأمن،\n\n1 - ",
    "zh": "安全理事会，\n\n1. ",
}
KEPT = [
    ("fr", "Réaffirme les mesures imposées aux paragraphes 1 à 4 de la résolution 2400 (2018);"),
    ("fr", "Décide de reconduire jusqu'au 31 mai 2020 les mesures énoncées aux paragraphes 1, 2, 3 et 4 de la résolution 2400 (2018);"),
    ("en", "Decides to renew until 31 May 2020 the measures imposed by paragraphs 1 to 4 of resolution 2400 (2018);"),
    ("en", "Reaffirms that the provisions of paragraphs 1, 2, 3 and 4 of resolution 2400 (2018) shall apply to all parties;"),
    ("es", "Decide prorrogar hasta el 31 de mayo de 2020 las medidas impuestas en los párrafos 1 a 4 de la resolución 2400 (2018);"),
    ("ru", "постановляет продлить до 31 мая 2020 года срок действия мер, введенных пунктами 1, 2, 3 и 4 резолюции 2400 (2018);"),
    ("ar", "يقرر أن يجدد حتى 31 أيار/مايو 2020 التدابير المفروضة بموجب الفقرات 1 و 2 و 3 و 4 من القرار 2400 (2018)؛"),
    ("zh", "决定将第2400(2018)号决议第1至4段规定的措施延至2020年5月31日；"),
]  # fmt: skip
NOT_KEPT = [
    ("fr", "Décide de lever les mesures imposées aux paragraphes 1 à 4 de la résolution 2400 (2018);"),
    ("fr", "Réaffirme son appui au Comité et décide de mettre fin aux mesures imposées par la résolution 2400 (2018);"),
    ("fr", "Réaffirme sa résolution 2400 (2018);"),
    ("en", "Decides to terminate the measures imposed by paragraphs 1 to 4 of resolution 2400 (2018);"),
    ("en", "Recalls the measures imposed by paragraph 1 of resolution 2400 (2018);"),
    ("es", "Decide levantar las medidas impuestas en los párrafos 1 a 4 de la resolución 2400 (2018);"),
    ("ru", "постановляет отменить меры, введенные пунктами 1 и 2 резолюции 2400 (2018);"),
    ("ar", "يقرر إنهاء التدابير المفروضة بموجب الفقرتين 1 و 2 من القرار 2400 (2018)؛"),
    ("zh", "决定解除第2400(2018)号决议第1至4段规定的措施；"),
]  # fmt: skip


def _read(code: str, act: str) -> Resolution:
    return read_text(FORMULAE[code] + act, code)


@pytest.mark.parametrize(("code", "act"), KEPT)
def test_what_is_kept_by_reference(code: str, act: str) -> None:
    assert continuations_of(_read(code, act)) == (Continuation("op1", SYMBOL, frozenset({1, 2, 3, 4})),)


@pytest.mark.parametrize(("code", "act"), NOT_KEPT)
def test_what_is_not(code: str, act: str) -> None:
    assert continuations_of(_read(code, act)) == ()


def test_each_resolution_keeps_its_own_paragraphs() -> None:
    found = continuations_of(
        _read("fr", "Décide de reconduire les mesures énoncées aux paragraphes 4 et 5 de la résolution 2400 (2018) et au paragraphe 2 de la résolution 2399 (2018);")
    )  # fmt: skip
    assert [(f.symbol, sorted(f.numbers)) for f in found] == [(SYMBOL, [4, 5]), ("S/RES/2399(2018)", [2])]


FIRST = """Résolution 2400 (2018)

Le Conseil de sécurité,

1. Décide que tous les États doivent interdire la vente d'armes aux groupes visés;

2. Décide que tous les États doivent geler les avoirs des personnes désignées par le Comité :

a) Les fonds;

3. Prie le Groupe d'experts de présenter un rapport final le 1er mars 2019;
"""
SECOND = """Résolution 2450 (2019)

Le Conseil de sécurité,

1. Réaffirme les mesures imposées aux paragraphes 1 et 2 de la résolution 2400 (2018);

2. Salue les progrès accomplis par le Gouvernement;
"""
THIRD = SECOND.replace("2450 (2019)", "2500 (2020)").replace("1 et 2", "1")


def test_only_the_paragraphs_named_go_on() -> None:
    first, second = read_text(FIRST, "fr", "first"), read_text(SECOND, "fr", "second")
    kept = continuations_of(second)
    assert {m.id: continued_in(m, first, kept) for m in mandates_of(first)} == {
        "op1": "op1",
        "op2": "op1",
        "op3": "",
    } | {m.id: "op1" for m in mandates_of(first) if m.id.startswith("op2.")}


def test_without_paragraphs_the_decisions_go_on() -> None:
    first = read_text(FIRST, "fr", "first")
    kept = continuations_of(_read("fr", "Réaffirme les mesures imposées par la résolution 2400 (2018);"))
    going_on = {m.id for m in mandates_of(first) if continued_in(m, first, kept)}
    assert {"op1", "op2"} <= going_on and "op3" not in going_on


def test_a_series_keeps_what_is_referred_to_until_it_is_not() -> None:
    texts = [read_text(t, "fr", n) for t, n in ((FIRST, "first"), (SECOND, "second"), (THIRD, "third"))]
    threads = {t.steps[0].mandate.id: t for t in trace(texts).threads if t.steps[0].mandate}
    states = {name: [step.state for step in thread.steps] for name, thread in threads.items()}
    assert states["op1"] == ["first_seen", "continued", "continued"]
    assert states["op2"] == ["first_seen", "continued", "retired"]
    assert states["op3"] == ["first_seen", "retired", ""]
    assert threads["op1"].steps[1].paragraph == "op1"


def test_the_table_says_what_changed_and_where_it_is_kept() -> None:
    adapted = FIRST.replace("2400 (2018)", "2450 (2019)").replace("1er mars 2019", "1er mars 2020")
    table = lineage_table(trace([read_text(FIRST, "fr", "a"), read_text(adapted, "fr", "b")]), "en")
    rows = {row["S/RES/2400(2018) paragraph"]: row for row in table.to_dicts()}
    assert rows["op3"]["S/RES/2450(2019) state"] == "adapted"
    assert rows["op3"]["S/RES/2450(2019) changed"] == "2019 → 2020"
    assert rows["op1"]["S/RES/2450(2019) changed"] is None
    continued = lineage_table(trace([read_text(FIRST, "fr", "a"), read_text(SECOND, "fr", "b")]), "fr").to_dicts()
    assert [r["S/RES/2450(2019) state"] for r in continued if r["S/RES/2400(2018) paragraph"] == "op1"] == ["maintenu par renvoi"]  # fmt: skip


def test_what_is_kept_by_reference_is_not_called_retired() -> None:
    pair = compare_related(read_text(FIRST, "fr", "first"), read_text(SECOND, "fr", "second"))
    retired = {f.source.paragraph: f for f in check_related(pair) if f.code == "M102" and f.source}
    assert {name: (f.sentence, f.severity) for name, f in retired.items() if "." not in name} == {
        "op1": ("M102.continued", Severity.MINOR),
        "op2": ("M102.continued", Severity.MINOR),
        "op3": ("M102.one", Severity.MAJOR),
    }
    assert "maintenu par renvoi (par.\u00a01)" in retired["op1"].message("fr")
