"""Plain text in the forms in which it comes: wrapped, off printed pages, with a YAML head, in old encodings, decomposed."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import textwrap
import unicodedata
from pathlib import Path

import pytest

from corpora.model import Kind, Resolution
from corpora.readers import document_from_text
from corpora.reading import read_resolution, read_text
from corpora.text.folding import fold_plain
from tests.support.sample import LANGUAGES, SAMPLE


def texts(source: str) -> list[str]:
    return [b.text for b in document_from_text("text.md", source).blocks]


# -- the YAML head -------------------------------------------------------------------------------------------------------

HEAD = '---\nsymbol: A/RES/90/7 # as adopted\ntitle: "Report of the Agency"\nlanguage: EN\ndate: 2035-11-03\ntags:\n  - one\n---\n'
TEXT = "\n90/7. Report of the Agency\n\nThe General Assembly,\n\n1. Takes note of the report."


def test_a_yaml_head_is_used_and_set_aside() -> None:
    document = document_from_text("text.md", HEAD + TEXT)
    assert (document.language, document.symbol, document.date) == ("en", "A/RES/90/7", "2035-11-03")
    assert document.title == "Report of the Agency"
    assert [(a.reason, a.span.end) for a in document.set_aside] == [("front matter", len(HEAD))]
    assert document.blocks[0].text == "90/7. Report of the Agency"


@pytest.mark.parametrize(
    ("stated", "code"),
    [("fr-FR", "fr"), ("zho", "zh"), ("Spanish", "es"), ("Русский", "ru"), ("de", None), ("'ar'", "ar")],
)
def test_languages_of_a_yaml_head(stated: str, code: str | None) -> None:
    assert document_from_text("text.md", f"---\nlang: {stated}\n---\n{TEXT}").language == code


def test_a_rule_is_no_yaml_head() -> None:
    document = document_from_text("text.md", "---\n\nThe General Assembly,\n\n---\n\n1. Takes note.")
    assert document.symbol is None and "The General Assembly," in [b.text for b in document.blocks]


# -- wrapped lines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [72, 80])
@pytest.mark.parametrize("code", LANGUAGES)
def test_wrapped_text_without_blank_lines(sample: dict[str, Resolution], code: str, width: int) -> None:
    width = width // 2 if code == "zh" else width
    paragraphs = [_line_of(p.number, p.text, p.kind) for p in sample[code].paragraphs]
    wrapped = [_wrapped(text, width) for text in paragraphs]
    found = texts("\n".join(line for lines in wrapped for line in lines))
    # Nothing parts two paragraphs where the last line of the first is full, unless the second has a number.
    full = [
        not after[0][0].isdigit() and len(before[-1]) + 1 + len(_first_word(after[0])) > width
        for before, after in itertools.pairwise(wrapped)
    ]
    parted = [text for i, text in enumerate(paragraphs) if not any(full[max(0, i - 1) : i + 1])]
    assert len(parted) > 0.6 * len(paragraphs)
    # Chinese moves figures and marks to the next line whole, so that some lines inside of a paragraph leave room as well.
    missed = [text for text in parted if text not in found]
    assert len(missed) <= (3 if code == "zh" else 0), missed


def _first_word(line: str) -> str:
    return line[:1] if line[0] >= "\u3000" else line.split()[0]


def _line_of(number: str | None, text: str, kind: Kind) -> str:
    if number is None:
        return text
    return f"{number}. {text}" if kind is Kind.OPERATIVE else f"({number}) {text}"


def _wrapped(text: str, width: int) -> list[str]:
    if any("\u4e00" <= c <= "\u9fff" for c in text):
        return _wrapped_chinese(text, width)
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _wrapped_chinese(text: str, width: int) -> list[str]:
    """Lines of as many characters; figures and their brackets are not broken."""
    lines = []
    while text:
        end = min(width, len(text))
        while end < len(text) and text[end] in "0123456789()/，；。" and end > 1:
            end -= 1
        lines.append(text[:end])
        text = text[end:]
    return lines


def test_compounds_keep_their_hyphen_at_a_line_end() -> None:
    source = (
        "Recalling a Libyan-led process and support-\ning it, the Libyan-\nled process having begun,\n\n1. Takes note."
    )
    assert texts(source)[0] == "Recalling a Libyan-led process and supporting it, the Libyan-led process having begun,"


PAGES = """\
                United Nations                                                   E/2031/L.14
                Economic and Social Council                         Distr.: Limited
                                                                    4 June 2031

                     The Economic and Social Council,
                     Recalling its agreed conclusions on the state of the valleys and the
                islands, and all that was said of them by those who live there, and in that
                light looking forward to

        __________________
            1
              Official Records, Supplement No. 3 (A/52/3), chap. IV, sect. A, para. 4.
            2
              See A/79/288.

 31-08787 (E)     090631
 *3108787*
