"""Which of the languages a text is in: by script, then by frequent words. No network, no model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpora.languages import available, language
from corpora.model import Kind, Paragraph, Resolution, Span
from corpora.text import fold_plain, one_line


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
    ranked = sorted(scores, key=lambda code: -scores[code])
    best, total = ranked[0], sum(words.values())
    clear = len(ranked) == 1 or scores[best] >= 1.5 * scores[ranked[1]] + 2
    if clear and scores[best] >= max(2, 0.08 * total):
        return best
    return _by_letters(sample, ranked) if letters >= _FEWEST_LETTERS else None


_FEWEST_LETTERS = 12
UNLIKE = -5.2
"""Mean log-likelihood of a letter group under which a text is in none of the languages; set on short paragraphs."""


def _by_letters(text: str, codes: Sequence[str]) -> str | None:
    """The language whose usual groups of three letters a short text is made of; None where it is none of them.

    After Cavnar and Trenkle, "N-gram-based text categorization" (1994), with the words of the language data as the corpus.
    """
    likely = {code: likeness(text, code) for code in codes}
    best = max(likely, key=lambda code: likely[code])
    return best if likely[best] > UNLIKE else None


def likeness(text: str, code: str) -> float:
    """The mean log-likelihood of a text's groups of three letters in a language; that of an absent group where it has none."""
    groups = _groups(one_line(text))
    return sum(_model(code).get(g, _ABSENT) for g in groups) / len(groups) if groups else _ABSENT


_ABSENT = -8.0


def _groups(text: str) -> list[str]:
    plain = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    padded = " " + " ".join(plain.split()) + " "
    return [padded[i : i + 3] for i in range(len(padded) - 2)]


@cache
def _model(code: str) -> dict[str, float]:
    """Log-probabilities of the groups of three letters in a language's own words, from its data file and the sample."""
    counts: Counter[str] = Counter()
    counts.update(_groups(fold_plain(" ".join(_strings(language(code).data)))))
    sample = _SAMPLES / f"{code}.md"
    if sample.is_file():
        counts.update(_groups(fold_plain(sample.read_text(encoding="utf-8"))))
    total = sum(counts.values())
    return {group: math.log(count / total) + _SCALE for group, count in counts.items()}


_SAMPLES = Path(__file__).parent / "samples" / "e-res-2002-19"
_SCALE = 3.0


def _strings(data: Any) -> Iterator[str]:
    """Every word of a data file that is no pattern."""
    if isinstance(data, str):
        if not any(c in data for c in "\\[?|{"):
            yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def _script(char: str) -> str:
    point = ord(char)
    if 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF:
        return "han"
    if 0x0600 <= point <= 0x06FF or 0x0750 <= point <= 0x077F or 0xFB50 <= point <= 0xFEFF:
        return "arabic"
    if 0x0400 <= point <= 0x052F:
        return "cyrillic"
    return "latin" if point < 0x0250 else "other"


_CLAUSE = re.compile(r"[^;:؛；：]{60,}")
_FEWEST_WORDS = 8
_SHARE = 0.2
_FRAME = frozenset({Kind.SYMBOL, Kind.TITLE, Kind.ORGAN, Kind.ADOPTION, Kind.CLOSING, Kind.SPONSORS})


def passages_in_other_language(resolution: Resolution) -> Iterator[tuple[Paragraph, Span, str]]:
    """Paragraphs, and long clauses inside them, that stand in another covered language: where, and in which one."""
    own = resolution.language
    for paragraph in resolution.paragraphs:
        if paragraph.kind in _FRAME:
            continue
        whole = _other(paragraph.text, own)
        if whole is not None:
            yield paragraph, Span(0, len(paragraph.text)), whole
            continue
        for clause in _CLAUSE.finditer(paragraph.text):
            code = _other(clause.group(), own)
            if code is not None:
                yield paragraph, Span(clause.start(), clause.end()), code


def _other(text: str, own: str) -> str | None:
    """The language that a text is surely in, None where it may be ``own``."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 12:
        return None
    scripts = Counter(_script(c) for c in letters)
    script, count = scripts.most_common(1)[0]
    expected = {"zh": "han", "ar": "arabic", "ru": "cyrillic"}.get(own, "latin")
    if script != expected:
        found = detect_language(text)
        return found if count > 0.6 * len(letters) and found != own and len(letters) >= 24 else None
    if expected != "latin":
        return None
    words = fold_plain(text).replace("'", " ").split()
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    scores = {
        code: sum(counts[w] for w in set(language(code).section("detection")["words"]))
        for code in available()
        if code not in ("zh", "ar", "ru")
    }
    best = max(scores, key=lambda code: scores[code])
    return best if best != own and scores[best] >= _SHARE * len(words) and scores[own] <= 0.35 * scores[best] else None


_HALF = 0.3
_LETTERS_OF_A_CHARACTER = 3
"""Letters of another language that say what one Chinese character says (the six versions of the record)."""


def _weight(text: str) -> int:
    """The length of a text in letters, a Chinese character counted for as many as it stands for."""
    return len(text) + (_LETTERS_OF_A_CHARACTER - 1) * sum(_script(c) == "han" for c in text)


def halves(texts: Sequence[str], own: str) -> tuple[str, int] | None:
    """The other language of a text that is half in one, half in another, and where it begins; None for one of one language.

    A part is 30 % of the letters or more; less is a passage left in another language, and reported as such.
    """
    total = sum(map(_weight, texts))
    others: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        code = _other(text, own)
        if code is not None:
            others.setdefault(code, []).append(i)
    for code, places in others.items():
        if sum(_weight(texts[i]) for i in places) >= _HALF * total:
            return code, places[0]
    return None
