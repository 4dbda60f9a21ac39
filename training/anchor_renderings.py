"""Learn how steadily each name and each qualifier is rendered, from adopted resolutions in six languages.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso) and writes, for every ordered pair of
languages, in how many paragraphs of the first that state a value the same paragraph of the second states it too, to
``align/data/anchor_renderings.json``. A value that is often left to a pronoun or another wording is no proof of a drift.

    python -m training.anchor_renderings ../shared/record/akn4un
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from corpora.model import Resolution
from training.verb_renderings import read_versions, versions

OUT = Path(__file__).parents[1] / "align" / "data" / "anchor_renderings.json"


def values_by_paragraph(resolution: Resolution, *, firm: bool = False) -> dict[str, set[str]]:
    """The names and qualifiers of each paragraph, ``kind:value``, by paragraph id."""
    return {
        p.id: {f"{a.kind}:{a.form}" for a in p.anchors if a.kind.is_phrase and (a.firm or not firm)}
        for p in resolution.paragraphs
        if p.kind.is_counted
    }


def main(folder: Path) -> None:
    """Count and write."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    stated: dict[str, Counter[str]] = defaultdict(Counter)
    read = 0
    for paths in versions(folder).values():
        documents = read_versions(paths)
        read += len(documents)
        found = {code: values_by_paragraph(document) for code, document in documents.items()}
        firm = {code: values_by_paragraph(document, firm=True) for code, document in documents.items()}
        for first, second in itertools.permutations(found, 2):
            # Ids can only be trusted where both versions have the same paragraphs.
            if list(found[first]) != list(found[second]):
                continue
            for pid, mine in firm[first].items():
                theirs = found[second][pid]
                stated[f"{first}-{second}"].update(mine)
                shared[f"{first}-{second}"].update(mine & theirs)
    pairs = {
        pair: {value: [shared[pair][value], count] for value, count in sorted(counts.items())}
        for pair, counts in sorted(stated.items())
    }
    note = (
        "Of how many paragraphs of the first language that state a name or qualifier the second states it too: [both, all]; "
        f"{read} files: Security Council 2020 and 2021, General Assembly session 76, unofficial AKN4UN copies "
        "(github.com/UNxml), source: United Nations. Made by training/anchor_renderings.py."
    )
    OUT.write_text(json.dumps({"note": note, "pairs": pairs}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{OUT}: {sum(len(t) for t in pairs.values())} values in {len(pairs)} pairs from {read} files")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
