"""Hostile and odd inputs: one clear line or a right reading, with bounds on time and memory; nothing is left running."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from benchmarks.growth import COMMANDS, SHAPES, exponent_of, growth
from corpora.annotation.numerals import number_words, value_of
from corpora.errors import InputError
from corpora.languages import language
from corpora.model import Resolution
from corpora.readers import LONGEST_PARAGRAPH, document_from_text, read_document
from corpora.readers.pdf.apart import read_apart
from corpora.readers.word_numbering import whole_number
from corpora.reading import read_resolution, read_text
from corpora.resources.bitexts import read_bitext
from corpora.system.programs import TimeIsUpError, run_bounded
from reports.project.settings import read_settings
from reports.project.user_patterns import user_pattern
from tests.support.command_line import run
from tests.support.formats import docx_of, rewritten
from tests.support.pdfs import plain_pdf_of
from tests.support.sample import ROOT, SAMPLE, sample_text

ATTACK = ROOT.parent / "shared" / "attack"
START = "# 2002/19. Essai\n\nLe Conseil économique et social,\n\n*Rappelant* sa résolution 2001/1,\n\n1. *Prie* "


def read(path: Path, data: bytes | str) -> Resolution | None:
    """The resolution in a file with this content; None where it is refused in a line."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    try:
        return read_resolution(path)
    except InputError as error:
        assert "\n" not in str(error)
        return None


# -- nesting -----------------------------------------------------------------------------------------------------------

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _nested(opening: str, closing: str, depth: int, inside: str) -> str:
    """The same element so many times inside itself, a line each: a line that is too long is refused before it is parsed."""
    return f"{opening}\n" * depth + inside + f"{closing}\n" * depth


