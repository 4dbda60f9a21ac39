"""Web pages and compilations: furniture set aside, each resolution whole, nothing of its neighbours in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.languages.detection import detect_language
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution, read_resolutions, read_text
from tests.support.command_line import refused, run

pytestmark = pytest.mark.slow

PAGE = """<!DOCTYPE html><html><head><title>t</title><script>alert("head")</script><style>p {}</style></head><body>
<nav><a href="/">Home</a> <a href="/fr">Français</a></nav>
<div><h2>Résolution 7001 (2031)</h2></div>
<p><i>Le Conseil de sécurité,</i></p>
<p><i>Rappelant</i> sa résolution 7000 (2030) du 3 mai 2030<sup>1</sup>,</p>
<p>1. <i>Décide</i> de rester saisi de la question;</p><script>document.write("body")</script>
<ul><li>2. <i>Prie</i> le Secrétaire général de faire rapport tous les six mois;</li></ul>
<p><sup>1</sup> Specimen, not a UN document.</p>
<footer>Contact &amp; mentions</footer></body></html>"""


def everything_accounted_for(resolution: Resolution) -> None:
    spans = [p.span for p in resolution.all_paragraphs()] + [a.span for a in resolution.set_aside]
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert covered >= {i for i, c in enumerate(resolution.source) if not c.isspace()}


def test_a_page_with_furniture(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    resolution = read_resolution(path)
    assert resolution.symbol == "S/RES/7001(2031)" and [
        p.id for p in resolution.paragraphs if p.kind is Kind.OPERATIVE
    ] == ["op1", "op2"]
    assert resolution.footnotes[0].referred_from == ("pp1",)
    assert "alert" not in resolution.source and "document.write" not in resolution.source
    assert {a.reason for a in resolution.set_aside} >= {"navigation"}
    everything_accounted_for(resolution)
    paragraph = resolution.paragraph("op1")
    assert resolution.source[paragraph.span.start :].startswith("1. Décide")
    verb = paragraph.verb
    assert verb is not None and resolution.source[paragraph.source_span(verb.span).start :].startswith("Décide")


def test_nested_without_end() -> None:
    with pytest.raises(InputError, match="nested more than"):
        read_text("<html><body>" + "<div>" * 5000 + "x", "fr", "deep.html")


def number(n: int, extra: str = "") -> str:
    return (
        f"<p>Résolution {n} (2031) du 3 mai 2031</p><p><i>Le Conseil de sécurité,</i></p>"
        f"<p><i>Rappelant</i> sa résolution {n - 1} (2030),</p>"
        f"<p>1. <i>Décide</i> de proroger le mandat de la Mission{extra} jusqu'au 31 décembre 2031;</p>"
        f"<p>2. <i>Décide</i> de rester saisi de la question.</p><p>Adoptée à l'unanimité à la {n}e séance.</p>"
    )


HEAD = "<p>Résolutions et décisions du Conseil</p>"
VOLUME = (
    "<html><body>"
    + HEAD + "<p>Index: Résolution 7001 (2031)</p><p>Résolution 7002 (2031)</p>"
    + number(7001, " de surveil- lance<sup>4</sup>") + "<p><sup>4</sup> S/2031/12.</p><p>17</p>" + HEAD
    + "<p>Décisions</p><p>À sa 7100e séance, le 3 mai 2031, le Conseil a décidé d'inviter le représentant du pays à participer.</p>"
    + "<p>« Le Conseil prie le Secrétaire général de faire rapport. »</p>"
    + HEAD + number(7002) + HEAD
    # A page ends inside a paragraph: the rest stands on the next page, below a footnote and a running head.
    + "<p>Résolution 7003 (2031) du 4 mai 2031</p><p>Le Conseil de sécurité,</p><p>1. <i>Prie</i> le Secrétaire général de présenter un</p>"
    + "<p><sup>9</sup> S/2031/99.</p><p>18</p>" + HEAD + "<p>rapport sur les ports<sup>9</sup>;</p><p>2. <i>Décide</i> de rester saisi.</p>"
    + "</body></html>"
)  # fmt: skip


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    path = tmp_path / "2031.html"
    path.write_text(VOLUME, encoding="utf-8")
    return path


def test_a_volume_is_split(volume: Path) -> None:
    found = read_resolutions(volume)
    assert [r.symbol for r in found] == ["S/RES/7001(2031)", "S/RES/7002(2031)", "S/RES/7003(2031)"]
    for resolution in found:
        everything_accounted_for(resolution)
        assert [p.number for p in resolution.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2"]
        assert "invite" not in "".join(p.text for p in resolution.paragraphs)
    assert "de surveillance jusqu'au" in found[0].paragraph("op1").text
    assert [n.referred_from for n in found[0].footnotes] == [("op1",)]


def test_headings_that_the_scan_damaged(tmp_path: Path) -> None:
    body = "<p>1. <i>Prie</i> le Secrétaire général de présenter un rapport;</p><p>2. <i>Décide</i> de rester saisi.</p><p>Adoptée à l'unanimité à la 7100e séance.</p>"
    recital = "<p><i>Rappelant</i> sa résolution 6990 (2030) du 2 mai 2030,</p>"
    path = tmp_path / "2031.html"
    path.write_text(
        "<html><body>" + "".join(number(n) for n in range(7001, 7009))
        + f"<p>Resolution 7009 (19911 du 5 mai 2031</p><p>Le Conseil de sécurité,</p>{recital}{body}"
        # The formula set before the heading, lost, and run together with the date.
        + f"<p>Le Conseil de sécurité,</p><p>Résolution 7010 (2031) du 6 mai 2031</p>{recital}{body}"
        + f"<p>Résolution 7011 (2031) du 7 mai 2031</p>{recital}{body}"
        + f"<p>Résolution 7012 (2031)</p><p>du 8 mai 2031 Le Conseil de sécurité,</p>{body}"
        # An index names resolutions, and nothing opens below it.
        + "<p>Résolution 7013 (2031) du 9 mai 2031</p><p>Page 12</p></body></html>",
        encoding="utf-8",
    )  # fmt: skip
    found = read_resolutions(path)
    assert [r.symbol for r in found] == [f"S/RES/{n}(2031)" for n in range(7001, 7013)]
    assert all([p.number for p in r.paragraphs if p.kind is Kind.OPERATIVE] == ["1", "2"] for r in found)


def test_a_short_symbol_names_one_resolution(volume: Path) -> None:
    assert read_resolution(Path(f"{volume}#7002")).symbol == "S/RES/7002(2031)"
    assert read_resolution(Path(f"{volume}#7002(2031)")).symbol == "S/RES/7002(2031)"
    with pytest.raises(InputError, match="holds no resolution 700;"):
        read_resolution(Path(f"{volume}#700"))


def test_a_paragraph_goes_on_over_the_page(volume: Path) -> None:
    third = read_resolutions(volume)[2]
    assert third.paragraph("op1").text == "Prie le Secrétaire général de présenter un rapport sur les ports;"
    assert third.footnotes[0].referred_from == ("op1",)
    assert {"page number", "running head"} <= {a.reason for a in third.set_aside}


def test_commands_take_one_resolution_of_a_volume(
    volume: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = run("read", volume)
    assert "S/RES/7001(2031)" in listing and "2 operative" in listing
    data = json.loads(run("read", volume, "--json"))
    assert [r["symbol"] for r in data["resolutions"]] == ["S/RES/7001(2031)", "S/RES/7002(2031)", "S/RES/7003(2031)"]
    assert "para. 2" in run("read", volume, "--symbol", "S/RES/7002 (2031)")
    compared = run("compare", f"{volume}#S/RES/7001(2031)", f"{volume}#S/RES/7002(2031)", "--concordance")
    assert "identical" in compared
    assert "holds 3 resolutions" in refused(capsys, monkeypatch, "lint", volume)
    assert "holds no resolution S/RES/9(1950)" in refused(capsys, monkeypatch, "lint", f"{volume}#S/RES/9(1950)")


def test_half_in_another_language_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    french = "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général de présenter aux États un rapport sur les ports et les navires de la région;\n\n"
    english = "2. Requests the Secretary-General to submit to the States a report on the ports and the ships of the region;\n\n"
    half = tmp_path / "half.md"
    half.write_text(
        french
        + english
        + "3. Calls upon all States to cooperate with the Secretary-General in the implementation of this text;\n",
        encoding="utf-8",
    )
    said = refused(capsys, monkeypatch, "read", half)
    assert "half in" in said and "begins “" in said
    assert "para. 3" in run("read", half, "--language", "fr")


@pytest.mark.record
def test_the_yearly_volumes(record: Path) -> None:
    found = read_resolutions(record / "sc-fr-volumes" / "1997.html")
    numbers = [int((r.symbol or "").split("/")[2].split("(")[0]) for r in found]
    assert sorted(numbers) == list(range(1093, 1147))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Decide seguir ocupándose de la cuestión.", "es"), ("Décide de rester saisi de la question.", "fr"), ("Decides to remain seized of the matter.", "en"),
        ("постановляет продолжать заниматься этим вопросом.", "ru"), ("يقرر إبقاء المسألة قيد نظره.", "ar"), ("决定继续处理此案。", "zh"),
        ("Renewal of the mandate", "en"), ("Gestion des armes et des munitions", "fr"), ("Renovación del mandato", "es"), ("12.5 %", None),
        ("Der Sicherheitsrat beschliesst, den Bericht zu veröffentlichen", None),
    ],
)  # fmt: skip
def test_the_language_of_one_short_paragraph(text: str, code: str | None) -> None:
    assert detect_language(text) == code
