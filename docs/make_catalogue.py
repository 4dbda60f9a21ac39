"""Write docs/findings.md from the checks' own docstrings."""

from __future__ import annotations

from pathlib import Path

from reports.checks import all_checks

OUT = Path(__file__).parent / "findings.md"


def catalogue() -> str:
    """The page: one section a code."""
    parts = [
        "# The findings",
        "",
        "Made by `docs/make_catalogue.py` from the checks; `hexapla explain CODE` prints the same.",
        "",
        "The severity of a code is that of a finding in an operative paragraph; a finding weighs less where it has less effect:",
        "",
        "- one step less in a recital or an annex, minor in a footnote;",
        "- one step less where a value only points to another place or text: the number of a paragraph cited, a date that was past",
        "  when the resolution was adopted (a document symbol, D203, is counted so already);",
        "- minor where the year beside the number of a resolution differs: the number alone says which resolution is meant;",
        "- minor where words may be house style, or where a check is less sure.",
        "",
    ]
    for check in all_checks():
        parts += [
            f"## {check.code}: {check.title['en']} / {check.title['fr']}",
            "",
            f"Severity {check.severity.label}; MQM: {check.category}.",
            "",
            check.explanation().replace("\n", "  \n"),
            "",
        ]
    return "\n".join(parts)


if __name__ == "__main__":
    OUT.write_text(catalogue(), encoding="utf-8")
