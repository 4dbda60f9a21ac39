"""Related resolutions: relations of the shipped later resolution."""

from __future__ import annotations

from align.model import Relation
from align.related import align_related
from corpora.model import Resolution

EXPECTED = {
    "pp1": (("pp1",), Relation.IDENTICAL), "pp2": (("pp2",), Relation.REWORDED), "pp3": ((), Relation.DROPPED),
    "pp4": (("pp3",), Relation.IDENTICAL), "pp5": (("pp4",), Relation.REWORDED), "pp6": (("pp7",), Relation.REWORDED),
    "pp7": (("pp8",), Relation.IDENTICAL), "pp8": (("pp6",), Relation.MOVED), "op1": (("op1",), Relation.REWORDED),
    "op3": (("op3",), Relation.IDENTICAL), "op6": (("op6",), Relation.MERGED), "op7": (("op6",), Relation.MERGED),
    "op8": ((), Relation.DROPPED), "op9": (("op7", "op8"), Relation.SPLIT), "op10": (("op10",), Relation.REWORDED),
}  # fmt: skip


def test_relations_of_the_specimen(sample: dict[str, Resolution], specimen: Resolution) -> None:
    alignment = align_related(sample["fr"], specimen)
    for source, (target, relation) in EXPECTED.items():
        bead = alignment.bead_of_source(source)
        assert bead is not None
        assert (bead.target, bead.relation) == (target, relation), source
    swapped = {alignment.bead_of_source("op4"), alignment.bead_of_source("op5")}
    assert {b.target for b in swapped if b} == {("op5",), ("op4",)}
    assert sum(b.moved for b in swapped if b) == 1
    assert [b.target for b in alignment.beads if b.relation is Relation.NEW] == [("pp5",), ("op9",)]


def test_a_resolution_related_to_itself_is_identical(sample: dict[str, Resolution]) -> None:
    alignment = align_related(sample["fr"], sample["fr"])
    assert {b.relation for b in alignment.beads} == {Relation.IDENTICAL}


def test_related_resolutions_in_two_languages(sample: dict[str, Resolution], specimen: Resolution) -> None:
    alignment = align_related(sample["en"], specimen)
    assert alignment.bead_of_source("op3").target == ("op3",)  # type: ignore[union-attr]
    assert alignment.bead_of_source("pp8").target == ("pp6",)  # type: ignore[union-attr]
