"""M201."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.verbs import force_step
from reports.checks.base import RelatedCheck
from reports.comparison import RelatedPair
from reports.finding import Finding, Severity
from reports.mandate_findings import kept, verb_place
from reports.phrases import quoted, verb_class


class ForceRaised(RelatedCheck):
    """The verb of a mandate has become stronger, within the same kind of act.

    What: compares the force of the operative verbs of one mandate in both resolutions, with their intensifiers. Across
    kinds of act it is M204.
    Why: what was asked is now pressed for.
    Example: earlier "Encourage les États …", later "Prie instamment les États …".
    """

    code = "M201"
    severity = Severity.MAJOR
    category = "accuracy/mandate"
    title = {"fr": "Force accrue", "en": "Force raised"}

    def run(self, pair: RelatedPair) -> Iterator[Finding]:
        """One finding for each mandate whose verb is stronger than before."""
        for before, after, _ in kept(pair):
            if before.verb.form == after.verb.form and before.verb.intensity == after.verb.intensity:
                continue
            step = force_step(before.verb, after.verb)
            if step is None or step == 0 or (step > 0) is not True:
                continue
            messages = {
                ui: f"{quoted(before.verb.text, ui)} {'devient' if ui == 'fr' else 'becomes'} "
                f"{quoted(after.verb.text, ui)} ({verb_class(after.verb, ui)})."
                for ui in ("fr", "en")
            }
            source, target = verb_place(pair.earlier, before), verb_place(pair.later, after)
            yield Finding(self.code, self.severity, source, target, messages, 0.85)


CHECK = ForceRaised()
