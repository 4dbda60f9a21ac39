"""How a resolution was adopted: votes, roll calls, sponsors, in six languages. Every text here is a specimen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.model import Kind
from corpora.reading import read_text
from corpora.structure.adoption import UNANIMOUS, VOTED, WITHOUT_VOTE, Adoption, adoption_of
from corpora.values import Date
from tests.support.command_line import run

BODIES = {
    "fr": "Le Conseil de sécurité,\n\n*Rappelant* ses résolutions,\n\n1. *Décide* de rester saisi de la question.\n\n",
    "en": "The Security Council,\n\n*Recalling* its resolutions,\n\n1. *Decides* to remain seized of the matter.\n\n",
    "es": "El Consejo de Seguridad,\n\n*Recordando* sus resoluciones,\n\n1. *Decide* seguir ocupándose de la cuestión.\n\n",
    "ru": "Совет Безопасности,\n\n*ссылаясь* на свои резолюции,\n\n1. *постановляет* продолжать заниматься этим вопросом.\n\n",
    "ar": "إن مجلس الأمن،\n\n*إذ يشير* إلى قراراته،\n\n1 - *يقرر* أن يبقي المسألة قيد نظره.\n\n",
    "zh": "安全理事会，\n\n回顾其各项决议，\n\n1. 决定继续处理此案。\n\n",
}


def adopted(code: str, tail: str, head: str = "") -> Adoption:
    return adoption_of(read_text(head + BODIES[code] + tail + "\n", code, f"{code}.md"))


@pytest.mark.parametrize(
    ("code", "tail", "votes"),
    [
        ("fr", "Adoptée à la 1683e séance par 14 voix contre zéro, avec une abstention (Chine).", (14, 0, 1)),
        ("fr", "Adoptée à la 2149e séance par 9 voix contre 2, avec 4 abstentions.", (9, 2, 4)),
        ("en", "Adopted at the 1683rd meeting by 14 votes to none, with 1 abstention (China).", (14, 0, 1)),
        ("es", "Aprobada en la 1683ª sesión por 14 votos contra ninguno y 1 abstención (China).", (14, 0, 1)),
        ("ru", "Принята на 1683-м заседании 14 голосами при 1 воздержавшемся.", (14, 1, None)),
    ],
)
def test_votes_of_the_closing_formula(code: str, tail: str, votes: tuple[int | None, ...]) -> None:
    found = adopted(code, tail)
    assert found.manner == VOTED and found.favour == votes[0]
    if code != "ru":
        assert (found.against, found.abstaining) == votes[1:]


@pytest.mark.parametrize(
    ("code", "tail", "manner"),
    [
        ("fr", "Adoptée à l'unanimité à la 3358e séance.", UNANIMOUS),
        ("fr", "Adoptée à la 1761e séance sans avoir été mise aux voix.", WITHOUT_VOTE),
        ("en", "Adopted unanimously at the 3358th meeting.", UNANIMOUS),
        ("en", "Adopted at the 1761st meeting without a vote.", WITHOUT_VOTE),
        ("es", "Aprobada por unanimidad en la 3358ª sesión.", UNANIMOUS),
        ("ru", "Принята единогласно на 3358-м заседании.", UNANIMOUS),
    ],
)
def test_manner(code: str, tail: str, manner: str) -> None:
    assert adopted(code, tail).manner == manner


def test_a_roll_call_is_no_mandate() -> None:
    tail = (
        "Adoptée à la 45e séance plénière, le 24 juillet 2002.\n\nOnt voté pour : Albanie, Algérie et Andorre\n\n"
        "Ont voté contre : Néant\n\nSe sont abstenus : Belgique, Chine"
    )
    document = read_text(BODIES["fr"] + tail, "fr", "fr.md")
    assert [p.id for p in document.paragraphs if p.kind is Kind.OPERATIVE] == ["op1"]
    assert sum(p.kind is Kind.CLOSING for p in document.paragraphs) == 4
    found = adoption_of(document)
    assert dict(found.named)["favour"] == ("Albanie", "Algérie", "Andorre")
    assert (found.favour, found.abstaining, found.date) == (3, 2, Date(2002, 7, 24))


@pytest.mark.parametrize(
    ("code", "line", "names"),
    [
        ("fr", "Albanie, Algérie et Andorre : projet de résolution", ("Albanie", "Algérie", "Andorre")),
        ("en", "Albania, Algeria and Andorra: revised draft resolution", ("Albania", "Algeria", "Andorra")),
        ("es", "Albania, Argelia y Andorra: proyecto de resolución", ("Albania", "Argelia", "Andorra")),
        ("ru", "Албания, Алжир и Андорра: проект резолюции", ("Албания", "Алжир", "Андорра")),
        ("zh", "阿尔巴尼亚、阿尔及利亚、安道尔：决议草案", ("阿尔巴尼亚", "阿尔及利亚", "安道尔")),
    ],
)
def test_sponsors_of_a_draft(code: str, line: str, names: tuple[str, ...]) -> None:
    assert adopted(code, "", f"{line}\n\n").sponsors == names


def test_read_shows_it(tmp_path: Path) -> None:
    path = tmp_path / "fr.md"
    path.write_text(BODIES["fr"] + "Adoptée à la 1683e séance par 14 voix contre zéro, avec une abstention (Chine).\n")
    data = json.loads(run("read", path, "--json"))
    assert data["adoption"]["favour"] == 14 and data["adoption"]["named"] == {"abstain": ["Chine"]}
