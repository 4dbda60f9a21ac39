"""What the tests of the kinds read: paragraphs in six languages, written in the formats that people have. Made up, not UN documents."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

import docx

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
FORMATS = (".md", ".txt", ".html", ".docx")
SYMBOL = "E/RES/2031/14"

OPENING = {
    "fr": ("Le Conseil économique et social,", "Rappelant sa résolution 2030/4 du 24 juillet 2030,"),
    "en": ("The Economic and Social Council,", "Recalling its resolution 2030/4 of 24 July 2030,"),
    "es": ("El Consejo Económico y Social,", "Recordando su resolución 2030/4, de 24 de julio de 2030,"),
    "ru": ("Экономический и Социальный Совет,", "ссылаясь на свою резолюцию 2030/4 от 24 июля 2030 года,"),
    "ar": ("إن المجلس الاقتصادي والاجتماعي،", "إذ يشير إلى قراره 2030/4 المؤرخ 24 تموز/يوليه 2030،"),
    "zh": ("经济及社会理事会，", "回顾其2030年7月24日第2030/4号决议，"),
}
ACT = {
    "fr": "Prie le Secrétaire général de convoquer une réunion;", "en": "Requests the Secretary-General to convene a meeting;",
    "es": "Solicita al Secretario General que convoque una reunión;", "ru": "просит Генерального секретаря созвать совещание;",
    "ar": "يطلب إلى الأمين العام أن يعقد اجتماعا؛", "zh": "请秘书长召开一次会议；",
}  # fmt: skip
LAST = {
    "fr": "Décide de rester saisi de la question.", "en": "Decides to remain seized of the matter.",
    "es": "Decide seguir ocupándose de la cuestión.", "ru": "постановляет продолжать заниматься этим вопросом.",
    "ar": "يقرر أن يبقي المسألة قيد نظره.", "zh": "决定继续处理此案。",
}  # fmt: skip


def numbered(code: str, number: int, text: str) -> str:
    """A paragraph with its number as the language prints it."""
    return f"{number} - {text}" if code == "ar" else f"{number}. {text}"


def written(lines: Sequence[str], path: Path) -> Path:
    """The paragraphs in a file, in the format that its suffix says."""
    if path.suffix in (".md", ".txt"):
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    elif path.suffix == ".html":
        inner = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        path.write_text(f"<html><body>{inner}</body></html>", encoding="utf-8")
    else:
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    return path


def in_every_format(lines: Sequence[str], folder: Path) -> dict[str, Resolution]:
    """The paragraphs as each format gives them, by suffix."""
    return {suffix: read_resolution(written(lines, folder / f"text{suffix}")) for suffix in FORMATS}


def ids(resolution: Resolution) -> list[str]:
    """The ids of the paragraphs below the opening formula."""
    heads = (Kind.SYMBOL, Kind.TITLE, Kind.ADOPTION, Kind.ORGAN)
    return [p.id for p in resolution.paragraphs if p.kind not in heads]
