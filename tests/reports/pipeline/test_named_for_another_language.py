"""A file that is named for one language and is in another is said in one row, and is no version. The texts are written for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.errors import InputError
from reports.findings.model import Finding, Severity
from reports.pipeline.case import Case, examine
from reports.pipeline.corpus.commands import check_corpus
from reports.pipeline.files import case_of_files
from reports.pipeline.project import case_of_project
from reports.pipeline.run_options import RunOptions
from reports.project.layout import open_project, versions_at

TEXTS = {
    "fr": "Le Conseil de sécurité,\n\nRappelant la Charte des Nations Unies,\n\n1. Décide que la mission prendra fin le 15 juillet 2027 ;\n\n2. Prie le Secrétaire général de lui faire rapport ;\n",
    "en": "The Security Council,\n\nRecalling the Charter of the United Nations,\n\n1. Decides that the mission shall end on 15 July 2027;\n\n2. Requests the Secretary-General to report to it;\n",
    "es": "El Consejo de Seguridad,\n\nRecordando la Carta de las Naciones Unidas,\n\n1. Decide que la misión terminará el 15 de julio de 2027;\n\n2. Solicita al Secretario General que le presente un informe;\n",
    "ru": "Совет Безопасности,\n\nссылаясь на Устав Организации Объединенных Наций,\n\n1. постановляет, что миссия завершится 15 июля 2027 года;\n\n2. просит Генерального секретаря представить ему доклад;\n",
}  # fmt: skip
pytestmark = pytest.mark.slow

FOLDERS = {"fr": "French", "en": "English", "es": "espagnol", "ru": "ru"}


def _folder(tmp_path: Path, named: str, text: str, languages: tuple[str, ...] = tuple(TEXTS)) -> Path:
    for code in languages:
        (tmp_path / f"{code}.md").write_text(TEXTS[text if code == named else code], encoding="utf-8")
    return tmp_path


def _checked(folder: Path) -> Case:
    pivot, *others = versions_at(folder)
    return case_of_files(pivot, others, of_folder=True)


def _reported(folder: Path) -> Case:
    return case_of_project(open_project(folder), RunOptions())


def _one(found: list[Finding], named: str) -> None:
    (finding,) = found
    assert (finding.code, finding.severity, finding.odd) == ("D501", Severity.CRITICAL, named)
    assert finding.touches(named) and not finding.touches("zh")


@pytest.mark.parametrize("made", [_checked, _reported])
@pytest.mark.parametrize(("named", "text"), [("fr", "en"), ("en", "es"), ("es", "ru"), ("ru", "fr")])
def test_a_text_in_another_language_than_its_name_says_is_one_finding_and_no_version(
    tmp_path: Path, made: object, named: str, text: str
) -> None:
    assert callable(made)
    case = made(_folder(tmp_path, named, text))
    assert named not in case.documents and len(case.documents) == 3
    found = examine(case).findings
    _one(found, named)
    assert f"{named}.md" in found[0].message("en") and f"{named}.md" in found[0].message("fr")


def test_where_nothing_is_left_to_compare_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"es\.md: is in fr, though it is named for es"):
        _checked(_folder(tmp_path, "es", "fr", ("fr", "es")))


def test_where_nothing_is_left_to_compare_a_report_shows_what_is_there_and_says_its_language(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    case = _reported(_folder(tmp_path, "es", "fr", ("fr", "es")))
    assert [*case.documents] == ["fr", "es"]
    assert "es.md is in fr, though it is named for es" in caplog.text


@pytest.mark.parametrize(("named", "text"), [("fr", "en"), ("en", "fr"), ("ru", "es")])
def test_a_file_in_the_folder_of_another_language_is_said_in_a_corpus_run_too(
    tmp_path: Path, named: str, text: str
) -> None:
    for code, folder in FOLDERS.items():
        path = tmp_path / "texts" / folder / "2799.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"# S/RES/2799(2026)\n\n{TEXTS[text if code == named else code]}", encoding="utf-8")
    result = check_corpus(tmp_path / "texts", tmp_path / "found.csv", ui="en")
    assert result.checked == 1 and not result.unusable
    assert [(r["code"], r["odd_language"]) for r in result.table.to_dicts()] == [("D501", named)]


def test_a_resolution_without_the_pivots_version_is_checked_with_another(tmp_path: Path) -> None:
    for code in ("en", "es", "ru"):
        path = tmp_path / "texts" / code / "2799.md"
        path.parent.mkdir(parents=True)
        text = TEXTS[code].replace("2027", "2028") if code == "ru" else TEXTS[code]
        path.write_text(f"# S/RES/2799(2026)\n\n{text}", encoding="utf-8")
    result = check_corpus(tmp_path / "texts", tmp_path / "found.csv", ui="en")
    assert [(r["code"], r["odd_language"]) for r in result.table.to_dicts()] == [("D202", "ru")]
