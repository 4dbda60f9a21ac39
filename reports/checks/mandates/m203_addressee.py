"""M203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from reports.checks.base import RelatedCheck
from reports.checks.mandate_base import kept, slot_finding
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity

_NOUN = {"fr": "Destinataire", "en": "Addressee"}
_SAME = 88.0
_NAMED = re.compile(r"[a-z_+]+")
# Words of five letters and more: shorter ones are articles, prepositions and pronouns.
_WORD = re.compile(r"(?!celle)[^\W\d_]{5,}|[\u4e00-\u9fff]")


class AddresseeChanged(RelatedCheck):
    """A mandate is addressed to somebody else.

    What: compares who stands between the operative verb and what is to be done; names by what they name, others by wording.
    Why: the addressee is who must act, pay and report.
    Example: earlier "Prie le Centre … de prendre des mesures", later "Prie le Secrétaire général de prendre des mesures".
    """

    code = "M203"
    severity = Severity.CRITICAL
    category = "accuracy/mandate"
    title = {"fr": "Destinataire", "en": "Addressee"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate that changed hands."""
        for before, after, _ in kept(pair):
            old, new = before.addressee, after.addressee
            if old is None or new is None or old.value == new.value:
                continue
            if _same(old.value, new.value):
                continue
            yield slot_finding(self.code, self.severity, pair, before, after, [old], [new], _NOUN)


def _same(old: str, new: str) -> bool:
    """Whether two addressees given in words can be the same: alike, sharing a word that means something, or a pronoun."""
    if fuzz.token_sort_ratio(old, new) >= _SAME:
        return True
    if _NAMED.fullmatch(old) and _NAMED.fullmatch(new):
        return False
    words_old, words_new = set(_WORD.findall(old)), set(_WORD.findall(new))
    return not words_old or not words_new or bool(words_old & words_new)


CHECK = AddresseeChanged()
