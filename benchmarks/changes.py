"""Whether every changed word between related resolutions is explained, by what, and what a reader must look at beside plain diffs.

    python -m benchmarks.changes gold ../shared/record/changes
    python -m benchmarks.changes judged ../shared/record/changes
    python -m benchmarks.changes renewals ../shared/record/akn4un/sc [--language fr] [--most 60]

``judged`` prints how many of the findings major and above were found right by reading them in their texts, from
``judged_changes.tsv`` (one reader, the pairs of ``gold``; texts that the checks were developed on), and those not judged yet.
``gold`` takes the pairs that the gold tables (``*.tsv``) name, ``renewals`` each Council resolution with the latest one of its
topic that it recalls and the folder holds (rapidfuzz, likeness of the first recitals and paragraphs, from 60 of 100). Printed for
each pair: changed words, those in no finding and in two, findings, and the words by the code that explains them. Beside it the
units that a plain word diff (difflib, whole documents) and the greedy line diff that public tools use (Levenshtein ratio over
0.8, in order, then best match) put before a reader, and the changed words that the latter calls unchanged: those of paired lines.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution
from corpora.values import Citation
from reports.checks.runner import check_related
from reports.comparison.hunks import words_of
from reports.comparison.rows import RelatedPair, compare_related
from reports.findings.model import Finding, Severity
from training.record import FOLDERS

SAME_TOPIC = 60.0
"""Likeness of the opening words (rapidfuzz token_set_ratio, 0 to 100) from which two resolutions are of one topic."""
GREEDY = 0.8
"""Levenshtein ratio over which public tools pair two lines."""
Word = tuple[str, str, int]
"""A word: the side, the paragraph, where it begins."""


def accounted(pair: RelatedPair, findings: list[Finding]) -> tuple[set[Word], Counter[Word]]:
    """The changed words of a pair, and in how many places of findings each word stands."""
    changed = {
        (side, piece.paragraph.id, start)
        for entry in pair.entries
        if not entry.hunk.wordless
        for side, pieces in (("source", entry.hunk.before), ("target", entry.hunk.after))
        for piece in pieces
        for _, start, _ in piece.placed_words()
    }
    covered: Counter[Word] = Counter()
    for finding in findings:
        for change in finding.changes:
            for side, place, document in (
                ("source", change.source, pair.earlier),
                ("target", change.target, pair.later),
            ):
                if place is None:
                    continue
                for _, start, end in words_of(document.paragraph(place.paragraph).text):
                    if start < place.inside.end and place.inside.start < end:
                        covered[side, place.paragraph, start] += 1
    return changed, covered


def plain_units(pair: RelatedPair) -> tuple[int, int, int]:
    """Runs of a word diff of the whole texts; lines that a greedy line diff shows; changed words inside lines that it pairs."""
    texts = [[p.text for p in document.all_paragraphs()] for document in (pair.earlier, pair.later)]
    words = [[form for text in side for form, _, _ in words_of(text)] for side in texts]
    runs = sum(tag != "equal" for tag, *_ in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes())
    taken: set[int] = set()
    shown = hidden = 0
    for line in texts[0]:
        likeness = [
            (0.0 if j in taken else Levenshtein.normalized_similarity(line, q), -j) for j, q in enumerate(texts[1])
        ]
        best, place = max(likeness, default=(0.0, 0))
        if best <= GREEDY:
            shown += 1
            continue
        taken.add(-place)
        if line != texts[1][-place]:
            a, b = ([form for form, _, _ in words_of(text)] for text in (line, texts[1][-place]))
            steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
            hidden += sum(i2 - i1 + j2 - j1 for tag, i1, i2, j1, j2 in steps if tag != "equal")
    return runs, shown + len(texts[1]) - len(taken), hidden


def report(name: str, earlier: Resolution, later: Resolution) -> Counter[str]:
    """A line for a pair; the figures that are summed up."""
    begin = time.process_time()
    pair = compare_related(earlier, later)
    findings = check_related(pair)
    seconds = time.process_time() - begin
    changed, covered = accounted(pair, findings)
    by_code: Counter[str] = Counter()
    for finding in findings:
        for change in finding.changes:
            by_code[finding.code] += sum(
                len(words_of(p.quote)) for p in (change.source, change.target) if p is not None
            )
    silent = sum(not covered[word] for word in changed)
    twice = sum(covered[word] > 1 for word in changed)
    runs, lines, hidden = plain_units(pair)
    print(
        f"{name}: {len(changed)} changed words, {silent} silent, {twice} twice; {len(findings)} findings; {seconds:.2f} s; "
        f"word diff {runs} runs, greedy line diff {lines} lines and {hidden} words unseen; {dict(by_code.most_common(5))}"
    )
    sums = Counter({f"code {code}": count for code, count in by_code.items()})
    sums.update(
        pairs=1,
        changed=len(changed),
        silent=silent,
        twice=twice,
        findings=len(findings),
        runs=runs,
        lines=lines,
        hidden=hidden,
    )
    return sums


def summary(sums: Counter[str]) -> None:
    """The figures of all pairs."""
    told = {key[5:]: count for key, count in sums.items() if key.startswith("code ")}
    outside = sum(count for code, count in told.items() if code != "R106")
    share = told.get("R105", 0) / outside if outside else 0.0
    print(
        f"ALL {sums['pairs']} pairs: {sums['changed']} changed words, {sums['silent']} silent, {sums['twice']} twice; "
        f"{sums['findings']} findings, word diff {sums['runs']} runs, greedy line diff {sums['lines']} lines and {sums['hidden']} "
        f"words unseen; R105 holds {share:.3f} of the words outside editorial"
    )


def gold_pairs(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """The pairs that the gold tables of a folder name."""
    for table in sorted(folder.glob("*.tsv")):
        rows = list(csv.DictReader(table.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
        if rows and "words_before" in rows[0]:
            first, second = (folder / rows[0][side].replace(" ", "_") for side in ("earlier", "later"))
            yield table.stem, first, second


def renewals(folder: Path, code: str, most: int) -> Iterator[tuple[str, Resolution, Resolution]]:
    """Council resolutions of a language, each with the latest one of its topic that it recalls."""
    known: dict[int, Resolution] = {}
    for path in sorted(folder.glob(f"*/{FOLDERS[code]}/*.xml"), key=_number):
        try:
            known[_number(path)] = read_resolution(path, code)
        except InputError as error:
            print(f"not read: {error}")
    made = 0
    for number, later in sorted(known.items()):
        cited = {
            a.value.symbol.number
            for p in later.paragraphs[:12]
            for a in p.anchors
            if isinstance(a.value, Citation) and a.value.symbol.body == "S"
        }
        earlier = [known[n] for n in sorted(known, reverse=True) if n < number and str(n) in cited]
        found = next((e for e in earlier if fuzz.token_set_ratio(_opening(e), _opening(later)) >= SAME_TOPIC), None)
        if found is not None and made < most:
            made += 1
            yield f"{found.symbol} -> {later.symbol}", found, later


def _number(path: Path) -> int:
    match = re.search(r"RES_(\d+)", path.name)
    return int(match.group(1)) if match else 0


def _opening(resolution: Resolution) -> str:
    return " ".join(p.text for p in resolution.paragraphs[2:8])[:1500]


def judged(folder: Path) -> None:
    """The share of grave findings that a reader found right."""
    table = Path(__file__).with_name("judged_changes.tsv").open(encoding="utf-8")
    verdicts = {row["fingerprint"]: row for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}
    right = wrong = 0
    for name, earlier, later in gold_pairs(folder):
        for finding in check_related(compare_related(read_resolution(earlier), read_resolution(later))):
            if finding.severity < Severity.MAJOR:
                continue
            verdict = verdicts.get(finding.fingerprint)
            if verdict is None:
                print(f"not judged: {name} {finding.code} {finding.message('en')}")
                continue
            right += verdict["right"] == "1"
            wrong += verdict["right"] != "1"
    print(f"major and critical: {right} right, {wrong} wrong, {right / max(1, right + wrong):.2f}")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("what", choices=("gold", "judged", "renewals"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="fr", choices=sorted(FOLDERS))
    parser.add_argument("--most", type=int, default=60)
    arguments = parser.parse_args()
    if arguments.what == "judged":
        judged(arguments.folder)
        return
    sums: Counter[str] = Counter()
    if arguments.what == "gold":
        for name, earlier, later in gold_pairs(arguments.folder):
            sums.update(report(name, read_resolution(earlier), read_resolution(later)))
    else:
        for name, first, second in renewals(arguments.folder, arguments.language, arguments.most):
            sums.update(report(name, first, second))
    summary(sums)


if __name__ == "__main__":
    main()
