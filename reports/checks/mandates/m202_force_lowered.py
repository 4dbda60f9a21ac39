"""M202."""

from __future__ import annotations

from reports.checks.support.mandate_checks import ForceCheck


class ForceLowered(ForceCheck):
    """The verb of a mandate has become weaker, within the same kind of act.

    What: compares the force of the operative verbs of one mandate in both resolutions, with their intensifiers. Across
    kinds of act it is M204.
    Why: what was pressed for is now only asked.
    Example: earlier "Prie instamment les États …", later "Encourage les États …".
    """

    code = "M202"
    title = {"fr": "Force réduite", "en": "Force lowered"}
    rising = False


CHECK = ForceLowered()
