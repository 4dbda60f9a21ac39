"""Words that render each other, and words that nothing renders."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from align.lexicon.word_links import unrendered_words, word_links
from corpora.languages import language
from corpora.model import Resolution
from reports.cli import app
from tests.support.sample import SAMPLE

pytestmark = pytest.mark.slow


@pytest.mark.slow
def test_words_of_two_versions_are_linked(sample: dict[str, Resolution]) -> None:
    french, english = sample["fr"].paragraph("op2").text, sample["en"].paragraph("op2").text
    links = {(french[a.start : a.end], english[b.start : b.end]) for a, b, _ in word_links(french, english)}
    assert {("Réaffirme", "Reaffirms"), ("assistance", "assistance"), ("coopération", "cooperation")} <= links
    assert len({a for a, _ in links}) <= len(links)
    assert unrendered_words("Le Conseil décide", "", language("fr"), language("en")) != []


@pytest.mark.parametrize(
    ("code", "paragraph", "words", "marked"),
    [
        # Not "upon request" beside "requests the Centre": one word may stand for the other.
        ("en", "op7", " regularly", "régulièrement"), ("es", "op7", " periódicamente", "régulièrement"), ("ru", "op7", "регулярно ", "régulièrement"), ("zh", "op7", "定期", "régulièrement"),
    ],
)  # fmt: skip
def test_a_qualifier_left_out_is_marked(
    sample: dict[str, Resolution], code: str, paragraph: str, words: str, marked: str
) -> None:
    french, other = sample["fr"].paragraph(paragraph).text, sample[code].paragraph(paragraph).text
    assert words in other
    for text, wanted in ((other, False), (other.replace(words, ""), True)):
        found = [french[s.start : s.end] for s in unrendered_words(french, text, language("fr"), language(code))]
        assert any(marked in f for f in found) is wanted


@pytest.mark.slow
def test_words_that_nothing_renders_are_printed_and_written(tmp_path: Path) -> None:
    files = [str(SAMPLE / f"{code}.md") for code in ("fr", "en")]
    shown = CliRunner().invoke(app, ["align", *files, "--words"])
    assert shown.exit_code == 0 and "      < " in shown.output and " · " in shown.output
    for name in ("beads.csv", "beads.json"):
        assert CliRunner().invoke(app, ["align", *files, "--words", "-o", str(tmp_path / name)]).exit_code == 0
    table = pl.read_csv(tmp_path / "beads.csv")
    assert table["source_words"].str.contains("|", literal=True).any()
    assert any(b.get("unrendered", [[], []])[0] for b in json.loads((tmp_path / "beads.json").read_text())["beads"])
