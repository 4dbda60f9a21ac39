"""The readers of Markdown and plain text."""

from __future__ import annotations

from corpora.reading import read_text
from tests.support.specimens import FRENCH


def test_one_paragraph_a_line_reads_like_blank_lines() -> None:
    lines = "\n".join(line for line in FRENCH.splitlines() if line)
    assert [p.text for p in read_text(lines).paragraphs] == [p.text for p in read_text(FRENCH).paragraphs]


def test_comments_are_set_aside_and_nothing_moves() -> None:
    text = "<!-- une note\nsur deux lignes -->\n" + FRENCH
    resolution = read_text(text, "fr")
    assert next(a.reason for a in resolution.set_aside) == "comment"
    assert [p.text for p in resolution.paragraphs] == [p.text for p in read_text(FRENCH).paragraphs]


def test_words_hyphenated_at_line_ends_are_joined() -> None:
    text = "Le Conseil de sécurité,\n\nRappelant sa résolution rela-\ntive au Liban,\n\n1. Décide de rester saisi de la ques-\ntion.\n"
    resolution = read_text(text, "fr")
    assert resolution.paragraph("pp1").text == "Rappelant sa résolution relative au Liban,"
    assert resolution.paragraph("op1").text == "Décide de rester saisi de la question."


def test_script_in_a_document_is_only_text() -> None:
    text = FRENCH.replace("faire rapport", "faire rapport <script>alert(1)</script>")
    assert "<script>alert(1)</script>" in read_text(text, "fr").paragraph("op2").text
