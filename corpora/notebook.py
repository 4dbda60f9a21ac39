"""How values show themselves in a notebook: one line, and a small table under it. Everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

MOST_ROWS = 200
"""Rows of a table that a notebook shows: a long document must not freeze the page; how many are left is said."""


def html_table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as HTML, text escaped, at most ``MOST_ROWS`` rows."""
    rest = iter(rows)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in islice(rest, MOST_ROWS)
    )
    left = sum(1 for _ in rest)
    more = f'<tr><td colspan="{len(heads)}">… {left} more</td></tr>' if left else ""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}{more}</tbody></table>"
    )
