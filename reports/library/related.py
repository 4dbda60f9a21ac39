"""Which resolutions of the record are related to one: what it cites and what cites it, titles, paragraphs that recur or are alike.

Each reason has a strength from 0 to 1; the score weighs them, and is the order of the list. The resolution that another one continues,
its predecessor, is the best of the earlier ones.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

from align.encoders.span_vectors import Floats
from corpora.model import Kind, Resolution
from corpora.structure.adoption import adoption_date
from corpora.text.symbols import parse_symbol, years_of
from corpora.values import AnchorKind
from reports.library.segments import vectors_of
from reports.library.store import Library
from reports.library.tables import as_compared, norm_of
from reports.library.vectors import as_unit, encoded

_USUAL = ("en", "fr", "es", "ru", "zh", "ar")
"""The languages in which texts are compared, the first that both have; Arabic texts of the record often lack numbers."""
_LOOKED_AT = 60
"""Candidates whose paragraphs are compared by meaning."""
_ALIKE_TITLE = 70.0
"""Likeness of two titles, of 100 (rapidfuzz token_sort_ratio), from which they are a reason."""
_ALIKE = 0.75
"""Cosine from which two paragraphs are alike."""
_MAIN = [str(kind) for kind in Kind if kind.is_counted]
_COMMON = 0.02
"""Share of the record's texts from which a paragraph that stands in so many is a formula and no reason."""

RECALLED, CITED, CITES, TITLE, SHARED, NEAR = "recalled", "cited", "cites", "title", "shared", "near"


@dataclass(frozen=True, slots=True)
class ReasonWeights:
    """What each reason counts.

    Set on resolutions of the Assembly's sessions 76 and 77 whose predecessor is in the record; session 78 shows what they are worth.
    """

    recalled: float = 1.0
    cited: float = 0.4
    cites: float = 0.3
    title: float = 1.0
    shared: float = 1.5
    near: float = 1.5
    continues: float = 1.0
    """What words that recur count, in the choice of the predecessor, beside a citation and a title."""
    latest: float = 0.6
    """What the latest of the resolutions counts more there than the earliest."""


@dataclass(frozen=True, slots=True)
class TextProfile:
    """What a text is related by. ``cites`` says of each symbol whether the preamble recalls it; ``norms`` are its main paragraphs."""

    symbol: str
    language: str
    title: str
    when: str
    cites: Mapping[str, bool]
    norms: tuple[int, ...]
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedText:
    """A resolution, before or after the one asked for, with the reasons and their strengths, the strongest first."""

    symbol: str
    title: str
    date: str | None
    year: int | None
    organ: str | None
    earlier: bool
    score: float
    reasons: tuple[tuple[str, float], ...]


def facts_of(resolution: Resolution) -> TextProfile:
    """What a resolution that is read already is related by."""
    main = [p for p in resolution.paragraphs if p.kind.is_counted]
    cites: dict[str, bool] = {}
    for paragraph in resolution.paragraphs:
        if paragraph.kind.is_body:
            for anchor in paragraph.anchors:
                if anchor.kind is AnchorKind.CITATION and anchor.form != resolution.symbol:
                    cites[anchor.form] = cites.get(anchor.form, False) or paragraph.recital
    date = adoption_date(resolution)
    return TextProfile(
        symbol=resolution.label,
        language=resolution.language,
        title=resolution.title,
        when=order_of(resolution.label, str(date) if date is not None and date.is_day else None, None),
        cites=cites,
        norms=tuple(norm_of(p.text, resolution.language) for p in main),
        bodies=tuple(p.text for p in main),
    )


def order_of(symbol: str, date: str | None, year: int | None) -> str:
    """What puts resolutions in the order of adoption: the day, else the year, then the number."""
    if date is None and year is None:
        years = years_of(parse_symbol(symbol))
        year = years[0] if years else None
    number = "".join(c for c in parse_symbol(symbol).number if c.isdigit())
    return f"{date or year or ''}|{number:0>6}"


