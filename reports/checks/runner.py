"""Running the checks: findings of language versions, of related resolutions, of one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpora.model import Resolution, Span
from corpora.resources.adoption_dates import AdoptionDates
from reports.checks import all_checks, checks_in, document_checks, related_checks, version_checks
from reports.checks.base import Check, ClaimingCheck, RelatedCheck, Scope
from reports.checks.support.missing_words import with_missing_words
from reports.checks.support.one_cause import one_finding_a_cause
from reports.checks.support.one_slip import PASSAGES, with_replacements_joined, without_what_passages_say
from reports.checks.support.other_text import apart_from_other_texts, misplaced_text_findings, other_text_finding
from reports.checks.support.precedents import with_precedents
from reports.checks.support.stale_years import one_finding_of_what_stayed, with_stale_years_named
from reports.checks.user_rules import forbidden_in, rule_findings
from reports.comparison.ledger import Ledger
from reports.comparison.rows import RelatedPair, Versions
from reports.findings.judged import rated
from reports.findings.model import Finding, fingerprinted
from reports.findings.submission import weighed
from reports.messages.catalogue import REFERENCE
from reports.project.settings import Settings

_OTHER_TEXT = "D501"
"""The check whose finding a version of another text is."""
_VALUES = "D2"
"""What the codes of the checks of values begin with."""
_WORDS, _WHOLE = ("D307", "D502", "D503"), 160
"""The checks of single words, the surest first, and the characters from which a quote that opens a paragraph shows all of it."""
_SUGGESTED = _WORDS[1:]
"""Those whose words are only suggested."""


def off_by_default() -> frozenset[str]:
    """The codes that run only where they are asked for."""
    return frozenset(check.code for check in all_checks() if not check.default)


def all_codes() -> frozenset[str]:
    """The codes of all checks, those of other packages too."""
    return frozenset(check.code for check in all_checks())


def codes_in(scope: Scope) -> tuple[str, ...]:
    """The codes of the checks that run there."""
    return tuple(check.code for check in checks_in(scope))


def is_enabled(check: Check, settings: Settings) -> bool:
    """Whether a check is to run; what the user ignores runs all the same, so that the report can say what it held."""
    return settings.asks(check.code, default=check.default) > 0


def check_versions(versions: Versions, misplaced: Mapping[str, Resolution] | None = None) -> list[Finding]:
    """Every finding of language versions, in the order of the text, the gravest first within a paragraph.

    ``misplaced`` holds texts that are none of them, by the language that the name of their file says: each is in another one.
    """
    settings = versions.settings
    found, compared = _other_texts(versions)
    if misplaced and is_enabled(_meaning(), settings):
        found += misplaced_text_findings(_OTHER_TEXT, versions, misplaced)
    found += [f for check in version_checks() if is_enabled(check, settings) for f in check.run(compared)]
    found += rule_findings(versions)
    for document in versions.documents:
        found += _of_document(document, settings, AdoptionDates(), Scope.VERSIONS)
    asked = all(is_enabled(check, settings) for check in version_checks() if check.code.startswith(_VALUES))
    found = one_finding_of_what_stayed(found, versions, all_asked=asked)
    joined = with_replacements_joined(one_finding_a_cause(found, versions), versions)
    kept = with_stale_years_named(joined, versions)
    kept = list(with_missing_words(_without_words_told(kept), versions))
    rated_ones = [rated(weighed(f, settings.submission)) for f in kept]
    told = without_what_passages_say(rated_ones, compared)
    return _ordered(with_precedents(told, versions), versions.pivot)


def _without_words_told(found: Sequence[Finding]) -> list[Finding]:
    """The findings, less those of single words that another finding shows already: the most specific code says it.

    Of what is lost or added a passage may show the larger part only: a word that is only suggested and stands no further from it than it
    is long is its rest.
    """
    told: dict[tuple[str, str], list[Span]] = {}
    around: dict[tuple[str, str], list[Span]] = {}
    kept: list[Finding] = []
    for word in (None, *_WORDS):
        of_word = [f for f in found if (f.code == word if word else f.code not in _WORDS)]
        stage = [f for f in of_word if not _is_told(f, told) and not (word in _SUGGESTED and _is_told(f, around))]
        kept += stage
        for finding in stage:
            for place in (finding.source,) if word else (finding.source, finding.target):
                # A whole long paragraph is shown where nothing in particular is.
                if place is not None and not (place.inside.start == 0 and len(place.inside) > _WHOLE):
                    told.setdefault((place.document, place.paragraph), []).append(place.inside)
                    if finding.code in PASSAGES:
                        around.setdefault((place.document, place.paragraph), []).append(_widened(place.inside))
    return kept


def _widened(span: Span) -> Span:
    return Span(max(0, span.start - len(span)), span.end + len(span))


def _is_told(finding: Finding, told: Mapping[tuple[str, str], Sequence[Span]]) -> bool:
    place = finding.source
    return place is not None and any(
        span.overlaps(place.inside) for span in told.get((place.document, place.paragraph), ())
    )


def _other_texts(versions: Versions) -> tuple[list[Finding], Versions]:
    """One finding for each version that is another text, and the versions without it: it has no voice among the others."""
    if not is_enabled(_meaning(), versions.settings):
        return [], versions
    others, compared = apart_from_other_texts(versions)
    return [other_text_finding(_OTHER_TEXT, versions, other) for other in others], compared


def _meaning() -> Check:
    """The check whose finding a text is that is none of the versions."""
    return next(check for check in version_checks() if check.code == _OTHER_TEXT)


def check_related(pair: RelatedPair) -> list[Finding]:
    """Every finding of two related resolutions, in the order of the later one.

    The checks that claim changed words do so the most specific first, those that are not asked for too: what they would have
    explained is not left to others. What none claims is R105's.
    """
    ledger = Ledger(pair)
    found: list[Finding] = []
    for check in sorted(related_checks(), key=_rank):
        wanted = is_enabled(check, pair.settings)
        if isinstance(check, ClaimingCheck):
            claimed = list(check.claim(ledger))
            found += claimed if wanted else []
        elif wanted:
            found += check.run(pair)
    return _ordered(_joined(found), pair.later, pair.earlier)


def _joined(found: Iterable[Finding]) -> list[Finding]:
    """The findings, those of one row that say the same of it joined: the same date that changed in two clauses."""
    out: dict[object, Finding] = {}
    for finding in found:
        places = finding.source, finding.target
        paragraphs = tuple(place.paragraph if place else "" for place in places)
        key = finding.code, paragraphs, finding.message(REFERENCE)
        known = out.get(key)
        if known is None or not finding.changes:
            out[key if known is None else (key, len(out))] = finding
        else:
            out[key] = replace(known, changes=known.changes + finding.changes)
    return list(out.values())


def _rank(check: RelatedCheck) -> tuple[int, str]:
    return (check.rank if isinstance(check, ClaimingCheck) else 0, check.code)


def check_document(document: Resolution, settings: Settings, adopted: AdoptionDates) -> list[Finding]:
    """Every finding of one document alone: faults of its own, typography where asked for, the user's rules."""
    found = _of_document(document, settings, adopted, Scope.LINT)
    found += [f for rule in settings.rules for f in forbidden_in(rule, document)]
    return _ordered(found, document)


