"""What the template shows, made ready: rows, cells, marked text, findings, mandates."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from align.clauses import clauses
from align.model import Alignment, Relation
from corpora.kept import Kept, Same
from corpora.languages import language, language_of
from corpora.model import Address, Resolution
from corpora.structure.addresses import address_of
from reports.comparison.carry_over import CarryOver, carry_over
from reports.comparison.entries import Entry
from reports.comparison.lineage import Lineage
from reports.comparison.rows import RelatedPair, Versions
from reports.comparison.verdict import Verdict, dates_line, in_later_order, verdict_line, verdict_of, words_by_title
from reports.decisions.applying import VERSIONS, related_pair
from reports.decisions.decisions import Subject, subject_of
from reports.exporters.html.charts import ForceView, MatrixView, force_view, matrix_view
from reports.exporters.html.finding_texts import messages_of, titles_of
from reports.exporters.html.first_screen import TabView, related_heading, versions_verdict
from reports.exporters.html.mandate_rows import MandateRow, mandate_row
from reports.exporters.html.pieces import AnchorNumbers, quoted_spans
from reports.exporters.html.row_views import KeyedFinding, RelatedRow, RowCells, related_row, version_row
from reports.exporters.html.thread_rows import ThreadView, thread_view
from reports.exporters.particulars import particulars_lines
from reports.findings.model import Finding, Group, Place, Severity
from reports.findings.order import is_doubtful, shown_before
from reports.messages.catalogue import in_every_language, interface_languages, say_address, say_addresses
from reports.messages.wording import shortened
from reports.project.selection import Selection, Suppressed

_CARET = "\u2038"
"""Stands in a quotation where a version lacks the words, as in the text (CARET)."""
_SHORT = 160
"""Characters of a column up to which a row that stands alone is not folded: it takes no more room than the line in its place."""
_SAME = frozenset({str(Relation.IDENTICAL), str(Relation.EDITORIAL)})
_WORSE_FIRST = tuple(sorted(Severity, reverse=True))


@dataclass(frozen=True, slots=True)
class Quote:
    """What a finding shows of a version: the words, and the rest of the clause before and behind them."""

    code: str
    direction: str
    before: str
    words: str
    behind: str


@dataclass(frozen=True)
class FindingView:
    """One finding as shown in its row and in the list; ``key`` names it in the page, whatever else is found."""

    key: str
    code: str
    severity: str
    title: Mapping[str, str]
    messages: Mapping[str, str]
    place: Mapping[str, str]
    languages: str
    quotes: tuple[Quote, ...]
    votes: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    said: Mapping[str, tuple[str, ...]]
    """What each group says, where that is a place in the text by what people call it."""
    touched: str
    """The languages of the versions that differ, by which the list is filtered."""
    confidence: int
    doubtful: bool
    subject: Subject
    part: str
    """The id of the section of the page in which it stands."""
    paragraphs: tuple[str, ...]
    odd: str = ""
    """The language of the version that stands apart; "" where none does."""
    pair: str = ""
    """The related resolutions that it is of, by what they are called; "" for one of language versions."""


@dataclass(frozen=True)
class RowView:
    """A row of cells with the findings that stand in it."""

    anchor: str
    kind: str
    shown: RowCells
    findings: tuple[FindingView, ...]
    relation: str = ""

    @property
    def label(self) -> str:
        """The id of its first paragraph."""
        return self.shown.label


@dataclass(frozen=True)
class ColumnView:
    """The head of a column."""

    code: str
    name: str
    symbol: str
    direction: str


@dataclass(frozen=True)
class SectionView:
    """The versions, or one pair of related resolutions."""

    id: str
    heading: Mapping[str, str]
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    mandates: tuple[MandateRow, ...] = ()
    relations: tuple[tuple[str, int], ...] = ()
    carry_over: CarryOver | None = None
    verdict: tuple[Mapping[str, str], ...] = ()
    editorial: tuple[tuple[Mapping[str, str], str, str, str], ...] = ()
    matrices: tuple[MatrixView, ...] = ()
    subject: str = VERSIONS

    @property
    def blocks(self) -> list[tuple[bool, list[RowView]]]:
        """The rows in order; those that follow each other and say nothing new stand together, to be folded."""
        groups = [(folds, list(rows)) for folds, rows in itertools.groupby(self.rows, key=self._says_nothing)]
        return [(folds and self._worth_folding(rows), rows) for folds, rows in groups]

    def _worth_folding(self, rows: Sequence[RowView]) -> bool:
        """Whether a line in their place takes less room: an unchanged paragraph of a comparison has a line of its own as it is."""
        return len(rows) > 1 or (self.subject == VERSIONS and rows[0].shown.length > _SHORT)

    def _says_nothing(self, row: RowView) -> bool:
        """Whether a row holds nothing to look at: no finding, and in a comparison no changed word."""
        return not row.findings and (self.subject == VERSIONS or row.relation in _SAME)

    @property
    def same_mandates(self) -> int:
        """How many mandates no word of which differs, or only its print."""
        return sum(m.relation in _SAME for m in self.mandates)

    @property
    def shaded(self) -> bool:
        """Whether a word of a row is shaded."""
        parts = (part for row in self.rows for cell in row.shown.cells if cell for part in cell.parts)
        return any(piece.doubt for part in parts for p in part.paragraphs for piece in p.pieces)

    @property
    def redlined(self) -> bool:
        """Whether its rows can be shown as one column with what went and came."""
        return any(row.shown.inline for row in self.rows)


@dataclass(frozen=True)
class HiddenView:
    """A finding that is not shown: ``why`` it is not, and what was said of it."""

    code: str
    title: Mapping[str, str]
    place: Mapping[str, str]
    messages: Mapping[str, str]
    why: str
    reason: str


@dataclass(frozen=True)
class LineageView:
    """A series: the heads of its columns, and each mandate through its texts."""

    heads: tuple[str, ...]
    direction: str
    threads: tuple[ThreadView, ...]

    @property
    def same(self) -> int:
        """How many mandates nothing happened to."""
        return sum(not thread.has_changed for thread in self.threads)


@dataclass(frozen=True)
class PageView:
    """The whole page."""

    symbol: str
    title: str
    language: str
    sections: tuple[SectionView, ...]
    findings: tuple[FindingView, ...]
    counts: tuple[tuple[str, int], ...]
    codes: tuple[tuple[str, int, Mapping[str, str]], ...]
    hidden: tuple[HiddenView, ...] = ()
    lineage: LineageView | None = None
    force: ForceView | None = None
    places: tuple[tuple[str, Mapping[str, str]], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    particulars: Mapping[str, str] = field(default_factory=dict)
    tabs: tuple[TabView, ...] = ()

    @property
    def gravest_first(self) -> list[FindingView]:
        """The findings as a list shows them: by severity, then by confidence, then in the order of the text."""
        return sorted(self.findings, key=lambda f: shown_before(Severity[f.severity.upper()], f.confidence / 100))


@dataclass
class _Shown:
    """The findings of the whole page, in its order; ``documents`` are the texts that they quote, by name.

    A finding is known by its fingerprint: in another part of the page, which may have the same one, with the name of that part.
    """

    documents: Mapping[str, Resolution]
    kept: Kept
    views: list[FindingView] = field(default_factory=list)

    def add(self, finding: Finding, section: str, part: str, pair: str) -> FindingView:
        key = finding.fingerprint if part == VERSIONS else f"{finding.fingerprint}.{part}"
        made = partial(self._view, key, finding, section, part, pair)
        view = self.kept.same(("finding", section, key), (finding, pair), made)
        self.views.append(view)
        return view

    def _view(self, key: str, finding: Finding, section: str, part: str, pair: str) -> FindingView:
        places = [p for p in (finding.source, finding.target) if p]
        return FindingView(
            key=key,
            code=finding.code,
            severity=finding.severity.label,
            title=titles_of(finding),
            messages=messages_of(finding),
            place=_said_places(finding.addresses),
            languages=" ".join(dict.fromkeys(p.language for p in places)),
            quotes=tuple(self._quote(place) for place in _quoted(finding, part)),
            votes=finding.votes,
            groups=finding.groups,
            touched=" ".join(_touched(finding, places)),
            said={ui: _said_groups(finding, ui) for ui in interface_languages()},
            confidence=round(finding.confidence * 100),
            doubtful=is_doubtful(finding.confidence),
            subject=subject_of(finding, section),
            part=part,
            paragraphs=tuple(dict.fromkeys(finding.paragraphs)),
            odd=finding.odd or "",
            pair=pair,
        )

    def _quote(self, place: Place) -> Quote:
        """The words of a place in their clause: words alone say little."""
        before = behind = ""
        document = self.documents.get(place.document)
        known = document is not None and any(p.id == place.paragraph for p in document.all_paragraphs())
        if document is not None and known:
            paragraph, inside = document.paragraph(place.paragraph), place.inside
            for clause in clauses(paragraph.text, language_of(document), paragraph.verbs):
                if clause.start <= inside.start < clause.end:
                    before = paragraph.text[clause.start : inside.start].lstrip()
                    behind = paragraph.text[inside.end : clause.end].rstrip()
        return Quote(place.language, language(place.language).direction, before, place.quote or _CARET, behind)


def page_view(
    versions: Versions | None,
    selection: Selection,
    related: Sequence[tuple[RelatedPair, Selection]],
    lineage: Lineage | None = None,
    *,
    own: Resolution | None = None,
    kept: Kept | None = None,
) -> PageView:
    """Everything that the page shows; pairs are named by the one that is not the folder's ``own`` resolution.

    What is shown as it was shown before is taken from ``kept``, which holds for the documents of one page.
    """
    documents = [*(versions.documents if versions else ()), *(r for p, _ in related for r in (p.earlier, p.later))]
    shown = _Shown({document.name: document for document in documents}, kept or Kept())
    first = versions.pivot if versions else related[0][0].earlier
    titled = versions.pivot if versions else own or related[-1][0].later
    sections = tuple(_sections(versions, selection, related, own or first, shown=shown))
    tabs = _tabs(versions, selection, related, sections, own or (versions.pivot if versions else None))
    counts = Counter(v.severity for v in shown.views)
    codes = Counter(v.code for v in shown.views)
    titles = {v.code: v.title for v in shown.views}
    return PageView(
        symbol=titled.label,
        title=titled.title,
        language=titled.language,
        sections=sections,
        findings=tuple(shown.views),
        counts=tuple((s.label, counts[s.label]) for s in _WORSE_FIRST),
        codes=tuple((c, n, titles[c]) for c, n in sorted(codes.items())),
        hidden=tuple(_hidden(h) for s in (selection, *(found for _, found in related)) for h in s.suppressed),
        lineage=_lineage(lineage) if lineage else None,
        force=force_view(_series(related, lineage), kept) if related else None,
        particulars=particulars_lines(titled),
        tabs=tabs,
        places=_places(shown.views, documents),
        languages=tuple(
            (code, language(code).name) for code in dict.fromkeys(c for v in shown.views for c in v.subject.languages)
        ),
    )


def _sections(
    versions: Versions | None,
    selection: Selection,
    related: Sequence[tuple[RelatedPair, Selection]],
    own: Resolution,
    *,
    shown: _Shown,
) -> Iterator[SectionView]:
    """The versions, then each pair of related resolutions; findings are numbered through all of them."""
    anchors = AnchorNumbers()
    if versions:
        yield _versions_section(versions, selection.findings, shown, anchors)
    for i, (pair, found) in enumerate(related):
        subject = related_pair(pair.earlier, pair.later, own).name
        yield _related_section(f"related-{i + 1}", subject, pair, found, shown, anchors)


def _tabs(
    versions: Versions | None,
    selection: Selection,
    related: Sequence[tuple[RelatedPair, Selection]],
    sections: Sequence[SectionView],
    own: Resolution | None,
) -> tuple[TabView, ...]:
    """A tab for each section, in their order; where no resolution is the folder's ``own``, by the names of both."""
    tabs = []
    if versions:
        heading = in_every_language("page.between_languages")
        verdict = versions_verdict(versions, selection.findings)
        tabs.append(TabView(VERSIONS, heading, len(selection.findings), verdict))
    for (pair, found), section in zip(related, sections[len(tabs) :], strict=True):
        lines = section.verdict[:2]
        since = related_heading(pair, own) if own else section.heading
        tabs.append(TabView(section.id, since, len(found.findings), lines))
    return tuple(tabs)


