"""The review works in a folder with findings, and has a journal; what a page did that it should not fails the test that opened it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.browser import TROUBLES
from tests.support.review import folder, journal

__all__ = ["folder", "journal"]


@pytest.fixture(autouse=True)
def pages_without_trouble(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing that a watched page should not do was noted; a test that failed leaves no page open to the ones behind it."""
    if "browser" not in request.fixturenames:
        yield
        return
    browser = request.getfixturevalue("browser")
    before = list(browser.contexts)
    TROUBLES.clear()
    yield
    for context in browser.contexts:
        if context not in before:
            context.close()
    assert TROUBLES == []
