"""Ready-made bitexts: TMX 1.4b, XLIFF 1.2 and 2.1, line-parallel files. Their segments are aligned already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from corpora.annotation.anchors import annotate
from corpora.errors import InputError
from corpora.languages import available, language
from corpora.model import Resolution
from corpora.readers import decode
from corpora.readers.base import Document
from corpora.readers.textwriter import StyledText, TextWriter
from corpora.readers.xml import local, parse, words
from corpora.resources.line_parallel import counterparts, language_of, read_units, same_bitext, split_document
from corpora.structure.block_facts import DocumentFacts
from corpora.structure.builder import build_resolution

SUFFIXES = (".tmx", ".xlf", ".xliff")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TAGS = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Inline elements whose content is code, not text (TMX 1.4b, XLIFF 1.2)."""


@dataclass(frozen=True)
class Bitext:
    """Aligned segments in their order: for each the text by language; ``name`` is the file."""

    name: str
    units: tuple[Mapping[str, str], ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that stand in it, those with most segments first."""
        counts = {code: sum(code in unit for unit in self.units) for code in available()}
        return tuple(sorted((c for c in counts if counts[c]), key=lambda c: -counts[c]))


def is_bitext(path: Path, *others: Path) -> bool:
    """Whether a path names a bitext: by its suffix, or with other languages, the ``others`` if given, line by line beside it."""
    if others:
        return same_bitext([path, *others])
    return path.suffix.lower() in SUFFIXES or bool(counterparts(path))


def read_bitext(path: Path, *others: Path) -> Bitext:
    """The segments of a TMX or XLIFF file, or of line-parallel files (those beside ``path`` where no ``others`` are named).

    Raises InputError where they hold none in two covered languages.
    """
    name = str(path)
    if path.suffix.lower() not in SUFFIXES:
        return _of_lines(path, others)
    root = parse(name, decode(path))
    kind = local(root)
    if kind == "tmx":
        units = list(_of_tmx(root))
    elif kind == "xliff":
        units = list(_of_xliff(root))
    else:
        raise InputError(name, f"is neither TMX nor XLIFF but {kind}", hint="export it as TMX 1.4 or XLIFF")
    bitext = Bitext(name, tuple(u for u in units if u))
    if len(bitext.languages) < 2:
        raise InputError(name, "holds no segments in two covered languages", hint="check its language codes")
    return bitext


def _of_lines(path: Path, others: Sequence[Path]) -> Bitext:
    if others:
        files = [split_document(p)[0] for p in (path, *others)]
        found = {code: p for p in files if (code := language_of(p))}
        if len(found) < len(files):
            raise InputError(str(path), "is given twice", hint="give one file a language")
    else:
        found = counterparts(path)
    return Bitext(str(path), tuple(read_units(found, split_document(path)[1])))


def _code(value: str | None) -> str:
    return (value or "").lower()[:2]


def _of_tmx(root: Element) -> Iterator[dict[str, str]]:
    for unit in (e for e in root.iter() if local(e) == "tu"):
        found = {}
        for variant in (e for e in unit if local(e) == "tuv"):
            code = _code(variant.get(_XML_LANGUAGE) or variant.get("lang"))
            segment = next((e for e in variant if local(e) == "seg"), None)
            if code in available() and segment is not None:
                found[code] = _text(segment)
        yield {code: text for code, text in found.items() if text}


def _of_xliff(root: Element) -> Iterator[dict[str, str]]:
    files = [e for e in root.iter() if local(e) == "file"]
    for file in files:
        source = _code(file.get("source-language") or root.get("srcLang"))
        target = _code(file.get("target-language") or root.get("trgLang"))
        for unit in (e for e in file.iter() if local(e) in ("trans-unit", "segment")):
            found = {}
            for side, code in (("source", source), ("target", target)):
                element = next((e for e in unit if local(e) == side), None)
                if element is not None and code in available():
                    found[code] = _text(element)
            yield {code: text for code, text in found.items() if text}


def _text(segment: Element) -> str:
    """The text of a segment without the codes of inline elements."""
    parts = [segment.text or ""]
    for child in segment:
        if local(child) not in _TAGS:
            parts.append(_text(child) if len(child) else words(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def resolutions_of(bitext: Bitext) -> tuple[dict[str, Resolution], dict[str, dict[int, str]]]:
    """A resolution for each language, and for each the paragraph id of every segment (by its place in the bitext)."""
    resolutions: dict[str, Resolution] = {}
    places: dict[str, dict[int, str]] = {}
    for code in bitext.languages:
        out = TextWriter()
        starts: dict[int, int] = {}
        for i, unit in enumerate(bitext.units):
            if code in unit:
                starts[out.length] = i
                out.block([StyledText(unit[code])])
        document = Document(f"{bitext.name} ({code})", out.source, tuple(out.blocks))
        resolution = annotate(build_resolution(document, DocumentFacts(language(code))))
        resolutions[code] = resolution
        places[code] = {starts[p.span.start]: p.id for p in resolution.all_paragraphs() if p.span.start in starts}
    return resolutions, places
