"""L103: a symbol and a date that do not go together."""

from __future__ import annotations

from corpora.resources.adoption_dates import AdoptionDates
from corpora.text.symbols import parse_symbol
from corpora.values import Date
from tests.support.check_case import DocumentCase
from tests.support.lint import FRAMES, FRENCH, codes


class TestL103(DocumentCase):
    code = "L103"
    good = [
        {"fr": FRENCH},
        {"en": FRAMES["en"].format("")},
        {"es": FRAMES["es"].format("")},
        {"ru": FRAMES["ru"].format("")},
        {"ar": FRAMES["ar"].format("")},
        {"zh": FRAMES["zh"].format("")},
    ]
    failing = [
        ({"fr": FRENCH.replace("19 décembre 2001", "19 décembre 2005")}, [code]),
        ({"en": FRAMES["en"].format("in accordance with resolution 1373 (2001) of 28 September 2003")}, [code]),
        ({"es": FRAMES["es"].format("de conformidad con la resolución 1373 (2001), de 28 de septiembre de 2003")}, [code]),
        ({"ru": FRAMES["ru"].format("в соответствии с резолюцией 1373 (2001) от 28 сентября 2003 года")}, [code]),
        ({"ar": FRAMES["ar"].format("وفقا للقرار 1373 (2001) المؤرخ 28 أيلول/سبتمبر 2003")}, [code]),
        ({"zh": FRAMES["zh"].format("按照2003年9月28日第1373(2001)号决议")}, [code]),
    ]  # fmt: skip


def test_a_library_knows_the_day() -> None:
    library = AdoptionDates({parse_symbol("A/RES/56/123"): Date(2001, 12, 19)})
    assert codes(FRENCH, library=library) == []
    assert codes(FRENCH.replace("19 décembre", "18 décembre"), library=library) == ["L103"]
