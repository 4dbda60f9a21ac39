"""Three texts as JSON; docs/schema/three.schema.json describes it."""

from __future__ import annotations

from collections.abc import Sequence

from reports.comparison.foundations import Foundation
from reports.comparison.hunks import Piece
from reports.comparison.three_texts import Author, Change, RowState, ThreeTextRow, ThreeTexts
from reports.exporters.json_results import document_json, selected_json
from reports.project.selection import Selection


def three_texts_json(three: ThreeTexts, steps: Sequence[Selection], ui: str) -> dict[str, object]:
    """What ``hexapla compare LAST DRAFT ADOPTED --json`` prints; ``steps`` are the findings of the draft and of the negotiation."""
    return {
        "documents": [document_json(d) for d in (three.last, three.draft, three.adopted)],
        "rows": [_row(row) for row in three.rows],
        "states": {str(state): three.count(state) for state in RowState},
        "words": {
            "draft": three.words_by(Author.DRAFT),
            "negotiation": three.words_by(Author.NEGOTIATION),
            "undone": three.words_undone,
        },
        "steps": {str(author): selected_json(step, ui) for author, step in zip(Author, steps, strict=True)},
    }


def foundation_json(found: Foundation | None) -> dict[str, object] | None:
    """The resolution that a draft stands on and how it was found; None where it was not."""
    if found is None:
        return None
    return {
        "document": document_json(found.resolution),
        "share": round(found.share, 4),
        "cited_in": found.cited_in or None,
        "same_title": found.same_title,
    }


def _row(row: ThreeTextRow) -> dict[str, object]:
    return {
        "last": [p.id for p in row.last],
        "draft": [p.id for p in row.draft],
        "adopted": [p.id for p in row.adopted],
        "state": str(row.state),
        "moved_by": [str(author) for author in row.moved_by],
        "changes": [_change(change) for change in row.changes],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "author": str(change.author),
        "outcome": str(change.outcome),
        "before": [_piece(p) for p in change.before],
        "after": [_piece(p) for p in change.after],
        "words": change.words,
    }


def _piece(piece: Piece) -> dict[str, object]:
    source = piece.paragraph.source_span(piece.span)
    return {"paragraph": piece.paragraph.id, "span": [source.start, source.end], "quote": piece.text}
