"""D305."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from align.lexicon.translation_tables import knows
from align.statistics.anchor_renderings import rendering_rate
from corpora.model import Anchor, Span
from corpora.text.folding import fold
from corpora.values import AnchorKind, Qualifier
from reports.checks.support.lexical_evidence import (
    geometric_mean,
    greatest_evidence,
    greatest_loss,
    habit_share,
    pair_share,
    unrendered,
)
from reports.checks.support.values import (
    Discrepancy,
    Located,
    Required,
    ValueCheck,
    depth_of,
    only_value,
    values_of_kinds,
)
from reports.checks.support.voting import STEADIEST, several_against, steadiest, votes_on_words
from reports.comparison.rows import Cell, VersionRow
from reports.findings.model import Severity

_STEADY = 0.7
"""How likely a version renders a qualifier of another for its absence to mean anything; measured on a record."""
_SURE = 0.95
"""Share of renderings in the record from which a missing qualifier keeps its severity."""
_SAID = 0.35
"""How usual it is that adopted texts leave the words of a qualifier as bare as a version does, from which on that version says it in
words that the lists do not know. Chosen on 138 qualifiers deleted from five of the Council's resolutions of 2022 and 2023, of which
more than nine in ten stand below, and some one in twenty of those left in place; how many false findings stand below was not counted."""
_TERMS = frozenset(
    {
        "on_request",
        "existing_resources",
        "extrabudgetary",
        "voluntary",
        "without_prejudice",
        "as_possible",
        "exceptional",
    }
)
"""Qualifiers that limit what may be done: these are what was negotiated."""


_DOUBTED = 0.1
"""Confidence in a qualifier that may stand there in other words: of some sixty such readers found three."""
_WORDED_FREELY = frozenset({"as_appropriate", "soonest"})
"""Qualifiers that are said in so many ways ("applicable law", "in the set time") that few of those that seemed lost in many versions were:
a choice of one reader, not a count."""


_THERE = 0.3
"""Share of a cell's length by which a word may stand before or behind the qualifier that it may render: chosen, a little more than for
a value, since languages put what qualifies a verb before it or behind its objects."""


_SEEN, _HINT_SEEN, _HINT_KNOWN = -5.0, -2.0, 0.0
"""Log-odds, in nats, that a version does not render a word, up to which all words of a qualifier must lie for the version to say it in
words that no list knows: where the lexicon knows a rendering, where a word of the kind stands at that place, and where both is so. Chosen on
the Council's resolutions of 2020 to 2023 and the Assembly's session 78: of 103 qualifiers deleted from one of six versions none is seen in
all pairs (20 of 515 pairs are), of 14 findings that readers called genuine none, of 25 false ones 19."""
_KNOWN = 1.0
"""Evidence, in nats, from which the lexicon knows a rendering of a word."""


class QualifierDiffers(ValueCheck):
    """A qualifier stands in one version only, or is missing in one."""

    code = "D305"
    since = "0.1.0"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    noun = "qualifier"

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The qualifiers of a cell."""
        return values_of_kinds(cell, AnchorKind.QUALIFIER)

    def has(self, cell: Cell, wanted: Anchor) -> bool:
        """Whether a usual rendering of the qualifier stands in the cell."""
        return any(a.value == wanted.value for _, a in cell.anchors)

    def between(self, row: VersionRow) -> Callable[[str, str], list[Discrepancy]]:
        """What parts two versions: not a qualifier that the other one says in words of its own."""
        apart = super().between(row)

        def discrepancies(one: str, other: str) -> list[Discrepancy]:
            return [found for found in apart(one, other) if not _is_rendered(row, found)]

        return discrepancies

    def asked(self, row: VersionRow) -> Sequence[Required]:
        """Each qualifier by itself: "voluntary" does not stand instead of "where appropriate"."""
        keys = sorted({key for cell in row.cells.values() for key in self.required(cell)})
        return [partial(self._of_key, key) for key in keys]

    def _of_key(self, wanted: str, cell: Cell) -> dict[str, Located]:
        return {key: located for key, located in self.required(cell).items() if key == wanted}

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Graver the more steadily the qualifier is rendered; what one of many versions adds alone is a step lower."""
        qualifier = only_value(found)[1].value
        assert isinstance(qualifier, Qualifier)
        # What says how soon or with whom is worded more freely than what says on what terms.
        base = self.base(row, found)
        if qualifier.key not in _TERMS:
            base = min(base, Severity.MINOR)
        # Where every version that lacks the form has the word itself at that place, it is worded otherwise and not left out.
        lacking = (found.outlier,) if found.missing else found.others
        reworded = all(_is_reworded(row, found, code) for code in lacking)
        # What a version says in other words the odd one may say so as well: that is a doubt, and hides nothing.
        if votes_on_words(row.cells) and (qualifier.key in _WORDED_FREELY or _is_said_otherwise(row, qualifier)):
            return (min(base, Severity.MINOR) if reworded else base), _DOUBTED
        pairs = [(c, found.outlier) if found.missing else (found.outlier, c) for c in found.others]
        surest = sorted((rendering_rate(first, second, qualifier) for first, second in pairs), reverse=True)[:STEADIEST]
        sure = sum(surest) / len(surest)
        if found.missing and steadiest(found.others):
            # What limits an act may be said anywhere; how soon and with whom stands by what it qualifies.
            depths = () if qualifier.key in _TERMS else _depths(row, found)
            if hinted(row.cells[found.outlier], qualifier.key, depths):
                return min(base, Severity.MINOR), 0.5
            return (base if sure >= _STEADY else min(base, Severity.MINOR)), 0.85
        if sure < _STEADY:
            return None if several_against(found.others) or not unrendered(row, found) else (Severity.MINOR, 0.5)
        return (base if sure >= _SURE and not reworded else min(base, Severity.MINOR)), round(sure, 2)


def _is_rendered(row: VersionRow, found: Discrepancy) -> bool:
    """Whether the one of two versions that has no usual form of a qualifier renders its words all the same: another part of speech, the verb.

    Asked of the two alone, so that no third version has a say in it.
    """
    has, lacking = (found.reference, found.outlier) if found.missing else (found.outlier, found.reference)
    paragraph, anchor = only_value(found)
    assert isinstance(anchor.value, Qualifier)
    cell, other = row.cells[has], row.cells[lacking]
    span = anchor.span
    if not cell.language.spaced and (told := _hints_inside(cell, anchor)):
        span = told  # between "with" and "consultation" stands who is consulted
    known = greatest_evidence(cell, paragraph, span, other) >= _KNOWN
    hint = hinted(other, anchor.value.key, [depth_of(cell, paragraph, anchor.span.start)])
    if not known and not hint:
        return False  # the network is not asked: alone it is not sure enough
    loss = greatest_loss(cell, paragraph, span, other)
    most = _HINT_KNOWN if known and hint else _HINT_SEEN if hint else _SEEN
    return loss is not None and loss <= most


def _hints_inside(cell: Cell, anchor: Anchor) -> Span | None:
    """Where in a qualifier the words stand that say it; None where its language lists none that stands there."""
    assert isinstance(anchor.value, Qualifier)
    pattern = cell.language.qualifier_hints.get(anchor.value.key)
    folded = fold(anchor.text)
    match = pattern.search(folded.text) if pattern else None
    if match is None:
        return None
    inside = folded.span(match.start(), match.end())
    return Span(anchor.span.start + inside.start, anchor.span.start + inside.end)


def _is_said_otherwise(row: VersionRow, qualifier: Qualifier) -> bool:
    """Whether adopted texts are as bare of a qualifier as a version that lacks it: then that version may say it in words that no list knows.

    Of a qualifier that one version has alone, all others are asked together.
    """
    having = {c for c, cell in row.cells.items() if any(a.value == qualifier for _, a in cell.anchors)}
    lacking = [c for c in row.cells if c not in having]
    for codes in [[c] for c in lacking] if len(having) > 1 else [lacking]:
        shares = [share for c in codes if (share := habit_share(row, qualifier, c)) is not None]
        if shares and geometric_mean(shares) >= _SAID:
            return True
    return False


def _is_reworded(row: VersionRow, found: Discrepancy, code: str) -> bool:
    """Whether a version that lacks the form of a qualifier has the word itself: about as far into it, or, where adopted texts are often as
    bare of its words as this version is, anywhere, since Chinese puts before the verb what others put at the end."""
    key = only_value(found)[1].value
    assert isinstance(key, Qualifier)
    cell = row.cells[code]
    if hinted(cell, key.key, _depths(row, found)):
        return True
    has = found.reference if found.missing else found.outlier
    # Where a lexicon is missing, the column of the row is not to be asked for.
    if not all(knows(one, other) for one in row.cells for other in row.cells if one != other) or not hinted(
        cell, key.key
    ):
        return False
    share = pair_share(row, has, only_value(found), code)
    return share is not None and share >= _SAID


def _depths(row: VersionRow, found: Discrepancy) -> list[float]:
    """How far into its cell the qualifier of a discrepancy stands, from 0 to 1, at each of its places."""
    cell = row.cells[found.reference if found.missing else found.outlier]
    value = only_value(found)[1].value
    return [depth_of(cell, paragraph, a.span.start) for paragraph, a in cell.anchors if a.value == value]


def hinted(cell: Cell, value: str, depths: Sequence[float] = ()) -> bool:
    """Whether a cell has words, beside its verbs, that may say a qualifier otherwise than the lists know; with ``depths``, shares of
    its length, only about as far into it."""
    pattern = cell.language.qualifier_hints.get(value)
    if pattern is None:
        return False
    for paragraph in cell.paragraphs:
        folded = fold(paragraph.text)
        for match in pattern.finditer(folded.text):
            span = folded.span(match.start(), match.end())
            place = depth_of(cell, paragraph, span.start)
            near = not depths or any(abs(place - depth) <= _THERE for depth in depths)
            if near and not any(v.span.overlaps(span) for v in paragraph.verbs):
                return True
    return False


CHECK = QualifierDiffers()
