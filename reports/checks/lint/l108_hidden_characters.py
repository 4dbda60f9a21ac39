"""L108."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from corpora.model import Paragraph, Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import in_latin_letters
from corpora.text.symbols import is_symbol
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class HiddenCharacters(DocumentCheck):
    """Something that cannot be seen changes what a text says."""

    code = "L108"
    since = "0.2.0"
    severity = Severity.MAJOR
    category = "verity/legal-requirements"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each mark that turns the direction, each hidden character in a symbol, each symbol of two scripts."""
        for paragraph in document.all_paragraphs():
            hidden = _hidden(document.source, paragraph)
            for place, char in _turning(hidden):
                span = Span(place, min(place + 1, len(paragraph.text)))
                yield finding_in(self, document, paragraph, span, "L108.turned", {"char": _name(char)}, confidence=0.9)
            for match in _SYMBOL.finditer(paragraph.text):
                yield from self._symbol(document, paragraph, match, hidden)

    def _symbol(
        self, document: Resolution, paragraph: Paragraph, match: re.Match[str], hidden: list[tuple[int, str]]
    ) -> Iterator[Finding]:
        said, span = match.group(), Span(match.start(), match.end())
        inside = [c for place, chars in hidden if span.start < place < span.end for c in chars if c in _PARTING]
        latin = in_latin_letters(said)
        if not is_symbol(latin):
            return
        if inside:
            facts = {"char": _name(inside[0]), "said": said}
            yield finding_in(self, document, paragraph, span, "L108.inside", facts, severity=Severity.MINOR)
        if latin != said:
            letters = " ".join(dict.fromkeys(c for c, d in zip(said, latin, strict=True) if c != d))
            facts = {"letters": letters, "said": said}
            yield finding_in(self, document, paragraph, span, "L108.alike", facts, severity=Severity.MINOR)


_OVERRIDES = "\u202d\u202e"
_OPENING, _CLOSING = "\u202a\u202b\u2066\u2067\u2068", "\u202c\u2069"
_PARTING = "\u200b\u200c\u200d\u034f\u180e\u2061\u2062\u2063\u2064\ufe0e\ufe0f"
"""What has no width and no business in a symbol; marks of direction and word joiners may stand there."""
_SYMBOL = re.compile(r"[^\W\d_]+(?:/[\w.-]+)+(?: ?\(\d{4}\))?")


def _hidden(source: str, paragraph: Paragraph) -> list[tuple[int, str]]:
    """What stands in the source before each character of a paragraph and is not in its text: (place, characters)."""
    ends = [*paragraph.offsets, paragraph.span.end]
    found, before = [], paragraph.span.start
    for place, at in enumerate(ends):
        gap = source[before:at]
        if gap and not gap.isascii():
            found.append((place, gap))
        elif "&" in gap:
            found.append((place, html.unescape(gap)))
        before = max(before, at + 1)
    return found


def _turning(hidden: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The marks that write what follows backwards, and those that are opened and never closed."""
    opened: list[tuple[int, str]] = []
    for place, chars in hidden:
        for char in chars:
            if char in _OVERRIDES:
                yield place, char
            if char in _OVERRIDES or char in _OPENING:
                opened.append((place, char))
            elif char in _CLOSING and opened:
                opened.pop()
    yield from ((place, char) for place, char in opened if char in _OPENING)


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"


CHECK = HiddenCharacters()
