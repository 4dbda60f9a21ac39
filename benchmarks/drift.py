"""Planted changes: one seeded change at a time in a real text, found or not.

    python -m benchmarks.drift ../shared/record/akn4un [resolutions] [--only HALF] [--kinds negation,session] [--results FILE]

Kinds that the chosen resolutions give too few plants of (fewer than thirty in a language) are planted in the others as well.

Versions: takes a paragraph of a version of an adopted resolution, makes one change of each kind that applies, and checks
the version against the French text. Six versions together: the same in each language, French too, with all versions checked
at once; the finding must stand in the version that was changed. Related resolutions: makes one change in a French or English resolution and compares it
with itself unchanged. Found: a finding of a right code at that paragraph that the clean pair does not have.

Prints recall by code and language, what a plain comparison finds of the same plants (digits between languages, a diff of
words inside one), and the findings on the clean texts by code and severity, the grave ones as ``clean_pairs.json`` judges them;
every miss and every false alarm goes to FILE.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.plants import (
    CODES,
    Plant,
    SharedPlant,
    dash_item_plants,
    dashed,
    related_plants,
    shared_plants,
    version_plants,
)
from corpora.model import Resolution
from corpora.text.folding import fold_plain
from reports.checks.runner import check_related, check_versions
from reports.comparison.rows import Versions, compare_related, compare_versions
from reports.findings.model import Finding, Severity
from training.record import read_versions, versions

LANGUAGES = ("en", "es", "ru", "ar", "zh")
SIX = ("fr", *LANGUAGES)
TOGETHER_EVERY = 3
"""Six versions are aligned anew for every plant: only every third resolution is taken."""
JUDGEMENTS = Path(__file__).with_name("clean_pairs.json")
"""What was read at each finding of severity major and above on a clean pair, and why it is genuine or not."""
FEWEST = 30
"""Plants of each kind in each language, where enough resolutions have anything to plant it in."""
SIZES = (1, 2, 3)
"""In how many versions of six the same change is made."""
Tally = dict[tuple[str, str], list[int]]
Planted = TypeVar("Planted", Plant, SharedPlant)


def chosen(plants: Iterable[Planted], kinds: Collection[str]) -> Iterator[Planted]:
    """The plants of some kinds; all of them where none is named."""
    return (plant for plant in plants if not kinds or plant.kind in kinds)


def found(plant: Plant, findings: Sequence[Finding], clean: set[str]) -> bool:
    """Whether a finding of a right code stands at the planted paragraph that the clean pair does not have.

    Of two paragraphs with the same words it may stand at either.
    """
    texts = {p.id: p.text for p in plant.resolution.paragraphs}
    planted = {i for i, text in texts.items() if text == texts.get(plant.paragraph)} | {plant.paragraph}
    return any(f.code in plant.codes and planted & {*f.paragraphs} and f.fingerprint not in clean for f in findings)


def plain_digits(mine: str, theirs: str) -> bool:
    """Whether a plain comparison of the figures of two paragraphs sees a difference."""
    return Counter(re.findall(r"\d+", fold_plain(mine))) != Counter(re.findall(r"\d+", fold_plain(theirs)))


def false_alarms(findings: Sequence[Finding], symbol: str, where: str) -> Iterator[dict[str, str]]:
    """The findings of a clean text, as rows."""
    for f in findings:
        yield {
            "symbol": symbol,
            "where": where,
            "code": f.code,
            "severity": f.severity.label,
            "paragraph": " / ".join(dict.fromkeys(f.paragraphs)),
            "message": f.message("en"),
        }


def run_versions(
    groups: Sequence[dict[str, Resolution]],
    tally: Tally,
    plain: Tally,
    misses: list[dict[str, str]],
    alarms: list[dict[str, str]],
    more: Iterable[dict[str, Resolution]] = (),
    kinds: Collection[str] = (),
) -> None:
    """Plants in each language against French; in ``more`` resolutions only those of kinds that are still too few."""
    for number, (donor, documents) in enumerate(itertools.pairwise(itertools.chain(groups[-1:], groups, more))):
        french = documents["fr"]
        for code in LANGUAGES:
            if code not in documents:
                continue
            other = documents[code]
            plants = list(
                chosen(version_plants(other, random.Random(f"{french.symbol}{code}"), donor.get(code)), kinds)
            )
            if number >= len(groups):
                plants = too_few(plants, tally, code)
                if not plants:
                    continue
            before = check_versions(compare_versions(french, [other]))
            clean = {f.fingerprint for f in before}
            if number < len(groups):
                alarms.extend(false_alarms(before, french.symbol or french.name, f"fr-{code}"))
            own = {p.id: p.text for p in french.paragraphs}
            for plant in plants:
                hit = found(plant, check_versions(compare_versions(french, [plant.resolution])), clean)
                count(tally, plant.kind, code, hit)
                text = next((p.text for p in plant.resolution.paragraphs if p.id == plant.paragraph), "")
                count(plain, plant.kind, code, plain_digits(own.get(plant.paragraph, ""), text))
                if not hit:
                    misses.append(plant.row(french.symbol or french.name, f"fr-{code}"))


def run_together(
    groups: Sequence[dict[str, Resolution]],
    tally: Tally,
    misses: list[dict[str, str]],
    alarms: list[dict[str, str]],
    kinds: Collection[str] = (),
) -> None:
    """Plants in each of six languages, French too, all versions checked together."""
    for number, documents in enumerate(groups):
        before = check_versions(_together(documents))
        clean = {f.fingerprint for f in before}
        symbol = documents["fr"].symbol or documents["fr"].name
        alarms.extend(false_alarms(before, symbol, "six"))
        for code in SIX:
            donor = groups[number - 1].get(code)
            for plant in chosen(version_plants(documents[code], random.Random(f"{symbol}{code}"), donor), kinds):
                after = check_versions(_together({**documents, code: plant.resolution}))
                hit = found(plant, [f for f in after if _names(f, code)], clean)
                count(tally, plant.kind, code, hit)
                if not hit:
                    misses.append(plant.row(symbol, f"six, {code}"))


def run_shared(
    groups: Sequence[dict[str, Resolution]], tally: Tally, misses: list[dict[str, str]], kinds: Collection[str] = ()
) -> None:
    """The same plant in one, two and three of six versions, which ones drawn by chance; a right code must stand at the paragraph."""
    for documents in groups:
        clean = {f.fingerprint for f in check_versions(_together(documents))}
        symbol = documents["fr"].symbol or documents["fr"].name
        for size in SIZES:
            rng = random.Random(f"{symbol}{size}")
            for plant in chosen(shared_plants(documents, rng.sample(SIX, size), rng), kinds):
                after = check_versions(_together(dict(plant.documents)))
                hit = any(
                    f.code in plant.codes and plant.paragraph in f.paragraphs and f.fingerprint not in clean
                    for f in after
                )
                count(tally, plant.kind, f"{size} of 6", hit)
                if not hit:
                    misses.append(plant.row(symbol))


def run_dash_items(groups: Sequence[dict[str, Resolution]], tally: Tally, misses: list[dict[str, str]]) -> None:
    """Items dropped from lists that open with dashes: the six versions printed so, an item left out of each in turn."""
    for documents in groups:
        printed = {code: dashed(document) for code, document in documents.items()}
        if any(document is None for document in printed.values()):
            continue
        marked = {code: document for code, document in printed.items() if document is not None}
        clean = {f.fingerprint for f in check_versions(_together(marked))}
        symbol = documents["fr"].symbol or documents["fr"].name
        for code in SIX:
            for plant in dash_item_plants(marked[code], random.Random(f"{symbol}{code}")):
                after = check_versions(_together({**marked, code: plant.resolution}))
                hit = any(f.code in plant.codes and f.fingerprint not in clean and _lacks(f, code) for f in after)
                count(tally, plant.kind, code, hit)
                if not hit:
                    misses.append(plant.row(symbol, f"dashes, {code}"))


def _lacks(finding: Finding, code: str) -> bool:
    """Whether a finding says that a version lacks something: it names it as the odd one."""
    odd = finding.facts.get("outlier", ())
    return code in (odd if isinstance(odd, tuple) else (odd,))


def _together(documents: dict[str, Resolution]) -> Versions:
    return compare_versions(documents["fr"], [documents[c] for c in LANGUAGES])


def _names(finding: Finding, code: str) -> bool:
    """Whether a finding stands in the version that was changed, or says that a paragraph stands nowhere in one."""
    return finding.target is None or code in [p.language for p in (finding.source, finding.target) if p]


def run_related(
    groups: Sequence[dict[str, Resolution]],
    tally: Tally,
    misses: list[dict[str, str]],
    alarms: list[dict[str, str]],
    more: Iterable[dict[str, Resolution]] = (),
    kinds: Collection[str] = (),
) -> None:
    """Plants in a French and an English resolution, compared with the same one unchanged; ``more`` as for versions."""
    for number, documents in enumerate(itertools.chain(groups, more)):
        for code in ("fr", "en"):
            if code not in documents:
                continue
            earlier = documents[code]
            plants = list(chosen(related_plants(earlier, random.Random(f"{earlier.symbol}{code}")), kinds))
            if number >= len(groups):
                plants = too_few(plants, tally, code)
                if not plants:
                    continue
            before = [f for f in check_related(compare_related(earlier, earlier)) if f.severity > Severity.NEUTRAL]
            clean = {f.fingerprint for f in before}
            if number < len(groups):
                alarms.extend(false_alarms(before, earlier.symbol or earlier.name, f"{code}-{code}"))
            for plant in plants:
                hit = found(plant, check_related(compare_related(earlier, plant.resolution)), clean)
                count(tally, plant.kind, code, hit)
                if not hit:
                    misses.append(plant.row(earlier.symbol or earlier.name, f"{code}-{code}"))


def too_few(plants: Sequence[Plant], tally: Tally, code: str) -> list[Plant]:
    """The plants of kinds of which a language has fewer than thirty so far."""
    return [plant for plant in plants if tally.get((plant.kind, code), [0, 0])[1] < FEWEST]


def count(tally: Tally, kind: str, code: str, hit: bool) -> None:
    """Add one plant."""
    row = tally.setdefault((kind, code), [0, 0])
    row[0] += hit
    row[1] += 1


def print_recall(title: str, tally: Tally, columns: Sequence[str], plain: Tally | None = None) -> None:
    """A line a kind: recall, each language's share, and what a plain comparison finds."""
    print(title)
    families: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for kind in dict.fromkeys(k for k, _ in tally):
        cells = [tally.get((kind, c), [0, 0]) for c in columns]
        hits, all_plants = sum(c[0] for c in cells), sum(c[1] for c in cells)
        family = CODES[kind][0][:2]
        families[family][0] += hits
        families[family][1] += all_plants
        row = "  ".join(f"{c} {a}/{b}" for c, (a, b) in zip(columns, cells, strict=True))
        beside = ""
        if plain is not None:
            seen = [plain.get((kind, c), [0, 0]) for c in columns]
            beside = f"  plain digits {sum(s[0] for s in seen)}/{sum(s[1] for s in seen)}"
        print(f"  {kind:20} {'/'.join(CODES[kind]):16} recall {hits / max(1, all_plants):.3f}  {row}{beside}")
    for family, (hits, all_plants) in sorted(families.items()):
        print(f"  {family}xx: {hits / max(1, all_plants):.3f} of {all_plants}")


