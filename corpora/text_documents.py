"""Any text that is no resolution: a report, a letter, a web page. Its paragraphs in sentences, annotated like a resolution's.

A sentence is a paragraph of kind ITEM (HEADING in a heading, FOOTNOTE in a note) without verbs of an organ: its values are
checked, not its acts. Ids are ``p3.s2``, the second sentence of the third paragraph, or ``p3`` where it is the only one.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from corpora.annotation.anchors import annotate
from corpora.errors import InputError, NoResolutionError
from corpora.languages import available, language, languages
from corpora.languages.detection import detect_language
from corpora.model import Kind, Paragraph, Part, Resolution, SetAside, Span
from corpora.readers import read_document
from corpora.readers.base import Block, Document, part_of
from corpora.reading import read_resolution, split_path
from corpora.structure.cover import AGENDA_TITLE, with_particulars
from corpora.structure.mastheads import MASTHEAD, is_agenda_line, is_masthead
from corpora.structure.symbol_headings import masthead_symbol
from corpora.system.faults import set_apart
from corpora.text.numbering import parse_number
from corpora.text.punctuation import PAUSES
from corpora.text.segmentation import sentences

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TextDocument(Resolution):
    """A text that is no resolution; its paragraphs are sentences.

    ``language`` is "und" where it is none of those covered: then it can be aligned, and nothing in it is checked.
    """


_WORD = re.compile(r"[^\W\d_]{2}")
"""Two letters of any script: the least that is a word and no mark or initial."""
UNKNOWN = "und"
"""ISO 639-3 for a language that is not determined."""


def read_text_document(path: Path, language: str | None = None) -> TextDocument:
    """Read a file of any format as paragraphs and sentences.

    Raises InputError where it cannot be read or holds no text.
    """
    document = read_document(split_path(path)[0])
    body = "\n".join(block.text for block in document.blocks)
    code = language or document.language or detect_language(body) or UNKNOWN
    head = _Head.of(document, code)
    paragraphs = tuple(_paragraphs(head.below, code))
    if not paragraphs:
        raise InputError(str(path), "holds no text", hint="check that it is the right file")
    if not any(_WORD.search(p.text) for p in paragraphs):
        raise InputError(str(path), "holds no words", hint="check that it is the right file")
    made = TextDocument(
        name=document.name,
        source=document.source,
        language=code,
        symbol=head.symbol,
        organ=None,
        title=head.title,
        paragraphs=paragraphs,
        set_aside=(*document.set_aside, *head.aside),
    )
    if code not in available():
        return made
    annotated = with_particulars(annotate(made))
    assert isinstance(annotated, TextDocument)
    return annotated


def read_document_alone(path: Path, language: str | None = None) -> Resolution:
    """The resolution of a file, or the report, letter or other text that it is, in one of the languages covered.

    Raises InputError where it cannot be read, and that of the resolution where its language is none of those.
    """
    try:
        return read_resolution(path, language)
    except NoResolutionError:
        document = read_text_document(path, language)
        if document.language not in available():
            raise
        return document


def by_paragraph(sentences: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Sentences in the paragraphs that they come from."""
    found: dict[str, list[Paragraph]] = {}
    for sentence in sentences:
        found.setdefault(sentence.id.partition(".")[0], []).append(sentence)
    return list(found.values())


def read_versions(
    paths: Sequence[Path], languages: Sequence[str | None] = (), on_progress: Callable[[str], None] = lambda name: None
) -> list[Resolution]:
    """The documents of several files: resolutions where all are, else all as texts, and which of them is no resolution is said.

    ``languages`` are those of the files, detected where there are none; ``on_progress`` is told the name of each. Raises
    InputError where one cannot be read.
    """
    return [document for document in _read(paths, languages, on_progress, leave=False) if document is not None]


def read_readable(
    paths: Sequence[Path],
    languages: Sequence[str | None] = (),
    on_progress: Callable[[str], None] = lambda name: None,
    *,
    by_name: bool = False,
) -> list[Resolution | None]:
    """The documents of the files of a folder, as ``read_versions``; None for one that cannot be read, which is said as a warning.

    So is a report or a letter beside resolutions that are enough without it, unless it bears their symbol. The first is the pivot.
    Where the files bear the names of their languages, ``by_name``, a text that is in another one is read as what it is.
    Raises InputError where the pivot cannot be read.
    """
    codes = languages or [None] * len(paths)
    try:
        with set_apart(str(paths[0].parent)):
            return _read(paths, codes, on_progress, leave=True, by_name=by_name)
    except InputError:
        # Which of them it is, and whether it is the only one, each says alone: read twice only where one is bad.
        faults = [_fault_in(path, code, by_name=by_name) for path, code in zip(paths, codes, strict=True)]
        if faults[0] is not None or not any(faults):
            raise
    good = [i for i, fault in enumerate(faults) if fault is None]
    documents = _read([paths[i] for i in good], [codes[i] for i in good], leave=True, by_name=by_name)
    say_left_out(f"{path.name} ({fault.problem})" for path, fault in zip(paths, faults, strict=True) if fault)
    by_place = dict(zip(good, documents, strict=True))
    return [by_place.get(i) for i in range(len(paths))]


