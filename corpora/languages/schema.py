"""What a language data file holds: one frozen dataclass a section, every key checked and every pattern compiled.

The sections are described where a file is written: docs/contributing/ and the comments in the files themselves. "" for a
pattern says that the language has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from corpora.languages import fields as read
from corpora.languages.concepts import concepts, shared_ids
from corpora.languages.fields import DataPlace, Pattern, key, optional
from corpora.languages.forms import (
    Adverbs,
    Form,
    adverbs_by_first_token,
    forms_by_first_token,
    token_pattern,
    tokens_of,
)

_T = TypeVar("_T")
_I = re.IGNORECASE
UNORDERED = 1000
"""Where a language without an ``order`` stands: behind those that have one."""
Numerals = Mapping[str, tuple[str, ...]]
Phrases = Mapping[str, tuple[str, ...]]
_numerals = read.table(read.words, fits=r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Writing:
    """How the language is written, as far as no other section says it.

    ``letters_per_character`` is how many letters of an alphabet say what one character says. ``joined_words`` are one-letter
    words that are written as one with the word behind them ("and", "in", "for"); ``articles`` is what may be written as one
    with a noun and is taken off before stemming, the longest first. ``stemmer`` is a Snowball algorithm or "".
    ``abbreviations`` are words that are written short before a number or a symbol, without their full stop; ``code_pages`` are
    legacy encodings of the language, by the names that iconv and Python share; ``word_alphabets`` are the letters by which Word
    counts in a number format of the language (ECMA-376, ST_NumberFormat). ``case_endings`` are what the words of a name may end in,
    where a language declines them; ``spells_names`` are the characters that spell foreign names, where each is a syllable.
    """

    script: str = key(read.text)
    stemmer: str = key(read.text)
    letters_per_character: float = optional(read.positive, 1.0)
    joined_words: str = optional(read.text, "")
    articles: tuple[str, ...] = optional(read.words, ())
    abbreviations: tuple[str, ...] = optional(read.words, ())
    code_pages: tuple[str, ...] = optional(read.words, ())
    word_alphabets: Mapping[str, str] = read.optional_table(read.text, fits="[A-Za-z]+")
    case_endings: tuple[str, ...] = optional(read.words, ())
    spells_names: str = optional(read.text, "")


@dataclass(frozen=True, slots=True)
class Opening:
    """How paragraphs open beside their verbs.

    ``recital`` are words that mark a recital by themselves, the verb behind them; ``joined`` is a conjunction written as one
    with the verb; with ``one_form`` verbs have the same form in recitals and in operative paragraphs; with
    ``small`` they begin with a small letter; ``objects`` are pronouns that are written as one with a verb before them.
    """

    recital: tuple[str, ...] = optional(read.folded, ())
    joined: str = optional(read.text, "")
    objects: tuple[str, ...] = optional(read.folded, ())
    one_form: bool = optional(read.flag, False)
    small: bool = optional(read.flag, False)


@dataclass(frozen=True, slots=True)
class Formula:
    """An enacting formula of an organ that the data does not name."""

    pattern: Pattern = key(read.pattern(_I))


@dataclass(frozen=True, slots=True)
class AdverbSection:
    """Adverbs by what they add to a verb; ``attendant`` ones say that it goes along with others, so that it is an act only if it asks or decides."""

    additive: tuple[str, ...] = key(read.words)
    repeat: tuple[str, ...] = key(read.words)
    intensify: tuple[str, ...] = key(read.words)
    frame: tuple[str, ...] = key(read.words)
    attendant: tuple[str, ...] = optional(read.words, ())


@dataclass(frozen=True, slots=True)
class ActNouns:
    """Nouns that name an act, by its concept: with a verb that says or says again, they are one act ("reiterates its request").

    ``links`` are words that may stand between the two.
    """

    links: tuple[str, ...] = optional(read.words, ())
    nouns: Phrases = read.optional_table(read.folded, fits="[a-z_]+")


@dataclass(frozen=True, slots=True)
class Strength:
    """Words that make a form of a verb strong by itself."""

    words: tuple[str, ...] = key(read.words)


@dataclass(frozen=True, slots=True)
class Conjunctions:
    """Words behind which a further verb may stand, pronouns that may stand between the two, and "and" and "or"."""

    words: tuple[str, ...] = key(read.words)
    between_nouns: Pattern | None = key(read.pattern_or_none())
    clitics: tuple[str, ...] = optional(read.words, ())


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of one concept in operative and in preambular paragraphs, the likeliest first."""

    op: tuple[str, ...] = key(read.words)
    pp: tuple[str, ...] = key(read.words)


