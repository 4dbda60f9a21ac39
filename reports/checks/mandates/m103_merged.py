"""M103."""

from __future__ import annotations

from align.model import Relation
from reports.checks.support.mandate_checks import StructureCheck


class MergedMandate(StructureCheck):
    """Operative paragraphs of the earlier resolution stand in one paragraph of the later one."""

    code = "M103"
    since = "0.1.0"
    relation = Relation.MERGED


CHECK = MergedMandate()
