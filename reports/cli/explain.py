"""explain: what a finding code means."""

from __future__ import annotations

from typing import Annotated

import typer

from corpora.errors import InputError
from reports.cli import options as o


def explain(code: Annotated[str | None, typer.Argument(help="A code such as D201.")] = None, ui: o.Ui = "en") -> None:
    """Say what a finding code means, why it matters, with an example; without a code, list all.

    Example: hexapla explain D201
    """
    from reports.checks import all_checks, check_of
    from reports.findings.severities import severity_label
    from reports.messages.catalogue import say

    ui = o.ui_of(ui)
    console = o.console()
    if code is None:
        for each in all_checks():
            console.print(f"{each.code}  {severity_label(each.severity, ui):9} {each.title(ui)}", markup=False)
        return
    found = check_of(code)
    if found is None:
        raise InputError("explain", f"no finding code {code!r}", hint="hexapla explain lists them")
    head = say("explain.head", ui, severity=found.severity.label, category=found.category)
    console.print(f"{found.code}  {found.title(ui)}  {head}\n", markup=False)
    console.print(found.explanation(ui), markup=False)
