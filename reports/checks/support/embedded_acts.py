"""The acts of a compound paragraph ("Welcomes …, requests … and urges …"): which of them another version does not do.

An act that is left out takes a clause with it, however long the paragraph is: its verb is a surer sign than the words that
are lost with it.
"""

from __future__ import annotations

from align.clauses import clauses
from align.lexicon.translation_tables import knows
from align.lexicon.word_evidence import UNRENDERED
from align.omissions.length_model import AlignedPair
from align.search.monotone_chain import heaviest_monotone_pairs
from corpora.annotation.verbs import main_concept, verb_forms
from corpora.languages import ACTS, Language
from corpora.model import Paragraph, Span, VerbPhrase
from reports.checks.support.lexical_evidence import evidence_at
from reports.checks.support.verb_pairs import VerbInContext, agree
from reports.comparison.rows import VersionRow

_SHORT = 0.8
"""Spreads by which a version is shorter than a rendering would be, from which a verb less is an act less, whatever its words
render: on clean pairs 8 more in 165 documents have one."""
Act = tuple[Paragraph, VerbPhrase]


def unmatched_acts(row: VersionRow, side: AlignedPair, *, by_length: bool) -> list[Act]:
    """The acts after the opening verb of the source of ``side`` that its target, another version of the row, does not do.

    The row binds; the target has fewer verbs, none left that agrees, and no word that renders the verb. ``by_length``: or it has
    fewer forms that may render it, and its shortfall says that a clause is missing. Empty where there is no lexicon of the two
    languages.
    """
    short = by_length and knows(side.source_code, side.target_code) and side.shortfall >= _SHORT
    key = "acts", side.source_code, side.target_code, short
    return row.kept(key, lambda: _unmatched_acts(row, side, short=short))


def _unmatched_acts(row: VersionRow, side: AlignedPair, *, short: bool) -> list[Act]:
    has, lacks = side.source_code, side.target_code
    mine, theirs = _verbs(row, has), _verbs(row, lacks)
    if not row.operative or len(mine) <= len(theirs) or not knows(has, lacks):
        return []

    def fits(i: int, j: int) -> bool:
        return agree(VerbInContext(has, mine[i][1]), VerbInContext(lacks, theirs[j][1]))

    pairs = heaviest_monotone_pairs([[fits(i, j) for j in range(len(theirs))] for i in range(len(mine))])
    taken = {i for i, _ in pairs}
    free = set(range(len(theirs))) - {j for _, j in pairs}
    left = [
        mine[i]
        for i in range(1, len(mine))
        if i not in taken and _is_act(mine[i], mine[0], side.source_language) and not any(fits(i, j) for j in free)
    ]
    if not left:
        return []
    text = side.texts[1]
    return [
        (p, v)
        for p, v in left
        if evidence_at(p.text, v.span, side.source_language, text, side.target_language) < UNRENDERED
        or (short and _fewer(row, v, has, lacks))
    ]


def _is_act(act: Act, opening: Act, language: Language) -> bool:
    """Whether a verb is an act of the organ: set apart by its style where the opening verb is.

    A language without spaces marks no clause's subject: there "establishes" or "accepts" may be what others are to do, and only
    requests and the word for a decision are sure.
    """
    if _set_apart(opening) and not _set_apart(act):
        return False
    concept = main_concept(act[1])
    return concept.kind in ACTS and (language.spaced or concept.kind != "decide" or concept.id == "decide")


def _set_apart(act: Act) -> bool:
    paragraph, verb = act
    return any(span.overlaps(verb.span) for span in paragraph.emphasis)


def _fewer(row: VersionRow, verb: VerbPhrase, has: str, lacks: str) -> bool:
    """Whether version ``lacks`` has fewer forms that agree with a verb of ``has`` than that one has itself, acts or not."""

    def forms(code: str) -> int:
        cell = row.cells[code]
        found = [v for p in cell.paragraphs for v in verb_forms(p.text, cell.language, p.kind)]
        return sum(agree(VerbInContext(has, verb), VerbInContext(code, v)) for v in found)

    return forms(lacks) < forms(has)


def clause_of(act: Act, language: Language) -> Span:
    """The clause that the act opens."""
    paragraph, verb = act
    cut = clauses(paragraph.text, language, paragraph.verbs)
    return next(Span(max(c.start, verb.span.start), c.end) for c in cut if verb.span.start < c.end)


def _verbs(row: VersionRow, code: str) -> list[Act]:
    return [(p, v) for p in row.cells[code].paragraphs for v in p.verbs]
