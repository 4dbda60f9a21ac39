"""The catalogues: every language says the same, French agrees, and a third language is one file. The texts are our own."""

from __future__ import annotations

import ast
import json
import re
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reports.messages.catalogue as catalogue
from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.checks import all_checks
from reports.checks.runner import check_versions
from reports.cli import app
from reports.comparison.carry_over import CarryOver, carry_over_line
from reports.comparison.rows import compare_versions
from reports.exporters.html import render_report
from reports.exporters.html.frame import DELIVERABLES, MANDATES, OF_A_RESOLUTION, PARTS
from reports.exporters.html.rendering import rendered
from reports.findings.model import Finding, Severity
from reports.findings.severities import counted
from reports.library.phrases import MATCHES
from reports.messages.catalogue import catalogues, load_catalogues
from reports.messages.phrases import Facts, Phrase, UserText
from reports.project.selection import Selection, Suppressed, suppressed_line
from tests.support.sample import ROOT, SAMPLE
from tests.support.source import nodes_of_modules, reads_source
from tests.support.third_language import third

SCRIPTS = sorted((ROOT / "reports" / "exporters" / "html" / "assets").glob("*.js"))
_NAME = re.compile(r"[A-Z]\d{3}\.\w+|(?:value|slot|force|record|submission|rule|vote|terminal)\.\w+")


def test_a_third_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load_catalogues(third(tmp_path))
    assert set(loaded.by_language) == {"en", "fr", "eo"}
    said = loaded.of("eo").say(Phrase("D106.one", {"paragraph": "fn2", "others": ("fr", "es"), "outlier": "zh"}))
    assert said == "fn2 (lingvo fr kaj lingvo es) has no counterpart in lingvo zh."
    monkeypatch.setattr(catalogue, "catalogues", lambda: loaded)
    shown = CliRunner().invoke(app, ["explain", "D201", "--ui", "eo"])
    assert shown.exit_code == 0 and "What:" in shown.output
    page = rendered("corpus.html.j2", (), ui="eo", entries=(), totals=(), codes=(), levels=("major",), unusable=())
    assert '<span class="l-eo" lang="eo">Gravest finding</span>' in page and '[data-ui="eo"] .l-fr' in page
    finding = Finding("M105", Severity.NEUTRAL, None, None, "M105.one", {"paragraph": "op3"})
    assert finding.message("eo") == "op3 renewed unchanged."


@pytest.mark.parametrize(
    "line",
    [
        ("beneficiaries = ", "nouns.beneficiaries"),
        ("seldom = ", "record.seldom"),
        ("obligation = ", "words.modality.obligation"),
        ("plural = ", "plural"),
        ("gone = ", "M211.gone"),
        ("reason_wanted = ", "script.reason_wanted"),
    ],
)
def test_a_missing_key_is_named(tmp_path: Path, line: tuple[str, str]) -> None:
    start, key = line
    with pytest.raises(InputError) as refused:
        load_catalogues(third(tmp_path, without=start))
    assert key in str(refused.value) and "eo.toml" in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{paragraph:sentence} renewed", "renewed", "M105.one {paragraph}"),
        ("{paragraph:sentence} renewed", "{paragraph:shout} renewed", "no form 'shout'"),
        ("{count} critical", "{count:plural|a|b|c} critical", "2 plural forms"),
        ('plural = "n != 1"', 'plural = "n !="', "plural"),
        ("{done} of {all}", "{done:quote} of {all}", "not 'quote'"),
        ("{outlier_modality:word|modality}", "{outlier_modality:word|mood}", "no table of words 'mood'"),
        ('obligation = "obligation"', "obligation = 3", "[modality] obligation is no text"),
        ("[words.modality]", "[[words.modality]]", "[modality] is no table"),
    ],
)
def test_a_faulty_sentence_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = third(tmp_path) / "eo.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_catalogues(tmp_path)
    assert said in str(refused.value)


def test_a_language_that_data_do_not_name_brings_the_names(tmp_path: Path) -> None:
    path = third(tmp_path) / "eo.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('zh = "lingvo zh"\n', ""), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_catalogues(tmp_path)
    assert "[languages] lacks zh" in str(refused.value)


def french(name: str, **facts: str | int | tuple[str, ...]) -> str:
    found: Facts = facts
    return catalogues().of("fr").say(Phrase(name, found))


