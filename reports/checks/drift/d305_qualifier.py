"""D305."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reports.checks.base import VersionCheck
from reports.checks.values import Discrepancy, Located, discrepancies, value_finding
from reports.comparison import Cell, VersionRow, Versions
from reports.finding import Finding, Severity

_NOUN = {"fr": "Réserve", "en": "Qualifier"}
# Qualifiers whose rendering in the six languages is steady enough that a missing one means something; measured on the
# development record. The others ("sans tarder", "en coordination avec") are worded too freely.
_STEADY = frozenset(
    {
        "on_request",
        "existing_resources",
        "extrabudgetary",
        "voluntary",
        "without_prejudice",
        "as_possible",
        "exceptional",
    }
)
_LOOSE = frozenset({"as_appropriate", "regularly"})


class QualifierDiffers(VersionCheck):
    """A qualifier stands in one version only, or is missing in one.

    What: looks for the usual renderings of "sur demande", "dans la limite des ressources existantes", "à titre
    volontaire", "dans la mesure du possible", "le cas échéant" in each version.
    Why: the qualifier is often what was negotiated; without it a request becomes unconditional.
    Example: fr "apporter sur demande une assistance technique", en "provide technical assistance".
    """

    code = "D305"
    severity = Severity.MAJOR
    category = "accuracy/omission"
    title = {"fr": "Réserve perdue, ajoutée ou changée", "en": "Qualifier lost, added or changed"}

    def run(self, versions: Versions) -> Iterator[Finding]:
        """The qualifiers on which one version stands alone."""
        for row in versions.rows:
            if row.checked:
                for found in discrepancies(row, _required, _has):
                    yield value_finding(self.code, row, found, _NOUN, self._severity(row, found), 0.7)

    def _severity(self, row: VersionRow, found: Discrepancy) -> Severity:
        located = found.missing or found.extra
        assert located is not None
        loose = located[1].value in _LOOSE
        severity = self.severity if row.operative else self.severity.lower()
        # Of many versions one may word freely what the others leave unsaid; what it alone lacks is graver.
        free = loose or (found.missing is None and len(row.cells) > 2)
        return severity.lower() if free and severity > Severity.MINOR else severity


def _required(cell: Cell) -> Mapping[str, Located]:
    return {a.value: (p, a) for p, a in cell.anchors if a.kind == "qualifier" and a.value in _STEADY | _LOOSE}


def _has(cell: Cell, value: str) -> bool:
    return any(a.kind == "qualifier" and a.value == value for _, a in cell.anchors)


CHECK = QualifierDiffers()
