"""The application's server: bound to 127.0.0.1, a token in the address, no other origin accepted.

Host and origin are looked at before anything else, so that neither another site's page nor a name that was made to point
here (DNS rebinding) gets an answer. Without the token there is nothing to be seen.
"""

from __future__ import annotations

import hmac
import secrets
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpora.errors import InputError
from reports.app.connections import PatientProtocol
from reports.app.home_routes import home_routes
from reports.app.open_folders import OpenFolders
from reports.app.page_routes import page_routes
from reports.app.places import RecentWork
from reports.app.requests import failed, unusable
from reports.app.review_routes import review_routes
from reports.app.shelf import Shelf

HOST = "127.0.0.1"
_HEADERS = [
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]


def new_token() -> str:
    """A token that nobody guesses: 192 bits."""
    return secrets.token_urlsafe(24)


class Gate:
    """Lets through only requests to this host, from this origin, with the token."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self.app, self.token = app, token
        self.hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        await self.app(scope, receive, dressed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host not in self.hosts:
            return PlainTextResponse("wrong host\n", 421)
        origin = headers.get(b"origin", b"").decode("latin-1").lower()
        if origin and origin != f"http://{host}":
            return PlainTextResponse("wrong origin\n", 403)
        if scope["method"] not in ("GET", "HEAD") and not origin:
            return PlainTextResponse("no origin\n", 403)
        if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
            return PlainTextResponse("wrong site\n", 403)
        first = scope["path"].lstrip("/").partition("/")[0]
        if not hmac.compare_digest(first.encode(), self.token.encode()):
            return PlainTextResponse("not found\n", 404)
        return None


def application(open_folders: OpenFolders, token: str, port: int) -> Starlette:
    """The application over its open_folders."""
    base, shelf = f"/{token}/", Shelf()
    return Starlette(
        routes=[
            *home_routes(open_folders, shelf, base),
            *page_routes(open_folders, shelf, base),
            *review_routes(open_folders, base),
        ],
        middleware=[Middleware(Gate, token=token, port=port)],
        exception_handlers={InputError: unusable, Exception: failed},
    )


def bound_socket(port: int) -> socket.socket:
    """A socket on 127.0.0.1. Raises InputError where the port is taken or not allowed."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # A server that was killed leaves its port waiting; a reviser starts it again at once.
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        # A browser that is sent here before the server is up waits instead of being refused.
        made.listen(128)
    except (OSError, OverflowError) as error:
        made.close()
        raise InputError("--port", f"port {port} cannot be used ({error})", hint="give another one") from error
    return made


def own_place(memory: RecentWork, port: int) -> tuple[socket.socket, str]:
    """A socket and a token: those of the last time where they can be had, so that addresses of pages stay.

    Raises InputError where ``port`` is named and cannot be used.
    """
    token = memory.own("token") or new_token()
    kept = memory.own("port")
    made = _socket_again(int(kept)) if not port and kept.isdecimal() else None
    made = made or bound_socket(port)
    words = {"token": token} if kept or port else {"token": token, "port": str(made.getsockname()[1])}
    memory.keep(**words)
    return made, token


def _socket_again(port: int) -> socket.socket | None:
    try:
        return bound_socket(port)
    except InputError:
        # Another application of this user's runs there, or another program: any other port will do.
        return None


def address_of(made: socket.socket, token: str) -> str:
    """The address of the first page."""
    return f"http://{HOST}:{made.getsockname()[1]}/{token}/"


def serve(open_folders: OpenFolders, made: socket.socket, token: str, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``ready`` is called before the first request is."""
    config = uvicorn.Config(
        application(open_folders, token, made.getsockname()[1]),
        log_level="warning",
        access_log=False,
        server_header=False,
        http=PatientProtocol,
    )
    ready()
    uvicorn.Server(config).run(sockets=[made])
