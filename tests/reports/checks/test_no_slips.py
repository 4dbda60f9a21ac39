"""What versions say in other words, or do by habit, and what only seemed to differ; each beside a slip that is found.

The clauses are written for these tests; none is from a UN document.
"""

from __future__ import annotations

import pytest

from reports.checks.runner import check_versions
from reports.comparison.rows import Predecessor, compare_versions
from reports.findings.model import Finding, Severity

from corpora.reading import read_text  # isort: skip

HEADS = {
    "fr": "Le Conseil de sécurité,\n\n1. ", "en": "The Security Council,\n\n1. ", "es": "El Consejo de Seguridad,\n\n1. ",
    "ru": "Совет Безопасности,\n\n1. ", "ar": "إن مجلس الأمن،\n\n1 - ", "zh": "安全理事会，\n\n1. ",
}  # fmt: skip


def checked(texts: dict[str, str], *codes: str) -> list[Finding]:
    pivot, *others = (read_text(HEADS[c] + text, c, f"{c}.md") for c, text in texts.items())
    return [f for f in check_versions(compare_versions(pivot, others)) if f.code.startswith(codes)]


@pytest.mark.parametrize(
    ("texts", "slip"),
    [
        (
            {"fr": "S'engage à protéger les océans ;", "en": "Commits itself to protecting the oceans;", "es": "Se compromete a proteger los océanos;",
             "ru": "заявляет о своей твердой решимости защищать океаны;"},
            "отмечает необходимость защищать океаны;",
        ),
        (
            {"fr": "Se déclare préoccupé par le manque d'eau ;", "en": "Expresses its concern at the lack of water;", "es": "Expresa su preocupación por la falta de agua;",
             "ru": "заявляет о своей растущей обеспокоенности нехваткой воды;"},
            "приветствует меры против нехватки воды;",
        ),
        (
            {"fr": "Soumet le projet de statut aux États pour examen ;", "en": "Commends the draft statute to States for consideration;",
             "ru": "предлагает вниманию государств проект статута для рассмотрения;"},
            "осуждает проект статута государств;",
        ),
    ],
    ids=["resolve", "concern", "commend to"],
)  # fmt: skip
def test_the_act_may_stand_in_the_object_of_the_verb(texts: dict[str, str], slip: str) -> None:
    assert checked(texts, "D30") == []
    assert [f.code for f in checked(texts | {"ru": slip}, "D30")] == ["D301"]


@pytest.mark.parametrize("gender", ["saisi", "saisie"])
@pytest.mark.parametrize("verb", ["rester", "demeurer"])
def test_the_organ_that_remains_seized_may_be_feminine(gender: str, verb: str) -> None:
    assert (
        checked(
            {"fr": f"Décide de {verb} {gender} de la question ;", "en": "Decides to remain seized of the matter;"},
            "D30",
        )
        == []
    )


OTHER_CLAUSE = {
    "fr": "Recommande d'examiner des solutions qui conviennent aux petits États, les règles de chaque pays devant être suivies et les délais doivent être courts ;",
    "en": "Recommends the study of solutions that could suit small States, following the rules of each country and keeping delays short;",
    "es": "Recomienda que se estudien soluciones que puedan convenir a los Estados pequeños, siguiendo las normas de cada país y con plazos breves;",
}


def test_modals_of_two_clauses_are_not_compared_and_those_of_one_are() -> None:
    assert checked(OTHER_CLAUSE, "D304") == []
    same = {
        "fr": "Décide que les États doivent importer du blé ;", "en": "Decides that States may import wheat;",
        "es": "Decide que los Estados pueden importar trigo;",
    }  # fmt: skip
    (found,) = checked(same, "D304")
    assert found.severity is Severity.MAJOR


VOLUNTARY = {
    "fr": "Engage les États à mettre en place des contrôles volontaires ;", "en": "Calls upon States to introduce voluntary checks;",
    "es": "Exhorta a los Estados a que introduzcan controles voluntarios;", "ru": "призывает государства ввести добровольные проверки;",
    "ar": "يهيب بالدول أن تجري عمليات تفتيش اختيارية؛", "zh": "促请各国实行自愿检查；",
}  # fmt: skip


@pytest.mark.parametrize("form", ["الاختياري", "الاختيارية", "اختياريا", "اختيارية"])
def test_arabic_forms_of_voluntary(form: str) -> None:
    assert checked(VOLUNTARY | {"ar": VOLUNTARY["ar"].replace("اختيارية", form)}, "D305") == []
    assert [f.odd for f in checked(VOLUNTARY | {"ar": VOLUNTARY["ar"].replace(" اختيارية", "")}, "D305")] == ["ar"]


