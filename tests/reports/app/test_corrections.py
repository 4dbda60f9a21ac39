"""A corrected alignment: what comes of it at once is what a full run with the same pins comes to."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from lxml import etree, html

from corpora.kept import Kept
from reports.app.review_session import ReviewSession
from reports.comparison.rows import RelatedPair, Versions
from reports.exporters.html import ReviewPage, render_report
from reports.exporters.html.page_changes import PageChanges, page_changes
from reports.pipeline.case import examine
from reports.pipeline.exports import offered
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project
from tests.support.sample import SAMPLE

Ids = list[str]


def one_step(session: ReviewSession, chance: random.Random) -> None:
    """One correction that a reviser may make: beads joined, parted, split or held, of any pair; or one taken back."""
    if session.state()["undoable"] and chance.random() < 0.25:
        session.undo(session.journal.last())
        return
    found = session.examined
    assert found.versions is not None
    sections: list[tuple[str, list[tuple[Ids, Ids]]]] = [
        (f"versions:{other.language}", sides_of(found.versions, other.language)) for other in found.versions.others
    ]
    sections += [(name, beads_of(pair)) for name, (pair, _) in zip(related_names(session), found.related, strict=True)]
    pair, beads = chance.choice(sections)
    at = chance.randrange(len(beads) - 1)
    (s, t), (s2, t2) = beads[at], beads[at + 1]
    kind = chance.choice(["join", "part", "hold", "down"])
    made = {
        "join": [[s + s2, t + t2]],
        "part": [[s, []], [[], t]],
        "hold": [[s, t]],
        "down": [[s, t[:-1]], [s2, t[-1:] + t2]],
    }[kind]
    session.pin({"pair": pair, "beads": [b for b in made if b[0] or b[1]]}, session.journal.last())


def related_names(session: ReviewSession) -> list[str]:
    return [name for name in session.pair_names if name.startswith("related:")]


def sides_of(versions: Versions, code: str) -> list[tuple[Ids, Ids]]:
    return [(list(b.source), list(b.target)) for b in versions.alignments[code].beads]


def beads_of(pair: RelatedPair) -> list[tuple[Ids, Ids]]:
    return [(list(b.source), list(b.target)) for b in pair.alignment.beads]


def assert_as_a_full_run(session: ReviewSession) -> None:
    """What the session shows, against documents that are read, aligned and checked anew with the same journal."""
    project = open_project(session.folder)
    case = case_of_project(project, session.options, session.review(), hide=False)
    whole = examine(case)
    assert [(f, f.fingerprint) for f in session.examined.findings] == [(f, f.fingerprint) for f in whole.findings]
    files = offered(project, whole)
    shown = ReviewPage(session.journal.last(), session.generation, session.pins, session.reviser, files)
    parts = whole.versions, whole.selection, whole.related
    page = render_report(*parts, session.ui, whole.lineage, shown, own=case.own, kept=Kept())
    assert session.page() == page


def assert_leads_to(before: str, changes: PageChanges | None, after: str) -> None:
    """The earlier page with the parts that are sent is the later one."""
    assert changes is not None, "the page would be loaded anew"
    first, second = html.document_fromstring(before), html.document_fromstring(after)
    for part in first.xpath("//*[@data-part]"):
        if part.get("data-part") in changes.parts:
            holder = html.fragment_fromstring(f"<div>{changes.parts[part.get('data-part')]}</div>")
            if part.tag in ("select", "table"):  # what stands in these stands in no other element
                holder = html.document_fromstring(f"<{part.tag}>{changes.parts[part.get('data-part')]}</{part.tag}>")
                holder = holder.find(f".//{part.tag}")
            part.text, part[:] = holder.text, list(holder)
    for change in changes.lists:
        (found,) = first.xpath("//*[@data-list=$name]", name=change.name)
        here = {child.get("id"): child for child in found}
        for key, text in change.changed.items():
            wrapped = f"<table><tbody>{text}</tbody></table>" if text.startswith("<tr") else f"<main>{text}</main>"
            here[key] = html.document_fromstring(wrapped).xpath("//*[@id=$key]", key=key)[0]
            here[key].tail = "\n"
        found[:] = [here[key] for key in change.order]
    for body in (first.body, second.body):
        for name in ("data-last", "data-generation", "data-pins"):
            body.attrib.pop(name)
        etree.strip_tags(body, etree.Comment)
    words = [" ".join(html.tostring(page, encoding="unicode").replace(">", "> ").split()) for page in (first, second)]
    assert words[0] == words[1]


def folder_of(place: Path, codes: tuple[str, ...]) -> Path:
    """Some versions of the sample, one of them with drift, and an earlier text: the sample with paragraphs changed and left out."""
    folder = place / "docs"
    (folder / "before").mkdir(parents=True)
    for code in codes:
        text = (SAMPLE / f"{code}.md").read_text(encoding="utf-8")
        drift = SAMPLE / "drift" / f"{code}.md"
        shutil.copy(drift if drift.exists() else SAMPLE / f"{code}.md", folder / f"{code}.md")
        blocks = text.replace("2002/19", "2001/19").split("\n\n")
        (folder / "before" / f"{code}.md").write_text("\n\n".join(blocks[:9] + blocks[11:]), encoding="utf-8")
    (folder / "hexapla.toml").write_text('[[related]]\nfolder = "before"\nplace = "earlier"\n', encoding="utf-8")
    return folder


def corrected_at_random(place: Path, codes: tuple[str, ...], steps: int, seed: int) -> None:
    session = ReviewSession(folder_of(place, codes), RunOptions(), "fr", "Ana")
    chance = random.Random(seed)
    for _ in range(steps):
        before, shown = session.page(), session.generation
        one_step(session, chance)
        after = session.page()
        assert_as_a_full_run(session)
        generation, changes = session.changes_since(shown)
        assert generation == session.generation
        assert_leads_to(before, changes, after)


def test_corrections_are_as_a_full_run(tmp_path: Path) -> None:
    corrected_at_random(tmp_path, ("fr", "en"), 2, seed=1)


@pytest.mark.whole
@pytest.mark.parametrize("seed", [2, 3, 4])
def test_many_corrections_in_six_languages_are_as_a_full_run(tmp_path: Path, seed: int) -> None:
    corrected_at_random(tmp_path, ("fr", "en", "es", "ru", "ar", "zh"), 10, seed)


def test_what_no_part_holds_is_loaded_anew() -> None:
    page = (
        '<html><body data-last="1"><h1>{}</h1><p data-part="a"><!--[part a]-->{}<!--[end]--></p>'
        '<ul data-list="b"><!--[list b]--><!--[item x]--><li id="x">{}</li><!--[end]--><!--[end]--></ul></body></html>'
    )
    first = page.format("t", "one", "two")
    assert page_changes(first, first.replace('"1"', '"2"')) == PageChanges({}, ())
    found = page_changes(first, page.format("t", "1 &lt; <b>2</b>", "three"))
    assert found is not None and found.parts == {"a": "1 &lt; <b>2</b>"}
    assert found.lists[0].changed == {"x": '<li id="x">three</li>'} and found.lists[0].order == ("x",)
    assert page_changes(first, page.format("another title", "one", "two")) is None
    assert page_changes(first, first.replace("<ul ", "<ul class='c' ")) is None
    twice = '<!--[item x]--><li id="x">two</li><!--[end]-->'
    assert page_changes(first, first.replace(twice, twice * 2)) is None
