"""Which resolution each one continues, over the whole record: worked out once, kept beside the indexes, brought up to date."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.io import write_whole
from reports.library.index import INDEX
from reports.library.related import Record

_VERSION = 2
"""Changes with how predecessors are found: what an earlier program worked out is then worked out anew."""


@dataclass(frozen=True)
class AllSeries:
    """The predecessor of each resolution that has one."""

    predecessors: Mapping[str, str]

    @cached_property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """The resolutions that continue each one."""
        found: dict[str, list[str]] = {}
        for symbol, before in self.predecessors.items():
            found.setdefault(before, []).append(symbol)
        return {symbol: tuple(sorted(after)) for symbol, after in found.items()}

    def chain(self, symbol: str) -> list[str]:
        """What a resolution goes back to, the first text of its series first, itself last."""
        chain = [symbol]
        while (before := self.predecessors.get(chain[0])) is not None and before not in chain:
            chain.insert(0, before)
        return chain


def all_series(record: Record, on_progress: Callable[[str], object] = lambda name: None) -> AllSeries:
    """The predecessors of all resolutions of a record; only those are looked for that additions can have changed."""
    path = record.library.folder / INDEX / f"series-{record.language}.json"
    documents = dict(record.documents.select("symbol", "document").iter_rows())
    known, kept = _read(path)
    fresh = {symbol for symbol, number in documents.items() if known.get(symbol) != number}
    gone = {symbol for symbol in known if symbol not in documents}
    changed = fresh | gone
    again = {s for s in documents if s in fresh or changed & set(record.cites.get(s, ())) or kept.get(s, "") in gone}
    found = {s: before for s, before in kept.items() if s in documents and s not in again}
    for symbol in sorted(again):
        on_progress(symbol)
        before = record.predecessor(record.facts(symbol))
        if before is not None:
            found[symbol] = before.symbol
    if again or gone:
        _write(path, documents, found)
    return AllSeries(found)


def _read(path: Path) -> tuple[dict[str, int], dict[str, str]]:
    """The documents of which the predecessors were worked out, by number, and the predecessors; nothing where that is of no use."""
    try:
        state: Any = json.loads(path.read_text(encoding="utf-8"))
        if state["version"] != _VERSION:
            return {}, {}
        return dict(state["documents"]), dict(state["predecessors"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}, {}


def _write(path: Path, documents: Mapping[str, int], predecessors: Mapping[str, str]) -> None:
    state = {"version": _VERSION, "documents": documents, "predecessors": predecessors}
    try:
        write_whole(path, json.dumps(state, ensure_ascii=False, indent=0))
    except InputError:
        return  # A library that cannot be written to is worked out each time.
