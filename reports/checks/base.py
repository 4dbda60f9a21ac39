"""What a check is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import ClassVar

from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.comparison.ledger import Ledger
from reports.comparison.rows import RelatedPair, VersionRow, Versions
from reports.findings.model import Finding, Severity
from reports.messages.catalogue import explanation_of, title_of


class Scope(StrEnum):
    """Where a check runs: on one document (``lint``), on versions (``check``), on related texts (``compare``), on a draft (``base``)."""

    LINT = "lint"
    VERSIONS = "check"
    RELATED = "compare"
    DRAFT = "base"


class Check(ABC):
    """One check, which declares its code, where it runs, its severity, its error type, and since which version it is there.

    ``category`` is the MQM error type that the code maps to; ``default`` is false for checks that run only where they are asked
    for; ``since`` is the version that brought it. What people read of it (title, explanation, sentences) stands in the catalogues
    of reports/messages under its code.
    """

    code: ClassVar[str]
    since: ClassVar[str]
    runs_in: ClassVar[frozenset[Scope]]
    default: ClassVar[bool] = True
    severity: ClassVar[Severity]
    category: ClassVar[str]

    def title(self, ui: str) -> str:
        """What the finding is called, in the user's language."""
        return title_of(self.code, ui)

    def explanation(self, ui: str) -> str:
        """What it looks for, why that matters, an example, in the user's language; ``hexapla explain`` prints it."""
        return explanation_of(self.code, ui)


class VersionCheck(Check):
    """A check of language versions."""

    runs_in = frozenset({Scope.VERSIONS})

    @abstractmethod
    def run(self, versions: Versions) -> Iterator[Finding]:
        """The findings of this check."""


class RowCheck(VersionCheck):
    """A check that looks at one row at a time and at nothing else: a row that stays as it was is not looked at again."""

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The findings of each row, in the order of the rows."""
        for row in versions.rows:
            yield from row.kept(self, partial(self._found, row))

    def _found(self, row: VersionRow) -> tuple[Finding, ...]:
        return tuple(self.of_row(row))

    @abstractmethod
    def of_row(self, row: VersionRow) -> Iterator[Finding]:
        """The findings of a row."""


class RelatedCheck(Check):
    """A check of two related resolutions."""

    runs_in = frozenset({Scope.RELATED})

    @abstractmethod
    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """The findings of this check."""


class ClaimingCheck(RelatedCheck):
    """A check that says what changed words are: it takes from the ledger the hunks that it explains, and no other check sees them.

    ``rank`` is its place among these checks, the most specific first.
    """

    rank: ClassVar[int]

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """The findings of this check alone, as if no other had taken a hunk."""
        yield from self.claim(Ledger(pair))

    @abstractmethod
    def claim(self, ledger: Ledger) -> Iterator[Finding]:
        """The findings of this check; the hunks that they account for are taken from the ledger."""


class DocumentCheck(Check):
    """A check of one document alone; it may run on each of several versions as well."""

    runs_in = frozenset({Scope.LINT})

    @abstractmethod
    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """The findings of this check. ``adopted`` tells when documents were adopted, where that is known."""
