"""The one way from documents to findings: a ``Case`` says what is compared with what, ``examine`` says what that comes to.

Commands, the corpus run, the review and programs build cases (`reports.pipeline.files`, `reports.pipeline.project`,
`reports.pipeline.corpus`); none of them aligns or checks by itself. What they once settled each for itself:

Language
    What is stated of a file holds: ``--language``, a folder's layout (``fr.md``, ``2001-9.fr.md``), the document store. Where
    nothing is stated (files named one by one, a corpus) the text tells.
A second file of one language
    Is never used in silence: `by_language` refuses it where a person named the files; a corpus run, which goes on whatever one
    file does, uses the first and lists the other among what was not used.
Review
    Belongs to the versions of its folder, whichever command names them: pins and dismissals hold in ``report``, ``review``,
    ``export``, and in ``check`` and ``--corpus`` where the files are the folder's ``fr.md``, ``en.md``, … around the folder's
    pivot (`reports.pipeline.files.review_of_files`). ``compare``, ``series``, ``base`` and ``lint`` ask about files, not about a
    folder, and know no review. The review's own page gets the pins only: it shows what was dismissed, marked so.
Predecessor
    The versions of the earlier resolution, by language: given with ``--earlier``, the nearest earlier one that a folder's
    settings name, or in a corpus the one that is cited and continued.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from align.encoders.threads import one_thread
from align.lexicon.known_pairs import pairs_of
from align.model import Alignment
from align.related import align_related
from align.search.constraints import Pin
from corpora.errors import InputError
from corpora.kept import Kept, Same
from corpora.model import Resolution
from corpora.notebook import html_table
from corpora.resources.adoption_dates import AdoptionDates
from corpora.resources.bitexts import Bitext
from reports.checks.runner import check_document, check_related, check_versions
from reports.comparison.languages import with_languages
from reports.comparison.lineage import Lineage, lineage_of
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.memory import Memory, TextsMemory
from reports.comparison.rows import (
    Predecessor,
    RelatedPair,
    VersionRow,
    Versions,
    compare_aligned,
    compare_bitext,
    compare_related,
    compare_versions,
)
from reports.comparison.three_texts import ThreeTexts, three_texts
from reports.decisions.applying import VERSIONS, related_pair, without_dismissed
from reports.decisions.decisions import Review
from reports.findings.model import Finding
from reports.pipeline.progress import ProgressCallback, silent
from reports.pipeline.run_options import RunOptions
from reports.project.selection import Selection, Suppressed
from reports.project.settings import Settings


class Position(StrEnum):
    """Whether a related resolution came before or after the one of the case."""

    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class RelatedDocument:
    """A related resolution, its place in the series, and the beads that a reviser set between it and the case's own."""

    resolution: Resolution
    place: Position
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True)
class Case:
    """What is to be examined.

    ``documents`` holds the versions by language, ``pivot`` the language that the others are compared with. One document
    without related ones is examined alone (as ``lint`` does), with ``adopted`` for the dates of what it cites. ``related``
    resolutions are each compared with the pivot's document; with ``successive`` each resolution of the series is compared with
    the next instead; with ``three`` they are the last resolution and the draft of the case's own. ``predecessor`` holds the versions of the earlier resolution by language; ``memory`` knows how the record
    rendered paragraphs before, where it is not the predecessor alone that says so. ``pins`` are beads that a
    reviser set, by the other version's language; ``dismissals`` the review whose dismissed findings are hidden. ``bitext``
    holds versions that are aligned already; then there are no documents. ``misplaced`` holds texts that are no versions, by the
    language that the name of their file says: each is in another one.
    """

    documents: Mapping[str, Resolution]
    pivot: str
    related: tuple[RelatedDocument, ...] = ()
    successive: bool = False
    three: bool = False
    predecessor: Mapping[str, Resolution] = field(default_factory=dict)
    memory: Memory | None = None
    pins: Mapping[str, Sequence[Pin]] = field(default_factory=dict)
    dismissals: Review | None = None
    options: RunOptions = field(default_factory=RunOptions)
    adopted: AdoptionDates = field(default_factory=AdoptionDates)
    bitext: Bitext | None = None
    misplaced: Mapping[str, Resolution] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.bitext is None and self.pivot not in self.documents:
            raise ValueError(f"no document in {self.pivot}, the pivot")
        if self.three and not (self.successive and len(self.related) == 2):
            raise ValueError("three texts are two successive ones and the case's own")

    def __repr__(self) -> str:
        if self.bitext is not None:
            return "<Case of a bitext>"
        return f"<Case {self.own.label}: {' '.join(self.documents)}, {len(self.related)} related>"

    @property
    def own(self) -> Resolution:
        """The pivot's document. Raises KeyError for a bitext, which has none."""
        return self.documents[self.pivot]

    @property
    def others(self) -> list[Resolution]:
        """The versions beside the pivot."""
        return [document for code, document in self.documents.items() if code != self.pivot]

    @property
    def series(self) -> list[Resolution]:
        """The earlier resolutions, the case's own, the later ones, in the order of adoption."""
        earlier = [r.resolution for r in self.related if r.place is Position.EARLIER]
        later = [r.resolution for r in self.related if r.place is Position.LATER]
        return [*earlier, self.own, *later]

    def pairs(self) -> Iterator[tuple[Resolution, Resolution, tuple[Pin, ...]]]:
        """The related resolutions to compare, the earlier first, with the beads that are given."""
        if self.successive:
            yield from ((a, b, ()) for a, b in itertools.pairwise(self.series))
            return
        for entry in self.related:
            pair = (entry.resolution, self.own) if entry.place is Position.EARLIER else (self.own, entry.resolution)
            yield (*pair, entry.pins)


