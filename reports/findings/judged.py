"""How likely a finding is right: the share of findings like it that people judged right.

What is like it is told by its code, by how much it states, by its sentence, by whether the record renders so seldom, by how many
versions stand against the odd one and by the language of the odd one. How much: two values that differ, or one that has no partner; of
a passage, whether the versions taken together are sure of it; of other codes, whether it is grave. How many: four and
more others, or fewer. Too few were judged to count each sort by itself, so each of these, and some of them together, has a weight in a
logistic regression, held towards none by a normal prior: a code of which little was judged takes the share of its family ("D2"), and
one of which nothing was said on a language that of all languages (Gelman and others, "Bayesian Data Analysis", chapter 16; the
interval is Laplace's, chapter 4). What the check itself doubts makes it less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from corpora.system.tables import read_toml
from reports.findings.model import Finding, Severity

PRIOR = 2.0
"""The precision of a weight's prior, in inverse squared log-odds: the likeliest of 0.25 to 4 when each resolution is left out in turn
(benchmarks/judged_confidence.py)."""
_FREE = 1e-3
"""The precision of the prior of what all findings share: as good as none."""
_FIRM = 0.8
"""Confidence of a check from which it doubts nothing: the usual one of the checks whose findings were judged."""
_INTERVAL = 1.645
"""Standard deviations on either side that hold nine of ten of a normal distribution."""
_STEPS, _ENOUGH = 50, 1e-8
"""Steps of Newton's method at most, and the largest change of a weight that ends it: it takes about eight."""
_SELF_EVIDENT = "impossible."
"""Notes that say why a value cannot be right: then the check knows better than the share."""
_COUNTS = "record.seldom"
"""A note that makes a finding likelier: the record renders one verb by the other seldom (D301: 23 of 32 right with it, 7 of 43 without)."""
_MISSING = (-5.0, -3.5, -2.0)
"""Mean log-odds of quoted words from which each further step says that they are missing: so that each step holds some of the judged findings of
resolutions that the network did not learn from."""
_VALUES = "D2"
_FAMILY = 2
"""The letters of a code that say its family."""
_MANY = 4
"""Other versions from which they are many: of six all but one may spare one that is worded freely. Judged grave findings with so many against
one were right in 71 of 103, others in 11 of 37 (benchmarks/judged_findings.tsv)."""


@dataclass(frozen=True, slots=True, order=True)
class Sort:
    """What findings are judged alike by: the code, "grave" or "minor", "many" or "few" versions against the odd one, its language.

    ``words`` says how surely the quoted words are missing, in steps from "0", "" where that was not asked.

    ``against`` is "" between two versions and where the finding does not say; so is ``odd``. ``sentence`` is the name of what the finding
    says ("value.differs"), ``note`` that of a note which counts ("record.seldom"); "" where there is none.
    """

    code: str
    level: str
    against: str = ""
    odd: str = ""
    sentence: str = ""
    note: str = ""
    words: str = ""

    @property
    def family(self) -> str:
        """The first letters of the code."""
        return self.code[:_FAMILY]

    @property
    def whole(self) -> Sort:
        """The sort without a word on what stood against what."""
        return replace(self, against="", odd="")

    def features(self) -> Iterator[str]:
        """The names of the weights that say how likely a finding of it is right."""
        yield "all"
        yield self.level
        for what in (self.family, self.code):
            yield f"{what}.{self.level}"
        if self.against:
            yield f"{self.level}.{self.against}"
            yield f"{self.code}.{self.level}.{self.against}"
        if self.odd:
            yield self.odd
            yield f"{self.code}.{self.odd}"
        yield from filter(None, (self.sentence, self.note))
        if self.words:
            # One weight a step: what is missing the more surely has those of the steps below as well.
            yield "words"
            yield from (f"{what}.{step}" for what in ("words", self.code) for step in range(1, int(self.words) + 1))


Counts = Mapping[Sort, tuple[float, float]]
"""Of each sort how many findings were right, and how many were judged; one may count for less than a whole one."""


@dataclass(frozen=True, slots=True)
class GenuineShare:
    """The share of findings of a sort that are right, with the interval that holds it nine times in ten."""

    mean: float
    low: float
    high: float


class Judged:
    """What judgements say of every sort of finding.

    A sort that does not say what stood against what has the share of all of its code and level, whichever version was the odd one.
    """

    def __init__(self, counts: Counts, prior: float = PRIOR) -> None:
        self._families = {sort.family for sort in counts}
        self._told = _Regression(counts, prior)
        self._whole = _Regression(_added((sort.whole, n) for sort, n in counts.items()), prior)

    def share(self, sort: Sort) -> GenuineShare | None:
        """The share of a sort; None where nothing of its family was judged."""
        if sort.family not in self._families:
            return None
        return (self._whole if sort == sort.whole else self._told).share(sort)


