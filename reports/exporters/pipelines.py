"""Findings for pipelines: SARIF 2.1.0 (OASIS, 2020) and JUnit XML as continuous integration servers read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from reports import __version__
from reports.checks import check_of
from reports.exporters.xml_text import xml_text
from reports.findings.model import Finding, Place, Severity
from reports.messages.catalogue import breakable, say
from reports.project.selection import Suppressed

_LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.NEUTRAL: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding], suppressed: Sequence[Suppressed], ui: str) -> str:
    """The findings as a SARIF log; what was suppressed is in it, marked with its justification."""
    codes = sorted({f.code for f in findings} | {s.finding.code for s in suppressed})
    run = {
        "tool": {"driver": {"name": "hexapla", "version": __version__, "rules": [_rule(code, ui) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, codes, ui) for f in findings] + [_suppressed(s, codes, ui) for s in suppressed],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, ui: str) -> dict[str, object]:
    check = check_of(code)
    if check is None:
        return {"id": code}
    return {
        "id": code,
        "name": check.title("en").title().replace(" ", ""),
        "shortDescription": {"text": check.title(ui)},
        "fullDescription": {"text": check.explanation(ui)},
        "properties": {"mqm": check.category},
    }


def _result(finding: Finding, codes: Sequence[str], ui: str) -> dict[str, object]:
    first, second = (finding.target or finding.source), (finding.source if finding.target else None)
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": _said(finding, first, ui)},
        "partialFingerprints": {"hexapla/v1": finding.fingerprint},
        "properties": {"severity": finding.severity.label, "confidence": finding.confidence},
    }
    if first is not None:
        result["locations"] = [_location(first, ui)]
    if second is not None:
        result["relatedLocations"] = [_location(second, ui)]
    return result


def _suppressed(entry: Suppressed, codes: Sequence[str], ui: str) -> dict[str, object]:
    accepted = entry.accepted
    why = f"{accepted.reason} ({accepted.author}, {accepted.date})" if accepted else entry.why
    return _result(entry.finding, codes, ui) | {"suppressions": [{"kind": "external", "justification": why}]}


def _said(finding: Finding, place: Place | None, ui: str) -> str:
    """Where people find it and what it is: viewers show the message, and beside it an offset in the file."""
    message = finding.message(ui)
    if place is None:
        return message
    return breakable(say("pipeline.said", ui, place=place.address, language=place.language, message=message))


def _where(place: Place, ui: str) -> str:
    """A paragraph as people find it, with the language of its version."""
    return breakable(say("pipeline.where", ui, place=place.address, language=place.language))


def _location(place: Place, ui: str) -> dict[str, object]:
    return {
        "message": {"text": _where(place, ui)},
        "physicalLocation": {
            "artifactLocation": {"uri": quote(Path(place.document).as_posix(), safe="/:", errors="surrogateescape")},
            "region": {
                "charOffset": place.span.start,
                "charLength": len(place.span),
                "snippet": {"text": place.quote},
            },
        },
        "logicalLocations": [{"name": place.paragraph, "kind": "element"}],
    }


def junit(title: str, findings: Sequence[Finding], suppressed: Sequence[Suppressed], ui: str) -> str:
    """The findings as JUnit XML: one failed case a finding, one skipped case for what was suppressed.

    Where there is no finding there is one case that passed, since a file without cases reads as a run that did not happen.
    """
    suite = Element("testsuite", name=xml_text(title), tests=str(max(1, len(findings) + len(suppressed))))
    suite.set("failures", str(len(findings)))
    suite.set("skipped", str(len(suppressed)))
    for finding in findings:
        case = _case(suite, finding, ui)
        failure = SubElement(case, "failure", type=finding.severity.label, message=xml_text(finding.message(ui)))
        quotes = [
            breakable(say("pipeline.quoted", ui, place=p.address, language=p.language, words=p.quote))
            for p in (finding.source, finding.target)
            if p
        ]
        failure.text = xml_text("\n".join([*quotes, finding.fingerprint]))
    for entry in suppressed:
        why = entry.accepted.reason if entry.accepted else entry.why
        SubElement(_case(suite, entry.finding, ui), "skipped", message=xml_text(why))
    if not findings and not suppressed:
        SubElement(suite, "testcase", classname="hexapla", name="no finding")
    root = Element("testsuites")
    root.append(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, finding: Finding, ui: str) -> Element:
    place, check = finding.target or finding.source, check_of(finding.code)
    what = f"{check.title(ui)}, " if check else ""
    where = _where(place, ui) if place else "–"
    return SubElement(
        suite, "testcase", classname=f"hexapla.{finding.code}", name=xml_text(f"{what}{where} {finding.fingerprint}")
    )
