"""How many threads linear algebra begins: what its libraries read in the environment as they are loaded."""

from __future__ import annotations

import os

NAMES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""The variables of OpenBLAS, of OpenMP, of Intel's library and of Apple's."""


def keep_to_one_thread(*others: str) -> None:
    """Let linear algebra, and what the ``others`` name, begin one thread where the user's environment does not say otherwise."""
    for name in (*NAMES, *others):
        os.environ.setdefault(name, "1")
