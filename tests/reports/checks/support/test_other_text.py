"""A version that is another text is one finding, and has no voice among the others. The texts are written for these tests."""

from __future__ import annotations

import pytest

from corpora.model import Resolution
from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding, Severity
from reports.project.settings import Settings

pytestmark = pytest.mark.slow

FRENCH = (
    "Se félicite de l'ouverture d'un bureau de météorologie dans la capitale ;",
    "Décide que la mission de surveillance des élections prendra fin le 15 juillet 2027 ;",
    "Engage les donateurs à financer la reconstruction des ponts ;",
    "Condamne les attaques commises contre les convois d'aide alimentaire ;",
    "Prie le Secrétaire général de lui faire rapport ;",
)
ENGLISH = (
    "Welcomes the opening of a meteorological office in the capital;",
    "Decides that the mission to monitor the elections shall end on 15 July 2027;",
    "Encourages donors to finance the reconstruction of bridges;",
    "Condemns the attacks on convoys of food aid;",
    "Requests the Secretary-General to report to it;",
)
SPANISH = (
    "Acoge con beneplácito la apertura de una oficina de meteorología en la capital;",
    "Decide que la misión de supervisión de las elecciones terminará el 15 de julio de 2027;",
    "Alienta a los donantes a que financien la reconstrucción de los puentes;",
    "Condena los ataques contra los convoyes de ayuda alimentaria;",
    "Solicita al Secretario General que la informe;",
)
OTHER = {
    "en": (
        "Reaffirms the right of every child to attend school;",
        "Notes with concern the rising level of the sea;",
        "Stresses the importance of vaccines against malaria;",
        "Invites museums to return stolen works of art;",
        "Requests the Secretary-General to report to it;",
    ),
    "fr": (
        "Réaffirme le droit de tout enfant de fréquenter l'école ;",
        "Note avec préoccupation l'élévation du niveau de la mer ;",
        "Souligne l'importance des vaccins contre le paludisme ;",
        "Invite les musées à restituer les œuvres d'art volées ;",
        "Prie le Secrétaire général de lui faire rapport ;",
    ),
}
FRAMES = {
    "fr": ("Le Conseil de sécurité,", "Rappelant la Charte des Nations Unies,"),
    "en": ("The Security Council,", "Recalling the Charter of the United Nations,"),
    "es": ("El Consejo de Seguridad,", "Recordando la Carta de las Naciones Unidas,"),
}
SAME = {"fr": FRENCH, "en": ENGLISH, "es": SPANISH}


def document(code: str, paragraphs: tuple[str, ...]) -> Resolution:
    numbered = [f"{k}. {text}" for k, text in enumerate(paragraphs, 1)]
    return read_text("\n\n".join((*FRAMES[code], *numbered)) + "\n", code, f"{code}.md")


def checked(settings: Settings | None = None, **said: tuple[str, ...]) -> list[Finding]:
    pivot, *others = (document(code, paragraphs) for code, paragraphs in said.items())
    return check_versions(compare_versions(pivot, others, settings=settings))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_version_that_is_another_text_is_one_finding(code: str) -> None:
    (found,) = checked(**{**SAME, code: OTHER[code]})
    assert (found.code, found.severity, found.odd) == ("D501", Severity.CRITICAL, code)
    assert found.facts["different"] == 4 and "another text" in found.message("en")


def test_of_two_versions_the_second_is_the_other_text() -> None:
    (found,) = checked(fr=FRENCH, en=OTHER["en"])
    assert (found.code, found.odd) == ("D501", "en")


def test_the_rest_are_compared_without_it() -> None:
    wrong = tuple(text.replace("15 de julio", "15 de junio") for text in SPANISH)
    found = checked(fr=FRENCH, en=OTHER["en"], es=wrong)
    assert [(f.code, f.odd) for f in found] == [("D501", "en"), ("D202", "es")]


def test_a_part_that_is_left_out_makes_no_other_text() -> None:
    found = checked(fr=FRENCH, en=ENGLISH[:1] + ENGLISH[4:], es=SPANISH)
    assert {f.code for f in found} <= {"D101", "D105"} and len(found) >= 3


def test_whoever_skips_the_check_of_meaning_has_all_versions_compared() -> None:
    found = checked(Settings(skip=("D501",)), fr=FRENCH, en=OTHER["en"], es=SPANISH)
    assert found and "D501" not in {f.code for f in found}


def test_a_few_short_paragraphs_of_any_words_are_no_other_text() -> None:
    french = (
        "Le Fonds aura 90 millions de dollars ;",
        "Les États paient ;",
        "Les avances sont rendues ;",
        "Le siège est à Paris ;",
    )
    chinese = ("基金为9 000万美元；", "会员国应预缴款项；", "垫款应偿还；", "总部设在巴黎；")
    versions = [
        read_text(f"{head}\n\n" + "\n\n".join(f"{k}. {t}" for k, t in enumerate(texts, 1)) + "\n", code, f"{code}.md")
        for code, head, texts in (("fr", "L'Assemblée générale,", french), ("zh", "大会，", chinese))
    ]
    assert [f for f in check_versions(compare_versions(versions[0], versions[1:])) if f.code == "D501"] == []
