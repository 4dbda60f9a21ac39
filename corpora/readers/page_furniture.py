"""What the furniture of a page is by its words: a page number, a job number, a rule, a document symbol, a mark to turn over."""

from __future__ import annotations

import re

from corpora.text.folding import fold_plain
from corpora.text.symbols import is_symbol

HEAD, PAGE_NUMBER, JOB_NUMBER, RULE = "running head", "page number", "job number", "rule"

_PAGE_NUMBER = re.compile(r"[\s\-–—]*\d{1,4}[\s\-–—]*|\d{1,3}\s?/\s?\d{1,3}")
_OF_PAGES = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})")
_JOB_CORE = r"(?:[a-z]{1,3}[.\-])?\d{2}[-‑ ]?\d{5}\*{0,2}|[a-z]\d{7}|\*[a-z]?\d{6,9}\*"
"""The number of the documents service: "25-00616", "GE.25-11220", "01 49725", "N1822420", and as a bar code "*2500616*"."""
_JOB_NUMBER = re.compile(rf"(?:(?:{_JOB_CORE}|\(?[a-z]\)?|\d{{6}}|/)\s*)+", re.IGNORECASE)
_HAS_JOB_CORE = re.compile(rf"(?<![\w.])(?:{_JOB_CORE})(?!\w)", re.IGNORECASE)
_RULE = re.compile(r"[_‗─━―—–\-]{5,}")
_TURN_OVER = re.compile(r"/\s?(?:\.\s?){2,3}|/…|\.\s?\.\s?\./")
_LETTERED = re.compile(r"(.*/(?:RES|DEC)/.*\d) ([A-Z])")
_ENDS = re.compile(r"^\W*\d{1,3}\s|\s\d{1,3}\W*$")


def symbol_of_line(text: str) -> str | None:
    """The document symbol that is all of a line, with its letter ("A/RES/72/260 B") and without the asterisk of a reissue."""
    symbol = text.strip().rstrip("*")
    lettered = _LETTERED.fullmatch(symbol)
    return symbol if is_symbol("".join(lettered.groups()) if lettered else symbol) else None


def is_rule(text: str) -> bool:
    """Whether a line is a rule, as above footnotes."""
    return _RULE.fullmatch(text.strip()) is not None


def furniture_by_words(text: str) -> str | None:
    """The kind of furniture that a line at the edge of a page may be, None where its words tell nothing."""
    folded = fold_plain(text).strip()
    if _JOB_NUMBER.fullmatch(folded) and _HAS_JOB_CORE.search(folded):
        return JOB_NUMBER
    if _PAGE_NUMBER.fullmatch(folded):
        return PAGE_NUMBER
    return HEAD if _TURN_OVER.fullmatch(folded) or symbol_of_line(text) else None


def is_page_of_pages(text: str, page: int) -> bool:
    """Whether a text numbers a page, counted from 1, among all: "3/10"."""
    match = _OF_PAGES.fullmatch(fold_plain(text).strip())
    return match is not None and int(match.group(1)) == page <= int(match.group(2))


def words_of_head(text: str) -> str:
    """A line without a page number at either end: what running heads have in common."""
    return _ENDS.sub("", fold_plain(text)).strip()
