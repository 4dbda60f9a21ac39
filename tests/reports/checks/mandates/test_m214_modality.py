"""M214: may became shall. Specimens, not UN documents."""

from __future__ import annotations

import pytest

from corpora.languages import language
from tests.support.check_case import RelatedCase, renewed

TEXT = """Le Conseil de sécurité,

Rappelant le rapport du Secrétaire général sur la protection des civils,

1. Décide que les mesures imposées par la présente résolution s'appliquent à la fourniture de vivres ;

2. Autorise le Comité à inscrire sur la liste toutes les personnes qui préparent et commettent de tels actes ;

3. Décide que le Comité peut dans tous les cas inscrire 500 personnes d'ici à 2012 ;
"""


class TestM214(RelatedCase):
    code = "M214"
    good = [{"earlier": TEXT, "later": TEXT}]
    failing = [(renewed(TEXT, "le Comité peut", "le Comité doit"), [code])]


@pytest.mark.parametrize("word", ["认可", "核可", "许可", "不可分割", "必不可少", "无家可归", "可负担", "可持续"])
def test_a_sign_inside_a_word_gives_no_permission(word: str) -> None:
    permission = language("zh").modality.permission
    assert permission is not None
    assert permission.search(f"强调{word}的结果") is None
    assert permission.search("委员会可审查") and permission.search("委员会可以审查")
