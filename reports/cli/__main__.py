"""``python -m reports.cli`` is ``hexapla``."""

from __future__ import annotations

from reports.cli import main

main()