def print_alarms(title: str, alarms: Sequence[dict[str, str]], documents: int) -> None:
    """Findings on clean texts by code and severity."""
    print(f"{title}: {documents} clean comparisons")
    by_severity = Counter(a["severity"] for a in alarms)
    print("  " + ", ".join(f"{by_severity[s.label]} {s.label}" for s in sorted(Severity, reverse=True)))
    grave = Counter(a["code"] for a in alarms if a["severity"] in ("major", "critical"))
    print("  major and above: " + ", ".join(f"{code} {n}" for code, n in sorted(grave.items())))
    print(f"  major and above a comparison: {sum(grave.values()) / max(1, documents):.3f}")


def print_judgements(alarms: Sequence[dict[str, str]]) -> None:
    """How many of the grave findings on clean pairs were judged genuine, house style, or a fault, and those not yet judged."""
    table: dict[str, str] = json.loads(JUDGEMENTS.read_text(encoding="utf-8"))
    found: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for alarm in alarms:
        if alarm["severity"] not in ("major", "critical"):
            continue
        name = f"{alarm['symbol']} {alarm['where']} {alarm['code']} {alarm['paragraph']}"
        seen[name] += 1
        judgement = table.get(name if seen[name] == 1 else f"{name} ({seen[name]})", "not judged")
        found[judgement.partition(":")[0]] += 1
        if judgement == "not judged":
            print(f"  not judged: {name}: {alarm['message']}")
    print("  judged: " + ", ".join(f"{n} {kind}" for kind, n in found.most_common()))


