"""The review of one folder: its documents examined, its journal, what a window is told and may do.

The review knows nothing of the network; ``server`` carries its answers.
"""

from __future__ import annotations

import gc
import hashlib
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.errors import InputError
from corpora.kept import Kept
from corpora.model import Resolution
from corpora.readers.packed import archive_of
from corpora.reading import split_path
from corpora.text_documents import noting_left_out
from reports.app.jobs import CHECKING
from reports.decisions.applying import related_pair, subjects_in, versions_pair
from reports.decisions.decisions import Review, Subject, clashes_with, decision_event, review_of, undoable
from reports.decisions.journal import JOURNAL, Event, EventKind, Journal
from reports.decisions.merging import Merged, export_events, merge_file
from reports.decisions.pins import Pair, pin_event, placed
from reports.exporters.html import ReviewPage, render_report
from reports.exporters.html.page_changes import PageChanges, page_changes
from reports.exporters.workbook import ImportedDecision as Shown
from reports.exporters.workbook import workbook
from reports.messages.catalogue import interface_languages
from reports.messages.lines import line_text
from reports.pipeline.case import Case, Result, examine
from reports.pipeline.exports import offered, saved_as
from reports.pipeline.program import program_digest
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.project import case_of_project, with_pins_of
from reports.pipeline.run_options import RunOptions
from reports.project.discovery import left_out
from reports.project.layout import Project
from reports.project.sorting import project_of_any

_LONGEST = 4000
"""Characters of a reason or comment."""
_PAGES = 6
"""States of the page that are held, some 2 MB each for a long resolution: a window that lags behind further loads it anew."""


_DIGITS = 7
"""Hexadecimal digits of a state's number: it is told in fewer than ten figures, and two states of a review are alike once in 10**8."""


@dataclass(frozen=True, slots=True)
class FolderRead:
    """What was read of a folder: its project, when each of the files was written and its size, and a line for each that was left out."""

    project: Project
    stamps: Mapping[Path, tuple[int, int]]
    left: tuple[str, ...]


@dataclass(frozen=True)
class Snapshot:
    """The documents as they were last examined, with the pins that held then.

    ``kept`` is what later examinations of the same documents with other pins need not do again.
    """

    folder: FolderRead
    case: Case
    kept: Kept
    found: Result
    own: Resolution
    subjects: Mapping[str, Subject]
    pairs: Mapping[str, Pair]
    pins: tuple[str, ...]
    page: str


@dataclass(frozen=True, slots=True)
class About:
    """What a folder under review holds, and how far the review is: the labels of related resolutions, counts of findings."""

    symbol: str
    languages: tuple[str, ...]
    related: tuple[str, ...]
    findings: int
    decided: int