@dataclass(frozen=True, repr=False)
class Result:
    """What a case comes to.

    ``selection`` holds the findings of the versions, or of the one document that was examined alone; ``related`` each pair with
    its findings; ``lineage`` the mandates through the series where it has three resolutions or more, or was asked for as one;
    ``three`` the last resolution, the draft and the adopted text in rows.
    """

    document: Resolution | None
    versions: Versions | None
    selection: Selection
    related: tuple[tuple[RelatedPair, Selection], ...] = ()
    lineage: Lineage | None = None
    three: ThreeTexts | None = None

    @property
    def selections(self) -> list[Selection]:
        """The findings of the versions or the document, then those of each pair."""
        own = [self.selection] if self.versions or not self.related else []
        return own + [found for _, found in self.related]

    @property
    def rows(self) -> tuple[VersionRow, ...]:
        """The rows of the versions; none where nothing but related resolutions was compared."""
        return self.versions.rows if self.versions else ()

    @property
    def findings(self) -> list[Finding]:
        """Every finding that is shown."""
        return [finding for selection in self.selections for finding in selection.findings]

    @property
    def hidden(self) -> list[Suppressed]:
        """Every finding that is not shown, with why."""
        return [entry for selection in self.selections for entry in selection.suppressed]

    def selection_of_all(self) -> Selection:
        """Every finding that is shown and every one that is not, as one."""
        return Selection(self.findings, self.hidden)

    @property
    def mandate_changes(self) -> list[MandateChange]:
        """What became of each mandate, pair by pair."""
        return [change for pair, _ in self.related for change in pair.changes]

    def required_versions(self) -> Versions:
        """The versions. Raises ValueError where the case had fewer than two."""
        if self.versions is None:
            raise ValueError("the case had no versions to compare")
        return self.versions

    def required_lineage(self) -> Lineage:
        """The series. Raises ValueError where the case was none."""
        if self.lineage is None:
            raise ValueError("the case was no series")
        return self.lineage

    def required_three(self) -> ThreeTexts:
        """The three texts. Raises ValueError where the case was about others."""
        if self.three is None:
            raise ValueError("the case was not about three texts")
        return self.three

    def only_pair(self) -> tuple[RelatedPair, Selection]:
        """The one related pair and its findings. Raises ValueError where the case had none or several."""
        (pair,) = self.related
        return pair

    def __repr__(self) -> str:
        own = self.versions or self.document
        parts = [repr(own)] if own else []
        parts += [f"{len(self.related)} related", f"{len(self.findings)} findings", f"{len(self.hidden)} hidden"]
        return f"<Result: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        """The findings as a table, for a notebook."""
        rows = [
            (f.code, f.severity.label, " / ".join(dict.fromkeys(f.paragraphs)), f.message("en")) for f in self.findings
        ]
        return html_table(repr(self), ("code", "severity", "paragraphs", "finding"), rows)


def by_language(documents: Iterable[Resolution]) -> dict[str, Resolution]:
    """Documents by their language, in their order. Raises InputError where two are in one language."""
    found: dict[str, Resolution] = {}
    for document in documents:
        first = found.setdefault(document.language, document)
        if first is not document:
            raise InputError(
                document.name,
                f"is in {document.language}, as {first.name} is",
                hint="give one file a language; compare two resolutions of one language with hexapla compare",
            )
    return found


def examine(
    case: Case, *, on_progress: ProgressCallback = silent, kept: Kept | None = None, between_runs: bool = False
) -> Result:
    """Align and check what a case names; ``on_progress`` is told of each step.

    Each two resolutions are aligned once, with the pins that the case gives: findings of related resolutions, the series of
    mandates and the search for stale passages look at the same beads. Linear algebra runs in one thread meanwhile.

    ``kept`` holds what an examination of the same documents with the same options came to, be it with other pins: what these do
    not touch is taken from there, and the result is the same as without. ``between_runs``: what was found of the words of these
    documents is taken from the cache on disk, and kept there for the next time.
    """
    with one_thread(), pairs_of(_name_of(case)) if between_runs else nullcontext():
        return _examine(case, on_progress, kept or Kept())


def _name_of(case: Case) -> str:
    """What the documents of a case are known by from run to run, whatever was changed in them."""
    names = (f"{code} {document.label}" for code, document in sorted(case.documents.items()))
    return "\n".join(names) or "bitext"


def _examine(case: Case, on_progress: ProgressCallback, kept: Kept) -> Result:
    if case.bitext is not None:
        versions = compare_bitext(case.bitext, case.options.settings)
        return Result(versions.pivot, versions, case.options.select(check_versions(versions)))
    pairs = []
    for earlier, later, pins in case.pairs():
        on_progress(f"{earlier.label} → {later.label}")
        pairs.append(compare_related(earlier, later, settings=case.options.settings, pins=pins, kept=kept))
    compared = _compared(case, pairs, on_progress, kept) if case.others else None
    others = _changes_in_others(case, compared, on_progress, kept)
    return Result(
        document=case.own,
        versions=compared,
        selection=_own_findings(case, compared),
        related=tuple((pair, _pair_findings(case, pair, compared, others, kept)) for pair in pairs),
        lineage=None if case.three else _lineage(case, pairs, kept),
        three=_three_texts(case, pairs) if case.three else None,
    )


def _three_texts(case: Case, pairs: Sequence[RelatedPair]) -> ThreeTexts:
    last, draft, adopted = case.series
    alignments = [*(pair.alignment for pair in pairs), align_related(last, adopted)]
    return three_texts((last, draft, adopted), alignments)


def _compared(case: Case, pairs: Sequence[RelatedPair], on_progress: ProgressCallback, kept: Kept) -> Versions:
    """The versions in rows; the predecessor comes with the alignments that are at hand."""
    on_progress(" ".join([case.pivot, *(document.language for document in case.others)]))
    predecessor = None
    if case.predecessor:
        at_hand: dict[str, Alignment] = {}
        for pair in pairs:
            code = pair.later.language
            if pair.later is case.documents.get(code) and pair.earlier is case.predecessor.get(code):
                at_hand[code] = pair.alignment
        before = case.predecessor
        predecessor = Predecessor(before, at_hand, kept.of(("predecessor", Same(before)), dict[str, Alignment]))
    compared = compare_versions(
        case.own, case.others, settings=case.options.settings, predecessor=predecessor, pins=case.pins, kept=kept
    )
    return replace(compared, memory=case.memory or _memory(case, kept))


def _memory(case: Case, kept: Kept) -> TextsMemory | None:
    before = case.predecessor
    return kept.of(("memory", Same(before)), lambda: TextsMemory([before])) if before else None


def _own_findings(case: Case, compared: Versions | None) -> Selection:
    """The findings of the versions; of the one document where the case is about that alone."""
    if compared is not None:
        return without_dismissed(
            case.options.select(check_versions(compared, case.misplaced)), case.dismissals, VERSIONS
        )
    if case.related:
        return Selection([], [])
    return case.options.select(check_document(case.own, case.options.settings, case.adopted))


def _pair_findings(
    case: Case, pair: RelatedPair, compared: Versions | None, others: Mapping[str, Sequence[Finding]], kept: Kept
) -> Selection:
    section = related_pair(pair.earlier, pair.later, case.own).name
    found = kept.of(("found", Same(pair)), lambda: check_related(pair))
    if compared is not None and others and pair.later is case.own and pair.earlier is case.predecessor.get(case.pivot):
        found = with_languages(found, compared, others)
    return without_dismissed(case.options.select(found), case.dismissals, section)


def _changes_in_others(
    case: Case, compared: Versions | None, on_progress: ProgressCallback, kept: Kept
) -> dict[str, list[Finding]]:
    """What changed in each other version since its own predecessor, where the pivot's is compared with its predecessor too."""
    first = case.predecessor.get(case.pivot)
    wanted = any(later is case.own and earlier is first for earlier, later, _ in case.pairs())
    if compared is None or compared.predecessor is None or first is None or not wanted:
        return {}
    found = {}
    for document in case.others:
        earlier = case.predecessor.get(document.language)
        if earlier is not None:
            on_progress(f"{earlier.label} → {document.label} ({document.language})")
            alignment = compared.predecessor.alignment_with(document)
            changes = partial(_changes, earlier, document, alignment, case.options.settings)
            found[document.language] = kept.of(("changes", Same(earlier), Same(document), Same(alignment)), changes)
    return found


def _changes(earlier: Resolution, later: Resolution, alignment: Alignment, settings: Settings) -> list[Finding]:
    return check_related(compare_aligned(earlier, later, alignment, settings))


def _lineage(case: Case, pairs: Sequence[RelatedPair], kept: Kept) -> Lineage | None:
    """The series that earlier, own and later resolutions make, where they are more than two or asked for as a series.

    Two neighbours that were compared already are not aligned again.
    """
    series = case.series
    if len(series) < 2 or (len(series) == 2 and not case.successive):
        return None
    known = {(id(pair.earlier), id(pair.later)): pair for pair in pairs}
    return lineage_of(
        [
            known.get((id(a), id(b))) or compare_related(a, b, settings=case.options.settings, kept=kept)
            for a, b in itertools.pairwise(series)
        ]
    )
