"""The verdict of a comparison: what changed, in one line, and by what every changed word is explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from align.model import Bead, Relation
from corpora.mandates.extraction import Mandate
from corpora.model import Kind, Part
from corpora.structure.addresses import address_of
from corpora.values import Date
from reports.comparison.hunks import words_of
from reports.comparison.rows import RelatedPair
from reports.findings.model import Finding
from reports.messages.catalogue import say, title_of

_STRUCTURE = frozenset({"M103", "M104", "M105", "M106"})
_CONTINUED = "M102.continued"
"""What M102 says of a mandate that the later resolution keeps by reference."""
_EDITORIAL, _WORDING = "R106", "R105"
_RECITALS = frozenset({"R101", "R102", "R103"})
_FAMILIES = {
    "new": frozenset({"M101"}),
    "retired": frozenset({"M102"}),
    "replaced": frozenset({"M107"}),
    "weakened": frozenset({"M202"}),
    "strengthened": frozenset({"M201"}),
}
"""Parts of the line that one code each says."""
PARTS = {
    "retired": "verdict.retired",
    "weakened": "verdict.weakened",
    "continued": "verdict.continued",
    "new": "verdict.new",
    "replaced": "verdict.replaced",
    "strengthened": "verdict.strengthened",
    "changed": "verdict.changed",
    "values": "verdict.values",
    "recitals": "verdict.recitals",
    "other": "verdict.other",
    "wording": "verdict.wording",
    "editorial": "verdict.editorial",
}
"""The parts of the line in its order, with the sentence of each."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``parts`` counts findings by what they say (mandates that are new, weakened …; words of wording), those that are none left out.

    ``words`` counts changed words by the code of the finding that explains them, ``unexplained`` those that are in none;
    ``unchanged`` the operative paragraphs of which no word differs.
    """

    parts: Mapping[str, int]
    words: Mapping[str, int]
    unexplained: int
    unchanged: int

    @property
    def changed(self) -> int:
        """All changed words."""
        return sum(self.words.values()) + self.unexplained


def verdict_of(pair: RelatedPair, findings: Iterable[Finding]) -> Verdict | None:
    """What a comparison comes to, from all its findings, those that are not shown too; None between two languages."""
    if pair.earlier.language != pair.later.language:
        return None
    found = list(findings)
    words: Counter[str] = Counter()
    for finding in found:
        words[finding.code] += sum(len(words_of(place.quote)) for place in finding.changed_places)
    total = sum(entry.hunk.removed + entry.hunk.added for entry in pair.entries)
    same = [b for b in pair.alignment.beads if b.relation is Relation.IDENTICAL and len(b.source) == 1]
    unchanged = sum(pair.earlier.paragraph(b.source[0]).kind is Kind.OPERATIVE for b in same)
    explained = +words
    acts = any(p.part is not Part.TEXT for side in (pair.earlier, pair.later) for p in side.paragraphs)
    return Verdict(_parts(found, words, acts=acts), explained, max(0, total - sum(explained.values())), unchanged)


def _parts(found: Iterable[Finding], words: Counter[str], *, acts: bool) -> dict[str, int]:
    """The parts of the line with their counts; without ``acts``, as in reports and letters, nothing that changed was asked for."""
    counts: Counter[str] = Counter()
    for finding in found:
        part = "continued" if finding.sentence == _CONTINUED else _part(finding.code)
        counts["values" if part == "changed" and not acts else part] += 1
    counts["wording"] = words[_WORDING]
    counts["editorial"] = sum(len(f.changes) for f in found if f.code == _EDITORIAL)
    return {part: counts[part] for part in PARTS if counts[part]}


def _part(code: str) -> str:
    named = next((part for part, codes in _FAMILIES.items() if code in codes), None)
    if named is not None:
        return named
    if code in _RECITALS:
        return "recitals"
    if code in (_WORDING, _EDITORIAL) or code in _STRUCTURE:
        return ""
    return "changed" if code.startswith("M") else "other"


def verdict_line(verdict: Verdict, ui: str) -> str:
    """ "3 mandates weakened, 2 new, 41 words of wording, 12 editorial; nothing else changed"."""
    parts = [say(PARTS[part], ui, count=count) for part, count in verdict.parts.items()]
    if not parts:
        unexplained = verdict.unexplained
        return say("verdict.only_unexplained", ui, count=unexplained) if unexplained else say("verdict.nothing", ui)
    end = say("verdict.unexplained", ui, count=verdict.unexplained) if verdict.unexplained else say("verdict.rest", ui)
    return say("verdict.line", ui, parts=", ".join(parts), end=end)


def words_by_title(verdict: Verdict, ui: str) -> str:
    """ "780 changed words: Addressee (M204) 208; …", by what explains them, the most first."""
    shares = sorted(verdict.words.items(), key=lambda entry: (-entry[1], entry[0]))
    named = "; ".join(f"{title_of(code, ui)} ({code}) {count}" for code, count in shares)
    return say("verdict.words", ui, count=verdict.changed, named=named or "–")


def in_later_order(pair: RelatedPair) -> list[Bead]:
    """The beads in the order of the later text; what is gone stands behind what stood before it in the earlier one."""
    places = {p.id: i for i, p in enumerate(pair.later.all_paragraphs())}
    keyed: list[tuple[float, int, Bead]] = []
    last = -1.0
    for number, bead in enumerate(pair.alignment.beads):
        place = float(places[bead.target[0]]) if bead.target else last + 0.5
        if bead.target and not bead.moved:
            last = place
        keyed.append((place, number, bead))
    return [bead for _, _, bead in sorted(keyed, key=lambda entry: entry[:2])]


def dates_line(pair: RelatedPair, ui: str) -> str:
    """ "All dates 1 year on, except in op5"; empty where the dates of mandates follow no pattern.

    Looked at are the dates by when and until when mandates run: more than half of them, two at least, must have moved by the
    same number of years. Named are those that moved otherwise, or stayed.
    """
    steps = [(after.paragraph, step) for before, after in _kept(pair) for step in _steps(before, after)]
    moved = Counter(step for _, step in steps if step)
    if not moved:
        return ""
    years, count = moved.most_common(1)[0]
    if count < _FEWEST_DATES or 2 * count <= len(steps) or years is None:
        return ""
    others = dict.fromkeys(paragraph for paragraph, step in steps if step != years)
    if others:
        named = tuple(address_of(pair.later, paragraph) for paragraph in others)
        return say("verdict.dates_but", ui, years=years, others=named)
    return say("verdict.dates", ui, years=years)


def _kept(pair: RelatedPair) -> list[tuple[Mandate, Mandate]]:
    return [(c.before, c.after) for c in pair.changes if c.before is not None and c.after is not None]


def _steps(before: Mandate, after: Mandate) -> list[int | None]:
    """By how many years each date of a mandate moved, in their order; None for one that moved otherwise."""
    old, new = _dates(before), _dates(after)
    if len(old) != len(new):
        return []
    return [_years(a, b) for a, b in zip(old, new, strict=True)]


def _dates(mandate: Mandate) -> list[Date]:
    return [slot.states for slot in mandate.deadlines if isinstance(slot.states, Date) and slot.states.year is not None]


def _years(a: Date, b: Date) -> int | None:
    if a.year is None or b.year is None or a.month != b.month or abs((a.day or 0) - (b.day or 0)) > _SAME_DAY:
        return None
    return b.year - a.year


_FEWEST_DATES = 2
_SAME_DAY = 3
"""Days by which a deadline may differ and be the same a year on: they avoid Sundays."""
