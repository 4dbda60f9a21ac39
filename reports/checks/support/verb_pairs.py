"""Two verbs of two versions: whether they render each other, how usually, and by how much one is stronger."""

from __future__ import annotations

from dataclasses import dataclass

from align.statistics.verb_renderings import (
    ANY,
    KNOWN,
    Context,
    counted_as,
    is_attested,
    known_apart,
    share,
    times_seen,
    usual_share,
)
from corpora.annotation.verbs import (
    equivalent,
    main_concept,
    name_one_act,
    named_beyond_form,
    names_act,
    same_act,
)
from corpora.languages import ACTS, concept_of, language
from corpora.model import VerbPhrase

_RESTATE, _NEUTRAL, _INTEND = "restate", "neutral", "intend"
_DECIDES = 2
"""Force from which a decision decides something (see concepts.toml)."""
USUAL = 0.1
"""Share of the renderings of two verbs, there and back, from which a pair is usual, so that no step of force is meant."""


@dataclass(frozen=True, slots=True)
class VerbInContext:
    """A verb of the version ``code``, of a recital or of what binds, with the circumstances in which it is said."""

    code: str
    verb: VerbPhrase
    preambular: bool = False
    context: Context = ANY


def substitution_probability(a: VerbInContext, b: VerbInContext) -> float | None:
    """How often adopted resolutions have one verb for the other in these circumstances; None where they say too little of either."""
    seen = [times_seen(x.code, counted_as(x.verb), y.code, preambular=x.preambular) for x, y in ((a, b), (b, a))]
    return share(*_forms(a, b), preambular=a.preambular, context=a.context) if min(seen) >= KNOWN else None


def is_usual_pair(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether adopted resolutions usually have one of two verbs, with what intensifies it, for the other."""
    return usual_share(*_forms(a, b), preambular=a.preambular, context=a.context) >= USUAL


def _forms(a: VerbInContext, b: VerbInContext) -> tuple[str, str, str, str]:
    return a.code, counted_as(a.verb), b.code, counted_as(b.verb)


def agree(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether two verbs render each other: attested often enough in adopted resolutions, or a shared concept.

    A shared concept proves nothing where the record knows both forms well and never has one for the other, and where the
    verbs' likeliest concepts differ.
    """
    forms = _forms(a, b)
    if both_name_acts(a, b):
        # What both say by a noun: how often "reiterates" renders "réaffirme" does not tell whether it is support or a demand.
        return name_one_act(a.verb, b.verb)
    if any(named_beyond_form(x.verb, language(x.code)) for x in (a, b)) and is_act(a.verb) is not is_act(b.verb):
        return equivalent(a.verb, b.verb)
    if is_attested(*forms, preambular=a.preambular, context=a.context) or _either_says_again(a, b):
        return True
    if a.verb.concepts[0] != b.verb.concepts[0] and known_apart(*forms, preambular=a.preambular):
        return False
    return equivalent(a.verb, b.verb)


def both_name_acts(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether two verbs say by their nouns which acts they are: "Reiterates its support", "Réitère son exigence"."""
    return all(names_act(x.verb, language(x.code)) for x in (a, b))


def usual(a: VerbInContext, b: VerbInContext) -> bool:
    """Whether two verbs that render each other do so usually: their likeliest concepts are one, or the record has it often."""
    return same_act(a.verb, b.verb) or _either_says_again(a, b) or is_usual_pair(a, b)


def _either_says_again(a: VerbInContext, b: VerbInContext) -> bool:
    return _is_repetition(a.verb, b.verb) or _is_repetition(b.verb, a.verb)


def _is_repetition(act: VerbPhrase, other: VerbPhrase) -> bool:
    """ "Demande de nouveau" and "Reaffirms": an act that says itself that it says again, and a restatement."""
    return act.repeated and main_concept(act).kind in ACTS and main_concept(other).kind == "restate"


def step_between(a: VerbPhrase, b: VerbPhrase, *, same: bool) -> int | None:
    """How much stronger ``b`` is than ``a``: by intensifiers where they are the ``same`` verb, else by force in one kind.

    "Reaffirms" may render "Expresses again its strong support": intensifiers count only where the likeliest concept is one.
    """
    if same:
        return b.intensity - a.intensity if a.concepts[0] == b.concepts[0] else 0
    first, second = main_concept(a), main_concept(b)
    if first.kind != second.kind:
        return None
    step, intensity = second.force - first.force, b.intensity - a.intensity
    if abs(step) > 1 and step * intensity < 0:
        # "Strongly encourages" is nearer to "urges" than "encourages" is.
        return step + (1 if intensity > 0 else -1)
    return step or intensity


def performative_shift(a: VerbPhrase, b: VerbPhrase) -> bool:
    """Whether one verb does something new (decides, directs, exhorts) and the other only restates what was done."""
    if _share_a_restatement(a, b):
        return False
    return (_surely_acts(a) or _surely_acts(b)) and (_restates(a) or _restates(b))


def _share_a_restatement(a: VerbPhrase, b: VerbPhrase) -> bool:
    """Whether both verbs may say one restatement: "заявляет о своей приверженности" commits or affirms, as "affirms its commitment" does."""
    return any(concept_of(concept).kind == _RESTATE for concept in set(a.concepts) & set(b.concepts))


def _surely_acts(verb: VerbPhrase) -> bool:
    """Whether a verb does something new, and cannot be read as one that only notes: "констатирует" may determine or note, and
    "s'engage de nouveau" says itself that it is nothing new."""
    notes = any(concept_of(concept).kind == _NEUTRAL for concept in verb.concepts)
    return is_act(verb) and not verb.repeated and not notes


def _restates(verb: VerbPhrase) -> bool:
    """Whether a verb says again, or says with a noun what is intended ("reaffirms its intention"): nothing new is decided."""
    kinds = [concept_of(concept).kind for concept in verb.concepts]
    return kinds[0] == _RESTATE or (verb.concepts[0] == _INTEND and _RESTATE in kinds)


def is_act(verb: VerbPhrase) -> bool:
    """Whether a verb decides, directs or exhorts. To state an intention or to remain seized of a matter decides nothing yet."""
    concept = main_concept(verb)
    return concept.kind in ACTS and not (concept.kind == "decide" and concept.force < _DECIDES)
