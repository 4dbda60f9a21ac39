"""Help comes at once: naming the commands loads none of what they run with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib

from tests.support.sample import ROOT

HEAVY = ("numpy", "scipy", "polars", "httpx", "starlette", "openpyxl", "docx", "pypdfium2", "corpora.languages")


def test_naming_the_commands_loads_nothing_heavy() -> None:
    code = "import sys, json, reports.cli; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(json.loads(done.stdout))
    assert "reports.cli.check" in loaded
    assert not [name for name in HEAVY if name in loaded]


def test_an_interrupt_while_the_program_is_loaded_is_no_traceback() -> None:
    code = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "reports.cli.series":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from reports.start import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_the_installed_command_begins_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"]["hexapla"] == "reports.start:main"


def test_linear_algebra_keeps_to_one_thread_unless_told_otherwise() -> None:
    code = """
import os, sys, reports.cli
from reports.start import main
reports.cli.main = lambda: print(os.environ["OPENBLAS_NUM_THREADS"], os.environ["OMP_NUM_THREADS"])
main()
"""
    plain = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    for given, wanted in (({}, "1 1"), ({"OPENBLAS_NUM_THREADS": "4"}, "4 1")):
        done = subprocess.run(
            [sys.executable, "-c", code], env={**plain, **given}, check=True, capture_output=True, text=True
        )
        assert done.stdout.strip() == wanted
