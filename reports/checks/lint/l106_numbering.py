"""L106."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.library import Library
from corpora.model import Kind, Resolution
from reports.checks.alone import finding_in
from reports.checks.base import DocumentCheck
from reports.finding import Finding, Severity


class NumberingFault(DocumentCheck):
    """The numbers of operative paragraphs or the letters of a list have a gap or a repeat.

    What: follows the document's own count.
    Why: other documents cite paragraphs by number.
    Example: "7. …", "9. …".
    """

    code = "L106"
    default = True
    severity = Severity.MINOR
    category = "design/numbering"
    title = {"fr": "Faute de numérotation", "en": "Numbering fault"}

    def run(self, document: Resolution, library: Library) -> Iterator[Finding]:
        """One finding for each gap and each repeat."""
        by_id = {p.id: p for p in document.paragraphs}
        for fault in document.faults:
            sort, *numbers = fault.split(":")
            paragraph = by_id.get(f"op{numbers[0]}")
            if paragraph is None:
                continue
            if sort == "repeat":
                said = {"fr": f"Le numéro {numbers[0]} figure deux fois.", "en": f"Number {numbers[0]} stands twice."}
            else:
                said = {
                    "fr": f"La numérotation passe de {numbers[0]} à {numbers[-1]}.",
                    "en": f"The numbering goes from {numbers[0]} to {numbers[-1]}.",
                }
            yield finding_in(self, document, paragraph, None, said)
        for paragraph in document.paragraphs:
            parent, _, label = paragraph.id.rpartition(".")
            if (
                paragraph.kind is Kind.ITEM
                and len(label) == 1
                and "b" < label <= "z"
                and f"{parent}.{chr(ord(label) - 1)}" not in by_id
            ):
                # "i", "v" and "x" open roman lists as well.
                if label in "ivx" and f"{parent}.{label}i" in by_id:
                    continue
                before = chr(ord(label) - 1)
                yield finding_in(
                    self,
                    document,
                    paragraph,
                    None,
                    {
                        "fr": f"L'alinéa {label}) n'est pas précédé de {before}).",
                        "en": f"Item ({label}) does not follow ({before}).",
                    },
                )


CHECK = NumberingFault()
