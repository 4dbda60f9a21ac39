"""The record as a table of mandates: who is asked to do what, by when, since when, in which text last, with or without a review.

One row a mandate of a resolution, in one language. A mandate is followed back through the series of its resolution by its words; it is
active where its text is the last of its series and its term is not over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import polars as pl
from rapidfuzz import fuzz, process

from corpora.annotation.anchors import anchors_of
from corpora.languages import available, language
from corpora.mandates.deliverables import SORTS
from corpora.model import Span
from corpora.text.folding import fold_plain, without_accents
from corpora.text.symbols import parse_symbol, years_of
from corpora.values import AnchorKind
from reports.library.listing import filtered
from reports.library.phrases import Match, WantedPhrase
from reports.library.related import Record
from reports.library.series import AllSeries, all_series
from reports.library.tables import as_compared
from reports.library.words import carries_meaning, words_of

_SAME = 72.0
"""Likeness of the words of two mandates, of 100 (rapidfuzz token_sort_ratio), from which the later one is the earlier one adapted."""


@dataclass(frozen=True, slots=True)
class MandateQuery:
    """Which mandates: of whom, what is asked (a sort of deliverable, or words), of which organ and years, whether active on ``on``.

    ``words`` are words of the text that are asked for besides.
    """

    addressee: str | None = None
    ask: str | None = None
    words: str | None = None
    organ: str | None = None
    since: int | None = None
    until: int | None = None
    active: bool = False
    on: date | None = None


def mandates_in(
    record: Record, query: MandateQuery, on_progress: Callable[[str], object] = lambda name: None
) -> pl.DataFrame:
    """The mandates of a record that a query asks for, the latest first.

    Columns: symbol, date, organ, title; mandate, paragraph, verb, kind, force; addressee, asks, action, report_to; due, dues, due_words,
    every_days, every_months; until, duration, review, resources; first_symbol, since, texts (in how many the mandate stands); active; text.
    """
    documents = filtered(record.documents, organ=query.organ, since=query.since, until=query.until)
    every = record.library.table("mandates").filter(pl.col("document").is_in(record.documents["document"].implode()))
    rows = every.collect().join(record.documents.select("document", "symbol", "date", "organ", "title"), on="document")
    wanted = rows.filter(pl.col("document").is_in(documents["document"].implode()))
    wanted = _asked(_addressed(record, wanted, query.addressee), query.ask, record.language)
    wanted = _asked(wanted, query.words, record.language)
    series = all_series(record, on_progress)
    wanted = _with_life(wanted, rows, series, query.on or date.today())
    if query.active:
        wanted = wanted.filter(pl.col("active"))
    return wanted.select(COLUMNS).sort(["date", "symbol", "place"], descending=[True, True, False], nulls_last=True)


COLUMNS = (
    "symbol", "date", "organ", "title", "mandate", "paragraph", "place", "verb", "kind", "force", "addressee", "addressee_key", "asks",
    "action", "report_to", "due", "dues", "due_words", "every_days", "every_months", "until", "duration", "review", "resources",
    "first_symbol", "since", "texts", "active", "text",
)  # fmt: skip


def _addressed(record: Record, rows: pl.DataFrame, addressee: str | None) -> pl.DataFrame:
    """The mandates of an addressee, whose name is given in any language.

    By the key that all languages share, where it names a body that has one ("Secretary-General", "秘书长"); by words of the name, in any
    form, in the language of the table; where it has them nowhere, in another language of which the record has the same mandate.
    """
    if addressee is None:
        return rows
    keys = _keys_of(addressee)
    found = rows.filter(_is_addressed(rows, addressee, record.language, keys))
    if keys or not found.is_empty():
        return found
    documents = record.library.documents.filter(pl.col("language") != record.language)
    columns = documents.select("document", "symbol", "language")
    wanted = ("document", "mandate", "kind", "addressee", "addressee_key")
    others = record.library.table("mandates").drop_nulls("addressee").select(wanted)
    there = others.collect().join(columns, on="document")
    told = [part.filter(_is_addressed(part, addressee, code, keys)) for (code,), part in there.group_by("language")]
    same = pl.concat([there.clear(), *told]).select("symbol", "mandate", "kind").unique()
    return rows.join(same, on=["symbol", "mandate", "kind"], how="semi", maintain_order="left")


def _is_addressed(rows: pl.DataFrame, addressee: str, code: object, keys: frozenset[str]) -> pl.Series:
    """Of each mandate, of texts in one language, whether it is addressed so."""
    wanted, phrase = _bare(addressee), WantedPhrase(addressee, language(str(code)))
    named = {
        name: wanted in _bare(name) or bool(phrase.matches(name, Match.INFLECTED))
        for name in rows["addressee"].drop_nulls().unique()
    }
    found = [
        named.get(name, False) or not keys.isdisjoint((key or "").split("+"))
        for name, key in rows.select("addressee", "addressee_key").iter_rows()
    ]
    return pl.Series(found, dtype=pl.Boolean)


def _keys_of(addressee: str) -> frozenset[str]:
    """The bodies that a name means as a whole, in whatever language: their keys, which all languages share; "secretary general" is one."""
    found = {_bare(addressee).replace("-", " ").replace(" ", "_")}
    for code in available():
        own = language(code)
        names = [a for a in anchors_of(addressee, own) if a.kind is AnchorKind.NAME]
        words = words_of(addressee, own)
        rest = [
            word
            for word, start, end in zip(words.words, words.begins, words.ends, strict=True)
            if not any(a.span.overlaps(Span(start, end)) for a in names)
        ]
        if not any(carries_meaning(word, own) for word in rest):
            found |= {a.form for a in names}
    return frozenset(found & _known_keys())


@lru_cache(maxsize=1)
def _known_keys() -> frozenset[str]:
    return frozenset(key for code in available() for key in language(code).names)


@lru_cache(maxsize=65_536)
def _bare(text: str) -> str:
    return without_accents(fold_plain(text))


def _asked(rows: pl.DataFrame, ask: str | None, code: str) -> pl.DataFrame:
    """The mandates that ask for a sort of deliverable, or that have some words in any form."""
    if ask is None:
        return rows
    if ask.lower() in SORTS:
        return rows.filter(pl.col("asks").str.split(" ").list.contains(ask.lower()))
    phrase = WantedPhrase(ask, language(code))
    return rows.filter(pl.Series([bool(phrase.matches(t, Match.INFLECTED)) for t in rows["text"]], dtype=pl.Boolean))


def _with_life(wanted: pl.DataFrame, rows: pl.DataFrame, series: AllSeries, on: date) -> pl.DataFrame:
    """The rows with first_symbol, since, texts and active."""
    by_symbol: dict[str, list[tuple[int, str, str, str | None]]] = {}
    for symbol, norm, text, kind, day in rows.select("symbol", "norm", "text", "kind", "date").iter_rows():
        by_symbol.setdefault(symbol, []).append((norm, as_compared(text), kind, day))
    found = [
        _life(by_symbol, series, *key) for key in wanted.select("symbol", "norm", "text", "kind", "date").iter_rows()
    ]
    schema = {"first_symbol": pl.String, "since": pl.String, "texts": pl.Int32}
    life = pl.DataFrame(found, schema=schema, orient="row")
    adopted = {s: _is_adopted(day, s, on) for s, day in rows.select("symbol", "date").unique().iter_rows()}
    last = [
        adopted[s] and not any(adopted.get(after, True) for after in series.successors.get(s, ()))
        for s in wanted["symbol"]
    ]
    in_force = pl.Series(last, dtype=pl.Boolean)
    return pl.concat([wanted, life], how="horizontal").with_columns((in_force & _runs_on(on)).alias("active"))


def _is_adopted(day: str | None, symbol: str, on: date) -> bool:
    """Whether a resolution was there on a day: adopted by then, or, where the day is not known, in a year that had begun."""
    if day is not None:
        return day <= on.isoformat()
    years = years_of(parse_symbol(symbol))
    return years is None or years[0] <= on.year


def _life(
    by_symbol: dict[str, list[tuple[int, str, str, str | None]]],
    series: AllSeries,
    symbol: str,
    norm: int,
    text: str,
    kind: str,
    day: str | None,
) -> tuple[str, str | None, int]:
    """The first text of the series that has a mandate, without a gap to this one, its day, and how many have it."""
    first, since, texts, words = symbol, day, 1, as_compared(text)
    for before in reversed(series.chain(symbol)[:-1]):
        there = _same_as(norm, words, kind, by_symbol.get(before, ()))
        if there is None:
            break
        norm, words, since = there
        first, texts = before, texts + 1
    return first, since, texts


def _same_as(
    norm: int, words: str, kind: str, there: Sequence[tuple[int, str, str, str | None]]
) -> tuple[int, str, str | None] | None:
    """The mandate of an earlier text that a later one renews or adapts."""
    for other, text, _, day in there:
        if other == norm:
            return other, text, day
    alike = [t for t in there if t[2] == kind]
    best = process.extractOne(words, [t[1] for t in alike], scorer=fuzz.token_sort_ratio, score_cutoff=_SAME)
    return (alike[best[2]][0], alike[best[2]][1], alike[best[2]][3]) if best is not None else None


def _runs_on(on: date) -> pl.Expr:
    """Whether a mandate's term is not over on a day: it has none, it ends later, or what it asks for comes again."""
    day = on.isoformat()
    again = (pl.col("every_days") > 0) | (pl.col("every_months") > 0)
    term = pl.col("until").is_null() | (pl.col("until") >= day)
    # The days stand in order: the last one counts.
    last = pl.coalesce(pl.col("dues").str.split(" ").list.last(), pl.col("due"))
    due = last.is_null() | (last >= day) | again
    return term & due


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two active requests to the same addressee, of different series, that may ask for one report twice.

    ``alike`` (0 to 1) says how alike the matters of the two resolutions are, ``words`` how alike the requests.
    """

    first: dict[str, object]
    second: dict[str, object]
    alike: float
    words: float

    @property
    def score(self) -> float:
        """What the list is ordered by."""
        return self.alike * (0.5 + 0.5 * self.words)


_MATTER = 0.5
"""Share of the paragraphs of either resolution that have one alike in the other, from which their matter may be one; of the record's
pairs of different series one in some thousand reaches it."""


def duplicates(record: Record, table: pl.DataFrame, limit: int = 50) -> list[Duplicate]:
    """The pairs of requests for reports in a table of active mandates that look most like one request made twice."""
    requests = table.filter(pl.col("asks").fill_null("").str.contains("report")).drop_nulls("addressee_key")
    found = []
    for rows in requests.partition_by("addressee_key"):
        for first, second, alike in _pairs(record, rows):
            words = fuzz.token_sort_ratio(as_compared(str(first["text"])), as_compared(str(second["text"]))) / 100
            found.append(Duplicate(first, second, round(alike, 4), round(words, 4)))
    return sorted(found, key=lambda d: (-d.score, str(d.first["symbol"])))[:limit]


def _pairs(record: Record, rows: pl.DataFrame) -> Iterator[tuple[dict[str, object], dict[str, object], float]]:
    """Each two requests of one addressee whose resolutions have the same matter, each two resolutions once."""
    by_symbol: dict[str, list[dict[str, object]]] = {}
    for row in rows.iter_rows(named=True):
        by_symbol.setdefault(row["symbol"], []).append(row)
    seen: set[frozenset[str]] = set()
    for symbol, mine in by_symbol.items():
        for other in record.related(record.facts(symbol), 30):
            pair = frozenset((symbol, other.symbol))
            alike = max((s for name, s in other.reasons if name in ("near", "shared")), default=0.0)
            if other.symbol not in by_symbol or pair in seen or alike < _MATTER:
                continue
            seen.add(pair)
            for first in mine:
                best = max(
                    by_symbol[other.symbol], key=lambda r: fuzz.token_sort_ratio(str(first["text"]), str(r["text"]))
                )
                yield first, best, alike
