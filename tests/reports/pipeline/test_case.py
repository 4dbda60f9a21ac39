"""One way from documents to findings, whoever asks: what a case says holds in every table. The texts are the author's own."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from align.model import Alignment
from align.search.constraints import Pin
from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_text
from reports.app.review_session import ReviewSession
from reports.comparison import rows
from reports.pipeline.case import Case, Position, RelatedDocument, Result, by_language, examine
from reports.pipeline.corpus.commands import check_corpus
from reports.pipeline.files import case_of_document, case_of_files, case_of_related, case_of_series, review_beside
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project
from tests.support.sample import SAMPLE

TWINS = """Le Conseil économique et social,

1. Prie le Secrétaire général de lui faire rapport sur la paix;

2. Prie le Secrétaire général de lui faire rapport sur les élections;
"""
ENGLISH = """The Economic and Social Council,

1. Requests the Secretary-General to report to it on peace;

2. Requests the Secretary-General to report to it on elections;
"""
RELATED = '[[related]]\nfile = "early.fr.md"\nplace = "earlier"\n\n[[related]]\nfile = "later.fr.md"\nplace = "later"\n'


def folder_of(tmp_path: Path, **texts: str) -> Path:
    """A folder with ``fr.md`` and the two related resolutions that its settings name."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("fr", "early.fr", "later.fr"):
        (folder / f"{name}.md").write_text(texts.get(name, TWINS), encoding="utf-8")
    (folder / "hexapla.toml").write_text(RELATED, encoding="utf-8")
    return folder


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often each two related resolutions are aligned, by their names."""
    calls: Counter[tuple[str, str]] = Counter()
    real = rows.align_related

    def counting(earlier: Resolution, later: Resolution, *rest: object, **named: object) -> Alignment:
        calls[Path(earlier.name).name, Path(later.name).name] += 1
        return real(earlier, later, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(rows, "align_related", counting)
    return calls


def steps(result: Result) -> list[list[str | None]]:
    return [[s.mandate.id if s.mandate else None for s in t.steps] for t in result.required_lineage().threads]


def test_a_pin_that_crosses_a_pair_crosses_the_series_too(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    room = ReviewSession(folder, RunOptions(), "en", "Ana")
    crossed = [[["op1"], ["op2"]], [["op2"], ["op1"]]]
    room.pin({"pair": "related:later.fr.md", "beads": crossed}, room.journal.last())
    result = examine(case_of_project(open_project(folder), RunOptions(), review_beside(folder)))
    later = next(pair for pair, _ in result.related if pair.later.name.endswith("later.fr.md"))
    assert {(b.source, b.target) for b in later.alignment.beads if b.pinned} == {
        (("op1",), ("op2",)),
        (("op2",), ("op1",)),
    }
    assert steps(result) == [["op1", "op1", "op2"], ["op2", "op2", "op1"]]
    unpinned = examine(case_of_project(open_project(folder), RunOptions()))
    assert steps(unpinned) == [["op1", "op1", "op1"], ["op2", "op2", "op2"]]


def test_each_two_resolutions_are_aligned_once(tmp_path: Path, aligned: Counter[tuple[str, str]]) -> None:
    folder = folder_of(tmp_path)
    examine(case_of_project(open_project(folder), RunOptions()))
    assert aligned == {("early.fr.md", "fr.md"): 1, ("fr.md", "later.fr.md"): 1}
    aligned.clear()
    result = examine(case_of_series([folder / f"{n}.md" for n in ("early.fr", "fr", "later.fr")]))
    assert aligned == {("early.fr.md", "fr.md"): 1, ("fr.md", "later.fr.md"): 1}
    assert len(result.related) == 2 and len(steps(result)) == 2


def test_the_predecessor_takes_the_alignment_of_the_related_pair(
    sample: dict[str, Resolution], aligned: Counter[tuple[str, str]]
) -> None:
    earlier = {code: read_text(sample[code].source, code, f"earlier.{code}.md") for code in ("fr", "en")}
    documents = {code: sample[code] for code in ("fr", "en")}
    related = (RelatedDocument(earlier["fr"], Position.EARLIER),)
    examine(Case(documents, "fr", related, predecessor=earlier))
    assert aligned == {("earlier.fr.md", "fr.md"): 1, ("earlier.en.md", "en.md"): 1}


def test_neighbours_that_no_pair_covers_are_aligned_for_the_series_alone(
    tmp_path: Path, aligned: Counter[tuple[str, str]]
) -> None:
    own = read_text(TWINS, "fr", "own")
    others = [read_text(TWINS, "fr", name) for name in ("first", "second")]
    case = Case({"fr": own}, "fr", tuple(RelatedDocument(r, Position.EARLIER) for r in others))
    result = examine(case)
    assert aligned == {("first", "own"): 1, ("second", "own"): 1, ("first", "second"): 1}
    assert [r.name for r in result.required_lineage().resolutions] == ["first", "second", "own"]


@pytest.mark.slow
def test_a_review_holds_whichever_command_names_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    shutil.copy(SAMPLE / "fr.md", folder)
    shutil.copy(SAMPLE / "drift" / "en.md", folder)
    files = folder / "fr.md", [folder / "en.md"]
    before = examine(case_of_files(*files))
    room = ReviewSession(folder, RunOptions(), "en", "Ana")
    chosen = before.findings[0]
    room.decide({"fingerprint": chosen.fingerprint, "decision": "dismiss", "reason": "fine"}, room.journal.last())
    room.pin({"pair": "versions:en", "beads": [[["op4", "op5"], ["op4", "op5"]]]}, room.journal.last())
    named = examine(case_of_files(*files))
    whole = examine(case_of_project(open_project(folder), RunOptions(), review_beside(folder)))
    assert [f.fingerprint for f in named.findings] == [f.fingerprint for f in whole.findings]
    assert chosen.fingerprint not in {f.fingerprint for f in named.findings}
    assert [h.why for h in named.hidden if h.finding.fingerprint == chosen.fingerprint] == ["review"]
    assert [b.source for b in named.required_versions().alignments["en"].beads if b.pinned] == [("op4", "op5")]
    # The same run over the folder as a corpus, and again once the decision is undone.
    table = check_corpus(folder, tmp_path / "all.csv", ui="en").table
    assert chosen.fingerprint not in table["fingerprint"].to_list()
    room.undo(room.journal.last())
    room.undo(room.journal.last())
    table = check_corpus(folder, tmp_path / "all.csv", ui="en").table
    assert chosen.fingerprint in table["fingerprint"].to_list()


def test_a_review_holds_for_no_other_files(tmp_path: Path) -> None:
    folder, other = tmp_path / "docs", tmp_path / "other"
    for place in (folder, other):
        place.mkdir()
        shutil.copy(SAMPLE / "fr.md", place)
        shutil.copy(SAMPLE / "drift" / "en.md", place)
    room = ReviewSession(folder, RunOptions(), "en", "Ana")
    subject = room.subjects[0]
    room.decide({"fingerprint": subject.fingerprint, "decision": "dismiss", "reason": "fine"}, 0)
    for pivot, version in ((folder / "fr.md", other / "en.md"), (folder / "en.md", folder / "fr.md")):
        assert case_of_files(pivot, [version]).dismissals is None
    assert case_of_files(folder / "fr.md", [folder / "en.md"]).dismissals is not None


def test_a_pin_of_a_folder_with_one_version_is_kept(tmp_path: Path) -> None:
    """The window names a pair by the resolution that is not the folder's own, as the alignment does."""
    folder = folder_of(tmp_path)
    (folder / "hexapla.toml").write_text(RELATED.partition("\n\n")[0], encoding="utf-8")
    room = ReviewSession(folder, RunOptions(), "en", "Ana")
    assert "related:early.fr.md" in room.page()
    crossed = [[["op1"], ["op2"]], [["op2"], ["op1"]]]
    room.pin({"pair": "related:early.fr.md", "beads": crossed}, room.journal.last())
    pair, _ = examine(case_of_project(open_project(folder), RunOptions(), room.review())).only_pair()
    assert sum(b.pinned for b in pair.alignment.beads) == 2


