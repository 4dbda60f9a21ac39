"""Words of the user's language that more than one part of the reports needs."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.annotation.verbs import main_concept
from corpora.languages import concepts, kind_names, language
from corpora.model import VerbPhrase


def language_name(code: str, ui: str) -> str:
    """A language's name in the user's language."""
    return language(code).name_in(ui)


def language_list(codes: Sequence[str], ui: str) -> str:
    """Several languages' names, joined."""
    names = [language_name(code, ui) for code in codes]
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + (" et " if ui == "fr" else " and ") + names[-1]


def against(outlier: str, others: Sequence[str], ui: str) -> str:
    """ "(ru: 1, against 5)", where several versions voted; nothing for a pair."""
    if len(others) < 2:
        return ""
    return f" ({outlier}\u00a0: 1, {'contre' if ui == 'fr' else 'against'} {len(others)})"


def quoted(text: str, ui: str) -> str:
    """``text`` in the quotation marks of the user's language.

    Words that run from the right are isolated (U+2068, U+2069), or they would draw the marks and numbers around them along
    (Unicode Standard Annex 9).
    """
    if any("\u0590" <= c <= "\u08ff" for c in text):
        text = f"\u2068{text}\u2069"
    return f"«\u202f{text}\u202f»" if ui == "fr" else f"“{text}”"


def shortened(text: str, limit: int = 90) -> str:
    """``text`` on one line, cut at a word after ``limit`` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[:limit]
    return cut + "…"


def verb_class(verb: VerbPhrase, ui: str) -> str:
    """What kind of act a verb is, in the user's language."""
    return kind_names()[concepts()[main_concept(verb).id].kind][ui]
