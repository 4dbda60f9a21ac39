"""Learn which opening verbs render each other, from adopted resolutions in six languages.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso) and writes counts of pairs of verb forms
for every pair of languages, recitals and operative paragraphs apart, to ``corpora/languages/attestation.json``.

    python benchmarks/build_attestation.py ../shared/record/akn4un
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from corpora.errors import UnusableInputError
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution

OUT = Path(__file__).parents[1] / "corpora" / "languages" / "attestation.json"
FEWEST = 2


def versions(folder: Path) -> dict[str, list[Path]]:
    """The files of each resolution: the name up to the job number says which one it is."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*.xml")):
        key = str(path.parent.parent) + "/" + re.sub(r"(-\d{6,7})?-?[ACEFRS]?\.xml$", "", path.name)
        groups[key].append(path)
    return groups


def read_versions(paths: list[Path]) -> dict[str, Resolution]:
    """The versions of one resolution by language; what is no resolution is named on standard error and left out."""
    found: dict[str, Resolution] = {}
    for path in paths:
        try:
            resolution = read_resolution(path)
        except UnusableInputError as error:
            print(error, file=sys.stderr)
            continue
        found[resolution.language] = resolution
    return found


def opening_forms(resolution: Resolution) -> dict[str, tuple[str, str]]:
    """The opening verb's form of each recital and operative paragraph, by id."""
    parts = {Kind.PREAMBULAR: "preambular", Kind.OPERATIVE: "operative"}
    return {p.id: (parts[p.kind], p.verb.form) for p in resolution.paragraphs if p.kind in parts and p.verb}


def main(folder: Path) -> None:
    """Count and write."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    read = 0
    for paths in versions(folder).values():
        documents = read_versions(paths)
        read += len(documents)
        forms = {code: opening_forms(document) for code, document in documents.items()}
        sizes = {code: Counter(p.kind for p in document.paragraphs) for code, document in documents.items()}
        for first, second in itertools.permutations(forms, 2):
            for part, kind in (("preambular", Kind.PREAMBULAR), ("operative", Kind.OPERATIVE)):
                # Ids can only be trusted where both versions have as many paragraphs of the kind.
                if sizes[first][kind] != sizes[second][kind]:
                    continue
                for pid, (where, form) in forms[first].items():
                    if where == part and pid in forms[second]:
                        counts[f"{first}-{second}/{part}"][form][forms[second][pid][1]] += 1
    pairs = {
        key: {form: {o: n for o, n in found.most_common() if n >= FEWEST} for form, found in sorted(table.items())}
        for key, table in sorted(counts.items())
    }
    pairs = {key: {form: found for form, found in table.items() if found} for key, table in pairs.items()}
    note = (
        f"Counts of opening verbs that stand in the same paragraph of two language versions; {read} files: Security Council "
        "2020 and 2021, General Assembly session 76, unofficial AKN4UN copies (github.com/UNxml), source: United Nations. "
        "Made by benchmarks/build_attestation.py; pairs seen once are left out."
    )
    OUT.write_text(json.dumps({"note": note, "pairs": pairs}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{OUT}: {sum(len(t) for t in pairs.values())} forms in {len(pairs)} tables from {read} files")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