@dataclass(frozen=True, slots=True)
class Dates:
    """Patterns of dates; MONTH stands for the names of the months.

    ``before`` and ``after`` are a month beside a date that has its year; ``joins`` is what joins two dates; ``day_suffix`` is
    what may follow a day in figures, ``day_mark`` what always does; ``line`` is a date that is all of a line. ``weekday`` is a
    day of the week beside a date, with the words that belong to it ("le mercredi", 星期三); ``weekdays`` are
    their names by their number, Monday the first (ISO 8601); ``named_day`` is one wherever it stands,
    where its name is a number word too, or a day of a month that has become a name (“3·23”运动). ``listed_months`` are two months of which the second alone says that it is one (groups ``first``,
    ``second`` and ``y``: 2024年8、9月).
    """

    patterns: tuple[str, ...] = key(read.templates("MONTH", groups=("m",)))
    joins: str = key(read.template("MONTH"))
    line: Pattern = key(read.pattern())
    before: str | None = optional(read.template("MONTH", groups=("m",)), None)
    after: str | None = optional(read.template("MONTH", groups=("m",)), None)
    day_suffix: str = optional(read.template("MONTH"), "")
    day_mark: str = optional(read.text, "")
    weekday: str | None = optional(read.template("MONTH"), None)
    weekdays: Numerals = read.optional_table(read.words, fits="[1-7]")
    named_day: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    listed_months: Pattern | None = optional(read.pattern_or_none(fold=True, groups=("first", "second")), None)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers in figures and words.

    ``ordinal_suffix`` are the ends of ordinal numbers that are printed raised; ``loose`` are words that are often no quantity; ``about`` are marks that may stand between a figure and its multiplier;
    ``money_joins`` are words between a sum and its currency; ``ignore`` are names that hold figures and count nothing.
    ``endings`` are paradigms that number words name in braces; ``joined`` is what a joiner may add to a multiple of ten;
    ``units_first`` says that the unit goes before the ten. ``homographs`` are number words that are another word too, with what
    stands behind them where they count; ``compounds`` are numbers that open a word which ends as ``compound_tail`` says;
    ``decades`` are names of decades by their two figures; ``minus`` stands before a number below zero, ``below_zero`` behind
    it, ``signed_behind`` before a hyphen that says so where words are not spaced; ``whole`` says a hundred per cent in a word, ``once_or`` stands before how
    often something comes at the most ("une ou deux fois par an"); ``vague`` stands before a round number that counts nothing; ``counters`` is what stands behind a number that counts.
    ``share_unit`` are words between two numbers of which the second alone says thousands or millions for both ("5.8 to 5.9 trillion").
    ``decade`` is a word for ten years behind a number of them, ``two_decades`` one for twice as many. ``designation_month`` is the month behind the designation of a standard where the language writes it in a way of its own.
    ``century`` is a century (group ``c``) that goes right before the name of one of its decades (20世纪90年代); ``ordered`` is what stands
    behind an ordinal number of an article or chapter (第二条); ``sectioned`` are words before a number in two parts ("article 2.2"), which
    is no decimal fraction.
    """

    joiners: tuple[str, ...] = key(read.words)
    loose: tuple[str, ...] = key(read.folded)
    decimal: str = key(read.text)
    grouping: tuple[str, ...] = key(read.folded)
    percent: tuple[str, ...] = key(read.folded)
    units: Numerals = key(_numerals)
    multipliers: Numerals = key(_numerals)
    ordinals: Numerals = key(_numerals)
    ignore: tuple[str, ...] = optional(read.folded, ())
    percent_before: tuple[str, ...] = optional(read.words, ())
    # What stands between the whole number and its decimals in words: 百分之十二点五.
    decimal_words: tuple[str, ...] = optional(read.words, ())
    about: str = optional(read.text, "")
    money_joins: tuple[str, ...] = optional(read.words, ())
    share_unit: tuple[str, ...] = optional(read.words, ())
    ordinal_suffix: Pattern | None = optional(read.pattern_or_none(_I), None)
    endings: Phrases = read.optional_table(read.endings)
    joined: tuple[int, ...] = optional(read.wholes, ())
    units_first: bool = optional(read.flag, False)
    homographs: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True))
    compounds: Numerals = read.optional_table(read.words, fits=r"[0-9]+")
    compound_tail: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    decades: Numerals = read.optional_table(read.words, fits="[2-9]0")
    minus: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    below_zero: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    signed_behind: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    whole: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    once_or: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    vague: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    decade: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    two_decades: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    century: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    ordered: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    sectioned: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    counters: Pattern | None = optional(read.pattern_or_none(), None)
    designation_month: Pattern | None = optional(read.pattern_or_none(), None)


@dataclass(frozen=True, slots=True)
class Fractions:
    """Fractions in words.

    ``words`` are those that say a fraction by themselves, by its figures ("1/2"); ``parts`` name one of so many equal parts
    behind a number ("tiers"); ``one`` are words that stand for a numerator of 1; ``plural`` is what stands behind an ordinal
    that names several such parts, ``singular`` what stands behind one that names a single part; ``reversed`` has the
    denominator first (groups ``den`` and ``num``; NUMBER stands for a number); ``not_before`` and ``not_after`` are what keeps
    such words from being a fraction ("the first half"). ``loose`` are words that may be one and may be a number; ``ratios`` say how
    many of how many (groups ``den`` and, where it is no 1, ``num``: "two women in three").
    """

    words: Phrases = read.optional_table(read.words, fits="[0-9]+/[0-9]+")
    parts: Numerals = read.optional_table(read.words, fits="[0-9]+")
    one: tuple[str, ...] = optional(read.folded, ())
    plural: str = optional(read.template("NUMBER"), "")
    singular: str = optional(read.template("NUMBER"), "")
    reversed: str = optional(read.template("NUMBER"), "")
    loose: Phrases = read.optional_table(read.words, fits="[0-9]+/[0-9]+")
    ratios: tuple[str, ...] = optional(read.templates("NUMBER", groups=("den",)), ())
    not_before: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    not_after: Pattern | None = optional(read.pattern_or_none(fold=True), None)


@dataclass(frozen=True, slots=True)
class Clock:
    """Times of day.

    ``patterns`` have the groups ``h`` and may have ``min``, ``half`` (of the day) and ``part`` (of the hour); HOUR stands for
    number words. ``morning`` and ``afternoon`` are what the half may be, ``parts`` the minutes that a part of an hour has;
    ``named`` are words for one time ("noon"). ``joins`` is what joins the two ends of a period of which the second alone says
    its half. Where ``minutes_first`` the two figures may stand in either order.
    """

    patterns: tuple[str, ...] = optional(read.templates("HOUR", groups=("h",)), ())
    morning: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    afternoon: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    joins: str = optional(read.template("HOUR"), "")
    named: Phrases = read.optional_table(read.folded, fits="[0-2][0-9]:[0-5][0-9]")
    parts: Phrases = read.optional_table(read.folded, fits="[0-5][0-9]")
    minutes_first: bool = optional(read.flag, False)


@dataclass(frozen=True, slots=True)
class Details:
    """What tells values apart besides their figures, each table by what the words say.

    ``month`` is a month without day and year (group ``m``; MONTH stands for the names of months), printed with a capital where
    ``capital_months``. ``round`` are words that count nothing, by their order of magnitude; ``part`` parts of a year, a month or a
    century; ``multiple`` how many times as much; ``grade`` the grades of posts by their letters (group ``n``: the figure); ``unit`` what stands behind a number for what it counts, and the rest of a word
    that says both. Words that may say one of two stand under both ("1000 10000").
    """

    month: str = optional(read.template("MONTH", groups=("m",)), "")
    capital_months: bool = optional(read.flag, False)
    round: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True), fits="[0-9 ]+")
    part: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True), fits="start|mid|end|H[12]|Q[1-4]")
    multiple: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True), fits="[0-9 ]+")
    unit: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True), fits="[a-z0-9_]+")
    grade: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True, groups=("n",)), fits="[A-Z]+")


@dataclass(frozen=True, slots=True)
class Sessions:
    """Words behind or before the number of a session; ``special`` marks those that are no regular ones.

    ``number_suffix`` is what may follow the number in figures, ``ordinal_sign`` what may stand before it; ``counted`` are
    words of ``after`` behind which a number without that sign says how many; ``counting`` are numbers that always do; ``behind`` are
    words behind which an ordinal may stand where the others stand before it ("períodos de sesiones 79º y 80º").
    """

    after: tuple[str, ...] = key(read.folded)
    before: tuple[str, ...] = key(read.folded)
    special: Pattern = key(read.pattern(fold=True))
    number_suffix: str = optional(read.template("NUMBER"), "")
    ordinal_sign: str = optional(read.text, "")
    counted: tuple[str, ...] = optional(read.folded, ())
    counting: tuple[str, ...] = optional(read.folded, ())
    behind: tuple[str, ...] = optional(read.folded, ())


@dataclass(frozen=True, slots=True)
class References:
    """References to paragraphs (group ``n``: their numbers), and what says that they are of the same text.

    ``between`` is what may stand from the number to words that say so behind it; ``before`` what may stand from words that say
    so in front of it to the number, "" where they never do. ``itself`` is how a paragraph names itself ("the present paragraph").
    ``point_before`` is what a point of a paragraph is called before its mark ("alinéa"), ``point_behind`` what it is called behind it (分段).
    ``sections`` are words that number the sections of a report where others print Roman numerals: "رابعا-168", "IV.168".
    """

    pattern: Pattern = key(read.pattern(_I, groups=("n",)))
    above: Pattern = key(read.pattern(fold=True))
    below: Pattern = key(read.pattern(fold=True))
    present: Pattern = key(read.pattern(fold=True))
    between: str = key(read.template("NUMBER"))
    before: Pattern | None = key(read.pattern_or_none())
    itself: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    sections: tuple[str, ...] = optional(read.folded, ())
    point_before: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    point_behind: Pattern | None = optional(read.pattern_or_none(fold=True), None)


@dataclass(frozen=True, slots=True)
class ContinuationWords:
    """How a resolution keeps what an earlier one laid down without saying it again: "reaffirms the measures imposed by …".

    ``keeps`` and ``ends`` are the acts that keep and end it, ``measures`` what is kept or ended, ``upto`` what joins the first and
    the last number of a run of paragraphs.
    """

    keeps: Pattern | None = optional(read.pattern(fold=True), None)
    ends: Pattern | None = optional(read.pattern(fold=True), None)
    measures: Pattern | None = optional(read.pattern(fold=True), None)
    upto: Pattern | None = optional(read.pattern(fold=True), None)


@dataclass(frozen=True, slots=True)
class Citations:
    """Words for cited texts, and how symbols are printed in the language's own letters.

    ``dated`` is what may stand between a symbol and its date, "" where the date goes first. ``old_session`` is the form of
    "217 A (III)", with LETTER for the names of ``letters``; ``special`` names special (S) and emergency special (ES) sessions.
    ``typed_as`` are letters that are typed for Latin ones which look alike; ``number_sign`` is what may stand behind the number,
    ``number_word`` the words before it ("No.", "section"), where the name of a letter behind it is a number word too;
    ``conferences`` are the language's own marks of Conferences of the Parties (COP, CMA, CMP), "م أ-21" for "CP.21".
    """

    resolution: tuple[str, ...] = key(read.folded)
    decision: tuple[str, ...] = key(read.folded)
    dated: Pattern | None = key(read.pattern_or_none(fold=True))
    corrigendum: Pattern = key(read.pattern(_I, groups=("c",)))
    old_session: str | None = optional(read.template("LETTER", groups=("n", "s", "l")), None)
    letters: Mapping[str, tuple[str, ...]] = read.optional_table(read.folded, fits="[A-Z]{1,2}")
    special: Mapping[str, tuple[str, ...]] = read.optional_table(read.folded, fits="E?S")
    number_sign: str = optional(read.text, "")
    number_word: tuple[str, ...] = optional(read.folded, ())
    typed_as: Mapping[str, str] = read.optional_table(read.text)
    conferences: Mapping[str, tuple[str, ...]] = read.optional_table(read.folded, fits="[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Numbering:
    """Marks of list items: the letters in the order in which they count, and the first item as printed.

    ``numerals`` are those of 1 to 10, ``circled`` the single signs for bracketed ones; ``typed_as`` are letters that are typed
    for Latin ones which look alike. ``repeats`` are the language's own words for the Latin "bis", "ter" … of "1 bis".
    ``parts`` are what negotiators write before a number for the part that it counts in: "op" (operative) or "pp" (preambular);
    ``new`` is what they call a paragraph that was not there before.
    """

    letters: str = key(read.text)
    item: str = key(read.text)
    numerals: str = optional(read.text, "")
    circled: str = optional(read.text, "")
    typed_as: Mapping[str, str] = read.optional_table(read.text)
    repeats: Mapping[str, tuple[str, ...]] = read.optional_table(read.folded, fits="[a-z]+")
    parts: Mapping[str, tuple[str, ...]] = read.optional_table(read.folded, fits="op|pp")
    new: tuple[str, ...] = optional(read.folded, ())


@dataclass(frozen=True, slots=True)
class Negation:
    """What surely negates, what may render a negation, and idioms that do neither.

    ``own_words``: whether negations are words of their own, and not parts of many other words. ``concord``: words that only carry on an
    earlier negation of their clause ("sin … ni", "impedir … ningún", "не … никаких"), for which other languages say nothing again.
    """

    patterns: tuple[Pattern, ...] = key(read.patterns(fold=True))
    idioms: tuple[Pattern, ...] = key(read.patterns(fold=True))
    renders: tuple[Pattern, ...] = key(read.patterns(fold=True))
    own_words: bool = key(read.flag)
    concord: tuple[Pattern, ...] = optional(read.patterns(fold=True), ())


@dataclass(frozen=True, slots=True)
class ModalWords:
    """Words that oblige, recommend or permit; ``parts_duties``: whether "shall" and "should" are told apart reliably."""

    obligation: Pattern = key(read.pattern(fold=True))
    recommendation: Pattern = key(read.pattern(fold=True))
    permission: Pattern = key(read.pattern(fold=True))
    parts_duties: bool = key(read.flag)

    @property
    def by_force(self) -> tuple[Pattern, Pattern, Pattern]:
        """What obliges, recommends, permits."""
        return self.obligation, self.recommendation, self.permission


@dataclass(frozen=True, slots=True)
class Wording:
    """What makes a change of a few words one of substance.

    ``exception`` excepts from what is said, ``quantity`` says of how many it holds; ``contrasts`` are words that join,
    order or place, by what they say: another one of a list in the same place says something else; ``time_unit`` is what a number counts when it says how long; ``contrary`` are beginnings that turn a word into its contrary, or words before it that do; ``function_words`` say
    nothing by themselves.
    """

    exception: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    quantity: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    contrasts: Phrases = read.optional_table(read.folded, fits="[a-z]+")
    time_unit: Pattern | None = optional(read.pattern_or_none(fold=True), None)
    contrary: tuple[str, ...] = optional(read.words, ())
    function_words: tuple[str, ...] = optional(read.words, ())


@dataclass(frozen=True, slots=True)
class Drafting:
    """How mandates are drafted; "" for what the data do not describe.

    ``told`` is a clause that says who shall do something, right behind the verb ("that the Panel submit"); ``within`` a time
    that runs from the adoption ("within sixty days"); ``ends_before`` and ``ends_behind`` are what says beside a date that something
    lasts until then ("until", "shall end on"; 为止).
    """

    beneficiaries: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    resources: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    condition: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    review: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    infinitive: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    clause: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    bare_verb: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    also_told: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    subject: Pattern | None = key(read.pattern_or_none(_I, fold=True, groups=("told",)))
    report: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    cycle: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    period: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    after_deadline: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    before_deadline: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    year_mark: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    legal_basis: Pattern | None = key(read.pattern_or_none(_I, fold=True))
    told: Pattern | None = optional(read.pattern_or_none(_I, fold=True, groups=("told",)), None)
    within: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)
    ends_before: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)
    ends_behind: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)


@dataclass(frozen=True, slots=True)
class Headings:
    """Lines that are no paragraphs of the body, in folded text.

    ``divisions`` are the patterns of "Article 3", "Goal 1" and their like, by the name that all languages share.
    """

    between: Pattern = key(read.pattern(_I))
    foot: Pattern = key(read.pattern(_I))
    annex: Pattern = key(read.pattern(_I))
    adoption: Pattern = key(read.pattern(_I))
    masthead: Pattern = key(read.pattern(_I))
    closing: Pattern = key(read.pattern(_I))
    dated: Pattern = key(read.pattern(_I))
    divisions: Mapping[str, str] = read.optional_table(read.template("NUMBER"), fits="[a-z]+")
    reissued: Pattern | None = read.optional(read.pattern(_I, fold=True), None)


@dataclass(frozen=True, slots=True)
class BindingWords:
    """Words of scope and degree by class, in folded text.

    ``renders`` are words that may render one of the class where it should stand, and are none themselves; ``excused`` are set
    phrases in which such a word says nothing of its own.
    """

    classes: Mapping[str, Pattern] = key(read.table(read.pattern(fold=True), lambda: shared_ids().binding))
    renders: Mapping[str, Pattern] = read.optional_table(read.pattern(fold=True))
    excused: Pattern | None = optional(read.pattern_or_none(fold=True), None)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says, in folded text.

    ``languages`` are the names of languages, by code, as "Original: …" has them; ``draft`` is the line that heads a draft,
    "by" in it who submitted it.
    """

    session: Pattern = key(read.pattern(_I, fold=True))
    agenda: Pattern = key(read.pattern(_I, fold=True, groups=("item",)))
    original: Pattern = key(read.pattern(_I, fold=True, groups=("language",)))
    draft: Pattern = key(read.pattern(_I, fold=True, groups=("by",)))
    languages: Mapping[str, tuple[str, ...]] = key(read.table(read.folded, fits="[a-z]{2}"))


