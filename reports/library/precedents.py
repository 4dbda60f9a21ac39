"""How the record rendered the paragraphs of some texts before, and how it renders a phrase of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from corpora.model import Resolution, Span
from corpora.values import AnchorKind
from reports.comparison.memory import Precedent, Remembered, precedent_among
from reports.library.concordance import Query, corresponding, find
from reports.library.phrases import Match
from reports.library.store import Library
from reports.library.tables import as_compared, norm_of

_SUBSTANCE = [str(kind) for kind in AnchorKind if kind.is_substance]


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

    def precedent(
        self, text: str, span: Span, language: str, other: str, *, anywhere: bool = False
    ) -> Precedent | None:
        """As ``Memory.precedent``; a phrase in any form, as it is rendered most often. None where the record has neither."""
        whole = self.renderings(text, language, other)
        if whole or not anywhere:
            return precedent_among(text, span, language, other, whole)
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

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(self.library.documents["language"].unique().to_list())


_SHORTEST, _LOOKED_AT = 4, 60
"""Characters of a phrase that can be looked for; places of it that are looked at."""
