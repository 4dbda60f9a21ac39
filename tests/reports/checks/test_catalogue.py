"""The checks as a whole: codes, titles, explanations."""

from __future__ import annotations

from reports.checks import all_checks


def test_every_check_explains_itself() -> None:
    codes = [check.code for check in all_checks()]
    assert len(codes) == len(set(codes)) and codes == sorted(codes)
    required = "D101 D102 D103 D105 D201 D202 D203 D204 D301 D302 D305 D404 M101 M102 M103 M104 M105 M106 M201 M202 M203 M204 M206 M208 M209"
    assert set(required.split()) <= set(codes)
    for check in all_checks():
        assert all(part in check.explanation("en") for part in ("What:", "Why:", "Example:")), check.code
        assert len(check.explanation("en").splitlines()) == len(check.explanation("fr").splitlines()) == 5, check.code
        assert "Pourquoi\u00a0:" in check.explanation("fr") and check.title("fr") and check.title("en"), check.code
        assert check.category and check.since and check.runs_in, check.code
