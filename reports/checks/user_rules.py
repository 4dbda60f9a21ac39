"""The user's own rules: a pattern in one version, and what its counterpart must or must not hold."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Paragraph, Resolution, Span
from reports.comparison.rows import Cell, Versions
from reports.findings.model import Finding, Place, place_of
from reports.messages.wording import language_name, quoted
from reports.project.settings import Rule


def rule_findings(versions: Versions) -> Iterator[Finding]:
    """The findings of every rule that speaks of languages at hand."""
    documents = {d.language: d for d in versions.documents}
    for rule in versions.settings.rules:
        if rule.language not in documents:
            continue
        if rule.counterpart is None or rule.counterpart_language is None:
            yield from forbidden_in(rule, documents[rule.language])
            continue
        for row in versions.rows:
            if rule.language in row.cells and rule.counterpart_language in row.cells:
                yield from _of_row(rule, row.cells[rule.language], row.cells[rule.counterpart_language])


def forbidden_in(rule: Rule, document: Resolution) -> Iterator[Finding]:
    """Where a pattern stands that has no counterpart named: the pattern itself is what is forbidden."""
    if rule.counterpart is not None or rule.language != document.language:
        return
    for paragraph in document.all_paragraphs():
        for match in rule.pattern.finditer(paragraph.text):
            place = place_of(document, paragraph, Span(match.start(), match.end()))
            yield _finding(rule, place, None, "")


def _of_row(rule: Rule, cell: Cell, other: Cell) -> Iterator[Finding]:
    assert rule.counterpart is not None
    for paragraph in cell.paragraphs:
        match = rule.pattern.search(paragraph.text)
        if match is None:
            continue
        found = _first(rule, other)
        if rule.required == (found is not None):
            continue
        place = place_of(cell.resolution, paragraph, Span(match.start(), match.end()))
        there = place_of(other.resolution, *found) if found else place_of(other.resolution, other.first)
        yield _finding(rule, place, there, rule.counterpart.pattern)


def _first(rule: Rule, cell: Cell) -> tuple[Paragraph, Span] | None:
    assert rule.counterpart is not None
    for paragraph in cell.paragraphs:
        match = rule.counterpart.search(paragraph.text)
        if match:
            return paragraph, Span(match.start(), match.end())
    return None


def _finding(rule: Rule, source: Place, target: Place | None, counterpart: str) -> Finding:
    messages = {}
    for ui in ("fr", "en"):
        where = ""
        if target is not None and rule.counterpart_language is not None:
            name = language_name(rule.counterpart_language, ui)
            if rule.required:
                where = (
                    f"{quoted(counterpart, ui)} manque en {name}"
                    if ui == "fr"
                    else f"{quoted(counterpart, ui)} is missing in {name}"
                )
            else:
                where = (
                    f"{quoted(target.quote, ui)} figure en {name}"
                    if ui == "fr"
                    else f"{quoted(target.quote, ui)} stands in {name}"
                )
        text = rule.reason[ui].rstrip(".")
        messages[ui] = f"{text}{(' : ' if ui == 'fr' else ': ') + where if where else ''}."
    return Finding(rule.code, rule.severity, source, target, messages, 1.0)
