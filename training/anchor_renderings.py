"""Learn how steadily each name and each qualifier is rendered, from adopted resolutions in six languages.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso) and writes, for every ordered pair of
languages, in how many paragraphs of the first that state a value the same paragraph of the second states it too, to
``align/data/anchor_renderings.json``. A value that is often left to a pronoun or another wording is no proof of a drift.

    python -m training.anchor_renderings ../shared/record/akn4un
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter, defaultdict
from pathlib import Path

from align.manifest import DATA
from corpora.model import Resolution
from training.manifest import enter
from training.record import read_versions, source_of, versions

OUT = DATA / "anchor_renderings.json"


def values_by_paragraph(resolution: Resolution, *, firm: bool = False) -> dict[str, set[str]]:
    """The names and qualifiers of each paragraph, ``kind:value``, by paragraph id."""
    return {
        p.id: {f"{a.kind}:{a.form}" for a in p.anchors if a.kind.is_phrase and (a.firm or not firm)}
        for p in resolution.paragraphs
        if p.kind.is_counted
    }


def main(folder: Path, said: str) -> None:
    """Count, write, and enter into the manifest."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    stated: dict[str, Counter[str]] = defaultdict(Counter)
    groups = list(versions(folder).values())
    for paths in groups:
        documents = read_versions(paths)
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
    source = source_of(folder, groups, said)
    note = (
        "Of how many paragraphs of the first language that state a name or qualifier the second states it too: [both, all]; "
        f"{source}. Made by training/anchor_renderings.py."
    )
    OUT.write_text(json.dumps({"note": note, "pairs": pairs}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    enter([OUT], source=source, builder="training/anchor_renderings.py")
    print(f"{OUT}: {sum(len(t) for t in pairs.values())} values in {len(pairs)} pairs from {source}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", default="", help="what the record is, for the manifest")
    asked = parser.parse_args()
    main(asked.folder, asked.source)