def main() -> None:
    """Run both halves and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("resolutions", type=int, nargs="?", default=30)
    parser.add_argument("--results", type=Path, default=None)
    parser.add_argument("--only", choices=("versions", "together", "shared", "dashes", "related"), default=None)
    parser.add_argument(
        "--kinds", default="", metavar="KINDS", help="only plants of these kinds, with commas between them"
    )
    arguments = parser.parse_args()
    kinds = [kind for kind in arguments.kinds.split(",") if kind]
    if unknown := set(kinds) - CODES.keys():
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    paths = [group for group in versions(arguments.folder).values() if len(group) == 6]
    step = max(1, len(paths) // arguments.resolutions)
    read = [read_versions(group) for group in paths[::step]]
    groups = [documents for documents in read if "fr" in documents]
    rest = [group for number, group in enumerate(paths) if number % step]

    def more() -> Iterator[dict[str, Resolution]]:
        """The other resolutions, read when they are wanted."""
        return (documents for documents in map(read_versions, rest) if "fr" in documents)

    misses: list[dict[str, str]] = []
    drift: list[dict[str, str]] = []
    changes: list[dict[str, str]] = []
    together: list[dict[str, str]] = []
    if arguments.only in (None, "versions"):
        tally: Tally = {}
        plain: Tally = {}
        run_versions(groups, tally, plain, misses, drift, more=more(), kinds=kinds)
        print_recall("Language versions, French with each", tally, LANGUAGES, plain)
        print_alarms("Language versions", drift, sum(len(g) - 1 for g in groups))
        print_judgements(drift)
    if arguments.only in (None, "together"):
        tally = {}
        six = [g for g in groups if len(g) == len(SIX)][::TOGETHER_EVERY]
        run_together(six, tally, misses, together, kinds)
        print_recall("Six versions together", tally, SIX)
        print_alarms("Six versions", together, len(six))
    if arguments.only in (None, "shared"):
        tally = {}
        run_shared([g for g in groups if len(g) == len(SIX)][::TOGETHER_EVERY], tally, misses, kinds)
        print_recall("The same plant in one, two and three of six versions", tally, [f"{size} of 6" for size in SIZES])
    if arguments.only in (None, "dashes"):
        tally = {}
        run_dash_items([g for g in groups if len(g) == len(SIX)], tally, misses)
        print_recall("Lists with dashes, six versions together", tally, SIX)
    if arguments.only in (None, "related"):
        tally = {}
        run_related(groups, tally, misses, changes, more=more(), kinds=kinds)
        print_recall(
            "Related resolutions (a plain diff of words finds every plant, and says of none what it is)",
            tally,
            ("fr", "en"),
        )
        print_alarms("A resolution with itself", changes, sum(("fr" in g) + ("en" in g) for g in groups))
    if arguments.results:
        data = {
            "missed": misses,
            "on clean versions": drift,
            "on six clean versions": together,
            "on clean related": changes,
        }
        arguments.results.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(arguments.results)


if __name__ == "__main__":
    main()