def _series(related: Sequence[tuple[RelatedPair, Selection]], lineage: Lineage | None) -> list[Resolution]:
    """The resolutions of the report in their order."""
    if lineage:
        return list(lineage.resolutions)
    return list({r.name: r for pair, _ in related for r in (pair.earlier, pair.later)}.values())


def _hidden(entry: Suppressed) -> HiddenView:
    accepted = entry.accepted
    reason = f"{accepted.reason} ({accepted.author}, {accepted.date})" if accepted else entry.glob
    finding = entry.finding
    return HiddenView(
        code=finding.code,
        title=titles_of(finding),
        place=_said_places(finding.addresses),
        messages=messages_of(finding),
        why=entry.why,
        reason=reason,
    )


def _quoted(finding: Finding, part: str) -> list[Place]:
    """The places that are quoted beside the reason: of language versions whose words differ those words, not their paragraphs."""
    if part == VERSIONS and finding.changes:
        return list({place.language: place for place in reversed(finding.changed_places)}.values())[::-1]
    return [place for place in (finding.source, finding.target) if place]


def _touched(finding: Finding, places: Sequence[Place]) -> list[str]:
    """The versions that differ; where nothing is the common reading, or two are compared, those that are quoted."""
    codes = dict.fromkeys([c for group in finding.groups for c in group.versions] or [p.language for p in places])
    return [code for code in codes if finding.touches(code)] or list(codes)


