"""D403: a glossary's terms, read from CSV and TBX."""

from __future__ import annotations

from pathlib import Path

from corpora.resources.glossary import Term, read_glossary
from tests.support.specimens import BASE, found


def test_glossary_from_csv_and_tbx(tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("fr,en\nport,port|harbour|!haven\nmatériel médical,medical supplies\n", encoding="utf-8")
    terms = read_glossary(table)
    assert terms[0].admitted["en"] == ("port", "harbour") and terms[0].deprecated["en"] == ("haven",)
    findings = found("en", BASE["en"], terms=terms)
    assert [f.code for f in findings] == ["D403"] and "medical supplies" in findings[0].message("en")
    findings = found("en", BASE["en"].replace("on ports", "on havens"), terms=terms[:1])
    assert [f.code for f in findings] == ["D403"] and "not to be used" in findings[0].message("en")
    tbx = tmp_path / "terms.tbx"
    tbx.write_text(
        '<?xml version="1.0"?><tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1">'
        '<langSec xml:lang="fr"><termSec><term>mission d\'enquête</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>fact-finding mission</term></termSec>'
        '<termSec><term>mission of inquiry</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>'
        "</conceptEntry></body></text></tbx>",
        encoding="utf-8",
    )
    (term,) = read_glossary(tbx)
    assert term == Term(
        "c1", {"fr": ("mission d'enquête",), "en": ("fact-finding mission",)}, {"en": ("mission of inquiry",)}
    )
    assert [f.code for f in found("en", BASE["en"], terms=(term,))] == ["D403"]
