"""The full text by tantivy.

Words come cut, and are only parted at spaces: tantivy's own analyser drops words of 40 bytes and more, and its n-grams have no
places. Nothing is ever deleted (a term of an unsigned field deletes nothing, silently): what no paragraph refers to any more is left
out when hits are joined with the tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from reports.library.index import MOST, IndexedText
from reports.library.phrases import Match, WantedPhrase

_CUT = "cut"
_HEAP = 64 * 1024 * 1024
"""Bytes that the writer holds before it writes."""


class TantivyIndex:
    """One index in a folder."""

    exact = True

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        for name in ("words", "stems"):
            builder.add_text_field(name, stored=False, tokenizer_name=_CUT, index_option="position")
        builder.add_unsigned_field("norm", stored=False, indexed=False, fast=True)
        self._schema: Any = builder.build()
        # The state of the library's index lies beside tantivy's files.
        home = folder / "tantivy"
        home.mkdir(parents=True, exist_ok=True)
        self._index: Any = tantivy.Index(self._schema, path=str(home))
        self._index.register_tokenizer(_CUT, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())

    def add(self, texts: Iterable[IndexedText]) -> None:
        """Take texts and commit them."""
        writer: Any = self._index.writer(_HEAP, 1)
        for norm, words, stems in texts:
            document: Any = tantivy.Document()
            document.add_unsigned("norm", norm)
            document.add_text("words", words)
            document.add_text("stems", stems)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def candidates(self, phrase: WantedPhrase, how: Match) -> list[int]:
        """Texts with the words of the phrase one behind the other; for near wording, with all that carry meaning."""
        if how is Match.EXACT:
            query = self._run("words", phrase.words.words)
        elif how is Match.INFLECTED:
            query = self._run("stems", phrase.words.stems)
        else:
            every = [(tantivy.Occur.Must, self._term("stems", s)) for s in dict.fromkeys(phrase.content)]
            query = tantivy.Query.boolean_query(every)
        searcher: Any = self._index.searcher()
        hits = searcher.search(query, limit=min(MOST, max(searcher.num_docs, 1)), count=False).hits
        return list(searcher.fast_field_values("norm", [address for _, address in hits]))

    def _run(self, field: str, words: tuple[str, ...]) -> Any:
        return (
            self._term(field, words[0])
            if len(words) == 1
            else tantivy.Query.phrase_query(self._schema, field, list(words))
        )

    def _term(self, field: str, word: str) -> Any:
        return tantivy.Query.term_query(self._schema, field, word, "basic")
