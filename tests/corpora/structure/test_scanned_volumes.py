"""What a scan does to numbers, notes and columns, and what is read of it. All texts are specimens, not UN documents."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution, read_resolutions, read_text

HEAD = ("Le Conseil de sécurité,", "Rappelant ses résolutions antérieures sur la question,")
PARAGRAPHS = (
    "Prie le Secrétaire général de lui faire rapport;", "Exige que les parties coopèrent pleinement;",
    "Décide de proroger le mandat de la Mission;", "Demande aux États de lui apporter leur concours;",
)  # fmt: skip


def operative(*lines: str) -> list[tuple[str, str | None, str]]:
    found = read_text("\n\n".join((*HEAD, *lines)), "fr")
    assert not found.faults
    return [(p.id, p.number, p.text) for p in found.paragraphs if p.kind is Kind.OPERATIVE]


WHOLE = [(f"op{i}", str(i), text) for i, text in enumerate(PARAGRAPHS, 1)]


@pytest.mark.parametrize("damaged", ["3 ", "3 . ", "3, ", "3: "])
def test_a_number_that_lost_its_point(damaged: str) -> None:
    one, two, three, four = PARAGRAPHS
    assert operative(f"1. {one}", f"2. {two}", f"{damaged}{three}", f"4. {four}") == WHOLE


def test_figures_that_came_out_as_letters() -> None:
    lines = [f"{i}. {PARAGRAPHS[i % 4]}" for i in range(1, 11)]
    found = operative(*lines, f"1 I . {PARAGRAPHS[0]}", f"l2 {PARAGRAPHS[1]}", f"13. {PARAGRAPHS[2]}")
    assert [number for _, number, _ in found] == [str(i) for i in range(1, 14)]
    assert found[10][2] == PARAGRAPHS[0] and found[11][2] == PARAGRAPHS[1]


def test_a_number_on_a_line_of_its_own() -> None:
    one, two, three, four = PARAGRAPHS
    assert operative(f"1. {one}", f"2. {two}", "3.", three, f"4. {four}") == WHOLE
    assert operative(f"1. {one}", f"2. {two}", three, "3.", f"4. {four}") == WHOLE


def test_a_number_that_is_gone() -> None:
    one, two, three, four = PARAGRAPHS
    assert operative(one, f"2. {two}", f"3. {three}", f"4. {four}") == WHOLE
    assert operative(f"1. {one}", two, three, f"4. {four}") == WHOLE


def test_what_cannot_be_told_is_left() -> None:
    one, two, three, four = PARAGRAPHS
    # Two blocks for one missing number, and a block that opens as no operative paragraph.
    found = read_text("\n\n".join((*HEAD, f"1. {one}", two, three, f"3. {four}")), "fr")
    assert [p.number for p in found.paragraphs if p.kind is Kind.OPERATIVE].count("2") == 0
    found = read_text("\n\n".join((*HEAD, f"1. {one}", "3 500 hommes au plus;", f"2. {two}", f"3. {three}")), "fr")
    assert [p.text for p in found.paragraphs if p.kind is Kind.CONTINUATION] == ["3 500 hommes au plus;"]
    # A text without numbers keeps none.
    found = read_text("\n\n".join((*HEAD, *PARAGRAPHS)), "fr")
    assert [p.number for p in found.paragraphs if p.kind is Kind.OPERATIVE] == [None] * 4


def page(*rows: str) -> str:
    return f"<html><body><p>{HEAD[0]}</p><p>{HEAD[1]}</p><table>{''.join(rows)}</table></body></html>"


def cell(*paragraphs: str) -> str:
    return "<td>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</td>"


LONG = " et de prendre toutes les mesures qui s'imposent, sans plus tarder, en consultation avec les États de la région et avec le Comité"


def test_a_page_in_columns_is_read_down_the_left_one_first(tmp_path: Path) -> None:
    one, two, three, four = (f"{i}. {p[:-1]}{LONG};" for i, p in enumerate(PARAGRAPHS, 1))
    path = tmp_path / "fr.html"
    path.write_text(page(f"<tr>{cell(one)}{cell(three)}</tr>", f"<tr>{cell(two)}{cell(four)}</tr>"), encoding="utf-8")
    assert [p.id for p in read_resolution(path).paragraphs if p.kind is Kind.OPERATIVE] == ["op1", "op2", "op3", "op4"]


def test_a_table_of_values_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [f"<tr><td>{state}</td><td>{sum_}</td></tr>" for state, sum_ in (("Angola", "12"), ("Bélize", "13"))]
    path = tmp_path / "fr.html"
    path.write_text(
        page(*rows).replace("<table>", f"<p>1. {PARAGRAPHS[0]}</p><p>2. {PARAGRAPHS[1]}</p><table>"), "utf-8"
    )
    text = " ".join(p.text for p in read_resolution(path).paragraphs)
    assert "Angola 12 Bélize 13" in text


def volume(notes: str) -> list[Resolution]:
    head = "<p>Résolution {n} (1998)</p><p>du 3 mars 1998</p><p>Le Conseil de sécurité,</p>"
    first = f"<p>Ayant examiné le rapport du Secrétaire général en date du 26 janvier 19981,</p><p>1. {PARAGRAPHS[0]}</p><p>2. Prend note du rapport<sup>2</sup> et de la lettre<sup>3</sup>;</p>"
    second = f"<p>Rappelant sa résolution 1150 (1998),</p><p>1. {PARAGRAPHS[2]}</p><p>2. {PARAGRAPHS[3]}</p>"
    body = head.format(n=1151) + first + notes + head.format(n=1152) + second
    return [r for r in _read(body) if r.symbol == "S/RES/1151(1998)"]


def _read(body: str) -> list[Resolution]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "volume.html"
        path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        return read_resolutions(path)


@pytest.mark.parametrize(
    "notes",
    [
        "<p><sup>1</sup> S/1998/1. <sup>2</sup> S/1998/2. <sup>3</sup> S/1998/3.</p>",
        "<p><sup>I</sup> S/1998/1.</p><p><sup>2</sup> S/1998/2. '3 S/1998/3.</p>",
    ],
)
def test_notes_in_one_block_and_damaged_marks(notes: str) -> None:
    (found,) = volume(notes)
    assert [(n.mark, n.paragraph.text, n.referred_from) for n in found.footnotes] == [
        ("1", "S/1998/1.", ("pp1",)), ("2", "S/1998/2.", ("op2",)), ("3", "S/1998/3.", ("op2",)),
    ]  # fmt: skip
    # The mark is no part of the year.
    assert "1998-01-26" in {a.form for a in found.paragraphs[2].anchors} | {a.form for a in found.paragraphs[3].anchors}