_COMPARED = 2
"""Resolutions that can be compared without what is none beside them."""


def _read(
    paths: Sequence[Path],
    languages: Sequence[str | None],
    on_progress: Callable[[str], None] = lambda name: None,
    *,
    leave: bool,
    by_name: bool = False,
) -> list[Resolution | None]:
    """Resolutions where all are, else all as texts; with ``leave``, None for what is none beside enough of them."""
    codes = languages or [None] * len(paths)
    found: list[Resolution | None] = []
    for path, code in zip(paths, codes, strict=True):
        on_progress(path.name)
        try:
            found.append(_read_named(path, code) if by_name and code else read_resolution(path, code))
        except NoResolutionError:
            if not found:
                break
            found.append(None)
    if found and None not in found:
        return found
    texts = [read_text_document(path, code) for path, code in zip(paths, codes, strict=True)]
    odd = {path: text for path, text, whole in zip(paths, texts, found, strict=False) if whole is None}
    symbols = {document.symbol for document in found if document is not None} - {None}
    if leave and len(found) - len(odd) >= _COMPARED and not any(text.symbol in symbols for text in odd.values()):
        say_left_out(
            f"{path.name} ({ODD if text.language in available() else 'in none of the languages covered'})"
            for path, text in odd.items()
        )
        return found
    if odd:
        _tell(f"read as texts, since {', '.join(path.name for path in odd)} is no resolution")
    return list(texts)


_LOOKED_AT = 3000
"""Characters of a text that tell its language: chosen, a page."""


def _read_named(path: Path, code: str) -> Resolution:
    """The resolution of a file that is named for a language, in another one where its text is in that.

    Raises InputError where it cannot be read.
    """
    try:
        document = read_resolution(path, code)
    except NoResolutionError:
        # The formulas of one language are not found in a text of another.
        document = read_resolution(path)
        if document.language == code:
            raise
        return document
    text, at = "", iter(document.paragraphs)
    while len(text) < _LOOKED_AT and (paragraph := next(at, None)) is not None:
        text += f"{paragraph.text}\n"
    return read_resolution(path) if detect_language(text) not in (code, None) else document


ODD = "no resolution, as the others are"
"""Why a report or a letter beside resolutions is left out."""


def _fault_in(path: Path, code: str | None, *, by_name: bool) -> InputError | None:
    """What keeps a file from being read, as a resolution or as another text; None where nothing does."""
    try:
        with set_apart(str(path)):
            _read([path], [code], leave=False, by_name=by_name)
    except InputError as error:
        return error
    return None


_NAMED = 6
"""Files that the line names; the rest is counted. Chosen: the versions of one resolution."""


_noted: ContextVar[list[str] | None] = ContextVar("_noted", default=None)
"""The lines of files left out, where somebody keeps them."""


@contextmanager
def noting_left_out() -> Iterator[list[str]]:
    """What ``say_left_out`` says meanwhile, a line each, for a page that is to say it as well."""
    lines: list[str] = []
    before = _noted.set(lines)
    try:
        yield lines
    finally:
        _noted.reset(before)


def say_left_out(files: Iterable[str]) -> None:
    """Log, as one warning, the files of a folder that are left out, each with what is wrong ("zh.docx (the file is empty)")."""
    named = list(files)
    if named:
        more = f", and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        _tell(f"left out: {', '.join(named[:_NAMED])}{more}")


def say_misnamed(texts: Mapping[str, Resolution]) -> None:
    """Log which texts, by the language that the name of their file says, are in another one and are compared all the same."""
    for named, text in texts.items():
        _tell(f"{text.name} is in {text.language}, though it is named for {named}")


