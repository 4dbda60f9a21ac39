"""Proof that a change changes nothing that a user sees: every output of two source trees, byte for byte.

    python -m benchmarks.same_output between COMMIT OTHER [RECORD]    # both in worktrees of their own, compared
    python -m benchmarks.same_output record TREE FOLDER [RECORD]      # run TREE's program, keep its outputs
    python -m benchmarks.same_output compare FOLDER OTHER             # compare what was kept

RECORD is the AKN4UN folder of the record ("../shared/record/akn4un"); without it, or with ``--resolutions 0``, the sample alone is
run. The exit status is 1 where something differs, and each output that does has a line that says in what: the exit status, the
fingerprints that are gone and new, the fields of JSON, the facts of a page (the attributes by which its script and its readers find
things), or the first line. Where both commits lie near each other, this is the whole proof; where findings were meant to change,
these lines are what to read.

What is run: on the shipped sample the commands read, lint, align, check (clean and with planted drift, JSON, HTML, SARIF, JUnit),
compare, series, deliverables, explain, export, report, in both interface languages; on twenty resolutions of the record, where it
is, check in six languages (JSON and HTML) and compare for each neighbouring pair. Kept with every output is the exit status. Paths
of the trees are cut from the outputs; nothing else is. On two cores it takes about six minutes a tree, a minute without the record.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

LANGUAGES = {"French": "F", "English": "E", "Spanish": "S", "Russian": "R", "Arabic": "A", "Chinese": "C"}
RESOLUTIONS = 20
"""Resolutions of the record that are run unless told otherwise: as many as issue 17 of this project asks for."""
# Drawn once, evenly from the files in French that all six languages have: ten of the Council, five of the Assembly, five of ECOSOC.
SHARES = (("sc", 10), ("ga", 5), ("ecosoc", 5))
_OWN = ("cache", "work", "log")
"""What a run keeps for itself; it goes when the run is over."""
OWN_LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
START = "from reports.cli import main; main()"


def six_of(french: Path) -> list[Path] | None:
    """The six versions of one resolution of the record, French first; none where one is lacking."""
    stem, session = french.stem[:-1], french.parents[1]
    paths = [session / name / f"{stem}{letter}{french.suffix}" for name, letter in LANGUAGES.items()]
    return paths if all(path.is_file() for path in paths) else None


def chosen(record: Path, number: int = RESOLUTIONS) -> list[list[Path]]:
    """Some resolutions of the record, at most `RESOLUTIONS`, each as its six files; a few of them are spread over the organs."""
    sets = []
    for organ, share in SHARES:
        whole = [six for f in sorted((record / organ).rglob("French/*.xml")) if (six := six_of(f))]
        sets += [whole[i * len(whole) // share] for i in range(min(share, len(whole)))]
    few = min(number, len(sets))
    return [sets[i * len(sets) // few] for i in range(few)]


def jobs(tree: Path, record: Path | None, number: int = RESOLUTIONS) -> dict[str, list[str]]:
    """Each command by the name under which its output is kept; ``@`` in a word stands for the output's own path."""
    return {**_on_the_sample(tree), **(_on_the_record(chosen(record, number)) if record else {})}


def _on_the_sample(tree: Path) -> dict[str, list[str]]:
    sample = tree / "corpora" / "samples" / "e-res-2002-19"
    own = [str(sample / f"{code}.md") for code in OWN_LANGUAGES]
    drift = [own[0], str(sample / "drift" / "en.md"), str(sample / "drift" / "es.md")]
    pair = [own[0], str(sample / "2003-900.fr.md")]
    work: dict[str, list[str]] = {}
    for code, path in zip(OWN_LANGUAGES, own, strict=True):
        work[f"read-{code}"] = ["read", path, "--json"]
        work[f"lint-{code}"] = ["lint", path, "--json"]
    work["deliverables"] = ["deliverables", own[0]]
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
    return work


def _on_the_record(sets: list[list[Path]]) -> dict[str, list[str]]:
    work: dict[str, list[str]] = {}
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
    # Nothing that one tree has kept answers for the other, and nothing of the user's.
    own = {f"HEXAPLA_{kept.upper()}": f"{folder}.{kept}" for kept in _OWN}
    own |= {"HEXAPLA_LIBRARY": "off", "PYTHONPATH": str(tree), "COLUMNS": "120", "PYTHONHASHSEED": "0"}
    done = subprocess.run(argv, cwd=tree, env={**os.environ, **own}, capture_output=True, check=False)
    (place / "stdout").write_bytes(done.stdout)
    (place / "stderr").write_bytes(done.stderr)
    (place / "status").write_text(f"{done.returncode}\n", encoding="utf-8")
    for path in place.rglob("*"):
        if path.is_file():
            whole = path.read_bytes()
            for here, word in ((folder, b"OUT"), (tree, b"TREE")):
                whole = whole.replace(str(here).encode(), word)
            path.write_bytes(whole)


def record_outputs(tree: Path, folder: Path, record: Path | None, number: int = RESOLUTIONS) -> None:
    """Run every command of the tree, two at a time."""
    work = jobs(tree, record, number)
    with ThreadPoolExecutor(2) as pool:
        for _ in pool.map(lambda item: run(tree, folder, *item), work.items()):
            print(".", end="", flush=True)
    for kept in _OWN:
        shutil.rmtree(f"{folder}.{kept}", ignore_errors=True)
    print(f" {len(work)} commands kept in {folder}")