def test_a_second_file_of_a_language_is_refused_or_listed(tmp_path: Path) -> None:
    for name in ("fr.md", "copy.md"):
        shutil.copy(SAMPLE / "fr.md", tmp_path / name)
    shutil.copy(SAMPLE / "en.md", tmp_path)
    with pytest.raises(InputError, match="is in fr"):
        case_of_files(tmp_path / "fr.md", [tmp_path / "copy.md"])
    with pytest.raises(InputError, match="is in fr"):
        case_of_files(tmp_path / "en.md", [tmp_path / "fr.md"], earlier=[tmp_path / "fr.md", tmp_path / "copy.md"])
    result = check_corpus(tmp_path, tmp_path / "all.csv", ui="en")
    assert result.checked == 1 and len(result.unusable) == 1 and "a second fr version" in result.unusable[0]
    one = read_text(TWINS, "fr", "one")
    assert by_language([one, one]) == {"fr": one}


def test_the_layout_states_the_language_of_related_files_too(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    case = case_of_project(open_project(folder), RunOptions())
    assert [entry.resolution.language for entry in case.related] == ["fr", "fr"]
    # One file is read once, as the predecessor's version and as the related resolution.
    assert case.predecessor["fr"] is case.related[0].resolution


def test_a_case_without_its_pivot_is_refused() -> None:
    with pytest.raises(ValueError, match="no document in en"):
        Case({"fr": read_text(TWINS, "fr", "one")}, "en")


def test_one_document_is_examined_alone(tmp_path: Path) -> None:
    path = tmp_path / "fr.md"
    path.write_text(TWINS.replace("2. Prie", "3. Prie"), encoding="utf-8")
    result = examine(case_of_document(path))
    assert result.versions is None and [f.code for f in result.findings] == ["L106"]
    with pytest.raises(ValueError, match="no versions"):
        result.required_versions()
    with pytest.raises(ValueError, match="no series"):
        result.required_lineage()


def test_dates_of_adoption_reach_the_checks(tmp_path: Path) -> None:
    text = TWINS.replace("sur la paix", "sur la résolution 55/2 du 9 septembre 2000")
    path, dates = tmp_path / "fr.md", tmp_path / "dates.csv"
    path.write_text(text, encoding="utf-8")
    dates.write_text("symbol,date\nA/RES/55/2,2000-09-08\n", encoding="utf-8")
    assert "L103" not in {f.code for f in examine(case_of_document(path)).findings}
    assert "L103" in {f.code for f in examine(case_of_document(path, library=dates)).findings}


def test_pins_of_a_case_hold() -> None:
    french, english = read_text(TWINS, "fr", "fr"), read_text(ENGLISH, "en", "en")
    result = examine(Case({"fr": french, "en": english}, "fr", pins={"en": [Pin(("op1", "op2"), ("op1", "op2"))]}))
    assert len([r for r in result.rows if len(r.cells["fr"].paragraphs) == 2]) == 1


def test_values_show_themselves_in_a_line_and_escaped_in_a_notebook(tmp_path: Path) -> None:
    evil = TWINS.replace("la paix", "<script>alert(1)</script> & la paix")
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    paths[0].write_text(evil, encoding="utf-8")
    paths[1].write_text(evil.replace("& la paix", "& la guerre"), encoding="utf-8")
    related = examine(case_of_related(*paths))
    pair, _ = related.only_pair()
    other = read_text(ENGLISH.replace("peace", "<script>peace</script>"), "en", "en.md")
    versions = examine(Case({"fr": pair.earlier, "en": other}, "fr"))
    shown = [pair.earlier, pair, pair.alignment, related, versions, versions.required_versions()]
    for value in shown:
        assert len(repr(value)) < 200 and "\n" not in repr(value) and type(value).__name__ in repr(value)
        page = value._repr_html_()
        assert page.startswith("<table>") and "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; la paix" in pair.earlier._repr_html_()
    assert repr(Case({"fr": pair.earlier, "en": other}, "fr")) == "<Case a.md: fr en, 0 related>"
    assert repr(pair.earlier) == "<Resolution a.md (fr): 3 paragraphs, 0 footnotes>"
