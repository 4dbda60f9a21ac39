"""base: what a Word draft changed without tracking it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reports.cli import options as o


def base(
    draft: Annotated[Path, typer.Argument(help="A Word draft with tracked changes.")],
    issued: Annotated[Path, typer.Argument(help="The resolution as issued, in any format.")],
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
) -> None:
    """Reject a draft's tracked changes and flag every difference from the issued resolution; exit status 1 if there is one.

    Example: hexapla base draft.docx 2002-19.fr.md
    """
    from reports.cli.terminal import print_summary
    from reports.pipeline.case import examine
    from reports.pipeline.files import case_of_draft

    ui = o.ui_of(ui)
    pair, selection = examine(case_of_draft(draft, issued)).only_pair()
    if as_json:
        from reports.exporters.json_results import related_json

        o.print_json(related_json(pair, selection, ui))
    else:
        print_summary(o.console(), f"{pair.earlier.symbol or issued} → {draft}", selection, ui, show_all=True)
    raise typer.Exit(1 if selection.findings else 0)
