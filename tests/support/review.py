"""The review as a process of its own; decisions as tests make them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from reports.app.open_folders import OpenFolder, OpenFolders
from reports.app.places import RecentWork
from reports.app.review_session import ReviewSession
from reports.app.server import HOST
from reports.decisions.decisions import Subject, decision_event
from reports.decisions.journal import JOURNAL, Event, Journal
from reports.pipeline.run_options import RunOptions
from tests.support.sample import SAMPLE

ONE = Subject("aa", "D305", ("fr", "en"), "p1", "versions")


SAME_WORDS = Subject("bb", "D305", ("fr", "es"), "p1", "versions")


OTHER = Subject("ee", "D201", ("fr", "en"), "p1", "versions")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """French and the two drift copies: a folder with findings, small enough to check often."""
    made = tmp_path / "docs"
    made.mkdir()
    shutil.copy(SAMPLE / "fr.md", made)
    for code in ("en", "es"):
        shutil.copy(SAMPLE / "drift" / f"{code}.md", made)
    return made


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / JOURNAL)


def decide(journal: Journal, subject: Subject, decision: str, scope: str = "one", who: str = "Ana") -> Event:
    return journal.add(decision_event(subject, decision, scope, "because", who))


TOKEN, PORT = "t0ken-of-a-test", 4711


HOME = f"http://{HOST}:{PORT}"


def open_folders_in(home: Path, reviser: str = "Ana") -> OpenFolders:
    """The open folders of an application that keeps what is its own in ``home``."""
    return OpenFolders(RecentWork(home), lambda _: RunOptions(), "en", reviser)


def open_folder_of(open_folders: OpenFolders, folder: Path) -> tuple[OpenFolder, ReviewSession]:
    """The folder of a folder, once it is open."""
    entry = open_folders.open(folder)
    return entry, entry.session()


def started(folder: Path, reviser: str = "Ana", work: Path | None = None) -> tuple[subprocess.Popen[str], str]:
    """The command as a process of its own, the folder open; returns it with the address that it prints."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "reports.cli",
            "review",
            str(folder),
            "--no-open",
            *(["--reviser", reviser] if reviser else []),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **({"HEXAPLA_WORK": str(work)} if work else {})},
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith(f"http://{HOST}:")
    httpx.get(f"{address}api/state", timeout=600).raise_for_status()
    return process, address
