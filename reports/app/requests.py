"""What a request brings, looked at before it is used: its size, the time it takes, its fields; and how errors are answered."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpora.errors import InputError
from corpora.system.faults import fault_of
from reports.decisions.payloads import half_character_in
from reports.messages.catalogue import interface_languages
from reports.messages.lines import error_line

LARGEST = 256 * 1024
"""Bytes of a request's body, unless a route takes more."""
SECONDS = 10.0
"""In which a request's body must have come; a file has six times as long."""
MEDIA: Mapping[str, str] = {
    ".html": "text/html",
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".tmx": "application/x-tmx+xml",
    ".ics": "text/calendar",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".zip": "application/zip",
    ".parquet": "application/vnd.apache.parquet",
}
"""The media type of each file that a page offers, by suffix (IANA's registry where it has one)."""
Answer = Callable[[Request], Awaitable[Response]]


async def unusable(request: Request, error: Exception) -> Response:
    """The journal or the documents cannot be read any more: said, and the next request may find them again."""
    return JSONResponse({"error": said(request, error)}, 503)


async def failed(request: Request, error: Exception) -> Response:
    """A fault of the program: a line for the window, the rest in the log."""
    fault = await run_in_threadpool(fault_of, error, f"{request.method} …/{request.url.path.rpartition('/')[2]}")
    return JSONResponse({"error": str(fault)}, 500)


def said(request: Request, error: Exception) -> str:
    """An error in the language of the interface that the request names ("?ui=fr"), else in English."""
    return error_line(error, ui_of(request)) if isinstance(error, InputError) else str(error)


def ui_of(request: Request) -> str:
    """The language of the interface that a request names; English where it names none that there is."""
    ui = request.query_params.get("ui", "")
    return ui if ui in interface_languages() else "en"


def attached(name: str) -> dict[str, str]:
    """The head that makes an answer a file."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def seen_in(body: Mapping[str, object]) -> int:
    """The last event that a window has seen. Raises InputError where it says none."""
    seen = body.get("seen")
    if not isinstance(seen, int) or isinstance(seen, bool):
        raise InputError("request", "says not what it has seen", hint="load the page anew")
    return seen


def problem_in(body: Mapping[str, object], fields: Mapping[str, type]) -> str:
    """Why a request says nothing that is known: a field misspelt would be a decision of another scope."""
    for name, value in body.items():
        if name not in fields:
            return f"unknown field {name[:40]!r}"
        if not isinstance(value, fields[name]) or isinstance(value, bool):
            return f"{name} is of another kind"
    return half_character_in(body)


async def json_body(
    request: Request, fields: Mapping[str, type], largest: int = LARGEST
) -> dict[str, object] | Response:
    """The JSON object that a request brings, its fields looked at; or why it is refused."""
    if _kind(request) != "application/json":
        return JSONResponse({"error": "send JSON"}, 415)
    data = await _whole(request, largest, SECONDS)
    if isinstance(data, Response):
        return data
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return JSONResponse({"error": "no JSON"}, 400)
    if not isinstance(body, dict):
        return JSONResponse({"error": "no object"}, 400)
    problem = problem_in(body, fields)
    return JSONResponse({"error": problem}, 422) if problem else body


async def file_body(request: Request, largest: int) -> bytes | Response:
    """The bytes of a file that a request brings; or why it is refused."""
    if _kind(request) != "application/octet-stream":
        return JSONResponse({"error": "send a file"}, 415)
    return await _whole(request, largest, 6 * SECONDS)


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _whole(request: Request, largest: int, seconds: float) -> bytes | Response:
    data = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                data += chunk
                if len(data) > largest:
                    return JSONResponse({"error": "too large"}, 413)
    except TimeoutError:
        return JSONResponse({"error": "the request does not end"}, 408)
    return bytes(data)
