"""The catalogues: every language says the same, French agrees, and a third language is one file. The texts are our own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reports.messages.catalogue as catalogue
from corpora.errors import InputError
from corpora.languages import available, kind_names
from reports.checks import all_checks
from reports.cli import app
from reports.comparison.carry_over import CarryOver, carry_over_line
from reports.exporters.html.rendering import rendered
from reports.findings.model import Finding, Severity
from reports.findings.severities import counted
from reports.messages.catalogue import catalogues, load_catalogues
from reports.messages.phrases import Facts, Phrase, UserText
from reports.project.selection import Suppressed, suppressed_line
from tests.support.sample import ROOT

FOLDER = ROOT / "reports" / "messages"
_NAME = re.compile(r"[A-Z]\d{3}\.\w+|(?:value|slot|force|record|submission|rule|vote|terminal)\.\w+")


def third(folder: Path, *, without: str = "", ui: str = "eo") -> Path:
    """A folder with both catalogues and a third one: the English sentences in capitals, with the names that data lack."""
    for name in ("en.toml", "fr.toml"):
        (folder / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    lines = (FOLDER / "en.toml").read_text(encoding="utf-8").replace('last = " and "', 'last = " kaj "').splitlines()
    own = [line for line in lines if not (without and line.startswith(without))]
    own += ["[languages]", *(f'{code} = "lingvo {code}"' for code in available())]
    own += ["[kinds]", *(f'{kind} = "speco {kind}"' for kind in kind_names())]
    (folder / f"{ui}.toml").write_text("\n".join(own) + "\n", encoding="utf-8")
    return folder


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
        ("{paragraph} renewed", "renewed", "M105.one {paragraph}"),
        ("{paragraph} renewed", "{paragraph:shout} renewed", "no form 'shout'"),
        ("{count} critical", "{count:plural|a|b|c} critical", "2 plural forms"),
        ('plural = "n != 1"', 'plural = "n !="', "plural"),
        ("{outlier_modality:word|modality}", "{outlier_modality:word|mood}", "no table of words 'mood'"),
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
    assert "anglais passe de" in french("D405.one", outlier="ru", others=("en",), was="a", now="b")
    assert "anglais et espagnol passent de" in french("D405.one", outlier="ru", others=("en", "es"), was="a", now="b")
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
    found = set()
    for path in (ROOT / "reports").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _NAME.fullmatch(node.value):
                found.add(node.value)
    return found


def test_every_sentence_that_is_asked_for_exists_and_the_others_are_none() -> None:
    own = {check.code for check in all_checks()}
    named = {name for name in catalogues().of("en").templates if _NAME.fullmatch(name)}
    asked = names_in_code() | {f"{code}.one" for code in own if f"{code}.one" in named}
    assert asked == named


def test_every_word_of_the_pages_is_in_the_catalogue() -> None:
    asked = {"page.language_versions"}
    for path in (ROOT / "reports" / "exporters" / "html" / "templates").glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        asked |= {f"page.{key}" for key in re.findall(r"""(?:\bt|\bdata)\("(\w+)"\)""", text)}
        asked |= set(re.findall(r'"(page\.\w+)"', text))
    assert asked == {name for name in catalogues().of("en").templates if name.startswith("page.")}
