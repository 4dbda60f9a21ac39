"""Where a page of the application stands among the others: what its head shows beside its own title."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

PARTS = ("compare", "series", "find", "library", "mandates")
"""The parts of the application that every page leads to; their names are those of their addresses."""
VERSIONS, CHANGES = "versions", "changes"
TEXT, MANDATES, DELIVERABLES, LINT, RELATED, LINEAGE = "text", "mandates", "deliverables", "lint", "related", "lineage"
OF_A_RESOLUTION = (TEXT, VERSIONS, CHANGES, MANDATES, DELIVERABLES, LINT, RELATED, LINEAGE)
"""What there is to see of one resolution, in the order of its tabs."""
_OF_A_FOLDER = (VERSIONS, TEXT, CHANGES, MANDATES, DELIVERABLES, LINT, RELATED, LINEAGE)
"""The same of a resolution in an open folder, the page where its findings are decided first."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One view of a resolution: its name, its address from the page that shows it, whether it is that page."""

    name: str
    address: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a page.

    ``base`` leads to the first page; ``here`` names the part that the page is of, "" for none; ``trail`` holds the pages above it, as
    (address from the first page, what it is called); ``tabs`` are views of the same resolution; ``files`` name what may be saved of the page, which is asked for
    with ``query``, the question that the page answers.
    """

    base: str = "./"
    here: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    tabs: tuple[Tab, ...] = ()
    files: tuple[str, ...] = ()
    query: str = ""


def address(page: str, **fields: str | int | tuple[str, ...] | None) -> str:
    """The address of a page with its question; fields that say nothing are left out.

    >>> address("compare", of=("A/RES/1", "A/RES/2"), language="")
    'compare?of=A%2FRES%2F1&of=A%2FRES%2F2'
    """
    said = urlencode({name: value for name, value in fields.items() if value not in ("", None, ())}, doseq=True)
    return f"{page}?{said}" if said else page


def of_resolution(symbol: str, tab: str = "", language: str = "") -> str:
    """The address of a resolution of the library."""
    return address("resolution", symbol=symbol, tab="" if tab == TEXT else tab, language=language)


def folder_frame(here: str = VERSIONS, language: str = "", query: str = "") -> Frame:
    """The frame of a page of an open folder, which is two steps below the first page; its views are in ``language``."""
    tabs = (
        Tab(name, "./" if name == VERSIONS else address("resolution", tab=name, language=language), name == here)
        for name in _OF_A_FOLDER
    )
    return Frame(base="../../", tabs=tuple(tabs), query=query)
