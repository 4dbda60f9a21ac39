"""What one run was asked for: settings from the file beside the documents, what the command line adds, the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpora.errors import UnusableInputError
from corpora.languages import available
from reports.baseline import Baseline, read_baseline
from reports.finding import Finding
from reports.run import off_by_default
from reports.selection import Selection, select
from reports.settings import Settings, read_settings, settings_beside


@dataclass(frozen=True)
class Asked:
    """Settings and the baseline of a run."""

    settings: Settings = field(default_factory=Settings)
    baseline: Baseline | None = None

    def select(self, findings: Iterable[Finding]) -> Selection:
        """The findings that are shown, and those that are not, with why."""
        return select(findings, self.settings, self.baseline, defaults=off_by_default())


def asked(
    beside: Path,
    *,
    config: Path | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    baseline: Path | None = None,
    submission: str | None = None,
) -> Asked:
    """What a run on ``beside`` is asked for; what the command line says goes before the file.

    Raises UnusableInputError for settings or a baseline that cannot be used.
    """
    if config is not None and not config.is_file():
        raise UnusableInputError(str(config), "no such file", mend="check the path given with --config")
    settings = read_settings(config) if config else settings_beside(beside)
    if submission is not None:
        if submission not in available():
            raise UnusableInputError(
                "--submission", f"{submission!r} is no language that is covered", mend=f"use {', '.join(available())}"
            )
        settings = replace(settings, submission=submission)
    settings = replace(
        settings,
        extend_select=(*settings.extend_select, *_codes(select)),
        ignore=(*settings.ignore, *_codes(ignore)),
    )
    path = baseline or settings.baseline
    if path is not None and baseline is None and not path.exists():
        raise UnusableInputError(str(path), "the baseline named in hexapla.toml is not there", mend="check its name")
    return Asked(settings, read_baseline(path) if path is not None and path.exists() else None)


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """Codes given as "D6,L1" or one by one."""
    codes = [code.strip().upper() for entry in given for code in entry.split(",") if code.strip()]
    for code in codes:
        if not code.isalnum() or not code[0].isalpha():
            raise UnusableInputError(
                "--select/--ignore", f"{code!r} is no finding code", mend="write D305, or D3 for a family"
            )
    return tuple(codes)
