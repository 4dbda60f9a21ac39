"""Other versions settle a weak bead."""

from __future__ import annotations

from dataclasses import replace

from align.consensus import agree_across
from align.model import Relation
from align.versions import align_versions
from corpora.model import Resolution


def test_other_versions_settle_a_weak_bead(sample: dict[str, Resolution]) -> None:
    star = {code: align_versions(sample["fr"], sample[code]) for code in ("en", "es", "ru")}
    beads = []
    for bead in star["en"].beads:
        if bead.source == ("op6",):
            beads += [replace(bead, target=(), relation=Relation.DROPPED, confidence=0.4)]
            beads += [replace(bead, source=(), relation=Relation.NEW, confidence=0.4)]
        else:
            beads.append(bead)
    broken = {**star, "en": replace(star["en"], beads=tuple(beads))}
    settled = agree_across(broken, {code: sample[code] for code in ("fr", "en", "es", "ru")})
    mended = settled["en"].bead_of_source("op6")
    assert mended is not None and mended.target == ("op6",)
    assert not [b for b in settled["en"].beads if not b.source]
    assert settled["es"] is star["es"]


def test_a_paragraph_that_is_truly_missing_stays_missing(sample: dict[str, Resolution]) -> None:
    cut = replace(sample["en"], paragraphs=tuple(p for p in sample["en"].paragraphs if p.id != "op6"))
    documents = {"fr": sample["fr"], "en": cut, "es": sample["es"], "ru": sample["ru"]}
    star = {code: align_versions(sample["fr"], documents[code]) for code in ("en", "es", "ru")}
    bead = agree_across(star, documents)["en"].bead_of_source("op6")
    assert bead is not None and bead.target == () and bead.confidence > 0.5
