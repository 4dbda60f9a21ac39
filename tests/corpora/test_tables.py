"""TOML that is kept: the same content as it is read to, and never that of a file that was changed or is another's."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from corpora.system import tables
from corpora.system.tables import read_toml

TEXT = '# eau\n[words]\nwater = ["l\'eau", "\u4e2d\u6587"]\nshare = 0.25\ncount = 3\nsure = true\n' + "# filler\n" * 300


def _kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.table"))


def test_what_is_kept_is_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tomllib.loads(TEXT)
    assert read_toml(TEXT, tmp_path) == wanted and len(_kept(tmp_path)) == 1
    monkeypatch.setattr(tables.tomllib, "loads", lambda text: pytest.fail("read again"))
    assert read_toml(TEXT, tmp_path) == wanted


@pytest.mark.parametrize("damage", [b"", b"hexapla table 1\n{}", b"x"])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: bytes) -> None:
    read_toml(TEXT, tmp_path)
    (path,) = _kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage or whole[:-1])
    assert read_toml(TEXT, tmp_path) == tomllib.loads(TEXT)
    assert path.read_bytes() == whole


def test_a_file_in_anothers_place_is_not_taken(tmp_path: Path) -> None:
    other = TEXT.replace("water", "river")
    for text in (TEXT, other):
        read_toml(text, tmp_path)
    first, second = _kept(tmp_path)
    first.write_bytes(second.read_bytes())
    assert read_toml(TEXT, tmp_path) == tomllib.loads(TEXT)
    assert read_toml(other, tmp_path) == tomllib.loads(other)


def test_what_json_cannot_hold_is_read_each_time(tmp_path: Path) -> None:
    dated = TEXT + "day = 2005-03-31\n"
    for _ in range(2):
        assert read_toml(dated, tmp_path) == tomllib.loads(dated)
    assert not _kept(tmp_path)


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read_toml(TEXT + "= nothing\n", tmp_path)