@dataclass(frozen=True, slots=True)
class Reported:
    """How decisions and presidential statements report what an organ did.

    ``meeting`` opens such a paragraph, ``heading`` its document; ``acts`` are the verbs, by concept, as they stand behind the
    organ's name, beside those of operative paragraphs. ``particle`` is what an enacting formula puts before that name.
    """

    particle: str = optional(read.text, "")
    meeting: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)
    heading: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)
    acts: Mapping[str, tuple[str, ...]] = read.optional_table(read.words)


@dataclass(frozen=True, slots=True)
class Declared:
    """How those who adopt a declaration say in the first person what they do: "We reaffirm …".

    ``speakers`` are their words for themselves; with ``silent`` the verb may stand without them. ``reflexive`` gives for such words
    before a reflexive verb what stands there in the third person ("nous nous engageons", "s'engage"). ``endings`` and ``beginnings``
    give for those of verbs in the first person those in the third; the longest that fits goes first, a whole word may be one.
    """

    speakers: tuple[str, ...] = optional(read.folded, ())
    silent: bool = optional(read.flag, False)
    reflexive: Phrases = read.optional_table(read.folded)
    endings: Phrases = read.optional_table(read.folded)
    beginnings: Phrases = read.optional_table(read.folded)


@dataclass(frozen=True, slots=True)
class AdoptionSection:
    """How a text says that it was adopted, and by what votes; ``joins`` is what joins the last two of several States."""

    unanimous: Pattern = key(read.pattern(_I, fold=True))
    without_vote: Pattern = key(read.pattern(_I, fold=True))
    votes: Pattern = key(read.pattern(_I, fold=True, groups=("favour", "against", "abstain", "names")))
    favour: Pattern = key(read.pattern(_I, fold=True))
    against: Pattern = key(read.pattern(_I, fold=True))
    abstain: Pattern = key(read.pattern(_I, fold=True))
    sponsors: Pattern = key(read.pattern(_I, fold=True))
    zero: tuple[str, ...] = key(read.folded)
    joins: Pattern | None = key(read.pattern_or_none())

    @property
    def sides(self) -> Mapping[str, Pattern]:
        """The heads of the lists of those who voted for, against, or abstained."""
        return {"favour": self.favour, "against": self.against, "abstain": self.abstain}


