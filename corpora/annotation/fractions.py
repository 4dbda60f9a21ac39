"""Fractions in words and figures: "deux tiers", "three quarters", "две трети", 三分之二, "2/3", "½"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpora.annotation.numerals import NumberWords, number_words, value_of, whole_words, with_endings
from corpora.annotation.scanner import Scan
from corpora.languages import Language, expand
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from corpora.values import Fraction

_FIGURES = {
    True: re.compile(r"(?<![\w/.,(])(?P<num>[1-9])/(?P<den>[2-9]|10)(?![\w/.,]|\s?\()"),
    False: re.compile(r"(?<![A-Za-z\d/.,(])(?P<num>[1-9])/(?P<den>[2-9]|10)(?![A-Za-z\d/.,]|\s?\()"),
}
"""A fraction in figures, with and without spaces between the words of the language."""
_SIGNS = re.compile("[¼-¾⅐-⅞]")
_LOWEST_ORDINAL = 3
"""Ordinals below it name no part: "deux premières"."""
_CITED_REACH = 40
"""Characters before a number in which a word names what it numbers."""
_HUNDRED = 100
"""A fraction over a hundred is a percentage, and said elsewhere."""
_Rule = tuple[re.Pattern[str], dict[str, Fraction]]


def _spellings(language: Language, words: Iterable[str]) -> Iterator[str]:
    return (word for raw in words for word in expand(with_endings(raw, language.numbers.endings)))


def _named(language: Language) -> _Rule | None:
    """Words that say a fraction by themselves."""
    return _rule(language, language.fractions.words)


def _loose(language: Language) -> _Rule | None:
    """Words that may say one, and may be a number."""
    return _rule(language, language.fractions.loose)


def _rule(language: Language, phrases: Mapping[str, Sequence[str]]) -> _Rule | None:
    found: dict[str, Fraction] = {}
    for figures, words in phrases.items():
        numerator, _, denominator = figures.partition("/")
        for word in _spellings(language, words):
            found[fold_plain(word)] = Fraction(int(numerator), int(denominator))
    if not found:
        return None
    return whole_words(found, spaced=language.spaced), found


def _counted(language: Language) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """A number and the name of a part, or an ordinal that names one, and the denominators of the names."""
    section, words = language.fractions, language.derived(number_words)
    if not language.spaced:
        return None
    parts = {fold_plain(w): int(n) for n, names in section.parts.items() for w in _spellings(language, names)}
    ordinals = {w: n for w, n in words.ordinals.items() if n >= _LOWEST_ORDINAL}
    one = alternatives([*section.one, *(w for w, n in words.units.items() if n == 1)])
    some = alternatives([*section.one, *(w for w, n in words.units.items() if 1 <= n < _HUNDRED)])
    tens = alternatives(w for w, n in words.units.items() if 20 <= n <= 90)
    ordinal = rf"(?:(?:{tens})[\s-])?(?:{alternatives(ordinals)})"
    choices = []
    if parts:
        choices.append(rf"(?P<num>{some}|\d{{1,2}})[\s-](?P<part>{alternatives(parts)})(?!\w)")
    if section.plural:
        several = rf"(?!(?:{one})(?!\w))(?:{some})|\d{{1,2}}"
        choices.append(rf"(?P<many>{several})[\s-](?P<parts>{ordinal}){section.plural}")
    if section.singular:
        choices.append(rf"(?P<one>{one})[\s-](?P<single>{ordinal}){section.singular}")
    if not choices:
        return None
    # "two thirds" (many, parts), "one fifth" (one, single), "three quarters" (num, part).
    fraction = compiled(rf"(?<!\w)(?:{'|'.join(choices)})")
    return fraction, parts


def find(scan: Scan) -> None:
    """The fractions of a paragraph."""
    for match in scan.matches(_FIGURES[scan.language.spaced]):
        numerator, denominator = int(match.group("num")), int(match.group("den"))
        if numerator < denominator and not _is_cited(scan, match):
            scan.add(Fraction(numerator, denominator), match.start(), match.end())
    for match in scan.matches(_SIGNS):
        top, _, bottom = unicodedata.normalize("NFKC", match.group()).partition("\u2044")
        scan.add(Fraction(int(top), int(bottom)), match.start(), match.end())
    for value, start, end in (*_in_words(scan), *_denominator_first(scan)):
        scan.add(value, start, end)
    for value, start, end in _ratios(scan):
        scan.add(value, start, end, firm=False)
    for rule, firm in ((_named, True), (_loose, False)):
        named = scan.language.derived(rule)
        if named is None:
            continue
        pattern, known = named
        for match in scan.matches(pattern):
            if _is_fraction(scan, match):
                scan.add(known[match.group()], match.start(), match.end(), firm=firm, take=firm)


def _is_cited(scan: Scan, match: re.Match[str]) -> bool:
    """Whether "8/9" is the number of a resolution of another body, named before it or, as in 第8/9号, around it."""
    text = scan.folded.text
    before = text[max(0, match.start() - _CITED_REACH) : match.start()]
    # The name of the body may stand between: "قرار جمعية الأمم المتحدة للبيئة 4/5 المؤرخ 15 آذار/مارس 2019".
    dated = scan.language.derived(_dated)
    if dated is not None and dated.match(text, match.end()):
        return True
    sign = scan.language.citations.number_sign
    return text.startswith(sign, match.end()) if sign else bool(scan.language.derived(_named_before).search(before))


def _named_before(language: Language) -> re.Pattern[str]:
    """The words for resolutions and decisions, with nothing but numbers and a short word behind them."""
    words = alternatives([*language.citations.resolution, *language.citations.decision])
    return compiled(rf"(?:{words})(?!\w)[\d/\s,;]*(?:\w{{1,3}}\s)?$")


def _dated(language: Language) -> re.Pattern[str] | None:
    """What stands between a symbol and its date, with the day behind it: "4/5 of 15 March 2019"."""
    dated = language.citations.dated
    return (
        compiled(rf"{dated.pattern}\d{{1,2}}(?:er)?\s(?:de\s)?[^\W\d]", dated.flags)
        if dated and dated.pattern
        else None
    )


def _is_fraction(scan: Scan, match: re.Match[str]) -> bool:
    """Whether what stands around the words lets them be a fraction: "the first half of 2024" is none."""
    section, text = scan.language.fractions, scan.folded.text
    before = section.not_after and section.not_after.search(text[: match.start()])
    return not before and not (section.not_before and section.not_before.match(text, match.end()))


def _in_words(scan: Scan) -> Iterator[tuple[Fraction, int, int]]:
    rule = scan.language.derived(_counted)
    if rule is None:
        return
    pattern, parts = rule
    words = scan.language.derived(number_words)
    for match in scan.matches(pattern):
        groups = match.groupdict()
        top = groups.get("num") or groups.get("many") or groups.get("one") or ""
        numerator = int(top) if top.isdecimal() else words.units.get(top, 1)
        named = groups.get("part")
        denominator = parts[named] if named else value_of(groups.get("parts") or groups.get("single") or "", words)[0]
        if numerator < denominator and _is_fraction(scan, match):
            yield Fraction(numerator, denominator), match.start(), match.end()


def _reversed(language: Language) -> re.Pattern[str] | None:
    """A fraction that has its denominator first."""
    template = language.fractions.reversed
    number = rf"(?:\d{{1,3}}|{language.derived(number_words).run.pattern})"
    return compiled(template.replace("NUMBER", number)) if template else None


def _denominator_first(scan: Scan) -> Iterator[tuple[Fraction, int, int]]:
    pattern = scan.language.derived(_reversed)
    words = scan.language.derived(number_words)
    for match in scan.matches(pattern) if pattern else ():
        numerator, denominator = (_figure(match.group(name), words) for name in ("num", "den"))
        if 0 < numerator < denominator != _HUNDRED:
            yield Fraction(numerator, denominator), match.start(), match.end()


def _ratio_patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    number = rf"(?:\d{{1,3}}|{language.derived(number_words).run.pattern})"
    return tuple(compiled(template.replace("NUMBER", number)) for template in language.fractions.ratios)


def _ratios(scan: Scan) -> Iterator[tuple[Fraction, int, int]]:
    """How many of how many: "one woman in three", каждая третья женщина."""
    words = scan.language.derived(number_words)
    for pattern in scan.language.derived(_ratio_patterns):
        for match in scan.matches(pattern):
            top = match.groupdict().get("num")
            numerator, denominator = _figure(top, words) if top else 1, _figure(match.group("den"), words)
            if 0 < numerator < denominator:
                yield Fraction(numerator, denominator), match.start(), match.end()


def _figure(text: str, words: NumberWords) -> int:
    return int(text) if text.isdecimal() else value_of(text, words)[0]
