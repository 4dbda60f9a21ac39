"""M218."""

from __future__ import annotations

from reports.checks.support.value_hunks import ValueHunkCheck
from reports.comparison.hunk_kinds import ValueGroup


class NumberChanged(ValueHunkCheck):
    """A number, a share or a sum changed."""

    code = "M218"
    since = "0.3.0"
    group = ValueGroup.NUMBER
    noun = "number"


CHECK = NumberChanged()
