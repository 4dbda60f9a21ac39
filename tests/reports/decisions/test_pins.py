"""Pins: beads that a reviser has set."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.reading import read_text
from reports.app.review_session import ReviewSession
from reports.decisions.decisions import review_of
from reports.decisions.journal import Journal
from reports.decisions.pins import Pair, pin_event, placed
from reports.pipeline.case import examine
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project
from tests.support.sample import SAMPLE, sample_text

pytestmark = pytest.mark.slow


def test_pins_survive_a_revised_file_and_are_lost_with_their_paragraph(journal: Journal) -> None:
    french, english = sample_text("fr"), sample_text("en")
    pair = Pair("versions:en", french, english)
    journal.add(pin_event(pair, [(["op4", "op5"], ["op4", "op5"]), (["op8"], ["op8"])], "Ana"))
    first = english.paragraph("op1").text
    revised = english.source.replace(
        f"1. *{first.split()[0]}*", f"1. *Notes* a new paragraph;\n\n2. *{first.split()[0]}*"
    )
    for number in range(10, 1, -1):
        revised = revised.replace(f"\n{number}. ", f"\n{number + 1}. ", 1)
    later = read_text(revised, "en", "en.md")
    words = english.paragraph("op5").text
    found = placed(review_of(journal.events()), Pair("versions:en", french, later))
    assert not found.lost
    target = next(p.target for p in found.pins if p.source == ("op4", "op5"))
    assert [later.paragraph(i).text for i in target] == [english.paragraph("op4").text, words]
    without = read_text(english.source.replace(english.paragraph("op8").text[20:], "gone;"), "en", "en.md")
    found = placed(review_of(journal.events()), Pair("versions:en", french, without))
    assert [p.source for p in found.pins] == [("op4", "op5")] and len(found.lost) == 1


@pytest.mark.parametrize("beads", [[([], [])], [(["op99"], [])], [(["op1"], ["op1"]), (["op2"], ["op1"])]])
def test_pins_that_cannot_be(beads: list[tuple[list[str], list[str]]]) -> None:
    with pytest.raises(InputError):
        pin_event(Pair("versions:en", sample_text("fr"), sample_text("en")), beads, "Ana")


def test_a_bead_of_related_resolutions_is_pinned(folder: Path) -> None:
    shutil.copy(SAMPLE / "2003-900.fr.md", folder)
    shutil.copy(SAMPLE / "hexapla.toml", folder)
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    body = {"pair": "related:E/RES/2003/900", "beads": [[["op1"], ["op7", "op8"]], [["op9"], []]]}
    review_session.pin(body, 0)
    (pair, _), *_ = examine(case_of_project(open_project(folder), RunOptions(), review_session.review())).related
    beads = {b.source: b for b in pair.alignment.beads if b.source}
    assert beads[("op1",)].target == ("op7", "op8") and beads[("op1",)].pinned
    assert beads[("op9",)].target == ()
    assert 'class="cell pinned"' in review_session.page()


def test_a_version_added_later_leaves_pins_and_decisions_alone(folder: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    subject = next(s for s in review_session.subjects if s.code == "D202" and "en" in s.languages)
    review_session.decide({"fingerprint": subject.fingerprint, "decision": "accept"}, 0)
    review_session.pin(
        {"pair": "versions:en", "beads": [[["op4", "op5"], ["op4", "op5"]]]}, review_session.journal.last()
    )
    shutil.copy(SAMPLE / "ru.md", folder)
    assert review_session.state()["changed"]
    review_session.recheck()
    state = review_session.state()
    assert state["findings"][subject.fingerprint]["decision"] == "accept" and not state["lost_pins"]
    found = examine(case_of_project(open_project(folder), RunOptions(), review_session.review()))
    assert found.versions is not None
    pinned = {c: [b.source for b in a.beads if b.pinned] for c, a in found.versions.alignments.items()}
    assert pinned == {"en": [("op4", "op5")], "es": [], "ru": []}
