"""Draw docs/images/architecture.svg: the packages by their layers, with an arrow for each import that there really is.

    python docs/make_architecture.py

Layers are those of the import contracts in pyproject.toml; what a package imports is read from its files.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "images" / "architecture.svg"
PACKAGES = ("corpora", "align", "reports")
SAYS = {"corpora": "one document", "align": "two documents and more", "reports": "what is said of them"}
BOX_WIDTH, BOX_HEIGHT, GAP, ROW, MARGIN = 132, 34, 18, 66, 26
"""Pixels."""
COLOURS = {"corpora": "#e8f1e4", "align": "#e4ecf5", "reports": "#f6eadf"}


def layers() -> dict[str, list[list[str]]]:
    """The layers inside each package, the highest first, as the contracts state them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    found: dict[str, list[list[str]]] = {}
    for contract in contracts:
        rows = [[name.strip() for name in layer.split("|")] for layer in contract.get("layers", ())]
        package = rows[0][0].partition(".")[0] if rows else ""
        if rows and "." in rows[0][0]:
            found[package] = rows
    return found


def part_of(module: str, parts: set[str]) -> str | None:
    """The part ("align.search", "corpora.text.numbering") that a module belongs to: the longest that it lies in."""
    names = module.split(".")
    return next((name for n in (3, 2) if (name := ".".join(names[:n])) in parts), None)


def imports(path: Path) -> Iterator[str]:
    """The modules of the three packages that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        yield from (name for name in names if name.partition(".")[0] in PACKAGES)


def arrows(parts: set[str]) -> set[tuple[str, str]]:
    """Pairs of parts, the first of which imports the second."""
    found = set()
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            here = part_of(module, parts)
            found |= {
                (here, there) for name in imports(path) if here and (there := part_of(name, parts)) and here != there
            }
    return found


def modules(part: str) -> int:
    """How many modules a part has."""
    folder = ROOT.joinpath(*part.split("."))
    return len([p for p in folder.rglob("*.py") if p.name != "__init__.py"]) if folder.is_dir() else 1


def drawing() -> str:
    """The picture as SVG."""
    rows = {package: found for package, found in layers().items() if package in PACKAGES}
    parts = {part for found in rows.values() for layer in found for part in layer}
    height = max(map(len, rows.values())) * ROW + 2 * MARGIN + 40
    places: dict[str, tuple[float, float]] = {}
    boxes, left = [], float(MARGIN)
    for package in PACKAGES:
        widest = max(map(len, rows[package]))
        width = widest * BOX_WIDTH + (widest - 1) * GAP + 2 * MARGIN
        boxes.append(
            f'<rect x="{left}" y="10" width="{width}" height="{height - 20}" rx="8" fill="{COLOURS[package]}"/>'
            f'<text x="{left + 14}" y="36" class="package">{package}/ <tspan class="says">{SAYS[package]}</tspan></text>'
        )
        for i, layer in enumerate(rows[package]):
            inset = (width - len(layer) * BOX_WIDTH - (len(layer) - 1) * GAP) / 2
            for j, part in enumerate(layer):
                places[part] = (left + inset + j * (BOX_WIDTH + GAP), 56.0 + i * ROW)
        left += width + 2 * MARGIN
    for part, (x, y) in places.items():
        boxes.append(
            f'<g><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="4" class="box"/>'
            f'<text x="{x + BOX_WIDTH / 2}" y="{y + 15}" class="part">{part.partition(".")[2]}</text>'
            f'<text x="{x + BOX_WIDTH / 2}" y="{y + 28}" class="count">{_counted(modules(part))}</text></g>'
        )
    found = sorted(arrows(parts))
    lines = [_arrow(places[a], places[b]) for a, b in found if a.split(".")[0] == b.split(".")[0]]
    # Between packages, one broad arrow for each direction in which anything is imported.
    between = {(a.split(".")[0], b.split(".")[0]) for a, b in found}
    edges = {package: box.split('"')[1::2] for package, box in zip(PACKAGES, boxes, strict=False)}
    lines += [
        _broad(edges[a], edges[b], height)
        for a, b in sorted(between)
        if abs(PACKAGES.index(a) - PACKAGES.index(b)) == 1
    ]
    # Panels first, so that they lie below the boxes; the arrows between.
    panels, parts_drawn = boxes[: len(PACKAGES)], boxes[len(PACKAGES) :]
    shown = {"panels": "\n".join(panels), "boxes": "\n".join(parts_drawn), "lines": "\n".join(lines)}
    return _SVG.format(width=left - MARGIN, height=height, **shown)


def _counted(number: int) -> str:
    return f"{number} module" + ("s" if number > 1 else "")


def _arrow(a: tuple[float, float], b: tuple[float, float]) -> str:
    """A curve from the foot of one box to the head of another, or from side to side where that is nearer."""
    half = BOX_WIDTH / 2
    if abs(a[0] - b[0]) < 4 * BOX_WIDTH and a[1] < b[1]:
        x1, y1, x2, y2 = a[0] + half, a[1] + BOX_HEIGHT, b[0] + half, b[1]
        bend = (y2 - y1) / 2
        return f'<path class="import" d="M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 - bend} {x2} {y2}"/>'
    side = 0 if a[0] > b[0] else BOX_WIDTH
    x1, y1, x2, y2 = a[0] + side, a[1] + BOX_HEIGHT / 2, b[0] + BOX_WIDTH - side, b[1] + BOX_HEIGHT / 2
    bend = (x2 - x1) / 2
    return f'<path class="import" d="M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"/>'


def _broad(a: list[str], b: list[str], height: int) -> str:
    """An arrow from the edge of one panel to that of the next; ``a`` and ``b`` begin with left edge, top and width."""
    back = float(a[0]) > float(b[0])
    x1 = float(a[0]) if back else float(a[0]) + float(a[2])
    x2 = float(b[0]) + float(b[2]) if back else float(b[0])
    return f'<path class="between" d="M{x1} {height / 2}L{x2} {height / 2}"/>'


_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" role="img"
 aria-label="The packages of Hexapla by layers; arrows are imports">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L8 4L0 8z" fill="#667"/></marker>
<marker id="broad" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="3" markerHeight="3" orient="auto"><path d="M0 0L8 4L0 8z" fill="#334"/></marker></defs>
<style>.package{{font-size:17px;font-weight:bold}}.says{{font-size:13px;font-weight:normal}}.part{{font-size:13px;text-anchor:middle}}
.count{{font-size:10px;text-anchor:middle;fill:#556}}.box{{fill:#fff;stroke:#889}}.import{{fill:none;stroke:#667;stroke-width:.8;opacity:.55;marker-end:url(#tip)}}
.between{{stroke:#334;stroke-width:5;marker-end:url(#broad)}}</style>
<rect width="100%" height="100%" fill="#fff"/>
{panels}
{lines}
{boxes}
</svg>
"""

if __name__ == "__main__":
    OUT.write_text(drawing(), encoding="utf-8")
    print(OUT.relative_to(ROOT))
