"""The languages that have a data file, each read and checked once.

The data files stand beside this module; ``HEXAPLA_LANGUAGES`` may name further folders (parted as those of PATH are), whose
files add languages, or stand for those of the same code.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from corpora.errors import InputError
from corpora.languages.fields import LanguageDataError
from corpora.languages.schema import UNORDERED, Language, language_from
from corpora.model import Paragraph, Resolution
from corpora.system.tables import read_toml
from corpora.text.folding import fold_plain

FOLDERS_VARIABLE = "HEXAPLA_LANGUAGES"
_FOLDER = Path(__file__).parent
_LOADING = threading.RLock()
_CODE = re.compile(r"[a-z]{2,3}")
_FIRST_SECTION = re.compile(r"^\[", re.MULTILINE)
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def available() -> tuple[str, ...]:
    """The codes of the languages that have a data file, in the order that the files state."""
    return tuple(_files(os.environ.get(FOLDERS_VARIABLE, "")))


def built_in() -> tuple[str, ...]:
    """The codes of the languages whose data files come with the program: the official ones of the United Nations."""
    return tuple(_files(""))


def language(code: str) -> Language:
    """The data of one language.

    Raises KeyError for a language that has no data file, LanguageDataError for a file that is not whole.
    """
    return _language(code, _files(os.environ.get(FOLDERS_VARIABLE, ""))[code])


def language_of(text: Paragraph | Resolution) -> Language:
    """The language of a resolution or of a paragraph, which holds its code. Raises as ``language`` does."""
    return language(text.language)


def languages() -> tuple[Language, ...]:
    """Every language that has a data file, in their order. Raises LanguageDataError for a file that is not whole."""
    return _languages(os.environ.get(FOLDERS_VARIABLE, ""))


def data_digest() -> str:
    """A checksum of the data files of all languages, whatever folder they stand in."""
    return _digest(os.environ.get(FOLDERS_VARIABLE, ""))


def hyphenated_words() -> frozenset[str]:
    """The words with a hyphen, folded, that the languages' names, verbs and terms hold ("sous-paragraphe")."""
    return _hyphenated_words(languages())


@cache
def _files(folders: str) -> Mapping[str, Path]:
    """The data file of each language, in the order that the files state."""
    found = {path.stem: path for path in _FOLDER.glob("*.toml") if _CODE.fullmatch(path.stem)}
    for folder in filter(None, folders.split(os.pathsep)):
        if not Path(folder).is_dir():
            raise InputError(folder, "is no folder", hint=f"{FOLDERS_VARIABLE} names folders with language data files")
        found |= {path.stem: path for path in Path(folder).glob("*.toml") if _CODE.fullmatch(path.stem)}
    return {code: found[code] for code in sorted(found, key=lambda code: (_order(found[code]), code))}


def _order(path: Path) -> int:
    """The place that a file claims for its language; only what stands before the first section is read."""
    text = _text(path)
    first = _FIRST_SECTION.search(text)
    order = _parsed(text[: first.start()] if first else text, path).get("order", UNORDERED)
    return order if isinstance(order, int) else UNORDERED


def _language(code: str, path: Path) -> Language:
    # Languages are told apart by identity: two threads that load one at the same time must not each get their own.
    with _LOADING:
        return _loaded(code, path)


@cache
def _loaded(code: str, path: Path) -> Language:
    return language_from(_parsed(_text(path), path), path.name, code, trusted=path.parent == _FOLDER)


@cache
def _languages(folders: str) -> tuple[Language, ...]:
    return tuple(_language(code, path) for code, path in _files(folders).items())


@cache
def _digest(folders: str) -> str:
    whole = hashlib.sha256()
    for path in [*_files(folders).values(), *sorted(_FOLDER.glob("*.toml"))]:
        whole.update(path.name.encode("utf-8", "surrogatepass") + hashlib.sha256(_text(path).encode()).digest())
    return whole.hexdigest()


@cache
def _hyphenated_words(known: tuple[Language, ...]) -> frozenset[str]:
    return frozenset(
        word for language in known for text in language.strings for word in _HYPHENATED.findall(fold_plain(text))
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageDataError(path.name, "cannot be read as UTF-8 text", hint=f"see {path}") from error


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(path.name, f"is no TOML: {error}", hint=f"see {path}") from error
