"""Which verbs render each other in adopted resolutions: counts learned from a record, kept as data, by their circumstances.

How probable a rendering is depends on whose act it is, on whom the verb addresses and on the verb beside it: "calls upon States"
is "invite" in the Assembly, hardly in the Council. The counts of a narrower context are smoothed with the probability of the
wider one (a hierarchical Dirichlet prior: MacKay and Peto, "A hierarchical Dirichlet language model", Natural Language
Engineering 1, 1995): any organ, the organ, with the addressee, with the neighbouring verb.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from align.manifest import DATA, read_verified
from corpora.annotation.verbs import main_concept
from corpora.model import Paragraph, VerbPhrase
from corpora.values import AnchorKind

_FILE = DATA / "verb_renderings.json"
RARE = 0.02
"""Share of a verb's renderings under which a pair is not held to be attested."""
KNOWN = 25
"""Times a form must have been seen for what it never renders to mean anything."""
PRIOR = 8.0
"""What the wider context weighs, in renderings: the likeliest for one half of the record, given the other
(training/verb_renderings.py)."""
_REACH = 80
"""Characters behind a verb within which the body that it addresses is named."""
_STATES = frozenset({"states", "member_states"})


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of a verb: the ``organ`` (as ``Resolution.organ``), whom it addresses, and the kind of the verb beside it.

    ``addressee`` is "secretary-general", "states", "body" for any other name, or "" where none is named; ``neighbour`` is a kind
    of concepts.toml, or "" for a verb that stands alone in its paragraph.
    """

    organ: str = ""
    addressee: str = ""
    neighbour: str = ""

    @property
    def keys(self) -> tuple[str, str, str]:
        """The names of its counts, from the widest to the narrowest."""
        return self.organ, f"{self.organ}/{self.addressee}", f"{self.organ}/{self.addressee}/{self.neighbour}"


ANY = Context()
"""No circumstances are known: what all organs have taken together counts."""


def counted_as(verb: VerbPhrase) -> str:
    """Under which form the record counts a verb: "engage vivement" renders other verbs than "engage"."""
    return verb.form + "+" if verb.intensity else verb.form


def context_of(organ: str | None, verbs: Iterable[tuple[Paragraph, VerbPhrase]]) -> Context:
    """The context that most versions show of a verb that stands at the same place in all of them."""
    verbs = list(verbs)
    addressees = Counter(_addressee(p, v) for p, v in verbs)
    neighbours = Counter(_neighbour(p, v) for p, v in verbs)
    most = [c.most_common(1)[0][0] if c else "" for c in (addressees, neighbours)]
    return Context(organ or "", *most)


def _addressee(paragraph: Paragraph, verb: VerbPhrase) -> str:
    end = min((v.span.start for v in paragraph.verbs if v.span.start > verb.span.start), default=verb.span.end + _REACH)
    names = (a for a in paragraph.anchors if a.kind is AnchorKind.NAME and verb.span.end <= a.span.start < end)
    name = next((a.form for a in names if a.span.start - verb.span.end <= _REACH), "")
    if name == "secretary_general":
        return "secretary-general"
    return "states" if name in _STATES else "body" if name else ""


def _neighbour(paragraph: Paragraph, verb: VerbPhrase) -> str:
    """The kind of the verb before; of the one that follows where the verb opens its paragraph."""
    others = [v for v in paragraph.verbs if v is not verb]
    before = [v for v in others if v.span.start < verb.span.start]
    beside = before[-1] if before else others[0] if others else None
    return main_concept(beside).kind if beside else ""


Counts = Mapping[str, Mapping[str, Mapping[str, int]]]
"""Of a verb's form: of each form that renders it, how often it does so in each context (the narrowest keys)."""


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Counts]:
    tables: Mapping[str, Counts] = json.loads(read_verified(_FILE))["pairs"]
    return tables


Sums = tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]]
"""How often a form was rendered, and how often by each form, in each context from the widest (``"*"``) on."""


@lru_cache(maxsize=8192)
def _sums(table: str, form: str) -> Sums:
    return sums_of(_tables().get(table, {}).get(form, {}))


def sums_of(renderings: Mapping[str, Mapping[str, int]]) -> Sums:
    """Sums over contexts of one form's renderings: of all of them, and by the rendering form."""
    every: Counter[str] = Counter()
    by_form: dict[str, Counter[str]] = {}
    for other, contexts in renderings.items():
        own = by_form.setdefault(other, Counter())
        for key, number in contexts.items():
            organ, addressee, _ = key.split("/")
            for k in ("*", organ, f"{organ}/{addressee}", key):
                own[k] += number
                every[k] += number
    return every, by_form


def rendering_probability(sums: Sums, other: str, context: Context, prior: float = PRIOR) -> float:
    """The probability that a form of these ``sums`` is rendered by ``other`` in a context."""
    every, by_form = sums
    own = by_form.get(other, {})
    if not every.get("*"):
        return 0.0
    found = own.get("*", 0) / every["*"]
    for key in context.keys if context.organ else ():
        found = (own.get(key, 0) + prior * found) / (every.get(key, 0) + prior)
    return found


def is_attested(
    code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool, context: Context = ANY
) -> bool:
    """Whether adopted resolutions render one form by the other often enough for it to be a usual rendering."""
    return share(code_a, form_a, code_b, form_b, preambular=preambular, context=context) >= RARE


def share(code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool, context: Context = ANY) -> float:
    """The probability that in a context ``form_a`` is rendered by ``form_b``, or the other way round: the greater of the two."""
    return max(_both_ways(code_a, form_a, code_b, form_b, preambular=preambular, context=context))


def usual_share(
    code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool, context: Context = ANY
) -> float:
    """The geometric mean of the two probabilities: a form that is hardly used is no usual rendering of a common one."""
    return math.sqrt(math.prod(_both_ways(code_a, form_a, code_b, form_b, preambular=preambular, context=context)))


def _both_ways(
    code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool, context: Context
) -> tuple[float, float]:
    part = "preambular" if preambular else "operative"
    there, back = _sums(f"{code_a}-{code_b}/{part}", form_a), _sums(f"{code_b}-{code_a}/{part}", form_b)
    return rendering_probability(there, form_b, context), rendering_probability(back, form_a, context)


def times_seen(code_a: str, form_a: str, code_b: str, *, preambular: bool) -> int:
    """How often the record has a form beside a verb of another language."""
    part = "preambular" if preambular else "operative"
    return _sums(f"{code_a}-{code_b}/{part}", form_a)[0].get("*", 0)


def known_apart(code_a: str, form_a: str, code_b: str, form_b: str, *, preambular: bool) -> bool:
    """Whether the record knows both forms well and never has one render the other.

    Two forms may share a concept ("invite", "calls upon") and yet stand for different acts in practice.
    """
    seen = (
        times_seen(code_a, form_a, code_b, preambular=preambular),
        times_seen(code_b, form_b, code_a, preambular=preambular),
    )
    return min(seen) >= KNOWN and share(code_a, form_a, code_b, form_b, preambular=preambular) < RARE
