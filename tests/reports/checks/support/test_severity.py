"""Severity by effect: a deadline weighs more than a date that is past, the mandate more than what it refers to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity

# A specimen, not a UN document.
TEXTS = {
    "en": """S/RES/9901 (2021)

Resolution 9901 (2021)

Adopted by the Security Council at its 9901st meeting, on 12 March 2021

The Security Council,

Recalling its resolution 9850 (2020), and taking note of the letter dated 4 February 2021 from the Secretary-General[1],

Noting that the mandate of the Mission ends on 30 April 2021,

1. Decides to extend the mandate of the Mission until 30 April 2022;

2. Decides that the Mission shall have 450 observers, and recalls its resolution 9812 (2019);

3. Takes note of the report dated 9 January 2021 on the work of the Mission;

4. Reaffirms paragraphs 31 to 33 of resolution 9850 (2020);

5. Requests the Secretary-General to report to it by 15 June 2021, as set out in the annex.

Annex

1. The Mission shall close 12 of its posts by 31 December 2021, as paragraph 7 of resolution 9850 (2020) provides.

[1] S/2021/118, of 4 February 2021.
""",
    "fr": """S/RES/9901 (2021)

Résolution 9901 (2021)

Adoptée par le Conseil de sécurité à sa 9901e séance, le 12 mars 2021

Le Conseil de sécurité,

Rappelant sa résolution 9850 (2020), et prenant note de la lettre du Secrétaire général datée du 4 février 2021[1],

Notant que le mandat de la Mission prend fin le 30 avril 2021,

1. Décide de proroger le mandat de la Mission jusqu’au 30 avril 2022 ;

2. Décide que la Mission comptera 450 observateurs, et rappelle sa résolution 9812 (2019) ;

3. Prend note du rapport daté du 9 janvier 2021 sur les travaux de la Mission ;

4. Réaffirme les paragraphes 31 à 33 de la résolution 9850 (2020) ;

5. Prie le Secrétaire général de lui faire rapport d’ici au 15 juin 2021, comme il est indiqué dans l’annexe.

Annexe

1. La Mission supprimera 12 de ses postes d’ici au 31 décembre 2021, comme le prévoit le paragraphe 7 de la résolution 9850 (2020).

[1] S/2021/118, du 4 février 2021.
""",
}
CHANGES = {
    "a deadline": ("until 30 April 2022", "until 30 May 2022", "D202", "critical"),
    "a deadline that became a past date": ("by 15 June 2021", "by 15 June 2020", "D202", "critical"),
    "the date of a report": ("dated 9 January 2021", "dated 8 January 2021", "D202", "major"),
    "the date of a letter in a recital": ("letter dated 4 February 2021", "letter dated 5 February 2021", "D202", "minor"),
    "a date to come in a recital": ("ends on 30 April 2021", "ends on 30 March 2021", "D202", "major"),
    "a date to come in an annex": ("by 31 December 2021", "by 30 December 2021", "D202", "major"),
    "a strength": ("450 observers", "540 observers", "D201", "critical"),
    "a number in an annex": ("12 of its posts", "15 of its posts", "D201", "major"),
    "both ends of a range of paragraphs": ("paragraphs 31 to 33", "paragraphs 32 to 34", "D201", "major"),
    "a paragraph cited in an annex": ("paragraph 7 of", "paragraph 8 of", "D201", "minor"),
    "a resolution cited": ("resolution 9812 (2019)", "resolution 9821 (2019)", "D203", "major"),
    "the year of a resolution cited": ("resolution 9812 (2019)", "resolution 9812 (2018)", "D203", "minor"),
    "no year that can be": ("resolution 9812 (2019)", "resolution 9812 (2109)", "D201", "minor"),
    "a resolution cited in a recital": ("its resolution 9850 (2020), and", "its resolution 9805 (2020), and", "D203", "minor"),
    "a symbol in a footnote": ("S/2021/118", "S/2021/181", "D203", "minor"),
}  # fmt: skip


def read(texts: Mapping[str, str]) -> dict[str, Resolution]:
    return {code: read_text(text, code, f"{code}.md") for code, text in texts.items()}


def checked(texts: Mapping[str, str]) -> list[Finding]:
    documents = read(texts)
    return check_versions(compare_versions(documents["fr"], [documents["en"]]))


def test_the_specimen_is_clean() -> None:
    assert checked(TEXTS) == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_value_weighs_what_it_does(change: str) -> None:
    was, now, code, severity = CHANGES[change]
    assert TEXTS["en"].count(was) == 1
    findings = checked({**TEXTS, "en": TEXTS["en"].replace(was, now)})
    graver = max(findings, key=lambda f: f.severity)
    assert (graver.code, graver.severity.label) == (code, severity), findings
    assert [f.code for f in findings].count(code) == 1


def test_without_a_day_of_adoption_no_date_is_past() -> None:
    undated = {code: text.split("\n\n", 3)[-1] for code, text in TEXTS.items()}
    assert all("9901" not in text for text in undated.values())
    changed = undated["en"].replace("dated 9 January 2021", "dated 8 January 2021")
    (finding,) = checked({**undated, "en": changed})
    assert (finding.code, finding.severity) == ("D202", Severity.CRITICAL)
