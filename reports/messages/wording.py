"""Words of the texts, cut for a sentence."""

from __future__ import annotations


def shortened(text: str, limit: int = 90) -> str:
    """``text`` on one line, cut at a word after ``limit`` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[:limit]
    return cut + "…"
