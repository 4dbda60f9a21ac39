"""Rows of adopted resolutions as pieces of SentencePiece: what a small translation model is learned from.

    python -m training.translation_rows FOLDER... --out ROWS

Reads folders laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso). Versions whose paragraphs have the same addresses are
set side by side as they stand; the others of a resolution are left out. Writes ``spm.model``, learned on the rows, and ``rows.npz``:
``ids``, the pieces of all texts one after the other, and ``bounds``, (rows, languages + 1), where the text of each language begins
and the last one ends. Leave out what the model is to be judged on: ``benchmarks.contrast`` reads the Council's 2022 and 2023.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import sentencepiece

from training.record import FOLDERS, groups_of, rows_by_address

LANGUAGES = tuple(FOLDERS)
PIECES = 20_000
"""Pieces of the vocabulary that the six languages share: 16,000 cut Arabic words into letters, and a model pays for each piece."""
_LINES = 120_000
"""Texts from which the pieces are learned; a row has six."""
_LONGEST_LINE = 1_500
"""Characters of a text that are looked at for that."""
Texts = tuple[str, ...]


def rows_of(paths: Sequence[Path]) -> Iterator[Texts]:
    """The texts of each paragraph of one resolution in the order of LANGUAGES, "" where a version is not set beside the others."""
    for row in rows_by_address(paths):
        yield tuple(row.get(code, "") for code in LANGUAGES)


def learn_pieces(rows: Sequence[Texts], out: Path) -> sentencepiece.SentencePieceProcessor:
    """The SentencePiece model of the rows, written to ``out/spm.model``; "<2fr>" and the like are pieces of their own."""
    lines = out / "lines.txt"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(f"{text[:_LONGEST_LINE]}\n" for row in rows for text in row if text)
    sentencepiece.SentencePieceTrainer.train(
        input=str(lines),
        model_prefix=str(out / "spm"),
        vocab_size=PIECES,
        hard_vocab_limit=False,
        character_coverage=0.9998,
        pad_id=0,
        unk_id=1,
        bos_id=2,
        eos_id=3,
        user_defined_symbols=[f"<2{code}>" for code in LANGUAGES],
        input_sentence_size=_LINES,
        shuffle_input_sentence=True,
        max_sentence_length=4 * _LONGEST_LINE,
        minloglevel=2,
    )
    lines.unlink()
    return sentencepiece.SentencePieceProcessor(model_file=str(out / "spm.model"))


def write_rows(rows: Sequence[Texts], out: Path) -> None:
    """``rows.npz`` and ``spm.model`` in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    pieces = learn_pieces(rows, out)
    ids: list[int] = []
    bounds = np.zeros((len(rows), len(LANGUAGES) + 1), dtype=np.int64)
    for place, row in enumerate(rows):
        bounds[place, 0] = len(ids)
        for column, text in enumerate(row, 1):
            ids.extend(pieces.encode(text) if text else ())
            bounds[place, column] = len(ids)
    np.savez_compressed(out / "rows.npz", ids=np.array(ids, dtype=np.uint16), bounds=bounds)


def main() -> None:
    """Read the folders and write the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    groups = [group for folder in arguments.folders for group in groups_of(folder)]
    # What recurs from resolution to resolution is learned once.
    rows = list(dict.fromkeys(row for group in groups for row in rows_of(group)))
    random.Random(1).shuffle(rows)
    write_rows(rows, arguments.out)
    print(f"{len(groups)} resolutions, {len(rows)} rows of two languages and more")


if __name__ == "__main__":
    main()
