"""A language is one object for the whole program, whichever thread asks first: languages are told apart by identity."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import threading, time
import corpora.languages.loader as loader

made = loader.language_from
def slowly(*arguments, **named):
    time.sleep(0.05)
    return made(*arguments, **named)
loader.language_from = slowly
begin, got = threading.Barrier(4), []
def ask():
    begin.wait()
    got.append(loader.language("en"))
threads = [threading.Thread(target=ask) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len({id(language) for language in got}) == 1, "each thread has its own"
"""


def test_threads_that_ask_at_once_get_the_same_language() -> None:
    # In a process of its own: no language is loaded there yet.
    subprocess.run([sys.executable, "-c", CODE], check=True)
