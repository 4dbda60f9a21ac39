"""Fixtures: the sample, read once; a folder of the tests' own, which parallel workers share. What takes long is to be marked."""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

# Before anything is imported: tests neither read nor fill the user's cache and log, and workers side by side do not fight for
# threads. A worker of pytest-xdist finds the folder that the first process made.
os.environ["HEXAPLA_TESTS"] = (
    os.environ["HEXAPLA_TESTS"] if "PYTEST_XDIST_WORKER" in os.environ else tempfile.mkdtemp(prefix="hexapla-tests-")
)
if "PYTEST_XDIST_WORKER" not in os.environ:
    # The first process clears away what it and its workers have kept, and as the last of all: some is written when a process ends.
    atexit.register(shutil.rmtree, os.environ["HEXAPLA_TESTS"], ignore_errors=True)
os.environ["HEXAPLA_CACHE"] = os.environ["HEXAPLA_TESTS"] + "/cache"
os.environ["HEXAPLA_WORK"] = os.environ["HEXAPLA_TESTS"] + "/work" + os.environ.get("PYTEST_XDIST_WORKER", "")
os.environ["HEXAPLA_LIBRARY"] = "off"
os.environ["HEXAPLA_LOG"] = os.environ["HEXAPLA_TESTS"] + "/log" + os.environ.get("PYTEST_XDIST_WORKER", "")
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
os.environ["POLARS_MAX_THREADS"] = "1"
# Messages are in English unless a test asks for others, whoever runs it where.
os.environ["LC_ALL"] = "C.UTF-8"

import pytest

from align.encoders.weights import load_weights
from corpora.model import Resolution
from corpora.reading import read_resolution
from tests.support.sample import LANGUAGES, RECORD, SAMPLE, sample_text

HOME = Path(os.environ["HEXAPLA_TESTS"])
WORKER = "PYTEST_XDIST_WORKER" in os.environ


UNMARKED_SECONDS = 1.5
"""What a test may take, in seconds of the processor, its programs included, and not be marked as slow: thrice the half second
of the mark, since the first test of a worker loads what the others use, and a busy machine takes longer."""


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    start = _processor_seconds()
    result = yield
    item.user_properties.append(("processor seconds", _processor_seconds() - start))
    return result


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that make ``make check`` slow and are not marked as such."""
    for report in terminalreporter.getreports("passed"):
        took = dict(report.user_properties).get("processor seconds", 0.0)
        if report.when == "call" and took > UNMARKED_SECONDS and not {"slow", "whole"} & set(report.keywords):
            terminalreporter.write_line(f"{took:.1f} s of the processor: mark as slow, or make faster: {report.nodeid}")


@pytest.fixture(scope="session", autouse=WORKER)
def unpacked_weights() -> Iterator[None]:
    """Of the workers one unpacks the encoder's weights, and the others wait for it."""
    with (HOME / "weights.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        load_weights()
    yield


@pytest.fixture(scope="session")
def sample() -> dict[str, Resolution]:
    return {code: sample_text(code) for code in LANGUAGES}


@pytest.fixture(scope="session")
def specimen() -> Resolution:
    return read_resolution(SAMPLE / "2003-900.fr.md")


@pytest.fixture(scope="session")
def record() -> Path:
    if not RECORD.is_dir():
        pytest.skip("../shared/record is not here: the real record is not checked")
    return RECORD
