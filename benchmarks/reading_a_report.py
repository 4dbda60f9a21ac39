"""How a report reads in the browser: screens, printed sheets, words out of sight, seconds to load and to the next finding, steps to decide.

    python -m benchmarks.reading_a_report REPORT/index.html [WIDTH HEIGHT]

The page is one that ``hexapla report`` wrote. Screens are those of the whole page with every row laid out, folded parts as they are
at first, the text in two columns as it opens; sheets are those of the PDF that Chromium prints. A finding is in sight where its words, what renders them, or
the caret in their place stand on the screen in every column that is shown, after the key for the next finding.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from reports.exporters.pdf import chromium, print_page

SCREEN = (1440, 900)
"""Pixels of the screen that the figures of the project's studies are of."""
DECISIONS = 10
"""Findings that are decided for the count of steps: half accepted, half dismissed with a reason."""
LOADS = 5
"""Times that the page is loaded; the best counts, since the machine may be busy."""
_PAGES = re.compile(rb"/Type\s*/Page[^s]")
_LAID_OUT = """() => {
  for (const row of document.querySelectorAll('.row')) row.style.contentVisibility = 'visible';
  return document.documentElement.scrollHeight; }"""
_ROWS = """() => Array.from(document.querySelectorAll('#versions .row'), (row) => {
  const parts = Array.from(row.querySelectorAll('.part'), (part) => part.getBoundingClientRect().height);
  const cells = Array.from(row.querySelectorAll(':scope > .cell'), (cell) => cell.getBoundingClientRect().height);
  return Math.max(0, ...(parts.length ? parts : cells)); }).filter((height) => height > 0)"""
_IN_SIGHT = """() => {
  const finding = document.querySelector('.finding.current');
  if (!finding) return null;
  const f = finding.dataset.f;
  const row = finding.closest('.row');
  const head = row.closest('section').querySelector('.headbar').getBoundingClientRect();
  const panel = document.getElementById('panel').getBoundingClientRect();
  const foot = panel.width > innerWidth * 0.8 ? panel.top : innerHeight;
  const shown = Array.from(row.querySelectorAll(':scope > .cell')).filter((cell) => cell.getClientRects().length);
  // A paragraph as a whole is seen where its first line is.
  const boxes = (place) => Array.from(place.getClientRects(), (box) => place.matches('.paragraph')
    ? new DOMRect(box.x, box.y, box.width, Math.min(box.height, 24)) : box);
  const has = (list) => (list || '').split(' ').includes(f);
  const states = shown.filter((cell) => cell.dataset.ids).map((cell) => {
    const places = Array.from(cell.querySelectorAll('[data-f], [data-r]')).filter((e) => has(e.dataset.f) || has(e.dataset.r));
    if (!places.length) return 'none';
    const frame = cell.getBoundingClientRect();
    const seen = places.some((place) => boxes(place).some((box) =>
      box.bottom > Math.max(head.bottom, frame.top) && box.top < Math.min(foot, frame.bottom) && box.left < innerWidth && box.right > 0));
    return seen ? 'seen' : 'away';
  });
  return { f, section: finding.dataset.section, states }; }"""


def _opened(browser: Browser, path: Path, size: tuple[int, int]) -> Page:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(path.resolve().as_uri())
    return page


def _loaded(page: Page) -> float:
    """Milliseconds from the start to the end of loading."""
    timing = "performance.getEntriesByType('navigation')[0]"
    return float(page.evaluate(f"{timing}.loadEventEnd - {timing}.startTime"))


