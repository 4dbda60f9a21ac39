"""The numbers that Word counts: lists that share a counter, levels, restarts, and the figures of six languages.

ECMA-376 part 1, 17.9: instances of one abstract list go on counting where the last one stopped, unless they override the
start; a level restarts below a higher one, unless it says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element

from corpora.languages import Language, languages
from corpora.readers.archive import Archive
from corpora.readers.word_styles import Style, W, value
from corpora.text.numbering import letter, roman
from corpora.text.punctuation import BULLET, LIST_COMMA

_PART = "word/numbering.xml"
_CHINESE_FORMATS = frozenset(
    {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting"}
)
_DIGITS = {"hindiNumbers": 0x0660, "decimalFullWidth": 0xFF10}
"""The code point of the zero of a format's figures."""
_LATIN_MARKS = frozenset({"lowerLetter", "lowerRoman"})
"""Latin figures of lists: written in brackets, as resolutions write them, where Word's own list has a point ("a.") or nothing."""
_AROUND_MARKS = f"().[] ‘’'{LIST_COMMA}"
"""What lists of Word have around a letter."""
_LARGEST_ROMAN, _LARGEST_LETTER = 89, 26 * 9
"""Past these, figures: no list goes so far, and a damaged file may count from a thousand million."""
_DEEPEST_LIST = 8
"""The last level of a list (ECMA-376, 17.9.3: 0 to 8)."""
LARGEST_START = 32767
"""What a list can start at in Word."""
_LONGEST_LABEL = 100
"""Characters of the text around a number; chosen, Word's own have a dozen."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: the format, the text around the number, where it starts, below which level it restarts."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool


@dataclass(slots=True)
class Lists:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    of_style: dict[tuple[str, str], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def depth_of(self, number_id: str, style: str) -> int:
        """The level that a paragraph of a style stands at where it names none."""
        return self.of_style.get((number_id, style), 0)

    def label(self, number_id: str, depth: int) -> str:
        """The number of the next paragraph of a list, a bullet for lists of bullets, "" for lists that are not known."""
        levels = self.levels.get(number_id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.abstract[number_id], {})
        self._count(number_id, depth, counts)
        if level.format == "bullet":
            return BULLET  # The font's own sign is often a letter of a font of symbols.
        if level.format == "none":
            return ""
        text = level.text
        for k in range(depth + 1):
            shape = levels[k].format if k in levels and not level.legal else "decimal"
            text = text.replace(f"%{k + 1}", figure(counts.get(k, self._start(number_id, k)), shape))
        text = text.strip()
        is_mark = (_is_list_mark(level.format) or (depth and level.format in _CHINESE_FORMATS)) and not level.legal
        bare = text.strip(_AROUND_MARKS)
        return f"({bare})" if is_mark and bare.isalpha() else text

    def _start(self, number_id: str, depth: int) -> int:
        level = self.levels[number_id].get(depth)
        return self.overrides.get(number_id, {}).get(depth, level.start if level else 1)

    def _count(self, number_id: str, depth: int, counts: dict[int, int]) -> None:
        """Count one paragraph at a level, and let the levels below begin anew."""
        for k in range(depth + 1):
            # An instance that overrides the start does so once, when it is first used.
            first = (number_id, k) not in self.begun and k in self.overrides.get(number_id, {})
            self.begun.add((number_id, k))
            if k < depth:
                if first or k not in counts:
                    counts[k] = self._start(number_id, k)
            elif first or k not in counts:
                counts[k] = self._start(number_id, k)
            else:
                counts[k] += 1
        for k in [k for k in counts if k > depth]:
            level = self.levels[number_id].get(k)
            restart = level.restart if level else None
            # 0: never; n: only below a paragraph of level n or a higher one.
            if restart is None or (restart and depth < restart):
                del counts[k]


def _is_list_mark(shape: str) -> bool:
    """Whether a format counts in small letters or figures of lists, of whatever alphabet."""
    return shape in _LATIN_MARKS or (shape in _alphabets(languages()) and not shape.endswith("Upper"))


def figure(number: int, shape: str) -> str:
    """A number in one of Word's formats (ST_NumberFormat); in decimal figures where the format is none of those known."""
    if shape in ("lowerLetter", "upperLetter") and 0 < number <= _LARGEST_LETTER:
        # Word doubles letters past z: z, aa, bb.
        turns, place = divmod(number - 1, 26)
        mark = letter(place + 1) * (turns + 1)
        return mark if shape == "lowerLetter" else mark.upper()
    if shape in ("lowerRoman", "upperRoman") and 0 < number <= _LARGEST_ROMAN:
        return roman(number) if shape == "lowerRoman" else roman(number).upper()
    if letters := _alphabets(languages()).get(shape):
        return letters[(number - 1) % len(letters)]
    if shape in _CHINESE_FORMATS and 0 < number < 100:
        return _chinese(number)
    if shape in _DIGITS:
        return "".join(chr(_DIGITS[shape] + int(digit)) for digit in str(number))
    return f"{number:02d}" if shape == "decimalZero" else str(number)


