"""Mandates as data, compared, through a series; deliverables; headline figures."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from icalendar import Calendar

from corpora.mandates.deliverables import deliverables_of, opening_of_session
from corpora.mandates.extraction import mandates_of
from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.carry_over import carry_over, concordance
from reports.comparison.lineage import trace
from reports.comparison.rows import compare_related
from tests.reports.cli.test_cli import FR, LATER, refused, run, schema

FIRST = """Le Conseil de sécurité,

1. Décide de proroger le mandat de la Mission pour une période de six mois, jusqu'au 31 juillet 2004;

2. Prie le Secrétaire général d'apporter une assistance aux pays en développement dans la limite des ressources existantes;

3. Prie le Secrétaire général de lui rendre compte tous les six mois;

4. Prie le Secrétaire général de convoquer avant le 1er mars 2004 une réunion d'experts des questions portuaires;

5. Demande à toutes les parties de coopérer pleinement avec la Mission;
"""
SECOND = """Le Conseil de sécurité,

1. Décide de proroger le mandat de la Mission pour une période de six mois, jusqu'au 31 janvier 2005;

2. Prie le Secrétaire général d'apporter une assistance aux États Membres au moyen de contributions volontaires;

3. Prie le Secrétaire général de lui rendre compte tous les six mois;

4. Prie le Secrétaire général de tenir un registre public des navires de pêche immatriculés et d'en rendre compte;

