"""L111: acronyms and names that are one letter off their other occurrences, in a text alone. The texts are ours."""

from __future__ import annotations

import pytest

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.check_case import DocumentCase

_FRAMES = {
    "fr": "Le Conseil de sécurité,\n\n1. *Décide* de renforcer {0} ;\n\n2. *Prie* le Gouvernement d’aider {1}, et le prie de protéger {0}.\n",
    "en": "The Security Council,\n\n1. *Decides* to reinforce {0};\n\n2. *Requests* the Government to assist {1}, and requests it to protect {0}.\n",
    "es": "El Consejo de Seguridad,\n\n1. *Decide* reforzar {0};\n\n2. *Solicita* al Gobierno que ayude a {1}, y le solicita que proteja {0}.\n",
    "ru": "Совет Безопасности,\n\n1. *постановляет* укрепить {0};\n\n2. *просит* правительство помочь {1} и просит его защищать {0}.\n",
    "ar": "إن مجلس الأمن،\n\n1 - *يقرر* تعزيز {0}؛\n\n2 - *يطلب* إلى الحكومة أن تساعد {1} ويطلب إليها أن تحمي {0}.\n",
    "zh": "安全理事会，\n\n1. *决定*加强{0}；\n\n2. *请*政府协助{1}，并请其保护{0}。\n",
}  # fmt: skip
_SLIPS = {
    "fr": [("MINUSTAN", "MINUTSAN"), ("MINUSTAN", "MINUSTN"), ("Ras Issa", "Rais Issa"), ("Tell Brouk", "Tell Broouk")],
    "en": [("MINUSTAN", "MINUSTAM"), ("Ras Issa", "Ras Isssa"), ("Tell Brook", "Tall Brook")],
    "es": [("MINUSTAN", "MINUSSTAN"), ("Ras Isa", "Ras Issa")],
    "ru": [("МООНСТАН", "МООНТСАН"), ("Рас-Иса", "Рас-Исса")],
    "ar": [("MINUSTAN", "MINUTSAN"), ("ميناء الصليف", "ميناء الصيلف")],
    "zh": [("MINUSTAN", "MINUTSAN"), ("拉斯伊萨港", "拉斯伊沙港")],
}
_OTHERS = {
    "fr": [("la Mission internationale", "les Missions internationales"), ("l’Iraq", "l’Iran"), ("l’État voisin", "les États voisins")],
    "en": [("MINUSMA", "MINUSCA"), ("UNSOM", "UNSOS"), ("the Member State", "Member States"), ("Chapter VII", "Chapter VIII")],
    "es": [("el Estado Miembro", "los Estados Miembros")],
    "ru": [("Центральную Африку", "Центральной Африке"), ("МИНУСМА", "МИНУСКА")],
    "ar": [("القضاة الدوليين", "للقضاة الدوليين")],
    "zh": [("索马里安全部队", "索马里国民"), ("马里当局", "马里南部")],
}  # fmt: skip
"""What is no slip: other bodies and places that the record knows, other forms of one word, other names with the same beginning."""


def _texts(pairs: dict[str, list[tuple[str, str]]]) -> list[dict[str, str]]:
    return [{code: _FRAMES[code].format(name, other)} for code, found in pairs.items() for name, other in found]


class TestL111(DocumentCase):
    code = "L111"
    good = _texts(_OTHERS)
    failing = [(text, ["L111"]) for text in _texts(_SLIPS)]


@pytest.mark.slow
@pytest.mark.parametrize("code", _SLIPS)
def test_the_version_that_has_it_is_named_among_six(code: str) -> None:
    wrong = _SLIPS[code][-1][1]
    names = {c: slips[-1][0] for c, slips in _SLIPS.items()}
    texts = {c: _FRAMES[c].format(names[c], wrong if c == code else names[c]) for c in _FRAMES}
    documents = [read_text(text, c, f"{c}.md") for c, text in texts.items()]
    (found,) = [f for f in check_versions(compare_versions(documents[0], documents[1:])) if f.code == "D207"]
    assert found.odd == code and found.sentence == "D207.letter" and found.facts["said"] in wrong
