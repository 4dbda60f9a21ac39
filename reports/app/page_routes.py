"""The routes of the pages that compare, of those about one resolution, and of those of the library.

A page that takes work is a job: where it is not done at once, a page that waits is shown, which asks how far the work is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from corpora.errors import InputError
from reports.app.chosen import Chosen, chosen_texts, common_language, text_named
from reports.app.comparing import Comparing, address_of_comparison
from reports.app.desk import Desk, desk_named
from reports.app.folder_pages import BEYOND, FolderPages
from reports.app.jobs import Made, PageJobs, PagePlan, key_of_job
from reports.app.open_folders import OpenFolders
from reports.app.record_pages import LibraryFilters, RecordPages
from reports.app.requests import MEDIA, Answer, attached, json_body, ui_of
from reports.app.resolution_pages import OF_A_TEXT, ResolutionPages, library_frame
from reports.app.shelf import Shelf
from reports.exporters.html.application import pick_page, trouble_page, waiting_page
from reports.exporters.html.frame import (
    CHANGES,
    DELIVERABLES,
    LINEAGE,
    LINT,
    MANDATES,
    RELATED,
    TEXT,
    VERSIONS,
    Frame,
    folder_frame,
    of_resolution,
)
from reports.library.store import Library
from reports.pipeline.progress import ProgressCallback

_PATIENCE = 0.5
"""Seconds that an answer waits for work that may be done at once, before it is a page that waits."""
_PICKED = {"compare": (1, 3), "series": (2, 24)}
"""How many texts are compared, or followed as a series: at least, at most."""
_STEPS_TO_THE_ONE_BEFORE = 3
"""What is told on the way to the resolution that one continues: the resolution, the language, the one that was found."""
_OF_THE_LIBRARY = (TEXT, MANDATES, DELIVERABLES, LINT, RELATED, LINEAGE)


class _Pages:
    """What the pages answer."""

    def __init__(self, open_folders: OpenFolders, shelf: Shelf) -> None:
        self.open_folders, self.shelf, self.jobs = open_folders, shelf, PageJobs()
        self.comparing, self.records = Comparing(open_folders, shelf), RecordPages(open_folders, shelf)
        self.resolutions, self.folders = ResolutionPages(open_folders, shelf), FolderPages(open_folders, shelf)

    # -- jobs ------------------------------------------------------------------------------------------------------------

    async def job(self, request: Request) -> Response:
        """How far a job is."""
        job = self.jobs.job(request.path_params["key"])
        if job is None:
            return JSONResponse({"unknown": True, "done": False, "stage": "", "share": None, "seconds": 0})
        return JSONResponse(job.far())

    async def stop(self, request: Request) -> Response:
        """Stop a job."""
        body = await json_body(request, {})
        if isinstance(body, Response):
            return body
        job = self.jobs.job(request.path_params["key"])
        if job is not None:
            job.stop()
        return JSONResponse({"stopped": job is not None})

    def answer(
        self, request: Request, frame: Frame, back: str, plan: Callable[[], PagePlan | str | Response]
    ) -> Response:
        """What a plan comes to: its page, a file of it, the page that waits for it, or the one that says what is wrong.

        A plan that is a page already, or an answer, is answered as it is.
        """
        try:
            planned = plan()
            if isinstance(planned, Response):
                return planned
            if isinstance(planned, str):
                return _html(planned)
            job = self.jobs.ask(planned)
        except InputError as error:
            return _html(trouble_page(frame, error, back, self.open_folders.ui), 422)
        if not job.wait(_PATIENCE) or job.is_stopped:
            bare = replace(frame, files=())
            return _html(waiting_page(bare, planned.title, planned.key, back, self.open_folders.ui))
        if job.made is None:
            self.jobs.forget(planned.key)
            problem = job.problem or InputError(planned.title, "cannot be made")
            return _html(trouble_page(frame, problem, back, self.open_folders.ui), 422)
        if job.made.leads_to:
            self.jobs.forget(planned.key)
            return RedirectResponse(job.made.leads_to, 303)
        return self._file_of(request, job.made) or _html(job.made.page)

    def _file_of(self, request: Request, made: Made) -> Response | None:
        name = request.query_params.get("file", "")
        if not name:
            return None
        if name not in made.files:
            return PlainTextResponse("not found\n", 404)
        content = made.files[name](ui_of(request))
        return Response(content, media_type=MEDIA[PurePosixPath(name).suffix], headers=attached(name))

    # -- texts that are compared -----------------------------------------------------------------------------------------

    def compare(self, request: Request) -> Response:
        """Two or three texts; where none is named, the page where they are chosen."""
        return self._picked(request, "compare", self.comparing.compare)

    def series(self, request: Request) -> Response:
        """A series; where no text is named, the page where they are chosen."""
        return self._picked(request, "series", self.comparing.series)

    def _picked(self, request: Request, what: str, planned: Callable[[Chosen, Frame], PagePlan]) -> Response:
        query, (fewest, most) = request.query_params, _PICKED[what]
        desk, symbols, texts = query.get("desk", ""), query.getlist("of"), query.getlist("text")
        kept = {"desk": desk, "order": "|".join(texts)} if desk else {"symbols": "|".join(symbols)}
        kept["l"] = query.get("language", "")
        back = f"{what}#{urlencode({name: value for name, value in kept.items() if value})}".rstrip("#")
        frame = Frame(here=what, trail=((back, ""),), query=_question(request))

        def plan() -> PagePlan | str:
            chosen = chosen_texts(query, self.open_folders.memory.home, self.shelf.library())
            if not chosen.count:
                return pick_page(what, fewest, most, self.open_folders.ui)
            least = fewest if chosen.desk else 2
            if not least <= chosen.count <= most:
                raise InputError("texts", f"{chosen.count} are named", hint=f"choose {least} to {most}")
            return planned(chosen, frame)

        return self.answer(request, frame, back, plan)

    # -- one resolution --------------------------------------------------------------------------------------------------

    def resolution(self, request: Request) -> Response:
        """A resolution of the library, or a text of a desk."""
        query, question = request.query_params, _question(request)
        symbol, language, tab = query.get("symbol", ""), query.get("language", ""), query.get("tab", TEXT)

        def plan() -> PagePlan:
            if not symbol:
                desk = desk_named(self.open_folders.memory.home, query.get("desk", ""))
                path = text_named(desk, query.get("text", ""))
                return self.resolutions.of_desk(desk, path, _known(tab, OF_A_TEXT), question)
            library = self.shelf.required()
            if _known(tab, _OF_THE_LIBRARY) == LINEAGE:
                known = library.symbol_of(symbol)
                code = language or self._language(library, known)
                return self.comparing.lineage(library, known, code, library_frame(known, code, tab, question))
            return self.resolutions.of_library(library, symbol, language, tab, question)

        back = "library" if tab == TEXT or not symbol else of_resolution(symbol, language=language)
        return self.answer(request, self._frame_of(symbol, language, tab), back, plan)

    def _frame_of(self, symbol: str, language: str, tab: str) -> Frame:
        """The frame of what waits or is refused: with the views of the resolution, where the library has it."""
        library = self.shelf.library()
        if library is None or not symbol or library.versions(symbol).is_empty():
            return Frame(here="library")
        return library_frame(str(library.versions(symbol)["symbol"][0]), language, tab, "")

    def folder(self, request: Request) -> Response:
        """The resolution of an open folder."""
        entry = self.open_folders.entry(request.path_params["key"])
        if entry is None:
            return PlainTextResponse("not found\n", 404)
        if not entry.is_done:
            return RedirectResponse("./", 303)
        query, question = request.query_params, _question(request)
        code, tab, choose = query.get("language", ""), query.get("tab", TEXT), "choose" in query

        def plan() -> PagePlan:
            if tab in BEYOND:
                return self.folders.plan(entry, tab, code, query.get("with", ""), question, choose=choose)
            return self.resolutions.of_folder(entry, code, _known(tab, (*OF_A_TEXT, *BEYOND)), question)

        return self.answer(request, folder_frame(tab, code), "./", plan)

    def versions(self, request: Request) -> Response:
        """The folder under review of a resolution of the library: all its versions, beside the resolution that it continues."""
        symbol = request.query_params.get("symbol", "")

        def plan() -> PagePlan:
            library = self.shelf.required()
            known = library.symbol_of(symbol)

            def work(on_progress: ProgressCallback) -> Made:
                desk = self._desk_of(library, known, on_progress)
                return Made("", leads_to=f"w/{self.open_folders.open(desk.folder, known, known).key}/")

            key = key_of_job(VERSIONS, str(library.folder), library.manifest.generation, known)
            return PagePlan(key, known, work, _STEPS_TO_THE_ONE_BEFORE)

        return self.answer(request, self._frame_of(symbol, "", VERSIONS), of_resolution(symbol), plan)

    def _desk_of(self, library: Library, symbol: str, on_progress: ProgressCallback) -> Desk:
        """The desk with a resolution of the library and the one that it continues: the same each time, as long as the library is."""
        name = hashlib.sha256(f"{library.folder}\0{symbol}".encode("utf-8", "surrogateescape")).hexdigest()[:12]
        desk = desk_named(self.open_folders.memory.home, name)
        on_progress(symbol)
        desk.take(library, symbol)
        code = self._language(library, symbol)
        on_progress(code)
        record = self.shelf.record(library, code)
        before = record.predecessor(record.facts(symbol))
        if before is not None:
            on_progress(before.symbol)
            desk.take(library, before.symbol)
        return desk

    def changes(self, request: Request) -> Response:
        """A resolution of the library beside the one that it continues."""
        symbol, language = request.query_params.get("symbol", ""), request.query_params.get("language", "")

        def plan() -> PagePlan:
            library = self.shelf.required()
            known = library.symbol_of(symbol)
            code = language or self._language(library, known)

            def work(on_progress: ProgressCallback) -> Made:
                on_progress(code)
                record = self.shelf.record(library, code)
                if known not in set(record.documents["symbol"]):
                    raise InputError(known, f"is not there in {code}", hint="choose another language")
                on_progress(known)
                before = record.predecessor(record.facts(known))
                if before is None:
                    hint = "add it on the page of the library, or drop both texts on the page Compare"
                    raise InputError(known, "continues nothing that the library holds", hint=hint)
                return Made("", leads_to=address_of_comparison((before.symbol, known), code))

            key = key_of_job(CHANGES, str(library.folder), library.manifest.generation, known, code)
            return PagePlan(key, known, work, _STEPS_TO_THE_ONE_BEFORE)

        frame = self._frame_of(symbol, language, CHANGES)
        return self.answer(request, frame, of_resolution(symbol, language=language), plan)

    def _language(self, library: Library, symbol: str) -> str:
        return common_language(library, [symbol], "")

    # -- the library -----------------------------------------------------------------------------------------------------

    def library(self, request: Request) -> Response:
        """What the library holds; with ``desk`` its files are added first."""
        query = request.query_params
        desk = query.get("desk", "")

        def plan() -> PagePlan | str | Response:
            if not desk:
                return self.records.listing(LibraryFilters.of(query))
            named = desk_named(self.open_folders.memory.home, desk)
            planned = self.records.adding(named)
            job = self.jobs.job(planned.key)
            if job is None and not named.files():
                return RedirectResponse("library", 303)
            if job is not None and job.is_done and named.files():
                self.jobs.forget(planned.key)
            return planned

        back = f"library#{urlencode({'desk': desk})}" if desk else "library"
        return self.answer(request, Frame(here="library"), back, plan)

    def find(self, request: Request) -> Response:
        """Where the library has some words."""
        query = request.query_params
        frame = Frame(here="find", query=_question(request))

        def plan() -> PagePlan | str:
            if not query.get("q", "").strip() or self.shelf.library() is None:
                return self.records.finding_nothing_yet()
            return self.records.finding(query, frame.query)

        return self.answer(request, frame, "find", plan)

    def mandates(self, request: Request) -> Response:
        """The mandates of the library."""
        query = request.query_params
        frame = Frame(here="mandates", query=_question(request))

        def plan() -> PagePlan | str:
            if self.shelf.library() is None:
                return self.records.mandates_of_nothing()
            return self.records.mandates(query, frame.query)

        return self.answer(request, frame, "mandates", plan)


def page_routes(open_folders: OpenFolders, shelf: Shelf, base: str) -> list[Route]:
    """The routes of the pages, below ``base``."""
    pages = _Pages(open_folders, shelf)

    def gets(work: Callable[[Request], Response]) -> Answer:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(work, request)

        return answer

    return [
        Route(f"{base}compare", gets(pages.compare)),
        Route(f"{base}series", gets(pages.series)),
        Route(f"{base}resolution", gets(pages.resolution)),
        Route(f"{base}versions", gets(pages.versions)),
        Route(f"{base}changes", gets(pages.changes)),
        Route(f"{base}library", gets(pages.library)),
        Route(f"{base}find", gets(pages.find)),
        Route(f"{base}mandates", gets(pages.mandates)),
        Route(f"{base}w/{{key}}/resolution", gets(pages.folder)),
        Route(f"{base}api/job/{{key}}", pages.job),
        Route(f"{base}api/job/{{key}}/stop", pages.stop, methods=["POST"]),
    ]


def _question(request: Request) -> str:
    """The question of an address, without the file that is asked for."""
    return urlencode(
        [(name, value) for name, value in request.query_params.multi_items() if name not in ("file", "ui")]
    )


def _known(tab: str, tabs: tuple[str, ...]) -> str:
    if tab not in tabs:
        raise InputError("tab", f"{tab[:20]!r} is none", hint=f"use {', '.join(tabs)}")
    return tab


def _html(page: str, status: int = 200) -> Response:
    return Response(page, status, media_type="text/html")
