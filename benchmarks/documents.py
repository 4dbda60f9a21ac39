"""Real files as the documents system gives them, and the sample as it prints it: what is read, and how right.

    python -m benchmarks.documents ../shared/record [printed]

A row a source and language: files read; symbol, title, date and counts of operative and preambular paragraphs right, of those that
documents.json states (set by reading each file once; of the Council's PDFs taken from the Akoma Ntoso of the same text); paragraphs
letter for letter as that Akoma Ntoso has them (form C, white space and hyphens at line ends aside); paragraphs with page furniture
in them; footnotes that a paragraph refers to; seconds a file; the largest MiB of the process so far. Files that hold no resolution
(decisions, a declaration) are counted as read where their blocks are. ``printed`` adds the sample and twenty adopted texts, from
LibreOffice and Chromium in six languages. Then, of ECOSOC's Akoma Ntoso, the share of texts that have the same structure in all six languages.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.model import Kind, Part, Resolution
from corpora.readers import read_document
from corpora.readers.base import Block, Document
from corpora.readers.page_furniture import JOB_NUMBER, RULE, furniture_by_words, is_rule
from corpora.reading import read_resolution, read_resolutions
from training.record import FOLDERS

_SOURCES = ("sc-2025-pdf", "ecosoc-2025-drafts-pdf", "ecosoc-2018-word", "ga72-word", "other")
_SUFFIXES = (".pdf", ".doc", ".docx")
_STATED = ("symbol", "title", "date", "op", "pp", "draft_op", "draft_pp")
_INSIDE = re.compile(r"(?<!\w)(?:\d{2}-\d{5}(?: \([A-Z]\))?|\*\d{7}\*)(?!\w)|_{5,}")


@dataclass(slots=True)
class Row:
    """The counts of one source in one language: of each thing, how many are right and how many there are."""

    source: str
    language: str
    files: int = 0
    read: int = 0
    right: dict[str, list[int]] = field(default_factory=dict)
    furniture: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def count(self, what: str, right: int, of: int) -> None:
        """Add to a count."""
        counts = self.right.setdefault(what, [0, 0])
        counts[0] += right
        counts[1] += of

    def line(self) -> str:
        """The row as printed."""
        parts = [f"{what} {a}/{b}" for what, (a, b) in self.right.items()]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return (
            f"{self.source:24} {self.language}  read {self.read}/{self.files}  {'  '.join(parts)}  "
            f"furniture {self.furniture}  {self.seconds / max(1, self.files):.2f} s  {memory:.0f} MiB"
        )


def main(record: Path, printed: bool) -> None:
    """All rows; below each what is wrong, file by file."""
    stated: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    for source in _SOURCES:
        row = Row(source, "en")
        for path in sorted((record / "ods" / source).iterdir()):
            if path.suffix.lower() in _SUFFIXES and (wanted := stated.get(f"{source}/{path.name}")):
                _measure(row, path, wanted)
        _show(row)
    if printed:
        for row in _printed(record / "akn4un" / "ecosoc"):
            _show(row)
    _same_structure(record / "akn4un" / "ecosoc")


def _show(row: Row) -> None:
    print(row.line(), flush=True)
    for line in row.wrong:
        print("   ", line)


def _measure(row: Row, path: Path, wanted: dict[str, Any]) -> None:
    row.files += 1
    begin = time.perf_counter()
    try:
        document = read_document(path)
    except InputError as error:
        row.wrong.append(str(error))
        return
    row.read += 1
    try:
        resolutions = read_resolutions(path)
    except InputError:
        resolutions = []
    row.seconds += time.perf_counter() - begin
    found = _facts(document, resolutions[0] if len(resolutions) == 1 else None)
    for what in (what for what in _STATED if wanted.get(what) is not None):
        right = found[what] == wanted[what]
        row.count(what, right, 1)
        if not right:
            row.wrong.append(f"{path.name}: {what} {found[what]!r}, not {wanted[what]!r}")
    _measure_blocks(row, path.name, document)
    for resolution in resolutions:
        row.count("notes tied", sum(bool(n.referred_from) for n in resolution.footnotes), len(resolution.footnotes))
    truth = next(path.parent.glob(f"{path.name.split(' ')[0]}-*.xml"), None)
    if truth is not None:
        _measure_letters(row, path.name, document, read_document(truth))


def _facts(document: Document, resolution: Resolution | None) -> dict[str, Any]:
    """What a file was read to state; its counts are those of the resolution, apart from those of annexes."""
    if resolution is None:
        symbol = re.sub(r"\s", "", document.symbol or "") or next(
            (b.text for b in document.blocks if furniture_by_words(b.text) == "running head"), None
        )
        counts = dict.fromkeys(("op", "pp", "draft_op", "draft_pp"))
        return {"symbol": symbol, "title": document.title, "date": document.date, **counts}
    title = re.sub(r"^\d+/\d+\.\s*", "", resolution.title)
    date = resolution.particulars.date
    return {"symbol": resolution.symbol, "title": title, "date": str(date) if date else None, **_counts(resolution)}


def _counts(resolution: Resolution) -> dict[str, int]:
    """Operative paragraphs and recitals of the resolution itself, and of the draft resolutions that it recommends."""
    kinds = {"op": Kind.OPERATIVE, "pp": Kind.PREAMBULAR}
    own = [p for p in resolution.paragraphs if p.part is not Part.ANNEX]
    counts = {name: sum(p.kind is kind and ".draft" not in p.id for p in own) for name, kind in kinds.items()}
    drafts = {f"draft_{name}": sum(p.kind is kind and ".draft" in p.id for p in own) for name, kind in kinds.items()}
    return counts | drafts


def _measure_blocks(row: Row, name: str, document: Document) -> None:
    for block in document.blocks:
        whole = furniture_by_words(block.text) == JOB_NUMBER or is_rule(block.text)
        if block.role is not Kind.FOOTNOTE and (whole or _INSIDE.search(block.text)):
            row.furniture += 1
            row.wrong.append(f"{name}: {RULE if is_rule(block.text) else 'furniture'} in “{block.text[:60]}”")


def _measure_letters(row: Row, name: str, document: Document, truth: Document) -> None:
    found = {form for block in document.blocks for form in _forms("", block)}
    wanted = [block for block in truth.blocks if block.text]
    missed = [block for block in wanted if not found & set(_forms(block.number or "", block))]
    row.count("letters", len(wanted) - len(missed), len(wanted))
    row.wrong += [f"{name}: not letter for letter “{(block.number or '') + ' ' + block.text[:60]}”" for block in missed]


def _forms(number: str, block: Block) -> Iterator[str]:
    """The letters of a block without white space and footnote marks, with its hyphens and without."""
    marks = {i for s in block.superscripts for i in range(s.start, s.end)}
    text = number + "".join(c for i, c in enumerate(block.text) if i not in marks)
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFC", text)).replace("\u2011", "-")
    yield from (plain, plain.replace("-", ""))


def _printed(ecosoc: Path) -> Iterator[Row]:
    """The sample, then twenty adopted texts, with masthead, running heads, job number and footnotes, from each printer here."""
    from tests.support.sample import sample_text
    from tests.support.sample_documents import PRINTED, can_print

    for printer, make in PRINTED.items():
        for code in FOLDERS:
            if can_print(printer, code):
                row = Row(f"printed by {printer}", code)
                _measure_print(row, sample_text(code), make)
                yield row
    makers = list(PRINTED.items())
    for code, count in _PRINTED_TEXTS.items():
        row = Row("adopted texts, printed", code)
        for k, path in enumerate(_adopted(ecosoc, code, count)):
            printer, make = makers[k % len(makers)]
            if can_print(printer, code):
                _measure_print(row, read_resolution(path), make)
        yield row


_PRINTED_TEXTS = {"fr": 4, "en": 4, "es": 3, "ru": 3, "ar": 3, "zh": 3}
"""Adopted texts that are printed in each language, twenty in all, by one printer and the other in turn."""


def _adopted(ecosoc: Path, code: str, count: int) -> list[Path]:
    """Texts of the last year whose structure is a single resolution, the shortest files first, so that the run takes minutes."""
    years = sorted(ecosoc.iterdir()) if ecosoc.is_dir() else []
    files = sorted((years[-1] / FOLDERS[code]).glob("*.xml"), key=lambda path: path.stat().st_size) if years else []
    return files[2 : 2 + count]


def _measure_print(row: Row, wanted: Resolution, make: Callable[[Resolution], bytes]) -> None:
    """Print a text and read it again: paragraphs letter for letter, furniture in them, notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(make(wanted))
        _measure(row, path, {})
        document = read_document(path)
    found = [form for block in document.blocks for form in _forms("", block)]
    for paragraph in wanted.all_paragraphs():
        if paragraph.kind in (Kind.SYMBOL, Kind.TITLE):
            continue
        text = re.sub(r"\s+", "", unicodedata.normalize("NFC", paragraph.text)).replace("\u2011", "-")
        bare = text.replace("-", "")
        right = any(f.endswith(t) and len(f) - len(t) < _NUMBERS for f in found for t in (text, bare))
        row.count("letters", right, 1)
        if not right:
            row.wrong.append(f"{wanted.label} {paragraph.id}: “{paragraph.text[:60]}”")


