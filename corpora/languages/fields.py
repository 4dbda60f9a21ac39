"""The kinds of value that a language data file holds, and the one way to read a section of them.

A section is a frozen dataclass; each of its attributes is a key of the TOML section and says with ``key`` how its value is
checked. A key that no attribute names, one that is missing, a value of another kind, or a pattern that does not compile is a
``LanguageDataError`` which names file, section and key.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from corpora.errors import InputError
from corpora.text.folding import fold_pattern, fold_plain
from corpora.text.patterns import compiled

_T = TypeVar("_T")
Pattern = re.Pattern[str]


class LazyPattern:
    """A regular expression that is compiled when it is first used: a run needs a few of the thousand that six languages have."""

    def __init__(self, raw: str, flags: int) -> None:
        self.pattern = raw
        self.asked_flags = flags

    def __getattr__(self, name: str) -> Any:
        made = compiled(self.pattern, self.asked_flags)
        # From now on its methods are those of the compiled one, without a way round.
        for method in (
            "search",
            "match",
            "fullmatch",
            "finditer",
            "findall",
            "split",
            "sub",
            "subn",
            "flags",
            "groups",
            "groupindex",
        ):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


class LanguageDataError(InputError):
    """A language data file that does not hold what it must."""


@dataclass(frozen=True, slots=True)
class DataPlace:
    """Where in a data file a value stands: ``fr.toml, [negation] patterns[0]``.

    ``trusted`` says that the file comes with the program, whose tests compile all its patterns: they need not be compiled to be checked.
    """

    file: str
    section: str = ""
    key: str = ""
    trusted: bool = False

    def at(self, key: str) -> DataPlace:
        """A key of this section, or one below this key."""
        if self.key and not self.section:
            return DataPlace(self.file, self.key, key, self.trusted)
        return DataPlace(self.file, self.section, f"{self.key}.{key}" if self.key else key, self.trusted)

    def item(self, index: int) -> DataPlace:
        """One value of the list at this key."""
        return DataPlace(self.file, self.section, f"{self.key}[{index}]", self.trusted)

    def fault(self, problem: str, hint: str = "") -> LanguageDataError:
        """The error that says what is wrong here."""
        section = f"[{self.section}]" if self.section else ""
        return LanguageDataError(self.file, problem, place=f"{section} {self.key}".strip(), hint=hint)


Read = Callable[[object, DataPlace], _T]
"""Checks one value and gives it its type. Raises LanguageDataError with the place of what is wrong."""


def key(reader: Read[_T]) -> _T:
    """An attribute whose key every file must have."""
    found: object = dataclasses.field(metadata={"reader": reader})
    return cast(_T, found)


def optional(reader: Read[_T], default: _T) -> _T:
    """An attribute whose key a file may leave out."""
    return dataclasses.field(default=default, metadata={"reader": reader})


def optional_table(reader: Read[_T], *, fits: str = "") -> Mapping[str, _T]:
    """An attribute whose key is a table (see ``table``) that a file may leave out, empty then."""
    found: object = dataclasses.field(default_factory=dict, metadata={"reader": table(reader, fits=fits)})
    return cast(Mapping[str, _T], found)


def section(kind: type[_T]) -> Read[_T]:
    """Reads a TOML table as the dataclass ``kind``."""

    def read(value: object, place: DataPlace) -> _T:
        entries = _entries(value, place)
        fields = {f.name: f for f in dataclasses.fields(cast(Any, kind))}
        strangers = [name for name in entries if name not in fields]
        found: dict[str, object] = {}
        for name, field in fields.items():
            if name in entries:
                found[name] = field.metadata["reader"](entries[name], place.at(name))
            elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                near = difflib.get_close_matches(name, strangers, n=1)
                raise place.at(name).fault("missing", hint=f"{near[0]} may be meant for it" if near else "")
        _refuse_unknown(entries, fields, place)
        return kind(**found)

    return read


def table(
    reader: Read[_T], keys: Callable[[], Collection[str]] | None = None, *, fits: str = ""
) -> Read[Mapping[str, _T]]:
    """Reads a TOML table whose keys are some of ``keys``, or match the regular expression ``fits``; else they are free."""

    def read(value: object, place: DataPlace) -> Mapping[str, _T]:
        entries = _entries(value, place)
        if keys is not None:
            _refuse_unknown(entries, keys(), place)
        for name in entries:
            if fits and not re.fullmatch(fits, name):
                raise place.at(name).fault("unknown key")
        return {name: reader(entry, place.at(name)) for name, entry in entries.items()}

    return read


def text(value: object, place: DataPlace) -> str:
    """A string, which may be empty."""
    if not isinstance(value, str):
        raise place.fault(f"must be a string, is {_kind(value)}")
    return value


def one_of(*choices: str) -> Read[str]:
    """One of some words."""

    def read(value: object, place: DataPlace) -> str:
        if value not in choices:
            raise place.fault(f"must be one of {', '.join(choices)}, is {value!r}")
        return str(value)

    return read


def flag(value: object, place: DataPlace) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise place.fault(f"must be true or false, is {_kind(value)}")
    return value


def whole(value: object, place: DataPlace) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise place.fault(f"must be a whole number, is {_kind(value)}")
    return value


def positive(value: object, place: DataPlace) -> float:
    """A number above zero."""
    if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
        raise place.fault(f"must be a number above 0, is {value!r}")
    return float(value)


def words(value: object, place: DataPlace) -> tuple[str, ...]:
    """A list of words or phrases as written; none of them empty."""
    if not isinstance(value, list):
        raise place.fault(f"must be a list, is {_kind(value)}")
    for i, word in enumerate(value):
        # The place is made for what is wrong alone: six languages have eight thousand words.
        if not isinstance(word, str) or not word:
            text(word, place.item(i))
            raise place.item(i).fault("is empty")
    return tuple(value)


def wholes(value: object, place: DataPlace) -> tuple[int, ...]:
    """A list of whole numbers."""
    if not isinstance(value, list):
        raise place.fault(f"must be a list, is {_kind(value)}")
    return tuple(whole(number, place.item(i)) for i, number in enumerate(value))


def endings(value: object, place: DataPlace) -> tuple[str, ...]:
    """A list of endings or beginnings of words; one of them may be empty."""
    if not isinstance(value, list):
        raise place.fault(f"must be a list, is {_kind(value)}")
    return tuple(text(ending, place.item(i)) for i, ending in enumerate(value))


def folded(value: object, place: DataPlace) -> tuple[str, ...]:
    """A list of words as ``corpora.text.folding`` folds them."""
    return tuple(fold_plain(word) for word in words(value, place))


def sentence(*names: str) -> Read[str]:
    """Reads a string in which each of ``names`` may stand in braces, and nothing else."""

    def read(value: object, place: DataPlace) -> str:
        raw = text(value, place)
        try:
            raw.format(**dict.fromkeys(names, ""))
        except (KeyError, ValueError, IndexError) as error:
            raise place.fault(f"may hold {{{'}, {'.join(names)}}} only") from error
        return raw

    return read


def months(value: object, place: DataPlace) -> Mapping[int, tuple[str, ...]]:
    """The names of the months, folded, by their number."""
    named = table(folded)(value, place)
    for name in named:
        if not (name.isdecimal() and 1 <= int(name) <= 12):
            raise place.at(name).fault("is no month, which are 1 to 12")
    for number in range(1, 13):
        if not named.get(str(number)):
            raise place.at(str(number)).fault("missing")
    return {int(name): names for name, names in named.items()}


def quotation_marks(value: object, place: DataPlace) -> tuple[str, ...]:
    """Pairs of quotation marks, each the opening and the closing one."""
    for i, pair in enumerate(pairs := words(value, place)):
        if len(pair) != 2:
            raise place.item(i).fault(f"must be an opening and a closing mark, is {pair!r}")
    return pairs


def pattern(flags: int = 0, *, fold: bool = False, groups: Collection[str] = ()) -> Read[Pattern]:
    """Reads a regular expression; ``fold`` writes its letters as folded text has them, ``groups`` are those it must name."""

    def read(value: object, place: DataPlace) -> Pattern:
        raw = text(value, place)
        found = _compiled(fold_pattern(raw) if fold else raw, place, flags)
        _need_groups(found, groups, place)
        return found

    return read


def pattern_or_none(flags: int = 0, *, fold: bool = False, groups: Collection[str] = ()) -> Read[Pattern | None]:
    """As ``pattern``; "" says that the language has none."""
    read_pattern = pattern(flags, fold=fold, groups=groups)

    def read(value: object, place: DataPlace) -> Pattern | None:
        return read_pattern(value, place) if text(value, place) else None

    return read


def patterns(*, fold: bool = False) -> Read[tuple[Pattern, ...]]:
    """Reads a list of regular expressions."""
    read_pattern = pattern(fold=fold)

    def read(value: object, place: DataPlace) -> tuple[Pattern, ...]:
        return tuple(read_pattern(raw, place.item(i)) for i, raw in enumerate(words(value, place)))

    return read


def template(placeholder: str, *, groups: Collection[str] = ()) -> Read[str]:
    """Reads a regular expression in which ``placeholder`` stands for words of another section; checked with a word for it."""

    def read(value: object, place: DataPlace) -> str:
        raw = text(value, place)
        _need_groups(_compiled(raw.replace(placeholder, "x"), place), groups, place)
        return raw

    return read


def templates(placeholder: str, *, groups: Collection[str] = ()) -> Read[tuple[str, ...]]:
    """Reads a list of such expressions."""
    read_template = template(placeholder, groups=groups)

    def read(value: object, place: DataPlace) -> tuple[str, ...]:
        return tuple(read_template(raw, place.item(i)) for i, raw in enumerate(words(value, place)))

    return read


def phrases(value: object, place: DataPlace) -> tuple[str, ...]:
    """A list of phrases; one that holds ``(?:`` is a regular expression, else ``(a|b)`` spells out alternatives."""
    found = words(value, place)
    for i, phrase in enumerate(found):
        if "(?:" in phrase:
            _compiled(fold_plain(phrase), place.item(i))
    return found


def _compiled(raw: str, place: DataPlace, flags: int = 0) -> Pattern:
    if place.trusted:
        return cast(Pattern, LazyPattern(raw, flags))
    try:
        return compiled(raw, flags)
    except re.error as error:
        raise place.fault(error.msg, hint="mend the regular expression") from error


def _need_groups(found: Pattern, groups: Collection[str], place: DataPlace) -> None:
    for name in () if place.trusted else groups:
        if name not in found.groupindex:
            raise place.fault(f"must have the group (?P<{name}>…)")


def _entries(value: object, place: DataPlace) -> dict[str, object]:
    if not isinstance(value, dict):
        raise place.fault(f"must be a table, is {_kind(value)}")
    return value


def _refuse_unknown(entries: Collection[str], known: Collection[str], place: DataPlace) -> None:
    for name in entries:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise place.at(name).fault("unknown key", hint=f"is {near[0]} meant?" if near else "")


def _kind(value: object) -> str:
    """What a value is, in TOML's words."""
    names = {
        str: "a string",
        bool: "a boolean",
        int: "a whole number",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), type(value).__name__)
