"""Deliverables: reports, meetings, days, in every language and in lists."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from icalendar import Calendar

from corpora.mandates.deliverables import deliverables_of, opening_of_session
from corpora.model import Resolution
from corpora.reading import read_text
from tests.support.command_line import FR, refused, run
from tests.support.mandates import FIRST, read
from tests.support.series import EARLIER_TEXT

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


@pytest.mark.slow
def test_deliverables_of_the_sample_as_table_and_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "para. 10" in run("deliverables", FR)
    for suffix in (".csv", ".parquet", ".json"):
        run("deliverables", FR, "-o", tmp_path / f"due{suffix}")
    assert "op10" in pl.read_csv(tmp_path / "due.csv")["mandate"].to_list()
    run("deliverables", FR, "-o", tmp_path / "due.ics")
    calendar = Calendar.from_ical((tmp_path / "due.ics").read_bytes())
    entries = [e for e in calendar.walk() if e.name in ("VEVENT", "VTODO")]
    assert entries and all("E/RES/2002/19" in str(e["SUMMARY"]) for e in entries)
    assert any("douzième session" in str(e["DESCRIPTION"]) for e in entries)
    (tmp_path / "dated.md").write_text(EARLIER_TEXT, encoding="utf-8")
    run("deliverables", tmp_path / "dated.md", "-o", tmp_path / "dated.ics")
    events = Calendar.from_ical((tmp_path / "dated.ics").read_bytes()).walk("VEVENT")
    assert [e["DTSTART"].dt.isoformat() for e in events] == ["2004-03-01"]
    assert "no format" in refused(capsys, monkeypatch, "deliverables", FR, "-o", tmp_path / "due.doc")


def test_the_secretary_creates_no_committee(sample: dict[str, Resolution]) -> None:
    """ "secrétaire … Comité" holds the letters of "créer … comité"."""
    for resolution in sample.values():
        assert [(d.mandate.id, d.kind) for d in deliverables_of(resolution)] == [("op10", "report")]


def test_deliverables_in_lists() -> None:
    found = {d.mandate.id: d for d in deliverables_of(read(FIRST))}
    # The report is asked for, the conference that it is about is not.
    assert set(found) == {"op2.a", "op4"}
    assert (found["op2.a"].kind, found["op2.a"].every_days, found["op2.a"].addressee) == (
        "report",
        90,
        "le Secrétaire général",
    )
    text = FIRST.replace(
        "2. Prie le Secrétaire général :", "2. Prie le Secrétaire général, au plus tard le 1er juin 2029 :"
    )
    text = text.replace("tous les 90 jours un rapport", "un rapport")
    assert {d.mandate.id: d.due for d in deliverables_of(read(text))}["op2.a"] == "2029-06-01"


@pytest.mark.parametrize(
    ("day", "due"), [("5 avril", "2025-04-05"), ("24 décembre", "2024-12-24"), ("29 février", "2028-02-29")]
)
def test_a_day_that_is_proclaimed_comes_every_year(day: str, due: str) -> None:
    text = f"L'Assemblée générale,\n\n1. Proclame le {day} Journée mondiale des ports ;\n\n2. Décide de rester saisie.\n\n50e séance plénière\n21 décembre 2024\n"
    (item,) = deliverables_of(read(text))
    assert (item.kind, item.due, item.due_words, item.every_months) == ("observance", due, day, 12)


@pytest.mark.parametrize(
    ("code", "words", "sort"),
    [
        ("fr", "Prie le Secrétaire général de lui présenter, à sa quatre-vingtième session, un rapport", "report"),
        (
            "fr",
            "Prie le Secrétaire général de convoquer, dans la limite des ressources disponibles, une réunion",
            "meeting",
        ),
        ("en", "Requests the Secretary-General to submit, at its eightieth session, a report", "report"),
        (
            "es",
            "Solicita al Secretario General que presente, en su octogésimo período de sesiones, un informe",
            "report",
        ),
        ("ru", "просит Генерального секретаря представить, не позднее 1 мая 2031 года, доклад", "report"),
        ("ar", "تطلب إلى الأمين العام أن يقدم، في دورتها الثمانين، تقريرا", "report"),
        ("zh", "请秘书长向大会第八十届会议提交一份关于本决议执行情况和今后各项措施的全面报告", "report"),
    ],
)
def test_what_stands_between_commas_hides_no_deliverable(code: str, words: str, sort: str) -> None:
    opening = {
        "fr": "L'Assemblée générale,",
        "en": "The General Assembly,",
        "es": "La Asamblea General,",
        "ru": "Генеральная Ассамблея,",
        "ar": "إن الجمعية العامة،",
        "zh": "大会，",
    }[code]
    mark = "1 -" if code == "ar" else "1."
    assert [d.kind for d in deliverables_of(read(f"{opening}\n\n{mark} {words}.\n", code))] == [sort]
