"""Write the entries of ``align/data/MANIFEST.toml``: what each learned file was made from, by what, and its checksum.

    python -m training.manifest

holds every file in ``align/data`` against its entry, and says which differ; it writes nothing. Builders call ``enter``.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from align.manifest import DATA, NAME, DataFile, manifest

_HEAD = """# The identity of the learned data. Written by the builders in training/; align/manifest.py holds each file against its entry
# when it is first read. `commit` is that of the builder; `belongs_to` names the files whose rows this one points into, with the
# rows that they had; `encoder` is the signature of the encoder that the figures hold for.
"""


def builder_commit(builder: str) -> str:
    """The commit at which a builder last changed, "+" behind it where it has changes that are not committed; "" without git."""

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=DATA, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    root = git("rev-parse", "--show-toplevel")
    path = f"{root}/{builder}"
    return git("log", "-1", "--format=%h", "--", path) + ("+" if git("status", "--porcelain", "--", path) else "")


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def enter(
    paths: Iterable[Path],
    *,
    source: str,
    builder: str,
    encoder: str = "",
    belongs_to: Mapping[Path, Mapping[Path, int]] | None = None,
) -> None:
    """Enter files that a builder has just written; the entries of other files stay.

    ``builder`` is its path below the root; ``belongs_to`` has, by file, the files it points into and their rows. Files outside
    of ``align/data`` (half a record's lexicon) are passed over.
    """
    known = dict(manifest(DATA)) if (DATA / NAME).exists() else {}
    commit = builder_commit(builder)
    for path in paths:
        if path.resolve().is_relative_to(DATA):
            pointed = {_name(other): rows for other, rows in (belongs_to or {}).get(path, {}).items()}
            known[_name(path)] = DataFile(source, builder, commit, checksum(path), encoder, pointed)
    write(known)


def _name(path: Path) -> str:
    return path.resolve().relative_to(DATA).as_posix()


def write(entries: Mapping[str, DataFile]) -> None:
    """Write the manifest, in order of the names; files that are gone lose their entry."""
    parts = [_HEAD]
    for name, entry in sorted(entries.items()):
        if not (DATA / name).exists():
            continue
        lines = [f'[files."{name}"]', f'source = "{entry.source}"', f'builder = "{entry.builder}"']
        lines += [f'commit = "{entry.commit}"', f'sha256 = "{entry.sha256}"']
        lines += [f'encoder = "{entry.encoder}"'] * bool(entry.encoder)
        pointed = ", ".join(f'"{other}" = {rows}' for other, rows in sorted(entry.belongs_to.items()))
        lines += [f"belongs_to = {{ {pointed} }}"] * bool(pointed)
        parts.append("\n".join(lines) + "\n")
    (DATA / NAME).write_text("\n".join(parts), encoding="utf-8")
    manifest.cache_clear()


def differing() -> list[str]:
    """Files without an entry, entries without a file, and files that are not what their entry says."""
    entries = manifest(DATA)
    files = {_name(p) for p in DATA.rglob("*") if p.suffix in (".json", ".npz", ".parquet")}
    wrong = [name for name in files & entries.keys() if checksum(DATA / name) != entries[name].sha256]
    return sorted([*(files ^ entries.keys()), *wrong])


if __name__ == "__main__":
    found = differing()
    print("\n".join(found) or f"{len(manifest(DATA))} files are what {NAME} says")
    sys.exit(bool(found))
