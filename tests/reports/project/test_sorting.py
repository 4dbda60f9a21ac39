"""Texts of any name set in order: which resolution, which versions, what is missing, what is left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.project.discovery import SeenText, texts_in
from reports.project.sorting import Aside, project_of_any, sorting_of
from tests.support.library_texts import write_texts

EARLIER, LATER = "A/RES/77/901", "A/RES/78/902"


def seen(symbol: str | None, *codes: str) -> list[SeenText]:
    return [SeenText(Path(f"/x/{symbol or 'text'}-{code}.docx".replace("/RES/", "_")), symbol, code) for code in codes]


def test_the_resolution_in_most_languages_is_what_the_texts_are_about() -> None:
    found = sorting_of([*seen(EARLIER, "fr", "en"), *seen(LATER, "en", "fr", "es")], "fr")
    assert found is not None
    assert (found.symbol, list(found.versions), found.missing) == (LATER, ["fr", "en", "es"], ("ru", "ar", "zh"))
    assert [(r.place, sorted(r.versions)) for r in found.related] == [("earlier", ["en", "fr"])]
    assert found.is_ready and found.aside == ()


def test_of_two_in_as_many_languages_the_later_and_any_may_be_chosen() -> None:
    texts = [*seen(EARLIER, "fr"), *seen(LATER, "fr")]
    assert (found := sorting_of(texts, "fr")) is not None and found.symbol == LATER
    assert (chosen := sorting_of(texts, "fr", EARLIER)) is not None
    assert chosen.symbol == EARLIER and chosen.related[0].place == "later"


def test_without_french_english_is_the_pivot() -> None:
    found = sorting_of(seen(LATER, "zh", "en"), "fr")
    assert found is not None and found.pivot == "en" and list(found.versions) == ["en", "zh"]


def test_what_is_not_used_is_said_with_the_reason() -> None:
    broken = SeenText(Path("/x/scan.pdf"), None, None, "holds no text")
    twice = SeenText(Path("/x/copy.pdf"), LATER, "fr")
    other = seen(EARLIER, "es")
    found = sorting_of([*seen(LATER, "fr", "en"), broken, twice, *other], "fr")
    assert found is not None
    assert [(t.path.name, why) for t, why in found.aside] == [
        ("scan.pdf", Aside.UNREADABLE),
        ("copy.pdf", Aside.TWICE),
        (other[0].path.name, Aside.NO_PIVOT),
    ]
    assert sorting_of([broken], "fr") is None


def test_one_text_alone_is_not_ready() -> None:
    found = sorting_of(seen(None, "fr"), "fr")
    assert found is not None and not found.is_ready and found.symbol == ""


def test_a_folder_of_several_resolutions_is_opened_all_the_same(tmp_path: Path) -> None:
    write_texts(tmp_path)
    symbols = {text.symbol for text in texts_in(tmp_path)}
    assert len(symbols) > 1
    project = project_of_any(tmp_path, "fr")
    assert project.related and len(project.versions) > 1
    chosen = sorted(str(s) for s in symbols)[0]
    assert project_of_any(tmp_path, "fr", chosen).versions != project.versions


def test_an_empty_folder_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no fr version"):
        project_of_any(tmp_path, "fr")
