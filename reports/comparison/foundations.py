"""Which resolution a draft stands on, among those at hand, and how that is known: its words, what it cites, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.model import Relation
from corpora.languages import language_of
from corpora.model import Kind, Resolution
from corpora.structure.adoption import adoption_date
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind
from reports.comparison.rows import RelatedPair

# Shares from 0 to 1. The first three were set on half of the 77th session of the General Assembly against the 76th: of the
# resolutions with a predecessor of the same title all but a few share more, of the others few do, those made by one template. On the
# other half, titles withheld: 70 of 73 predecessors found, 3 not, no other named; for 3 of 97 without one a sibling made by template.
BY_WORDS = 0.65
"""From here on the words alone say what a draft stands on."""
BY_CITATION = 0.40
"""The same where the draft cites it."""
BY_TITLE = 0.20
"""The same where it has the draft's title."""
_SYMBOL_BEFORE = re.compile(r"^[\d/()\s.:–-]+")
"""The number that a title begins with."""
_RUN = 4
"""Words of a run (of Chinese twice as many characters): a long resolution holds most pairs of words of any other by chance."""
_CITED = 0.25
"""What a citation is worth beside words: of two resolutions with nearly the same words a draft stands on the one that it recalls."""
_AS_NEAR = 0.05
"""By how much the words of two resolutions must differ for one of them to be nearer."""
_SAME_PARAGRAPHS = 0.5
"""Share of paragraphs that must be word for word the same for a draft to have been made on a text."""
_SAME_WORDS = 0.85
"""Share of runs of words that shows the same where a text has few paragraphs, all of them touched."""


@dataclass(frozen=True, slots=True)
class Foundation:
    """The resolution that a draft stands on, and how it was found.

    ``share`` is how much of the draft's runs of words stands in it, 0 to 1; ``cited_in`` the first paragraph of the draft that
    cites it, "" where none does.
    """

    resolution: Resolution
    share: float
    cited_in: str = ""
    same_title: bool = False

    @property
    def is_found(self) -> bool:
        """Whether that is enough to say that the draft stands on it."""
        floor = BY_TITLE if self.same_title else BY_CITATION if self.cited_in else BY_WORDS
        return self.share >= floor


def foundations_of(
    draft: Resolution, candidates: Iterable[Resolution], before: Resolution | None = None
) -> list[Foundation]:
    """The resolution that a draft stands on, and those that it may stand on as well by what is known; empty where there is none.

    ``before`` is the draft with its tracked changes rejected: its words are the other text's own, and decide alone. Candidates in
    another language, the draft's own text in another file, and resolutions that came after it are passed over.
    """
    found = [
        _evidence(draft, candidate, before)
        for candidate in candidates
        if candidate.language == draft.language and not _is_later(candidate, draft, before)
    ]
    worth = _CITED if before is None else 0.0
    rated = sorted(((f.share + worth * bool(f.cited_in), f) for f in found if f.is_found), key=lambda r: -r[0])
    return [f for rating, f in rated if rating >= rated[0][0] - _AS_NEAR]


def cites(text: Resolution, cited: Resolution) -> bool:
    """Whether a paragraph of a text cites the symbol of another."""
    return bool(_cited_in(text, cited))


def has_title_of(text: Resolution, other: Resolution) -> bool:
    """Whether two texts have a line of their titles in common, the numbers that head it left out."""
    return not _bare_titles(text).isdisjoint(_bare_titles(other))


def stands_on(pair: RelatedPair) -> bool:
    """Whether the later of two texts was made on the earlier: most paragraphs are the same, or nearly all words."""
    compared = [p for p in pair.later.all_paragraphs() if p.kind.is_compared]
    if not compared or _shared(pair.later, pair.earlier) >= _SAME_WORDS:
        return True
    same = {i for bead in pair.alignment.beads if bead.relation is Relation.IDENTICAL for i in bead.target}
    return sum(p.id in same for p in compared) >= _SAME_PARAGRAPHS * len(compared)


def _evidence(draft: Resolution, candidate: Resolution, before: Resolution | None) -> Foundation:
    return Foundation(
        candidate,
        _shared(before or draft, candidate),
        _cited_in(draft, candidate),
        not _titles(draft).isdisjoint(_titles(candidate)),
    )


def _is_later(candidate: Resolution, draft: Resolution, before: Resolution | None) -> bool:
    """Whether a text came after the draft, or is the draft itself in another file."""
    if _cited_in(candidate, draft):
        return True
    dates = adoption_date(candidate), adoption_date(draft)
    if before is None and dates[0] and dates[1] and str(dates[0]) > str(dates[1]):
        return True
    own, others = _words(draft), _words(candidate)
    return own == others and (before is None or _words(before) != own)


def _cited_in(text: Resolution, cited: Resolution) -> str:
    if not cited.symbol or cited.symbol == text.symbol:
        return ""
    return next(
        (
            p.id
            for p in text.paragraphs
            for a in p.anchors
            if p.kind.is_body and a.kind is AnchorKind.CITATION and a.form == cited.symbol
        ),
        "",
    )


def _titles(text: Resolution) -> frozenset[str]:
    """The lines of the title, which a heading with the symbol may be one of."""
    return frozenset(fold_plain(p.text).strip() for p in text.paragraphs if p.kind is Kind.TITLE)


def _bare_titles(text: Resolution) -> frozenset[str]:
    """The lines of the title without the symbol that one begins with: "2031/18. Support …"."""
    return frozenset(bare for line in _titles(text) if (bare := _SYMBOL_BEFORE.sub("", line)))


def _words(text: Resolution) -> list[tuple[str, ...]]:
    own = language_of(text)
    return [own.words_of(p.text) for p in text.paragraphs if p.kind.is_body]


def _shared(text: Resolution, other: Resolution) -> float:
    """How much of the runs of words of ``text`` stands in another."""
    length = _RUN if language_of(text).spaced else 2 * _RUN
    mine, theirs = _runs(_words(text), length), _runs(_words(other), length)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _runs(paragraphs: Sequence[tuple[str, ...]], length: int) -> set[tuple[str, ...]]:
    """Every run of so many words of each paragraph; a shorter paragraph is one."""
    return {words[k : k + length] for words in paragraphs for k in range(max(1, len(words) - length + 1)) if words}
