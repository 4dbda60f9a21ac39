"""The HTML report: one file, nothing from outside, nothing that a document says is run."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from html.parser import HTMLParser

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related, check_versions
from reports.comparison.rows import RelatedPair, Versions, compare_related, compare_versions
from reports.exporters.html import render_report
from reports.findings.model import Finding
from reports.messages.catalogue import title_of
from reports.project.selection import Selection


@pytest.fixture(scope="module")
def page(six: Versions, found: list[Finding], related: RelatedPair) -> str:
    return render_report(six, Selection(found, []), [(related, Selection(check_related(related), []))], "fr")


class Outline(HTMLParser):
    """Tags with their attributes, and whether they balance."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_well_formed_and_self_contained(page: str) -> None:
    outline = Outline()
    outline.feed(page)
    assert outline.open == []
    for tag, attributes in outline.tags:
        assert tag not in ("link", "img", "iframe", "object")
        for name in ("src", "href"):
            assert not (attributes.get(name) or "").startswith(("http", "//", "data:"))
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert "@import" not in page and "url(" not in page


def test_policy_names_the_style_and_script_by_hash(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy.group(1).replace("&#43;", "+")
    assert "default-src &#39;none&#39;" in policy.group(1) or "default-src 'none'" in policy.group(1)


def test_badges_name_the_code_in_the_language_of_the_report(page: str) -> None:
    badges = re.findall(r'<span class="badge \w+" title="([^"]+) · \d+ %"[^>]*>(\w+)</span>', page)
    assert badges and all(html.unescape(title) == title_of(code, "fr") for title, code in badges)


def test_six_columns_arabic_from_the_right(page: str) -> None:
    assert page.count('<div class="cell head"') == 6 + 2
    assert page.count('<div class="cell head inline"') == 1
    assert re.search(r'lang="ar" dir="rtl"', page)


def test_marks_and_their_findings_belong_together(page: str) -> None:
    indexes = set(re.findall(r'<li class="finding \w+" id="f(\d+)"', page))
    entries = set(re.findall(r'<tr class="entry" data-f="(\d+)"', page))
    marked = {i for group in re.findall(r'<mark class="f [^"]*" data-f="([\d ]+)"', page) for i in group.split()}
    assert indexes == entries
    assert marked <= indexes and len(marked) >= 0.7 * len(indexes)
    assert re.search(r"<mark[^>]*>21 September 2001</mark>", page)


def test_changed_words_of_related_resolutions(page: str) -> None:
    assert "<del>" in page and "<ins>" in page
    assert re.search(r'<mark class="f [^"]*del"[^>]*>sur demande</mark>', page)


def test_mandates_before_and_after(page: str) -> None:
    assert 'class="mandate merged"' in page or 'class="mandate reworded"' in page
    deadline = re.search(r'<span class="slot deadline changed">.*?</b> <del>(.*?)</del> <ins>(.*?)</ins>', page)
    assert deadline is not None and deadline.groups() == ("douzième session", "cinquante-neuvième session")


def test_the_table_of_mandates_has_a_line_a_mandate_with_what_changed(page: str) -> None:
    table = page[page.index('class="mandates ') :].partition("</table>")[0]
    rows = table.split("<tr class=")[1:]
    assert all(row.count("<td") == 3 and '<th scope="row">' in row for row in rows)
    assert re.search(r'<td class="action changed">[^<]*<del>[^<]+</del>', table)
    changed = [row for row in rows if row.startswith('"mandate reworded')]
    assert changed and all("<del>" in row or "<ins>" in row for row in changed)
    # An act of a reworded paragraph of which no word differs is one of those that are folded.
    assert not any("<del>" in row or "<ins>" in row for row in rows if row.startswith('"mandate identical'))


def test_a_mandate_that_moved_is_named_by_both_ends() -> None:
    head = "L'Assemblée générale,\n\n"
    first, second = (
        "Prie le Secrétaire général de présenter un rapport annuel sur les ponts",
        "Encourage les États à bâtir des digues",
    )
    earlier = read_text(f"{head}1. {first} ;\n\n2. {second}.", "fr", "a.md")
    later = read_text(f"{head}1. {second} ;\n\n2. {first}.", "fr", "b.md")
    pair = compare_related(earlier, later)
    shown = render_report(None, None, [(pair, Selection(check_related(pair), []))], "fr")
    table = shown[shown.index('class="mandates ') :].partition("</table>")[0]
    assert "par.\u00a01 → 2" in table or "par.\u00a02 → 1" in table


def test_script_in_a_text_is_shown_not_run(sample: dict[str, Resolution]) -> None:
    evil = "<script>alert('x')</script><img src=x onerror=alert(1)>"
    source = sample["en"].source.replace("at its twelfth session", f"at its eleventh session {evil}")
    copy = read_text(source, "en", f"{evil}.md")
    versions = compare_versions(sample["fr"], [copy])
    findings = check_versions(versions)
    shown = render_report(versions, Selection(findings, []), [], "en")
    assert "<script>alert" not in shown and "<img" not in shown
    assert "&lt;script&gt;alert" in shown


def test_a_clean_set_says_so(sample: dict[str, Resolution]) -> None:
    versions = compare_versions(sample["fr"], [sample["en"]])
    page = render_report(versions, None, [], "fr")
    assert "Les 2 versions concordent." in page and 'class="card' not in page
