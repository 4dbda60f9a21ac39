"""Judged findings looked up in what is reported today."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.judged_again import COLUMNS, found_again, judged_again
from corpora.errors import InputError
from corpora.model import Address, Span
from reports.findings.model import Finding, Place, Severity
from reports.messages.phrases import Phrase
from training.record import files_of

ROW = {
    "symbol": "A/RES/98/7",
    "code": "D301",
    "paragraph": "op2",
    "odd": "fr",
    "fingerprint": "old",
    "verdict": "false",
}


def finding(fingerprint: str, odd: str = "fr", *notes: Phrase) -> Finding:
    source, target = (
        Place("A/RES/98/7", code, "op2", Span(0, 5), Span(0, 5), "Prie", Address("op2")) for code in ("en", odd)
    )
    return Finding("D301", Severity.MAJOR, source, target, "D301.one", {}, 0.8, notes=notes, fingerprint=fingerprint)


def test_a_finding_is_known_by_its_fingerprint_else_by_its_place_where_one_alone_stands_there() -> None:
    same, moved, other = finding("old"), finding("new"), finding("x", "es")
    assert found_again(ROW, [other, moved, same]) is same
    assert found_again(ROW, [other, moved]) is moved
    assert found_again(ROW, [moved, finding("newer")]) is None
    assert found_again(ROW, [other]) is None


def test_what_is_not_reported_is_mended_where_it_was_false_and_named_where_it_was_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seldom = finding("old", "fr", Phrase("record.seldom", {"share": "1%"}))
    (kept,) = judged_again([ROW], [seldom])
    assert (kept["sentence"], kept["note"], set(kept)) == ("D301.one", "record.seldom", set(COLUMNS))
    (mended,) = judged_again([ROW], [])
    assert (mended["sample"], mended["verdict"]) == ("mended", "false")
    (lost,) = judged_again([ROW | {"verdict": "genuine", "sample": "left out"}], [])
    assert lost["sample"] == "left out"
    assert capsys.readouterr().err == "not reported: A/RES/98/7 D301 op2 fr\n"


def test_the_files_of_a_resolution_begin_with_the_french_one() -> None:
    groups = {
        "A_RES_98_70": [Path("English/a.xml")],
        "A_RES_98_7-1": [Path("Arabic/b.xml"), Path("French/b.xml"), Path("English/b.xml")],
    }
    assert [path.parent.name for path in files_of("A/RES/98/7", groups)] == ["French", "Arabic", "English"]
    with pytest.raises(InputError, match="A/RES/98/8"):
        files_of("A/RES/98/8", groups)
