"""Enacting formulas: "Le Conseil de sécurité," and the organ that each one names, whatever OCR made of it."""

from __future__ import annotations

from rapidfuzz import fuzz

from corpora.languages import Language
from corpora.text.folding import fold_plain

LONGEST_FORMULA = 70
"""Characters of an enacting formula, the longest organ's name included."""
_LIKE_FORMULA = 92.0
"""Likeness, of 100 (rapidfuzz ratio), from which a line is a formula that a scan damaged."""


def letters_of(text: str) -> str:
    """The letters of a text, folded: what is left of an enacting formula whatever OCR made of its punctuation."""
    return "".join(c for c in fold_plain(text) if c.isalpha())


def _openings(language: Language) -> dict[str, str]:
    return {letters_of(o): key for key, forms in language.organs.items() for o in forms}


def enacting_organ(text: str, language: Language) -> str | None:
    """The organ whose formula ``text`` is, a slip of OCR or the date of adoption before it allowed; None where it is none."""
    dated = language.headings.dated.match(fold_plain(text))
    openings, letters = language.derived(_openings), letters_of(text[dated.end() :] if dated else text)
    if letters in openings:
        return openings[letters]
    return next(
        (key for form, key in openings.items() if len(form) > 8 and fuzz.ratio(letters, form) >= _LIKE_FORMULA), None
    )
