"""Lineage: one mandate through a series, points of lists too."""

from __future__ import annotations

import io
from xml.etree.ElementTree import fromstring

import pytest
from rich.console import Console

from corpora.model import Resolution
from corpora.reading import read_text
from reports.cli.terminal import print_lineage
from reports.comparison.lineage import lineage_table, trace
from reports.exporters.html.thread_rows import thread_view
from reports.exporters.lineage_picture import lineage_picture
from tests.support.mandates import FIRST, read
from tests.support.series import LATER_TEXT


def test_a_series_is_followed(pair: tuple[Resolution, Resolution]) -> None:
    third = read_text(LATER_TEXT.replace("2005;", "2006;", 1), "fr", "third")
    lineage = trace([*pair, third])
    states = {t.steps[0].mandate.id: [s.state for s in t.steps] for t in lineage.threads if t.steps[0].mandate}
    assert states["op3"] == ["first_seen", "renewed", "renewed"] and states["op2"] == [
        "first_seen",
        "adapted",
        "renewed",
    ]
    assert states["op4"] == ["first_seen", "replaced", "renewed"] and states["op5"][:2] == ["first_seen", "retired"]
    late = [[s.state for s in t.steps] for t in lineage.threads if t.steps[0].mandate is None]
    assert late == [["", "created", "renewed"]]
    with pytest.raises(ValueError, match="two resolutions"):
        trace([pair[0]])


def test_lineage_follows_points() -> None:
    later = FIRST.replace("12 000", "9 000")
    table = lineage_table(trace([read(FIRST), read(later)]), "en")
    states = dict(zip(table.to_series(1), table.to_series(4), strict=True))
    assert (states["op2.b"], states["op1.a"]) == ("adapted", "renewed")


@pytest.mark.parametrize("turned", [False, True])
def test_what_merged_or_split_is_said_in_each_thread(turned: bool) -> None:
    apart = (
        "Le Conseil de sécurité,\n\nRappelant sa résolution 1000 (1995),\n\n"
        "1. Prie le Secrétaire général de lui présenter un rapport sur la situation dans la région des lacs;\n\n"
        "2. Engage les États voisins à surveiller les mouvements des groupes armés à leurs frontières communes;\n\n"
        "3. Décide de rester saisi de la question.\n"
    )
    joined = (
        "Le Conseil de sécurité,\n\nRappelant sa résolution 1000 (1995),\n\n"
        "1. Prie le Secrétaire général de lui présenter un rapport sur la situation dans la région des lacs, et engage les États "
        "voisins à surveiller les mouvements des groupes armés à leurs frontières communes;\n\n"
        "2. Décide de rester saisi de la question.\n"
    )
    texts = [read_text(text, "fr", name) for text, name in ((apart, "apart"), (joined, "joined"))]
    lineage = trace(texts[::-1] if turned else texts)
    expected = ("split", "op1 → op1 + op2") if turned else ("merged", "op1 + op2 → op1")
    found = [(t.steps[1].state, t.steps[1].place) for t in lineage.threads]
    assert found.count(expected) >= 1 and all(
        found[i] == expected for i in range(len(found)) if found[i][0] == expected[0]
    )
    table = lineage_table(lineage, "fr")
    assert expected[1] in table.to_series(4).to_list() or expected[1] in table.to_series(5).to_list()


def test_a_mandate_that_stands_elsewhere_is_said_to_have_moved() -> None:
    head = "Le Conseil de sécurité,\n\nRappelant sa résolution 1000 (1995),\n\n"
    acts = [
        "Prie le Secrétaire général de lui présenter un rapport sur la situation dans la région des lacs;",
        "Engage les États voisins à surveiller les mouvements des groupes armés à leurs frontières communes;",
        "Demande aux organismes humanitaires de porter secours aux personnes déplacées dans les provinces du nord;",
        "Décide de rester saisi de la question.",
    ]
    turned = [acts[2], acts[0], acts[1], acts[3]]
    texts = [
        read_text(head + "\n\n".join(f"{n}. {act}" for n, act in enumerate(order, 1)) + "\n", "fr", name)
        for name, order in (("before", acts), ("after", turned))
    ]
    lineage = trace(texts)
    moved = {t.steps[0].paragraph for t in lineage.threads if t.steps[1].moved}
    assert moved == {"op3"}
    states = lineage_table(lineage, "en").to_series(4).to_list()
    assert [state for state in states if state and "moved" in state] == ["renewed, moved"]
    root = fromstring(lineage_picture(lineage, "en"))
    said = [element.text or "" for element in root.iter() if element.tag.endswith(("title", "text"))]
    assert sum("renewed, moved." in text for text in said) == 1 and "moved" in said
    rings = [element for element in root.iter() if element.tag.endswith("circle") and element.get("fill") == "none"]
    assert len(rings) == 2  # around the dot, and in the legend
    views = {t.steps[0].paragraph: thread_view(lineage, t) for t in lineage.threads}
    assert views["op3"].has_changed and not views["op4"].has_changed
    console = Console(width=200, record=True, file=io.StringIO())
    print_lineage(console, lineage, "fr")
    shown = console.export_text()
    assert shown.count(", déplacé") == 1
    assert ", déplacé" in next(line for line in shown.splitlines() if "organismes humanitaires" in line)
