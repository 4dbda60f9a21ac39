"""The concordance: where a phrase stands, in six languages, and how it was rendered."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from corpora.errors import InputError
from corpora.languages import language
from corpora.model import Span
from corpora.text.folding import fold_plain, without_accents
from reports.cli import app
from reports.exporters.memory import memory_of
from reports.library.concordance import Query, RenderedPassage, Rendering, find, renderings_of
from reports.library.index import INDEX, open_index
from reports.library.marking import counterpart_excerpt, excerpt, years_of
from reports.library.phrases import Match, WantedPhrase
from reports.library.store import Library, open_library
from reports.library.words import near_runs, runs_in, words_of
from tests.reports.library.conftest import put
from tests.support.library_texts import EARLIER, LANGUAGES, LATER, OTHER, write_texts

pytestmark = pytest.mark.slow

ASSISTANCE = {
    "fr": "assistances techniques",  # never so in the texts: another form of the words
    "en": "technical assistance",
    "es": "asistencia técnica",
    "ru": "техническая помощь",
    "ar": "مساعدة تقنية",
    "zh": "技术援助",
}
MARKED = {
    "fr": "assistance technique",
    "en": "technical assistance",
    "es": "asistencia técnica",
    "ru": "техническую помощь",
    "ar": "المساعدة التقنية",
    "zh": "技术援助",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_phrase_is_found_in_its_forms_and_marked_in_the_other_languages(library: Library, code: str) -> None:
    found = find(library, Query(ASSISTANCE[code], code, show=LANGUAGES))
    assert [(h.symbol, h.paragraph) for h in found.hits] == [(LATER, "op1"), (EARLIER, "op1")]
    for hit in found.hits:
        (span,) = hit.spans
        assert hit.text[span.start : span.end] == MARKED[code]
        assert set(hit.counterparts) == set(LANGUAGES) - {code}
        for other, there in hit.counterparts.items():
            assert there.paragraph == "op1"
            assert there.span is not None
            assert MARKED[other] in there.text[there.span.start : there.span.end]
    assert found.organs == {"GA": 2}
    assert found.years == {2022: 1, 2023: 1}


def test_renderings_are_counted_one_line_each(library: Library) -> None:
    found = find(library, Query("prêter une assistance technique", "fr", show=("en",)))
    assert {(r.words, r.count) for r in found.renderings["en"]} == {
        ("provide technical assistance", 1),
        ("render technical assistance", 1),
    }


def test_exact_inflected_near_and_meaning_hold_each_other(library: Library) -> None:
    def places(phrase: str, how: Match) -> set[tuple[str, str]]:
        return {(h.symbol, h.paragraph) for h in find(library, Query(phrase, "en", how)).hits}

    assert places("school of pilotage", Match.EXACT) == set()
    assert places("school of pilotage", Match.INFLECTED) == {(EARLIER, "op2"), (LATER, "op2")}
    assert places("pilotage schools", Match.INFLECTED) == set()
    assert places("pilotage schools", Match.NEAR) == {(EARLIER, "op2"), (LATER, "op2")}
    assert places("scholarships for pilots fund", Match.NEAR) == {(LATER, "op3")}
    by_meaning = find(library, Query("old recordings should be made digital", "en", Match.MEANING))
    assert by_meaning.hits[0].paragraph == "op1"
    assert by_meaning.hits[0].symbol == OTHER
    assert by_meaning.hits[0].match is Match.MEANING


def test_filters(library: Library) -> None:
    def symbols(**asked: object) -> list[str]:
        return [h.symbol for h in find(library, Query("present resolution", "en", **asked)).hits]  # type: ignore[arg-type]

    assert set(symbols()) == {LATER, OTHER, EARLIER}
    assert symbols(organ="ECOSOC") == [OTHER]
    assert symbols(until=2022) == [EARLIER]
    assert EARLIER not in symbols(since=2023)


def test_the_language_is_told_or_asked_for(library: Library) -> None:
    assert find(library, Query("the Secretary-General to submit to it")).hits[0].language == "en"
    with pytest.raises(InputError, match="cannot be told"):
        find(library, Query("xq"))
    with pytest.raises(InputError, match="no language"):
        find(library, Query("ports", "xx"))
    with pytest.raises(InputError, match="--show: 'xx' is no language"):
        find(library, Query("small ports", "en", show=("fr", "xx")))
    with pytest.raises(InputError, match="no word"):
        find(library, Query("…", "en"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "every"),
    [("fr", 23), ("zh", 47), *(pytest.param(code, 11, marks=pytest.mark.whole) for code in LANGUAGES)],
)
def test_all_indexes_say_the_same(library: Library, code: str, every: int) -> None:
    """Phrases of one to three words, from every so many words of the library's texts."""
    words = words_of(
        " ".join(library.table("texts").filter(pl.col("language") == code).collect()["body"]), language(code)
    )
    phrases = [" ".join(words.words[i : i + n]) for i in range(0, len(words.words) - 4, every) for n in (1, 2, 3)]
    for how in (Match.EXACT, Match.INFLECTED, Match.NEAR):
        for phrase in phrases:
            found = [
                {
                    (h.symbol, h.paragraph, h.spans)
                    for h in find(library, Query(phrase, code, how, ("fr",)), kind=kind).hits
                }
                for kind in ("tantivy", "sqlite", "scan")
            ]
            assert found[0] == found[1] == found[2]


