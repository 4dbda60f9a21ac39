"""The report and the review in a real browser: headless Chromium, driven by Playwright."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

import reports.messages.catalogue as catalogue
from corpora.model import Resolution
from corpora.reading import read_resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.exporters.html import write_report
from reports.exporters.html.corpus_index import CorpusEntry, write_index
from reports.messages.catalogue import load_catalogues, title_of
from reports.project.selection import Selection
from tests.support.browser import WCAG, browser, watch
from tests.support.command_line import run
from tests.support.review import started
from tests.support.sample import SAMPLE
from tests.support.third_language import third
from tests.support.three_texts import ADOPTED, DRAFT, LAST

__all__ = ["browser"]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
EVIL = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six versions, two of them with drift and one with a script in its text, and the related resolution."""
    made = tmp_path_factory.mktemp("docs")
    for path in SAMPLE.glob("*.*"):
        shutil.copy(path, made)
    for code in ("en", "es"):
        shutil.copy(SAMPLE / "drift" / f"{code}.md", made)
    english = made / "en.md"
    english.write_text(english.read_text(encoding="utf-8").replace("at its eleventh", f"{EVIL} at its eleventh"))
    return made


_POINT = re.compile(r"(\d+)(?:\.| -) ")
"""The number that opens an operative paragraph."""


def shortened(text: str) -> str:
    """The heading, the recitals to the fourth, the operative paragraphs to the sixth, the footnotes: less to draw and to look at."""
    recitals, kept = 0, []
    for block in text.split("\n\n"):
        point = _POINT.match(block)
        recitals += point is None and block.startswith("*")
        if (
            int(point[1]) <= 6 if point else not block.startswith("*") or recitals <= 5
        ):  # the formula is in italics, too
            kept.append(block)
    return "\n\n".join(kept)