# -- what differs --------------------------------------------------------------------------------------------------------


def differing(one: Path, other: Path) -> dict[str, str]:
    """The files that only one folder has or that differ in a byte, each with what differs."""
    names = {str(p.relative_to(root)) for root in (one, other) for p in root.rglob("*") if p.is_file()}
    found = {}
    for name in sorted(names):
        before, after = (p.read_bytes() if (p := root / name).is_file() else None for root in (one, other))
        if before != after:
            found[name] = told(name, before, after)
    return found


def told(name: str, before: bytes | None, after: bytes | None) -> str:
    """In what two outputs of one name differ, in a line."""
    if before is None or after is None:
        return "only in the first" if after is None else "only in the second"
    if name.endswith("status"):
        return f"exit status {before.decode().strip()}, then {after.decode().strip()}"
    if name.endswith(".html"):
        return _of_counts("facts", _facts(before), _facts(after)) or "the same facts, in other clothes"
    with contextlib.suppress(ValueError):
        return _of_json(json.loads(before), json.loads(after))
    lines = (data.decode(errors="replace").splitlines() for data in (before, after))
    number, pair = next(
        ((i, pair) for i, pair in enumerate(itertools.zip_longest(*lines, fillvalue=""), 1) if pair[0] != pair[1]),
        (0, ("its line ends", "others")),
    )
    same = itertools.takewhile(lambda both: both[0] == both[1], zip(*pair, strict=False))
    start = max(sum(1 for _ in same) - 20, 0)
    return f"line {number}: {pair[0][start : start + 60]!r}, then {pair[1][start : start + 60]!r}"


def _facts(page: bytes) -> Counter[str]:
    """What a page's script and its tests find things by: each element with its attributes ``id`` and ``data-…``, and its direction."""
    counts: Counter[str] = Counter()
    for node in LexborHTMLParser(page.decode()).css("*"):
        held = {k: v for k, v in node.attributes.items() if k.startswith("data-") or k in ("id", "dir", "lang")}
        counts.update([f"{node.tag} {json.dumps(held, ensure_ascii=False, sort_keys=True)}"] if held else ())
    return counts


def _of_counts(what: str, before: Counter[str], after: Counter[str]) -> str:
    gone, new = before - after, after - before
    shown = [f"{sign}{fact[:70]}" for sign, facts in (("-", gone), ("+", new)) for fact in list(facts)[:2]]
    return f"{gone.total()} {what} gone, {new.total()} new: {'; '.join(shown)}" if shown else ""


def _of_json(before: object, after: object) -> str:
    """Fingerprints first, since they are what decisions are tied to; then the fields that hold something else."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    prints = [Counter(str(v) for k, v in leaves.items() if k.endswith(".fingerprint")) for leaves in (old, new)]
    fields = Counter(
        key.rpartition(".")[2]
        for key in old.keys() | new.keys()
        if key not in old or key not in new or old[key] != new[key]
    )
    said = [
        _of_counts("fingerprints", *prints),
        f"fields: {', '.join(f'{name} {n}' for name, n in fields.most_common(6))}" if fields else "",
    ]
    return "; ".join(filter(None, said)) or "the same values, written otherwise"


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value that holds no other, by its path; a finding stands under its fingerprint, wherever it stands in a list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            own = inner.get("fingerprint") if isinstance(inner, dict) else None
            yield from _leaves(inner, f"{path}[{own or number}]")
    else:
        yield path, value


# -- two commits ---------------------------------------------------------------------------------------------------------


def between(commits: tuple[str, str], record: Path | None, number: int = RESOLUTIONS) -> dict[str, str]:
    """What differs between two commits of this repository, each checked out beside it for as long as it takes."""
    here = Path(__file__).resolve().parents[1]
    with tempfile.TemporaryDirectory(prefix="same-output-") as place:
        kept = []
        for side, commit in zip(("one", "other"), commits, strict=True):
            tree, folder = Path(place) / side / "tree", Path(place) / side / "kept"
            subprocess.run(["git", "-C", here, "worktree", "add", "--quiet", "--detach", tree, commit], check=True)
            try:
                record_outputs(tree, folder, record, number)
            finally:
                subprocess.run(["git", "-C", here, "worktree", "remove", "--force", tree], check=True)
            kept.append(folder)
        return differing(*kept)


def main(words: list[str] | None = None) -> int:
    """The command; the exit status is 1 where something differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.same_output")
    actions = parser.add_subparsers(dest="action", required=True)
    for action, names in (
        ("between", ("commit", "other")),
        ("record", ("tree", "folder")),
        ("compare", ("folder", "other")),
    ):
        sub = actions.add_parser(action)
        for name in names:
            sub.add_argument(name)
        if action != "compare":
            sub.add_argument("record", nargs="?", type=lambda given: Path(given).resolve())
            sub.add_argument("--resolutions", type=int, default=RESOLUTIONS)
    given = parser.parse_args(words)
    if given.action == "record":
        record_outputs(Path(given.tree).resolve(), Path(given.folder).resolve(), given.record, given.resolutions)
        return 0
    if given.action == "between":
        found = between((given.commit, given.other), given.record, given.resolutions)
    else:
        found = differing(Path(given.folder), Path(given.other))
    print("\n".join(f"{name}: {what}" for name, what in found.items()) or "byte for byte the same")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