def test_an_index_follows_the_library_and_is_made_again_where_it_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    write_texts(tmp_path / "in", EARLIER, languages=("en",))
    put(folder, tmp_path / "in")
    assert find(open_library(folder), Query("small ports", "en")).total == 4
    write_texts(tmp_path / "in", LATER, languages=("en",))
    put(folder, tmp_path / "in")
    assert find(open_library(folder), Query("small ports", "en")).total == 8
    for state in (folder / INDEX).rglob("state.json"):
        state.write_text("{", encoding="utf-8")
    assert find(open_library(folder), Query("small ports", "en")).total == 8
    open_index(open_library(folder), "en", "sqlite")
    assert find(open_library(folder), Query("small ports", "en"), kind="sqlite").total == 8


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_runs_and_near_runs_hold_what_they_must(text: list[str], wanted: list[str]) -> None:
    for start, end in runs_in(wanted, text):
        assert text[start:end] == wanted
    assert bool(runs_in(wanted, text)) == any(text[i : i + len(wanted)] == wanted for i in range(len(text)))
    reach = len(wanted) + 2
    for start, end in near_runs(wanted, text, reach):
        assert end - start <= reach
        assert all(text[start:end].count(w) >= wanted.count(w) for w in wanted)
    windows = [text[i : i + reach] for i in range(max(1, len(text) - reach + 1))]
    fits = any(all(w.count(x) >= wanted.count(x) for x in wanted) for w in windows)
    assert bool(near_runs(wanted, text, reach)) == fits


@pytest.mark.parametrize(
    ("code", "text", "phrase", "marked"),
    [
        ("en", "to provide, upon request, technical assistance", "provide assistance", ["provide, upon request, technical assistance"]),
        ("en", "offers assistance, existing ports and schools", "existing assistance", []),
        ("en", "offers assistance; existing ports and schools", "assistance existing", []),
        ("en", "assistance, existing technical assistance", "existing assistance", ["existing technical assistance"]),
        ("en", "the U.S. assistance for 2.5 existing ports", "assistance existing", ["assistance for 2.5 existing"]),
        ("fr", "fournit une assistance, existante ou non", "existante assistance", []),
        ("ru", "оказывает помощь, техническую и иную", "техническая помощь", []),
        ("ar", "يقدم المساعدة، التقنية وغيرها", "تقنية مساعدة", []),
        ("zh", "提供援助，技术和其他", "技术援助", []),
        ("zh", "提供技术和其他援助", "技术援助", ["技术和其他援助"]),
    ],
)  # fmt: skip
def test_what_a_comma_parts_stands_near_only_in_the_order_of_the_phrase(
    code: str, text: str, phrase: str, marked: list[str]
) -> None:
    found = WantedPhrase(phrase, language(code)).matches(text, Match.NEAR)
    assert [text[span.start : span.end] for way, span in found if way is Match.NEAR] == marked


def test_words_have_their_places_in_the_text_as_printed() -> None:
    for code, text in (
        ("fr", "L’aide « prêtée » à l’École"),
        ("ar", "وَبِالمُسَاعَدَة"),
        ("zh", "提供技术援助 UNDP，2023年"),
    ):
        found = words_of(text, language(code))
        printed = [text[s.start : s.end] for s in (found.span(k, k + 1) for k in range(len(found.words)))]
        assert tuple(without_accents(fold_plain(p)) for p in printed) == found.words
        assert len(found.stems) == len(found.words)
    assert words_of("技术UNDP", language("zh")).words == ("技", "术", "undp")
    phrase = WantedPhrase("preter", language("fr"))
    assert phrase.matches("Il faut prêter.", Match.EXACT)  # typed without accents


