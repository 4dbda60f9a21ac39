"""M101."""

from __future__ import annotations

from reports.checks.support.mandate_checks import PresenceCheck


class NewMandate(PresenceCheck):
    """A mandate that the earlier resolution does not have.

    What: an operative paragraph, or an act inside one, that corresponds to nothing in the earlier resolution.
    Why: new mandates are what a resolution adds; they cost time and money.
    Example: later "11. Prie le Secrétaire général de convoquer une réunion d'experts …".
    """

    code = "M101"
    category = "accuracy/addition"
    title = {"fr": "Mandat nouveau", "en": "New mandate"}
    later = True
    words = {"fr": "Mandat nouveau\u00a0:", "en": "New mandate:"}


CHECK = NewMandate()
