"""Learn which verbs render each other, and in what circumstances, from adopted resolutions in six languages.

Reads a folder laid out as ``<year or session>/<Language>/*.xml`` (Akoma Ntoso) and writes counts of pairs of verb forms for
every pair of languages, recitals and operative paragraphs apart, by organ, addressee and neighbouring verb, to
``align/data/verb_renderings.json``. The opening verbs of paragraphs count, and those that follow where both versions have as
many and no more than one of them says something else.

    python -m training.verb_renderings ../shared/record/akn4un [--counts en fr ../shared/record/verbs_en_fr.json] [--judge]

``--counts`` adds counts that were made elsewhere: a JSON file of ``operative`` and ``preambular`` phrases of one language, each
with the phrases of the other that stand for it and how often; those seen fewer than five times are left out.

With ``--judge`` nothing is written: one half of the resolutions is learned from, and the script prints how well it foretells the
renderings of the other half (perplexity: among how many renderings the model is in doubt) by all organs together, by the organ,
with the addressee and with the neighbouring verb, for several weights of the wider context.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from align.manifest import DATA
from align.statistics.verb_renderings import Context, Sums, context_of, counted_as, rendering_probability, sums_of
from corpora.annotation.verbs import equivalent, opening_verb
from corpora.languages import language
from corpora.model import Kind, Paragraph, Resolution, VerbPhrase
from training.manifest import enter
from training.record import read_versions, source_of, versions

OUT = DATA / "verb_renderings.json"
FEWEST_COUNTED = 5
"""Times a pair of counts made elsewhere must have been seen: they do not say in how many resolutions."""
FEWEST = 3
"""Resolutions in which a pair must stand: two may share a slip that was carried over."""


_PARTS = {Kind.PREAMBULAR: "preambular", Kind.OPERATIVE: "operative"}
Verb = tuple[Paragraph, VerbPhrase]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One verb form beside the form that stands for it in another version. ``table`` names languages and part."""

    table: str
    form: str
    other: str
    context: Context


def renderings(documents: dict[str, Resolution]) -> Iterator[Rendering]:
    """Every pair of verbs of the versions of one resolution."""
    sizes = {code: Counter(p.kind for p in document.paragraphs) for code, document in documents.items()}
    by_id = {c: {p.id: p for p in d.paragraphs if p.kind in _PARTS and p.verb} for c, d in documents.items()}
    organ = next((d.organ for d in documents.values() if d.organ), None)
    for pid in dict.fromkeys(i for paragraphs in by_id.values() for i in paragraphs):
        here = {c: paragraphs[pid] for c, paragraphs in by_id.items() if pid in paragraphs}
        contexts = {key: context_of(organ, verbs) for key, verbs in _places(here).items()}
        for first, second in itertools.permutations(here, 2):
            a, b = here[first], here[second]
            # Ids can only be trusted where both versions have as many paragraphs of the kind.
            if a.kind is not b.kind or sizes[first][a.kind] != sizes[second][a.kind]:
                continue
            table = f"{first}-{second}/{_PARTS[a.kind]}"
            for k, (v, w) in enumerate(_paired(a, b)):
                yield Rendering(table, counted_as(v), counted_as(w), contexts[len(a.verbs) if k else 0, k])


def _places(here: dict[str, Paragraph]) -> dict[tuple[int, int], list[Verb]]:
    """The verbs of all versions at one place: those that open; those that follow, of the versions that have as many verbs.

    By the number of verbs (0 for openings, whatever it is) and the place.
    """
    places: dict[tuple[int, int], list[Verb]] = defaultdict(list)
    for paragraph in here.values():
        for k, verb in enumerate(paragraph.verbs):
            places[len(paragraph.verbs) if k else 0, k].append((paragraph, verb))
    return places


def _paired(a: Paragraph, b: Paragraph) -> list[tuple[VerbPhrase, VerbPhrase]]:
    """The opening verbs, and those that follow where they are sure to correspond."""
    pairs = list(zip(a.verbs, b.verbs, strict=False))
    strange = sum(not equivalent(v, w) for v, w in pairs)
    return pairs if len(a.verbs) == len(b.verbs) and strange <= 1 else pairs[:1]


Tables = dict[str, dict[str, dict[str, Counter[str]]]]
"""By languages and part, by form, by rendering: how often in each context."""


