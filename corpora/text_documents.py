"""Any text that is no resolution: a report, a letter, a web page. Its paragraphs in sentences, annotated like a resolution's.

A sentence is a paragraph of kind ITEM (HEADING in a heading, FOOTNOTE in a note) without verbs of an organ: its values are
checked, not its acts. Ids are ``p3.s2``, the second sentence of the third paragraph, or ``p3`` where it is the only one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.annotation.anchors import annotate
from corpora.errors import InputError, NoResolutionError
from corpora.languages import available, language
from corpora.languages.detection import detect_language
from corpora.model import Kind, Paragraph, Part, Resolution
from corpora.readers import read_document
from corpora.readers.base import Block, Document, part_of
from corpora.reading import read_resolution, split_path
from corpora.text.numbering import parse_number
from corpora.text.segmentation import sentences


@dataclass(frozen=True, slots=True)
class TextDocument(Resolution):
    """A text that is no resolution; its paragraphs are sentences.

    ``language`` is "und" where it is none of those covered: then it can be aligned, and nothing in it is checked.
    """


UNKNOWN = "und"
"""ISO 639-3 for a language that is not determined."""


def read_text_document(path: Path, language: str | None = None) -> TextDocument:
    """Read a file of any format as paragraphs and sentences.

    Raises InputError where it cannot be read or holds no text.
    """
    document = read_document(split_path(path)[0])
    body = "\n".join(block.text for block in document.blocks)
    code = language or document.language or detect_language(body) or UNKNOWN
    paragraphs = tuple(_paragraphs(document.blocks, code))
    if not paragraphs:
        raise InputError(str(path), "holds no text", hint="check that it is the right file")
    made = TextDocument(
        name=document.name,
        source=document.source,
        language=code,
        symbol=document.symbol,
        organ=None,
        title=_title(document),
        paragraphs=paragraphs,
        set_aside=document.set_aside,
    )
    if code not in available():
        return made
    annotated = annotate(made)
    assert isinstance(annotated, TextDocument)
    return annotated


def by_paragraph(sentences: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Sentences in the paragraphs that they come from."""
    found: dict[str, list[Paragraph]] = {}
    for sentence in sentences:
        found.setdefault(sentence.id.partition(".")[0], []).append(sentence)
    return list(found.values())


def read_versions(
    paths: Sequence[Path], languages: Sequence[str | None] = (), on_progress: Callable[[str], None] = lambda name: None
) -> list[Resolution]:
    """The documents of several files: resolutions where all are, else all as texts.

    ``languages`` are those of the files, detected where there are none; ``on_progress`` is told the name of each. Raises
    InputError where one cannot be read.
    """
    codes = languages or [None] * len(paths)
    found: list[Resolution] = []
    try:
        for path, code in zip(paths, codes, strict=True):
            on_progress(path.name)
            found.append(read_resolution(path, code))
    except NoResolutionError:
        return [read_text_document(path, code) for path, code in zip(paths, codes, strict=True)]
    return found


def _title(document: Document) -> str:
    first = next((b for b in document.blocks if b.heading), document.blocks[0] if document.blocks else None)
    return first.text if first else ""


def _paragraphs(blocks: Sequence[Block], code: str) -> Iterator[Paragraph]:
    place, own = 0, None if code == UNKNOWN else language(code)
    for block in blocks:
        if not block.text.strip():
            continue
        place += 1
        number = parse_number(block.text, own) if block.number is None else None
        lead = number.end if number else 0
        stands_in = Part.NOTES if block.role is Kind.FOOTNOTE else Part.OPERATIVE
        kind = Kind.HEADING if block.heading else block.role if block.role is Kind.FOOTNOTE else Kind.ITEM
        spans = sentences(block.text, None if code == UNKNOWN else code)
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
