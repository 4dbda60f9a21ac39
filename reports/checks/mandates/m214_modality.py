"""M214."""

from __future__ import annotations

from reports.checks.support.kind_hunks import KindHunkCheck
from reports.comparison.hunk_kinds import HunkKind
from reports.findings.model import Severity


class ModalityChanged(KindHunkCheck):
    """A provision obliges where it recommended or permitted, or the other way round."""

    code = "M214"
    since = "0.3.0"
    severity = Severity.MAJOR
    kinds = frozenset({HunkKind.MODALITY})
    noun = "modality"


CHECK = ModalityChanged()