def test_years_tell_what_fell_out_of_use(library: Library) -> None:
    found = find(library, Query("assistance technique", "fr", show=("en",)))
    old, new = Rendering("en", "render aid", 9, 1991, 2003), Rendering("en", "provide aid", 214, 1990, 2023)
    late = Rendering("en", "give aid", 3, 2019, 2023)
    record = type(found)(found.query, 3, (), renderings={"en": (new, old, late)})
    assert [years_of(r, record) for r in (old, new, late)] == [("until", 2003), ("", None), ("since", 2019)]


def test_an_excerpt_shows_whole_words_around_the_phrase(library: Library) -> None:
    hit = find(library, Query("pilotage", "en", show=())).hits[0]
    assert excerpt(hit.text, hit.spans, 12) == "… schools of [pilotage] to small …"


def test_hits_are_a_translation_memory(library: Library) -> None:
    hits = find(library, Query("technical assistance", "en", show=("fr", "zh"))).hits
    root = fromstring(memory_of(hits).encode())
    units = root.findall("body/tu")
    assert [u.get("tuid") for u in units] == [f"{LATER}#op1", f"{EARLIER}#op1"]
    codes = [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in units[0].findall("tuv")]
    assert codes == ["en", "fr", "zh"]
    assert units[0].findtext("note") == "technical assistance = assistance technique = 技术援助"


def test_forms_of_one_rendering_are_one_line(library: Library) -> None:
    hits = find(library, Query("small ports", "en", show=("ru",)), limit=50).hits
    lines = {r.words: r.forms for r in renderings_of(hits, "ru")}
    assert any({"малым портам", "малых портов"} <= set(forms) for forms in lines.values())


def test_the_command(library: Library, tmp_path: Path) -> None:
    base = ["find", "technical assistance", "--library", str(library.folder), "--show", "fr"]
    shown = CliRunner().invoke(app, base)
    assert shown.exit_code == 0
    assert "French: assistance technique 2" in shown.output
    assert "[technical assistance]" in shown.output
    assert ", para. " in shown.output and ", par. " not in shown.output and not re.search(r"\bop\d", shown.output)
    nothing = CliRunner().invoke(app, ["find", "pilotage schools", "--in", "en", "--library", str(library.folder)])
    assert nothing.exit_code == 1
    assert "--match near" in nothing.output
    french = CliRunner().invoke(app, [*base, "--ui", "fr"])
    assert "2 occurrences de « technical assistance »" in french.output.replace("\u00a0", " ").replace("\u202f", " ")
    assert ", par. " in french.output
    data = json.loads(CliRunner().invoke(app, [*base, "--json"]).output)
    assert (data["total"], data["years"]) == (2, {"2022": 1, "2023": 1})
    assert data["hits"][0]["rendered"]["fr"]["words"] == "assistance technique"
    memory = tmp_path / "m.tmx"
    assert CliRunner().invoke(app, [*base, "-n", "0", "-o", str(memory)]).exit_code == 0
    assert memory.read_text(encoding="utf-8").count("<tu ") == 2
    little = CliRunner().invoke(app, ["find", "the", "--in", "en", "--show", "fr", "--library", str(library.folder)])
    assert "No word of “the” carries meaning" in " ".join(little.output.split())
    assert "French: " in little.output and " not told" in little.output
    nothing = CliRunner().invoke(app, ["find", "no such words", "--in", "en", "--library", str(library.folder)])
    assert nothing.exit_code == 1


def test_words_that_stand_apart_are_shown_each_in_brackets() -> None:
    text = "Invites States to take legislative or other measures against piracy"
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("take", "measures")]
    assert counterpart_excerpt(text, spans, 14) == "… States to [take] legislative or other [measures] against …"
    assert counterpart_excerpt(text, spans, 5).count("…") >= 2
    assert counterpart_excerpt(text, ()) == text
    there = RenderedPassage("op1", text, tuple(spans))
    assert there.words == "take … measures"
    assert there.span == Span(spans[0].start, spans[1].end)
    assert RenderedPassage("op1", text).words is None
