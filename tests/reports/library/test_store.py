"""The store: what is added is there, once, whole, whatever happens in between."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path
from random import Random

import polars as pl
import pytest

from corpora.errors import InputError
from corpora.system.locking import locked
from reports.library import migrations, store
from reports.library.listing import listed, shown
from reports.library.manifest import MANIFEST, SEGMENTS, read_manifest
from reports.library.store import Library, open_library, writing
from reports.library.upkeep import outdated, same_tables, verify
from tests.reports.library.conftest import SIGNATURE, put
from tests.support.library_texts import EARLIER, LANGUAGES, LATER, OTHER, TEXTS, write_texts
from tests.support.sample import ROOT

pytestmark = pytest.mark.slow


def body(library: Library, symbol: str, language: str, paragraph: str) -> str:
    rows = shown(library, symbol, language).paragraphs.filter(pl.col("id") == paragraph)
    return str(rows["body"][0])


def test_what_is_added_is_there_in_six_languages(library: Library) -> None:
    assert library.documents.height == 3 * len(LANGUAGES)
    table = listed(library)
    assert set(table["symbol"]) == set(TEXTS)
    assert set(table["languages"]) == {"ar en es fr ru zh"}
    for symbol, versions in TEXTS.items():
        for code, text in versions.items():
            assert body(library, symbol, code, "op1") in text


def test_lists_are_kept_to_an_organ_and_to_years(library: Library) -> None:
    assert listed(library, organ="ecosoc")["symbol"].to_list() == [OTHER]
    assert listed(library, until=2022)["symbol"].to_list() == [EARLIER]
    assert listed(library, since=2024).is_empty()


def test_a_text_stands_once_and_recurs_under_one_hash(library: Library) -> None:
    texts = library.table("texts").collect()
    assert texts["text"].n_unique() == texts.height
    paragraphs = library.table("paragraphs").join(library.documents.lazy(), on="document").collect()
    recital = paragraphs.filter(pl.col("id").is_in(["pp1", "pp2"]) & (pl.col("language") == "fr"))
    shared = recital.group_by("norm").len().filter(pl.col("len") == 2)
    assert shared.height == 1  # "Soulignant que …" stands in both resolutions of the series
    # A mark at the end apart, a closing paragraph is the words that it is.
    assert library.table("texts").collect()["norm"].n_unique() <= texts.height


def test_paragraphs_that_correspond_share_a_row(library: Library) -> None:
    links = library.table("links").collect()
    rows = (
        library.table("paragraphs")
        .collect()
        .join(links, on=["document", "place"])
        .join(library.documents, on="document")
    )
    for symbol in TEXTS:
        for (_,), group in rows.filter(pl.col("symbol") == symbol).group_by(["row"]):
            assert group["id"].n_unique() == 1
            assert group.height == len(LANGUAGES)


def test_versions_with_a_paragraph_less_are_linked_by_meaning(tmp_path: Path) -> None:
    paths = write_texts(tmp_path / "in", LATER)
    english = next(p for p in paths if p.name == "902.en.md")
    second = "2. Urges Member States to open their schools of pilotage to small ports;\n\n"
    text = english.read_text(encoding="utf-8")
    assert second in text
    english.write_text(
        text.replace(second, "").replace("3. Dec", "2. Dec").replace("4. Req", "3. Req"), encoding="utf-8"
    )
    put(tmp_path / "lib", tmp_path / "in")
    library = open_library(tmp_path / "lib")
    rows = (
        library.table("paragraphs")
        .collect()
        .join(library.table("links").collect(), on=["document", "place"])
        .join(library.documents, on="document")
    )
    french = {r["id"]: r["row"] for r in rows.filter(pl.col("language") == "fr").iter_rows(named=True)}
    english_rows = {r["id"]: r["row"] for r in rows.filter(pl.col("language") == "en").iter_rows(named=True)}
    assert english_rows["op2"] == french["op3"]
    assert english_rows["op3"] == french["op4"]
    assert french["op2"] not in english_rows.values()


def test_adding_again_adds_nothing_and_a_changed_file_takes_its_place(tmp_path: Path) -> None:
    paths = write_texts(tmp_path / "in", EARLIER, languages=("fr", "en"))
    assert put(tmp_path / "lib", tmp_path / "in").new == 2
    before = read_manifest(tmp_path / "lib")
    again = put(tmp_path / "lib", tmp_path / "in")
    assert (again.new, again.replaced, again.kept) == (0, 0, 2)
    assert read_manifest(tmp_path / "lib").segments == before.segments
    paths[0].write_text(TEXTS[EARLIER]["fr"].replace("écoles de pilotage", "académies"), encoding="utf-8")
    third = put(tmp_path / "lib", tmp_path / "in")
    assert (third.new, third.replaced, third.kept) == (0, 1, 1)
    library = open_library(tmp_path / "lib")
    assert library.documents.height == 2
    assert "académies" in body(library, EARLIER, "fr", "op2")
    assert verify(library, SIGNATURE).faults == []


@pytest.mark.slow
def test_the_order_of_adding_changes_nothing(tmp_path: Path, texts: Path, library: Library) -> None:
    paths = sorted(texts.iterdir())
    Random(21).shuffle(paths)
    for path in paths:
        put(tmp_path / "lib", path)
    other = open_library(tmp_path / "lib")
    assert len(other.manifest.segments) < len(paths) / 2  # small segments were merged
    # Where two texts differ in print alone, the first that came gives the vector, and the names of files are those given.
    assert same_tables(library, other) == []


def test_archives_and_fetched_documents_are_added(tmp_path: Path, texts: Path, library: Library) -> None:
    files = sorted(texts.iterdir())
    with tarfile.open(tmp_path / "half.tar.xz", "w:xz") as archive:
        for path in files[:9]:
            archive.add(path, f"folder/{path.name}")
    with zipfile.ZipFile(tmp_path / "rest.zip", "w") as packed:
        for path in files[9:]:
            packed.write(path, f"../outside/{path.name}")  # a name that would lead out leads nowhere
        packed.writestr("picture.png", b"no text")
    added = put(tmp_path / "lib", tmp_path / "half.tar.xz", tmp_path / "rest.zip")
    assert (added.new, added.refused) == (18, [])
    names = open_library(tmp_path / "lib").documents["name"]
    assert all(".tar.xz/folder/" in name or ".zip/" in name for name in names)
    assert {p.name for p in tmp_path.iterdir()} == {"half.tar.xz", "rest.zip", "lib"}


def test_one_bad_piece_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    write_texts(tmp_path / "in", OTHER, languages=("fr", "en"))
    (tmp_path / "in" / "empty.md").write_text("", encoding="utf-8")
    (tmp_path / "in" / "deep.xml").write_text("<a>" * 5000 + "</a>" * 5000, encoding="utf-8")
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        archive.add(tmp_path / "in" / "903.fr.md", "903.fr.md")
    (tmp_path / "in" / "cut.tar.gz").write_bytes(data.getvalue()[:-40])
    added = put(tmp_path / "lib", tmp_path / "in", workers=2)
    assert added.new == 2
    assert {Path(e.source).name for e in added.refused} == {"empty.md", "deep.xml", "cut.tar.gz"}
    assert verify(open_library(tmp_path / "lib"), SIGNATURE).faults == []


def test_what_is_removed_leaves_nothing_behind(tmp_path: Path, texts: Path) -> None:
    put(tmp_path / "lib", texts)
    with writing(tmp_path / "lib", SIGNATURE) as writer:
        writer.remove(writer.library.required(OTHER)["document"].to_list())
    library = open_library(tmp_path / "lib")
    assert set(library.documents["symbol"]) == {EARLIER, LATER}
    assert verify(library, SIGNATURE).faults == []
    assert not any("magnetic" in text for text in library.table("texts").collect()["body"])
    assert library.table("sources").collect().height == 12
    with writing(tmp_path / "lib", SIGNATURE):
        pass  # a writer sweeps
    left = b"".join(p.read_bytes() for p in (tmp_path / "lib").rglob("*.parquet"))
    assert b"magnetic tapes" not in left
    with pytest.raises(InputError, match="holds no E/RES/2023/903"):
        library.required(OTHER)


def test_damage_is_named(tmp_path: Path, texts: Path) -> None:
    put(tmp_path / "lib", texts)
    library = open_library(tmp_path / "lib")
    segment = tmp_path / "lib" / SEGMENTS / library.manifest.segments[0].name
    table = segment / "texts.parquet"
    data = bytearray(table.read_bytes())
    data[len(data) // 2] ^= 1
    table.write_bytes(data)
    (segment / "links.parquet").unlink()
    faults = verify(library, SIGNATURE).faults
    assert [Path(line.partition(":")[0]).name for line in faults] == ["links.parquet", "texts.parquet"]
    table.write_bytes(data[:100])
    with pytest.raises(InputError, match=r"texts\.parquet: is cut off or lost") as refused:
        open_library(tmp_path / "lib").table("texts").collect()
    assert refused.value.hint == "hexapla library verify"


def test_a_second_writer_waits_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    put(tmp_path / "lib", texts)
    monkeypatch.setattr(store, "_WAIT", 0.1)
    with (
        locked(tmp_path / "lib" / ".library.lock"),
        pytest.raises(InputError, match="held by another process"),
        writing(tmp_path / "lib", SIGNATURE),
    ):
        raise AssertionError("two writers")
    # A reader does not wait for the writer.
    with writing(tmp_path / "lib", SIGNATURE):
        assert open_library(tmp_path / "lib").documents.height == 18


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear all", encoding="utf-8")
    with pytest.raises(InputError, match="holds files"), writing(tmp_path, SIGNATURE):
        raise AssertionError("written")
    with pytest.raises(InputError, match="is no library"):
        open_library(tmp_path)


def test_what_another_program_read_is_read_again(tmp_path: Path) -> None:
    write_texts(tmp_path / "in", OTHER, languages=("fr",))
    put(tmp_path / "lib", tmp_path / "in")
    later = replace(SIGNATURE, program="another")
    library = open_library(tmp_path / "lib")
    assert verify(library, later).of_other_program == 1
    assert [i.content for i in outdated(library, later)] == [(tmp_path / "in" / "903.fr.md").read_bytes()]
    assert list(outdated(library, SIGNATURE)) == []


def test_a_symbol_may_be_given_short_where_the_library_knows_one(library: Library) -> None:
    """As FOLDER#SYMBOL takes it; what is near is named in the same order each time."""
    assert library.symbol_of("78/902") == LATER
    assert library.symbol_of(LATER.lower()) == LATER
    with pytest.raises(InputError, match="holds no A/RES/78/999") as refused:
        library.symbol_of("A/RES/78/999")
    assert refused.value.hint is not None
    assert refused.value.hint == f"near are {', '.join(sorted(set(library.documents['symbol']))[:3])}"


