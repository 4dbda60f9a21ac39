"""The command ``hexapla read``."""

from __future__ import annotations

import json

import jsonschema

from tests.support.command_line import EN, FR, run, schema


def test_read_json_keeps_to_its_schema() -> None:
    data = json.loads(run("read", FR, "--json"))
    jsonschema.validate(data, schema("read"))
    assert data["symbol"] == "E/RES/2002/19"
    paragraph = next(p for p in data["paragraphs"] if p["id"] == "op10")
    source = FR.read_text(encoding="utf-8")
    start, end = paragraph["span"]
    assert source[start:end].startswith("10. *Prie*")
    session = next(a for a in paragraph["anchors"] if a["kind"] == "session")
    assert source[session["span"][0] : session["span"][1]] == "douzième session"


def test_read_shows_the_structure() -> None:
    out = run("read", EN)
    assert "E/RES/2002/19" in out and "op10" in out and "fn82" in out
