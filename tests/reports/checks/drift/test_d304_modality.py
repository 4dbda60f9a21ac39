"""D304: modality: may, should, shall."""

from __future__ import annotations

from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import checked
from tests.support.specimens import BASE


class TestD304(VersionsCase):
    code = "D304"
    good = [pair_of(BASE, "es")]
    failing = [
        (changed(BASE, "en", "may import", "shall import"), [code]),
        (changed(BASE, "es", "pueden importar", "deben importar"), [code]),
        (changed(BASE, "ru", "могут ввозить", "должны ввозить"), [code]),
        (changed(BASE, "ar", "يجوز للدول", "يتعين على الدول"), [code]),
        (changed(BASE, "zh", "可以进口", "必须进口"), [code]),
    ]  # fmt: skip


def test_modal_words_of_two_clauses_are_no_difference() -> None:
    """ "Sectors that could …, and notes the need to …" against "secteurs propres à …, et note que les États doivent …"."""
    texts = {
        "fr": "Souligne que l’aide publique complète les ressources des secteurs propres à accélérer le développement durable, et note que les États Membres doivent tenir leurs engagements ;",
        "en": "Emphasizes that public assistance complements the resources of sectors that could accelerate sustainable development, and notes the need for Member States to meet their commitments;",
        "es": "Pone de relieve que la asistencia pública complementa los recursos de sectores que pueden acelerar el desarrollo sostenible, y observa la necesidad de que los Estados Miembros cumplan sus compromisos;",
    }  # fmt: skip
    assert [f.code for f in checked(texts) if f.code == "D304"] == []
