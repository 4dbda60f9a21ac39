"""What proves that two source trees print the same: it sees each kind of difference, and says which it is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from benchmarks.same_output import RESOLUTIONS, between, chosen, differing, jobs, main, record_outputs, told
from tests.support.sample import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("a/status", b"0\n", b"1\n", "exit status 0, then 1"),
        ("a/stdout", b"one\ntwo", b"one\nthree", "line 2: 'two', then 'three'"),
        ("a/stdout", b"x" * 90 + b"1", b"x" * 90 + b"2", f"line 1: {'x' * 20 + '1'!r}, then {'x' * 20 + '2'!r}"),
        ("a/stdout", None, b"x", "only in the second"),
        ("a/stdout", b"x", None, "only in the first"),
        ("a/stdout", b'{"a": 1}', b'{"a":1}', "the same values, written otherwise"),
        ("a/stdout", b'{"a": {"b": 1}, "c": 2}', b'{"a": {"b": 3}, "c": 2}', "fields: b 1"),
        (
            "a/stdout",
            b'[{"fingerprint": "aa", "message": "x"}, {"fingerprint": "bb"}]',
            b'[{"fingerprint": "bb"}, {"fingerprint": "cc"}]',
            "1 fingerprints gone, 1 new: -aa; +cc; fields: fingerprint 2, message 1",
        ),
        ("a/page.html", b"<p id=x>a</p>", b"<p id=x>b</p>", "the same facts, in other clothes"),
        (
            "a/page.html",
            b"<p data-f=1>a</p>",
            b"<p data-f=2>a</p>",
            '1 facts gone, 1 new: -p {"data-f": "1"}; +p {"data-f": "2"}',
        ),
    ],
)
def test_a_difference_is_told(name: str, before: bytes | None, after: bytes | None, said: str) -> None:
    assert told(name, before, after) == said


def test_files_that_are_the_same_are_not_named(tmp_path: Path) -> None:
    for side, words in (("one", "a"), ("other", "b")):
        for name, content in (("same", "x"), ("changed", words)):
            path = tmp_path / side / "check" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    assert list(differing(tmp_path / "one", tmp_path / "other")) == ["check/changed"]
    assert main(["compare", str(tmp_path / "one"), str(tmp_path / "other")]) == 1
    assert main(["compare", str(tmp_path / "one"), str(tmp_path / "one")]) == 0


def test_a_few_resolutions_are_spread_over_the_organs(record: Path) -> None:
    sets = chosen(record / "akn4un")
    assert len(sets) == RESOLUTIONS and all(len(six) == 6 for six in sets)
    assert chosen(record / "akn4un", 4) == sets[::5]


PROGRAM = """
import json, sys
def main():
    print(json.dumps({"words": sys.argv[1:], "program": PRINTED}))
    sys.exit(len(sys.argv) % 3)
"""
"""A stand-in for the command: it says what it was asked."""


def test_every_command_is_run_and_trees_are_cut_from_what_it_prints(tmp_path: Path) -> None:
    for side in ("one", "other"):
        package = tmp_path / side / "tree" / "reports"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "cli.py").write_text(f"PRINTED = 1\n{PROGRAM}", encoding="utf-8")
        record_outputs(tmp_path / side / "tree", tmp_path / side / "kept", None)
    kept = tmp_path / "one" / "kept"
    assert {path.name for path in kept.iterdir()} == set(jobs(ROOT, None))
    assert json.loads((kept / "read-fr" / "stdout").read_text(encoding="utf-8"))["words"] == [
        "read",
        "TREE/corpora/samples/e-res-2002-19/fr.md",
        "--json",
    ]
    assert (kept / "read-fr" / "status").read_text(encoding="utf-8") == "1\n"
    assert differing(kept, tmp_path / "other" / "kept") == {}
    assert [path.name for path in (tmp_path / "one").iterdir() if path.name.startswith("kept.")] == []


@pytest.mark.whole
def test_a_commit_prints_the_same_as_itself() -> None:
    if subprocess.run(["git", "-C", ROOT, "rev-parse", "HEAD"], capture_output=True, check=False).returncode:
        pytest.skip("this is no checkout: there are no commits to compare")
    assert between(("HEAD", "HEAD"), None) == {}
