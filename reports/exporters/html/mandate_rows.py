"""A mandate before and after as the report's table shows it: one line, with what changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.model import Relation
from corpora.mandates.extraction import Mandate, Slot, address_of_act
from corpora.model import Address
from reports.comparison.mandate_changes import MandateChange
from reports.comparison.rows import RelatedPair
from reports.comparison.word_diff import word_steps
from reports.messages.catalogue import interface_languages, say_way
from reports.messages.wording import shortened

Run = tuple[str, str]
"""Words, and whether they went ("del"), came ("ins") or stayed ("")."""


@dataclass(frozen=True, slots=True)
class SlotView:
    """What a mandate has in a slot, as runs of words; ``name`` is that of the slot in [words.mandate] of the catalogues."""

    name: str
    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """Whether a word of it changed."""
        return any(change for _, change in self.runs)


@dataclass(frozen=True)
class MandateRow:
    """A mandate before and after: where it stood and stands, who is asked (verb, addressee), the action, the other slots.

    Of a mandate that has both sides the other slots are those that changed. ``point`` says that it is a point of a list, whose
    verb and addressee are those of the act above it.
    """

    relation: str
    where: Mapping[str, str]
    verb: SlotView
    addressee: SlotView
    action: SlotView
    others: tuple[SlotView, ...]
    point: bool


_OTHERS = (
    "beneficiaries",
    "conditions",
    "resources",
    "quantities",
    "deadline",
    "report_to",
    "duration",
    "legal_basis",
)
_ALONE = 240
"""Characters shown of what is asked by a mandate that went or came: three lines; its paragraph shows all of it. Chosen by looking."""
_SPACED = ",;:"
"""Signs behind which a space stands in every language that writes them."""
_AROUND = 48
"""Characters of words that stayed which are shown before and behind a change; chosen, some seven words."""


def mandate_row(pair: RelatedPair, change: MandateChange) -> MandateRow:
    """The row of one mandate; words are compared within one language only."""
    before, after = _slots(change.before), _slots(change.after)
    both = change.before is not None and change.after is not None
    relation = "moved" if change.moved and change.relation not in ("merged", "split") else change.relation
    if change.before is None:
        relation = "new"
    elif change.after is None:
        relation = "dropped"
    views = dict(_views(pair, change, before, after))
    if both and relation == Relation.REWORDED and not any(view.changed for view in views.values()):
        # The paragraph was reworded, and not a word of this act.
        relation = str(Relation.IDENTICAL)
    shown = [view for name in _OTHERS if (view := views[name]).runs and (view.changed or not both)]
    ends = [
        (address_of_act(document, mandate),) if mandate else ()
        for document, mandate in ((pair.earlier, change.before), (pair.later, change.after))
    ]
    return MandateRow(
        relation=relation,
        where=_where(*ends),
        verb=views["verb"],
        addressee=views["addressee"],
        action=views["action"],
        others=tuple(shown),
        point=any(m is not None and m.under is not None for m in (change.before, change.after)),
    )


def _where(before: Sequence[Address], after: Sequence[Address]) -> Mapping[str, str]:
    """Both ends of what stands elsewhere now; one where nothing moved."""
    found = {}
    for ui in interface_languages():
        now, then = say_way((), after, ui), say_way((), before, ui)
        found[ui] = now or then if not (now and then) or now == then else say_way(before, after, ui, short=True)
    return found


def _views(
    pair: RelatedPair, change: MandateChange, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[tuple[str, SlotView]]:
    old, new = change.before, change.after
    alike = pair.earlier.language == pair.later.language
    for name in ("verb", "addressee", "action", *_OTHERS):
        was, now = before[name], after[name]
        if name == "action" and (old is None or new is None):
            yield name, SlotView(name, _stayed(shortened(now or was, _ALONE)))
        elif old is None or new is None or not _differs(old, new, name, before, after):
            yield name, SlotView(name, _stayed(now or was))
        elif alike and name == "action":
            yield name, SlotView(name, changed_words(was, now))
        else:
            yield name, SlotView(name, tuple(run for run in ((was, "del"), (now, "ins")) if run[0]))


def _stayed(text: str) -> tuple[Run, ...]:
    return ((text, ""),) if text else ()


def changed_words(before: str, after: str) -> tuple[Run, ...]:
    """Two texts of one language as one: the words that went before those that came, without what stayed far from any change."""
    return tuple(_shortened(_redlined(before, after)))


def _redlined(before: str, after: str) -> Iterator[Run]:
    """The words of both, in the order of the later text, those that went before those that came."""
    end = 0
    last = " "
    for gone, come, kept in word_steps(before, after):
        between = after[end : come.start]
        runs = [(between, ""), *([] if kept else [(before[gone.start : gone.end], "del")])]
        for text, change in (*runs, (after[come.start : come.end], "" if kept else "ins")):
            if text and (last[-1].isalnum() or last[-1] in _SPACED) and text[0].isalnum():
                yield " ", ""
            if text:
                yield text, change
                last = text
        end = come.end
    yield after[end:], ""


def _shortened(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs without what stayed far from any change."""
    joined: list[Run] = []
    for text, change in runs:
        if text and joined and joined[-1][1] == change:
            joined[-1] = joined[-1][0] + text, change
        elif text:
            joined.append((text, change))
    for k, (text, change) in enumerate(joined):
        head, tail = k > 0, k < len(joined) - 1
        if change or len(text) <= _AROUND * (head + tail) + 12:
            yield text, change
        else:
            yield f"{_head(text) if head else ''} … {_tail(text) if tail else ''}", change


def _head(text: str) -> str:
    return text[:_AROUND].rpartition(" ")[0] or text[:_AROUND]


def _tail(text: str) -> str:
    return text[-_AROUND:].partition(" ")[2] or text[-_AROUND:]


def _differs(old: Mandate, new: Mandate, slot: str, before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    if slot == "addressee":
        return (old.addressee.value if old.addressee else "") != (new.addressee.value if new.addressee else "")
    if slot in ("conditions", "report_to", "beneficiaries", "resources", "quantities"):
        return {s.value for s in getattr(old, slot)} != {s.value for s in getattr(new, slot)}
    if slot == "deadline":
        return {s.value for s in old.deadlines} != {s.value for s in new.deadlines}
    return " ".join(before[slot].lower().split()) != " ".join(after[slot].lower().split())


def _slots(m: Mandate | None) -> Mapping[str, str]:
    if m is None:
        return dict.fromkeys(("verb", "addressee", "action", *_OTHERS), "")
    return {
        "verb": m.verb.text,
        "addressee": _text(m.addressee),
        "action": _text(m.action),
        "beneficiaries": _texts(m.beneficiaries),
        "conditions": _texts(m.conditions),
        "resources": _texts(m.resources),
        "quantities": _texts(m.quantities),
        "deadline": _texts((*m.deadlines, *((m.cycle,) if m.cycle else ()))),
        "report_to": _texts(m.report_to),
        "duration": _texts(tuple(s for s in (m.duration, m.review) if s)),
        "legal_basis": _text(m.legal_basis),
    }


def _text(slot: Slot | None) -> str:
    return slot.text if slot else ""


def _texts(slots: Sequence[Slot]) -> str:
    return "; ".join(dict.fromkeys(s.text for s in slots))