def _said_places(addresses: Sequence[Address]) -> dict[str, str]:
    return {ui: say_addresses(addresses, ui) for ui in interface_languages()}


def _said_groups(finding: Finding, ui: str) -> tuple[str, ...]:
    """What each group says; where that is a place in the text, and so the id of an address among the facts, as people call it."""
    facts = [fact if isinstance(fact, tuple) else (fact,) for fact in finding.facts.values()]
    known = {str(part): say_address(part, ui) for fact in facts for part in fact if isinstance(part, Address)}
    whole = {", ".join(map(str, fact)): fact for fact in facts}
    run = "–".join(str(finding.facts.get(end, "")) for end in ("first", "last"))
    known[run] = "–".join(known.get(end, end) for end in run.split("–"))
    known |= {ids: ", ".join(known.get(str(part), str(part)) for part in fact) for ids, fact in whole.items()}
    return tuple(known.get(group.says, group.says) for group in finding.groups)


def _places(found: Sequence[FindingView], documents: Sequence[Resolution]) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """The paragraphs that findings touch, in the order of the texts, each id once with what people call it."""
    touched = {name for view in found for name in view.paragraphs}
    known: dict[str, Mapping[str, str]] = {}
    for document in documents:
        for paragraph in document.all_paragraphs():
            if paragraph.id in touched and paragraph.id not in known:
                known[paragraph.id] = _said_places([address_of(document, paragraph.id)])
    order = {p.id: k for document in reversed(documents) for k, p in enumerate(document.all_paragraphs())}
    return tuple(sorted(known.items(), key=lambda entry: order[entry[0]]))


