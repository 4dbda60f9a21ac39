"""Folders as people have them, through every command: several resolutions, what programs leave behind, earlier ones beside."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from tests.failing_kinds.test_mastheads import COVER
from tests.failing_kinds.texts import ACT, LAST, OPENING, numbered
from tests.support.command_line import refused, run

pytestmark = pytest.mark.slow

Capture, Patch = pytest.CaptureFixture[str], pytest.MonkeyPatch
FOLLOWS = {
    "fr": ("Rappelant sa résolution {} du 3 juillet 2030,", "Prie le Secrétaire général de présenter avant le 1er juin {} un rapport sur {};"),
    "en": ("Recalling its resolution {} of 3 July 2030,", "Requests the Secretary-General to submit before 1 June {} a report on {};"),
}  # fmt: skip
ABOUT = {
    "18": {"fr": "les ports et les phares des îles", "en": "the ports and lighthouses of the islands"},
    "20": {"fr": "la santé des enfants dans les écoles", "en": "the health of children in schools"},
}


def text_of(code: str, symbol: str) -> list[str]:
    cover = [line.replace("2031/18", symbol) for line in COVER[code]]
    return [f"E/RES/{symbol}", *cover, *OPENING[code], numbered(code, 1, ACT[code]), numbered(code, 2, LAST[code])]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Two resolutions under the names that people give, and what lies beside them."""
    folder = tmp_path / "mixed"
    (folder / "below").mkdir(parents=True)
    for code, name in {"fr": "E_RES_2031_18-F.docx", "en": "N2312345.DOCX", "zh": "决议.docx"}.items():
        document = docx.Document()
        for line in text_of(code, "2031/18"):
            document.add_paragraph(line)
        document.save(str(folder / name))
    for code, name in {"fr": "20 français.txt", "en": "20 anglais.txt", "es": "20.md"}.items():
        (folder / name).write_text("\n\n".join(text_of(code, "2031/20")), encoding="utf-8")
    (folder / "copy of 18.txt").write_text("\n\n".join(text_of("en", "2031/18")), encoding="utf-8")
    (folder / "below" / "ru.txt").write_text("\n\n".join(text_of("ru", "2031/20")), encoding="utf-8")
    for name in ("~$RES_2031_18-F.docx", "._N2312345.docx", ".DS_Store", ".~lock.20 anglais.txt#", ".~lock.20.md"):
        (folder / name).write_bytes(b"\x00\x05" * 80)
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("20.fr.txt", "x")
    return folder


def test_each_of_several_resolutions_is_checked(mixed: Path) -> None:
    (mixed / "19.txt").write_text("\n\n".join(text_of("en", "2031/19")), encoding="utf-8")
    out = run("check", mixed)
    assert "E/RES/2031/18 (fr en zh)" in out and "E/RES/2031/20 (fr en es)" in out
    assert "E/RES/2031/19: not checked: no fr version (the pivot)" in out


def test_one_of_several_may_be_named_short_in_every_command(mixed: Path, tmp_path: Path) -> None:
    place = f"{mixed}#2031/20"
    assert "E/RES/2031/20 (fr en es)" in run("check", place)
    assert "E/RES/2031/20 (fr en es)" in run("report", place, "-o", tmp_path / "out")
    assert "20 français.txt" in run("align", place)
    assert "E/RES/2031/20  ECOSOC  French" in run("read", place)
    assert "E/RES/2031/20  ECOSOC  English" in run("read", place, "--language", "en")
    assert "E/RES/2031/20 (fr)" in run("lint", place)
    assert "para. 1" in run("deliverables", place)
    run("export", place, "-o", tmp_path / "memory.tmx")
    run("review", place, "--export", tmp_path / "decisions.json")
    assert "E/RES/2031/18 → E/RES/2031/20" in run("compare", f"{mixed}#2031/18", place)
    run("export", f"{mixed}#2031/18", place, "--related", "-o", tmp_path / "changes.docx")
    for path in ("memory.tmx", "decisions.json", "changes.docx"):
        assert (tmp_path / path).stat().st_size > 50


def test_a_folder_stands_for_its_series(mixed: Path) -> None:
    out = run("series", mixed)
    assert "E/RES/2031/18 → E/RES/2031/20" in out


