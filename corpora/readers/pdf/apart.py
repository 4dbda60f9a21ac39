"""PDFs read in a process of their own, which may use so much memory and time and no more.

A PDF of 300 KB can unfold to gigabytes inside PDFium, which has no bound of its own. The process is started once and reads one
document after another; where one costs it its life, that document is refused and a new process takes the next.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from corpora.errors import InputError
from corpora.readers.base import Document

MOST_MEMORY = 1536 * 1024 * 1024
"""Bytes of address space; a volume of 400 pages takes less than half of it."""
MOST_SECONDS = 180.0
_MOST_DOCUMENTS = 200
"""After so many a process is replaced, so that what a library forgets to free does not add up."""
_LENGTH = 8
"""Bytes that give the length of a message."""
_ROOT = Path(__file__).parents[3]


class _Worker:
    """The process and its pipes."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.read = 0
        path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        # One thread: those of a linear algebra library would each take address space.
        env = {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "corpora.readers.pdf.apart"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
        )

    def ask(self, name: str, data: bytes, seconds: float) -> Any:
        """What the process answers. Raises EOFError where it died or its time was up."""
        assert self.process.stdin is not None and self.process.stdout is not None
        timer = threading.Timer(seconds, self.process.kill)
        timer.daemon = True
        timer.start()
        try:
            _send(self.process.stdin, (name, data))
            answer = _receive(self.process.stdout)
        except OSError as error:
            raise EOFError from error
        finally:
            timer.cancel()
        self.read += 1
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


_lock = threading.Lock()
_worker: _Worker | None = None


def read_apart(name: str, data: bytes, seconds: float = MOST_SECONDS) -> Document:
    """The document that ``corpora.readers.pdf.read_here`` makes of the data.

    Raises what that raises, and InputError where reading takes more memory or time than any document needs.
    """
    global _worker
    with _lock:
        # A process that was forked from this one must not talk through its pipes.
        if _worker is None or _worker.owner != os.getpid() or _worker.read >= _MOST_DOCUMENTS:
            _end()
            _worker = _Worker()
        try:
            kind, answer = _worker.ask(name, data, seconds)
        except EOFError as error:
            _end()
            most = f"{MOST_MEMORY // 2**20:,} MB of memory or {seconds:g} seconds"
            raise InputError(
                name, f"the PDF takes more than {most} to read: refused", hint="print it to PDF again"
            ) from error
    if kind == "document":
        document: Document = answer
        return document
    if kind == "unusable":
        source, problem, place, hint = answer
        raise InputError(source, problem, place=place, hint=hint)
    raise RuntimeError(f"a PDF reader failed:\n{answer}")


def _end() -> None:
    global _worker
    if _worker is not None and _worker.owner == os.getpid():
        _worker.end()
    _worker = None


atexit.register(_end)


# -- in the process ------------------------------------------------------------------------------------------------------


def _send(pipe: IO[bytes], value: object) -> None:
    content = pickle.dumps(value, protocol=5)
    pipe.write(len(content).to_bytes(_LENGTH, "little"))
    pipe.write(content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    head = pipe.read(_LENGTH)
    size = int.from_bytes(head, "little")
    content = pipe.read(size) if len(head) == _LENGTH else b""
    if len(head) < _LENGTH or len(content) < size:
        raise EOFError
    return pickle.loads(content)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _answer(name: str, data: bytes) -> tuple[str, object]:
    import traceback

    from corpora.readers.pdf import read_here

    try:
        return "document", read_here(name, data)
    except InputError as error:
        return "unusable", (error.source, error.problem, error.place, error.hint)
    except MemoryError:
        raise
    # Told to the other process, which raises it.
    except Exception:  # noqa: BLE001
        return "fault", traceback.format_exc()


def main() -> None:
    """Read documents from standard input until it ends; each answer goes to standard output."""
    # Whatever a library prints must not come between the answers.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from corpora.readers import pdf

    assert pdf.SUFFIXES
    _limit_memory()
    while True:
        try:
            name, data = _receive(sys.stdin.buffer)
        except EOFError:
            return
        _send(out, _answer(name, data))


if __name__ == "__main__":
    main()
