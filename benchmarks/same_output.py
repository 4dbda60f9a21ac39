"""Proof that a change of layout changes nothing that a user sees: every output of two source trees, byte for byte.

    python -m benchmarks.same_output record TREE FOLDER [../shared/record/akn4un]    # run TREE's program, keep its outputs
    python -m benchmarks.same_output compare FOLDER OTHER                            # exit status 1 where they differ

What is run: on the shipped sample the commands read, lint, align, check (clean and with planted drift, JSON, HTML, SARIF, JUnit),
compare, series, deliverables, explain, export, report, in both interface languages; on twenty resolutions of the record, where it
is, check in six languages (JSON and HTML) and compare for each neighbouring pair. Kept with every output is the exit status. Paths
of the trees are cut from the outputs; nothing else is.
"""

from __future__ import annotations

import filecmp
import itertools
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LANGUAGES = {"French": "F", "English": "E", "Spanish": "S", "Russian": "R", "Arabic": "A", "Chinese": "C"}
# Drawn once, evenly from the files in French that all six languages have: ten of the Council, five of the Assembly, five of ECOSOC.
SHARES = (("sc", 10), ("ga", 5), ("ecosoc", 5))
OWN_LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
START = "from reports.cli import main; main()"


def six_of(french: Path) -> list[Path] | None:
    """The six versions of one resolution of the record, French first; none where one is lacking."""
    stem, session = french.stem[:-1], french.parents[1]
    paths = [session / name / f"{stem}{letter}{french.suffix}" for name, letter in LANGUAGES.items()]
    return paths if all(path.is_file() for path in paths) else None


def chosen(record: Path) -> list[list[Path]]:
    """Twenty resolutions of the record, each as its six files."""
    sets = []
    for organ, share in SHARES:
        whole = [six for f in sorted((record / organ).rglob("French/*.xml")) if (six := six_of(f))]
        sets += [whole[i * len(whole) // share] for i in range(min(share, len(whole)))]
    return sets


def jobs(tree: Path, record: Path | None) -> dict[str, list[str]]:
    """Each command by the name under which its output is kept; ``@`` in a word stands for the output's own path."""
    sample = tree / "corpora" / "samples" / "e-res-2002-19"
    own = [str(sample / f"{code}.md") for code in OWN_LANGUAGES]
    drift = [own[0], str(sample / "drift" / "en.md"), str(sample / "drift" / "es.md")]
    pair = [own[0], str(sample / "2003-900.fr.md")]
    work: dict[str, list[str]] = {}
    for code, path in zip(OWN_LANGUAGES, own, strict=True):
        work[f"read-{code}"] = ["read", path, "--json"]
        work[f"lint-{code}"] = ["lint", path, "--json"]
    work["deliverables"] = ["deliverables", own[0], "--json"]
    work["align"] = ["align", *own, "--output", "@beads.json"]
    work["align-clauses"] = ["align", own[0], own[1], "--clauses", "--output", "@beads.json"]
    work["series"] = ["series", *pair, "--output", "@table.csv"]
    for ui in ("en", "fr"):
        work[f"check-{ui}"] = ["check", *own, "--ui", ui, "--html", "@page.html"]
        work[f"drift-{ui}"] = [
            "check",
            *drift,
            "--ui",
            ui,
            "--html",
            "@page.html",
            "--sarif",
            "@s.sarif",
            "--junit",
            "@j.xml",
        ]
        work[f"drift-json-{ui}"] = ["check", *drift, "--ui", ui, "--json"]
        work[f"compare-{ui}"] = ["compare", *pair, "--ui", ui, "--concordance", "--html", "@page.html"]
        work[f"compare-json-{ui}"] = ["compare", *pair, "--ui", ui, "--json"]
        work[f"report-{ui}"] = ["report", str(sample), "--ui", ui, "--output", "@report"]
    work["explain"] = ["explain"]
    work["refused"] = ["check", own[0], str(tree / "no-such-file.md")]
    for suffix in (".tmx", ".xlf", ".xml", ".csv"):
        work[f"export{suffix}"] = [
            "export",
            *own[: 2 if suffix == ".xlf" else 1 if suffix == ".xml" else 6],
            "-o",
            f"@bitext{suffix}",
        ]
    sets = chosen(record) if record else []
    for number, six in enumerate(sets):
        words = [str(path) for path in six]
        work[f"record-{number:02}"] = ["check", *words, "--json"]
        if number % 4 == 0:
            work[f"record-page-{number:02}"] = ["check", *words, "--html", "@page.html"]
    for number, (one, two) in enumerate(itertools.pairwise(sets)):
        work[f"record-pair-{number:02}"] = ["compare", str(one[0]), str(two[0]), "--json"]
    return work


def run(tree: Path, folder: Path, name: str, words: list[str]) -> None:
    """Run one command of the tree; its outputs and exit status lie in ``folder/name`` afterwards."""
    place = folder / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    argv = [sys.executable, "-c", START, *(str(place / w[1:]) if w.startswith("@") else w for w in words)]
    environment = {**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "120", "PYTHONHASHSEED": "0"}
    done = subprocess.run(argv, cwd=tree, env=environment, capture_output=True, check=False)
    (place / "stdout").write_bytes(done.stdout)
    (place / "stderr").write_bytes(done.stderr)
    (place / "status").write_text(f"{done.returncode}\n", encoding="utf-8")
    for path in place.rglob("*"):
        if path.is_file():
            whole = path.read_bytes()
            for here, word in ((folder, b"OUT"), (tree, b"TREE")):
                whole = whole.replace(str(here).encode(), word)
            path.write_bytes(whole)


def record_outputs(tree: Path, folder: Path, record: Path | None) -> None:
    """Run every command of the tree, two at a time."""
    work = jobs(tree, record)
    with ThreadPoolExecutor(2) as pool:
        for _ in pool.map(lambda item: run(tree, folder, *item), work.items()):
            print(".", end="", flush=True)
    print(f" {len(work)} commands kept in {folder}")


def differing(one: Path, other: Path) -> list[str]:
    """Names of the files that only one folder has or that differ in a byte."""
    names = {str(p.relative_to(root)) for root in (one, other) for p in root.rglob("*") if p.is_file()}
    _, different, lacking = filecmp.cmpfiles(one, other, sorted(names), shallow=False)
    return sorted({*different, *lacking})


if __name__ == "__main__":
    if sys.argv[1] == "record":
        akn = Path(sys.argv[4]).resolve() if len(sys.argv) > 4 else None
        record_outputs(Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve(), akn)
    else:
        faults = differing(Path(sys.argv[2]), Path(sys.argv[3]))
        print("\n".join(faults) or "byte for byte the same")
        sys.exit(1 if faults else 0)