def test_an_older_library_is_migrated_and_a_later_one_refused(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "lib", texts)
    path = tmp_path / "lib" / MANIFEST
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "schema": 99}), encoding="utf-8")
    with pytest.raises(InputError, match="later version"):
        open_library(tmp_path / "lib")
    # Version 0, had there been one, kept no column for the review clause, and called the list of segments "parts".
    old = {key: value for key, value in data.items() if key != "segments"} | {"schema": 0, "parts": data["segments"]}
    path.write_text(json.dumps(old), encoding="utf-8")
    with pytest.raises(InputError, match="no manifest"):
        open_library(tmp_path / "lib")
    monkeypatch.setitem(migrations.MIGRATIONS, 0, lambda folder, d: {**d, "segments": d["parts"], "schema": 1})
    (segment,) = data["segments"]
    table = tmp_path / "lib" / SEGMENTS / segment["name"] / "mandates.parquet"
    pl.read_parquet(table).drop("review").write_parquet(table)
    library = open_library(tmp_path / "lib")
    mandates = library.table("mandates").collect()
    assert mandates["review"].null_count() == mandates.height > 0
    with writing(tmp_path / "lib", SIGNATURE) as writer:
        writer.commit(store.SegmentData(), [0])
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == migrations.SCHEMA


KILLED_WRITER = """
import os, signal, sys
from pathlib import Path
from reports.library import adding
from reports.library.inputs import inputs_of
from reports.library.place import signature_of
from reports.library.store import writing

adding._BATCH, left, sync = 2, int(sys.argv[3]), os.fsync

def fsync(handle):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    sync(handle)

os.fsync = fsync
with writing(Path(sys.argv[1]), signature_of("program-of-the-tests")) as writer:
    adding.add(writer, inputs_of([Path(sys.argv[2])]), workers=1)
"""
"""Adds two files at a time, and ends by force where a file is about to be put on the disk for the n-th time."""


