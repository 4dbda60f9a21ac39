"""The pages of a room: a resolution under review, its decisions, its files; and the page that waits until it is open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from corpora.errors import InputError
from reports.app.requests import Answer, attached, json_body, said, seen_in
from reports.app.review_session import ReviewSession
from reports.app.rooms import Room, Rooms
from reports.decisions.journal import ConflictError
from reports.exporters.html.application import opening_page

RoomAnswer = Callable[[Room, Request], Awaitable[Response]]
"""What a route of a room answers a request about it."""
Work = Callable[[ReviewSession, Mapping[str, object]], object]
"""What a request does to a review, told by the fields of its body; what it gives back is not looked at."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_UNDO: dict[str, type] = {"seen": int}
_COMMENT: dict[str, type] = {"fingerprint": str, "text": str, **_UNDO}
_DECIDE: dict[str, type] = {
    **dict.fromkeys(("fingerprint", "code", "phrase", "section", "decision", "scope", "reason"), str),
    "languages": list,
    **_UNDO,
}
_PIN: dict[str, type] = {"pair": str, "beads": list, **_UNDO}


def review_routes(rooms: Rooms, base: str) -> list[Route]:
    """The routes of every room, below ``base``."""
    home = f"{base}w/{{key}}/"

    async def page(room: Room, _: Request) -> Response:
        if not room.is_done or room.problem is not None:
            return Response(opening_page(room.title, rooms.ui), media_type="text/html")
        return Response(await run_in_threadpool(room.session().page), media_type="text/html")

    async def progress(room: Room, request: Request) -> Response:
        problem = said(request, room.problem) if room.problem else ""
        seconds = round(room.seconds)
        return JSONResponse({"done": room.is_done, "stage": room.stage, "seconds": seconds, "problem": problem})

    async def again(room: Room, _: Request) -> Response:
        rooms.open(room.folder, room.chosen, room.title)
        return JSONResponse({})

    def gets(work: Callable[[ReviewSession], Response]) -> Answer:
        async def answer(room: Room, _: Request) -> Response:
            return await run_in_threadpool(lambda: work(room.session()))

        return _in_room(rooms, answer)

    def does(work: Work, fields: Mapping[str, type]) -> Answer:
        return _in_room(rooms, _action(rooms, work, fields))

    return [
        Route(home, _in_room(rooms, page)),
        Route(f"{home}api/progress", _in_room(rooms, progress)),
        Route(f"{home}api/open", _in_room(rooms, again), methods=["POST"]),
        Route(f"{home}api/state", gets(lambda s: JSONResponse(s.state()))),
        Route(f"{home}export.json", gets(_export_json)),
        Route(f"{home}export.xlsx", gets(_export_xlsx)),
        Route(f"{home}api/decide", does(lambda s, b: s.decide(b, seen_in(b)), _DECIDE), methods=["POST"]),
        Route(f"{home}api/comment", does(lambda s, b: s.comment(b), _COMMENT), methods=["POST"]),
        Route(f"{home}api/undo", does(lambda s, b: s.undo(seen_in(b)), _UNDO), methods=["POST"]),
        Route(f"{home}api/pin", does(lambda s, b: s.pin(b, seen_in(b)), _PIN), methods=["POST"]),
        Route(f"{home}api/recheck", does(lambda s, _: s.recheck(), {}), methods=["POST"]),
    ]


def _export_json(session: ReviewSession) -> Response:
    return Response(session.decisions_json(), media_type="application/json", headers=attached("decisions.json"))


def _export_xlsx(session: ReviewSession) -> Response:
    return Response(session.decisions_workbook(), media_type=_XLSX, headers=attached("review.xlsx"))


def _in_room(rooms: Rooms, answer: RoomAnswer) -> Answer:
    """An answer about the room that the address names; 404 where it names none."""

    async def found(request: Request) -> Response:
        room = await run_in_threadpool(rooms.room, request.path_params["key"])
        if room is None:
            return PlainTextResponse("not found\n", 404)
        return await answer(room, request)

    return found


def _action(rooms: Rooms, work: Work, fields: Mapping[str, type]) -> RoomAnswer:
    """A request that changes something; answered with the state after it."""

    async def answer(room: Room, request: Request) -> Response:
        body = await json_body(request, fields)
        if isinstance(body, Response):
            return body
        session = await run_in_threadpool(room.session)
        try:
            await run_in_threadpool(work, session, body)
        except ConflictError:
            return JSONResponse({"error": "changed meanwhile", "state": await run_in_threadpool(session.state)}, 409)
        except InputError as error:
            return JSONResponse({"error": said(request, error)}, 422)
        await run_in_threadpool(rooms.remember, room)
        return JSONResponse(await run_in_threadpool(session.state))

    return answer