5. Prie le Président du Comité de publier la liste des navires inspectés;
"""


@pytest.fixture(scope="module")
def pair() -> tuple[Resolution, Resolution]:
    return read_text(FIRST, "fr", "first"), read_text(SECOND, "fr", "second")


def test_slots_of_a_mandate(pair: tuple[Resolution, Resolution]) -> None:
    mandates = {m.id: m for m in mandates_of(pair[0])}
    assert [b.text for b in mandates["op2"].beneficiaries] == ["aux pays en développement"]
    assert [r.value for r in mandates["op2"].resources] == ["existing_resources"] and mandates["op2"].conditions == ()
    assert mandates["op3"].cycle is not None and mandates["op3"].cycle.text == "tous les six mois"
    assert mandates["op1"].duration is not None and mandates["op1"].duration.text.startswith(
        "pour une période de six mois"
    )
    assert mandates["op1"].organ == "SC"
    english = read_text(
        "The Security Council,\n\n1. Acting under Chapter VII, decides to extend the mandate until 31 July 2004 and to keep it under review;\n\n"
        "2. Requests the Secretary-General to provide assistance to developing countries, subject to the availability of funds;\n",
        "en", "en",
    )  # fmt: skip
    first, second = mandates_of(english)[0], mandates_of(english)[-1]
    assert first.review is not None or first.duration is not None
    assert [b.text for b in second.beneficiaries] == ["to developing countries"]
    assert any("subject to" in c.text for c in second.conditions)


def test_content_and_life_cycle(pair: tuple[Resolution, Resolution]) -> None:
    codes = {(f.code, f.paragraphs[0]) for f in check_related(compare_related(*pair))}
    assert {
        ("M205", "op2"),
        ("M207", "op2"),
        ("M105", "op3"),
        ("M107", "op4"),
        ("M102", "op5"),
        ("M101", "op5"),
    } <= codes
    assert not {c for c, _ in codes} & {"M203"}


def test_a_series_is_followed(pair: tuple[Resolution, Resolution]) -> None:
    third = read_text(SECOND.replace("2005;", "2006;", 1), "fr", "third")
    lineage = trace([*pair, third])
    states = {t.stations[0].mandate.id: [s.state for s in t.stations] for t in lineage.threads if t.stations[0].mandate}
    assert states["op3"] == ["created", "renewed", "renewed"] and states["op2"] == ["created", "adapted", "renewed"]
    assert states["op4"] == ["created", "replaced", "renewed"] and states["op5"][:2] == ["created", "retired"]
    late = [[s.state for s in t.stations] for t in lineage.threads if t.stations[0].mandate is None]
    assert late == [["", "created", "renewed"]]
    with pytest.raises(ValueError, match="two resolutions"):
        trace([pair[0]])


def test_series_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    table, page = tmp_path / "lineage.csv", tmp_path / "series.html"
    out = run("series", FR, LATER, "-o", table, "--html", page)
    assert "op10 created" in out and "adapted" in out
    assert pl.read_csv(table).height >= 10
    assert 'id="lineage"' in page.read_text(encoding="utf-8")
    assert "reconduit" in run("series", FR, FR, "--ui", "fr")
    assert "two or more" in refused(capsys, monkeypatch, "series", FR)


def test_headline_and_concordance(sample: dict[str, Resolution], specimen: Resolution) -> None:
    same = carry_over(compare_related(sample["fr"], sample["fr"]))
    assert same is not None and same.carried_over == 1.0 and (same.added, same.removed) == (0, 0)
    changed = carry_over(compare_related(sample["fr"], specimen))
    assert changed is not None and 0.8 < changed.carried_over < 1.0 and changed.added > 0 and changed.removed > 0
    assert carry_over(compare_related(sample["fr"], sample["en"])) is None
    pairs = {c.earlier: c.later for c in concordance(compare_related(sample["fr"], specimen)) if c.earlier}
    assert pairs[("op10",)] and ("op8",) in pairs
    out = run("compare", FR, LATER, "--concordance")
    assert "of the text carried over" in out and "op10" in out and "→" in out
    data = json.loads(run("compare", FR, LATER, "--json"))
    assert data["headline"]["words_added"] == changed.added and data["concordance"]
    assert "headline" in schema("check")["properties"]  # type: ignore[operator]


ASKS = {
    "fr": ("Prie le Secrétaire général de lui présenter un rapport sur les ports le 1er mars 2031 au plus tard", "report"),
    "en": ("Requests the Secretary-General to convene in March a meeting of experts no later than 1 March 2031", "meeting"),
    "es": ("Decide establecer un fondo fiduciario antes del 1 de marzo de 2031", "fund"),
    "ru": ("просит Генерального секретаря представить доклад не позднее 1 марта 2031 года", "report"),
    "ar": ("يطلب إلى الأمين العام أن يقدم تقريرا في موعد لا يتجاوز 1 آذار/مارس 2031", "report"),
    "zh": ("请秘书长至迟于2031年3月1日提交报告", "report"),
}  # fmt: skip
OPENING = {"fr": "Le Conseil de sécurité,", "en": "The Security Council,", "es": "El Consejo de Seguridad,", "ru": "Совет Безопасности,", "ar": "إن مجلس الأمن،", "zh": "安全理事会，"}  # fmt: skip


@pytest.mark.parametrize("code", ASKS)
def test_deliverables_in_every_language(code: str) -> None:
    words, sort = ASKS[code]
    (item,) = deliverables_of(read_text(f"{OPENING[code]}\n\n1. {words};\n", code, code))
    assert item.kind == sort and item.due == "2031-03-01"


def test_panels_observances_and_cycles() -> None:
    text = "L'Assemblée générale,\n\n1. Décide de créer un groupe d'experts sur les ports;\n\n2. Proclame le 3 mai Journée mondiale des ports;\n\n3. Prie le Secrétaire général de faire rapport tous les trois mois;\n\n4. Prie le Secrétaire général de lui faire rapport à sa quatre-vingtième session;\n"
    found = {d.mandate.id: d for d in deliverables_of(read_text(text, "fr", "fr"))}
    assert (found["op1"].kind, found["op2"].kind) == ("panel", "observance")
    assert found["op3"].every_months == 3
    assert found["op4"].due == opening_of_session(80) == "2025-09-09"


def test_deliverables_of_the_sample_as_table_and_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "op10" in run("deliverables", FR)
    for suffix in (".csv", ".parquet", ".json"):
        run("deliverables", FR, "-o", tmp_path / f"due{suffix}")
    assert "op10" in pl.read_csv(tmp_path / "due.csv")["mandate"].to_list()
    run("deliverables", FR, "-o", tmp_path / "due.ics")
    calendar = Calendar.from_ical((tmp_path / "due.ics").read_bytes())
    entries = [e for e in calendar.walk() if e.name in ("VEVENT", "VTODO")]
    assert entries and all("E/RES/2002/19" in str(e["SUMMARY"]) for e in entries)
    assert any("douzième session" in str(e["DESCRIPTION"]) for e in entries)
    (tmp_path / "dated.md").write_text(FIRST, encoding="utf-8")
    run("deliverables", tmp_path / "dated.md", "-o", tmp_path / "dated.ics")
    events = Calendar.from_ical((tmp_path / "dated.ics").read_bytes()).walk("VEVENT")
    assert [e["DTSTART"].dt.isoformat() for e in events] == ["2004-03-01"]
    assert "no format" in refused(capsys, monkeypatch, "deliverables", FR, "-o", tmp_path / "due.doc")


def test_force_depends_on_the_organ() -> None:
    council = "Le Conseil de sécurité,\n\n1. Décide de créer une mission chargée d'observer les ports de la région;\n"
    assembly = council.replace("Le Conseil de sécurité,", "L'Assemblée générale,")
    first, second = (read_text(text, "fr", text[:12]) for text in (council, assembly))
    assert mandates_of(first)[0].force > mandates_of(second)[0].force
    assert "M202" in {f.code for f in check_related(compare_related(first, second))}
    assert not {"M201", "M202"} & {f.code for f in check_related(compare_related(first, first))}


def test_a_resolution_is_written_as_akoma_ntoso(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("read", FR, "--output", tmp_path / "fr.xml")
    assert "op10" in run("read", tmp_path / "fr.xml")
    run("read", FR, "--output", tmp_path / "fr.json")
    assert json.loads((tmp_path / "fr.json").read_text(encoding="utf-8"))["symbol"] == "E/RES/2002/19"
    assert "no format" in refused(capsys, monkeypatch, "read", FR, "--output", tmp_path / "fr.doc")


def test_the_secretary_creates_no_committee(sample: dict[str, Resolution]) -> None:
    """ "secrétaire … Comité" holds the letters of "créer … comité"."""
    for resolution in sample.values():
        assert [(d.mandate.id, d.kind) for d in deliverables_of(resolution)] == [("op10", "report")]
