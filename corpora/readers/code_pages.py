"""Which legacy encoding a text is in, told by what its bytes decode to.

No bytes are forbidden in most of these encodings, so each that the language data name is tried, and the text that the languages of
the data are most likely to have is taken. Encodings that give the same text are one. Where two texts are about as likely, or none
is a text of these languages, none is taken.
"""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.languages import languages
from corpora.languages.detection import HAN, LATIN
from corpora.languages.spelling import spelling

_SAMPLE = 4_000
"""Bytes that are looked at, from the lines that are not ASCII alone: pieces of a thousand characters were all told apart."""
_LONGEST = 20_000
"""Bytes that are looked at of lines of any length."""
_SURE = 3.0
"""Nats by which the likeliest text must be likelier than any other: 20 to 1, as is usual for a level of significance."""
_LEAST, _LEAST_OF = -4.0, {LATIN: -8.0, HAN: -9.5}
"""Nats a character above ASCII, on average, that a text in an alphabet of its own, in Latin letters or in Chinese has at least; set on
resolutions of 2021 in pieces of 40 to 300 characters, of which one in twenty has less than -3.3, -6.1 and -7.1. Greek and Hebrew
taken for Cyrillic have -5.2 and -4.2, Czech taken for French -9.0, Japanese for Chinese -12.5."""
_ASCII = math.log(1 / 30)
"""Nats of a mark of ASCII that stands for a byte above it."""
_MOST_UTF_8 = 0.5
"""Share of the bytes above ASCII that may belong to characters of UTF-8: a file with more is UTF-8 that was damaged."""
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding=["']([\w.:-]{2,40})|<meta[^>]{0,200}?charset=["']?([\w.:-]{2,40})""", re.I
)
"""The encoding that a file of XML or a web page says it is in."""
_HEAD = 2048
"""Bytes in which it says so (HTML, 13.2.3.2: the first 1024)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the legacy encoding that it was in, None for a form of Unicode."""

    text: str
    code_page: str | None


@dataclass(frozen=True, slots=True)
class Undecided:
    """Names of encodings in which the bytes are about as likely a text; none where they are none in any."""

    code_pages: tuple[str, ...] = ()


def code_pages() -> dict[str, str]:
    """The legacy encodings of the languages that have a data file, by the names that Python knows, and the script of each."""
    return {page: language.writing.script for language in languages() for page in language.writing.code_pages}


def decoded_by_likelihood(data: bytes) -> Decoded | Undecided:
    """The text of bytes that are no UTF-8, in the encoding in which they are most likely one; what the file states breaks a tie."""
    if _is_damaged_utf_8(data):
        return Undecided()
    readings = sorted(_readings(data), key=lambda reading: -reading.likelihood)
    if not readings:
        return Undecided()
    best = readings[0]
    near = [reading for reading in readings if best.likelihood - reading.likelihood < _SURE]
    stated = [reading for reading in near if reading.stated]
    if len({reading.text for reading in near}) > 1 and not stated:
        return Undecided(tuple(reading.code_pages[0] for reading in near))
    best = stated[0] if stated else best
    if not stated and best.own < _LEAST_OF.get(best.script, _LEAST):
        return Undecided()
    return Decoded(best.text, best.code_pages[0])


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text that bytes decode to: the encodings that give it, and how likely a sample of it is, in nats; ``own`` is that of a character above ASCII."""

    text: str
    script: str
    code_pages: tuple[str, ...]
    likelihood: float
    own: float
    stated: bool


def _readings(data: bytes) -> Iterator[_Reading]:
    sample = _sample(data)
    pages = code_pages()
    declared = _declared(data)
    texts: dict[tuple[str, str], list[str]] = {}
    for page in dict.fromkeys((*declared, *pages)):
        try:
            text = data.decode(page)
        except UnicodeDecodeError:
            continue
        # A page that no language names is held to be in Latin letters.
        texts.setdefault((text, pages.get(page, LATIN)), []).append(page)
    for (text, script), names in texts.items():
        part = sample.decode(names[0], errors="replace")
        likelihood, high = spelling().likelihood(part, script)
        yield _Reading(
            text,
            script,
            tuple(names),
            likelihood=likelihood + _ASCII * _doubles(sample, part),
            own=high / max(1, sum(c > "\x7f" for c in part)),
            stated=bool(set(names) & set(declared)),
        )


def _doubles(sample: bytes, text: str) -> int:
    """How many bytes above ASCII an encoding of eight bits reads as ASCII: some have its marks twice."""
    if len(sample) != len(text):
        return 0
    return len(_HIGH.findall(sample)) - sum(c > "\x7f" for c in text)


def _is_damaged_utf_8(data: bytes) -> bool:
    high = len(_HIGH.findall(data))
    return sum(len(found) for found in _UTF_8.findall(data)) > _MOST_UTF_8 * high


def _sample(data: bytes) -> bytes:
    """Lines of a text that are not ASCII alone: those with a byte that none before has, then others up to a length."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    seen: set[bytes] = set()
    first: list[bytes] = []
    others: list[bytes] = []
    for line in lines:
        found = set(_HIGH.findall(line))
        (others if found <= seen else first).append(line)
        seen |= found
    out: list[bytes] = []
    size = 0
    for line in (*first, *others):
        if size > _SAMPLE and line not in first:
            break
        out.append(line)
        size += len(line)
    return b"".join(out)[:_LONGEST]


def _declared(data: bytes) -> tuple[str, ...]:
    """The legacy encoding that a file states, if it is one that Python has."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return ()
    name = (found.group(1) or found.group(2)).decode("ascii").lower()
    try:
        known = codecs.lookup(name)
    except LookupError:
        return ()
    return () if known.name.startswith("utf") or not known._is_text_encoding else (name,)
