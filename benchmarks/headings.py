"""Headings: of those that Akoma Ntoso marks, how many are read as headings where nothing but their form says so.

    python -m benchmarks.headings ../shared/record [printed] [text word …] [fr en …] [-v]

The Council's resolutions of 2020 and 2021 and those of ECOSOC of 2021 to 2023 that have headings, and as many that have none, are
written as text, as text wrapped at 72 columns, as Markdown without "#", as a web page and a Word file with headings in bold alone
(no style, no <h2>); with ``printed`` some as PDF by LibreOffice and Chromium, too. Of each form and language: headings found of
those marked (recall), and of what was found how many are marked (precision). ``-v`` lists what is wrong, names of forms and languages
choose among them.
"""

from __future__ import annotations

import html
import io
import re
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import docx

from corpora.errors import InputError
from corpora.model import Kind, Paragraph, Resolution
from corpora.reading import read_resolution
from tests.support import office
from tests.support.formats import markup, pieces
from tests.support.sample_documents import can_print
from training.record import FOLDERS

_SOURCES = ("sc/2020", "sc/2021", "ecosoc/2021", "ecosoc/2022", "ecosoc/2023")
_COLUMNS = 72
_PRINTED = 6
"""Texts that are printed in each language: each costs seconds of a browser or of LibreOffice."""


def main(record: Path, chosen: Collection[str], *, printed: bool, verbose: bool) -> None:
    """A row a form and language, of those that are chosen, all where none is."""
    forms: dict[str, tuple[str, Callable[[Resolution], bytes]]] = {
        "text": (".txt", _text),
        "text, 72 columns": (".txt", _wrapped),
        "Markdown": (".md", _markdown),
        "web page": (".html", _page),
        "Word": (".docx", _word),
    }
    if printed:
        forms = {"PDF, LibreOffice": (".pdf", _by_office), "PDF, Chromium": (".pdf", _by_browser)}
    names = {name for name in forms if name.split(",")[-1].strip().lower() in chosen} or set(forms)
    for name, (suffix, make) in ((name, form) for name, form in forms.items() if name in names):
        for code, folder in FOLDERS.items():
            if code not in ({*FOLDERS} & {*chosen} or FOLDERS):
                continue
            if printed and not can_print(name.removeprefix("PDF, "), code):
                continue
            texts = list(_texts(record, folder))
            texts = [t for t in texts if _headings(t)][:_PRINTED] if printed else texts
            print(_row(name, code, texts, suffix, make, verbose=verbose), flush=True)


def _texts(record: Path, folder: str) -> Iterator[Resolution]:
    """Those with headings, and behind them as many without."""
    read = []
    for source in _SOURCES:
        for path in sorted((record / "akn4un" / source / folder).glob("*.xml")):
            try:
                read.append(read_resolution(path))
            except InputError:
                continue
    having = [r for r in read if _headings(r)]
    yield from having
    yield from [r for r in read if not _headings(r)][: len(having)]


def _row(
    name: str,
    code: str,
    texts: Sequence[Resolution],
    suffix: str,
    make: Callable[[Resolution], bytes],
    *,
    verbose: bool,
) -> str:
    marked = found = right = unread = 0
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"text{suffix}"
        for text in texts:
            path.write_bytes(make(text))
            try:
                own = _headings(read_resolution(path, code))
            except InputError as error:
                unread += 1
                wrong.append(str(error))
                continue
            wanted = _headings(text)
            marked, found, right = marked + wanted.total(), found + own.total(), right + (wanted & own).total()
            wrong += [f"{text.label} lost “{t}”" for t in (wanted - own)]
            wrong += [f"{text.label} made “{t[:80]}”" for t in (own - wanted)]
    row = f"{name:18} {code}  found {right}/{marked} = {right / max(1, marked):.3f}   marked {right}/{found} = {right / max(1, found):.3f}"
    return "\n    ".join([row + (f"  unread {unread}" if unread else ""), *(wrong if verbose else ())])


def _headings(text: Resolution) -> Counter[str]:
    """The headings of a text, without white space."""
    return Counter(re.sub(r"\s+", "", p.text) for p in text.paragraphs if p.kind is Kind.HEADING)


def _words(paragraph: Paragraph) -> str:
    return "".join(text for text, _, _ in pieces(paragraph))


def _text(text: Resolution) -> bytes:
    return "\n\n".join(_words(p) for p in text.paragraphs).encode()


def _wrapped(text: Resolution) -> bytes:
    # Chinese is wrapped where a line is full, as programs do.
    return "\n\n".join("\n".join(textwrap.wrap(_words(p), _COLUMNS)) for p in text.paragraphs).encode()


def _markdown(text: Resolution) -> bytes:
    def line(paragraph: Paragraph) -> str:
        parts = ((f"*{words.strip()}* " if raised else words) for words, raised, _ in pieces(paragraph))
        return re.sub(r"^(\d+)\. ", r"\1\\. ", "".join(parts))

    return "\n\n".join(line(p) for p in text.paragraphs).encode()


def _page(text: Resolution) -> bytes:
    body = "".join(
        f"<p><b>{markup(p)}</b></p>" if (p.kind.is_division or p.kind is Kind.TITLE) else f"<p>{markup(p)}</p>"
        for p in text.paragraphs
    )
    direction = "rtl" if text.language == "ar" else "ltr"
    title = html.escape(text.title)
    style = "@page{margin:3cm}body{font:11pt serif}"
    return (
        f"<!DOCTYPE html><html lang={text.language} dir={direction}><meta charset=utf-8><title>{title}</title>"
        f"<style>{style}</style><body>{body}"
    ).encode()


def _word(text: Resolution) -> bytes:
    document = docx.Document()
    for paragraph in text.paragraphs:
        made = document.add_paragraph()
        for words, raised, _ in pieces(paragraph):
            run = made.add_run(words)
            run.italic, run.bold = raised, (paragraph.kind.is_division or paragraph.kind is Kind.TITLE)
            # Word has another setting for the bold of Arabic letters.
            run.font.rtl = text.language == "ar" or None
            run.font.cs_bold = run.bold and run.font.rtl
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _by_office(text: Resolution) -> bytes:
    return office.printed(_word(text))


def _by_browser(text: Resolution) -> bytes:
    from reports.exporters.pdf import print_page

    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(_page(text))
        print_page(source, made)
        return made.read_bytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:], printed="printed" in sys.argv, verbose="-v" in sys.argv)
