"""What a journal comes to: for each finding the decision that holds, its comments, whether revisers disagree.

Decisions are tied to findings by fingerprint or by a scope ("all like this", "this phrase", "this series"), never by place:
they hold on when a document is revised.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from corpora.errors import InputError
from corpora.text.folding import one_line
from reports.decisions.journal import Event, EventKind
from reports.decisions.payloads import Decision as Decision
from reports.decisions.payloads import DecisionScope, Payload
from reports.findings.baseline import Accepted
from reports.findings.model import Finding


@dataclass(frozen=True, slots=True)
class Subject:
    """A finding as decisions see it.

    ``phrase`` is a digest of the words that it quotes, ``section`` the part of the report that it stands in.
    """

    fingerprint: str
    code: str
    languages: tuple[str, ...]
    phrase: str
    section: str


def subject_of(finding: Finding, section: str) -> Subject:
    """What decisions look at in a finding."""
    places = [p for p in (finding.source, finding.target) if p]
    words = one_line(places[0].quote) if places else ""
    phrase = hashlib.sha256(words.encode()).hexdigest()[:16]
    return Subject(finding.fingerprint, finding.code, tuple(p.language for p in places), phrase, section)


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision that holds for a finding, and whose it is."""

    decision: Decision
    reason: str
    reviser: str
    time: str
    scope: DecisionScope
    event: str

    @property
    def accepted(self) -> Accepted:
        """As a baseline holds it."""
        return Accepted("", self.reason, self.reviser, self.time[:10])


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reviser said of a finding."""

    text: str
    reviser: str
    time: str


@dataclass(frozen=True)
class Review:
    """The events that hold, oldest first; those undone are left out."""

    events: tuple[Event, ...] = ()
    disputes: frozenset[str] = field(default=frozenset())

    def decided(self, subject: Subject) -> Decided | None:
        """The latest decision that reaches a finding; None where there is none or it was taken back."""
        for event in reversed(self.events):
            if event.kind is EventKind.DECIDE and reaches(event.payload, subject):
                decision = Decision(event.payload["decision"])
                if decision is Decision.OPEN:
                    return None
                return Decided(
                    decision,
                    str(event.payload.get("reason", "")),
                    event.reviser,
                    event.time,
                    DecisionScope(event.payload.get("scope", "one")),
                    event.uuid,
                )
        return None

    def comments(self, fingerprint: str) -> list[Comment]:
        """What was said of a finding, oldest first."""
        return [
            Comment(str(e.payload.get("text", "")), e.reviser, e.time)
            for e in self.events
            if e.kind is EventKind.COMMENT and e.payload.get("fingerprint") == fingerprint
        ]

    def dismissed(self, subject: Subject) -> Accepted | None:
        """Why a finding is no longer shown by the reports; None where it is."""
        found = self.decided(subject)
        return found.accepted if found and found.decision.wants_reason else None


def review_of(events: Iterable[Event]) -> Review:
    """The state that events make, in the order of their sequence: a clock that goes wrong makes no decision void.

    Events of the same place in the sequence were written in copies that did not know of each other; there time decides, so
    that copies of a journal agree.
    """
    ordered = sorted(events, key=lambda e: (e.sequence, e.time, e.uuid))
    undone: set[str] = set()
    # An undone undo counts no more: the latest word on an event is looked at first.
    for event in reversed(ordered):
        if event.kind is EventKind.UNDO and event.uuid not in undone:
            undone.add(str(event.payload["event"]))
    held = tuple(e for e in ordered if e.uuid not in undone and e.kind is not EventKind.UNDO)
    return Review(held, _open_disputes(held))


def _open_disputes(events: Sequence[Event]) -> frozenset[str]:
    """Findings that revisers disagree about and that nobody has decided since both decisions met."""
    open_ones: set[str] = set()
    for event in events:
        fingerprint = str(event.payload.get("fingerprint", ""))
        if event.kind is EventKind.DISPUTE:
            open_ones.add(fingerprint)
        elif event.kind is EventKind.DECIDE:
            open_ones.discard(fingerprint)
    return frozenset(open_ones)


def reaches(payload: Payload, subject: Subject) -> bool:
    """Whether a decision holds for a finding."""
    scope = DecisionScope(payload.get("scope", "one"))
    if payload.get("fingerprint") == subject.fingerprint:
        return True
    if scope is DecisionScope.ONE or payload.get("code") != subject.code:
        return False
    if scope is DecisionScope.LIKE:
        return tuple(payload.get("languages", ())) == subject.languages and payload.get("section") == subject.section
    if payload.get("phrase") != subject.phrase:
        return False
    return scope is DecisionScope.SERIES or payload.get("section") == subject.section


def decision_event(subject: Subject, decision: str, scope: str, reason: str, reviser: str) -> Event:
    """The event of a decision. Raises InputError for unknown words, or a dismissal without a reason."""
    if decision not in set(Decision):
        raise InputError("decision", f"{decision!r} is none", hint="use accept, dismiss, tolerate or open")
    if scope not in set(DecisionScope):
        raise InputError("scope", f"{scope!r} is none", hint="use one, like, phrase or series")
    if Decision(decision).wants_reason and not reason.strip():
        raise InputError("dismiss", "no reason is given", hint="say why")
    payload: Payload = {
        "fingerprint": subject.fingerprint,
        "code": subject.code,
        "languages": list(subject.languages),
        "phrase": subject.phrase,
        "section": subject.section,
        "decision": decision,
        "scope": scope,
        "reason": reason.strip(),
    }
    return Event(EventKind.DECIDE, reviser, payload)


def undoable(review: Review, reviser: str) -> Event | None:
    """The latest event of a reviser that holds and can be undone."""
    mine = [
        e
        for e in review.events
        if e.reviser == reviser and e.kind in (EventKind.DECIDE, EventKind.COMMENT, EventKind.PIN)
    ]
    return max(mine, key=lambda e: e.id, default=None)


def clashes_with(subjects: Sequence[Subject]) -> Callable[[Event], bool]:
    """A test for events that touch one of these findings."""

    def clashes(event: Event) -> bool:
        if event.kind is EventKind.DECIDE:
            return any(reaches(event.payload, s) for s in subjects)
        return event.kind is EventKind.UNDO

    return clashes
