"""Chromium as tests use it: where it is, how it is started, and many pages printed at one start, since a start takes longer than a page."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reports.exporters.pdf import chromium, print_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = chromium()
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # else every node that passes is handed over, too
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of a module, which imports it by its name; they are left out where there is none."""
    from playwright.sync_api import sync_playwright  # here, since its import takes longer than most tests

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: the pages are not tried in a browser")
    with sync_playwright() as playwright:
        made = launched(playwright)
        yield made
        made.close()


def launched(playwright: Playwright) -> Browser:
    """A browser. A container's root may not sandbox; the pages are our own."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)


TROUBLES: list[str] = []
"""What the watched pages of a test did that they should not: an exception in a callback would end the connection with the browser, and
every test behind it would fail with it."""


def watch(page: Page, allowed: tuple[str, ...], told: str | None = None) -> None:
    """Note where the script of a page fails, where it says an error (but one that holds ``told``), where it asks for what is not allowed.

    A test that opens watched pages fails for it when it ends (``tests/reports/app/conftest.py``).
    """
    page.on("pageerror", lambda error: TROUBLES.append(f"script failed: {error}"))
    page.on(
        "console", lambda m: TROUBLES.append(m.text) if m.type == "error" and not (told and told in m.text) else None
    )
    page.on("request", lambda r: None if r.url.startswith(allowed) else TROUBLES.append(f"asked for {r.url}"))


def printed(page: str) -> bytes:
    """A page as a PDF, printed as the command prints."""
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        print_page(source, made)
        return made.read_bytes()


def print_all(pages: Mapping[str, str], folder: Path) -> None:
    """Print pages to ``folder/NAME.pdf`` at one start."""
    # In a thread of its own: Playwright allows one loop in a thread, and tests in a browser have theirs in the main one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(_print_all, pages, folder).result()


def _print_all(pages: Mapping[str, str], folder: Path) -> None:
    from playwright.sync_api import sync_playwright  # here, since its import takes longer than most tests

    with sync_playwright() as playwright:
        browser = launched(playwright)
        sheet = browser.new_page()
        for name, page in pages.items():
            sheet.set_content(page)
            sheet.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
        browser.close()
