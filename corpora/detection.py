"""Which of the languages a text is in: by script, then by frequent words. No network, no model."""

from __future__ import annotations

from collections import Counter

from corpora.languages import available, language
from corpora.text import fold_plain


def detect_language(text: str) -> str | None:
    """The language of ``text``, or None where nothing speaks for any of the languages that have a data file."""
    sample = text[:20000]
    scripts = Counter(_script(c) for c in sample if c.isalpha())
    letters = sum(scripts.values())
    if not letters:
        return None
    for script, code in (("han", "zh"), ("arabic", "ar"), ("cyrillic", "ru")):
        if scripts[script] > 0.35 * letters:
            return code
    words = Counter(fold_plain(sample).replace("'", " ").split())
    scores = {
        code: sum(words[w] for w in language(code).section("detection")["words"])
        for code in available()
        if code not in ("zh", "ar", "ru")
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= max(2, 0.08 * sum(words.values())) else None


def _script(char: str) -> str:
    point = ord(char)
    if 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF:
        return "han"
    if 0x0600 <= point <= 0x06FF or 0x0750 <= point <= 0x077F or 0xFB50 <= point <= 0xFEFF:
        return "arabic"
    if 0x0400 <= point <= 0x052F:
        return "cyrillic"
    return "latin" if point < 0x0250 else "other"
