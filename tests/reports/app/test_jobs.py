"""Work behind a page: told, stopped, done once, and what goes wrong in it is one line."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from corpora.errors import InputError
from reports.app import jobs as module
from reports.app.background import StoppedError
from reports.app.jobs import CHECKING, Made, PageJob, PageJobs, PagePlan, key_of_job, turn
from reports.pipeline.progress import ProgressCallback

SOON = 10.0


def plan(work: Callable[[ProgressCallback], Made], key: str = "k", steps: int = 0) -> PagePlan:
    return PagePlan(key, "a title", work, steps)


def ended(job: PageJob) -> PageJob:
    assert job.wait(SOON)
    return job


def test_a_job_says_how_far_it_is_and_is_done_once() -> None:
    begun, go_on, times = threading.Event(), threading.Event(), []

    def work(tell: ProgressCallback) -> Made:
        times.append(1)
        tell("fr.md")
        tell("fr.md")
        tell("en.md")
        begun.set()
        go_on.wait(SOON)
        return Made("page")

    jobs = PageJobs()
    job = jobs.ask(plan(work, steps=4))
    assert begun.wait(SOON)
    assert (job.stage, job.share, job.is_done) == ("en.md", 0.25, False)
    assert jobs.ask(plan(work, steps=4)) is job
    go_on.set()
    assert ended(job).made == Made("page") and jobs.ask(plan(work)) is job and times == [1]


def test_a_job_is_stopped_before_its_next_step_and_can_be_begun_again() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(tell: ProgressCallback) -> Made:
        tell("one")
        begun.set()
        go_on.wait(SOON)
        tell("two")
        raise AssertionError("went on after it was stopped")

    jobs = PageJobs()
    job = jobs.ask(plan(work))
    assert begun.wait(SOON)
    job.stop()
    go_on.set()
    assert ended(job).made is None and job.problem is None
    again = jobs.ask(plan(lambda _: Made("page")))
    assert again is not job and ended(again).made == Made("page")


def test_what_waits_its_turn_can_be_stopped() -> None:
    def work(tell: ProgressCallback) -> Made:
        with turn(tell, "waits"):
            raise AssertionError("came to its turn")

    with CHECKING:
        job = PageJobs().ask(plan(work))
        assert not job.wait(0.3) and job.stage == "waits"
        job.stop()
        assert ended(job).problem is None
    assert CHECKING.acquire(timeout=SOON)
    CHECKING.release()


@pytest.mark.parametrize("error", [InputError("a.md", "is empty"), OSError(28, "No space left on device", "/x/a.md")])
def test_what_goes_wrong_is_one_line_and_is_tried_again(error: Exception) -> None:
    def work(_: ProgressCallback) -> Made:
        raise error

    jobs = PageJobs()
    job = ended(jobs.ask(plan(work)))
    assert job.problem is not None and "\n" not in str(job.problem) and "a.md" in str(job.problem)
    assert jobs.ask(plan(lambda _: Made("page"))) is not job


def test_jobs_have_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_UNDER_WAY", 2)
    monkeypatch.setattr(module, "_KEPT", 1)
    go_on = threading.Event()

    def work(_: ProgressCallback) -> Made:
        go_on.wait(SOON)
        return Made("page")

    jobs = PageJobs()
    held = [jobs.ask(plan(work, key)) for key in ("a", "b")]
    with pytest.raises(InputError, match="too much is under way"):
        jobs.ask(plan(work, "c"))
    go_on.set()
    for job in held:
        ended(job)
    ended(jobs.ask(plan(work, "d")))
    ended(jobs.ask(plan(work, "e")))
    assert jobs.job("a") is None and jobs.job("e") is not None


def test_a_key_depends_on_all_that_it_is_made_of() -> None:
    assert key_of_job("a", 1) == key_of_job("a", 1) != key_of_job("a", 2) != key_of_job("b", 2)
    assert issubclass(StoppedError, BaseException) and not issubclass(StoppedError, Exception)
