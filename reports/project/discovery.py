"""Files as people have them: ``S_RES_2699(2023)-F.docx``, ``N2312345.pdf``, ``2699 anglais.docx``. What each is its text says.

Where the names of a folder do not say which file is which language, the files are read: language and symbol come from the text,
files of one symbol belong together, and a folder that holds several resolutions offers them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from corpora.errors import InputError, NoResolutionError, SeveralResolutionsError
from corpora.languages import available
from corpora.readers import is_document_name
from corpora.readers.packed import TAR, ZIP, archive_of, is_archive, packed_names
from corpora.reading import read_resolutions, split_path
from corpora.system.faults import set_apart
from corpora.text.symbols import answers_to, canonical_symbol, parse_symbol, years_of
from corpora.text_documents import UNKNOWN, read_text_document

_PACKED = (*ZIP, *TAR, ".rar", ".7z", ".gz", ".xz", ".bz2")
"""The ends of names of archives, of those that have a reader and of others."""
_CLOSED = ("/", *_PACKED)
"""The ends of names of folders and archives, which are not looked into where there is enough beside them, or no reader for them."""
_MOST_BELOW = 200
"""Documents below a folder that are read at most, so that a whole record is not."""
_DEEPEST = 3
"""Folders inside folders that are looked into."""
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
    is_resolution: bool = True
    """Whether it is one, and no report or letter, which is compared with its other versions alone."""
    place: str = ""
    """Where it lies below the folder that was looked into, where it does not lie in it itself ("texts.zip/en.docx")."""

    def __str__(self) -> str:
        """ "N2312345.pdf (S/RES/2699(2023), fr)"."""
        said = [part for part in (self.symbol, self.language) if part] if self.language else [self.problem]
        return f"{self.place or self.path.name} ({', '.join(said)})"


def texts_of(files: Iterable[Path]) -> list[SeenText]:
    """What files hold, in their order; a file that was read before and has not changed is not read again."""
    found: list[SeenText] = []
    for path in files:
        status = (archive_of(path) or path).stat()
        found += _texts(path, status.st_mtime_ns, status.st_size)
    return found


def holds_files(place: Path) -> bool:
    """Whether a place is a folder, or an archive that is looked into as one."""
    return place.is_dir() or (is_archive(place.name) and place.is_file())


_ENOUGH = 2
"""Texts of a folder itself that can be compared, so that nothing below it is looked into."""


LINK_TO_NOTHING = "a link to a file that is not there"
"""Why a name in a folder is no text."""


def texts_in(place: Path, enough: int = _ENOUGH) -> list[SeenText]:
    """What the files that lie in a folder itself hold; what lies in folders and archives below, where those are fewer than ``enough``.

    So a folder holds its own versions, whatever is kept below it, and one that was unpacked or sent as it is needs no tidying. An
    archive that cannot be opened is a text that says why.
    """
    if place.is_file():
        return _texts_below(place, [place])
    own = list(_own_texts(place))
    return own if _are_enough(own, enough) else own + _texts_below(place, _kept_below(place))


def _own_texts(folder: Path) -> Iterator[SeenText]:
    """What the files that lie in a folder itself hold, each read when it is asked for."""
    for path in _names_in(folder):
        if not is_document_name(path.name):
            continue
        if path.is_file():
            yield from texts_of([path])
        elif path.is_symlink() and not path.exists():
            yield SeenText(path, None, None, LINK_TO_NOTHING)


def _are_enough(texts: Iterable[SeenText], enough: int) -> bool:
    """Whether so many texts are in a known language; no more are asked for than tell."""
    known = (text for text in texts if text.language is not None)
    return sum(1 for _ in itertools.islice(known, enough)) == enough


def _names_in(place: Path) -> list[Path]:
    return sorted(place.iterdir()) if place.is_dir() else []


def _kept_below(place: Path) -> list[Path]:
    """The folders and archives of a folder, and whatever else is no document; an archive itself."""
    return [place] if place.is_file() else [path for path in _names_in(place) if not is_document_name(path.name)]


def left_out(place: Path) -> list[InputError]:
    """What of a folder or archive is not read, each as an error would say it, so that nothing is left out in silence.

    An archive beside texts that are enough without it, or of a format that is not opened; documents beyond the most that are read.
    Folders below are no news: what is kept in them may be anything.
    """
    kept = _kept_below(place)
    packed = [] if place.is_file() else [path for path in kept if path.name.lower().endswith(_PACKED)]
    # Folders are listed for nothing; an archive is opened only where it was opened already.
    listed = kept if place.is_file() else [path for path in kept if path.is_dir()]
    if not packed and sum(1 for _ in itertools.islice(_below(listed), _MOST_BELOW + 1)) <= _MOST_BELOW:
        return []
    found = list[InputError]()
    # Where its own texts are enough, nothing below was looked into, and two of them tell.
    seen = [] if _are_enough(_own_texts(place), _ENOUGH) else texts_in(place)
    opened = _opened(seen)
    if dropped := _dropped(place, seen):
        found.append(
            InputError(str(place), dropped, hint="give a folder further down, or --corpus FOLDER for all of it")
        )
    elif closed := [path.name for path in packed if path.name not in opened]:
        hint = "give the archive itself, or unpack it"
        found.append(InputError(str(place), f"not looked into: {_some_of(closed)}", hint=hint))
    return found


def _dropped(place: Path, seen: Sequence[SeenText]) -> str:
    """How many documents below a folder were not read, in a few words, where there are more than are read; else ""."""
    every = sum(1 for _ in _below(_kept_below(place))) if any(text.place for text in seen) else 0
    left = every - _MOST_BELOW
    return f"the first {_MOST_BELOW} of {every:,} documents are read: {left:,} are left out" if left > 0 else ""


def _opened(seen: Sequence[SeenText]) -> set[str]:
    """The names of what was looked into: of files, and of folders and archives that hold some."""
    return {text.place.partition("/")[0] for text in seen} | {text.path.name for text in seen}


def _some_of(names: Sequence[str]) -> str:
    more = f", and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more


def _texts_below(place: Path, entries: Iterable[Path]) -> list[SeenText]:
    """What the documents in folders and archives hold, each named by where it lies below ``place``."""
    found: list[SeenText] = []
    for path in itertools.islice(_below(entries), _MOST_BELOW):
        if isinstance(path, SeenText):
            found.append(path)
            continue
        lies = path.relative_to(place).as_posix() if path != place else path.name
        found += [replace(text, place=lies) for text in texts_of([path])]
    return found


def _below(entries: Iterable[Path], depth: int = 0) -> Iterator[Path | SeenText]:
    """The documents in folders and archives, in order; pages of our own are none. An archive that is broken says so."""
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir() and depth < _DEEPEST:
            yield from _below(sorted(entry.iterdir()), depth + 1)
        elif is_archive(entry.name) and entry.is_file():
            try:
                yield from (entry / name for name in packed_names(entry) if is_document_name(name))
            except InputError as error:
                yield SeenText(entry, None, None, error.problem)
        elif depth and is_document_name(entry.name) and entry.is_file() and not is_own_page(entry):
            yield entry


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
    return SeenText(path, symbol, document.language, is_resolution=False)


_OWN_PAGE = b'<meta name="generator" content="Hexapla">'
_HEAD = 4096
"""Bytes of a page within which its head says what made it."""


def is_own_page(path: Path) -> bool:
    """Whether a file is a page of ours: the mark stands in its head. What cannot be opened is none; its reader says why."""
    if path.suffix.lower() not in (".html", ".htm"):
        return False
    try:
        with path.open("rb") as file:
            return _OWN_PAGE in file.read(_HEAD)
    except OSError:
        return False


def by_symbol(seen: Sequence[SeenText]) -> dict[str, dict[str, Path]]:
    """The files by symbol and language; of two files of one version the first is taken, in the order of the readers' formats.

    Texts without a symbol belong to the others only where there is one symbol, or none, and no language twice; a report or a
    letter only to reports and letters.
    """
    groups: dict[str, dict[str, Path]] = {}
    usable = [text for text in seen if text.language is not None]
    for text in sorted((text for text in usable if text.symbol), key=_preference):
        assert text.symbol and text.language
        groups.setdefault(text.symbol, {}).setdefault(text.language, text.path)
    kinds = {text.is_resolution for text in usable if text.symbol} or {text.is_resolution for text in usable}
    unnamed = [text for text in usable if text.symbol is None and text.is_resolution in kinds]
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


def symbol_order(symbol: str) -> tuple[int, ...]:
    """What puts symbols in the order of adoption: the first year that they can be of, then their figures."""
    years = years_of(parse_symbol(symbol)) or (0, 0)
    return (years[0], *(int(n) for n in _FIGURES.findall(symbol)))


_FIGURES = re.compile(r"\d+")


def seen_line(seen: Sequence[SeenText]) -> str:
    """ "2 files seen: a.docx (S/RES/2699(2023), fr), b.pdf (…)": what a folder holds, for an error that says what it lacks."""
    listed = f": {_some_of([str(text) for text in seen])}" if seen else ""
    return f"{len(seen)} file{'' if len(seen) == 1 else 's'} seen{listed}"


def folder_line(folder: Path, seen: Sequence[SeenText]) -> str:
    """What a folder holds, as ``seen_line`` says it, and what lies in it that is not looked into: folders and archives."""
    names = (
        sorted(p.name + "/" * p.is_dir() for p in folder.iterdir() if not p.name.startswith("."))
        if folder.is_dir()
        else []
    )
    opened = _opened(seen)
    closed = [name for name in names if name.endswith(_CLOSED) and name.rstrip("/") not in opened]
    dropped = _dropped(folder, seen)
    return "; ".join(
        [seen_line(seen)] + [f"not looked into: {_some_of(closed)}"] * bool(closed) + [dropped] * bool(dropped)
    )


def versions_by_content(folder: Path, seen: Sequence[SeenText], symbol: str | None) -> dict[str, Path]:
    """The versions of the one resolution that a folder holds, or of the one that ``symbol`` names.

    Raises SeveralResolutionsError where it holds several and none is named, InputError where it does not hold the one named.
    """
    groups = by_symbol(seen)
    if symbol is not None:
        groups = {name: groups[name] for name in _named(folder, seen, groups, symbol)}
    if len(groups) > 1:
        offered = ", ".join(f"{name} ({' '.join(_ordered(files))})" for name, files in sorted(groups.items()))
        first = next(iter(sorted(groups)))
        dropped = _dropped(folder, seen)
        hint = f'name one of them, as in "{folder.name or folder}#{first}": {offered}' + (
            f"; {dropped}" if dropped else ""
        )
        raise SeveralResolutionsError(str(folder), sorted(groups), hint=hint)
    return _ordered(next(iter(groups.values()), {}))


def symbol_in(folder: Path, symbol: str) -> str:
    """The symbol of a resolution of a folder, which may be named short ("2699", "2002/19").

    Raises InputError where the folder does not hold it, or holds several that answer to the name.
    """
    seen = texts_in(folder)
    named = _named(folder, seen, by_symbol(seen), symbol)
    if len(named) > 1:
        raise InputError(str(folder), f"holds several resolutions {symbol}", hint=f"name one of {', '.join(named)}")
    return named[0]


def _named(folder: Path, seen: Sequence[SeenText], symbols: Collection[str], given: str) -> list[str]:
    """The symbols that a name means: one that it is, else those that answer to it. Raises InputError where there is none."""
    wanted = canonical_symbol(given)
    named = [wanted] if wanted in symbols else [name for name in symbols if answers_to(name, given)]
    if not named:
        raise InputError(str(folder), f"holds no {wanted}", hint=folder_line(folder, seen))
    return named


def texts_by_order(place: Path, language: str = "fr") -> list[Path]:
    """The files of a place in the order of adoption: a file as it is, of a folder one text of each resolution.

    The text is that in a language, else the first that there is. Raises InputError where the folder holds none.
    """
    folder, symbol = split_path(place)
    if not holds_files(folder) or symbol is not None:
        return [text_at(place, language)]
    groups = by_symbol(texts_in(folder))
    found = sorted(groups, key=lambda name: (symbol_order(name), name))
    if len(found) < 2:
        return [text_at(place, language)]
    return [groups[name].get(language) or next(iter(_ordered(groups[name]).values())) for name in found]


def text_at(place: Path, language: str = "fr") -> Path:
    """A file as it is; of a folder, or of the resolution that ``FOLDER#SYMBOL`` names, the version in a language.

    Where there is none in it, that in the first language that there is. Raises SeveralResolutionsError where the folder holds
    several resolutions and none is named, InputError where it holds none.
    """
    folder, symbol = split_path(place)
    if not holds_files(folder):
        return place
    seen = texts_in(folder, enough=1)
    versions = versions_by_content(folder, seen, symbol)
    if not versions:
        raise InputError(str(folder), "holds no text", hint=folder_line(folder, seen))
    return versions.get(language) or next(iter(versions.values()))


def _ordered(files: dict[str, Path]) -> dict[str, Path]:
    return {code: files[code] for code in available() if code in files}
