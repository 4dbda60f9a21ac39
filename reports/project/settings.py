"""What a user sets in ``hexapla.toml`` beside the documents: which findings to show, how grave, rules, glossaries."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from corpora.errors import InputError
from corpora.languages import available
from corpora.resources.addresses import BASE_HINT, Addresses, address_fault, base_fault
from corpora.resources.glossary import Term, read_glossary
from reports.findings.model import Severity
from reports.project.user_patterns import UserPattern, user_pattern

SETTINGS = "hexapla.toml"
BASELINE = "hexapla-baseline.json"
_KEYS = {
    "pivot", "submission", "related", "select", "extend-select", "ignore", "severity", "per-path", "rule", "glossary",
    "baseline", "library", "fetch", "terms", "translation-model", "ui",
}  # fmt: skip
TERM_CHECKS = ("D401", "D402")
"""Consistency of terms: these run where ``terms = true`` or ``--terms`` asks for them, or their codes are named."""
_FETCH_KEYS = {"documents", "metadata", "base"}
_CODE = re.compile(r"[A-Z][A-Z0-9]*")
_SEVERITIES = {s.label: s for s in Severity}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the user's own: where ``pattern`` stands in ``language``, a counterpart must or must not stand.

    ``counterpart`` is looked for in ``counterpart_language``'s text of the same row; ``required`` says which of the two.
    A rule without a counterpart forbids the pattern itself.
    """

    code: str
    language: str
    pattern: UserPattern
    counterpart_language: str | None
    counterpart: UserPattern | None
    required: bool
    severity: Severity
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for the documents whose name matches ``glob``."""

    glob: str
    ignore: tuple[str, ...]
    severity: Mapping[str, Severity]


@dataclass(frozen=True, slots=True)
class Settings:
    """``select`` and ``ignore`` hold codes or their beginnings ("D2"); where ``select`` is empty, the default set holds.

    ``skip`` holds codes that do not run unless they are named in ``select`` or ``extend_select``.
    """

    pivot: str = "fr"
    submission: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    paths: tuple[PathSettings, ...] = ()
    rules: tuple[Rule, ...] = ()
    terms: tuple[Term, ...] = ()
    baseline: Path | None = None
    adopted: Path | None = None
    addresses: Addresses = field(default_factory=Addresses)
    skip: tuple[str, ...] = ()
    translation: Path | None = None
    """The folder of a translation model, which D503 asks."""

    def asks(self, code: str, *, default: bool = True) -> int:
        """How closely findings of this code are asked for, 0 where they are not.

        ``default`` is whether they are where nothing is said.
        """
        wanted = _longest(code, self.select) if self.select else int(default and code not in self.skip)
        return max(wanted, _longest(code, self.extend_select))

    def shows(self, code: str, *, default: bool = True) -> bool:
        """Whether findings of this code are shown: asked for, and not more closely ignored."""
        wanted, ignored = self.asks(code, default=default), _longest(code, self.ignore)
        return wanted > 0 and (not ignored or (bool(self.extend_select or self.select) and wanted > ignored))

    def severity_of(self, code: str, names: Sequence[str]) -> Severity | None:
        """The severity that the user gave a code, for documents of these names; None where he gave none."""
        tables = [p.severity for p in self.paths if _matches(p.glob, names)]
        for table in (*tables, self.severity):
            best = max((key for key in table if code.startswith(key)), key=len, default=None)
            if best is not None:
                return table[best]
        return None

    def ignored_for(self, code: str, names: Sequence[str]) -> str | None:
        """The glob under which a code is ignored for documents of these names, or None."""
        return next((p.glob for p in self.paths if _matches(p.glob, names) and _longest(code, p.ignore)), None)


def _longest(code: str, prefixes: Sequence[str]) -> int:
    return max((len(p) for p in prefixes if code.startswith(p)), default=0)


def _matches(glob: str, names: Sequence[str]) -> bool:
    return any(fnmatchcase(name, glob) or fnmatchcase(Path(name).name, glob) for name in names)


def settings_beside(path: Path) -> Settings:
    """The settings of the nearest ``hexapla.toml``: in the folder of ``path`` or one above it; else the default ones."""
    start = path if path.is_dir() else path.parent
    for folder in (start, *start.resolve().parents):
        if (folder / SETTINGS).is_file():
            return read_settings(folder / SETTINGS)
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings in a file. Raises InputError that names the entry at fault."""
    return _Parser(path, load_toml(path)).settings()


