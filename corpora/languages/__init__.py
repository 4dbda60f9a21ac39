"""What each language brings: one data file a language, and the loader that validates it."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from corpora.model import LANGUAGES
from corpora.text.folding import fold_plain

ACTS = frozenset({"decide", "direct", "urge"})
"""Kinds of verb by which an organ acts; the others recognise, welcome, criticise or recall."""
_FOLDER = Path(__file__).parent
_GROUP = re.compile(r"\(([^()]*)\)")
_SECTIONS = (
    "formula",
    "organs",
    "adverbs",
    "conjunctions",
    "verbs",
    "months",
    "dates",
    "numbers",
    "sessions",
    "currencies",
    "references",
    "citations",
    "numbering",
    "negation",
    "modality",
    "qualifiers",
    "qualifier_hints",
    "names",
    "headings",
    "adoption",
    "detection",
    "typography",
    "repetition",
    "deliverables",
    "symbols",
)


class LanguageDataError(ValueError):
    """A language data file that does not hold what it must."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A verb concept shared by the languages: kind and force, force ordered only within its kind."""

    id: str
    kind: str
    force: int
    source: str


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form of one or more concepts, the likeliest concept first.

    ``intensity`` is 1 where the form itself is strong ("expresses grave concern"), else 0.
    """

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    repeated: bool
    operative: bool
    preambular: bool
    intensity: int


@dataclass(frozen=True)
class Language:
    """One language's data. ``data`` holds the sections of its file as read."""

    code: str
    name: str
    direction: str
    spaced: bool
    forms: Mapping[str, tuple[Form, ...]]
    adverbs: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    data: Mapping[str, Any]

    def section(self, name: str) -> Any:
        """A section of the data file, an empty one where the language has none."""
        return self.data.get(name, {})

    def words_of(self, text: str) -> tuple[str, ...]:
        """``text`` folded and cut as the verb matcher cuts: words, or single characters in Chinese."""
        return tuple(match.group() for match in self.token_pattern.finditer(fold_plain(text)))

    @property
    def token_pattern(self) -> re.Pattern[str]:
        """What one token is in folded text."""
        return _SPACED_TOKEN if self.spaced else _UNSPACED_TOKEN

    def name_in(self, ui: str) -> str:
        """The language's name in the user's language (fr or en)."""
        return str(self.data["names_in"][ui])


_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_SPACED_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*'?|[,;:،؛()]")
_UNSPACED_TOKEN = re.compile(r"[A-Za-z0-9]+|[^\s]")


def expand(form: str) -> Iterator[str]:
    """Every spelling of ``form``: "(a|b) c" gives "a c" and "b c".

    >>> list(expand("note avec (joie|soin)"))
    ['note avec joie', 'note avec soin']
    """
    parts = _GROUP.split(form)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    for combination in itertools.product(*choices):
        yield " ".join("".join(combination).split())


@lru_cache(maxsize=1)
def concepts() -> Mapping[str, Concept]:
    """The verb concepts by id."""
    data = tomllib.loads((_FOLDER / "concepts.toml").read_text(encoding="utf-8"))
    found = {
        key: Concept(key, entry["kind"], entry["force"], entry["source"]) for key, entry in data["concepts"].items()
    }
    for concept in found.values():
        if concept.kind not in data["kinds"]:
            raise LanguageDataError(f"concepts.toml: {concept.id}: unknown kind {concept.kind}")
    return found


@cache
def concept_of(concept: str, organ: str | None = None) -> Concept:
    """A verb concept, with the kind and force that it has for an organ where the data says so.

    Raises KeyError for a concept that is not known.
    """
    base = concepts()[concept]
    entry = _organ_data().get(organ or "", {}).get(concept, {})
    return replace(base, kind=entry.get("kind", base.kind), force=entry.get("force", base.force))


@lru_cache(maxsize=1)
def _organ_data() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    data = tomllib.loads((_FOLDER / "concepts.toml").read_text(encoding="utf-8"))
    organs: Mapping[str, Mapping[str, Mapping[str, Any]]] = data.get("organs", {})
    for organ, entries in organs.items():
        unknown = set(entries) - set(concepts())
        if unknown:
            raise LanguageDataError(f"concepts.toml: organs.{organ}: unknown concept {sorted(unknown)[0]}")
    return organs


