"""Checking a whole corpus: files matched into resolutions, one row a finding, resumed where it was cut off."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from align.model import Bead
from align.versions import align_versions
from corpora.errors import InputError
from corpora.io import write_whole
from corpora.languages import available
from corpora.model import Resolution
from corpora.reading import read_resolution
from corpora.system.faults import FaultError, set_apart
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind
from reports.decisions.decisions import Review
from reports.exporters.html import write_report
from reports.exporters.html.corpus_index import CorpusEntry, write_index
from reports.exporters.json_results import PlaceJson, finding_json
from reports.exporters.tables import write_table
from reports.findings.model import Finding
from reports.pipeline.case import Case, examine
from reports.pipeline.files import readable_files, review_of_files, reviewed
from reports.pipeline.program import program_digest
from reports.pipeline.run_options import RunOptions

_OPENING = 70
"""Characters by which a paragraph is known again in the next resolution of a series."""
_CONTINUED = 0.15
"""Share of paragraphs that must open as in the earlier resolution for it to be the one that is continued."""

_VERSION = 0.5
"""Share of the main paragraphs of the shorter text that must have a counterpart for two texts without symbol to be versions."""
_SIDES: tuple[Callable[[Bead], Sequence[str]], ...] = (lambda bead: bead.source, lambda bead: bead.target)


@dataclass(frozen=True, slots=True)
class CorpusResult:
    """What a run gave: the table, how many resolutions were checked and taken from before, and what could not be used."""

    table: pl.DataFrame
    checked: int
    resumed: int
    unusable: tuple[str, ...]
    faults: int = 0
    """How many of those not used the program failed on, though it should not have."""
    log: Path | None = None
    """The file that lists what was not used and what lacks a version; None where nothing is to be said."""
    incomplete: tuple[str, ...] = ()
    """A line for each resolution that lacks a version which most have."""


@dataclass(frozen=True, slots=True)
class Group:
    """The files of one resolution: its symbol, or its folder where it states none, the files by language, and what its
    predecessor is found by: the symbols that the first version cites, and the openings of its paragraphs.
    """

    key: str
    files: dict[str, Path]
    by_folder: bool = False
    cites: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()


def group_files(files: Sequence[Path], pivot: str = "fr") -> tuple[list[Group], list[str]]:
    """Files of one symbol together, and a line for each file that cannot be used.

    Works for one folder a language and for one folder a resolution: the symbol and the language come from the text.
    """
    groups: dict[str, dict[str, Path]] = {}
    known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    by_folder: set[str] = set()
    unusable: list[str] = []
    for path in files:
        try:
            with set_apart(str(path)):
                resolution = read_resolution(path)
        except InputError as error:
            unusable.append(str(error))
            continue
        key = _key(path, resolution)
        if not resolution.symbol:
            by_folder.add(key)
        home = groups.setdefault(key, {})
        if resolution.language in home:
            unusable.append(f"{path}: a second {resolution.language} version of {resolution.symbol}; the first is used")
        else:
            home[resolution.language] = path
            if resolution.language == pivot:
                known[key] = _known_by(resolution)
    none: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    return [Group(key, found, key in by_folder, *known.get(key, none)) for key, found in groups.items()], unusable


def _known_by(resolution: Resolution) -> tuple[frozenset[str], frozenset[str]]:
    cites = frozenset(a.form for p in resolution.paragraphs for a in p.anchors if a.kind is AnchorKind.CITATION)
    return cites, frozenset(fold_plain(p.text)[:_OPENING] for p in resolution.paragraphs if p.kind.is_main)


def predecessor_group(group: Group, groups: Sequence[Group]) -> Group | None:
    """The earlier resolution that a resolution continues: one that it cites and whose paragraphs it repeats.

    None where no other resolution at hand is cited and opens ``_CONTINUED`` of its paragraphs in the same words.
    """
    best, share = None, _CONTINUED
    for other in groups:
        if other is group or other.key not in group.cites or not group.openings:
            continue
        repeated = len(group.openings & other.openings) / len(group.openings)
        if repeated >= share:
            best, share = other, repeated
    return best


def lacking(groups: Sequence[Group], pivot: str) -> list[str]:
    """A line for each resolution that lacks a version in a language that more than half of the resolutions have."""
    compared = [group for group in groups if pivot in group.files and len(group.files) > 1]
    counts = Counter(code for group in compared for code in group.files)
    usual = [code for code in available() if 2 * counts[code] > len(compared)]
    return [
        f"{group.key}: no {', '.join(missing)} version, which most resolutions here have; checked without"
        for group in compared
        if (missing := [code for code in usual if code not in group.files])
    ]


def related_files(group: Group, pivot: str) -> tuple[Group, list[str]]:
    """A group that only its folder holds together, without the texts that are no versions of the pivot's, and a line for each.

    Raises InputError where a file cannot be read.
    """
    first = read_resolution(group.files[pivot])
    kept, lines = {pivot: group.files[pivot]}, []
    for code, path in group.files.items():
        if code == pivot:
            continue
        other = read_resolution(path)
        if _shared(first, other) < _VERSION:
            lines.append(f"{path}: states no symbol, and is no version of {group.files[pivot].name} beside it")
        else:
            kept[code] = path
    return replace(group, files=kept), lines


def _shared(first: Resolution, other: Resolution) -> float:
    """The share of the main paragraphs of the shorter text that have a counterpart in the other."""
    main = [{p.id for p in text.paragraphs if p.kind.is_main} for text in (first, other)]
    beads = [bead for bead in align_versions(first, other).beads if bead.source and bead.target]
    found = [len(ids & {i for b in beads for i in side(b)}) for ids, side in zip(main, _SIDES, strict=True)]
    fewest = min(map(len, main))
    return min(found) / fewest if fewest else 1.0


def _key(path: Path, resolution: Resolution) -> str:
    """The symbol; where a text has none, its folder if the name of the file is its language, else the file alone.

    "fr.md" and "en.md", or "2002-19.fr.md" and "2002-19.en.md", say that they are one text; lacking a symbol does not.
    """
    if resolution.symbol:
        return resolution.symbol
    stem, _, code = path.stem.rpartition(".")
    if code.lower() != resolution.language:
        return str(path)
    return str(path.with_name(stem)) if stem else str(path.parent)


def check_corpus(
    folder: Path,
    output: Path,
    *,
    ui: str,
    options: RunOptions | None = None,
    on_progress: Callable[[int, int], object] | None = None,
    pages: Path | None = None,
) -> CorpusResult:
    """Check every resolution below ``folder`` and write one row a finding to ``output`` (.parquet, .csv or .json).

    Results are kept a resolution in ``OUTPUT.parts`` as they come; a later run takes from there what has not changed.
    What cannot be used, or makes the program fail, is set aside with the reason, and listed in ``OUTPUT.log``. ``on_progress`` is
    called with (done, all) after each resolution. With ``pages`` a report of each resolution is written into
    that folder, and a page that leads to them.
    """
    if output.suffix not in (".parquet", ".csv", ".json"):
        raise InputError(str(output), f"no table format {output.suffix!r}", hint="use .parquet, .csv or .json")
    options = options or RunOptions()
    groups, unusable = group_files(readable_files(folder), options.settings.pivot)
    run = _Run(groups, options, ui, output.with_name(output.name + ".parts"), pages, unusable)
    for done, group in enumerate(groups, 1):
        run.add(group)
        if on_progress:
            on_progress(done, len(groups))
    table = _table(run.rows)
    if output.suffix == ".json":
        write_whole(output, json.dumps(run.rows, ensure_ascii=False, indent=1) + "\n")
    else:
        write_table(table, output)
    if pages:
        write_index(pages / "index.html", run.entries, run.unusable, ui)
    incomplete = lacking(groups, options.settings.pivot)
    log = _logged(output, [*run.unusable, *incomplete])
    return CorpusResult(
        table, run.checked, run.resumed, tuple(run.unusable), run.faults, log, incomplete=tuple(incomplete)
    )


def _logged(output: Path, lines: Sequence[str]) -> Path | None:
    """The list of what was not used, and of what lacks a version, beside the output; a list of an earlier run goes."""
    log = output.with_name(output.name + ".log")
    if not lines:
        log.unlink(missing_ok=True)
        return None
    write_whole(log, "".join(f"{line}\n" for line in lines))
    return log


def _kept(part: Path) -> list[dict[str, object]] | None:
    """The rows in a part; None where there is none, or it is empty, half written or of another shape: it is made again."""
    try:
        rows = json.loads(part.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(rows, list):
        return None
    for row in rows:
        if not isinstance(row, dict) or set(row) != set(_COLUMNS):
            return None
        if any(not isinstance(v, float | int if k == "confidence" else str | None) for k, v in row.items()):
            return None
    return rows


@dataclass
class _Run:
    """A run over a corpus as far as it has come: what is kept where, the rows so far, how many were checked or resumed."""

    groups: Sequence[Group]
    options: RunOptions
    ui: str
    parts: Path
    pages: Path | None
    unusable: list[str]
    rows: list[dict[str, object]] = field(default_factory=list)
    entries: list[CorpusEntry] = field(default_factory=list)
    checked: int = 0
    resumed: int = 0
    faults: int = 0

    def add(self, group: Group) -> None:
        """Check one resolution, or take its rows from a run before."""
        pivot = self.options.settings.pivot
        if len(group.files) < 2 or pivot not in group.files:
            listed = ", ".join(group.files)
            self.unusable.append(f"{group.key}: no {pivot} version to compare with others ({listed})")
            return
        page = self.pages / page_name(group.key) if self.pages else None
        try:
            with set_apart(group.key):
                if group.by_folder:
                    group, apart = related_files(group, pivot)
                    self.unusable += apart
                    if len(group.files) < 2:
                        return
                found = self._rows_of(group, page)
        except InputError as error:
            self.unusable.append(f"{group.key}: {error}" if group.key not in str(error) else str(error))
            self.faults += isinstance(error, FaultError)
            return
        self.rows.extend(found)
        codes = tuple(sorted(group.files, key=available().index))
        self.entries.append(CorpusEntry(group.key, codes, page.name if page else "", tuple(found)))

    def _rows_of(self, group: Group, page: Path | None) -> list[dict[str, object]]:
        """The rows of a resolution, kept from before or checked anew."""
        before = predecessor_group(group, self.groups)
        review = review_of_files(_ordered(group, self.options.settings.pivot), self.options.settings.pivot)
        part = self.parts / f"{_digest(group, before, self.options, self.ui, review)}.json"
        kept = _kept(part) if page is None or page.is_file() else None
        if kept is not None:
            self.resumed += 1
            return kept
        found = self._check(group, before, review, page)
        self.checked += 1
        # The part comes last: it tells that the page is whole as well.
        write_whole(part, json.dumps(found, ensure_ascii=False))
        return found

    def _check(
        self, group: Group, before: Group | None, review: Review | None, page: Path | None
    ) -> list[dict[str, object]]:
        result = examine(case_of_group(group, before, self.options, review))
        if page:
            write_report(page, result.versions, result.selection, [], self.ui)
        return list(rows_of(result.required_versions().pivot.symbol or group.key, result.selection.findings, self.ui))


def case_of_group(group: Group, before: Group | None, options: RunOptions, review: Review | None = None) -> Case:
    """One resolution of a corpus with its predecessor, where there is one."""
    pivot = options.settings.pivot
    documents = {code: read_resolution(path) for code, path in _ordered(group, pivot).items()}
    predecessor = {code: read_resolution(path) for code, path in _ordered(before, pivot).items()} if before else {}
    return reviewed(Case(documents, pivot, predecessor=predecessor, options=options), review)


def _ordered(group: Group, pivot: str) -> dict[str, Path]:
    """The files of a resolution, the pivot first, then the usual order.

    So that a reason quotes French or English rather than whatever came first in the folder.
    """
    return {code: group.files[code] for code in sorted(group.files, key=lambda c: (c != pivot, available().index(c)))}


_NO_NAME = re.compile(r"[^\w.-]+")
"""What the name of a page may not hold."""


_LONGEST_NAME = 100


def page_name(key: str) -> str:
    """The file of a resolution's report: its symbol with what file systems do not like left out.

    A key that is too long for a file's name is cut, and told from others by a checksum.
    """
    name = _NO_NAME.sub("-", key).strip("-.")
    if len(name.encode()) > _LONGEST_NAME:
        digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        name = f"{name.encode()[:_LONGEST_NAME].decode(errors='ignore')}-{digest}"
    return name + ".html"


def _digest(group: Group, before: Group | None, options: RunOptions, ui: str, review: Review | None) -> str:
    """Changes with the texts, the predecessor, the program, what was asked, and what a review says."""
    asked = f"{program_digest()}|{ui}|{group.key}|{options!r}"
    digest = hashlib.sha256(asked.encode("utf-8", "surrogateescape"))
    for one in (group, before):
        for code, path in sorted(one.files.items()) if one else ():
            try:
                content = path.read_bytes()
            except OSError as error:
                # It was there when the run began.
                raise InputError(str(path), f"cannot be read any more ({error.strerror})") from error
            digest.update(code.encode() + hashlib.sha256(content).digest())
    for event in review.events if review else ():
        digest.update(event.uuid.encode())
    return digest.hexdigest()[:32]


_COLUMNS = (
    "symbol", "code", "severity", "odd_language", "source_language", "source_paragraph", "source_quote", "target_language",
    "target_paragraph", "target_quote", "message", "confidence", "votes", "groups", "fingerprint",
)  # fmt: skip


def rows_of(symbol: str, findings: Sequence[Finding], ui: str) -> Iterator[dict[str, object]]:
    """The findings of a resolution as rows of the table."""
    for finding in findings:
        shape = finding_json(finding, ui)
        source: PlaceJson = shape["source"] or {}
        target: PlaceJson = shape["target"] or {}
        yield {
            "symbol": symbol,
            "code": finding.code,
            "severity": finding.severity.label,
            "odd_language": finding.odd or source.get("language"),
            "source_language": source.get("language"),
            "source_paragraph": source.get("paragraph"),
            "source_quote": source.get("quote"),
            "target_language": target.get("language"),
            "target_paragraph": target.get("paragraph"),
            "target_quote": target.get("quote"),
            "message": shape["message"],
            "confidence": finding.confidence,
            "votes": "; ".join(f"{c}: {v}" for c, v in finding.votes),
            "groups": "; ".join(f"{' '.join(g.versions)}: {g.says or '–'}" for g in finding.groups),
            "fingerprint": finding.fingerprint,
        }


def _table(rows: Sequence[dict[str, object]]) -> pl.DataFrame:
    schema = {name: pl.Float64 if name == "confidence" else pl.String for name in _COLUMNS}
    return pl.DataFrame([[row[name] for name in _COLUMNS] for row in rows], schema=schema, orient="row")


def summary_lines(result: CorpusResult) -> list[str]:
    """Counts by severity, then by code, then how many files could not be used."""
    severities = Counter(result.table["severity"].to_list())
    codes = Counter(result.table["code"].to_list())
    lines = [
        f"{result.checked} resolutions checked, {result.resumed} taken from before",
        ", ".join(f"{severities[s]} {s}" for s in ("critical", "major", "minor", "neutral")),
        "  ".join(f"{code} {count}" for code, count in sorted(codes.items())),
    ]
    if result.unusable:
        lines.append(f"{len(result.unusable)} not used, listed in {result.log}; the first: {result.unusable[0]}")
    if result.incomplete:
        lines.append(
            f"{len(result.incomplete)} lack a version, listed in {result.log}; the first: {result.incomplete[0]}"
        )
    return lines
