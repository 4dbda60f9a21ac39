"""What a check is."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from corpora.model import Resolution
from corpora.resources.adoption_dates import AdoptionDates
from reports.comparison.rows import RelatedPair, Versions
from reports.findings.model import Finding, Severity


class Check(ABC):
    """One check. Its docstring says what it does, why it matters, and shows an example; ``hexapla explain`` prints it.

    ``category`` is the MQM error type that the code maps to; ``title`` names the finding in French and English;
    ``default`` is false for checks that run only where they are asked for.
    """

    code: ClassVar[str]
    default: ClassVar[bool] = True
    severity: ClassVar[Severity]
    category: ClassVar[str]
    title: ClassVar[dict[str, str]]

    def explanation(self) -> str:
        """The docstring, without its indentation."""
        return inspect.cleandoc(self.__doc__ or "")


class VersionCheck(Check):
    """A check of language versions."""

    @abstractmethod
    def run(self, versions: Versions) -> Iterator[Finding]:
        """The findings of this check."""


class RelatedCheck(Check):
    """A check of two related resolutions."""

    @abstractmethod
    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """The findings of this check."""


class DocumentCheck(Check):
    """A check of one document alone."""

    @abstractmethod
    def run(self, document: Resolution, adopted: AdoptionDates) -> Iterator[Finding]:
        """The findings of this check. ``adopted`` tells when documents were adopted, where that is known."""
