"""One cause is one finding: what several checks, or one check at several places, see of the same slip is said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpora.model import Address, Resolution, Span
from corpora.values import ParagraphReference
from reports.checks.support.one_slip import PASSAGES
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Place, WordChange
from reports.messages.phrases import Facts

_REPEATED, _OF_REPEATED = "D107", ("D101", "D102", "D105")
"""The check of paragraphs printed twice, and the codes of those that see the second print otherwise."""
_PASSAGE = "D107.passage"
"""What is said of a passage that stands twice in a row, and not of a paragraph."""
_LOST, _FEWEST_LOST = "D101", 3
"""The check of missing paragraphs, and how many of its findings, beside paragraphs that stand twice, make a copy a damaged one: chosen."""
_JOINT = 6
"""Characters that may stand between the two prints of a passage."""
_ANNEX, _OF_ANNEX = "D106", ("D101", "D102")
"""The check of annexes, and the codes of those that miss what stands in one."""
_FIGURES = re.compile(r"\d+")
_BARE_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_FEWEST_CELLS = 4
"""Cells of a table that differ, from which its lines stand in another order: chosen; two figures that were exchanged are two."""
_NUMBER, _SESSION = "D201", "D204"


def one_finding_a_cause(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings of language versions, those of one cause as one.

    A paragraph printed twice is neither added nor cut otherwise, and several are one; a copy that has lost paragraphs as well is damaged,
    and one finding says so; an annex that is missing goes with all that stands in it;
    references that all run as far ahead, or behind, are one slip; so is a session that one version calls by its year ("the 2020
    session") and another by a number.
    """
    once = _with_damaged_copies_whole(_with_repetitions_joined(_without_repeated(found)))
    kept = _without_tables_in_another_order(_without_years_of_sessions(once), versions)
    return _with_references_joined(_with_annexes_whole(kept), versions)


