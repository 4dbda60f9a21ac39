"""Which words render a phrase, alone and told by several of its places. The sentences are ours."""

from __future__ import annotations

import pytest

from align.lexicon.marked_words import runs_of
from align.lexicon.phrase_links import PhrasePlace, phrase_links
from align.lexicon.phrase_renderings import PhraseRenderings, spread_over
from align.lexicon.phrase_votes import votes_of
from corpora.languages import language
from corpora.model import Span
from tests.align.lexicon.test_counterparts import ASSISTANCE, SECRETARY, SENTENCES


def _place(source: str, phrase: str, target: str) -> PhrasePlace:
    start = source.index(phrase)
    return PhrasePlace(source, Span(start, start + len(phrase)), target)


def _marked(place: PhrasePlace, own: str, theirs: str, *learned: PhrasePlace) -> list[str]:
    spans = PhraseRenderings(learned, language(own), language(theirs)).of(place)
    return [place.target[s.start : s.end] for s in spans]


@pytest.mark.parametrize("words", [ASSISTANCE, SECRETARY], ids=["assistance", "secretary"])
@pytest.mark.parametrize("source", SENTENCES)
def test_a_phrase_is_marked_in_the_other_five_languages(source: str, words: dict[str, str]) -> None:
    for target in SENTENCES.keys() - {source}:
        place = _place(SENTENCES[source], words[source], SENTENCES[target])
        (marked,) = _marked(place, source, target)
        assert words[target] in marked, target
        assert len(marked) <= len(words[target]) + 3, target


def test_words_that_stand_apart_are_marked_without_what_stands_between() -> None:
    place = _place(
        "Invite les États à prendre des mesures pour protéger les phares ;",
        "prendre des mesures",
        "Invites States to take legislative, financial or other measures to protect lighthouses;",
    )
    assert _marked(place, "fr", "en") == ["take", "measures"]


def test_nothing_is_marked_where_nothing_renders_the_phrase() -> None:
    source = SENTENCES["en"]
    other = "Encourage les États Membres à ouvrir leurs écoles ;"
    assert _marked(_place(source, "technical assistance", other), "en", "fr") == []
    assert _marked(_place(source, "technical assistance", ""), "en", "fr") == []


@pytest.mark.parametrize(
    ("own", "source", "phrase"),
    [
        ("fr", "Invite les États à fournir, s’il y a lieu, une assistance technique ;", "s’il"),
        ("en", "Invites States to provide technical assistance to small ports;", "to"),
        ("ru", "предлагает государствам оказывать помощь в портах и на море;", "и на"),
    ],
)
def test_a_phrase_without_a_word_that_carries_meaning_is_marked_nowhere(own: str, source: str, phrase: str) -> None:
    for other in SENTENCES.keys() - {own}:
        assert _marked(_place(source, phrase, SENTENCES[other]), own, other) == []


@pytest.mark.parametrize(
    ("phrase", "other", "target", "words"),
    [
        ("small ports", "ar", "يشجع على التعاون في الموانئ الصغيرة في العالم؛", "الموانئ الصغيرة"),
        ("small ports", "es", "Alienta la cooperación en los puertos pequeños del mundo;", "puertos pequeños"),
        ("small ports", "fr", "Encourage la coopération dans les petits ports du monde ;", "petits ports"),
    ],
)
def test_an_article_or_preposition_at_the_end_is_left_out_in_a_short_text_too(
    phrase: str, other: str, target: str, words: str
) -> None:
    source = "Encourages cooperation in the small ports of the world;"
    assert _marked(_place(source, phrase, target), "en", other) == [words]