@pytest.fixture(scope="module")
def few(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of these French, the two with drift and one written from the right, shortened: every part of a page, a third of the work."""
    made = tmp_path_factory.mktemp("few") / "docs"
    shutil.copytree(folder, made, ignore=shutil.ignore_patterns("report", "ru.md", "zh.md"))
    for path in made.glob("*.md"):
        path.write_text(shortened(path.read_text(encoding="utf-8")), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def report(folder: Path) -> Path:
    run("report", folder, "--output", folder / "report")
    return folder / "report" / "index.html"


@pytest.fixture(scope="module")
def short_report(few: Path) -> Path:
    run("report", few, "--output", few / "report")
    return few / "report" / "index.html"


def opened(context: BrowserContext, address: str) -> Page:
    """A page that fails the test where its script does, or where it asks for anything beyond itself."""
    page = context.new_page()
    page.set_default_timeout(10_000)
    # The page of a folder may talk with the application that it is opened from.
    home = address.partition("/w/")[0] if address.startswith("http:") else address.rsplit("/", 1)[0]
    watch(page, (home, "blob:"))
    page.goto(address)
    return page


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield opened(context, report.as_uri())
    context.close()


def test_a_script_in_a_text_is_shown_not_run(page: Page) -> None:
    page.keyboard.press("n")
    assert "E/RES/2002/19" in page.title()
    assert EVIL[:30] in (page.text_content("#versions") or "")


def test_filters_narrow_the_list_and_stay_in_the_address(page: Page, browser: Browser) -> None:
    everything = page.locator(".entry:visible").count()
    page.select_option("[data-filter=language]", "es")
    spanish = page.locator(".entry:visible").count()
    page.select_option("#code", "D204")
    assert 0 < page.locator(".entry:visible").count() < spanish < everything
    page.select_option("#code", "")
    page.select_option("[data-filter=paragraph]", "op3")
    page.fill("#search", "56/213")
    assert page.locator(".entry:visible").count() == 1
    page.click("[data-filter-severity=neutral]")
    page.click("#all-columns")
    page.uncheck("[data-column=zh]")
    context = browser.new_context()
    again = opened(context, page.url)
    assert again.input_value("#search") == "56/213"
    assert again.locator(".entry:visible").count() == 1
    assert again.get_attribute("[data-filter-severity=neutral]", "aria-pressed") == "false"
    assert not again.is_visible('#versions .head[data-lang="zh"]') and again.is_visible(
        '#versions .head[data-lang="ar"]'
    )
    context.close()


def test_decisions_without_storage_last_as_long_as_the_page(browser: Browser, report: Path) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })"
    )
    page = opened(context, report.as_uri())
    page.keyboard.press("n")
    said = page.locator(f"#{first_in(page)} .said")
    for key in ("a", "n", "p"):
        page.keyboard.press(key)
    expect(said).to_contain_text("to be corrected")
    page.keyboard.press("u")
    expect(said).to_be_empty()
    context.close()


def first_in(page: Page) -> str:
    """The id of the finding that the list has first."""
    return f"f{page.locator('.entry:visible').first.get_attribute('data-f')}"


def listed(page: Page) -> list[str]:
    """The ids of the findings in the order of the list."""
    numbers: list[str] = page.locator(".entry:visible").evaluate_all("all => all.map((e) => e.dataset.f)")
    return [f"f{n}" for n in numbers]


def said(page: Page, finding: str) -> Locator:
    return page.locator(f"#{finding} .said")


def test_keyboard_walks_opens_and_decides(page: Page) -> None:
    first, second, *_ = listed(page)
    current = page.locator(".finding.current")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(current).to_have_attribute("id", second)
    page.keyboard.press("p")
    expect(current).to_have_attribute("id", first)
    page.keyboard.press("o")
    assert page.evaluate("'f' + document.activeElement.closest('.entry').dataset.f") == first
    page.keyboard.press("o")
    expect(page.locator(f"#{first}")).to_be_focused()
    # A decision, and the next finding comes up.
    page.keyboard.press("1")
    expect(said(page, first)).to_contain_text("to be corrected")
    expect(current).to_have_attribute("id", second)
    # The same key on a finding that is decided so takes nothing back.
    page.keyboard.press("p")
    page.keyboard.press("1")
    expect(said(page, first)).to_contain_text("to be corrected")
    page.keyboard.press("u")
    expect(said(page, first)).to_be_empty()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


def test_a_key_acts_on_the_finding_that_has_the_focus(page: Page) -> None:
    first, _, third, *_, last = listed(page)
    page.keyboard.press("n")
    page.locator(f"#{third} .tools button").last.focus()
    page.keyboard.press("1")
    expect(said(page, third)).to_contain_text("to be corrected")
    expect(said(page, first)).to_be_empty()
    page.locator(f".entry[data-f='{last[1:]}'] a").focus()
    page.keyboard.press("a")
    expect(said(page, last)).to_contain_text("to be corrected")
    expect(said(page, first)).to_be_empty()


def test_a_key_that_is_held_down_decides_once(page: Page) -> None:
    page.keyboard.press("n")
    page.keyboard.down("1")
    for _ in range(5):
        page.keyboard.down("1")  # repeats
    page.keyboard.up("1")
    expect(page.locator("#progress")).to_contain_text("1 of")


def test_ten_findings_by_keys_and_by_mouse(page: Page) -> None:
    """Five to be corrected, five that are no error, with a reason: twenty strokes and twelve clicks are the aims."""
    ten = listed(page)[:10]
    strokes = ["n", *(key for i in range(10) for key in (("1",) if i % 2 else ("2", "1")))]
    for key in strokes:
        page.keyboard.press(key)
    assert len(strokes) <= 20
    for i, finding in enumerate(ten):
        expect(said(page, finding)).to_contain_text(
            "to be corrected" if i % 2 else "not an error · reader · house style"
        )
    for _ in ten:
        page.keyboard.press("u")
    expect(page.locator("#progress")).to_contain_text("0 of")
    page.click("#panel-list")
    clicks = 1
    page.locator(".entry:visible").first.click(position={"x": 300, "y": 10})
    for i in range(10):
        page.click("[data-panel=accept]" if i % 2 else "#chips button >> nth=1")
        clicks += 1
    assert clicks <= 12
    for i, finding in enumerate(ten):
        expect(said(page, finding)).to_contain_text("to be corrected" if i % 2 else "agreed term")


def test_an_accepted_difference_and_a_reason_of_ones_own(page: Page) -> None:
    first, second, *_ = listed(page)
    page.keyboard.press("n")
    page.keyboard.press("3")
    page.keyboard.press("0")
    page.fill("#decide-text", "so agreed in the working group")
    page.keyboard.press("Control+Enter")
    expect(said(page, first)).to_contain_text("accepted difference · reader · so agreed")
    expect(page.locator(f"#{first}")).to_have_class(re.compile("tolerate"))
    # It is at hand for the next one.
    page.locator("#chips button", has_text="so agreed in the working group").click()
    expect(said(page, second)).to_contain_text("not an error · reader · so agreed")


WORDS_IN_VIEW = """() => {
  const finding = document.querySelector(".finding.current");
  const panel = document.getElementById("panel").getBoundingClientRect();
  const below = panel.width > innerWidth * .8;
  const seen = (mark, cell) => {
    const [box, frame] = [mark.getClientRects()[0], cell.getBoundingClientRect()];
    const [right, foot] = below ? [innerWidth, panel.top] : [panel.left, innerHeight];
    return box.top >= Math.max(0, frame.top - 1) && box.bottom <= Math.min(frame.bottom + 1, foot) && box.left < right;
  };
  return Array.from(finding.closest(".row").querySelectorAll(":scope > .cell"))
    .filter((cell) => cell.getClientRects().length)
    .map((cell) => [cell, Array.from(cell.querySelectorAll("mark.f")).filter((m) => m.dataset.f.split(" ").includes(finding.dataset.f))])
    .filter(([, marks]) => marks.length)
    .map(([cell, marks]) => seen(marks[0], cell));
}"""


def test_going_to_a_finding_brings_its_words_into_view_in_every_column(page: Page) -> None:
    looked = 0
    for _ in listed(page):
        page.keyboard.press("n")
        for _ in range(20):  # the panel opens, and the row comes, in less than a second
            seen = page.evaluate(WORDS_IN_VIEW)
            if all(seen):
                break
            page.wait_for_timeout(50)
        assert all(seen), page.locator(".finding.current").get_attribute("id")
        looked += len(seen)
    assert looked > 10


def test_two_languages_at_first_and_those_of_the_finding(page: Page) -> None:
    heads = page.locator("#versions .head:visible")
    assert heads.evaluate_all("all => all.map((h) => h.dataset.lang)") == ["fr", "en"]
    page.select_option("[data-filter=language]", "es")
    page.keyboard.press("n")
    expect(page.locator('#versions .head[data-lang="es"]')).to_be_visible()
    assert heads.count() == 3
    page.click("#all-columns")
    assert heads.count() == 6


def test_tabs_have_their_own_counts_and_verdicts(page: Page) -> None:
    between, since = page.locator("[data-tab]").all()
    counts = [int(tab.locator("b").inner_text()) for tab in (between, since)]
    cards = page.locator(".card b")
    assert sum(map(int, cards.all_inner_texts())) == counts[0] == page.locator(".entry:visible").count()
    expect(page.locator(".verdict-box:visible")).to_contain_text("6 versions:")
    since.click()
    assert sum(map(int, cards.all_inner_texts())) == counts[1] == page.locator(".entry:visible").count()
    expect(page.locator(".verdict-box:visible")).to_contain_text("nothing else changed")
    expect(page.locator("#versions")).to_be_hidden()
    assert page.locator("#related-1 details.fold summary").count() > 0
    severities = page.locator(".entry:visible").evaluate_all("all => all.map((e) => e.dataset.severity)")
    assert severities == sorted(severities, key=["critical", "major", "minor", "neutral"].index)
    # A link leads into the other part.
    page.click('nav.bar a[href="#versions"]')
    expect(page.locator("#versions")).to_be_visible()


def test_a_link_by_fingerprint_and_the_way_back(page: Page, browser: Browser) -> None:
    entry = page.locator(".entry:visible").nth(2)
    number = entry.get_attribute("data-f")
    entry.click(position={"x": 300, "y": 10})
    fingerprint = page.get_attribute(f"#f{number}", "data-fingerprint") or "?"
    assert f"f={fingerprint}" in page.url
    context = browser.new_context()
    other = opened(context, page.url)
    expect(other.locator(".finding.current")).to_have_attribute("id", f"f{number}")
    expect(other.locator("#panel")).to_be_visible()
    context.close()
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    expect(entry.locator("a")).to_be_focused()
    page.go_forward()
    expect(page.locator("#panel")).to_be_visible()


def test_the_counterpart_lights_up(page: Page) -> None:
    page.click("#all-columns")
    page.hover('mark.f:text-is("21 September 2001")')
    expect(page.locator('mark.f.lit:text-is("12 septembre 2001")')).to_be_visible()
    # A value that no finding is about lights up in every language all the same.
    row = page.locator('#versions .row[data-label="pp4"]')
    row.locator('.cell[data-lang="fr"] .a:text-is("56/261")').hover()
    lit = row.locator(".lit").all_inner_texts()
    assert len(lit) == 6 and "٥٦/٢٦١" in lit


def test_the_map_and_the_matrix_lead_to_rows(page: Page) -> None:
    ticks = page.locator("#minimap .tick")
    assert ticks.count() == page.locator(".finding").count()
    shown = page.locator("#minimap .tick:visible")
    assert 0 < shown.count() < ticks.count()
    target = (shown.last.get_attribute("href") or "#")[1:]
    shown.last.click()
    expect(page.locator(f"#{target}")).to_have_class(re.compile("current"))
    page.click("#panel-close")
    page.locator("details.matrix summary").first.click()
    canvas = page.locator("#versions canvas").first
    canvas.scroll_into_view_if_needed()
    size = int(canvas.get_attribute("data-size") or 0)
    columns = (canvas.get_attribute("data-columns") or "").split()
    place = columns.index("op3")
    canvas.hover(position={"x": (place + 0.5) * size, "y": size * 1.5})
    assert "op3" in page.locator("#versions .where").first.inner_text()
    dark = page.evaluate(
        "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v < 90)",
        canvas.element_handle(),
    )
    assert dark
    rows = (canvas.get_attribute("data-rows") or "").split()
    canvas.click(position={"x": size / 2, "y": (rows.index("pp8") + 0.5) * size})
    expect(page.locator('#versions .row[data-label="pp8"]')).to_be_in_viewport()


def test_the_head_stays_in_sight(page: Page) -> None:
    page.click("#all-columns")
    page.evaluate("document.querySelector('#versions .row[data-label=op9]').scrollIntoView()")
    expect(page.locator('#versions .head[data-lang="ar"]')).to_be_in_viewport()
    page.set_viewport_size({"width": 390, "height": 800})
    page.evaluate("document.querySelector('#versions .grid').scrollLeft = 300")
    # What waits for an expression evaluates it in the page, whose policy forbids that from the second time on.
    expect(page.locator("#versions .headbar")).to_have_js_property("scrollLeft", 300)


def test_interface_in_french_and_from_the_right(page: Page) -> None:
    page.click("#ui [value=fr]")
    assert page.inner_text("#findings-h") == "Constats"
    assert page.get_attribute("html", "lang") == "fr"
    # What is heard and not seen changes with it, and so do the names of codes.
    assert page.get_attribute("nav.bar", "aria-label") == "Parties"
    assert page.get_attribute("#keys", "aria-label") == "Clavier"
    title = title_of("D203", "fr")
    assert title in (page.get_attribute('.finding[data-code="D203"] .badge', "title") or "")
    assert title in page.inner_text('#code option[value="D203"]')
    box = page.locator('#versions .row[data-label="op10"] .cell[data-lang="ar"]')
    assert box.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_dismissed_finding_stays_dismissed_after_a_new_report(
    browser: Browser, short_report: Path, few: Path, tmp_path: Path
) -> None:
    context = browser.new_context(accept_downloads=True)
    page = opened(context, short_report.as_uri())
    page.locator(".finding").first.locator("[data-do=dismiss]").click()
    page.click("#decide-ok")
    expect(page.locator("#decide-error")).to_contain_text("reason")
    page.fill("#decide-text", "as the submission has it")
    page.click("#decide-ok")
    expect(page.locator(".finding").first).to_have_class("finding major dismiss")
    run("report", few, "--output", few / "report")
    page.reload()
    expect(page.locator(".finding").first.locator(".said")).to_contain_text("as the submission has it")
    page.select_option("[data-filter=decision]", "dismiss")
    assert page.locator(".entry:visible").count() == 1
    with page.expect_download() as download:
        page.click("#save")
    saved = tmp_path / "decisions.json"
    download.value.save_as(saved)
    context.close()
    copy = shutil.copytree(few, tmp_path / "copy", ignore=shutil.ignore_patterns("report"))
    assert "1 new" in run("review", copy, "--merge", saved)
    run("report", copy, "--output", tmp_path / "out")
    data = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    assert [s["reason"] for s in data["versions"]["suppressed"]] == ["as the submission has it"]


def test_a_third_language_of_the_interface_is_offered_and_spoken(
    browser: Browser, sample: dict[str, Resolution], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = third(tmp_path) / "eo.toml"
    text = (
        path.read_text(encoding="utf-8").replace('"English"', '"esperanto"').replace("Give a reason.", "Donu kialon.")
    )
    # Three forms of plurals, as Slavic languages have them, so that the page must go by the language's own rule.
    text = text.replace("plural_forms = 2", "plural_forms = 3").replace(
        'plural = "n != 1"',
        'plural = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2"',
    )
    form = r"((?:[^|{}]|\{[^{}]*\})*)"
    text = re.sub(rf"\{{(\w+):plural\|{form}\|{form}\}}", r"{\1:plural|\2|\3|\3}", text)
    text = text.replace('"{count} shown"', '"{count} {count:plural|unu|kelkaj|multaj}"')
    path.write_text(text, encoding="utf-8")
    loaded = load_catalogues(tmp_path)
    monkeypatch.setattr(catalogue, "catalogues", lambda: loaded)
    versions = compare_versions(sample["fr"], [read_resolution(SAMPLE / "drift" / "en.md")])
    write_report(tmp_path / "page.html", versions, Selection(check_versions(versions), []), (), "en")
    context = browser.new_context()
    page = opened(context, (tmp_path / "page.html").as_uri())
    assert page.locator("#ui button:visible").all_inner_texts() == ["Français", "Esperanto"]
    page.click("#ui [value=eo]")
    assert page.locator("#ui button:visible").all_inner_texts() == ["Français", "English"]
    assert page.get_attribute("html", "lang") == "eo" and "ui=eo" in page.url
    for code in page.locator("#code option").evaluate_all("options => options.map((o) => o.value)"):
        page.select_option("#code", code)
        count = page.locator(".entry:visible").count()
        form = (
            "unu"
            if count % 10 == 1 and count != 11
            else "kelkaj"
            if 2 <= count % 10 <= 4 and not 12 <= count <= 14
            else "multaj"
        )
        expect(page.locator("#shown")).to_have_text(f"{count} {form}")
    page.select_option("#code", "")
    page.locator(".finding").first.locator("[data-do=dismiss]").click()
    page.click("#decide-ok")
    expect(page.locator("#decide-error")).to_have_text("Donu kialon.")
    context.close()


def test_the_page_of_a_corpus_counts_in_the_language_shown(browser: Browser, tmp_path: Path) -> None:
    entries = [CorpusEntry.of(f"A/RES/80/{n}", ("en", "fr"), f"{n}.html", ()) for n in (901, 902)]
    write_index(tmp_path / "index.html", entries, [], "en")
    context = browser.new_context()
    page = opened(context, (tmp_path / "index.html").as_uri())
    expect(page.locator("#shown")).to_have_text("2 shown")
    page.click("#ui [value=fr]")
    expect(page.locator("#shown")).to_have_text("2 affichées")
    expect(page.locator("#ui button:visible")).to_be_focused()
    page.fill("#search", "902")
    expect(page.locator("#shown")).to_have_text("1 affichée")
    context.close()


@pytest.mark.parametrize(
    ("made", "width", "scheme"),
    [
        ("short_report", 1440, "light"),
        pytest.param("short_report", 390, "dark", marks=pytest.mark.whole),
        # Every width in every scheme, on the page of six versions.
        *(pytest.param("report", w, s, marks=pytest.mark.whole) for w in (1440, 390) for s in ("light", "dark")),
    ],
)
def test_wcag(browser: Browser, request: pytest.FixtureRequest, made: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = opened(context, request.getfixturevalue(made).as_uri())
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".finding").first.locator("[data-do=dismiss]").click()
    found = Axe().run(page, context="#decide", options=WCAG).response["violations"]
    assert [v["id"] for v in found] == []
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("2")
    # What has changed since the first look.
    changed = None if made == "report" else {"include": [[".finding.current"], ["#panel"], ["nav.bar"]]}
    found = Axe().run(page, context=changed, options=WCAG).response["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (1440, "light"),
        (390, "dark"),
        *(pytest.param(w, s, marks=pytest.mark.whole) for w, s in ((1440, "dark"), (390, "light"))),
    ],
)
def test_three_texts(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    texts = []
    for name, text in (("last", LAST), ("draft", DRAFT), ("adopted", ADOPTED)):
        texts.append(tmp_path / f"{name}.fr.md")
        texts[-1].write_text(text, encoding="utf-8")
    run("compare", *texts, "--html", tmp_path / "three.html", "--ui", "fr")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = opened(context, (tmp_path / "three.html").as_uri())
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("#shown")).to_have_text("10 paragraphes affichés")
    page.select_option("#state", "came_back")
    expect(page.locator("#shown")).to_have_text("2 paragraphes affichés")
    page.locator("#ui button:visible").click()
    expect(page.locator("#shown")).to_have_text("2 paragraphs shown")
    expect(page.locator("#state option:checked")).to_have_text("came back")
    context.close()


@pytest.fixture(scope="module")
def series(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a series whose texts have names and no symbols."""
    tmp_path, names = tmp_path_factory.mktemp("series"), []
    for i, source in enumerate(("fr.md", "2003-900.fr.md", "fr.md")):
        path = tmp_path / f"a-resolution-with-a-rather-long-name-and-no-symbol-{i}.md"
        text = (few / source).read_text(encoding="utf-8")
        path.write_text("\n".join(line for line in text.splitlines() if not line.startswith("## ")), encoding="utf-8")
        names.append(path)
    run("series", *names, "--html", tmp_path / "series.html")
    return tmp_path / "series.html"


@pytest.mark.parametrize("width", [1440, 390])
def test_wcag_of_a_series_without_symbols(browser: Browser, series: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = opened(context, series.as_uri())
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg.force rect").count() > 3
    context.close()


def test_print_is_fit_for_a_meeting(page: Page, tmp_path: Path) -> None:
    import pypdfium2

    page.pdf(path=str(tmp_path / "report.pdf"), prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    assert 5 < len(document) < 40
    first = document[0]
    assert first.get_width() > first.get_height()
    text = "".join(document[i].get_textpage().get_text_range() for i in range(len(document)))
    assert "Constats" in text or "Findings" in text
    assert "douzième session" in text and "Dismiss" not in text and f"/ {len(document)}" in text


def test_the_command_prints_a_pdf(browser: Browser, few: Path, tmp_path: Path) -> None:
    output = run("report", few, "--output", tmp_path / "out", "--pdf", tmp_path / "report.pdf")
    assert output.split()[-1] == str(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"


# -- the review --------------------------------------------------------------------------------------------------------


Running = tuple[Path, subprocess.Popen[str], str]
"""A folder, the process that reviews it, and its address."""


def running(few: Path, folder: Path) -> Iterator[Running]:
    shutil.copytree(few, folder, ignore=shutil.ignore_patterns("report"))
    process, address = started(folder)
    yield folder, process, address
    process.kill()
    process.wait()


@pytest.fixture(scope="module")
def review(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A review for two tests, of which the last ends it."""
    yield from running(few, tmp_path_factory.mktemp("review") / "docs")


@pytest.fixture
def own_review(few: Path, tmp_path: Path) -> Iterator[Running]:
    yield from running(few, tmp_path / "docs")


def test_review_wcag(browser: Browser, review: Running) -> None:
    _, _, address = review
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = opened(context, address)
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in found] == []
    context.close()


def test_review_tells_of_changed_files_and_of_a_server_that_is_gone(browser: Browser, review: Running) -> None:
    folder, process, address = review
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    english = folder / "en.md"
    english.write_text(english.read_text(encoding="utf-8").replace("21 September 2001", "12 September 2001"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#notice")).to_contain_text("files have changed")
    count = page.locator(".finding").count()
    page.click("#recheck")
    expect(page.locator(".finding")).to_have_count(count - 1)
    process.kill()
    process.wait()
    page.locator(".finding").first.locator("[data-do=accept]").click()
    expect(page.locator("#notice")).to_contain_text("does not answer")
    expect(page.locator(".finding").first.locator(".said")).to_be_empty()
    context.close()


def test_review_decides_corrects_and_survives(browser: Browser, own_review: Running) -> None:
    folder, process, address = own_review
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = opened(context, address)
    other = opened(context, address)
    # By its fingerprint: another alignment numbers the findings otherwise. Of a paragraph that is not corrected below: it stays.
    entry = page.locator(".entry:visible", has_text="preambular para. 1").first
    fingerprint = page.get_attribute(f"#f{entry.get_attribute('data-f')}", "data-fingerprint")
    first = f".finding[data-fingerprint='{fingerprint}'] .said"
    entry.locator("a").first.click()
    page.keyboard.press("d")
    page.click("#chips .other")
    page.check("[name=scope][value=phrase]")
    page.fill("#decide-text", "house style")
    page.click("#decide-ok")
    expect(page.locator(first)).to_contain_text("not an error · Ana · house style")
    # The other window did not know: it is told, and overwrites nothing.
    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(other.locator(first)).to_contain_text("house style")
    assert "title" not in page.title() and "run" not in page.title()
    # A bead is corrected: two paragraphs joined; the page comes back checked anew.
    cell = page.locator('#versions .row[data-label="op4"] .cell[data-lang="en"]')
    cell.hover()
    cell.locator(".align").click()
    page.locator('#bead button[value="join"]').click()
    pinned = page.locator(".cell.pinned")
    expect(pinned).to_have_attribute("data-ids", "op4 op5")
    expect(page.locator(first)).to_contain_text("house style")
    page.close()
    other.close()
    # Killed and started again: everything is there.
    process.send_signal(signal.SIGKILL)
    process.wait()
    process, address = started(folder)
    try:
        page = opened(context, address)
        expect(page.locator(first)).to_contain_text("house style")
        expect(page.locator(".cell.pinned")).to_have_attribute("data-ids", "op4 op5")
        page.click("#undo")
        expect(page.locator(".cell.pinned")).to_have_count(0)
        page.click("#undo")
        expect(page.locator(first)).to_be_empty()
        expect(page.locator("#undo")).to_be_disabled()
    finally:
        context.close()
        process.kill()
        process.wait()


def test_who_decides_is_asked_once(browser: Browser, few: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(few, tmp_path / "docs", ignore=shutil.ignore_patterns("report", "hexapla.toml"))
    process, address = started(folder, reviser="", work=tmp_path / "work")
    context = browser.new_context()
    try:
        page = opened(context, address)
        first, second, *_ = listed(page)
        page.keyboard.press("n")
        page.keyboard.press("1")
        page.fill("#who-name", "Anne Dupont")
        page.keyboard.press("Enter")
        expect(said(page, first)).to_contain_text("to be corrected · Anne Dupont")
        page.keyboard.press("1")
        expect(said(page, second)).to_contain_text("Anne Dupont")
        page.reload()
        page.keyboard.press("n")
        page.keyboard.press("1")
        expect(page.locator("#progress")).to_contain_text("3 of")
        expect(page.locator("#who")).to_be_hidden()
    finally:
        context.close()
        process.kill()
        process.wait()


@pytest.mark.whole
def test_corrections_are_shown_in_place(browser: Browser, own_review: Running, tmp_path: Path) -> None:
    _, _, address = own_review
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, other = opened(context, address), opened(context, address)
    page.evaluate("document.body.dataset.mine = 'still here'")
    page.fill("#search", "e")

    def join(label: str) -> None:
        cell = page.locator(f'#versions .row[data-label="{label}"] .cell[data-lang="en"]')
        cell.hover()
        cell.locator(".align").click()
        page.locator('#bead button[value="join"]').click()

    # Two in a row, the second before the first is answered.
    join("op4")
    join("op2")
    pinned = page.locator(".cell.pinned")
    expect(pinned).to_have_count(2)
    expect(page.locator('.cell.pinned[data-ids="op4 op5"] .align')).to_have_count(1)
    # Nothing was loaded anew, the filter and the focus stay, and nobody else is said to have done it.
    assert page.evaluate("document.body.dataset.mine") == "still here"
    assert page.input_value("#search") == "e"
    expect(page.locator("#notice")).to_be_hidden()
    focused = "document.activeElement.closest('.cell')?.dataset.ids"
    page.wait_for_function(f"() => {focused} === 'op2 op3'")
    # What is shown is the page as it is loaded: same rows, same list.
    rows = "Array.from(document.querySelectorAll('#versions .grid .row'), (row) => row.id + row.querySelectorAll('mark').length)"
    listed = "Array.from(document.querySelectorAll('.entry'), (entry) => entry.id)"
    patched = page.evaluate(rows), page.evaluate(listed)
    fresh = opened(context, address)
    assert (fresh.evaluate(rows), fresh.evaluate(listed)) == patched
    # The other window is told of it, and takes what differs without losing anything.
    other.evaluate("document.body.dataset.mine = 'still here'; document.dispatchEvent(new Event('visibilitychange'))")
    other.locator("#notice button").click()
    expect(other.locator(".cell.pinned")).to_have_count(2)
    assert other.evaluate("document.body.dataset.mine") == "still here"
    # Taken back, one after the other; keys go on deciding.
    page.locator("#undo").click()
    expect(pinned).to_have_count(1)
    page.locator("#undo").click()
    expect(pinned).to_have_count(0)
    page.keyboard.press("n")
    page.keyboard.press("1")
    expect(page.locator(".finding.accept")).to_have_count(1)
    # A colleague's workbook, by the mouse.
    last = page.locator(".finding").last
    book = openpyxl.Workbook()
    for row in (
        ["Fingerprint", "Decision", "Reviser"],
        [last.get_attribute("data-fingerprint"), "not an error", "Ben"],
    ):
        book.active.append(row)
    book.save(tmp_path / "ben.xlsx")
    with page.expect_file_chooser() as chooser:
        page.locator("#merge").click()
    chooser.value.set_files(tmp_path / "ben.xlsx")
    expect(page.locator("#notice")).to_have_text("1 decision or comment taken in.")
    expect(last.locator(".said")).to_contain_text("not an error · Ben")
    context.close()
