"""M203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from corpora.languages import Language, language_of
from corpora.mandates.extraction import Mandate
from corpora.text.folding import fold_plain
from reports.checks.base import RelatedCheck
from reports.checks.support.mandate_checks import kept_acts, kept_mandates, slot_finding
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding, Severity

_SAME, _SAME_SET = 88.0, 90.0
"""Likeness, of 100 (rapidfuzz, words sorted; sets of words), from which two names are one."""
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
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


class AddresseeChanged(RelatedCheck):
    """A mandate is addressed to somebody else."""

    code = "M203"
    since = "0.1.0"
    severity = Severity.CRITICAL
    category = "accuracy/mandate"

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate that changed hands."""
        languages = language_of(pair.earlier), language_of(pair.later)
        acts = {(before.id, after.id) for before, after, _ in kept_acts(pair)}
        for before, after, _ in kept_mandates(pair):
            # A point of a list has the addressee of its act, where that names one: the act's finding says it changed.
            inherited = not _names(before) and not _names(after) and (before.id, after.id) not in acts
            if inherited or not (_is_told(before) and _is_told(after)):
                continue
            old, new = before.addressee, after.addressee
            if old is None or new is None or old.value == new.value:
                continue
            if _same(old.value, new.value) and not _renamed((old.text, new.text), languages):
                continue
            if _same_words(old.text, new.text):
                continue
            yield slot_finding(
                code=self.code,
                severity=self.severity,
                pair=pair,
                before=before,
                after=after,
                gone=[old],
                come=[new],
                noun="addressee",
            )


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
    return re.compile(rf"\b{joins.pattern}\b|," if joins else ",")


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