NESTED = {
    "akn inline": (".akn", lambda d: f'<akomaNtoso><statement><mainBody><p>{_nested("<i>", "</i>", d, "x")}</p></mainBody></statement></akomaNtoso>'),
    "akn sections": (".akn", lambda d: f'<akomaNtoso><statement><mainBody>{_nested("<section>", "</section>", d, "<p>x</p>")}</mainBody></statement></akomaNtoso>'),
    "tei": (".tei", lambda d: f'<TEI xml:lang="fr"><text>{_nested("<p>", "</p>", d, "x")}</text></TEI>'),
    "html": (".html", lambda d: f'<html><body>{_nested("<div>", "</div>", d, "x")}</body></html>'),
    "html, never closed": (".html", lambda d: "<html><body>" + "<div>\n" * d + "x"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("depth", [1000, 3000, 100_000])
def test_markup_nested_without_end_is_refused(kind: str, depth: int, tmp_path: Path) -> None:
    suffix, make = NESTED[kind]
    (tmp_path / f"a{suffix}").write_text(make(depth), encoding="utf-8")
    with pytest.raises(InputError, match="nested more than"):
        read_resolution(tmp_path / f"a{suffix}")


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["w:sdt", "w:smartTag"])
def test_word_nested_without_end_is_refused(tag: str, tmp_path: Path) -> None:
    body = _nested(f"<{tag}>", f"</{tag}>", 3000, "<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    xml = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    (tmp_path / "a.docx").write_bytes(rewritten(docx_of(sample_text("fr")), {"word/document.xml": xml.encode()}))
    with pytest.raises(InputError, match="nested more than"):
        read_resolution(tmp_path / "a.docx")


def test_a_translation_memory_nested_without_end_is_refused(tmp_path: Path) -> None:
    units = "".join(
        f'<tuv xml:lang="{code}"><seg>{_nested("<hi>", "</hi>", 3000, "x")}</seg></tuv>' for code in ("fr", "en")
    )
    (tmp_path / "a.tmx").write_text(f'<tmx version="1.4"><body><tu>{units}</tu></body></tmx>')
    with pytest.raises(InputError, match="nested more than"):
        read_bitext(tmp_path / "a.tmx")


@pytest.mark.slow
def test_pages_of_many_elements_side_by_side_are_read(tmp_path: Path) -> None:
    lines = "".join(f"<p>{line}<br><a name=x></a>" for line in (START + "tout;").replace("*", "").split("\n\n"))
    page = '<html lang="fr"><body>' + lines + "<div><span>les mots</span></div>" * 3000 + "<p>les mots<li>et la" * 3000
    assert read(tmp_path / "a.html", page) is not None


def test_a_paragraph_inside_another_is_read_once(tmp_path: Path) -> None:
    lines = "".join(f"<p>{line}</p>" for line in (START + "tout <note><p>la note</p></note>;").split("\n\n"))
    found = read(tmp_path / "a.tei", f'<TEI xml:lang="fr"><text><body>{lines.replace("*", "")}</body></text></TEI>')
    assert found is not None and found.source.count("la note") == 1


# -- runs in one paragraph ---------------------------------------------------------------------------------------------

LONG = {
    "comments never closed": "<!-- " * 15_000,
    "emphasis": "**a** " * 15_000,
    "note marks": "mot[^1] " * 10_000,
    "superscripts": "mot<sup>1</sup> " * 6_000,
    "number words": "vingt et un mille " * 5_000,
    "hundreds": "cent " * 3_000,
    "more hundreds": "cent " * 15_000,
    "ordinals": "premier " * 10_000,
    "sessions": "dixième session " * 6_000,
    "references": "alinéa a) du paragraphe 1 de " * 3_000,
    "brackets": "([" * 20_000 + ")" * 30_000,
    "digits": "7" * 90_000,
    "groups of digits": "777 " * 20_000,
    "fractions": "1," + "1" * 50_000,
    "figures turned": "77,77,77 " * 9_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_long_runs_of_one_thing_are_read_and_checked(name: str, tmp_path: Path) -> None:
    path = tmp_path / "fr.md"
    path.write_text(START + LONG[name] + ";\n", encoding="utf-8")
    run("lint", path, "--language", "fr")


def test_a_comment_that_is_never_closed_hides_nothing() -> None:
    found = document_from_text("a.md", "one <!-- kept\n\ntwo <!-- aside --> three <!-- kept too")
    assert [b.text for b in found.blocks] == ["one <!-- kept", "two three <!-- kept too"] or found.set_aside
    assert "kept too" in "".join(b.text for b in found.blocks)


@pytest.mark.parametrize(
    ("code", "words", "value"),
    [("fr", "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf", 999_999), ("en", "two hundred and five", 205), ("zh", "九千九百九十九", 9999)],
)  # fmt: skip
def test_number_words_as_long_as_numbers_are_read_whole(code: str, words: str, value: int) -> None:
    found = number_words(language(code)).run.fullmatch(words)
    assert found is not None and value_of(words, number_words(language(code)))[0] == value


def test_a_paragraph_that_is_no_paragraph_is_refused() -> None:
    document_from_text("a.md", "word " * (LONGEST_PARAGRAPH // 5 - 1))
    with pytest.raises(InputError, match=r"a paragraph of [\d,]+ characters; break it"):
        document_from_text("a.md", "word " * (LONGEST_PARAGRAPH // 5 + 10))


@pytest.mark.slow
def test_many_equal_numbers_and_notes_get_names_of_their_own() -> None:
    notes = "\n\n".join(["[^1]: Voir le rapport."] * 3000)
    found = read_text(START + "tout[^1];\n\n" + "1. Le rapport.\n\n" * 3000 + notes, "fr")
    ids = [p.id for p in found.all_paragraphs()]
    assert len(ids) == len(set(ids)) > 6000


# -- growth ------------------------------------------------------------------------------------------------------------


def test_the_exponent_is_that_of_the_numbers() -> None:
    sizes = [1000, 2000, 4000, 8000]
    assert exponent_of({s: s * 1e-3 for s in sizes}) == pytest.approx(1.0)
    assert exponent_of({s: s**2 * 1e-6 for s in sizes}) == pytest.approx(2.0)
    assert exponent_of({1000: 1.0}) is None


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_the_growth_benchmark_runs(shape: str) -> None:
    found = growth(shape, "read", [600], limit=100.0)
    assert list(found.seconds) == [600], found.end


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_growth_benchmark_runs(command: str) -> None:
    found = growth("words", command, [600], limit=100.0)
    assert list(found.seconds) == [600], found.end


# -- Word lists --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3), ("8", 8), ("9", 0), ("50000000", 0), ("9" * 5000, 0), ("-1", 0), ("x", 0), ("", 0), ("٣", 3)]
)  # fmt: skip
def test_numbers_in_attributes_are_those_that_word_makes(text: str, value: int) -> None:
    assert whole_number(text, 8, 0) == value


@pytest.mark.slow
def test_the_shared_attacks_are_refused_or_read(tmp_path: Path) -> None:
    if not ATTACK.is_dir():
        pytest.skip("../shared/attack is not here")
    for path in sorted(ATTACK.iterdir()):
        if path.suffix in (".docx", ".xml", ".html", ".txt") or path.name.startswith(("cent", "lint", "markdown")):
            (tmp_path / path.name).write_bytes(path.read_bytes())
            read(tmp_path / path.name, path.read_bytes())


# -- files that are none -----------------------------------------------------------------------------------------------


def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "fr.md")
    for path in (tmp_path / "fr.md", Path("/dev/zero")):
        with pytest.raises(InputError, match="is a pipe or a device"):
            read_document(path)
    settings = tmp_path / "hexapla.toml"
    settings.write_text('glossary = "fr.md"\n')
    with pytest.raises(InputError, match="is a pipe or a device"):
        read_settings(settings)


# -- PDF ---------------------------------------------------------------------------------------------------------------


def bomb(megabytes: int) -> bytes:
    """A PDF of one page whose content unfolds to so many megabytes of drawing."""
    packer = zlib.compressobj(9)
    piece = b"0 0 m 1 1 l S " * 75_000
    packed = b"".join([packer.compress(piece) for _ in range(megabytes)] + [packer.flush()])
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, 1):
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    out.write(b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n")
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of address space")
def test_a_pdf_that_unfolds_to_gigabytes_is_refused_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bomb(120)
    assert len(data) < 2_000_000
    with pytest.raises(InputError, match="MB of memory or"):
        read_apart("a.pdf", data, seconds=120)
    (tmp_path / "b.pdf").write_bytes(plain_pdf_of(sample_text("fr")))
    assert len(read_document(tmp_path / "b.pdf").blocks) > 10


@pytest.mark.slow
def test_a_pdf_that_takes_too_long_is_refused() -> None:
    with pytest.raises(InputError, match=r"or 0\.01 seconds to read: refused"):
        read_apart("a.pdf", plain_pdf_of(sample_text("fr")), seconds=0.01)


def test_what_the_pdf_reader_says_comes_through() -> None:
    with pytest.raises(InputError, match=r"a\.pdf: the PDF cannot be opened .*print it"):
        read_apart("a.pdf", b"%PDF-1.4 broken")


@pytest.mark.slow
def test_the_reader_of_pdfs_ends_with_the_program(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(plain_pdf_of(sample_text("fr")))
    code = (
        "import sys\nfrom pathlib import Path\nfrom corpora.readers import read_document\n"
        "from corpora.readers.pdf import apart\n"
        "read_document(Path(sys.argv[1]))\nprint(apart._worker.process.pid)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    # From another folder, which holds a package of the same name: the reader's own is taken.
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora" / "__init__.py").write_text("raise RuntimeError('another one')")
    command = [sys.executable, "-P", "-c", code, str(tmp_path / "a.pdf")]
    ended = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=True)
    assert not _alive(int(ended.stdout))


# -- other programs ----------------------------------------------------------------------------------------------------


def _alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not yet taken note of does not."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        time.sleep(0.05)
    return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("waits", [True, False])
def test_a_program_and_its_children_end_together(tmp_path: Path, waits: bool) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {tmp_path}/pid\n" + ("wait\n" if waits else ""))
    script.chmod(0o755)
    if waits:
        with pytest.raises(TimeIsUpError, match="took more than"):
            run_bounded([str(script)], 1.0)
    else:
        assert run_bounded([str(script)], 60.0) == 0
    assert not _alive(int((tmp_path / "pid").read_text()))


# -- the user's own patterns -------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_catastrophic_pattern_is_stopped_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "hexapla.toml").write_text("[[rule]]\npattern = '(a|aa)+$'\nreason = 'x'\n")
    (tmp_path / "fr.md").write_text(START + "a" * 60 + "!;\n")
    with pytest.raises(InputError, match=r"rule\]\] number 1, .*takes more than 0\.5 seconds"):
        run("lint", tmp_path / "fr.md", "--language", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "a{4294967296}",
        "(" * 5000,
        "(" * 900 + "a" + ")" * 900,
        "(((a{999}){999}){999})",
        "a" * 2000,
        "[",
        "(?P<a",
        "a{1,99999999999999999999}",
    ],
)
def test_a_pattern_that_cannot_be_compiled_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".+"):
        user_pattern(text, "here")
    (tmp_path / "hexapla.toml").write_text(f"[[rule]]\npattern = '{text}'\nreason = 'x'\n")
    with pytest.raises(InputError, match="is no regular expression"):
        read_settings(tmp_path / "hexapla.toml")


def test_honest_patterns_find_what_they_found() -> None:
    found = list(user_pattern(r"\bétats?[- ]membres?\b", "here").finditer("Les États Membres et l'État membre"))
    assert [(s.start, s.end) for s in found] == [(4, 17), (23, 34)]
    assert user_pattern("x", "here").search("abc") is None
    long = "a" * 300
    assert repr(user_pattern(long + "b", "here")) != repr(user_pattern(long + "c", "here"))


def test_settings_nested_deeply_are_refused(tmp_path: Path) -> None:
    (tmp_path / "hexapla.toml").write_text("a = " + "[" * 50_000)
    with pytest.raises(InputError, match="is not valid TOML"):
        read_settings(tmp_path / "hexapla.toml")


def test_a_zip_with_one_part_of_nothing_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", b"")
    assert read(tmp_path / "a.docx", (tmp_path / "a.docx").read_bytes()) is None
    assert SAMPLE.is_dir()