@pytest.mark.parametrize(
    ("noun", "dropped", "added"),
    [
        ("deadline", "supprimée.", "ajoutée."), ("addressee", "supprimé.", "ajouté."), ("beneficiaries", "supprimés.", "ajoutés."),
        ("resources", "supprimées.", "ajoutées."),
    ],
)  # fmt: skip
def test_french_agrees_with_the_noun(noun: str, dropped: str, added: str) -> None:
    assert french("slot.dropped", noun=noun, old=("x",), new=()).endswith(dropped)
    assert french("slot.added", noun=noun, old=(), new=("x",)).endswith(added)


def test_french_agrees_with_the_number() -> None:
    assert [counted(n, Severity.MINOR, "fr") for n in (0, 1, 14)] == ["0 mineure", "1 mineure", "14 mineures"]
    assert counted(14, Severity.MINOR, "en") == "14 minor"
    assert carry_over_line(CarryOver(9, 10, 9), "fr") == "90 % du texte repris, 1 mot ajouté, 0 supprimé"
    stale = partial(french, "D405.one", outlier="ru", was="a", now="b", before="‹a›", after="‹b›", still="‹a›")
    assert "anglais passe de" in stale(others=("en",))
    assert "anglais et espagnol passent de" in stale(others=("en", "es"))
    finding = Finding("D305", Severity.MINOR, None, None, "M105.one", {"paragraph": "op1"})
    one, two = [Suppressed(finding, "review")], [Suppressed(finding, "review"), Suppressed(finding, "ignored")]
    assert suppressed_line(one, "fr") == "1 supprimé : 1 écarté en révision (D305)"
    assert suppressed_line(two, "fr") == "2 supprimés : 1 écarté en révision, 1 ignoré (D305)"
    for entry in (*catalogues().of("fr").templates.values(),):
        assert not any("(e)" in text or "(s)" in text for text, _, _ in entry)


def test_words_of_the_user_stay_as_they_are() -> None:
    facts: Facts = {"reason": UserText({"fr": "Dire {rapport}"}), "language": "en", "counterpart": "x", "found": "y"}
    assert catalogues().of("en").say(Phrase("rule.required", facts)) == "Dire {rapport}: “x” is missing in English."


