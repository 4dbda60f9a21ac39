"""What the languages share: verb concepts with kind and force, and the ids of organs, names and qualifiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpora.languages.fields import DataPlace, key, one_of, optional, section, table, text, whole, words
from corpora.system.tables import read_toml

ACTS = frozenset({"decide", "direct", "urge"})
"""Kinds of verb by which an organ acts; the others recognise, welcome, criticise or recall."""
_FILE = Path(__file__).with_name("concepts.toml")


@dataclass(frozen=True, slots=True)
class Concept:
    """A verb concept shared by the languages: kind and force, force ordered only within its kind."""

    id: str
    kind: str
    force: int
    source: str


@dataclass(frozen=True, slots=True)
class SharedIds:
    """The ids that every language's data uses for the same organ, name, qualifier or class of binding words."""

    organs: tuple[str, ...] = key(words)
    names: tuple[str, ...] = key(words)
    qualifiers: tuple[str, ...] = key(words)
    binding: tuple[str, ...] = key(words)


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str = key(text)
    force: int = key(whole)
    source: str = key(one_of("ours", "gruenberg"))


@dataclass(frozen=True, slots=True)
class _OrganEntry:
    kind: str | None = optional(text, None)
    force: int | None = optional(whole, None)
    source: str | None = optional(text, None)


@dataclass(frozen=True, slots=True)
class _KindName:
    fr: str = key(text)
    en: str = key(text)


@dataclass(frozen=True, slots=True)
class _Shared:
    kinds: Mapping[str, _KindName] = key(table(section(_KindName)))
    concepts: Mapping[str, _Entry] = key(table(section(_Entry)))
    organs: Mapping[str, Mapping[str, _OrganEntry]] = key(table(table(section(_OrganEntry))))
    ids: SharedIds = key(section(SharedIds))


@cache
def _shared() -> _Shared:
    data = read_toml(_FILE.read_text(encoding="utf-8"))
    shared = section(_Shared)(data, DataPlace(_FILE.name))
    for concept, entry in shared.concepts.items():
        if entry.kind not in shared.kinds:
            raise DataPlace(_FILE.name, "concepts", concept).fault(f"unknown kind {entry.kind}")
    for organ, entries in shared.organs.items():
        for concept in entries:
            if concept not in shared.concepts:
                raise DataPlace(_FILE.name, "organs", organ).fault(f"unknown concept {concept}")
    return shared


@cache
def concepts() -> Mapping[str, Concept]:
    """The verb concepts by id."""
    return {name: Concept(name, entry.kind, entry.force, entry.source) for name, entry in _shared().concepts.items()}


@cache
def concept_of(concept: str, organ: str | None = None) -> Concept:
    """A verb concept, with the kind and force that it has for an organ where the data says so.

    Raises KeyError for a concept that is not known.
    """
    base = concepts()[concept]
    entry = _shared().organs.get(organ or "", {}).get(concept)
    if entry is None:
        return base
    return replace(
        base,
        kind=base.kind if entry.kind is None else entry.kind,
        force=base.force if entry.force is None else entry.force,
    )


def shared_ids() -> SharedIds:
    """The ids that language data may use."""
    return _shared().ids


@cache
def kind_names() -> Mapping[str, Mapping[str, str]]:
    """What each kind of verb is called in French and English."""
    return {kind: {"fr": name.fr, "en": name.en} for kind, name in _shared().kinds.items()}
