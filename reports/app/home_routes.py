"""The page where work begins: files dropped on it, text pasted, a symbol of the library, recent work.

A file goes to a folder of the application's own on this machine and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from corpora.errors import InputError
from corpora.readers import LARGEST_BINARY
from corpora.readers.packed import is_archive
from corpora.reading import read_resolution
from reports.app.chosen import name_of_text
from reports.app.desk import LONGEST_TEXT, Desk, desk_named, new_desk
from reports.app.open_folders import OpenFolders, key_of
from reports.app.requests import LARGEST, Answer, file_body, json_body, said, ui_of
from reports.app.shelf import Shelf, no_library, symbols_of
from reports.exporters.html.application import home_page
from reports.library.store import Library
from reports.messages.lines import line_text
from reports.project.discovery import symbol_order
from reports.project.sorting import Sorting, sorting_of

_LONGEST_NAME = 80
_LISTED = 4000
"""Symbols of the library that the page offers while one types."""
_LAST = (9999,)
"""The place of a text without a symbol among others: a draft comes behind what was adopted."""


class Home:
    """What the page asks for and does, without the network."""

    def __init__(self, open_folders: OpenFolders, shelf: Shelf | None = None) -> None:
        self.open_folders, self.place, self.shelf = open_folders, open_folders.memory.home, shelf or Shelf()

    def library(self) -> Library | None:
        """The library at hand; None where nobody has made one."""
        return self.shelf.library()

    def state(self) -> dict[str, object]:
        """Recent work whose folder is still there, and the symbols that the library holds."""
        recent = [work for work in self.open_folders.memory.recent() if Path(work.folder).is_dir()]
        symbols = sorted(symbols_of(self.library()))
        return {
            "recent": [
                {
                    "address": f"w/{key_of(Path(work.folder), work.chosen)}/",
                    "folder": work.folder,
                    "own": Path(work.folder).parent == self.place,
                    "symbol": work.symbol,
                    "languages": work.languages.split(),
                    "related": work.related,
                    "opened": work.opened,
                    "findings": work.findings,
                    "decided": work.decided,
                }
                for work in recent
            ],
            "symbols": symbols[:_LISTED],
            "library": len(symbols),
        }

    def desk(self, name: str) -> Desk:
        """A desk by its name. Raises InputError where it is none."""
        return desk_named(self.place, name)

    def take(self, desk: Desk, symbol: str) -> None:
        """Put a resolution of the library on a desk. Raises InputError where there is no library, or it has none."""
        library = self.shelf.required()
        if not symbol.strip():
            raise InputError("symbol", "is empty", hint="write one such as S/RES/2699 (2023)")
        desk.take(library, symbol)

    def take_before(self, desk: Desk, symbol: str | None) -> None:
        """Put the resolution that the one of a desk continues on it. Raises InputError where the library holds none."""
        library, sorting = self.library(), self.sorting(desk, symbol)
        if library is None or sorting is None:
            raise no_library()
        own = read_resolution(sorting.versions[sorting.pivot])
        before = self.shelf.predecessor(library, own)
        if before is None:
            hint = "add it on the page of the library, or drop it here"
            raise InputError(own.label, "continues nothing that the library holds", hint=hint)
        # Of the same languages only: the resolution in most of them is the one that the desk is about.
        desk.take(library, before.symbol, sorting.versions)

    def sorting(self, desk: Desk, symbol: str | None) -> Sorting | None:
        """The order of a desk's texts."""
        return sorting_of(desk.texts(), self.open_folders.options(desk.folder).settings.pivot, symbol)

    def open(self, desk: Desk, symbol: str | None) -> str:
        """Open what lies on a desk; returns its address. Raises InputError where there is nothing to compare."""
        sorting = self.sorting(desk, symbol)
        if sorting is None or not sorting.is_ready:
            raise InputError("files", "there is nothing to compare yet", hint="add another version or resolution")
        several = len(sorting.symbols) > 1
        entry = self.open_folders.open(desk.folder, sorting.symbol if several else "", sorting.symbol)
        return f"w/{entry.key}/"


def told(desk: Desk, sorting: Sorting | None, ui: str, refused: str = "") -> dict[str, object]:
    """A desk as a window shows it: each text with what it is, and what they come to."""
    aside = {str(text.path): str(why) for text, why in sorting.aside} if sorting else {}
    seen = desk.texts()
    ordered = sorted(
        range(len(seen)), key=lambda place: symbol_order(seen[place].symbol or "") if seen[place].symbol else _LAST
    )
    texts = [
        {
            "file": Path(str(text.path).partition("#")[0]).name,
            "text": name_of_text(desk, text.path),
            "rank": ordered.index(place),
            "symbol": text.symbol or "",
            "language": text.language or "",
            "problem": line_text(text.problem, ui),
            "aside": aside.get(str(text.path), ""),
        }
        for place, text in enumerate(seen)
    ]
    found: dict[str, object] = {"texts": texts, "files": len(desk.files()), "refused": refused, "ready": False}
    if sorting is not None:
        found |= {
            "symbol": sorting.symbol,
            "symbols": [{"symbol": name, "languages": codes} for name, codes in sorting.symbols.items()],
            "versions": list(sorting.versions),
            "missing": sorting.missing,
            "instead": "" if sorting.pivot == sorting.requested_pivot else sorting.requested_pivot,
            "related": [
                {"symbol": name, "place": entry.place, "languages": sorting.symbols[name]}
                for name, entry in zip(sorting.related_symbols, sorting.related, strict=True)
            ],
            "ready": sorting.is_ready,
        }
    return found


