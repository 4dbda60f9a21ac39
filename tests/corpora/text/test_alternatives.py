"""A tree of letters finds what a list of words finds, the longest first."""

from __future__ import annotations

import re

import pytest

from corpora.languages import built_in, language
from corpora.text.alternatives import alternatives

WORDS = ["un", "une", "uns", "vingt", "vingt et un", "vingt-et-un", "a.b", "a+", ""]


@pytest.mark.parametrize("words", [WORDS, WORDS[:-1], ["x"], ["x", "x"], ["год", "года", "годов"]])
def test_the_longest_word_is_found_and_a_shorter_one_where_that_does_not_do(words: list[str]) -> None:
    listed = "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
    for text in ("une fois vingt et unième", "vingt-et-uns", "a.b a+ axb", "годов и года", "x", "vingt et"):
        for behind in ("", r"(?!\w)"):
            one, other = (re.compile(f"(?:{source}){behind}") for source in (alternatives(words), listed))
            assert [m.span() for m in one.finditer(text)] == [m.span() for m in other.finditer(text)]


def test_no_word_is_nothing() -> None:
    assert alternatives([]) == ""


@pytest.mark.parametrize("code", built_in())
def test_every_name_of_a_language_is_found_whole(code: str) -> None:
    names = [name for forms in language(code).organs.values() for name in forms]
    pattern = re.compile(alternatives(names))
    assert all(pattern.fullmatch(name) for name in names)
