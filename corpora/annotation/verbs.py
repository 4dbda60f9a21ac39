"""Preambular and operative verbs: finding them with their adverbs, and comparing them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from corpora.languages import ACTS, Concept, Form, Language, concept_of
from corpora.model import Kind, Span, VerbPhrase
from corpora.text.folding import Folded, fold
from corpora.text.punctuation import COMMAS, OPENING_QUOTES, SPACED_COMMAS

_COMMAS = tuple(COMMAS)
_REMAIN_SEIZED = "remain_seized"
"""Concept of the last paragraph of most resolutions."""
_REQUEST, _URGE = "request", "urge"
"""Concepts of asking, and of asking with stress."""
_ASKING = frozenset({"direct", "urge"})
"""Kinds of verbs that ask something of somebody, who may be named before them and taken up by a pronoun."""
_SHORTEST_JOINED = 5
"""Letters from which a word that begins as a joined conjunction does is taken for one with a verb behind it."""


@dataclass(slots=True)
class _Match:
    end: int
    form: Form
    intensity: int
    repeated: bool
    start: int


def find_verbs(text: str, language: Language, kind: Kind, emphasis: Sequence[Span] = ()) -> tuple[VerbPhrase, ...]:
    """The verb phrases of a paragraph: the one it opens with, then those that follow a conjunction or stand in italics.

    ``kind`` decides whether operative or preambular forms are looked for.
    """
    return _verbs(text, language, kind, emphasis, anywhere=False)


@lru_cache(maxsize=2048)
def verb_forms(text: str, language: Language, kind: Kind) -> tuple[VerbPhrase, ...]:
    """The forms of verbs of the organ anywhere in a paragraph, after a conjunction or not: some of them are no acts."""
    return _verbs(text, language, kind, (), anywhere=True)


def _verbs(
    text: str, language: Language, kind: Kind, emphasis: Sequence[Span], *, anywhere: bool
) -> tuple[VerbPhrase, ...]:
    if not kind.is_body:
        return ()
    folded = fold(text)
    tokens = list(language.token_pattern.finditer(folded.text))
    words = [token.group() for token in tokens]
    preambular = kind is Kind.PREAMBULAR
    found: list[VerbPhrase] = []
    i = first = _first_word(words)
    end = 0
    emphasised = _tokens_at(tokens, folded, emphasis) if emphasis else frozenset[int]()
    while i < len(words):
        joined = after_conjunction(language, words, i) and not _in_name(tokens, folded, text, i)
        starts = anywhere or i == first or i in emphasised or joined
        match = _match(language, words, i, preambular=preambular) if starts and i >= end else None
        if match is None or (i != first and _goes_along(language, words, match, preambular=preambular)):
            i += 1
            continue
        found.append(_phrase(language, match, folded, tokens, text))
        end = i = match.end
    return tuple(found) if anywhere else _as_one_decision(found, language, words, end)


def _goes_along(language: Language, words: Sequence[str], found: _Match, *, preambular: bool) -> bool:
    """Whether a verb further on says what goes along with the acts and is none itself: "同时强调", "وإذ تشدد"; "同时呼吁" is one."""
    if concept_of(found.form.concepts[0]).kind in ACTS:
        return False
    if not preambular and words[found.start] in language.opening.recital:
        return True
    opening = words[found.start : found.end]
    return any(tuple(opening[: len(phrase)]) == phrase for phrase in language.derived(_attendant_adverbs))


def _attendant_adverbs(language: Language) -> frozenset[tuple[str, ...]]:
    """The adverbs that say that something goes along with an act, as tokens."""
    entries = (entry for entries in language.adverbs_by_first.values() for entry in entries)
    return frozenset(phrase for phrase, role in entries if role == "attendant")


def _as_one_decision(
    verbs: Sequence[VerbPhrase], language: Language, words: Sequence[str], behind: int
) -> tuple[VerbPhrase, ...]:
    """The verbs; a decision to remain seized of a matter is one also where its two words stand apart: "决定除其他外根据报告，继续处理此案".

    ``behind`` is the word behind the last of them.
    """
    if not verbs or verbs[0].concepts[0] != "decide":
        return tuple(verbs)
    first, *others = verbs
    if [v.concepts[0] for v in others] == [_REMAIN_SEIZED] or (not others and _remains_seized(language, words, behind)):
        return (replace(first, concepts=(_REMAIN_SEIZED, *first.concepts)),)
    return tuple(verbs)


def _remains_seized(language: Language, words: Sequence[str], i: int) -> bool:
    """Whether words behind a verb say, before another clause begins, that the matter is kept: "decide, at its next session, to remain seized"."""
    for place in range(i, len(words)):
        if words[place] in language.conjunctions.words and words[place] not in _COMMAS:
            return False
        forms = (form for form in language.forms.get(words[place], ()) if _REMAIN_SEIZED in form.concepts)
        if any(_match_form(language, words, place, form) for form in forms):
            return True
    return False


def opening_verb(text: str, language: Language, *, preambular: bool) -> VerbPhrase | None:
    """The verb phrase that ``text`` opens with, or None."""
    folded = fold(text)
    tokens = list(language.token_pattern.finditer(folded.text[:200]))
    words = [token.group() for token in tokens]
    first = _first_word(words)
    match = _match(language, words, first, preambular=preambular) if first < len(words) else None
    return _phrase(language, match, folded, tokens, text) if match else None


def opens_as_recital(text: str, language: Language) -> bool:
    """Whether the language itself marks the paragraph as a recital, as Arabic does."""
    words = language.words_of(text[:30]) if language.opening.recital else ()
    return bool(words) and words[0] in language.opening.recital


def _first_word(words: Sequence[str]) -> int:
    """Where the words begin, behind a square bracket or a quotation mark that a draft puts before them."""
    return 1 if words and words[0] in ("[", *OPENING_QUOTES) else 0


def _tokens_at(tokens: Sequence[re.Match[str]], folded: Folded, spans: Sequence[Span]) -> frozenset[int]:
    """The first token that ends behind the beginning of each span."""
    ends = [folded.span(token.start(), token.end()).end for token in tokens]
    return frozenset(bisect_right(ends, span.start) for span in spans)


def after_conjunction(language: Language, words: Sequence[str], i: int) -> bool:
    """Whether a conjunction joins the word at ``i`` to what stands before it; Arabic writes the two as one."""
    joining, clitics = language.conjunctions.words, language.conjunctions.clitics
    if words[i - 1] in joining or (i > 1 and words[i - 1] in clitics and words[i - 2] in joining):
        return True
    return _is_joined(language, words[i]) and len(words[i]) >= _SHORTEST_JOINED


def _in_name(tokens: Sequence[re.Match[str]], folded: Folded, text: str, i: int) -> bool:
    """Whether a word behind a conjunction goes on with a name: both words beside the conjunction are written with capitals, and nothing
    parts them ("the Dispute and Appeals Tribunals")."""
    if i < 3:  # "Welcomes and Requests": the word before is the act that the text opens with.
        return False
    before, _, own = (folded.span(tokens[k].start(), tokens[k].end()) for k in (i - 2, i - 1, i))
    return text[own.start].isupper() and text[before.start].isupper() and text[before.end :][:1].isspace()


def _is_joined(language: Language, word: str) -> bool:
    """Whether a word may be a conjunction and a verb written as one."""
    joined = language.opening.joined
    return bool(joined) and word.startswith(joined)


_Stop = tuple[int, int, bool]
"""Where some adverbs end, how many of them intensify, and whether one says "again"."""


def _adverb_stops(language: Language, words: Sequence[str], i: int) -> list[_Stop]:
    """The place ``i`` itself, then the place after each of the adverbs there."""
    intensity, repeated = 0, False
    stops = [(i, intensity, repeated)]
    while True:
        j = i + 1 if i < len(words) and words[i] in _COMMAS else i
        opening = words[j] if j < len(words) else ""
        if _is_joined(language, opening) and opening not in language.adverbs_by_first:
            opening = opening.removeprefix(language.opening.joined)
        for phrase, role in language.adverbs_by_first.get(opening, ()):
            if (opening, *words[j + 1 : j + len(phrase)]) == phrase:
                intensity += role == "intensify"
                repeated |= role == "repeat"
                i = j + len(phrase)
                if i < len(words) and j and words[j - 1] in SPACED_COMMAS and words[i] in SPACED_COMMAS:
                    i += 1
                stops.append((i, intensity, repeated))
                break
        else:
            return stops


def _bare(language: Language, token: str, form: Form | None = None) -> Iterator[str]:
    """The words that a token may be with a conjunction before it, a pronoun behind it, or both: "وتدعوهم" is "تدعو".

    Of a ``form`` only a single verb that asks something of somebody has the pronoun behind it.
    """
    starts = [token]
    if _is_joined(language, token):
        starts.append(token.removeprefix(language.opening.joined))
        yield starts[-1]
    if form is None or (len(form.words) == 1 and concept_of(form.concepts[0]).kind in _ASKING):
        for pronoun in language.opening.objects:
            yield from (start.removesuffix(pronoun) for start in starts if start.endswith(pronoun))


def _match_form(language: Language, words: Sequence[str], i: int, form: Form) -> tuple[int, int, bool] | None:
    intensity, repeated = 0, False
    for n, word in enumerate(form.words):
        if n and language.spaced and (i >= len(words) or words[i] != word):
            # "Demande en outre instamment": an adverb may itself be the word of the form.
            stops = _adverb_stops(language, words, i)
            i, more, again = next((s for s in stops if s[0] < len(words) and words[s[0]] == word), stops[-1])
            intensity, repeated = intensity + more, repeated or again
        token = words[i] if i < len(words) else ""
        if token != word and not (n == 0 and word in _bare(language, token, form)):
            return None
        i += 1
    return i, intensity, repeated


def _match(language: Language, words: Sequence[str], start: int, *, preambular: bool) -> _Match | None:
    """The longest form at ``start``, leading and following adverbs taken in."""
    first = start
    if words[first] in language.opening.recital:
        first += 1
        preambular = True
        if first >= len(words):
            return None
    best: _Match | None = None
    best_length = 0
    # "Также настоятельно призывает": the form may begin with the last of several adverbs.
    for begin, base, again in _adverb_stops(language, words, first):
        if begin >= len(words):
            continue
        token = words[begin]
        for form in chain.from_iterable(language.forms.get(word, ()) for word in (token, *_bare(language, token))):
            if not (language.opening.one_form or (form.preambular if preambular else form.operative)):
                continue
            # "再次邀请": where the adverb alone is a form ("again"), the one behind it is the act. "Настоятельно призывает к" is one form.
            only_adverb = best is not None and best.end <= begin
            if len(form.words) < best_length + (not only_adverb):
                continue
            result = _match_form(language, words, begin, form)
            if result:
                end, more, also = result
                best = _Match(end, form, base + more + form.intensity, again or also or form.repeated, start)
                best_length = len(form.words)
    if best is None:
        return None
    if language.spaced:
        best = _with_noun(language, words, best)
        best.end, more, also = _adverb_stops(language, words, best.end)[-1]
        best.intensity += more
        best.repeated |= also
    else:
        best = _with_noun_unspaced(language, words, best)
    if best.intensity and best.form.concepts[0] == _REQUEST:
        # "Strongly requests": what is asked with stress may be urged in another language.
        best.form = replace(best.form, concepts=tuple(dict.fromkeys((*best.form.concepts, _URGE))))
    return best


_SAY = frozenset({"express", "reiterate", "reaffirm", "affirm", "declare", "maintain", "extend"})
_SAY_AGAIN = frozenset({"reiterate", "reaffirm"})
"""Concepts of verbs that say what their object is, or say it again."""
_LINKS = 5
"""Words behind such a verb among which the noun stands: "its", "very", "strong", "l'expression de sa"."""


def _act_nouns(language: Language) -> dict[str, tuple[str, ...]]:
    """The concepts of each noun that names an act, the likeliest first: "demande" names a request, and also a call."""
    named: dict[str, tuple[str, ...]] = {}
    for concept, nouns in language.act_nouns.nouns.items():
        for noun in nouns:
            named[noun] = (*named.get(noun, ()), concept)
    return named


def _with_noun(language: Language, words: Sequence[str], found: _Match) -> _Match:
    """The match; with the noun behind it a verb that only says or says again is the act that the noun names: "Reiterates its request".

    The phrase stays what it is, and what the noun's adjectives add is the act's intensity ("Expresses its strong condemnation").
    """
    strong = language.strength.words
    named = language.derived(_act_nouns).get(words[found.end - 1], ())
    if len(found.form.words) > 1 and named and found.form.repeated:
        # "Reitera su petición": the form as listed says one act, its noun may say others.
        found.form = replace(found.form, concepts=tuple(dict.fromkeys((*found.form.concepts, *named))))
    if len(found.form.words) > 1 and words[found.end : found.end + 1] and words[found.end] in strong:
        # "يعرب عن قلقه البالغ": the adjective behind the noun of a form.
        found.intensity = max(1, found.intensity)
    if not _SAY.intersection(found.form.concepts):
        return found
    nouns, adjectives = language.derived(_act_nouns), 0
    # "Expresses in this regard its strong support": what stands between the verb and its noun are adverbs.
    behind = _adverb_stops(language, words, found.end)[-1][0]
    for place in range(behind, min(len(words), behind + _LINKS)):
        word = words[place]
        if word in nouns:
            adjectives += place + 1 < len(words) and words[place + 1] in strong
            again = found.repeated or bool(_SAY_AGAIN.intersection(found.form.concepts))
            concepts = tuple(dict.fromkeys((*nouns[word], *found.form.concepts)))
            form = replace(found.form, concepts=concepts)
            return replace(found, form=form, intensity=found.intensity + min(1, adjectives), repeated=again)
        adjectives += word in strong or word in language.adverbs.intensify
        if word not in language.act_nouns.links and word not in strong and word not in language.adverbs.intensify:
            return found
    return found


def _with_noun_unspaced(language: Language, words: Sequence[str], found: _Match) -> _Match:
    """The same where words are not parted: "重申支持", "重申其坚定支持"; only what says again is the act of its noun, others are listed."""
    if not _SAY_AGAIN.intersection(found.form.concepts):
        return found
    behind = "".join(words[found.end : found.end + _LINKS * 2])
    between = sorted(
        (*language.act_nouns.links, *language.strength.words, *language.adverbs.intensify), key=len, reverse=True
    )
    strong = 0
    while link := next((w for w in between if behind.startswith(w)), None):
        behind = behind.removeprefix(link)
        strong += link not in language.act_nouns.links
    nouns = language.derived(_act_nouns)
    noun = next((n for n in nouns if behind.startswith(n)), None)
    if noun is None:
        return found
    concepts = tuple(dict.fromkeys((*nouns[noun], *found.form.concepts)))
    return replace(
        found, form=replace(found.form, concepts=concepts), intensity=found.intensity + min(1, strong), repeated=True
    )


def names_act(verb: VerbPhrase, language: Language) -> bool:
    """Whether a verb phrase says by its noun which act it is: "Reiterates its support", "Reiterates its demand"."""
    words = _words_of_form(verb, language)
    listed = len(words) > 1 and words[-1] in language.derived(_act_nouns)
    return listed or named_beyond_form(verb, language)


def named_beyond_form(verb: VerbPhrase, language: Language) -> bool:
    """Whether the noun that says which act it is stands behind the form by which adopted texts count the verb: they count "reiterates"."""
    words = _words_of_form(verb, language)
    listed = (form for form in language.forms.get(words[0], ()) if form.words == words)
    return not any(verb.concepts[0] in form.concepts for form in listed) and not _SAY.isdisjoint(verb.concepts[1:])


def _words_of_form(verb: VerbPhrase, language: Language) -> tuple[str, ...]:
    return tuple(verb.form.split()) if language.spaced else tuple(verb.form)


def name_one_act(a: VerbPhrase, b: VerbPhrase) -> bool:
    """Whether the nouns of two phrases can name one act; that both express or reiterate does not make them one."""
    acts = [frozenset(verb.concepts) - _SAY for verb in (a, b)]
    return not acts[0].isdisjoint(acts[1]) if all(acts) else equivalent(a, b)


def _phrase(
    language: Language, match: _Match, folded: Folded, tokens: Sequence[re.Match[str]], text: str
) -> VerbPhrase:
    # "et, par conséquent, prie": the comma behind the conjunction is no part of the verb.
    start = next(k for k in range(match.start, match.end) if tokens[k].group()[0].isalnum() or k == match.end - 1)
    span = folded.span(tokens[start].start(), tokens[match.end - 1].end())
    form = (" " if language.spaced else "").join(match.form.words)
    return VerbPhrase(form, text[span.start : span.end], match.form.concepts, span, match.intensity, match.repeated)


_SAYS_AGAIN = frozenset({"reiterate", "reaffirm"})
_OPEN = frozenset({"express"})
# "Décide de rester saisi" may be cut after its first word in one language only.
_KEPT = {_REMAIN_SEIZED: "decide"}


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
