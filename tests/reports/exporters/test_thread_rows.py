"""A series in a page: a tab a step, and each mandate through the texts with the wording of what changed."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_related
from reports.comparison.lineage import Lineage, trace
from reports.exporters.html import render_report
from reports.exporters.html.thread_rows import thread_view
from reports.project.selection import Selection

HEAD = "Le Conseil de sécurité,\n\n"
ACTS = (
    "1. Décide de proroger le mandat de la Mission jusqu'au 31 juillet {};\n\n",
    "2. Prie le Secrétaire général de lui faire rapport tous les {} jours sur la protection des civils;\n\n",
    "3. Demande aux parties de respecter le cessez-le-feu;\n\n",
    "4. Décide de rester saisi de la question.",
)
YEARS = (("2030", "90"), ("2031", "90"), ("2032", "60"))


@pytest.fixture(scope="module")
def series() -> Lineage:
    texts = [HEAD + ACTS[0].format(year) + ACTS[1].format(days) + ACTS[2] + ACTS[3] for year, days in YEARS]
    return trace([read_text(text, "fr", f"{k}.md") for k, text in enumerate(texts)])


def test_each_step_shows_the_words_that_changed_among_those_around(series: Lineage) -> None:
    threads = {view.words[:12]: view for view in (thread_view(series, thread) for thread in series.threads)}
    term, report = threads["Décide de pr"], threads["Prie le Secr"]
    assert [[run for run in cell.runs if run[1]] for cell in term.cells] == [
        [],
        [("2030", "del"), ("2031", "ins")],
        [("2031", "del"), ("2032", "ins")],
    ]
    assert [[run for run in cell.runs if run[1]] for cell in report.cells] == [[], [], [("90", "del"), ("60", "ins")]]
    assert "rapport tous les" in report.cells[2].runs[0][0]
    assert not threads["Demande aux "].has_changed


def test_each_step_has_a_tab_of_its_own_and_equal_mandates_are_folded(series: Lineage) -> None:
    related = [(pair, Selection(check_related(pair), [])) for pair in series.pairs]
    page = render_report(None, None, related, "fr", series)
    assert [f'data-tab="related-{k}"' in page for k in (1, 2, 3)] == [True, True, False]
    assert [f'data-of="related-{k}"' in page for k in (1, 2, 3)] == [True, True, False]
    assert '<table class="threads changed-only" data-mandates="lineage">' in page
    assert page.count('<tr class="identical"><th scope="row"') == 2
    assert "aussi 2 mandats inchangés" in page
