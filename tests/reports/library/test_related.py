"""What is related to a resolution, what it continues, and the threads of its mandates."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from typer.testing import CliRunner

from corpora.errors import InputError
from corpora.reading import read_text
from reports.cli import app
from reports.exporters.lineage_picture import lineage_picture
from reports.library.lineage import lineage_in
from reports.library.related import Record, facts_of, record_for, series_of, successor
from reports.library.store import Library, open_library
from reports.library.texts import read_from, versions_from
from tests.reports.library.conftest import put
from tests.support.library_texts import EARLIER, LANGUAGES, LATER, OTHER, TEXTS

pytestmark = pytest.mark.slow

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("titles", [True, False], ids=["titles", "hidden"])
def test_the_resolution_of_the_year_before_is_found_with_the_reasons(library: Library, code: str, titles: bool) -> None:
    record = Record(library, code, titles=titles)
    first, *rest = record.related(record.facts(LATER))
    assert first.symbol == EARLIER
    assert first.earlier
    assert dict(first.reasons)["recalled"] == 1.0
    assert ("title" in dict(first.reasons)) == titles
    assert all(r.score < first.score / 2 for r in rest)
    before = record.predecessor(record.facts(LATER))
    assert before is not None
    assert before.symbol == EARLIER
    assert record.predecessor(record.facts(EARLIER)) is None
    assert record.predecessor(record.facts(OTHER)) is None
    assert successor(record, EARLIER) == LATER
    assert series_of(record, EARLIER) == series_of(record, LATER) == [EARLIER, LATER]


def test_a_text_that_is_not_in_the_library_has_its_predecessor_there(library: Library) -> None:
    draft = (
        TEXTS[LATER]["fr"].replace("78/902", "79/904").replace("77/901", "78/902").replace("dix-neuvième", "dixième")
    )
    before = Record(library, "fr").predecessor(facts_of(read_text(draft, name="draft.md")))
    assert before is not None
    assert before.symbol == LATER


def _renewal(
    number: int, year: int, day: str, cites: str = "", matter: str = "the force on the line of separation"
) -> str:
    month_year = f"{day} {year}"
    recital = f"Recalling its resolution {cites},\n\n" if cites else ""
    return (
        f"# S/RES/{number} ({year})\n\nAdopted by the Security Council at its {number + 6000}th meeting, on {month_year}\n\n"
        f"The Security Council,\n\n{recital}"
        f"1. Calls upon the parties to give {matter} all the access that it needs;\n\n"
        f"2. Stresses that {matter} must move freely in its whole area;\n\n"
        f"3. Decides to renew the mandate of {matter} until {month_year} of the year that follows;\n"
    )


def test_a_mandate_renewed_twice_a_year_follows_the_text_of_the_same_year(tmp_path: Path) -> None:
    """The Council renews some mandates every six months, and recalls none of the texts before."""
    folder = tmp_path / "in"
    folder.mkdir()
    steps = [(2801, 2031, "27 June"), (2802, 2031, "22 December"), (2803, 2032, "29 June"), (2804, 2032, "21 December")]
    for number, year, day in steps:
        (folder / f"{number}.en.md").write_text(_renewal(number, year, day), encoding="utf-8")
    # A sister of the same day, in like words, continues none of them and is continued by none.
    (folder / "2805.en.md").write_text(_renewal(2805, 2032, "21 December"), encoding="utf-8")
    put(tmp_path / "lib", folder)
    record = Record(open_library(tmp_path / "lib"), "en")
    last = "S/RES/2804(2032)"
    assert series_of(record, last)[: len(steps)] == [f"S/RES/{n}({y})" for n, y, _ in steps]
    before = record.predecessor(record.facts("S/RES/2805(2032)"))
    assert before is not None
    assert before.symbol != last


def test_the_latest_that_is_recalled_is_not_continued_where_it_is_of_another_matter(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    other = _renewal(2812, 2032, "14 July", matter="the office in the capital").replace(
        "3. Decides",
        "3. Calls upon the parties to give the force on the line of separation all the access that it needs;\n\n4. Decides",
    )
    texts = {
        2811: _renewal(2811, 2031, "21 October"),
        2812: other,
        2813: _renewal(2813, 2032, "19 October", cites="2811 (2031) and 2812 (2032)"),
    }
    for number, text in texts.items():
        (folder / f"{number}.en.md").write_text(text, encoding="utf-8")
    put(tmp_path / "lib", folder)
    record = Record(open_library(tmp_path / "lib"), "en")
    before = record.predecessor(record.facts("S/RES/2813(2032)"))
    assert before is not None
    assert before.symbol == "S/RES/2811(2031)"


def test_a_formula_that_many_texts_have_makes_no_relation(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        text = (
            f"# A/RES/77/{number + 1}\n\n# Matter {number}\n\nThe General Assembly,\n\n"
            f"1. Requests the Secretary-General to look into matter number {'x' * (number + 1)} of this list;\n\n"
            "2. Decides to remain seized of the matter.\n"
        )
        (folder / f"{number}.en.md").write_text(text, encoding="utf-8")
    put(tmp_path / "lib", folder)
    record = record_for(open_library(tmp_path / "lib"))
    assert all("shared" not in dict(r.reasons) for r in record.related(record.facts("A/RES/77/1")))


def test_texts_come_back_as_they_were_read(library: Library) -> None:
    for code, found in versions_from(library, LATER).items():
        assert found.language == code
        assert found.source == TEXTS[LATER][code]
    with pytest.raises(InputError, match="holds no S/RES/1"):
        read_from(library, "S/RES/1(1946)", "fr")


@pytest.mark.parametrize("code", LANGUAGES)
def test_threads_of_mandates(library: Library, code: str) -> None:
    found = lineage_in(library, LATER, language=code)
    assert found.symbols == (EARLIER, LATER)
    states = {t.steps[1].paragraph: (t.steps[0].state, t.steps[1].state) for t in found.lineage.threads}
    assert states["op1"] == ("first_seen", "adapted")
    assert states["op3"] == ("", "created")
    one = lineage_in(library, EARLIER, "op2", language=code).lineage
    assert [t.steps[0].paragraph for t in one.threads] == ["op2"]
    with pytest.raises(InputError, match="no mandate in 'op9'"):
        lineage_in(library, EARLIER, "op9", language=code)


def test_a_lone_text_has_no_lineage(library: Library) -> None:
    with pytest.raises(InputError, match="has no text that"):
        lineage_in(library, OTHER)


def test_the_picture_has_a_dot_a_mandate_and_a_line_a_step(library: Library) -> None:
    lineage = lineage_in(library, LATER, language="en").lineage
    root = fromstring(lineage_picture(lineage, "en"))
    dots = [c for c in root.iter(f"{_SVG}circle") if c.find(f"{_SVG}title") is not None]
    assert len(dots) == 3 + 4
    lines = [p for p in root.iter(f"{_SVG}path") if " C" in (p.get("d") or "")]
    assert len(lines) == 3
    titles = " ".join(t.text or "" for t in root.iter(f"{_SVG}title"))
    assert "adapted" in titles
    said = " ".join(node.text or "" for node in root.iter() if node.tag.endswith(("text", "title")))
    assert "para. 1" in said and not re.search(r"\bop\d", said)
    kinds = [e.tag for e in root if e.tag in (f"{_SVG}path", f"{_SVG}circle")]
    assert kinds == sorted(kinds, reverse=True)  # no line lies over a dot or a name
    assert "par. 1" in lineage_picture(lineage, "fr")
    assert "créé" in lineage_picture(lineage, "fr")


def test_the_commands(library: Library, tmp_path: Path) -> None:
    place = ["--library", str(library.folder)]
    data = json.loads(CliRunner().invoke(app, ["related", LATER, "--json", *place]).output)
    assert data["predecessor"] == EARLIER
    assert data["series"] == [EARLIER, LATER]
    assert data["related"][0]["symbol"] == EARLIER
    shown = CliRunner().invoke(app, ["related", LATER, *place])
    assert f"Continues: {EARLIER}" in shown.output
    assert "recalled in the preamble" in shown.output
    picture, table = tmp_path / "t.svg", tmp_path / "t.csv"
    for path, paragraph in ((picture, "op3"), (table, "par. 3")):
        done = CliRunner().invoke(app, ["lineage", LATER, paragraph, "-l", "fr", "-o", str(path), *place])
        assert done.exit_code == 0
    shown = [CliRunner().invoke(app, ["lineage", LATER, name, *place]).output for name in ("op3", "para. 3", "Par 3")]
    assert len(set(shown)) == 1 and "para. 3" in shown[0]
    assert CliRunner().invoke(app, ["lineage", LATER, "para. 77", *place]).exit_code != 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    assert "fonds de bourses" in table.read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["related", "A/RES/1/1", *place]).exit_code != 0
