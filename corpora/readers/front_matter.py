"""The YAML head of a Markdown file: language, symbol, title and date as the file states them.

Only what such heads hold is read: one "key: value" a line, with or without quotation marks. Other keys are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpora.languages import Language, built_in, languages
from corpora.model import Span

_HEAD = re.compile(r"\ufeff?\s*---[ \t]*\r?\n(?P<lines>(?:.*\r?\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:(?:\s+(?P<value>.*?))?\s*$")
_OTHER_LINE = re.compile(r"\s*(?:#.*|-\s.*|\s.*)?$")
"""What else such a head holds: remarks, items of a list, what is indented below a key, nothing."""
_REMARK = re.compile(r"\s+#.*$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a head states, None where it does not; its place in the source."""

    span: Span
    language: str | None = None
    symbol: str | None = None
    title: str | None = None
    date: str | None = None


def front_matter(source: str) -> FrontMatter | None:
    """The YAML head of a text; None where it begins with a mere rule or with nothing of the kind."""
    match = _HEAD.match(source)
    if not match:
        return None
    entries: dict[str, str] = {}
    for line in match.group("lines").splitlines():
        entry = _ENTRY.match(line)
        if entry:
            entries.setdefault(entry.group("key").lower(), _plain(entry.group("value") or ""))
        elif not _OTHER_LINE.match(line):
            return None
    if not entries:
        return None
    stated = {key: entries[key] or None for key in ("symbol", "title", "date") if key in entries}
    language = _code(entries.get("language") or entries.get("lang") or "")
    return FrontMatter(Span(match.start(), match.end()), language, **stated)


def _plain(value: str) -> str:
    """A value without quotation marks, or without the remark behind it."""
    for quote in "\"'":
        if len(value) > 1 and value.startswith(quote) and value.endswith(quote):
            return value[1:-1]
    return _REMARK.sub("", value)


def _code(value: str) -> str | None:
    """The code of a language by its name or its code with or without a region; None for others."""
    name = value.strip().lower()
    code = _names(languages()).get(name, name.replace("_", "-").partition("-")[0])
    return code if code in built_in() else None


@cache
def _names(known: tuple[Language, ...]) -> Mapping[str, str]:
    """The codes of languages by their names: ISO 639-2, English, their own."""
    return {name.lower(): own.code for own in known for name in (*own.iso_639_2, own.names_in.en, own.name)}
