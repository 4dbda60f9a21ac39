"""The pages of the local application beside that of a resolution: the first one, and the one that waits until a resolution is open."""

from __future__ import annotations

from reports.exporters.html.rendering import rendered

_HOME = ("words.js", "application.js", "home.js")
_OPENING = ("words.js", "application.js", "opening.js")


def home_page(ui: str) -> str:
    """The page where work begins."""
    return rendered("home.html.j2", _HOME, talks=True, ui=ui)


def opening_page(title: str, ui: str) -> str:
    """The page that is shown while a resolution is being read and checked, or that says why it cannot be."""
    return rendered("opening.html.j2", _OPENING, talks=True, ui=ui, title=title)
