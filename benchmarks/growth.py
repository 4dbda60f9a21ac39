"""How time grows with the input: every command on inputs that double, of shapes that were quadratic or worse, and others.

    python -m benchmarks.growth [--commands lint,check] [--shapes numbers,words] [--sizes 10000,20000,40000] [--limit 20]

For each shape and command: CPU seconds at each size (characters of the pivot), and the exponent of the line fitted to their
logarithms (least squares): 1 is linear, 2 the square. A size that is refused in a line ends the row, and so does one that takes
more than ``--limit`` seconds. Encoding is part of it: the cache is off. Exit status 1 where an exponent is above 1.2.
"""

from __future__ import annotations

import argparse
import itertools
import math
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from corpora.errors import InputError

MOST = 1.2
"""The exponent that is allowed: linear, with room for the noise of a fit to few points."""
_START = {
    "fr": "# 2002/19. Essai\n\nLe Conseil économique et social,\n\n*Rappelant* sa résolution 2001/1,\n\n1. *Prie* ",
    "en": "# 2002/19. Essay\n\nThe Economic and Social Council,\n\n*Recalling* its resolution 2001/1,\n\n1. *Requests* ",
}
_WORDS = {
    "fr": [
        "rapport",
        "conseil",
        "droits",
        "femmes",
        "pays",
        "plan",
        "question",
        "travail",
        "groupe",
        "région",
        "paix",
        "développement",
    ],
    "en": [
        "report",
        "council",
        "rights",
        "women",
        "country",
        "plan",
        "question",
        "work",
        "group",
        "region",
        "peace",
        "development",
    ],
}

Shape = Callable[[int, str], str]
"""A document of about so many characters in a language."""