def _lineage(lineage: Lineage) -> LineageView:
    threads = tuple(thread_view(lineage, thread) for thread in lineage.threads)
    direction = language_of(lineage.resolutions[-1]).direction
    return LineageView(tuple(r.label for r in lineage.resolutions), direction, threads)


def _column(resolution: Resolution) -> ColumnView:
    data = language_of(resolution)
    return ColumnView(resolution.language, data.name, resolution.symbol or "", data.direction)


def _added(
    findings: Sequence[Finding], shown: _Shown, section: str, part: str = VERSIONS, pair: str = ""
) -> list[tuple[Finding, FindingView]]:
    """Findings with their views; ``part`` of the page is where they stand, ``pair`` names the related resolutions that they are of."""
    return [(finding, shown.add(finding, section, part, pair)) for finding in findings]


def _versions_section(
    versions: Versions, findings: Sequence[Finding], shown: _Shown, anchors: AnchorNumbers
) -> SectionView:
    added = _added(findings, shown, VERSIONS)
    marks = quoted_spans([(f, v.key) for f, v in added], of_versions=True)
    pinned = {code: _pinned(alignment) for code, alignment in versions.alignments.items()}
    touching = _Touching(added)
    rows: list[RowView] = []
    for row in versions.rows:
        ids = [(cell.resolution.name, p.id) for cell in row.cells.values() for p in cell.paragraphs]
        here = touching.take(ids)
        standing = [KeyedFinding(f, v.key) for f, v in here]
        code, cell = next(iter(row.cells.items()))
        anchor = f"v-{cell.first.id}" if code == versions.pivot.language else f"v-{code}.{cell.first.id}"
        # All that a row is made of: what was made of the same is taken again.
        texts = [(c, Same(other.resolution), [p.id for p in other.paragraphs]) for c, other in row.cells.items()]
        held = [[p.id in pinned.get(c, ()) for p in other.paragraphs] for c, other in row.cells.items()]
        given = texts, held, standing, [marks.get(key, ()) for key in ids]
        make = partial(version_row, versions, row, standing, marks=marks, anchors=anchors, pinned=pinned)
        cells = shown.kept.same(("row", anchor), given, make)
        rows.append(RowView(anchor, str(row.kind), cells, tuple(v for _, v in here)))
    columns = tuple(_column(d) for d in versions.documents)
    matrices = [_matrix(versions, document, shown.kept) for document in versions.others]
    return SectionView(
        "versions",
        in_every_language("page.language_versions"),
        columns,
        tuple(rows),
        matrices=tuple(m for m in matrices if m),
    )


