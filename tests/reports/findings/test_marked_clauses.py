"""The clause around a difference, with the difference marked."""

from __future__ import annotations

import pytest

from corpora.languages import language_of
from corpora.model import Span
from reports.findings.marked_clauses import marked_clause
from tests.support.one_paragraph import document


@pytest.mark.parametrize(
    ("code", "text", "words", "clause"),
    [
        ("fr", "Décide de proroger le mandat jusqu'au 15 juillet 2031, et prie la Mission de partir ;", "15 juillet 2031",
         "Décide de proroger le mandat jusqu'au ‹15 juillet 2031›,"),
        ("zh", "决定将任务期限延长至2031年7月15日，并请特派团届时离开该国全境；", "2031年7月15日", "决定将任务期限延长至‹2031年7月15日›，"),
    ],
)  # fmt: skip
def test_the_difference_is_marked_in_its_clause(code: str, text: str, words: str, clause: str) -> None:
    resolution = document(code, text)
    paragraph = resolution.paragraph("op1")
    start = paragraph.text.index(words)
    assert marked_clause(paragraph, language_of(resolution), Span(start, start + len(words))).startswith(clause)


def test_a_long_clause_is_cut_at_words_and_without_a_difference_its_beginning_is_quoted() -> None:
    long = (
        "Requests the Secretary-General to report on "
        + "the many ports and roads of the large country and " * 6
        + "its 12 rivers;"
    )
    resolution = document("en", long)
    paragraph = resolution.paragraph("op1")
    start = paragraph.text.index("12")
    clause = marked_clause(paragraph, language_of(resolution), Span(start, start + 2))
    assert clause.startswith("… ") and clause.endswith("‹12› rivers;")
    assert marked_clause(paragraph, language_of(resolution), None).startswith("Requests the Secretary-General")
