"""L104."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.languages import language_of
from corpora.model import Paragraph, Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.punctuation import BRACKETS, NARROW, PAIRS
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity


class UnpairedMarks(DocumentCheck):
    """A bracket or a quotation mark has no partner."""

    code = "L104"
    since = "0.1.0"
    severity = Severity.MINOR
    category = "fluency/punctuation"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for each mark without partner."""
        carried: list[tuple[Paragraph, int]] = []
        for paragraph in document.all_paragraphs():
            text = paragraph.text
            if language_of(document).direction == "rtl":
                # Files of right-to-left text hold “ ” in either order: which one opens cannot be told.
                text = text.replace("“", " ").replace("”", " ")
            lonely, opened, closes = _unpaired(text, bool(carried))
            # Each paragraph of a quotation may open it anew, and the last closes it for all.
            if closes or (text.lstrip()[:1] in _QUOTES and not opened):
                carried.clear()
            carried += [(paragraph, i) for i in opened]
            yield from (self._finding(document, paragraph, i) for i in lonely)
        yield from (self._finding(document, paragraph, i) for paragraph, i in carried)

    def _finding(self, document: Resolution, paragraph: Paragraph, place: int) -> Finding:
        mark = paragraph.text[place]
        span = Span(place, place + 1)
        return finding_in(self, document, paragraph, span, "L104.one", {"mark": mark}, confidence=0.8)


_CLOSERS = {closer: opener for opener, closer in PAIRS.items()}
_QUOTES = ("«", "“")


def _unpaired(text: str, carried: bool) -> tuple[list[int], list[int], bool]:
    """The places of marks without partner and of a quotation that stays open, and whether the text closes one from before.

    ``carried`` says that one is open from before.
    """
    closes = False
    waiting: dict[str, list[int]] = {}
    lonely: list[int] = []
    for i, char in enumerate(text):
        # A half-width bracket may close a full-width one: Chinese texts mix them.
        char = NARROW.get(char, char) if char in BRACKETS else char
        if char in PAIRS:
            waiting.setdefault(char, []).append(i)
        elif char in _CLOSERS:
            opener = NARROW.get(_CLOSERS[char], _CLOSERS[char])
            if waiting.get(opener):
                waiting[opener].pop()
            elif opener in _QUOTES and carried and not closes:
                closes = True
            elif not (char == ")" and i and text[i - 1].isalnum() and len(text[max(0, i - 5) : i].split()[-1]) <= 4):
                lonely.append(i)
    lonely += [i for char, places in waiting.items() if char not in _QUOTES for i in places]
    quotes = sorted(i for char, places in waiting.items() if char in _QUOTES for i in places)
    # A quotation that stays open is taken to run on into the next paragraph, once.
    return sorted(lonely + quotes[1:]), quotes[:1], closes


CHECK = UnpairedMarks()
