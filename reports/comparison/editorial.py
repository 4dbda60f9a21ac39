"""Editorial changes: what differs in the letter and says the same, by rules and by learned counts, never by likeness.

Each has a reason, which is shown beside it. A word that turns the sense ("instabilité" for "stabilité", "ou" for "et", "peut" for
"doit") is never one: those words are asked after first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from rapidfuzz.distance import DamerauLevenshtein

from align.lexicon.translation_tables import vocabulary
from corpora.languages import language_of
from corpora.model import Kind, Resolution
from corpora.resources.glossary import stem
from corpora.text.folding import fold_plain
from corpora.text.symbols import parse_symbol
from corpora.values import AnchorKind, Citation, DocumentSymbol, ParagraphReference, Session
from reports.comparison.hunk_kinds import BeadTexts, HunkKind, content_words, kind_of, value_changes
from reports.comparison.hunks import Hunk


class Editorial(StrEnum):
    """Why a change is editorial."""

    FRAME = "frame"
    TYPOGRAPHY = "typography"
    SPELLING = "spelling"
    AGREEMENT = "agreement"
    SESSION = "session"
    CHAIN = "chain"
    RENUMBERED = "renumbered"


_ACCENTED = 4
"""Letters from which words that differ in accents only are one word: "a" and "à", "ou" and "où" are two."""
_SLIP = 5
"""Letters from which a word that no adopted text has can be a slip for one that they have."""
_SEEN = 3
"""Occurrences in the texts of the lexicon from which a word is one of the language's."""
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_DIGIT = re.compile(r"\d")


class EditorialRules:
    """What is editorial between two resolutions; ``renumbered`` says which old paragraph is which new one, by number."""

    def __init__(self, earlier: Resolution, later: Resolution, renumbered: dict[int, int]) -> None:
        self.earlier, self.later, self.renumbered = earlier, later, renumbered

    def reason(self, hunk: Hunk, texts: BeadTexts) -> Editorial | None:
        """Why a hunk is editorial, None where it is not; ``texts`` are the paragraphs of its bead."""
        if hunk.paragraph.kind.is_frame and hunk.paragraph.kind is not Kind.TITLE:
            return Editorial.FRAME
        if hunk.wordless or _same_letters(hunk):
            return Editorial.TYPOGRAPHY
        if self._extends_chain(hunk):
            return Editorial.CHAIN
        if self._follows_renumbering(hunk):
            return Editorial.RENUMBERED
        if self._next_session(hunk, texts):
            return Editorial.SESSION
        return Editorial.SPELLING if _is_slip(hunk) else None

    def _extends_chain(self, hunk: Hunk) -> bool:
        """Whether what came is the citation of the resolution that is renewed, with its date and no more."""
        if hunk.words_before or not self.earlier.symbol:
            return False
        cited = [a for p in hunk.after for a in p.paragraph.anchors if a.span.overlaps(p.span)]
        symbols = [a.value.symbol for a in cited if isinstance(a.value, Citation)]
        if len(symbols) != 1 or not _names(symbols[0], self.earlier):
            return False
        covered = [a.span for a in cited if a.kind in (AnchorKind.CITATION, AnchorKind.DATE)]
        own = language_of(hunk.paragraph)
        rest, _ = hunk.cut({}, {p.paragraph.id: covered for p in hunk.after})
        left = Hunk(hunk.bead, (), hunk.after).cut({}, {p.paragraph.id: covered for p in hunk.after})[1]
        return rest is not None and (
            left is None or not any(_says(w, own.citations.resolution) for w in content_words(left)[1])
        )

    def _follows_renumbering(self, hunk: Hunk) -> bool:
        """Whether the only change is the number of a cited paragraph of the resolution, which moved there."""
        old = [a.value for p in hunk.before for a in p.paragraph.anchors if a.span.overlaps(p.span)]
        new = [a.value for p in hunk.after for a in p.paragraph.anchors if a.span.overlaps(p.span)]
        if not old or len(old) != len(new) or len(hunk.words_before) != len(old) or len(hunk.words_after) != len(new):
            return False
        return all(
            isinstance(a, ParagraphReference)
            and isinstance(b, ParagraphReference)
            and self.renumbered.get(a.number) == b.number
            for a, b in zip(old, new, strict=True)
        )

    def _next_session(self, hunk: Hunk, texts: BeadTexts) -> bool:
        """Whether the number of a session went up by one, and nothing else changed in the paragraphs."""
        changes = value_changes(hunk, texts)
        if len(changes) != 1 or len(changes[0].gone) != 1 or len(changes[0].come) != 1:
            return False
        old, new = changes[0].gone[0][1].value, changes[0].come[0][1].value
        if not (isinstance(old, Session) and isinstance(new, Session) and new.number == old.number + 1):
            return False
        spans = ({p.id: [a.span] for p, a in side} for side in (changes[0].gone, changes[0].come))
        _, rest = hunk.cut(*spans)
        return rest is None


def _names(symbol: DocumentSymbol, resolution: Resolution) -> bool:
    return bool(resolution.symbol) and parse_symbol(resolution.symbol or "").names_same_text(symbol)


def _says(word: str, known: Sequence[str]) -> bool:
    """Whether a word says something more than "resolution"."""
    return not any(word in name.split() or name.startswith(word) for name in known) and not _DIGIT.search(word)


def _bare(words: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFKD", "".join(words).translate(_LIGATURES))
    return "".join(c for c in plain if c.isalnum())


def _same_letters(hunk: Hunk) -> bool:
    """Whether both sides have the same letters: accents, hyphens, ligatures and spaces apart."""
    old, new = hunk.words_before, hunk.words_after
    bare = _bare(old)
    if not bare or bare != _bare(new):
        return False
    return len(bare) >= _ACCENTED or fold_plain(" ".join(old)) == fold_plain(" ".join(new))


def _is_slip(hunk: Hunk) -> bool:
    """Whether one word stands for another one that differs in a letter, and only one of the two is a word of adopted texts."""
    old, new = hunk.words_before, hunk.words_after
    if len(old) != 1 or len(new) != 1 or min(len(old[0]), len(new[0])) < _SLIP or _DIGIT.search(old[0] + new[0]):
        return False
    if kind_of(hunk) is not HunkKind.WORDING or DamerauLevenshtein.distance(old[0], new[0]) > 1:
        return False
    own = language_of(hunk.paragraph)
    known = vocabulary(own.code)
    seen = known.counts[known.of([stem(fold_plain(word), own) for word in (old[0], new[0])])]
    return bool(min(seen) == 0 and max(seen) >= _SEEN)


def same_stems(hunk: Hunk) -> bool:
    """Whether the words that say something differ in their endings only: number, gender, tense."""
    own = language_of(hunk.paragraph)
    old, new = ([stem(fold_plain(word), own) for word in side] for side in content_words(hunk))
    return bool(old) and old == new
