"""Glossaries: terms in several languages, from TBX (ISO 30042) or CSV, and finding their inflected forms in a text.

Words are compared by their Snowball stems (Porter, "Snowball: A language for stemming algorithms", 2001), so that French
plurals, Russian cases and Arabic clitics are found; Chinese, which inflects nothing, is searched as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import snowballstemmer

from corpora.errors import InputError
from corpora.languages import Language, available
from corpora.model import Span
from corpora.readers import decode
from corpora.readers.xml import parse
from corpora.resources.csv_rows import csv_rows
from corpora.text.folding import fold

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: its admitted terms by language, and those that are not to be used."""

    id: str
    admitted: Mapping[str, tuple[str, ...]]
    deprecated: Mapping[str, tuple[str, ...]]


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms of a TBX or CSV file.

    A CSV file has a head row of language codes; several terms of one cell are parted by ``|``, one that is not to be
    used begins with ``!``. Raises InputError where the file cannot be used.
    """
    text = decode(path)
    terms = _read_tbx(str(path), text) if text.lstrip("\ufeff \n").startswith("<") else _read_csv(str(path), text)
    if not terms:
        raise InputError(str(path), "holds no term in two covered languages", hint="see docs/files.md")
    return terms


def _read_csv(name: str, text: str) -> tuple[Term, ...]:
    head = text.partition("\n")[0]
    rows = csv_rows(name, text, delimiter=";" if head.count(";") > head.count(",") else ",")
    codes = [cell.strip().lower()[:2] for cell in rows[0]] if rows else []
    if sum(code in available() for code in codes) < 2:
        raise InputError(
            name, "the first line names fewer than two covered languages", place="line 1", hint="begin with fr,en,…"
        )
    terms = []
    for number, row in enumerate(rows[1:], 2):
        words = {
            code: [w.strip() for w in cell.split("|") if w.strip()]
            for code, cell in zip(codes, row, strict=False)
            if code in available()
        }
        terms.append(_term(f"line {number}", words))
    return tuple(t for t in terms if len(t.admitted) > 1 or t.deprecated)


def _term(name: str, words: Mapping[str, Sequence[str]]) -> Term:
    admitted = {code: tuple(w for w in found if not w.startswith("!")) for code, found in words.items()}
    deprecated = {code: tuple(w[1:].strip() for w in found if w.startswith("!")) for code, found in words.items()}
    return Term(name, {c: w for c, w in admitted.items() if w}, {c: w for c, w in deprecated.items() if w})


def _read_tbx(name: str, text: str) -> tuple[Term, ...]:
    root = parse(name, text)
    terms = []
    for number, entry in enumerate((e for e in root.iter() if _local(e) in ("conceptEntry", "termEntry")), 1):
        words: dict[str, list[str]] = {}
        for section in (e for e in entry.iter() if _local(e) in ("langSec", "langSet")):
            code = section.get(_XML_LANGUAGE, section.get("lang", "")).lower()[:2]
            if code in available():
                words.setdefault(code, []).extend(_terms_of(section))
        terms.append(_term(entry.get("id", f"entry {number}"), words))
    return tuple(t for t in terms if len(t.admitted) > 1 or t.deprecated)


def _terms_of(section: Element) -> Iterator[str]:
    """The terms of a language section, those marked deprecated or superseded with a ``!`` before them."""
    for holder in (e for e in section.iter() if _local(e) in ("termSec", "tig", "ntig")):
        notes = " ".join(
            "".join(e.itertext()) for e in holder.iter() if _local(e) in ("termNote", "administrativeStatus")
        )
        bad = any(word in notes.lower() for word in ("deprecated", "superseded"))
        for term in (e for e in holder.iter() if _local(e) == "term"):
            words = " ".join("".join(term.itertext()).split())
            if words:
                yield f"!{words}" if bad else words


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _stemmer(language: Language) -> snowballstemmer.stemmer | None:
    return snowballstemmer.stemmer(language.writing.stemmer) if language.writing.stemmer else None


@lru_cache(maxsize=16384)
def stem(word: str, language: Language) -> str:
    """The stem of a folded word; the word itself where the language has no stemmer."""
    articles = language.writing.articles
    word = next((word[len(a) :] for a in articles if word.startswith(a) and len(word) > len(a) + 2), word)
    stemmer = language.derived(_stemmer)
    return str(stemmer.stemWord(word)) if stemmer is not None else word


@lru_cache(maxsize=8192)
def _stems(text: str, language: Language) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    folded = fold(text)
    matches = [m for m in language.token_pattern.finditer(folded.text) if any(c.isalnum() for c in m.group())]
    return (
        tuple(stem(m.group().rstrip("'"), language) for m in matches),
        tuple(folded.span(m.start(), m.end()) for m in matches),
    )


def find_term(term: str, text: str, language: Language) -> list[Span]:
    """Where ``term`` stands in ``text`` in any inflected form, as spans of ``text``."""
    wanted, _ = _stems(term, language)
    found, spans = _stems(text, language)
    size = len(wanted)
    if not size:
        return []
    return [
        Span(spans[i].start, spans[i + size - 1].end)
        for i in range(len(found) - size + 1)
        if found[i] == wanted[0] and found[i : i + size] == wanted
    ]
