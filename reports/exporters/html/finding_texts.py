"""What pages say of a finding, in each language of the interface."""

from __future__ import annotations

from reports.checks import check_of
from reports.exporters.html.first_screen import Texts
from reports.findings.model import Finding
from reports.messages.catalogue import interface_languages


def titles_of(finding: Finding) -> Texts:
    """What it is called; "" for a rule of the user's own."""
    check = check_of(finding.code)
    return {ui: check.title(ui) if check else "" for ui in interface_languages()}


def messages_of(finding: Finding) -> Texts:
    """Its reason."""
    return {ui: finding.message(ui) for ui in interface_languages()}
