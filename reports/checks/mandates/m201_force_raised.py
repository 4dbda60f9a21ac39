"""M201."""

from __future__ import annotations

from reports.checks.support.mandate_checks import ForceCheck


class ForceRaised(ForceCheck):
    """The verb of a mandate has become stronger, within the same kind of act.

    What: compares the force of the operative verbs of one mandate in both resolutions, with their intensifiers. Across
    kinds of act it is M204.
    Why: what was asked is now pressed for.
    Example: earlier "Encourage les États …", later "Prie instamment les États …".
    """

    code = "M201"
    title = {"fr": "Force accrue", "en": "Force raised"}
    rising = True


CHECK = ForceRaised()
