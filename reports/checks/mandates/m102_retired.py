"""M102."""

from __future__ import annotations

from reports.checks.support.mandate_checks import PresenceCheck


class RetiredMandate(PresenceCheck):
    """A mandate of the earlier resolution that the later one does not have."""

    code = "M102"
    since = "0.1.0"
    category = "accuracy/omission"
    later = False
    with_others = "M102.acts"


CHECK = RetiredMandate()
