"""D503."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from align.lexicon.lost_words import LostWord, doubtful_words
from align.translation import TranslationModel, translation_model
from align.translation.contrast import RowContrast
from corpora.model import Kind
from reports.checks.base import VersionCheck
from reports.checks.support.lost_words import LostWordFindings
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Severity

CONTRAST = 7.2
"""Nats by which a word is missed less than elsewhere: two of the doubtful words of a resolution reach it, in four resolutions of
the Council of 2022 that no difference of the reading table stands in (benchmarks/contrast.py, with the model that it names)."""


class WordNotMissed(LostWordFindings, VersionCheck):
    """A doubtful word that a translation model does not miss in a version. Runs where the user names a model."""

    code = "D503"
    since = "0.6.0"
    severity = Severity.MINOR
    category = "accuracy/omission"
    lost = "D503.lost"
    added = ""
    sure = 0.26
    """Of 19 in six resolutions of the reading table 5 are differences that the table holds (benchmarks/contrast.py)."""

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The findings of each row, in the order of the rows; none without a model."""
        folder = versions.settings.translation
        if folder is None:
            return
        model = translation_model(folder)
        for row in versions.rows:
            yield from row.kept((self, folder), partial(self._found, row, model))

    def _found(self, row: VersionRow, model: TranslationModel) -> tuple[Finding, ...]:
        if not row.checked or row.kind is Kind.FOOTNOTE:
            return ()
        return tuple(self.findings(row, self._not_missed(row, model)))

    def _not_missed(self, row: VersionRow, model: TranslationModel) -> Sequence[LostWord]:
        doubtful = row.kept("doubtful words", lambda: doubtful_words(row.column))
        contrast = RowContrast(row.column, model)
        return [w for w in doubtful if not self.is_told_elsewhere(row, w) and (contrast.of(w) or 0.0) >= CONTRAST]


CHECK = WordNotMissed()