def test_russian_may_say_without_prejudice_by_a_verb() -> None:
    texts = {
        "fr": "Décide que la mesure s'applique sans préjudice des droits des propriétaires ;", "en": "Decides that the measure applies without prejudice to the rights of owners;",
        "es": "Decide que la medida se aplica sin perjuicio de los derechos de los propietarios;", "ru": "постановляет, что эта мера применяется, не ущемляя права владельцев;",
    }  # fmt: skip
    assert checked(texts, "D305") == []


HARDLY = {
    "fr": "Constate que la paix n'est pas possible sans dialogue ;", "en": "Notes that peace is not possible without dialogue;",
    "es": "Observa que la paz no es posible sin diálogo;", "ru": "отмечает, что без диалога мир {} возможен;",
}  # fmt: skip


@pytest.mark.parametrize("word", ["вряд ли", "едва ли", "не"])
def test_an_adverb_may_negate(word: str) -> None:
    assert checked(HARDLY | {"ru": HARDLY["ru"].format(word)}, "D303") == []


SYMBOLS = ("61/11", "62/12", "63/13", "64/14", "65/15")


def test_a_passage_whose_symbols_all_stand_elsewhere_in_the_paragraph_is_not_added() -> None:
    def listed(last: str) -> str:
        return ", ".join(SYMBOLS[:-1]) + f" {last} {SYMBOLS[-1]}"

    texts = {
        "fr": f"Rappelle avoir prié les organismes de dire comment ils appliquent ses résolutions {listed('et')}, et note que 42 d'entre eux ont répondu ;",
        "en": f"Recalls its request that entities report how they implement its resolutions {listed('and')}, and notes that 42 of them have replied;",
        "es": f"Recuerda que pidió a las entidades que informaran de cómo aplican sus resoluciones {listed('y')}, y observa que han respondido 42;",
        "ru": f"напоминает о своей просьбе к организациям сообщить, как они выполняют ее резолюции {listed('и')}, и отмечает, что ответили 42;",
        "ar": f"تشير إلى طلبها إلى الكيانات أن تبين كيف تنفذ قراراتها {listed('و')}، وتلاحظ أن 42 منها ردت؛",
        "zh": f"回顾其请各实体提供资料，具体详述为执行大会第{'、'.join(SYMBOLS)}号决议采取的一切必要步骤，并注意到收到42份答复；",
    }  # fmt: skip
    assert checked(texts, "D104") == []


def test_a_version_that_was_ahead_is_not_stale() -> None:
    said = {
        "fr": "Décide de se réunir en {} ;", "en": "Decides to meet in {};", "es": "Decide reunirse en {};", "ru": "постановляет собраться в {} году;",
    }  # fmt: skip
    earlier = {
        c: read_text(HEADS[c] + t.format(2030 if c == "es" else 2028), c, f"old-{c}.md") for c, t in said.items()
    }

    def stale(spanish: int) -> list[Finding]:
        pivot, *others = (
            read_text(HEADS[c] + t.format(spanish if c == "es" else 2030), c, f"{c}.md") for c, t in said.items()
        )
        return [
            f
            for f in check_versions(compare_versions(pivot, others, predecessor=Predecessor(before)))
            if f.code == "D405"
        ]

    before = earlier
    assert stale(2030) == []
    before = {c: read_text(HEADS[c] + t.format(2028), c, f"old-{c}.md") for c, t in said.items()}
    assert [f.odd for f in stale(2028)] == ["es"]


REQUESTS = {
    "fr": "Prie le Bureau de suivre la situation ;\n\n2. Prie également le Bureau de publier un atlas ;\n", "en": "Requests the Office to follow the situation;\n\n2. Also requests the Office to publish an atlas;\n",
    "es": "Solicita a la Oficina que siga la situación;\n\n2. Solicita también a la Oficina que publique un atlas;\n", "ru": "просит Управление следить за ситуацией;\n\n2. просит также Управление издать атлас;\n",
    "ar": "يطلب إلى المكتب أن يتابع الحالة؛\n\n2 - يطلب أيضا إلى المكتب أن ينشر أطلسا؛\n", "zh": "要求该司继续监测事态发展；\n\n2. 又要求该司出版地图集；\n",
}  # fmt: skip


def test_a_verb_that_a_text_always_renders_so_is_one_habit_and_not_two_slips() -> None:
    (habit,) = checked(REQUESTS, "D30")
    assert (habit.code, habit.severity, habit.odd) == ("D302", Severity.MINOR, "zh")
    assert "in 2 of 2 paragraphs" in habit.message("en") and "2 paragraphes sur 2" in habit.message("fr")
    (slip,) = checked(REQUESTS | {"zh": REQUESTS["zh"].replace("又要求", "又请")}, "D30")
    assert slip.severity is Severity.MAJOR
