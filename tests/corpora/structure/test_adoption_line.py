"""The line that says when a text was adopted is no recital."""

from __future__ import annotations

from corpora.reading import read_text


def test_the_adoption_line_is_no_recital() -> None:
    text = "Adopted by the Security Council on 27 April 2021\n\nThe Security Council,\n\n*Recalling* its resolutions,\n\n1. *Decides* to remain seized.\n"
    document = read_text(text, "en", "x.md")
    below = read_text(
        text.replace("Adopted by the Security Council on 27 April 2021\n\n", "").replace(
            "Council,\n\n", "Council,\n\nAdopted by the Security Council on 27 April 2021\n\n*\n\n", 1
        ),
        "en",
        "x.md",
    )
    for found in (document, below):
        assert [p.id for p in found.paragraphs if p.id.startswith(("pp", "op"))] == ["pp1", "op1"]
        assert any(str(p.kind) == "adoption" for p in found.paragraphs)
