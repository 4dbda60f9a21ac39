"""The command ``hexapla compare``."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.support.command_line import FR, LATER, run, schema


@pytest.mark.slow
def test_compare_json_keeps_to_its_schema_and_to_the_language_asked() -> None:
    data = json.loads(run("compare", FR, LATER, "--json", "--ui", "fr"))
    jsonschema.validate(data, schema("check"))
    assert any("devient" in f["message"] for f in data["findings"])
    assert any(m["before"] is None for m in data["mandates"])
    run("compare", FR, LATER, "--fail-on", "major", expect=1)
    run("compare", FR, FR, "--fail-on", "minor")
