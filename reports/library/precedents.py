"""How the record rendered the paragraphs of some texts before, and how it renders a phrase of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from align.lexicon.counterparts import counterpart
from corpora.languages import language as language_data
from corpora.model import Resolution, Span
from corpora.values import AnchorKind
from reports.comparison.memory import Remembered
from reports.library.concordance import Query, corresponding, find
from reports.library.phrases import Match
from reports.library.store import Library
from reports.library.tables import as_compared, norm_of

_SUBSTANCE = [str(kind) for kind in AnchorKind if kind.is_substance]


@dataclass(frozen=True, slots=True)
class Precedent:
    """How the words of a phrase were rendered in an adopted text, and how often they were rendered so."""

    words: str
    symbol: str
    year: int | None
    paragraph: str
    count: int


@dataclass(frozen=True)
class LibraryMemory:
    """What a library remembers of the paragraphs of some documents, which are themselves left out of account.

    All of it is asked for at once, when the first rendering is.
    """

    library: Library
    documents: Mapping[str, Resolution]

    def renderings(self, text: str, language: str, other: str) -> Sequence[Remembered]:
        """As `reports.comparison.memory.Memory` says."""
        return self._known.get((norm_of(text, language), other), ())

    @cached_property
    def _places(self) -> pl.DataFrame:
        """Where the record has a paragraph of the documents word for word."""
        norms = {norm_of(p.text, code) for code, d in self.documents.items() for p in d.paragraphs if p.kind.is_counted}
        own = [d.symbol for d in self.documents.values() if d.symbol]
        documents = self.library.documents.filter(~pl.col("symbol").is_in(own))
        rows = self.library.lookups.paragraphs_with(pl.Series(sorted(norms), dtype=pl.UInt64))
        columns = documents.select("document", "symbol", "year", "date")
        return rows.select("document", "place", "norm").join(columns, on="document")

    @cached_property
    def _known(self) -> dict[tuple[int, str], tuple[Remembered, ...]]:
        if self._places.is_empty():
            return {}
        found = self._places.join(
            corresponding(self.library, self._places, list(self.documents)), on=["document", "place"]
        ).sort("date", "symbol", nulls_last=False)
        values = self._values(found["body_hash"])
        known: dict[tuple[int, str], list[Remembered]] = {}
        columns = ("norm", "language", "symbol", "year", "id", "body", "body_hash")
        for norm, code, symbol, year, name, body, key in found.select(columns).iter_rows():
            one = Remembered(symbol, year, name, body, values.get(key, frozenset()))
            known.setdefault((norm, code), []).append(one)
        return {key: tuple(each) for key, each in known.items()}

    def _values(self, texts: pl.Series) -> dict[int, frozenset[str]]:
        rows = (
            self.library.table("anchors")
            .filter(pl.col("text").is_in(texts.unique().implode()) & pl.col("firm") & pl.col("kind").is_in(_SUBSTANCE))
            .select("text", pl.concat_str("kind", pl.lit(":"), "form").alias("value"))
            .unique()
            .collect()
            .group_by("text")
            .agg("value")
        )
        return {text: frozenset(values) for text, values in rows.iter_rows()}

    def precedent(self, text: str, span: Span, language: str, other: str) -> Precedent | None:
        """How the words of a span of a paragraph were rendered before.

        Where the record has the whole paragraph, as it was there, the latest first; else where it has the phrase, in any form, as it
        mostly is. None where neither is so.
        """
        whole = self.renderings(text, language, other)
        if whole:
            return self._of_paragraph(text, span, language, other, whole)
        phrase = text[span.start : span.end]
        if len(as_compared(phrase)) < _SHORTEST or language not in self._languages:
            return None
        found = find(
            self.library, Query(phrase, language, Match.INFLECTED, (other,)), limit=_LOOKED_AT, counted=_LOOKED_AT
        )
        usual = next(iter(found.renderings.get(other, ())), None)
        own = {d.symbol for d in self.documents.values()}
        for hit in found.hits:
            there = hit.counterparts.get(other)
            if usual is None or there is None or there.words is None or hit.symbol in own:
                continue
            if there.words in usual.forms:
                return Precedent(there.words, hit.symbol, hit.year, there.paragraph, usual.count)
        return None

    def _of_paragraph(
        self, text: str, span: Span, language: str, other: str, whole: Sequence[Remembered]
    ) -> Precedent | None:
        own, theirs = language_data(language), language_data(other)
        said = []
        for one in whole:
            found = counterpart(text, span, one.text, own, theirs)
            if found is not None:
                said.append((one.text[found.span.start : found.span.end], one))
        if not said:
            return None
        counts = Counter(as_compared(words) for words, _ in said)
        words, last = said[-1]
        return Precedent(words, last.symbol, last.year, last.paragraph, counts[as_compared(words)])

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(self.library.documents["language"].unique().to_list())


_SHORTEST, _LOOKED_AT = 4, 60
"""Characters of a phrase that can be looked for; places of it that are looked at."""
