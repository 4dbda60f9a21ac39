"""What a reader makes of a file: its texts, or the line it is refused with."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from corpora.model import Kind, Resolution
from corpora.reading import read_resolution


def texts(resolution: Resolution) -> dict[str, str]:
    return {p.id: p.text for p in resolution.all_paragraphs() if p.kind is not Kind.SYMBOL}


def said(path: Path) -> str:
    with pytest.raises(InputError) as error:
        read_resolution(path)
    assert "\n" not in str(error.value)
    return str(error.value)
