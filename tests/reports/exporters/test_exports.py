"""Files for other tools: held to schemas, read back by other readers, opened by LibreOffice where it is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import polars as pl
import pytest
from docx import Document
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution, read_text
from corpora.resources.bitexts import read_bitext
from reports.checks.runner import check_related, check_versions
from reports.comparison.rows import RelatedPair, Versions, compare_related, compare_versions
from reports.exporters import tracked_changes as tracked
from reports.exporters.bitext_document import versions_document
from reports.exporters.tmx import tmx
from reports.exporters.units import version_units
from reports.exporters.workbook import workbook
from reports.exporters.xliff import ITS, issue_type, xliff
from reports.findings.model import Finding
from reports.project.selection import Selection
from tests.conftest import LANGUAGES, ROOT, SAMPLE
from tests.reports.cli.test_cli import refused, run

SCHEMAS = Path(__file__).parent / "schemas"
PUBLISHED = ROOT / ".cache" / "schemas"
FR, EN, LATER = SAMPLE / "fr.md", SAMPLE / "drift" / "en.md", SAMPLE / "2003-900.fr.md"


@pytest.fixture(scope="module")
def six(sample: dict[str, Resolution]) -> Versions:
    copy = read_resolution(EN)
    return compare_versions(sample["fr"], [copy, *(sample[c] for c in LANGUAGES[2:])])


@pytest.fixture(scope="module")
def found(six: Versions) -> list[Finding]:
    return check_versions(six)


@pytest.fixture(scope="module")
def related(sample: dict[str, Resolution], specimen: Resolution) -> RelatedPair:
    return compare_related(sample["fr"], specimen)


# -- TMX and XLIFF -----------------------------------------------------------------------------------------------------


def schemas(own: str, published: str) -> list[Path]:
    """The schema of our own, and the published one where ``.ci/schemas`` has fetched it."""
    return [SCHEMAS / own, *(p for p in [PUBLISHED / published] if p.is_file())]


@pytest.mark.parametrize("level", ["paragraph", "segment"])
@pytest.mark.parametrize("dtd", schemas("tmx14-subset.dtd", "tmx14.dtd"), ids=lambda p: p.name)
def test_tmx_is_valid(six: Versions, found: list[Finding], level: str, dtd: Path) -> None:
    root = etree.fromstring(tmx(six, found, level).encode())
    schema = etree.DTD(str(dtd))
    assert schema.validate(root), schema.error_log


def test_tmx_is_read_back_by_another_reader(six: Versions, found: list[Finding]) -> None:
    store = tmxfile.parsestring(tmx(six, found).encode())
    texts = {unit.getid(): unit for unit in store.units}
    assert len(texts) == len(store.units)
    operative = next(p for p in six.pivot.paragraphs if p.id == "op10")
    unit = texts["E/RES/2002/19#op10"]
    assert unit.source == operative.text
    languages = {node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in unit.xmlelement.iter("tuv")}
    assert languages == set(LANGUAGES)


@pytest.mark.parametrize("level", ["paragraph", "segment"])
def test_tmx_comes_back_as_the_same_segments(six: Versions, tmp_path: Path, level: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(tmx(six, [], level), encoding="utf-8")
    units = [u for u in version_units(six, [], level) if len(u.parts) > 1]
    back = read_bitext(path).units
    assert [{c: " ".join(p.text.split()) for c, p in u.parts.items()} for u in units] == [dict(u) for u in back]


def test_segments_are_clauses_and_lose_nothing(six: Versions) -> None:
    whole = version_units(six, [])
    parts = version_units(six, [], "segment")
    assert len(parts) > 1.5 * len(whole)
    for code in LANGUAGES:
        first, second = (
            "".join("".join(u.parts[code].text.split()) for u in units if code in u.parts) for units in (whole, parts)
        )
        assert sorted(first) == sorted(second)


@pytest.mark.parametrize("code", LANGUAGES[1:])
@pytest.mark.parametrize("level", ["paragraph", "segment"])
@pytest.mark.parametrize("xsd", schemas("xliff21-subset.xsd", "xliff_core_2.0.xsd"), ids=lambda p: p.name)
def test_xliff_is_valid(six: Versions, found: list[Finding], code: str, level: str, xsd: Path) -> None:
    schema = etree.XMLSchema(etree.parse(str(xsd)))
    root = etree.fromstring(xliff(six, code, found, level).encode())
    assert schema.validate(root), schema.error_log
    assert root.get("trgLang") == code


def test_xliff_marks_the_words_of_a_finding(six: Versions, found: list[Finding]) -> None:
    root = etree.fromstring(xliff(six, "en", found).encode())
    marks = {m.text: m.get(f"{{{ITS}}}locQualityIssuesRef") for m in root.iter("{*}mrk")}
    name = marks["21 September 2001"].removeprefix("#its=")
    (issues,) = root.xpath("//*[@xml:id=$name]", name=name)
    assert issues[0].get("locQualityIssueType") == "inconsistent-entities"
    assert issues[0].get("locQualityIssueComment").startswith("D202")
    targets = [m.get(f"{{{ITS}}}locQualityIssuesRef").removeprefix("#its=") for m in root.iter("{*}mrk")]
    assert all(root.xpath("//*[@xml:id=$name]", name=t) for t in targets)


def test_every_code_has_an_issue_type(found: list[Finding]) -> None:
    types = {f.code: issue_type(f) for f in found}
    assert types["D101"] == "omission" and types["D102"] == "addition" and types["D201"] == "numbers"


def test_forbidden_characters_do_not_break_xml(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source.replace("*Conscious* of", "Conscious\x0b of <b>&amp;", 1)
    versions = compare_versions(sample["fr"], [read_text(source, "en", "en\x01.md")])
    etree.fromstring(tmx(versions, check_versions(versions)).encode())
    etree.fromstring(xliff(versions, "en", check_versions(versions)).encode())


# -- workbooks ---------------------------------------------------------------------------------------------------------


def test_workbook_as_a_reviser_opens_it(six: Versions, found: list[Finding], related: RelatedPair) -> None:
    changes = check_related(related)
    data = workbook(six, Selection(found, []), [(related, Selection(changes, []))], "en")
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    assert book.sheetnames == ["Versions", "Earlier – Later", "Mandates", "Findings"]
    sheet = book["Versions"]
    assert [c.value for c in sheet[1]][:8] == [
        "Paragraph", "Kind", "French", "English", "Spanish", "Russian", "Arabic", "Chinese",
    ]  # fmt: skip
    assert sheet.freeze_panes == "C2" and sheet.auto_filter.ref
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert rows["op10"][6].alignment.readingOrder == 2 and rows["op10"][2].alignment.readingOrder == 1
    note = rows["pp1"][3].comment
    assert note is not None and "D202" in note.text
    bold = [str(part.text) for part in rows["pp1"][3].value if hasattr(part, "font")]
    assert bold == ["21 September 2001"]
    listed = [row[10].value for row in book["Findings"].iter_rows(min_row=2)]
    assert listed == [f.fingerprint for f in (*found, *changes)]


def test_a_text_that_looks_like_a_formula_stays_text(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source.replace("*Conscious* of", "=HYPERLINK(A1) of", 1)
    versions = compare_versions(sample["fr"], [read_text(source, "en", "=cmd.md")])
    book = openpyxl.load_workbook(io.BytesIO(workbook(versions, Selection(check_versions(versions), []), [], "fr")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert any(str(c.value).startswith("=HYPERLINK") for row in book["Versions"].iter_rows() for c in row)


# -- Word --------------------------------------------------------------------------------------------------------------


def lines(resolution: Resolution) -> list[str]:
    return ["".join(t.text for t in line) for line in tracked._everything(resolution)]


def sides(pair: RelatedPair) -> tuple[str, str]:
    stream = tracked.stream(pair)
    state = tracked.State
    rejected = "".join(t.text for t in stream if t.state not in (state.INSERTED, state.MOVED_IN))
    accepted = "".join(t.text for t in stream if t.state not in (state.DELETED, state.MOVED_AWAY))
    return rejected, accepted


def test_rejecting_all_gives_the_earlier_text_accepting_all_the_later(related: RelatedPair, tmp_path: Path) -> None:
    path = tmp_path / "changes.docx"
    path.write_bytes(tracked.tracked_document(related))
    for before, wanted in ((True, related.earlier), (False, related.later)):
        read = read_resolution(path, before=before)
        assert [(p.id, " ".join(p.text.split())) for p in read.all_paragraphs()] == [
            (p.id, " ".join(p.text.split())) for p in wanted.all_paragraphs()
        ]


def test_moves_are_moves(related: RelatedPair) -> None:
    with ZipFile(io.BytesIO(tracked.tracked_document(related))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    names = [
        sorted(e.get(f"{{{space['w']}}}name") for e in root.iterfind(f".//w:{tag}RangeStart", space))
        for tag in ("moveFrom", "moveTo")
    ]
    moved = [b for b in related.alignment.beads if b.moved]
    assert names[0] == names[1] and len(names[0]) == len(moved) > 0
    identifiers = [e.get(f"{{{space['w']}}}id") for e in root.iter() if e.tag.endswith(("}ins", "}del", "RangeStart"))]
    assert len(identifiers) == len(set(identifiers))


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_shuffled_damaged_text_comes_back_whole(random: object) -> None:
    earlier = read_resolution(FR)
    blocks = earlier.source.split("\n\n")
    for _ in range(6):
        i, j = random.randrange(len(blocks)), random.randrange(len(blocks))  # type: ignore[attr-defined]
        action = random.choice(["swap", "drop", "join", "twice", "cut"])  # type: ignore[attr-defined]
        if action == "swap":
            blocks[i], blocks[j] = blocks[j], blocks[i]
        elif action == "drop":
            del blocks[i]
        elif action == "twice":
            blocks.insert(j, blocks[i])
        elif action == "join" and i + 1 < len(blocks):
            blocks[i : i + 2] = [" ".join(blocks[i : i + 2])]
        else:
            middle = blocks[i].find(", ", len(blocks[i]) // 2)
            if middle > 0:
                blocks[i : i + 1] = [blocks[i][: middle + 1], blocks[i][middle + 2 :]]
    try:
        later = read_text("\n\n".join(blocks), "fr", "later.md")
    except InputError:
        reject()  # the damage left no resolution
    pair = compare_related(earlier, later)
    assert sides(pair) == ("".join(lines(earlier)), "".join(lines(later)))


def test_real_renewals_come_back_whole(record: Path) -> None:
    folder = record / "renewals"
    pairs = [path.stem.split("-") for path in sorted(folder.glob("*.gold"))]
    assert len(pairs) >= 2
    for names in pairs[:6]:
        first, second = (next(folder.glob(f"{name}_*.txt")) for name in names)
        pair = compare_related(read_resolution(first), read_resolution(second))
        assert sides(pair) == ("".join(lines(pair.earlier)), "".join(lines(pair.later)))


def test_word_bitext_has_comments_and_runs_from_the_right(six: Versions, found: list[Finding]) -> None:
    data = versions_document(six, found, "en")
    document = Document(io.BytesIO(data))
    table = document.tables[0]
    assert [c.text for c in table.rows[0].cells][1:] == ["French", "English", "Spanish", "Russian", "Arabic", "Chinese"]
    comments = [c.text for c in document.comments]
    assert any("D202" in text for text in comments)
    arabic = table.rows[5].cells[5]._tc.xml
    assert "<w:bidi/>" in arabic and "<w:rtl/>" in arabic
    assert "<w:bidi/>" not in table.rows[5].cells[1]._tc.xml


def office_can(module: str) -> bool:
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / f"lib{module}lo.so").exists()


@pytest.mark.parametrize(("suffix", "module"), [(".xlsx", "sc"), (".docx", "sw")])
def test_libreoffice_opens_it(suffix: str, module: str, tmp_path: Path) -> None:
    if not office_can(module):
        pytest.skip(f"LibreOffice for {suffix} is not installed")
    run("export", FR, EN, "-o", tmp_path / f"versions{suffix}")
    run("export", FR, LATER, "--related", "-o", tmp_path / f"changes{suffix}")
    for name in ("versions", "changes"):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
             "--outdir", str(tmp_path), str(tmp_path / f"{name}{suffix}")],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        assert (tmp_path / f"{name}.pdf").stat().st_size > 5000


# -- the command -------------------------------------------------------------------------------------------------------


def test_a_folder_as_every_format(tmp_path: Path) -> None:
    for suffix in (".tmx", ".docx", ".csv", ".parquet", ".json", ".xlsx"):
        path = tmp_path / f"all{suffix}"
        assert run("export", SAMPLE, "-o", path).strip() == str(path)
        assert path.stat().st_size > 10_000
    table = pl.read_parquet(tmp_path / "all.parquet")
    assert set(LANGUAGES) <= set(table.columns)
    assert table.equals(pl.read_csv(tmp_path / "all.csv", infer_schema=False).select(table.columns))
    written = run("export", SAMPLE, "-o", tmp_path / "all.xlf").split()
    assert written == [str(tmp_path / f"all.{code}.xlf") for code in LANGUAGES[1:]]
    written = run("export", SAMPLE, "-o", tmp_path / "all.xml").split()
    assert [read_resolution(Path(p)).language for p in written] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((SAMPLE, "-o", "x.odt"), "no format '.odt'"),
        ((FR, "-o", "x.tmx"), "one file given"),
        ((FR, EN, "-o", "x.tmx", "--level", "word"), "no level"),
        ((FR, EN, LATER, "--related", "-o", "x.docx"), "two resolutions"),
        ((FR, LATER, "--related", "-o", "x.tmx"), "no format '.tmx'"),
    ],
)
def test_what_cannot_be_is_refused(
    arguments: tuple[object, ...], words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words in refused(capsys, monkeypatch, "export", *arguments)