def counted(groups: list[list[Rendering]]) -> Tables:
    """In how many resolutions a pair stands, by table, form, rendering and context.

    A resolution counts once: what its translator says over and over, a slip too, is no more usual for that. Pairs that stand in
    fewer than ``FEWEST`` resolutions are left out.
    """
    resolutions = Counter(pair for group in groups for pair in {(r.table, r.form, r.other) for r in group})
    counts: Tables = {}
    for group in groups:
        for r in dict.fromkeys(group):
            if resolutions[r.table, r.form, r.other] >= FEWEST:
                own = counts.setdefault(r.table, {}).setdefault(r.form, {}).setdefault(r.other, Counter())
                own[r.context.keys[-1]] += 1
    return counts


def added(tables: Tables, first: str, second: str, path: Path) -> None:
    """Add the counts of a file to the tables of two languages, both ways, in no context."""
    for part, phrases in json.loads(path.read_text(encoding="utf-8")).items():
        if part not in _PARTS.values():
            continue
        for phrase, others in phrases.items():
            a = opening_verb(phrase, language(first), preambular=part == "preambular")
            for other, number in others.items():
                b = opening_verb(other, language(second), preambular=part == "preambular")
                if a and b and number >= FEWEST_COUNTED:
                    for codes, form, rendering in ((f"{first}-{second}", a, b), (f"{second}-{first}", b, a)):
                        own = tables.setdefault(f"{codes}/{part}", {}).setdefault(counted_as(form), {})
                        own.setdefault(counted_as(rendering), Counter())[Context().keys[-1]] += number


def judge(groups: list[list[Rendering]]) -> None:
    """How well each half foretells the other."""
    halves = groups[0::2], groups[1::2]
    sums = [_sums_by_form(counted(half)) for half in halves]
    views: dict[str, Callable[[Context], Context]] = {
        "all organs together": lambda c: Context(),
        "by organ": lambda c: Context(c.organ, "?", "?"),
        "with the addressee": lambda c: Context(c.organ, c.addressee, "?"),
        "with the neighbouring verb": lambda c: c,
    }
    for prior in (2.0, 4.0, 8.0, 16.0, 32.0, 64.0):
        for name, view in views.items():
            lost, seen = 0.0, 0
            for learned, asked in zip(sums, reversed(halves), strict=True):
                for r in itertools.chain.from_iterable(dict.fromkeys(group) for group in asked):
                    found = learned.get((r.table, r.form))
                    if found and r.other in found[1]:
                        lost -= math.log(rendering_probability(found, r.other, view(r.context), prior))
                        seen += 1
            print(f"wider context weighs {prior:4.0f}  {name:27} perplexity {math.exp(lost / seen):.3f} over {seen}")


def _sums_by_form(tables: Tables) -> dict[tuple[str, str], Sums]:
    return {(table, form): sums_of(others) for table, forms in tables.items() for form, others in forms.items()}


def write(tables: Tables, source: str, others: str) -> None:
    """Write the counts, and enter them into the manifest."""
    pairs = {
        table: {
            form: {other: dict(sorted(contexts.items())) for other, contexts in _commonest_first(others)}
            for form, others in sorted(forms.items())
        }
        for table, forms in sorted(tables.items())
    }
    note = (
        f"Resolutions in which two verbs stand at the same place of two language versions, by organ/addressee/kind of the verb beside; {source}. "
        "Made by training/verb_renderings.py; pairs of fewer than three resolutions are left out." + others
    )
    text = json.dumps({"note": note, "pairs": pairs}, ensure_ascii=False, indent=0)
    OUT.write_text(re.sub(r'(?<=[\d{,])\n(?=["}])', "", text) + "\n", encoding="utf-8")
    enter([OUT], source=source, builder="training/verb_renderings.py")
    print(f"{OUT}: {sum(len(t) for t in pairs.values())} forms in {len(pairs)} tables from {source}")


def _commonest_first(others: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    return sorted(others.items(), key=lambda entry: (-sum(entry[1].values()), entry[0]))


def main() -> None:
    """Read, then count and write, or judge."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--source", default="", help="what the record is, for the manifest")
    arguments.add_argument("--judge", action="store_true")
    arguments.add_argument("--counts", nargs=3, metavar=("FIRST", "SECOND", "FILE"))
    asked = arguments.parse_args()
    files = list(versions(asked.folder).values())
    groups = [list(renderings(read_versions(paths))) for paths in files]
    if asked.judge:
        judge(groups)
    else:
        tables, others = counted(groups), ""
        if asked.counts:
            first, second, path = asked.counts
            added(tables, first, second, Path(path))
            others = f" In no context: {json.loads(Path(path).read_text(encoding='utf-8'))['note']}, counts of five and more."
        write(tables, source_of(asked.folder, files, asked.source), others)


if __name__ == "__main__":
    main()
