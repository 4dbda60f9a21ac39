"""The language in which a text was submitted, and what it says of a finding.

The version that was drafted is the likelier to say what was meant; where it is the odd one, the others may be behind it.
"""

from __future__ import annotations

from dataclasses import replace

from reports.findings.model import Finding
from reports.messages.wording import language_name


def weighed(finding: Finding, submission: str | None) -> Finding:
    """The finding with what the language of submission says added to its reason; unchanged where it says nothing."""
    languages = [p.language for p in (finding.source, finding.target) if p]
    voters = [code for code, _ in finding.votes] or languages
    if submission is None or submission not in voters or finding.target is None or len(voters) < 2:
        return finding
    outlier = finding.target.language
    names = {ui: language_name(submission, ui) for ui in ("fr", "en")}
    if outlier == submission:
        added = {
            "fr": f" Le texte a été présenté en {names['fr']}\u00a0: les autres versions sont peut-être en retard sur lui.",
            "en": f" The text was submitted in {names['en']}: the other versions may be behind it.",
        }
    else:
        added = {
            "fr": f" Le texte a été présenté en {names['fr']}, ce qui parle contre la version en {language_name(outlier, 'fr')}.",
            "en": f" The text was submitted in {names['en']}, which speaks against {language_name(outlier, 'en')}.",
        }
    return replace(finding, messages={ui: finding.messages[ui] + added[ui] for ui in finding.messages})
