"""The checks: one module a check, found by looking into the folders; third parties add theirs by entry point."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import entry_points

from reports.checks import drafts, drift, lint, mandates, typography
from reports.checks.base import Check, DocumentCheck, RelatedCheck, VersionCheck

__all__ = [
    "Check",
    "DocumentCheck",
    "RelatedCheck",
    "VersionCheck",
    "all_checks",
    "check_of",
    "document_checks",
    "related_checks",
    "version_checks",
]

ENTRY_POINT = "hexapla.checks"


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of the codes."""
    found: list[Check] = []
    for package in (drafts, drift, typography, mandates, lint):
        for info in pkgutil.iter_modules(package.__path__):
            found.append(importlib.import_module(f"{package.__name__}.{info.name}").CHECK)
    found.extend(entry.load() for entry in entry_points(group=ENTRY_POINT))
    return tuple(sorted(found, key=lambda check: check.code))


def check_of(code: str) -> Check | None:
    """The check with this code, or None."""
    return next((check for check in all_checks() if check.code == code.upper()), None)


def version_checks() -> Iterator[VersionCheck]:
    """The checks of language versions."""
    return (check for check in all_checks() if isinstance(check, VersionCheck))


def related_checks() -> Iterator[RelatedCheck]:
    """The checks of related resolutions."""
    return (check for check in all_checks() if isinstance(check, RelatedCheck))


def document_checks() -> Iterator[DocumentCheck]:
    """The checks of one document alone."""
    return (check for check in all_checks() if isinstance(check, DocumentCheck))
