"""Where the record has a phrase, and how each time it was rendered: hits with the words that render it, and counts of the renderings.

The index names texts that may hold the phrase; whether and where they do is looked up in the texts themselves. Counts are over every
paragraph of every document, also those whose text recurs; how a phrase is rendered is worked out once for each two texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import polars as pl

from align.lexicon.phrase_links import PhrasePlace
from align.lexicon.phrase_renderings import PLACES, PhraseRenderings, spread_over
from corpora.errors import InputError
from corpora.languages import available, language
from corpora.languages.detection import detect_language
from corpora.model import Span
from reports.library.index import TextIndex, open_index
from reports.library.listing import filtered
from reports.library.phrases import MATCHES, Match, WantedPhrase
from reports.library.segments import vectors_of
from reports.library.store import Library
from reports.library.tables import TableSchema
from reports.library.vectors import encoded, nearest
from reports.library.words import carries_meaning, words_of

COUNTED = 1000
"""Occurrences whose renderings are counted: of more frequent phrases the closest and latest ones."""
_LEARNED = 3
"""Places that are looked through for each that a phrase is learned from, since many are alike."""
LOOKED_AT_ONCE = 50
"""Places between two words of how far a search is: a tenth of a second and more where all languages are shown. Chosen."""
_FIRST = "en"
"""The language that is shown before the others, where none are named: chosen, since most readers have it."""
_ALIKE = 0.3
"""Cosine from which a paragraph can say what a few words ask for; they are listed in its order."""
_NEAREST = 50
"""Texts that are found by meaning."""
_APART = " … "
"""Between words that render a phrase together and stand apart."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: a phrase in ``language`` ("" where the phrase tells), how loosely, where, shown in which languages."""

    phrase: str
    language: str = ""
    how: Match = Match.INFLECTED
    show: tuple[str, ...] = ()
    organ: str | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class RenderedPassage:
    """The paragraph of another version, and where its words render the phrase: more than one span where they stand apart, none where no
    words of it do."""

    paragraph: str
    text: str
    spans: tuple[Span, ...] = ()

    @property
    def span(self) -> Span | None:
        """From the first to the last of the words; None where there are none."""
        return Span(self.spans[0].start, self.spans[-1].end) if self.spans else None

    @property
    def words(self) -> str | None:
        """The words, with a mark between those that stand apart; None where there are none."""
        return _APART.join(" ".join(self.text[s.start : s.end].split()) for s in self.spans) or None


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that has the phrase: where, how, and its counterparts by language."""

    symbol: str
    language: str
    organ: str | None
    year: int | None
    date: str | None
    paragraph: str
    kind: str
    text: str
    spans: tuple[Span, ...]
    match: Match
    counterparts: Mapping[str, RenderedPassage]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a phrase was rendered: its most usual form, how often, from which year to which."""

    language: str
    words: str
    count: int
    first: int | None
    last: int | None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concordance:
    """What a query came to.

    ``hits`` are the closest and latest, as many as were asked for, of ``total``; ``years`` and ``organs`` count all. ``renderings`` by
    language, the most frequent first, are those of the ``counted`` closest and latest paragraphs; ``unrendered`` counts those of them in
    which no words could be named.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    years: Mapping[int, int] = field(default_factory=dict)
    organs: Mapping[str, int] = field(default_factory=dict)
    counted: int = 0
    renderings: Mapping[str, tuple[Rendering, ...]] = field(default_factory=dict)
    unrendered: Mapping[str, int] = field(default_factory=dict)


def find(
    library: Library,
    query: Query,
    *,
    limit: int = 20,
    counted: int = COUNTED,
    kind: str | None = None,
    on_progress: Callable[[str], object] = lambda stage: None,
) -> Concordance:
    """The places of a phrase, with its counterparts in the languages to show, and how often it was rendered how.

    ``kind`` names an index ("tantivy", "sqlite", "scan"), by default the one that is installed. ``on_progress`` is told how many of the
    places are looked at ("100 / 640"), every `LOOKED_AT_ONCE`. Raises InputError where the language of
    the phrase cannot be told or is not covered.
    """
    code = query.language or _language_of(query.phrase)
    if code not in available():
        raise InputError("--in", f"{code!r} is no language that is covered", hint=f"use {', '.join(available())}")
    wanted = WantedPhrase(query.phrase, language(code))
    places = _places(library, query, wanted, open_index(library, code, kind))
    shown = _shown(library, query, code)
    most = max(limit, counted if shown else 0)
    hits = tuple(_told(_hits(library, places.head(most), wanted, shown), min(most, places.height), on_progress))
    worded = tuple(h for h in hits[:counted] if h.spans)
    return Concordance(
        query=query,
        total=places.height,
        hits=hits[:limit],
        years=_counts(places, "year", int),
        organs=_counts(places, "organ", str),
        counted=len(worded) if shown else 0,
        renderings={c: renderings_of(worded, c) for c in shown},
        unrendered={c: sum(c in h.counterparts and not h.counterparts[c].spans for h in worded) for c in shown},
    )


def _told(hits: Iterable[Hit], count: int, on_progress: Callable[[str], object]) -> Iterator[Hit]:
    """The hits, and how far they are."""
    for k, hit in enumerate(hits):
        if k % LOOKED_AT_ONCE == 0:
            on_progress(f"{k} / {count}")
        yield hit


def _language_of(phrase: str) -> str:
    """The language of a phrase. Raises InputError where it cannot be told."""
    found = detect_language(phrase)
    if found is None:
        codes = ", ".join(available())
        raise InputError("find", f"the language of {phrase!r} cannot be told", hint=f"give --in, one of {codes}")
    return found


def _shown(library: Library, query: Query, code: str) -> tuple[str, ...]:
    there = set(library.documents["language"].unique())
    wanted = query.show or tuple(c for c in dict.fromkeys((_FIRST, *available())) if c != code and c in there)[:2]
    for other in wanted:
        if other not in available():
            raise InputError(
                "--show", f"{other!r} is no language that is covered", hint=f"use {', '.join(available())}"
            )
    return tuple(c for c in dict.fromkeys(wanted) if c != code)


_Value = TypeVar("_Value", int, str)


def _counts(places: pl.DataFrame, column: str, kind: type[_Value]) -> dict[_Value, int]:
    """How many places have each value of a column, in the order of the values."""
    counts = places[column].drop_nulls().value_counts()
    return {kind(value): int(count) for value, count in sorted(counts.iter_rows())}


def _places(library: Library, query: Query, wanted: WantedPhrase, index: TextIndex) -> pl.DataFrame:
    """One row a paragraph that has the phrase, the closest and latest first."""
    code = wanted.language.code
    matching = pl.DataFrame(_matching(library, wanted, query.how, index), schema=dict(_MATCHING), orient="row")
    documents = filtered(
        library.documents.filter(pl.col("language") == code), organ=query.organ, since=query.since, until=query.until
    )
    columns = ("document", "symbol", "organ", "year", "date")
    found = (
        library.lookups.paragraphs_with(matching["norm"])
        .join(documents.select(columns), on="document")
        .join(matching, on="norm")
    )
    when = pl.col("date").fill_null(pl.col("year").cast(pl.String))
    by = [pl.col("match"), -pl.col("score"), when, pl.col("symbol"), pl.col("place")]
    return found.sort(by, descending=[False, False, True, True, False], nulls_last=True)


_MATCHING: TableSchema = {"norm": pl.UInt64, "match": pl.Enum([str(m) for m in MATCHES]), "score": pl.Float64}


def _matching(library: Library, wanted: WantedPhrase, how: Match, index: TextIndex) -> list[tuple[int, str, float]]:
    """The texts that have the phrase, by hash, with the closest way in which they have it."""
    found: dict[int, tuple[str, float]] = {}
    for way in MATCHES[: MATCHES.index(how) + 1]:
        if way is Match.MEANING:
            vectors = vectors_of(library.folder, library.manifest.segments, wanted.language.code)
            near = nearest(vectors, encoded([wanted.text])[0], _NEAREST)
            fresh = {norm: (str(way), round(cosine, 4)) for norm, cosine in near if cosine >= _ALIKE}
        else:
            norms = [n for n in dict.fromkeys(index.candidates(wanted, way)) if n not in found]
            sure = index.exact and way is not Match.NEAR
            kept = norms if sure else _verified(library, norms, wanted, way)
            fresh = {norm: (str(way), 1.0) for norm in kept}
        found = fresh | found
    return [(norm, way, score) for norm, (way, score) in found.items()]


def _verified(library: Library, norms: Sequence[int], wanted: WantedPhrase, how: Match) -> Iterator[int]:
    rows = library.lookups.paragraphs_with(pl.Series(norms, dtype=pl.UInt64)).unique("norm", maintain_order=True)
    for norm, body in rows.join(library.lookups.bodies(rows["text"]), on="text").select("norm", "body").iter_rows():
        if wanted.matches(body, how):
            yield norm


def corresponding(library: Library, places: pl.DataFrame, shown: Sequence[str]) -> pl.DataFrame:
    """The paragraphs of other versions that correspond to some (document, place, symbol): with language, id, body and its hash."""
    siblings = library.documents.filter(pl.col("symbol").is_in(places["symbol"].unique().implode()))
    others = siblings.filter(pl.col("language").is_in(list(shown)))
    linked = pl.concat([places["document"], others["document"]])
    links = library.lookups.links_of(linked).drop_nulls("row")
    pairs = (
        places.select("document", "place", "symbol")
        .join(links, on=["document", "place"])
        .join(others.select("symbol", "language", pl.col("document").alias("other")), on="symbol")
        .join(links.rename({"document": "other", "place": "there"}), on=["other", "row"])
    )
    paragraphs = library.lookups.paragraphs_at(pairs["other"], pairs["there"]).select(
        pl.col("document").alias("other"), pl.col("place").alias("there"), "id", "text"
    )
    pairs = pairs.join(paragraphs, on=["other", "there"])
    columns = ("document", "place", "language", "id", "body", pl.col("text").alias("body_hash"))
    return pairs.join(library.lookups.bodies(pairs["text"]), on="text").select(columns)


def _hits(library: Library, places: pl.DataFrame, wanted: WantedPhrase, shown: Sequence[str]) -> Iterator[Hit]:
    columns = ("document", "place", "language", "id", "body")
    beside: dict[tuple[int, int], list[tuple[str, str, str]]] = {}
    if shown and not places.is_empty():
        for document, place, code, name, body in corresponding(library, places, shown).select(columns).iter_rows():
            beside.setdefault((document, place), []).append((code, name, body))
    known: dict[tuple[str, str], tuple[Span, ...]] = {}
    found = places.join(library.lookups.bodies(places["text"]), on="text", how="left", maintain_order="left")
    rows = found.rows(named=True)
    spans_in = cache(lambda body, way: tuple(span for _, span in wanted.matches(body, way)))
    learned = _learned(rows, beside, wanted, shown, spans_in)
    for row in rows:
        body, way = row["body"], Match(row["match"])
        spans = spans_in(body, way)
        rendered = {}
        for code, name, other in sorted(beside.get((row["document"], row["place"]), ())):
            if (body, other) not in known:
                known[body, other] = learned[code].of(PhrasePlace(body, spans[0], other)) if spans else ()
            rendered[code] = RenderedPassage(name, other, known[body, other])
        yield Hit(
            symbol=row["symbol"],
            language=wanted.language.code,
            organ=row["organ"],
            year=row["year"],
            date=row["date"],
            paragraph=row["id"],
            kind=row["kind"],
            text=body,
            spans=spans,
            match=way,
            counterparts={code: rendered[code] for code in shown if code in rendered},
            score=row["score"],
        )


def _learned(
    rows: Sequence[Mapping[str, Any]],
    beside: Mapping[tuple[int, int], Sequence[tuple[str, str, str]]],
    wanted: WantedPhrase,
    shown: Sequence[str],
    spans_in: Callable[[str, Match], tuple[Span, ...]],
) -> dict[str, PhraseRenderings]:
    """What some of the places that have a counterpart, evenly over them all, tell together of how the phrase is rendered in each language."""
    pairs: dict[str, list[tuple[Mapping[str, Any], str]]] = {code: [] for code in shown}
    for row in rows:
        for code, _, other in beside.get((row["document"], row["place"]), ()):
            pairs[code].append((row, other))
    found: dict[str, PhraseRenderings] = {}
    for code, each in pairs.items():
        step = max(1.0, len(each) / (_LEARNED * PLACES))
        some = [each[int(k * step)] for k in range(min(len(each), _LEARNED * PLACES))]
        worded = [(row["body"], spans_in(row["body"], Match(row["match"])), other) for row, other in some]
        places = [PhrasePlace(body, spans[0], other) for body, spans, other in worded if spans]
        found[code] = PhraseRenderings(spread_over(places), wanted.language, language(code))
    return found


def renderings_of(hits: Iterable[Hit], code: str) -> tuple[Rendering, ...]:
    """The ways in which the phrase of some hits was rendered: forms of the same words are one."""
    own = language(code)
    forms: dict[tuple[str, ...], Counter[str]] = {}
    years: dict[tuple[str, ...], list[int]] = {}
    for hit in hits:
        there = hit.counterparts.get(code)
        words = there.words if there is not None else None
        if words is None:
            continue
        cut = words_of(words, own)
        pairs = list(zip(cut.words, cut.stems, strict=True))
        key = tuple(s for w, s in pairs if carries_meaning(w, own)) or cut.stems
        forms.setdefault(key, Counter())[words] += 1
        years.setdefault(key, []).extend([hit.year] if hit.year is not None else [])
    found = [
        Rendering(
            code,
            counts.most_common(1)[0][0],
            counts.total(),
            min(years[key], default=None),
            max(years[key], default=None),
            tuple(form for form, _ in counts.most_common()),
        )
        for key, counts in forms.items()
    ]
    return tuple(sorted(found, key=lambda r: (-r.count, r.words)))
