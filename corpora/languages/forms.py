"""The forms of verbs and adverbs: spelled out, cut into tokens, and indexed by their first one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpora.languages.concepts import ACTS, Concept
from corpora.text.folding import fold_plain
from corpora.text.punctuation import SPACED_COMMAS, SPACED_SEMICOLONS

_GROUP = re.compile(r"\(([^()]*)\)")
_SPACED_TOKEN = re.compile(rf"[^\W_]+(?:-[^\W_]+)*'?|[{SPACED_COMMAS}{SPACED_SEMICOLONS}:()]")
_UNSPACED_TOKEN = re.compile(r"[A-Za-z0-9]+|[^\s]")
_NOT_RANKED = (999, 0)
"""A rank behind any that a form has."""

Adverbs = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Adverbs by their first token: the tokens of each and its role, the longest first."""


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form of one or more concepts, the likeliest concept first.

    ``intensity`` is 1 where the form itself is strong ("expresses grave concern"), else 0.
    """

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    repeated: bool
    operative: bool
    preambular: bool
    intensity: int


@dataclass(slots=True)
class _Collected:
    """What the data say of one form, until all of them are read."""

    ranks: dict[str, tuple[int, int]] = field(default_factory=dict)
    repeated: bool = False
    operative: bool = False
    preambular: bool = False


def token_pattern(spaced: bool) -> re.Pattern[str]:
    """What one token is in folded text: a word or mark, or in a language without spaces a character."""
    return _SPACED_TOKEN if spaced else _UNSPACED_TOKEN


def tokens_of(text: str, spaced: bool) -> tuple[str, ...]:
    """``text`` folded and cut as the verb matcher cuts: words, or single characters."""
    return tuple(match.group() for match in token_pattern(spaced).finditer(fold_plain(text)))


def expand(form: str) -> Iterator[str]:
    """Every spelling of ``form``: "(a|b) c" gives "a c" and "b c".

    >>> list(expand("note avec (joie|soin)"))
    ['note avec joie', 'note avec soin']
    """
    parts = _GROUP.split(form)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    for combination in itertools.product(*choices):
        yield " ".join("".join(combination).split())


def forms_by_first_token(
    verbs: Mapping[str, tuple[Sequence[str], Sequence[str]]],
    strong: Sequence[str],
    known: Mapping[str, Concept],
    *,
    spaced: bool,
) -> dict[str, tuple[Form, ...]]:
    """The forms of ``verbs`` (by concept: operative ones, preambular ones) by their first token, the longest first.

    ``strong`` are the words that make a form strong by itself. A form of several concepts has that one first in whose list
    it stands foremost.
    """
    collected: dict[tuple[str, ...], _Collected] = {}
    for order, (concept, (operative, preambular)) in enumerate(verbs.items()):
        for raw_forms, is_operative in ((operative, True), (preambular, False)):
            for rank, raw in enumerate(raw_forms):
                for spelling in expand(raw.removeprefix("~")):
                    form = collected.setdefault(tokens_of(spelling, spaced), _Collected())
                    form.ranks[concept] = min(form.ranks.get(concept, _NOT_RANKED), (rank, order))
                    form.repeated |= raw.startswith("~")
                    form.operative |= is_operative
                    form.preambular |= not is_operative
    is_strong = _strength(strong, spaced)
    by_first: dict[str, list[Form]] = {}
    for words, form in collected.items():
        ranked = tuple(sorted(form.ranks, key=form.ranks.__getitem__))
        intensity = int(known[ranked[0]].kind not in ACTS and is_strong(words))
        by_first.setdefault(words[0], []).append(
            Form(words, ranked, form.repeated, form.operative, form.preambular, intensity)
        )
    return {first: tuple(sorted(forms, key=lambda f: -len(f.words))) for first, forms in by_first.items()}


def _strength(strong: Sequence[str], spaced: bool) -> Callable[[Sequence[str]], bool]:
    """Tells whether a form holds one of the words that make it strong ("grave", "full")."""
    single = {fold_plain(w) for w in strong}
    if spaced:
        return lambda words: not single.isdisjoint(words)
    return lambda words: any(w in "".join(words) for w in single)


def adverbs_by_first_token(adverbs: Mapping[str, Sequence[str]], *, spaced: bool) -> Adverbs:
    """The adverbs (by role) by their first token, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for role, phrases in adverbs.items():
        for raw in phrases:
            for phrase in expand(raw):
                words = tokens_of(phrase, spaced)
                by_first.setdefault(words[0], []).append((words, role))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in by_first.items()}
