"""Texts of a corpus grouped into resolutions, and the earlier one that each continues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from align.model import Bead
from align.versions import align_versions
from corpora.languages import available
from corpora.model import Resolution
from corpora.reading import split_path
from corpora.text.symbols import is_symbol, parse_symbol
from reports.messages.catalogue import interface_languages, language_name
from reports.pipeline.corpus.facts import FileFacts, TextFacts
from reports.project.layout import language_named, pivot_among

_CONTINUED = 0.15
"""Share of paragraphs that must open as in the earlier resolution for it to be the one that is continued."""
_VERSION = 0.5
"""Share of the main paragraphs of the shorter text that must have a counterpart for two texts without symbol to be versions."""
_SIDES: tuple[Callable[[Bead], Sequence[str]], ...] = (lambda bead: bead.source, lambda bead: bead.target)


@dataclass(frozen=True, slots=True)
class VersionSet:
    """The texts of one resolution.

    ``key`` is its symbol, or its folder where it states none; ``files`` and ``checksums`` (of the files, SHA-256) go by language.
    Its predecessor is found by the symbols that the pivot ``cites`` and the ``openings`` of its paragraphs. ``size`` is the bytes
    of all its texts. ``misplaced`` holds texts that are none of its versions, by the language that their place says: each is in
    another one, in which there is a version.
    """

    key: str
    files: Mapping[str, Path]
    by_folder: bool = False
    cites: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    checksums: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    misplaced: Mapping[str, TextFacts] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages in the usual order."""
        return tuple(sorted(self.files, key=available().index))

    def pivot(self, wanted: str) -> str:
        """The pivot's language: the one that is wanted where there is such a version, else English, else the first in the usual order."""
        return pivot_among(wanted, self.files)

    def ordered(self, pivot: str) -> dict[str, Path]:
        """Its files, the pivot first, then the usual order.

        So that a reason quotes French or English rather than whatever came first in the folder.
        """
        return {c: self.files[c] for c in sorted(self.files, key=lambda c: (c != pivot, available().index(c)))}


def grouped(found: Sequence[FileFacts], pivot: str = "fr") -> tuple[list[VersionSet], list[str]]:
    """Texts of one symbol together, and a line for each file that cannot be used.

    Works for one folder a language and for one folder a resolution: the symbol and the language come from the text.
    """
    groups: dict[str, dict[str, TextFacts]] = {}
    misplaced: dict[str, dict[str, TextFacts]] = {}
    by_folder: set[str] = set()
    unusable: list[str] = []
    seconds: list[tuple[str, TextFacts]] = []
    for facts in found:
        if facts.problem:
            unusable.append(facts.problem)
        for text in facts.texts:
            key = _key(text)
            if not text.symbol:
                by_folder.add(key)
            held = groups.setdefault(key, {})
            first = held.setdefault(text.language, text)
            if first is not text:
                # Of two in one language, one of which lies where another language is kept, the other is the version.
                if language_of_place(first.path) not in (None, text.language):
                    held[text.language], text = text, first
                seconds.append((key, text))
    for key, text in seconds:
        said = language_of_place(text.path)
        if said in (None, text.language) or said in groups[key] or said in misplaced.get(key, {}):
            unusable.append(f"{text.path}: a second {text.language} version of {text.symbol}; the first is used")
        else:
            misplaced.setdefault(key, {})[str(said)] = text
    made = [_group(key, texts, key in by_folder, pivot, misplaced.get(key, {})) for key, texts in groups.items()]
    return made, unusable


def language_of_place(path: Path) -> str | None:
    """The language that a file's name says, or the folder that it lies in: "fr.docx", "French/S_RES_2699.xml"; None where neither does.

    Folders bear the name of a language in a language of the interface, or its code.
    """
    file = split_path(path)[0]
    return language_named(file) or _folder_names().get(file.parent.name.casefold())


@lru_cache(maxsize=1)
def _folder_names() -> dict[str, str]:
    names = {language_name(code, ui).casefold(): code for code in available() for ui in interface_languages()}
    return names | {code: code for code in available()}


