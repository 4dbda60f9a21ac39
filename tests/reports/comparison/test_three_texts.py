"""Three texts: who changed what, and what came back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.related import align_related
from corpora.model import Paragraph, Resolution
from corpora.reading import read_text
from reports.comparison.three_texts import Author, ChangeOutcome, RowState, ThreeTextRow, ThreeTexts, three_texts
from tests.support.three_texts import ADOPTED, DRAFT, LAST, numbered


def compared(last: str, draft: str, adopted: str, code: str = "fr") -> ThreeTexts:
    texts = read_text(last, code, "last"), read_text(draft, code, "draft"), read_text(adopted, code, "adopted")
    pairs = (texts[0], texts[1]), (texts[1], texts[2]), (texts[0], texts[2])
    return three_texts(texts, [align_related(*pair) for pair in pairs])


@pytest.fixture(scope="module")
def three() -> ThreeTexts:
    return compared(LAST, DRAFT, ADOPTED)


def said(row: ThreeTextRow) -> list[tuple[str, str, str, str]]:
    return [
        (str(c.author), str(c.outcome), " ".join(p.text for p in c.before), " ".join(p.text for p in c.after))
        for c in row.changes
    ]


def only(three: ThreeTexts, label: str, state: RowState) -> ThreeTextRow:
    (row,) = (row for row in three.rows if row.label == label and row.state is state)
    return row


def test_rows_stand_in_the_order_of_the_adopted_text(three: ThreeTexts) -> None:
    adopted = [p.id for row in three.rows for p in row.adopted]
    assert adopted == [p.id for p in three.adopted.all_paragraphs()]
    assert [row.state for row in three.rows if row.label == "op5"] == [RowState.GIVEN_UP, RowState.CAME_BACK]


def test_what_the_draft_changed_and_kept(three: ThreeTexts) -> None:
    assert said(only(three, "op1", RowState.AS_DRAFTED)) == [("draft", "kept", "2024", "2025")]


def test_what_came_back_beside_what_was_kept(three: ThreeTexts) -> None:
    assert said(only(three, "op2", RowState.CAME_BACK_IN_PART)) == [
        ("draft", "came_back", "instamment", ""),
        ("draft", "kept", "90", "60"),
        ("negotiation", "came_back", "", "instamment"),
    ]


def test_what_negotiation_changed_of_its_own(three: ThreeTexts) -> None:
    assert said(only(three, "op3", RowState.NEGOTIATED)) == [("negotiation", "own", "et du matériel", "")]


def test_what_the_draft_had_put_in_is_given_up(three: ThreeTexts) -> None:
    row = only(three, "op4", RowState.CAME_BACK)
    assert [c.outcome for c in row.changes] == [ChangeOutcome.GIVEN_UP] * 4


def test_paragraphs_that_one_text_lacks(three: ThreeTexts) -> None:
    back = next(row for row in three.rows if row.last and row.adopted and not row.draft)
    assert back.state is RowState.CAME_BACK and "Encourage" in back.adopted[0].text
    assert only(three, "op6", RowState.NEW_IN_NEGOTIATION).last == ()


@pytest.mark.parametrize(
    ("last", "draft", "adopted", "state"),
    [
        ("", "Salue les progrès;", "Salue les progrès accomplis;", RowState.NEW_IN_DRAFT),
        ("Salue les progrès accomplis;", "", "", RowState.DROPPED_BY_DRAFT),
        ("Salue les progrès accomplis;", "Salue les progrès accomplis;", "", RowState.DROPPED_IN_NEGOTIATION),
        ("Prie le Comité de siéger deux fois;", "Prie le Comité de siéger trois fois;", "Prie le Comité de siéger quatre fois;", RowState.BOTH),
    ],
)  # fmt: skip
def test_states(last: str, draft: str, adopted: str, state: RowState) -> None:
    frame = ("Décide de proroger le mandat de la Mission;", "Décide de rester saisi de la question.")
    three = compared(*(numbered(frame[0], *filter(None, [act]), frame[1]) for act in (last, draft, adopted)))
    assert [row.state for row in three.rows if row.state is not RowState.UNCHANGED] == [state]


def test_words_changed_twice_are_changed_again() -> None:
    acts = ("Prie le Comité de siéger deux fois;", "Prie le Comité de siéger trois fois;", "Prie le Comité de siéger quatre fois;")  # fmt: skip
    (row,) = (row for row in compared(*(numbered(act) for act in acts)).rows if row.changes)
    assert {c.outcome for c in row.changes} == {ChangeOutcome.CHANGED_AGAIN}


def _left(row: ThreeTextRow, author: Author, side: tuple[Paragraph, ...], *, before: bool) -> list[str]:
    """The words of one side that are in no change of an author: they must be those of the other side."""
    pieces = [p for c in row.changes if c.author is author for p in (c.before if before else c.after)]
    kept = []
    for paragraph in side:
        spans = [p.span for p in pieces if p.paragraph.id == paragraph.id]
        text = "".join(
            " " if any(s.start <= k < s.end for s in spans) else sign for k, sign in enumerate(paragraph.text)
        )
        kept += re.findall(r"\w+", text.casefold())
    return kept


WORDS = ("prie", "le", "Comité", "de", "siéger", "en", "séance", "publique", "deux", "fois", "par", "an")
VARIANTS = st.lists(st.sampled_from(WORDS), min_size=4, max_size=10).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(last=VARIANTS, draft=VARIANTS, adopted=VARIANTS)
@pytest.mark.slow
def test_every_changed_word_is_in_one_change(last: str, draft: str, adopted: str) -> None:
    texts = [read_text(numbered(f"Décide que le Secrétariat {words};"), "fr", n) for n, words in (("l", last), ("d", draft), ("a", adopted))]  # fmt: skip
    made = three_texts((texts[0], texts[1], texts[2]), [align_related(*pair) for pair in _pairs(texts)])
    for row in made.rows:
        assert _left(row, Author.DRAFT, row.last, before=True) == _left(row, Author.DRAFT, row.draft, before=False)
        origin = row.draft or (row.last if row.adopted else ())
        assert _left(row, Author.NEGOTIATION, origin, before=True) == _left(
            row, Author.NEGOTIATION, row.adopted, before=False
        )
    if last == adopted:
        assert all(c.outcome.is_undone for row in made.rows for c in row.changes)
    if draft == adopted:
        assert all(c.outcome is ChangeOutcome.KEPT for row in made.rows for c in row.changes)
        assert made.words_undone == 0
    if last == draft:
        assert all(c.outcome is ChangeOutcome.OWN for row in made.rows for c in row.changes)


def _pairs(texts: list[Resolution]) -> list[tuple[Resolution, Resolution]]:
    return [(texts[0], texts[1]), (texts[1], texts[2]), (texts[0], texts[2])]


@settings(max_examples=20, deadline=None)
@given(last=VARIANTS, draft=VARIANTS)
@pytest.mark.slow
def test_what_is_adopted_as_it_was_came_back_whole(last: str, draft: str) -> None:
    made = compared(*(numbered(f"Décide que le Secrétariat {words};") for words in (last, draft, last)))
    changes = [c for row in made.rows for c in row.changes]
    assert all(c.outcome.is_undone for c in changes)
    assert made.words_undone == made.words_by(Author.DRAFT)


@pytest.mark.parametrize(
    ("code", "last", "draft"),
    [
        ("en", "The Security Council,\n\n1. Decides that States shall report monthly;", "The Security Council,\n\n1. Decides that States may report monthly;"),
        ("zh", "安全理事会，\n\n1. 决定各国应每月报告；", "安全理事会，\n\n1. 决定各国可每月报告；"),
        ("ar", "إن مجلس الأمن،\n\n1 - يقرر أن تقدم الدول تقريرا شهريا؛", "إن مجلس الأمن،\n\n1 - يقرر أن تقدم الدول تقريرا سنويا؛"),
        ("ru", "Совет Безопасности,\n\n1. постановляет представлять доклад ежемесячно;", "Совет Безопасности,\n\n1. постановляет представлять доклад ежегодно;"),
        ("es", "El Consejo de Seguridad,\n\n1. Decide que los Estados informarán cada mes;", "El Consejo de Seguridad,\n\n1. Decide que los Estados informarán cada año;"),
    ],
)  # fmt: skip
def test_in_every_language(code: str, last: str, draft: str) -> None:
    (kept,) = (c for row in compared(last, draft, draft, code).rows for c in row.changes)
    assert (kept.author, kept.outcome) == (Author.DRAFT, ChangeOutcome.KEPT)
    back = [c for row in compared(last, draft, last, code).rows for c in row.changes]
    assert [c.outcome for c in back] == [ChangeOutcome.CAME_BACK] * 2
