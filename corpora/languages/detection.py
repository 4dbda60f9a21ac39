"""Which of the languages a text is in: by script, then by frequent words. No network, no model."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from corpora.languages.loader import language, languages
from corpora.languages.schema import Language
from corpora.model import Paragraph, Resolution, Span
from corpora.text.folding import fold_plain, one_line
from corpora.text.punctuation import COLONS, SEMICOLONS


def detect_language(text: str) -> str | None:
    """The language of ``text``, or None where nothing speaks for any of the languages that have a data file."""
    sample = text[:20000]
    scripts = Counter(script_of(c) for c in sample if c.isalpha())
    letters = sum(scripts.values())
    if not letters:
        return None
    candidates = _written_in(_script_of_text(scripts, letters))
    if not candidates:
        return None
    if len(candidates) == 1 and candidates[0].writing.script != LATIN:
        # Latin letters alone say nothing: most languages of the world are written in them.
        return None if _is_surely_not(sample, scripts, letters, candidates[0]) else candidates[0].code
    scores, total = _scores(sample, candidates)
    ranked = sorted(candidates, key=lambda candidate: -scores[candidate])
    best = ranked[0]
    clear = len(ranked) == 1 or scores[best] >= 1.5 * scores[ranked[1]] + 2
    if clear and scores[best] >= max(2, 0.08 * total):
        return best.code
    return _by_letters(sample, ranked) if letters >= _FEWEST_LETTERS else None


def _is_surely_not(text: str, scripts: Mapping[str, int], letters: int, known: Language) -> bool:
    """Whether a text in the script of one language is in another that shares it: Persian in Arabic letters, Japanese in Chinese ones."""
    uncovered = sum(n for script, n in scripts.items() if not _written_in(script))
    if uncovered > _UNCOVERED * letters:
        return True
    if not known.spaced:
        return False
    scores, words = _scores(text, (known,))
    return words >= _ENOUGH_WORDS and scores[known] < _FEW_FREQUENT * words and likeness(text, known) < _SURELY_UNLIKE


def _script_of_text(scripts: Mapping[str, int], letters: int) -> str:
    """The script of a text: another one than Latin from a third of the letters on, since Latin names stand everywhere."""
    others = {s: n for s, n in scripts.items() if s != LATIN and n > _OTHER_SCRIPT * letters and _written_in(s)}
    return max(others, key=lambda script: others[script]) if others else LATIN


def _written_in(script: str) -> tuple[Language, ...]:
    return tuple(known for known in languages() if known.writing.script == script)


def _scores(text: str, candidates: Sequence[Language]) -> tuple[dict[Language, int], int]:
    """How many of a text's words are frequent ones of each language, and how many words it has."""
    words = Counter(fold_plain(text).replace("'", " ").split())
    return {known: sum(words[w] for w in set(known.detection.words)) for known in candidates}, sum(words.values())


LATIN, HAN = "latin", "han"
_OTHER_SCRIPT = 0.35
"""Share of letters from which a text is in a script other than Latin: texts in it quote names in Latin letters."""
_UNCOVERED = 0.2
"""Share of letters of scripts that no language is written in from which a text is in another language: half of Japanese is kana."""
_ENOUGH_WORDS, _FEW_FREQUENT, _SURELY_UNLIKE = 12, 0.02, -5.8
"""Words from which a text shows its language, the share of frequent ones under which it has none, and the mean log-likelihood of its
groups of letters under which it is another language's. Of 3,500 Arabic paragraphs of the record with so many words the least likely
has -5.5; Persian, Urdu and Pashto have -6.1 to -7.2."""
_FEWEST_LETTERS = 12
"""Letters of the shortest text whose groups of letters say anything."""
UNLIKE = -5.2
"""Mean log-likelihood of a letter group under which a text is in none of the languages; set on short paragraphs."""


def _by_letters(text: str, candidates: Sequence[Language]) -> str | None:
    """The language whose usual groups of three letters a short text is made of; None where it is none of them.

    After Cavnar and Trenkle, "N-gram-based text categorization" (1994), with the words of the language data as the corpus.
    """
    likely = {known: likeness(text, known) for known in candidates}
    best = max(likely, key=lambda known: likely[known])
    return best.code if likely[best] > UNLIKE else None


