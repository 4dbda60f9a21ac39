"""Running the checks: findings of language versions, of related resolutions, of one document."""

from __future__ import annotations

from collections.abc import Iterable

from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks import all_checks, checks_in, document_checks, related_checks, version_checks
from reports.checks.base import Check, Scope
from reports.checks.support.other_text import apart_from_other_texts, other_text_finding
from reports.checks.user_rules import forbidden_in, rule_findings
from reports.comparison.rows import RelatedPair, Versions
from reports.findings.model import Finding, fingerprinted
from reports.findings.submission import weighed
from reports.project.settings import Settings

_OTHER_TEXT = "D501"
"""The check whose finding a version of another text is."""


def off_by_default() -> frozenset[str]:
    """The codes that run only where they are asked for."""
    return frozenset(check.code for check in all_checks() if not check.default)


def codes_in(scope: Scope) -> tuple[str, ...]:
    """The codes of the checks that run there."""
    return tuple(check.code for check in checks_in(scope))


def is_enabled(check: Check, settings: Settings) -> bool:
    """Whether a check is to run; what the user ignores runs all the same, so that the report can say what it held."""
    return settings.asks(check.code, default=check.default) > 0


def check_versions(versions: Versions) -> list[Finding]:
    """Every finding of language versions, in the order of the text, the gravest first within a paragraph."""
    settings = versions.settings
    found, compared = _other_texts(versions)
    found += [f for check in version_checks() if is_enabled(check, settings) for f in check.run(compared)]
    found += rule_findings(versions)
    for document in versions.documents:
        found += _of_document(document, settings, AdoptionDates(), Scope.VERSIONS)
    return _ordered([weighed(f, settings.submission) for f in found], versions.pivot)


def _other_texts(versions: Versions) -> tuple[list[Finding], Versions]:
    """One finding for each version that is another text, and the versions without it: it has no voice among the others."""
    meaning = next(check for check in version_checks() if check.code == _OTHER_TEXT)
    if not is_enabled(meaning, versions.settings):
        return [], versions
    others, compared = apart_from_other_texts(versions)
    return [other_text_finding(_OTHER_TEXT, versions, other) for other in others], compared


def check_related(pair: RelatedPair) -> list[Finding]:
    """Every finding of two related resolutions, in the order of the earlier one."""
    found = [f for check in related_checks() if is_enabled(check, pair.settings) for f in check.run(pair)]
    return _ordered(found, pair.earlier)


def check_document(document: Resolution, settings: Settings, adopted: AdoptionDates) -> list[Finding]:
    """Every finding of one document alone: faults of its own, typography where asked for, the user's rules."""
    found = _of_document(document, settings, adopted, Scope.LINT)
    found += [f for rule in settings.rules for f in forbidden_in(rule, document)]
    return _ordered(found, document)


def _of_document(document: Resolution, settings: Settings, adopted: AdoptionDates, scope: Scope) -> list[Finding]:
    return [
        finding
        for check in document_checks(scope)
        if is_enabled(check, settings)
        for finding in check.run(document, adopted)
    ]


def _ordered(found: Iterable[Finding], first: Resolution) -> list[Finding]:
    order = {p.id: i for i, p in enumerate(first.all_paragraphs())}
    return fingerprinted(sorted(found, key=lambda f: (_place(f, order), -f.severity, f.code)))


def _place(finding: Finding, order: dict[str, int]) -> int:
    last = len(order)
    place = finding.source or finding.target
    return order.get(place.paragraph, last) if place else last
