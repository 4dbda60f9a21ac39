"""Pins: beads that a reviser has set. They hold, and only what lies between them is aligned anew."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders import Encoder, default_encoder
from align.encoders.span_vectors import Spans
from align.model import Bead
from align.related import align_related
from align.search.constraints import Pin, align_between
from align.versions import align_versions
from corpora.model import Paragraph, Resolution
from reports.comparison.rows import compare_versions
from tests.support.sample import sample_text


def beads(pins: list[Pin]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = align_versions(sample_text("fr"), sample_text("en"), pins=pins).beads
    return [(b.source, b.target) for b in found]


def test_a_pin_holds_and_the_rest_follows() -> None:
    free = beads([])
    joined = Pin(("op4", "op5"), ("op4", "op5"))
    held = beads([joined])
    assert (joined.source, joined.target) in held
    assert [b for b in free if not set(b[0]) & {"op4", "op5"}] == [b for b in held if not set(b[0]) & {"op4", "op5"}]


def test_a_wrong_pin_holds_too_and_walls_off_what_is_above_and_below() -> None:
    held = beads([Pin(("op3",), ("op5",))])
    assert (("op3",), ("op5",)) in held
    english = sample_text("en").paragraphs
    order = {p.id: i for i, p in enumerate(english)}
    above = [t for source, target in held for t in target if source and source[0] in ("op1", "op2", "pp9")]
    assert all(order[t] < order["op5"] for t in above)


def test_left_out_and_added_can_be_pinned() -> None:
    held = beads([Pin(("op3",), ()), Pin((), ("op3",))])
    assert (("op3",), ()) in held and ((), ("op3",)) in held
    assert [b for b in beads([]) if b[0] != ("op3",)] == [b for b in held if "op3" not in (*b[0], *b[1])]


def test_other_versions_do_not_overrule_a_pin(sample: dict[str, Resolution]) -> None:
    pin = Pin(("op3",), ("op4",))
    versions = compare_versions(sample["fr"], list(sample.values())[1:], pins={"en": [pin]})
    bead = versions.alignments["en"].bead_of_source("op3")
    assert bead is not None and bead.target == ("op4",) and bead.pinned and bead.confidence == 1.0
    assert all(not b.pinned for b in versions.alignments["es"].beads)


def test_pins_between_related_resolutions(sample: dict[str, Resolution], specimen: Resolution) -> None:
    free = align_related(sample["fr"], specimen).beads
    pin = Pin(("op1",), ("op7", "op8"))
    held = align_related(sample["fr"], specimen, pins=[pin]).beads
    bead = next(b for b in held if b.source == ("op1",))
    assert bead.target == ("op7", "op8") and bead.pinned
    ids = sorted(i for b in held for i in b.target)
    assert ids == sorted(i for b in free for i in b.target)


class Counting:
    """The encoder, and how many segments it was asked for each time."""

    def __init__(self) -> None:
        self.encoder: Encoder = default_encoder()
        self.asked: list[int] = []

    @property
    def signature(self) -> str:
        return self.encoder.signature

    def encode(self, segments: Sequence[str]) -> Spans:
        self.asked.append(len(segments))
        return self.encoder.encode(segments)


def test_what_lies_between_pins_is_encoded_with_the_whole_text() -> None:
    french, english = sample_text("fr"), sample_text("en")
    place = len(french.paragraphs) // 2
    pin = Pin((french.paragraphs[place].id,), (english.paragraphs[place].id,))
    counting = Counting()
    found = align_versions(french, english, counting, [pin])
    whole = {len(french.paragraphs), len(english.paragraphs), len(french.footnotes), len(english.footnotes)}
    assert set(counting.asked) <= whole
    plain = align_versions(french, english)
    sides = [{(b.source, b.target): b for b in made.beads} for made in (found, plain)]
    assert sides[0].keys() == sides[1].keys()
    assert all(abs(b.score - sides[1][key].score) < 0.001 for key, b in sides[0].items() if not b.pinned)


def paragraphs(count: int) -> list[Paragraph]:
    full = sample_text("fr").paragraphs
    return list(full[:count])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_paragraph_once_whatever_is_pinned(data: st.DataObject) -> None:
    left, right = (paragraphs(data.draw(st.integers(1, 14))) for _ in range(2))
    ids = [p.id for p in left], [p.id for p in right]
    some = st.lists(st.sampled_from(ids[0]), max_size=2), st.lists(st.sampled_from(ids[1]), max_size=2)
    pins = [
        Pin(tuple(dict.fromkeys(a)), tuple(dict.fromkeys(b)))
        for a, b in data.draw(st.lists(st.tuples(*some), max_size=5))
        if a or b
    ]

    def align(source: list[Paragraph], target: list[Paragraph]) -> list[Bead]:
        pairs = [Bead((p.id,), (q.id,), 1.0) for p, q in zip(source, target, strict=False)]
        short = min(len(source), len(target))
        return [
            *pairs,
            *(Bead((p.id,), (), 0.0) for p in source[short:]),
            *(Bead((), (q.id,), 0.0) for q in target[short:]),
        ]

    found = align_between(left, right, pins, align)  # type: ignore[arg-type]
    for side, expected in enumerate(ids):
        assert sorted(i for b in found for i in (b.source, b.target)[side]) == sorted(expected)
    if pins:
        last = pins[-1]
        assert any((b.source, b.target) == (last.source, last.target) and b.pinned for b in found)
