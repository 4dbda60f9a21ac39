"""Contrastive conditioning: a word that a version does not render is one without which the version is no less likely a translation.

The method of Vamvas and Sennrich (ACL 2022, arXiv 2203.01927): a translation model says how likely a version is given the whole of
another text and given that text without a part. What is rendered is missed; what is not, is not. Beside the paper the same is asked
of the other versions, which do render the word: how much it is missed differs more from word to word than from language to language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean

from align.lexicon.column_votes import RowTexts, Word
from align.lexicon.lost_words import LostWord
from align.translation import Translated, TranslationModel


@dataclass(frozen=True)
class RowContrast:
    """A row of versions and a model: how likely a version is given the whole of another is asked once, however many words are doubted."""

    column: RowTexts
    model: TranslationModel
    _whole: dict[tuple[str, str], float] = field(default_factory=dict, repr=False)

    def of(self, word: LostWord) -> float | None:
        """How much less the versions that lack a word would miss it than the others, in nats; None where no other version is left.

        Above zero the word is missed less where it seems to be lost. The word that is shown stands for its counterparts: asking all
        of them ranks no better (benchmarks/contrast.py) and costs three times as much.
        """
        others = [code for code in self.column.texts if code != word.shown.code and code not in word.lacking]
        if not others or not word.lacking:
            return None
        gains = {code: self._gain(word.shown, code) for code in (*word.lacking, *others)}
        return fmean(gains[code] for code in word.lacking) - fmean(gains[code] for code in others)

    def _gain(self, word: Word, code: str) -> float:
        """How much likelier a version becomes when the word is left out of the text that it is taken to translate."""
        text, pair = self.column.texts[word.code], (word.code, code)
        if pair not in self._whole:
            self._whole[pair] = self._likelihood(text, *pair)
        part = " ".join(f"{text[: word.span.start]}{text[word.span.end :]}".split())
        return self._likelihood(part, *pair) - self._whole[pair]

    def _likelihood(self, text: str, source: str, target: str) -> float:
        languages = self.column.languages
        pairs = [Translated(text, self.column.texts[target])]
        return self.model.log_likelihoods(pairs, languages[source], languages[target])[0]
