"""The keyboard alone reaches all: the Tab key goes to everything that can be used on a page, and one sees where it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.reports.app.test_pages_browser import Application
from tests.support.browser import WCAG, browser
from tests.support.library_texts import EARLIER, LATER, write_texts
from tests.support.sample import SAMPLE

__all__ = ["browser"]

pytestmark = [pytest.mark.slow, pytest.mark.whole, pytest.mark.xdist_group("browser")]

LATEST = LATER.replace("/", "%2F")
PAGES = (
    "", "compare", "series", "find?q=small+ports&language=en", "library", "mandates?language=en",
    "mandates?language=en&duplicates=1", f"resolution?symbol={LATEST}", f"resolution?symbol={LATEST}&tab=related",
    f"resolution?symbol={LATEST}&language=ar", f"resolution?symbol={LATEST}&tab=lineage&language=zh",
    f"compare?of={EARLIER.replace('/', '%2F')}&of={LATEST}&language=en",
)  # fmt: skip
OF_A_FOLDER = ("", "resolution", "resolution?tab=changes&choose=1", "resolution?tab=related", "resolution?tab=lint")
USABLE = """() => {
  const open = (e) => { const d = e.parentElement?.closest('details:not([open])'); return !d || (e.matches('summary') && e.parentElement === d && open(d)); };
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && e.getBoundingClientRect().width > 0;
  const found = [];
  for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [role=button], [role=tab]')) {
    // What repeats the list of findings for the mouse is left out of the order by a tabindex of -1; a group of radio buttons is one stop.
    if (e.disabled || e.type === 'hidden' || e.tabIndex < 0 || !open(e) || !shown(e)) continue;
    if (e.type === 'radio' && !e.checked && document.querySelector(`input[name="${e.name}"]:checked`)) continue;
    e.dataset.reach = found.push(`${e.tagName} ${e.id || e.className} ${(e.textContent || '').trim().slice(0, 30)}`);
  }
  return found;
}"""
"""Marks what can be used on a page and names it."""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { reach: Number(e.dataset.reach || 0), name: `${e.tagName} ${e.id || e.className}`, ring, inside };
}"""
"""Where the focus is: whether one sees a ring around it, and it is on the screen."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    place = tmp_path_factory.mktemp("keyboard")
    write_texts(place / "texts")
    made = Application(place)
    add = [sys.executable, "-m", "reports.cli", "library", "add", str(place / "texts")]
    subprocess.run(add, env=made.environment, check=True, stdout=subprocess.DEVNULL)
    yield made
    made.kill()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def settled(page: Page, address: str) -> None:
    """A page that is made, however long that takes."""
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('#stop')", timeout=120_000)


def assert_reached(page: Page) -> None:
    """The Tab key goes to everything that can be used, each time with a ring and on the screen, and comes to an end."""
    names = page.evaluate(USABLE)
    assert names
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    reached: set[int] = set()
    for _ in range(2 * len(names) + 20):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or (focused["reach"] in reached and focused["reach"]):
            break
        assert focused["ring"], f"no ring around {focused['name']} on {page.url}"
        assert focused["inside"], f"{focused['name']} is not on the screen on {page.url}"
        reached.add(focused["reach"])
    else:
        pytest.fail(f"the focus does not come round on {page.url}")
    lost = [name for number, name in enumerate(names, 1) if number not in reached]
    assert not lost, (page.url, lost)


@pytest.mark.parametrize("path", PAGES)
def test_tab_reaches_all_that_can_be_used(running: Application, page: Page, path: str) -> None:
    settled(page, running.address + path)
    assert_reached(page)


def test_tab_reaches_all_of_an_open_folder_and_axe_finds_nothing(
    running: Application, page: Page, tmp_path: Path
) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    for code in ("fr", "ar", "zh"):
        shutil.copy(SAMPLE / f"{code}.md", folder)
    shutil.copy(SAMPLE / "drift" / "en.md", folder)
    command = [sys.executable, "-m", "reports.cli", "open", str(folder), "--no-open"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=running.environment)
    try:
        assert process.stdout is not None
        place = process.stdout.readline().strip()
        settled(page, place)
        page.wait_for_selector(".finding", timeout=120_000)
        for path in OF_A_FOLDER:
            settled(page, place + path)
            assert_reached(page)
            assert not Axe().run(page, options=WCAG).response["violations"], path
        # The list of what can be saved opens, is walked through and closed by keys.
        settled(page, place)
        page.locator(".saves > summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "export.xlsx"
        assert not Axe().run(page, options=WCAG).response["violations"]
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('.saves:not([open]) > summary')")
    finally:
        process.kill()
        process.wait()
