"""Where people find a paragraph, in six languages and put in English and French. The texts are made for these tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpora.mandates.extraction import address_of_act, mandates_of
from corpora.model import Address, Kind, Resolution, Step
from corpora.reading import read_resolution, read_text
from corpora.structure.addresses import address_of
from reports.messages.catalogue import say_address, say_addresses, say_way
from tests.corpora.structure.test_divisions import TEXTS
from tests.corpora.structure.test_embedded_drafts import COUNCIL, DRAFT
from tests.support.sample import SAMPLE

EN = """The General Assembly,

Recalling its resolution 70/174,

Noting the following:

(a) The report;

(b) The letter,

1. Requests the Secretary-General:

(a) To build bridges:

(i) Of wood;

(ii) Of stone;

(b) To report on:

– Rivers;

– Lakes;

2. Decides to meet every year, and requests Member States to cross;

2. Decides to remain seized of the matter.

Annex I

Charter

Annex II

Article 5

1. All bridges are equal.
"""


def said(resolution: Resolution, ui: str) -> dict[str, str]:
    return {
        p.id: say_address(address_of(resolution, p.id), ui).replace("\xa0", " ") for p in resolution.all_paragraphs()
    }


@pytest.fixture(scope="module")
def text() -> Resolution:
    return read_text(EN, "en", "bridges.en.md")


def test_addresses_in_english(text: Resolution) -> None:
    found = said(text, "en")
    assert found["pp2"] == "preambular para. 2"
    assert found["pp2.b"] == "preambular para. 2 (b)"
    assert found["op1"] == "para. 1"
    assert found["op1.a.ii"] == "para. 1 (a) (ii)"
    assert found["op1.b.dash2"] == "para. 1 (b), 2nd dash"
    assert (found["op2"], found["op2-2"]) == ("para. 2", "para. 2 (2nd)")
    assert found["annex.2"] == "annex II"
    assert found["annex.2.article5.op1"] == "annex II, art. 5, para. 1"


def test_addresses_in_french(text: Resolution) -> None:
    found = said(text, "fr")
    assert found["pp1"] == "1er alinéa du préambule"
    assert found["pp2.b"] == "2e alinéa du préambule b)"
    assert found["op1.a.ii"] == "par. 1 a) ii)"
    assert found["op1.b.dash1"] == "par. 1 b), 1er tiret"
    assert found["annex.2.article5.op1"] == "annexe II, art. 5, par. 1"


@pytest.mark.parametrize("code", sorted(COUNCIL))
def test_a_draft_resolution_has_addresses_of_its_own(code: str) -> None:
    organ, recommends, seized = COUNCIL[code]
    title, assembly, recital, first, second = DRAFT[code]
    lines = [organ, f"1. {recommends}", title, assembly, recital, f"1. {first}", f"2. {second}", f"2. {seized}"]
    found = said(read_text("\n\n".join(lines), code, f"draft.{code}.md"), "en")
    assert found["op1"] == "para. 1"
    assert found["op1.draft.pp1"] == "draft resolution, preambular para. 1"
    assert found["op1.draft.op2"] == "draft resolution, para. 2"


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_articles_are_found_in_every_language(code: str) -> None:
    formula, act, annex, title, article, one, two, *_ = TEXTS[code]
    text = read_text("\n\n".join([formula, act, annex, title, article, one, two]), code, f"charter.{code}.md")
    assert said(text, "fr")["annex.1.article1.op2"] == "annexe, art. 1, par. 2"


def test_versions_of_a_resolution_have_the_same_addresses() -> None:
    every = [said(read_resolution(SAMPLE / f"{code}.md"), "en") for code in ("fr", "en", "es", "ru", "ar", "zh")]
    shared = set.intersection(*(set(found) for found in every))
    assert len(shared) > 20
    assert all(len({found[name] for found in every}) == 1 for name in shared)


def test_no_two_paragraphs_have_one_address(text: Resolution) -> None:
    named = [p.id for p in text.paragraphs if p.kind is not Kind.TITLE]
    found = said(text, "en")
    assert len({found[name] for name in named}) == len(named)


def test_acts_are_told_apart(text: Resolution) -> None:
    acts = {m.id: say_address(address_of_act(text, m), "en").replace("\xa0", " ") for m in mandates_of(text)}
    assert acts["op2#1"] == "para. 2"
    assert "para. 2, 2nd act" in acts.values()


def test_what_is_not_known_is_shown_by_its_id(text: Resolution) -> None:
    assert say_address(address_of(text, "op77"), "fr") == "op77"
    assert str(address_of(text, "op1")) == "op1"
    assert say_addresses([Address("x"), Address("x"), Address("y")], "en") == "x / y"
    assert say_way([Address("x"), Address("y")], [Address("z")], "en") == "x + y → z"


def test_a_way_in_few_words_says_once_what_its_numbers_are_of(text: Resolution) -> None:
    third, fourth = (Address(f"pp{k}", (Step("preambular", count=k),)) for k in (3, 4))
    act, point = (address_of(text, name) for name in ("op1", "op2"))
    listed = [Address(p.id, (*p.steps, Step("item", number="a"))) for p in (act, point)]

    def said(before: Sequence[Address], after: Sequence[Address], ui: str) -> str:
        return say_way(before, after, ui, short=True).replace("\xa0", " ")

    assert said([third], [fourth], "en") == "preambular para. 3 → 4"
    assert said([third], [fourth], "fr") == "3e → 4e alinéa du préambule"
    assert said([third, fourth], [third], "en") == "preambular para. 3 + 4 → 3"
    assert said([], [third], "en") == "preambular para. 3"
    # What is of another part, or has no number, keeps its name; an item is never taken for one.
    assert said([third], [act], "en") == "preambular para. 3 → para. 1"
    assert said([Address("t", (Step("title"),))], [Address("t", (Step("title"),))], "en") == "title → title"
    assert said([listed[0]], [listed[1]], "fr") == "par. 1 a) → 2 a)"
