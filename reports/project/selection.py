"""Which findings are shown: those asked for, with the user's severities, less those that a baseline accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.findings.baseline import Accepted, Baseline
from reports.findings.model import Finding
from reports.findings.order import in_order
from reports.messages.catalogue import say
from reports.project.settings import Settings

_REASONS = ("baseline", "review", "ignored", "path", "language")
"""Why findings are suppressed, in the order in which a summary counts them."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not shown: ``why`` is "ignored", "language", "path" (with the glob) or "baseline" or "review" (with who accepted or dismissed it)."""

    finding: Finding
    why: str
    glob: str = ""
    accepted: Accepted | None = None


@dataclass(frozen=True)
class Selection:
    """What is shown, and what was suppressed."""

    findings: list[Finding]
    suppressed: list[Suppressed]

    @property
    def everything(self) -> list[Finding]:
        """The findings that are shown, then those that are not."""
        return [*self.findings, *(entry.finding for entry in self.suppressed)]


def select(
    findings: Iterable[Finding],
    settings: Settings,
    baseline: Baseline | None = None,
    *,
    defaults: frozenset[str] = frozenset(),
    about: str | None = None,
) -> Selection:
    """Part findings into what is shown, in the order of a list (reports/findings/order.py), and what is not.

    ``defaults`` holds the codes that are off unless asked for; with ``about`` only what touches the version of that language is shown.
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
        elif about is not None and not finding.touches(about):
            hidden.append(Suppressed(finding, "language"))
        else:
            level = settings.severity_of(finding.code, names)
            shown.append(finding if level is None else replace(finding, severity=level))
    # By the severity that the user's settings give.
    return Selection(sorted(shown, key=in_order), hidden)


def suppressed_line(suppressed: Sequence[Suppressed], ui: str) -> str:
    """ "3 suppressed: 2 by the baseline, 1 ignored (D305)"; empty where nothing was."""
    if not suppressed:
        return ""
    counts = Counter(s.why for s in suppressed)
    codes = ", ".join(sorted({s.finding.code for s in suppressed}))
    parts = ", ".join(say(f"suppressed.{why}", ui, count=counts[why]) for why in _REASONS if counts[why])
    return say("suppressed.line", ui, count=len(suppressed), parts=parts, codes=codes)
