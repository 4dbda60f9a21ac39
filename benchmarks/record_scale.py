"""A library: what adding costs, how fast and how wholly it is searched, what is found related, how renderings are marked.

    python -m benchmarks.record_scale adding ../shared/record/akn4un/ecosoc/2022   # a new library of these, then one text more to 10,000
    python -m benchmarks.record_scale search LIBRARY [PHRASES] [PARAGRAPHS]        # latency of so many phrases a language; made larger
    python -m benchmarks.record_scale related LIBRARY 78                           # predecessors of a session's resolutions
    python -m benchmarks.record_scale renderings LIBRARY [SEED] [COUNT]            # the share right of judged_renderings.tsv; draws phrases to be judged

Made corpora are copies of real rows with seeded marks in the words, so that texts are long, alike and not the same.
"""

from __future__ import annotations

import csv
import random
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import polars as pl
from rapidfuzz import fuzz

from align.encoders.universal import bundled_encoder
from align.lexicon.tokenization import stemmed
from benchmarks.judged_marks import is_right
from corpora.languages import language
from corpora.model import Kind, Span
from corpora.text.punctuation import LIST_COMMA, PAUSES
from reports.library.adding import add
from reports.library.concordance import Hit, Query, RenderedPassage, find
from reports.library.index import open_index
from reports.library.inputs import inputs_of
from reports.library.phrases import Match, WantedPhrase
from reports.library.place import signature_of
from reports.library.related import Record, RelatedText, order_of
from reports.library.segments import SegmentData, vectors_of
from reports.library.store import Library, open_library, writing
from reports.library.tables import TABLES, as_compared, hash_of, norm_of
from reports.library.upkeep import bytes_of
from reports.library.vectors import as_bytes, nearest
from reports.library.words import carries_meaning, words_of

SIGNATURE = signature_of("benchmark")
JUDGED = Path(__file__).with_name("judged_renderings.tsv")
_LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SAME_TITLE = 92.0
"""Likeness of two titles without years, of 100, from which the later resolution is taken to be of the topic of the earlier one."""


def percentiles(seconds: Sequence[float]) -> str:
    """ "p50 1.2 ms, p99 9.8 ms"."""
    ordered = sorted(seconds)
    last = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    return f"p50 {statistics.median(ordered) * 1000:.1f} ms, p99 {last * 1000:.1f} ms"


# -- adding ------------------------------------------------------------------------------------------------------------


