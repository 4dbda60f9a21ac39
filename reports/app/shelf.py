"""The library at hand, opened anew where it was added to; what is worked out of it once is kept until then."""

from __future__ import annotations

import threading
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from reports.library.place import library_at_hand, library_folder
from reports.library.related import Record, RelatedText, facts_of
from reports.library.store import Library, open_library
from reports.project.settings import Settings


def no_library() -> InputError:
    """What is said where a page needs a library and there is none."""
    return InputError("library", "there is none yet", hint="add texts on the page of the library")


def symbols_of(library: Library | None) -> set[str]:
    """The symbols of all that a library holds; none where there is no library."""
    return set(library.documents["symbol"]) if library is not None else set()


class Shelf:
    """The library that the application looks into; ``settings`` may name its folder."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._lock = threading.Lock()
        self._opened: Library | None = None
        self._records: dict[str, Record] = {}

    @property
    def folder(self) -> Path:
        """Where the library is, or would be."""
        return library_folder(None, self.settings)

    def library(self) -> Library | None:
        """The library as it is now; None where nobody has made one. Raises InputError where it cannot be read."""
        folder = library_at_hand(None, self.settings)
        fresh = open_library(folder) if folder else None
        with self._lock:
            kept = self._opened
            if fresh is None or kept is None or (kept.folder, kept.manifest) != (fresh.folder, fresh.manifest):
                self._opened, self._records = fresh, {}
            return self._opened

    def required(self) -> Library:
        """The library as it is now. Raises InputError where nobody has made one, or it cannot be read."""
        library = self.library()
        if library is None:
            raise no_library()
        return library

    def predecessor(self, library: Library, own: Resolution) -> RelatedText | None:
        """The resolution of the library that a text continues; None where it says none, or has nothing in the text's language."""
        if own.language not in set(library.documents["language"]):
            return None
        return self.record(library, own.language).predecessor(facts_of(own))

    def record(self, library: Library, language: str) -> Record:
        """The resolutions of the library in one language, as they are compared."""
        with self._lock:
            if library is not self._opened:
                return Record(library, language)
            if language not in self._records:
                self._records[language] = Record(library, language)
            return self._records[language]