_NUMBERS = 8
"""Characters that a number and its mark may take before the words of a paragraph."""


def _same_structure(folder: Path) -> None:
    """Of texts in all six languages, how many have the same paragraphs by kind and number in all of them."""
    same = total = 0
    different = []
    for year in sorted(folder.iterdir()) if folder.is_dir() else ():
        for path in sorted((year / "French").glob("*.xml")):
            others = [next((year / name).glob(_stem(path.name) + "-*.xml"), None) for name in FOLDERS.values()]
            if None in others:
                continue
            shapes = {tuple(_shape(other)) for other in others if other is not None}
            total += 1
            same += len(shapes) == 1
            if len(shapes) > 1:
                different.append(f"{year.name}/{_stem(path.name)}")
    if total:
        print(f"ecosoc, same structure in six languages: {same}/{total}; different: {', '.join(different)}")


def _stem(name: str) -> str:
    """The name of a file without its job number and language."""
    return name.split("-", 1)[0]


def _shape(path: Path) -> Sequence[str]:
    try:
        resolutions = read_resolutions(path)
    except InputError as error:
        return (error.problem,)
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM)
    return [p.id for r in resolutions for p in r.paragraphs if p.kind in kinds]


if __name__ == "__main__":
    main(Path(sys.argv[1]), "printed" in sys.argv[2:])
