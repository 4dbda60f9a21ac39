"""Heads of the columns of workbooks, in the user's language; a workbook that comes back is read by them."""

from __future__ import annotations

from collections.abc import Mapping

from corpora.text.folding import without_accents
from reports.messages.catalogue import catalogues, interface_languages


def column_heads(ui: str) -> Mapping[str, str]:
    """The heads of the columns by what stands in them."""
    return catalogues().of(ui).words["sheet"]


def is_head(cell: str, key: str) -> bool:
    """Whether a cell is the head of a column, in some language of the interface."""
    return _plain(cell) in {_plain(column_heads(ui)[key]) for ui in interface_languages()}


def decision_words(ui: str) -> Mapping[str, str]:
    """The words for decisions in the user's language, by those of the journals."""
    return catalogues().of(ui).words["decision"]


def decision_in(cell: str) -> str | None:
    """The decision that a cell names, in any language of the interface or as journals do; "" where it is empty, None for another word.

    Case, accents and marks around it are as people type them: "A corriger." is "à corriger".
    """
    said = _plain(cell)
    if not said:
        return ""
    named = [(key, word) for ui in interface_languages() for key, word in decision_words(ui).items()]
    return next((key for key, word in named if said in (key, _plain(word))), None)


def _plain(cell: str) -> str:
    """A cell's words without case, accents and the marks around them."""
    return " ".join(without_accents(cell.replace("\u2019", "'")).casefold().split()).strip(" .,;:!?'\"-–*")
