"""A small corpus of our own texts: resolutions in French and English, each of 2005 continuing one of 2004; one slip planted."""

from __future__ import annotations

from pathlib import Path

_FR = """Conseil économique et social

## {symbol}

### Qualité de l'eau des rivières {n}

*Le Conseil économique et social,*

*Rappelant* {recalled} sur la qualité de l'eau des rivières,

*Sachant* que {share} pour cent des habitants du bassin {n} n'ont pas accès à l'eau potable,

1. *Prie* le Secrétaire général de lui présenter un rapport sur le bassin {n} avant le 31 mars {next};

2. *Invite* les États Membres à verser des contributions volontaires au fonds d'assainissement;

3. *Décide* de rester saisi de la question.
"""
_EN = """Economic and Social Council

## {symbol}

### Quality of the water of rivers {n}

*The Economic and Social Council,*

*Recalling* {recalled} on the quality of the water of rivers,

*Aware* that {share} per cent of the inhabitants of basin {n} have no access to drinking water,

1. *Requests* the Secretary-General to submit to it a report on basin {n} by 31 March {slip};

2. *Invites* Member States to make voluntary contributions to the sanitation fund;

3. *Decides* to remain seized of the matter.
"""


def write_small_corpus(folder: Path, count: int) -> list[str]:
    """Write ``count`` resolutions of 2004 and as many of 2005 that continue them; returns their symbols, in order.

    The English of each of 2005 states another year than the French.
    """
    symbols = []
    for year in (2004, 2005):
        for n in range(1, count + 1):
            home = folder / f"{year}-{n}"
            home.mkdir(parents=True)
            symbol = f"{year}/{n}"
            facts = {"symbol": symbol, "n": n + 10, "share": 20 + n, "next": year + 1, "slip": year + 1 + year % 2}
            before = year - 1
            recalled = (
                f"sa résolution {before}/{n}, du 22 juillet {before}",
                f"its resolution {before}/{n} of 22 July {before}",
            )
            (home / "fr.md").write_text(_FR.format(recalled=recalled[0], **facts), encoding="utf-8")
            (home / "en.md").write_text(_EN.format(recalled=recalled[1], **facts), encoding="utf-8")
            symbols.append(f"E/RES/{symbol}")
    return symbols


def results_in(folder: Path) -> dict[str, bytes]:
    """Every file of a run's results by its name, but for what tells how the run went: ledgers, what was read, locks."""
    told = (".jsonl", ".lock", ".log")
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix not in told)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}
