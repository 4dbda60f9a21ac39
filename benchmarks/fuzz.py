"""Fuzz the readers: damaged copies of real formats must be read or refused in one line, in bounded time.

    python -m benchmarks.fuzz [MINUTES] [SEED] [FORMAT ...]

Takes the sample in every format (and TMX and XLIFF), damages it by random cuts, copies, flipped bytes, hostile pieces and, in
archives, damaged parts, and reads it. Anything but a resolution or an ``InputError`` is kept in ``out/fuzz`` with its
traceback; so is what takes more than ten seconds. Prints executions, hours and what was found.
"""

from __future__ import annotations

import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from corpora.errors import InputError
from corpora.reading import read_resolution
from corpora.resources.bitexts import is_bitext, read_bitext
from reports.comparison.rows import compare_versions
from reports.exporters.tmx import tmx
from reports.exporters.xliff import xliff
from tests.support.formats import FORMATS
from tests.support.pdfs import PDFS
from tests.support.sample import sample_text

OUT = Path("out") / "fuzz"
SLOW = 10.0
HOSTILE = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<p>", b"</p>", b"<w:p>", b"<![CDATA[", b"]]>", b"<!--", b"<sup>",
    b"</w:t>", b"\n\n", b"\r", b"99999999999999999999.", b"(a)", b"- 1 -", b"1. ", b"\xe2\x80\x8f", b"\xf0\x9f\x92\xa9", b"xml:lang", b"=\"", b"'", b"%PDF", b"endobj",
    b"stream", b"/Length 0", b"PK\x03\x04", b"**", b"*", b"[^1]:", b"[^1]", b"#", b"|", b"{", b"\\", b"w:val=\"-5\"", b"w:ilvl", b"<tuv>", b"<mrk>",
)  # fmt: skip


def seeds() -> dict[str, bytes]:
    """A whole file of each format, by suffix; PDFs of three printers and languages."""
    french, english = sample_text("fr"), sample_text("en")
    files = {suffix: make(french) for suffix, make in FORMATS.items()}
    for title, code in (("reportlab", "fr"), ("Chromium", "ar"), ("LibreOffice", "zh")):
        if PDFS[title].can_make(code):
            files[f"-{code}.pdf"] = PDFS[title].make(sample_text(code))
    files[".md"] = french.source.encode()
    files[".txt"] = "\n\n".join(p.text for p in french.paragraphs).encode()
    versions = compare_versions(french, [english])
    files[".tmx"] = tmx(versions, []).encode()
    files[".xlf"] = xliff(versions, "en", []).encode()
    return files


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Bytes after one to six pieces of damage."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        i, j = sorted(rng.randrange(len(out) + 1) for _ in range(2))
        j = min(j, i + rng.choice((1, 8, 64, 512, 4096)))
        action = rng.randrange(6)
        if action == 0:
            del out[i:j]
        elif action == 1:
            out[i:i] = out[i:j] * rng.choice((1, 2, 50))
        elif action == 2 and i < len(out):
            out[i] = rng.randrange(256)
        elif action == 3:
            out[i:i] = rng.choice(HOSTILE) * rng.choice((1, 1, 3, 400))
        elif action == 4:
            out[i:j] = bytes(reversed(out[i:j]))
        else:
            out[i:j] = rng.choice(HOSTILE)
    return bytes(out)


def damaged_archive(data: bytes, rng: random.Random) -> bytes:
    """An archive with one of its parts damaged, so that what is inside is reached."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = [n for n in old.namelist() if n.endswith((".xml", ".rels"))]
        favoured = [n for n in names if n.startswith("word/")]
        chosen = rng.choice(favoured or names)
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, rng) if name == chosen else part)
    return buffer.getvalue()


def attempt(path: Path) -> str:
    """What reading gives: "read", "refused", or the traceback of what should not be."""
    try:
        if is_bitext(path):
            read_bitext(path)
        else:
            read_resolution(path)
    except InputError as error:
        return "refused" if "\n" not in str(error) else f"a message of several lines: {error}"
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc()
    return "read"


def main(minutes: float, seed: int, formats: list[str]) -> None:
    """Run until the time is up."""
    OUT.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    files = {s: d for s, d in seeds().items() if not formats or s in formats}
    makers: dict[str, Callable[[bytes, random.Random], bytes]] = {".docx": damaged_archive}
    results: Counter[tuple[str, str]] = Counter()
    kept: set[str] = set()
    start = time.monotonic()
    number = 0
    while time.monotonic() - start < minutes * 60:
        suffix = rng.choice(list(files))
        maker = makers.get(suffix, damaged) if rng.random() < 0.9 else damaged
        path = OUT / f"{seed}-case{suffix}"
        path.write_bytes(maker(files[suffix], rng))
        before = time.monotonic()
        outcome = attempt(path)
        if time.monotonic() - before > SLOW:
            outcome = f"slow: {time.monotonic() - before:.0f} s\n"
        number += 1
        results[suffix, outcome if outcome in ("read", "refused") else "fault"] += 1
        if outcome not in ("read", "refused"):
            signature = outcome.strip().splitlines()[-1][:120] + "".join(outcome.strip().splitlines()[-3:-1])[:200]
            if signature not in kept:
                kept.add(signature)
                name = OUT / f"{seed}-{number}{suffix}"
                path.replace(name)
                name.with_name(name.name + ".txt").write_text(outcome, encoding="utf-8")
                print(f"{name}: {outcome.strip().splitlines()[-1][:160]}", flush=True)
    hours = (time.monotonic() - start) / 3600
    print(f"{number} files in {hours:.2f} hours, {len(kept)} different faults")
    for (suffix, outcome), count in sorted(results.items()):
        print(f"  {suffix:6} {outcome:8} {count}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0, int(sys.argv[2]) if len(sys.argv) > 2 else 1, sys.argv[3:])
