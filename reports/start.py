"""Where the ``hexapla`` command begins: an interrupt while the program is still being loaded ends it as quietly as later."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit status of a command that was interrupted: 128 and the number of the signal."""


def main() -> None:
    """Load the command line and run it.

    Linear algebra keeps to one thread unless the user's environment says otherwise: its products are small here, and threads
    that wait for each other cost more than they give (one check of six versions on a busy machine: 67 seconds of two
    processors, 10 with one thread).
    """
    try:
        from corpora.system.threads import keep_to_one_thread

        keep_to_one_thread()
        from reports.cli import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
