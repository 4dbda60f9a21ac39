"""Rows cut into lines of clauses, the counterparts of a finding's words, and the places where a version lacks them."""

from __future__ import annotations

import re

import pytest

from align.lexicon.column_votes import RowTexts
from corpora.languages import language
from corpora.model import Kind, Paragraph, Resolution
from corpora.reading import read_text
from reports.checks.runner import check_related, check_versions
from reports.comparison.renderings import renderings
from reports.comparison.rows import Versions, compare_related, compare_versions
from reports.exporters.html import render_report
from reports.exporters.html.clause_lines import LONG, clause_lines
from reports.exporters.html.views import SectionView, page_view
from reports.findings.model import Finding
from reports.project.selection import Selection
from tests.support.marks import unmarked

# One paragraph of three clauses and more, made for these tests.
LONG_TEXTS = {
    "en": "Requests the Secretary-General to submit to the Security Council, by 30 June 2031, a report on the protection of civilians in the "
    "region, including on the situation of women and children, and encourages all Member States to cooperate with the United "
    "Nations mission, to provide the necessary financial resources, and to refrain from any act of violence against humanitarian "
    "personnel, and decides to review the situation before the end of the year",
    "fr": "Prie le Secrétaire général de présenter au Conseil de sécurité, le 30 juin 2031 au plus tard, un rapport sur la protection des "
    "civils dans la région, y compris sur la situation des femmes et des enfants, et encourage tous les États Membres à coopérer avec "
    "la mission des Nations Unies, à fournir les ressources financières nécessaires, et à s'abstenir de tout acte de violence contre "
    "le personnel humanitaire, et décide d'examiner la situation avant la fin de l'année",
    "ru": "просит Генерального секретаря представить Совету Безопасности к 30 июня 2031 года доклад о защите гражданских лиц в регионе, "
    "в том числе о положении женщин и детей, и призывает все государства-члены сотрудничать с миссией Организации Объединенных "
    "Наций, предоставлять необходимые финансовые ресурсы и воздерживаться от любых актов насилия в отношении гуманитарного персонала, "
    "и постановляет рассмотреть ситуацию до конца года",
    "zh": "请秘书长至迟于2031年6月30日向安全理事会提交一份关于保护该区域平民的报告，包括妇女和儿童的状况，并鼓励所有会员国与联合国特派团合作，"
    "提供必要的财政资源，不对人道主义人员采取任何暴力行为，并决定在年底前审查局势",
}  # fmt: skip
FORMULAS = {
    "en": "The Security Council,",
    "fr": "Le Conseil de sécurité,",
    "ru": "Совет Безопасности,",
    "zh": "安全理事会，",
}


def texts() -> dict[str, Resolution]:
    return {code: read_text(f"{FORMULAS[code]}\n\n1. {body}.", code, f"{code}.md") for code, body in LONG_TEXTS.items()}


@pytest.fixture(scope="module")
def sides() -> dict[str, Paragraph]:
    return {c: next(p for p in r.paragraphs if p.kind is Kind.OPERATIVE) for c, r in texts().items()}


def test_lines_hold_every_character_once_and_none_is_long(sides: dict[str, Paragraph]) -> None:
    columns = {c: ([p], language(c)) for c, p in sides.items()}
    words = RowTexts({c: p.text for c, p in sides.items()}, {c: language(c) for c in sides})
    lines = clause_lines(columns, words)
    assert len(lines) > 1
    for code, paragraph in sides.items():
        parts = [paragraph.text[s.start : s.end] for line in lines for _, s in line[code]]
        assert "".join(parts) == paragraph.text
        assert all(len(part) <= 1.5 * LONG for part in parts)


def test_what_corresponds_stands_in_one_line(sides: dict[str, Paragraph]) -> None:
    columns = {c: ([p], language(c)) for c, p in sides.items()}
    words = RowTexts({c: p.text for c, p in sides.items()}, {c: language(c) for c in sides})
    lines = [
        {code: "".join(p.text[s.start : s.end] for p, s in line[code]) for code in sides}
        for line in clause_lines(columns, words)
    ]
    for said in (
        ("2031", "2031", "2031", "2031"),
        ("children", "enfants", "детей", "儿童"),
        ("decides", "décide", "постановляет", "决定"),
    ):
        holding = [line for line in lines if said[0] in line["en"]]
        assert len(holding) == 1
        assert all(word in holding[0][code] for code, word in zip(("en", "fr", "ru", "zh"), said, strict=True))


