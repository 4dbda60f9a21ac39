"""For formats whose markup is not the text: writes the text that a reader takes, and the blocks that count its characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpora.model import SetAside, Span
from corpora.readers.base import Block, BlockBuilder


@dataclass(frozen=True, slots=True)
class StyledText:
    """A stretch of text in one style."""

    text: str
    emphasis: bool = False
    superscript: bool = False
    bold: bool = False


@dataclass(slots=True)
class TextWriter:
    """The source text as it grows, block by block, each block on a line of its own."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The text written so far."""
        return "".join(self.parts)

    def write(self, text: str) -> None:
        """Add text to the source that belongs to no block."""
        self.parts.append(text)
        self.length += len(text)

    def set_aside(self, text: str, reason: str) -> None:
        """Add text that belongs to no paragraph, with the reason."""
        line = " ".join(text.split())
        if line:
            start = self.length
            self.write(line)
            self.aside.append(SetAside(Span(start, self.length), reason))
            self.write("\n")

    def block(self, runs: Iterable[StyledText], **hints: object) -> None:
        """Add a block; white space is folded, a block without text is left out."""
        builder = BlockBuilder()
        start = self.length
        number = hints.get("number")
        if isinstance(number, str) and number:
            self.write(number + " ")
        for run in runs:
            begin = len(builder.chars)
            for char in run.text:
                blank = char.isspace()
                if blank and (not builder.chars or builder.chars[-1] == " "):
                    continue
                builder.add(char, self.length)
                # A no-break space is kept in the source, where typography is looked at.
                self.write(char if char in "\u00a0\u202f" or not blank else " ")
            if run.superscript and len(builder.chars) > begin:
                builder.superscripts.append(Span(begin, len(builder.chars)))
            elif run.emphasis and len(builder.chars) > begin:
                builder.emphasis.append(Span(begin, len(builder.chars)))
        block = builder.build(Span(start, self.length), **hints)
        if block.text:
            self.blocks.append(block)
            self.write("\n")
