"""The values that a paragraph states, by kind. Specimens, not UN documents."""

from __future__ import annotations

from corpora.reading import read_text

OPENINGS = {
    "fr": "Le Conseil de sécurité,\n\n1. *Décide* ",
    "en": "The Security Council,\n\n1. *Decides* ",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* ",
    "ru": "Совет Безопасности,\n\n1. *постановляет* ",
    "ar": "إن مجلس الأمن،\n\n1 - يقرر ",
    "zh": "安全理事会，\n\n1. 决定",
}


def values(code: str, text: str, kind: str) -> list[str]:
    paragraph = read_text(OPENINGS[code] + text, code, "x.md").paragraph("op1")
    return [a.form for a in paragraph.anchors if a.kind == kind]
