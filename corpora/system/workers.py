"""Processes that work for this one and end with it: when they are told to, when it is interrupted, and when it is killed.

Each worker holds one end of a pipe whose other end this process alone has. However this process ends, the system closes that end;
the worker sees it and ends at once, in the middle of whatever it does: what it leaves half written is what a kill leaves.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from types import FrameType, TracebackType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_ENDED = 1
"""The exit status of a worker that ends with its parent; nobody is left to read it."""
_BY_SIGNAL = 128
"""What a shell adds to the number of the signal by which a program was ended."""
_ORDERS_TO_END = ("SIGTERM", "SIGHUP")
"""What a batch system, or a terminal that is closed, ends a program with; Windows has no SIGHUP."""


def _nothing() -> None:
    """What a worker does first unless told otherwise."""


class Workers:
    """``count`` processes that are begun anew: forked ones would copy the locks of threads that are not in them.

    ``first`` is a function of a module that each worker calls before its work. As a context: the workers end when their work is
    done where the block does, and at once where it raises.
    """

    def __init__(self, count: int, first: Callable[[], None] = _nothing) -> None:
        held, self._leash = get_context("spawn").Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_begin, initargs=(held, first)
        )

    def submit(self, work: Callable[P, R], *given: P.args, **named: P.kwargs) -> Future[R]:
        """A piece of work. Raises BrokenProcessPool where a worker has died."""
        with _deaf_to_interrupts():
            return self._executor.submit(work, *given, **named)

    def close(self) -> None:
        """Wait for what is under way; what was not begun is not done."""
        self._executor.shutdown(cancel_futures=True)
        self._leash.close()

    def end(self) -> None:
        """End all workers at once, and return when they have ended."""
        self._leash.close()
        self._executor.shutdown(cancel_futures=True)

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.end()


def _begin(held: Connection, first: Callable[[], None]) -> None:
    """What a new worker does before its first piece of work."""
    # Ctrl+C reaches all processes of a terminal: the first of them ends the others, and says so once.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def wait() -> None:
        with suppress(EOFError, OSError):
            held.recv_bytes()
        os._exit(_ENDED)

    Thread(target=wait, daemon=True).start()
    first()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process that is begun in the block never hears Ctrl+C, not while it loads either; this one hears it after the block."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """While the block runs, an order to end unwinds it as Ctrl+C does: SystemExit with 128 and the number of the signal.

    A second order ends the process as it is. What the caller has set for a signal stays (``nohup`` ignores SIGHUP). For the main thread.
    """

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        raise SystemExit(_BY_SIGNAL + number)

    orders = [getattr(signal, name) for name in _ORDERS_TO_END if hasattr(signal, name)]
    mine = [order for order in orders if signal.getsignal(order) == signal.SIG_DFL]
    for order in mine:
        signal.signal(order, end)
    try:
        yield
    finally:
        for order in mine:
            signal.signal(order, signal.SIG_DFL)
