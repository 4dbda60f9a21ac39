"""D305."""

from __future__ import annotations

from collections.abc import Mapping

from reports.checks.values import Discrepancy, Located, ValueCheck, alone, stated
from reports.comparison import Cell, VersionRow
from reports.finding import Severity

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


class QualifierDiffers(ValueCheck):
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
    noun = {"fr": "Réserve", "en": "Qualifier"}

    def required(self, cell: Cell) -> Mapping[str, Located]:
        """The qualifiers of a cell whose rendering is steady enough."""
        return {v: located for v, located in stated(cell, "qualifier").items() if v in _STEADY | _LOOSE}

    def has(self, cell: Cell, value: str) -> bool:
        """Whether a usual rendering of the qualifier stands in the cell."""
        return any(a.kind == "qualifier" and a.value == value for _, a in cell.anchors)

    def weigh(self, row: VersionRow, found: Discrepancy) -> tuple[Severity, float] | None:
        """Of many versions one may word freely what the others leave unsaid; what it alone lacks is graver."""
        base = self.base(row)
        free = alone(found)[1].value in _LOOSE or (found.missing is None and len(row.cells) > 2)
        return (base.lower() if free and base > Severity.MINOR else base), 0.7


CHECK = QualifierDiffers()
