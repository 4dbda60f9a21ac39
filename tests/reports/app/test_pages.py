"""The pages that compare, those about one resolution, those of the library, without a browser: what they say, and who is refused."""

from __future__ import annotations

import errno
import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import polars as pl
import pytest
from starlette.testclient import TestClient

from reports.app import jobs as jobs_module
from reports.app import page_routes as routes
from reports.app.background import BackgroundWork
from reports.app.open_folders import OpenFolders
from reports.app.server import application
from reports.library.mandates import mandates_in
from reports.library.store import Library, open_library
from tests.reports.library.conftest import library, put, texts
from tests.support.library_texts import EARLIER, LATER, OTHER, TEXTS, write_texts
from tests.support.review import HOME, PORT, TOKEN, open_folders_in
from tests.support.three_texts import ADOPTED, DRAFT, LAST

pytestmark = pytest.mark.slow

__all__ = ["library", "texts"]

OCTETS = {"Content-Type": "application/octet-stream"}
EVIL = "<img src=x onerror=alert(1)>"
PAGES = ("compare", "series", "find", "library", "mandates", "resolution", "versions", "changes")
_BETWEEN_TAGS = re.compile(r"<[^>]*>")


@pytest.fixture
def open_folders(tmp_path: Path) -> OpenFolders:
    return open_folders_in(tmp_path / "work")


