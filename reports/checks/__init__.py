"""The checks: one module a check, found by looking into the folders; third parties add theirs by entry point.

An entry point of the group ``hexapla.checks`` names an instance of a check; its sentences stand in a folder of catalogues that an
entry point of the group ``hexapla.messages`` names as a package.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache

from corpora.errors import InputError
from corpora.plugins import plugins
from reports.checks import drafts, drift, lint, mandates, typography, wording
from reports.checks.base import Check, DocumentCheck, RelatedCheck, Scope, VersionCheck

__all__ = [
    "Check",
    "DocumentCheck",
    "RelatedCheck",
    "Scope",
    "VersionCheck",
    "all_checks",
    "check_of",
    "checks_in",
    "document_checks",
    "related_checks",
    "version_checks",
]

ENTRY_POINT = "hexapla.checks"


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of the codes.

    Raises InputError where a plug-in cannot be loaded, is no check, or takes a code that another check has.
    """
    found: dict[str, Check] = {}
    for package in (drafts, drift, typography, mandates, wording, lint):
        for info in pkgutil.iter_modules(package.__path__):
            check = importlib.import_module(f"{package.__name__}.{info.name}").CHECK
            found[check.code] = check
    for name, check in plugins(ENTRY_POINT):
        if not isinstance(check, Check):
            raise InputError(f"entry point {ENTRY_POINT}: {name}", "is no check", hint="name an instance of a check")
        if check.code in found:
            raise InputError(
                f"entry point {ENTRY_POINT}: {name}", f"there is a check {check.code}", hint="choose another code"
            )
        found[check.code] = check
    return tuple(found[code] for code in sorted(found))


def check_of(code: str) -> Check | None:
    """The check with this code, or None."""
    return next((check for check in all_checks() if check.code == code.upper()), None)


def checks_in(scope: Scope) -> Iterator[Check]:
    """The checks that declare that they run there."""
    return (check for check in all_checks() if scope in check.runs_in)


def version_checks() -> Iterator[VersionCheck]:
    """The checks that compare language versions."""
    return (check for check in checks_in(Scope.VERSIONS) if isinstance(check, VersionCheck))


def related_checks() -> Iterator[RelatedCheck]:
    """The checks of related resolutions."""
    return (check for check in checks_in(Scope.RELATED) if isinstance(check, RelatedCheck))


def document_checks(scope: Scope) -> Iterator[DocumentCheck]:
    """The checks of one document that run on it alone (``Scope.LINT``) or on each of several versions (``Scope.VERSIONS``)."""
    return (check for check in checks_in(scope) if isinstance(check, DocumentCheck))
