"""Tables of web pages: pages in columns, values in rows. Specimens, not UN documents."""

from __future__ import annotations

from pathlib import Path

from corpora.model import Kind
from corpora.reading import read_resolution
from tests.support.scans import HEAD, PARAGRAPHS


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
