"""Letters, digits and invisible marks of the scripts, as Unicode has them: facts of writing that no one language owns.

What belongs to a language stands in its data file; punctuation stands in ``punctuation``. ``*_SMALL`` and ``*_CAPITALS`` are for the
inside of a class of a pattern.
"""

from __future__ import annotations

LATIN_SMALL = "a-zà-ÿ"
LATIN_SMALL_WORDS = "a-zà-öø-ÿœ"
"""The same without the sign of division, with the ligature."""
LATIN_CAPITALS = "A-ZÀ-ÖØ-Þ"
CYRILLIC_SMALL = "а-ԯ"
CYRILLIC_CAPITALS = "А-Я"
CYRILLIC_ALL_CAPITALS = "Ѐ-Я"
"""With those of Serbian, Ukrainian and other alphabets, which stand before the Russian ones."""
CYRILLIC = "\u0400", "\u045f"
"""The first and the last letter of the alphabets that encodings of eight bits have."""
ARABIC = "\u0600", "\u06ff"
ARABIC_LETTERS = "\u0620", "\u06ff"
_ARABIC_FORMS = "\ufb50", "\ufeff"
HAN = "\u4e00", "\u9fff"
_WIDEST_HAN = "\u3400", "\u9fff"
_WITH_HAN = "\u3000", "\u9fff"
"""From the ideographic space: punctuation, kana and Han."""
_HAN_MARKS = "\u3000", "\u303f"
_FULL_WIDTH = "\uff00", "\uffef"

PRESENTATION_FORMS = "\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdff\ufe70-\ufefc"
"""Letters as fonts draw them: Latin and Armenian ligatures, Arabic letters by place; for the inside of a class of a pattern."""
DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"
"""Other digits than the Western ones, from nought to nine: Arabic-Indic, its eastern form, full-width."""
SUPERSCRIPT_DIGITS = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
"""Small figures that stand high by themselves; for the inside of a class of a pattern."""
LENGTHS = ("mm", "cm", "dm", "m", "km", "мм", "см", "м", "км")
"""Units that such a figure squares or cubes, as all languages write them in their script."""
TYPED_FOR_LATIN = "асеорхукмтнві"
"""Cyrillic letters that look like the Latin ones of ``LIKE_CYRILLIC``, in their order, small or capital."""
LIKE_CYRILLIC = "aceopxykmthbi"
LIKE_LATIN_CAPITALS = "АВЕЅІЈКМНОРСТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
"""Cyrillic and Greek capitals that cannot be told from the Latin ones of ``LATIN_CAPITALS_ALIKE`` in print."""
LATIN_CAPITALS_ALIKE = "ABESIJKMHOPCTXYABEZHIKMNOPTYX"
CYRILLIC_SERIES = "асе"
"""Those of them that name the series of a document symbol: A, C and E."""
ROMAN_IN_CYRILLIC = {"х": "x", "і": "i"}
"""Cyrillic letters that are typed in roman numerals, and the Latin ones that are meant."""
PERSIAN_FOR_ARABIC = {"ی": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه"}
"""Letters of Persian and Urdu that are typed for Arabic ones, and those: yeh, kaf and heh in their forms."""
ONE_FORM = {"ё": "е", "Ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", **PERSIAN_FOR_ARABIC}
"""Letters that are printed in two ways, and the one that both are taken for."""
NEVER_JOINED_ON = frozenset("اأإآٱدذرزوؤةىء")
"""Arabic letters that never join the letter after them (Unicode ArabicShaping: joining types R and U)."""
JOINERS = "\u200c\u200d"
"""The zero width non-joiner and joiner: they part and join letters, and do nothing beside anything else."""
INVISIBLE = (
    frozenset("\u00ad\u034f\u061c\u3164\ufeff\uffa0")
    | {
        chr(code)
        for first, last in (
            (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
            (0xFE00, 0xFE0F), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
        )
        for code in range(first, last + 1)
    }
) - frozenset(JOINERS)  # fmt: skip
"""What is not shown where it is not supported (Default_Ignorable_Code_Point, Unicode Character Database): marks of direction,
selectors of variants, what has no width; without the joiners of letters.
"""
TATWEEL = "\u0640"
"""What lengthens an Arabic word in print."""
VOWEL_SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
"""Signs of vowels and of doubling in Arabic."""
NOT_READ = frozenset(TATWEEL + VOWEL_SIGNS + JOINERS) | INVISIBLE
"""What is left out where words are compared: signs of vowels, what lengthens a word, what cannot be seen."""
SPACES = "\u00a0\u202f\u2009\u2007\u3000\t\n\r"
"""Spaces that are not the plain one: unbroken, narrow, thin, of a figure's width, ideographic; and ends of lines."""
REPLACEMENT = "\ufffd"
"""What stands for bytes that an encoding does not have."""


def _within(char: str, block: tuple[str, str]) -> bool:
    return block[0] <= char <= block[1]


def is_cyrillic(char: str) -> bool:
    """Whether a character is a Cyrillic letter of ``CYRILLIC``."""
    return _within(char, CYRILLIC)


def is_arabic(char: str) -> bool:
    """Whether a character stands in the block of Arabic: a letter, a sign, a digit or a mark."""
    return _within(char, ARABIC)


def is_arabic_letter(char: str) -> bool:
    """Whether a character is an Arabic letter, in its own or in a presentation form."""
    return char.isalpha() and (_within(char, ARABIC) or _within(char, _ARABIC_FORMS))


def is_han(char: str) -> bool:
    """Whether a character is one of the Chinese ones in use."""
    return _within(char, HAN)


def is_any_han(char: str) -> bool:
    """The same, with the rare ones of extension A."""
    return _within(char, _WIDEST_HAN)


def is_written_with_han(char: str) -> bool:
    """Whether a character is Han, kana, or the punctuation that goes with them."""
    return _within(char, _WITH_HAN)


def is_full_width(char: str) -> bool:
    """Whether a character is a Latin letter, a digit or a mark as wide as a Chinese one."""
    return _within(char, _FULL_WIDTH)


def is_han_mark(char: str) -> bool:
    """Whether a character is punctuation of Chinese, or a full-width one."""
    return _within(char, _HAN_MARKS) or is_full_width(char)
