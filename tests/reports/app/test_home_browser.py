"""The application's first page in a real browser: files are dropped, told apart, opened; the page is fit for everybody."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.reports.app.test_browser import opened
from tests.support.browser import WCAG, browser
from tests.support.sample import SAMPLE

__all__ = ["browser"]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

EVIL = "<img src=x onerror=\"document.title='run'\">.md"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The first page of an application that has never run before."""
    import os

    work = tmp_path_factory.mktemp("home") / "work"
    process = subprocess.Popen(
        [sys.executable, "-m", "reports.cli", "open", "--no-open"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "HEXAPLA_WORK": str(work), "HEXAPLA_LIBRARY": str(work / "none")},
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files as they come by mail: one of them a letter, one with a name that is no name."""
    folder = tmp_path_factory.mktemp("mail")
    shutil.copy(SAMPLE / "fr.md", folder / "Pièce jointe.md")
    shutil.copy(SAMPLE / "drift" / "en.md", folder / EVIL.replace("/", ""))
    (folder / "note.txt").write_text("zzz qqq", encoding="utf-8")
    return folder


def dropped(page: Page, files: list[Path]) -> None:
    """Files let fall on the page, as a mouse does."""
    data = page.evaluate_handle(
        """files => { const data = new DataTransfer();
        for (const [name, text] of files) data.items.add(new File([text], name)); return data; }""",
        [[f.name, f.read_text(encoding="utf-8")] for f in files],
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": data})


def test_from_dropped_files_to_the_resolution_and_back(browser: Browser, address: str, mail: Path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = opened(context, address)
    dropped(page, sorted(mail.iterdir()))
    expect(page.locator("#texts tr")).to_have_count(3)
    expect(page.locator("#seen-count")).to_have_text("3 files seen")
    expect(page.locator("#come-to")).to_have_text("2 versions of E/RES/2002/19: French, English")
    expect(page.locator("#facts")).to_contain_text("Missing: Spanish, Russian, Arabic, Chinese")
    expect(page.locator("tr.aside")).to_contain_text("note.txt")
    assert page.title() == "Hexapla"
    page.click("#ui [value=fr]")
    expect(page.locator("#come-to")).to_contain_text("2 versions de E/RES/2002/19")
    for width, scheme in ((1440, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The desk stays in the address: a page that is loaded anew shows it.
    page.reload()
    expect(page.locator("#texts tr")).to_have_count(3)
    page.click("#open")
    expect(page.locator("h1")).to_contain_text("E/RES/2002/19", timeout=120_000)
    expect(page.locator("#findings-h")).to_have_text("Constats", timeout=120_000, use_inner_text=True)
    entry = page.url.partition("#")[0]
    page.click("a.brand")
    expect(page.locator(".works .work")).to_have_count(1)
    expect(page.locator(".works .work")).to_contain_text("points à voir sur")
    page.locator(".works a").click()
    expect(page.locator("#findings-h")).to_be_visible()
    assert page.url.partition("#")[0] == entry
    context.close()


def test_what_is_refused_is_said(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.set_input_files("#files", FilePayload(name="picture.png", mimeType="image/png", buffer=b"x"))
    expect(page.locator("#notice")).to_contain_text("of no format that is read")
    page.fill("#text", "# A/RES/79/1\n\nL'Assemblée générale,\n\n1. Prie le Secrétaire général de lui faire rapport ;")
    page.click("#paste")
    expect(page.locator("#wants")).to_contain_text("One text alone")
    expect(page.locator("#open")).to_be_disabled()
    page.locator("#texts button").click()
    expect(page.locator("#seen")).to_be_hidden()
    context.close()