def _matrix(versions: Versions, document: Resolution, kept: Kept) -> MatrixView | None:
    code = document.language
    alignment = versions.alignments[code]
    return kept.same(("matrix", code), alignment, partial(matrix_view, code, versions.pivot, document, alignment))


def _pinned(alignment: Alignment) -> frozenset[str]:
    """The target paragraphs of beads that a reviser has set."""
    return frozenset(i for bead in alignment.beads if bead.pinned for i in bead.target)


class _Touching:
    """Findings by the paragraphs that they quote; each is shown in the first row that it touches."""

    def __init__(self, added: Sequence[tuple[Finding, FindingView]]) -> None:
        self._of: dict[tuple[str, str], list[int]] = {}
        self._added = added
        for place, (finding, _) in enumerate(added):
            for quoted in (finding.source, finding.target):
                if quoted is not None:
                    self._of.setdefault((quoted.document, quoted.paragraph), []).append(place)
        self._used: set[int] = set()

    def take(self, paragraphs: Iterable[tuple[str, str]]) -> list[tuple[Finding, FindingView]]:
        """The findings that touch some paragraphs, by document and id, and were not taken before; in their order."""
        here = {place for key in paragraphs for place in self._of.get(key, ())} - self._used
        self._used |= here
        return [self._added[place] for place in sorted(here)]


