"""The pages of a folder: a resolution under review, its decisions, its files; and the page that waits until it is open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from corpora.errors import InputError
from corpora.readers import LARGEST_BINARY
from reports.app.desk import clean_name
from reports.app.open_folders import OpenFolder, OpenFolders
from reports.app.requests import MEDIA, Answer, attached, file_body, json_body, said, seen_in, ui_of
from reports.app.review_session import ReviewSession
from reports.decisions.journal import ConflictError
from reports.exporters.html.application import opening_page

FolderAnswer = Callable[[OpenFolder, Request], Awaitable[Response]]
"""What a route of an open folder answers a request about it."""
Work = Callable[[ReviewSession, Mapping[str, object]], object]
"""What a request does to a review, told by the fields of its body; what it gives back is not looked at."""
_LONGEST_NUMBER = 10
"""Digits of a number that can be a state of the page: chosen."""
_UNDO: dict[str, type] = {"seen": int}
_COMMENT: dict[str, type] = {"fingerprint": str, "text": str, **_UNDO}
_DECIDE: dict[str, type] = {
    **dict.fromkeys(("fingerprint", "code", "phrase", "section", "decision", "scope", "reason"), str),
    "languages": list,
    **_UNDO,
}
_PIN: dict[str, type] = {"pair": str, "beads": list, **_UNDO}


def review_routes(open_folders: OpenFolders, base: str) -> list[Route]:
    """The routes of every open folder, below ``base``."""
    home = f"{base}w/{{key}}/"

    async def page(entry: OpenFolder, _: Request) -> Response:
        if not entry.is_done or entry.problem is not None:
            return Response(opening_page(entry.title, open_folders.ui), media_type="text/html")
        return Response(await run_in_threadpool(entry.session().page), media_type="text/html")

    async def again(entry: OpenFolder, _: Request) -> Response:
        open_folders.open(entry.folder, entry.chosen, entry.title)
        return JSONResponse({})

    def gets(work: Callable[[ReviewSession], Response]) -> Answer:
        async def answer(entry: OpenFolder, _: Request) -> Response:
            return await run_in_threadpool(lambda: work(entry.session()))

        return _in_folder(open_folders, answer)

    def does(work: Work, fields: Mapping[str, type]) -> Answer:
        return _in_folder(open_folders, _action(open_folders, work, fields))

    return [
        Route(home, _in_folder(open_folders, page)),
        Route(f"{home}api/progress", _in_folder(open_folders, _progress)),
        Route(f"{home}api/open", _in_folder(open_folders, again), methods=["POST"]),
        Route(f"{home}api/stop", _in_folder(open_folders, _stop), methods=["POST"]),
        Route(f"{home}api/state", gets(lambda s: JSONResponse(s.state()))),
        Route(f"{home}api/changes", _in_folder(open_folders, _changed)),
        Route(f"{home}export.json", gets(_export_json)),
        Route(f"{home}export.xlsx", _in_folder(open_folders, _export_xlsx)),
        Route(f"{home}export/{{name}}", _in_folder(open_folders, _saved)),
        Route(f"{home}api/decide", does(lambda s, b: s.decide(b, seen_in(b)), _DECIDE), methods=["POST"]),
        Route(f"{home}api/comment", does(lambda s, b: s.comment(b), _COMMENT), methods=["POST"]),
        Route(f"{home}api/undo", does(lambda s, b: s.undo(seen_in(b)), _UNDO), methods=["POST"]),
        Route(f"{home}api/pin", does(lambda s, b: s.pin(b, seen_in(b)), _PIN), methods=["POST"]),
        Route(f"{home}api/merge", _in_folder(open_folders, partial(_merged, open_folders)), methods=["POST"]),
        Route(f"{home}api/recheck", does(lambda s, _: s.recheck(), {}), methods=["POST"]),
    ]


async def _merged(open_folders: OpenFolders, entry: OpenFolder, request: Request) -> Response:
    """A colleague's decisions taken in; answered with the state after it and what came of them."""
    content = await file_body(request, LARGEST_BINARY)
    if isinstance(content, Response):
        return content
    session = await run_in_threadpool(entry.session)
    name = clean_name(request.query_params.get("name", ""))
    try:
        merged = await run_in_threadpool(session.merge, name, content)
    except InputError as error:
        return JSONResponse({"error": said(request, error)}, 422)
    await run_in_threadpool(open_folders.remember, entry)
    counts = {"new": merged.new, "disputed": len(merged.disputed), "unknown": len(merged.unknown)}
    unread = [said(request, problem) for problem in merged.unread]
    return JSONResponse({**await run_in_threadpool(session.state), "merged": {**counts, "unread": unread}})


