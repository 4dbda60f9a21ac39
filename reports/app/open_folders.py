"""The open folders of the application: folders under review, each opened in the background, known by an address that stays."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from corpora.errors import InputError
from reports.app.background import BackgroundWork
from reports.app.places import Recent, RecentWork
from reports.app.review_session import ReviewSession
from reports.pipeline.progress import ProgressCallback
from reports.pipeline.run_options import RunOptions
from reports.project.layout import Project
from reports.project.sorting import project_of_any

_NEARLY = 0.97
"""The share that is shown at most while work goes on: the number of its steps is known beforehand only about."""
Opening = Callable[["OpenFolder", ProgressCallback], ReviewSession]
"""What opens a folder: its documents read, aligned and checked."""


def key_of(folder: Path, chosen: str) -> str:
    """The name of a folder in addresses: the same for the same folder and resolution, on every start."""
    return hashlib.sha256(f"{folder.resolve()}\0{chosen}".encode("utf-8", "surrogateescape")).hexdigest()[:16]


class OpenFolder(BackgroundWork):
    """A folder that is being opened, is open, or cannot be."""

    def __init__(self, folder: Path, chosen: str, title: str) -> None:
        self.folder, self.chosen = folder.resolve(), chosen
        super().__init__(str(self.folder))
        self.title = title or chosen or self.folder.name
        self.key = key_of(folder, chosen)
        self.opened: ReviewSession | None = None

    def begin(self, opening: Opening) -> None:
        """Open it in a thread of its own."""

        def work(tell: ProgressCallback) -> None:
            self.opened = opening(self, tell)

        self._begin(work, f"entry {self.key}")

    def _problem_of_stopping(self) -> InputError:
        return InputError(self.title, "was stopped", hint="open it again")

    @property
    def share(self) -> float | None:
        """About how much of the work is done, from 0 to 1; None where that is not known."""
        return min(super().share or 0.0, _NEARLY) if self.steps else None

    def session(self) -> ReviewSession:
        """The review, once it is open. Raises InputError where it cannot be opened."""
        self.wait()
        if self.opened is None:
            raise self.problem or InputError(str(self.folder), "cannot be opened")
        return self.opened


class OpenFolders:
    """All open folders of one server. Only folders that were opened by the user, now or before, have an address."""

    def __init__(self, memory: RecentWork, options: Callable[[Path], RunOptions], ui: str, reviser: str) -> None:
        self.memory, self.options, self.ui, self.reviser = memory, options, ui, reviser
        self._folders: dict[str, OpenFolder] = {}
        self._lock = threading.Lock()

    def open(self, folder: Path, chosen: str = "", title: str = "") -> OpenFolder:
        """A folder; where it is not open yet, or could not be opened, it is begun, as ``title`` meanwhile."""
        key = key_of(folder, chosen)
        with self._lock:
            entry = self._folders.get(key)
            if entry is None or entry.problem is not None:
                entry = self._folders[key] = OpenFolder(folder, chosen, title)
                entry.begin(self._opening)
        return entry

    def entry(self, key: str) -> OpenFolder | None:
        """The folder of an address; one of recent work is opened again."""
        found = self._folders.get(key)
        if found is not None:
            return found
        for work in self.memory.recent():
            folder = Path(work.folder)
            if key_of(folder, work.chosen) == key and folder.is_dir():
                return self.open(folder, work.chosen, work.symbol)
        return None

    def call(self, name: str) -> None:
        """Say who decides, here and from now on."""
        self.reviser = name
        self.memory.keep(reviser=name)
        for entry in self._folders.values():
            if entry.opened is not None:
                entry.opened.reviser = name

    def remember(self, entry: OpenFolder) -> None:
        """Note how far a folder is."""
        session = entry.opened
        if session is not None:
            about = session.about()
            self.memory.remember(
                Recent(
                    folder=str(entry.folder),
                    chosen=entry.chosen,
                    symbol=about.symbol,
                    languages=" ".join(about.languages),
                    related=", ".join(about.related),
                    opened=datetime.now(UTC).isoformat(timespec="seconds"),
                    findings=about.findings,
                    decided=about.decided,
                )
            )

    def _opening(self, entry: OpenFolder, on_progress: ProgressCallback) -> ReviewSession:
        options = self.options(entry.folder)
        entry.steps = _steps_of(project_of_any(entry.folder, options.settings.pivot, entry.chosen or None))
        session = ReviewSession(
            entry.folder, options, self.ui, self.reviser, chosen=entry.chosen or None, on_progress=on_progress
        )
        entry.opened = session
        self.remember(entry)
        return session


def _steps_of(project: Project) -> int:
    """About how often a folder that is opened tells what it does: each file read, each pair and the versions compared, the page."""
    related = sum(max(len(entry.versions), 1) for entry in project.related)
    changes = len(project.versions) - 1 if project.related else 0
    return len(project.versions) + related + len(project.related) + changes + 2
