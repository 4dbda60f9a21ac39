"""The pages of the local application beside those of a report: the first one, those where texts are chosen, those that wait or refuse."""

from __future__ import annotations

from corpora.errors import InputError
from reports.exporters.html.first_screen import Texts
from reports.exporters.html.frame import Frame
from reports.exporters.html.rendering import rendered
from reports.messages.catalogue import interface_languages
from reports.messages.lines import error_line

_BASE = ("words.js", "colours.js", "application.js")
_DESK = (*_BASE, "desk.js")
_OPENING = (*_BASE, "opening.js")
SCRIPTS = {
    "find.html.j2": _BASE,
    "library.html.j2": (*_DESK, "library.js"),
    "mandates.html.j2": _BASE,
    "resolution.html.j2": _BASE,
    "series_threads.html.j2": (*_BASE, "threads.js"),
}
"""The scripts of the pages that show what the library or a text holds."""


def application_page(template: str, frame: Frame, ui: str, **values: object) -> str:
    """A page of the application from one of the templates of ``SCRIPTS``, with what it shows."""
    return rendered(template, SCRIPTS[template], talks=True, kept=None, frame=frame, ui=ui, **values)


def home_page(ui: str) -> str:
    """The page where work begins."""
    return rendered("home.html.j2", (*_DESK, "home.js"), talks=True, frame=Frame(here="home"), ui=ui)


def opening_page(title: str, ui: str) -> str:
    """The page that is shown while a resolution is being read and checked, or that says why it cannot be."""
    return rendered("opening.html.j2", _OPENING, talks=True, frame=Frame(base="../../"), ui=ui, title=title)


def pick_page(what: str, fewest: int, most: int, ui: str) -> str:
    """The page where texts are chosen and put in order: ``what`` is "compare" or "series"."""
    scripts = (*_DESK, "pick.js")
    values = {"what": what, "fewest": fewest, "most": most}
    return rendered("pick.html.j2", scripts, talks=True, kept=None, frame=Frame(here=what), ui=ui, **values)


def waiting_page(frame: Frame, title: str, job: str, back: str, ui: str) -> str:
    """The page that is shown while a job is under way: ``job`` is its key, ``back`` the page to go to when it is stopped."""
    scripts = (*_BASE, "waiting.js")
    return rendered("waiting.html.j2", scripts, talks=True, frame=frame, ui=ui, title=title, job=job, back=back)


def trouble_page(frame: Frame, error: InputError, back: str, ui: str) -> str:
    """The page that says in one line what is wrong and what to do."""
    return rendered("trouble.html.j2", _BASE, talks=True, frame=frame, ui=ui, line=said(error), back=back)


def said(error: InputError) -> Texts:
    """An error as one line in each language of the interface."""
    return {ui: error_line(error, ui) for ui in interface_languages()}
