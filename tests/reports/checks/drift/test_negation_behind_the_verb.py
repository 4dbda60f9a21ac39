"""D303: a negation right behind the opening verb is found even where the paragraph negates elsewhere."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Severity

FRENCH = "Le Conseil de sécurité,\n\n1. *Décide* de reconduire les mesures visées dans la résolution 2374 (2017), qui ne doivent pas viser les civils, sans préjudice des exemptions ;\n"
OTHERS = {
    "en": "The Security Council,\n\n1. *Decides* {}to renew the measures set out in resolution 2374 (2017), which shall not target civilians, without prejudice to the exemptions;\n",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* {}renovar las medidas enunciadas en la resolución 2374 (2017), que no se dirigirán contra los civiles, sin perjuicio de las exenciones;\n",
    "ru": "Совет Безопасности,\n\n1. *постановляет* {}продлить меры, изложенные в резолюции 2374 (2017), которые не должны быть направлены против гражданских лиц, без ущерба для изъятий;\n",
}
NOT = {"en": "not ", "es": "no ", "ru": "не "}


def test_what_the_other_of_two_versions_lacks_is_shown_where_it_stands() -> None:
    french = read_text(
        "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général d'informer les États qui n'en sont pas dotés ;\n",
        "fr",
        "fr.md",
    )
    english = read_text("The Security Council,\n\n1. Requests the Secretary-General to inform States;\n", "en", "en.md")
    (found,) = [f for f in check_versions(compare_versions(french, [english])) if f.code == "D303"]
    assert found.source and found.target and (found.source.language, found.target.language) == ("fr", "en")
    assert found.source.quote == "n'en sont pas" and "(French)" in found.message("en")


@pytest.mark.parametrize("code", list(OTHERS))
def test_the_mandate_turned(code: str) -> None:
    french = read_text(FRENCH, "fr", "fr.md")
    same = read_text(OTHERS[code].format(""), code, f"{code}.md")
    turned = read_text(OTHERS[code].format(NOT[code]), code, f"{code}.md")
    assert [f for f in check_versions(compare_versions(french, [same])) if f.code == "D303"] == []
    (found,) = [f for f in check_versions(compare_versions(french, [turned])) if f.code == "D303"]
    assert found.severity >= Severity.MAJOR and found.target and found.target.quote.strip() == NOT[code].strip()
