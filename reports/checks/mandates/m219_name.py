"""M219."""

from __future__ import annotations

from reports.checks.support.value_hunks import ValueHunkCheck
from reports.comparison.hunk_kinds import ValueGroup


class NameChanged(ValueHunkCheck):
    """Another body is named."""

    code = "M219"
    since = "0.3.0"
    group = ValueGroup.NAME
    noun = "name"


CHECK = NameChanged()