def adding(paths: Sequence[Path], documents: int = 10_000) -> None:
    """Add files, then one resolution to a library that was made larger."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home) / "library"
        bundled_encoder().sums(["warm up"])
        cpu, wall = time.process_time(), time.perf_counter()
        with writing(place, SIGNATURE) as writer:
            added = add(writer, inputs_of(paths), workers=1)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        count, library = added.new + added.replaced, open_library(place)
        print(f"{count} documents, {count / cpu:.1f} a CPU second ({wall:.0f} s wall, one process)")
        print(
            f"{added.texts:,} paragraphs, {1 - added.fresh / added.texts:.0%} in words that were known: stored, annotated, encoded once"
        )
        print(f"{bytes_of(library) / library.documents.height:,.0f} bytes a document, the files themselves included")
        enlarge(place, documents=documents)
        held = open_library(place).documents
        print(f"made to {held.height:,} documents, {held['paragraphs'].sum():,} paragraphs")
        _add_one(place, Path(home))


def _add_one(place: Path, home: Path) -> None:
    """One resolution in six languages, in a library that is large."""
    from tests.support.library_texts import LATER, write_texts

    write_texts(home / "one", LATER)
    cpu, wall = time.process_time(), time.perf_counter()
    with writing(place, SIGNATURE) as writer:
        add(writer, inputs_of([home / "one"]), workers=1)
    print(
        f"one resolution in six languages added: {time.process_time() - cpu:.2f} CPU s, {time.perf_counter() - wall:.2f} s wall"
    )


def enlarge(place: Path, *, documents: int = 0, paragraphs: int = 0) -> None:
    """Copy the rows of a library, marked, until it has so many documents or paragraphs."""
    library, copy = open_library(place), 0
    tables = {name: library.table(name).collect() for name in TABLES}
    codes = sorted(set(tables["texts"]["language"]))
    vectors = {code: list(vectors_of(place, library.manifest.segments, code)) for code in codes}
    while (held := open_library(place).documents).height < documents or held["paragraphs"].sum() < paragraphs:
        copy += 1
        with writing(place, SIGNATURE) as writer:
            writer.commit(_copied(tables, vectors, copy, writer.manifest.next_document))


def _copied(
    tables: dict[str, pl.DataFrame], vectors: dict[str, list[tuple[np.ndarray, np.ndarray]]], copy: int, first: int
) -> SegmentData:
    """The rows once more: other symbols, a seeded mark in every text, vectors a little moved."""
    rng = random.Random(copy)
    texts = tables["texts"].unique("text")
    marked = [_marked(body, rng) for body in texts["body"]]
    rows = list(zip(texts["text"], texts["norm"], texts["language"], marked, strict=True))
    new_text = {t: hash_of(code, body) for t, _, code, body in rows}
    new_norm = {n: norm_of(body, code) for _, n, code, body in rows}
    numbers = {n: first + i for i, n in enumerate(tables["documents"]["document"])}
    data = SegmentData()
    for name, table in tables.items():
        changes = []
        if "document" in table.columns:
            changes.append(pl.col("document").replace_strict(numbers, return_dtype=pl.UInt32))
        for column, hashes in (("text", new_text), ("norm", new_norm)):
            if table.schema.get(column) == pl.UInt64:
                changes.append(pl.col(column).replace_strict(hashes, default=pl.col(column), return_dtype=pl.UInt64))
        data.tables[name] = table.with_columns(changes)
    data.tables["documents"] = data.tables["documents"].with_columns(pl.col("symbol") + f"/COPY.{copy}")
    data.tables["sources"] = data.tables["sources"].clear()
    bodies = pl.DataFrame(
        {"text": [new_text[r[0]] for r in rows], "body": marked}, schema={"text": pl.UInt64, "body": pl.String}
    )
    data.tables["texts"] = data.tables["texts"].drop("body").unique("text").join(bodies.unique("text"), on="text")
    noise = np.random.default_rng(copy)
    for code, parts in vectors.items():
        norms = np.array([new_norm.get(int(n), int(n)) for part, _ in parts for n in part], dtype=np.uint64)
        moved = np.concatenate([np.asarray(v) for _, v in parts]).astype(np.int16)
        moved += noise.integers(-6, 7, moved.shape, dtype=np.int16)
        data.vectors[code] = norms, np.clip(moved, -127, 127).astype(np.int8)
    return data


def _marked(body: str, rng: random.Random) -> str:
    """A text with a number in it that no other copy has."""
    place = body.rfind(" ", 0, rng.randrange(1, len(body) + 1)) if body else 0
    return f"{body[: max(place, 0)]} {rng.randrange(10**6)}{body[max(place, 0) :]}"


# -- search ------------------------------------------------------------------------------------------------------------


def phrases_of(library: Library, code: str, count: int, seed: int, fewest: int = 5) -> list[str]:
    """Phrases of two to four words that stand in ``fewest`` texts or more, drawn with a seed.

    What mostly stands inside one longer phrase is a piece of that, and left out.
    """
    own = language(code)
    bodies = library.table("texts").filter(pl.col("language") == code).select("body").collect()["body"]
    rng = random.Random(seed)
    places = list(range(len(bodies)))
    rng.shuffle(places)
    sizes = (2, 3, 4, 5) if own.spaced else (4, 5, 6, 7)
    seen: Counter[tuple[str, ...]] = Counter()
    printed: dict[tuple[str, ...], str] = {}
    for body in bodies.gather(places[:_READ]):
        cut = words_of(body, own)
        runs = {
            cut.words[i : i + n]: body[cut.begins[i] : cut.ends[i + n - 1]]
            for n in sizes
            for i in range(len(cut.words) - n + 1)
        }
        seen.update(runs.keys())
        printed.update(runs)
    inside = {
        part for run, times in seen.items() for part in (run[1:], run[:-1]) if times > _PIECE * seen.get(part, times)
    }
    frequent = sorted(
        printed[run]
        for run, times in seen.items()
        if times >= fewest
        and run not in inside
        and len(run) < sizes[-1]
        and carries_meaning(run[0], own)
        and carries_meaning(run[-1], own)
        and not any(c.isdigit() or c in PAUSES + LIST_COMMA for c in printed[run])
    )
    return rng.sample(frequent, min(count, len(frequent)))


_READ, _PIECE = 2000, 0.5
"""Texts that phrases are drawn from; share of a phrase's places in one longer phrase from which it is a piece of that."""


