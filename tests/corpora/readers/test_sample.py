"""The real French text, unedited, and its five working translations."""

from __future__ import annotations

import pytest

from corpora.model import Kind, Resolution
from tests.support.sample import LANGUAGES


def test_sample_is_the_text_as_found(sample: dict[str, Resolution]) -> None:
    source = sample["fr"].source
    assert source.startswith("\n\n## 2002/19\n") or "## 2002/19" in source[:20]
    assert "<sup>81</sup>" in source
    assert "mise en oeuvre" in source


def test_symbol_organ_and_title(sample: dict[str, Resolution]) -> None:
    french = sample["fr"]
    assert french.symbol == "E/RES/2002/19"
    assert french.organ == "ECOSOC"
    assert french.language == "fr"
    assert french.title.startswith("Intensification de la coopération internationale")
    assert "*" not in french.title and "#" not in french.title


@pytest.mark.parametrize("code", LANGUAGES)
def test_ten_recitals_and_ten_operative_paragraphs(sample: dict[str, Resolution], code: str) -> None:
    resolution = sample[code]
    ids = [p.id for p in resolution.paragraphs]
    expected = ["symbol", "title", "organ", *(f"pp{i}" for i in range(1, 11)), *(f"op{i}" for i in range(1, 11))]
    assert ids == expected
    assert resolution.faults == ()
    assert resolution.organ == "ECOSOC"
    assert resolution.symbol == "E/RES/2002/19"


@pytest.mark.parametrize("code", LANGUAGES)
def test_footnotes_are_tied_to_their_marks(sample: dict[str, Resolution], code: str) -> None:
    notes = {note.mark: note for note in sample[code].footnotes}
    assert set(notes) == {"81", "82"}
    assert notes["81"].referred_from == ("op1",)
    assert notes["82"].referred_from == ("op3",)
    assert notes["81"].paragraph.id == "fn81"
    values = [a.form for a in notes["81"].paragraph.anchors if a.kind == "citation"]
    assert values == ["E/CN.15/2002/2", "E/CN.15/2002/2/CORR.1"]


def test_footnotes_between_paragraphs_do_not_part_them(sample: dict[str, Resolution]) -> None:
    french = sample["fr"]
    fourth, fifth = french.paragraph("op4"), french.paragraph("op5")
    note = french.paragraph("fn81")
    assert fourth.span.end < note.span.start < fifth.span.start
    assert fourth.text.endswith("le blanchiment d'argent;")
    assert fifth.text.startswith("Prie instamment les États")


def test_superscripts_marks_leave_the_text_and_ordinals_stay(sample: dict[str, Resolution]) -> None:
    french = sample["fr"]
    assert french.paragraph("op1").text.endswith("les activités du Centre;")
    assert "XXIe siècle" in french.paragraph("pp4").text
    assert french.paragraph("pp4").marks == ()
    mark = french.paragraph("op3").marks[0]
    assert mark.mark == "82"
    assert french.source[mark.span.start : mark.span.end] == "82"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_recital_and_operative_paragraph_has_its_verb(sample: dict[str, Resolution], code: str) -> None:
    without = [p.id for p in sample[code].paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and p.verb is None]
    assert without == []


def test_verbs_of_a_compound_paragraph(sample: dict[str, Resolution]) -> None:
    verbs = sample["fr"].paragraph("op2").verbs
    assert [v.text for v in verbs] == ["Réaffirme", "prie de nouveau"]
    assert verbs[1].repeated
    assert [v.form for v in sample["fr"].paragraph("op9").verbs] == ["se félicite", "invite"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_character_is_accounted_for(sample: dict[str, Resolution], code: str) -> None:
    resolution = sample[code]
    covered = [False] * len(resolution.source)
    spans = [p.span for p in resolution.all_paragraphs()] + [a.span for a in resolution.set_aside]
    for span in spans:
        for i in range(span.start, span.end):
            covered[i] = True
    assert all(covered)


@pytest.mark.parametrize("code", LANGUAGES)
def test_text_is_found_again_at_its_offsets(sample: dict[str, Resolution], code: str) -> None:
    resolution = sample[code]
    for paragraph in resolution.all_paragraphs():
        for char, place in zip(paragraph.text, paragraph.offsets, strict=True):
            assert resolution.source[place] == char or (char == " " and resolution.source[place].isspace())


@pytest.mark.parametrize("code", LANGUAGES)
def test_anchor_spans_point_at_the_printed_words(sample: dict[str, Resolution], code: str) -> None:
    for paragraph in sample[code].all_paragraphs():
        for anchor in paragraph.anchors:
            assert paragraph.text[anchor.span.start : anchor.span.end] == anchor.text
