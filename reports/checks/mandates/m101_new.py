"""M101."""

from __future__ import annotations

from reports.checks.support.mandate_checks import PresenceCheck


class NewMandate(PresenceCheck):
    """A mandate that the earlier resolution does not have."""

    code = "M101"
    since = "0.1.0"
    category = "accuracy/addition"
    later = True
    with_others = "M101.acts"


CHECK = NewMandate()