def _of_document(document: Resolution, settings: Settings, adopted: AdoptionDates, scope: Scope) -> list[Finding]:
    return [
        finding
        for check in document_checks(scope)
        if is_enabled(check, settings)
        for finding in check.run(document, adopted)
    ]


def _ordered(found: Iterable[Finding], first: Resolution, other: Resolution | None = None) -> list[Finding]:
    """In the order of ``first``, the gravest first within a paragraph; what stands in ``other`` alone goes where it stood."""
    order = {p.id: i for i, p in enumerate(first.all_paragraphs())}
    if other is not None:
        gone = _places_of_gone(other, order)
        return fingerprinted(sorted(found, key=lambda f: (_later_place(f, order, gone), -f.severity, f.code)))
    return fingerprinted(sorted(found, key=lambda f: (_place(f, order), -f.severity, f.code)))


def _place(finding: Finding, order: dict[str, int]) -> int:
    last = len(order)
    place = finding.source or finding.target
    return order.get(place.paragraph, last) if place else last


def _later_place(finding: Finding, order: Mapping[str, int], gone: Mapping[str, int]) -> int:
    """The place in the later text; of what is gone, where it stood."""
    if finding.target is not None:
        return order.get(finding.target.paragraph, len(order))
    return gone.get(finding.source.paragraph, len(order)) if finding.source is not None else len(order)


def _places_of_gone(earlier: Resolution, order: Mapping[str, int]) -> dict[str, int]:
    """For each paragraph of the earlier text the place of the nearest one, itself or before it, whose id both texts have."""
    places, last = {}, 0
    for paragraph in earlier.all_paragraphs():
        last = places[paragraph.id] = order.get(paragraph.id, last)
    return places
