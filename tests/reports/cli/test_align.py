"""The command ``hexapla align``."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import polars as pl
import pytest

from tests.support.command_line import EN, ES, FR, LATER, run, schema


@pytest.mark.parametrize("suffix", [".json", ".csv", ".parquet"])
def test_align_writes_by_suffix(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"beads{suffix}"
    run("align", FR, EN, "--output", target)
    if suffix == ".json":
        data = json.loads(target.read_text(encoding="utf-8"))
        jsonschema.validate(data, schema("align"))
        assert len(data["beads"]) == 25
    else:
        table = pl.read_csv(target) if suffix == ".csv" else pl.read_parquet(target)
        assert table.height == 25 and table["source"].to_list() == table["target"].to_list()


def test_align_several_versions_in_one_file(tmp_path: Path) -> None:
    target = tmp_path / "beads.json"
    run("align", FR, EN, ES, "-o", target)
    data = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(data, schema("align"))
    assert len(data["alignments"]) == 2


def test_align_lines(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Das Haus ist alt.\nEs regnet heute. Wir bleiben zu Hause.\n", encoding="utf-8")
    b.write_text("La maison est vieille.\nIl pleut aujourd'hui.\nNous restons à la maison.\n", encoding="utf-8")
    assert run("align", "--lines", a, b).splitlines() == ["[0]:[0]", "[1]:[1, 2]"]
    run("align", "--lines", "--related", a, a, "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == "[0]:[0]\n[1]:[1]\n"


def test_align_related_resolutions() -> None:
    assert "merged" in run("align", "--related", FR, LATER)


def test_beads_are_shown_as_people_find_them() -> None:
    lines = run("align", FR, EN, "--clauses", "--ui", "fr").splitlines()
    acts = [line.split("  ") for line in lines if line.startswith("  par. 10")]
    assert acts and acts[0][1] == "par. 10" and acts[0][-1].endswith("aligné")
    assert any(line.startswith("  par. 10, proposition 1 ") for line in lines)
    assert "para. 10" in run("align", FR, EN) and "op10" not in run("align", FR, EN)
