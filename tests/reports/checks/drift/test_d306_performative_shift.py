"""D306: a decision that is a restatement."""

from __future__ import annotations

from reports.findings.model import Severity
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import checked, found
from tests.support.specimens import BASE


class TestD306(VersionsCase):
    code = "D306"
    good = [pair_of(BASE, "es")]
    failing = [
        (changed(BASE, "en", "3. Reaffirms that", "3. Decides that"), [code]),
        (changed(BASE, "es", "3. Reafirma que", "3. Decide que"), [code]),
        (changed(BASE, "ru", "3. вновь подтверждает", "3. постановляет"), [code]),
        (changed(BASE, "ar", "3 - يؤكد من جديد", "3 - يقرر"), [code]),
        (changed(BASE, "zh", "3. 重申", "3. 决定"), [code]),
    ]  # fmt: skip


def test_a_verb_that_may_only_take_note_is_no_new_act() -> None:
    """ "Констатирует" determines or notes, "تقر" approves or acknowledges: against a restatement neither is surely an act."""
    assert found("Confirme l’importance du dialogue ;", "ru", "констатирует важность диалога;", "D306") == []
    assert found("Confirme la prorogation du mandat ;", "ar", "تقر تمديد الولاية؛", "D306") == []
    assert found("Confirme la prorogation du mandat ;", "ru", "постановляет продлить мандат;", "D306")


def test_who_only_affirms_or_says_again_does_nothing_new() -> None:
    """ "Заявляет о своей приверженности" commits or affirms, "s'engage de nouveau" says itself that it is nothing new."""
    affirmed = "Affirme son attachement au dialogue ;"
    assert found(affirmed, "ru", "заявляет о своей приверженности диалогу;", "D306") == []
    again = "S’engage de nouveau à intensifier son soutien ;"
    assert found(again, "ru", "вновь заявляет о готовности активизировать поддержку;", "D306") == []
    new = "S’engage à intensifier son soutien ;"
    assert found(new, "ru", "вновь заявляет о готовности активизировать поддержку;", "D306")


def test_who_declares_does_more_than_who_stresses() -> None:
    """ "Déclare" may affirm, but stressing is no affirming: the two share no restatement."""
    texts = {
        "fr": "Déclare qu’il est primordial d’agir ;",
        "en": "Emphasizes the critical need to act;",
        "es": "Pone de relieve la necesidad de actuar;",
        "ru": "особо отмечает острую необходимость действовать;",
        "ar": "تشدد على الحاجة الماسة إلى العمل؛",
        "zh": "强调亟需采取行动；",
    }
    assert [(f.odd, f.severity) for f in checked(texts) if f.code == "D306"] == [("fr", Severity.MAJOR)]


RESTATED_BESIDE = {
    "fr": "Encourage à cet égard les États à participer au Fichier, réaffirmant qu’il importe qu’ils le tiennent à jour ;",
    "en": "Encourages, in this regard, participation in the Record, reiterating the importance for States to update it;",
    "ru": "высказывается в этой связи за участие в Реестре, подтверждая важность того, чтобы государства обновляли его, и высказывается также за его использование;",
    "ar": "تشجع في هذا الصدد على المشاركة في السجل، وتكرر تأكيد أهمية قيام الدول بتحديثه؛",
    "zh": "在这方面鼓励参与记录，重申各国必须更新记录；",
}


def test_what_a_participle_restates_beside_the_acts_is_no_counterpart_of_one() -> None:
    assert Severity.MAJOR not in {f.severity for f in checked(RESTATED_BESIDE) if f.code == "D306"}
    read = RESTATED_BESIDE | {
        "ru": "высказывается в этой связи за участие в Реестре, и высказывается также за его обновление государствами;"
    }
    assert Severity.MAJOR in {f.severity for f in checked(read) if f.code == "D306"}
