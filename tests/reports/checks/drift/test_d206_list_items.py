"""D206: items of a list."""

from __future__ import annotations

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions

ITEMS = {
    "fr": "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général:\n\na) De protéger les civils;\n\nb) D'escorter les convois;\n\nc) De former la police;\n",
    "en": "The Security Council,\n\n1. Requests the Secretary-General:\n\n(a) To protect civilians;\n\n(b) To escort convoys;\n\n(c) To train the police;\n",
}


def test_list_items_differ() -> None:
    french = read_text(ITEMS["fr"], "fr", "fr.md")
    same = read_text(ITEMS["en"], "en", "en.md")
    assert check_versions(compare_versions(french, [same])) == []
    run_on = "The Security Council,\n\n1. Requests the Secretary-General: (a) To protect civilians; (b) To escort convoys; (c) To train the police;\n"
    codes = {f.code for f in check_versions(compare_versions(french, [read_text(run_on, "en", "en.md")]))}
    assert "D206" not in codes
    shorter = read_text(run_on.replace(" (b) To escort convoys; (c)", " (b)"), "en", "en.md")
    assert "D206" in {f.code for f in check_versions(compare_versions(french, [shorter]))}


def test_an_item_that_is_missing_as_a_whole_is_one_finding() -> None:
    french = read_text(ITEMS["fr"], "fr", "fr.md")
    for marks in (("(a)", "(b)", "(c)"), ("–", "–", "–")):
        english = ITEMS["en"]
        for mark, new in zip(("(a)", "(b)", "(c)"), marks, strict=True):
            english = english.replace(mark, new)
        short = english.replace(f"{marks[1]} To escort convoys;\n\n", "").replace("(c)", "(b)")
        found = check_versions(compare_versions(french, [read_text(short, "en", "en.md")]))
        assert [f.code for f in found] == ["D101"]
