"""Connections that say nothing are closed: a browser that went away, or one that opens hundreds and sends no request."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""Seconds that a connection may be open without a whole request's head; a browser sends it at once."""


class PatientProtocol(H11Protocol):
    """uvicorn's protocol with a time-out for the head of a request; uvicorn itself has one only between two requests."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """As uvicorn's; the connection is looked at now and then from here on."""
        super().connection_made(transport)
        self._waiting_since = self.loop.time()
        self._look()

    def _look(self) -> None:
        if self.transport.is_closing():
            return
        if self.cycle is not None and not self.cycle.response_complete:
            self._waiting_since = self.loop.time()
        elif self.loop.time() - self._waiting_since >= PATIENCE:
            self.transport.close()
            return
        self.loop.call_later(PATIENCE / 4, self._look)
