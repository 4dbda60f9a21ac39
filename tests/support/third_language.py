"""A third language of the interface: one file more beside the two that the package has. Its texts are our own."""

from __future__ import annotations

from pathlib import Path

from corpora.languages import available, kind_names
from tests.support.sample import ROOT

FOLDER = ROOT / "reports" / "messages"


def third(folder: Path, *, without: str = "", ui: str = "eo") -> Path:
    """A folder with both catalogues and a third one: the English sentences in capitals, with the names that data lack."""
    for name in ("en.toml", "fr.toml"):
        (folder / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    lines = (FOLDER / "en.toml").read_text(encoding="utf-8").replace('last = " and "', 'last = " kaj "').splitlines()
    own = [line for line in lines if not (without and line.startswith(without))]
    own += ["[languages]", *(f'{code} = "lingvo {code}"' for code in available())]
    own += ["[kinds]", *(f'{kind} = "speco {kind}"' for kind in kind_names())]
    (folder / f"{ui}.toml").write_text("\n".join(own) + "\n", encoding="utf-8")
    return folder
