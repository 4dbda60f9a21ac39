"""k01 to k31 as they were given: the small texts of ``../shared/failing``, each read or checked as its README says it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.mandates.deliverables import deliverables_of
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution, read_resolutions
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.project.layout import open_project
from tests.failing_kinds.texts import ids
from tests.support.sample import ROOT

FAILING = ROOT.parent / "shared" / "failing"
pytestmark = pytest.mark.skipif(not FAILING.is_dir(), reason="../shared/failing is not here: its texts are not read")

READ = {
    "k01/scdouble.en.md": ("S/RES/2999(2031)", ["pp1", "op1"]),
    "k02/furniture-b.pdf": ("A/RES/90/97", ["pp1", "pp2", "op1", "op2", "op3", "op4", "op5", "op6"]),
    "k03/masthead-a.pdf": ("E/2031/L.20", ["pp1", "op1", "op2", "op3"]),
    "k04/ods-head.docx": ("E/RES/2018/18", ["pp1", "op1", "op2"]),
    "k04/propos.en.md": ("E/RES/2031/18", ["pp1", "op1", "op2"]),
    "k05/long-title.docx": ("E/RES/2018/16", ["pp1", "op1", "op2"]),
    "k06/style-heading.docx": ("E/RES/2031/20", ["pp1", "op1", "h1", "op2"]),
    "k07/annexnum.en.md": ("E/RES/2031/14", ["pp1", "op1", "closing1", "closing2", "annex.1", "annex.1.op1", "annex.1.op2"]),
    "k07/mainbody.en.xml": ("E/RES/2031/18", ["pp1", "op1", "closing1", "annex.1", "annex.1.op1", "annex.1.op2"]),
    "k08/embed.en.xml": ("E/RES/2031/27", ["op1", "op1.draft.pp1", "op1.draft.op1", "op1.draft.op2"]),
    "k09/zhlist.zh.xml": ("E/RES/2031/29", ["pp1", "op1", "op1.a", "op1.a.i", "op1.a.ii"]),
    "k10/arlist.ar.md": ("E/RES/2031/12", ["pp1", "op1", *(f"op1.{letter}" for letter in "abcdefghijklmnopqrstuvwxy")]),
    "k11/closing.es.html": ("E/RES/2031/8", ["pp1", "op1", "op2", "closing1", "closing2"]),
    "k12/default-list.docx": ("E/RES/2031/20", ["pp1", "op1", "op1.a", "op1.b", "op1.b.i", "op1.b.ii", "op2"]),
    "k13/continued-list.docx": ("E/RES/2031/20", ["pp1", "op1", "op2", "op3"]),
    "k14/textbox.docx": ("E/RES/2031/20", ["pp1", "op1", "op2", "op3"]),
    "k15/custom-note.docx": ("E/RES/2031/20", ["pp1", "op1", "op2"]),
    "k16/bis.fr.md": ("E/RES/2031/10", ["pp1", "op1", "op1bis", "op1ter", "op2"]),
    "k25/front.en.md": ("A/RES/90/7", ["pp1", "op1", "op2"]),
    "k26/wrap.en.txt": ("E/RES/2031/15", ["pp1", "pp2", "op1", "op2"]),
}  # fmt: skip
CHECKED = {
    "k17/half.fr.md half.en.md": {"D201"}, "k17/maj.fr.md maj.en.md": {"D201"}, "k18/cur.fr.md cur.en.md": {"D201"},
    "k19/neg.fr.md neg.en.md": {"D201"}, "k20/time.fr.md time.en.md": set(), "k21/smd.fr.md smd.en.md": {"D201"},
    "k22/approx.fr.md approx.zh.md": set(), "k23/arpct.fr.md arpct.ar.md": set(), "k24/ruord2.fr.md ruord2.ru.md": set(),
    "k27/freq2.fr.md freq2.en.md": {"D201"}, "k31/twofour.fr.md twofour.en.md": set(),
}  # fmt: skip


def folder(kind: str) -> Path:
    return next(FAILING.glob(f"{kind}-*"))


def read(name: str) -> Resolution:
    kind, _, file = name.partition("/")
    return read_resolution(folder(kind) / file)


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    found = read(name)
    assert (found.symbol, [i for i in ids(found) if i != "op1.draft.organ"]) == READ[name]


def test_k15_marks_and_notes() -> None:
    assert [note.mark for note in read("k15/custom-note.docx").footnotes] == ["*", "1"]


@pytest.mark.parametrize("names", CHECKED)
def test_what_is_found(names: str) -> None:
    kind, _, files = names.partition("/")
    pivot, other = (read_resolution(folder(kind) / file) for file in files.split())
    assert {f.code for f in check_versions(compare_versions(pivot, [other]))} == CHECKED[names]


def test_k28_deliverables() -> None:
    found = deliverables_of(read("k28/deliv.en.md"))
    assert [(d.kind, d.addressee) for d in found] == [
        ("report", "the Secretary-General"),
        ("report", "the Panel of Experts"),
    ]
    assert (found[0].every_months, found[1].due) == (3, "2032-06-30")


def test_k29_two_resolutions_of_a_volume() -> None:
    found = read_resolutions(folder("k29") / "vol46.html")
    assert [(r.symbol, [p.id for p in r.paragraphs if p.kind is Kind.OPERATIVE]) for r in found] == [
        ("S/RES/2(1946)", ["op1"]),
        ("S/RES/3(1946)", ["op1"]),
    ]


def test_k30_suffixes_in_capitals() -> None:
    assert {path.name for path in open_project(folder("k30") / "folder").versions.values()} == {"fr.md", "en.DOCX"}


def test_every_kind_is_among_these_tests() -> None:
    named = {name[:3] for name in (*READ, *CHECKED)} | {"k28", "k29", "k30"}
    assert named == {path.name[:3] for path in FAILING.iterdir() if path.is_dir()}