def test_a_short_row_is_one_line() -> None:
    paragraph = next(
        p
        for p in read_text("The General Assembly,\n\n1. Decides to meet.", "en", "a.md").paragraphs
        if p.kind is Kind.OPERATIVE
    )
    assert (
        len(
            clause_lines(
                {"en": ([paragraph], language("en"))}, RowTexts({"en": paragraph.text}, {"en": language("en")})
            )
        )
        == 1
    )


def test_every_version_has_a_place_for_the_words_of_a_finding(six: Versions, found: list[Finding]) -> None:
    looked = 0
    for finding in found:
        names = {(p.document, p.paragraph) for p in (finding.source, finding.target) if p}
        for row in six.rows:
            here = {(c.resolution.name, p.id) for c in row.cells.values() for p in c.paragraphs}
            if names <= here and all(p is None or len(p.quote) < 40 for p in (finding.source, finding.target)):
                quoted = {p.language for p in (finding.source, finding.target) if p}
                assert {r.language for r in renderings(finding, row)} == set(row.cells) - quoted
                looked += 1
    assert looked > 3


def test_the_date_is_found_in_the_versions_that_are_not_quoted(six: Versions, found: list[Finding]) -> None:
    dated = next(f for f in found if f.code == "D202" and f.source)
    row = next(r for r in six.rows if any(p.id == dated.source.paragraph for p in r.cells["fr"].paragraphs))  # type: ignore[union-attr]
    said = {r.language: r.paragraph.text[r.span.start : r.span.end] for r in renderings(dated, row)}
    assert "2001" in said["ru"] and "2001" in said["zh"] and said["ar"]


def test_a_word_that_went_leaves_a_caret_and_a_redline_has_both() -> None:
    head = "Le Conseil de sécurité,\n\n"
    act = "Prie le Secrétaire général de présenter {}un rapport sur la protection des civils et des biens culturels de la région"
    earlier = read_text(f"{head}1. {act.format('sans tarder ')}.", "fr", "a.md")
    later = read_text(f"{head}1. {act.format('')}.", "fr", "b.md")
    pair = compare_related(earlier, later)
    page = render_report(None, None, [(pair, Selection(check_related(pair), []))], "fr")
    assert re.search(r'data-column-index="1".*?<span class="caret lacks \w+" data-r="[\w .-]+"', page, re.DOTALL)
    inline = page[page.index('class="cell inline"') :]
    assert re.search(r'<(?:mark class="f \w+ del"|del)[^>]*>sans tarder', inline)


def test_a_version_without_the_paragraph_has_a_caret_in_its_column(six: Versions, found: list[Finding]) -> None:
    page = render_report(six, Selection(found, []), [], "en")
    assert re.search(r'<div class="cell empty"[^>]*><span class="caret lacks" role="img"[^>]* data-r="[\w .-]+"', page)


def test_paragraphs_without_findings_are_folded(sample: dict[str, Resolution]) -> None:
    versions = compare_versions(sample["fr"], [sample["en"]])
    page = render_report(versions, Selection(check_versions(versions), []), [], "en")
    assert 'class="fold"' in page and "paragraphs without findings" in page


def test_a_long_paragraph_that_is_quoted_whole_has_a_line_at_its_side() -> None:
    """A recital that is gone, and one that moved: no words of them are marked, and no column is without a sign."""
    head, tail = "Le Conseil de sécurité,\n\n", "1. Décide de rester saisi de la question."
    recital = "Saluant les efforts faits par les autorités nationales pour rétablir, avec l'aide de la communauté internationale et des pays voisins, les services publics et la justice dans toutes les provinces,\n\n"
    other = "Rappelant ses résolutions antérieures sur la protection des civils,\n\n"
    pair = compare_related(
        read_text(head + other + recital + tail, "fr", "a.md"), read_text(head + other + tail, "fr", "b.md")
    )
    found = check_related(pair)
    assert unmarked(pair, found) == []
    page = render_report(None, None, [(pair, Selection(found, []))], "fr")
    assert re.search(r'<p class="paragraph kind-preambular whole-mark \w+" data-f="[\w.-]+">Saluant', page)


def test_no_column_is_without_a_mark(six: Versions, found: list[Finding]) -> None:
    assert len(found) == 10
    assert unmarked(six, found) == []


def test_one_long_paragraph_without_findings_is_folded_alone(six: Versions) -> None:
    page = page_view(six, Selection([], []), [])
    folded = SectionView("versions", {}, (), (max(page.sections[0].rows, key=lambda row: row.shown.length),))
    assert [folds for folds, _ in folded.blocks] == [True]
    short = SectionView("versions", {}, (), (min(page.sections[0].rows, key=lambda row: row.shown.length),))
    assert [folds for folds, _ in short.blocks] == [False]
