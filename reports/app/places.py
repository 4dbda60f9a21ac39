"""Where the application keeps what is its own: texts that were dropped, recent work, its address, the name of who decides.

Everything lies below one folder of the user's own data; ``HEXAPLA_WORK`` names another.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_data_path

from corpora.io import write_whole
from corpora.system.locking import locked

VARIABLE = "HEXAPLA_WORK"
"""The variable of the environment that names the folder."""
_RECENT, _SELF = "recent.json", "application.json"
_KEPT = 40
"""Pieces of recent work that are remembered."""
_HINT = f"set {VARIABLE} to a folder that can be written to"
_NOBODY = frozenset({"root", "admin", "administrator", "user", "nobody", "guest", ""})
"""Login names that say nothing of who decides."""


def work_folder() -> Path:
    """The application's own folder."""
    stated = os.environ.get(VARIABLE, "")
    return Path(stated) if stated else user_data_path("hexapla") / "work"


@dataclass(frozen=True, slots=True)
class Recent:
    """A piece of work: its folder, the resolution chosen of several (``chosen``), what it is, how far it is."""

    folder: str
    chosen: str = ""
    symbol: str = ""
    languages: str = ""
    related: str = ""
    opened: str = ""
    findings: int = 0
    decided: int = 0


class RecentWork:
    """What the application remembers from one start to the next."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def recent(self) -> list[Recent]:
        """Recent work, the latest first; what stands in a file that was damaged is forgotten."""
        known = {field.name for field in fields(Recent)}
        entries = _json(self.home / _RECENT).get("recent")
        listed = entries if isinstance(entries, list) else []
        found = [entry for entry in listed if isinstance(entry, dict) and isinstance(entry.get("folder"), str)]
        return [Recent(**{name: value for name, value in entry.items() if name in known}) for entry in found]

    def remember(self, work: Recent) -> None:
        """Put a piece of work at the head; of one folder and resolution there is one entry."""
        with locked(self.home / f".{_RECENT}.lock"):
            rest = [r for r in self.recent() if (r.folder, r.chosen) != (work.folder, work.chosen)]
            entries = [asdict(entry) for entry in [work, *rest][:_KEPT]]
            write_whole(self.home / _RECENT, json.dumps({"recent": entries}, ensure_ascii=False, indent=1), hint=_HINT)

    def forget(self, folder: str) -> None:
        """Take a folder out of recent work; nothing in it is touched."""
        with locked(self.home / f".{_RECENT}.lock"):
            entries = [asdict(entry) for entry in self.recent() if entry.folder != folder]
            write_whole(self.home / _RECENT, json.dumps({"recent": entries}, ensure_ascii=False, indent=1), hint=_HINT)

    def own(self, name: str) -> str:
        """A word that the application remembers of itself, such as its token; "" where it has none."""
        value = _json(self.home / _SELF).get(name, "")
        return value if isinstance(value, str) else ""

    def keep(self, **words: str) -> None:
        """Remember words; the file is for this user alone."""
        with locked(self.home / f".{_SELF}.lock"):
            kept = {**_json(self.home / _SELF), **words}
            write_whole(self.home / _SELF, json.dumps(kept, ensure_ascii=False, indent=1), hint=_HINT)
            (self.home / _SELF).chmod(0o600)


def name_of_login(login: str) -> str:
    """A login as the name of who decides; "" where it is a machine's and not a person's."""
    return "" if login.strip().lower() in _NOBODY else login.strip()


def _json(path: Path) -> Mapping[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        # Absent, or damaged: remembering nothing is right, and the next word written makes it whole.
        return {}
    return data if isinstance(data, dict) else {}