def likeness(text: str, language: Language) -> float:
    """The mean log-likelihood of a text's groups of three letters in a language; that of an absent group where it has none."""
    groups = _groups(one_line(text))
    model = language.derived(_model)
    return sum(model.get(g, _ABSENT) for g in groups) / len(groups) if groups else _ABSENT


_ABSENT = -8.0
"""What stands for the log-likelihood of a group of letters that a language's data do not have."""


def _groups(text: str) -> list[str]:
    plain = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    padded = " " + " ".join(plain.split()) + " "
    return [padded[i : i + 3] for i in range(len(padded) - 2)]


def _model(language: Language) -> dict[str, float]:
    """Log-probabilities of the groups of three letters in a language's own words, from its data file and the sample."""
    counts: Counter[str] = Counter()
    counts.update(_groups(fold_plain(" ".join(language.own_words))))
    sample = SAMPLES / f"{language.code}.md"
    if sample.is_file():
        counts.update(_groups(fold_plain(sample.read_text(encoding="utf-8"))))
    total = sum(counts.values())
    return {group: math.log(count / total) + _SCALE for group, count in counts.items()}


SAMPLES = Path(__file__).parents[1] / "samples" / "e-res-2002-19"
_SCALE = 3.0
"""By how much a group of letters that the data have weighs more than its share of them, against one that they do not have."""


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """The script of a letter: han, arabic, cyrillic, latin, or as its name in Unicode begins ("greek", "hebrew")."""
    point = ord(char)
    if 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF:
        return HAN
    if 0x0600 <= point <= 0x06FF or 0x0750 <= point <= 0x077F or 0xFB50 <= point <= 0xFEFF:
        return "arabic"
    if 0x0400 <= point <= 0x052F:
        return "cyrillic"
    return LATIN if point < 0x0250 else unicodedata.name(char, "other").partition(" ")[0].lower()


_CLAUSE = re.compile(rf"[^{SEMICOLONS}{COLONS}]{{60,}}")
_FEWEST_WORDS = 8
"""Words of the shortest passage that is told by its frequent words."""
_SHARE = 0.2
"""Share of a passage that is frequent words of the language that it is in."""


def passages_in_other_language(resolution: Resolution) -> Iterator[tuple[Paragraph, Span, str]]:
    """Paragraphs, and long clauses inside them, that stand in another covered language: where, and in which one."""
    own = language(resolution.language)
    for paragraph in resolution.paragraphs:
        if paragraph.kind.is_frame:
            continue
        whole = _other(paragraph.text, own)
        if whole is not None:
            yield paragraph, Span(0, len(paragraph.text)), whole
            continue
        for clause in _CLAUSE.finditer(paragraph.text):
            code = _other(clause.group(), own)
            if code is not None:
                yield paragraph, Span(clause.start(), clause.end()), code


def _other(text: str, own: Language) -> str | None:
    """The language that a text is surely in, None where it may be ``own``."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 12:
        return None
    scripts = Counter(script_of(c) for c in letters)
    script, count = scripts.most_common(1)[0]
    if script != own.writing.script:
        found = detect_language(text)
        return found if count > 0.6 * len(letters) and found != own.code and len(letters) >= 24 else None
    candidates = _written_in(own.writing.script)
    if len(candidates) < 2:
        return None
    scores, words = _scores(text, candidates)
    if words < _FEWEST_WORDS:
        return None
    best = max(scores, key=lambda known: scores[known])
    surely = scores[best] >= _SHARE * words and scores[own] <= 0.35 * scores[best]
    return best.code if best is not own and surely else None


_HALF = 0.3
"""Share of a text's letters from which what is in another language is a part of it, no passage left over."""


def _weight(text: str) -> float:
    """The length of a text in letters of an alphabet, each character counted for as many as it stands for."""
    stands_for = {known.writing.script: known.writing.letters_per_character for known in languages()}
    return sum(stands_for.get(script_of(c), 1.0) for c in text)


def halves(texts: Sequence[str], own: Language) -> tuple[str, int] | None:
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
