"""How often something recurs, in adjectives and in phrases: "semestriel", "every two years", 每年."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpora.annotation.numerals import whole_words, with_endings
from corpora.annotation.scanner import Scan
from corpora.languages import Language, expand
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.values import Frequency, Period

_MONTHLY, _YEARLY = "P1M", "P1Y"
_OFTENER_A_YEAR = frozenset({"P6M", "P4M", "P3M"})
"""Frequencies of so many times a year."""


def _phrases(language: Language) -> tuple[re.Pattern[str], Mapping[str, tuple[str, bool]]] | None:
    """A pattern of all phrases, and by phrase the frequency and whether it is sure."""
    found: dict[str, tuple[str, bool]] = {}
    for phrases, firm in ((language.loose_frequency, False), (language.frequency, True)):
        for every, raw in ((every, raw) for every, words in phrases.items() for raw in words):
            for phrase in expand(with_endings(raw, language.numbers.endings)):
                found[fold_plain(phrase)] = every, firm
    if not found:
        return None
    return whole_words(found, spaced=language.spaced), found


def _named_month(language: Language) -> re.Pattern[str]:
    """The name of a month behind a phrase, with a short word between them: " de enero", " de janvier"."""
    return compiled(
        rf"\s(?:[^\W\d_]{{1,3}}['\s])?(?:{alternatives(w for words in language.months.values() for w in words)})(?!\w)"
    )


def find(scan: Scan) -> None:
    """The frequencies of a paragraph; the numbers in them stay numbers. Each month of one name comes once a year ("cada mes de enero")."""
    phrases = scan.language.derived(_phrases)
    if phrases is None:
        return
    pattern, known = phrases
    for match in scan.matches(pattern):
        every, firm = known[match.group()]
        if every == _MONTHLY and scan.language.derived(_named_month).match(scan.folded.text, match.end()):
            every = _YEARLY
        scan.add(Frequency(Period.read(every)), match.start(), match.end(), firm=firm, take=False)
        once = scan.language.numbers.once_or
        if every in _OFTENER_A_YEAR and once and once.search(scan.folded.text[: match.start()]):
            scan.add(Frequency(Period.read(_YEARLY)), match.start(), match.end(), firm=firm, take=False)