def _related_section(
    name: str,
    subject: str,
    pair: RelatedPair,
    found: Selection,
    shown: _Shown,
    anchors: AnchorNumbers,
) -> SectionView:
    label = f"{pair.earlier.label} → {pair.later.label}"
    rows = _related_rows(
        name, pair, _added(found.findings, shown, subject, name, label), anchors, shown.kept.under(name)
    )
    relations = Counter(str(b.relation) for b in pair.alignment.beads)
    heading = dict.fromkeys(interface_languages(), label)
    order = [str(r) for r in Relation if relations[str(r)]]
    drawn = partial(matrix_view, pair.later.language, pair.earlier, pair.later, pair.alignment)
    matrix = shown.kept.of(("matrix", Same(pair)), drawn)

    def mandates() -> tuple[MandateRow, ...]:
        return tuple(mandate_row(pair, c) for c in pair.changes)

    return SectionView(
        id=name,
        heading=heading,
        columns=(_column(pair.earlier), _column(pair.later)),
        rows=rows,
        mandates=shown.kept.of(("mandates", Same(pair)), mandates),
        relations=tuple((r, relations[r]) for r in order),
        carry_over=shown.kept.of(("carried over", Same(pair)), partial(carry_over, pair)),
        verdict=_verdict(pair, verdict_of(pair, found.everything)),
        editorial=_editorial(found.findings),
        matrices=(matrix,) if matrix else (),
        subject=subject,
    )


def _related_rows(
    name: str,
    pair: RelatedPair,
    added: Sequence[tuple[Finding, FindingView]],
    anchors: AnchorNumbers,
    kept: Kept,
) -> tuple[RowView, ...]:
    """A row a bead, in the order of the later text; a finding is shown in the first that it touches."""
    marks = quoted_spans([(f, v.key) for f, v in added])
    entries: dict[Sides, list[Entry]] = {}
    for entry in pair.entries:
        entries.setdefault((entry.hunk.bead.source, entry.hunk.bead.target), []).append(entry)
    touching = _Touching(added)
    rows: list[RowView] = []
    for bead in in_later_order(pair):
        before = [pair.earlier.paragraph(i) for i in bead.source]
        after = [pair.later.paragraph(i) for i in bead.target]
        ids = [*((pair.earlier.name, p.id) for p in before), *((pair.later.name, p.id) for p in after)]
        here = touching.take(ids)
        standing = [KeyedFinding(f, v.key) for f, v in here]
        first = (before or after)[0]
        anchor = f"{name}-{after[0].id}" if after else f"{name}-was-{first.id}"
        row = RelatedRow(bead, before, after, entries.get((bead.source, bead.target), ()))
        given = Same(pair.earlier), Same(pair.later), bead, standing, [marks.get(key, ()) for key in ids]
        cells = kept.same(("row", anchor), given, partial(related_row, pair, row, standing, marks, anchors))
        views = tuple(v for _, v in here)
        rows.append(RowView(anchor, str(first.kind), cells, views, str(bead.relation)))
    return tuple(rows)


Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of the paragraphs of a bead."""


def _verdict(pair: RelatedPair, found: Verdict | None) -> tuple[Mapping[str, str], ...]:
    """The lines that say what the comparison comes to, each in every language of the interface."""
    if found is None:
        return ()
    shown = [
        {ui: verdict_line(found, ui) for ui in interface_languages()},
        {ui: dates_line(pair, ui) for ui in interface_languages()},
    ]
    if found.changed:
        shown.append({ui: words_by_title(found, ui) for ui in interface_languages()})
    return tuple(line for line in shown if any(line.values()))


def _editorial(findings: Sequence[Finding]) -> tuple[tuple[Mapping[str, str], str, str, str], ...]:
    """The editorial changes: where, the words before and after, the key of the reason."""
    out = []
    for change in (c for f in findings for c in f.changes if c.reason):
        places = [place for place in (change.source, change.target) if place is not None]
        was, now = (shortened(p.quote, 80) if p is not None else "–" for p in (change.source, change.target))
        out.append((_said_places([p.address for p in places]), was, now, change.reason))
    return tuple(out)
