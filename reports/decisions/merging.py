"""Two revisers' decisions in one journal; decisions read back from a workbook or from a report's own file."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.errors import InputError
from reports.decisions.decisions import Decision, Review, Subject, decision_event, review_of
from reports.decisions.journal import EXPORT_VERSION, FORMAT, Event, EventKind, Journal, event_of
from reports.decisions.payloads import DecisionScope
from reports.decisions.sheets import SUFFIXES, sheets_of
from reports.messages.lines import REFERENCE
from reports.messages.sheet_heads import decision_in, decision_words, is_head


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: events that were new, findings that both decided otherwise, fingerprints that nobody knows.

    ``unread`` holds a line for each row of a workbook whose decision is no word that is known: it was left out, the rest was taken.
    """

    new: int
    disputed: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    unread: tuple[InputError, ...] = ()


def merge_file(journal: Journal, path: Path, subjects: Sequence[Subject], reviser: str) -> Merged:
    """Take in another reviser's decisions: a journal (.sqlite), an export (.json) or a workbook (.xlsx, .ods).

    Raises InputError where the file is none of them, or says something that is no decision.
    """
    suffix = path.suffix.lower()
    if not path.is_file():
        raise InputError(str(path), "no such file", hint="check the path")
    if suffix == ".sqlite":
        return merge(journal, Journal(path, reading=True).events(), subjects)
    if suffix == ".json":
        return merge(journal, read_events(path), subjects)
    if suffix in SUFFIXES:
        return merge_workbook(journal, path, subjects, reviser)
    raise InputError(str(path), f"no format {suffix!r} for decisions", hint="give .sqlite, .json, .xlsx or .ods")


def merge(journal: Journal, theirs: Iterable[Event], subjects: Sequence[Subject]) -> Merged:
    """Add the events of another copy. Where both sides decided a finding otherwise, without knowing of each other, it is disputed.

    The later decision holds meanwhile; a decision made after the merge ends the dispute.
    """
    ours = journal.events()
    theirs = in_sequence(list(theirs), ours)
    known = {e.uuid for e in ours}, {e.uuid for e in theirs}
    fresh = [e for e in theirs if e.uuid not in known[0]]
    own = [e for e in ours if e.uuid not in known[1]]
    before = review_of(ours), review_of(theirs)
    disputes = [
        s.fingerprint
        for s in subjects
        if _touched(own, s) and _touched(fresh, s) and _word(before[0], s) != _word(before[1], s)
    ]
    # The marks bring no place of their own, so that they stand after both sides' decisions.
    marks = [Event(EventKind.DISPUTE, "", {"fingerprint": f}) for f in disputes]
    new = journal.add_all([*fresh, *marks])
    return Merged(new - len(marks), tuple(disputes))


def in_sequence(theirs: Sequence[Event], ours: Sequence[Event]) -> list[Event]:
    """Events of another copy, each with a place in the sequence.

    Those of a report by itself, or of an export of version 1, have none: they are placed among ours by their time, in the
    order in which they came. Places higher than there are events are those of a copy that has lost some: they are closed up.
    """
    if theirs and all(e.sequence for e in theirs):
        if max(e.sequence for e in theirs) <= len(ours) + len(theirs):
            return list(theirs)
        places = {n: i for i, n in enumerate(sorted({e.sequence for e in theirs}), 1)}
        return [replace(e, sequence=places[e.sequence]) for e in theirs]
    known = sorted((e.time, e.sequence) for e in ours)
    times = [time for time, _ in known]
    highest = [0]
    for _, sequence in known:
        highest.append(max(highest[-1], sequence))
    out, last = [], 0
    for event in theirs:
        last = max(last, highest[bisect_right(times, event.time)]) + 1
        out.append(replace(event, sequence=last))
    return out


def _touched(events: Sequence[Event], subject: Subject) -> bool:
    return any(Review((e,)).decided(subject) for e in events if e.kind is EventKind.DECIDE)


def _word(review: Review, subject: Subject) -> str:
    found = review.decided(subject)
    return str(found.decision) if found else ""


def export_events(events: Sequence[Event], subjects: Sequence[Subject]) -> str:
    """Decisions as JSON: the events, which merge without loss, and for a reader what holds for each finding now."""
    review = review_of(events)
    decisions = []
    for subject in subjects:
        found = review.decided(subject)
        comments = review.comments(subject.fingerprint)
        if found or comments:
            decisions.append(
                {
                    "fingerprint": subject.fingerprint,
                    "code": subject.code,
                    "decision": str(found.decision) if found else "",
                    "reason": found.reason if found else "",
                    "reviser": found.reviser if found else "",
                    "time": found.time if found else "",
                    "scope": str(found.scope) if found else "",
                    "disputed": subject.fingerprint in review.disputes,
                    "comments": [{"text": c.text, "reviser": c.reviser, "time": c.time} for c in comments],
                }
            )
    data = {"format": FORMAT, "version": EXPORT_VERSION, "events": [e.data() for e in events], "decisions": decisions}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_events(path: Path) -> list[Event]:
    """The events in an export, all of them looked at before one is taken.

    Raises InputError where the file is none, where an event means nothing (with its number), or where a later version
    wrote it.
    """
    hint = "export it with hexapla review FOLDER --export decisions.json, or from the report"
    try:
        data: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(str(path), f"is no export of a review ({error})", hint=hint) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("events"), list):
        raise InputError(str(path), "is no export of a review", hint=hint)
    version = data.get("version", 1)
    if not isinstance(version, int) or version > EXPORT_VERSION:
        raise InputError(str(path), "was written by a later version of Hexapla", hint="update Hexapla")
    found: dict[str, Event] = {}
    for number, entry in enumerate(data["events"], 1):
        try:
            event = event_of(entry)
        except ValueError as error:
            raise InputError(
                str(path), f"is no export of a review ({error})", place=f"event {number}", hint=hint
            ) from error
        found.setdefault(event.uuid, event)
    return list(found.values())


