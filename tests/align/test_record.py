"""The real record, where it is: alignments against gold beads, and adopted slips that must stay found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from align.related import align_related
from align.versions import align_versions
from corpora.model import Resolution
from corpora.reading import read_resolution, read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions

pytestmark = [pytest.mark.slow, pytest.mark.record]


def gold(path: Path) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    beads = set()
    for line in path.read_text(encoding="utf-8").split():
        left, right = (tuple(int(n) for n in re.findall(r"\d+", side)) for side in line.replace(", ", ",").split(":"))
        beads.add((left, right))
    return beads


def places(a: Resolution, b: Resolution, beads) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:  # type: ignore[no-untyped-def]
    left = {p.id: i for i, p in enumerate(a.paragraphs)}
    right = {p.id: i for i, p in enumerate(b.paragraphs)}
    return {(tuple(left[i] for i in x.source), tuple(right[i] for i in x.target)) for x in beads}


def f1(found: set[object], wanted: set[object]) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted))


@pytest.mark.parametrize("number", ["948", "991", "1020", "1124", "1236", "1267"])
@pytest.mark.parametrize("stripped", [False, True])
def test_language_versions_of_the_council(record: Path, number: str, stripped: bool) -> None:
    folder = record / "sc-en-fr"
    english = (folder / f"{number}.en.txt").read_text(encoding="utf-8")
    if stripped:
        english = "\n".join(re.sub(r"^\s*\d+\.\s*", "", line) for line in english.splitlines())
    a = read_text((folder / f"{number}.fr.txt").read_text(encoding="utf-8"), "fr")
    b = read_text(english, "en")
    beads = [x for x in align_versions(a, b).beads if not (x.source + x.target)[0].startswith("fn")]
    wanted = {
        (left, right)
        for left, right in (_spaced(line) for line in (folder / f"{number}.gold.fr-en").read_text().splitlines())
    }
    assert f1(places(a, b, beads), wanted) >= 0.95


def _spaced(line: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    left, right = line.split(":")
    return tuple(map(int, re.findall(r"\d+", left))), tuple(map(int, re.findall(r"\d+", right)))


@pytest.mark.parametrize(
    ("first", "second"), [("1525_2004", "1553_2004"), ("1541_2004", "1570_2004"), ("1648_2005", "1685_2006")]
)
def test_renewals(record: Path, first: str, second: str) -> None:
    folder = record / "renewals"
    a = read_text((folder / f"{first}.txt").read_text(encoding="utf-8"), "fr")
    b = read_text((folder / f"{second}.txt").read_text(encoding="utf-8"), "fr")
    name = f"{first.split('_')[0]}-{second.split('_')[0]}.gold"
    wanted = {_spaced(line) for line in (folder / name).read_text().splitlines()}
    assert f1(places(a, b, align_related(a, b).beads), wanted) >= 0.85


LETTERS = {"French": "F", "English": "E", "Spanish": "S", "Russian": "R", "Arabic": "A", "Chinese": "C"}


def versions_of(record: Path, name: str) -> list[Resolution]:
    found = [
        read_resolution(path)
        for lang in LETTERS
        for path in sorted((record / "akn4un" / "sc").glob(f"*/{lang}/{name}*"))
    ]
    assert len(found) == 6
    return found


@pytest.mark.parametrize(
    ("name", "code", "paragraph", "outlier"),
    [
        ("S_RES_2507", "D202", "op1", "ar"), ("S_RES_2509", "D203", "op11", "fr"),
        pytest.param("S_RES_2543", "D202", "op5", "fr", marks=pytest.mark.whole),
        # Passages left out, and one printed twice. The long resolutions take a minute each.
        pytest.param("SC_2561", "D103", "pp7", "ar", marks=pytest.mark.whole),
        pytest.param("S_RES_2609", "D103", "op21", "ru", marks=pytest.mark.whole),
        pytest.param("S_RES_2610", "D107", "op65", "ar", marks=pytest.mark.whole),
    ],
)  # fmt: skip
def test_slips_in_adopted_texts_are_found(record: Path, name: str, code: str, paragraph: str, outlier: str) -> None:
    documents = versions_of(record, name)
    findings = check_versions(compare_versions(documents[0], documents[1:]))
    hits = [f for f in findings if f.code == code and paragraph in f.paragraphs]
    assert [f.target.language for f in hits if f.target] == [outlier]
