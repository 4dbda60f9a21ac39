"""How likely a finding is right: the share of findings of its sort that people judged right.

A sort is a code with how much the finding states and with how many versions stand against the odd one. How much: two values that
differ, or one that has no partner; of a passage, whether its words are bare (none or few of them have a counterpart); of other codes,
whether it is grave. How many: four and more others, or fewer; between two versions
nobody can be outvoted, and both kinds are taken together. Where few of a sort were judged, its share leans on that of its family ("D2")
with as many others, that on the share of all codes with as many, and that on all: the mean of a beta distribution whose prior is the
wider share, worth ``PRIOR`` judgements (beta-binomial; Gelman and others, "Bayesian Data Analysis", chapter 5). What the check itself
doubts makes it less.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import numpy as np

from reports.findings.model import Finding, Severity

PRIOR = 8.0
"""Judgements that the share of the wider family is worth: the likeliest of 1 to 16 when each resolution is left out in turn
(benchmarks/judged_confidence.py)."""
_FIRM = 0.8
"""Confidence of a check from which it doubts nothing: the usual one of the checks whose findings were judged."""
_INTERVAL = (0.05, 0.95)
_SELF_EVIDENT = "impossible."
"""Notes that say why a value cannot be right: then the check knows better than the share."""
_VALUES = "D2"
_CODE = "D000"
"""The length of a code."""
_MANY = 4
"""Other versions from which they are many: of six all but one may spare one that is worded freely. Judged grave findings with so many against
one were right in 71 of 103, others in 11 of 37 (benchmarks/judged_findings.tsv)."""
Counts = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GenuineShare:
    """The share of findings of a sort that are right, with the interval that holds it nine times in ten."""

    mean: float
    low: float
    high: float


@lru_cache(maxsize=1)
def judged_counts() -> Counts:
    """How many findings of each sort were right and how many judged, from judged.toml."""
    table = tomllib.loads((files(__package__) / "judged.toml").read_text(encoding="utf-8"))
    return {sort: (int(right), int(judged)) for sort, (right, judged) in table["shares"].items()}


def share_of(sort: str, counts: Counts, prior: float = PRIOR) -> GenuineShare | None:
    """The share of a sort ("D201.grave.many"); None where nothing of its family was judged."""
    family = {name: n for name, n in counts.items() if name[:2] == sort[:2]}
    if not family:
        return None
    every = _sum(counts)
    middle = (every[0] + 1) / (every[1] + 2)
    for table in (counts, family):
        right, judged = _sum({name: n for name, n in table.items() if _is_of(name, sort[len(_CODE) :])})
        middle = (right + prior * middle) / (judged + prior)
    own = {name: n for name, n in family.items() if name[: len(_CODE)] == sort[: len(_CODE)]}
    # What was judged of the code without a word on how many stood against one says something of both.
    level = ".".join(sort.split(".")[:2])
    right, judged = _sum({name: n for name, n in own.items() if name == level or _is_of(name, sort[len(_CODE) :])})
    a, b = right + prior * middle, judged - right + prior * (1 - middle)
    return GenuineShare(a / (a + b), *_quantiles(a, b))


def _is_of(sort: str, asked: str) -> bool:
    """Whether a sort is one that is asked for, ".grave" or ".grave.many"; without how many others, all of that level."""
    own = sort[len(_CODE) :]
    return own == asked or own.startswith(f"{asked}.")


def _sum(counts: Counts) -> tuple[int, int]:
    return sum(right for right, _ in counts.values()), sum(judged for _, judged in counts.values())


def _quantiles(a: float, b: float) -> tuple[float, float]:
    """The ends of the interval of a beta distribution, by its density at a thousand places."""
    x = (np.arange(1000) + 0.5) / 1000
    density = np.exp((a - 1) * np.log(x) + (b - 1) * np.log(1 - x))
    cumulated = np.cumsum(density) / density.sum()
    low, high = (float(x[np.searchsorted(cumulated, q)]) for q in _INTERVAL)
    return low, high


def sort_of(finding: Finding) -> str:
    """The sort of a finding between versions, as judgements are counted by it."""
    if finding.code.startswith(_VALUES) and "missing" in finding.facts:
        grave = bool(finding.facts["missing"] and finding.facts.get("extra"))
    elif "bare" in finding.facts:
        grave = bool(finding.facts["bare"])
    else:
        grave = finding.severity >= Severity.MAJOR
    against = against_of(finding)
    return f"{finding.code}.{'grave' if grave else 'minor'}{f'.{against}' if against else ''}"


def against_of(finding: Finding) -> str:
    """How many versions stand against the odd one: "many", "few"; "" between two versions, and where the finding does not say."""
    others = finding.facts.get("others") or finding.facts.get("having")
    if not isinstance(others, tuple) or (len(others) < 2 and not finding.groups):
        return ""
    return how_many(others)


def how_many(others: Sequence[object]) -> str:
    """Whether versions are "many" or "few" to stand against one."""
    return "many" if len(others) >= _MANY else "few"


def rated(finding: Finding) -> Finding:
    """The finding with its confidence as the share of its sort that people judged right, less where its check has doubts.

    Unchanged where no finding of its family was judged, and where a value cannot be right by itself.
    """
    share = share_of(sort_of(finding), judged_counts())
    if share is None or any(note.name.startswith(_SELF_EVIDENT) for note in finding.notes):
        return finding
    return replace(finding, confidence=round(share.mean * min(1.0, finding.confidence / _FIRM), 2))
