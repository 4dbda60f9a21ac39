"""What one run was asked for: settings from the file beside the documents, what the command line adds, the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from align.translation import translation_model
from corpora.errors import InputError
from corpora.languages import available
from reports.checks.runner import all_codes, off_by_default
from reports.findings.baseline import Baseline, read_baseline
from reports.findings.model import Finding
from reports.project.selection import Selection, select
from reports.project.settings import TERM_CHECKS, Settings, read_settings, settings_beside


@dataclass(frozen=True)
class RunOptions:
    """Settings and the baseline of a run; ``about`` is the language of which alone findings are shown, None for all."""

    settings: Settings = field(default_factory=Settings)
    baseline: Baseline | None = None
    about: str | None = None
    language: str | None = None
    """The language to read related texts in, or the pivot of versions, where it is not to be found out."""

    @property
    def pivot(self) -> str:
        """The pivot's language: the one that was asked for, else the one of the settings."""
        return self.language or self.settings.pivot

    def select(self, findings: Iterable[Finding]) -> Selection:
        """The findings that are shown, and those that are not, with why."""
        return select(findings, self.settings, self.baseline, defaults=off_by_default(), about=self.about)


def load_options(
    beside: Path,
    *,
    config: Path | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    baseline: Path | None = None,
    submission: str | None = None,
    about: str | None = None,
    terms: bool = False,
    language: str | None = None,
    translation: Path | None = None,
) -> RunOptions:
    """What a run on ``beside`` is asked for; what the command line says goes before the file.

    ``terms`` asks for consistency of terms as well, ``translation`` is the folder of a translation model.

    Raises InputError for settings or a baseline that cannot be used.
    """
    if config is not None and not config.is_file():
        raise InputError(str(config), "no such file", hint="check the path given with --config")
    settings = read_settings(config) if config else settings_beside(beside)
    for option, code in (("--submission", submission), ("--about", about), ("--language", language)):
        if code is not None and code not in available():
            raise InputError(option, f"{code!r} is no language that is covered", hint=f"use {', '.join(available())}")
    if submission is not None:
        settings = replace(settings, submission=submission)
    settings = replace(
        settings,
        extend_select=(*settings.extend_select, *_codes(select), *(TERM_CHECKS if terms else ())),
        ignore=(*settings.ignore, *_codes(ignore)),
        translation=translation or settings.translation,
    )
    _load_translation_model(settings)
    path = baseline or settings.baseline
    if path is not None and baseline is None and not path.exists():
        raise InputError(str(path), "the baseline named in hexapla.toml is not there", hint="check its name")
    accepted = read_baseline(path) if path is not None and path.exists() else None
    return RunOptions(settings, accepted, about=about, language=language)


def _load_translation_model(settings: Settings) -> None:
    """Before the work: a model that cannot be used is said at once."""
    if settings.translation is not None:
        translation_model(settings.translation)


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """Codes given as "D6,L1" or one by one."""
    codes = [code.strip().upper() for entry in given for code in entry.split(",") if code.strip()]
    for code in codes:
        if not code.isalnum() or not code[0].isalpha():
            raise InputError("--select/--ignore", f"{code!r} is no finding code", hint="write D305, or D3 for a family")
        if not any(known.startswith(code) for known in all_codes()):
            raise InputError("--select/--ignore", f"{code!r} is no finding code", hint="docs/findings.md lists them")
    return tuple(codes)
