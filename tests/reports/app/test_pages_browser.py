"""The pages of the application in a real browser: from dropped files to the resolution, what changed in it, and the words of others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.browser import WCAG, browser, watch
from tests.support.library_texts import EARLIER, LATER, write_texts

__all__ = ["browser"]

pytestmark = [pytest.mark.slow, pytest.mark.whole, pytest.mark.xdist_group("browser")]

LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1440, "light"), (1024, "dark"), (390, "light"))


class Application:
    """The application as a process of its own, which can be killed and begun again at the same address."""

    def __init__(self, place: Path) -> None:
        self.environment = {
            **os.environ,
            "HEXAPLA_WORK": str(place / "work"),
            "HEXAPLA_LIBRARY": str(place / "library"),
        }
        self.address = self.begin()

    def begin(self) -> str:
        """Start it; returns its address."""
        command = [sys.executable, "-m", "reports.cli", "open", "--no-open"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=self.environment)
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        """As a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    made = Application(tmp_path_factory.mktemp("application"))
    yield made
    made.kill()


def opened(context: BrowserContext, running: Application, path: str) -> Page:
    """A page that fails the test where its script does, or where it asks for anything beyond the application."""
    page = context.new_page()
    page.set_default_timeout(20_000)
    # That a page says what is wrong is no fault of its script.
    watch(page, (running.address, "blob:"), told="422")
    page.goto(running.address + path)
    return page


def chosen(page: Page, files: list[Path]) -> None:
    page.set_input_files("#files", files)


def is_fit_for_everybody(page: Page) -> None:
    """axe finds nothing, and nothing is wider than the screen, at three widths, light and dark."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(width, v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1440, "height": 900})


def test_from_six_dropped_files_to_words_of_the_library(browser: Browser, running: Application, tmp_path: Path) -> None:
    files = write_texts(tmp_path / "mail")
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = opened(context, running, "library#ui=fr")
    # The library is made by dropping texts on its page; a server that is killed meanwhile loses nothing.
    expect(page.get_by_text("Il n’y a pas encore de bibliothèque.")).to_be_visible()
    chosen(page, files)
    expect(page.locator("#waiting-texts li")).to_have_count(len(files), timeout=60_000)
    is_fit_for_everybody(page)
    running.kill()
    running.begin()
    page.reload()
    expect(page.locator("#waiting-texts li")).to_have_count(len(files), timeout=60_000)
    page.click("#go")
    expect(page.locator("#added-h")).to_contain_text("18 documents ajoutés", timeout=120_000, use_inner_text=True)
    # Six files of any names are told apart, and what came before is found.
    page.click("a.brand")
    own = [path for path in files if path.name.startswith("902.")]
    chosen(page, own)
    expect(page.locator("#come-to")).to_contain_text(f"6 versions de {LATER}", timeout=60_000)
    page.click("#before")
    expect(page.locator("#facts")).to_contain_text(f"{EARLIER}", timeout=60_000)
    is_fit_for_everybody(page)
    page.click("#open")
    expect(page.locator("h1")).to_contain_text(LATER, timeout=120_000)
    expect(page.locator("#findings-h")).to_be_visible(timeout=120_000)
    page.locator(".app-tabs").get_by_role("link", name="Demandes", exact=True).click()
    expect(page.locator("table.asked-of")).to_contain_text("fonds de bourses", timeout=60_000)
    is_fit_for_everybody(page)
    # In the library: the resolution, what changed in it, its threads; each page by a link.
    page.click(".app-links a[href$=library]")
    page.get_by_role("link", name=LATER).click()
    expect(page.locator(".reading")).to_contain_text("aux phares", timeout=60_000)
    is_fit_for_everybody(page)
    page.get_by_role("link", name="Ce qui a changé", exact=True).click()
    expect(page.locator("#findings-h")).to_be_visible(timeout=60_000)
    assert f"{LATER}" in page.locator("h1").inner_text() and page.evaluate("document.documentElement.lang") == "fr"
    is_fit_for_everybody(page)
    page.go_back()
    expect(page.locator(".reading")).to_be_visible()
    page.get_by_role("link", name="Fils", exact=True).click()
    expect(page.locator(".threads tbody tr")).to_have_count(4, timeout=60_000)
    page.select_option("#threads-of", "created")
    expect(page.locator(".threads tbody tr:visible")).to_have_count(1)
    page.fill("#threads-search", "zeppelin")
    expect(page.locator("#threads-none")).to_be_visible()
    is_fit_for_everybody(page)
    # Words, with what renders them.
    page.click(".app-links a[href$=find]")
    page.fill("#q", "technical assistance")
    page.check("[name=show][value=ar]")
    page.keyboard.press("Enter")
    expect(page.locator(".hit")).to_have_count(2, timeout=60_000)
    expect(page.locator(".hit .side[lang=ar]").first).to_have_css("direction", "rtl")
    expect(page.locator(".hit .side[lang=ar] mark").first).to_be_visible()
    is_fit_for_everybody(page)
    with page.expect_download() as saved:
        page.locator(".saves a").first.click()
    assert saved.value.suggested_filename == "places.tmx"
    context.close()


def test_texts_are_put_in_order_and_compared_in_two_windows(
    browser: Browser, running: Application, tmp_path: Path
) -> None:
    files = write_texts(tmp_path / "mail", EARLIER, LATER, languages=("fr", "en"))
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = opened(context, running, "compare")
    chosen(page, files)
    expect(page.locator("#picked li")).to_have_count(2, timeout=60_000)
    expect(page.locator("#picked b")).to_have_text([EARLIER, LATER])
    page.select_option("#tongue", "en")
    is_fit_for_everybody(page)
    page.locator("#picked li").first.get_by_role("button", name="Later:").click()
    expect(page.locator("#picked b")).to_have_text([LATER, EARLIER])
    # Another window has the same desk by its address, in the order that was chosen here.
    other = opened(context, running, page.url.removeprefix(running.address))
    expect(other.locator("#picked b")).to_have_text([LATER, EARLIER], timeout=60_000)
    other.locator("#picked li").first.get_by_role("button", name="Remove").click()
    expect(other.locator("#picked li")).to_have_count(1)
    expect(other.locator("#wants")).to_have_text("")
    other.locator("#picked input").uncheck()
    expect(other.locator("#wants")).to_contain_text("0 texts chosen; at least 1 is wanted")
    # What this window still shows is gone: one line says so, and nothing is lost.
    page.click("#go")
    expect(page.locator(".trouble")).to_contain_text("is not there", timeout=60_000)
    is_fit_for_everybody(page)
    page.get_by_role("link", name="Back").click()
    expect(page.locator("#picked li")).to_have_count(1, timeout=60_000)
    context.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_fit_for_everybody_in_both_languages(
    browser: Browser, running: Application, language: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    base = f"resolution?symbol={LATER}"
    for path in (
        "",
        f"series?of={EARLIER}&of={LATER}&language=ar",
        "mandates?language=zh",
        "find?q=zeppelin&in=fr",
        f"{base}&tab=deliverables&language=ar",
        f"{base}&tab=lint",
        f"{base}&tab=related",
    ):
        page = opened(context, running, f"{path}#ui={language}")
        expect(page.locator(".waiting")).to_have_count(0, timeout=60_000)
        assert page.evaluate("document.documentElement.lang") == language
        is_fit_for_everybody(page)
        page.close()
    context.close()
