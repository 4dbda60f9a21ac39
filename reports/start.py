"""Where the ``hexapla`` command begins: an interrupt while the program is still being loaded ends it as quietly as later."""

from __future__ import annotations

import os
import sys

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What linear algebra asks, as it is loaded, how many threads to begin."""
INTERRUPTED = 130
"""The exit status of a command that was interrupted: 128 and the number of the signal."""


def main() -> None:
    """Load the command line and run it.

    Linear algebra keeps to one thread unless the user's environment says otherwise: its products are small here, and threads
    that wait for each other cost more than they give (one check of six versions on a busy machine: 67 seconds of two
    processors, 10 with one thread).
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    try:
        from reports.cli import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
