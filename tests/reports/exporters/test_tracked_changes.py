"""Tracked changes: rejecting all gives the earlier text, accepting all the later."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from lxml import etree

from corpora.errors import InputError
from corpora.model import Resolution
from corpora.reading import read_resolution, read_text
from reports.comparison.rows import RelatedPair, compare_related
from reports.exporters import tracked_changes as tracked

pytestmark = pytest.mark.slow


def lines(resolution: Resolution) -> list[str]:
    return ["".join(t.text for t in line) for line in tracked._all_tokens(resolution)]


def sides(pair: RelatedPair) -> tuple[str, str]:
    stream = tracked.stream(pair)
    state = tracked.TokenChange
    rejected = "".join(t.text for t in stream if t.state not in (state.INSERTED, state.MOVED_IN))
    accepted = "".join(t.text for t in stream if t.state not in (state.DELETED, state.MOVED_AWAY))
    return rejected, accepted


def test_rejecting_all_gives_the_earlier_text_accepting_all_the_later(related: RelatedPair, tmp_path: Path) -> None:
    path = tmp_path / "changes.docx"
    path.write_bytes(tracked.tracked_document(related))
    for before, wanted in ((True, related.earlier), (False, related.later)):
        read = read_resolution(path, before=before)
        assert [(p.id, " ".join(p.text.split())) for p in read.all_paragraphs()] == [
            (p.id, " ".join(p.text.split())) for p in wanted.all_paragraphs()
        ]


def test_moves_are_moves(related: RelatedPair) -> None:
    with ZipFile(io.BytesIO(tracked.tracked_document(related))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    names = [
        sorted(e.get(f"{{{space['w']}}}name") for e in root.iterfind(f".//w:{tag}RangeStart", space))
        for tag in ("moveFrom", "moveTo")
    ]
    moved = [b for b in related.alignment.beads if b.moved]
    assert names[0] == names[1] and len(names[0]) == len(moved) > 0
    identifiers = [e.get(f"{{{space['w']}}}id") for e in root.iter() if e.tag.endswith(("}ins", "}del", "RangeStart"))]
    assert len(identifiers) == len(set(identifiers))


@pytest.fixture(scope="module")
def beginning(sample: dict[str, Resolution]) -> Resolution:
    """The preamble and four operative paragraphs."""
    return read_text(sample["fr"].source.partition("\n5. ")[0], "fr", "earlier.md")


@settings(max_examples=25, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_any_shuffled_damaged_text_comes_back_whole(beginning: Resolution, random: object) -> None:
    earlier = beginning
    blocks = earlier.source.split("\n\n")
    for _ in range(6):
        i, j = random.randrange(len(blocks)), random.randrange(len(blocks))  # type: ignore[attr-defined]
        action = random.choice(["swap", "drop", "join", "twice", "cut"])  # type: ignore[attr-defined]
        if action == "swap":
            blocks[i], blocks[j] = blocks[j], blocks[i]
        elif action == "drop":
            del blocks[i]
        elif action == "twice":
            blocks.insert(j, blocks[i])
        elif action == "join" and i + 1 < len(blocks):
            blocks[i : i + 2] = [" ".join(blocks[i : i + 2])]
        else:
            middle = blocks[i].find(", ", len(blocks[i]) // 2)
            if middle > 0:
                blocks[i : i + 1] = [blocks[i][: middle + 1], blocks[i][middle + 2 :]]
    try:
        later = read_text("\n\n".join(blocks), "fr", "later.md")
    except InputError:
        reject()  # the damage left no resolution
    pair = compare_related(earlier, later)
    assert sides(pair) == ("".join(lines(earlier)), "".join(lines(later)))


@pytest.mark.record
@pytest.mark.parametrize("count", [2, pytest.param(None, marks=pytest.mark.whole)])
def test_real_renewals_come_back_whole(record: Path, count: int | None) -> None:
    folder = record / "renewals"
    pairs = [path.stem.split("-") for path in sorted(folder.glob("*.gold"))]
    assert len(pairs) >= 2
    for names in pairs[:count]:
        first, second = (next(folder.glob(f"{name}_*.txt")) for name in names)
        pair = compare_related(read_resolution(first), read_resolution(second))
        assert sides(pair) == ("".join(lines(pair.earlier)), "".join(lines(pair.later)))
