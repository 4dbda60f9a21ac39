"""D501: a paragraph that means something else."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_meaning_of_a_paragraph_from_another_text(sample: dict[str, Resolution]) -> None:
    was = next(p for p in sample["en"].paragraphs if p.id == "op6").text
    source = sample["en"].source
    line = next(x for x in source.splitlines() if x.startswith("6. "))
    other = "6. *Encourages* fishing communities to share their experience of protecting coral reefs and mangrove forests along warm coasts;"
    changed = read_text(source.replace(line, other), "en", "en.md")
    assert was not in changed.source
    codes = {f.code for f in check_versions(compare_versions(sample["fr"], [changed]))}
    assert codes & {"D501", "D101"}
