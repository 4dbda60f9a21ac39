"""Take the pictures of the documentation from real reports on the sample, by Chromium through Playwright.

    python docs/make_pictures.py

The sample's drift copies stand in for versions that differ; see corpora/samples/e-res-2002-19.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpora" / "samples" / "e-res-2002-19"
IMAGES = Path(__file__).parent / "images"
WIDTH, HEIGHT = 1280, 760


def drifted(folder: Path) -> Path:
    """The sample with its drift copies, as a folder of versions."""
    for path in SAMPLE.glob("*.*"):
        shutil.copy(path, folder)
    for code in ("en", "es"):
        shutil.copy(SAMPLE / "drift" / f"{code}.md", folder)
    return folder


def shoot(page: Page, name: str, selector: str = "", *, hover: str = "", wait: int = 500) -> None:
    """Scroll to an element, rest on another where asked, and keep what is then in sight."""
    if selector:
        page.evaluate("s => document.querySelector(s).scrollIntoView()", selector)
        page.wait_for_timeout(wait)
        page.evaluate("s => document.querySelector(s).scrollIntoView()", selector)
    page.wait_for_timeout(wait)
    if hover:
        page.hover(hover)
    page.screenshot(path=IMAGES / f"{name}.png")


def shoot_record(page: Page, home: str) -> None:
    """Pictures of the pages about the library, which is made of the sample."""
    texts = [*sorted(SAMPLE.glob("??.md")), SAMPLE / "2003-900.fr.md"]
    page.goto(f"{home}library")
    page.set_input_files("#files", texts)
    page.wait_for_selector(f"#waiting-texts li:nth-child({len(texts)})", timeout=120_000)
    page.click("#go")
    page.wait_for_selector("#added-h", timeout=300_000)
    for name, address, there in (
        ("find", "find?q=technical+assistance&in=en&show=fr&show=ar", ".hit"),
        ("resolution", "resolution?symbol=E/RES/2003/900", ".reading"),
        ("threads", "series?of=E/RES/2002/19&of=E/RES/2003/900&language=fr", ".threads"),
    ):
        page.goto(home + address)
        page.wait_for_selector(there, timeout=300_000)
        shoot(page, name)


def main() -> None:
    """Write every picture."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        sys.exit("make_pictures: needs Chromium; install it, then run again")
    hexapla = [sys.executable, "-m", "reports.cli"]
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = drifted(Path(place))
        subprocess.run([*hexapla, "report", str(folder)], check=True, stdout=subprocess.DEVNULL)
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto((folder / "report" / "index.html").as_uri())
        shoot(page, "findings")
        page.click("#all-columns")
        row = '#versions .row[data-label="pp1"]'
        shoot(page, "versions", row, hover=f'{row} mark.f:text-is("21 September 2001")')
        page.locator("[data-tab]").nth(1).click()
        shoot(page, "related", '#related-1 .row[data-label="pp8"]')
        shoot(page, "mandates", "#related-1-mandates")
        shoot(page, "force", "#force")
        process = subprocess.Popen(
            [*hexapla, "review", str(folder), "--no-open", "--reviser", "Ana"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "HEXAPLA_WORK": f"{place}/work", "HEXAPLA_LIBRARY": f"{place}/library"},
        )
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            page.goto(address)
            page.wait_for_selector("#findings", timeout=300_000)
            page.keyboard.press("n")
            page.keyboard.press("2")
            shoot(page, "review")
            page.goto(address.partition("/w/")[0] + "/")
            page.set_input_files("#files", [*sorted(SAMPLE.glob("??.md")), SAMPLE / "2003-900.fr.md"])
            page.wait_for_selector("#texts tr:nth-child(7)", timeout=120_000)
            shoot(page, "home", "#seen", wait=3000)
            shoot_record(page, address.partition("/w/")[0] + "/")
        finally:
            process.kill()
            process.wait()
        browser.close()


if __name__ == "__main__":
    main()