class _Pages:
    """What the first page and desks answer."""

    def __init__(self, open_folders: OpenFolders, shelf: Shelf) -> None:
        self.open_folders, self.home = open_folders, Home(open_folders, shelf)

    async def page(self, _: Request) -> Response:
        """The first page."""
        return Response(await run_in_threadpool(home_page, self.open_folders.ui), media_type="text/html")

    async def state(self, _: Request) -> Response:
        """What lies on it, as JSON."""
        return JSONResponse(await run_in_threadpool(self.home.state))

    async def begin(self, request: Request) -> Response:
        """A new desk."""
        body = await json_body(request, {})
        return body if isinstance(body, Response) else JSONResponse({"desk": new_desk(self.home.place)})

    async def put(self, request: Request) -> Response:
        """A file that is laid on a desk."""
        content = await file_body(request, LARGEST_BINARY)
        if isinstance(content, Response):
            return content
        name = request.query_params.get("name", "")
        if is_archive(name):
            return await _answered(self.home, request, lambda desk: desk.unpack(name, content))
        return await _answered(self.home, request, lambda desk: desk.put(name, content))

    async def before(self, request: Request) -> Response:
        """What came before is looked for in the library, and laid on the desk."""
        body = await json_body(request, {})
        if isinstance(body, Response):
            return body
        symbol = request.query_params.get("symbol") or None
        return await _answered(self.home, request, lambda desk: self.home.take_before(desk, symbol))

    async def look(self, request: Request) -> Response:
        """What lies on a desk."""
        return await _answered(self.home, request, lambda _: None)

    async def call(self, request: Request) -> Response:
        """The name of who works here."""
        body = await json_body(request, {"name": str})
        if isinstance(body, Response):
            return body
        name = " ".join(str(body.get("name", "")).split())
        if not name or len(name) > _LONGEST_NAME or not name.isprintable():
            return JSONResponse({"error": "name"}, 422)
        await run_in_threadpool(self.open_folders.call, name)
        return JSONResponse({"name": name})

    async def forget(self, request: Request) -> Response:
        """A folder that is not to be listed any more."""
        body = await json_body(request, {"folder": str})
        if isinstance(body, Response):
            return body
        await run_in_threadpool(self.open_folders.memory.forget, str(body.get("folder", "")))
        return JSONResponse(await run_in_threadpool(self.home.state))

    async def open_desk(self, request: Request) -> Response:
        """The folder of a desk, and its address."""
        body = await json_body(request, {"symbol": str})
        if isinstance(body, Response):
            return body
        try:
            desk = self.home.desk(request.path_params["desk"])
            address = await run_in_threadpool(self.home.open, desk, str(body["symbol"]) if "symbol" in body else None)
        except InputError as error:
            return JSONResponse({"error": said(request, error)}, 422)
        return JSONResponse({"address": address})


def home_routes(open_folders: OpenFolders, shelf: Shelf, base: str) -> list[Route]:
    """The routes of the first page and of desks, below ``base``."""
    pages = _Pages(open_folders, shelf)
    place = f"{base}api/desk/{{desk}}"
    return [
        Route(base, pages.page),
        Route(f"{base}api/home", pages.state),
        Route(f"{base}api/name", pages.call, methods=["POST"]),
        Route(f"{base}api/forget", pages.forget, methods=["POST"]),
        Route(f"{base}api/desk", pages.begin, methods=["POST"]),
        Route(place, pages.look),
        Route(f"{place}/files", pages.put, methods=["PUT"]),
        Route(
            f"{place}/paste",
            _posts(pages.home, lambda d, b: d.paste(str(b.get("text", ""))), {"text": str}),
            methods=["POST"],
        ),
        Route(
            f"{place}/take",
            _posts(pages.home, lambda d, b: pages.home.take(d, str(b.get("symbol", ""))), {"symbol": str}),
            methods=["POST"],
        ),
        Route(f"{place}/before", pages.before, methods=["POST"]),
        Route(
            f"{place}/remove",
            _posts(pages.home, lambda d, b: d.remove(str(b.get("name", ""))), {"name": str}),
            methods=["POST"],
        ),
        Route(f"{place}/open", pages.open_desk, methods=["POST"]),
    ]


def _posts(home: Home, work: Callable[[Desk, Mapping[str, object]], object], fields: Mapping[str, type]) -> Answer:
    """A request that puts something on a desk, or takes it away."""

    async def answer(request: Request) -> Response:
        body = await json_body(request, fields, 5 * LONGEST_TEXT if "text" in fields else LARGEST)
        if isinstance(body, Response):
            return body
        return await _answered(home, request, lambda desk: work(desk, body))

    return answer


async def _answered(home: Home, request: Request, work: Callable[[Desk], object]) -> Response:
    """The desk after some work on it; what was refused is said, and what lies on the desk is as it was."""

    def done() -> Response:
        try:
            desk = home.desk(request.path_params["desk"])
        except InputError as error:
            return JSONResponse({"error": said(request, error)}, 404)
        refused = ""
        try:
            work(desk)
        except InputError as error:
            refused = said(request, error)
        sorting = home.sorting(desk, request.query_params.get("symbol") or None)
        return JSONResponse(told(desk, sorting, ui_of(request), refused), 422 if refused else 200)

    return await run_in_threadpool(done)
