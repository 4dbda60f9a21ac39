"""The views of an open folder that look beyond it: what changed since another text, related texts of the library, threads of mandates."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reports.app.open_folders import OpenFolders
from tests.reports.app.test_pages import client, file_of, library, open_folders, page, shown, texts, with_library
from tests.support.library_texts import EARLIER, LATER, TEXTS

__all__ = ["client", "library", "open_folders", "texts", "with_library"]

pytestmark = pytest.mark.slow

DRAFT = "A/78/L.44"


def folder_with(place: Path, **files: str) -> Path:
    """A folder with versions by language, and below "before" those of an earlier text ("before_fr")."""
    (place / "before").mkdir(parents=True)
    for name, text in files.items():
        (place / f"{name.replace('_', '/')}.md").write_text(text, encoding="utf-8")
    if any(name.startswith("before") for name in files):
        (place / "hexapla.toml").write_text('[[related]]\nfolder = "before"\nplace = "earlier"\n', encoding="utf-8")
    return place


def opened(open_folders: OpenFolders, folder: Path) -> str:
    """The address of a folder, once it is open."""
    entry = open_folders.open(folder)
    entry.session()
    return f"w/{entry.key}/"


def compared(html: str) -> tuple[str, ...]:
    """The symbols in the heads of the two columns of a comparison."""
    return tuple(
        re.findall(r'<div class="cell head" data-lang=""[^>]*><b[^>]*>[^<]*</b> <small>([^<]*)</small>', html)[:2]
    )


def as_draft(code: str) -> str:
    """The later text before it was adopted: under the symbol of a draft, which the library has not."""
    return TEXTS[LATER][code].replace(LATER, DRAFT)


def test_a_draft_is_compared_with_what_the_library_says_it_continues(
    with_library: TestClient, open_folders: OpenFolders, tmp_path: Path
) -> None:
    place = opened(open_folders, folder_with(tmp_path / "d", fr=as_draft("fr"), en=as_draft("en")))
    for language, words in (("fr", "ports"), ("en", "ports")):
        changes = page(with_library, f"{place}resolution?tab=changes&language={language}")
        assert compared(changes) == (EARLIER, DRAFT) and words in shown(changes)
    assert file_of(with_library, f"{place}resolution?tab=changes&language=fr", "mandates.csv").content
    related = page(with_library, f"{place}resolution?tab=related&language=fr")
    assert EARLIER in shown(related) and f"{EARLIER} → {DRAFT}" in shown(related)
    (beside,) = re.findall(rf'href="\.\./\.\./({place}resolution\?tab=changes[^"]*with=A%2FRES%2F77%2F901)"', related)
    assert compared(page(with_library, unescape(beside))) == (EARLIER, DRAFT)
    threads = page(with_library, f"{place}resolution?tab=lineage&language=fr")
    assert f"{EARLIER} → {DRAFT}" in shown(threads)
    assert "adapted" in shown(threads)
    (step,) = re.findall(rf'href="\.\./\.\./({place}resolution\?tab=changes[^"]*)"', threads)
    assert compared(page(with_library, unescape(step))) == (EARLIER, DRAFT)


def test_a_folders_own_earlier_text_comes_first_and_another_can_be_named(
    with_library: TestClient, open_folders: OpenFolders, tmp_path: Path
) -> None:
    earlier = {f"before_{c}": TEXTS[EARLIER][c].replace(EARLIER, "A/RES/76/900") for c in ("fr", "en")}
    place = opened(open_folders, folder_with(tmp_path / "d", fr=as_draft("fr"), en=as_draft("en"), **earlier))
    for language in ("fr", "en"):
        changes = page(with_library, f"{place}resolution?tab=changes&language={language}")
        assert compared(changes) == ("A/RES/76/900", DRAFT)
    choosing = page(with_library, f"{place}resolution?tab=changes&language=fr&choose=1")
    assert "A/RES/76/900" in shown(choosing) and f'<option value="{EARLIER}">' in choosing
    other = page(with_library, f"{place}resolution?tab=changes&language=fr&with={EARLIER}")
    assert compared(other) == (EARLIER, DRAFT)
    assert "A/RES/1/1" in shown(page(with_library, f"{place}resolution?tab=changes&with=A/RES/1/1", 422))
    threads = shown(page(with_library, f"{place}resolution?tab=lineage&language=fr"))
    assert f"{EARLIER} → A/RES/76/900 → {DRAFT}" in threads or f"A/RES/76/900 → {EARLIER} → {DRAFT}" in threads


def test_what_is_lacking_is_said(client: TestClient, open_folders: OpenFolders, tmp_path: Path) -> None:
    place = opened(open_folders, folder_with(tmp_path / "d", fr=TEXTS[LATER]["fr"], en=TEXTS[LATER]["en"]))
    assert "holds no other text" in shown(page(client, f"{place}resolution?tab=changes"))
    assert "there is none yet" in shown(page(client, f"{place}resolution?tab=related", 422))
    assert "continues nothing" in shown(page(client, f"{place}resolution?tab=lineage", 422))
    assert "il n’y en a pas encore" in shown(page(client, f"{place}resolution?tab=related", 422), "fr")


def test_all_views_of_a_folder_are_one_click_away(
    client: TestClient, open_folders: OpenFolders, tmp_path: Path
) -> None:
    place = opened(open_folders, folder_with(tmp_path / "d", fr=TEXTS[LATER]["fr"], en=TEXTS[LATER]["en"]))
    for address in (place, f"{place}resolution?language=en", f"{place}resolution?tab=changes&language=en"):
        tabs = re.findall(r'<nav class="app-tabs".*?</nav>', page(client, address), re.DOTALL)[0]
        for tab in ("changes", "mandates", "deliverables", "lint", "related", "lineage"):
            assert f"tab={tab}" in tabs
