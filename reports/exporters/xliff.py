"""XLIFF 2.1 for one pair of languages, findings as ITS localization quality issues.

Elements: "XLIFF Version 2.1", OASIS, 2018, with its ITS module (5.9) and metadata module (5.6); issue types: ITS 2.0,
"Localization Quality Issue", W3C, 2013. Severity is ITS's 0 to 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from corpora.model import Span
from reports.checks import check_of
from reports.comparison.rows import Versions
from reports.exporters.base import Content, Exported, ExportedFile, ExportRequest
from reports.exporters.units import QuotedStretch, Unit, UnitText, version_units
from reports.exporters.xml_text import xml_text
from reports.findings.model import Finding, Severity

CORE = "urn:oasis:names:tc:xliff:document:2.0"
ITS = "http://www.w3.org/2005/11/its"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SEVERITY = {Severity.CRITICAL: 100, Severity.MAJOR: 75, Severity.MINOR: 50, Severity.NEUTRAL: 10}
_TYPES = {
    "omission": "omission",
    "addition": "addition",
    "untranslated": "untranslated",
    "number": "numbers",
    "date": "inconsistent-entities",
    "reference": "inconsistent-entities",
    "terminology": "terminology",
    "duplication": "duplication",
    "mistranslation": "mistranslation",
    "typography": "typographical",
    "punctuation": "typographical",
    "locale convention": "locale-violation",
    "style": "inconsistency",
    "numbering": "inconsistency",
}
"""A word of a check's MQM category to the ITS type; the first that stands in it counts."""
_TYPE_PATTERNS = tuple((re.compile(rf"\b{word}\b"), kind) for word, kind in _TYPES.items())


def issue_type(finding: Finding) -> str:
    """The ITS issue type of a finding."""
    check = check_of(finding.code)
    category = check.category if check else ""
    return next((kind for pattern, kind in _TYPE_PATTERNS if pattern.search(category)), "other")


def xliff(versions: Versions, code: str, findings: Sequence[Finding], level: str = "paragraph") -> str:
    """The pivot with the version ``code``: one unit a row (or clause), a target where the version has one."""
    for prefix, name in (("", CORE), ("its", ITS), ("mda", METADATA)):
        register_namespace(prefix, name)
    pivot = versions.pivot
    root = Element(f"{{{CORE}}}xliff", version="2.1", srcLang=pivot.language, trgLang=code)
    root.set(f"{{{ITS}}}version", "2.0")
    file = _core(root, "file", id="f1", original=xml_text(pivot.label))
    here = [f for f in findings if all(p.language in (pivot.language, code) for p in (f.source, f.target) if p)]
    count = 0
    for unit in version_units(versions, here, level):
        if pivot.language in unit.parts:
            count += 1
            _Writer(file, count, unit, pivot.language, code, pivot.symbol).write()
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _core(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, f"{{{CORE}}}{tag}", attributes)


@dataclass
class _Writer:
    """Writes one unit: metadata, issues, notes, then the segment, as the schema wants them."""

    file: Element
    index: int
    unit: Unit
    pivot: str
    code: str
    symbol: str | None

    def write(self) -> None:
        element = _core(self.file, "unit", id=f"u{self.index}", name=xml_text(self.unit.id))
        self._metadata(element)
        sides = [("source", self.unit.parts[self.pivot])]
        if self.code in self.unit.parts:
            sides.append(("target", self.unit.parts[self.code]))
        clusters = {side: _clusters(part.marks) for side, part in sides}
        for side, found in clusters.items():
            for i, (_, marked) in enumerate(found, 1):
                self._issues(element, f"lqi-{self.index}-{side}-{i}", marked)
        if self.unit.findings:
            notes = _core(element, "notes")
            for i, finding in enumerate(self.unit.findings, 1):
                note = _core(notes, "note", id=f"n{i}", category="hexapla")
                note.text = xml_text(f"{finding.code} {finding.severity.label}: {finding.message('en')}")
        segment = _core(element, "segment", id="s1")
        for side, part in sides:
            self._side(_core(segment, side), side, part, clusters[side])

    def _metadata(self, element: Element) -> None:
        group = SubElement(
            SubElement(element, f"{{{METADATA}}}metadata"), f"{{{METADATA}}}metaGroup", category="hexapla"
        )
        values = {"document-symbol": self.symbol or "", "paragraph-id": self.unit.id, "kind": self.unit.kind}
        for name, value in values.items():
            if value:
                SubElement(group, f"{{{METADATA}}}meta", type=name).text = xml_text(value)

    def _issues(self, element: Element, name: str, marked: Sequence[Finding]) -> None:
        issues = SubElement(element, f"{{{ITS}}}locQualityIssues")
        issues.set(_XML_ID, name)
        for finding in marked:
            SubElement(
                issues,
                f"{{{ITS}}}locQualityIssue",
                locQualityIssueType=issue_type(finding),
                locQualityIssueComment=xml_text(f"{finding.code}: {finding.message('en')}"),
                locQualityIssueSeverity=str(_SEVERITY[finding.severity]),
            )

    def _side(
        self, element: Element, side: str, part: UnitText, clusters: Sequence[tuple[Span, Sequence[Finding]]]
    ) -> None:
        last: Element | None = None
        place = 0
        for i, (span, _) in enumerate(clusters, 1):
            _append(element, last, part.text[place : span.start])
            last = _core(element, "mrk", id=f"m{side[0]}{i}", type="its:any")
            last.set(f"{{{ITS}}}locQualityIssuesRef", f"#its=lqi-{self.index}-{side}-{i}")
            last.text = xml_text(part.text[span.start : span.end])
            place = span.end
        _append(element, last, part.text[place:])


def _append(element: Element, last: Element | None, text: str) -> None:
    if last is None:
        element.text = (element.text or "") + xml_text(text)
    else:
        last.tail = (last.tail or "") + xml_text(text)


def _clusters(marks: Sequence[QuotedStretch]) -> list[tuple[Span, list[Finding]]]:
    """Marks that overlap as one, since XML's elements cannot; empty ones are left out."""
    out: list[tuple[Span, list[Finding]]] = []
    for mark in sorted((m for m in marks if len(m.span)), key=lambda m: m.span):
        if out and mark.span.start < out[-1][0].end:
            span, found = out[-1]
            out[-1] = (Span(span.start, max(span.end, mark.span.end)), [*found, mark.finding])
        else:
            out.append((mark.span, [mark.finding]))
    return out


class XliffExporter:
    """XLIFF, which takes two languages: several versions become ``NAME.CODE.xlf``, a file a language."""

    suffixes = (".xlf",)
    takes = frozenset({Content.VERSIONS})

    def files(self, given: Exported, request: ExportRequest) -> Iterator[ExportedFile]:
        """A file for each version beside the pivot."""
        versions, output = given.one_set, request.output
        for other in versions.others:
            name = output if len(versions.others) == 1 else output.with_suffix(f".{other.language}.xlf")
            yield name, xliff(versions, other.language, given.selection.findings, request.level)


EXPORTER = XliffExporter()
