"""The ledger: every changed word is in one finding, and no paragraph is called unchanged whose words differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.model import Relation
from benchmarks.changes import accounted, gold_pairs
from corpora.model import Resolution, Span
from corpora.reading import read_resolution, read_text
from reports.checks.runner import check_related
from reports.comparison.rows import RelatedPair, compare_related
from reports.comparison.verdict import dates_line, in_later_order, verdict_line, verdict_of
from reports.project.settings import Settings
from tests.support.specimens import RENEWAL


def _at_words(text: str, span: Span) -> bool:
    """Whether a quote begins and ends at a word."""
    cuts = [
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and not text[at - 1 : at + 1].isnumeric()
        for at in (span.start, span.end)
    ]
    return not any(cuts)


def _holds(pair: RelatedPair) -> None:
    findings = check_related(pair)
    changed, covered = accounted(pair, findings)
    assert {word for word in changed if not covered[word]} == set()
    assert [word for word in covered if covered[word] > 1] == []
    assert set(covered) <= changed
    for finding in findings:
        for place in (finding.source, finding.target):
            if place is not None:
                text = (
                    next(d for d in (pair.earlier, pair.later) if d.name == place.document)
                    .paragraph(place.paragraph)
                    .text
                )
                assert _at_words(text, place.inside), (finding.code, place.quote)
    for bead in pair.alignment.beads:
        if bead.relation is Relation.IDENTICAL:
            one = [pair.earlier.paragraph(i).text.split() for i in bead.source]
            two = [pair.later.paragraph(i).text.split() for i in bead.target]
            assert one == two


@pytest.mark.slow
def test_every_changed_word_of_the_sample_is_in_one_finding(
    sample: dict[str, Resolution], specimen: Resolution
) -> None:
    _holds(compare_related(sample["fr"], specimen))


def test_a_check_that_is_not_asked_for_leaves_nothing_to_others(
    sample: dict[str, Resolution], specimen: Resolution
) -> None:
    """Words that an ignored check explains are not reported as wording."""
    every = check_related(compare_related(sample["fr"], specimen))
    without = check_related(compare_related(sample["fr"], specimen, settings=Settings(skip=("M203", "M208"))))
    assert [f.code for f in without] == [f.code for f in every if f.code not in ("M203", "M208")]


@pytest.mark.slow
@pytest.mark.parametrize("place", range(3))
def test_every_changed_word_of_renewals_of_the_record_is_in_one_finding(record: Path, place: int) -> None:
    pairs = list(gold_pairs(record / "changes"))
    _, earlier, later = pairs[2 * place]
    _holds(compare_related(read_resolution(earlier), read_resolution(later)))


def test_texts_of_two_languages_have_no_hunks(sample: dict[str, Resolution], specimen: Resolution) -> None:
    pair = compare_related(sample["en"], specimen)
    assert pair.entries == ()
    assert verdict_of(pair, check_related(pair)) is None


def _compared(was: str, now: str) -> RelatedPair:
    return compare_related(read_text(RENEWAL, "fr", "a"), read_text(RENEWAL.replace(was, now), "fr", "b"))


def test_the_verdict_counts_what_changed_and_says_that_nothing_else_did() -> None:
    pair = _compared("Demande aux parties", "Encourage les parties")
    verdict = verdict_of(pair, check_related(pair))
    assert verdict is not None
    assert (verdict.parts, verdict.unexplained, verdict.unchanged) == ({"weakened": 1}, 0, 2)
    assert verdict_line(verdict, "en") == "1 mandate weakened; nothing else changed."
    assert verdict_line(verdict, "fr") == "1 mandat affaibli ; rien d'autre n'a changé."


def test_a_word_that_no_finding_explains_would_be_said() -> None:
    pair = _compared("coopérer pleinement", "coopérer")
    verdict = verdict_of(pair, [])
    assert verdict is not None
    assert verdict.unexplained == 1
    assert verdict_line(verdict, "en") == "1 changed word is in no finding."


DATES = """Le Conseil de sécurité,

1. Décide de proroger le mandat jusqu'au 31 janvier 2025 ;

2. Prie le Secrétaire général de présenter un rapport le 4 juillet 2024 au plus tard ;

3. Prie le Groupe d'experts de présenter un rapport final le 15 mai 2024 au plus tard ;
"""


def test_the_pattern_of_the_dates_is_said_with_what_breaks_it() -> None:
    on = {"31 janvier 2025": "31 janvier 2026", "4 juillet 2024": "4 juillet 2025", "15 mai 2024": "15 mai 2025"}
    for last, said in (
        ("15 mai 2025", "All dates 1 year on."),
        ("15 mai 2026", "All dates 1 year on, except in para.\u00a03."),
        ("15 mai 2024", "All dates 1 year on, except in para.\u00a03."),
    ):
        later = DATES
        for was, now in {**on, "15 mai 2024": last}.items():
            later = later.replace(was, now)
        pair = compare_related(read_text(DATES, "fr", "a"), read_text(later, "fr", "b"))
        assert dates_line(pair, "en") == said


def test_rows_stand_in_the_order_of_the_later_text(sample: dict[str, Resolution], specimen: Resolution) -> None:
    beads = in_later_order(compare_related(sample["fr"], specimen))
    order = [p.id for p in specimen.all_paragraphs()]
    places = [order.index(bead.target[0]) for bead in beads if bead.target]
    assert places == sorted(places)
    assert len(beads) == len(set(beads))
