"""The language data: whole, shared, and rich enough."""

from __future__ import annotations

import pytest

from corpora.annotation.verbs import equivalent, find_verbs, force_step, main_concept
from corpora.languages import available, concepts, expand, language
from corpora.languages.detection import detect_language
from corpora.model import Kind, Resolution
from tests.support.sample import LANGUAGES


def test_six_languages_and_sixty_concepts_each() -> None:
    assert available() == LANGUAGES
    for code in LANGUAGES:
        operative = {c for forms in language(code).forms.values() for f in forms if f.operative for c in f.concepts}
        assert len(set(language(code).verbs)) >= 60
        assert operative <= set(concepts())


def test_every_concept_states_kind_force_and_source() -> None:
    kinds = {"decide", "direct", "urge", "support", "neutral", "criticise", "restate"}
    for concept in concepts().values():
        assert concept.kind in kinds
        assert concept.force >= 1
        assert concept.source in ("ours", "gruenberg")


@pytest.mark.parametrize("code", LANGUAGES)
def test_sections_that_every_language_has(code: str) -> None:
    data = language(code)
    assert {"ECOSOC", "GA", "SC"} <= set(data.organs)
    assert set(data.qualifiers) == set(language("fr").qualifiers)
    assert set(data.names) == set(language("fr").names)
    assert set(data.verbs) == set(concepts())


def test_expand_spells_out_alternatives() -> None:
    assert list(expand("se déclare (|profondément )(préoccupé|préoccupée)")) == [
        "se déclare préoccupé", "se déclare préoccupée", "se déclare profondément préoccupé", "se déclare profondément préoccupée"
    ]  # fmt: skip


FRENCH = {
    "prie": "request", "prie instamment": "urge", "prie de nouveau": "request", "exige": "demand", "décide": "decide",
    "invite": "invite", "exhorte": "urge", "encourage": "encourage", "recommande": "recommend", "souligne": "stress",
    "réaffirme": "reaffirm", "prend note": "take_note", "prend note avec satisfaction": "note_with_satisfaction",
    "se félicite": "welcome", "accueille avec satisfaction": "welcome", "condamne": "condemn", "autorise": "authorize",
    "charge": "instruct", "rappelle": "recall", "approuve": "approve", "félicite": "praise", "déplore": "deplore",
}  # fmt: skip


@pytest.mark.parametrize(("words", "concept"), FRENCH.items())
def test_french_verbs_named_in_the_field(words: str, concept: str) -> None:
    verb = find_verbs(words.capitalize() + " le Secrétaire général", language("fr"), Kind.OPERATIVE)[0]
    assert concept in verb.concepts
    assert verb.form.startswith(words.split()[0])


@pytest.mark.parametrize(
    "chain", ["également", "en outre", "à nouveau", "de nouveau", "également en outre", "à cet égard", ", à cet égard,"]
)
def test_adverb_chains_belong_to_the_verb(chain: str) -> None:
    gap = "" if chain.startswith(",") else " "
    verb = find_verbs(f"Souligne{gap}{chain} que le Centre devrait", language("fr"), Kind.OPERATIVE)[0]
    assert verb.form == "souligne"
    assert verb.text.rstrip(",").endswith(chain.strip(", "))
    assert verb.repeated is ("nouveau" in chain)


def test_adverbs_inside_a_form() -> None:
    verb = find_verbs("Prend également note avec satisfaction du rapport", language("fr"), Kind.OPERATIVE)[0]
    assert verb.form == "prend note avec satisfaction"


PAIRS = [
    ("fr", "Prie", "en", "Requests", True), ("fr", "Prie", "en", "Invites", False), ("fr", "Engage", "en", "Encourages", True),
    ("fr", "Demande", "en", "Calls upon", True), ("fr", "Exige", "en", "Demands", True), ("fr", "Décide", "en", "Notes", False),
    ("fr", "Prie instamment", "en", "Urges", True), ("fr", "Souligne", "ru", "подчеркивает", True),
    ("fr", "Prie", "ru", "просит", True), ("fr", "Prie", "es", "Pide", True), ("fr", "Prie", "zh", "请", True),
    ("fr", "Prie", "ar", "يطلب", True), ("fr", "Prie", "ar", "تطلب", True), ("fr", "Se félicite", "zh", "欢迎", True),
    ("fr", "Condamne", "es", "Acoge con beneplácito", False), ("fr", "Réaffirme", "ru", "вновь подтверждает", True),
    ("fr", "Autorise", "ar", "يأذن", True), ("fr", "Décide", "zh", "注意到", False),
]  # fmt: skip


@pytest.mark.parametrize(("code_a", "a", "code_b", "b", "same"), PAIRS)
def test_verbs_that_render_each_other(code_a: str, a: str, code_b: str, b: str, same: bool) -> None:
    first = find_verbs(a + " x", language(code_a), Kind.OPERATIVE)[0]
    second = find_verbs(b + " x", language(code_b), Kind.OPERATIVE)[0]
    assert equivalent(first, second) is same


def test_force_is_compared_within_a_kind_only() -> None:
    def verb(text: str, code: str = "fr"):  # type: ignore[no-untyped-def]
        return find_verbs(text + " x", language(code), Kind.OPERATIVE)[0]

    assert (force_step(verb("Encourage"), verb("Prie instamment")) or 0) > 0
    assert (force_step(verb("Prie instamment"), verb("Invite")) or 0) < 0
    assert force_step(verb("Décide"), verb("Se félicite")) is None
    assert force_step(verb("Condamne"), verb("Condamne énergiquement")) == 1
    assert main_concept(verb("Strongly urges", "en")).kind == "urge"


@pytest.mark.parametrize("code", LANGUAGES)
def test_language_of_single_paragraphs(sample: dict[str, Resolution], code: str) -> None:
    for paragraph in sample[code].paragraphs:
        if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
            assert detect_language(paragraph.text) == code


@pytest.mark.parametrize(
    "text",
    [
        "شورای امنیت از همه کشورهای عضو می‌خواهد تا گزارش خود را در مورد اجرای این تصمیم ارائه کنند و با دبیرکل همکاری نمایند.",
        "سلامتی کونسل نے تمام رکن ممالک سے کہا ہے کہ وہ اس فیصلے پر عمل درآمد کے بارے میں اپنی رپورٹ پیش کریں۔",
        "安全保障理事会は、すべての加盟国に対し、この決議の実施に関する報告書を提出するよう要請する。",
        "מועצת הביטחון קוראת לכל המדינות החברות להגיש דוח על יישום ההחלטה ולשתף פעולה עם המזכיר הכללי.",
    ],
    ids=["Persian", "Urdu", "Japanese", "Hebrew"],
)
def test_a_language_that_shares_a_script_is_not_taken_for_the_one_that_is_covered(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "تدعو الدول الأعضاء إلى تقديم تقارير عن تنفيذ هذا القرار والتعاون مع الأمين العام في متابعته؛",
        "تدعو الدول الأعضاء إلی تقديم تقارير عن تنفيذ هذا القرار والتعاون مع الأمين العام في متابعته فی کل عام؛",
        "مؤتمر القمة الإقليمي الاستثنائي",
        "请会员国提交执行本决议的报告。",
    ],
    ids=["Arabic", "Arabic with Persian letters", "a short heading", "Chinese"],
)
def test_what_is_covered_is_still_told(text: str) -> None:
    assert detect_language(text) in ("ar", "zh")
