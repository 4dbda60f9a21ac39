"""A baseline: findings that somebody has accepted, by fingerprint, with reason, author and date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpora.errors import InputError
from corpora.io import write_whole
from reports.findings.model import Finding

_FIELDS = ("code", "reason", "author", "date", "quote")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why a finding is accepted, by whom, since when (ISO 8601); ``quote`` reminds a reader what it was about."""

    code: str
    reason: str
    author: str
    date: str
    quote: str = ""


@dataclass(frozen=True)
class Baseline:
    """Accepted findings by fingerprint."""

    entries: Mapping[str, Accepted] = field(default_factory=dict)

    def with_findings(self, findings: Iterable[Finding], *, reason: str, author: str, date: str) -> Baseline:
        """The baseline with more findings accepted; what was accepted before keeps its reason."""
        added = {f.fingerprint: Accepted(f.code, reason, author, date, _quote(f)) for f in findings}
        return Baseline({**added, **self.entries})

    def without(self, fingerprints: Iterable[str]) -> Baseline:
        """The baseline without some findings. Raises KeyError for one that is not there."""
        entries = dict(self.entries)
        for fingerprint in fingerprints:
            del entries[fingerprint]
        return Baseline(entries)


def _quote(finding: Finding) -> str:
    place = finding.target or finding.source
    return f"{place.paragraph}: {' '.join(place.quote.split())[:80]}" if place else ""


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises InputError where the file is not one."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        entries = data["accepted"]
        return Baseline(
            {key: Accepted(**{f: str(entry.get(f, "")) for f in _FIELDS}) for key, entry in entries.items()}
        )
    except OSError as error:
        raise InputError(str(path), (error.strerror or "cannot be read").lower(), hint="check the path") from error
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise InputError(
            str(path), "is no baseline", hint="make one with hexapla check … --accept-all --reason TEXT"
        ) from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, in the order of the fingerprints, so that two of them can be compared line by line."""
    data = {"accepted": {key: asdict(entry) for key, entry in sorted(baseline.entries.items())}}
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
