"""M201."""

from __future__ import annotations

from reports.checks.support.mandate_checks import ForceCheck


class ForceRaised(ForceCheck):
    """The verb of a mandate has become stronger, within the same kind of act."""

    code = "M201"
    since = "0.1.0"
    rising = True


CHECK = ForceRaised()
