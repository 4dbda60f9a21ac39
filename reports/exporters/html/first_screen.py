"""What a page answers first: one tab for the versions and one for each related resolution, each with its verdict and its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpora.model import Resolution
from reports.comparison.rows import RelatedPair, Versions
from reports.findings.model import Finding, Severity
from reports.messages.catalogue import in_every_language, interface_languages, language_name, say

Texts = Mapping[str, str]
"""A line in each language of the interface."""


@dataclass(frozen=True, slots=True)
class TabView:
    """A tab: ``part`` is the id of the section of the page that it opens; ``verdict`` holds its lines, the first the shortest."""

    part: str
    heading: Texts
    count: int
    verdict: tuple[Texts, ...]


def versions_verdict(versions: Versions, findings: Sequence[Finding]) -> tuple[Texts, ...]:
    """ "Six versions: 1 grave point, 19 lesser ones." and, where versions stand apart, "Stands alone: French in 12, Russian in 3."."""
    count = len(versions.documents)
    if not findings:
        return (in_every_language("verdict.versions_agree", {"count": count}),)
    grave = sum(f.severity >= Severity.MAJOR for f in findings)
    lesser = len(findings) - grave
    name = "verdict.versions_grave" if grave else "verdict.versions_lesser"
    lines = [in_every_language(name, {"count": count, "grave": grave, "lesser": lesser})]
    alone = Counter(f.odd for f in findings if f.odd is not None)
    if alone and count > 2:
        lines.append({ui: _alone(alone, ui) for ui in interface_languages()})
    return tuple(lines)


def _alone(alone: Counter[str], ui: str) -> str:
    ordered = sorted(alone.items(), key=lambda entry: (-entry[1], entry[0]))
    parts = [say("verdict.alone_in", ui, language=language_name(code, ui), count=n) for code, n in ordered]
    return say("verdict.alone", ui, parts=", ".join(parts))


def related_heading(pair: RelatedPair, own: Resolution) -> Texts:
    """ "Since S/RES/2709(2023)" where the folder's own resolution is the later one; both names where it is neither."""
    if pair.later is own:
        return in_every_language("page.since", {"section": pair.earlier.label})
    if pair.earlier is own:
        return in_every_language("page.up_to", {"section": pair.later.label})
    return dict.fromkeys(interface_languages(), f"{pair.earlier.label} → {pair.later.label}")
