"""The summary on terminals of several widths: no code stands without its title."""

from __future__ import annotations

import io
import re

import pytest

from reports.cli.terminal import print_summary
from reports.messages.catalogue import title_of
from reports.messages.screen import SafeConsole
from reports.project.selection import Selection
from tests.support.one_paragraph import checked

TEXTS = {
    "fr": "Prie le Secrétaire général de convoquer 40 réunions avant le 5 juin 2031.",
    "en": "Decides that the Secretary-General shall convene 50 meetings before 6 June 2031.",
}


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.slow
@pytest.mark.parametrize("ui", ["en", "fr"])
def test_a_title_stands_beside_every_code(ui: str) -> None:
    findings = checked(TEXTS)
    assert len({finding.code for finding in findings}) > 1
    for width in (100, 119, 120, 200):
        out = io.StringIO()
        print_summary(SafeConsole(file=out, width=width), "E/RES/2031/14", Selection(findings, []), ui, show_all=True)
        # A title may be folded over lines of the last column.
        last = _bare(" ".join(line[-60:] for line in out.getvalue().splitlines())) + _bare(out.getvalue())
        for finding in findings:
            assert finding.code in out.getvalue() and _bare(title_of(finding.code, ui)) in last, (width, out.getvalue())
