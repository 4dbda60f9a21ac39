"""Where public documents are asked for. Apart from what asks, so that a command's help need not load it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

DOCUMENTS = (
    "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=doc",
    "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
    "https://docs.un.org/{language}/{symbol}",
)
"""The public symbol accesses of the Official Document System, in the order in which they are asked: Word carries structure,
so it is asked for first. "{symbol}" and "{language}" (ISO 639-1) stand for what is asked for."""
METADATA = "https://digitallibrary.un.org/search?ln=en&p=191__a:%22{symbol}%22&of=xm&rg=10"
"""The United Nations Digital Library: MARC XML (of=xm) of the records whose field 191 $a is the symbol."""
_PLACE = "{symbol}"
BASE_HINT = "write it as http://127.0.0.1:8000/mirror"
"""How the base of addresses is written."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Patterns of the addresses of documents, in the order in which they are asked, and that of the catalogue's record.

    Each holds ``{symbol}``, and may hold ``{language}``.
    """

    documents: Sequence[str] = DOCUMENTS
    metadata: str = METADATA

    def at(self, base: str | None) -> Addresses:
        """The same paths below another base ("http://127.0.0.1:8000/mirror"); these where it is None."""
        if base is None:
            return self
        return Addresses([_below(base, one) for one in self.documents], _below(base, self.metadata))

    def of(self, symbol: str, language: str) -> list[str]:
        """Where the document is asked for, the first first."""
        return [_filled(pattern, symbol, language) for pattern in self.documents]

    def of_metadata(self, symbol: str) -> str:
        """Where the catalogue's record is asked for."""
        return _filled(self.metadata, symbol, "en")


def address_fault(pattern: str) -> str:
    """What is wrong with the pattern of an address, in a few words; empty where nothing is."""
    return base_fault(pattern) or ("" if _PLACE in pattern else f"holds no {_PLACE}")


def base_fault(base: str) -> str:
    """What is wrong with the beginning that addresses share, in a few words; empty where nothing is."""
    try:
        parts = urlsplit(base)
    except ValueError as error:
        return f"is no address ({error})"
    known = parts.scheme in ("http", "https") and parts.netloc
    return "" if known else "begins with neither http:// nor https://"


def _below(base: str, pattern: str) -> str:
    parts = urlsplit(pattern)
    return base.rstrip("/") + pattern.partition(parts.netloc)[2]


def _filled(pattern: str, symbol: str, language: str) -> str:
    return pattern.replace(_PLACE, symbol).replace("{language}", language)
