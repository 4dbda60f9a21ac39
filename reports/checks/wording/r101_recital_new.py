"""R101."""

from __future__ import annotations

from reports.checks.support.paragraph_presence import ParagraphPresence
from reports.findings.model import Severity


class RecitalNew(ParagraphPresence):
    """A recital or heading that the earlier resolution does not have."""

    code = "R101"
    since = "0.3.0"
    severity = Severity.MINOR
    category = "accuracy/addition"
    later = True
    sentence = "R101.new"


CHECK = RecitalNew()
