"""Where public documents are asked for. Apart from what asks, so that a command's help need not load it."""

from __future__ import annotations

BASE = "https://docs.un.org"
"""The public symbol access of the Official Document System; ``BASE/fr/A/RES/56/1`` leads to the French document."""
