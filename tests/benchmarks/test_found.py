"""The page of differences that were found: as many as were chosen, each with both quotes."""

from __future__ import annotations

import re

from benchmarks.found import PAGE, chosen


def test_the_page_has_what_was_chosen() -> None:
    text = PAGE.read_text(encoding="utf-8")
    heads = re.findall(r"^## \d+\. (\S+), (.+)$", text, re.MULTILINE)
    assert [one.symbol for one in chosen()] == [symbol for symbol, _ in heads]
    assert not [address for _, address in heads if re.match(r"(op|pp)\d", address)], "addresses, and no ids"
    assert len(heads) == 20
    assert "to be checked against the official document" in text
    for part in text.split("\n## ")[1:]:
        quotes = re.findall(r"^- \w+: “.*\*\*.+\*\*.*”$", part, re.MULTILINE)
        assert len(quotes) == 2, part
