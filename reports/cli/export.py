"""export: bitexts, workbooks, Word documents for other tools and for colleagues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reports.cli import options as o
from reports.messages.screen import echo


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
    comments: Annotated[
        bool,
        typer.Option(
            "--comments",
            help="A copy of each Word file with its findings as comments, at the words; -o names a folder.",
        ),
    ] = False,
    language: o.PivotLanguage = None,
    ui: o.Ui = "en",
    config: o.Config = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    baseline: o.BaselineFile = None,
) -> None:
    """Write aligned versions, or two related resolutions, in a format that other tools take.

    Examples: hexapla export my-folder -o memory.tmx; hexapla export 2002-19.fr.md 2003-22.fr.md --related -o changes.docx
    """
    from corpora.errors import InputError
    from reports.exporters.base import ExportRequest
    from reports.messages.lines import error_line
    from reports.pipeline.exports import export_comments, export_files
    from reports.pipeline.progress import working
    from reports.pipeline.run_options import load_options

    settings = load_options(
        files[0], config=config, select=select or (), ignore=ignore or (), baseline=baseline, language=language
    )
    if comments:
        with working() as on_progress:
            made = export_comments(files, output, settings, o.ui_of(ui), on_progress)
        for path in made.left_out:
            left = InputError(str(path), "is no .docx: it gets no comments")
            echo(f"hexapla: {error_line(left, o.ui_of(ui))}", err=True)
        written = made.written
    else:
        shape = ExportRequest(output, level, related, columns, o.ui_of(ui))
        with working() as on_progress:
            written = export_files(files, shape, settings, on_progress)
    for path in written:
        echo(path)
    if len(files) == 1:
        o.say_not_read(files[0], o.ui_of(ui))
