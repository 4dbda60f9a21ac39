"""What the terminal shows of three texts, and of what a draft stands on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from reports.cli.terminal import counts_line, print_summary
from reports.comparison.foundations import Foundation
from reports.comparison.hunks import Piece
from reports.comparison.three_texts import Author, Change, ChangeOutcome, RowState, ThreeTextRow, ThreeTexts
from reports.messages.catalogue import breakable, say, say_address, word
from reports.messages.wording import shortened
from reports.pipeline.drafts import Search
from reports.project.selection import Selection

_COLOURS = {
    ChangeOutcome.KEPT: "green",
    ChangeOutcome.CAME_BACK: "bold magenta",
    ChangeOutcome.GIVEN_UP: "magenta",
    ChangeOutcome.CHANGED_AGAIN: "yellow",
    ChangeOutcome.OWN: "yellow",
}
_LONGEST = 160
"""Characters of a quote on the terminal."""


def print_three_texts(
    console: Console, three: ThreeTexts, steps: Sequence[Selection], ui: str, *, show_all: bool = False
) -> None:
    """The verdict, then every row in which something changed, in the order of the adopted text, and the findings of both steps."""
    console.print(Text(title_of_three(three, ui), style="bold"))
    console.print(verdict_line(three, ui), markup=False)
    console.print(states_line(three, ui), markup=False)
    for row in three.rows:
        if row.has_changed:
            _print_row(console, row, breakable(say_address(three.address(row), ui)), ui)
    for author, step in zip(Author, steps, strict=True):
        if show_all:
            print_summary(console, word("author", author, ui), step, ui, show_all=True)
        else:
            console.print(say("three.findings", ui, author=str(author), counts=counts_line(step.findings, ui)))


def title_of_three(three: ThreeTexts, ui: str) -> str:
    """The three texts by what they are called."""
    return say("three.title", ui, last=three.last.label, draft=three.draft.label, adopted=three.adopted.label)


def verdict_line(three: ThreeTexts, ui: str) -> str:
    """How many words the draft and the negotiation changed, and how many of the draft's were undone."""
    return say(
        "three.verdict",
        ui,
        drafted=three.words_by(Author.DRAFT),
        negotiated=three.words_by(Author.NEGOTIATION),
        undone=three.words_undone,
    )


def states_line(three: ThreeTexts, ui: str) -> str:
    """How many paragraphs are in each state, those unchanged last."""
    order = [*(s for s in RowState if s is not RowState.UNCHANGED), RowState.UNCHANGED]
    counts = [(three.count(state), word("three", state, ui)) for state in order]
    return "; ".join(say("three.count", ui, count=count, state=state) for count, state in counts if count)


def foundation_line(search: Search, ui: str, *, instead_of: str = "") -> str:
    """What a draft stands on and how that was found, or that it was not; ``instead_of`` is the text that was thought to be it."""
    found = search.found
    if found is None:
        return say("based.none", ui, count=search.looked_in)
    sentence = "based.elsewhere" if instead_of else "based.found"
    facts = {"label": found.resolution.label, "file": found.resolution.name, "how": ", ".join(_evidence(found, ui))}
    line = say(sentence, ui, **facts, **({"issued": instead_of} if instead_of else {}))
    others = ", ".join(f"{f.resolution.label} ({f.resolution.name})" for f in search.as_near)
    return f"{line} {say('based.as_near', ui, others=others)}" if others else line


def _evidence(found: Foundation, ui: str) -> list[str]:
    cited = [say("based.cited", ui, paragraph=found.cited_in)] if found.cited_in else []
    title = [say("based.title", ui)] if found.same_title else []
    return [*cited, *title, say("based.words", ui, share=found.share)]


def _print_row(console: Console, row: ThreeTextRow, where: str, ui: str) -> None:
    console.print(Text.assemble((f"{where:8} ", "bold"), word("three", row.state, ui)))
    for author in row.moved_by:
        console.print(Text("         " + say("three.moved", ui, author=str(author))))
    for change in row.changes:
        console.print(Text("         " + change_line(change, ui), style=_COLOURS[change.outcome]))


def change_line(change: Change, ui: str) -> str:
    """Who changed what, and what became of it."""
    return say(
        "three.change",
        ui,
        author=str(change.author),
        outcome=str(change.outcome),
        before=_quote(change.before),
        after=_quote(change.after),
    )


def _quote(pieces: Sequence[Piece]) -> str:
    return shortened(" … ".join(p.text for p in pieces if p.text.strip()), _LONGEST)