@dataclass
class Record:
    """The resolutions of a library in one language, as they are compared; read once for many questions."""

    library: Library
    language: str
    weights: ReasonWeights = field(default_factory=ReasonWeights)
    titles: bool = True
    """Whether titles count; a benchmark hides them."""

    @cached_property
    def documents(self) -> pl.DataFrame:
        """The documents of the language, one row a symbol."""
        return self.library.documents.filter(pl.col("language") == self.language)

    @cached_property
    def _rows(self) -> dict[str, dict[str, object]]:
        return {row["symbol"]: row for row in self.documents.iter_rows(named=True)}

    @cached_property
    def _main(self) -> pl.DataFrame:
        """Document and norm of every main paragraph."""
        rows = self.library.table("paragraphs").filter(pl.col("document").is_in(self.documents["document"].implode()))
        return rows.filter(pl.col("kind").is_in(_MAIN)).select("document", "norm").collect()

    @cached_property
    def norms(self) -> dict[str, tuple[int, ...]]:
        """The main paragraphs of each symbol."""
        joined = self._main.join(self.documents.select("document", "symbol"), on="document")
        grouped = joined.group_by("symbol", maintain_order=True).agg("norm")
        return {symbol: tuple(norms) for symbol, norms in grouped.iter_rows()}

    @cached_property
    def _spread(self) -> dict[int, tuple[str, ...]]:
        """In which texts each paragraph stands that stands in more than one."""
        found: dict[int, list[str]] = {}
        for symbol, norms in self.norms.items():
            for norm in set(norms):
                found.setdefault(norm, []).append(symbol)
        return {norm: tuple(symbols) for norm, symbols in found.items() if len(symbols) > 1}

    @cached_property
    def cites(self) -> dict[str, dict[str, bool]]:
        """What each symbol cites, and whether a recital does."""
        anchors = (
            self.library.table("anchors").filter(pl.col("kind") == str(AnchorKind.CITATION)).select("text", "form")
        )
        rows = (
            self.library.table("paragraphs")
            .filter(pl.col("document").is_in(self.documents["document"].implode()))
            .select("document", "text", pl.col("part") == "preamble")
            .join(anchors.unique(), on="text")
            .group_by("document", "form")
            .agg(pl.col("part").any())
            .collect()
            .join(self.documents.select("document", "symbol"), on="document")
        )
        found: dict[str, dict[str, bool]] = {}
        for form, recital, symbol in rows.select("form", "part", "symbol").iter_rows():
            if form != symbol:
                found.setdefault(symbol, {})[form] = recital
        return found

    @cached_property
    def _cited_by(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for symbol, forms in self.cites.items():
            for form in forms:
                found.setdefault(form, []).append(symbol)
        return found

    def facts(self, symbol: str) -> TextProfile:
        """What a resolution of the library is related by."""
        row = self._rows[symbol]
        when = order_of(symbol, _text(row["date"]), _number(row["year"]))
        title = _text(row["title"]) or ""
        return TextProfile(symbol, self.language, title, when, self.cites.get(symbol, {}), self.norms.get(symbol, ()))

    def related(self, facts: TextProfile, limit: int = 20) -> list[RelatedText]:
        """The resolutions that are related to one, the most first."""
        strengths = self._strengths(facts)
        strengths.pop(facts.symbol, None)
        ranked = sorted(strengths, key=lambda s: (-self._score(strengths[s]), s))[:_LOOKED_AT]
        for symbol, near in self._nearness(facts, ranked).items():
            if near > 0:
                strengths[symbol][NEAR] = near
        found = [self._text(facts, symbol, strengths[symbol]) for symbol in ranked]
        return sorted(found, key=lambda r: (-r.score, r.symbol))[:limit]

    def predecessor(self, facts: TextProfile) -> RelatedText | None:
        """The resolution that one continues: the best of the earlier ones that it cites or whose words it repeats."""
        earlier = [r for r in self.related(facts, _LOOKED_AT) if r.earlier and _can_be_continued(r, facts)]
        if not earlier:
            return None
        dates = sorted({self._when(r.symbol) for r in earlier})
        step = self.weights.latest / max(len(dates) - 1, 1)
        most = max(map(_words_alike, earlier)) or 1.0

        def fitness(found: RelatedText) -> float:
            reasons = dict(found.reasons)
            words, title = _words_alike(found), reasons.get(TITLE, 0.0)
            cited = _CITED * (RECALLED in reasons or CITED in reasons)
            # The latest of one topic is continued; the latest of all that is recalled may be of another.
            late = step * dates.index(self._when(found.symbol)) * max(words / most, title)
            return self.weights.continues * words + cited + _TITLED * title + late

        return max(earlier, key=lambda r: (fitness(r), r.symbol))

    def _when(self, symbol: str) -> str:
        row = self._rows[symbol]
        return order_of(symbol, _text(row["date"]), _number(row["year"]))

    def _text(self, facts: TextProfile, symbol: str, reasons: Mapping[str, float]) -> RelatedText:
        row = self._rows[symbol]
        ordered = sorted(reasons.items(), key=lambda item: (-item[1] * self._weight(item[0]), item[0]))
        return RelatedText(
            symbol=symbol,
            title=_text(row["title"]) or "",
            date=_text(row["date"]),
            year=_number(row["year"]),
            organ=_text(row["organ"]),
            earlier=self._when(symbol) < facts.when,
            score=round(self._score(reasons), 4),
            reasons=tuple((name, round(strength, 4)) for name, strength in ordered),
        )

    def _weight(self, reason: str) -> float:
        return float(getattr(self.weights, reason))

    def _score(self, reasons: Mapping[str, float]) -> float:
        return sum(self._weight(name) * strength for name, strength in reasons.items())

    def _strengths(self, facts: TextProfile) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for symbol, recital in facts.cites.items():
            if symbol in self._rows:
                found.setdefault(symbol, {})[RECALLED if recital else CITED] = 1.0
        for symbol in self._cited_by.get(facts.symbol, ()):
            found.setdefault(symbol, {})[CITES] = 1.0
        for symbol, share in self._shared(facts.norms).items():
            found.setdefault(symbol, {})[SHARED] = share
        for symbol, likeness in self._titles_like(facts.title) if self.titles else ():
            found.setdefault(symbol, {})[TITLE] = likeness
        return found

    def _shared(self, norms: Sequence[int]) -> dict[str, float]:
        """The share of a text's paragraphs that other texts have word for word; what many texts have counts little."""
        # One more than there are, so that what both texts of a library of two have counts too.
        count = max(len(self._rows), 2) + 1
        found: dict[str, float] = {}
        total = 0.0
        for norm in set(norms):
            symbols = self._spread.get(norm, ())
            rare = math.log(count / max(len(symbols), 1)) / math.log(count)
            total += rare
            if len(symbols) <= max(_COMMON * count, 12):
                for symbol in symbols:
                    found[symbol] = found.get(symbol, 0.0) + rare
        return {symbol: value / total for symbol, value in found.items()} if total else {}

    def _titles_like(self, title: str) -> list[tuple[str, float]]:
        if not title:
            return []
        found = process.extract(
            as_compared(title), self._titles, scorer=fuzz.token_sort_ratio, limit=_LOOKED_AT, score_cutoff=_ALIKE_TITLE
        )
        return [(symbol, ratio / 100) for _, ratio, symbol in found]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {s: as_compared(str(row["title"])) for s, row in self._rows.items() if row["title"]}

    def _nearness(self, facts: TextProfile, symbols: Sequence[str]) -> dict[str, float]:
        """The share of a text's paragraphs that have one alike in each of some others, by meaning."""
        mine = encoded_units(facts.bodies) if facts.bodies else self._vectors(facts.norms)
        if not len(mine):
            return {}
        found = {}
        for symbol in symbols:
            theirs = self._vectors(self.norms.get(symbol, ()))
            if len(theirs):
                best = (mine @ theirs.T).max(axis=1)
                found[symbol] = float(np.clip((best - _ALIKE) / (1 - _ALIKE), 0.0, 1.0).mean())
        return found

    def _vectors(self, norms: Sequence[int]) -> Floats:
        wanted = np.array(sorted(set(norms)), dtype=np.uint64)
        out: list[Floats] = []
        for order, ordered, vectors in self._parts:
            places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
            there = ordered[places] == wanted
            out.append(as_unit(np.asarray(vectors[np.sort(order[places[there]])])))
        return np.concatenate(out) if out else np.zeros((0, 512), dtype=np.float32)

    @cached_property
    def _parts(self) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        parts = vectors_of(self.library.folder, self.library.manifest.segments, self.language)
        return [(order := np.argsort(norms), norms[order], vectors) for norms, vectors in parts]


def encoded_units(texts: Sequence[str]) -> Floats:
    """Unit vectors of some texts."""
    return as_unit(encoded(texts)) if texts else np.zeros((0, 512), dtype=np.float32)


def _words_alike(found: RelatedText) -> float:
    """How much of a text another one has, in the same words or in others, from 0 to 2."""
    reasons = dict(found.reasons)
    return reasons.get(NEAR, 0.0) + reasons.get(SHARED, 0.0)


def _can_be_continued(found: RelatedText, facts: TextProfile) -> bool:
    """Whether a resolution can be the one that another continues: alike in words or title, and cited, or not its sister."""
    reasons = dict(found.reasons)
    cited = RECALLED in reasons or CITED in reasons
    if not cited and _are_sisters(found, facts):
        return False
    alike = reasons.get(NEAR, 0.0), reasons.get(SHARED, 0.0), reasons.get(TITLE, 0.0)
    return max(alike[0], alike[1]) >= (_WORDS_IF_CITED if cited else _WORDS) or (cited and alike[2] >= _SAME_TITLE)


def _are_sisters(found: RelatedText, facts: TextProfile) -> bool:
    """Whether two resolutions are of one session, or of one year and of nearly one day.

    The Assembly adopts resolutions in like words on one matter after another; the Council renews some mandates every few months.
    """
    session = parse_symbol(facts.symbol).session
    if parse_symbol(found.symbol).session != session:
        return False
    day = facts.when.partition("|")[0]
    if found.date is None or not (_YEAR.fullmatch(session) and _DAY.fullmatch(day) and _DAY.fullmatch(found.date)):
        return True
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(found.date)).days < _APART


