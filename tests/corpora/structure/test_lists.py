"""Lists below paragraphs: levels, recitals that list, headings in between."""

from __future__ import annotations

import pytest

from corpora.model import Kind
from corpora.reading import read_text
from reports.comparison.rows import compare_versions
from tests.failing_kinds.texts import ACT, LANGUAGES, LAST, OPENING, numbered
from tests.support.akoma_ntoso import act, ids, paragraph, specimen
from tests.support.specimens import FRENCH


def test_a_recital_may_list() -> None:
    items = "".join(f"<item><num>{n})</num><p>{w}</p></item>" for n, w in (("a", "la paix,"), ("b", "la sécurité,")))
    recital = f"<container><blockList><listIntroduction>Réaffirmant :</listIntroduction>{items}</blockList></container>"
    found = specimen(
        paragraph(act("Décide de rester saisi."), "1."),
        recitals=recital + "<container><p>Consciente de tout,</p></container>",
    )
    assert ids(found) == ["organ", "pp1", "pp2", "pp2.a", "pp2.b", "pp3", "op1"]
    assert found.paragraph("pp2.b").kind is Kind.ITEM


def test_a_recital_that_counts_what_it_lists_stays_one() -> None:
    items = "".join(f"<item><num>{n}.</num><p>{w}</p></item>" for n, w in (("1", "la paix,"), ("2", "la sécurité,")))
    recital = f"<container><blockList><listIntroduction>Réaffirmant :</listIntroduction>{items}</blockList></container>"
    found = specimen(
        paragraph(act("Décide de rester saisi."), "1."),
        recitals=recital + "<container><p>Consciente de tout,</p></container>",
    )
    assert ids(found) == ["organ", "pp1", "pp2", "pp3", "op1"]
    assert found.paragraph("pp2").text.endswith("la sécurité,")


def test_a_point_that_opens_with_a_verb_is_no_paragraph_where_no_number_is_missing() -> None:
    found = specimen(
        paragraph("决定任务如下：", "1."),
        paragraph("支持和平进程；"),
        paragraph("请各国提供协助；"),
        paragraph("决定继续处理此案。", "2."),
        code="zho",
    )
    assert ids(found) == ["organ", "pp1", "op1", "op1.+1", "op1.+2", "op2"]


def test_a_list_goes_on_below_a_heading() -> None:
    found = specimen(
        paragraph(act("Décide de ce qui suit :"), "1."),
        paragraph("protéger les civils ;", "a)"),
        '<paragraph class="H2"><heading>Réforme</heading></paragraph>',
        paragraph("appuyer la réforme ;", "b)"),
        paragraph(act("Décide de rester saisi."), "2."),
    )
    assert ids(found) == ["organ", "pp1", "op1", "op1.a", "h1", "op1.b", "op2"]


def test_what_stands_below_a_recital_binds_nobody() -> None:
    french = (
        "Le Conseil de sécurité,\n\nSachant :\n\na) la paix,\n\nb) la sécurité,\n\n1. Décide :\n\na) de rester saisi.\n"
    )
    english = (
        "The Security Council,\n\nMindful of:\n\n(a) Peace,\n\n(b) Security,\n\n1. Decides:\n\n(a) To remain seized.\n"
    )
    versions = compare_versions(read_text(french, "fr", "fr.md"), [read_text(english, "en", "en.md")])
    binds = {row.cells["fr"].first.id: row.operative for row in versions.rows if row.checked}
    assert binds == {"pp1": False, "pp1.a": False, "pp1.b": False, "op1": True, "op1.a": True}


def test_items_to_three_levels() -> None:
    ids = [p.id for p in read_text(FRENCH).paragraphs]
    assert ids == ["organ", "pp1", "op1", "op1.a", "op1.b", "op1.b.i", "op1.b.ii", "op2", "op3"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_number_alone_above_a_list_is_a_paragraph_of_nothing_else(code: str) -> None:
    mark = {"ar": ("(أ)", "(ب)"), "zh": ("(a)", "(b)")}.get(code, ("a)", "b)"))
    stop = " -" if code == "ar" else "."
    points = [f"{one} {ACT[code]}" for one in mark]
    lines = [*OPENING[code], numbered(code, 1, LAST[code]), f"2{stop}", *points, numbered(code, 3, LAST[code])]
    found = read_text("\n\n".join(lines), code)
    ids = [p.id for p in found.paragraphs if p.kind in (Kind.OPERATIVE, Kind.ITEM, Kind.CONTINUATION)]
    assert ids == ["op1", "op2", "op2.a", "op2.b", "op3"]
    # A number that is not the next in turn, or has no list below it, is none: that of a page.
    lines[3] = f"7{stop}"
    assert "op7" not in [p.id for p in read_text("\n\n".join(lines), code).paragraphs]
