"""Running the checks: findings of language versions, of related resolutions, of one document."""

from __future__ import annotations

from collections.abc import Iterable

from corpora.library import Library
from corpora.model import Resolution
from reports.checks import all_checks, document_checks, related_checks, version_checks
from reports.checks.base import Check
from reports.checks.rules import forbidden_in, rule_findings
from reports.comparison import RelatedPair, Versions
from reports.finding import Finding, fingerprinted
from reports.settings import Settings
from reports.submission import weighed

LINT = "L"
TYPOGRAPHY = "D6"


def off_by_default() -> frozenset[str]:
    """The codes that run only where they are asked for."""
    return frozenset(check.code for check in all_checks() if not check.default)


def wanted(check: Check, settings: Settings) -> bool:
    """Whether a check is to run; what the user ignores runs all the same, so that the report can say what it held."""
    return settings.asks(check.code, default=check.default) > 0


def check_versions(versions: Versions) -> list[Finding]:
    """Every finding of language versions, in the order of the text, the gravest first within a paragraph."""
    settings = versions.settings
    found = [f for check in version_checks() if wanted(check, settings) for f in check.run(versions)]
    found += rule_findings(versions)
    for document in versions.documents:
        found += _of_document(document, settings, Library(), TYPOGRAPHY)
    return _ordered([weighed(f, settings.submission) for f in found], versions.pivot)


def check_related(pair: RelatedPair) -> list[Finding]:
    """Every finding of two related resolutions, in the order of the earlier one."""
    found = [f for check in related_checks() if wanted(check, pair.settings) for f in check.run(pair)]
    return _ordered(found, pair.earlier)


def check_document(document: Resolution, settings: Settings, library: Library) -> list[Finding]:
    """Every finding of one document alone: faults of its own, typography where asked for, the user's rules."""
    found = _of_document(document, settings, library, LINT, TYPOGRAPHY)
    found += [f for rule in settings.rules for f in forbidden_in(rule, document)]
    return _ordered(found, document)


def _of_document(document: Resolution, settings: Settings, library: Library, *families: str) -> list[Finding]:
    return [
        finding
        for check in document_checks()
        if check.code.startswith(families) and wanted(check, settings)
        for finding in check.run(document, library)
    ]


def _ordered(found: Iterable[Finding], first: Resolution) -> list[Finding]:
    order = {p.id: i for i, p in enumerate(first.everything())}
    return fingerprinted(sorted(found, key=lambda f: (_place(f, order), -f.severity, f.code)))


def _place(finding: Finding, order: dict[str, int]) -> int:
    last = len(order)
    place = finding.source or finding.target
    return order.get(place.paragraph, last) if place else last
