"""A share of the work, for systems that start the same command many times: ``--shard 3/10``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpora.errors import InputError

_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Shard:
    """The share ``number`` (from 1) of ``count``."""

    number: int
    count: int

    def takes(self, digest: str) -> bool:
        """Whether a piece of work falls to this share: by its digest alone, so that every share knows without asking."""
        return int(digest[:12], 16) % self.count == self.number - 1


def shard_of(text: str) -> Shard:
    """The share that "3/10" names. Raises InputError where it names none."""
    match = _SHARD.fullmatch(text.strip())
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise InputError("--shard", f"{text!r} is no share", hint="write 1/10 to 10/10")
    return Shard(int(match[1]), int(match[2]))