@dataclass(frozen=True, slots=True)
class Detection:
    """Frequent words, folded, by which the language is told from others of its script."""

    words: tuple[str, ...] = key(read.words)


@dataclass(frozen=True, slots=True)
class Typography:
    """The language's own marks, and what is not."""

    quotes: tuple[str, ...] = key(read.quotation_marks)
    foreign_quotes: Pattern = key(read.pattern())
    curly_apostrophe: bool = key(read.flag)
    spaced_before: str = key(read.text)
    spaced_after: str = key(read.text)
    wrong_number: Pattern | None = key(read.pattern_or_none())
    right_number: str = key(read.text)
    wrong_punctuation: Pattern | None = key(read.pattern_or_none())


@dataclass(frozen=True, slots=True)
class Repetition:
    """Words that may stand twice in a row."""

    allowed: tuple[str, ...] = key(read.words)


@dataclass(frozen=True, slots=True)
class Deliverables:
    """What a resolution asks for, as a mandate says it.

    ``due`` is when, where no day or session says it: the session of a year, days before something ends; ``told`` is who is to
    provide it, in the words behind the verb that asks; ``told_end`` ends such words early ("the Secretary-General in his …").
    """

    report: Pattern = key(read.pattern(fold=True))
    meeting: Pattern = key(read.pattern(fold=True))
    panel: Pattern = key(read.pattern(fold=True))
    fund: Pattern = key(read.pattern(fold=True))
    observance: Pattern = key(read.pattern(fold=True))
    due: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)
    told: Pattern | None = optional(read.pattern_or_none(_I, fold=True, groups=("told",)), None)
    told_end: Pattern | None = optional(read.pattern_or_none(_I, fold=True), None)

    @property
    def by_sort(self) -> Mapping[str, Pattern]:
        """The patterns by what they ask for."""
        names = ("report", "meeting", "panel", "fund", "observance")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class CycleUnits:
    """The units of what recurs."""

    day: Pattern = key(read.pattern(fold=True))
    month: Pattern = key(read.pattern(fold=True))
    quarter: Pattern = key(read.pattern(fold=True))
    half: Pattern = key(read.pattern(fold=True))
    year: Pattern = key(read.pattern(fold=True))
    biennium: Pattern | None = key(read.pattern_or_none(fold=True))


