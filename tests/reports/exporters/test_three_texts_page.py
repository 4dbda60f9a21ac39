"""The page of three texts: what is marked, and that nothing which a text says is run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from corpora.reading import read_text
from reports.exporters.html.three_texts_page import render_three_texts
from reports.pipeline.case import Result, examine
from reports.pipeline.drafts import case_of_three
from reports.pipeline.run_options import RunOptions
from tests.support.three_texts import ADOPTED, DRAFT, LAST

EVIL = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def result() -> Result:
    evil = ADOPTED.replace("l'Union africaine", f"l'Union {EVIL} africaine")
    last, draft, adopted = (read_text(t, "fr", n) for t, n in ((LAST, "last"), (DRAFT, "draft"), (evil, "adopted")))
    return examine(case_of_three((last, draft, adopted), RunOptions()))


@pytest.fixture(scope="module")
def page(result: Result) -> str:
    return render_three_texts(result.required_three(), result.related, "fr")


class Balance(HTMLParser):
    """Whether tags balance, and what stands in ``ins`` and ``del``."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.marked: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("link", "img", "iframe", "object")
        assert not any(name.startswith("on") or name == "style" for name, _ in attrs)
        if tag not in ("meta", "input"):
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.marked += [(tag, name, data) for tag, name in self.open if tag in ("ins", "del")]


def test_every_change_is_marked_where_it_stands(page: str) -> None:
    balance = Balance()
    balance.feed(page)
    assert balance.open == []
    marked = balance.marked
    assert ("del", "by-draft", "2024") in marked and ("ins", "by-draft", "2025") in marked
    assert ("del", "by-negotiation", "et du matériel") in marked
    assert [tag for tag, name, words in marked if name == "back" and words == "instamment"] == ["del", "ins"]
    assert [tag for tag, name, words in marked if name == "back" and words == "armées"] == ["ins", "del"]


def test_rows_in_the_order_of_the_adopted_text_with_what_became_of_them(page: str) -> None:
    rows = re.findall(
        r'<tr class="of-three" id="row-\d+" data-state="(\w+)" data-changed="1?"(?: data-fold="\d+")?>\n<th', page
    )
    assert rows == [
        "unchanged", "unchanged", "as_drafted", "came_back_in_part", "negotiated", "came_back", "given_up", "came_back",
        "new_in_negotiation", "unchanged",
    ]  # fmt: skip
    assert "rétabli en partie" in page and "came back in part" in page


def test_nothing_that_a_text_says_is_run(page: str) -> None:
    assert EVIL not in page
    assert "&lt;script&gt;" in page


def test_findings_of_both_steps_stand_in_their_rows(page: str, result: Result) -> None:
    codes = {f.code for _, selection in result.related for f in selection.findings}
    assert codes
    assert all(f">{code}</span>" in page for code in codes)


def test_rows_are_named_as_people_find_them(page: str) -> None:
    assert ">par.\u00a01</span>" in page and ">para.\u00a01</span>" in page
    assert not re.search(r">\s*(?:op|pp|fn)\d+", page)
    badges = re.findall(
        r'<span class="badge [a-z]+">([A-Z]\d+)</span> <b><span class="l-fr" lang="fr">([^<]+)</span>', page
    )
    assert badges and len(badges) == page.count('<span class="badge ')


def test_where_draft_and_negotiation_differ_stands_first(page: str, result: Result) -> None:
    three = result.required_three()
    contests = [(row.label, c.last, c.draft, c.adopted, str(c.outcome)) for row in three.rows for c in row.contests]
    assert contests == [
        ("op2", "instamment", "", "instamment", "came_back"),
        ("op4", "", "toutes", "", "given_up"),
        ("op4", "", "armées", "", "given_up"),
        ("op5", "", "Condamne les attaques contre les convois humanitaires", "", "given_up"),
        (
            "op5",
            "Encourage la coopération régionale dans la lutte contre le trafic d'armes",
            "",
            "Encourage la coopération régionale dans la lutte contre le trafic d'armes",
            "came_back",
        ),
    ]
    assert page.index('id="contests-h"') < page.index('id="three-h"')
    leads = re.findall(r'<a href="#(row-\d+)">', page)
    assert len(leads) == len(contests) and all(f'id="{row}"' in page for row in leads)


def test_words_that_were_changed_again_stand_beside_what_was_adopted() -> None:
    head, tail = "Le Conseil de sécurité,\n\n", "\n\n2. Décide de rester saisi de la question."
    acts = [
        f"1. Prie le Secrétaire général de lui faire rapport dans un délai de {n} jours;" for n in ("90", "60", "30")
    ]
    texts = [read_text(head + act + tail, "fr", f"{k}.md") for k, act in enumerate(acts)]
    three = examine(case_of_three((texts[0], texts[1], texts[2]), RunOptions())).required_three()
    (contest,) = [c for row in three.rows for c in row.contests]
    assert (contest.last, contest.draft, contest.adopted, str(contest.outcome)) == ("90", "60", "30", "changed_again")


def test_unchanged_paragraphs_are_folded(page: str) -> None:
    assert re.findall(r'aria-expanded="false" data-unfold="(\d+)"', page) == ["1", "3"]
    assert page.count(' data-fold="1"') == 2 and page.count(' data-fold="3"') == 1
