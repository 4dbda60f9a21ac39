"""The threads of a series as a table shows them: each mandate through the texts, with the words that changed at each step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.comparison.lineage import LifecycleStep, Lineage, MandateHistory
from reports.exporters.html.first_screen import Texts
from reports.exporters.html.mandate_rows import Run, changed_words
from reports.messages.catalogue import interface_languages, say_way
from reports.messages.wording import shortened

_WORDS = 170
"""Characters of a mandate that its row begins with: three lines of the column. Chosen by looking."""
_QUIET = frozenset({"first_seen", "renewed", ""})
"""States in which nothing happened to a mandate."""


@dataclass(frozen=True, slots=True)
class ThreadCell:
    """What became of a mandate in one text: its state, its place, the words that changed since the text before, among those around."""

    state: str
    place: Texts
    runs: tuple[Run, ...]
    moved: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened to the mandate here."""
        return self.state in _QUIET and not self.moved


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A mandate through the texts."""

    words: str
    cells: tuple[ThreadCell, ...]

    @property
    def has_changed(self) -> bool:
        """Whether something happened to it."""
        return any(not cell.is_quiet for cell in self.cells)

    @property
    def states(self) -> str:
        """Its states in a row, with "changed" where something happened to it."""
        return " ".join([*states_of([self]), *(["changed"] if self.has_changed else [])])


def _place(lineage: Lineage, at: int, step: LifecycleStep) -> Texts:
    before, after = lineage.addresses(at, step)
    return {ui: say_way(before, after, ui) for ui in interface_languages()}


def thread_view(lineage: Lineage, thread: MandateHistory) -> ThreadView:
    """The row of a mandate."""
    cells = tuple(
        ThreadCell(step.state, _place(lineage, at, step), _changed(thread, at), step.moved)
        for at, step in enumerate(thread.steps)
    )
    text = next((s.mandate.text for s in reversed(thread.steps) if s.mandate), "")
    return ThreadView(shortened(text, _WORDS), cells)


def _changed(thread: MandateHistory, at: int) -> tuple[Run, ...]:
    """The mandate's words in a text with what went and came since the last text that has it; none where it was only carried on."""
    now = thread.steps[at]
    before = next((step.mandate for step in reversed(thread.steps[:at]) if step.mandate), None)
    if now.state in _QUIET or now.mandate is None or before is None or before.text == now.mandate.text:
        return ()
    return changed_words(before.text, now.mandate.text)


def states_of(threads: Sequence[ThreadView]) -> tuple[str, ...]:
    """The states that some threads are in, in the order in which they come up."""
    return tuple(dict.fromkeys(cell.state for thread in threads for cell in thread.cells if cell.state))
