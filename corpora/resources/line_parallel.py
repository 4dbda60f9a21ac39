"""Line-parallel bitexts: one file a language, line n of each the rendering of line n of the others.

So the United Nations Parallel Corpus is given out (``UNv1.0.en-fr.en``, ``UNv1.0.en-fr.fr``, ``UNv1.0.6way.ar`` …; Ziemski,
Junczys-Dowmunt and Pouliquen, LREC 2016) and OPUS writes its Moses form. A file ``.ids`` beside them may tell, line by line,
the documents that a line comes from; ``UNv1.0.en-fr.fr#DOCUMENT`` then takes the lines of one document out of millions.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from corpora.errors import InputError
from corpora.languages import available

MOST_LINES = 20_000
"""Lines that are taken at most; a resolution has a few hundred."""
_LONGEST_LINE = 1_000_000
"""Characters; a line holds a sentence."""
_IDS = ".ids"


def language_of(path: Path) -> str | None:
    """The language that the suffix of a line-parallel file names (``.fr``), None for another suffix."""
    code = path.suffix.lower()[1:]
    return code if code in available() else None


def counterparts(path: Path) -> dict[str, Path]:
    """The files of a line-parallel bitext by language, the given one first; a path may end in ``#DOCUMENT``.

    Empty where the file's suffix names no language or no other language stands beside it.
    """
    file, _ = split_document(path)
    code = language_of(file)
    if code is None or not file.is_file():
        return {}
    beside = {c: file.with_suffix(f".{c}") for c in available() if c != code}
    found = {c: p for c, p in beside.items() if p.is_file()}
    return {code: file} | found if found else {}


def same_bitext(paths: Sequence[Path]) -> bool:
    """Whether several paths are files of one line-parallel bitext."""
    files = [split_document(p)[0] for p in paths]
    stems = {f.with_suffix("") for f in files}
    return len(files) > 1 and len(stems) == 1 and all(language_of(f) for f in files)


def split_document(path: Path) -> tuple[Path, str | None]:
    """A path and the document named after ``#``."""
    file, mark, document = str(path).partition("#")
    return (Path(file), document or None) if mark and not path.exists() else (path, None)


def read_units(files: Mapping[str, Path], document: str | None) -> list[dict[str, str]]:
    """The lines of the files side by side: for each the text by language, empty lines left out.

    With ``document`` only its lines, by the ``.ids`` file. Memory is bounded by what is taken. Raises InputError
    where the files have not the same number of lines, are no UTF-8, or hold too much.
    """
    first = next(iter(files.values()))
    with ExitStack() as stack:
        streams = {code: _lines(stack.enter_context(_opened(path)), path) for code, path in files.items()}
        wanted = _of_document(stack, first, document) if document else itertools.repeat(True)
        units: list[dict[str, str]] = []
        for number in itertools.count(1):
            row = {code: next(stream, None) for code, stream in streams.items()}
            ended = [code for code, line in row.items() if line is None]
            if ended:
                _check_ends(files, row, ended, number)
                break
            if next(wanted, False):
                units.append({code: line for code, line in row.items() if line})
            if len(units) > MOST_LINES:
                hint = (
                    f"name one document of it: {first.name}#DOCUMENT"
                    if first.with_suffix(_IDS).is_file()
                    else "cut out the lines of one document"
                )
                raise InputError(str(first), f"holds more than {MOST_LINES:,} lines", hint=hint)
    if document and not any(units):
        raise InputError(str(first.with_suffix(_IDS)), f"names no line of {document}", hint="check the document's name")
    return units


def _check_ends(files: Mapping[str, Path], row: Mapping[str, str | None], ended: Sequence[str], number: int) -> None:
    going_on = [code for code, line in row.items() if line is not None]
    if going_on:
        raise InputError(
            str(files[ended[0]]),
            f"ends after {number - 1:,} lines, {files[going_on[0]].name} goes on",
            hint="the files of a line-parallel bitext have the same number of lines",
        )


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8-sig", newline="\n")
    except OSError as error:
        raise InputError(str(path), (error.strerror or "cannot be read").lower(), hint="check the path") from error


def _lines(stream: TextIO, path: Path) -> Iterator[str]:
    for number in itertools.count(1):
        try:
            line = stream.readline(_LONGEST_LINE + 1)
        except UnicodeDecodeError as error:
            raise InputError(
                str(path), "not UTF-8 text", place=f"after line {number - 1}", hint="save the file as UTF-8"
            ) from error
        if not line:
            return
        if len(line) > _LONGEST_LINE:
            raise InputError(str(path), "holds a line of over 1,000,000 characters", place=f"line {number}")
        yield " ".join(line.split())


def _of_document(stack: ExitStack, first: Path, document: str) -> Iterator[bool]:
    """For each line whether it comes from the document."""
    ids = first.with_suffix(_IDS)
    if not ids.is_file():
        raise InputError(str(first), "has no .ids file beside it", hint=f"leave out #{document}")
    wanted = _plain(document)
    for line in _lines(stack.enter_context(_opened(ids)), ids):
        yield any(_plain(word) == wanted or _plain(word).endswith(f"/{wanted}") for word in line.split())


def _plain(document: str) -> str:
    """A document's name in small letters, without ``.xml`` and with one sort of bar: "E/RES/2002/19" is "e_res_2002_19.xml"."""
    return document.lower().removesuffix(".gz").removesuffix(".xml").replace("_", "/").strip("/")
