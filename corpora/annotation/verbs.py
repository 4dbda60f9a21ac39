"""Preambular and operative verbs: finding them with their adverbs, and comparing them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpora.languages import Concept, Form, Language, concept_of, language
from corpora.model import Kind, Span, VerbPhrase
from corpora.text.folding import Folded, fold

_OPENERS = frozenset({"اذ", "واذ", "وقد"})
_RECITAL_OPENERS = frozenset({"اذ", "واذ"})


@dataclass(slots=True)
class _Match:
    end: int
    form: Form
    intensity: int
    repeated: bool
    start: int


def find_verbs(text: str, code: str, kind: Kind, emphasis: Sequence[Span] = ()) -> tuple[VerbPhrase, ...]:
    """The verb phrases of a paragraph: the one it opens with, then those that follow a conjunction or stand in italics.

    ``kind`` decides whether operative or preambular forms are looked for.
    """
    return _verbs(text, code, kind, emphasis, anywhere=False)


@lru_cache(maxsize=2048)
def verb_forms(text: str, code: str, kind: Kind) -> tuple[VerbPhrase, ...]:
    """The forms of verbs of the organ anywhere in a paragraph, after a conjunction or not: some of them are no acts."""
    return _verbs(text, code, kind, (), anywhere=True)


def _verbs(text: str, code: str, kind: Kind, emphasis: Sequence[Span], *, anywhere: bool) -> tuple[VerbPhrase, ...]:
    if not kind.is_body:
        return ()
    data = language(code)
    folded = fold(text)
    tokens = list(data.token_pattern.finditer(folded.text))
    words = [token.group() for token in tokens]
    preambular = kind is Kind.PREAMBULAR
    found: list[VerbPhrase] = []
    i = 0
    end = 0
    emphasised = {_token_at(tokens, folded, span.start) for span in emphasis}
    while i < len(words):
        starts = anywhere or i == 0 or i in emphasised or _after_conjunction(data, words, i)
        match = _match(data, words, i, preambular=preambular) if starts and i >= end else None
        if match is None:
            i += 1
            continue
        found.append(_phrase(data, match, folded, tokens, text))
        end = i = match.end
    return tuple(found)


def opening_verb(text: str, code: str, *, preambular: bool) -> VerbPhrase | None:
    """The verb phrase that ``text`` opens with, or None."""
    data = language(code)
    folded = fold(text)
    tokens = list(data.token_pattern.finditer(folded.text[:200]))
    words = [token.group() for token in tokens]
    match = _match(data, words, 0, preambular=preambular) if words else None
    return _phrase(data, match, folded, tokens, text) if match else None


def opens_as_recital(text: str, code: str) -> bool:
    """Whether the language itself marks the paragraph as a recital (Arabic إذ)."""
    words = language(code).words_of(text[:30])
    return bool(words) and code == "ar" and (words[0] in _RECITAL_OPENERS)


def _token_at(tokens: Sequence[re.Match[str]], folded: Folded, position: int) -> int:
    for i, token in enumerate(tokens):
        if folded.span(token.start(), token.end()).end > position:
            return i
    return -1


def _after_conjunction(data: Language, words: Sequence[str], i: int) -> bool:
    section = data.section("conjunctions")
    joining: set[str] = set(section["words"])
    if words[i - 1] in joining or (i > 1 and words[i - 1] in section.get("clitics", ()) and words[i - 2] in joining):
        return True
    return data.code == "ar" and words[i].startswith("و") and len(words[i]) > 4


_Stop = tuple[int, int, bool]
"""Where some adverbs end, how many of them intensify, and whether one says "again"."""


def _adverb_stops(data: Language, words: Sequence[str], i: int) -> list[_Stop]:
    """The place ``i`` itself, then the place after each of the adverbs there."""
    intensity, repeated = 0, False
    stops = [(i, intensity, repeated)]
    while True:
        j = i + 1 if i < len(words) and words[i] in (",", "،", "，") else i
        for phrase, role in data.adverbs.get(words[j], ()) if j < len(words) else ():
            if tuple(words[j : j + len(phrase)]) == phrase:
                intensity += role == "intensify"
                repeated |= role == "repeat"
                i = j + len(phrase)
                if i < len(words) and j and words[j - 1] in (",", "،") and words[i] in (",", "،"):
                    i += 1
                stops.append((i, intensity, repeated))
                break
        else:
            return stops


def _match_form(data: Language, words: Sequence[str], i: int, form: Form) -> tuple[int, int, bool] | None:
    intensity, repeated = 0, False
    for n, word in enumerate(form.words):
        if n and data.spaced and (i >= len(words) or words[i] != word):
            # "Demande en outre instamment": an adverb may itself be the word of the form.
            stops = _adverb_stops(data, words, i)
            i, more, again = next((s for s in stops if s[0] < len(words) and words[s[0]] == word), stops[-1])
            intensity, repeated = intensity + more, repeated or again
        token = words[i] if i < len(words) else ""
        if token != word and not (n == 0 and data.code == "ar" and token == "و" + word):
            return None
        i += 1
    return i, intensity, repeated


def _match(data: Language, words: Sequence[str], start: int, *, preambular: bool) -> _Match | None:
    """The longest form at ``start``, leading and following adverbs taken in."""
    first = start
    if data.code == "ar" and words[first] in _RECITAL_OPENERS:
        first += 1
        preambular = True
        if first >= len(words):
            return None
    best: _Match | None = None
    best_length = 0
    # "Также настоятельно призывает": the form may begin with the last of several adverbs.
    for begin, base, again in _adverb_stops(data, words, first):
        if begin >= len(words):
            continue
        token = words[begin]
        candidates = data.forms.get(token, ())
        if data.code == "ar" and token.startswith("و"):
            candidates = (*candidates, *data.forms.get(token[1:], ()))
        for form in candidates:
            if not (form.preambular if preambular and data.code != "ar" else form.operative or data.code == "ar"):
                continue
            if len(form.words) <= best_length:
                continue
            result = _match_form(data, words, begin, form)
            if result:
                end, more, also = result
                best = _Match(end, form, base + more + form.intensity, again or also or form.repeated, start)
                best_length = len(form.words)
    if best is None:
        return None
    if data.spaced:
        best.end, more, also = _adverb_stops(data, words, best.end)[-1]
        best.intensity += more
        best.repeated |= also
    return best


def _phrase(data: Language, match: _Match, folded: Folded, tokens: Sequence[re.Match[str]], text: str) -> VerbPhrase:
    span = folded.span(tokens[match.start].start(), tokens[match.end - 1].end())
    form = (" " if data.spaced else "").join(match.form.words)
    return VerbPhrase(form, text[span.start : span.end], match.form.concepts, span, match.intensity, match.repeated)


_SAYS_AGAIN = frozenset({"reiterate", "reaffirm"})
_OPEN = frozenset({"express"})
# "Décide de rester saisi" may be cut after its first word in one language only.
_KEPT = {"remain_seized": "decide"}


def equivalent(a: VerbPhrase, b: VerbPhrase) -> bool:
    """Whether two verbs can express one concept.

    "Exprime" alone leaves open what is expressed, and "Reiterates" what is said again: both agree with what says it.
    """
    if {_KEPT.get(c, c) for c in a.concepts} & {_KEPT.get(c, c) for c in b.concepts}:
        return True
    for one, other in ((a, b), (b, a)):
        if one.concepts[0] in _OPEN or (one.concepts[0] in _SAYS_AGAIN and other.repeated):
            return True
    return False


def same_act(a: VerbPhrase, b: VerbPhrase) -> bool:
    """Whether the likeliest concepts of two verbs are one; to remain seized of a matter is a decision like others."""
    one, other = a.concepts[0], b.concepts[0]
    return _KEPT.get(one, one) == _KEPT.get(other, other)


def main_concept(verb: VerbPhrase, organ: str | None = None) -> Concept:
    """The likeliest concept of a verb, with the force that it has for an organ."""
    return concept_of(verb.concepts[0], organ)


def force_step(
    a: VerbPhrase, b: VerbPhrase, *, alike: bool = False, organs: tuple[str | None, str | None] = (None, None)
) -> int | None:
    """How much stronger ``b`` is than ``a``, in steps of the scale; None where no kind is shared.

    Concepts are compared within a kind only. Where the verbs share a concept only their intensifiers count; in one
    language (``alike``) another form with another likeliest concept is another verb, whatever else it can express.
    ``organs`` are those whose acts the verbs are: force may depend on them.
    """
    first, second = main_concept(a, organs[0]), main_concept(b, organs[1])
    if first.id == second.id and first.kind == second.kind and first.force != second.force:
        # The same verb of two organs: "decides" of the Council binds, of the Assembly it may not.
        return second.force - first.force
    other = alike and a.form != b.form and first.id != second.id
    if equivalent(a, b) and not (other and first.kind == second.kind):
        return b.intensity - a.intensity
    if first.kind != second.kind:
        return None
    step = second.force - first.force
    return step if step else b.intensity - a.intensity
