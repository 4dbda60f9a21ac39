"""How near the vectors of clean paragraph pairs lie: the cosine that one pair in a thousand falls under.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso) and writes, for every pair of languages and
three classes of length, the 0.1 % quantile of the cosine of aligned paragraphs to ``align/data/meaning.json``: under it D501
speaks. Also prints how many paragraphs that were exchanged for another one of the same resolution fall under it.

    python -m training.meaning_thresholds ../shared/record/akn4un
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np

from align.encoders import default_encoder
from align.manifest import DATA
from align.statistics.meaning_thresholds import LENGTHS, length_class
from corpora.languages import language
from training.manifest import enter
from training.record import read_versions, source_of, versions

OUT = DATA / "meaning.json"
RATE = 0.001


def main(folder: Path, said: str) -> None:
    """Measure, write, and enter into the manifest."""
    encoder = default_encoder()
    clean: dict[tuple[str, str], dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    exchanged: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    groups = list(versions(folder).values())
    for paths in groups:
        documents = read_versions(paths)
        body = {c: [p for p in d.paragraphs if p.kind.is_counted] for c, d in documents.items()}
        vectors = {c: encoder.encode([p.text for p in found]).vectors(1) for c, found in body.items() if found}
        rng = random.Random(str(paths[0].name))
        for first, second in itertools.combinations(sorted(vectors), 2):
            if [p.id for p in body[first]] != [p.id for p in body[second]]:
                continue
            cosines = vectors[first] @ vectors[second].T
            for i, paragraph in enumerate(body[first]):
                size = length_class(len(paragraph.text), language(first))
                clean[first, second][size].append(float(cosines[i, i]))
                others = [j for j in range(len(body[first])) if j != i and body[first][j].kind is paragraph.kind]
                if others:
                    exchanged[first, second].append((size, float(cosines[i, rng.choice(others)])))
    table = {
        f"{a}-{b}": [round(float(np.quantile(sizes.get(k) or [0.4], RATE)), 3) for k in range(len(LENGTHS) + 1)]
        for (a, b), sizes in sorted(clean.items())
    }
    source = source_of(folder, groups, said)
    note = (
        "Cosine under which one clean pair of paragraphs in a thousand falls, by length class; "
        f"{source}. "
        "Made by training/meaning_thresholds.py."
    )
    OUT.write_text(json.dumps({"note": note, "thresholds": table}, indent=0) + "\n", encoding="utf-8")
    enter([OUT], source=source, builder="training/meaning_thresholds.py", encoder=encoder.signature)
    for (a, b), found in sorted(exchanged.items()):
        pairs = sum(len(v) for v in clean[a, b].values())
        caught = sum(cosine < table[f"{a}-{b}"][size] for size, cosine in found)
        print(
            f"{a}-{b}  {pairs} clean pairs, false alarms {RATE:.1%}; exchanged paragraphs found {caught / len(found):.3f}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", default="", help="what the record is, for the manifest")
    asked = parser.parse_args()
    main(asked.folder, asked.source)
