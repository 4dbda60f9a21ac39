"""Akoma Ntoso whose conversion went wrong in places: numbers, lists, headings and annexes come out right all the same."""

from __future__ import annotations

import pytest

from corpora.model import Kind, Resolution
from corpora.reading import read_text
from corpora.text.list_levels import OpenLists
from corpora.text.numbering import parse_number
from reports.comparison.rows import compare_versions


def paragraph(words: str, number: str = "") -> str:
    mark = f"<num>{number}</num>" if number else ""
    return f'<paragraph>{mark}<content><p xml:space="preserve">{words}</p></content></paragraph>'


def act(words: str) -> str:
    """Words that open with a verb in italics."""
    verb, _, rest = words.partition(" ")
    return f'<span class="italic">{verb}</span> {rest}'


def specimen(*body: str, recitals: str = "", annex: str = "", code: str = "fra") -> Resolution:
    """A specimen, not a UN document."""
    organ = {"fra": "Le Conseil de sécurité,", "zho": "安全理事会，", "rus": "Совет Безопасности,"}[code]
    recital = {
        "fra": "Rappelant ses résolutions,",
        "zho": "回顾其以往各项决议，",
        "rus": "ссылаясь на свои резолюции,",
    }[code]
    annexes = f"<attachments><attachment><doc><mainBody>{annex}</mainBody></doc></attachment></attachments>"
    return read_text(
        f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="{code}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber>S/RES/9999 (2020)</docNumber></p></coverPage>
<preamble><formula><p>{organ}</p></formula><container><p>{recital}</p></container>{recitals}</preamble>
<mainBody>{"".join(body)}</mainBody>{annexes if annex else ""}</statement></akomaNtoso>""",
        name="specimen.xml",
    )


def ids(resolution: Resolution) -> list[str]:
    return [p.id for p in resolution.paragraphs]


def test_a_number_alone_belongs_to_the_paragraph_after_it() -> None:
    found = specimen(
        paragraph(act("Décide de proroger le mandat ;"), "1."),
        paragraph("", "2."),
        paragraph(act("Prie le Secrétaire général de faire rapport ;")),
        paragraph(act("Décide de rester saisi de la question."), "3."),
    )
    assert ids(found) == ["organ", "pp1", "op1", "op2", "op3"]
    second = found.paragraph("op2")
    assert (second.number, second.text) == ("2", "Prie le Secrétaire général de faire rapport ;")
    assert found.source[second.span.start : second.span.end].startswith("2.")
    assert not found.faults


def test_a_number_alone_above_a_list_keeps_its_list() -> None:
    found = specimen(
        paragraph("", "1."), paragraph("de proroger le mandat ;", "a)"), paragraph(act("Décide de rester saisi."), "2.")
    )
    assert ids(found) == ["organ", "pp1", "op1", "op1.a", "op2"]


def test_a_number_that_lost_its_point_is_taken_off_the_words() -> None:
    found = specimen(
        paragraph(act("Décide de proroger le mandat ;"), "1."),
        paragraph(f"2\t{act('Prie le Secrétaire général de faire rapport ;')}"),
        paragraph(act("Décide de rester saisi de la question."), "3."),
    )
    assert ids(found) == ["organ", "pp1", "op1", "op2", "op3"]
    assert found.paragraph("op2").text == "Prie le Secrétaire général de faire rapport ;"


@pytest.mark.parametrize(
    "words", ["2 rapports par an ;", "5 <i>Prie</i> le Secrétaire général ;", "2 Prie le Secrétaire ;"]
)
def test_a_figure_that_is_no_number_of_a_paragraph_stays(words: str) -> None:
    found = specimen(
        paragraph(act("Décide de ce qui suit :"), "1."),
        paragraph(words),
        paragraph(act("Décide de rester saisi."), "3."),
    )
    assert "op2" not in ids(found)
    assert found.paragraph("op1.+1").text[0] == words[0]


def test_two_paragraphs_run_into_one_are_two() -> None:
    one, two = act("Décide de proroger le mandat ;"), act("Prie le Secrétaire général de faire rapport ;")
    last = act("Décide de rester saisi.")
    found = specimen(paragraph(f"{one}\t2.\t{two}", "1."), paragraph(last, "3."))
    assert ids(found) == ["organ", "pp1", "op1", "op2", "op3"]
    assert found.paragraph("op1").text == "Décide de proroger le mandat ;"
    assert found.paragraph("op2").text == "Prie le Secrétaire général de faire rapport ;"
    # Where no number is missing, the figure belongs to the sentence.
    found = specimen(paragraph(f"{one}\t2.\t{two}", "1."), paragraph(last, "2."))
    assert ids(found) == ["organ", "pp1", "op1", "op2"]


def test_a_recital_may_list() -> None:
    items = "".join(f"<item><num>{n})</num><p>{w}</p></item>" for n, w in (("a", "la paix,"), ("b", "la sécurité,")))
    recital = f"<container><blockList><listIntroduction>Réaffirmant :</listIntroduction>{items}</blockList></container>"
    found = specimen(
        paragraph(act("Décide de rester saisi."), "1."),
        recitals=recital + "<container><p>Consciente de tout,</p></container>",
    )
    assert ids(found) == ["organ", "pp1", "pp2", "pp2.a", "pp2.b", "pp3", "op1"]
    assert found.paragraph("pp2.b").kind is Kind.ITEM


def test_a_recital_that_counts_what_it_lists_stays_one() -> None:
    items = "".join(f"<item><num>{n}.</num><p>{w}</p></item>" for n, w in (("1", "la paix,"), ("2", "la sécurité,")))
    recital = f"<container><blockList><listIntroduction>Réaffirmant :</listIntroduction>{items}</blockList></container>"
    found = specimen(
        paragraph(act("Décide de rester saisi."), "1."),
        recitals=recital + "<container><p>Consciente de tout,</p></container>",
    )
    assert ids(found) == ["organ", "pp1", "pp2", "pp3", "op1"]
    assert found.paragraph("pp2").text.endswith("la sécurité,")


def test_operative_paragraphs_that_stand_as_a_list_of_a_recital() -> None:
    first = f"<item><num>1.</num><p>{act('重申 其承诺；')}</p></item><item><num>2.</num><p>{act('促请 各国执行；')}</p></item>"
    recital = (
        f"<container><blockList><listIntroduction>又重申其立场，</listIntroduction>{first}</blockList></container>"
    )
    last = '<container><p>\t3\t<span class="bold">决定</span>继续处理此案。</p></container>'
    found = specimen(recitals=recital + last, code="zho")
    assert ids(found) == ["organ", "pp1", "pp2", "op1", "op2", "op3"]
    assert found.paragraph("op3").text == "决定继续处理此案。"


def test_a_heading_without_style_is_no_recital_and_no_text() -> None:
    found = specimen(
        paragraph("任务期限"),
        paragraph("决定延长任务期限；", "1."),
        paragraph("政治局势"),
        paragraph("决定继续处理此案。", "2."),
        code="zho",
    )
    assert ids(found) == ["organ", "pp1", "h1", "op1", "h2", "op2"]


def test_a_point_that_opens_with_a_verb_is_no_paragraph_where_no_number_is_missing() -> None:
    found = specimen(
        paragraph("决定任务如下：", "1."),
        paragraph("支持和平进程；"),
        paragraph("请各国提供协助；"),
        paragraph("决定继续处理此案。", "2."),
        code="zho",
    )
    assert ids(found) == ["organ", "pp1", "op1", "op1.+1", "op1.+2", "op2"]


def test_a_list_goes_on_below_a_heading() -> None:
    found = specimen(
        paragraph(act("Décide de ce qui suit :"), "1."),
        paragraph("protéger les civils ;", "a)"),
        '<paragraph class="H2"><heading>Réforme</heading></paragraph>',
        paragraph("appuyer la réforme ;", "b)"),
        paragraph(act("Décide de rester saisi."), "2."),
    )
    assert ids(found) == ["organ", "pp1", "op1", "op1.a", "h1", "op1.b", "op2"]


def test_note_before_a_colon_is_a_label_and_no_act() -> None:
    found = specimen(
        paragraph(act("Décide de rester saisi."), "1."),
        annex=paragraph("Annexe A")
        + paragraph("Armes de tout calibre ;", "1.")
        + paragraph("Note : sont exclus les lance-roquettes ;")
        + paragraph("Mortiers.", "2."),
    )
    assert ids(found)[3:] == ["annex.1", "annex.1.op1", "annex.1.op1.+1", "annex.1.op2"]


def test_annexes_with_letters_are_annexes() -> None:
    head = '<paragraph class="H1"><heading>{}</heading></paragraph>'
    found = specimen(
        paragraph("постановляет продолжать заниматься этим вопросом.", "1."),
        head.format("Приложение A"),
        code="rus",
        annex=paragraph("Ракеты;", "1.") + head.format("Приложение В") + paragraph("Каски;", "1."),
    )
    assert ids(found)[3:] == ["annex.1", "annex.1.op1", "annex.2", "annex.2.op1"]


def labels(*marks: str) -> list[str]:
    lists = OpenLists()
    numbers = [parse_number(f"{mark} x") for mark in marks]
    return [".".join(lists.place(number)) for number in numbers if number]


def test_marks_of_lists_are_the_same_in_all_languages() -> None:
    assert labels("(a)", "㈠", "㈡", "(b)") == ["a", "a.i", "a.ii", "b"]
    assert labels("أ)", "‘1’", "‘2’") == ["a", "a.i", "a.ii"]
    # Russian lists take Latin letters or Cyrillic ones, and are typed with the keys of either.
    assert labels("a)", "b)", "с)", "d)", "е)") == ["a", "b", "c", "d", "e"]
    assert labels("а)", "б)", "в)", "г)", "д)", "e)") == ["a", "b", "c", "d", "e", "f"]
    assert labels("ii)", "iii)") == ["ii", "iii"]


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>"])
def test_tables_and_headings_lose_no_words(cell: str) -> None:
    rows = "".join(
        f"<tr><td>{cell.format(state)}</td><td>{cell.format(share)}</td></tr>"
        for state, share in (("Albanie", "0,008"), ("Algérie", "0,138"))
    )
    table = f"<table><caption>Barème</caption><tr><th>État</th><th>Part</th></tr>{rows}</table>"
    found = specimen(
        "<crossHeading>Contributions</crossHeading>",
        f"<paragraph><num>1.</num><content><p>{act('Décide que le barème est le suivant :')}</p>{table}</content></paragraph>",
        table,
        paragraph(act("Décide de rester saisi."), "2."),
    )
    assert found.paragraph("h1").text == "Contributions"
    assert found.paragraph("op1").text == "Décide que le barème est le suivant :"
    words = [p.text for p in found.paragraphs if p.id.startswith("op1.+")]
    assert words == ["Barème", "État", "Part", "Albanie", "0,008", "Algérie", "0,138"] * 2


def test_what_stands_below_a_recital_binds_nobody() -> None:
    french = (
        "Le Conseil de sécurité,\n\nSachant :\n\na) la paix,\n\nb) la sécurité,\n\n1. Décide :\n\na) de rester saisi.\n"
    )
    english = (
        "The Security Council,\n\nMindful of:\n\n(a) Peace,\n\n(b) Security,\n\n1. Decides:\n\n(a) To remain seized.\n"
    )
    versions = compare_versions(read_text(french, "fr", "fr.md"), [read_text(english, "en", "en.md")])
    binds = {row.cells["fr"].first.id: row.operative for row in versions.rows if row.checked}
    assert binds == {"pp1": False, "pp1.a": False, "pp1.b": False, "op1": True, "op1.a": True}
