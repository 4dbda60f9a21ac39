"""Fingerprints: what stays when other text changes."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions


def test_fingerprints_stay_when_other_text_changes(sample: dict[str, Resolution]) -> None:
    once = read_text(sample["en"].source.replace("twelfth", "eleventh"), "en", "en.md")
    twice = read_text(
        sample["en"]
        .source.replace("twelfth", "eleventh")
        .replace("56/1 of", "56/2 of")
        .replace("5. *Urges*", "6. *Urges*"),
        "en",
        "en.md",
    )
    first = {f.code: f.fingerprint for f in check_versions(compare_versions(sample["fr"], [once]))}
    second = {f.code: f.fingerprint for f in check_versions(compare_versions(sample["fr"], [twice]))}
    assert first["D204"] == second["D204"]
    assert len(set(second.values())) == len(second)
