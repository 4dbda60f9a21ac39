"""How quick the report is when it is large: 300 paragraphs in six languages with 1,000 findings, in Chromium.

    python -m benchmarks.report_page

The text is the sample's operative paragraphs, repeated under new numbers; the findings are those of copies with changed figures.
Prints the seconds to render and the size, then milliseconds in the browser: to load, to filter, to go to the last finding.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution, read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.exporters.html import render_report
from reports.project.selection import Selection

SAMPLE = Path(__file__).parents[1] / "corpora" / "samples" / "e-res-2002-19"
CODES = ("fr", "en", "es", "ru", "ar", "zh")
PARAGRAPHS, FINDINGS = 300, 1000


def long_version(code: str) -> Resolution:
    """The sample's version with its operative paragraphs repeated; figures of every third paragraph differ in en and es."""
    short = read_resolution(SAMPLE / f"{code}.md")
    operative = [p for p in short.paragraphs if p.kind is Kind.OPERATIVE]
    first = min(p.span.start for p in operative)
    blocks = []
    for i, paragraph in zip(range(PARAGRAPHS), itertools.cycle(operative), strict=False):
        text = paragraph.text
        if code in ("en", "es") and i % 3 == 0:
            text = re.sub(r"56/(\d+)", lambda m: f"56/{int(m.group(1)) + 1}", text)
        blocks.append(f"{i + 1}. {text}")
    return read_text(short.source[:first] + "\n\n".join(blocks), code, f"{code}.md")


def main() -> None:
    """Print the figures."""
    documents = [long_version(code) for code in CODES]
    versions = compare_versions(documents[0], documents[1:])
    found = check_versions(versions)
    many = [
        replace(f, fingerprint=f"{f.fingerprint}-{i}")
        for i, f in zip(range(FINDINGS), itertools.cycle(found), strict=False)
    ]
    start = time.perf_counter()
    page = render_report(versions, Selection(many, []), [], "en")
    print(f"{len(versions.rows)} rows x {len(CODES)} languages, {len(many)} findings ({len(found)} of them distinct)")
    print(f"rendered in {time.perf_counter() - start:.2f} s, {len(page.encode()) / 1e6:.1f} MB")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("Chromium is not installed: nothing measured in the browser")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "index.html"
        path.write_text(page, encoding="utf-8")
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        print(f"Chromium {browser.version}, 1440 x 900")
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(path.as_uri())
        timing = "performance.getEntriesByType('navigation')[0]"
        print(f"loaded {tab.evaluate(f'{timing}.loadEventEnd - {timing}.startTime'):.0f} ms")
        work = """async (act) => { const start = performance.now(); (0, eval)(act)();
          document.body.getBoundingClientRect(); await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame); return performance.now() - start; }"""
        steps = {
            "filter by a word": "() => { const s = document.getElementById('search'); s.value = '56/124'; s.dispatchEvent(new Event('input')); }",
            "no filter": "() => { const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input')); }",
            "next finding": "() => document.dispatchEvent(new KeyboardEvent('keydown', {key: 'n'}))",
            "last finding": "() => document.dispatchEvent(new KeyboardEvent('keydown', {key: 'p'}))",
            "dismiss nothing, accept": "() => document.dispatchEvent(new KeyboardEvent('keydown', {key: 'a'}))",
            "hide a column": "() => document.querySelector('[data-column=zh]').click()",
        }
        # The page's policy forbids eval in its own world; the measuring runs in the debugger's.
        for name, act in steps.items():
            print(f"{name}: {tab.evaluate(work.replace('(0, eval)(act)()', f'({act})()'), ''):.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