_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_APART = 14
"""Days between a resolution and one of its year that it continues without citing it. Chosen between those of the Council in 2022 and 2023,
read by hand (88 days and more: 2619 and 2629, 2639 and 2671, 2641 and 2667, 2689 and 2718), and sisters, of one day or week."""
_CITED, _TITLED = 0.8, 1.0
"""What a citation and a title that is the same count in the choice of the predecessor."""
_WORDS_IF_CITED, _WORDS, _SAME_TITLE = 0.12, 0.4, 0.9
"""Share of the paragraphs that recur or are alike from which a resolution that is cited, or not, is of one topic with the other;
likeness of titles from which one that is cited is."""


def _text(value: object) -> str | None:
    return str(value) if value is not None else None


def _number(value: object) -> int | None:
    return int(str(value)) if value is not None else None


def record_for(library: Library, symbol: str | None = None, languages: Sequence[str] = ()) -> Record:
    """The record in the first usual language that the library has, of ``symbol`` where one is given, and of ``languages`` first."""
    there = (
        library.required(symbol)["language"].to_list() if symbol else library.documents["language"].unique().to_list()
    )
    wanted = [code for code in (*languages, *_USUAL) if code in there]
    return Record(library, wanted[0] if wanted else there[0])


def series_of(record: Record, symbol: str) -> list[str]:
    """The resolutions of a topic over the years, in order: from the first that is known to the last, each the predecessor of the next."""
    chain = [symbol]
    while (before := record.predecessor(record.facts(chain[0]))) is not None and before.symbol not in chain:
        chain.insert(0, before.symbol)
    while (after := successor(record, chain[-1])) is not None and after not in chain:
        chain.append(after)
    return chain


def successor(record: Record, symbol: str) -> str | None:
    """The resolution that continues one: the first later one whose predecessor it is."""
    facts = record.facts(symbol)
    later = [r.symbol for r in record.related(facts, _LOOKED_AT) if not r.earlier and _is_of_topic_either(r)]
    for candidate in sorted(later, key=lambda s: record.facts(s).when):
        before = record.predecessor(record.facts(candidate))
        if before is not None and before.symbol == symbol:
            return candidate
    return None


def _is_of_topic_either(found: RelatedText) -> bool:
    reasons = dict(found.reasons)
    return CITES in reasons or max(reasons.get(NEAR, 0.0), reasons.get(SHARED, 0.0)) >= _WORDS