def load_toml(path: Path) -> dict[str, object]:
    """A TOML file as a dictionary, empty where the file is not there. Raises InputError for broken TOML."""
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(str(path), f"is not valid TOML ({error})", hint="see docs/files.md") from error


class _Parser:
    def __init__(self, path: Path, data: Mapping[str, object]) -> None:
        self.path, self.data = path, data

    def fail(self, problem: str, hint: str = "see docs/files.md") -> InputError:
        return InputError(str(self.path), problem, hint=hint)

    def settings(self) -> Settings:
        """Its entries, checked; ``ui`` is the command line's (reports.messages.lines)."""
        self._text("ui", self.data.get("ui", ""))
        unknown = sorted(set(self.data) - _KEYS)
        if unknown:
            raise self.fail(f"unknown setting {unknown[0]!r}", f"known are {', '.join(sorted(_KEYS))}")
        submission = self.data.get("submission")
        folder = self.path.parent
        default = folder / BASELINE
        return Settings(
            pivot=self._language("pivot", self.data.get("pivot", "fr")),
            submission=self._language("submission", submission) if submission is not None else None,
            select=self._codes(self.data, "select"),
            extend_select=(*self._codes(self.data, "extend-select"), *(TERM_CHECKS if self._flag("terms") else ())),
            ignore=self._codes(self.data, "ignore"),
            severity=self._severities(self.data.get("severity", {})),
            paths=tuple(self._path(glob, entry) for glob, entry in self._table("per-path").items()),
            rules=tuple(self._rule(i, entry) for i, entry in enumerate(self._list("rule"), 1)),
            terms=tuple(t for name in self._strings(self.data, "glossary") for t in read_glossary(folder / name)),
            baseline=self._place("baseline") or (default if default.exists() else None),
            adopted=self._place("library"),
            addresses=self._addresses(),
            translation=self._place("translation-model"),
        )

    def _addresses(self) -> Addresses:
        """Where documents are asked for: ``[fetch]`` with documents, metadata, and the base of both."""
        table, known = self._table("fetch"), Addresses()
        if unknown := sorted(set(table) - _FETCH_KEYS):
            raise self.fail(f"fetch: unknown setting {unknown[0]!r}", f"known are {', '.join(sorted(_FETCH_KEYS))}")
        documents = self._strings(table, "documents") or tuple(known.documents)
        metadata = self._text("fetch: metadata", table.get("metadata", known.metadata))
        for pattern in (*documents, metadata):
            if fault := address_fault(pattern):
                raise self.fail(f"fetch: {pattern!r} {fault}", "write https://docs.un.org/{language}/{symbol}")
        base = self._text("fetch: base", table["base"]) if "base" in table else None
        if base is not None and (fault := base_fault(base)):
            raise self.fail(f"fetch: {base!r} {fault}", BASE_HINT)
        return Addresses(documents, metadata).at(base)

    def _text(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fail(f"{name} = {value!r}", "write a string")
        return value

    def _place(self, name: str) -> Path | None:
        """A file or folder that is named from where the settings lie; None where none is."""
        return self.path.parent / self._text(name, self.data[name]) if name in self.data else None

    def _flag(self, name: str) -> bool:
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            raise self.fail(f"{name} = {value!r}", "write true or false")
        return value

    def _language(self, name: str, value: object) -> str:
        if value not in available():
            raise self.fail(
                f"{name} = {value!r} is no language that is covered", f"covered are {', '.join(available())}"
            )
        return str(value)

    def _table(self, name: str) -> Mapping[str, object]:
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.fail(f"{name} is no table", f"write [{name}]")
        return value

    def _list(self, name: str) -> Sequence[object]:
        value = self.data.get(name, [])
        if not isinstance(value, list):
            raise self.fail(f"{name} is no list", f"write [[{name}]]")
        return value

    def _strings(self, table: Mapping[str, object], name: str) -> tuple[str, ...]:
        value = table.get(name, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.fail(f"{name} = {value!r}", f'write {name} = ["…", "…"]')
        return tuple(value)

    def _codes(self, table: Mapping[str, object], name: str) -> tuple[str, ...]:
        codes = self._strings(table, name)
        for code in codes:
            if not _CODE.fullmatch(code):
                raise self.fail(
                    f"{name}: {code!r} is no finding code", 'write a code or its beginning, such as "D305" or "D3"'
                )
        return codes

    def _severities(self, table: object) -> dict[str, Severity]:
        if not isinstance(table, dict):
            raise self.fail("severity is no table", 'write [severity] and D305 = "minor"')
        for code, level in table.items():
            if not _CODE.fullmatch(code) or level not in _SEVERITIES:
                raise self.fail(f"severity: {code} = {level!r}", f"severities are {', '.join(_SEVERITIES)}")
        return {code: _SEVERITIES[level] for code, level in table.items()}

    def _path(self, glob: str, entry: object) -> PathSettings:
        if not isinstance(entry, dict):
            raise self.fail(f"per-path: {glob!r} is no table", f'write [per-path."{glob}"]')
        return PathSettings(glob, self._codes(entry, "ignore"), self._severities(entry.get("severity", {})))

    def _rule(self, number: int, entry: object) -> Rule:
        where = f"[[rule]] number {number}"
        if not isinstance(entry, dict) or "pattern" not in entry or "reason" not in entry:
            raise self.fail(f"{where} lacks a pattern or a reason")
        code = self._text("code", entry.get("code", f"R{number:03d}"))
        if not _CODE.fullmatch(code) or code[0] in "DML":
            raise self.fail(f"{where}: code {code!r}", "choose a code such as R001, not one that begins with D, L or M")
        if "required" in entry and "forbidden" in entry:
            raise self.fail(f"{where} has both a required and a forbidden counterpart", "write two rules")
        counterpart = entry.get("required", entry.get("forbidden"))
        other = entry.get("in")
        if counterpart is not None and other is None:
            raise self.fail(f"{where} names no language of the counterpart", 'write in = "en"')
        severity = entry.get("severity", "minor")
        if severity not in _SEVERITIES:
            raise self.fail(f"{where}: severity {severity!r}", f"severities are {', '.join(_SEVERITIES)}")
        reason = entry["reason"]
        reasons = (
            {ui: str(reason.get(ui) or next(iter(reason.values()))) for ui in dict.fromkeys(("fr", "en", *reason))}
            if (isinstance(reason, dict) and reason)
            else {"fr": str(reason), "en": str(reason)}
        )
        return Rule(
            code=code,
            language=self._language(f"{where}: language", entry.get("language", self.data.get("pivot", "fr"))),
            pattern=self._pattern(where, entry["pattern"]),
            counterpart_language=self._language(f"{where}: in", other) if other is not None else None,
            counterpart=self._pattern(where, counterpart) if counterpart is not None else None,
            required="required" in entry,
            severity=_SEVERITIES[severity],
            reason=reasons,
        )

    def _pattern(self, where: str, text: object) -> UserPattern:
        try:
            return user_pattern(self._text(f"{where}: pattern", text), f"{self.path}, {where}")
        except ValueError as error:
            raise self.fail(
                f"{where}: {str(text)[:60]!r} is no regular expression ({error})", "see docs/files.md"
            ) from error
