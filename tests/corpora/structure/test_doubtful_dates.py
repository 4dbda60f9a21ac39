"""Dates that are not believed: they cannot be, contradict the session or the symbol, or a scan damaged them. The texts are made up."""

from __future__ import annotations

import pytest

from corpora.languages import language
from corpora.model import Kind
from corpora.reading import read_text
from corpora.structure.doubtful_dates import in_doubt
from corpora.values import Date
from reports.exporters.particulars import particulars_line
from tests.corpora.structure.test_cover import DRAFTS
from tests.failing_kinds.texts import LANGUAGES

SESSIONS = {"fr": "Quatre-vingt-sixième session", "en": "Eighty-sixth session", "es": "Octogésimo sexto período de sesiones", "ru": "Восемьдесят шестая сессия", "ar": "الدورة السادسة والثمانون", "zh": "第八十六届会议"}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_day_of_another_year_than_the_symbol_is_doubted(code: str) -> None:
    lines = list(DRAFTS[code])
    printed = read_text("\n\n".join(lines), code)
    assert printed.particulars.date == Date(2031, 6, 4) and not printed.particulars.date_in_doubt
    assert "(doubtful as printed)" not in particulars_line(printed, "en")
    lines[3] = lines[3].replace("2031", "2021")
    damaged = read_text("\n\n".join(lines), code)
    assert damaged.particulars.date == Date(2021, 6, 4) and damaged.particulars.date_in_doubt
    assert "issued 2021-06-04 (doubtful as printed)" in particulars_line(damaged, "en")
    assert "(date douteuse telle qu'imprimée)" in particulars_line(damaged, "fr")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_session_of_the_assembly_says_two_years(code: str) -> None:
    def doubted(date: Date, symbol: str = "A/L.7", session: str = SESSIONS[code]) -> bool:
        return in_doubt(date, "", symbol=symbol, session=session, language=language(code))

    assert not doubted(Date(2031, 9, 20)) and not doubted(Date(2032, 8, 30))
    assert doubted(Date(2037, 9, 20)) and doubted(Date(2030, 9, 20))
    assert not doubted(Date(2037, 9, 20), symbol="A/HRC/86/L.7"), "another body counts its own sessions"
    assert not doubted(Date(2037, 9, 20), session="")


@pytest.mark.parametrize(
    ("day", "line", "symbol"),
    [
        (Date(2031, 2, 30), "30 February 2031", None),
        (Date(1931, 2, 3), "3 February 1931", None),
        (Date(1971, 9, 9), "A/L.632 ~9 September 1971", "A/L.632"),
        (Date(2031, 5, 1), "1 May 2031", "S/RES/2699(2023)"),
        (Date(2031, 5, 1), "1 May 2031", "A/C.3/78/L.5"),
        (Date(2021, 5, 1), "1 May 2021", "E/RES/2023/9"),
    ],
)
def test_what_cannot_be_is_doubted(day: Date, line: str, symbol: str | None) -> None:
    assert in_doubt(day, line, symbol=symbol, session="", language=language("en"))


@pytest.mark.parametrize("symbol", ["E/RES/2023/9", "E/2023/L.9", "A/RES/77/9", "S/RES/2670(2022)", None])
def test_a_session_may_begin_the_year_before(symbol: str | None) -> None:
    assert not in_doubt(
        Date(2022, 12, 7), "General* 7 December 2022", symbol=symbol, session="", language=language("en")
    )


def test_a_damaged_date_beside_the_symbol_belongs_to_the_masthead() -> None:
    lines = (
        "A/L.632 ~9 September 1971",
        "Rights of bridges",
        "The General Assembly,",
        "Recalling the Charter,",
        "Decides to build bridges.",
    )
    found = read_text("\n\n".join(lines), "en")
    assert (found.symbol, found.title) == ("A/L.632", "Rights of bridges")
    assert [p.kind for p in found.paragraphs[:2]] == [Kind.SYMBOL, Kind.TITLE]
    assert found.particulars.date == Date(1971, 9, 9)
    assert found.particulars.date_in_doubt
