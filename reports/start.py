"""Where the ``hexapla`` command begins: an interrupt while the program is still being loaded ends it as quietly as later."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit status of a command that was interrupted: 128 and the number of the signal."""


def main() -> None:
    """Load the command line and run it."""
    try:
        from reports.cli import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