class ReviewSession:
    """One folder under review."""

    def __init__(
        self,
        folder: Path,
        options: RunOptions,
        ui: str,
        reviser: str,
        *,
        chosen: str | None = None,
        on_progress: ProgressCallback = silent,
    ) -> None:
        """Read and check the folder; ``chosen`` names one of several resolutions in it, ``on_progress`` is told of each step."""
        self.folder, self.options, self.ui, self.reviser = folder, options, ui, reviser
        self.chosen = chosen
        self.journal = Journal(folder / JOURNAL)
        self._lock = threading.Lock()
        self._generation = 0  # what `_state_of` makes of the documents and pins that are shown
        self._pages: OrderedDict[int, str] = OrderedDict()
        self._told: tuple[int, Snapshot, dict[str, object]] | None = None
        self._looked = self._look(on_progress)

    # -- what the documents say ------------------------------------------------------------------------------------------

    def _project(self) -> Project:
        return project_of_any(self.folder, self.options.settings.pivot, self.chosen)

    def _look(self, on_progress: ProgressCallback = silent) -> Snapshot:
        # One folder at a time: two would take twice as long each, and the limits on threads are the process's.
        with CHECKING:
            return self._examined(on_progress)

    def _examined(self, on_progress: ProgressCallback) -> Snapshot:
        with noting_left_out() as noted:
            project = self._project()
            review = self.review()
            # The stamps are taken first: a file written while it is read must look changed afterwards.
            stamps = _stamps(project)
            case = case_of_project(project, self.options, review, hide=False, on_progress=on_progress)
        left = (*noted, *(f"{error.problem}; {error.hint}" for error in left_out(self.folder)))
        return self._snapshot(FolderRead(project, stamps, left), case, review, Kept(), on_progress)

    def _corrected(self, review: Review) -> Snapshot:
        """The same documents with the pins that hold now: only what these touch is aligned, checked and rendered again."""
        looked = self._looked
        with CHECKING, _without_collecting():
            case = with_pins_of(looked.case, review)
            return self._snapshot(looked.folder, case, review, looked.kept, silent)

    def _snapshot(
        self,
        folder: FolderRead,
        case: Case,
        review: Review,
        kept: Kept,
        on_progress: ProgressCallback,
    ) -> Snapshot:
        found, own = examine(case, on_progress=on_progress, kept=kept), case.own
        pairs = [versions_pair(own, other) for other in found.versions.others] if found.versions else []
        pairs += [related_pair(pair.earlier, pair.later, own) for pair, _ in found.related]
        self._generation = _state_of(folder.stamps, _pins(review))
        page = render_report(
            found.versions,
            found.selection,
            found.related,
            self.ui,
            found.lineage,
            self._review_page(offered(folder.project, found), folder.left, review),
            own=own,
            kept=kept.under("page"),
        )
        self._pages[self._generation] = page
        self._pages.move_to_end(self._generation)
        while len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        subjects = subjects_in(found.selection, found.related, own)
        return Snapshot(
            folder=folder,
            case=case,
            kept=kept,
            found=found,
            own=own,
            subjects=subjects,
            pairs={p.name: p for p in pairs},
            pins=_pins(review),
            page=page,
        )

    def _review_page(self, files: tuple[str, ...], left: tuple[str, ...], review: Review) -> ReviewPage:
        return ReviewPage(
            last=self.journal.last(),
            generation=self._generation,
            pins=_digest(_pins(review)),
            reviser=self.reviser,
            files=files,
            left_out=tuple({ui: line_text(line, ui) for ui in interface_languages()} for line in left),
        )

    def recheck(self) -> None:
        """Read, align and check the documents again."""
        with self._lock:
            self._looked = self._look()

    def page(self) -> str:
        """The page; where pins were set or undone since, after applying them."""
        with self._lock:
            self._apply_pins()
            return self._looked.page

    def changes_since(self, generation: int) -> tuple[int, PageChanges | None]:
        """The number of the state of the page now, and what leads to it from an earlier one; None where the page is to be loaded anew."""
        now = self.page()
        with self._lock:
            before = self._pages.get(generation)
            return self._generation, page_changes(before, now) if before is not None else None

    def _apply_pins(self) -> None:
        review = self.review()
        if self._looked.pins != _pins(review):
            self._looked = self._corrected(review)

    @property
    def examined(self) -> Result:
        """What the documents came to, with the pins that were applied last."""
        return self._looked.found

    @property
    def case(self) -> Case:
        """The documents, as they were read last."""
        return self._looked.case

    @property
    def generation(self) -> int:
        """The number of the state of the page: the same for the same documents and pins, in another run of the server too."""
        return self._generation

    @property
    def pins(self) -> str:
        """A word for the corrections that the page shows."""
        return _digest(self._looked.pins)

    @property
    def pair_names(self) -> list[str]:
        """The pairs of documents whose alignment can be corrected, by the names that pins have."""
        return list(self._looked.pairs)

    @property
    def subjects(self) -> list[Subject]:
        """The findings as decisions see them."""
        return list(self._looked.subjects.values())

    def review(self) -> Review:
        """What the journal comes to now."""
        return review_of(self.journal.events())

    def about(self) -> About:
        """What the folder holds, and how far the review is."""
        looked, review = self._looked, self.review()
        own = looked.own
        languages = tuple(d.language for d in looked.found.versions.documents) if looked.found.versions else ()
        related = {r.label for pair, _ in looked.found.related for r in (pair.earlier, pair.later)} - {own.label}
        decided = sum(review.decided(subject) is not None for subject in looked.subjects.values())
        return About(own.label, languages or (own.language,), tuple(sorted(related)), len(looked.subjects), decided)

    # -- what a window is told -------------------------------------------------------------------------------------------

    def state(self) -> dict[str, object]:
        """Every finding with its decision and comments, whether files have changed, the pins that are lost."""
        last, looked = self.journal.last(), self._looked
        told = self._told
        # Windows ask every few seconds: what has not changed is not worked out again.
        if told is None or told[0] != last or told[1] is not looked:
            told = self._told = (last, looked, self._findings(looked))
        return {**told[2], "changed": self._changed(), "reviser": self.reviser}

    def _findings(self, looked: Snapshot) -> dict[str, object]:
        events = self.journal.events()
        review = review_of(events)
        findings = {}
        for fingerprint, subject in looked.subjects.items():
            found = review.decided(subject)
            findings[fingerprint] = {
                "decision": str(found.decision) if found else "",
                "reason": found.reason if found else "",
                "reviser": found.reviser if found else "",
                "time": found.time if found else "",
                "scope": str(found.scope) if found else "",
                "disputed": fingerprint in review.disputes,
                "comments": [{"text": c.text, "reviser": c.reviser} for c in review.comments(fingerprint)],
            }
        lost = [name for name, pair in looked.pairs.items() if placed(review, pair).lost]
        return {
            "last": events[-1].id if events else 0,
            "generation": _state_of(looked.folder.stamps, _pins(review)),
            "pins": _digest(_pins(review)),
            "undoable": undoable(review, self.reviser) is not None,
            "findings": findings,
            "lost_pins": lost,
        }

    def _changed(self) -> bool:
        try:
            return _stamps(self._project()) != self._looked.folder.stamps
        except InputError:
            return True

    # -- what a window may do ------------------------------------------------------------------------------------------------

    def decide(self, payload: Mapping[str, object], seen: int) -> Event:
        """Decide a finding, or all that a scope reaches. Raises ConflictError where another window was first."""
        subject = self._subject(payload)
        self._named()
        event = decision_event(
            subject,
            str(payload.get("decision", "")),
            str(payload.get("scope", "one")),
            _bounded(payload, "reason"),
            self.reviser,
        )
        return self.journal.add(event, seen=seen, clashes=clashes_with([subject]))

    def comment(self, payload: Mapping[str, object]) -> Event:
        """Say something of a finding. Comments never clash: each stands for itself."""
        subject = self._subject(payload)
        self._named()
        text = _bounded(payload, "text").strip()
        if not text:
            raise InputError("comment", "is empty", hint="write something")
        return self.journal.add(
            Event(EventKind.COMMENT, self.reviser, {"fingerprint": subject.fingerprint, "text": text})
        )

    def undo(self, seen: int) -> Event:
        """Undo this reviser's latest event that holds."""
        last = undoable(review_of(self.journal.events()), self.reviser)
        if last is None:
            raise InputError("undo", "there is nothing to undo", hint="decide something first")

        def clashes(event: Event) -> bool:
            return event.kind is EventKind.UNDO or event.uuid == last.uuid

        return self.journal.add(Event(EventKind.UNDO, self.reviser, {"event": last.uuid}), seen=seen, clashes=clashes)

    def pin(self, payload: Mapping[str, object], seen: int) -> Event:
        """Set beads of a pair; what they touch is aligned and checked again at once."""
        name = str(payload.get("pair", ""))
        pair = self._looked.pairs.get(name)
        if pair is None:
            raise InputError("pin", f"there is no pair {name!r}", hint="load the page anew")
        self._named()
        event = pin_event(pair, _beads(payload.get("beads")), self.reviser)

        def clashes(other: Event) -> bool:
            same = other.kind is EventKind.PIN and other.payload.get("pair") == name
            return same or other.kind is EventKind.UNDO

        made = self.journal.add(event, seen=seen, clashes=clashes)
        self.page()
        return made

    def merge(self, name: str, content: bytes) -> Merged:
        """Take in a colleague's workbook, export or journal, as ``hexapla review --merge`` does; pins that it holds are applied.

        Raises InputError where it is none of them, or nobody says who decided.
        """
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / f"decisions{Path(name).suffix.lower()}"
            path.write_bytes(content)
            try:
                merged = merge_file(self.journal, path, self.subjects, self.reviser)
            except InputError as error:
                raise InputError(name, error.problem, place=error.place, hint=error.hint) from error
        self.page()
        unread = (InputError(name, e.problem, place=e.place, hint=e.hint) for e in merged.unread)
        return replace(merged, unread=tuple(unread))

    def _named(self) -> None:
        if not self.reviser:
            raise InputError("review", "nobody says who decides", hint="give your name")

    def _subject(self, payload: Mapping[str, object]) -> Subject:
        subject = self._looked.subjects.get(str(payload.get("fingerprint", "")))
        if subject is None:
            raise InputError("finding", "is no longer there", hint="load the page anew")
        return subject

    # -- what leaves the review --------------------------------------------------------------------------------------------

    def decisions_json(self) -> str:
        """The decisions as JSON."""
        return export_events(self.journal.events(), self.subjects)

    def saved_as(self, name: str, ui: str) -> bytes:
        """One of the files that `reports.pipeline.exports.offered` names; findings that are dismissed are left out of it."""
        with self._lock, CHECKING:
            looked, review = self._looked, self.review()
            case = replace(looked.case, dismissals=review)
            found = examine(case, kept=looked.kept)
            return saved_as(name, looked.folder.project, case, found, review, ui=ui)

    def decisions_workbook(self, ui: str = "") -> bytes:
        """The whole report as a workbook, decisions filled in; in the language of the session unless another is named."""
        review = self.review()
        found = self._looked.found
        shown = {}
        for fingerprint, subject in self._looked.subjects.items():
            held = review.decided(subject)
            comments = review.comments(fingerprint)
            if held or comments:
                words = [held.reason if held else "", *(c.text for c in comments)]
                text = "\n".join(dict.fromkeys(w for w in words if w))
                shown[fingerprint] = Shown(
                    str(held.decision) if held else "", text, held.reviser if held else comments[-1].reviser
                )
        return workbook(found.versions, found.selection, found.related, ui or self.ui, shown)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """The collector of garbage goes through all documents, which takes a quarter of a second: it may wait that long."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _stamps(project: Project) -> dict[Path, tuple[int, int]]:
    """When each file of a project was written, and its size; those of the archive or volume that holds it, where one does."""
    paths = [*project.versions.values(), *(p for r in project.related for p in (r.path, *r.versions.values()))]
    out = {}
    for path in paths:
        held = split_path(path)[0]
        file = archive_of(held) or held
        if file.is_file():
            stat = file.stat()
            out[path] = (stat.st_mtime_ns, stat.st_size)
    return out


def _state_of(stamps: Mapping[Path, tuple[int, int]], pins: Sequence[str]) -> int:
    """A number for what a page shows: a window that shows it already is told of no correction, whoever made it and when."""
    return int(_digest(sorted((str(path), *stamp) for path, stamp in stamps.items()), pins, program_digest()), 16)


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]


def _pins(review: Review) -> tuple[str, ...]:
    return tuple(e.uuid for e in review.events if e.kind is EventKind.PIN)


def _bounded(payload: Mapping[str, object], name: str) -> str:
    text = str(payload.get(name, ""))
    if len(text) > _LONGEST:
        raise InputError(name, f"is longer than {_LONGEST} characters", hint="say it shorter")
    return text


def _beads(given: object) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Beads as a window sends them: [[source ids], [target ids]] each."""
    problem = InputError("pin", "the beads are not pairs of lists of ids", hint="load the page anew")
    if not isinstance(given, list) or not given:
        raise problem
    out: list[tuple[Sequence[str], Sequence[str]]] = []
    for bead in given:
        if not isinstance(bead, list) or len(bead) != 2:
            raise problem
        if not all(isinstance(side, list) and all(isinstance(i, str) for i in side) for side in bead):
            raise problem
        out.append((bead[0], bead[1]))
    return out
