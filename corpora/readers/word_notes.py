"""Footnotes and endnotes of a Word document, with the marks that Word counts or that someone typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpora.model import Kind
from corpora.readers.archive import Archive
from corpora.readers.textwriter import StyledText, TextWriter
from corpora.readers.word_numbering import LARGEST_START, figure, whole_number
from corpora.readers.word_styles import W, value

_PARTS = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
_CHICAGO = "*†‡§"
_LONGEST_MARK = 4
"""Characters of a mark that is typed: chosen, one more than "***" and "(a)" have."""


@dataclass(slots=True)
class Note:
    """A note as it is written: its mark and its text; without a reference it is set aside."""

    mark: str
    runs: list[StyledText]
    is_referred_to: bool

    def write(self, out: TextWriter) -> None:
        """Add the note to the source."""
        if self.is_referred_to:
            out.block(self.runs, role=Kind.FOOTNOTE, number=self.mark)
        else:
            out.set_aside("".join(run.text for run in self.runs), "footnote without a reference")


@dataclass(slots=True)
class Notes:
    """The notes of a document and the references to them so far, in their order."""

    archive: Archive
    formats: dict[str, str] = field(default_factory=lambda: dict(_USUAL))
    first: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_USUAL, 1))
    counted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_USUAL, 0))
    referred: list[tuple[str, str, str]] = field(default_factory=list)
    is_typed: bool = False

    def number_as(self, root: Element) -> None:
        """Take over how a document numbers its notes: the format, and the first number where that is not 1."""
        for kind in _USUAL:
            for properties in root.iter(f"{W}{kind}Pr"):
                self.formats[kind] = value(properties, "numFmt") or self.formats[kind]
                if (start := value(properties, "numStart")).isdecimal():
                    self.first[kind] = whole_number(start, LARGEST_START, 1)
                    break

    def mark_of(self, reference: Element) -> str:
        """The mark of the next reference; "" where the text that follows is the mark."""
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        note_id = reference.get(f"{W}id", "")
        self.is_typed = reference.get(f"{W}customMarkFollows", "0").lower() in ("1", "true", "on")
        mark = ""
        if not self.is_typed:
            number = self.first[kind] + self.counted[kind]
            self.counted[kind] += 1
            mark = _figure(number, self.formats[kind])
        self.referred.append((kind, note_id, mark))
        return mark

    def typed_mark(self, text: str) -> str:
        """Text of a run; where it is the mark that a reference said would follow, it is that note's."""
        if not self.referred or self.referred[-1][2]:
            self.is_typed = False
        elif text.strip():
            kind, note_id, _ = self.referred[-1]
            self.referred[-1] = (kind, note_id, text.strip()[:_LONGEST_MARK])
            self.is_typed = len(text.strip()) <= _LONGEST_MARK
        return text

    def in_order(self, runs: Callable[[Element], Iterable[StyledText]]) -> Iterator[Note]:
        """The notes in the order in which the text refers to them, then those that nothing refers to."""
        elements = {
            (kind, e.get(f"{W}id", "")): e
            for kind, part in _PARTS.items()
            if part in self.archive
            for e in self.archive.xml_of(part).iter(f"{W}{kind}")
            if f"{W}type" not in e.attrib
        }
        for kind, note_id, mark in tuple(self.referred):
            element = elements.pop((kind, note_id), None)
            if element is not None:
                yield Note(mark, _without_mark(_runs_of(element, runs), mark), True)
        for element in elements.values():
            yield Note("", _runs_of(element, runs), False)


def _runs_of(element: Element, runs: Callable[[Element], Iterable[StyledText]]) -> list[StyledText]:
    return [run for paragraph in element.iter(f"{W}p") for run in (*runs(paragraph), StyledText(" "))]


def _without_mark(runs: list[StyledText], mark: str) -> list[StyledText]:
    """The runs of a note without the mark with which someone typed it: "* State not a member"."""
    text = "".join(run.text for run in runs)
    if mark.isalnum() and not text.lstrip().startswith(mark + " ") and not (runs and runs[0].superscript):
        return runs
    if not text.lstrip().startswith(mark):
        return runs
    left = len(text) - len(text.lstrip()) + len(mark)
    out = []
    for run in runs:
        taken = min(left, len(run.text))
        left -= taken
        out.append(StyledText(run.text[taken:], run.emphasis, run.superscript, run.bold))
    return out


def _figure(number: int, shape: str) -> str:
    if shape == "chicago":
        turns, place = divmod(number - 1, len(_CHICAGO))
        return _CHICAGO[place] * (turns + 1)
    return figure(number, shape)
