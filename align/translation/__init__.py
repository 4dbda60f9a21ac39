"""Translation models: how likely a text is as the translation of another. One small protocol; models are the user's own, by path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from corpora.languages import Language


@dataclass(frozen=True, slots=True)
class Translated:
    """A text and what is to be taken for its translation."""

    source: str
    target: str


class TranslationModel(Protocol):
    """What a translation model must do."""

    def log_likelihoods(self, pairs: Sequence[Translated], source: Language, target: Language) -> list[float]:
        """For each pair the natural logarithm of how likely the target is as the translation of the source."""
        ...


@lru_cache(maxsize=1)
def translation_model(folder: Path) -> TranslationModel:
    """The model in a folder, loaded once. Raises InputError where it is none, or where the extra is not installed."""
    from align.translation.local import LocalTranslationModel

    return LocalTranslationModel(folder)
