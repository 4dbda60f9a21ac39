"""M102."""

from __future__ import annotations

from reports.checks.support.mandate_checks import PresenceCheck


class RetiredMandate(PresenceCheck):
    """A mandate of the earlier resolution that the later one does not have.

    What: an operative paragraph, or an act inside one, that corresponds to nothing in the later resolution.
    Why: a mandate that is silently dropped may be lost by oversight.
    Example: earlier "7. Prie le Secrétaire général de fournir régulièrement …", later nothing of the kind.
    """

    code = "M102"
    category = "accuracy/omission"
    title = {"fr": "Mandat supprimé", "en": "Mandate retired"}
    later = False
    words = {"fr": "Mandat qui n'est pas repris\u00a0:", "en": "Mandate that is not taken up again:"}


CHECK = RetiredMandate()
