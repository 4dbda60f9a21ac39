"""The record as a table of mandates."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from reports.cli import app
from reports.exporters.mandate_record import duplicate_table, write_mandates
from reports.library.index import INDEX
from reports.library.mandates import MandateQuery, duplicates, mandates_in
from reports.library.related import Record
from reports.library.series import all_series
from reports.library.store import Library, open_library
from tests.reports.library.conftest import put
from tests.support.library_texts import EARLIER, LANGUAGES, LATER, OTHER, TEXTS, write_texts

SECRETARY = {
    "fr": "Secrétaire général",
    "en": "Secretary-General",
    "es": "Secretario General",
    "ru": "Генерального секретаря",
    "ar": "الأمين العام",
    "zh": "秘书长",
}
IN_FORCE = date(2024, 1, 1)


def table(library: Library, code: str, **asked: object) -> pl.DataFrame:
    return mandates_in(Record(library, code), MandateQuery(on=IN_FORCE, **asked))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_is_asked_to_report_by_when_and_since_when(library: Library, code: str) -> None:
    found = table(library, code, addressee=SECRETARY[code], ask="report")
    by_symbol = {row["symbol"]: row for row in found.iter_rows(named=True)}
    assert set(by_symbol) == {EARLIER, LATER, OTHER}
    assert {row["addressee_key"] for row in by_symbol.values()} == {"secretary_general"}
    # The report is asked for again, in other words only for the session.
    assert by_symbol[LATER]["first_symbol"] == EARLIER
    assert by_symbol[LATER]["texts"] == 2
    assert by_symbol[OTHER]["texts"] == 1
    active = table(library, code, addressee=SECRETARY[code], ask="report", active=True)
    assert set(active["symbol"]) == {LATER, OTHER}  # a later text continues the earlier one
    assert (
        table(library, code, addressee="secretary general", ask="report").height == 3
    )  # the name that all languages share


@pytest.mark.parametrize("asked", LANGUAGES)
@pytest.mark.parametrize("table_in", ["en", "ar"])
def test_an_addressee_may_be_named_in_any_language(library: Library, asked: str, table_in: str) -> None:
    found = table(library, table_in, addressee=SECRETARY[asked], ask="report")
    assert set(found["symbol"]) == {EARLIER, LATER, OTHER}
    assert set(found["addressee_key"]) == {"secretary_general"}


def test_an_addressee_without_a_key_is_found_in_another_language_of_the_record(tmp_path: Path) -> None:
    texts = {
        "en": "# S/RES/2801 (2031)\n\nThe Security Council,\n\n1. Requests the Panel of Experts to submit a report by 3 May 2032;\n",
        "fr": "# S/RES/2801 (2031)\n\nLe Conseil de sécurité,\n\n1. Prie le Groupe d’experts de présenter un rapport d’ici au 3 mai 2032 ;\n",
    }
    (tmp_path / "in").mkdir()
    for code, text in texts.items():
        (tmp_path / "in" / f"2801.{code}.md").write_text(text, encoding="utf-8")
    put(tmp_path / "lib", tmp_path / "in")
    library = open_library(tmp_path / "lib")
    for code in texts:
        for name in ("Panel of Experts", "groupe d'experts"):
            assert table(library, code, addressee=name)["mandate"].to_list() == ["op1"]
        assert table(library, code, addressee="comité").is_empty()


def test_on_a_day_only_what_was_adopted_and_not_yet_renewed_is_active(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, day in ((2801, "27 June 2031"), (2802, "22 December 2031")):
        text = (
            f"# S/RES/{number} (2031)\n\nAdopted by the Security Council at its 9001st meeting, on {day}\n\nThe Security Council,\n\n"
            "1. Requests the Secretary-General to report on the force every six months;\n\n"
            "2. Calls upon the parties to give the force all the access that it needs;\n"
        )
        (tmp_path / "in" / f"{number}.en.md").write_text(text, encoding="utf-8")
    put(tmp_path / "lib", tmp_path / "in")
    record = Record(open_library(tmp_path / "lib"), "en")
    days = {date(2031, 6, 1): [], date(2031, 9, 1): ["S/RES/2801(2031)"], date(2032, 9, 1): ["S/RES/2802(2031)"]}
    for on, symbols in days.items():
        assert mandates_in(record, MandateQuery(ask="report", active=True, on=on))["symbol"].to_list() == symbols


TWO_DAYS = {
    "en": "The Security Council,\n\n1. Requests the Secretary-General to submit a report by 4 July 2031 and by 3 January 2032;\n",
    "fr": "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général de lui présenter d’ici au 4 juillet 2031 et au 3 janvier 2032 un rapport ;\n",
    "es": "El Consejo de Seguridad,\n\n1. Solicita al Secretario General que presente un informe a más tardar el 4 de julio de 2031 y el 3 de enero de 2032;\n",
    "ru": "Совет Безопасности,\n\n1. просит Генерального секретаря представить доклад к 4 июля 2031 года и к 3 января 2032 года;\n",
    "ar": "إن مجلس الأمن،\n\n1 - يطلب إلى الأمين العام أن يقدم تقريرا بحلول 4 تموز/يوليه 2031 وبحلول 3 كانون الثاني/يناير 2032؛\n",
    "zh": "安全理事会，\n\n1. 请秘书长在2031年7月4日和2032年1月3日之前提交报告；\n",
}  # fmt: skip


def test_a_report_that_is_due_on_two_days(tmp_path: Path) -> None:
    """Active until the second one, and in the calendar on both."""
    (tmp_path / "in").mkdir()
    for code, text in TWO_DAYS.items():
        (tmp_path / "in" / f"2801.{code}.md").write_text(f"# S/RES/2801 (2031)\n\n{text}", encoding="utf-8")
    put(tmp_path / "lib", tmp_path / "in")
    for code in TWO_DAYS:
        record = Record(open_library(tmp_path / "lib"), code)
        rows = mandates_in(record, MandateQuery(ask="report", on=date(2031, 10, 1)))
        assert rows["dues"].to_list() == ["2031-07-04 2032-01-03"], code
        assert rows["active"].to_list() == [True]
        assert mandates_in(record, MandateQuery(ask="report", on=date(2032, 2, 1)))["active"].to_list() == [False]
        write_mandates(rows, tmp_path / "m.ics", "en")
        entries = Calendar.from_ical((tmp_path / "m.ics").read_bytes()).walk()
        assert [str(e["dtstart"].dt) for e in entries if e.name == "VEVENT"] == ["2031-07-04", "2032-01-03"]


def test_words_organs_and_years(library: Library) -> None:
    assert table(library, "en", ask="technical assistances")["symbol"].to_list() == [LATER, EARLIER]
    assert set(table(library, "en", organ="ECOSOC")["symbol"]) == {OTHER}
    assert set(table(library, "en", until=2022)["symbol"]) == {EARLIER}
    assert table(library, "en", addressee="Member States")["paragraph"].to_list() == ["op2", "op2"]
    assert table(library, "en", ask="fund")["paragraph"].to_list() == ["op3"]


def test_a_term_that_is_over_is_not_active(library: Library) -> None:
    due = table(library, "fr", ask="report").filter(pl.col("symbol") == LATER)["due"][0]
    assert due == "2024-09-10"  # the opening of the seventy-ninth session
    record = Record(library, "fr")
    for on, active in ((date(2024, 9, 10), True), (date(2024, 9, 11), False)):
        rows = mandates_in(record, MandateQuery(ask="report", on=on)).filter(pl.col("symbol") == LATER)
        assert rows["active"].to_list() == [active]


def test_series_are_kept_and_follow_additions(tmp_path: Path) -> None:
    write_texts(tmp_path / "in", LATER, languages=("en",))
    put(tmp_path / "lib", tmp_path / "in")
    assert all_series(Record(open_library(tmp_path / "lib"), "en")).predecessors == {}
    write_texts(tmp_path / "in", EARLIER, languages=("en",))
    put(tmp_path / "lib", tmp_path / "in")
    library = open_library(tmp_path / "lib")
    seen: list[str] = []
    found = all_series(Record(library, "en"), seen.append)
    assert found.predecessors == {LATER: EARLIER}
    assert found.chain(LATER) == [EARLIER, LATER]
    assert EARLIER in found.successors
    seen.clear()
    assert all_series(Record(library, "en"), seen.append) == found
    assert seen == []  # nothing was worked out again
    (library.folder / INDEX / "series-en.json").write_text("{", encoding="utf-8")
    assert all_series(Record(library, "en")) == found


def test_a_request_made_twice_is_set_side_by_side(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_texts(folder, LATER, OTHER, languages=("en",))
    twin = TEXTS[LATER]["en"].replace("78/902", "78/905").replace("Recalling its resolution 77/901,\n\n", "")
    twin = twin.replace("Cooperation among small ports", "Pilots and their schools")
    (folder / "905.en.md").write_text(twin, encoding="utf-8")
    put(tmp_path / "lib", folder)
    record = Record(open_library(tmp_path / "lib"), "en")
    # Neither continues the other: both are of one session, and neither cites the other.
    active = mandates_in(record, MandateQuery(ask="report", active=True, on=IN_FORCE))
    (pair,) = duplicates(record, active)
    assert {pair.first["symbol"], pair.second["symbol"]} == {LATER, "A/RES/78/905"}
    assert pair.words > 0.95
    row = duplicate_table([pair]).row(0, named=True)
    assert row["first_text"] == row["second_text"]


def test_the_formats(library: Library, tmp_path: Path) -> None:
    rows = table(library, "en", ask="report")
    for suffix in ("parquet", "csv", "json", "xlsx", "ics"):
        write_mandates(rows, tmp_path / f"m.{suffix}", "en")
    assert pl.read_parquet(tmp_path / "m.parquet").equals(rows)
    assert pl.read_csv(tmp_path / "m.csv")["symbol"].to_list() == rows["symbol"].to_list()
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")["mandates"]
    assert [cell.value for cell in sheet[1]] == rows.columns
    assert sheet.max_row == 4
    entries = Calendar.from_ical((tmp_path / "m.ics").read_bytes()).walk()
    starts = [str(e["dtstart"].dt) for e in entries if e.name == "VEVENT"]
    assert "2024-09-10" in starts


def test_the_command(library: Library, tmp_path: Path) -> None:
    base = ["mandates", "--library", str(library.folder), "--on", "2024-01-01"]
    shown = CliRunner().invoke(app, [*base, "--addressee", "Secretary-General", "--ask", "report", "--active"])
    assert shown.exit_code == 0
    assert "2 mandates" in shown.output
    assert f"(since {EARLIER}, in 2 texts)" in shown.output
    assert "para. 4" in shown.output and not re.search(r"\bop\d", shown.output)
    refused = CliRunner().invoke(app, [*base, "-o", str(tmp_path / "m.doc")])
    assert refused.exit_code != 0
    assert CliRunner().invoke(app, [*base, "-l", "zh", "-o", str(tmp_path / "m.xlsx")]).exit_code == 0
    pairs = CliRunner().invoke(app, [*base, "--duplicates", "--ui", "fr"])
    assert "0 paire" in pairs.output


def test_lists_share_their_options(library: Library) -> None:
    """--all prints every row, --json the same rows as JSON, --language says which version, as in the other commands."""
    base = ["--library", str(library.folder)]
    few = CliRunner().invoke(app, ["mandates", *base, "-n", "1"]).output.splitlines()
    every = CliRunner().invoke(app, ["mandates", *base, "-n", "1", "--all"]).output.splitlines()
    rows = json.loads(CliRunner().invoke(app, ["mandates", *base, "--json"]).output)
    assert (len(few), len(every)) == (2, len(rows) + 1)
    steps = json.loads(CliRunner().invoke(app, ["lineage", LATER, *base, "--json"]).output)
    assert f"{EARLIER} state" in steps[0]
    for option in ("--in", "--language", "-l"):
        found = CliRunner().invoke(app, ["find", "petits ports", option, "fr", *base, "--all", "--json"])
        assert json.loads(found.output)["language"] == "fr"
    none = CliRunner().invoke(app, ["library", "list", *base, "--organ", "HRC", "--ui", "fr"])
    assert "Aucun document." in none.output