@pytest.mark.whole
def test_a_library_survives_being_killed_at_any_point(tmp_path: Path) -> None:
    """Ended by force again and again while it adds: what was there stays, the library is whole, and it goes on."""
    texts, place, random = tmp_path / "in", tmp_path / "lib", Random(7)
    write_texts(texts, languages=("fr", "ar", "zh"))
    put(tmp_path / "whole", texts)
    killed, seen = 0, 0
    for _ in range(60):
        command = [sys.executable, "-c", KILLED_WRITER, str(place), str(texts), str(random.randint(14, 34))]
        ended = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
        assert ended.returncode in (0, -signal.SIGKILL)
        killed += ended.returncode != 0
        if (place / MANIFEST).is_file():
            found = verify(open_library(place), SIGNATURE)
            assert found.faults == []
            assert found.documents >= seen
            seen = found.documents
        if not ended.returncode:
            break
    assert killed >= 3
    assert same_tables(open_library(place), open_library(tmp_path / "whole")) == []
    with writing(place, SIGNATURE) as writer:  # who writes next removes what killed writers left
        assert len(list((place / SEGMENTS).iterdir())) == len(writer.manifest.segments)


KILLED_WITH_WORKERS = """
import os, signal, sys
from pathlib import Path
from reports.library import adding
from reports.library.inputs import inputs_of
from reports.library.place import signature_of
from reports.library.store import writing

adding._BATCH, adding._WORTH_IT = 4, 2
keep = adding._Run.keep

def killed(run, batch, found):
    if run.writer.manifest.segments:
        os.kill(os.getpid(), signal.SIGKILL)
    keep(run, batch, found)

adding._Run.keep = killed
with writing(Path(sys.argv[1]), signature_of("program-of-the-tests")) as writer:
    adding.add(writer, inputs_of([Path(sys.argv[2])]), workers=2)
"""


@pytest.mark.slow
def test_processes_of_a_killed_writer_do_not_hold_the_library(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "lib"
    command = [sys.executable, "-c", KILLED_WITH_WORKERS, str(place), str(texts)]
    ended = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, timeout=120)
    assert ended.returncode == -signal.SIGKILL
    monkeypatch.setattr(store, "_WAIT", 0.5)
    assert put(place, texts).kept == 4
    assert open_library(place).documents.height == 18


def test_a_file_that_ends_its_process_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures.process import BrokenProcessPool

    from reports.library import adding
    from reports.library.inputs import Input

    class Broken:
        """Stands for processes of which each file ends one."""

        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def close(self) -> None:
            pass

        def submit(self, *_: object) -> Broken:
            return self

        def result(self) -> object:
            raise BrokenProcessPool

    monkeypatch.setattr(adding, "Workers", lambda count: Broken())
    found = adding._Pool(2).read([(Input("poison.md", b"x"), "sha")])
    assert found[0].refusal is not None
    assert "ended the process" in found[0].refusal.problem
