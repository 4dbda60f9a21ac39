"""Time and memory of line alignment for 100 to 10,000 segments a side, tokens a second, cold and with the cache.

    python benchmarks/scaling.py ../shared/gold/text-berg-dev

The article is repeated with its sentences shuffled within blocks, so that the texts are long but not copies.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from align.encoders.cached import CachedEncoder
from align.encoders.universal import UniversalEncoder
from align.lines import align_lines
from benchmarks.beads import read_gold


def main(folder: Path) -> None:
    """A line a size."""
    source = (folder / "dev.de").read_text(encoding="utf-8").splitlines()
    target = (folder / "dev.fr").read_text(encoding="utf-8").splitlines()
    beads = [b for b in read_gold(folder / "dev.defr") if b[0] and b[1]]
    plain = UniversalEncoder()
    plain.encode(["warm up"])
    for size in (100, 300, 1000, 3000, 10000):
        rng = random.Random(size)
        a: list[str] = []
        b: list[str] = []
        while len(a) < size:
            xs, ys = rng.choice(beads)
            mark = f"{rng.randrange(10**6)}"
            a += [f"{source[x]} {mark}" for x in xs]
            b += [f"{target[y]} {mark}" for y in ys]
        tokens = sum(len(plain.tokenize(s)) for s in a + b)
        with tempfile.TemporaryDirectory() as cache:
            encoder = CachedEncoder(plain, Path(cache))
            times = []
            for _ in ("cold", "cached"):
                begin = time.perf_counter()
                align_lines(a, b, encoder)
                times.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            plain.encode(a)
            plain.encode(b)
            encoding = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(a):6} x {len(b):6}  cold {times[0]:7.2f} s  cached {times[1]:7.2f} s  encoding {encoding:6.2f} s"
            f"  {tokens / encoding:9.0f} tokens/s  peak {peak:6.0f} MiB"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
