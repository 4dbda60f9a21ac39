"""A translation model in the format of CTranslate2, by the path of a folder on this machine (extra ``translation``).

The folder holds what CTranslate2's converters write (model.bin, config.json, the vocabulary) and the SentencePiece model with which it
was learned: ``spm.model``, or ``source.spm`` and ``target.spm``. A model for many languages is told which one to write by a piece of
its vocabulary: "<2fr>" before the source (MADLAD-400, and what ``training.translation`` learns), or "__en__" before the source and
"__fr__" before the target (M2M-100). A model without such pieces is one for two languages, and taken at its user's word.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from align.translation import Translated
from corpora.errors import InputError
from corpora.languages import Language

_END = "</s>"
_TOKENS_A_BATCH = 2048
"""Pieces that are scored in one go: with more, the longest text of a batch makes all others longer and nothing is gained."""
_LONGEST = 900
"""Pieces of a text after which it is cut, both sides alike: models know 1,024 places at the least (CTranslate2 fails beyond them)."""
_HINT = "give the folder of a CTranslate2 model with its SentencePiece model (spm.model)"


class LocalTranslationModel:
    """Wraps a local model. A name that is no folder is refused, so that nothing is fetched from a hub."""

    def __init__(self, folder: Path) -> None:
        if not (folder / "model.bin").is_file():
            raise InputError(str(folder), "is no folder of a translation model", hint=_HINT)
        try:
            import ctranslate2
        except ImportError as error:
            raise InputError(
                "--translation-model", "CTranslate2 is not installed", hint="pip install 'hexapla[translation]'"
            ) from error
        self._pieces = _pieces_of(folder, "source.spm"), _pieces_of(folder, "target.spm")
        try:
            self._model: Any = ctranslate2.Translator(str(folder), device="cpu", inter_threads=1, intra_threads=1)
        except RuntimeError as error:
            raise InputError(str(folder), f"cannot be loaded ({error})", hint=_HINT) from error
        self._known = _vocabulary(folder)
        self._ends_source = not _config(folder).get("add_source_eos", False)
        self._folder = folder

    def log_likelihoods(self, pairs: Sequence[Translated], source: Language, target: Language) -> list[float]:
        """For each pair the natural logarithm of how likely the target is as the translation of the source.

        Raises InputError where the model has pieces for languages but none for one of these.
        """
        before, begin = self._told(source, target)
        first, second = self._pieces
        end = [_END] if self._ends_source else []
        sources = [[*before, *first.encode(pair.source, out_type=str)[:_LONGEST], *end] for pair in pairs]
        targets = [[*begin, *second.encode(pair.target, out_type=str)[:_LONGEST]] for pair in pairs]
        scored = self._model.score_batch(sources, targets, max_batch_size=_TOKENS_A_BATCH, batch_type="tokens")
        return [float(sum(result.log_probs)) for result in scored]

    def _told(self, source: Language, target: Language) -> tuple[list[str], list[str]]:
        """The pieces before the source and before the target that say the languages."""
        if f"<2{target.code}>" in self._known:
            return [f"<2{target.code}>"], []
        if f"__{source.code}__" in self._known and f"__{target.code}__" in self._known:
            return [f"__{source.code}__"], [f"__{target.code}__"]
        if any(piece.startswith(("<2", "__")) and piece.endswith((">", "__")) for piece in self._known):
            raise InputError(
                str(self._folder),
                f"the model does not know {source.code} and {target.code}",
                hint="give one that has a piece such as <2fr> or __fr__ for each language",
            )
        return [], []


def _pieces_of(folder: Path, name: str) -> Any:
    import sentencepiece

    path = folder / name if (folder / name).is_file() else folder / "spm.model"
    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise InputError(str(path), "is no SentencePiece model", hint=_HINT) from error


def _config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    read = _json_of(path) if path.is_file() else {}
    return read if isinstance(read, dict) else {}


def _vocabulary(folder: Path) -> frozenset[str]:
    """The pieces of the vocabulary: of the source, where the two sides have one each."""
    for name in ("shared_vocabulary.json", "source_vocabulary.json"):
        if (path := folder / name).is_file():
            return frozenset(map(str, _json_of(path)))
    return frozenset()


def _json_of(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read ({error})", hint=_HINT) from error
