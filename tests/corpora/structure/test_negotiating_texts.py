"""Numbers of texts under negotiation, and what drafts insert without one. The texts are made for these tests."""

from __future__ import annotations

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_text
from corpora.text.numbering import parse_number
from tests.support.akoma_ntoso import act, ids, paragraph, specimen

INSERTED = "Condamne les attaques commises contre les convois;"


def _read(*inserted: str, before: str = "2. Prie le Secrétaire général de lui faire rapport;") -> Resolution:
    lines = (
        "Le Conseil de sécurité,",
        "Rappelant ses résolutions,",
        "Notant le rapport,",
        "1. Invite les États à coopérer;",
        before,
        *inserted,
        "3. Prie instamment les parties :",
        "a) De se réunir;",
        "b) De coopérer;",
        "4. Décide de rester saisi de la question.",
    )
    return read_text("\n\n".join(lines), "fr")


def _acts(resolution: Resolution) -> list[tuple[str, str | None]]:
    return [(p.id, p.number) for p in resolution.paragraphs if p.kind in (Kind.OPERATIVE, Kind.CONTINUATION)]


@pytest.mark.parametrize(
    ("mark", "place", "printed"),
    [
        ("2 bis ", "op2bis", "2 bis"),
        ("2 bis. ", "op2bis", "2 bis"),
        ("2bis) ", "op2bis", "2 bis"),
        ("(2 bis) ", "op2bis", "2 bis"),
        ("2. bis ", "op2bis", "2 bis"),
        ("OP2 bis. ", "op2bis", "2 bis"),
        ("OP 2 bis: ", "op2bis", "2 bis"),
        ("[OP2 bis] ", "op2bis", "2 bis"),
        ("New OP2 bis: ", "op2bis", "2 bis"),
        ("2 bis (nouveau) ", "op2bis", "2 bis"),
        ("2 ter. ", "op2ter", "2 ter"),
        ("OP2 alt. ", "op2alt", "2 alt"),
        ("2 alt 1. ", "op2alt1", "2 alt 1"),
        ("OP2 bis alt. ", "op2bisalt", "2 bis alt"),
        ("OP2a. ", "op2a", "2 a"),
        ("[New] ", "op2new", None),
        ("Nouveau paragraphe : ", "op2new", None),
        ("", "op2new", None),
    ],
)
def test_an_inserted_act_has_an_id_of_its_own(mark: str, place: str, printed: str | None) -> None:
    resolution = _read(f"{mark}{INSERTED}")
    assert _acts(resolution) == [("op1", "1"), ("op2", "2"), (place, printed), ("op3", "3"), ("op4", "4")]
    assert resolution.paragraph(place).text == INSERTED
    assert resolution.paragraph(place).verb is not None
    assert resolution.faults == ()


def test_two_acts_may_be_inserted_without_numbers() -> None:
    acts = _acts(_read(INSERTED, "Exige qu'elles cessent;"))
    assert [place for place, _ in acts] == ["op1", "op2", "op2new", "op2new-2", "op3", "op4"]


def test_points_of_an_inserted_act_stand_below_it() -> None:
    resolution = _read("2 bis. Exige des parties :", "a) Qu'elles se réunissent;")
    assert resolution.paragraph("op2bis.a").parent == "op2bis"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("2. Prie les États qui :", "Condamne toute attaque;"),  # the points of a list without marks
        ("2. Prie le Secrétaire général,", "Condamne toute attaque;"),  # the act has not ended
        ("2. Prie le Secrétaire général d'agir;", "et condamne toute attaque;"),  # the sentence goes on
        ("2. Prie le Secrétaire général d'agir;", "Une attaque a été commise;"),  # no act
    ],
)
def test_what_goes_on_is_no_act_of_its_own(before: str, words: str) -> None:
    assert ("op2.+1", None) in _acts(_read(words, before=before))


def test_every_number_may_name_its_part() -> None:
    text = "\n\n".join(
        [
            "The Security Council,",
            "PP1 Recalling its resolutions,",
            "PP1 bis. Noting the report,",
            "[PP2] Deeply concerned,",
            "OP1 Invites States to cooperate;",
            "OP1 alt: Requests States to cooperate;",
            "OP2. Decides to remain seized of the matter.",
        ]
    )
    resolution = read_text(text, "en")
    assert ids(resolution) == ["organ", "pp1", "pp1bis", "pp2", "op1", "op1alt", "op2"]
    assert [p.number for p in resolution.paragraphs][1:] == ["1", "1 bis", "2", "1", "1 alt", "2"]
    assert all(p.verb is not None for p in resolution.paragraphs[1:])


def test_an_inserted_recital_does_not_move_the_others() -> None:
    text = "Le Conseil de sécurité,\n\nRappelant ses résolutions,\n\nPP1 bis. Notant le rapport,\n\nSaluant la visite,\n\n1. Invite les États à coopérer."
    assert ids(read_text(text, "fr")) == ["organ", "pp1", "pp1bis", "pp2", "op1"]


@pytest.mark.parametrize(
    ("text", "repeat", "number"),
    [
        ("2 بيس - يدعو", None, None),
        ("2 مكررا - يدعو", "bis", 2),
        ("ОП2 бис. просит", "bis", 2),
        ("2 тер. просит", "ter", 2),
        ("2之二、请", "bis", 2),
        ("二之三、请", "ter", 2),
        ("PO2 bis. Pide", "bis", 2),
        ("[3 quater.] Pide", "quater", 3),
        ("OP12 nonies Requests", "nonies", 12),
    ],
)
def test_words_of_six_languages(text: str, repeat: str | None, number: int | None) -> None:
    found = parse_number(text, None)
    assert (found and found.repeat, found and found.decimal) == (repeat, number)


@pytest.mark.parametrize(
    "text",
    ["81a. sesión plenaria", "2 alternatives", "OP-ed articles", "New measures: welcomes", "[90] jours", "bis 2 Uhr"],
)
def test_what_only_looks_negotiated(text: str) -> None:
    found = parse_number(text, None)
    assert found is None or (not found.repeat and text.startswith("["))


def test_a_repeated_number_that_a_format_states() -> None:
    resolution = specimen(paragraph(act("Invite les États à coopérer;"), "1."), paragraph(act(INSERTED), "OP1 bis."))
    assert ids(resolution)[-2:] == ["op1", "op1bis"]
