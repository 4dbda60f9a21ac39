"""export: bitexts, workbooks, Word documents for other tools and for colleagues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpora.bitexts import is_bitext
from corpora.errors import UnusableInputError
from reports.commands import options as o


def export(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FOLDER|PIVOT [OTHER...]", help="A folder of versions, or files, the pivot first."),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help=".tmx, .xlf, .xlsx, .docx, .xml (Akoma Ntoso), .csv, .parquet or .json."),
    ],
    related: Annotated[
        bool,
        typer.Option("--related", help="Two related resolutions, the earlier first; .docx has tracked changes."),
    ] = False,
    columns: Annotated[
        bool, typer.Option("--columns", help="With --related: .docx in two columns, not tracked changes.")
    ] = False,
    level: Annotated[
        str, typer.Option("--level", help="Units of .tmx, .xlf and tables.", metavar="paragraph|segment")
    ] = "paragraph",
    ui: o.Ui = "en",
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
) -> None:
    """Write aligned versions, or two related resolutions, in a format that other tools take.

    Examples: hexapla export my-folder -o memory.tmx; hexapla export 2002-19.fr.md 2003-22.fr.md --related -o changes.docx
    """
    from reports.asked import asked
    from reports.exporters.units import LEVELS
    from reports.exports import export_related, export_versions, export_workbook
    from reports.progress import working
    from reports.project import open_project
    from reports.reporting import examine, review_beside
    from reports.session import check_files, compare_files

    ui = o.ui_of(ui)
    if level not in LEVELS:
        raise UnusableInputError("--level", f"{level!r} is no level", mend=f"use {' or '.join(LEVELS)}")
    first, *rest = files
    wanted = asked(first, config=config, select=select or (), ignore=ignore or (), baseline=baseline)
    if related:
        if len(rest) != 1:
            raise UnusableInputError(
                "export", "--related wants two resolutions", mend="give the earlier, then the later"
            )
        with working() as tick:
            pair, selection = compare_files(first, rest[0], wanted, tick=tick)
        written = export_related(pair, selection, output, columns=columns, ui=ui)
    elif first.is_dir():
        with working() as tick:
            found = examine(open_project(first), wanted, review_beside(first), tick=tick)
        if output.suffix.lower() == ".xlsx":
            written = export_workbook(found.versions, found.selection, found.related, output, ui)
        elif found.versions is None:
            raise UnusableInputError(str(first), "holds one version only", mend="give two files and --related")
        else:
            written = export_versions(found.versions, found.selection, output, level=level, ui=ui)
    else:
        if not rest and not is_bitext(first):
            raise UnusableInputError("export", "one file given", mend="give a folder, or the pivot and other versions")
        with working() as tick:
            versions, selection = check_files(first, rest, wanted, tick=tick)
        written = export_versions(versions, selection, output, level=level, ui=ui)
    for path in written:
        typer.echo(path)