def test_where_one_is_asked_for_several_are_offered(mixed: Path, capsys: Capture, monkeypatch: Patch) -> None:
    for command in (
        ("report", mixed),
        ("export", mixed, "-o", "x.tmx"),
        ("align", mixed),
        ("read", mixed),
        ("lint", mixed),
    ):
        line = refused(capsys, monkeypatch, *command)
        assert 'holds 2 resolutions; name one of them, as in "mixed#E/RES/2031/18"' in line, command
    line = refused(capsys, monkeypatch, "report", mixed, "--ui", "fr")
    assert 'contient 2 résolutions; nommez l’une d’elles, comme dans "mixed#E/RES/2031/18"' in line


def test_what_is_seen_is_said_in_the_language_of_the_interface(
    mixed: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    (mixed / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    (mixed / "empty.txt").write_text(" \n", encoding="utf-8")
    english = refused(capsys, monkeypatch, "check", f"{mixed}#2031/99")
    assert "holds no 2031/99; 9 files seen: " in english and "empty.txt (the file is empty)" in english
    assert "not looked into: all.zip, below/" in english
    assert "~$" not in english and "._N" not in english and ".~lock" not in english
    french = refused(capsys, monkeypatch, "check", f"{mixed}#2031/99", "--ui", "fr")
    assert "ne contient pas de 2031/99; 9 fichiers vus : " in french and "empty.txt (le fichier est vide)" in french
    assert "pas ouverts : all.zip, below/" in french
    french = refused(capsys, monkeypatch, "report", mixed / "below", "--ui", "fr")
    assert french.endswith(
        "pas de version fr (le pivot); 1 fichier vu : ru.txt (E/RES/2031/20, ru); "
        "ajoutez fr.md, ou nommez un autre pivot dans hexapla.toml"
    )


def _followed(folder: Path) -> tuple[Path, Path]:
    """Two resolutions with the English of one year before, and the two that they continue, under names that say nothing."""
    old, new = folder / "old", folder / "new"
    for place, year, session in ((old, 2031, "2030"), (new, 2032, "2031")):
        place.mkdir()
        for number, about in ABOUT.items():
            for code, (recital, act) in FOLLOWS.items():
                stale = 2031 if code == "en" else year
                cited = f"{int(session) - 1}/{number}"
                lines = [f"E/RES/{session}/{number}", OPENING[code][0], recital.format(cited)]
                lines += [numbered(code, 1, act.format(stale, about[code])), numbered(code, 2, LAST[code])]
                (place / f"{code} {number}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    return old, new


def test_each_of_several_gets_the_earlier_one_that_it_continues(tmp_path: Path) -> None:
    old, new = _followed(tmp_path)
    out = run("check", new, "--earlier", old)
    for number in ABOUT:
        assert f"Compared with E/RES/2030/{number} (fr en), which it continues." in out
    assert out.count("D405") == 2, "English has the date of the year before in both"
    assert "dont elle prend la suite" in run("check", new, "--earlier", old, "--ui", "fr")


def test_one_gets_its_own_of_several_and_what_has_none_says_so(tmp_path: Path) -> None:
    old, new = _followed(tmp_path)
    assert "Compared with E/RES/2030/20 (fr en)" in run("check", f"{new}#2031/20", "--earlier", old)
    assert "Compared with E/RES/2030/18 (fr)" in run("check", f"{new}#2031/20", "--earlier", old / "fr 18.txt")
    files = [old / f"{code} {number}.txt" for code in ("fr", "en") for number in ABOUT]
    asked = [part for path in files for part in ("--earlier", path)]
    assert "Compared with E/RES/2030/18 (fr en)" in run("check", new / "fr 18.txt", new / "en 18.txt", *asked)
    for path in (*old.glob("*18.txt"),):
        path.unlink()
    (old / "fr other.txt").write_text("\n\n".join(text_of("fr", "2029/3")), encoding="utf-8")
    out = run("check", new, "--earlier", old)
    assert "Compared with E/RES/2030/20 (fr en)" in out
    assert "None of the earlier resolutions given is one that it continues." in out


def test_earlier_texts_that_cannot_be_told_apart_are_refused(
    tmp_path: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    _, new = _followed(tmp_path)
    assert "no such file" in refused(capsys, monkeypatch, "check", new, "--earlier", tmp_path / "absent")
    (tmp_path / "empty").mkdir()
    assert "holds no earlier resolution" in refused(capsys, monkeypatch, "check", new, "--earlier", tmp_path / "empty")


def test_the_folder_one_stands_in_is_named_as_it_can_be_typed(mixed: Path, capsys: Capture, monkeypatch: Patch) -> None:
    monkeypatch.chdir(mixed)
    assert 'name one of them, as in ".#E/RES/2031/18": ' in refused(capsys, monkeypatch, "report", ".")
