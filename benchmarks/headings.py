"""Headings: of those that Akoma Ntoso marks, how many are read as headings where little or nothing but their form says so.

    python -m benchmarks.headings ../shared/record [printed] [text word …] [fr en …] [source=sc/2022 …] [every=N] [-v]

Resolutions that have headings, and as many that have none, are written as text, as text wrapped at 72 columns, as Markdown without
"#", as a web page and a Word file with headings in bold alone (no style, no <h2>), and as both with the marks that the formats have
for headings; with ``printed`` some as PDF by LibreOffice and Chromium. Of each form and language: headings found of those marked
(recall), and of what was found how many are marked (precision). ``-v`` lists what is wrong; names of forms and languages choose among
them.

A source is a folder of six languages below ``akn4un`` of the record, or any other folder of them (sessions of the Assembly, unpacked); with none,
those that the rules were first set on: the Council's resolutions of 2020 and 2021, ECOSOC's of 2021 to 2023. Every N-th resolution is taken.

A line counts as marked where most versions mark it that have as many lines in the same stretch, from one number to the next: single
files leave marks out, and most Chinese ones have none. Where as many mark it as do not, each version keeps its own marks. (Whole
texts were compared once: where one number differed, two copies without marks outvoted four with them in all their annexes.)
"""

from __future__ import annotations

import html
import io
import re
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx

from corpora.errors import InputError
from corpora.model import Kind, Paragraph, Resolution
from corpora.reading import read_resolution
from tests.support import office
from tests.support.formats import docx_of, html_of, markup, pieces
from tests.support.sample_documents import can_print
from training.record import FOLDERS, versions

