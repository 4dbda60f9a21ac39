"""Collections of cycles are few in a command, and the caller of a library is left as it is."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import gc
was = gc.get_threshold()
import corpora, align, reports.cli
assert gc.get_threshold() == was, "loading changes nothing"
from corpora.system.collection import collect_seldom
collect_seldom()
collect_seldom()
assert gc.isenabled() and gc.get_threshold()[0] > 10_000
"""


def test_a_command_collects_seldom_and_loading_a_module_changes_nothing() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)
