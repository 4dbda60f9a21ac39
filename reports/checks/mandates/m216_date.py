"""M216."""

from __future__ import annotations

from reports.checks.support.value_hunks import ValueHunkCheck
from reports.comparison.hunk_kinds import ValueGroup


class DateChanged(ValueHunkCheck):
    """A date, a period, a session or how often something recurs changed."""

    code = "M216"
    since = "0.3.0"
    group = ValueGroup.DATE
    noun = "time"


CHECK = DateChanged()
