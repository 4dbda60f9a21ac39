"""L109."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from corpora.model import Paragraph, Resolution
from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.folding import mixed_words
from corpora.text.scripts import DIGITS, INVISIBLE, PERSIAN_FOR_ARABIC, TATWEEL, VOWEL_SIGNS, is_arabic_letter
from reports.checks.base import DocumentCheck
from reports.checks.support.document import finding_in
from reports.findings.model import Finding, Severity
from reports.messages.phrases import Facts

_LISTED = 5
"""Code points that a finding names."""
_THROUGHOUT = 0.05
"""Vowel signs, or signs that lengthen, to a letter from which a text has them throughout; chosen: 15 Arabic texts of the record, in all
of which some stand, have at most 0.008 vowel signs, where a word could be read in two ways, and lengthen words of their mastheads."""
_PERSIAN = frozenset({*PERSIAN_FOR_ARABIC, *DIGITS[1]})
_DRAWN = frozenset(chr(code) for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)))
"""Arabic letters as fonts draw them, by their place in a word (Unicode: Arabic Presentation Forms A and B)."""


class UnseenCharacters(DocumentCheck):
    """Characters that cannot be seen, letters of another script that look like those of the text, a file that is no Unicode."""

    code = "L109"
    since = "0.3.0"
    severity = Severity.NEUTRAL
    category = "fluency/character-encoding"

    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """One finding for the code page, one for all invisible characters, at the first; one for each word of mixed scripts."""
        if document.code_page and document.paragraphs:
            facts: Facts = {"page": document.code_page}
            yield finding_in(self, document, document.paragraphs[0], None, "L109.code_page", facts, confidence=0.99)
        yield from self._counted(document, INVISIBLE, "L109.invisible")
        yield from self._other_forms(document)
        for paragraph in document.all_paragraphs():
            for span in mixed_words(paragraph.text):
                if paragraph.text[span.end : span.end + 1] == "/":
                    continue  # the letters of a document symbol are L108's
                word: Facts = {"word": paragraph.text[span.start : span.end]}
                yield finding_in(
                    self, document, paragraph, span, "L109.mixed", word, severity=Severity.MINOR, confidence=0.9
                )

    def _other_forms(self, document: Resolution) -> Iterator[Finding]:
        """What of Arabic is written otherwise than usual: all are read as the letters and figures that they stand for."""
        letters = sum(map(is_arabic_letter, document.source))
        if not letters:
            return
        yield from self._counted(document, _PERSIAN, "L109.persian")
        yield from self._counted(document, _DRAWN, "L109.drawn")
        for signs, sentence in ((TATWEEL, "L109.lengthened"), (VOWEL_SIGNS, "L109.vowelled")):
            if sum(char in signs for char in document.source) > _THROUGHOUT * letters:
                yield from self._counted(document, frozenset(signs), sentence)

    def _counted(self, document: Resolution, sought: Collection[str], sentence: str) -> Iterator[Finding]:
        """One finding for all characters of a kind, at the first of them."""
        counts: Counter[str] = Counter()
        first: Paragraph | None = None
        for paragraph in document.all_paragraphs():
            source = document.source[paragraph.span.start : paragraph.span.end]
            found = [char for char in source if char in sought]
            if found:
                first = first or paragraph
                counts.update(found)
        if first is not None:
            names = ", ".join(f"U+{ord(char):04X}" for char, _ in counts.most_common(_LISTED))
            facts: Facts = {"count": counts.total(), "characters": names}
            yield finding_in(self, document, first, None, sentence, facts, confidence=0.99)


CHECK = UnseenCharacters()
