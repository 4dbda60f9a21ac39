"""What a translation model brings beside the tables of words: which shaded words are real losses, by contrastive conditioning.

    python -m benchmarks.contrast MODEL ../shared/record/akn4un/sc [--resolutions 4] [--list]

``MODEL`` is a folder as ``training.translation_model`` writes it (or any that ``--translation-model`` takes), learned without the
Council's 2022 and 2023. Of the words that the comparison shades in the resolutions of the reading table (``reading_words.tsv``) those
that show a difference of the table should be missed less than the others: printed is the share of pairs that are ranked rightly (area
under the curve) by ``RowContrast`` and by the usual share, and what D503 reports. The other resolutions say how many findings D503 has
where the table says nothing; its threshold was set on them.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from align.lexicon.lost_words import LostWord, doubtful_words
from align.translation import TranslationModel, translation_model
from align.translation.contrast import RowContrast
from benchmarks.reading import Difference, differences, row_of, shows, symbol_in_table
from reports.checks.drift.d503_word_not_missed import CONTRAST
from reports.comparison.rows import VersionRow, Versions, compare_versions
from training.record import read_versions, versions

_TOP = (10, 20, 30, 50, 80)


@dataclass(frozen=True, slots=True)
class ShadedWord:
    """A shaded word with its contrast, how usual it is that it is rendered as little, and the differences that it shows."""

    resolution: str
    words: str
    contrast: float
    share: float
    shows: frozenset[int]


def shaded_words(found: Versions, model: TranslationModel, meant: Sequence[Difference]) -> Iterator[ShadedWord]:
    """The shaded words of one resolution of which another version is left to compare with."""
    places = [(row, k) for k, d in enumerate(meant) for p in d.paragraphs if (row := row_of(found, p)) is not None]
    for row in found.rows:
        if not row.checked:
            continue
        here = [(k, meant[k]) for other, k in places if other is row]
        contrast = RowContrast(row.column, model)
        for word in doubtful_words(row.column):
            value = contrast.of(word)
            if value is not None:
                differing = frozenset(k for k, difference in here if _is_shown(row, word, difference))
                said = f"{word.shown.code}:{_said(row, word)} – {','.join(word.lacking)}"
                yield ShadedWord(found.pivot.label, said, value, word.share, differing)


def _said(row: VersionRow, word: LostWord) -> str:
    return row.cells[word.shown.code].text[word.shown.span.start : word.shown.span.end]


def _is_shown(row: VersionRow, word: LostWord, difference: Difference) -> bool:
    """Whether a shaded word is one by which a difference shows, in a version that the difference is of."""
    concerns = bool(set(word.lacking) & set(difference.languages))
    return concerns and any(shows(row, having, difference) for having in word.having)


def ranked_rightly(values: Sequence[float], right: Sequence[bool]) -> float:
    """The share of pairs of a right one and a wrong one in which the right one has the higher value; equal ones count half."""
    marks, scores = np.array(right), np.array(values)
    first, second = scores[marks][:, None], scores[~marks][None]
    return float(np.mean(first > second) + 0.5 * np.mean(first == second))


def _resolutions(folder: Path, others: int) -> Iterator[tuple[str, list[Path]]]:
    """The symbol in the reading table, "" where it has none, and the files of each resolution that is looked at."""
    symbols, rest = {difference.symbol for difference in differences()}, []
    for year in ("2022", "2023"):
        for paths in versions(folder / year).values():
            symbol = symbol_in_table(paths[0], symbols)
            if symbol:
                yield symbol, paths
            elif "RES" in paths[0].name:
                rest.append(("", paths))
    random.Random(3).shuffle(rest)
    yield from rest[:others]


def main() -> None:
    """The figures, and with ``--list`` the words in their order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--resolutions", type=int, default=4)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    model, words, silent = translation_model(arguments.model), list[ShadedWord](), list[ShadedWord]()
    for symbol, paths in _resolutions(arguments.folder, arguments.resolutions):
        documents = read_versions(paths)
        found = compare_versions(documents["fr"], [d for c, d in documents.items() if c != "fr"])
        meant = [d for d in differences() if d.symbol == symbol]
        start = time.process_time()
        here = list(shaded_words(found, model, meant))
        (words if symbol else silent).extend(here)
        print(f"{found.pivot.label}: {len(here)} shaded words, {time.process_time() - start:.0f} s CPU", flush=True)
    _print_figures(words, silent)
    if arguments.list:
        for word in sorted(words, key=lambda w: -w.contrast):
            print(f"{word.contrast:6.1f} {word.share:.3f} {word.resolution} {word.words} {'*' if word.shows else ''}")


def _print_figures(words: Sequence[ShadedWord], silent: Sequence[ShadedWord]) -> None:
    right = [bool(word.shows) for word in words]
    print(f"{len(words)} shaded words in resolutions of the table, {sum(right)} show a difference")
    print(f"ranked rightly by contrast {ranked_rightly([w.contrast for w in words], right):.3f}, ", end="")
    print(f"by the usual share {ranked_rightly([-w.share for w in words], right):.3f}")
    order = sorted(words, key=lambda w: -w.contrast)
    print("of the first", ", ".join(f"{n}: {sum(bool(w.shows) for w in order[:n])}" for n in _TOP))
    over = [w for w in words if w.contrast >= CONTRAST]
    shown = {(w.resolution, k) for w in over for k in w.shows}
    print(
        f"over {CONTRAST}: {len(over)} words, {sum(bool(w.shows) for w in over)} of them right, {len(shown)} differences"
    )
    print(
        f"in other resolutions: {len(silent)} shaded words, {sum(w.contrast >= CONTRAST for w in silent)} over {CONTRAST}"
    )


if __name__ == "__main__":
    main()