_SOURCES = ("sc/2020", "sc/2021", "ecosoc/2021", "ecosoc/2022", "ecosoc/2023")
_COLUMNS = 72
_PRINTED = 6
"""Texts that are printed in each language: each costs seconds of a browser or of LibreOffice."""
_LINES = (Kind.HEADING, Kind.CONTINUATION)
"""What a line without a number is read as; a division of an annex is a line too, as the others count its paragraphs."""
_DIVISION = re.compile(r"[^\W\d_]+(?=\d+$)")
"""The word of a division in an id, which differs by language: "annex.3.rule1", "annex.3.article1"."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One version of a resolution, and its headings without white space."""

    text: Resolution
    headings: Counter[str]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a text: its name, the suffix of the file, what makes it."""

    name: str
    suffix: str
    make: Callable[[Resolution], bytes]
    printer: str = ""

    @property
    def short(self) -> str:
        """The word that chooses it."""
        return self.name.split(",")[-1].strip().lower()


def main(record: Path, options: Sequence[str]) -> None:
    """A row a form and language, of those that are chosen, all where none is."""
    stated = dict(option.split("=", 1) for option in options if "=" in option and not option.startswith("source="))
    sources = [option.removeprefix("source=") for option in options if option.startswith("source=")]
    forms: tuple[Form, ...] = _PRINTED_FORMS if "printed" in options else _FORMS
    forms = tuple(form for form in forms if form.short in options) or forms
    codes = [code for code in FOLDERS if code in options] or list(FOLDERS)
    folders = [folder_of(record, source) for source in sources or _SOURCES]
    texts = list(marked_texts(folders, int(stated.get("every", "1"))))
    for form in forms:
        for code in codes:
            if form.printer and not can_print(form.printer, code):
                continue
            own = list(chosen_texts(texts, code, printed=bool(form.printer)))
            print(row(form, code, own, verbose="-v" in options), flush=True)


def folder_of(record: Path, source: str) -> Path:
    """The folder of a source: below ``akn4un`` of the record where it stands there."""
    below = record / "akn4un" / source
    return below if below.is_dir() else Path(source)


def marked_texts(folders: Iterable[Path], every: int = 1) -> Iterator[Mapping[str, Marked]]:
    """Every N-th resolution of the folders by language, each version with the headings that most versions mark."""
    for folder in folders:
        for paths in list(versions(folder).values())[::every]:
            found: dict[str, Resolution] = {}
            for path in paths:
                try:
                    text = read_resolution(path)
                except InputError:
                    continue
                found[text.language] = text
            yield _marked(found)


def chosen_texts(texts: Iterable[Mapping[str, Marked]], code: str, *, printed: bool = False) -> Iterator[Marked]:
    """Those of a language with headings, and behind them as many without; a few of those with headings where they are printed."""
    own = [text[code] for text in texts if code in text]
    having = [text for text in own if text.headings]
    if printed:
        yield from having[:: max(1, len(having) // _PRINTED)][:_PRINTED]
        return
    yield from having
    yield from [text for text in own if not text.headings][: len(having)]


def _marked(found: Mapping[str, Resolution]) -> Mapping[str, Marked]:
    """The versions with their headings: as most mark them of those that have as many lines in a stretch; at a tie its own marks."""
    stretches = {code: _stretches(text) for code, text in found.items()}
    out = {}
    for code, text in found.items():
        headings = [
            line
            for above, lines in stretches[code].items()
            for at, line in enumerate(lines)
            if _is_marked(at, line, [own[above] for own in stretches.values() if len(own.get(above, ())) == len(lines)])
        ]
        out[code] = Marked(text, Counter(_bare(line.text) for line in headings))
    return out


def _is_marked(at: int, line: Paragraph, alike: Sequence[Sequence[Paragraph]]) -> bool:
    """Whether most of the versions of a stretch mark its line at a place, this one among them."""
    votes = sum(lines[at].kind is Kind.HEADING for lines in alike)
    return line.kind is Kind.HEADING if 2 * votes == len(alike) else 2 * votes > len(alike)


def _stretches(text: Resolution) -> Mapping[str, Sequence[Paragraph]]:
    """The lines without a number, by what has one above them: "annex.3.1" below rule 1, which is an article in other languages."""
    stretches: dict[str, list[Paragraph]] = {}
    above = ""
    for paragraph in text.paragraphs:
        if paragraph.kind in _LINES:
            stretches.setdefault(above, []).append(paragraph)
        if paragraph.number is not None and paragraph.kind.is_division:
            above = _DIVISION.sub("", paragraph.id)
        elif paragraph.kind.is_main or paragraph.kind in (Kind.ANNEX, Kind.CLOSING):
            above = paragraph.id
    return stretches


def row(form: Form, code: str, texts: Sequence[Marked], *, verbose: bool) -> str:
    """The figures of a form and language; below them, where it is asked for, what is wrong."""
    marked = found = right = unread = 0
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"text{form.suffix}"
        for text, wanted in ((t.text, t.headings) for t in texts):
            path.write_bytes(form.make(text))
            try:
                own = _headings(read_resolution(path, code))
            except InputError as error:
                unread += 1
                wrong.append(f"{text.label} {error}")
                continue
            marked, found, right = marked + wanted.total(), found + own.total(), right + (wanted & own).total()
            wrong += [f"{text.label} lost “{t}”" for t in (wanted - own)]
            wrong += [f"{text.label} made “{t[:80]}”" for t in (own - wanted)]
    figures = (
        f"found {right}/{marked} = {right / max(1, marked):.3f}   marked {right}/{found} = {right / max(1, found):.3f}"
    )
    line = f"{form.name:18} {code}  {figures}"
    return "\n    ".join([line + (f"  unread {unread}" if unread else ""), *(wrong if verbose else ())])


def _headings(text: Resolution) -> Counter[str]:
    return Counter(_bare(p.text) for p in text.paragraphs if p.kind is Kind.HEADING)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


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


def _by_office(make: Callable[[Resolution], bytes], text: Resolution) -> bytes:
    return office.printed(make(text))


def _by_browser(text: Resolution) -> bytes:
    from reports.exporters.pdf import print_page

    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(_page(text))
        print_page(source, made)
        return made.read_bytes()


_FORMS = (
    Form("text", ".txt", _text),
    Form("text, wrapped", ".txt", _wrapped),
    Form("Markdown", ".md", _markdown),
    Form("web page, bold", ".html", _page),
    Form("web page, marked", ".html", lambda text: html_of(text).encode()),
    Form("Word, bold alone", ".docx", _word),
    Form("Word, styles", ".docx", docx_of),
)
_PRINTED_FORMS = (
    Form("PDF, LibreOffice", ".pdf", partial(_by_office, _word), "LibreOffice"),
    Form("PDF, Chromium", ".pdf", _by_browser, "Chromium"),
)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
