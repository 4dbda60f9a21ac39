"""Seconds of the processor that ``check`` takes on six versions of three resolutions of the Council: whole processes, best of three.

    python -m benchmarks.check_cpu ../shared/record/akn4un [--before TREE] [--times 3]

"Without words" asks for all checks but D307 and D502 (``select`` in the settings). ``--before`` is a working tree of an older commit, run in turn
with this one, since only what ran on a machine at the same time can be compared. The cache is warm: the first run of each is not
counted. Byte code is compiled beforehand, as an installation does.
"""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import timed
from benchmarks.same_output import six_of

ROOT = Path(__file__).parents[1]
CHOSEN = ("S_RES_2699*", "S_RES_2677*", "S_RES_2685*")
"""A usual resolution, a long one, and the shortest of 2023."""
_COMMAND = "from reports.start import main; main()"
_WITHOUT_WORDS = 'select = ["D1", "D2", "D301", "D302", "D303", "D304", "D305", "D306", "D403", "D404", "D405", "D406", "D501", "L"]\n'


def seconds(tree: Path, six: Sequence[Path], *options: str) -> float:
    """Seconds of the processor of one check. Raises CalledProcessError where it fails."""
    words = [sys.executable, "-c", _COMMAND, "check", *map(str, six), "--json", *options]
    return timed(words, {"PYTHONPATH": str(tree), "OPENBLAS_NUM_THREADS": "1"}, six[0].parent).processor


def main(arguments: Sequence[str]) -> None:
    """Print a line a resolution and tree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args(arguments)
    trees = {"now": ROOT} | ({"before": given.before.resolve()} if given.before else {})
    for tree in trees.values():
        for package in ("align", "corpora", "reports"):
            compileall.compile_dir(tree / package, quiet=2)
    with tempfile.TemporaryDirectory() as home:
        settings = Path(home) / "hexapla.toml"
        settings.write_text(_WITHOUT_WORDS, encoding="utf-8")
        for name in CHOSEN:
            (french,) = (given.record.resolve() / "sc" / "2023" / "French").glob(f"{name}.xml")
            six = six_of(french)
            assert six is not None, f"{french} has no five others"
            for said, options in (("with words", ()), ("without words", ("--config", str(settings)))):
                runs: dict[str, list[float]] = {tree: [] for tree in trees}
                for _ in range(given.times + 1):
                    for tree, place in trees.items():
                        runs[tree].append(seconds(place, six, *options))
                best = ", ".join(f"{tree} {min(found[1:]):.2f} s" for tree, found in runs.items())
                print(f"{french.stem:22} {said:14} {best}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
