"""The slots of a mandate, read from the words that a verb governs: addressee, action, beneficiaries, deadline, body reported to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpora.languages.schema import Drafting
from corpora.model import Anchor, Span
from corpora.text.folding import fold
from corpora.text.punctuation import COLONS, COMMAS, ENDS
from corpora.values import AnchorKind, Value

_RESOURCES = frozenset({"existing_resources", "extrabudgetary", "voluntary"})
_NAME = re.compile(
    r"""
    \s*(?:that\s+)?(?:the\s+)?[A-Z][\w’'-]*                       # "that the Office"
    (?:\s+(?:(?:of|and|for|the|on)\s+)*[A-Z][\w’'-]*)*            # "of the High Commissioner"
    """,
    re.VERBOSE,
)
"""A name in English by its capitals."""
_FAR = 25
"""Characters from a name to an infinitive from which that one is no more what the name is told to do."""
_JOINING = re.compile(r",?\s+(?:et|and)$")
_YEAR = re.compile(r"(?:19[4-9]|20[0-6])\d(?:/\d\d)?")
_ADDRESSEE_REACH = 260
"""Characters behind the verb in which whom it addresses is named: a long list of bodies fits in."""
_NEAR = 90
"""Characters behind the verb in which a name is an addressee without an infinitive to show it."""
_TO = re.compile(r"(?:\b(?:à|au|aux|to|et|and)(?:\s+(?:la|le|les|the))?\s+|\bà\s+l')$")


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of a mandate: ``value`` as compared, ``text`` as printed, ``span`` in the paragraph's text.

    ``states`` is what they state where they are an anchor, None where they are mere words.
    """

    value: str
    text: str
    span: Span
    states: Value | None = None


@dataclass(frozen=True, slots=True)
class MandateClause:
    """The clause ``span`` of a paragraph's ``text``, with the anchors inside it and the language's ways of drafting."""

    text: str
    span: Span
    anchors: tuple[Anchor, ...]
    drafting: Drafting

    def found(self, pattern: re.Pattern[str] | None, span: Span | None = None) -> Slot | None:
        """The first words of the clause, or of ``span``, that a pattern of the language data describes."""
        span = span or self.span
        if pattern is None:
            return None
        folded = fold(self.text)
        match = pattern.search(folded.text, span.start, min(span.end, len(folded.text)))
        if match is None:
            return None
        place = folded.span(match.start(), match.end())
        return Slot(" ".join(match.group().split()), self.text[place.start : place.end], place)

    def duration(self, unit: re.Pattern[str] | None) -> Slot | None:
        """For how long or until when: to the end of the date that it names, of the time that it counts, else to the last whole word.

        ``unit`` is what a number counts when it says how long (``Wording.time_unit``).
        """
        slot = self.found(self.drafting.period)
        if slot is None:
            return None
        date = next((a for a in self.anchors if a.kind is AnchorKind.DATE and a.span.overlaps(slot.span)), None)
        counted = self.found(unit, slot.span) if unit is not None and date is None else None
        end = date.span.end if date else counted.span.end if counted else self._end_of_word(slot.span)
        span = Span(slot.span.start, end)
        return Slot(self._folded(span), self.text[span.start : span.end], span)

    def _end_of_word(self, span: Span) -> int:
        """The end of the last word that lies wholly in ``span``."""
        end = span.end
        if end < len(self.text) and self.text[end].isalnum() and self.text[end - 1].isalnum():
            while end > span.start and self.text[end - 1].isalnum():
                end -= 1
        return span.start + len(self.text[span.start : end].rstrip()) or span.end

    def conditions(self) -> tuple[Slot, ...]:
        """Qualifiers and other terms on which the act is done, those of money left out."""
        qualifiers = (a for a in self._qualifiers() if a.form not in _RESOURCES)
        return (*map(_slot, qualifiers), *_optional(self.found(self.drafting.condition)))

    def _qualifiers(self) -> Iterator[Anchor]:
        return (a for a in self.anchors if a.kind is AnchorKind.QUALIFIER and a.firm)

    def resources(self) -> tuple[Slot, ...]:
        """Sums, budgets and what limits them."""
        limits = {a for a in self._qualifiers() if a.form in _RESOURCES}
        sums = (a for a in self.anchors if a.kind is AnchorKind.MONEY or a in limits)
        return (*map(_slot, sums), *_optional(self.found(self.drafting.resources)))

    def quantities(self, *others: Slot | None) -> tuple[Slot, ...]:
        """Counts and shares: troops, posts, per cent; those inside the ``others``, a cycle or a duration, are left out.

        One is left out too, which in most languages is an article, and so are years.
        """
        taken = [slot.span for slot in others if slot]
        return tuple(
            _slot(a)
            for a in self.anchors
            if a.kind.is_quantity and a.form != "1" and not self._is_year(a)
            if not any(a.span.overlaps(span) for span in taken)
        )

    def _is_year(self, figure: Anchor) -> bool:
        """Whether a figure is a year: printed as one, and followed by the word where the language always says it."""
        if not (_YEAR.fullmatch(figure.text) and figure.kind is AnchorKind.NUMBER):
            return False
        mark = self.drafting.year_mark
        return mark is None or mark.match(fold(self.text[figure.span.end : figure.span.end + 8]).text) is not None

    def deadlines(self) -> tuple[Slot, ...]:
        """Sessions, and the dates that say by when."""
        return tuple(
            _slot(a)
            for a in self.anchors
            if a.kind is AnchorKind.SESSION or (a.kind is AnchorKind.DATE and self._is_deadline(a))
        )

    def _is_deadline(self, date: Anchor) -> bool:
        """Whether a date says by when: not when a cited text was adopted or a report was made."""
        if any(a.kind is AnchorKind.CITATION and 0 <= date.span.start - a.span.end < 60 for a in self.anchors):
            return False
        before, after = self.drafting.before_deadline, self.drafting.after_deadline
        start, end = date.span.start, date.span.end
        if after is not None and after.match(fold(self.text[end : end + 30]).text):
            return True
        return before is None or before.search(fold(self.text[max(0, start - 40) : start]).text) is not None

    def report_to(self) -> tuple[Slot, ...]:
        """The bodies to which a report is to be made."""
        report = self.found(self.drafting.report)
        if report is None:
            return ()
        bodies = (a for a in self.anchors if a.kind is AnchorKind.NAME and a.span.start >= report.span.end)
        return tuple(_slot(a) for a in bodies if self._follows_to(a))

    def _follows_to(self, body: Anchor) -> bool:
        before = fold(self.text).text[max(0, body.span.start - 12) : body.span.start]
        return _TO.search(before) is not None or fold(body.text).text.startswith("l'")

    def beneficiaries(self, action: Span) -> tuple[Slot, ...]:
        """For whom or on what the action is: "aux États parties", "for the benefit of victims"."""
        pattern = self.drafting.beneficiaries
        if pattern is None:
            return ()
        folded = fold(self.text)
        places = [folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text, action.start, action.end)]
        return tuple(Slot(self._folded(place), self.text[place.start : place.end], place) for place in places)

    def rest(self, start: int) -> Slot | None:
        """The clause from ``start`` on, as an action; None where nothing is left."""
        return self._slot_at(Span(start, self.span.end)) if start < self.span.end else None

    def addressee_and_action(self, start: int) -> tuple[Slot | None, Slot]:
        """Who is told, and to do what, in the words from ``start`` on."""
        addressee, action = self._told_and_action(start)
        told = self._told_in_clause(start)
        if addressee is None or (
            told is not None and addressee.span.overlaps(told.span) and addressee.span != told.span
        ):
            addressee = told or addressee  # The clause says it without its "that" and its verb.
        return addressee, action

    def _told_in_clause(self, start: int) -> Slot | None:
        """Who is told by a clause right behind the verb: "Requests that the Panel of Experts submit …"."""
        pattern = self.drafting.told
        folded = fold(self.text)
        match = pattern.match(folded.text, start, self.span.end) if pattern is not None else None
        if match is None:
            return None
        place = folded.span(match.start("told"), match.end("told"))
        return self._addressee(place, [a for a in self.anchors if a.kind is AnchorKind.NAME and a.span.overlaps(place)])

    def _told_and_action(self, start: int) -> tuple[Slot | None, Slot]:
        # "Exige des parties qu'elles cessent …": the clause that says what begins with "que" where there is no infinitive.
        reach = Span(start, min(self.span.end, start + _ADDRESSEE_REACH))
        infinitive, that = self.found(self.drafting.infinitive, reach), self.found(self.drafting.clause, reach)
        if that is not None and (infinitive is None or that.span.start < infinitive.span.start):
            infinitive = that
        names = [a for a in self.anchors if a.kind is AnchorKind.NAME and a.span.start >= start]
        told = self._before_bare_verb(start)
        if told is not None and (infinitive is None or infinitive.span.start - told > _FAR):
            addressed = [a for a in names if a.span.start < told]
            return self._addressee(Span(start, told), addressed), self._slot_at(Span(told, self.span.end))
        if infinitive is not None or self._opens_list(start):
            end = infinitive.span.start if infinitive is not None else self.span.end - 1
            addressed = [a for a in names if a.span.start < end]
        else:
            addressed = [a for a in names if a.span.start < start + _NEAR][:1]
            end = addressed[-1].span.end if addressed else start
        action = self._slot_at(Span(end, self.span.end))
        if that is not None and end == that.span.start and not self._words_at(Span(start, end)):
            return self._subject(end), action
        head_end = self._end_of_addressee(start, end)
        addressed = [a for a in addressed if a.span.start < head_end] or addressed
        return self._addressee(Span(start, max(start, head_end)), addressed), action

    def _before_bare_verb(self, start: int) -> int | None:
        """Where the name of who is told ends, if a verb follows right away ("Requests UNMISS prioritize …"); English alone does so."""
        verb = self.drafting.bare_verb
        name = _NAME.match(self.text, start) if verb is not None else None
        if verb is None or name is None or name.end() >= self.span.end:
            return None
        return name.end() if verb.match(fold(self.text).text, name.end()) else None

    def _end_of_addressee(self, start: int, end: int) -> int:
        """Where the words that name who is told end: at a comma, unless it only joins others ("…, ainsi que …, à …").

        "… , dans le cadre de ses activités, de …": what stands between commas is not who is addressed.
        """
        commas = [i for i in range(start, end) if self.text[i] in COMMAS]
        joins = self.drafting.also_told
        for place in commas:
            if joins is None or joins.match(fold(self.text[place + 1 : end]).text) is None:
                return place
        return end

    def _subject(self, start: int) -> Slot | None:
        """Who is told by "Exige que toutes les parties …": the subject of the clause that begins at ``start``."""
        pattern = self.drafting.subject
        folded = fold(self.text)
        match = pattern.match(folded.text, start) if pattern is not None else None
        if match is None:
            return None
        place = folded.span(match.start("told"), match.end("told"))
        return self._addressee(place, [a for a in self.anchors if a.kind is AnchorKind.NAME and a.span.overlaps(place)])

    def _opens_list(self, start: int) -> bool:
        """Whether from ``start`` on the clause only says who is told, and a list what: known where infinitives are."""
        rest = self.text[start : self.span.end]
        return self.drafting.infinitive is not None and rest.endswith(tuple(COLONS)) and len(rest) < _ADDRESSEE_REACH

    def _addressee(self, place: Span, names: Sequence[Anchor]) -> Slot | None:
        """Who is told by the words of ``place``: the bodies that they name, else the words; None where there are none."""
        words = self._slot_at(place)
        named = "+".join(sorted({a.form for a in names}))
        return replace(words, value=named or words.value) if words.text else None

    def _slot_at(self, place: Span) -> Slot:
        return Slot(self._folded(place), self._words_at(place), place)

    def _words_at(self, span: Span) -> str:
        return _JOINING.sub("", self.text[span.start : span.end].strip(" ,"))

    def _folded(self, span: Span) -> str:
        return " ".join(fold(self.text[span.start : span.end]).text.split()).strip(" " + ENDS)


def _slot(anchor: Anchor) -> Slot:
    return Slot(anchor.form, anchor.text, anchor.span, anchor.value)


def _optional(slot: Slot | None) -> tuple[Slot, ...]:
    return (slot,) if slot else ()