def merge_workbook(journal: Journal, path: Path, subjects: Sequence[Subject], reviser: str) -> Merged:
    """Read decisions and comments back from a workbook: what differs from what holds becomes a new event.

    Rows are known by their fingerprint; an empty cell says nothing. A decision that stood there when the workbook was written is news
    where the journal holds none for the finding, and never held one: it is a colleague's, whose journal is not at hand. What was changed
    in the workbook and, otherwise, in the journal since the workbook was written is disputed, and so is what two sheets of the
    workbook say otherwise. A word that is no decision is left out
    with its row. Raises InputError where the file is no workbook, or nobody says who decided.
    """
    known = {s.fingerprint: s for s in subjects}
    events = journal.events()
    review = review_of(events)
    fresh: list[Event] = []
    disputed: list[str] = []
    unknown: list[str] = []
    unread: list[InputError] = []
    said: dict[str, str] = {}
    for row in _rows(path):
        if (subject := known.get(row.fingerprint)) is None:
            unknown.append(row.fingerprint)
            continue
        if row.problem is not None:
            unread.append(row.problem)
            continue
        now = _word(review, subject)
        news = row.decision not in ("", now)
        never = news and not now and not _touched(events, subject)
        if news and (row.decision != row.before or never):
            if said.get(row.fingerprint) == row.decision:
                continue  # a copy of the sheet says the same once more
            first = said.setdefault(row.fingerprint, row.decision)
            if (now != row.before and not never) or first != row.decision:
                disputed.append(row.fingerprint)
            fresh.append(_decided(row, subject, _who(row, reviser, path)))
        elif row.comment and row.comment not in _reasons_and_comments(review, subject):
            who = _who(row, reviser, path)
            fresh.append(Event(EventKind.COMMENT, who, {"fingerprint": row.fingerprint, "text": row.comment}))
    marks = [Event(EventKind.DISPUTE, "", {"fingerprint": f}) for f in disputed]
    new = journal.add_all([*fresh, *marks])
    return Merged(new - len(marks), tuple(disputed), tuple(unknown), tuple(unread))


def _decided(row: _Row, subject: Subject, who: str) -> Event:
    """The decision of a row; one that wants a reason and has none gets a dash."""
    reason = row.comment or ("–" if Decision(row.decision).wants_reason else "")
    return decision_event(subject, row.decision, DecisionScope.ONE, reason, who)


def _who(row: _Row, reviser: str, path: Path) -> str:
    """Who decided a row: who is named there, else who merges. Raises InputError where nobody is named."""
    if name := row.reviser or reviser:
        return name
    raise InputError(str(path), "does not say who decided", place=f"row {row.number}", hint="give --reviser NAME")


def _reasons_and_comments(review: Review, subject: Subject) -> set[str]:
    found = review.decided(subject)
    return {found.reason if found else "", *(c.text for c in review.comments(subject.fingerprint))}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet of findings; ``problem`` says what is wrong with its decision, where something is."""

    number: int
    fingerprint: str
    decision: str
    comment: str
    reviser: str
    before: str
    problem: InputError | None = None


_COLUMNS = ("fingerprint", "decision", "comment", "reviser", "before")
_HEADS_WITHIN = 20
"""Rows at the top of a sheet among which its heads are looked for: somebody may have put a title above them."""


def _rows(path: Path) -> list[_Row]:
    """The rows of all sheets that have the columns of findings: a colleague may have copied the sheet."""
    found, with_heads = [], False
    for sheet in sheets_of(path):
        for place, (_, heads) in enumerate(sheet.rows[:_HEADS_WITHIN]):
            columns = [next((i for i, head in enumerate(heads) if is_head(head, key)), None) for key in _COLUMNS]
            if columns[0] is not None and columns[1] is not None:
                with_heads = True
                for number, values in sheet.rows[place + 1 :]:
                    if _cell(values, columns[0]):
                        found.append(_row(path, sheet.title, number, [_cell(values, c) for c in columns]))
                break
    if not with_heads:
        raise InputError(
            str(path),
            "has no sheet of findings with their fingerprints and decisions",
            hint="give the workbook that Hexapla exported, with all its columns",
        )
    return found


def _cell(values: Sequence[str], column: int | None) -> str:
    return values[column] if column is not None and column < len(values) else ""


def _row(path: Path, sheet: str, number: int, cells: Sequence[str]) -> _Row:
    fingerprint, decision, comment, reviser, before = cells
    word, problem = decision_in(decision), None
    if word is None:
        place = f"sheet {sheet}, row {number}"
        hint = f"write one of: {', '.join(decision_words(REFERENCE).values())}"
        problem = InputError(str(path), f"{decision!r} is no decision", place=place, hint=hint)
    return _Row(number, fingerprint, word or "", comment, reviser, before=decision_in(before) or "", problem=problem)
