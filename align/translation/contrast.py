"""Contrastive conditioning: a word that a version does not render is one without which the version is no less likely a translation.

The method of Vamvas and Sennrich (ACL 2022, arXiv 2203.01927): a translation model says how likely a version is given the whole of
another text and given that text without a part. What is rendered is missed; what is not, is not. Beside the paper the same is asked
of the other versions, which do render the word: how much it is missed differs more from word to word than from language to language.
"""

from __future__ import annotations

from statistics import fmean

from align.lexicon.column_votes import RowTexts
from align.lexicon.lost_words import LostWord
from align.translation import Translated, TranslationModel


def contrast(word: LostWord, column: RowTexts, model: TranslationModel) -> float | None:
    """How much less the versions that lack a word would miss it than the others, in nats; None where no other version is left.

    Above zero the word is missed less where it seems to be lost. The word that is shown stands for its counterparts: asking all of
    them ranks no better (benchmarks/contrast.py) and costs three times as much.
    """
    shown = word.shown
    others = [code for code in column.texts if code != shown.code and code not in word.lacking]
    if not others or not word.lacking:
        return None
    gains = {code: _gain(word, code, column, model) for code in (*word.lacking, *others)}
    return fmean(gains[code] for code in word.lacking) - fmean(gains[code] for code in others)


def _gain(word: LostWord, code: str, column: RowTexts, model: TranslationModel) -> float:
    """How much likelier a version becomes when the word is left out of the text that it is taken to translate."""
    shown = word.shown
    text, version = column.texts[shown.code], column.texts[code]
    pairs = [Translated(text, version), Translated(_without(text, shown.span.start, shown.span.end), version)]
    whole, part = model.log_likelihoods(pairs, column.languages[shown.code], column.languages[code])
    return part - whole


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]}{text[end:]}".split())