\fE/2031/L.14

                what the next session brings,
                     Noting the report,
                     1.     Requests a further report on the valleys and the islands before the
                end of the year.


2/2                                                                              31-08787
"""


def test_text_of_printed_pages() -> None:
    document = document_from_text("text.txt", PAGES)
    body = [b.text for b in document.blocks if b.role is None]
    assert body[:4] == ["United Nations", "E/2031/L.14", "Economic and Social Council", "Distr.: Limited"]
    assert body[-4:] == [
        "The Economic and Social Council,",
        "Recalling its agreed conclusions on the state of the valleys and the islands, and all that was said of them by those "
        "who live there, and in that light looking forward to what the next session brings,",
        "Noting the report,",
        "1. Requests a further report on the valleys and the islands before the end of the year.",
    ]
    notes = [(b.number, b.text) for b in document.blocks if b.role is Kind.FOOTNOTE]
    assert notes == [
        ("1", "Official Records, Supplement No. 3 (A/52/3), chap. IV, sect. A, para. 4."),
        ("2", "See A/79/288."),
    ]
    assert document.symbol == "E/2031/L.14"
    spans = [b.span for b in document.blocks] + [a.span for a in document.set_aside]
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert not {i for i, c in enumerate(PAGES) if not c.isspace()} - covered


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed: no layout is made")
def test_a_real_document_through_pdftotext(record: Path) -> None:
    path = record / "ods" / "sc-2025-pdf" / "S_RES_2769 (2025).en.pdf"
    source = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    resolution = read_text(source)
    assert resolution.symbol == "S/RES/2769(2025)"
    assert sum(p.kind is Kind.OPERATIVE for p in resolution.paragraphs) == 27
    assert sum(a.reason == "running head" for a in resolution.set_aside) == 6


# -- characters ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_decomposed_text_reads_as_composed(sample: dict[str, Resolution], code: str) -> None:
    source = unicodedata.normalize("NFD", (SAMPLE / f"{code}.md").read_text(encoding="utf-8"))
    found = read_text(source)
    assert [p.text for p in found.all_paragraphs()] == [p.text for p in sample[code].all_paragraphs()]
    for paragraph in found.all_paragraphs():
        for char, place in zip(paragraph.text, paragraph.offsets, strict=True):
            assert char == " " or unicodedata.normalize("NFD", char)[0] == source[place] or char.isdigit()


@pytest.mark.parametrize("code", LANGUAGES)
def test_marks_of_direction_are_no_text(sample: dict[str, Resolution], code: str) -> None:
    source = (SAMPLE / f"{code}.md").read_text(encoding="utf-8").replace("(", "\u200e(").replace(",", ",\u200f")
    found = read_text(source.replace("،", "\u061c،"))
    assert [p.text for p in found.all_paragraphs()] == [p.text for p in sample[code].all_paragraphs()]


IDLE = {
    "left-to-right mark": "\u200e", "Arabic letter mark": "\u061c", "right-to-left override": "\u202e", "isolate": "\u2066",
    "word joiner": "\u2060", "grapheme joiner": "\u034f", "variation selector": "\ufe0f", "another plane's": "\U000e0100",
    "invisible times": "\u2062", "Mongolian vowel separator": "\u180e", "byte order mark": "\ufeff", "soft hyphen": "\u00ad",
}  # fmt: skip


@pytest.mark.parametrize("char", IDLE.values(), ids=list(IDLE))
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_cannot_be_seen_is_no_text(sample: dict[str, Resolution], code: str, char: str) -> None:
    source = (SAMPLE / f"{code}.md").read_text(encoding="utf-8")
    found = read_text(re.sub(r"(?<=\w)(?=\w)(?![^<\n]*>)", char, source).replace(f"{char}# ", "# "))
    assert [p.text for p in found.all_paragraphs()] == [p.text for p in sample[code].all_paragraphs()]


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_joiners_are_kept_between_letters_alone(joiner: str) -> None:
    document = document_from_text("x.md", f"می{joiner}شود 1{joiner}2{joiner}, {joiner}mot")
    assert document.blocks[0].text == f"می{joiner}شود 12, mot"


def test_letters_as_fonts_draw_them_are_letters() -> None:
    document = document_from_text("x.md", "o\ufb03ce, \ufb01n, \ufef3\ufeea\ufe8e \ufefb \ufe70")
    block = document.blocks[0]
    assert block.text == "office, fin, يها لا \u064b"
    assert document.source[block.offsets[block.text.index("fin") + 1]] == "\ufb01"


@pytest.mark.parametrize("mark", ["٨١", "８１", "8\u200b1", "8\u200d1"])
def test_footnote_marks_in_figures_of_other_scripts(mark: str) -> None:
    source = f"# E/RES/2031/9\n\nLe Conseil économique et social,\n\n1. Prie<sup>{mark}</sup> le Secrétaire général d’agir.\n\n<sup>{mark}</sup> Voir E/2031/9.\n"
    assert [(n.mark, n.referred_from) for n in read_text(source).footnotes] == [("81", ("op1",))]


def test_letters_that_look_alike_fold_to_one_script() -> None:
    assert fold_plain("Cовет Безoпасности") == fold_plain("Совет Безопасности")  # Latin C and o
    assert fold_plain("А/RES/56/1") == fold_plain("A/RES/56/1")  # Cyrillic А
    assert fold_plain("и/или, а/б") == "и/или, а/б"


def test_raised_ordinal_letters_are_ordinals() -> None:
    document = document_from_text(
        "x.md", "20<sup>a</sup> sesión plenaria\n\nEn 2031<sup>a</sup> y 120<sup>a</sup>, nada."
    )
    assert document.blocks[0].text == "20ª sesión plenaria" and not document.blocks[0].superscripts
    assert len(document.blocks[1].superscripts) == 2


def test_a_yaml_head_does_not_change_the_paragraphs(sample: dict[str, Resolution], tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text("---\nlanguage: French\n---\n" + (SAMPLE / "fr.md").read_text(encoding="utf-8"), encoding="utf-8")
    found = read_resolution(path)
    assert [p.text for p in found.all_paragraphs()] == [p.text for p in sample["fr"].all_paragraphs()]


def test_small_figures_are_marks_but_those_of_an_area() -> None:
    text = "The General Assembly,\n\nRecalling its resolution on ports,¹\n\n1. Decides to mark 40 km² off.\n\n¹ See A/98/1.\n"
    found = read_text(text, "en")
    assert [(n.mark, n.referred_from) for n in found.footnotes] == [("1", ("pp1",))]
    assert found.paragraph("op1").text == "Decides to mark 40 km² off."


def test_brackets_are_marks_only_where_a_note_opens_with_the_same() -> None:
    text = "The General Assembly,\n\n1. Decides[1] to meet in [2031][2];\n\n2. Requests a report.\n\n[1] See A/98/1.\n"
    found = read_text(text, "en")
    assert [(n.mark, n.referred_from) for n in found.footnotes] == [("1", ("op1",))]
    assert found.paragraph("op1").text == "Decides to meet in [2031][2];"


def test_brackets_around_a_raised_mark_go_with_it() -> None:
    page = "<html><body><p>إن الجمعية العامة،</p><p>1 - تقرر أن تجتمع في الموانئ(<sup>1</sup>)؛</p><p>2 - تطلب تقريرا.</p><p>(<sup>1</sup>) انظر A/98/1.</p></body></html>"
    found = read_text(page, "ar")
    assert found.paragraph("op1").text == "تقرر أن تجتمع في الموانئ؛"
    assert [(n.mark, n.paragraph.text) for n in found.footnotes] == [("1", "انظر A/98/1.")]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_lines_of_a_paragraph_that_blank_lines_part_go_on(blank: str) -> None:
    text = (
        "The General Assembly,\n\n1. Requests the Secretary-General to bring the present resolution to the attention of\n"
        "Member States and of the organs of the United Nations system, and to report on ports;\n\n2. Decides to meet."
    )
    found = read_text(text.replace("\n\n", "\n" + blank), "en")
    assert [p.id for p in found.paragraphs] == ["organ", "op1", "op2"]
    assert "attention of Member States" in found.paragraph("op1").text
