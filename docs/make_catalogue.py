"""Write docs/findings.md, and docs/findings.CODE.md for each other language of the interface, from checks and catalogues."""

from __future__ import annotations

from pathlib import Path

from reports.checks import all_checks
from reports.checks.base import Check
from reports.findings.severities import severity_label
from reports.messages.catalogue import REFERENCE, interface_languages, say

OUT = Path(__file__).parent


def pages() -> dict[Path, str]:
    """The pages with their files, one a language."""
    return {
        OUT / ("findings.md" if ui == REFERENCE else f"findings.{ui}.md"): catalogue(ui) for ui in interface_languages()
    }


def catalogue(ui: str) -> str:
    """The page in one language: one section a code."""
    parts = [f"# {say('docs.title', ui)}", "", say("docs.intro", ui)]
    for check in all_checks():
        parts += [say("docs.heading", ui, code=check.code, title=check.title(ui)), "", _facts(check, ui), ""]
        parts += [check.explanation(ui).replace("\n", "  \n"), ""]
    return "\n".join(parts)


def _facts(check: Check, ui: str) -> str:
    """What the check declares: severity, error type, the commands that run it, since when."""
    return say(
        "docs.facts" if check.default else "docs.facts_off",
        ui,
        severity=severity_label(check.severity, ui),
        category=check.category,
        commands=", ".join(f"`hexapla {scope}`" for scope in sorted(check.runs_in)),
        since=check.since,
    )


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
