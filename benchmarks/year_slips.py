"""Years that one version has alone, as a search of the record found them: which finding reports each, or what stands there.

    python -m benchmarks.year_slips ../shared/record/judged/year-slips-ga-75-78.txt ../shared/record/archives/ga-75-78.tar.xz

Each line of the list names a session's folder, a document, an operative paragraph, a language and the years that it and the others
have. The documents named are taken out of the archive (or read in a folder that holds the same), all versions are checked together,
and a line is found where a finding of a value stands in that version and paragraph, or below it, and quotes one of the years.
Prints each line with its findings; where there is none, the years that each version of the row states.
"""

from __future__ import annotations

import argparse
import re
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpora.languages import languages
from corpora.model import Kind, Paragraph, Resolution
from corpora.reading import read_resolution
from reports.checks.runner import check_versions
from reports.comparison.rows import Versions, compare_versions
from reports.findings.model import Finding
from training.record import FOLDERS

_LINE = re.compile(
    r"(?P<session>\S+) (?P<document>\S+) op (?P<op>\d+) (?P<language>\w+) has (?P<own>\{.*?\}) others (?P<others>\{.*\})"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANOTHER_TEXT = "D501.document"
"""The finding that a version is another text, whose years are then its own."""
_CODES = ("D201", "D202", "D203", "D204", "D405", "D107")


@dataclass(frozen=True, slots=True)
class Slip:
    """A line of the list: session folder, document, number of the paragraph, language code, the years here and elsewhere."""

    session: str
    document: str
    op: int
    language: str
    own: tuple[str, ...]
    others: tuple[str, ...]


def slips(lines: Sequence[str]) -> Iterator[Slip]:
    """The lines of a list. Raises ValueError for one of another form."""
    codes = {folder: code for code, folder in FOLDERS.items()}
    for line in filter(None, (line.strip() for line in lines)):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"no slip: {line}")
        yield Slip(
            found["session"],
            found["document"],
            int(found["op"]),
            codes[found["language"]],
            tuple(_YEAR.findall(found["own"])),
            tuple(_YEAR.findall(found["others"])),
        )


def unpacked(archive: Path, wanted: Sequence[Slip], folder: Path) -> Path:
    """The documents of the slips, taken out of an archive; a folder is used as it is."""
    if archive.is_dir():
        return archive
    names = {(slip.session, slip.document) for slip in wanted}
    with tarfile.open(archive) as packed:
        for member in packed:
            session, _, rest = member.name.partition("/")
            if any(session == s and _is_document(Path(rest).name, d) for s, d in names):
                packed.extract(member, folder, filter="data")
    return folder


def _is_document(name: str, document: str) -> bool:
    """Whether a file is a version of a document: its name goes on with a part, a job number, a language at most."""
    return re.fullmatch(rf"{re.escape(document)}(?: [A-Z])?(?:-\d+)?[-_]?[ACEFRS]\.xml", name) is not None


@cache
def versions_of(folder: Path, session: str, document: str) -> Versions:
    """All versions of a document, French first."""
    read: dict[str, Resolution] = {}
    for language in languages():
        place = folder / session / FOLDERS[language.code]
        path = next((p for p in sorted(place.glob("*.xml")) if _is_document(p.name, document)), None)
        if path is not None:
            read[language.code] = read_resolution(path, language.code)
    pivot = read.pop("fr")
    return compare_versions(pivot, list(read.values()))


@cache
def findings_of(folder: Path, session: str, document: str) -> tuple[Finding, ...]:
    """What is found in them."""
    return tuple(check_versions(versions_of(folder, session, document)))


def reported(slip: Slip, versions: Versions, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of values in the paragraph and version of a slip that quote a year of it; that the version is another text."""
    years = {*slip.own, *slip.others}
    out = [f for f in findings if f.sentence == _ANOTHER_TEXT and f.odd == slip.language]
    for finding in findings:
        places = [p for p in (finding.source, finding.target) if p is not None]
        here = any(slip.op in _numbers(versions, p.language, p.paragraph) for p in places)
        named = slip.language in {p.language for p in places} | {c for g in finding.groups for c in g.versions}
        said = {y for p in places for y in _YEAR.findall(p.quote)} | {
            y for g in finding.groups for y in _YEAR.findall(g.says)
        }
        if finding.code in _CODES and here and named and (years & said or finding.code in ("D405", "D107")):
            out.append(finding)
    return out


def _numbers(versions: Versions, language: str, paragraph_id: str) -> set[int | None]:
    """The numbers of the operative paragraphs that a paragraph is, stands below, or as a footnote belongs to."""
    document = next(d for d in versions.documents if d.language == language)
    marks = {note.mark for note in document.footnotes if note.paragraph.id == paragraph_id}
    if not marks:
        return {_number(versions, language, paragraph_id)}
    leading = (p for p in document.paragraphs if not marks.isdisjoint(m.mark for m in p.marks))
    return {_number(versions, language, p.id) for p in leading}


def _number(versions: Versions, language: str, paragraph_id: str) -> int | None:
    """The number of the operative paragraph that a paragraph is or stands below."""
    document = next(d for d in versions.documents if d.language == language)
    paragraph: Paragraph | None = document.paragraph(paragraph_id)
    while paragraph is not None and paragraph.kind is not Kind.OPERATIVE:
        paragraph = document.paragraph(paragraph.parent) if paragraph.parent else None
    number = paragraph.number if paragraph is not None else None
    return int(number) if number is not None and number.isdecimal() else None


def stated(slip: Slip, versions: Versions) -> str:
    """The years that each version states in a slip's paragraph; and whether its own year stands in a footnote instead."""
    years: dict[str, list[str]] = {}
    for document in versions.documents:
        for p in document.paragraphs:
            if _number(versions, document.language, p.id) == slip.op:
                years.setdefault(document.language, []).extend(_YEAR.findall(p.text))
    notes = {
        d.language: {y for note in d.footnotes for y in _YEAR.findall(note.paragraph.text)} for d in versions.documents
    }
    told = "; ".join(f"{code}: {' '.join(found) or 'none'}" for code, found in years.items())
    in_notes = set(slip.own) & notes[slip.language] and not any(set(slip.own) & set(found) for found in years.values())
    return f"{told}; the year stands in a footnote" if in_notes else told


def main() -> None:
    """Check the documents of a list and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list", type=Path)
    parser.add_argument("archive", type=Path)
    arguments = parser.parse_args()
    wanted = list(slips(arguments.list.read_text(encoding="utf-8").splitlines()))
    count = 0
    with tempfile.TemporaryDirectory() as place:
        folder = unpacked(arguments.archive, wanted, Path(place))
        for slip in wanted:
            versions = versions_of(folder, slip.session, slip.document)
            found = reported(slip, versions, findings_of(folder, slip.session, slip.document))
            count += bool(found)
            head = f"{slip.document} op {slip.op} {slip.language} {' '.join(slip.own)} against {' '.join(slip.others)}"
            print(f"{'found' if found else 'MISSED'}  {head}", flush=True)
            for finding in found:
                print(f"    {finding.code} {finding.severity.label} {finding.message('en')}")
            if not found:
                print(f"    years: {stated(slip, versions)}")
    print(f"{count} of {len(wanted)} found")


if __name__ == "__main__":
    main()
