"""What an event must hold to mean anything: looked at before it is written, when it is merged, and when it is read again.

A journal is never rewritten, so that an event without its word would stand in it for good.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypedDict


class Decision(StrEnum):
    """What a reviser says of a finding; OPEN takes a decision back.

    The words are those of the journals, which are never rewritten: ACCEPT is "to be corrected", the finding being right; DISMISS
    "not an error"; TOLERATE an "accepted difference": the finding is right, and the texts stay as they are.
    """

    ACCEPT = "accept"
    DISMISS = "dismiss"
    TOLERATE = "tolerate"
    OPEN = "open"

    @property
    def wants_reason(self) -> bool:
        """Whether it hides a finding from reports, which nobody does without saying why."""
        return self in (Decision.DISMISS, Decision.TOLERATE)


class DecisionScope(StrEnum):
    """How far a decision reaches.

    ONE is this finding; LIKE every finding of the code between the same languages in the same part of the report; PHRASE
    the same words flagged with the same code in the same part; SERIES those words anywhere in the report: in the versions
    and in every related resolution of the series.
    """

    ONE = "one"
    LIKE = "like"
    PHRASE = "phrase"
    SERIES = "series"


class KeptParagraph(TypedDict):
    """A paragraph of a pinned bead: its id, and its first words, by which it is found where ids have changed."""

    id: str
    words: str


class KeptBead(TypedDict, total=False):
    """The paragraphs of a pinned bead on either side; a side without any may be left out."""

    source: Sequence[KeptParagraph]
    target: Sequence[KeptParagraph]


class Payload(TypedDict, total=False):
    """What events hold, each kind its own part of it: `problem_in` says which."""

    fingerprint: str
    decision: str
    reason: str
    scope: str
    code: str
    phrase: str
    section: str
    languages: Sequence[str]
    text: str
    event: str
    pair: str
    beads: Sequence[KeptBead]


def problem_in(kind: str, payload: object) -> str:
    """Why a payload says nothing that an event of its kind can mean; empty where it does.

    Fields that are not known are left alone: a later version may add some.
    """
    if not isinstance(payload, Mapping):
        return "the payload is no object"
    known = _KINDS.get(kind)
    if known is None:
        return f"{kind!r} is no kind of event"
    return known(payload) or half_character_in(payload)


def half_character_in(value: object) -> str:
    """Why data cannot be written as UTF-8; empty where it can. JSON can spell half of a surrogate pair."""
    try:
        json.dumps(value, ensure_ascii=False, default=dict).encode()
    except UnicodeEncodeError:
        return "it holds half a character"
    except (ValueError, RecursionError):
        return "it cannot be written as JSON"
    return ""


def _text(payload: Mapping[str, object], *names: str) -> str:
    """Why one of these fields is no text with something in it."""
    for name in names:
        value = payload.get(name)
        if not isinstance(value, str) or not value.strip():
            return f"{name} is not given" if name not in payload else f"{name} is no text"
    return ""


def _decide(payload: Mapping[str, object]) -> str:
    for name in ("reason", "code", "phrase", "section"):
        if not isinstance(payload.get(name, ""), str):
            return f"{name} is no text"
    languages = payload.get("languages", [])
    if not isinstance(languages, list | tuple) or not all(isinstance(code, str) for code in languages):
        return "languages is no list of codes"
    if payload.get("decision") not in list(Decision):
        return f"{payload.get('decision')!r} is no decision"
    if payload.get("scope", "one") not in list(DecisionScope):
        return f"{payload.get('scope')!r} is no scope"
    if Decision(str(payload["decision"])).wants_reason and not str(payload.get("reason", "")).strip():
        return "a dismissal gives no reason"
    return _text(payload, "fingerprint")


def _pin(payload: Mapping[str, object]) -> str:
    beads = payload.get("beads")
    if not isinstance(beads, list) or not beads:
        return "a pin holds no beads"
    for bead in beads:
        if not isinstance(bead, Mapping):
            return "a bead is no object"
        sides = [bead.get("source", []), bead.get("target", [])]
        if not all(isinstance(side, list) for side in sides) or not any(sides):
            return "a bead holds no paragraphs"
        for kept in (kept for side in sides for kept in side):
            if not isinstance(kept, Mapping) or not all(isinstance(kept.get(k), str) for k in ("id", "words")):
                return "a paragraph of a bead is not given by id and words"
    return _text(payload, "pair")


_KINDS: dict[str, Callable[[Mapping[str, object]], str]] = {
    "decide": _decide,
    "comment": lambda payload: _text(payload, "fingerprint", "text"),
    "pin": _pin,
    "undo": lambda payload: _text(payload, "event"),
    "dispute": lambda payload: _text(payload, "fingerprint"),
}