def _tell(line: str) -> None:
    _log.warning("%s", line)
    if (noted := _noted.get()) is not None and line not in noted:
        noted.append(line)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the head of a text: its symbol and its title; the lines of a masthead, set aside; the blocks below them."""

    symbol: str | None
    title: str
    aside: tuple[SetAside, ...]
    below: tuple[Block, ...]

    @classmethod
    def of(cls, document: Document, code: str) -> _Head:
        """The head of a document; without a masthead the title is its first heading, else its first line."""
        blocks = document.blocks
        symbol, cut = document.symbol, set[int]()
        for place, block in enumerate(blocks[:_MASTHEAD_LINES] if code in available() else ()):
            if block.number is not None or parse_number(block.text, language(code)) is not None:
                break
            stated = masthead_symbol(block.text, language(code)) if block.role is None else None
            if stated is not None:
                symbol = symbol or stated
            if stated is not None or is_masthead(block.text, language(code)) or _names_language(block.text):
                cut.add(place)
        if symbol is None:
            cut.clear()  # A line that only looks like one: no masthead goes without the symbol.
        agenda = _agenda_lines(blocks, cut, code)
        cut |= set(agenda)
        below = tuple(block for place, block in enumerate(blocks) if place not in cut and block.text.strip())
        heading = next((b for b in below if b.heading), None)
        first = heading if heading and not cut else below[0] if below else None
        aside = tuple(SetAside(blocks[place].span, agenda.get(place, MASTHEAD)) for place in sorted(cut))
        return cls(symbol, first.text if first else "", aside, below)


def _agenda_lines(blocks: Sequence[Block], cut: set[int], code: str) -> dict[int, str]:
    """Lines of a masthead of two bodies that only their place tells, each with the reason why it is set aside.

    Each body has an agenda item there, and the title of the item below its number. Between the two numbers stand the second body
    and its days as well. Of one item alone nothing tells whether the line below it is its title or that of the text.
    """
    numbers = [place for place in sorted(cut) if is_agenda_line(blocks[place].text, language(code))]
    between = {k: MASTHEAD for k in range(numbers[0], numbers[-1]) if k not in cut} if numbers else {}
    if not between:
        return {}
    for place in numbers:
        lines = [k for k in range(place + 1, len(blocks)) if k not in cut and blocks[k].text.strip()][:2]
        if len(lines) == 2 and all(_is_title_line(blocks[k], code) for k in lines):
            between[lines[0]] = AGENDA_TITLE
    return between


def _is_title_line(block: Block, code: str) -> bool:
    counted = block.number is not None or parse_number(block.text, language(code)) is not None
    return not counted and block.ending not in PAUSES and block.role is None


_MASTHEAD_LINES = 20
"""Blocks at the head of a text that may be lines of a masthead."""


def _names_language(text: str) -> bool:
    """Whether a line is the name of a language, as mastheads print that of the version: "Français", "Chinese"."""
    said = text.strip().lower()
    return any(said in (known.name, known.names_in.en.lower(), known.names_in.fr.lower()) for known in languages())


_SECTION_MARK = re.compile(r"[IVXL]{1,6}\.|[A-Z]\.")
"""The mark of a section: "II. Developments", "B. Roads"."""


def _without_mark_alone(spans: Sequence[Span], text: str) -> list[Span]:
    """Sentences, of which none is the mark of a section alone: it belongs to the words behind it."""
    found = list(spans)
    if len(found) > 1 and _SECTION_MARK.fullmatch(text[found[0].start : found[0].end].strip()):
        found[:2] = [Span(found[0].start, found[1].end)]
    return found


def _paragraphs(blocks: Sequence[Block], code: str) -> Iterator[Paragraph]:
    place, own = 0, None if code == UNKNOWN else language(code)
    for block in blocks:
        if not block.text.strip():
            continue
        place += 1
        number = parse_number(block.text, own) if block.number is None else None
        lead = number.end if number else 0
        stands_in = Part.NOTES if block.role is Kind.FOOTNOTE else Part.TEXT
        kind = Kind.HEADING if block.heading else block.role if block.role is Kind.FOOTNOTE else Kind.ITEM
        spans = _without_mark_alone(sentences(block.text, None if code == UNKNOWN else code), block.text)
        for k, span in enumerate(spans, 1):
            part = part_of(block, max(span.start, lead) if k == 1 else span.start, span.end)
            label = (number.label if number else block.number) if k == 1 else None
            name = f"p{place}.s{k}" if len(spans) > 1 else f"p{place}"
            yield Paragraph(
                name,
                kind,
                label,
                part.text,
                part.span,
                part.offsets,
                emphasis=part.emphasis,
                part=stands_in,
                language=code,
            )
