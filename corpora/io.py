"""Writing files so that nothing already written is lost."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from corpora.errors import InputError

_log = logging.getLogger(__name__)


def write_whole(path: Path, data: str | bytes, *, hint: str = "choose another --output", tell: bool = True) -> None:
    """Write to a temporary file beside ``path``, then rename it: a reader sees the old file or the new one, whole.

    Text is written as UTF-8; half a character, as a file's name may hold one, is spelled. Raises InputError where the place cannot be written to; ``hint`` says what the user can do then. A folder
    that had to be made is said in the log, unless ``tell`` is false: then it is one of the program's own.
    """
    content = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    try:
        made = not path.parent.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        if made and tell:
            _log.warning("made the folder %s", path.parent)  # A mistyped path would else make one unseen.
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                # Without this a power cut may leave the new name with nothing under it.
                file.flush()
                os.fsync(file.fileno())
            # mkstemp makes files that only their owner may read; a report is to be shared.
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(str(path), f"cannot be written ({error.strerror})", hint=hint) from error


def sweep_unfinished(folder: Path, names: Collection[str]) -> None:
    """Remove what writers of ``names`` that were killed have left in ``folder``: files that were never renamed.

    For the one who holds the lock under which those files are written: another's unfinished file would go as well. What cannot be
    removed stays; a folder that is not there has nothing.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name, _, mark = entry.name.removeprefix(".").rpartition(".")
            if entry.name.startswith(".") and mark and name in names:
                with suppress(OSError):
                    Path(entry.path).unlink()
