"""The user's own rules: a pattern in one version, and what its counterpart must or must not hold."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.model import Paragraph, Resolution, Span
from reports.comparison.rows import Cell, Versions
from reports.findings.model import Finding, Place, place_of
from reports.messages.phrases import Fact, UserText
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
            place = place_of(document, paragraph, match)
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
        place = place_of(cell.resolution, paragraph, match)
        there = place_of(other.resolution, *found) if found else place_of(other.resolution, other.first)
        yield _finding(rule, place, there, rule.counterpart.pattern)


def _first(rule: Rule, cell: Cell) -> tuple[Paragraph, Span] | None:
    assert rule.counterpart is not None
    for paragraph in cell.paragraphs:
        match = rule.counterpart.search(paragraph.text)
        if match:
            return paragraph, match
    return None


def _finding(rule: Rule, source: Place, target: Place | None, counterpart: str) -> Finding:
    facts: dict[str, Fact] = {"reason": UserText({ui: text.rstrip(".") for ui, text in rule.reason.items()})}
    if target is None or rule.counterpart_language is None:
        return Finding(
            code=rule.code,
            severity=rule.severity,
            source=source,
            target=target,
            sentence="rule.plain",
            facts=facts,
            confidence=1.0,
        )
    facts["language"] = rule.counterpart_language
    facts |= {"counterpart": counterpart} if rule.required else {"found": target.quote}
    message = "rule.required" if rule.required else "rule.forbidden"
    return Finding(
        code=rule.code,
        severity=rule.severity,
        source=source,
        target=target,
        sentence=message,
        facts=facts,
        confidence=1.0,
    )
