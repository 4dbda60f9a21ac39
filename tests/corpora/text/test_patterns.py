"""Expressions whose compiled form is kept: the same as ``re.compile`` makes, from a file that may be damaged."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpora.text.patterns import PatternStore
from tests.support.sample import ROOT

PATTERNS = (
    (r"(?P<day>\d{1,2})\s(?P<month>mai|juin)(?!\w)", 0),
    (r"(?<!\w)(?:décide|prie)\b", re.IGNORECASE),
    (r"^\s*(\d+)\.", re.MULTILINE),
    (r"(?i:résolution)|[а-я]{2,}|第(?P<number>\d+)条", 0),
)
TEXT = "1. Décide de proroger jusqu'au 15 mai ;\n 2. PRIE, 第3条, совет, RÉSOLUTION, 30 juin"


def _matches(pattern: re.Pattern[str]) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(m.span(), m.groupdict()) for m in pattern.finditer(TEXT)]


def _kept(folder: Path) -> Path:
    store = PatternStore(folder)
    for pattern, flags in PATTERNS:
        store.compiled(pattern, flags)
    store.keep()
    (path,) = folder.rglob("*.patterns")
    return path


def _same_as_re(store: PatternStore) -> None:
    for pattern, flags in PATTERNS:
        found, wanted = store.compiled(pattern, flags), re.compile(pattern, flags)
        assert _matches(found) == _matches(wanted) != []
        assert (found.pattern, found.flags, found.groups) == (wanted.pattern, wanted.flags, wanted.groups)
        assert dict(found.groupindex) == dict(wanted.groupindex)


def test_what_is_kept_is_what_re_makes(tmp_path: Path) -> None:
    _same_as_re(PatternStore(tmp_path))
    _kept(tmp_path)
    _same_as_re(PatternStore(tmp_path))


def test_what_is_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(tmp_path)
    store = PatternStore(tmp_path)
    monkeypatch.setattr("corpora.text.patterns._code_of", lambda *key: pytest.fail(f"compiled {key}"))
    for key in PATTERNS:
        assert store.compiled(*key) is store.compiled(*key)


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: str) -> None:
    path = _kept(tmp_path)
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[-3] ^= 1
    path.write_bytes({"cut": whole[:-7], "changed": bytes(changed), "empty": b"", "other": b"PK\3\4"}[damage])
    _same_as_re(PatternStore(tmp_path))
    assert _kept(tmp_path).read_bytes() == whole


def test_code_that_is_none_is_refused(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file whose checksum is right may still hold what no Python made: ``re`` proves it."""
    import hashlib

    path = _kept(tmp_path)
    whole = path.read_bytes()
    start = whole.index(b"\n") + 1 + 32
    content = whole[start:-8] + b"\xff" * 8
    path.write_bytes(whole[: start - 32] + hashlib.sha256(content).digest() + content)
    _same_as_re(PatternStore(tmp_path))
    assert "is refused" in caplog.text


def test_what_others_wrote_meanwhile_stays(tmp_path: Path) -> None:
    one, other = PatternStore(tmp_path), PatternStore(tmp_path)
    one.compiled("a+")
    other.compiled("b+")
    one.keep()
    other.keep()
    later = PatternStore(tmp_path)
    later.compiled("c+")
    (path,) = tmp_path.rglob("*.patterns")
    assert all(pattern in path.read_bytes() for pattern in (b'"a+"', b'"b+"'))


def test_an_expression_that_is_none_is_refused_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        PatternStore(tmp_path).compiled("(")


def test_a_process_keeps_what_it_compiled_when_it_ends(tmp_path: Path) -> None:
    words = [sys.executable, "-c", "from corpora.text.patterns import compiled; print(compiled('wörd(er)?').groups)"]
    done = subprocess.run(words, env={"HEXAPLA_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.stdout == b"1\n"
    assert b"rd(er)?" in next(tmp_path.rglob("*.patterns")).read_bytes()


def test_nothing_is_kept_where_the_cache_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEXAPLA_CACHE", "off")
    store = PatternStore()
    assert store.path() is None
    _same_as_re(store)


@pytest.mark.slow
def test_a_second_process_compiles_nothing_new(tmp_path: Path) -> None:
    """Words that come from a set are put in an order, or each process would make a pattern of its own and keep it beside the others."""
    sample = ROOT / "corpora" / "samples" / "e-res-2002-19"
    files = sorted(map(str, sample.glob("??.md")))
    code = "import sys; from pathlib import Path; from corpora.reading import read_resolution; [read_resolution(Path(p)) for p in sys.argv[1:]]"
    kept = []
    for seed in ("1", "2", "3"):
        environment = {"HEXAPLA_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, *files], env=environment, check=True)
        kept.append(next(tmp_path.rglob("*.patterns")).stat().st_size)
    assert len(files) > 1 and len(set(kept)) == 1
