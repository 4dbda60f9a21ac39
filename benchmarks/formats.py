"""The sample in every format and language: paragraphs that come back as the Markdown has them, footnotes tied, seconds.

    python -m benchmarks.formats [FOLDER]

Formats are made by ``tests/support/formats.py`` and ``tests/support/pdfs.py``: web page, DOCX (python-docx), Akoma Ntoso (our
exporter), PDF by reportlab, Chromium and LibreOffice where they and a font for the language are there. With FOLDER
(``akn4un``), eight adopted resolutions in six languages as well, printed to PDF and read back.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution
from tests.support.formats import FORMATS
from tests.support.pdfs import PDFS
from tests.support.sample import LANGUAGES, sample_text
from training.record import FOLDERS

RESOLUTIONS = 8
SEED = 5


def samples(code: str) -> Iterator[tuple[str, str, Callable[[Resolution], bytes]]]:
    """Name, suffix and maker of each format that can be made in a language."""
    for suffix, make in FORMATS.items():
        yield suffix, suffix, make
    for title, printer in PDFS.items():
        if printer.can_make(code):
            yield f".pdf, {title}", ".pdf", printer.make


def print_sample(folder: Path) -> None:
    """A line a format and language."""
    for code in LANGUAGES:
        wanted = sample_text(code)
        for title, suffix, make in samples(code):
            path = folder / f"{code}{suffix}"
            path.write_bytes(make(wanted))
            begin = time.perf_counter()
            found = read_resolution(path)
            seconds = time.perf_counter() - begin
            same, of = recovered(wanted, found)
            tied = sum(bool(n.referred_from) for n in found.footnotes)
            print(
                f"{code} {title:28} paragraphs {same}/{of}, footnotes tied {tied}/{len(wanted.footnotes)}, {seconds:.2f} s"
            )


def recovered(wanted: Resolution, found: Resolution) -> tuple[int, int]:
    """Paragraphs that came back with their place and words, of how many."""
    own = {p.id: _plain(p.text) for p in wanted.all_paragraphs() if p.kind is not Kind.SYMBOL}
    theirs = {p.id: _plain(p.text) for p in found.all_paragraphs()}
    return sum(theirs.get(pid) == text for pid, text in own.items()), len(own)


def _plain(text: str) -> str:
    """Printers set no-break hyphens as hyphens and leave out spaces beside Chinese characters."""
    text = text.replace("\u2011", "-").replace("\u00a0", " ")
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef()]) | (?=[\u3000-\u9fff])", "", text)


def print_adopted(record: Path, folder: Path) -> None:
    """A line a printer and language, over adopted resolutions."""
    french = random.Random(SEED).sample(sorted(record.rglob("French/*.xml")), RESOLUTIONS)
    for title, printer in PDFS.items():
        for code in filter(printer.can_make, LANGUAGES):
            totals: Counter[str] = Counter()
            for path in french:
                version = next((path.parent.parent / FOLDERS[code]).glob(f"{path.stem[:-1]}*.xml"), None)
                if version is None:
                    continue
                wanted = read_resolution(version)
                printed = folder / "adopted.pdf"
                printed.write_bytes(printer.make(wanted))
                begin = time.perf_counter()
                same, of = recovered(wanted, read_resolution(printed))
                totals.update(same=same, of=of, milliseconds=int(1000 * (time.perf_counter() - begin)))
            print(
                f"{code} adopted, {title:20} paragraphs {totals['same']}/{totals['of']}, {totals['milliseconds'] / 1000:.1f} s"
            )


def main() -> None:
    """The sample, then what is adopted where a folder is given."""
    with tempfile.TemporaryDirectory() as folder:
        print_sample(Path(folder))
        for record in sys.argv[1:2]:
            print_adopted(Path(record), Path(folder))


if __name__ == "__main__":
    main()
