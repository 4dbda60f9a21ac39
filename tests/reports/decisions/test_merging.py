"""Two revisers' decisions merged; workbooks that go out and come back."""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from corpora.errors import InputError
from reports.app.review_session import ReviewSession
from reports.decisions.decisions import review_of
from reports.decisions.journal import JOURNAL, Journal
from reports.decisions.merging import merge, merge_file
from reports.pipeline.case import examine
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project
from tests.support import office
from tests.support.command_line import refused, run
from tests.support.review import ONE, OTHER, SAME_WORDS, decide

pytestmark = pytest.mark.slow


def copies(tmp_path: Path) -> tuple[Journal, Journal]:
    ours = Journal(tmp_path / "ours.sqlite")
    decide(ours, ONE, "accept")
    theirs = Journal(tmp_path / "theirs.sqlite")
    theirs.add_all(ours.events())
    return ours, theirs


def test_two_revisers_decisions_merge_and_what_they_disagree_on_is_disputed(tmp_path: Path) -> None:
    ours, theirs = copies(tmp_path)
    subjects = [ONE, SAME_WORDS, OTHER]
    decide(ours, OTHER, "accept")
    decide(theirs, SAME_WORDS, "dismiss", who="Ben")
    decide(theirs, OTHER, "dismiss", who="Ben")
    merged = merge(ours, theirs.events(), subjects)
    assert merged.new == 2 and merged.disputed == ("ee",)
    review = review_of(ours.events())
    assert review.disputes == {"ee"} and review.dismissed(SAME_WORDS)
    assert merge(ours, theirs.events(), subjects).new == 0
    decide(ours, OTHER, "accept", who="Ana")
    assert review_of(ours.events()).disputes == frozenset()


def test_merging_is_the_same_from_both_sides(tmp_path: Path) -> None:
    ours, theirs = copies(tmp_path)
    decide(ours, OTHER, "accept")
    decide(theirs, OTHER, "dismiss", who="Ben")
    mine, his = ours.events(), theirs.events()
    merge(ours, his, [ONE, OTHER])
    merge(theirs, mine, [ONE, OTHER])
    words = []
    for journal in (ours, theirs):
        found = review_of(journal.events()).decided(OTHER)
        assert found is not None
        words.append((found.decision, found.reviser))
    assert words[0] == words[1]


def test_a_workbook_goes_out_and_comes_back(folder: Path, tmp_path: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "en", "Ana")
    first, second, third, *_ = review_session.subjects
    review_session.decide({"fingerprint": first.fingerprint, "decision": "accept"}, 0)
    path = tmp_path / "review.xlsx"
    path.write_bytes(review_session.decisions_workbook())
    book = openpyxl.load_workbook(path)
    sheet = book["Findings"]
    rows = {row[10].value: row for row in sheet.iter_rows(min_row=2)}
    assert rows[first.fingerprint][7].value == "to be corrected" and rows[first.fingerprint][9].value == "Ana"
    rows[second.fingerprint][7].value, rows[second.fingerprint][8].value = "Dismiss", "house style"
    rows[second.fingerprint][9].value = "Ben"
    rows[third.fingerprint][8].value = "to be asked"
    book.save(path)
    # What was decided meanwhile and left alone in the workbook stays.
    review_session.decide(
        {"fingerprint": first.fingerprint, "decision": "dismiss", "reason": "no"}, review_session.journal.last()
    )
    merged = merge_file(review_session.journal, path, review_session.subjects, "Cem")
    assert (merged.new, merged.disputed, merged.unknown) == (2, (), ())
    review = review_session.review()
    assert [str(d.decision) for d in (review.decided(first), review.decided(second)) if d] == ["dismiss", "dismiss"]
    held = review.decided(second)
    assert held is not None and (held.reviser, held.reason) == ("Ben", "house style")
    assert [(c.text, c.reviser) for c in review.comments(third.fingerprint)] == [("to be asked", "Cem")]
    assert merge_file(review_session.journal, path, review_session.subjects, "Cem").new == 0


