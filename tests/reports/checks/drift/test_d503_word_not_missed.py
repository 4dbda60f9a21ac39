"""D503: a doubtful word that a translation model does not miss; nothing without a model. Specimens, not UN documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from align.translation import Translated
from corpora.languages import Language
from reports.checks.drift import d503_word_not_missed as d503
from reports.checks.runner import check_versions
from reports.comparison.rows import Versions, compare_versions
from reports.project.settings import Settings, read_settings
from tests.support.one_paragraph import document

TEXTS = {
    "fr": "Se déclare préoccupé par les événements, qui posent des difficultés particulières aux réfugiés rohingya ;",
    "en": "Expresses concern that recent events pose particular challenges for the Rohingya refugees;",
    "es": "Expresa preocupación por que los acontecimientos recientes planteen problemas particulares a los refugiados rohinyás;",
    "ru": "выражает озабоченность тем, что недавние события создают особые трудности для беженцев рохинджа;",
    "ar": "يعرب عن القلق لأن الأحداث الأخيرة تطرح تحديات خاصة أمام لاجئي الروهينغيا؛",
    "zh": "表示关切近期事件给罗兴亚难民带来特殊挑战；",
}  # fmt: skip


class Misses:
    """A version in the language ``but`` is as likely without any word; every other one is ten nats less likely."""

    def __init__(self, but: str) -> None:
        self.but = but

    def log_likelihoods(self, pairs: Sequence[Translated], source: Language, target: Language) -> list[float]:
        whole = TEXTS[source.code]
        return [0.0 if pair.source == whole or target.code == self.but else -10.0 for pair in pairs]


def versions(model: Path | None) -> Versions:
    pivot, *others = (document(code, text) for code, text in TEXTS.items())
    return compare_versions(pivot, others, settings=Settings(translation=model))


def codes(found: Versions) -> list[str]:
    return [f.code for f in check_versions(found) if f.code == "D503"]


def test_nothing_without_a_model() -> None:
    assert codes(versions(None)) == []


def test_a_doubtful_word_is_found_where_the_version_does_not_miss_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = versions(tmp_path)
    monkeypatch.setattr(d503, "translation_model", lambda folder: Misses("fr"))
    findings = list(d503.CHECK.run(found))
    assert findings, "a word is doubtful in the French"
    assert all(f.groups[-1].versions == ("fr",) for f in findings)
    assert "recent" in {f.facts["says"] for f in findings}
    monkeypatch.setattr(d503, "translation_model", lambda folder: Misses("none"))
    assert list(d503.CHECK.run(replace(found, settings=Settings(translation=tmp_path / "other")))) == []


def test_a_model_is_named_in_the_settings(tmp_path: Path) -> None:
    (tmp_path / "hexapla.toml").write_text('translation-model = "models/small"\n', encoding="utf-8")
    assert read_settings(tmp_path / "hexapla.toml").translation == tmp_path / "models" / "small"
