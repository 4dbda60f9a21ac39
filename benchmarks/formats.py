"""The sample in every format and language: paragraphs that come back as the Markdown has them, footnotes tied, seconds.

    python -m benchmarks.formats

Formats are made by ``tests/sample_formats.py``: web page, DOCX (python-docx), Akoma Ntoso (our exporter), PDF in one and in
two columns (reportlab; Latin letters only, since its own fonts have no others).
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution
from tests.conftest import LANGUAGES, sample_text
from tests.sample_formats import FORMATS, pdf_of

MAKERS: dict[str, tuple[str, Callable[[Resolution], bytes]]] = {
    **{suffix: (suffix, make) for suffix, make in FORMATS.items()},
    ".pdf, 2 columns": (".pdf", lambda r: pdf_of(r, columns=2)),
}


def main() -> None:
    """A line a format, a cell a language."""
    with tempfile.TemporaryDirectory() as folder:
        for title, (suffix, make) in MAKERS.items():
            cells = []
            for code in LANGUAGES:
                if suffix == ".pdf" and code in ("ru", "ar", "zh"):
                    continue
                wanted = sample_text(code)
                path = Path(folder) / f"{code}{suffix}"
                path.write_bytes(make(wanted))
                begin = time.perf_counter()
                found = read_resolution(path)
                seconds = time.perf_counter() - begin
                own = {p.id: p.text for p in wanted.everything() if p.kind is not Kind.SYMBOL}
                theirs = {p.id: p.text for p in found.everything()}
                same = sum(theirs.get(pid) == text for pid, text in own.items())
                tied = sum(bool(n.referred_from) for n in found.footnotes)
                cells.append(f"{code} {same}/{len(own)}, notes {tied}/{len(wanted.footnotes)}, {seconds:.2f} s")
            print(f"{title:16} " + "; ".join(cells))


if __name__ == "__main__":
    main()
