"""Help comes at once: naming the commands loads none of what they run with."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = ("numpy", "scipy", "polars", "httpx", "starlette", "openpyxl", "docx", "pypdfium2", "corpora.languages")


def test_naming_the_commands_loads_nothing_heavy() -> None:
    code = "import sys, json, reports.cli; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(json.loads(done.stdout))
    assert "reports.cli.check" in loaded
    assert not [name for name in HEAVY if name in loaded]
