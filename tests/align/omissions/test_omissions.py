"""Passages left out: the lexicon, the evidence of words, and what is found when a clause is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.lexicon.tokenization import stemmed
from align.lexicon.translation_tables import knows, lexicon
from align.lexicon.word_evidence import link_weights, word_evidence
from align.omissions.detection import left_out, passages
from align.omissions.length_model import AlignedPair, LengthBaseline, length_baseline, unmatched_acronyms
from align.omissions.model import threshold, threshold_of_votes
from corpora.annotation.anchors import annotate
from corpora.languages import language
from corpora.model import Kind, Paragraph, Part, Resolution, Span
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity
from tests.support.sample import LANGUAGES
from training.lexicon import lengths, translation_probabilities

FRENCH_ENGLISH = language("fr"), language("en")
FRENCH_GERMAN = language("fr"), replace(language("en"), code="de")
"""German has no lexicon: nothing but the code of the second one matters here."""

pytestmark = pytest.mark.slow


def test_translation_is_learned_from_pairs() -> None:
    pairs = [("grande maison", "big house"), ("maison", "house"), ("grande porte", "big door"), ("porte", "door")] * 3
    found = translation_probabilities([(a.split(), b.split()) for a, b in pairs])
    for word, rendering in (("maison", "house"), ("porte", "door"), ("grande", "big")):
        assert max((p, b) for (a, b), p in found.items() if a == word)[1] == rendering


def test_what_is_learned_does_not_depend_on_how_many_pairs_are_counted_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [("grande maison", "big house"), ("maison", "house of stone"), ("grande porte", "big door")]
    pairs = [(a.split(), b.split()) for a, b in texts * 3]
    at_once = translation_probabilities(pairs)
    monkeypatch.setattr("training.lexicon.BATCH", 2)
    found = translation_probabilities(pairs)
    assert found.keys() == at_once.keys()
    assert all(found[words] == pytest.approx(share, abs=1e-5) for words, share in at_once.items())


def test_the_length_of_a_rendering_is_learned_by_word() -> None:
    pairs = [
        ("Organisation des Nations Unies", "UN"),
        ("le rapport annuel du Secrétaire", "annual report of the Secretary"),
    ] * 20
    scale, extra = lengths(pairs, language("fr"))
    assert sum(extra[s] for s in stemmed("Nations Unies", language("fr")).stems) < 0 < scale


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_pair_with_french_has_a_lexicon_both_ways(code: str) -> None:
    there, back = lexicon("fr", code), lexicon(code, "fr")
    assert there.scale * back.scale == pytest.approx(1.0, abs=0.2)
    word = there.source.numbers[stemmed("résolution", language("fr")).stems[0]]
    stems = {number: stem for stem, number in back.source.numbers.items()}
    best = stems[int(there.matrices()[0][[word]].toarray().argmax())]
    meant = {"en": "resolution", "es": "resolución", "ru": "резолюция", "ar": "القرار", "zh": "决议"}[code]
    assert best in stemmed(meant, language(code)).stems


def test_a_language_without_lexicon_is_known_as_such() -> None:
    assert not knows("fr", "de")
    with pytest.raises(KeyError):
        lexicon("fr", "de")


def test_numbers_and_names_render_themselves() -> None:
    pair = language("fr"), language("en")
    links = link_weights("zanzibarland 7741", "7741 zanzibarland", *pair)
    assert links[0, 1] > 0.5 < links[1, 0] and links[0, 0] == links[1, 1] == 0
    assert (word_evidence("zanzibarland 7741", "7741 zanzibarland", *pair) > 0).all()


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_words_of_a_translation_have_evidence(sample: dict[str, Resolution], code: str) -> None:
    mine, theirs = sample["fr"].paragraph("op5").text, sample[code].paragraph("op5").text
    other = sample[code].paragraph("op8").text
    pair = language("fr"), language(code)
    rendered, unrelated = word_evidence(mine, theirs, *pair), word_evidence(mine, other, *pair)
    assert rendered.mean() > 0.3 and unrelated.mean() < rendered.mean() - 0.5
    assert (word_evidence(mine, "", *pair) < 0).all()


def without(resolution: Resolution, paragraph: str, words: str) -> Resolution:
    old = resolution.paragraph(paragraph)
    assert words in old.text
    text = old.text.replace(words, "")
    new = replace(old, text=text, offsets=tuple(range(len(text))), emphasis=(), marks=(), anchors=(), verbs=())
    return annotate(replace(resolution, paragraphs=tuple(new if p is old else p for p in resolution.paragraphs)))


def with_words(resolution: Resolution, paragraph: str, words: str) -> Resolution:
    old = resolution.paragraph(paragraph)
    text = words + old.text
    new = replace(old, text=text, offsets=tuple(range(len(text))), emphasis=(), marks=(), anchors=(), verbs=())
    return annotate(replace(resolution, paragraphs=tuple(new if p is old else p for p in resolution.paragraphs)))


GONE = [
    ("en", "op9", " and by other means such as making available the services of experts and consultants,"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "paragraph", "words"), GONE)
def test_a_clause_left_out_is_found_in_a_pair_and_by_vote(
    sample: dict[str, Resolution], code: str, paragraph: str, words: str
) -> None:
    changed = without(sample[code], paragraph, words)
    (found,) = [f for f in check_versions(compare_versions(sample["fr"], [changed])) if f.code == "D103"]
    assert found.source is not None and "services d'experts et de consultants" in found.source.quote
    others = [changed if c == code else sample[c] for c in LANGUAGES[1:]]
    (voted,) = [f for f in check_versions(compare_versions(sample["fr"], others)) if f.code == "D103"]
    assert voted.target is not None and voted.target.language == code
    against = voted.facts["others"]
    assert isinstance(against, tuple) and len(against) == 5
    assert dict(voted.votes)[code] == "–" and len(voted.votes) == len(LANGUAGES)


WORDS = "prendre les mesures voulues pour sensibiliser l'opinion publique à la nature et à l'ampleur du terrorisme international"


def test_a_clause_that_stands_in_the_next_paragraph_is_no_grave_loss(sample: dict[str, Resolution]) -> None:
    def severities(changed: Resolution) -> dict[str, str]:
        findings = check_versions(compare_versions(changed, [sample[c] for c in LANGUAGES[1:]]))
        return {f.code: f.severity for f in findings if f.code.startswith("D10")}

    whole = sample["fr"].paragraph("op5").text
    words = whole[whole.index("d'intensifier la coopération") :].partition(",")[0]
    lost = without(sample["fr"], "op5", words)
    assert severities(lost) == {"D103": Severity.MAJOR}
    assert severities(with_words(lost, "op6", f"{words}, ")) == {"D103": Severity.MINOR, "D104": Severity.MINOR}


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("and to take all the practical measures that may seem useful to them at the regional level, ", Severity.MINOR),
        ("and to send 25 experts to the Centre before 31 March 2003, ", Severity.MAJOR),
    ],
)
def test_an_addition_is_grave_where_it_holds_a_value(
    sample: dict[str, Resolution], words: str, severity: Severity
) -> None:
    others = {**sample, "en": with_words(sample["en"], "op5", words)}
    findings = check_versions(compare_versions(sample["fr"], [others[c] for c in LANGUAGES[1:]]))
    assert [f.severity for f in findings if f.code == "D104"] == [severity]


def test_french_can_be_the_one_that_leaves_out(sample: dict[str, Resolution]) -> None:
    changed = without(sample["fr"], "op4", WORDS)
    found = [
        f for f in check_versions(compare_versions(changed, [sample[c] for c in LANGUAGES[1:]])) if f.code == "D103"
    ]
    assert [f.target.language for f in found if f.target] == ["fr"]


def paragraph(text: str) -> Paragraph:
    return Paragraph(
        "op1",
        Kind.OPERATIVE,
        "1",
        text,
        Span(0, len(text)),
        tuple(range(len(text))),
        part=Part.OPERATIVE,
        language="fr",
    )


def test_an_acronym_stands_for_a_name() -> None:
    spelled = "Prie la Mission intégrée des Nations Unies pour l'assistance à la transition au Soudan (MINUATS) de faire rapport"
    assert unmatched_acronyms(spelled, "Requests UNITAMS to report") == 1
    assert unmatched_acronyms(spelled, "Requests the United Nations Mission (UNITAMS) to report") == 0
    assert unmatched_acronyms("Prie la MINUATS de faire rapport", "Requests UNITAMS to report") == 0


def test_what_is_usual_is_taken_off(sample: dict[str, Resolution]) -> None:
    long, short = sample["fr"].paragraph("op5").text, sample["en"].paragraph("op5").text[:150]
    terse = [
        (p.text, sample["en"].paragraph(p.id).text[: len(p.text) // 2])
        for p in sample["fr"].paragraphs
        if p.id.startswith("op")
    ]
    baseline = length_baseline(terse, *FRENCH_ENGLISH)
    assert baseline.short > 0.2
    plain, used = (
        AlignedPair([paragraph(long)], [paragraph(short)], *FRENCH_ENGLISH, h) for h in (LengthBaseline(), baseline)
    )
    assert plain.shortfall > used.shortfall
    assert length_baseline([], *FRENCH_ENGLISH) == LengthBaseline() == length_baseline(terse, *FRENCH_GERMAN)


def test_nothing_is_found_where_nothing_can_be(sample: dict[str, Resolution]) -> None:
    french, english = sample["fr"].paragraph("op5"), sample["en"].paragraph("op5")
    assert (
        passages(AlignedPair([], [english], *FRENCH_ENGLISH))
        == []
        == passages(AlignedPair([french], [english], *FRENCH_GERMAN))
    )
    assert left_out(AlignedPair([french], [english], *FRENCH_ENGLISH), 0.005) == []


def test_texts_without_end_are_bounded() -> None:
    endless = "résolution " * 3000
    assert not word_evidence(endless, "resolution " * 3000, *FRENCH_ENGLISH).any()


def test_between_two_rates_that_were_measured_the_score_is_between_theirs() -> None:
    assert threshold("fr", "ru", 0.05) < threshold("fr", "ru", 0.03) < threshold("fr", "ru", 0.02)
    assert threshold_of_votes("ru", "left out", 0.005) > threshold_of_votes("ru", "left out", 0.007)
    with pytest.raises(ValueError, match="beyond"):
        threshold("fr", "ru", 0.2)
