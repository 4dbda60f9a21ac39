"""An end to a request, however slowly the other side goes on: time-outs of a client count from byte to byte.

A server that sends a byte every second, or one interim answer after another, never runs into those.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any


class Deadline:
    """Ends the connection of a request when its time is up. ``extensions`` go with the request (httpx, "trace")."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.expired = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []

    @property
    def extensions(self) -> dict[str, Any]:
        """What to send a request with, so that its connections are known here."""
        return {"trace": self._trace}

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time runs while the block does."""
        timer = threading.Timer(max(0.0, self.seconds), self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with self._lock:
                for one in self._sockets:
                    one.close()
                self._sockets.clear()

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        if not event.endswith("connect_tcp.complete"):
            return
        found = info["return_value"].get_extra_info("socket")
        with self._lock:
            # A handle of our own: wrapping the connection for TLS gives the first one up.
            self._sockets.append(found.dup())
        if self.expired:
            self._end()

    def _end(self) -> None:
        self.expired = True
        with self._lock:
            for one in self._sockets:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