async def _progress(entry: OpenFolder, request: Request) -> Response:
    problem = said(request, entry.problem) if entry.problem else ""
    return JSONResponse({**entry.far(), "problem": problem})


async def _stop(entry: OpenFolder, request: Request) -> Response:
    body = await json_body(request, {})
    if isinstance(body, Response):
        return body
    entry.stop()
    return JSONResponse({})


async def _changed(entry: OpenFolder, request: Request) -> Response:
    return JSONResponse(await run_in_threadpool(_changes, entry.session(), request.query_params.get("since", "")))


def _changes(session: ReviewSession, since: str) -> dict[str, object]:
    """What a window that shows an earlier state of the page exchanges; ``changes`` is null where it loads the page anew."""
    number = int(since) if since.isascii() and since.isdecimal() and len(since) < _LONGEST_NUMBER else 0
    generation, found = session.changes_since(number)
    lists = [{"name": c.name, "order": c.order, "changed": c.changed} for c in found.lists] if found else []
    shown = {"parts": found.parts, "lists": lists} if found else None
    return {"generation": generation, "pins": session.pins, "changes": shown}


def _export_json(session: ReviewSession) -> Response:
    return Response(session.decisions_json(), media_type="application/json", headers=attached("decisions.json"))


async def _export_xlsx(entry: OpenFolder, request: Request) -> Response:
    content = await run_in_threadpool(lambda: entry.session().decisions_workbook(ui_of(request)))
    return Response(content, media_type=MEDIA[".xlsx"], headers=attached("review.xlsx"))


async def _saved(entry: OpenFolder, request: Request) -> Response:
    """A file that a folder can be saved as; what cannot be made is said in a line."""
    name = request.path_params["name"]
    try:
        content = await run_in_threadpool(lambda: entry.session().saved_as(name, ui_of(request)))
    except InputError as error:
        return PlainTextResponse(f"{said(request, error)}\n", 404)
    return Response(content, media_type=MEDIA[PurePosixPath(name).suffix], headers=attached(name))


def _in_folder(open_folders: OpenFolders, answer: FolderAnswer) -> Answer:
    """An answer about the folder that the address names; 404 where it names none."""

    async def found(request: Request) -> Response:
        entry = await run_in_threadpool(open_folders.entry, request.path_params["key"])
        if entry is None:
            return PlainTextResponse("not found\n", 404)
        return await answer(entry, request)

    return found


def _action(open_folders: OpenFolders, work: Work, fields: Mapping[str, type]) -> FolderAnswer:
    """A request that changes something; answered with the state after it."""

    async def answer(entry: OpenFolder, request: Request) -> Response:
        body = await json_body(request, fields)
        if isinstance(body, Response):
            return body
        session = await run_in_threadpool(entry.session)
        try:
            await run_in_threadpool(work, session, body)
        except ConflictError:
            return JSONResponse({"error": "changed meanwhile", "state": await run_in_threadpool(session.state)}, 409)
        except InputError as error:
            return JSONResponse({"error": said(request, error)}, 422)
        await run_in_threadpool(open_folders.remember, entry)
        return JSONResponse(await run_in_threadpool(session.state))

    return answer
