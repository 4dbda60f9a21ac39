"""The acronyms that a text gives its names."""

from __future__ import annotations

import re

from corpora.model import Resolution
from corpora.values import Name

_GIVEN = re.compile(r"[^()\[\],;.]{0,60}\((?P<short>[^\W\d_a-z]{2,12})\)")
"""What may stand between a name and the acronym of the longer name that it is part of: " in the Central African Republic (MOUACA)"."""


def short_forms(document: Resolution, name: Name) -> frozenset[str]:
    """The acronyms that a document gives a name in brackets, or a longer name that it is part of: "(ICC)", "(AUPSC)"."""
    return frozenset(
        found.group("short")
        for paragraph in document.paragraphs
        for anchor in paragraph.anchors
        if anchor.value == name and (found := _GIVEN.match(paragraph.text, anchor.span.end))
    )