def _repeated(french: str, english: str) -> Shape:
    """One paragraph that says the same words again and again."""

    def made(size: int, code: str) -> str:
        unit = french if code == "fr" else english
        return _START[code] + unit * (size // len(unit)) + ";\n"

    return made


def _counted(french: str, english: str) -> Shape:
    """One paragraph of pieces with a count in them."""

    def made(size: int, code: str) -> str:
        unit = french if code == "fr" else english
        return _START[code] + "".join(unit.format(i) for i in range(size // len(french))) + ";\n"

    return made


def _lines(french: str, english: str) -> Shape:
    """Many paragraphs, with a count in them where there is room for one."""

    def made(size: int, code: str) -> str:
        unit = french if code == "fr" else english
        return _START[code] + "tout;\n\n" + "\n\n".join(unit.format(i) for i in range(size // len(french))) + "\n"

    return made


def _words(size: int, code: str) -> str:
    """One paragraph of words in no order that a multiplicative sequence does not give; both languages take the same places."""
    words, chosen, state = _WORDS[code], [], 1
    for _ in range(size // 8):
        state = state * 48271 % 2147483647
        chosen.append(words[state % len(words)])
    return _START[code] + " ".join(chosen) + ";\n"


def _html(size: int, code: str) -> str:
    """Divisions that are opened and never closed, before the text."""
    lines = "".join(f"<p>{line}</p>" for line in (_START[code] + "tout;").split("\n\n"))
    return "<html><body>" + "<div>\n" * (size // 6) + lines


def _tei(size: int, code: str) -> str:
    """Paragraphs inside paragraphs, as deep as is read."""
    chain = "<p>mot " * 150 + "</p>" * 150
    lines = "".join(f"<p>{line}</p>" for line in (_START[code] + "tout;").replace("*", "").split("\n\n"))
    return f'<TEI xml:lang="{code}"><text><body>{lines}{chain * max(1, size // len(chain))}</body></text></TEI>'


SHAPES: dict[str, tuple[str, Shape]] = {
    "paragraphs": (".md", _lines("{0}. *Prie* le Secrétaire général de présenter le rapport {0};", "{0}. *Requests* the Secretary-General to submit report {0};")),
    "paragraphs without numbers": (".md", _lines("les mots du rapport {0}", "the words of report {0}")),
    "words": (".md", _words),
    "numbers": (".md", _counted("1{0:04d} ", "1{0:04d} ")),
    "number words": (".md", _repeated("vingt et un mille ", "twenty-one thousand ")),
    "hundreds": (".md", _repeated("cent ", "hundred ")),
    "ordinals": (".md", _repeated("le premier et ", "the first and ")),
    "references": (".md", _repeated("alinéa a) du paragraphe 1 de ", "subparagraph (a) of paragraph 1 of ")),
    "sessions": (".md", _repeated("dixième session ", "tenth session ")),
    "dates": (".md", _counted("le 12 mars 1{0:03d}, ", "on 12 March 1{0:03d}, ")),
    "symbols": (".md", _counted("la résolution A/RES/56/{0} et les autres, ", "the resolution A/RES/56/{0} and the others, ")),
    "note marks": (".md", _repeated("pour les mots[^1] et ", "for the words[^1] and ")),
    "emphasis": (".md", _repeated("les **mots** et ", "the **words** and ")),
    "comments": (".md", _repeated("<!-- ", "<!-- ")),
    "brackets": (".md", _repeated("([« ", "([“ ")),
    "notes of one mark": (".md", _lines("[^1]: Voir le rapport.", "[^1]: See the report.")),
    "paragraphs of one number": (".md", _lines("1. Le rapport.", "1. The report.")),
    "divisions": (".html", _html),
    "paragraphs inside each other": (".tei", _tei),
}  # fmt: skip


def _later(text: Path, folder: Path, every: int) -> Path:
    """A later text, in which each ``every``-th long word is the next other one of the text, so that it stays in its language.

    A text that has one long word alone gets that one backwards.
    """
    count = itertools.count(1)
    source = text.read_text(encoding="utf-8")
    words = list(dict.fromkeys(_LONG.findall(source)))
    others = dict(zip(words, [*words[1:], words[0]], strict=True)) if len(words) > 1 else {}
    changed = _LONG.sub(
        lambda m: others.get(m.group(), m.group()[::-1].lower()) if next(count) % every == 0 else m.group(), source
    )
    path = folder / f"later{text.suffix}"
    path.write_text(changed, encoding="utf-8")
    return path


_LONG = re.compile(r"[^\W\d_]{5,}")

COMMANDS: dict[str, Callable[[Path, Path, Path], list[object]]] = {
    "read": lambda a, b, out: ["read", a],
    "lint": lambda a, b, out: ["lint", a],
    "deliverables": lambda a, b, out: ["deliverables", a],
    "check": lambda a, b, out: ["check", a, b],
    "compare": lambda a, b, out: ["compare", a, a],
    "compare changed": lambda a, b, out: ["compare", a, _later(a, out, 5)],
    "compare unlike": lambda a, b, out: ["compare", a, _later(a, out, 1)],
    "align": lambda a, b, out: ["align", a, b],
    "series": lambda a, b, out: ["series", a, a],
    "export": lambda a, b, out: ["export", a, b, "-o", out / "a.tmx"],
    "page": lambda a, b, out: ["check", a, b, "--html", out / "a.html"],
}
"""Every command that reads documents; ``page`` is a check with its page, which is what ``report`` writes as well."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds by size, why the last size was not measured, and the exponent; None where fewer than two were."""

    seconds: dict[int, float]
    end: str
    exponent: float | None


def exponent_of(seconds: dict[int, float]) -> float | None:
    """The slope of the logarithm of time over that of size, by least squares; None with fewer than two sizes."""
    points = [(math.log(size), math.log(max(spent, 1e-3))) for size, spent in seconds.items()]
    if len(points) < 2:
        return None
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return float(sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points))


def once(shape: str, command: str, size: int, folder: Path) -> float:
    """CPU seconds of one run. Raises InputError where the input is refused, and whatever else the command does."""
    suffix, made = SHAPES[shape]
    paths = []
    for code in ("fr", "en"):
        path = folder / f"{code}{suffix}"
        path.write_text(made(size, code), encoding="utf-8")
        paths.append(path)
    arguments = [str(a) for a in COMMANDS[command](paths[0], paths[1], folder)]
    from reports.cli import app

    start = time.process_time()
    ended = CliRunner().invoke(app, arguments)
    spent = time.process_time() - start
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    if ended.exit_code not in (0, 1):  # What was not run must not pass for quick.
        raise RuntimeError(f"{' '.join(arguments)}: exit status {ended.exit_code}")
    return spent


def growth(shape: str, command: str, sizes: Sequence[int], limit: float) -> Growth:
    """Run a command on growing inputs of a shape, until one is refused or takes too long."""
    seconds: dict[int, float] = {}
    end = ""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            try:
                seconds[size] = once(shape, command, size, Path(folder))
            except InputError as error:
                end = f"refused at {size}: {error.problem}"
                break
            if seconds[size] > limit:
                end = f"over {limit:g} s at {size}"
                break
    return Growth(seconds, end, exponent_of(seconds))


def main(arguments: Sequence[str]) -> int:
    """A line for each shape and command; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commands", default=",".join(COMMANDS))
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--sizes", default="10000,20000,40000,80000")
    parser.add_argument("--limit", type=float, default=30.0)
    given = parser.parse_args(arguments)
    os.environ["HEXAPLA_CACHE"] = "off"
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        for command in given.commands.split(","):
            once("paragraphs", command, 2000, Path(folder))  # What is loaded once is no growth.
    over = 0
    for command in given.commands.split(","):
        for shape in given.shapes.split(","):
            found = growth(shape, command, sizes, given.limit)
            times = "  ".join(f"{size}: {spent:.2f}" for size, spent in found.seconds.items())
            slope = "–" if found.exponent is None else f"{found.exponent:.2f}"
            over += found.exponent is not None and found.exponent > MOST
            print(f"{command:12} {shape:30} {slope:>5}  {times}  {found.end}", flush=True)
    print(f"{over} above {MOST}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
