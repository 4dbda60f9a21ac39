"""Acronyms and names that are one letter off their other occurrences in the same text, in any script.

An acronym is told by its capitals. A name of two parts is told by the part that it shares with its other occurrences ("Rais Issa" beside
"Ras Issa"), a name of one part only where the record does not know it. Where a script has no capitals, two words of which the record does
not know one may be a name; where words are not parted, a name is a run of the characters that spell foreign names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from align.lexicon.translation_tables import vocabulary
from corpora.languages import Language, language_of
from corpora.model import Paragraph, Resolution, Span
from corpora.resources.glossary import stem
from corpora.text.folding import fold_plain

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0640\u064b-\u065f\u0670])*")
"""Letters, with the vowel signs that Arabic may write between them."""
_ACRONYM = re.compile(r"(?<![A-Za-z\u00c0-\u04ff\d_-])[A-Z\u00c0-\u04ff]{5,}(?![A-Za-z\u00c0-\u04ff\d_-])")
"""Words of five letters and more: shorter acronyms are a letter apart by chance. Letters of other scripts may stand beside them."""
_CAPITALS = 0.5
"""Share of the words of a paragraph in capitals from which they are no acronyms, but a heading; not in a script without capitals."""
_JOINTS = (" ", "\u00a0", "-", "\u2010", "\u2011")
"""What may stand between two parts of a name."""
_SHORTEST_PART, _SHORTEST_NAME, _SHORTEST_RUN = 3, 6, 3
"""Letters of the part of a name that is off; of a name of one part; syllables of a foreign name that are a character each. Chosen."""
_SHORTEST_SHARED = 4
"""Letters of the part that two names share where a script has no capitals: a shorter one is no name ("or", "from")."""
_BARE = 2
"""Letters at either end of a name of one part that must be right: there inflection changes it, and other names begin otherwise."""

_KNOWN = 1 << 14
"""Words of which it is kept what they are: most words of a text stand in it, and in the next text, again."""
_OFTEN_ALONE = 3
"""Times that a name of one part must stand in a text for another word to be a slip for it."""
Parts = tuple[str, ...]
Alike = Callable[[Parts, Parts], bool]


@dataclass(frozen=True, slots=True)
class LetterOff:
    """An acronym or name that stands once, and the one that was meant with how often it stands."""

    document: Resolution
    paragraph: Paragraph
    span: Span
    said: str
    meant: str
    count: int


@dataclass(frozen=True, slots=True)
class _Said:
    """Words as printed, the forms by which they are compared, part by part, and where they stand."""

    printed: str
    parts: Parts
    paragraph: Paragraph
    span: Span


def letters_off(document: Resolution) -> list[LetterOff]:
    """The acronyms and names that a text has once, one letter off one that it has twice and oftener."""
    language = language_of(document)
    found = list(_off(document, _acronyms(document), _is_slip_of_an_acronym, partial(_is_unknown, language)))
    paragraphs = list(document.all_paragraphs())
    if not language.spaced:
        return found + list(_off(document, _runs(language, paragraphs), _is_slip_of_a_run))
    words = [_words(p) for p in paragraphs]
    counts = Counter(w.parts[0] for line in words for w in line)
    twos = [two for line in words for two in _of_two_parts(line)]
    ones = [w for line in words for w in line if _is_capitalised(w.printed) and len(w.parts[0]) >= _SHORTEST_NAME]
    for units, alike in ((twos, partial(_differ_in_a_part, language)), (ones, partial(_differ_inside, language))):
        for slip in _off(document, units, alike, partial(_may_be_wrong, language, counts)):
            if not any(s.paragraph is slip.paragraph and s.span.overlaps(slip.span) for s in found):
                found.append(slip)
    return found


def acronyms_of(document: Resolution) -> frozenset[str]:
    """The acronyms of a text, as printed."""
    return frozenset(said.printed for said in _acronyms(document))


def twins_among(acronyms: Collection[str]) -> frozenset[str]:
    """The acronyms that are one letter off another one of them."""
    return frozenset(a for a in acronyms if any(_is_letter_off(a, other) for other in acronyms if other != a))


def _acronyms(document: Resolution) -> list[_Said]:
    found = []
    for paragraph in document.all_paragraphs():
        words = _WORD.findall(paragraph.text)
        capitals = [m for m in _ACRONYM.finditer(paragraph.text) if m.group().isupper()]
        if len(capitals) < _CAPITALS * len(words) or not all(map(_has_case, words)):
            found += [_Said(m.group(), (m.group(),), paragraph, Span(*m.span())) for m in capitals]
    return found


def _runs(language: Language, paragraphs: Sequence[Paragraph]) -> list[_Said]:
    """The runs of characters that spell foreign names, where each is a syllable; by the character behind a run, too, they are compared."""
    pattern = re.compile(rf"(?P<run>[{language.writing.spells_names or '(?!)'}]{{{_SHORTEST_RUN},}})(?P<behind>.?)")
    return [
        _Said(m["run"], (m["run"] + m["behind"],), p, Span(*m.span("run")))
        for p in paragraphs
        for m in pattern.finditer(p.text)
    ]


def _words(paragraph: Paragraph) -> list[_Said]:
    return [_Said(m.group(), (_folded(m.group()),), paragraph, Span(*m.span())) for m in _WORD.finditer(paragraph.text)]


def _of_two_parts(words: Sequence[_Said]) -> Iterator[_Said]:
    """What may be names of two parts: two words that a blank or a hyphen joins."""
    for one, other in pairwise(words):
        text = one.paragraph.text
        joined = text[one.span.end : other.span.start] in _JOINTS
        if joined and _may_be_name(one.printed) and _may_be_name(other.printed):
            span = Span(one.span.start, other.span.end)
            yield _Said(text[span.start : span.end], one.parts + other.parts, one.paragraph, span)


@lru_cache(maxsize=_KNOWN)
def _folded(word: str) -> str:
    return fold_plain(word)


@lru_cache(maxsize=_KNOWN)
def _may_be_name(word: str) -> bool:
    """Whether a word may be part of a name; where a script has no capitals, each may."""
    return len(word) > 1 and (_is_capitalised(word) or not _has_case(word))


def _is_capitalised(word: str) -> bool:
    """Whether a word opens with a capital and goes on with small letters."""
    return word[0].isupper() and word[1:].islower()


@lru_cache(maxsize=_KNOWN)
def _has_case(word: str) -> bool:
    return all(c.lower() != c.upper() for c in word if c.isalpha())


def _off(
    document: Resolution, units: Sequence[_Said], alike: Alike, wrong: Alike = lambda said, meant: True
) -> Iterator[LetterOff]:
    """The units that stand once and are ``alike`` one that stands oftener, if they may be ``wrong``."""
    counts = Counter(unit.parts for unit in units)
    by_key: dict[Hashable, dict[Parts, int]] = defaultdict(dict)
    for parts, number in counts.items():
        for key in _keys(parts) if number > 1 else ():
            by_key[key][parts] = number
    for unit in units:
        said = unit.parts
        often = {p: n for key in _keys(said) for p, n in by_key.get(key, {}).items()} if counts[said] == 1 else {}
        near = [(n, parts) for parts, n in often.items() if alike(said, parts) and wrong(said, parts)]
        if near:
            count, meant = max(near)
            printed = next(u.printed for u in units if u.parts == meant)
            yield LetterOff(document, unit.paragraph, unit.span, unit.printed, printed, count)


def _keys(parts: Parts) -> tuple[Hashable, ...]:
    """By what two units that may be a letter apart are found: a part in its place, of a single word its first or last letter."""
    return tuple(enumerate(parts)) if len(parts) > 1 else ((0, parts[0][0]), (-1, parts[0][-1]))


def _is_slip_of_an_acronym(said: Parts, meant: Parts) -> bool:
    return _is_letter_off(said[0], meant[0])


def _is_slip_of_a_run(said: Parts, meant: Parts) -> bool:
    """Whether two foreign names are of the same length, begin alike, as another beginning is another name, and are followed alike."""
    one, other = said[0], meant[0]
    return len(one) == len(other) and one[0] == other[0] and one[-1] == other[-1] and _is_letter_off(one, other)


def _differ_in_a_part(language: Language, said: Parts, meant: Parts) -> bool:
    """Whether two names share one part, and the others are a letter off each other inside."""
    if (said[0] == meant[0]) is (said[1] == meant[1]):
        return False
    at = int(said[0] == meant[0])
    one, other, shared = said[at], meant[at], said[1 - at]
    if min(len(one), len(other)) < _SHORTEST_PART or not (_has_case(shared) or len(shared) >= _SHORTEST_SHARED):
        return False
    behind = _BARE if language.writing.case_endings else 1
    return _is_off_inside(language, one, other, 1, behind)


def _differ_inside(language: Language, said: Parts, meant: Parts) -> bool:
    """Whether two names of one part are one letter off each other inside."""
    return _is_off_inside(language, said[0], meant[0], _BARE, _BARE)


def _is_off_inside(language: Language, one: str, other: str, before: int, behind: int) -> bool:
    """Whether two words are one letter off each other, not at their ends, and no forms of one word."""
    if one[:before] != other[:before] or one[-behind:] != other[-behind:] or abs(len(one) - len(other)) > 1:
        return False
    if one[1:] == other or other[1:] == one:
        return False  # A word of one letter is written as one with it: "للقضاة" and "لقضاة".
    return _is_letter_off(one, other) and stem(one, language) != stem(other, language)


def _may_be_wrong(language: Language, counts: Counter[str], said: Parts, meant: Parts) -> bool:
    """Whether the part that is off stands nowhere else, and the record does not know it where nothing else says that it is a name."""
    (part,) = (a for a, b in zip(said, meant, strict=True) if a != b)
    told = len(said) > 1 and _has_case(part)
    if len(said) == 1 and counts[meant[0]] < _OFTEN_ALONE:
        return False
    return counts[part] == 1 and (told or _is_unknown(language, (part,), meant))


def _is_unknown(language: Language, said: Parts, meant: Parts) -> bool:
    """Whether no adopted text has the word: another body or place has its own name ("UNSOS" beside "UNSOM")."""
    return stem(fold_plain(said[0]), language) not in vocabulary(language.code).numbers


def _is_letter_off(one: str, other: str) -> bool:
    """Whether one word is the other with a letter changed, left out or added, or with two neighbours exchanged."""
    if len(one) == len(other):
        apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        exchanged = len(apart) == 2 and apart[1] == apart[0] + 1
        return len(apart) == 1 or (exchanged and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]])
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