def search(place: Path, count: int = 35, paragraphs: int = 0) -> None:
    """CPU time of the index and of the whole answer, the first use after a start, and what the index and vectors in bytes miss.

    ``count`` phrases of each language are asked for; a library with fewer than so many ``paragraphs`` is first made larger. The second
    index, SQLite's, is measured where it need not be made of more than `_FEW` paragraphs.
    """
    with tempfile.TemporaryDirectory() as home:
        if paragraphs:
            copy = Path(home) / "library"
            shutil.copytree(place, copy)
            enlarge(copy, paragraphs=paragraphs)
            place = copy
        library = open_library(place)
        size = int(library.documents["paragraphs"].sum())
        _say(f"{library.documents.height:,} documents, {size:,} paragraphs")
        phrases = {code: phrases_of(library, code, count, 21) for code in _LANGUAGES}
        for code in _LANGUAGES:
            open_index(library, code)
        kinds = ("tantivy", "sqlite") if size <= _FEW else ("tantivy",)
        # A process of its own: in the one that has drawn the phrases p99 was twice as high (why was not looked into).
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            _say(fresh.submit(_latencies, place, phrases, kinds).result())
        _same_as_scan(library, phrases)
        _vectors(library)


_FEW = 300_000
"""Paragraphs up to which a full-text index is made by the way: minutes."""
_SCANNED, _ASKED = 4000, 6
"""Texts of a language that a scan looks through, drawn with a seed, and phrases that it looks for: a minute for six languages."""


def _say(line: str) -> None:
    """Print a line at once: a run takes minutes."""
    print(line, flush=True)


def _latencies(place: Path, phrases: dict[str, list[str]], kinds: Sequence[str]) -> str:
    """What a process that does nothing else takes: the first answer, then two passes over the phrases, and its memory after each."""
    begin, cpu = time.perf_counter(), time.process_time()
    library = open_library(place)
    find(library, Query(phrases["fr"][0], "fr"), counted=0)
    found = [f"first answer: {time.perf_counter() - begin:.2f} s, {time.process_time() - cpu:.2f} CPU s"]
    for turn, kind in (("first", kinds[0]), ("second", kinds[0]), *(("first", kind) for kind in kinds[1:])):
        lookups, answers = [], []
        for code, each in phrases.items():
            index = open_index(library, code, kind)
            for phrase in each:
                begin = time.process_time()
                index.candidates(WantedPhrase(phrase, language(code)), Match.INFLECTED)
                lookups.append(time.process_time() - begin)
                begin = time.process_time()
                find(library, Query(phrase, code), limit=10, counted=0, kind=kind)
                answers.append(time.process_time() - begin)
        found.append(
            f"{kind}, {turn} pass: CPU: index {percentiles(lookups)}; whole answer of ten places {percentiles(answers)} "
            f"({len(answers)} phrases); peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
        )
    return "\n".join(found)


