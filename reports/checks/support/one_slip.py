"""One slip under two codes: words that one version has in the place of others, and what stands in a passage that it leaves out or adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from corpora.model import Resolution
from reports.checks.support.lexical_evidence import places_in
from reports.comparison.rows import VersionRow, Versions
from reports.findings.model import Finding, Group, Place, Severity
from reports.findings.order import is_doubtful

_QUALIFIER, _SYMBOL, _NUMBER = "D305", "D203", "D201"
_LEFT_OUT, _ADDED = PASSAGES = ("D103", "D104")
_LACKS, _HAS_ALONE, _DIFFERS = "value.missing", "value.extra", "value.differs"
"""What is said of a value that a version lacks, of one that it has alone, and of one that it has in the place of another."""
_BESIDE = 0.15
"""Share of a paragraph's length by which one qualifier may stand elsewhere than the other whose place it takes: chosen, less than the
third by which a rendering may stand elsewhere, since here nothing but the place tells that the two are one."""
_INSIDE = 0.5
"""Share of the linked words of a place whose renderings stand in a passage, from which it stands in it: as for passages that are one part."""
_SLIP = 1
"""Figures by which a number may be another one's slip: one changed, left out, doubled or exchanged with its neighbour."""


def with_replacements_joined(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings; a value that a version lacks and one that it alone has in its place are one finding.

    So are a qualifier and another one at the same place of the paragraph, and a symbol and a number that is a slip of it
    ("第25853(2021)号" for 2585 (2021) is read as a number).
    """
    documents = {d.name: d for d in versions.documents}
    lacked = [f for f in found if f.sentence == _LACKS and f.code in (_QUALIFIER, _SYMBOL)]
    alone = [f for f in found if f.sentence == _HAS_ALONE and f.code in (_QUALIFIER, _NUMBER)]
    joined: dict[int, Finding] = {}
    taken: set[int] = set()
    for lost in lacked:
        other = next((f for f in alone if id(f) not in taken and _is_in_place_of(f, lost, documents)), None)
        if other is not None:
            joined[id(lost)] = _joined(lost, other)
            taken.add(id(other))
    return [joined.get(id(f), f) for f in found if id(f) not in taken]


def _is_in_place_of(added: Finding, lost: Finding, documents: Mapping[str, Resolution]) -> bool:
    """Whether what one version alone has stands in the place of what the same version lacks."""
    if added.odd != lost.odd or lost.source is None or lost.target is None or added.target is None:
        return False
    if (added.target.document, added.target.paragraph) != (lost.target.document, lost.target.paragraph):
        return False
    if lost.code == _SYMBOL:
        number, slip = str(lost.facts["missing"]).partition(" ")[0], str(added.facts["extra"])
        return added.code == _NUMBER and OSA.distance(number, slip) <= _SLIP < min(len(number), len(slip))
    return added.code == lost.code and abs(_share(lost.source, documents) - _share(added.target, documents)) <= _BESIDE


def _share(place: Place, documents: Mapping[str, Resolution]) -> float:
    """Where in its paragraph the middle of a place stands, from 0 to 1."""
    length = len(documents[place.document].paragraph(place.paragraph).text)
    return (place.inside.start + place.inside.end) / 2 / length if length else 0.0


def _joined(lost: Finding, added: Finding) -> Finding:
    """A value that a version lacks with the one that it has in its place."""
    extra = str(added.facts["extra"])
    said = {g.versions: g.says or extra for g in lost.groups}
    return replace(
        lost,
        severity=max(lost.severity, added.severity),
        target=added.target,
        sentence=_DIFFERS,
        facts={**lost.facts, "extra": extra},
        groups=tuple(Group(versions, says) for versions, says in said.items()),
        votes=tuple((code, extra if code == lost.odd else words) for code, words in lost.votes),
    )


def without_what_passages_say(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings, less those of words inside a passage that the same version leaves out or adds: the passage is the slip.

    It is then as grave and as likely as what stood in it. A passage that is doubtful says nothing for others, and a finding that
    shows words in both versions stays where it is likelier, or grave: what stands there instead is more than a loss.
    """
    passages = [f for f in found if f.code in PASSAGES and not is_doubtful(f.confidence)]
    if not passages:
        return list(found)
    held: dict[int, list[Finding]] = {}
    kept = []
    for finding in found:
        of = next((p for p in passages if finding.code not in PASSAGES and _stands_in(finding, p, versions)), None)
        if of is None:
            kept.append(finding)
        else:
            held.setdefault(id(of), []).append(finding)
    return [_with(f, held[id(f)]) if id(f) in held else f for f in kept]


def _with(passage: Finding, inside: Iterable[Finding]) -> Finding:
    every = (passage, *inside)
    return replace(passage, severity=max(f.severity for f in every), confidence=max(f.confidence for f in every))


def _stands_in(finding: Finding, passage: Finding, versions: Versions) -> bool:
    if finding.odd != passage.odd:
        return False
    whole, own = _side(passage, passage.code), _side(finding, passage.code)
    if whole is None or own is None or own.is_whole or not own.quote:
        return False
    shows_both = finding.source is not None and finding.target is not None and not _is_silent(finding, passage.code)
    grave = finding.severity >= max(passage.severity, Severity.MAJOR)
    if shows_both and (grave or finding.confidence > passage.confidence):
        return False
    if own.document == whole.document:
        return (
            own.paragraph == whole.paragraph
            and own.inside.start >= whole.inside.start
            and own.inside.end <= whole.inside.end
        )
    row = versions.row_of(whole.language, whole.paragraph)
    if row is None or row is not versions.row_of(own.language, own.paragraph):
        return False
    return _links_into(row, own, whole)


def _side(finding: Finding, code: str) -> Place | None:
    """The place in a version that has the words: what is left out stands in the others, what is added in the odd one."""
    return finding.source if code == _LEFT_OUT else finding.target


def _is_silent(finding: Finding, code: str) -> bool:
    """Whether the other version is shown with nothing in particular."""
    other = finding.target if code == _LEFT_OUT else finding.source
    return other is None or other.is_whole or not other.quote


def _links_into(row: VersionRow, own: Place, whole: Place) -> bool:
    """Whether most words of a place that are linked at all are rendered by words of a passage of another version.

    Not where the texts are too long to be compared word by word.
    """
    pair = row.column.pair(own.language, whole.language)
    if pair is None:
        return False
    mine, theirs = (_words(row, place) for place in (own, whole))
    partners = [partner for place in mine if (partner := int(pair.partners[place])) >= 0]
    return bool(partners) and sum(partner in theirs for partner in partners) >= _INSIDE * len(partners)


def _words(row: VersionRow, place: Place) -> range:
    paragraph = row.cells[place.language].resolution.paragraph(place.paragraph)
    return places_in(row, place.language, paragraph, place.inside)
