"""Which resolution a draft stands on: by its words, by what it cites, by its title. The texts are made for these tests."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.comparison.foundations import foundations_of, stands_on
from reports.comparison.rows import compare_related

ACTS = (
    "Décide de proroger le mandat de la Mission jusqu'au 12 mars 2024;",
    "Prie instamment le Secrétaire général de lui faire rapport tous les 90 jours;",
    "Demande aux États Membres de fournir des troupes et du matériel à la Mission;",
    "Encourage la coopération régionale dans la lutte contre le trafic d'armes;",
)
OTHER = (
    "Condamne les attaques commises contre les convois humanitaires dans le nord;",
    "Prie le Comité des sanctions d'examiner la liste des personnes visées;",
    "Invite les institutions financières à étudier les moyens d'un appui;",
)


def text(
    symbol: str, *acts: str, recital: str = "Notant le rapport,", title: str = "La situation au Ruritanie"
) -> Resolution:
    head = f"Résolution {symbol}\n\n{title}\n\nLe Conseil de sécurité,\n\n{recital}\n\n"
    return read_text(head + "\n\n".join(f"{n}. {act}" for n, act in enumerate(acts, 1)), "fr", symbol)


BASE = text("2400 (2023)", *ACTS)


def test_found_by_its_words() -> None:
    draft = text("", *ACTS[:3], OTHER[0], title="")
    (found,) = foundations_of(draft, [text("2390 (2023)", *OTHER), BASE])
    assert found.resolution is BASE
    assert found.share > 0.6 and not found.cited_in and not found.same_title


def test_found_by_what_it_recalls_and_by_its_title() -> None:
    draft = text("", *ACTS[:2], *OTHER[:1], recital="Rappelant sa résolution 2400 (2023),")
    (found,) = foundations_of(draft, [BASE])
    assert found.cited_in == "pp1"
    assert found.same_title


def test_of_two_renewals_the_recalled_one() -> None:
    before_last = text("2350 (2022)", *ACTS)
    draft = text("", *ACTS, recital="Rappelant sa résolution 2400 (2023),")
    assert [f.resolution.symbol for f in foundations_of(draft, [before_last, BASE])] == ["S/RES/2400(2023)"]


def test_two_that_are_as_near_are_both_named() -> None:
    twin = text("2350 (2022)", *ACTS)
    assert len(foundations_of(text("", *ACTS[:3], title=""), [twin, BASE])) == 2


def test_nothing_where_none_fits() -> None:
    assert foundations_of(text("", *OTHER), [BASE]) == []


def test_what_came_later_is_passed_over() -> None:
    later = text("2500 (2024)", *ACTS, recital="Rappelant sa résolution 2400 (2023),")
    assert foundations_of(BASE, [later]) == []


def test_the_draft_itself_in_another_file_is_passed_over() -> None:
    assert foundations_of(BASE, [text("", *ACTS)]) == []


def test_a_draft_with_changes_stands_on_its_own_words_before_them() -> None:
    before = text("", *ACTS)
    after = text("", *OTHER, recital="Rappelant sa résolution 2390 (2023),")
    cited = text("2390 (2023)", *OTHER, "Salue les progrès;")
    assert foundations_of(after, [cited, BASE], before)[0].resolution is BASE


def test_a_draft_made_on_another_text_is_known() -> None:
    one_word = text("2400 (2023)", *(act.replace("90 jours", "60 jours") for act in ACTS))
    assert stands_on(compare_related(BASE, one_word))
    assert not stands_on(compare_related(text("2390 (2023)", *OTHER), BASE))
