"""Every ordinal from 1 to 100 in six languages, by rules of grammar that are written here anew: genders, cases, spellings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpora.annotation.anchors import anchors_of
from corpora.annotation.numerals import number_words, numbers_of
from corpora.languages import language
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind

ENGLISH = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
ENGLISH_TENS = {20: "twent", 30: "thirt", 40: "fort", 50: "fift", 60: "sixt", 70: "sevent", 80: "eight", 90: "ninet"}
FRENCH = [
    "unième",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
    "onzième",
    "douzième",
    "treizième",
    "quatorzième",
    "quinzième",
    "seizième",
    "dix-septième",
    "dix-huitième",
    "dix-neuvième",
]
FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
SPANISH = ["primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"]
SPANISH_TENS = {
    10: "décimo", 20: "vigésimo", 30: "trigésimo", 40: "cuadragésimo", 50: "quincuagésimo", 60: "sexagésimo",
    70: "septuagésimo", 80: "octogésimo", 90: "nonagésimo", 100: "centésimo",
}  # fmt: skip
RUSSIAN = {
    1: "первый", 2: "второй", 4: "четвертый", 5: "пятый", 6: "шестой", 7: "седьмой", 8: "восьмой", 9: "девятый",
    10: "десятый", 11: "одиннадцатый", 12: "двенадцатый", 13: "тринадцатый", 14: "четырнадцатый", 15: "пятнадцатый",
    16: "шестнадцатый", 17: "семнадцатый", 18: "восемнадцатый", 19: "девятнадцатый", 20: "двадцатый", 30: "тридцатый",
    40: "сороковой", 50: "пятидесятый", 60: "шестидесятый", 70: "семидесятый", 80: "восьмидесятый", 90: "девяностый",
    100: "сотый",
}  # fmt: skip
RUSSIAN_TENS = {
    20: "двадцать", 30: "тридцать", 40: "сорок", 50: "пятьдесят", 60: "шестьдесят", 70: "семьдесят", 80: "восемьдесят",
    90: "девяносто",
}  # fmt: skip
CASES = ["ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"]
THIRD = ["ий", "ьего", "ьему", "ьим", "ьем", "ья", "ьей", "ью", "ье", "ьи", "ьих", "ьими"]
ARABIC = ["حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
ARABIC_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
CHINESE = "零一二三四五六七八九"


def english(n: int) -> list[str]:
    if n < 20:
        return [ENGLISH[n - 1]]
    if n == 100:
        return ["hundredth", "one hundredth"]
    tens, unit = ENGLISH_TENS[n // 10 * 10], n % 10
    return [f"{tens}y-{ENGLISH[unit - 1]}", f"{tens}y {ENGLISH[unit - 1]}"] if unit else [f"{tens}ieth"]


def french(n: int) -> list[str]:
    if n == 1:
        return ["premier", "première", "premiers", "premières"]
    if n < 20:
        return [FRENCH[n - 1], FRENCH[n - 1] + "s"] + (["second", "seconde"] if n == 2 else [])
    if n == 100:
        return ["centième"]
    tens = n // 10 * 10 - (10 if n // 10 in (7, 9) else 0)
    rest = n - tens
    if not rest:
        return [FRENCH_TENS[tens].removesuffix("e") + "ième"]
    if rest in (1, 11) and tens != 80:  # spellings before and after 1990
        return [f"{FRENCH_TENS[tens]} et {FRENCH[rest - 1]}", f"{FRENCH_TENS[tens]}-et-{FRENCH[rest - 1]}"]
    return [f"{FRENCH_TENS[tens]}-{FRENCH[rest - 1]}"]


def spanish(n: int) -> list[str]:
    unit = SPANISH[n % 10 - 1] if n % 10 else ""
    tens = SPANISH_TENS.get(n // 10 * 10, "")
    masculine = " ".join(word for word in (tens, unit) if word)
    feminine = " ".join(word[:-1] + "a" for word in (tens, unit) if word)
    found = [masculine, feminine]
    if n % 10 in (1, 3):
        found.append(masculine[:-1])
    if 10 < n < 20:
        found += [f"decimo{unit}", f"decimo{unit[:-1]}a"]
    return found + {11: ["undécima"], 12: ["duodécimo"]}.get(n, [])


def russian(n: int) -> list[str]:
    if n > 20 and n % 10:
        return [f"{RUSSIAN_TENS[n // 10 * 10]} {unit}" for unit in russian(n % 10)]
    if n == 3:
        return [f"трет{case}" for case in THIRD]
    return [RUSSIAN[n], *(RUSSIAN[n][:-2] + case for case in CASES)]


def arabic(n: int) -> list[str]:
    if n == 1:
        return ["الأول", "الأولى", "أول", "أولى"]
    if n == 100:
        return ["المائة", "المئة"]
    if n <= 10:
        stem = ARABIC[n - 1]
        return [f"ال{stem}", f"ال{stem}ة", f"{stem}ة", f"وال{stem}ة", f"لل{stem}ة", f"بال{stem}"]
    if n < 20:
        stem = ARABIC[n - 11]
        return [f"ال{stem} عشر", f"ال{stem}ة عشرة", f"{stem}ة عشرة", f"لل{stem}ة عشرة"]
    tens = ARABIC_TENS[n // 10 * 10]
    if not n % 10:
        return [f"ال{tens}ين", f"ال{tens}ون", f"لل{tens}ين"]
    stem = ARABIC[n % 10 - 1]
    return [f"ال{stem} وال{tens}ين", f"ال{stem}ة وال{tens}ون", f"{stem} و{tens}ين", f"{stem}ة و{tens}ين"]


FORMS: dict[str, Callable[[int], list[str]]] = {
    "en": english,
    "fr": french,
    "es": spanish,
    "ru": russian,
    "ar": arabic,
}


@pytest.mark.parametrize("n", range(1, 101))
@pytest.mark.parametrize("code", sorted(FORMS))
def test_every_ordinal_is_read_in_every_form(code: str, n: int) -> None:
    words = language(code).derived(number_words)
    for form in map(fold_plain, FORMS[code](n)):
        run = words.run.fullmatch(form)
        assert run, form
        assert [(found.value, found.ordinal) for found in numbers_of(form, words)] == [(n, True)], form


@pytest.mark.parametrize("n", range(1, 101))
def test_every_ordinal_is_read_in_chinese(n: int) -> None:
    tens, unit = divmod(n % 100, 10)
    spelled = ("" if tens < 2 else CHINESE[tens]) + ("十" if tens else "") + (CHINESE[unit] if unit else "")
    for number in ("一百" if n == 100 else spelled, str(n)):
        found = anchors_of(f"大会第{number}届会议", language("zh"))
        assert [a.form for a in found if a.kind is AnchorKind.SESSION] == [str(n)]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("ar", "الثالثة بعد المائة", 103),
        ("ar", "الخامسة والعشرون بعد المائة", 125),
        ("en", "one hundred and third", 103),
        ("fr", "cent-troisième", 103),
        ("ru", "сто третьей", 103),
        ("es", "centésimo tercer", 103),
    ],
)
def test_ordinals_above_a_hundred(code: str, text: str, value: int) -> None:
    words = language(code).derived(number_words)
    assert [(n.value, n.ordinal) for n in numbers_of(fold_plain(text), words)] == [(value, True)]
