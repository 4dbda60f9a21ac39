"""What is known of each file before it is grouped: read once, and kept by content for the next run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from corpora.errors import InputError, SeveralResolutionsError
from corpora.model import Resolution
from corpora.reading import read_resolution, read_resolutions, split_path
from corpora.system.faults import FaultError, set_apart
from corpora.text.folding import fold_plain
from corpora.values import AnchorKind
from reports.pipeline.corpus.appending import append_lines, lines_from
from reports.pipeline.corpus.drawer import Drawer

_OPENING = 70
"""Characters by which a paragraph is known again in the next resolution of a series."""
KEPT_FACTS = "files{0}.jsonl"
"""The name of a file of facts in the folder of a run; a share has its mark in it."""
_MARK = 8
"""Bytes of the checksum that stands for an opening."""


@dataclass(frozen=True, slots=True)
class TextFacts:
    """One text of a file: what it states, and by what it is known.

    ``path`` may name one resolution of a compilation ("1993.html#S/RES/802(1993)"). ``sha256`` is the file's, ``size`` its bytes.
    ``cites`` are the symbols that the text names, ``openings`` checksums of the beginnings of its main paragraphs, in their order.
    """

    path: Path
    sha256: str
    size: int
    symbol: str
    language: str
    cites: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file came to: its texts; or why it cannot be used, and whether the program is at fault."""

    path: Path
    texts: tuple[TextFacts, ...] = ()
    problem: str = ""
    fault: bool = False


def facts_of(path: Path, kept: Drawer | None = None) -> FileFacts:
    """Read a file; whatever goes wrong is said of this file alone. What was read is put into ``kept``."""
    try:
        with set_apart(str(path)):
            content = path.read_bytes()
            sha256, size = hashlib.sha256(content).hexdigest(), len(content)
            texts: tuple[TextFacts, ...]
            try:
                resolution = read_resolution(path)
                texts = (_text_facts(path, resolution, sha256, size),)
                if kept is not None:
                    kept.put(path, sha256, resolution)
            except SeveralResolutionsError:
                found = read_resolutions(path)
                share = size // max(1, len(found))
                texts = tuple(_text_facts(Path(f"{path}#{r.symbol}"), r, sha256, share) for r in found if r.symbol)
    except InputError as error:
        return FileFacts(path, problem=str(error), fault=isinstance(error, FaultError))
    return FileFacts(path, texts)


def _text_facts(path: Path, resolution: Resolution, sha256: str, size: int) -> TextFacts:
    cites = {a.form for p in resolution.paragraphs for a in p.anchors if a.kind is AnchorKind.CITATION}
    openings = dict.fromkeys(_opening(p.text) for p in resolution.paragraphs if p.kind.is_main)
    return TextFacts(
        path=path,
        sha256=sha256,
        size=size,
        symbol=resolution.symbol or "",
        language=resolution.language,
        cites=tuple(sorted(cites)),
        openings=tuple(openings),
    )


def _opening(text: str) -> str:
    return hashlib.sha256(fold_plain(text)[:_OPENING].encode("utf-8", "surrogatepass")).hexdigest()[: 2 * _MARK]


class KeptFacts:
    """Facts by content, in a file that is only added to: a run that goes on reads no file again.

    Shares of a run, and the run that puts them together, have their files side by side, and each takes what the others have read.
    """

    def __init__(self, path: Path, program: str) -> None:
        self._path, self._program = path, program
        self._known: dict[tuple[str, str], list[dict[str, object]]] = {}
        self._taken: dict[Path, int] = {}
        self.look()

    def look(self) -> None:
        """Take what was written since the last look, into this file or another one beside it.

        Raises InputError where one cannot be read.
        """
        for path in sorted({self._path, *self._path.parent.glob(KEPT_FACTS.format("*"))}):
            lines, self._taken[path] = lines_from(path, self._taken.get(path, 0))
            for line in lines:
                self._take(line)

    def _take(self, line: str) -> None:
        try:
            data = json.loads(line)
        except ValueError:
            return
        if isinstance(data, dict) and data.get("program") == self._program and isinstance(data.get("texts"), list):
            self._known[str(data.get("sha256")), str(data.get("suffix"))] = data["texts"]

    def find(self, path: Path) -> FileFacts | None:
        """What is known of the content that now stands at ``path``; None where it is not known, or cannot be read."""
        try:
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return None
        kept = self._known.get((sha256, path.suffix.lower()))
        if kept is None:
            return None
        try:
            texts = tuple(_from_json(path, sha256, entry) for entry in kept)
        except (TypeError, ValueError, KeyError):
            return None
        return FileFacts(path, texts)

    def keep(self, found: Iterable[FileFacts]) -> None:
        """Write down what was read; what could not be used is read again next time."""
        append_lines(self._path, (self._line(facts) for facts in found if facts.texts))

    def _line(self, facts: FileFacts) -> str:
        first = facts.texts[0]
        texts = [{**asdict(t), "path": split_path(t.path)[1] or ""} for t in facts.texts]
        head = {"program": self._program, "sha256": first.sha256, "suffix": facts.path.suffix.lower()}
        return json.dumps({**head, "texts": texts}, ensure_ascii=True)


def _from_json(path: Path, sha256: str, data: Mapping[str, object]) -> TextFacts:
    """Raises TypeError, ValueError or KeyError where the data are none of ours."""
    fields = dict(data)
    part, size = fields.pop("path"), fields.pop("size")
    symbol, language = fields["symbol"], fields["language"]
    cites, openings = fields["cites"], fields["openings"]
    if not (isinstance(part, str) and isinstance(symbol, str) and isinstance(language, str) and isinstance(size, int)):
        raise TypeError("a field is of another kind")
    if not (isinstance(cites, list) and isinstance(openings, list)):
        raise TypeError("a field is of another kind")
    named = Path(f"{path}#{part}") if part else path
    return TextFacts(
        path=named,
        sha256=sha256,
        size=size,
        symbol=symbol,
        language=language,
        cites=tuple(map(str, cites)),
        openings=tuple(map(str, openings)),
    )


def at(facts: FileFacts, path: Path) -> FileFacts:
    """The same facts of a file under another path: where a worker read it, and where it lies."""
    here, there = str(facts.path), str(path)
    texts = tuple(replace(t, path=Path(str(t.path).replace(here, there, 1))) for t in facts.texts)
    return FileFacts(path, texts, facts.problem.replace(here, there), facts.fault)
