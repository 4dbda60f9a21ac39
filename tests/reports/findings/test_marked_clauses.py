"""The clause around a difference, with the difference marked."""

from __future__ import annotations

import pytest

from corpora.languages import language_of
from corpora.model import Span
from reports.findings.marked_clauses import clause_beside, marked_clause
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


@pytest.mark.parametrize(
    ("code", "text", "clause"),
    [
        ("fr", "Prie les États de présenter un plan, de désigner un point de contact, et de tenir le Comité informé ;", "… de désigner un point de contact,"),
        ("zh", "请各国提出一项计划，与委员会一道指定一个联络点，并随时向委员会通报情况；", "… 与委员会一道指定一个联络点，"),
    ],
)  # fmt: skip
def test_beside_a_difference_stands_the_clause_at_the_same_share_of_the_paragraph(
    code: str, text: str, clause: str
) -> None:
    resolution = document(code, text)
    paragraph, language = resolution.paragraph("op1"), language_of(resolution)
    assert clause_beside(paragraph, language, 0.5) == clause
    first, last = (clause_beside(paragraph, language, share) for share in (0.0, 1.0))
    assert paragraph.text.startswith(first) and paragraph.text.endswith(last.removeprefix("… "))


def test_a_long_clause_beside_a_difference_is_cut_around_the_share() -> None:
    text = (
        "Requests the Secretary-General to report on "
        + "the ports and roads of the large country and " * 8
        + "its rivers;"
    )
    resolution = document("en", text)
    paragraph, language = resolution.paragraph("op1"), language_of(resolution)
    clauses = [clause_beside(paragraph, language, share) for share in (0.0, 0.5, 1.0)]
    assert clauses[0].startswith("Requests") and clauses[2].endswith("its rivers;") and clauses[1].startswith("… ")
    assert all(len(clause) < 160 and clause.removeprefix("… ").removesuffix(" …") in text for clause in clauses)
