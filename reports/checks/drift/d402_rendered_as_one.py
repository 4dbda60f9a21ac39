"""D402."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.term_consistency import inconsistencies, quotation
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_name, quoted


class RenderedAsOne(VersionCheck):
    """Two phrases of the pivot are rendered by one phrase of a version.

    What: the comparison of D401 the other way round: a phrase of the version that stands in four paragraphs or more, and
    the one row in which the pivot has other words for it, words that it uses nowhere else.
    Why: where the pivot means two things, the version says one.
    Example: en "technical assistance" in op2, op3, op5 and op6, fr three times "assistance technique", once "aide technique".
    """

    code = "D402"
    severity = Severity.MINOR
    category = "terminology/inconsistent use of terminology"
    title = {"fr": "Deux termes rendus par un seul", "en": "Two phrases rendered as one"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each odd rendering, the pivot with each other version."""
        for other in versions.others:
            code = other.language
            for found in inconsistencies(versions, code, versions.pivot.language):
                said, common = quotation(found.outlier[2:]), quotation(found.usual[2:])
                messages = {
                    "fr": f"{quoted(said, 'fr')} et {quoted(common, 'fr')} ({found.times} fois) sont rendus en {language_name(code, 'fr')} par {quoted(found.phrase, 'fr')}.",
                    "en": f"{quoted(said, 'en')} and {quoted(common, 'en')} ({found.times} times) are both {quoted(found.phrase, 'en')} in {language_name(code, 'en')}.",
                }
                places = place_of(versions.pivot, *found.outlier[2:]), place_of(other, *found.outlier[:2])
                yield Finding(self.code, self.severity, *places, messages, 0.6)


CHECK = RenderedAsOne()
