"""M202."""

from __future__ import annotations

from reports.checks.support.mandate_checks import ForceCheck


class ForceLowered(ForceCheck):
    """The verb of a mandate has become weaker, within the same kind of act."""

    code = "M202"
    since = "0.1.0"
    rising = False


CHECK = ForceLowered()
