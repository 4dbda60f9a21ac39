"""What the terminal shows: a summary that fits a screen, plain where it is piped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reports.finding import Finding, Severity
from reports.phrases import shortened

_COLOURS = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.NEUTRAL: "dim",
}
_LABELS = {
    "fr": {
        Severity.CRITICAL: "critique",
        Severity.MAJOR: "majeure",
        Severity.MINOR: "mineure",
        Severity.NEUTRAL: "neutre",
    },
    "en": {s: s.label for s in Severity},
}
WORST = 5


def severity_label(severity: Severity, ui: str) -> str:
    """A severity in the user's language."""
    return _LABELS[ui][severity]


def counts_line(findings: Sequence[Finding], ui: str) -> str:
    """ "2 critical, 3 major, 0 minor, 5 neutral"."""
    counts = Counter(f.severity for f in findings)
    return ", ".join(f"{counts[s]} {severity_label(s, ui)}" for s in sorted(Severity, reverse=True))


def print_summary(console: Console, title: str, findings: Sequence[Finding], ui: str) -> None:
    """Counts by severity, then the gravest findings with their quotes."""
    console.print(Text(title, style="bold"))
    if not findings:
        console.print("aucun constat" if ui == "fr" else "no findings")
        return
    console.print(counts_line(findings, ui))
    worst = sorted(findings, key=lambda f: (-f.severity, -f.confidence))[:WORST]
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in worst:
        where = " / ".join(dict.fromkeys(finding.paragraphs))
        table.add_row(
            Text(finding.code, style="bold"),
            Text(severity_label(finding.severity, ui), style=_COLOURS[finding.severity]),
            where,
            Text(shortened(finding.message(ui), 220)),
        )
    console.print(table)
    rest = len(findings) - len(worst)
    if rest > 0:
        console.print(Text(f"… {rest} {'autres' if ui == 'fr' else 'more'}", style="dim"))
