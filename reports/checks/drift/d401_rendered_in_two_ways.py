"""D401."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.base import VersionCheck
from reports.checks.support.term_consistency import inconsistencies, quotation
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_name, quoted


class RenderedInTwoWays(VersionCheck):
    """One phrase of the pivot is rendered in two ways inside a version.

    What: follows a phrase that stands in four paragraphs or more to the words that render it, and reports the one row
    whose words differ from all others and stand nowhere else in that version.
    Why: readers take another term for another thing; inside one resolution a term is kept.
    Example: fr "assistance technique" in op2, op3, op5 and op6, en three times "technical assistance", once "technical aid".
    """

    code = "D401"
    severity = Severity.MINOR
    category = "terminology/inconsistent use of terminology"
    title = {"fr": "Un terme rendu de deux façons", "en": "One phrase rendered in two ways"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each odd rendering, the pivot with each other version."""
        for other in versions.others:
            code = other.language
            for found in inconsistencies(versions, versions.pivot.language, code):
                said, common = quotation(found.outlier[2:]), quotation(found.usual[2:])
                messages = {
                    "fr": f"{quoted(found.phrase, 'fr')} est rendu en {language_name(code, 'fr')} par {quoted(said, 'fr')}, ailleurs ({found.times} fois) par {quoted(common, 'fr')}.",
                    "en": f"{quoted(found.phrase, 'en')} is {quoted(said, 'en')} in {language_name(code, 'en')}, elsewhere ({found.times} times) {quoted(common, 'en')}.",
                }
                places = place_of(versions.pivot, *found.outlier[:2]), place_of(other, *found.outlier[2:])
                yield Finding(self.code, self.severity, *places, messages, 0.6)


CHECK = RenderedInTwoWays()