class _Regression:
    """The weights that tell findings that were judged right from others."""

    def __init__(self, counts: Counts, prior: float) -> None:
        names = dict.fromkeys(name for sort in counts for name in sort.features())
        self._at = {name: number for number, name in enumerate(names)}
        self._prior = prior
        held = np.array([_FREE if name == "all" else prior for name in self._at])
        rows = np.array([self._row(sort) for sort in counts]).reshape(len(counts), len(held))
        right, judged = (np.array([n[i] for n in counts.values()], dtype=float) for i in (0, 1))
        self._weights, self._precision = _fitted(rows, right, judged, held)

    def share(self, sort: Sort) -> GenuineShare:
        """The share of a sort, with its interval."""
        row = self._row(sort)
        middle = float(row @ self._weights)
        # What was never seen may weigh whatever the prior allows.
        unseen = sum(name not in self._at for name in sort.features()) / self._prior
        spread = _INTERVAL * float(np.sqrt(row @ np.linalg.solve(self._precision, row) + unseen))
        return GenuineShare(*(float(_share(np.array(x))) for x in (middle, middle - spread, middle + spread)))

    def _row(self, sort: Sort) -> NDArray[np.float64]:
        """Which weights a sort has, as ones."""
        row = np.zeros(len(self._at))
        row[[self._at[name] for name in sort.features() if name in self._at]] = 1.0
        return row


def _fitted(
    rows: NDArray[np.float64], right: NDArray[np.float64], judged: NDArray[np.float64], held: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The likeliest weights of a logistic regression, and the precision of their distribution around them, by Newton's method.

    ``rows``: (sorts, weights); ``right`` and ``judged``: of each sort; ``held``: the precision of each weight's prior.
    """
    weights = np.zeros(len(held))
    precision = np.diag(held)
    for _ in range(_STEPS):
        share = _share(rows @ weights)
        precision = (rows.T * (judged * share * (1 - share))) @ rows + np.diag(held)
        step = np.linalg.solve(precision, rows.T @ (right - judged * share) - held * weights)
        weights = weights + step
        if np.abs(step).max() < _ENOUGH:
            break
    return weights, precision


def _share(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share that log-odds say."""
    return np.asarray(1 / (1 + np.exp(-odds)))


def counted(judgements: Iterable[tuple[Sort, bool, float]]) -> dict[Sort, tuple[float, float]]:
    """How many findings of each sort were right, and how many were judged, by judgements and for how many findings each counts."""
    return _added((sort, (is_right * weight, weight)) for sort, is_right, weight in judgements)


def _added(parts: Iterable[tuple[Sort, tuple[float, float]]]) -> dict[Sort, tuple[float, float]]:
    """The sums of counts of each sort, in the order of the sorts."""
    sums: dict[Sort, tuple[float, float]] = {}
    for sort, (right, judged) in parts:
        before = sums.get(sort, (0.0, 0.0))
        sums[sort] = before[0] + right, before[1] + judged
    return dict(sorted(sums.items()))


@lru_cache(maxsize=1)
def judged_counts() -> Counts:
    """How many findings of each sort were right and how many judged, from judged.toml."""
    table = read_toml((files(__package__) / "judged.toml").read_text(encoding="utf-8"))
    return {Sort(*name.split("|")): (float(right), float(judged)) for name, (right, judged) in table["counts"].items()}


@lru_cache(maxsize=1)
def judged() -> Judged:
    """What the judgements of the program say."""
    return Judged(judged_counts())


@lru_cache(maxsize=1024)
def share_of(sort: Sort) -> GenuineShare | None:
    """The share of a sort by the judgements of the program; None where nothing of its family was judged."""
    return judged().share(sort)


def sort_of(finding: Finding) -> Sort:
    """The sort of a finding between versions, as judgements are counted by it."""
    if finding.code.startswith(_VALUES) and "missing" in finding.facts:
        grave = bool(finding.facts["missing"] and finding.facts.get("extra"))
    elif "sure" in finding.facts:
        grave = bool(finding.facts["sure"])
    else:
        grave = finding.severity >= Severity.MAJOR
    against = against_of(finding)
    # Between two versions none stands alone, whichever is the second.
    odd = (finding.odd or "") if against else ""
    level = "grave" if grave else "minor"
    note, words = note_of(finding), words_of(finding)
    return Sort(finding.code, level, against, odd, sentence=finding.sentence, note=note, words=words)


def words_of(finding: Finding) -> str:
    """How surely the quoted words of a finding are missing, in steps: "0" where they seem rendered; "" where that was not asked."""
    return "" if finding.missing is None else str(sum(finding.missing >= step for step in _MISSING))


def note_of(finding: Finding) -> str:
    """The name of the note that counts; "" where there is none."""
    return _COUNTS if any(note.name == _COUNTS for note in finding.notes) else ""


def against_of(finding: Finding) -> str:
    """How many versions stand against the odd one: "many", "few"; "" between two versions, and where the finding does not say."""
    others = finding.facts.get("others") or finding.facts.get("having")
    if not isinstance(others, tuple) or (len(others) < 2 and not finding.groups):
        return ""
    return "many" if len(others) >= _MANY else "few"


def rated(finding: Finding) -> Finding:
    """The finding with its confidence as the share of its sort that people judged right, less where its check has doubts.

    Unchanged where no finding of its family was judged, and where a value cannot be right by itself.
    """
    share = share_of(sort_of(finding))
    if share is None or any(note.name.startswith(_SELF_EVIDENT) for note in finding.notes):
        return finding
    return replace(finding, confidence=round(share.mean * min(1.0, finding.confidence / _FIRM), 2))
