"""M104."""

from __future__ import annotations

from align.model import Relation
from reports.checks.support.mandate_checks import StructureCheck


class SplitMandate(StructureCheck):
    """An operative paragraph of the earlier resolution stands in several of the later one.

    What: one paragraph whose words were found in two or more.
    Why: what was one mandate is now counted, reported on and cited as several.
    Example: earlier "9. Se félicite … et invite les États …", later paragraphs 9 and 10.
    """

    code = "M104"
    title = {"fr": "Mandat scindé", "en": "Mandate split"}
    relation = Relation.SPLIT
    words = {"fr": "réparti entre les paragraphes", "en": "split into paragraphs"}


CHECK = SplitMandate()