@lru_cache(maxsize=1)
def kind_names() -> Mapping[str, Mapping[str, str]]:
    """What each kind of verb is called in French and English."""
    names: Mapping[str, Mapping[str, str]] = tomllib.loads((_FOLDER / "concepts.toml").read_text(encoding="utf-8"))[
        "kinds"
    ]
    return names


@cache
def language(code: str) -> Language:
    """The data of one language.

    Raises KeyError for a language that has no data file, LanguageDataError for a file that is not whole.
    """
    path = _FOLDER / f"{code}.toml"
    if code not in available():
        raise KeyError(code)
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    missing = [section for section in _SECTIONS if section not in data]
    if missing:
        raise LanguageDataError(f"{path.name}: sections missing: {', '.join(missing)}")
    if sorted(map(int, data["months"])) != list(range(1, 13)):
        raise LanguageDataError(f"{path.name}: months must be 1 to 12")
    spaced = data["words"] == "spaced"
    shell = Language(code, data["name"], data["direction"], spaced, {}, {}, data)
    return Language(code, data["name"], data["direction"], spaced, _forms(shell, path.name), _adverbs(shell), data)


def available() -> tuple[str, ...]:
    """The languages that have a data file: the six official ones first, then any added."""
    found = {path.stem for path in _FOLDER.glob("*.toml")} - {"concepts"}
    return tuple(code for code in LANGUAGES if code in found) + tuple(sorted(found - set(LANGUAGES)))


@lru_cache(maxsize=1)
def hyphenated_words() -> frozenset[str]:
    """The words with a hyphen, folded, that the languages' names, verbs and terms hold ("sous-paragraphe")."""
    texts = ((_FOLDER / f"{code}.toml").read_text(encoding="utf-8") for code in available())
    return frozenset(word for text in texts for word in _HYPHENATED.findall(fold_plain(text)))


def _forms(shell: Language, file: str) -> dict[str, tuple[Form, ...]]:
    known = concepts()
    collected: dict[tuple[str, ...], dict[str, Any]] = {}
    for order, (concept, entry) in enumerate(shell.data["verbs"].items()):
        if concept not in known:
            raise LanguageDataError(f"{file}: unknown verb concept {concept}")
        for part, key in (("op", "operative"), ("pp", "preambular")):
            for rank, raw in enumerate(entry[part]):
                for spelling in expand(raw.removeprefix("~")):
                    words = shell.words_of(spelling)
                    form = collected.setdefault(
                        words, {"ranks": {}, "repeated": False, "operative": False, "preambular": False}
                    )
                    best = form["ranks"].get(concept, (999, 0))
                    form["ranks"][concept] = min(best, (rank, order))
                    form["repeated"] |= raw.startswith("~")
                    form[key] = True
    strong = _strong_words(shell)
    by_first: dict[str, list[Form]] = {}
    for words, form in collected.items():
        ranked = tuple(sorted(form["ranks"], key=lambda c: form["ranks"][c]))
        by_first.setdefault(words[0], []).append(
            Form(
                words,
                ranked,
                form["repeated"],
                form["operative"],
                form["preambular"],
                int(known[ranked[0]].kind not in ACTS and strong(words)),
            )
        )
    return {first: tuple(sorted(forms, key=lambda f: -len(f.words))) for first, forms in by_first.items()}


def _strong_words(shell: Language) -> Callable[[Sequence[str]], bool]:
    """Tells whether a form holds one of the words that make it strong ("grave", "full")."""
    section = shell.data.get("strength", {})
    single = {fold_plain(w) for w in section.get("words", ())}
    if shell.spaced:
        return lambda words: not single.isdisjoint(words)
    return lambda words: any(w in "".join(words) for w in single)


def _adverbs(shell: Language) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role, phrases in shell.data["adverbs"].items():
        for raw in phrases:
            for phrase in expand(raw):
                words = shell.words_of(phrase)
                by_first.setdefault(words[0], []).append((words, role))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in by_first.items()}
