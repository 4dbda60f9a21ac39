"""The reader of Akoma Ntoso."""

from __future__ import annotations

import pytest

from corpora.errors import InputError
from corpora.readers.base import BlockBuilder
from corpora.reading import read_text
from tests.support.akoma_ntoso import act, ids, paragraph, specimen
from tests.support.specimens import AKN


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>"])
def test_tables_and_headings_lose_no_words(cell: str) -> None:
    rows = "".join(
        f"<tr><td>{cell.format(state)}</td><td>{cell.format(share)}</td></tr>"
        for state, share in (("Albanie", "0,008"), ("Algérie", "0,138"))
    )
    table = f"<table><caption>Barème</caption><tr><th>État</th><th>Part</th></tr>{rows}</table>"
    found = specimen(
        "<crossHeading>Contributions</crossHeading>",
        f"<paragraph><num>1.</num><content><p>{act('Décide que le barème est le suivant :')}</p>{table}</content></paragraph>",
        table,
        paragraph(act("Décide de rester saisi."), "2."),
    )
    assert found.paragraph("h1").text == "Contributions"
    assert found.paragraph("op1").text == "Décide que le barème est le suivant :"
    words = [p.text for p in found.paragraphs if p.id.startswith("op1.+")]
    assert words == ["Barème", "État", "Part", "Albanie", "0,008", "Algérie", "0,138"] * 2


def test_akoma_ntoso() -> None:
    resolution = read_text(AKN, name="specimen.xml")
    assert resolution.language == "fr"
    assert resolution.symbol == "S/RES/9999(2020)"
    assert [p.id for p in resolution.paragraphs] == ["organ", "pp1", "op1", "op1.a", "op2"]
    assert resolution.footnotes[0].referred_from == ("op1.a",)
    assert resolution.paragraph("op1.a").text == "De proroger le mandat;"
    covered = {i for p in resolution.all_paragraphs() for i in range(p.span.start, p.span.end)}
    covered |= {i for a in resolution.set_aside for i in range(a.span.start, a.span.end)}
    assert covered == set(range(len(resolution.source)))


def test_entity_bomb_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>'
    with pytest.raises(InputError, match="entities"):
        read_text(bomb, name="bomb.xml")


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "l\u2019e\u0301tat",
        "\ufb01n",
        "a\u200bb \u200c\u0645",
        "\u2003wide  spaces\t",
        "\u0661 \u0627\u064e",
        "\u8bf7\u79d8\u4e66\u957f",
        "x\u0301y\u202a",
    ],
)
def test_a_word_is_taken_as_its_characters_are(text: str) -> None:
    whole, single = BlockBuilder(), BlockBuilder()
    for piece in text.split():
        start = text.index(piece)
        whole.add_word(piece, start)
        for place, char in enumerate(piece, start):
            single.add(char, place)
    assert (whole.chars, whole.offsets) == (single.chars, single.offsets)


def test_a_numbered_paragraph_that_is_only_a_list_keeps_its_number() -> None:
    point = '<point><num>{}</num><content><p xml:space="preserve">{}</p></content></point>'
    points = point.format("a)", act("Prie le Secrétaire général de faire rapport;")) + point.format(
        "b)", "Y joint un plan;"
    )
    listed = f"<paragraph><num>2.</num><list>{points}</list></paragraph>"
    found = specimen(
        paragraph(act("Décide de proroger le mandat;"), "1."), listed, paragraph(act("Décide de rester saisi."), "3.")
    )
    assert ids(found)[-5:] == ["op1", "op2", "op2.a", "op2.b", "op3"]
    assert found.faults == ()
