"""What a check is."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from reports.comparison import RelatedPair, Versions
from reports.finding import Finding, Severity


class Check(ABC):
    """One check. Its docstring says what it does, why it matters, and shows an example; ``hexapla explain`` prints it.

    ``category`` is the MQM error type that the code maps to; ``title`` names the finding in French and English.
    """

    code: ClassVar[str]
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
