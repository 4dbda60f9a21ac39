"""Covers of every organ, adopted texts and drafts, in five formats and six languages: symbol, title, fields, paragraphs, notes.

The texts are specimens, not UN documents.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_resolution
from corpora.structure.adoption import VOTED, adoption_of
from tests.support.organ_documents import FORMATS, IDS, KINDS, LANGUAGES, RECITALS, Specimen, specimen

pytestmark = pytest.mark.slow

_COUNTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.CONTINUATION)


def _read(made: Specimen, suffix: str, folder: Path) -> Resolution:
    path = folder / f"document{suffix}"
    path.write_bytes(FORMATS[suffix](made))
    return read_resolution(path)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_an_organ(kind: str, code: str, suffix: str, tmp_path: Path) -> None:
    made = specimen(kind, code)
    found, wanted = _read(made, suffix, tmp_path), made.expected
    assert (found.language, (found.symbol or "").upper()) == (code, wanted.symbol.upper())
    assert found.title.endswith(wanted.title) and len(found.title) - len(wanted.title) < 30
    stated = found.particulars
    assert (str(stated.date), stated.session, stated.original) == (wanted.date, wanted.session, wanted.original)
    assert stated.agenda_item.startswith(wanted.item)
    assert [p.id for p in found.paragraphs if p.kind in _COUNTED] == IDS
    assert [p.kind for p in found.paragraphs].count(Kind.HEADING) == 1
    recitals = [p.text for p in found.paragraphs if p.kind is Kind.PREAMBULAR]
    assert recitals == [text.replace("{mark}", "") for text in RECITALS[code]]
    assert [(note.mark, note.referred_from) for note in found.footnotes] == [("1", ("pp1",))]
    assert any(p.kind is Kind.SPONSORS for p in found.paragraphs) is wanted.is_draft
    if wanted.votes:
        adopted = adoption_of(found)
        assert (adopted.manner, len(adopted.named)) == (VOTED, 3)
        assert (adopted.favour, adopted.against, adopted.abstaining) == wanted.votes
