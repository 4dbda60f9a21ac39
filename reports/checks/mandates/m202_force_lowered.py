"""M202."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.verbs import force_step
from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import kept, verb_place
from reports.phrases import quoted, verb_class


class ForceLowered(RelatedCheck):
    """The verb of a mandate has become weaker, within the same kind of act.

    What: compares the force of the operative verbs of one mandate in both resolutions, with their intensifiers. Across
    kinds of act it is M204.
    Why: what was pressed for is now only asked.
    Example: earlier "Prie instamment les États …", later "Encourage les États …".
    """

    code = "M202"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Force réduite", "en": "Force lowered"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate whose verb is weaker than before."""
        for before, after, _ in kept(pair):
            if before.verb.form == after.verb.form and before.verb.intensity == after.verb.intensity:
                continue
            step = force_step(before.verb, after.verb)
            if step is None or step == 0 or (step > 0) is not False:
                continue
            messages = {
                ui: f"{quoted(before.verb.text, ui)} {'devient' if ui == 'fr' else 'becomes'} "
                f"{quoted(after.verb.text, ui)} ({verb_class(after.verb, ui)})."
                for ui in ("fr", "en")
            }
            source, target = verb_place(pair.earlier, before), verb_place(pair.later, after)
            yield Finding(self.code, self.severity, source, target, messages, 0.85)


CHECK = ForceLowered()