def _group(
    key: str, texts: Mapping[str, TextFacts], by_folder: bool, pivot: str, misplaced: Mapping[str, TextFacts]
) -> VersionSet:
    first = texts[pivot_among(pivot, texts)]
    return VersionSet(
        key=key,
        files={code: t.path for code, t in texts.items()},
        by_folder=by_folder,
        cites=frozenset(first.cites),
        openings=frozenset(first.openings),
        checksums={code: t.sha256 for code, t in texts.items()},
        size=sum(t.size for t in texts.values()),
        misplaced=misplaced,
    )


def _key(text: TextFacts) -> str:
    """The symbol; where a text has none, its folder if the name of the file is its language, else the file alone.

    "fr.md" and "en.md", or "2002-19.fr.md" and "2002-19.en.md", say that they are one text; lacking a symbol does not.
    """
    if text.symbol:
        return text.symbol
    path = text.path
    stem, _, code = path.stem.rpartition(".")
    if code.lower() != text.language:
        return str(path)
    return str(path.with_name(stem)) if stem else str(path.parent)


class Predecessors:
    """The resolutions at hand by their symbols, to find the one that another continues."""

    def __init__(self, groups: Sequence[VersionSet]) -> None:
        self._places = {group.key: (place, group) for place, group in enumerate(groups)}

    def of(self, group: VersionSet) -> VersionSet | None:
        """The earlier resolution that a resolution continues: one that it cites and whose paragraphs it repeats.

        None where no other resolution at hand is cited and opens ``_CONTINUED`` of its paragraphs in the same words; of two that
        are repeated alike, the one that stands later in the corpus.
        """
        if not group.openings:
            return None
        cited = [self._places[key] for key in group.cites if key in self._places and key != group.key]
        shares = [(len(group.openings & other.openings) / len(group.openings), place, other) for place, other in cited]
        share, _, best = max(shares, key=lambda entry: entry[:2], default=(0.0, 0, None))
        return best if share >= _CONTINUED else None


def lacking(groups: Sequence[VersionSet]) -> list[str]:
    """A line for each resolution that lacks a version in a language that more than half of the resolutions have."""
    compared = [group for group in groups if len(group.files) > 1]
    counts = Counter(code for group in compared for code in group.files)
    usual = [code for code in available() if 2 * counts[code] > len(compared)]
    return [
        f"{group.key}: no {', '.join(missing)} version, which most resolutions here have; checked without"
        for group in compared
        if (missing := [code for code in usual if code not in group.files])
    ]


def versions_of(documents: Mapping[str, Resolution], pivot: str) -> tuple[dict[str, Resolution], list[str]]:
    """Of texts that only their folder holds together those that are versions of the pivot's, and a line for each other."""
    first = documents[pivot]
    kept, lines = {pivot: first}, []
    for code, other in documents.items():
        if code == pivot:
            continue
        if _shared(first, other) < _VERSION:
            name = Path(first.name).name
            lines.append(f"{other.name}: states no symbol, and is no version of {name} beside it")
        else:
            kept[code] = other
    return kept, lines


def _shared(first: Resolution, other: Resolution) -> float:
    """The share of the main paragraphs of the shorter text that have a counterpart in the other."""
    main = [{p.id for p in text.paragraphs if p.kind.is_main} for text in (first, other)]
    beads = [bead for bead in align_versions(first, other).beads if bead.source and bead.target]
    found = [len(ids & {i for b in beads for i in side(b)}) for ids, side in zip(main, _SIDES, strict=True)]
    fewest = min(map(len, main))
    return min(found) / fewest if fewest else 1.0


def period_of(symbol: str) -> tuple[str, str]:
    """The organ and the session or year of a symbol, "" where it does not say: how results are parted into folders.

    >>> period_of("S/RES/2699(2023)"), period_of("A/RES/75/303"), period_of("my-folder")
    (('S', '2023'), ('A', '75'), ('', ''))
    """
    if not is_symbol(symbol):
        return "", ""
    parts = parse_symbol(symbol)
    return parts.body.split("/")[0], parts.session