def _without_tables_in_another_order(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings, less those of cells of a table whose lines stand in the alphabetical order of each language.

    Its figures are then all there, but beside others. A figure that one version has oftener or more seldom stays a finding, and so do
    two that were exchanged.
    """
    bare = [f for f in found if f.code == _NUMBER and _figure(f.source) and _figure(f.target)]
    if len(bare) < _FEWEST_CELLS:
        return list(found)
    held = {d.name: Counter(map(_bare_figure, (p.text for p in d.paragraphs))) for d in versions.documents}

    def is_only_moved(finding: Finding) -> bool:
        one, other = (held[place.document] for place in (finding.source, finding.target) if place)
        return all(one[figure] == other[figure] for figure in map(_figure, (finding.source, finding.target)))

    moved = {id(f) for f in bare if is_only_moved(f)}
    return [f for f in found if id(f) not in moved]


def _figure(place: Place | None) -> str:
    """The figure that is all of the paragraph of a place, "" where it says more or the place is not the whole."""
    return _bare_figure(place.quote) if place is not None and place.is_whole else ""


def _bare_figure(text: str) -> str:
    """A figure as all languages write it, "" of a text that says more."""
    return text.strip().replace(",", ".") if _BARE_FIGURE.fullmatch(text.strip()) else ""


def _without_years_of_sessions(found: Sequence[Finding]) -> list[Finding]:
    """The findings, less those of a number that is the year of a session which differs between the same versions."""
    sessions = [f for f in found if f.code == _SESSION]

    def is_of_one(finding: Finding) -> bool:
        said = {str(finding.facts.get(fact) or "") for fact in ("missing", "extra")} - {""}
        return finding.code == _NUMBER and any(
            finding.severity <= session.severity
            and finding.paragraphs == session.paragraphs
            and _absent(finding) == _absent(session)
            and all(_is_said_in(number, session) for number in said)
            for session in sessions
        )

    return [f for f in found if not is_of_one(f)]


def _is_said_in(number: str, session: Finding) -> bool:
    """Whether the groups of a finding, or its words, hold a number: "2020" of "2020 session"."""
    said = [*(group.says for group in session.groups), *(str(session.facts.get(f) or "") for f in ("missing", "extra"))]
    return any(number in _FIGURES.findall(words) for words in said)


def _without_repeated(found: Sequence[Finding]) -> list[Finding]:
    again = {str(a) for f in found if f.code == _REPEATED for a in _listed(f.facts.get("again"))}

    def is_of_it(finding: Finding) -> bool:
        places = (place for place in (finding.source, finding.target) if place is not None)
        return finding.code in _OF_REPEATED and any(f"{p.language}:{p.paragraph}" in again for p in places)

    return _without_passages_twice([f for f in found if not is_of_it(f)])


def _without_passages_twice(found: Sequence[Finding]) -> list[Finding]:
    """The findings, less those of passages that are left out or added where one is printed twice in a row."""
    twice: dict[str, Span | None] = {}
    for finding in found:
        if finding.code == _REPEATED and finding.target is not None:
            twice |= dict.fromkeys(map(str, _listed(finding.facts.get("passages"))))
            second = finding.target.inside
            first = Span(max(0, second.start - len(second) - _JOINT), second.end)
            twice |= {key: first for key in twice if key == f"{finding.target.language}:{finding.target.paragraph}"}

    def is_of_it(finding: Finding) -> bool:
        if finding.code not in PASSAGES:
            return False
        for place in filter(None, (finding.source, finding.target)):
            key = f"{place.language}:{place.paragraph}"
            prints = twice.get(key)
            if key in twice and len(place.inside) and (prints is None or place.inside.overlaps(prints)):
                return True
        return False

    return [f for f in found if not is_of_it(f)]


def _with_repetitions_joined(found: Sequence[Finding]) -> list[Finding]:
    """The findings; paragraphs that the same versions repeat, two and more, as one: the file was put together wrongly."""
    runs: dict[object, list[Finding]] = {}
    for finding in found:
        if finding.code == _REPEATED and finding.sentence != _PASSAGE:
            runs.setdefault((_absent(finding), finding.facts.get("others")), []).append(finding)
    heads = {id(run[0]): run for run in runs.values() if len(run) > 1}
    held = {id(f) for run in heads.values() for f in run[1:]}
    return [_joined_repetitions(heads[id(f)]) if id(f) in heads else f for f in found if id(f) not in held]


def _joined_repetitions(run: Sequence[Finding]) -> Finding:
    """Paragraphs that stand more than once as one finding, at the first of them."""
    first = run[0]
    again = tuple(str(a) for f in run for a in _listed(f.facts.get("again")))
    facts: Facts = {**first.facts, "count": len(run), **_from_to(run), "again": again}
    return replace(first, severity=max(f.severity for f in run), sentence="D107.run", facts=facts)


def _from_to(run: Sequence[Finding]) -> dict[str, Address]:
    """Where people find the first and the last of the paragraphs that findings are about."""
    addresses = [place.address for f in (run[0], run[-1]) if (place := f.source or f.target) is not None]
    return dict(zip(("first", "last"), addresses, strict=True))


def _with_damaged_copies_whole(found: Sequence[Finding]) -> list[Finding]:
    """The findings; what a version repeats and what it has lost as one, where it has lost several paragraphs and repeats some."""
    out = list(found)
    for twice in [f for f in found if f.code == _REPEATED and f.sentence != _PASSAGE]:
        lost = [f for f in out if f.code == _LOST and _absent(f) == _absent(twice)]
        if len(lost) < _FEWEST_LOST:
            continue
        where = _from_to(lost)
        one = twice.sentence != "D107.run"
        facts: Facts = {
            **twice.facts,
            **(_from_to([twice]) if one else {}),
            "count": 1 if one else twice.facts["count"],
            "lost": sum(int(str(f.facts.get("count", 1))) for f in lost),
            "lost_first": where["first"],
            "lost_last": where["last"],
        }
        whole = replace(twice, severity=max(f.severity for f in (twice, *lost)), sentence="D107.damaged", facts=facts)
        out = [whole if f is twice else f for f in out if f not in lost]
    return out


def _with_annexes_whole(found: Sequence[Finding]) -> list[Finding]:
    """The findings, less those of paragraphs of an annex that the same versions lack: it is as grave as the gravest of them."""
    annexes = {(f.source.document, f.source.paragraph, _absent(f)): f for f in found if f.code == _ANNEX and f.source}
    inside: dict[object, list[Finding]] = {}
    kept = []
    for finding in found:
        key = _annex_of(finding, annexes) if finding.code in _OF_ANNEX else None
        if key is None:
            kept.append(finding)
        else:
            inside.setdefault(key, []).append(finding)
    grave = {id(annexes[key]): max(f.severity for f in held) for key, held in inside.items()}  # type: ignore[index]
    return [replace(f, severity=max(f.severity, grave[id(f)])) if id(f) in grave else f for f in kept]


def _annex_of(finding: Finding, annexes: Iterable[tuple[str, str, object]]) -> tuple[str, str, object] | None:
    place = finding.source or finding.target
    if place is None:
        return None
    return next((key for key in annexes if _stands_in(place, key) and key[2] == _absent(finding)), None)


def _stands_in(place: Place, annex: tuple[str, str, object]) -> bool:
    return place.document == annex[0] and place.paragraph.startswith(f"{annex[1]}.")


def _absent(finding: Finding) -> object:
    """The versions that lack what a finding is about."""
    outlier = finding.facts.get("outlier")
    return frozenset(outlier) if isinstance(outlier, tuple) else frozenset((outlier,))


def _listed(fact: object) -> Sequence[object]:
    return fact if isinstance(fact, tuple | list) else ()


def _with_references_joined(found: Sequence[Finding], versions: Versions) -> list[Finding]:
    """The findings; references of the same versions whose numbers differ by as much, two and more, as one."""
    documents = {d.name: d for d in versions.documents}
    shifts = {id(f): _shift(f, documents) if f.code == _NUMBER else 0 for f in found}
    times = Counter((_absent(f), shifts[id(f)]) for f in found if shifts[id(f)])
    runs: dict[tuple[object, object, int], list[Finding]] = {}
    for finding in found:
        if shift := shifts[id(finding)]:
            usual = [s for (odd, s), n in times.items() if odd == _absent(finding) and n > 1]
            shift = next((s for s in usual if _all_shifted(finding, s, documents)), shift)
            runs.setdefault((_absent(finding), finding.facts.get("others"), shift), []).append(finding)
    heads = {id(run[0]): (run, shift) for (_, _, shift), run in runs.items() if len(run) > 1}
    held = {id(f) for run, _ in heads.values() for f in run[1:]}
    return [_run(*heads[id(f)]) if id(f) in heads else f for f in found if id(f) not in held]


def _shift(finding: Finding, documents: dict[str, Resolution]) -> int:
    """By how much the number of a paragraph that is cited is larger in the odd version; 0 for other findings."""
    source, target = (
        _cited(place, documents) if place is not None else None for place in (finding.source, finding.target)
    )
    return target - source if source is not None and target is not None else 0


def _all_shifted(finding: Finding, shift: int, documents: dict[str, Resolution]) -> bool:
    """Whether all references of the two paragraphs differ by as much: of "4 and 5" against "1 and 2" either pair may be shown."""
    numbers = [
        sorted(
            a.value.number
            for a in documents[p.document].paragraph(p.paragraph).anchors
            if isinstance(a.value, ParagraphReference)
        )
        for p in (finding.source, finding.target)
        if p is not None
    ]
    return len(numbers) == 2 and [n + shift for n in numbers[0]] == numbers[1]


def _cited(place: Place, documents: dict[str, Resolution]) -> int | None:
    """The number of the paragraph that a place cites; None where it cites none."""
    paragraph = documents[place.document].paragraph(place.paragraph)
    anchor = next((a for a in paragraph.anchors if a.span == place.inside), None)
    return anchor.value.number if anchor is not None and isinstance(anchor.value, ParagraphReference) else None


def _run(run: Sequence[Finding], shift: int) -> Finding:
    """Findings of references that run ahead or behind as one, at the first of them, with all places."""
    facts: Facts = {**run[0].facts, "count": len(run), "by": abs(shift)}
    notes = {note.name: note for finding in run for note in finding.notes}
    return replace(
        run[0],
        severity=max(f.severity for f in run),
        confidence=max(f.confidence for f in run),
        sentence="D201.ahead" if shift > 0 else "D201.behind",
        facts=facts,
        notes=tuple(notes.values()),
        changes=tuple(WordChange(f.source, f.target) for f in run),
    )
