"""Words that nothing renders: how many left-out qualifiers are marked, and how many words of clean paragraphs.

    python -m benchmarks.words ../shared/record/akn4un [LEXICON [--half 0|1]]

Takes, in each version of adopted resolutions, every qualifier that French has too out of its paragraph, and looks whether a
word of the French qualifier is marked. With LEXICON (``training.lexicon --half``) only the half that it was not
learned from is read.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from align.lexicon.tokenization import stemmed
from align.lexicon.word_links import unrendered_words
from corpora.languages import Language, language
from corpora.model import Paragraph, Span
from corpora.values import AnchorKind
from training.omissions import rows_of, use_lexicon
from training.record import versions

FRENCH = language("fr")


def words_in(spans: list[Span], text: str, language: Language) -> int:
    """How many words that carry meaning lie in some spans of a text."""
    cut = stemmed(text, language)
    return sum(
        content and any(s.start <= w.start and w.end <= s.end + 1 for s in spans)
        for w, content in zip(cut.spans, cut.content, strict=True)
    )


def qualifiers_marked(french: Paragraph, other: Paragraph, language: Language) -> list[bool]:
    """For each qualifier that both paragraphs have once: whether it is marked in French when the other loses it."""
    mine = {a.value: a for a in french.anchors if a.kind is AnchorKind.QUALIFIER and a.firm}
    theirs = [a for a in other.anchors if a.kind is AnchorKind.QUALIFIER]
    out = []
    for anchor in theirs:
        if anchor.value in mine and sum(a.value == anchor.value for a in theirs) == 1:
            text = other.text[: anchor.span.start] + other.text[anchor.span.end :]
            here = mine[anchor.value].span
            if words_in([here], french.text, FRENCH):
                found = unrendered_words(french.text, text, FRENCH, language)
                out.append(any(s.start < here.end and here.start < s.end for s in found))
    return out


def main() -> None:
    """A line a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("lexicon", type=Path, nargs="?")
    parser.add_argument("--half", type=int, choices=(0, 1), default=0)
    arguments = parser.parse_args()
    groups = [g for g in versions(arguments.folder).values() if len(g) > 1]
    if arguments.lexicon:
        use_lexicon(arguments.lexicon)
        groups = groups[1 - arguments.half :: 2]
    marked: dict[str, list[bool]] = defaultdict(list)
    clean: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in (row for paths in groups for row in rows_of(paths)):
        if "fr" not in row.cells:
            continue
        french = row.cells["fr"].first
        for code, cell in row.cells.items():
            if code != "fr":
                marked[code] += qualifiers_marked(french, cell.first, cell.language)
                spans = unrendered_words(french.text, cell.first.text, FRENCH, cell.language)
                clean[code][0] += words_in(spans, french.text, FRENCH)
                clean[code][1] += words_in([Span(0, len(french.text))], french.text, FRENCH)
    for code, found in marked.items():
        share = clean[code][0] / max(1, clean[code][1])
        print(
            f"fr-{code}  left-out qualifiers marked {sum(found)}/{len(found)}  words of clean paragraphs marked {share:.3f}"
        )


if __name__ == "__main__":
    main()
