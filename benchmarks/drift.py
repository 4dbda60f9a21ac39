"""Planted changes: one seeded change at a time in a real version, found or not.

    python -m benchmarks.drift ../shared/record/akn4un [resolutions]

Takes a paragraph of a version of an adopted resolution, changes one number, date, symbol, session or opening verb, drops one
paragraph, and checks the version against the French text. Found: a finding of the right code at that paragraph that the
clean pair does not have. Beside it, what a plain comparison of digits finds. Every miss is printed.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.build_attestation import read_versions, versions
from corpora.anchors import anchors_of
from corpora.languages import language
from corpora.model import Anchor, Kind, Paragraph, Resolution
from corpora.text import fold_plain
from corpora.verbs import find_verbs
from reports.comparison import compare_versions
from reports.finding import Severity
from reports.run import check_versions

CODES = {"number": "D201", "date": "D202", "citation": "D203", "session": "D204"}
VERBS = {
    "en": ("Decides", "Condemns"), "es": ("Decide", "Condena"), "ru": ("постановляет", "осуждает"),
    "ar": ("يقرر", "يدين"), "zh": ("决定", "谴责"),
}  # fmt: skip


def edited(resolution: Resolution, paragraph: Paragraph, text: str) -> Resolution:
    """The resolution with a paragraph's text changed and read anew."""
    places = tuple(min(i, len(paragraph.offsets) - 1) for i in range(len(text)))
    new = replace(
        paragraph,
        text=text,
        offsets=tuple(paragraph.offsets[i] for i in places),
        emphasis=(),
        anchors=anchors_of(text, resolution.language),
        verbs=find_verbs(text, resolution.language, paragraph.kind),
    )
    return replace(resolution, paragraphs=tuple(new if p is paragraph else p for p in resolution.paragraphs))


def changed(anchor: Anchor, rng: random.Random) -> str | None:
    """The anchor's words with one of its figures changed, None where it is spelled."""
    figures = [m for m in re.finditer(r"[0-9]+", anchor.text) if anchor.kind != "date" or len(m.group()) in (1, 2, 4)]
    if not figures:
        return None
    figure = rng.choice(figures[:1] if anchor.kind in ("citation", "session") else figures)
    value = int(figure.group())
    other = value - 1 if value > 1 and (value in (12, 28, 30, 31) or rng.random() < 0.5) else value + 1
    text = str(other).rjust(len(figure.group()), "0")
    return anchor.text[: figure.start()] + text + anchor.text[figure.end() :]


def plants(resolution: Resolution, rng: random.Random) -> Iterator[tuple[str, str, str, Resolution, str, str]]:
    """Kind, code, paragraph id, planted resolution, what was, what is."""
    body = [p for p in resolution.paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and "annex" not in p.id]
    for kind, code in CODES.items():
        choices = [
            (p, a)
            for p in body
            for a in p.anchors
            if a.kind == kind and a.firm and (kind != "number" or len(a.value) > 1)
        ]
        if choices:
            paragraph, anchor = rng.choice(choices)
            new = changed(anchor, rng)
            if new and new != anchor.text:
                text = paragraph.text[: anchor.span.start] + new + paragraph.text[anchor.span.end :]
                yield kind, code, paragraph.id, edited(resolution, paragraph, text), anchor.text, new
    verbs = [p for p in body if p.verb and p.kind is Kind.OPERATIVE and "condemn" not in p.verb.concepts]
    if verbs and resolution.language in VERBS:
        paragraph = rng.choice(verbs)
        assert paragraph.verb is not None
        decides, condemns = VERBS[resolution.language]
        new = condemns if "decide" in paragraph.verb.concepts else decides
        gap = " " if language(resolution.language).spaced else ""
        text = new + gap + paragraph.text[paragraph.verb.span.end :].lstrip()
        yield "verb", "D30", paragraph.id, edited(resolution, paragraph, text), paragraph.verb.text, new
    if len(body) > 3:
        paragraph = rng.choice(body)
        cut = replace(resolution, paragraphs=tuple(p for p in resolution.paragraphs if p is not paragraph))
        yield "paragraph", "D101", paragraph.id, cut, paragraph.text[:40], ""


def plain_digits(french: Paragraph | None, text: str) -> bool:
    """Whether a plain comparison of the figures of two paragraphs sees a difference."""
    if french is None:
        return False
    return Counter(re.findall(r"\d+", fold_plain(french.text))) != Counter(re.findall(r"\d+", fold_plain(text)))


def main(folder: Path, most: int) -> None:
    """Recall by kind and language."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    plain: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    clean_paragraphs = plain_false = our_false = 0
    groups = [paths for paths in versions(folder).values() if len(paths) == 6]
    for paths in groups[:: max(1, len(groups) // most)]:
        documents = read_versions(paths)
        french = documents.pop("fr", None)
        for code, other in documents.items():
            if french is None:
                continue
            before = check_versions(compare_versions(french, [other]))
            clean = {f.fingerprint for f in before}
            our_false += sum(f.code in CODES.values() and f.severity >= Severity.MAJOR for f in before)
            texts = {p.id: p.text for p in other.paragraphs if p.kind in (Kind.PREAMBULAR, Kind.OPERATIVE)}
            both = [p for p in french.paragraphs if p.id in texts]
            clean_paragraphs += len(both)
            plain_false += sum(plain_digits(p, texts[p.id]) for p in both)
            rng = random.Random(f"{french.symbol}{code}")
            for kind, wanted, pid, planted, was, now in plants(other, rng):
                findings = check_versions(compare_versions(french, [planted]))
                hit = any(
                    f.code.startswith(wanted) and pid in f.paragraphs and f.fingerprint not in clean for f in findings
                )
                found[kind, code][0] += hit
                found[kind, code][1] += 1
                if kind in CODES:
                    mine = next((p for p in french.paragraphs if p.id == pid), None)
                    plain[kind][0] += plain_digits(mine, planted.paragraph(pid).text)
                    plain[kind][1] += 1
                if not hit:
                    print(f"missed {kind} {code} {french.symbol} {pid}: {was!r} -> {now!r}")
    for kind in (*CODES, "verb", "paragraph"):
        row = "  ".join(f"{c} {found[kind, c][0]}/{found[kind, c][1]}" for c in ("en", "es", "ru", "ar", "zh"))
        hits, all_plants = (sum(found[kind, c][k] for c in ("en", "es", "ru", "ar", "zh")) for k in (0, 1))
        print(f"{kind:10} recall {hits / max(1, all_plants):.3f}  {row}")
    print("a plain comparison of digits sees:", {k: f"{a}/{b}" for k, (a, b) in plain.items()})
    print(
        f"on {clean_paragraphs} clean paragraphs: plain digits flag {plain_false}, "
        f"D201 to D204 of severity major and above {our_false}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30)
