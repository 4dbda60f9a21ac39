"""Running the checks: findings of language versions, findings of related resolutions."""

from __future__ import annotations

from reports.checks import related_checks, version_checks
from reports.comparison import RelatedPair, Versions
from reports.finding import Finding, fingerprinted


def check_versions(versions: Versions) -> list[Finding]:
    """Every finding of language versions, in the order of the text, the gravest first within a paragraph."""
    found = [finding for check in version_checks() for finding in check.run(versions)]
    order = {p.id: i for i, p in enumerate(versions.pivot.everything())}
    return fingerprinted(sorted(found, key=lambda f: (_place(f, order), -f.severity, f.code)))


def check_related(pair: RelatedPair) -> list[Finding]:
    """Every finding of two related resolutions, in the order of the earlier one."""
    found = [finding for check in related_checks() for finding in check.run(pair)]
    order = {p.id: i for i, p in enumerate(pair.earlier.everything())}
    return fingerprinted(sorted(found, key=lambda f: (_place(f, order), -f.severity, f.code)))


def _place(finding: Finding, order: dict[str, int]) -> int:
    last = len(order)
    place = finding.source or finding.target
    return order.get(place.paragraph, last) if place else last