def measured(browser: Browser, path: Path, size: tuple[int, int]) -> None:
    """Print the figures of one page."""
    times, spent = [], []
    for _ in range(LOADS):
        page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        counted = page.context.new_cdp_session(page)
        counted.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(path.resolve().as_uri())
        times.append(_loaded(page))
        metrics = {m["name"]: m["value"] for m in counted.send("Performance.getMetrics")["metrics"]}
        spent.append(1000 * metrics["TaskDuration"])
        page.close()
    best = f"loaded in {min(times):.0f} ms, of which the page's thread computes {min(spent):.0f}, the best of {LOADS}"
    print(f"{path.stat().st_size / 1e6:.2f} MB, {best}")
    page = _opened(browser, path, size)
    tabs = page.locator("[data-tab]").count()
    for k in range(max(1, tabs)):
        if tabs:
            page.locator("[data-tab]").nth(k).click()
        _walk(page, k + 1)
    page = _opened(browser, path, size)
    tabs = max(1, tabs)
    total = 0
    for k in range(tabs):
        if tabs > 1:
            page.locator("[data-tab]").nth(k).click()
        height = int(page.evaluate(_LAID_OUT))
        total += height
        print(f"tab {k + 1}: {height} px = {height / size[1]:.0f} screens")
    print(f"all tabs: {total / size[1]:.0f} screens")
    if tabs > 1:
        page.locator("[data-tab]").first.click()
    for columns in ("as it opens", "all languages"):
        if columns != "as it opens":
            page.locator("#all-columns").click()
        page.evaluate("() => { for (const fold of document.querySelectorAll('details.fold')) fold.open = true; }")
        heights = page.evaluate(_ROWS)
        higher = sum(height > size[1] - 150 for height in heights)
        print(
            f"rows, {columns}: {len(heights)}, median {statistics.median(heights):.0f} px, highest {max(heights):.0f}, {higher} higher than the screen"
        )


def _walk(page: Page, tab: int) -> None:
    """Go to every finding of a tab by key; print how many have their words in sight, and how long a step takes."""
    seen: dict[str, list[str]] = {}
    times = []
    step = """async () => { const start = performance.now(); document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'n', bubbles: true}));
      document.body.getBoundingClientRect(); await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
      return performance.now() - start; }"""
    while True:
        times.append(float(page.evaluate(step)))
        page.wait_for_timeout(250)
        state = page.evaluate(_IN_SIGHT)
        if state is None or state["f"] in seen:
            break
        seen[state["f"]] = state["states"]
    whole = sum(all(s == "seen" for s in states) for states in seen.values())
    nothing = sum(not any(s == "seen" for s in states) for states in seen.values())
    cells = [s for states in seen.values() for s in states]
    print(
        f"findings of tab {tab}: {len(seen)}; in sight in every column {whole}, in none {nothing}, in some {len(seen) - whole - nothing}"
    )
    print(
        f"cells: {len(cells)}, in sight {cells.count('seen')}, out of sight {cells.count('away')}, without a mark {cells.count('none')}"
    )
    print(
        f"next finding: best {min(times):.0f} ms, median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms"
    )


def steps_to_decide(browser: Browser, path: Path, size: tuple[int, int]) -> None:
    """Decide findings by keys, then by mouse, and print how many keys and clicks that took."""
    for how in ("keys", "clicks"):
        page = browser.new_context(viewport={"width": size[0], "height": size[1]}).new_page()
        page.goto(path.resolve().as_uri())
        steps = _by_keys(page) if how == "keys" else _by_mouse(page)
        said = page.locator("#progress").inner_text()
        print(f"{DECISIONS} findings by {how}: {steps} ({said})")


def _by_keys(page: Page) -> int:
    keys = ["n", *(key for k in range(DECISIONS) for key in (["1"] if k % 2 == 0 else ["2", "1"]))]
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
    return len(keys)


def _by_mouse(page: Page) -> int:
    page.locator(".entry:not(.filtered) td:nth-child(2)").first.click()
    for k in range(DECISIONS):
        page.locator('[data-panel="accept"]' if k % 2 == 0 else "#chips button >> nth=0").click()
        page.wait_for_timeout(60)
    return 1 + DECISIONS


def main() -> None:
    """Print the figures of the page that is named."""
    path = Path(sys.argv[1])
    size = (int(sys.argv[2]), int(sys.argv[3])) if len(sys.argv) > 3 else SCREEN
    program = chromium()
    if program is None:
        sys.exit("reading_a_report: needs Chromium; install it, then run again")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        print(f"Chromium {browser.version}, {size[0]} x {size[1]}")
        measured(browser, path, size)
        steps_to_decide(browser, path, size)
        browser.close()
        printed = Path(folder) / "page.pdf"
        print_page(path, printed)
        print(f"printed: {len(_PAGES.findall(printed.read_bytes()))} sheets")


if __name__ == "__main__":
    main()
