"""The HTML report: one file that needs no network, runs no script but its own, and escapes all it shows."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from corpora.files import write_whole
from reports.comparison import RelatedPair, Versions
from reports.exporters.html.views import page_view
from reports.lineage import Lineage
from reports.selection import Selection

_FOLDER = Path(__file__).parent


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
) -> str:
    """The report as one HTML document.

    Its Content-Security-Policy names the style and the script by their hashes: nothing else can run or load.
    """
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "style.css").read_text(encoding="utf-8")
    script = (_FOLDER / "script.js").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    # Style and script are our own files; everything else goes through autoescape.
    return environment.get_template("report.html.j2").render(
        page=page_view(versions, selection or Selection([], []), related, lineage),
        ui=ui,
        style=Markup(style),
        script=Markup(script),
        policy=policy,
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
