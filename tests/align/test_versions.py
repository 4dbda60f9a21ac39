"""Language versions of the sample, aligned with and without numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.model import Relation
from align.versions import align_versions
from corpora.model import Kind, Resolution
from corpora.reading import read_text
from tests.support.sample import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_bead_of_the_sample_is_right(sample: dict[str, Resolution], code: str) -> None:
    alignment = align_versions(sample["fr"], sample[code])
    assert all(bead.source == bead.target and len(bead.source) == 1 for bead in alignment.beads)
    assert len(alignment.beads) == 25


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_bead_is_right_without_numbers(sample: dict[str, Resolution], code: str) -> None:
    bare = replace(sample[code], paragraphs=tuple(replace(p, number=None) for p in sample[code].paragraphs))
    alignment = align_versions(sample["fr"], bare)
    assert all(bead.source == bead.target for bead in alignment.beads)


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_wrong_numbers_do_not_mislead(sample: dict[str, Resolution], code: str) -> None:
    shifted = tuple(
        replace(p, number=str(int(p.number) + 1), id=f"op{int(p.number) + 1}")
        if p.kind is Kind.OPERATIVE and p.number
        else p
        for p in sample[code].paragraphs
    )
    alignment = align_versions(sample["fr"], replace(sample[code], paragraphs=shifted))
    expected = [((f"op{i}",), (f"op{i + 1}",)) for i in range(1, 11)]
    operative = [
        (b.source, b.target)
        for b in alignment.beads
        if b.source and b.source[0][2:].isdigit() and b.source[0][:2] == "op"
    ]
    assert operative == expected


@pytest.mark.parametrize("gone", ["pp3", "op1", "op6", "op10"])
@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_a_missing_paragraph_is_found(sample: dict[str, Resolution], code: str, gone: str) -> None:
    cut = replace(sample[code], paragraphs=tuple(p for p in sample[code].paragraphs if p.id != gone))
    alignment = align_versions(sample["fr"], cut)
    assert [b.source for b in alignment.beads if b.relation is Relation.DROPPED] == [(gone,)]
    assert not [b for b in alignment.beads if b.relation is Relation.NEW]


def test_two_headings_alone_in_one_gap_are_one_bead() -> None:
    french = "Le Conseil de sécurité,\n\nRappelant ses résolutions,\n\n1. Décide de proroger le mandat ;\n\n**Flotte**\n\n2. Décide de rester saisi de la question.\n"
    arabic = "إن مجلس الأمن،\n\nإذ يشير إلى قراراته،\n\n1 - يقرر تمديد الولاية؛\n\n**صون الطبيعة والأحياء البرية**\n\n2 - يقرر أن يبقي المسألة قيد نظره.\n"
    first, second = read_text(french, "fr", "fr"), read_text(arabic, "ar", "ar")
    assert [p.kind for p in second.paragraphs if p.id == "h1"] == ["heading"]
    assert (("h1",), ("h1",)) in [(b.source, b.target) for b in align_versions(first, second).beads]


def test_a_list_of_acronyms_is_paired_with_the_one_that_spells_them_out() -> None:
    spelled = "Souligne que les mesures ne s’appliquent pas aux fournitures destinées :\n\n{}\n\n2. Décide de rester saisi de la question."
    terse = "Stresses that the measures do not apply to supplies intended for:\n\n{}\n\n2. Decides to remain seized of the matter."
    names = (
        "au Gouvernement de la République ;",
        "à l’Armée nationale ;",
        "à l’Agence nationale de renseignement et de sécurité ;",
        "à la Police nationale ;",
        "au Corps des agents pénitentiaires.",
    )
    acronyms = ("GFRS;", "SNA;", "NISA;", "SNPF; and", "the Custodial Corps.")
    french = read_text(
        "Le Conseil de sécurité,\n\n1. "
        + spelled.format("\n\n".join(f"{m}) {n}" for m, n in zip("abcde", names, strict=True))),
        "fr",
        "fr.md",
    )
    english = read_text("The Security Council,\n\n1. " + terse.format("\n\n".join(acronyms)), "en", "en.md")
    beads = [
        b for b in align_versions(french, english).beads if any(".a" in i or "+" in i for i in (*b.source, *b.target))
    ]
    assert all(len(b.source) == len(b.target) == 1 for b in beads) and beads