@dataclass(frozen=True, slots=True)
class Symbols:
    """How a symbol is said in running text; ``{number}`` stands for its number."""

    A: str = key(read.sentence("number"))
    S: str = key(read.sentence("number"))
    E: str = key(read.sentence("number"))
    other: str = key(read.sentence("number"))
    decision: str = key(read.sentence("number"))
    document: str = key(read.sentence("number"))


@dataclass(frozen=True, slots=True)
class NamesIn:
    """The language's name in the languages of the interface."""

    fr: str = key(read.text)
    en: str = key(read.text)


@dataclass(frozen=True, eq=False)
class Sections:
    """A data file as read. ``order`` is the language's place among the others, ``iso_639_2`` its codes of three letters."""

    code: str = key(read.text)
    name: str = key(read.text)
    names_in: NamesIn = key(read.section(NamesIn))
    iso_639_2: tuple[str, ...] = key(read.words)
    direction: str = key(read.one_of("ltr", "rtl"))
    words: str = key(read.one_of("spaced", "unspaced"))
    writing: Writing = key(read.section(Writing))
    formula: Formula = key(read.section(Formula))
    organs: Phrases = key(read.table(read.folded, lambda: shared_ids().organs))
    adverbs: AdverbSection = key(read.section(AdverbSection))
    strength: Strength = key(read.section(Strength))
    conjunctions: Conjunctions = key(read.section(Conjunctions))
    verbs: Mapping[str, VerbForms] = key(read.table(read.section(VerbForms), concepts))
    months: Mapping[int, tuple[str, ...]] = key(read.months)
    dates: Dates = key(read.section(Dates))
    numbers: Numbers = key(read.section(Numbers))
    sessions: Sessions = key(read.section(Sessions))
    currencies: Phrases = key(read.table(read.folded, fits="[A-Z]{3}"))
    references: References = key(read.section(References))
    citations: Citations = key(read.section(Citations))
    negation: Negation = key(read.section(Negation))
    modality: ModalWords = key(read.section(ModalWords))
    qualifiers: Phrases = key(read.table(read.phrases, lambda: shared_ids().qualifiers))
    loose_qualifiers: Phrases = key(read.table(read.phrases, lambda: shared_ids().qualifiers))
    qualifier_hints: Mapping[str, Pattern] = key(read.table(read.pattern(fold=True), lambda: shared_ids().qualifiers))
    names: Phrases = key(read.table(read.phrases, lambda: shared_ids().names))
    drafting: Drafting = key(read.section(Drafting))
    numbering: Numbering = key(read.section(Numbering))
    headings: Headings = key(read.section(Headings))
    cover: Cover = key(read.section(Cover))
    adoption: AdoptionSection = key(read.section(AdoptionSection))
    detection: Detection = key(read.section(Detection))
    typography: Typography = key(read.section(Typography))
    repetition: Repetition = key(read.section(Repetition))
    deliverables: Deliverables = key(read.section(Deliverables))
    cycle_units: CycleUnits = key(read.section(CycleUnits))
    symbols: Symbols = key(read.section(Symbols))
    reported: Reported = optional(read.section(Reported), Reported())
    declared: Declared = optional(read.section(Declared), Declared())
    continuation: ContinuationWords = optional(read.section(ContinuationWords), ContinuationWords())
    opening: Opening = optional(read.section(Opening), Opening())
    wording: Wording = optional(read.section(Wording), Wording())
    binding: BindingWords | None = optional(read.section(BindingWords), None)
    fractions: Fractions = optional(read.section(Fractions), Fractions())
    clock: Clock = optional(read.section(Clock), Clock())
    details: Details = optional(read.section(Details), Details())
    frequency: Phrases = read.optional_table(read.words, fits="P[0-9]+[DMY]")
    loose_frequency: Phrases = read.optional_table(read.words, fits="P[0-9]+[DMY]")
    order: int = optional(read.whole, UNORDERED)
    act_nouns: ActNouns = optional(read.section(ActNouns), ActNouns())


