"""How the record rendered a paragraph or a phrase before."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from corpora.model import Resolution, Span
from corpora.reading import read_text
from reports.cli import app
from reports.library.precedents import LibraryMemory
from reports.library.store import Library
from tests.support.library_texts import EARLIER, LANGUAGES, LATER, TEXTS


def later() -> dict[str, Resolution]:
    return {code: read_text(TEXTS[LATER][code], code, f"{code}.md") for code in LANGUAGES}


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_paragraph_that_recurs_is_remembered_in_the_other_languages(library: Library, code: str) -> None:
    documents = later()
    memory = LibraryMemory(library, documents)
    recital = documents[code].paragraph("pp2").text  # "Soulignant que …" stands in the resolution of the year before
    for other in set(LANGUAGES) - {code}:
        (one,) = memory.renderings(recital, code, other)
        assert (one.symbol, one.paragraph) == (EARLIER, "pp1")
        assert one.text == documents[other].paragraph("pp2").text
    assert memory.renderings(documents[code].paragraph("op3").text, code, "en") == ()
    assert memory.renderings("nothing of the kind", code, "en") == ()


def test_values_are_remembered_in_the_form_of_all_languages(library: Library) -> None:
    draft = TEXTS[LATER]["fr"].replace("78/902", "79/904")
    english = TEXTS[LATER]["en"].replace("78/902", "79/904")
    memory = LibraryMemory(library, {"fr": read_text(draft, name="fr.md"), "en": read_text(english, name="en.md")})
    report = read_text(draft, name="fr.md").paragraph("op4").text
    (one,) = memory.renderings(report, "fr", "en")
    assert one.symbol == LATER
    assert "session:79" in one.values


def test_the_words_of_a_phrase_in_a_paragraph_that_recurs(library: Library) -> None:
    documents = later()
    memory = LibraryMemory(library, documents)
    text = documents["fr"].paragraph("pp2").text
    found = memory.precedent(text, span_of(text, "petits ports"), "fr", "es")
    assert found is not None
    assert (found.words, found.symbol, found.paragraph, found.year) == ("puertos pequeños", EARLIER, "pp1", 2022)


def test_the_words_of_a_phrase_that_stands_elsewhere(library: Library) -> None:
    documents = later()
    memory = LibraryMemory(library, documents)
    text = "Demande aux États de prêter une assistance technique aux moulins ;"
    found = memory.precedent(text, span_of(text, "assistance technique"), "fr", "ru", anywhere=True)
    assert found is not None
    assert found.symbol == EARLIER  # the text at hand is no precedent for itself
    assert "техническую помощь" in found.words
    assert memory.precedent(text, span_of(text, "moulins"), "fr", "ru", anywhere=True) is None
    assert memory.precedent(text, span_of(text, "assistance technique"), "fr", "ru") is None


def test_check_reports_what_the_library_says_otherwise(library: Library, tmp_path) -> None:  # type: ignore[no-untyped-def]
    paths = []
    for code in ("fr", "en", "es"):
        text = TEXTS[LATER][code].replace("78/902", "79/906")
        if code == "en":
            text = text.replace("need well-trained pilots", "need pilots")
        path = tmp_path / f"{code}.md"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    done = CliRunner().invoke(app, ["check", *paths, "--all", "--library", str(library.folder)])
    assert "D406" in done.output
    assert "well-trained" in done.output
