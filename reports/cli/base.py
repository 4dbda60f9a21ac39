"""base: what a Word draft changed without tracking it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reports.cli import options as o


def base(
    draft: Annotated[Path, typer.Argument(help="A Word draft with tracked changes.")],
    issued: Annotated[Path, typer.Argument(help="The resolution as issued, in any format.")],
    among: Annotated[
        list[Path] | None,
        typer.Option("--among", help="Where to look for what it stands on, if not on ISSUED; by default, beside both."),
    ] = None,
    language: o.Language = None,
    as_json: o.JsonFlag = False,
    ui: o.Ui = "en",
) -> None:
    """Reject a draft's tracked changes and flag every difference from the issued resolution; exit status 1 if there is one.

    A draft that was made on another resolution is said to be, in one line.

    Example: hexapla base draft.docx 2002-19.fr.md
    """
    from reports.cli.terminal import print_summary
    from reports.cli.three_texts import foundation_line
    from reports.comparison.foundations import stands_on
    from reports.pipeline.case import examine
    from reports.pipeline.drafts import search_foundation
    from reports.pipeline.files import case_of_draft
    from reports.pipeline.run_options import RunOptions

    ui = o.ui_of(ui)
    pair, selection = examine(case_of_draft(draft, issued, RunOptions(language=language))).only_pair()
    search = None if stands_on(pair) else search_foundation(draft, among or (), beside=(issued,))
    if search and search.found and search.found.resolution.source == pair.earlier.source:
        search = None  # Of all that is at hand it is nearest to the text it was compared with.
    if as_json:
        from reports.exporters.json_results import related_json
        from reports.exporters.three_texts_json import foundation_json

        based = {} if search is None else {"based_on": foundation_json(search.found)}
        o.print_json({**based, **related_json(pair, selection, ui)})
    elif search is not None and search.found is not None:
        o.console().print(foundation_line(search, ui, instead_of=pair.earlier.label), markup=False)
    else:
        print_summary(o.console(), f"{pair.earlier.symbol or issued} → {draft}", selection, ui, show_all=True)
    raise typer.Exit(1 if selection.findings else 0)