@pytest.fixture
def client(open_folders: OpenFolders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[TestClient]:
    """Without a library; ``with_library`` gives it one."""
    monkeypatch.setenv("HEXAPLA_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setattr(routes, "_PATIENCE", 120.0)  # the page that waits has a test of its own
    with TestClient(application(open_folders, TOKEN, PORT), base_url=HOME, headers={"Origin": HOME}) as made:
        yield made


@pytest.fixture
def with_library(client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("HEXAPLA_LIBRARY", str(library.folder))
    return client


def page(client: TestClient, address: str, status: int = 200) -> str:
    answer = client.get(f"/{TOKEN}/{address}")
    assert answer.status_code == status, shown(answer.text)[:400]
    return answer.text


def shown(html: str, ui: str = "en") -> str:
    """The text of a page in one language of the interface."""
    body = html.partition("<body")[2].partition('<script type="application/json"')[0]
    other = "fr" if ui == "en" else "en"
    body = re.sub(rf'<span class="l-{other}"[^>]*>.*?</span>', "", body)
    return " ".join(unescape(_BETWEEN_TAGS.sub(" ", body)).split())


def desk_with(client: TestClient, **files: str) -> str:
    desk = client.post(f"/{TOKEN}/api/desk", json={}).json()["desk"]
    for name, text in files.items():
        path = f"/{TOKEN}/api/desk/{desk}/files"
        answer = client.put(path, params={"name": name.replace("_", ".")}, content=text.encode(), headers=OCTETS)
        assert answer.status_code == 200
    return str(desk)


def file_of(client: TestClient, address: str, name: str, ui: str = "en") -> httpx.Response:
    """A file that a page offers, by the link that it has."""
    (link,) = re.findall(rf'href="(\?[^"]*file={re.escape(name)})" download', page(client, address))
    answer = client.get(f"/{TOKEN}/{address.partition('?')[0]}{unescape(link)}&ui={ui}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    return answer


def as_of_2024(work: Callable[..., pl.DataFrame]) -> Callable[..., pl.DataFrame]:
    """The mandates as they were in force on a day when those of the made texts were."""
    return lambda record, query, on_progress: work(record, replace(query, on=date(2024, 1, 1)), on_progress)


# -- who is refused --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*PAGES, "api/job/x", "w/0123456789abcdef/resolution"])
def test_nobody_else_gets_a_page(client: TestClient, name: str) -> None:
    for path, headers, status in (
        (f"/wrong/{name}", {}, 404),
        (f"/{TOKEN}/{name}", {"Host": "evil.example"}, 421),
        (f"/{TOKEN}/{name}", {"Origin": "http://evil.example"}, 403),
        (f"/{TOKEN}/{name}", {"Sec-Fetch-Site": "cross-site"}, 403),
    ):
        assert client.get(path, headers=headers).status_code == status
    assert client.post(f"/{TOKEN}/{name}", json={}).status_code in (404, 405)


def test_a_job_is_stopped_from_here_alone(client: TestClient) -> None:
    path = f"/{TOKEN}/api/job/none/stop"
    assert TestClient(client.app, base_url=HOME).post(path, json={}).status_code == 403
    assert client.post(path, content=b"{}").status_code == 415
    assert client.post(path, json={"x": 1}).status_code == 422
    assert client.post(path, json={}).json() == {"stopped": False}


@pytest.mark.parametrize(
    "odd",
    [
        "compare?desk=../../etc&text=passwd",
        "compare?desk=0123456789ab&text=none.md",
        "compare?desk=0123456789ab&text=..%2Fapplication.json",
        "compare?of=A/RES/1/1&of=A/RES/1/2",
        "series?" + "&".join(["of=A/RES/1/1"] * 30),
        "resolution?symbol=A/RES/1/1",
        "resolution?desk=0123456789ab&text=x.md&tab=none",
        "resolution?tab=lineage",
        "versions?symbol=",
        "changes?symbol=A/RES/1/1",
        "library?since=never",
        "library?desk=..",
        "library?q=" + "x" * 500,
    ],
)
def test_a_question_that_makes_no_sense_is_answered_in_one_line(client: TestClient, odd: str) -> None:
    html = page(client, odd, 422)
    (line,) = re.findall(r'<p class="trouble" role="alert">(.*?)</p>', html)
    assert shown(f"<body>{line}", "fr") and "\n" not in line
    assert client.get(f"/{TOKEN}/").status_code == 200


@pytest.mark.parametrize(
    "odd",
    ["find?q=ports&in=xx", "find?q=ports&match=how", "find?q=ports&show=tlh", "find?q=ports&since=9", "find?q=ports&more=-1",
     "mandates?sort=all", "mandates?language=xx", "mandates?until=abc", "resolution?symbol=A/RES/77/901&tab=versions",
     "compare?of=A/RES/77/901", "compare?of=A/RES/77/901&of=A/RES/78/902&language=xx"],
)  # fmt: skip
def test_fields_that_say_nothing_known_are_refused(with_library: TestClient, odd: str) -> None:
    assert "trouble" in page(with_library, odd, 422)


def test_what_a_question_says_is_escaped(with_library: TestClient) -> None:
    for address in (f"find?q={quote(EVIL)}&in=en", f"library?q={quote(EVIL)}", f"mandates?words={quote(EVIL)}"):
        html = page(with_library, address)
        assert EVIL not in html and "&lt;img src=x" in html
    refused = page(with_library, f"resolution?symbol={quote(EVIL)}", 422)
    assert EVIL not in refused
    assert "connect-src &#39;self&#39;" in refused and "default-src &#39;none&#39;" in refused


# -- one head --------------------------------------------------------------------------------------------------------------


def test_all_pages_share_a_head_that_says_where_one_is(with_library: TestClient) -> None:
    for name in ("compare", "series", "find", "library", "mandates"):
        html = page(with_library, name)
        for other in ("compare", "series", "find", "library", "mandates"):
            assert f'<a href="./{other}"' in html
        assert re.findall('<a href="([^"]*)"[^>]* aria-current', html) == [f"./{name}"]
    assert "aria-current=page" in page(with_library, "").partition('class="app-links"')[0]


# -- texts that are compared -----------------------------------------------------------------------------------------------


def test_two_dropped_texts_are_compared_and_saved(client: TestClient) -> None:
    desk = desk_with(client, a_md=TEXTS[EARLIER]["en"], b_md=TEXTS[LATER]["en"])
    address = f"compare?desk={desk}&text=a.md&text=b.md"
    html = page(client, address)
    assert f"<h1>{LATER}</h1>" in html and f"compare#desk={desk}" in html and "1 new mandate" in shown(html)
    frozen = file_of(client, address, "comparison.html").text
    assert (
        "app-bar" not in frozen
        and f"<h1>{LATER}</h1>" in frozen
        and "connect-src" not in frozen.partition("<title>")[0]
    )
    assert file_of(client, address, "mandates.csv").content.count(b"\n") > 3
    assert client.get(f"/{TOKEN}/{address}&file=../x").status_code == 404
    other_order = page(client, f"compare?desk={desk}&text=b.md&text=a.md")
    assert f"<h1>{EARLIER}</h1>" in other_order


def test_three_texts_are_last_draft_adopted(client: TestClient) -> None:
    desk = desk_with(client, last_txt=LAST, draft_txt=DRAFT, adopted_txt=ADOPTED)
    html = page(client, f"compare?desk={desk}&text=last.txt&text=draft.txt&text=adopted.txt")
    assert "app-bar" in html and "came back" in shown(html)


def test_a_file_that_changed_is_compared_anew(client: TestClient, open_folders: OpenFolders) -> None:
    desk = desk_with(client, a_md=TEXTS[EARLIER]["en"], b_md=TEXTS[LATER]["en"])
    address = f"compare?desk={desk}&text=a.md&text=b.md"
    page(client, address)
    changed = open_folders.memory.home / desk / "b.md"
    changed.write_text(TEXTS[LATER]["en"].replace("lighthouses", "beacons"), encoding="utf-8")
    assert "beacons" in page(client, address)


def test_a_series_shows_steps_and_threads(with_library: TestClient) -> None:
    address = f"series?of={EARLIER}&of={LATER}&language=fr"
    html = page(with_library, address)
    assert f"{EARLIER} → {LATER}" in shown(html)
    assert 'href="./compare?of=' in html and "<svg" in html
    assert 'class="tag created"' in html and 'class="tag adapted"' in html
    assert "créé" in shown(html, "fr")
    assert b"<svg" in file_of(with_library, address, "lineage.svg").content
    assert "cré" in file_of(with_library, address, "lineage.csv", "fr").text
    assert "app-bar" not in file_of(with_library, address, "series.html").text
    dropped = desk_with(with_library, a_md=TEXTS[EARLIER]["ar"], b_md=TEXTS[LATER]["ar"])
    arabic = page(with_library, f"series?desk={dropped}&text=a.md&text=b.md")
    assert 'lang="ar" dir="rtl"' in arabic and f"compare?desk={dropped}" in arabic


# -- one resolution --------------------------------------------------------------------------------------------------------


def test_a_resolution_of_the_library_has_all_its_views(with_library: TestClient) -> None:
    base = f"resolution?symbol={LATER.lower()}&language=fr"
    text = page(with_library, base)
    assert f"<h1>{LATER}</h1>" in text and "Continues A/RES/77/901" in shown(text) and "4 mandates" in shown(text)
    assert "créer un fonds de bourses" in shown(page(with_library, f"{base}&tab=mandates"))
    deliverables = f"{base}&tab=deliverables"
    assert "Report" in shown(page(with_library, deliverables)) and "Rapport" in shown(
        page(with_library, deliverables), "fr"
    )
    assert b"BEGIN:VCALENDAR" in file_of(with_library, deliverables, "deliverables.ics").content
    assert "Nothing is wrong with this text" in shown(page(with_library, f"{base}&tab=lint"))
    related = page(with_library, f"{base}&tab=related")
    assert f"compare?of={quote(EARLIER, safe='')}&amp;of={quote(LATER, safe='')}" in related
    threads = page(with_library, f"{base}&tab=lineage")
    assert f"{EARLIER} → {LATER}" in shown(threads) and 'class="threads"' in threads
    arabic = page(with_library, f"resolution?symbol={LATER}&language=ar")
    assert '<div class="reading" lang="ar" dir="rtl">' in arabic
    alone = page(with_library, f"resolution?symbol={OTHER}&tab=lineage", 422)
    assert "has no text that" in shown(alone)


def test_changes_and_versions_lead_on(with_library: TestClient, open_folders: OpenFolders) -> None:
    to_changes = with_library.get(f"/{TOKEN}/changes?symbol={LATER}&language=en", follow_redirects=False)
    assert to_changes.status_code == 303
    assert (
        to_changes.headers["location"] == f"compare?of={quote(EARLIER, safe='')}&of={quote(LATER, safe='')}&language=en"
    )
    assert "1 new mandate" in shown(page(with_library, to_changes.headers["location"]))
    first = page(with_library, f"changes?symbol={EARLIER}", 422)
    assert "continues nothing that the library holds" in shown(first) and "ne fait suite à rien" in shown(first, "fr")
    to_entry = with_library.get(f"/{TOKEN}/versions?symbol={LATER}", follow_redirects=False)
    again = with_library.get(f"/{TOKEN}/versions?symbol={LATER}", follow_redirects=False)
    assert to_entry.headers["location"] == again.headers["location"]
    address = to_entry.headers["location"]
    assert with_library.get(f"/{TOKEN}/{address}api/state").json()["findings"]
    html = page(with_library, address)
    assert 'href="resolution?tab=mandates"' in html and 'href="../../find"' in html
    mandates = page(with_library, f"{address}resolution?tab=mandates&language=es")
    assert "crear un fondo de becas" in shown(mandates) and 'href="./" ' not in mandates and 'href="../../"' in mandates
    assert "in the library" in shown(page(with_library, f"{address}resolution"))
    assert len([p for p in open_folders.memory.home.iterdir() if p.is_dir()]) == 1


def test_a_dropped_text_alone_has_its_views(client: TestClient) -> None:
    desk = desk_with(client, fr_md=TEXTS[LATER]["fr"].replace("aux phares ;", "aux aux phares ;"))
    assert "4 mandates" in shown(page(client, f"resolution?desk={desk}&text=fr.md"))
    assert "repeated" in shown(page(client, f"resolution?desk={desk}&text=fr.md&tab=lint")).lower()


def test_what_came_before_is_found_in_the_library(with_library: TestClient) -> None:
    desk = desk_with(with_library, fr_md=TEXTS[LATER]["fr"])
    path = f"/{TOKEN}/api/desk/{desk}/before"
    found = with_library.post(path, json={}).json()
    assert [(r["symbol"], r["place"]) for r in found["related"]] == [(EARLIER, "earlier")] and found["ready"]
    alone = desk_with(with_library, fr_md=TEXTS[OTHER]["fr"])
    refused = with_library.post(f"/{TOKEN}/api/desk/{alone}/before", params={"ui": "fr"}, json={})
    assert refused.status_code == 422 and "ne fait suite à rien" in refused.json()["refused"]
    assert with_library.post(path, content=b"x").status_code == 415


# -- the library -----------------------------------------------------------------------------------------------------------


def test_places_of_words_are_shown_with_their_counterparts(with_library: TestClient) -> None:
    address = "find?q=technical+assistance&show=fr&show=ar"
    html = page(with_library, address)
    said = shown(html)
    assert "2 places of “technical assistance”" in said and "assistance technique 2" in said
    assert '<mark class="theirs">' in html and 'lang="ar" dir="rtl"' in html
    assert f'href="./resolution?symbol={quote(LATER, safe="")}"' in html
    memory = file_of(with_library, address, "places.tmx").text
    assert memory.count("<tu ") == 2 and "assistance technique" in memory
    assert file_of(with_library, address, "places.json").json()["total"] == 2


def test_nothing_found_says_so_and_what_to_try(with_library: TestClient) -> None:
    html = page(with_library, "find?q=lighthouses+for+pilots&in=en&organ=GA&match=exact")
    assert "None of the 3 resolutions of the library has" in shown(html)
    assert "Aucune des 3 résolutions" in shown(html, "fr")
    ways = [unescape(way) for way in re.findall(r'href="(find\?[^"]*)"', html)]
    assert [dict(p.split("=") for p in w.partition("?")[2].split("&")).get("match") for w in ways] == [
        "inflected", "near", "meaning", "exact",
    ]  # fmt: skip
    assert "organ=" not in ways[-1] and all("organ=GA" in w for w in ways[:-1])


def test_the_library_is_listed_and_narrowed(with_library: TestClient) -> None:
    said = shown(page(with_library, "library"))
    assert "3 of 3 shown" in said and all(symbol in said for symbol in TEXTS)
    assert "1 of 1 shown" in shown(page(with_library, "library?q=sound+archives&organ=ECOSOC&since=2000"))
    assert "No resolution of the library fits this" in shown(page(with_library, "library?until=1950"))
    assert "nothing_listed" not in said


def test_mandates_are_listed_by_what_is_asked(with_library: TestClient) -> None:
    html = page(with_library, "mandates?language=en&addressee=Secretary-General&sort=report&words=implementation")
    said = shown(html)
    assert "3 of 3 shown" in said and "in 2 texts, since A/RES/77/901" in said
    question = "mandates?language=en&sort=fund"
    assert "1 of 1 shown" in shown(page(with_library, question))
    for name, begins in (("mandates.xlsx", b"PK"), ("mandates.csv", b"symbol"), ("mandates.ics", b"BEGIN:VCALENDAR")):
        assert file_of(with_library, question, name).content.startswith(begins)
    assert "No mandate of the library fits this" in shown(page(with_library, "mandates?words=zeppelin&language=en"))


def test_requests_that_may_be_one_made_twice_stand_side_by_side(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_texts(tmp_path / "in", LATER, OTHER, languages=("en",))
    twin = TEXTS[LATER]["en"].replace("78/902", "78/905").replace("Recalling its resolution 77/901,\n\n", "")
    twin = twin.replace("Cooperation among small ports", "Pilots and their schools").replace(
        "seventy-ninth", "eightieth"
    )
    put(tmp_path / "lib", tmp_path / "in")
    monkeypatch.setenv("HEXAPLA_LIBRARY", str(tmp_path / "lib"))
    monkeypatch.setattr("reports.app.record_pages.mandates_in", as_of_2024(mandates_in))
    question = "mandates?language=en&duplicates=1"
    assert "No two active requests" in shown(page(client, question))
    (tmp_path / "in" / "905.en.md").write_text(twin, encoding="utf-8")
    put(tmp_path / "lib", tmp_path / "in")
    html = page(client, question)
    said = shown(html)
    assert "1 pair of active requests" in said and "A/RES/78/905" in said and LATER in said
    assert "para. 4" in said and "par. 4" in shown(html, "fr") and "op4" not in said
    assert file_of(client, question, "duplicates.csv").content.startswith(b"matter_alike")
    assert file_of(client, question, "duplicates.xlsx").content.startswith(b"PK")


def test_without_a_library_the_pages_say_how_to_make_one(client: TestClient) -> None:
    for name in ("find", "find?q=ports", "library", "mandates"):
        html = page(client, name)
        assert "There is no library yet" in shown(html) and "Il n’y a pas encore" in shown(html, "fr")
        assert "library" in html


@pytest.mark.slow
def test_dropped_texts_are_added_and_leave_the_desk(
    client: TestClient, open_folders: OpenFolders, tmp_path: Path
) -> None:
    desk = desk_with(client, a_md=TEXTS[LATER]["fr"], b_md=TEXTS[LATER]["en"], note_txt="zzz qqq")
    html = page(client, f"library?desk={desk}")
    assert "2 documents added, 0 replaced, 0 there already, 1 file not used" in shown(html)
    assert not list((open_folders.memory.home / desk).iterdir())
    assert [*open_library(tmp_path / "library").documents["language"]] == ["fr", "en"]
    # The same address again adds nothing, and tells the same; without a job it leads to the list.
    assert "2 documents added" in shown(page(client, f"library?desk={desk}"))
    again = desk_with(client, a_md=TEXTS[LATER]["fr"])
    assert "1 there already" in shown(page(client, f"library?desk={again}"))


# -- work that takes long, and a disk that is full -------------------------------------------------------------------------


def test_work_that_takes_long_is_waited_for_and_stopped(
    with_library: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "_PATIENCE", 0.0)
    address = f"compare?of={EARLIER}&of={LATER}&language=zh"
    with jobs_module.CHECKING:
        html = page(with_library, address)
        (key,) = re.findall(r'data-job="([0-9a-f]+)"', html)
        job = f"/{TOKEN}/api/job/{key}"
        told = waited_for(with_library, job, lambda now: now["stage"] == f"{EARLIER} → {LATER}")
        assert not told["done"] and told["share"] == pytest.approx(0.4)
        assert with_library.post(f"{job}/stop", json={}).json() == {"stopped": True}
        waited_for(with_library, job, lambda now: now["done"])
    again = page(with_library, address)
    assert "data-job" in again
    waited_for(with_library, job, lambda now: now["done"])
    assert f"<h1>{LATER}</h1>" in page(with_library, address)
    # A server that was started anew knows of no job: the page asks again, and the work is done again.
    assert with_library.get(f"/{TOKEN}/api/job/unknown").json()["unknown"]


@pytest.mark.parametrize("what", ["versions", "changes", "find"])
def test_what_takes_long_says_how_far_it_is_and_can_be_stopped(
    with_library: TestClient, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """The way to the resolution before, and a search: both told step by step, and given up between two steps."""
    asked = {"versions": f"versions?symbol={LATER}", "changes": f"changes?symbol={LATER}", "find": "find?q=fund&in=en"}
    held, go = threading.Event(), threading.Event()
    tell = BackgroundWork.tell

    def slow(self: BackgroundWork, stage: str) -> None:
        tell(self, stage)
        held.set()
        go.wait(60)
        tell(self, stage)

    monkeypatch.setattr(BackgroundWork, "tell", slow)
    monkeypatch.setattr(routes, "_PATIENCE", 0.0)
    waiting = page(with_library, asked[what])
    (job,) = re.findall(r'data-job="(\w+)"', waiting)
    assert held.wait(60)
    now = with_library.get(f"/{TOKEN}/api/job/{job}").json()
    assert now["stage"] and now["share"] is not None and not now["done"]
    assert with_library.post(f"/{TOKEN}/api/job/{job}/stop", json={}).json() == {"stopped": True}
    go.set()
    waited_for(with_library, f"/{TOKEN}/api/job/{job}", lambda now: now["done"])


def test_a_folder_that_is_opened_says_how_far_it_is_and_can_be_stopped(
    with_library: TestClient, open_folders: OpenFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    with jobs_module.CHECKING:
        address = with_library.get(f"/{TOKEN}/versions?symbol={LATER}", follow_redirects=False).headers["location"]
        path = f"/{TOKEN}/{address}api"
        waited_for(with_library, f"{path}/progress", lambda now: now["share"] is not None)
        assert TestClient(with_library.app, base_url=HOME).post(f"{path}/stop", json={}).status_code == 403
        assert with_library.post(f"{path}/stop", json={}).status_code == 200
    told = waited_for(with_library, f"{path}/progress?ui=fr", lambda now: now["done"])
    assert "a été arrêté" in told["problem"] and told["share"] < 1
    assert with_library.post(f"{path}/open", json={}).status_code == 200
    assert with_library.get(f"{path}/state").json()["findings"]
    assert waited_for(with_library, f"{path}/progress", lambda now: now["done"])["share"] > 0.5


def waited_for(client: TestClient, job: str, enough: Any) -> dict[str, Any]:
    for _ in range(300):
        told: dict[str, Any] = client.get(job).json()
        if enough(told):
            return told
        time.sleep(0.05)
    raise AssertionError(told)


@contextmanager
def full_disk() -> Iterator[None]:
    """Nothing that is written reaches the disk."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        yield


class TestAFullDisk:
    """Nothing that was there is lost, and one line says what is wrong."""

    def test_a_file_that_is_dropped(self, client: TestClient, open_folders: OpenFolders) -> None:
        desk = desk_with(client, fr_md=TEXTS[LATER]["fr"])
        path = f"/{TOKEN}/api/desk/{desk}"
        named = {"name": "en.md", "ui": "fr"}
        with full_disk():
            refused = client.put(f"{path}/files", params=named, content=TEXTS[LATER]["en"].encode(), headers=OCTETS)
        assert refused.status_code == 422
        assert "ne peut être écrit (le disque est plein); faites-y de la place" in refused.json()["refused"]
        assert "\n" not in refused.json()["refused"] and refused.json()["files"] == 1
        assert [p.name for p in (open_folders.memory.home / desk).iterdir()] == ["fr.md"]
        assert client.get(path).json()["files"] == 1

    def test_versions_of_the_library(self, with_library: TestClient) -> None:
        with full_disk():
            line = shown(page(with_library, f"versions?symbol={LATER}", 422))
        assert "cannot be written" in line
        assert f"<h1>{LATER}</h1>" in page(with_library, f"resolution?symbol={LATER}")

    @pytest.mark.slow
    def test_texts_that_are_added(self, client: TestClient, open_folders: OpenFolders, tmp_path: Path) -> None:
        (kept,) = write_texts(tmp_path / "kept", EARLIER, languages=("fr",))
        put(tmp_path / "library", kept)
        desk = desk_with(client, fr_md=TEXTS[LATER]["fr"])
        with full_disk():
            assert "cannot be written" in shown(page(client, f"library?desk={desk}", 422))
        assert [p.name for p in (open_folders.memory.home / desk).iterdir()] == ["fr.md"]
        assert [*open_library(tmp_path / "library").documents["symbol"]] == [EARLIER]
        assert "1 document added" in shown(page(client, f"library?desk={desk}"))
        assert sorted(open_library(tmp_path / "library").documents["symbol"]) == [EARLIER, LATER]