def names_in_code() -> set[str]:
    """The names of sentences that the checks and the rest of the reports ask for."""
    of_reports = (node for name, nodes in nodes_of_modules() if name.startswith("reports/") for node in nodes)
    strings = (node.value for node in of_reports if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return set(filter(_NAME.fullmatch, strings))


@reads_source
def test_every_sentence_that_is_asked_for_exists_and_the_others_are_none() -> None:
    own = {check.code for check in all_checks()}
    named = {name for name in catalogues().of("en").templates if _NAME.fullmatch(name)}
    asked = names_in_code() | {f"{code}.one" for code in own if f"{code}.one" in named}
    assert asked == named


def test_every_word_of_the_pages_is_in_the_catalogue() -> None:
    asked = {"page.language_versions", "page.between_languages", "page.since", "page.up_to"}
    for path in (ROOT / "reports" / "exporters" / "html" / "templates").glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        asked |= {f"page.{key}" for key in re.findall(r"""(?:\bt|\bdata|\blabel)\("(\w+)"[,)]""", text)}
        asked |= set(re.findall(r'"(page\.\w+)"', text))
        asked |= {f"home.{key}" for key in re.findall(r"""(?:\bh)\("(\w+)"\)""", text)}
    known = catalogues().of("en").templates
    assert asked == {name for name in known if name.startswith(("page.", "home."))}


def test_every_sentence_of_the_application_is_asked_for() -> None:
    families = {
        *PARTS,
        *(f"door_{part}" for part in PARTS),
        *(f"tab_{view}" for view in OF_A_RESOLUTION),
        *(f"match_{way}" for way in MATCHES),
        *(f"try_{way}" for way in ("everywhere", *MATCHES[1:])),
        *(f"{what}_{end}" for what in ("compare", "series") for end in ("lead", "go")),
        *(f"count_{name}" for name in (MANDATES, DELIVERABLES)),
        *(f"{which}_year" for which in ("since", "until")),
    }
    asked = {f"app.{name}" for name in families}
    for path in (ROOT / "reports" / "exporters" / "html" / "templates").glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        asked |= {f"app.{key}" for key in re.findall(r"""(?:\ba|\balabel|\badata)\("(\w+)"[,)]""", text)}
        asked |= set(re.findall(r'"(app\.\w+)"[,)]', text))
    assert asked == {name for name in catalogues().of("en").templates if name.startswith("app.")}


NAMES_ON_PAGES = {"Hexapla", "XLSX", "JSON", "S/RES/2699 (2023)"}
"""What is the same in every language: the program, formats, an example of a symbol."""


def test_the_pages_have_no_words_of_their_own() -> None:
    """Every word between the tags of a template, and in what is read aloud, comes from the catalogue."""
    found = []
    for path in sorted((ROOT / "reports" / "exporters" / "html" / "templates").glob("*.j2")):
        made = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "\0", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        shown = re.sub(r"<(script|style|svg)\b.*?</\1>", "", made, flags=re.DOTALL)
        words = re.findall(r"(?<=>)[^<>]+(?=<)", shown)
        words += re.findall(r"\b(?:title|aria-label|placeholder|alt)=\"([^\"]*)\"", shown)
        if path.name != "words.html.j2":  # it writes attributes, by the languages of the interface
            found += [f"{path.name}: {text}" for words_ in words for text in re.split("\0", words_) if _says(text)]
    assert not found, "say it in reports/messages and ask for it by t(…)"


def _says(text: str) -> bool:
    plain = re.sub(r"&\w+;", "", text).strip(" –\n")
    return re.search(r"[^\W\d_]{2}", plain) is not None and plain not in NAMES_ON_PAGES


def test_the_scripts_of_a_page_speak_a_third_language(
    sample: dict[str, Resolution], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = third(tmp_path) / "eo.toml"
    said = "Donu kialon: </script> & '"
    path.write_text(path.read_text(encoding="utf-8").replace("Give a reason.", said), encoding="utf-8")
    loaded = load_catalogues(tmp_path)
    monkeypatch.setattr(catalogue, "catalogues", lambda: loaded)
    versions = compare_versions(sample["fr"], [read_resolution(SAMPLE / "drift" / "en.md")])
    page = render_report(versions, Selection(check_versions(versions), []), (), "eo")
    (island,) = re.findall(r'<script type="application/json" id="spoken">(.*?)</script>', page)
    spoken = json.loads(island)
    assert set(spoken) == {"en", "fr", "eo"} and "</script> &" not in page
    assert spoken["eo"]["sentences"]["reason_wanted"] == [[said, None, None]]
    assert spoken["fr"]["sentences"]["findings_shown"][1] == [" ", "count", ["affiché", "affichés"]]
    assert [spoken[ui]["plural"][:3] for ui in ("en", "fr")] == [[1, 0, 1], [0, 0, 1]]
    assert re.findall(r'<button type="button" value="(\w+)" lang="\1"( hidden)?>(\w+)', page) == [
        ("fr", "", "Français"), ("en", "", "English"), ("eo", " hidden", "English"),
    ]  # fmt: skip


def test_the_headline_agrees_with_its_numbers() -> None:
    assert [french("page.words_added", count=n) for n in (1, 2)] == ["mot ajouté,", "mots ajoutés,"]
    assert [french("page.removed", count=n) for n in (0, 3)] == ["supprimé", "supprimés"]
    assert [french("page.resolutions", count=n) for n in (1, 5)] == ["résolution", "résolutions"]


_LITERAL = re.compile(r"""//[^\n]*|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
_SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? +[^\W\d_]+|[À-ÖØ-öø-ÿ…’]|^[A-Z][a-z]+[.?!]?$")
_NAMES_OF_KEYS = {"Enter", "Escape"}


def sentences_of_script(text: str) -> list[str]:
    """Literals of a script that read as words for people: two words in a row, a letter with an accent, a word with a capital.

    Comments, selectors of CSS and what a template literal puts in are none.
    """
    literals = ("".join(group or "" for group in found.groups()) for found in _LITERAL.finditer(text))
    bare = (re.sub(r"\$\{[^}]*\}", "", literal).strip() for literal in literals)
    return [
        b
        for b in bare
        if _SENTENCE.search(b) and not b.startswith((".", "#", ":", "[", "(")) and b not in _NAMES_OF_KEYS
    ]


def test_a_sentence_in_a_script_is_found() -> None:
    script = """// Give a reason, they said.
    notice(say("Donnez un motif.", "Give a reason.")); label = 'Reload'; all(".choices button"); x = `${done} sur ${all} décidés`;"""
    assert sentences_of_script(script) == ["Donnez un motif.", "Give a reason.", "Reload", "sur  décidés"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_holds_sentences_or_names_a_language(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert sentences_of_script(text) == []
    assert not re.search(r"""["'](?:en|fr)["']|\b(?:dataset|title)\.(?:en|fr)\b|data-(?:en|fr)\b""", text)


def test_every_sentence_of_the_scripts_is_in_the_catalogue() -> None:
    asked = {name for path in SCRIPTS for name in re.findall(r'\bsay\("(\w+)"', path.read_text(encoding="utf-8"))}
    named = {name.removeprefix("script.") for name in catalogues().of("en").templates if name.startswith("script.")}
    assert asked == named