@pytest.mark.parametrize("own", ["en", "zh"])
def test_what_stands_far_from_the_phrase_does_not_compete_with_it(own: str) -> None:
    far = {
        "en": ("lighthouses and their keepers; ", "pilots of small vessels;; "),
        "zh": ("灯塔和守护人；", "小船引水员等；"),
    }[own]
    phrase = ASSISTANCE[own]
    near = {"en": "and the harbour masters of all ports; ", "zh": "以及各港口的港务长；"}[own] * 20
    links = []
    for part in far:
        filler = (part * 40)[:1000]
        place = _place(f"{filler} {near}{SENTENCES[own]} {near}{filler}", phrase, SENTENCES["fr"])
        found = phrase_links(place, language(own), language("fr"))
        assert found is not None
        links.append((found.each.tolist(), found.no.tolist(), found.near.tolist()))
        assert _marked(place, own, "fr") == [ASSISTANCE["fr"]]
    assert links[0] == links[1]


def test_a_rendering_that_the_places_tell_little_of_is_marked_and_none_of_little_words() -> None:
    place = _place(
        "the Office of Dralbin Outreach in the ports",
        "Office of Dralbin Outreach",
        "le Bureau des Sopte et Quarmet dans les ports",
    )
    (marked,) = _marked(place, "en", "fr")
    assert marked.startswith("Bureau")
    assert _marked(_place("to go there", "go there", "de la et les"), "en", "fr") == []


def test_half_a_number_is_no_part_of_a_rendering() -> None:
    places = [
        _place(
            f"Recalling its resolution 24{k} (2018) on {what}",
            "Recalling its resolution",
            f"回顾第24{k}(2018)号决议，{said}",
        )
        for k, what, said in (
            (10, "ports", "港口"),
            (17, "pilots", "引水员"),
            (35, "schools", "学校"),
            (41, "water", "水"),
            (58, "peace", "和平"),
        )
    ]
    for place in places:
        assert not any(c.isdigit() for part in _marked(place, "en", "zh", *places) for c in part)


WORDS = (
    ("Welcomes the work of the Frobble Quarmet in small ports;", "Se félicite des travaux du Dralbin Sopte dans les petits ports ;"),
    ("Requests the Secretary-General to support the Frobble Quarmet;", "Prie le Secrétaire général d’appuyer le Dralbin Sopte ;"),
    ("Invites Member States to join the Frobble Quarmet;", "Invite les États Membres à adhérer au Dralbin Sopte ;"),
    ("Recalls that the Frobble Quarmet was created in 2011;", "Rappelle que le Dralbin Sopte a été créé en 2011 ;"),
    ("Notes the report of the Frobble Quarmet on climate change;", "Prend note du rapport du Dralbin Sopte sur les changements climatiques ;"),
)  # fmt: skip
"""Words that no lexicon knows: only that they come again together tells that they render each other."""


def test_words_that_the_lexicon_does_not_know_are_learned_from_several_places() -> None:
    places = [_place(source, "Frobble Quarmet", target) for source, target in WORDS]
    for place in places:
        assert _marked(place, "en", "fr", *places) == ["Dralbin Sopte"]


def test_votes_tell_what_comes_again_and_nothing_else_accounts_for() -> None:
    places = [_place(source, "Frobble Quarmet", target) for source, target in WORDS]
    links = [phrase_links(place, language("en"), language("fr")) for place in places]
    found = [each for each in links if each is not None]
    assert len(found) == len(places)
    votes = votes_of(found)
    assert {stem[:4] for stem in sorted(votes, key=lambda stem: -votes[stem])[:2]} == {"dral", "sopt"}
    assert votes_of(found[:4]) == {}  # too few places
    assert votes.get("rapport", 0.0) < 0.2


def test_runs_of_numbers() -> None:
    assert runs_of([]) == []
    assert runs_of({4, 2, 3, 9}) == [(2, 4), (9, 9)]


def test_places_are_spread_over_all_and_those_alike_count_once() -> None:
    alike = [PhrasePlace("to provide technical assistance to ports", Span(11, 31), f"{k}") for k in range(5)]
    others = [PhrasePlace(f"{k:02} provide technical assistance to {k:02}", Span(11, 31), "") for k in range(20)]
    assert spread_over(alike) == alike[:1]
    kept = spread_over(alike + others, 4)
    assert len(kept) == 4
    assert kept[0] == alike[0]
    assert kept[-1] in others[10:]
    assert spread_over([]) == []
