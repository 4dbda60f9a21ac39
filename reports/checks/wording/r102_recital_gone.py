"""R102."""

from __future__ import annotations

from reports.checks.support.paragraph_presence import ParagraphPresence
from reports.findings.model import Severity


class RecitalGone(ParagraphPresence):
    """A recital or heading of the earlier resolution that the later one does not have."""

    code = "R102"
    since = "0.3.0"
    severity = Severity.MINOR
    category = "accuracy/omission"
    later = False
    sentence = "R102.gone"


CHECK = RecitalGone()
