"""M203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from corpora.languages import Language, language_of
from corpora.mandates.extraction import Mandate
from corpora.resources.glossary import stem
from corpora.text.folding import fold_plain
from corpora.text.patterns import compiled
from reports.checks.base import ClaimingCheck
from reports.checks.support.mandate_checks import kept_acts, kept_mandates, slot_finding
from reports.comparison.hunk_kinds import is_content
from reports.comparison.hunks import words_of
from reports.comparison.ledger import Ledger
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity

_SAME, _SAME_SET = 88.0, 90.0
"""Likeness, of 100 (rapidfuzz, words sorted; sets of words), from which two names are one."""
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_PART = 4
"""Words that say something up to which a coordinated part names somebody; a longer one is what is asked."""
_ARTICLE = 4
"""Letters up to which a first word in small letters can be an article or "all"."""
_LONG, _SHORT = 5, 6
"""Words from which an addressee is long, and up to which it can be a name."""
_NAME_WORD = re.compile(
    r"""
    (?!tout\w|autre|other|concern|relevant|intéress|compéten|member\b|membre)   # "other relevant Member States"
    [^\W\d_]{4,}
    """,
    re.VERBOSE,
)
"""A word that tells one body from another."""
_STEM = 6
"""Letters that tell words apart whatever their ending ("centrafricaine", "centrafricaines")."""
_NAMED = re.compile(r"[a-z_+]+")
# Words of five letters and more: shorter ones are articles, prepositions and pronouns.
_WORD = re.compile(r"(?!celle)[^\W\d_]{5,}|[\u4e00-\u9fff]")


class AddresseeChanged(ClaimingCheck):
    """A mandate is addressed to somebody else."""

    code = "M203"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/mandate"
    rank = 20

    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """One finding for each mandate that changed hands, or speaks to more or fewer than before."""
        pair = ledger.pair
        acts = {(before.id, after.id) for before, after, _ in kept_acts(pair)}
        for before, after, _ in kept_mandates(pair):
            # A point of a list has the addressee of its act, where that names one: the act's finding says it changed.
            inherited = not _names(before) and not _names(after) and (before.id, after.id) not in acts
            if inherited or not (_is_told(before) and _is_told(after)):
                continue
            if _changed_hands(pair, before, after):
                severity = self.severity
            elif _parts_changed(pair, before, after):
                severity = Severity.MAJOR
            else:
                continue
            assert before.addressee is not None and after.addressee is not None
            slots = [before.addressee], [after.addressee]
            found = slot_finding(self, ledger, severity, (before, after), slots, "addressee")
            if found is not None:
                yield found


def _changed_hands(pair: RelatedPair, before: Mandate, after: Mandate) -> bool:
    """Whether a mandate is addressed to somebody else."""
    old, new = before.addressee, after.addressee
    if old is None or new is None or old.value == new.value:
        return False
    languages = language_of(pair.earlier), language_of(pair.later)
    if pair.entries and _holds(old.text, new.text, languages[0]):
        return False
    if _same(old.value, new.value) and not _renamed((old.text, new.text), languages):
        return False
    return not _same_words(old.text, new.text)


def _holds(one: str, other: str, own: Language) -> bool:
    """Whether all words of one that say something stand in the other: then more or fewer are addressed, or it is a longer name."""
    stems = [frozenset().union(*_parts(text, own)) for text in (one, other)]
    return bool(stems[0] and stems[1]) and (stems[0] <= stems[1] or stems[1] <= stems[0])


def _parts_changed(pair: RelatedPair, before: Mandate, after: Mandate) -> bool:
    """Whether one of those who are addressed together was added, left out, or replaced ("UNDP, UNICEF and UNHCR").

    A part is known again by a word that means something and stands in a part of the other side too.
    """
    old, new = before.addressee, after.addressee
    if old is None or new is None or not pair.entries:
        return False
    own = language_of(pair.later)
    parts = [_parts(slot.text, own) for slot in (old, new)]
    if any(len(part) > _PART for side in parts for part in side) or not (_is_body(old.text) and _is_body(new.text)):
        return False
    return any(part and not any(part & other for other in parts[1 - side]) for side in (0, 1) for part in parts[side])


def _is_body(text: str) -> bool:
    """Whether words can name somebody: a name, or words behind an article; in a script with capitals, bare words cannot."""
    first = text.strip().split(maxsplit=1)[0] if text.strip() else ""
    bare = first[:1].islower() and len(first) > _ARTICLE
    return bool(first) and not bare


def _parts(text: str, own: Language) -> list[frozenset[str]]:
    """The coordinated parts of an addressee, each as the stems of its words that say something."""
    found = []
    for part in own.derived(_coordinated).split(fold_plain(text)):
        words = [form for form, _, _ in words_of(part or "")]
        found.append(frozenset(stem(word, own) for word in words if is_content(word, own)))
    return found


def _names(mandate: Mandate) -> bool:
    """Whether the mandate's own words name its addressee."""
    return mandate.addressee is not None and len(mandate.addressee.span) > 0


def _is_told(mandate: Mandate) -> bool:
    """Whether the addressee is told to do this: by the mandate itself, or by the act above it whose points are acts."""
    return _names(mandate) or (mandate.under is not None and mandate.under.points_are_acts)


def _same(old: str, new: str) -> bool:
    """Whether two addressees given in words can be the same: alike, sharing a word that means something, or a pronoun."""
    if fuzz.token_sort_ratio(old, new) >= _SAME:
        return True
    if _NAMED.fullmatch(old) and _NAMED.fullmatch(new):
        return False
    words_old, words_new = set(_WORD.findall(old)), set(_WORD.findall(new))
    return not words_old or not words_new or bool(words_old & words_new)


def _same_words(old: str, new: str) -> bool:
    """Whether long addressees differ in small words only ("… et à tous les États Membres", "… et aux États Membres"), or share an
    acronym."""
    if set(_ACRONYM.findall(old)) & set(_ACRONYM.findall(new)):
        return True
    texts = fold_plain(old), fold_plain(new)
    long = min(len(t.split()) for t in texts) >= _LONG
    return long and fuzz.token_set_ratio(*texts) >= _SAME_SET


def _coordinated(language: Language) -> re.Pattern[str]:
    """What joins two names."""
    joins = language.conjunctions.between_nouns
    return compiled(rf"\b{joins.pattern}\b|," if joins else ",")


def _renamed(texts: tuple[str, str], languages: tuple[Language, Language]) -> bool:
    """Whether two short addressees are names of two bodies: another head ("Panel of Experts", "Group of Experts"), or another
    complement of the same head ("le Groupe d'experts", "le Groupe de contrôle")."""
    heads, rests = [], []
    for text, own in zip(texts, languages, strict=True):
        words = _NAME_WORD.findall(fold_plain(text))
        if not words or len(text.split()) > _SHORT or own.derived(_coordinated).search(fold_plain(text)):
            return False
        heads.append(words[0][:_STEM])
        rests.append({word[:_STEM] for word in words[1:]})
    if heads[0] != heads[1]:
        return bool(rests[0] and rests[0] == rests[1])
    return bool(rests[0] and rests[1]) and not rests[0] & rests[1]


CHECK = AddresseeChanged()
