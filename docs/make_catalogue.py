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
