"""Text that XML can hold."""

from __future__ import annotations

import re

_INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids (fifth edition, production 2)."""


def xml_text(text: str) -> str:
    """``text`` with the replacement character for each one that XML 1.0 forbids."""
    return _INVALID.sub("\ufffd", text)
