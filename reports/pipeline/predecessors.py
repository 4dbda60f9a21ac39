"""The versions of an earlier resolution among files and folders of several: each resolution gets the one that it continues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import split_path
from corpora.text.symbols import answers_to
from reports.comparison.foundations import cites, foundations_of, has_title_of
from reports.pipeline.case import Case, by_language
from reports.pipeline.files import read_one
from reports.pipeline.progress import ProgressCallback, silent
from reports.project.discovery import SeenText, by_symbol, seen_line, symbol_order, texts_in, texts_of


@dataclass(frozen=True, slots=True)
class EarlierTexts:
    """Texts that are named as earlier ones: the files of each resolution among them, by symbol and language."""

    versions: Mapping[str, Mapping[str, Path]]

    @property
    def is_one(self) -> bool:
        """Whether they are all one resolution, which then is the earlier one whatever it says."""
        return len(self.versions) == 1


def earlier_texts(places: Sequence[Path]) -> EarlierTexts:
    """The texts of files and folders; a path may name one resolution of either (``FOLDER#SYMBOL``).

    Raises InputError where a file cannot be read, a folder holds no resolution, or nothing answers to a name.
    """
    seen = [text for place in places for text in _texts_at(place)]
    versions = by_symbol(seen)
    if not versions:
        hint = f"{seen_line(seen)}; give one file a language, or texts with their symbols"
        raise InputError(str(places[0]), "several earlier texts of one language, and no symbol", hint=hint)
    return EarlierTexts(versions)


def _texts_at(place: Path) -> list[SeenText]:
    home, symbol = split_path(place)
    if not home.exists():
        raise InputError(str(home), "no such file or directory", hint="check the path")
    texts = texts_in(home) if home.is_dir() else texts_of([home])
    if not home.is_dir() and (fault := next((text for text in texts if text.language is None), None)):
        raise InputError(str(home), fault.problem)
    if symbol:
        texts = [text for text in texts if text.symbol and answers_to(text.symbol, symbol)]
    if not any(text.language for text in texts):
        raise InputError(str(home), "holds no earlier resolution", hint=seen_line(texts))
    return texts


def with_earlier(case: Case, earlier: EarlierTexts, *, on_progress: ProgressCallback = silent) -> Case:
    """The case with the versions of the earlier resolution that its own continues; as it is where none of them is that one."""
    name = _continued(case.own, earlier, on_progress)
    if name is None:
        return case
    files = earlier.versions[name]
    wanted = [code for code in case.documents if code in files]
    return replace(case, predecessor=by_language(read_one(files[code], on_progress) for code in wanted or files))


def _continued(own: Resolution, earlier: EarlierTexts, on_progress: ProgressCallback) -> str | None:
    """The symbol of the resolution that one continues: by its words and what it cites, else by title, else the one that it cites."""
    if earlier.is_one:
        return next(iter(earlier.versions))
    texts = {
        name: read_one(files[own.language], on_progress)
        for name, files in earlier.versions.items()
        if own.language in files and name != own.symbol
    }
    names = {id(text): name for name, text in texts.items()}
    if found := foundations_of(own, texts.values()):
        return names[id(found[0].resolution)]
    titled = [name for name, text in texts.items() if has_title_of(own, text)]
    if titled:
        return max(titled, key=symbol_order)
    cited = [name for name, text in texts.items() if cites(own, text)]
    return cited[0] if len(cited) == 1 else None
