"""The HTML report: one file that needs no network, runs no script but its own, and escapes all it shows.

The review shows the same page; there the script talks to the server that sent it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpora.files import write_whole
from reports.comparison import RelatedPair, Versions
from reports.exporters.html.views import page_view
from reports.lineage import Lineage
from reports.selection import Selection

_FOLDER = Path(__file__).parent
_REPORT = ("page.js", "decisions.js", "local.js", "start.js")
_REVIEW = ("page.js", "decisions.js", "server.js", "start.js")


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What the page of a review knows besides: the last event, how often the documents were checked, who looks."""

    last: int
    generation: int
    reviser: str


def write_report(
    path: Path,
    versions: Versions | None,
    selection: Selection | None,
    related: Sequence[tuple[RelatedPair, Selection]],
    ui: str,
    lineage: Lineage | None = None,
) -> None:
    """Render the report and write it to ``path``."""
    write_whole(path, render_report(versions, selection, related, ui, lineage))


def render_report(
    versions: Versions | None,
    selection: Selection | None,
    related: Sequence[tuple[RelatedPair, Selection]],
    ui: str,
    lineage: Lineage | None = None,
    review: ReviewPage | None = None,
) -> str:
    """The report as one HTML document.

    Its Content-Security-Policy names the style and the script by their hashes: nothing else can run or load; only the
    page of a review may talk, and only to the server that sent it.
    """
    style, script = _asset("style.css"), _script(_REVIEW if review else _REPORT)
    # Style and script are our own files; everything else goes through autoescape.
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=page_view(versions, selection or Selection([], []), related, lineage),
            ui=ui,
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script, talks=review is not None),
            review=review,
        )
    )


def policy(style: str, script: str, *, talks: bool) -> str:
    """The Content-Security-Policy of a page."""
    rules = [
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if talks:
        rules.append("connect-src 'self'")
    return "; ".join(rules)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(name: str) -> str:
    return (_FOLDER / "assets" / name).read_text(encoding="utf-8")


def _script(names: Sequence[str]) -> str:
    """The parts of a script as one, with nothing of it global."""
    parts = "\n".join(_asset(name) for name in names)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
