"""The review's server: bound to 127.0.0.1, a token in the address, no other origin accepted.

Host and origin are looked at before anything else, so that neither another site's page nor a name that was made to point
here (DNS rebinding) gets an answer. Without the token there is nothing to be seen.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
import socket
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from corpora.errors import InputError
from corpora.system.faults import fault_of
from reports.app.connections import PatientProtocol
from reports.app.review_session import ReviewSession
from reports.decisions.journal import ConflictError
from reports.decisions.payloads import half_character_in

HOST = "127.0.0.1"
_LARGEST = 256 * 1024
"""Bytes of a request's body."""
_SECONDS = 10.0
"""In which a request's body must have come."""
_HEADERS = [
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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

        async def dressed(message: Any) -> None:
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


def application(review_session: ReviewSession, token: str, port: int) -> Starlette:
    """The application over a room."""
    base = f"/{token}/"

    async def page(_: Request) -> Response:
        html = await run_in_threadpool(review_session.page)
        return Response(html, media_type="text/html")

    async def state(_: Request) -> Response:
        return JSONResponse(await run_in_threadpool(review_session.state))

    async def export_json(_: Request) -> Response:
        content = await run_in_threadpool(review_session.decisions_json)
        return Response(content, media_type="application/json", headers=_attached("decisions.json"))

    async def export_xlsx(_: Request) -> Response:
        content = await run_in_threadpool(review_session.decisions_workbook)
        return Response(content, media_type=_XLSX, headers=_attached("review.xlsx"))

    def action(
        work: Callable[[dict[str, Any]], object], fields: Mapping[str, type]
    ) -> Callable[[Request], Awaitable[Response]]:
        return _action(review_session, work, fields)

    routes = [
        Route(base, page),
        Route(f"{base}api/state", state),
        Route(f"{base}export.json", export_json),
        Route(f"{base}export.xlsx", export_xlsx),
        Route(f"{base}api/decide", action(lambda b: review_session.decide(b, _seen(b)), _DECIDE), methods=["POST"]),
        Route(f"{base}api/comment", action(review_session.comment, _COMMENT), methods=["POST"]),
        Route(f"{base}api/undo", action(lambda b: review_session.undo(_seen(b)), _UNDO), methods=["POST"]),
        Route(f"{base}api/pin", action(lambda b: review_session.pin(b, _seen(b)), _PIN), methods=["POST"]),
        Route(f"{base}api/recheck", action(lambda _: review_session.recheck(), {}), methods=["POST"]),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Gate, token=token, port=port)],
        exception_handlers={InputError: _unusable, Exception: _failed},
    )


_UNDO: dict[str, type] = {"seen": int}
_COMMENT: dict[str, type] = {"fingerprint": str, "text": str, **_UNDO}
_DECIDE: dict[str, type] = {
    **dict.fromkeys(("fingerprint", "code", "phrase", "section", "decision", "scope", "reason"), str),
    "languages": list,
    **_UNDO,
}
_PIN: dict[str, type] = {"pair": str, "beads": list, **_UNDO}


async def _unusable(_: Request, error: Exception) -> Response:
    """The journal or the documents cannot be read any more: said, and the next request may find them again."""
    return JSONResponse({"error": str(error)}, 503)


async def _failed(request: Request, error: Exception) -> Response:
    fault = await run_in_threadpool(fault_of, error, f"{request.method} …/{request.url.path.rpartition('/')[2]}")
    return JSONResponse({"error": str(fault)}, 500)


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _seen(body: dict[str, Any]) -> int:
    seen = body.get("seen")
    if not isinstance(seen, int) or isinstance(seen, bool):
        raise InputError("request", "says not what it has seen", hint="load the page anew")
    return seen


def _problem_in(body: Mapping[str, Any], fields: Mapping[str, type]) -> str:
    """Why a request says nothing that is known: a field misspelt would be a decision of another scope."""
    for name, value in body.items():
        if name not in fields:
            return f"unknown field {name[:40]!r}"
        if not isinstance(value, fields[name]) or isinstance(value, bool):
            return f"{name} is of another kind"
    return half_character_in(body)


def _action(
    review_session: ReviewSession, work: Callable[[dict[str, Any]], object], fields: Mapping[str, type]
) -> Callable[[Request], Awaitable[Response]]:
    """A request that changes something; answered with the state after it."""

    async def answer(request: Request) -> Response:
        body = await _body(request)
        if isinstance(body, Response):
            return body
        if problem := _problem_in(body, fields):
            return JSONResponse({"error": problem}, 422)
        try:
            await run_in_threadpool(work, body)
        except ConflictError:
            return JSONResponse(
                {"error": "changed meanwhile", "state": await run_in_threadpool(review_session.state)}, 409
            )
        except InputError as error:
            return JSONResponse({"error": str(error)}, 422)
        return JSONResponse(await run_in_threadpool(review_session.state))

    return answer


async def _body(request: Request) -> dict[str, Any] | Response:
    """The JSON object that a request brings, or why it is refused."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return JSONResponse({"error": "send JSON"}, 415)
    data = bytearray()
    try:
        async with asyncio.timeout(_SECONDS):
            async for chunk in request.stream():
                data += chunk
                if len(data) > _LARGEST:
                    return JSONResponse({"error": "too large"}, 413)
    except TimeoutError:
        return JSONResponse({"error": "the request does not end"}, 408)
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return JSONResponse({"error": "no JSON"}, 400)
    return body if isinstance(body, dict) else JSONResponse({"error": "no object"}, 400)


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


def serve(review_session: ReviewSession, made: socket.socket, token: str, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; ``ready`` is told the address."""
    port = made.getsockname()[1]
    config = uvicorn.Config(
        application(review_session, token, port),
        log_level="warning",
        access_log=False,
        server_header=False,
        http=PatientProtocol,
    )
    ready(f"http://{HOST}:{port}/{token}/")
    uvicorn.Server(config).run(sockets=[made])