def _same_as_scan(library: Library, phrases: dict[str, list[str]]) -> None:
    """Of some texts of each language, which have a phrase by reading each of them and which by the index."""
    wanted = found = other = 0
    for code, each in phrases.items():
        index = open_index(library, code)
        rows = _drawn_texts(library, code, _SCANNED)
        for phrase in each[:_ASKED]:
            asked = WantedPhrase(phrase, language(code))
            has = {n for n, body in rows.items() if asked.matches(body, Match.INFLECTED)}
            hits = set(index.candidates(asked, Match.INFLECTED)) & rows.keys()
            wanted, found, other = wanted + len(has), found + len(has & hits), other + len(hits - has)
    _say(
        f"texts of {_SCANNED} a language that a scan finds, and the index too: {found} of {wanted}; only the index: {other}"
    )


def _drawn_texts(library: Library, code: str, count: int) -> dict[int, str]:
    """Texts of a language by their hash, drawn with a seed."""
    rows = library.table("texts").filter(pl.col("language") == code).select("norm", "body")
    return dict(
        rows.collect().unique("norm").sort("norm").sample(fraction=1, shuffle=True, seed=5).head(count).iter_rows()
    )


def _vectors(library: Library) -> None:
    """Of the ten texts that lie nearest by vectors in floats, how many do by those in bytes; and how long a search takes."""
    rows = (
        library.table("texts").filter(pl.col("language") == "en").select("body").head(2500).collect()["body"].to_list()
    )
    encoder = bundled_encoder()
    sums = encoder.sums(rows)
    units = encoder.head(sums.singles, sums.tokens + 2)
    packed, names = as_bytes(units), np.arange(len(units), dtype=np.uint64)
    places = random.Random(3).sample(range(len(units)), 200)
    right = sum(
        len(
            set(np.argsort(-(units @ units[i]))[:10].tolist())
            & {n for n, _ in nearest([(names, packed)], packed[i], 10)}
        )
        for i in places
    )
    parts = list(vectors_of(library.folder, library.manifest.segments, "en"))
    seconds = []
    for i in places[:40]:
        begin = time.process_time()
        nearest(parts, packed[i], 50)
        seconds.append(time.process_time() - begin)
    print(f"vectors in bytes: recall@10 {right / 10 / len(places):.4f} on {len(units)} texts; "
          f"{sum(len(n) for n, _ in parts):,} English vectors searched in {percentiles(seconds)}")  # fmt: skip


# -- related -----------------------------------------------------------------------------------------------------------


def related(place: Path, session: str) -> None:
    """Resolutions of a session whose predecessor, the latest of its title that it cites, is in the library: found first or not."""
    library = open_library(place)
    seen, hidden = Record(library, "en"), Record(library, "en", titles=False)
    titles = {
        s: (t or "", order_of(s, d, y))
        for s, t, d, y in seen.documents.select("symbol", "title", "date", "year").iter_rows()
    }
    counts: Counter[str] = Counter()
    for symbol in sorted(s for s in titles if s.startswith(f"A/RES/{session}/")):
        facts = seen.facts(symbol)
        known = [
            s
            for s in facts.cites
            if s in titles and titles[s][1] < facts.when and _same_topic(titles[s][0], facts.title)
        ]
        if not known:
            continue
        truth = max(known, key=lambda s: titles[s][1])
        by_title = max(
            (s for s in titles if titles[s][1] < facts.when),
            key=lambda s: (fuzz.token_sort_ratio(as_compared(titles[s][0]), as_compared(facts.title)), titles[s][1]),
        )
        counts["all"] += 1
        counts["found"] += _is(seen.predecessor(facts), truth)
        counts["titles hidden"] += _is(hidden.predecessor(facts), truth)
        counts["the most alike title, the latest of equals"] += by_title == truth
    for name in list(counts)[1:]:
        print(f"session {session}: {name}: {counts[name]} of {counts['all']} ({counts[name] / counts['all']:.3f})")


def _is(found: RelatedText | None, symbol: str) -> bool:
    return found is not None and found.symbol == symbol