@dataclass(frozen=True, eq=False)
class Language(Sections):
    """One language: its data file as typed sections, and what is made of them.

    Two languages are the same only where they are one object, so that a language may be the key of a cache. ``data`` is the
    content of the file.
    """

    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict, repr=False)
    adverbs_by_first: Adverbs = field(default_factory=dict, repr=False)
    data: Mapping[str, object] = field(default_factory=dict, repr=False)
    _derived: dict[Callable[[Language], object], object] = field(default_factory=dict, repr=False)

    def __repr__(self) -> str:
        return f"<Language {self.code}>"

    @property
    def strings(self) -> tuple[str, ...]:
        """All strings of the file."""
        return self.derived(_all_strings)

    @property
    def own_words(self) -> tuple[str, ...]:
        """Those strings that are words of the language, and no patterns."""
        return self.derived(_words_of_the_language)

    @property
    def spaced(self) -> bool:
        """Whether words are parted by spaces."""
        return self.words == "spaced"

    @property
    def token_pattern(self) -> re.Pattern[str]:
        """What one token is in folded text."""
        return token_pattern(self.spaced)

    def words_of(self, text: str) -> tuple[str, ...]:
        """``text`` folded and cut as the verb matcher cuts: words, or single characters in Chinese."""
        return tokens_of(text, self.spaced)

    def name_in(self, ui: str) -> str:
        """The language's name in the user's language (fr or en)."""
        return self.names_in.fr if ui == "fr" else self.names_in.en

    def derived(self, make: Callable[[Language], _T]) -> _T:
        """What ``make`` makes of this language (a compiled pattern, a table), made once."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast(_T, self._derived[make])


_read_sections = read.section(Sections)
_NO_WORDS = frozenset({"writing", "opening", "iso_639_2", "order"})
"""Parts of a file that hold none of the language's words."""


