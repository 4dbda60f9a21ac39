"""TMX, XLIFF and TEI: ready-made bitexts checked as they are aligned."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from corpora.bitexts import read_bitext
from corpora.errors import UnusableInputError
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution
from tests.test_cli import run

FR = [
    "Le Conseil de sécurité,",
    "1. Prie le Secrétaire général de présenter un rapport le 3 mai 2031;",
    "2. Décide de rester saisi de la question.",
]
EN = [
    "The Security Council,",
    "1. Requests the Secretary-General to submit a report on 4 May 2031;",
    "2. Decides to remain seized of the matter.",
]


def tmx() -> str:
    units = "".join(
        f'<tu><tuv xml:lang="fr-FR"><seg>{html.escape(a)}</seg></tuv><tuv xml:lang="EN"><seg>{html.escape(b[:9])}<bpt i="1">&lt;b&gt;</bpt>{html.escape(b[9:])}<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>'
        for a, b in zip(FR, EN, strict=True)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>{units}</body></tmx>'
    )


def xliff(version: str) -> str:
    if version == "1.2":
        units = "".join(
            f'<trans-unit id="{i}"><source>{html.escape(a)}</source><target>{html.escape(b)}</target></trans-unit>'
            for i, (a, b) in enumerate(zip(FR, EN, strict=True))
        )
        return f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="fr" target-language="en"><body>{units}</body></file></xliff>'
    units = "".join(
        f'<unit id="{i}"><segment><source>{html.escape(a)}</source><target>{html.escape(b)}</target></segment></unit>'
        for i, (a, b) in enumerate(zip(FR, EN, strict=True))
    )
    return f'<xliff version="2.1" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">{units}</file></xliff>'


@pytest.mark.parametrize(("name", "text"), [("a.tmx", tmx()), ("a.xlf", xliff("1.2")), ("a.xliff", xliff("2.1"))])
def test_a_bitext_is_checked_as_it_is_aligned(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    bitext = read_bitext(path)
    assert [u["en"] for u in bitext.units] == EN and bitext.languages == ("fr", "en")
    out = run("check", path, "--all")
    assert "D202" in out and "3 mai 2031" in out and "4 May 2031" in out and out.count("D20") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tmx><body/></tmx>", "two covered languages"), ("<html/>", "neither TMX nor XLIFF"), ("<tmx>", "not well formed"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>', "entities"),
    ],
)  # fmt: skip
def test_bitexts_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInputError, match=said):
        read_bitext(path)


def test_tei_of_the_parallel_corpus(sample: dict[str, Resolution], tmp_path: Path) -> None:
    paragraphs = "".join(
        f'<p id="{i}"><s id="{i}:1" lang="en">{html.escape((p.number + ". " if p.number else "") + p.text)}</s></p>'
        for i, p in enumerate(sample["en"].paragraphs)
    )
    path = tmp_path / "document.xml"
    path.write_text(
        f'<?xml version="1.0"?><TEI.2 xml:lang="en"><teiHeader><idno type="symbol">E/RES/2002/19</idno></teiHeader><text><body>{paragraphs}</body></text></TEI.2>',
        encoding="utf-8",
    )
    found = read_resolution(path)
    assert found.language == "en" and found.symbol == "E/RES/2002/19"
    assert [p.text for p in found.paragraphs if p.kind is Kind.OPERATIVE] == [
        p.text for p in sample["en"].paragraphs if p.kind is Kind.OPERATIVE
    ]
