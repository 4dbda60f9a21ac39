"""D106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.support.voting import most_have
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Severity, place_of
from reports.messages.wording import language_list, language_name


class FootnoteMissing(VersionCheck):
    """A footnote or an annex that most versions have is missing in one.

    What: aligns footnotes and annex headings and reports those without a counterpart. A version that has no footnotes at
    all is passed over: its source leaves them out.
    Why: the footnote holds the symbol of the report or the resolution that the paragraph rests on.
    Example: fr "82 Résolution 56/261 de l'Assemblée générale, annexe, sect. VII.", en has no footnote 82.
    """

    code = "D106"
    severity = Severity.MINOR
    category = "accuracy/omission"
    title = {"fr": "Note ou annexe manquante", "en": "Footnote or annex missing"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """One finding for each version that lacks a footnote or annex which most versions have."""
        with_notes = {d.language for d in versions.documents if d.footnotes}
        for row in versions.rows:
            if row.kind not in (Kind.FOOTNOTE, Kind.ANNEX) or not most_have(row.cells, row.absent):
                continue
            reference = next(iter(row.cells.values()))
            for code in row.absent:
                if row.kind is Kind.FOOTNOTE and code not in with_notes:
                    continue
                others = tuple(row.cells)
                name = reference.first.id
                messages = {
                    "fr": f"{name} ({language_list(others, 'fr')}) n'a pas de pendant en {language_name(code, 'fr')}.",
                    "en": f"{name} ({language_list(others, 'en')}) has no counterpart in {language_name(code, 'en')}.",
                }
                yield Finding(
                    self.code, self.severity, place_of(reference.resolution, reference.first), None, messages, 0.8
                )


CHECK = FootnoteMissing()
