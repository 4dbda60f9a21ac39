"""L106: numbers of paragraphs that skip."""

from __future__ import annotations

from tests.support.check_case import DocumentCase
from tests.support.lint import FRENCH


class TestL106(DocumentCase):
    code = "L106"
    good = [{"fr": FRENCH}]
    failing = [
        ({"fr": FRENCH.replace("3. Invite", "5. Invite")}, [code]),
    ]  # fmt: skip