def language_from(data: Mapping[str, object], file: str, code: str, *, trusted: bool = False) -> Language:
    """The language of a data file's content; the patterns of a ``trusted`` one are not compiled to be checked.

    Raises LanguageDataError, which names file, section and key, for what the file should not hold or should hold.
    """
    place = DataPlace(file, trusted=trusted)
    sections = _read_sections(data, place)
    _check_whole(sections, place, code)
    spaced = sections.words == "spaced"
    verbs = {concept: (forms.op, forms.pp) for concept, forms in sections.verbs.items()}
    adverbs = {name: getattr(sections.adverbs, name) for name in AdverbSection.__dataclass_fields__}
    return Language(
        **{name: getattr(sections, name) for name in Sections.__dataclass_fields__},
        forms=forms_by_first_token(verbs, sections.strength.words, concepts(), spaced=spaced),
        adverbs_by_first=adverbs_by_first_token(adverbs, spaced=spaced),
        data=data,
    )


def _check_whole(sections: Sections, place: DataPlace, code: str) -> None:
    """What one key of a file must be because of another, or of the file's name."""
    if sections.code != code:
        raise place.at("code").fault(f"must be {code!r} as the file is named, is {sections.code!r}")
    if not sections.iso_639_2:
        raise place.at("iso_639_2").fault("is empty")
    import snowballstemmer  # here, since most commands only ask which languages there are

    if sections.numbering.numerals and len(sections.numbering.numerals) != 10:
        raise DataPlace(place.file, "numbering", "numerals").fault("must be the ten numerals of 1 to 10")
    if sections.writing.stemmer and sections.writing.stemmer not in snowballstemmer.algorithms():
        raise DataPlace(place.file, "writing", "stemmer").fault(
            f"{sections.writing.stemmer!r} is no Snowball algorithm", hint='"" for none'
        )


def _all_strings(language: Language) -> tuple[str, ...]:
    return tuple(_strings(language.data))


def _words_of_the_language(language: Language) -> tuple[str, ...]:
    return tuple(filter(_is_plain, _strings({k: v for k, v in language.data.items() if k not in _NO_WORDS})))


def _is_plain(text: str) -> bool:
    """Whether a string of a data file is words, and no pattern or template."""
    return not any(c in text for c in "\\[?|{")


def _strings(data: object) -> Iterator[str]:
    """Every string that stands as a value in a data file."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
