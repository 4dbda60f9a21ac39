"""Heads of the columns of workbooks, in the user's language; a workbook that comes back is read by them."""

from __future__ import annotations

from collections.abc import Mapping

from reports.messages.catalogue import catalogues, interface_languages


def column_heads(ui: str) -> Mapping[str, str]:
    """The heads of the columns by what stands in them."""
    return catalogues().of(ui).words["sheet"]


def heads_of(key: str) -> frozenset[str]:
    """The head of one column in every language of the interface."""
    return frozenset(column_heads(ui)[key] for ui in interface_languages())
