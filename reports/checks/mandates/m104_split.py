"""M104."""

from __future__ import annotations

from align.model import Relation
from reports.checks.support.mandate_checks import StructureCheck


class SplitMandate(StructureCheck):
    """An operative paragraph of the earlier resolution stands in several of the later one."""

    code = "M104"
    since = "0.1.0"
    relation = Relation.SPLIT


CHECK = SplitMandate()
