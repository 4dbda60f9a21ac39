"""Which findings are shown: those asked for, with the user's severities, less those that a baseline accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.findings.baseline import Accepted, Baseline
from reports.findings.model import Finding
from reports.project.settings import Settings


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not shown: ``why`` is "ignored", "path" (with the glob) or "baseline" or "review" (with who accepted or dismissed it)."""

    finding: Finding
    why: str
    glob: str = ""
    accepted: Accepted | None = None


@dataclass(frozen=True)
class Selection:
    """What is shown, and what was suppressed."""

    findings: list[Finding]
    suppressed: list[Suppressed]


def select(
    findings: Iterable[Finding],
    settings: Settings,
    baseline: Baseline | None = None,
    *,
    defaults: frozenset[str] = frozenset(),
) -> Selection:
    """Part findings into what is shown and what is not.

    ``defaults`` holds the codes that are off unless asked for.
    """
    shown: list[Finding] = []
    hidden: list[Suppressed] = []
    for finding in findings:
        names = [p.document for p in (finding.source, finding.target) if p]
        glob = settings.ignored_for(finding.code, names)
        accepted = baseline.entries.get(finding.fingerprint) if baseline else None
        if not settings.shows(finding.code, default=finding.code not in defaults):
            hidden.append(Suppressed(finding, "ignored"))
        elif glob is not None:
            hidden.append(Suppressed(finding, "path", glob))
        elif accepted is not None:
            hidden.append(Suppressed(finding, "baseline", accepted=accepted))
        else:
            level = settings.severity_of(finding.code, names)
            shown.append(finding if level is None else replace(finding, severity=level))
    return Selection(shown, hidden)


def suppressed_line(suppressed: Sequence[Suppressed], ui: str) -> str:
    """ "3 suppressed: 2 by the baseline, 1 ignored (D305)"; empty where nothing was."""
    if not suppressed:
        return ""
    names = {
        "en": {
            "baseline": "by the baseline",
            "review": "dismissed in the review",
            "ignored": "ignored",
            "path": "ignored for their path",
        },
        "fr": {
            "baseline": "par le fichier de référence",
            "review": "écartés en révision",
            "ignored": "ignorés",
            "path": "ignorés pour leur chemin",
        },
    }[ui]
    counts = Counter(s.why for s in suppressed)
    codes = ", ".join(sorted({s.finding.code for s in suppressed}))
    parts = ", ".join(f"{counts[why]} {names[why]}" for why in names if counts[why])
    word = "supprimés" if ui == "fr" else "suppressed"
    return f"{len(suppressed)} {word}{' ' if ui == 'fr' else ''}: {parts} ({codes})"