def test_a_workbook_and_the_journal_disagree(folder: Path, tmp_path: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "fr", "Ana")
    first = review_session.subjects[0]
    path = tmp_path / "review.xlsx"
    path.write_bytes(review_session.decisions_workbook())
    book = openpyxl.load_workbook(path)
    sheet = book["Constats"]
    row = next(r for r in sheet.iter_rows(min_row=2) if r[10].value == first.fingerprint)
    row[7].value, row[8].value = "À corriger ", "right"
    book.save(path)
    review_session.decide({"fingerprint": first.fingerprint, "decision": "dismiss", "reason": "no"}, 0)
    assert merge_file(review_session.journal, path, review_session.subjects, "Ben").disputed == (first.fingerprint,)
    assert first.fingerprint in review_session.review().disputes


def test_a_word_that_is_no_decision_is_left_out_and_the_other_rows_are_taken(folder: Path, tmp_path: Path) -> None:
    review_session = ReviewSession(folder, RunOptions(), "fr", "Ana")
    first, second, third, *_ = review_session.subjects
    path = tmp_path / "review.xlsx"
    path.write_bytes(review_session.decisions_workbook())
    book = openpyxl.load_workbook(path)
    rows = {row[10].value: row for row in book["Constats"].iter_rows(min_row=2)}
    for subject, word in ((first, "rejeter"), (second, "différence admise"), (third, "not an error")):
        rows[subject.fingerprint][7].value = word
    book.save(path)
    merged = merge_file(review_session.journal, path, review_session.subjects, "Ben")
    assert merged.new == 2 and [e.place for e in merged.unread] == [
        f"sheet Constats, row {rows[first.fingerprint][0].row}"
    ]
    review = review_session.review()
    held = [review.decided(s) for s in (first, second, third)]
    assert [str(h.decision) if h else "" for h in held] == ["", "tolerate", "dismiss"]
    assert review.dismissed(second)  # an accepted difference is no longer shown either


def test_a_workbook_of_a_colleague_whose_journal_is_not_at_hand(folder: Path, tmp_path: Path) -> None:
    anne = ReviewSession(shutil.copytree(folder, tmp_path / "anne"), RunOptions(), "en", "Anne")
    first, second, *_ = anne.subjects
    anne.decide({"fingerprint": first.fingerprint, "decision": "dismiss", "reason": "agreed term"}, 0)
    anne.decide({"fingerprint": second.fingerprint, "decision": "accept"}, anne.journal.last())
    path = tmp_path / "review.xlsx"
    path.write_bytes(anne.decisions_workbook())
    bob = ReviewSession(folder, RunOptions(), "en", "Bob")
    # What Bob decided and took back again is no news to him.
    bob.decide({"fingerprint": second.fingerprint, "decision": "dismiss", "reason": "no"}, 0)
    bob.undo(bob.journal.last())
    assert merge_file(bob.journal, path, bob.subjects, "Bob").new == 1
    held = bob.review().decided(first)
    assert held is not None and (str(held.decision), held.reason, held.reviser) == ("dismiss", "agreed term", "Anne")
    assert bob.review().decided(second) is None
    assert merge_file(bob.journal, path, bob.subjects, "Bob").new == 0


def test_nobody_decides_unnamed(folder: Path, tmp_path: Path) -> None:
    nobody = ReviewSession(folder, RunOptions(), "en", "")
    first = nobody.subjects[0]
    with pytest.raises(InputError, match="who decides"):
        nobody.decide({"fingerprint": first.fingerprint, "decision": "accept"}, 0)
    path = tmp_path / "review.xlsx"
    path.write_bytes(nobody.decisions_workbook())
    book = openpyxl.load_workbook(path)
    row = next(r for r in book["Findings"].iter_rows(min_row=2) if r[10].value == first.fingerprint)
    row[7].value = "to be corrected"
    book.save(path)
    with pytest.raises(InputError, match="who decided"):
        merge_file(nobody.journal, path, nobody.subjects, "")
    assert nobody.journal.events() == []


