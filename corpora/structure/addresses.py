"""How people find a paragraph: "para. 38 (a) (vi)", "10th preambular paragraph", "annex II, art. 5", "draft resolution, para. 2".

An address is made of what is typed in the paragraphs (kind, part, parent, number, mark of the list), never of their ids; it is put
into words by `reports.messages.addresses`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from corpora.languages import language
from corpora.model import Address, Kind, Paragraph, Resolution, Step
from corpora.structure.divisions import Division, division_of
from corpora.text.numbering import roman

ANNEX = "annex"
DRAFT = "draft"
"""Names of steps that are no kinds of paragraphs; the others are those of `Kind`, "sign" and "unnumbered", and the divisions."""
_SIGN, _UNNUMBERED = "sign", "unnumbered"
_PARAGRAPH, _SENTENCE = "paragraph", "sentence"
"""Steps in a text that is no resolution."""
_TEXT = ("text",)
"""What its paragraphs are counted by."""
_SHARED = re.compile(r"\W*\w+\s+(?P<mark>[IVXLC]+|[A-Z]|\d{1,2})\s*(?:$|[-–—.:])")
"""The number or letter of an annex's heading where all languages write it alike: "Annex II", "Приложение 3. …"."""


def address_of(resolution: Resolution, paragraph_id: str) -> Address:
    """Where people find a paragraph or a footnote; an address without steps for an id that the resolution has not."""
    return resolution.addresses(_addresses).get(paragraph_id) or Address(paragraph_id)


def _addresses(resolution: Resolution) -> Mapping[str, Address]:
    walk = _Walk(resolution)
    return {p.id: Address(p.id, tuple(walk.steps(p))) for p in resolution.all_paragraphs()}


class _Walk:
    """Walks through the paragraphs once, counts those that are alike, and keeps the steps to each."""

    def __init__(self, resolution: Resolution) -> None:
        self.language = language(resolution.language)
        self.steps_to: dict[str, tuple[Step, ...]] = {}
        self.paragraphs = {p.id: p for p in reversed(resolution.paragraphs)}
        self.annexes = sum(p.kind is Kind.ANNEX for p in resolution.paragraphs)
        self.drafts = sum(p.kind is Kind.ORGAN and self._in_draft(p) for p in resolution.paragraphs)
        self.counts: Counter[tuple[object, ...]] = Counter()
        self.seen: Counter[tuple[object, ...]] = Counter()
        self.numbers: dict[object, str] = {}
        self.draft_of: dict[str, int] = {}
        self.opened = 0
        self.point_above: tuple[Step, ...] = ()

    def steps(self, paragraph: Paragraph) -> Iterator[Step]:
        """The steps to a paragraph; those of what it stands below are known, since that comes before it."""
        if self._is_sentence(paragraph):
            yield from self._sentence(paragraph)
            return
        above = self.steps_to.get(paragraph.parent or "", ())
        below: object = paragraph.parent
        if self._in_draft(paragraph):
            number = self._draft(paragraph)
            above, below = (self._draft_step(number),), (paragraph.parent, number)
        own = self._own(paragraph, below)
        key = (below, own.kind, own.number)
        self.seen[key] += 1
        again = self.seen[key] if own.number and own.kind != _UNNUMBERED else 1
        found = (*above, Step(own.kind, own.number, own.count, again))
        self.steps_to.setdefault(paragraph.id, found)
        yield from found

    @staticmethod
    def _is_sentence(paragraph: Paragraph) -> bool:
        """Whether it is a sentence of a text that is no resolution: only there an item stands below nothing."""
        return paragraph.kind is Kind.ITEM and paragraph.parent is None

    def _sentence(self, paragraph: Paragraph) -> Iterator[Step]:
        """A sentence by the number of its paragraph, else by the place of that; its ids are places ("p3.s2") and nothing more."""
        home, _, sentence = paragraph.id.partition(".s")
        if sentence in ("", "1"):
            self.counts[_TEXT] += 1
            number = paragraph.number or ""
            if _figures(number):
                self.point_above = (Step(str(Kind.OPERATIVE), number, self.counts[_TEXT]),)
                self.steps_to[home] = self.point_above
            elif number:
                self.steps_to[home] = (*self.point_above, Step(str(Kind.ITEM), number, self.counts[_TEXT]))
            else:
                self.steps_to[home] = (Step(_PARAGRAPH, count=self.counts[_TEXT]),)
        yield from self.steps_to[home]
        if sentence:
            yield Step(_SENTENCE, count=int(sentence))

    def _own(self, paragraph: Paragraph, below: object) -> Step:
        """The last step to a paragraph; ``below`` is what its like are counted in."""
        division = self._division(paragraph)
        if division is not None:
            return Step(division.kind, str(division.value))
        kind: str = str(paragraph.kind)
        if paragraph.kind is Kind.ITEM and paragraph.number is None:
            kind = _SIGN
        self.counts[below, kind] += 1
        count = self.counts[below, kind]
        if paragraph.kind is Kind.ANNEX:
            shared = _SHARED.match(paragraph.text[:24])
            several = roman(count).upper() if self.annexes > 1 else ""
            return Step(ANNEX, shared.group("mark") if shared else several, count)
        if paragraph.kind is Kind.ITEM and paragraph.number is not None:
            return Step(kind, paragraph.label or paragraph.number, count)
        if paragraph.kind is Kind.FOOTNOTE:
            return Step(kind, paragraph.number or str(count), count)
        if paragraph.kind is Kind.OPERATIVE:
            return self._act(paragraph, below, count)
        if paragraph.kind is Kind.PREAMBULAR:
            return Step(kind, _figures(paragraph.number or ""), count)
        return Step(kind, count=count)

    def _act(self, paragraph: Paragraph, below: object, count: int) -> Step:
        """An operative paragraph by its number; where it alone has none, by the number before it; by its place where none has one."""
        number = _figures(paragraph.number or "")
        before = self.numbers.get(below, "")
        if number:
            self.numbers[below] = number
            return Step(str(paragraph.kind), number, count)
        return Step(_UNNUMBERED, before, count) if before else Step(str(paragraph.kind), str(count), count)

    def _division(self, paragraph: Paragraph) -> Division | None:
        """The article, goal or rule that a paragraph is, as its number says in words."""
        number = paragraph.number or ""
        wordy = paragraph.kind in (Kind.HEADING, Kind.OPERATIVE) and _figures(number)[:1] != number[:1]
        return division_of(number, self.language) if number and wordy else None

    def _in_draft(self, paragraph: Paragraph) -> bool:
        """Whether it stands in a draft resolution that a paragraph recommends: only there acts and recitals stand below one."""
        parent = self.paragraphs.get(paragraph.parent or "")
        if parent is None or not (paragraph.kind.opens_draft and parent.kind.is_body):
            return False
        return self._division(parent) is None

    def _draft(self, paragraph: Paragraph) -> int:
        """The number of the draft resolution that a paragraph stands in, among those of the document."""
        if paragraph.kind is Kind.ORGAN:
            self.opened += 1
        return max(1, self.opened)

    def _draft_step(self, number: int) -> Step:
        return Step(DRAFT, roman(number).upper() if self.drafts > 1 else "", number)


def _figures(number: str) -> str:
    """A number from its first figure on, in the figures 0 to 9: "2 bis" of "OP2 bis"; "" where it has none."""
    plain = "".join(str(unicodedata.decimal(c, c)) for c in number)
    at = next((i for i, c in enumerate(plain) if c in "0123456789"), None)
    return "" if at is None else plain[at:].rstrip(" .)]")
