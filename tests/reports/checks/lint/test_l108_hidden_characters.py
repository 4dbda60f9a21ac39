"""L108: what cannot be seen and changes what a text says."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks.runner import check_document
from reports.project.settings import Settings
from tests.support.check_case import DocumentCase
from tests.support.lint import FRENCH


def _citing(symbol: str) -> str:
    return FRENCH.replace("Invite les États à coopérer", f"Prend note du document {symbol} du Secrétaire général")


class TestL108(DocumentCase):
    code = "L108"
    settings = Settings(select=("L108",))
    good = [
        {"fr": FRENCH},
        {"fr": FRENCH.replace("56/123", "\u200e56/\u200f123").replace("composé", "\u2067composé\u2069")},
        {"fr": _citing("A/56/\u2060123")},
        {"fr": FRENCH.replace("coopérer", "co\u200bopérer")},
        {
            "ru": "Генеральная Ассамблея,\n\n1. просит Генерального секретаря и/или его представителя доложить;\n\n2. предлагает государствам сотрудничать;\n"
        },
    ]
    failing = [
        ({"fr": FRENCH.replace("56/123", "56/123\u202e")}, [code]),
        ({"fr": FRENCH.replace("56/123", "56/\u202d123\u202c")}, [code]),
        ({"fr": FRENCH.replace("composé", "\u2067composé")}, [code]),
        ({"fr": _citing("A/56/1\u200b23")}, [code]),
        ({"fr": _citing("\u0410/56/123")}, [code]),
        ({"fr": _citing("\u0415/\u0421N.4/2002/1")}, [code]),
        ({"fr": _citing("\u0391/RES/56/123")}, [code]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "severity", "said"),
    [
        (FRENCH.replace("composé", "composé\u202e"), "major", "U+202E"),
        (_citing("A/56/1\u200b23"), "minor", "A/56/123"),
        (_citing("\u0410/56/123"), "minor", "\u0410"),
    ],
)
def test_the_character_and_its_weight(source: str, severity: str, said: str) -> None:
    document = read_text(source, "fr", "fr.md")
    found = [f for f in check_document(document, Settings(), AdoptionDates()) if f.code == "L108"]
    assert len(found) == 1
    assert said in found[0].facts.values() and found[0].severity.name.lower() == severity
