"""TMX: valid, read back by another reader and by our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from translate.storage.tmx import tmxfile

from corpora.resources.bitexts import read_bitext
from reports.comparison.rows import Versions
from reports.exporters.tmx import tmx
from reports.exporters.units import version_units
from reports.findings.model import Finding
from tests.support.exports import schemas
from tests.support.sample import LANGUAGES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("exporters")]


SCHEMAS = schemas("tmx14-subset.dtd", "tmx14.dtd")


@pytest.mark.parametrize(("level", "count"), [("paragraph", 6), ("segment", 3)])
def test_tmx_is_valid(six: Versions, three: Versions, found: list[Finding], level: str, count: int) -> None:
    root = etree.fromstring(tmx({6: six, 3: three}[count], found, level).encode())
    for path in SCHEMAS:
        schema = etree.DTD(str(path))
        assert schema.validate(root), (path.name, schema.error_log)


def test_tmx_is_read_back_by_another_reader(six: Versions, found: list[Finding]) -> None:
    store = tmxfile.parsestring(tmx(six, found).encode())
    texts = {unit.getid(): unit for unit in store.units}
    assert len(texts) == len(store.units)
    operative = next(p for p in six.pivot.paragraphs if p.id == "op10")
    unit = texts["E/RES/2002/19#op10"]
    assert unit.source == operative.text
    languages = {node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in unit.xmlelement.iter("tuv")}
    assert languages == set(LANGUAGES)


@pytest.mark.parametrize("level", ["paragraph", "segment"])
def test_tmx_comes_back_as_the_same_segments(three: Versions, tmp_path: Path, level: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(tmx(three, [], level), encoding="utf-8")
    units = [u for u in version_units(three, [], level) if len(u.parts) > 1]
    back = read_bitext(path).units
    assert [{c: " ".join(p.text.split()) for c, p in u.parts.items()} for u in units] == [dict(u) for u in back]
