"""The full text by SQLite's FTS5, which every Python brings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from corpora.errors import InputError
from reports.library.index import MOST, IndexedText
from reports.library.phrases import Match, WantedPhrase

_FILE = "texts.sqlite"
_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS texts
USING fts5(norm UNINDEXED, words, stems, content='', tokenize="unicode61 remove_diacritics 0")
"""
_KEYS = "CREATE TABLE IF NOT EXISTS keys (row INTEGER PRIMARY KEY, norm INTEGER)"
_SIGNED = 1 << 63
"""What is taken from an unsigned key of 64 bits, since SQLite keeps signed ones."""


class SqliteIndex:
    """One index in a folder."""

    exact = True

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        try:
            self._open = sqlite3.connect(self._path)
            with self._open:
                self._open.execute(_TABLE)
                self._open.execute(_KEYS)
        except sqlite3.Error as error:
            raise InputError(str(self._path), f"is no index ({error})", hint="remove it; it is made again") from error

    def add(self, texts: Iterable[IndexedText]) -> None:
        """Take texts in one transaction."""
        with self._open:
            for norm, words, stems in texts:
                row = self._open.execute("INSERT INTO keys (norm) VALUES (?)", (norm - _SIGNED,)).lastrowid
                self._open.execute(
                    "INSERT INTO texts (rowid, norm, words, stems) VALUES (?, ?, ?, ?)", (row, None, words, stems)
                )

    def candidates(self, phrase: WantedPhrase, how: Match) -> list[int]:
        """As TantivyIndex gives them."""
        if how is Match.EXACT:
            query = f"words : {_quoted(phrase.words.words)}"
        elif how is Match.INFLECTED:
            query = f"stems : {_quoted(phrase.words.stems)}"
        else:
            query = " AND ".join(f"stems : {_quoted((s,))}" for s in dict.fromkeys(phrase.content))
        rows = self._open.execute(
            "SELECT keys.norm FROM texts JOIN keys ON keys.row = texts.rowid WHERE texts MATCH ? LIMIT ?", (query, MOST)
        )
        return [norm + _SIGNED for (norm,) in rows]


def _quoted(words: tuple[str, ...]) -> str:
    """Words as FTS5 takes a phrase: no word has a quotation mark in it."""
    return '"' + " ".join(words) + '"'
