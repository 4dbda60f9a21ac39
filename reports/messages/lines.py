"""Lines of the command line in the language of the interface: what is wrong with an input, and the help of commands.

The program writes them in English where they arise, in packages that know of no interface. ``lines/fr.toml`` has the French by the
English, ``{1}`` standing for what the line names; another language is one more such file. What a file lacks is shown in English.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from corpora.errors import InputError
from corpora.system.tables import read_toml

VARIABLE = "HEXAPLA_UI"
"""The variable of the environment that names the language of the interface where ``--ui`` does not."""
REFERENCE = "en"
"""The language in which the program writes them."""
OPTION = "--ui"
"""The option that names it, before a command or after."""
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name a locale, the one that goes before the others first (POSIX, "Internationalization Variables")."""
_AFTER_LANGUAGE = re.compile(r"[_.@]")
_FACT = re.compile(r"\{(\d+)\}")
_PART = "; "
"""What parts the hints that stand in one line."""
_BRACKETED = re.compile(r"(?<=\()[^()]+(?=\))")
"""What a list of files says of each: "scan.pdf (holds no text)"."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one language: those that name nothing, by the English; patterns of the English ones that do, with their own."""

    plain: Mapping[str, str]
    patterns: Sequence[tuple[re.Pattern[str], str]]

    def of(self, english: str) -> str:
        """A line in this language, part by part where it is none as a whole; as it is where the language lacks it."""
        parts = english.split(_PART)
        whole = self.find(english, parts=len(parts))
        return whole if whole is not None else _PART.join(self.find(part) or part for part in parts)

    def find(self, english: str, parts: int = 1) -> str | None:
        """A line in this language; None where it is lacking. Of several ``parts`` only a line of several is one."""
        if english in self.plain:
            return self.plain[english]
        for pattern, own in self.patterns:
            if (parts == 1 or _PART in own) and (found := pattern.fullmatch(english)):
                return _FACT.sub(lambda fact: self._of_fact(found[f"fact{fact[1]}"]), own)
        return None

    def _of_fact(self, text: str) -> str:
        """What a line names; where that is a line itself, or has one in brackets, in this language."""
        if (line := self.find(text)) is not None:
            return line
        return _BRACKETED.sub(lambda said: self.plain.get(said[0], said[0]), text)


def interface_asked(arguments: Sequence[str] | None = None) -> str:
    """The language of the interface: what a command line asks for by ``--ui``, or the variable; else "en"."""
    words = sys.argv[1:] if arguments is None else arguments
    # The one after the command goes before the one before it, as Click has it.
    for word, following in reversed(list(pairwise((*words, "")))):
        if word == OPTION or word.startswith(f"{OPTION}="):
            return word.partition("=")[2] or following or REFERENCE
    return os.environ.get(VARIABLE, "") or REFERENCE


def locale_language() -> str:
    """The language of the environment's locale where the interface has it, else ""."""
    locale = next((value for name in _LOCALES if (value := os.environ.get(name))), "")
    code = _AFTER_LANGUAGE.split(locale, maxsplit=1)[0]
    return code if lines_of(code, "help") is not None else ""


@cache
def lines_of(ui: str, table: str) -> Lines | None:
    """The lines of a language, "errors", "help", or the "subjects" of errors that are no files; None where it has no file, as English has none."""
    place = files(__package__) / "lines" / f"{ui}.toml"
    if not ui.isalpha() or not place.is_file():
        return None
    entries: Mapping[str, str] = read_toml(place.read_text(encoding="utf-8"))[table]
    plain = {english: own for english, own in entries.items() if not _FACT.search(english)}
    named = [(english, own) for english, own in entries.items() if english not in plain]
    # Of two patterns that a line fits, the one that says more of it.
    named.sort(key=lambda entry: -len(_FACT.sub("", entry[0])))
    return Lines(plain, [(_pattern(english), own) for english, own in named])


def _pattern(english: str) -> re.Pattern[str]:
    pieces = _FACT.split(english)
    return re.compile(
        "".join(f"(?P<fact{piece}>.+?)" if i % 2 else re.escape(piece) for i, piece in enumerate(pieces)), re.DOTALL
    )


def error_line(error: InputError, ui: str) -> str:
    """An error as one line in the language of the interface: where, what, and what to do."""
    lines = lines_of(ui, "errors")
    if lines is None:
        return str(error)
    problem, place, hint = (lines.of(text) if text else "" for text in (error.problem, error.place, error.hint))
    subjects = lines_of(ui, "subjects")
    source = subjects.of(error.source) if subjects else error.source
    where = f"{source}, {place}" if place else source
    return f"{where}: {problem}" + (f"; {hint}" if hint else "")


def line_text(english: str, ui: str) -> str:
    """A line that names no error, in the language of the interface."""
    lines = lines_of(ui, "errors")
    return english if lines is None else lines.of(english)


def help_text(english: str, ui: str) -> str:
    """The help of a command or an option, paragraph by paragraph, in the language of the interface."""
    lines = lines_of(ui, "help")
    if lines is None:
        return english
    return "\n\n".join(lines.of(" ".join(part.split())) for part in english.split("\n\n"))