def test_the_command_merges_and_exports(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shutil.copytree(folder, tmp_path / "other")
    review_session = ReviewSession(other, RunOptions(), "en", "Ben")
    subject = review_session.subjects[0]
    review_session.decide({"fingerprint": subject.fingerprint, "decision": "dismiss", "reason": "fine"}, 0)
    exported = tmp_path / "decisions.json"
    run("review", other, "--export", exported)
    data = json.loads(exported.read_text(encoding="utf-8"))
    assert data["decisions"][0]["reason"] == "fine"
    assert "1 new" in run("review", folder, "--merge", exported)
    assert "0 new" in run("review", folder, "--merge", other / JOURNAL)
    # The report no longer shows it, and says why.
    before = len(examine(case_of_project(open_project(folder), RunOptions())).selection.findings)
    run("report", folder, "-o", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))["versions"]
    assert len(report["findings"]) == before - 1
    assert [(s["why"], s["reason"], s["author"]) for s in report["suppressed"]] == [("review", "fine", "Ben")]
    for name, words in (("x.json", "no such file"), ("fr.md", "no format")):
        assert words in refused(capsys, monkeypatch, "review", str(folder), "--merge", str(folder / name))
    (tmp_path / "bad.json").write_text('{"format": "hexapla-review", "events": [{"kind": 1}]}')
    assert "no export" in refused(capsys, monkeypatch, "review", str(folder), "--merge", str(tmp_path / "bad.json"))
    (tmp_path / "bad.xlsx").write_bytes(b"PK not a workbook")
    assert "no workbook" in refused(capsys, monkeypatch, "review", str(folder), "--merge", str(tmp_path / "bad.xlsx"))


def written(folder: Path, path: Path, ui: str = "fr") -> tuple[ReviewSession, dict[str, dict[str, str]]]:
    """A review in which nothing is decided, and its workbook as rows by fingerprint and head."""
    session = ReviewSession(folder, RunOptions(), ui, "Ana")
    path.write_bytes(session.decisions_workbook())
    sheet = openpyxl.load_workbook(path)["Constats" if ui == "fr" else "Findings"]
    heads, *rows = ([str(v or "") for v in row] for row in sheet.iter_rows(values_only=True))
    return session, {row[10]: dict(zip(heads, row, strict=True)) for row in rows}


