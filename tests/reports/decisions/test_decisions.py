"""Decisions and their scopes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.app.review_session import ReviewSession
from reports.decisions.decisions import Subject, decision_event, review_of
from reports.decisions.journal import Event, EventKind, Journal
from reports.pipeline.run_options import RunOptions
from tests.support.review import ONE, OTHER, SAME_WORDS, decide

pytestmark = pytest.mark.slow

SAME_CODE = Subject("cc", "D305", ("fr", "en"), "p2", "versions")


LATER = Subject("dd", "D305", ("fr", "fr"), "p1", "related:E/RES/2003/900")


@pytest.mark.parametrize(
    ("scope", "reached"),
    [
        ("one", {"aa"}),
        ("like", {"aa", "cc"}),
        ("phrase", {"aa", "bb"}),
        ("series", {"aa", "bb", "dd"}),
    ],
)
def test_a_scope_reaches_what_it_says(journal: Journal, scope: str, reached: set[str]) -> None:
    decide(journal, ONE, "dismiss", scope)
    review = review_of(journal.events())
    everything = (ONE, SAME_WORDS, SAME_CODE, LATER, OTHER)
    assert {s.fingerprint for s in everything if review.dismissed(s)} == reached


def test_the_latest_decision_holds_and_can_be_undone_and_redone(journal: Journal) -> None:
    decide(journal, ONE, "dismiss", "series")
    accepted = decide(journal, ONE, "accept")

    def word(subject: Subject) -> str:
        found = review_of(journal.events()).decided(subject)
        return str(found.decision) if found else ""

    assert (word(ONE), word(SAME_WORDS)) == ("accept", "dismiss")
    undone = journal.add(Event(EventKind.UNDO, "Ana", {"event": accepted.uuid}))
    assert word(ONE) == "dismiss"
    journal.add(Event(EventKind.UNDO, "Ana", {"event": undone.uuid}))
    assert word(ONE) == "accept"
    decide(journal, ONE, "open")
    assert word(ONE) == ""


@pytest.mark.parametrize(
    ("decision", "scope", "reason"), [("perhaps", "one", "x"), ("accept", "all", "x"), ("dismiss", "one", " ")]
)
def test_what_is_no_decision_is_refused(decision: str, scope: str, reason: str) -> None:
    with pytest.raises(InputError):
        decision_event(ONE, decision, scope, reason, "Ana")


def test_decisions_hold_when_a_document_is_revised(folder: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    subject = next(s for s in review_session.subjects if s.code == "D202")
    review_session.decide({"fingerprint": subject.fingerprint, "decision": "dismiss", "reason": "no"}, 0)
    english = folder / "en.md"
    text = english.read_text(encoding="utf-8")
    english.write_text(text.replace("plan of action against terrorism", "plan of action to counter terrorism"))
    assert review_session.state()["changed"]
    review_session.recheck()
    state = review_session.state()
    assert not state["changed"] and state["findings"][subject.fingerprint]["decision"] == "dismiss"
