"""Rules of a user's own, without Python."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.command_line import run
from tests.support.folders import settings

RULES = """
[[rule]]
code = "R7"
language = "fr"
pattern = "assistance technique"
in = "en"
required = "technical assistance"
severity = "major"
reason = { fr = "Terme convenu", en = "Agreed term" }

[[rule]]
language = "en"
pattern = "Secretary-General"
reason = "not to be named"
severity = "neutral"

[[rule]]
language = "fr"
pattern = "terrorisme"
in = "en"
forbidden = "terror attacks"
reason = "house style"
"""


def test_rules_without_python(folder: Path) -> None:
    settings(folder, RULES)
    text = (
        (folder / "en.md")
        .read_text(encoding="utf-8")
        .replace("technical assistance in the prevention", "technical help in the prevention")
    )
    (folder / "en.md").write_text(text, encoding="utf-8")
    data = json.loads(run("check", folder / "fr.md", folder / "en.md", "--json"))
    mine = [f for f in data["findings"] if f["code"].startswith("R")]
    assert [(f["code"], f["severity"]) for f in mine if f["code"] == "R7"] == [("R7", "major")]
    assert "Agreed term" in next(f["message"] for f in mine if f["code"] == "R7")
    named = [f for f in mine if f["code"] == "R002"]
    assert named and all(f["source"]["quote"] == "Secretary-General" for f in named)
    assert not [f for f in mine if f["code"] == "R003"]
    assert "R002" in run("lint", folder / "en.md", "--all")
    assert "R7" in run("check", folder / "fr.md", folder / "en.md", "--ui", "fr")
