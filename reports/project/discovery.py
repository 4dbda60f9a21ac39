"""Files as people have them: ``S_RES_2699(2023)-F.docx``, ``N2312345.pdf``, ``2699 anglais.docx``. What each is its text says.

Where the names of a folder do not say which file is which language, the files are read: language and symbol come from the text,
files of one symbol belong together, and a folder that holds several resolutions offers them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpora.errors import InputError, NoResolutionError, SeveralResolutionsError
from corpora.languages import available
from corpora.readers import suffixes
from corpora.reading import read_resolutions
from corpora.system.faults import set_apart
from corpora.text.symbols import canonical_symbol
from corpora.text_documents import UNKNOWN, read_text_document

_LISTED = 12
"""Files that an error lists by name; the rest is counted."""


@dataclass(frozen=True, slots=True)
class SeenText:
    """A text that a file holds: ``path`` names it ("VOLUME#SYMBOL" where the file holds several).

    ``language`` is None where the file could not be read, or is in none of the languages covered; ``problem`` says why.
    """

    path: Path
    symbol: str | None
    language: str | None
    problem: str = ""

    def __str__(self) -> str:
        """ "N2312345.pdf (S/RES/2699(2023), fr)"."""
        said = [part for part in (self.symbol, self.language) if part] if self.language else [self.problem]
        return f"{self.path.name} ({', '.join(said)})"


def texts_of(files: Iterable[Path]) -> list[SeenText]:
    """What files hold, in their order; a file that was read before and has not changed is not read again."""
    found: list[SeenText] = []
    for path in files:
        status = path.stat()
        found += _texts(path, status.st_mtime_ns, status.st_size)
    return found


def texts_in(folder: Path) -> list[SeenText]:
    """What the files that lie in a folder itself hold."""
    names = sorted(folder.iterdir()) if folder.is_dir() else []
    return texts_of(path for path in names if path.is_file() and path.suffix.lower() in suffixes())


@lru_cache(maxsize=512)
def _texts(path: Path, changed: int, size: int) -> tuple[SeenText, ...]:
    try:
        with set_apart(str(path)):
            found = read_resolutions(path)
    except NoResolutionError:
        return (_other_text(path),)
    except InputError as error:
        return (SeenText(path, None, None, error.problem),)
    several = len(found) > 1
    return tuple(SeenText(Path(f"{path}#{r.symbol}") if several else path, r.symbol, r.language) for r in found)


def _other_text(path: Path) -> SeenText:
    """A text that is no resolution, a report or a letter."""
    try:
        with set_apart(str(path)):
            document = read_text_document(path)
    except InputError as error:
        return SeenText(path, None, None, error.problem)
    symbol = canonical_symbol(document.symbol) if document.symbol else None
    if document.language == UNKNOWN or document.language not in available():
        return SeenText(path, symbol, None, "in none of the languages covered")
    return SeenText(path, symbol, document.language)


def by_symbol(seen: Sequence[SeenText]) -> dict[str, dict[str, Path]]:
    """The files by symbol and language; of two files of one version the first is taken, in the order of the readers' formats.

    Texts without a symbol belong to the others only where there is one symbol, or none, and no language twice.
    """
    groups: dict[str, dict[str, Path]] = {}
    usable = [text for text in seen if text.language is not None]
    for text in sorted((text for text in usable if text.symbol), key=_preference):
        assert text.symbol and text.language
        groups.setdefault(text.symbol, {}).setdefault(text.language, text.path)
    unnamed = [text for text in usable if text.symbol is None]
    languages = [text.language for text in unnamed]
    if unnamed and len(groups) <= 1 and len(set(languages)) == len(languages):
        home = groups.setdefault("", {}) if not groups else next(iter(groups.values()))
        for text in unnamed:
            home.setdefault(text.language or "", text.path)
    return groups


def _preference(text: SeenText) -> int:
    """Formats that carry structure go before those that do not: markup, Word, HTML, text, PDF."""
    suffix = Path(str(text.path).partition("#")[0]).suffix.lower()
    return _FORMATS.index(suffix) if suffix in _FORMATS else len(_FORMATS)


_FORMATS = (".md", ".xml", ".akn", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".pdf")


def seen_line(seen: Sequence[SeenText]) -> str:
    """ "2 files seen: a.docx (S/RES/2699(2023), fr), b.pdf (…)": what a folder holds, for an error that says what it lacks."""
    listed = ", ".join(map(str, seen[:_LISTED]))
    more = f", and {len(seen) - _LISTED} more" if len(seen) > _LISTED else ""
    return f"{len(seen)} file{'' if len(seen) == 1 else 's'} seen" + (f": {listed}{more}" if seen else "")


def versions_by_content(folder: Path, seen: Sequence[SeenText], symbol: str | None) -> dict[str, Path]:
    """The versions of the one resolution that a folder holds, or of the one that ``symbol`` names.

    Raises SeveralResolutionsError where it holds several and none is named, InputError where it does not hold the one named.
    """
    groups = by_symbol(seen)
    if symbol is not None:
        wanted = canonical_symbol(symbol)
        if wanted not in groups:
            raise InputError(str(folder), f"holds no {wanted}", hint=seen_line(seen))
        return _ordered(groups[wanted])
    if len(groups) > 1:
        offered = ", ".join(f"{name} ({' '.join(_ordered(files))})" for name, files in sorted(groups.items()))
        first = next(iter(sorted(groups)))
        hint = f"name one of them, as in {folder.name}#{first}: {offered}"
        raise SeveralResolutionsError(str(folder), sorted(groups), hint=hint)
    return _ordered(next(iter(groups.values()), {}))


def _ordered(files: dict[str, Path]) -> dict[str, Path]:
    return {code: files[code] for code in available() if code in files}
