"""D106 and D205: footnotes and their marks."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_a_missing_footnote_and_a_missing_mark(sample: dict[str, Resolution]) -> None:
    source = sample["es"].source
    note = "<sup>82</sup> Resolución 56/261 de la Asamblea General, anexo, secc. VII."
    assert source.count(note) == 1
    without = read_text(source.replace(note, ""), "es", "es.md")
    found = {f.code: f for f in check_versions(compare_versions(sample["fr"], [without]))}
    assert set(found) == {"D106", "D205"} and "fn82" in found["D106"].paragraphs and "op3" in found["D205"].paragraphs
    unmarked = read_text(source.replace("del Centro<sup>81</sup>;", "del Centro;"), "es", "es.md")
    assert [f.code for f in check_versions(compare_versions(sample["fr"], [unmarked]))] == ["D205"]


def test_a_version_whose_source_leaves_footnotes_out_is_not_blamed(sample: dict[str, Resolution]) -> None:
    source = (
        sample["es"].source.split("<sup>81</sup> E/CN")[0].replace("<sup>81</sup>", "").replace("<sup>82</sup>", "")
    )
    assert check_versions(compare_versions(sample["fr"], [read_text(source, "es", "es.md")])) == []
