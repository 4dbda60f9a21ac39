"""Changes of a few words that turn, except, oblige or widen: what the checks of them share."""

from __future__ import annotations

from typing import ClassVar

from reports.checks.support.change_severity import severity_of_change
from reports.checks.support.hunk_checks import HunkCheck
from reports.comparison.entries import Entry
from reports.comparison.hunk_kinds import HunkKind, kind_of
from reports.findings.model import Severity


class KindHunkCheck(HunkCheck):
    """A check of the hunks of some kinds, as grave as what each does where it stands."""

    rank = 40
    kinds: ClassVar[frozenset[HunkKind]]

    def explains(self, entry: Entry) -> bool:
        """Whether few words beside it changed with it."""
        return kind_of(entry.hunk) in self.kinds

    def severity_in(self, entry: Entry) -> Severity:
        """By what it does and where it stands."""
        return severity_of_change(kind_of(entry.hunk), entry.hunk.paragraph)
