"""Acts that a text reports: "the Council decided to …", "The Security Council reaffirms …", behind the organ's name.

Decisions report in the past what an organ did at a meeting; presidential statements say in the present what it does. Both name
the organ first, where a resolution names it once and for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpora.annotation.declared import declared_verbs, opens_as_declared
from corpora.annotation.verbs import after_conjunction, find_verbs, opening_verb
from corpora.languages import Form, Language, concept_of, concepts
from corpora.languages.forms import forms_by_first_token
from corpora.model import Kind, Span, VerbPhrase
from corpora.text.alternatives import alternatives
from corpora.text.folding import fold, fold_plain
from corpora.text.patterns import compiled
from corpora.text.punctuation import QUOTES

_REACH = 600
"""Characters in which the organ is named: a decision may say first what it has considered."""


def _organ_pattern(language: Language) -> re.Pattern[str]:
    """The names of organs, without the word that an enacting formula puts before them (Arabic إن)."""
    particle = fold_plain(language.reported.particle)
    names = {fold_plain(name).removeprefix(particle).strip() for names in language.organs.values() for name in names}
    border = r"(?!\w)" if language.spaced else ""
    return compiled(alternatives(sorted(names)) + border)


def _forms(language: Language) -> dict[str, tuple[Form, ...]]:
    acts = {concept: (forms, ()) for concept, forms in language.reported.acts.items()}
    return forms_by_first_token(acts, language.strength.words, concepts(), spaced=language.spaced)


def opens_with_organ(text: str, language: Language) -> bool:
    """Whether a paragraph says what an organ does, its name and a verb, in Arabic the verb and the name; or what "we" do."""
    return _stated(text, language) is not None or opens_as_declared(text, language)


def reported_verbs(text: str, language: Language, kind: Kind) -> tuple[VerbPhrase, ...]:
    """The acts of a paragraph of a decision or a statement; the first is marked as reported."""
    if not kind.is_body:
        return ()
    stated = _stated(text, language)
    declared = declared_verbs(text, language) if stated is None else ()
    if declared:
        return (replace(declared[0], reported=True), *declared[1:])
    found = [stated] if stated is not None else list(_past(text, language))
    if not language.spaced:
        # Verbs without tenses recite as they act: what was recalled before the first act is no act.
        found = found[next((k for k, verb in enumerate(found) if not _restates(verb)), 0) :]
    if not found:
        return find_verbs(text, language, kind)
    return (replace(found[0], reported=True), *found[1:])


def _restates(verb: VerbPhrase) -> bool:
    return concept_of(verb.concepts[0]).kind == "restate"


def _stated(text: str, language: Language) -> VerbPhrase | None:
    """The verb of "The Security Council reaffirms …"."""
    start = len(text) - len(text.lstrip(QUOTES + "„‟「『 "))
    folded = fold(text[start:])
    organ = language.derived(_organ_pattern)
    named = organ.match(folded.text)
    if named is not None:
        at = start + folded.span(0, named.end()).end
        gap = len(text[at:]) - len(text[at:].lstrip())
        verb = opening_verb(text[at + gap :], language, preambular=False)
        return _moved(verb, at + gap) if verb is not None else None
    if not language.reported.particle:
        return None
    # A language whose formula needs a particle sets the verb before the organ: "يؤكد مجلس الأمن …".
    verb = opening_verb(text[start:], language, preambular=False)
    if verb is None:
        return None
    behind = fold(text[start + verb.span.end :])
    name = organ.match(behind.text, len(behind.text) - len(behind.text.lstrip()))
    if name is None:
        return None
    # Words of the verb may stand behind the organ: "يؤكد مجلس الأمن من جديد".
    rest = text[start + verb.span.end + behind.span(0, name.end()).end :]
    whole = opening_verb(text[start : start + verb.span.end] + rest, language, preambular=False) or verb
    return _moved(replace(whole, text=verb.text, span=verb.span), start)


def _past(text: str, language: Language) -> Iterator[VerbPhrase]:
    """Verbs in the past behind the organ's name, or at the head of an item, which has no name of its own; then those joined to it."""
    folded = fold(text)
    organ = language.derived(_organ_pattern)
    named = organ.search(folded.text[:_REACH])
    forms = language.derived(_forms)
    tokens = list(language.token_pattern.finditer(folded.text))
    words = [token.group() for token in tokens]
    k = 0
    found = False
    while k < len(words):
        form = _form_at(language, forms, words, k)
        if form is None or not (
            after_conjunction(language, words, k)
            if found
            else k == 0 or _is_of_organ(folded.text, tokens[k], tokens[k + len(form.words) - 1], named, organ)
        ):
            k += 1
            continue
        span = folded.span(tokens[k].start(), tokens[k + len(form.words) - 1].end())
        joined = (" " if language.spaced else "").join(form.words)
        yield VerbPhrase(joined, text[span.start : span.end], form.concepts, span, form.intensity, form.repeated)
        found = True
        k += len(form.words)


def _form_at(language: Language, forms: Mapping[str, Sequence[Form]], words: Sequence[str], k: int) -> Form | None:
    """The form that begins at a word; behind the letter that joins it to the words before it, as Arabic writes "and"."""
    first = words[k]
    candidates = list(forms.get(first, ()))
    joined = language.opening.joined
    if joined and first.startswith(joined):
        candidates += forms.get(first.removeprefix(joined), ())
    return next((f for f in candidates if tuple(words[k + 1 : k + len(f.words)]) == f.words[1:]), None)


def _is_of_organ(
    text: str, first: re.Match[str], last: re.Match[str], named: re.Match[str] | None, organ: re.Pattern[str]
) -> bool:
    """Whether a verb stands behind the organ's name, or right before it, as Arabic has it."""
    behind = named is not None and first.start() >= named.end()
    return behind or organ.match(text[last.end() :].lstrip()) is not None


def _moved(verb: VerbPhrase, by: int) -> VerbPhrase:
    return replace(verb, span=Span(verb.span.start + by, verb.span.end + by))
