"""Acts in the first person, as those who adopt a declaration say what they do: "We reaffirm …".

The verbs of a language stand in its data as organs use them, in the third person. A verb in the first is brought into that form
first, by its ending or beginning, and must be one of them then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpora.annotation.verbs import opening_verb
from corpora.languages import Language
from corpora.model import Span, VerbPhrase
from corpora.text.alternatives import alternatives
from corpora.text.folding import Folded, fold, fold_plain
from corpora.text.patterns import compiled
from corpora.text.segmentation import sentences

_REACH = 4
"""Words from the first among which the verb stands, behind adverbs: "strongly", "once again". Chosen: three adverbs at most."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """A text in the third person: ``text``, and where the ``own`` characters from ``at`` on became ``made`` others, behind ``lead``."""

    text: str
    lead: int
    at: int
    own: int
    made: int

    def place(self, position: int) -> int:
        """The position in the text as it was."""
        behind = position - self.lead
        return max(0, behind if behind <= self.at else max(self.at + self.own, behind - self.made + self.own))


def declared_verbs(text: str, language: Language) -> tuple[VerbPhrase, ...]:
    """The acts that a paragraph declares: that which it opens with, then those at the head of later sentences; () where it opens with none."""
    if not (language.declared.speakers or language.declared.silent):
        return ()
    first = _declared(text, language)
    if first is None:
        return ()
    later = (_declared_in(text, span, language) for span in sentences(text, language.code)[1:])
    return (first, *(verb for verb in later if verb is not None))


def opens_as_declared(text: str, language: Language) -> bool:
    """Whether a paragraph opens with an act in the first person."""
    return _declared(text, language) is not None


def _declared_in(text: str, span: Span, language: Language) -> VerbPhrase | None:
    verb = _declared(text[span.start : span.end], language)
    return verb and replace(verb, span=Span(verb.span.start + span.start, verb.span.end + span.start))


def _speaker(language: Language) -> re.Pattern[str]:
    declared = language.declared
    names = alternatives(sorted({*declared.speakers, *map(fold_plain, declared.reflexive)}))
    border = r"(?!\w)" if language.spaced else ""
    return compiled(rf"\s*(?P<speaker>{names}){border}\s*")


def _declared(text: str, language: Language) -> VerbPhrase | None:
    """The verb of "We reaffirm …", at its place behind the speaker."""
    if not (language.declared.speakers or language.declared.silent):
        return None
    folded = fold(text)
    said = language.derived(_speaker).match(folded.text)
    if said is None and not language.declared.silent:
        return None
    begins = said.end() if said is not None else 0
    reflexive = {fold_plain(name): forms for name, forms in language.declared.reflexive.items()}
    leads = reflexive.get(said["speaker"], ("",)) if said is not None else ("",)
    for lead in leads:
        for worded in _in_third_person(folded.text[begins:], lead, language):
            verb = opening_verb(worded.text, language, preambular=False)
            if verb is not None and verb.span.end >= worded.lead + worded.at + worded.made:
                return _at_place(verb, worded, folded, begins, text)
    return None


def _in_third_person(rest: str, lead: str, language: Language) -> Iterator[_Wording]:
    """What follows the speaker, with one of its first words in the third person; as it is where verbs have no persons."""
    declared = language.declared
    if not (declared.endings or declared.beginnings):
        yield _Wording(lead + rest, len(lead), 0, 0, 0)
        return
    for token in list(language.token_pattern.finditer(rest[:200]))[:_REACH]:
        word = token.group()
        for made in (*_ended(word, language), *_begun(word, language)):
            text = f"{lead}{rest[: token.start()]}{made}{rest[token.end() :]}"
            yield _Wording(text, len(lead), token.start(), len(word), len(made))


def _ended(word: str, language: Language) -> Iterator[str]:
    for ending, forms in language.derived(_endings):
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + form for form in forms)


def _begun(word: str, language: Language) -> Iterator[str]:
    for beginning, forms in language.derived(_beginnings):
        if word.startswith(beginning):
            yield from (form + word.removeprefix(beginning) for form in forms)


def _endings(language: Language) -> list[tuple[str, tuple[str, ...]]]:
    return _longest_first(language.declared.endings)


def _beginnings(language: Language) -> list[tuple[str, tuple[str, ...]]]:
    return _longest_first(language.declared.beginnings)


def _longest_first(parts: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    return sorted(((fold_plain(part), forms) for part, forms in parts.items()), key=lambda part: -len(part[0]))


def _at_place(verb: VerbPhrase, worded: _Wording, folded: Folded, begins: int, text: str) -> VerbPhrase:
    start, end = (begins + worded.place(at) for at in (verb.span.start, verb.span.end))
    span = folded.span(start, end)
    return replace(verb, text=text[span.start : span.end], span=span)
