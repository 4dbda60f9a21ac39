"""TMX, XLIFF and TEI: ready-made bitexts checked as they are aligned."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution
from corpora.resources.bitexts import read_bitext
from tests.support.command_line import run

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
    with pytest.raises(InputError, match=said):
        read_bitext(path)


def parallel(folder: Path, **lines: list[str]) -> Path:
    for code, text in lines.items():
        (folder / f"UNv1.0.6way.{code}").write_text("\n".join(text) + "\n", encoding="utf-8")
    return folder / "UNv1.0.6way.fr"


def test_lines_side_by_side(tmp_path: Path) -> None:
    path = parallel(tmp_path, fr=FR, en=EN)
    assert [u["en"] for u in read_bitext(path).units] == EN
    alone, both = run("check", path, "--all"), run("check", path, tmp_path / "UNv1.0.6way.en", "--all")
    assert alone == both and "3 mai 2031" in alone and alone.count("D20") == 1


def test_one_document_of_line_parallel_files(tmp_path: Path) -> None:
    path = parallel(
        tmp_path,
        fr=["Autre texte.", *FR, ""], en=["Another text.", *EN, ""],
        ids=["en/2031/a/1.xml fr/2031/a/1.xml", *["en/2031/s/res/7001.xml fr/2031/s/res/7001.xml"] * 3, "en/2031/a/1.xml"],
    )  # fmt: skip
    for document in ("fr/2031/s/res/7001", "S/RES/7001", "s_res_7001.xml"):
        assert [u["fr"] for u in read_bitext(Path(f"{path}#{document}")).units] == FR
    with pytest.raises(InputError, match="names no line of S/RES/7"):
        read_bitext(Path(f"{path}#S/RES/7"))


def test_line_parallel_files_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = parallel(tmp_path, fr=FR, en=EN[:2])
    with pytest.raises(InputError, match=r"6way.en: ends after 2 lines, UNv1.0.6way.fr goes on"):
        read_bitext(path)
    with pytest.raises(InputError, match=r"no .ids file"):
        read_bitext(Path(f"{path}#S/RES/7001"))
    (tmp_path / "UNv1.0.6way.en").write_bytes(b"The Council\n\xff\xfe\n")
    with pytest.raises(InputError, match="not UTF-8"):
        read_bitext(path)
    monkeypatch.setattr("corpora.resources.line_parallel.MOST_LINES", 2)
    with pytest.raises(InputError, match="more than 2 lines"):
        read_bitext(parallel(tmp_path, fr=FR, en=EN))


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
