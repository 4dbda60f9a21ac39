"""The HTML report: one file that needs no network, runs no script but its own, and escapes all it shows.

The review shows the same page; there the script talks to the server that sent it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.io import write_whole
from corpora.kept import Kept
from corpora.model import Resolution
from reports.comparison.lineage import Lineage
from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.html.frame import Frame, folder_frame
from reports.exporters.html.rendering import rendered
from reports.exporters.html.views import page_view
from reports.project.selection import Selection

_REPORT = ("words.js", "colours.js", "page.js", "decisions.js", "local.js", "start.js")
_REVIEW = ("words.js", "colours.js", "page.js", "decisions.js", "server.js", "start.js")
_FRAMED = ("framed.js",)


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What the page of a review knows besides: the last event, its state, that of the corrections in it, who looks.

    ``files`` name what it can be saved as, beside the workbook and the decisions; ``left_out`` says, in each
    language of the interface, which files of the folder were not read.
    """

    last: int
    generation: int
    pins: str
    reviser: str
    files: tuple[str, ...] = ()
    left_out: tuple[Mapping[str, str], ...] = ()


def write_report(
    path: Path,
    versions: Versions | None,
    selection: Selection | None,
    related: Sequence[tuple[RelatedPair, Selection]],
    ui: str,
    lineage: Lineage | None = None,
    *,
    own: Resolution | None = None,
) -> None:
    """Render the report and write it to ``path``; ``own`` is the resolution that the related ones are related to."""
    write_whole(path, render_report(versions, selection, related, ui, lineage, own=own))


def render_report(
    versions: Versions | None,
    selection: Selection | None,
    related: Sequence[tuple[RelatedPair, Selection]],
    ui: str,
    lineage: Lineage | None = None,
    review: ReviewPage | None = None,
    *,
    own: Resolution | None = None,
    frame: Frame | None = None,
    kept: Kept | None = None,
) -> str:
    """The report as one HTML document; ``own`` is the resolution that the related ones are related to.

    ``frame`` is the place of the page in the application; None for a file, which stands alone. A review is a page of an open folder.
    What stayed as it was since the page was rendered last, in the same language, is taken from ``kept``.

    Its Content-Security-Policy names the style and the script by their hashes: nothing else can run or load; only the
    page of a review may talk, and only to the server that sent it.
    """
    return rendered(
        "report.html.j2",
        (*_REVIEW, *_FRAMED) if review else (*_REPORT, *_FRAMED) if frame else _REPORT,
        talks=review is not None,
        page=page_view(versions, selection or Selection([], []), related, lineage, own=own, kept=kept),
        kept=kept,
        ui=ui,
        review=review,
        frame=folder_frame() if review else frame,
    )
