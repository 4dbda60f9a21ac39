"""The lists of sub-paragraphs that are open under a paragraph: (a), (i), (a) again."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpora.text.numbering import PrintedNumber, letter, roman
from corpora.text.punctuation import LIST_SIGNS

POINT = "point"
"""The style of points that a number such as "1.2" places by itself."""


@dataclass(slots=True)
class OpenLists:
    """The open lists, the outermost first, each with its style and its last value."""

    items: list[tuple[str, int]] = field(default_factory=list)

    def place(self, number: PrintedNumber) -> list[str]:
        """The labels of the sub-paragraph with this number, the outermost list's first.

        The reading that goes on with an open list wins, the deepest list first. A Chinese ㈠ stands for (i) of the others.
        """
        if not (self._repeats(number) or self._goes_on(number)):
            self._opens(number)
        *above, last = [_label(style, value) for style, value in self.items]
        return [*above, last + number.repeat]

    def place_unmarked(self, sign: str) -> list[str]:
        """The labels of a sub-paragraph that opens with a dash or bullet: it is counted, in the deepest list of that sign.

        Its label is "dash3", whichever sign it is, so that versions that print other signs have the same labels.
        """
        depth = next((k for k in range(len(self.items), 0, -1) if self.items[k - 1][0] == sign), None)
        if depth is None:
            self.items.append((sign, 1))
        else:
            del self.items[depth:]
            self.items[-1] = (sign, self.items[-1][1] + 1)
        return [_label(style, value) for style, value in self.items]

    def place_numbered(self, points: tuple[int, ...]) -> list[str]:
        """The labels of a sub-paragraph that says by itself where it stands: "1.2.3" is point 3 of point 2 of paragraph 1."""
        self.items = [(POINT, value) for value in points]
        return [_label(style, value) for style, value in self.items]

    def goes_on_numbered(self, points: tuple[int, ...]) -> bool:
        """Whether points such as 2.3 are the next ones of those that are open, or the ones after: one may be missing."""
        open_points = tuple(value for style, value in self.items if style == POINT)
        if len(points) > len(open_points):
            return bool(open_points) and points[:-1] == open_points and points[-1] in (1, 2)
        place = next((k for k, (a, b) in enumerate(zip(points, open_points, strict=False)) if a != b), None)
        if place is None:
            return False
        begins = all(value == 1 for value in points[place + 1 :])
        return begins and points[place] in (open_points[place] + 1, open_points[place] + 2)

    def has(self, style: str) -> bool:
        """Whether a list of this style is open."""
        return any(open_style == style for open_style, _ in self.items)

    def continues(self, number: PrintedNumber) -> bool:
        """Whether a mark is the next of an open list, or the one after it: an item may be missing."""
        return any((style, last + step) in number.readings for style, last in self.items for step in (1, 2))

    def _repeats(self, number: PrintedNumber) -> bool:
        """A mark that stands again ("(a bis)"), behind its like in the deepest list that has it."""
        for depth in range(len(self.items), 0, -1):
            if number.repeat and self.items[depth - 1] in number.readings:
                del self.items[depth:]
                return True
        return False

    def _goes_on(self, number: PrintedNumber) -> bool:
        for depth in range(len(self.items), 0, -1):
            style, last = self.items[depth - 1]
            if (style, last + 1) in number.readings:
                del self.items[depth:]
                self.items[depth - 1] = (style, last + 1)
                return True
        return False

    def _opens(self, number: PrintedNumber) -> None:
        """A list that begins, or one that goes on with a gap."""
        styles = [s for s, _ in self.items]
        style, value = next(
            ((s, v) for s, v in reversed(number.readings) if v == 1 and s not in styles),
            min(number.readings, key=lambda reading: reading[1]),
        )
        if value != 1 and style in styles:
            depth = styles.index(style)
            del self.items[depth + 1 :]
            self.items[depth] = (style, value)
        else:
            self.items.append((style, value))


def _label(style: str, value: int) -> str:
    """What a point of a list is called in an id: "a", "ii", "3"."""
    if style == "letter":
        return letter(value)
    if style in LIST_SIGNS:
        return f"dash{value}"
    return str(value) if style in ("decimal", "figure", POINT) else roman(value)
