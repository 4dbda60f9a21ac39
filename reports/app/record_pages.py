"""The pages of the library as a whole: what it holds, what is added, where it has some words, its mandates."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlencode

import polars as pl
from starlette.datastructures import QueryParams

from corpora.errors import InputError
from corpora.languages import language
from corpora.mandates.deliverables import SORTS
from reports.app.chosen import require_covered, usual_first
from reports.app.desk import Desk
from reports.app.jobs import Made, PagePlan, key_of_job
from reports.app.open_folders import OpenFolders
from reports.app.shelf import Shelf, no_library
from reports.exporters.concordance_json import concordance_json
from reports.exporters.html.application import application_page, said
from reports.exporters.html.concordance_rows import hit_views, rendering_columns, spread
from reports.exporters.html.frame import Frame, address
from reports.exporters.html.resolution_views import said_address
from reports.exporters.mandate_record import duplicate_table, mandates_bytes
from reports.exporters.memory import memory_of
from reports.exporters.tables import table_bytes
from reports.exporters.workbook import table_workbook
from reports.library.adding import Added, add
from reports.library.addresses import AddressBook
from reports.library.concordance import COUNTED, LOOKED_AT_ONCE, Concordance, Query, find
from reports.library.inputs import inputs_of
from reports.library.listing import listed
from reports.library.mandates import Duplicate, MandateQuery, duplicates, mandates_in
from reports.library.phrases import MATCHES, Match
from reports.library.place import signature_of
from reports.library.store import Library, writing
from reports.messages.catalogue import in_every_language
from reports.messages.wording import shortened
from reports.pipeline.program import program_digest
from reports.pipeline.progress import ProgressCallback

_AT_FIRST = 25
"""Places that the page of a concordance shows, and by how many more at a time. Chosen."""
_MOST = 1000
"""Places that it shows at most; a file holds all."""
_ROWS = 200
"""Rows of a table that are shown, and by how many more at a time. Chosen: two screens are read, ten are not."""
_ADDED_AT_ONCE = 6
"""Files that are added together: the versions of one resolution; what stopping can undo."""
_REFUSED = 12
"""Refusals that are listed; the others are counted."""
_ALL = 1_000_000
"""Places that are written to a file: every one of them."""
_LONGEST = 400
"""Characters of a field of a question."""
_YEARS = range(1946, 2101)
"""Years that may be asked for: from the first resolutions on."""
_OPENING = 200
"""Characters of a long mandate that are shown before it is opened."""


@dataclass(frozen=True)
class LibraryFilters:
    """The fields of a question about the library; what is not said is None, ``more`` counts how often more was asked for."""

    q: str = ""
    organ: str | None = None
    since: int | None = None
    until: int | None = None
    more: int = 0
    addressee: str | None = None
    sort: str | None = None
    words: str | None = None
    active: bool = False
    duplicates: bool = False
    language: str = ""

    @classmethod
    def of(cls, query: QueryParams) -> Self:
        """The question that an address asks. Raises InputError for a field that says nothing that is known."""
        read: dict[str, Any] = {}
        for field in fields(cls):
            value = query.get(field.name, "").strip()
            if not value:
                continue
            if len(value) > _LONGEST:
                raise InputError(field.name, f"is longer than {_LONGEST} characters", hint="say it shorter")
            read[field.name] = _number(field.name, value) if field.name in _NUMBERS else value
        read |= {name: name in read for name in _TICKS}
        if "sort" in read and read["sort"] not in SORTS:
            raise InputError("sort", f"{read['sort']!r} is none", hint=f"use {', '.join(SORTS)}")
        require_covered(read.get("language", ""))
        return cls(**read)


_NUMBERS = ("since", "until", "more")
_TICKS = ("active", "duplicates")
"""Fields that are ticked or not; what they say is not looked at."""


def _number(name: str, value: str) -> int:
    number = int(value) if value.isdecimal() and len(value) <= len("2100") else -1
    if number not in (_YEARS if name != "more" else range(_MOST)):
        raise InputError(
            name, f"{value[:20]!r} is no year" if name != "more" else "is no number", hint="write one such as 2019"
        )
    return number


@dataclass(frozen=True)
class RecordPages:
    """Makes the pages of the library, as plans of what is to be done."""

    open_folders: OpenFolders
    shelf: Shelf

    def _page(self, template: str, frame: Frame, **values: object) -> str:
        return application_page(template, frame, self.open_folders.ui, **values)

    # -- what it holds ---------------------------------------------------------------------------------------------------

    def listing(self, filters: LibraryFilters, added: dict[str, object] | None = None) -> str:
        """The page of the library: its resolutions that a question asks for, the latest first."""
        library = self.shelf.library()
        values: dict[str, object] = {"added": added, "asked": filters, "folder": str(self.shelf.folder), "held": 0}
        if library is not None and not library.documents.is_empty():
            values |= _rows(library, filters)
        return self._page("library.html.j2", Frame(here="library"), **values)

    def adding(self, desk: Desk) -> PagePlan:
        """Add the files of a desk to the library, which is made where there is none; those that were added leave the desk."""

        def work(on_progress: ProgressCallback) -> Made:
            files, total = desk.files(), Added()
            with writing(self.shelf.folder, signature_of(program_digest())) as writer:
                for place in range(0, len(files), _ADDED_AT_ONCE):
                    some = files[place : place + _ADDED_AT_ONCE]
                    on_progress(", ".join(path.name for path in some))
                    _sum(total, add(writer, inputs_of(some), workers=1))
                    for path in some:
                        path.unlink(missing_ok=True)
            return Made(self.listing(LibraryFilters(), _told(total)))

        steps = -(-len(desk.files()) // _ADDED_AT_ONCE)
        return PagePlan(
            key_of_job("add", str(self.shelf.folder), desk.folder.name), str(self.shelf.folder), work, steps
        )

    # -- where it has some words -----------------------------------------------------------------------------------------

    def finding_nothing_yet(self) -> str:
        """The page of the concordance before anything is asked."""
        library = self.shelf.library()
        return self._page("find.html.j2", Frame(here="find"), **_of_find(library, Query(""), None, ()))

    def finding(self, query: QueryParams, question: str) -> PagePlan:
        """Where the library has some words, and what renders them; ``question`` is the query of the address.

        Raises InputError where the question says nothing that is known, or there is no library.
        """
        filters, library = LibraryFilters.of(query), self._required()
        wanted = _query(query, filters)
        shown = min(_AT_FIRST * (filters.more + 1), _MOST)

        def work(on_progress: ProgressCallback) -> Made:
            on_progress(wanted.phrase)
            found = find(library, wanted, limit=shown, on_progress=on_progress)
            files: dict[str, Callable[[str], bytes]] = {}
            if found.total:
                files["places.tmx"] = lambda _: memory_of(find(library, wanted, limit=_ALL).hits).encode()
                files["places.json"] = lambda _: _as_json(find(library, wanted, limit=_ALL))
            frame = Frame(here="find", files=tuple(files), query=question)
            more = _more("find", query, filters) if found.total > shown and shown < _MOST else ""
            values = _of_find(library, wanted, found, _wider(query, wanted))
            return Made(self._page("find.html.j2", frame, **values | {"more": more}), files)

        key = key_of_job("find", str(library.folder), library.manifest.generation, wanted, shown, question)
        steps = 1 + -(-max(shown, COUNTED) // LOOKED_AT_ONCE)
        return PagePlan(key, wanted.phrase, work, steps)

    # -- its mandates ----------------------------------------------------------------------------------------------------

    def mandates(self, query: QueryParams, question: str) -> PagePlan:
        """The mandates of the library that a question asks for. Raises InputError where it says nothing that is known."""
        filters, library = LibraryFilters.of(query), self._required()
        codes = sorted(set(library.documents["language"]), key=usual_first)
        code = filters.language if filters.language in codes else codes[0]

        def work(on_progress: ProgressCallback) -> Made:
            on_progress(code)
            if filters.duplicates:
                return self._duplicates(library, filters, codes, code, on_progress)
            found = mandates_in(self.shelf.record(library, code), _mandate_query(filters), on_progress)
            files = {name: _written(found, name) for name in ("mandates.xlsx", "mandates.csv", "mandates.ics")}
            shown = _ROWS * (filters.more + 1)
            frame = Frame(
                here="mandates", files=tuple(files) if found.height else (), query=question or "language=" + code
            )
            rows = _mandate_rows(found.head(shown), library, code)
            values = _of_mandates(library, filters, codes, code)
            values |= {"rows": rows, "total": found.height}
            values["more"] = _more("mandates", query, filters) if found.height > shown else ""
            return Made(self._page("mandates.html.j2", frame, **values), files)

        key = key_of_job("mandates", str(library.folder), library.manifest.generation, filters, code)
        return PagePlan(key, code, work)

    def _duplicates(
        self, library: Library, filters: LibraryFilters, codes: list[str], code: str, on_progress: ProgressCallback
    ) -> Made:
        """Active requests for reports, two by two, that may be one made twice; of the mandates that the other filters leave."""
        record = self.shelf.record(library, code)
        query = replace(_mandate_query(filters), active=True, ask=filters.sort or _DUPLICATED)
        pairs = duplicates(record, mandates_in(record, query, on_progress))
        table = duplicate_table(pairs)
        files: dict[str, Callable[[str], bytes]] = {
            name: _saved_table(table, name) for name in ("duplicates.xlsx", "duplicates.csv")
        }
        asked = replace(filters, active=True, sort=filters.sort or _DUPLICATED)
        values = _of_mandates(library, asked, codes, code) | {"pairs": _pair_rows(pairs, library, code)}
        said_fields = {f.name: getattr(filters, f.name) for f in fields(filters) if f.name not in _TICKS}
        question = address("", **said_fields, duplicates=1).lstrip("?")
        frame = Frame(here="mandates", files=tuple(files) if pairs else (), query=question)
        return Made(self._page("mandates.html.j2", frame, **values), files)

    def mandates_of_nothing(self) -> str:
        """The page of the mandates where there is no library."""
        return self._page("mandates.html.j2", Frame(here="mandates"), held=0)

    def _required(self) -> Library:
        library = self.shelf.required()
        if library.documents.is_empty():
            raise no_library()
        return library


def _rows(library: Library, filters: LibraryFilters) -> dict[str, object]:
    """The rows of the list, the latest first."""
    every = listed(library, organ=filters.organ, since=filters.since, until=filters.until).reverse()
    words = [word for word in filters.q.casefold().split() if word]
    if words:
        texts = (pl.col("symbol") + " " + pl.col("title")).str.to_lowercase()
        every = every.filter(pl.all_horizontal(texts.str.contains(word, literal=True) for word in words))
    shown = _ROWS * (filters.more + 1)
    rows = [_row_of_list(row) for row in every.head(shown).iter_rows(named=True)]
    asked_for = address(
        "library", q=filters.q, organ=filters.organ, since=filters.since, until=filters.until, more=filters.more + 1
    )
    return {
        "held": library.documents["symbol"].n_unique(),
        "organs": _organs(library),
        "rows": rows,
        "total": every.height,
        "more": asked_for if every.height > shown else "",
    }


def _row_of_list(row: Mapping[str, object]) -> dict[str, object]:
    """A row of the list with the language of its title, and its languages in the order in which they are shown."""
    codes = str(row["languages"]).split()
    title = next((code for code in ("en", "fr") if code in codes), codes[0])
    return {**row, "title_language": title, "languages": " ".join(sorted(codes, key=usual_first))}


def _organs(library: Library) -> list[str]:
    return sorted(library.documents["organ"].drop_nulls().unique())


def _sum(total: Added, one: Added) -> None:
    total.new += one.new
    total.replaced += one.replaced
    total.kept += one.kept
    total.texts += one.texts
    total.fresh += one.fresh
    total.refused += one.refused


def _told(total: Added) -> dict[str, object]:
    counts = {"new": total.new, "replaced": total.replaced, "kept": total.kept, "refused": len(total.refused)}
    return {"counts": counts, "refused": [said(error) for error in total.refused[:_REFUSED]]}


def _query(query: QueryParams, filters: LibraryFilters) -> Query:
    """What is looked for, of the fields of an address. Raises InputError for a field that says nothing that is known."""
    match, code = query.get("match", "") or str(Match.INFLECTED), query.get("in", "")
    if match not in {str(way) for way in MATCHES}:
        raise InputError("match", f"{match[:20]!r}", hint=f"use {', '.join(MATCHES)}")
    for given in (code, *query.getlist("show")):
        require_covered(given)
    return Query(
        phrase=filters.q,
        language=code,
        how=Match(match),
        show=tuple(c for c in dict.fromkeys(query.getlist("show")) if c != code),
        organ=filters.organ,
        since=filters.since,
        until=filters.until,
    )


def _of_find(
    library: Library | None, query: Query, found: Concordance | None, wider: tuple[tuple[str, str], ...]
) -> dict[str, object]:
    return {
        "query": query,
        "found": found,
        "held": library.documents["symbol"].n_unique() if library else 0,
        "codes": sorted(set(library.documents["language"]), key=usual_first) if library else [],
        "showing": query.show or tuple(found.renderings if found else ()),
        "matches": [str(way) for way in MATCHES],
        "organs": _organs(library) if library else [],
        "hits": hit_views(found, library) if found and library else [],
        "renderings": rendering_columns(found) if found else [],
        "spread": spread(found) if found else [],
        "wider": wider,
        "more": "",
    }


def _wider(query: QueryParams, wanted: Query) -> tuple[tuple[str, str], ...]:
    """Looser ways to look for the same words, and without the limits of organ and years: each with its address."""
    said_ = [(name, value) for name, value in query.multi_items() if name not in ("match", "more")]
    ways = MATCHES[MATCHES.index(wanted.how) + 1 :]
    found = [(str(way), _asking("find", [*said_, ("match", str(way))])) for way in ways]
    if wanted.organ or wanted.since or wanted.until:
        everywhere = [
            (name, value) for name, value in query.multi_items() if name not in ("organ", "since", "until", "more")
        ]
        found.append(("everywhere", _asking("find", everywhere)))
    return tuple(found)


def _asking(page: str, items: list[tuple[str, str]]) -> str:
    return f"{page}?{urlencode(items)}"


def _more(page: str, query: QueryParams, filters: LibraryFilters) -> str:
    """The same question, for more."""
    items = [(name, value) for name, value in query.multi_items() if name != "more"]
    return _asking(page, [*items, ("more", str(filters.more + 1))])


def _as_json(found: Concordance) -> bytes:
    return (json.dumps(concordance_json(found), ensure_ascii=False, indent=1) + "\n").encode()


def _written(table: pl.DataFrame, name: str) -> Callable[[str], bytes]:
    return lambda ui: mandates_bytes(table, Path(name), ui)


def _mandate_query(filters: LibraryFilters) -> MandateQuery:
    return MandateQuery(
        addressee=filters.addressee,
        ask=filters.sort,
        words=filters.words,
        organ=filters.organ,
        since=filters.since,
        until=filters.until,
        active=filters.active,
    )


def _mandate_rows(table: pl.DataFrame, library: Library, code: str) -> list[dict[str, object]]:
    """The rows of a table of mandates, with where people find each, and the opening of a long one."""
    book = AddressBook(library, set(table["symbol"]), code)
    return [
        row
        | {
            "address": said_address(book.find(row["symbol"], row["mandate"])),
            "opening": shortened(row["text"], _OPENING),
        }
        for row in table.iter_rows(named=True)
    ]


_DUPLICATED = "report"
"""What is asked for twice: requests for reports are compared."""


def _pair_rows(pairs: Sequence[Duplicate], library: Library, code: str) -> list[dict[str, object]]:
    """Pairs of requests, each side with where people find it."""
    book = AddressBook(library, {str(side["symbol"]) for pair in pairs for side in (pair.first, pair.second)}, code)
    return [
        {
            "likeness": in_every_language("record.pair", {"matter": pair.alike, "words": pair.words}),
            "sides": [
                side | {"address": said_address(book.find(str(side["symbol"]), str(side["paragraph"])))}
                for side in (pair.first, pair.second)
            ],
        }
        for pair in pairs
    ]


def _saved_table(table: pl.DataFrame, name: str) -> Callable[[str], bytes]:
    """What makes a file of a table: a workbook, or CSV."""
    if name.endswith(".xlsx"):
        return lambda _: table_workbook(table, Path(name).stem)
    return lambda _: table_bytes(table, Path(name))


def _of_mandates(library: Library, filters: LibraryFilters, codes: list[str], code: str) -> dict[str, object]:
    return {
        "held": library.documents["symbol"].n_unique(),
        "asked": filters,
        "codes": codes,
        "language": code,
        "direction": language(code).direction,
        "sorts": SORTS,
        "organs": _organs(library),
    }