def _same_topic(first: str, second: str) -> bool:
    plain = [_YEAR.sub("", as_compared(title)) for title in (first, second)]
    return fuzz.token_sort_ratio(*plain) >= _SAME_TITLE


# -- renderings --------------------------------------------------------------------------------------------------------


def drawn(library: Library, count: int, seed: int) -> Iterator[tuple[Hit, str]]:
    """Frequent phrases in six languages, each with a place and the language to mark its counterpart in, all pairs of languages in turn."""
    rng = random.Random(seed)
    main = [str(kind) for kind in Kind if kind.is_counted]
    waiting = {code: phrases_of(library, code, count, seed, fewest=10) for code in _LANGUAGES}
    for turn in range(count):
        code = _LANGUAGES[turn % 6]
        other = [c for c in _LANGUAGES if c != code][turn // 6 % 5]
        while waiting[code]:
            phrase = waiting[code].pop()
            hits = find(library, Query(phrase, code, Match.EXACT, (other,)), limit=_PLACES, counted=0).hits
            places = [
                h for h in hits if h.kind in main and other in h.counterparts and _whole_words(h.text, h.spans[0], code)
            ]
            if places:
                yield rng.choice(places), other
                break


_PLACES = 60
"""Places of a phrase of which one is drawn, and that its renderings are learned from: fewer than `hexapla find` counts."""


def _whole_words(text: str, span: Span, code: str) -> bool:
    """Whether a span is made of whole words, also where a language writes no spaces."""
    cut = stemmed(text, language(code))
    return span.start in cut.begins and span.end in cut.ends


def renderings(place: Path, seed: int = 2113, count: int = 100) -> None:
    """The share of judged counterparts that were right and are now, by draw; then ``count`` phrases to judge that no draw had."""
    library = open_library(place)
    judged: dict[str, list[dict[str, str]]] = {}
    with JUDGED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            judged.setdefault(row["draw"], []).append(row)
    for name, rows in judged.items():
        right = sum(row["right"] == "1" for row in rows)
        now = [_marked_now(library, row) for row in rows]
        found = [(row, passage) for row, passage in zip(rows, now, strict=True) if passage is not None]
        fine = sum(is_right(row, passage.text, passage.spans) for row, passage in found)
        same = sum((passage.words or "") == row["marked"] for row, passage in found)
        _say(
            f"{name} draw: right by reading {right} of {len(rows)}; of {len(found)} that the library has, right now {fine}, "
            f"marked as when they were judged {same}"
        )
    if not count:
        return
    known = {(row["language"], row["phrase"]) for rows in judged.values() for row in rows}
    for hit, other in drawn(library, count, seed):
        (span, *_), there = hit.spans, hit.counterparts[other]
        phrase = hit.text[span.start : span.end]
        if (hit.language, phrase) not in known:
            print("\t".join(("new", hit.symbol, hit.paragraph, hit.language, other, phrase, there.words or "", "")))


def _marked_now(library: Library, row: dict[str, str]) -> RenderedPassage | None:
    """The counterpart as it is marked now; None where the library has not the place among the latest ones."""
    query = Query(row["phrase"], row["language"], Match.EXACT, (row["other"],))
    place = row["symbol"], row["paragraph"]
    for hit in find(library, query, limit=_PLACES, counted=0).hits:
        if (hit.symbol, hit.paragraph) == place and row["other"] in hit.counterparts:
            return hit.counterparts[row["other"]]
    return None


def main(arguments: Sequence[str]) -> None:
    """One of the four, as the head of this module says."""
    what, *rest = arguments
    if what == "adding":
        adding([Path(p) for p in rest])
    elif what == "search":
        search(Path(rest[0]), *map(int, rest[1:]))
    elif what == "related":
        related(Path(rest[0]), rest[1])
    else:
        renderings(Path(rest[0]), *map(int, rest[1:]))


if __name__ == "__main__":
    main(sys.argv[1:])