def saved_as_xlsx(path: Path, *sheets: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["notes of mine"])  # a sheet that was added before the others
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def saved_as_ods(path: Path, rows: list[list[str]]) -> Path:
    """As LibreOffice does: what repeats is counted, a note stands inside its cell."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    note = "<office:annotation><text:p>not a word of the cell</text:p></office:annotation>"
    made = [
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    ]
    for row in rows:
        cells = "".join(f"<table:table-cell>{note}<text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row)
        made.append(
            f"<table:table-row>{cells}<table:table-cell table:number-columns-repeated='1000'/></table:table-row>"
        )
    table = f'<table:table table:name="Constats">{"".join(made)}</table:table>'
    with ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content{names}>{table}</office:document-content>")
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_workbook_comes_back_as_people_leave_it(folder: Path, tmp_path: Path, suffix: str) -> None:
    """Rows shuffled, columns left out and moved, a title above the heads, words typed without accents."""
    session, rows = written(folder, tmp_path / "out.xlsx")
    first, second, third, *_ = rows
    said = {first: "A corriger.", second: "PAS UNE ERREUR", third: "plus tard"}
    table = [["Révision de Ben", "", ""], [], ["décision ", "Empreinte", "Réviseur"]]
    table += [[said.get(key, ""), key, "Ben" if key in said else ""] for key in reversed(rows)]
    path = tmp_path / f"back{suffix}"
    saved_as_xlsx(path, table) if suffix == ".xlsx" else saved_as_ods(path, table)
    merged = merge_file(session.journal, path, session.subjects, "")
    assert merged.new == 2 and not merged.disputed and len(merged.unread) == 1
    assert "'plus tard' is no decision" in str(
        merged.unread[0]
    ) and f"row {table.index(['plus tard', third, 'Ben']) + (1 if suffix == '.xlsx' else 3)}" in str(merged.unread[0])
    held = {s.fingerprint: session.review().decided(s) for s in session.subjects}
    assert [(str(held[key].decision), held[key].reviser) for key in (first, second)] == [
        ("accept", "Ben"),
        ("dismiss", "Ben"),
    ]
    assert merge_file(session.journal, path, session.subjects, "").new == 0


def test_two_colleagues_who_disagree_are_told(folder: Path, tmp_path: Path) -> None:
    session, rows = written(folder, tmp_path / "out.xlsx")
    first, second, *_ = rows
    heads = ["Empreinte", "Décision", "Réviseur"]
    ben = [heads, [first, "à corriger", "Ben"], [second, "à corriger", "Ben"]]
    cem = [heads, [first, "différence admise", "Cem"], [second, "à corriger", "Cem"]]
    # In one workbook with a sheet each, or in two workbooks one after the other.
    merged = merge_file(session.journal, saved_as_xlsx(tmp_path / "both.xlsx", ben, cem), session.subjects, "")
    assert merged.disputed == (first,) and merged.new == 3
    other = ReviewSession(
        shutil.copytree(folder, tmp_path / "again", ignore=shutil.ignore_patterns("*.sqlite*")),
        RunOptions(),
        "fr",
        "Ana",
    )
    for name, table in (("ben", ben), ("cem", cem)):
        merged = merge_file(other.journal, saved_as_xlsx(tmp_path / f"{name}.xlsx", table), other.subjects, "")
    assert merged.disputed == (first,)
    assert {first} == set(session.review().disputes) == set(other.review().disputes)


def test_a_decision_in_a_copy_of_a_sheet_counts_beside_a_comment_in_the_first(folder: Path, tmp_path: Path) -> None:
    session, rows = written(folder, tmp_path / "out.xlsx")
    heads, key = ["Empreinte", "Décision", "Commentaire", "Réviseur"], next(iter(rows))
    sheets = [heads, [key, "", "voir le service", "Ben"]], [heads, [key, "à corriger", "", "Ben"]]
    merged = merge_file(session.journal, saved_as_xlsx(tmp_path / "back.xlsx", *sheets), session.subjects, "")
    (subject,) = (s for s in session.subjects if s.fingerprint == key)
    found = session.review().decided(subject)
    assert merged.new == 2 and not merged.disputed and found is not None and str(found.decision) == "accept"


def test_a_workbook_without_its_columns_is_said(folder: Path, tmp_path: Path) -> None:
    session, _ = written(folder, tmp_path / "out.xlsx")
    path = saved_as_xlsx(tmp_path / "back.xlsx", [["Décision", "Réviseur"], ["à corriger", "Ben"]])
    with pytest.raises(InputError, match="has no sheet of findings with their fingerprints and decisions"):
        merge_file(session.journal, path, session.subjects, "Ben")
    for name, content in (("no.ods", b"PK nothing"), ("no.xlsx", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match="is no workbook"):
            merge_file(session.journal, tmp_path / name, session.subjects, "Ben")


@pytest.mark.whole
@pytest.mark.skipif(not office.can("sc"), reason="LibreOffice is not here")
@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_a_workbook_that_libreoffice_saved_comes_back(folder: Path, tmp_path: Path, kind: str) -> None:
    session, rows = written(folder, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    for row in book["Constats"].iter_rows(min_row=2):
        if row[10].value == next(iter(rows)):
            row[7].value, row[8].value, row[9].value = "différence admise", "usage de la maison", "Ben"
    book.save(tmp_path / "out.xlsx")
    office.convert([tmp_path / "out.xlsx"], kind, tmp_path / "saved")
    merged = merge_file(session.journal, tmp_path / "saved" / f"out.{kind}", session.subjects, "")
    assert merged.new == 1 and not merged.unknown and not merged.unread
