"""What the terminal shows: a summary that fits a screen, plain where it is piped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpora.languages import language_of
from corpora.model import Resolution
from reports.comparison.lineage import Lineage, stage_name
from reports.comparison.rows import RelatedPair
from reports.comparison.verdict import Verdict, dates_line, verdict_line, verdict_of
from reports.exporters.particulars import particulars_line
from reports.findings.marked_clauses import clause_beside, marked_clause
from reports.findings.model import Finding, Place, Severity
from reports.findings.order import in_order, is_doubtful
from reports.findings.severities import counted, severity_label
from reports.messages.catalogue import breakable, say, say_addresses, say_way, title_of, word
from reports.messages.wording import shortened
from reports.project.selection import Selection, suppressed_line

_COLOURS = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.NEUTRAL: "dim",
}
_WIDE = 120
"""Columns of a terminal from which the title has a column beside its code; below, it stands before the sentence. Chosen: the sentence keeps half of the line."""
WORST = 5
"""Findings that the terminal shows: the summary fits a screen of 24 lines."""


def counts_line(findings: Sequence[Finding], ui: str) -> str:
    """ "2 critical, 3 major, 0 minor, 5 neutral"."""
    counts = Counter(f.severity for f in findings)
    return ", ".join(counted(counts[s], s, ui) for s in sorted(Severity, reverse=True))


def print_summary(
    console: Console,
    title: str,
    selection: Selection,
    ui: str,
    *,
    show_all: bool = False,
    about: Resolution | None = None,
    texts: Sequence[Resolution] = (),
) -> None:
    """Counts by severity, then the gravest findings with their quotes; or, where asked, all with their fingerprints.

    Below the title stands what the cover of the resolution that it is ``about`` says. Where all are shown, each finding of
    ``texts`` has its clauses below it, with what differs marked.
    """
    findings = selection.findings
    console.print(Text(title, style="bold"))
    if about is not None and (line := particulars_line(about, ui)):
        console.print(Text(line, style="dim"))
    if findings:
        console.print(counts_line(findings, ui))
        if doubtful := sum(is_doubtful(f.confidence) for f in findings):
            console.print(Text(say("terminal.doubtful", ui, count=doubtful), style="dim"))
        ordered = sorted(findings, key=in_order)
        shown = ordered if show_all else ordered[:WORST]
        table = _table(shown, ui, fingerprints=show_all, titles=console.width >= _WIDE, texts=texts if show_all else ())
        console.print(table)
        rest = len(findings) - len(shown)
        if rest > 0:
            console.print(Text(say("terminal.more", ui, count=rest), style="dim"))
    else:
        console.print(say("terminal.no_findings", ui))
    hidden = suppressed_line(selection.suppressed, ui)
    if hidden:
        console.print(Text(hidden, style="dim"))


def _table(
    findings: Sequence[Finding], ui: str, *, fingerprints: bool, titles: bool, texts: Sequence[Resolution] = ()
) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    for _ in range(3 + fingerprints + titles):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        where = breakable(say_addresses(finding.addresses, ui))
        table.add_row(
            *((finding.fingerprint,) if fingerprints else ()),
            Text(finding.code, style="bold"),
            *((Text(title_of(finding.code, ui)),) if titles else ()),
            _severity(finding, ui),
            where,
            Text("" if titles else f"{title_of(finding.code, ui)} · ", style="dim")
            .append_text(Text(finding.message(ui) if texts else shortened(finding.message(ui), 220), style="not dim"))
            .append_text(Text(_clauses(finding, texts), style="dim")),
        )
    return table


def _severity(finding: Finding, ui: str) -> Text:
    """The finding's severity, and that it is doubtful where it is."""
    label = Text(severity_label(finding.severity, ui), style=_COLOURS[finding.severity])
    return label.append(f" ({say('page.doubtful', ui)})", style="dim") if is_doubtful(finding.confidence) else label


def _clauses(finding: Finding, texts: Sequence[Resolution]) -> str:
    """The clauses in which a finding's places stand, a line each; none of texts that are not at hand."""
    documents = {text.name: text for text in texts}
    lines = []
    for place in (finding.source, finding.target):
        document = documents.get(place.document) if place else None
        if place is not None and document is not None:
            paragraph = document.paragraph(place.paragraph)
            language, share = language_of(document), _share_of_other(finding, place, documents)
            if not _is_whole(place, documents):
                clause = marked_clause(paragraph, language, place.inside)
            else:
                clause = (
                    marked_clause(paragraph, language, None)
                    if share is None
                    else clause_beside(paragraph, language, share)
                )
            lines.append(f"\n{place.language}: {clause}")
    return "".join(lines)


def _is_whole(place: Place, documents: Mapping[str, Resolution]) -> bool:
    return len(place.inside) == len(documents[place.document].paragraph(place.paragraph).text)


def _share_of_other(finding: Finding, place: Place, documents: Mapping[str, Resolution]) -> float | None:
    """Where in its paragraph, from 0 to 1, the other place of a finding stands; None where it is none in particular."""
    other = finding.target if place is finding.source else finding.source
    if other is None or other.document not in documents or _is_whole(other, documents):
        return None
    length = len(documents[other.document].paragraph(other.paragraph).text)
    return (other.inside.start + other.inside.end) / 2 / length


def print_verdict(console: Console, pair: RelatedPair, selection: Selection, ui: str) -> Verdict | None:
    """What a comparison comes to, in a line, and the pattern of its dates where they follow one. Returns what it said."""
    verdict = verdict_of(pair, selection.everything)
    if verdict is not None:
        console.print(Text(verdict_line(verdict, ui)))
        if pattern := dates_line(pair, ui):
            console.print(Text(pattern))
    return verdict


def print_editorial(console: Console, findings: Sequence[Finding], ui: str) -> None:
    """The editorial changes of a comparison, one a line: where, the words before and after, the reason."""
    changes = [change for finding in findings for change in finding.changes if change.reason]
    if not changes:
        return
    console.print(Text(say("verdict.editorial_list", ui), style="bold"))
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for change in changes:
        places = [place for place in (change.source, change.target) if place is not None]
        where = breakable(say_addresses((place.address for place in places), ui))
        words = " → ".join(shortened(p.quote, 60) if p is not None else "–" for p in (change.source, change.target))
        table.add_row(Text(where), Text(words), Text(word("editorial", change.reason, ui), style="dim"))
    console.print(table)


def print_lineage(console: Console, lineage: Lineage, ui: str) -> None:
    """A table of a series: a column a resolution, a row a mandate, the state and the paragraph in each."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for resolution in lineage.resolutions:
        table.add_column(Text(resolution.label), no_wrap=True)
    table.add_column(say("terminal.mandate", ui), overflow="ellipsis", no_wrap=True)
    for thread in lineage.threads:
        cells = [
            f"{breakable(say_way(*lineage.addresses(k, s), ui)) or '–'} {stage_name(s, ui)}" if s.state else ""
            for k, s in enumerate(thread.steps)
        ]
        words = next(s.mandate.text for s in thread.steps if s.mandate)
        table.add_row(*cells, Text(shortened(words, 80)))
    console.print(table)
