"""M217."""

from __future__ import annotations

from reports.checks.support.value_hunks import ValueHunkCheck
from reports.comparison.hunk_kinds import ValueGroup


class CitationChanged(ValueHunkCheck):
    """Another document or paragraph is cited."""

    code = "M217"
    since = "0.3.0"
    group = ValueGroup.CITATION
    noun = "citation"


CHECK = CitationChanged()
