"""What stands beside a finding: how the record rendered its words before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from corpora.model import Resolution
from reports.comparison.memory import Memory, Precedent
from reports.comparison.rows import Versions
from reports.findings.model import Finding, Place, Severity
from reports.messages.phrases import Phrase
from reports.messages.wording import shortened

_LONGEST = 160
"""Characters of a quote from which it is a passage, which a reader looks up whole: as many as a finding shows of one."""
_QUOTED = 60
"""Characters that are quoted of it: as D406 quotes."""
_SAY_IT = ("D405", "D406")
"""The checks that name an earlier text themselves."""


def with_precedents(findings: list[Finding], versions: Versions) -> list[Finding]:
    """The findings, each with how the record rendered the words of the other version in that of the odd one, where it says so.

    Only where the record has the whole sentence, or, for grave findings, the phrase: what is asked of the record takes time.
    """
    if versions.memory is None:
        return findings
    documents = {document.language: document for document in versions.documents}
    return [_with_precedent(finding, documents, versions.memory) for finding in findings]


def _with_precedent(finding: Finding, documents: Mapping[str, Resolution], memory: Memory) -> Finding:
    source, target = finding.source, finding.target
    if source is None or target is None or source.language == target.language or finding.code in _SAY_IT:
        return finding
    found = _precedent(source, target.language, documents, memory, anywhere=finding.severity >= Severity.MAJOR)
    if found is None:
        return finding
    note = Phrase(
        "record.precedent",
        {
            "words": shortened(source.quote, _QUOTED),
            "said": shortened(found.words, _QUOTED),
            "language": target.language,
            "symbol": found.symbol,
            "paragraph": found.address or found.paragraph,
            "count": found.count,
        },
    )
    return replace(finding, notes=(*finding.notes, note))


def _precedent(
    place: Place, other: str, documents: Mapping[str, Resolution], memory: Memory, *, anywhere: bool
) -> Precedent | None:
    document = documents.get(place.language)
    if document is None or not place.quote.strip() or len(place.inside) > _LONGEST:
        return None
    paragraph = next((p for p in document.all_paragraphs() if p.id == place.paragraph), None)
    if paragraph is None or place.inside.end > len(paragraph.text):
        return None
    return memory.precedent(paragraph.text, place.inside, place.language, other, anywhere=anywhere)
