"""A translation model in CTranslate2's format, made of random numbers: it knows nothing, and says the same of the same pair each time."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import sentencepiece

PIECES, WIDTH, HEADS, LAYERS = 120, 16, 2, 1
TEXT = "Décide de proroger le mandat de la Mission jusqu'au 31 mai. Decides to extend the mandate of the Mission until 31 May."


def small_model(folder: Path, languages: tuple[str, ...] = ("fr", "en"), seed: int = 1) -> Path:
    """The folder of a model with a piece "<2fr>" for each of the languages."""
    import ctranslate2

    folder.mkdir(parents=True, exist_ok=True)
    lines = folder / "lines.txt"
    lines.write_text("\n".join([TEXT] * 20), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(lines),
        model_prefix=str(folder / "spm"),
        vocab_size=PIECES,
        hard_vocab_limit=False,
        user_defined_symbols=[f"<2{code}>" for code in languages],
        minloglevel=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spm.model"))
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    spec = ctranslate2.specs.TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    _fill(spec, len(pieces), np.random.default_rng(seed))
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.save(str(folder))
    assert json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return folder


def _fill(spec: object, pieces: int, numbers: np.random.Generator) -> None:
    def weights(*shape: int) -> np.ndarray:
        return numbers.normal(size=shape).astype(np.float32)

    def linear(layer: object, wide: int, narrow: int = WIDTH) -> None:
        layer.weight, layer.bias = weights(wide, narrow), weights(wide)

    def norm(layer: object) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = weights(pieces, WIDTH)
        side.position_encodings.encodings = weights(1024, WIDTH)
        norm(side.layer_norm)
        for layer in side.layer:
            linear(layer.self_attention.linear[0], 3 * WIDTH)
            linear(layer.self_attention.linear[1], WIDTH)
            norm(layer.self_attention.layer_norm)
            linear(layer.ffn.linear_0, 2 * WIDTH)
            linear(layer.ffn.linear_1, WIDTH, 2 * WIDTH)
            norm(layer.ffn.layer_norm)
            if side is spec.decoder:
                linear(layer.attention.linear[0], WIDTH)
                linear(layer.attention.linear[1], 2 * WIDTH)
                linear(layer.attention.linear[2], WIDTH)
                norm(layer.attention.layer_norm)
    linear(spec.decoder.projection, pieces)