def _chinese(number: int) -> str:
    tens, units = divmod(number, 10)
    numerals = _chinese_numerals(languages())
    head = ("" if tens == 1 else numerals[tens]) + numerals[10] if tens else ""
    return head + (numerals[units] if units or not tens else "")


@cache
def _chinese_numerals(known: tuple[Language, ...]) -> str:
    """The numerals of 0 to 10 of the language that counts in numerals of its own."""
    own = next(language for language in known if language.numbering.numerals)
    return own.numbers.units["0"][0] + own.numbering.numerals


@cache
def _alphabets(known: tuple[Language, ...]) -> Mapping[str, str]:
    """The letters of the formats that count in a language's own alphabet, by the format's name, small and capital ones."""
    own = {shape: letters for language in known for shape, letters in language.writing.word_alphabets.items()}
    capitals = {s.replace("Lower", "Upper"): letters.upper() for s, letters in own.items() if s.endswith("Lower")}
    return own | capitals


def lists_of(archive: Archive, styles: Mapping[str, Style]) -> Lists:
    """The lists of a document. Raises InputError where their part is broken."""
    lists = Lists()
    if _PART not in archive:
        return lists
    root = archive.xml_of(_PART)
    abstract = {e.get(f"{W}abstractNumId", ""): e for e in root.iter(f"{W}abstractNum")}
    linked = {value(e, "styleLink"): name for name, e in abstract.items() if value(e, "styleLink")}
    for entry in root.iter(f"{W}num"):
        number_id, name = entry.get(f"{W}numId", ""), value(entry, "abstractNumId")
        if name in abstract and (link := value(abstract[name], "numStyleLink")):
            name = linked.get(link, name)
        elements = {_depth(e): e for e in abstract[name].iter(f"{W}lvl")} if name in abstract else {}
        starts: dict[int, int] = {}
        for override in entry.iter(f"{W}lvlOverride"):
            elements.update({_depth(e): e for e in override.iter(f"{W}lvl")})
            if (start := value(override, "startOverride")).isdecimal():
                starts[_depth(override)] = whole_number(start, LARGEST_START, 1)
        lists.levels[number_id] = {depth: _level(e) for depth, e in elements.items()}
        lists.of_style.update({(number_id, value(e, "pStyle")): d for d, e in elements.items() if value(e, "pStyle")})
        lists.abstract[number_id], lists.overrides[number_id] = name, starts
    return lists


def _depth(element: Element) -> int:
    return whole_number(element.get(f"{W}ilvl", "0"), _DEEPEST_LIST, 0)


def whole_number(text: str, most: int, otherwise: int) -> int:
    """A number in an attribute; ``otherwise`` where it is none, or larger than Word makes it."""
    found = int(text) if text.isdecimal() and len(text) < 10 else otherwise
    return found if found <= most else otherwise


def list_depth(text: str, otherwise: int) -> int:
    """The level of a list that an attribute names; ``otherwise`` where it names none that Word knows."""
    return whole_number(text, _DEEPEST_LIST, otherwise)


def _level(element: Element) -> _Level:
    start, restart = value(element, "start"), value(element, "lvlRestart")
    return _Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText")[:_LONGEST_LABEL],
        whole_number(start, LARGEST_START, 1),
        whole_number(restart, _DEEPEST_LIST + 1, 0) if restart.isdecimal() else None,
        element.find(f"{W}isLgl") is not None,
    )
