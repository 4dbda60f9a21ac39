"""A concordance as JSON."""

from __future__ import annotations

from reports.library.concordance import Concordance, Hit, Rendering


def concordance_json(found: Concordance) -> dict[str, object]:
    """The query, counts, renderings and hits; spans count characters of the text beside them."""
    return {
        "phrase": found.query.phrase,
        "language": found.hits[0].language if found.hits else found.query.language or None,
        "total": found.total,
        "years": {str(year): count for year, count in found.years.items()},
        "organs": dict(found.organs),
        "counted": found.counted,
        "renderings": {code: [_rendering(r) for r in each] for code, each in found.renderings.items()},
        "unrendered": dict(found.unrendered),
        "hits": [_hit(hit) for hit in found.hits],
    }


def _rendering(rendering: Rendering) -> dict[str, object]:
    return {
        "words": rendering.words,
        "count": rendering.count,
        "first": rendering.first,
        "last": rendering.last,
        "forms": list(rendering.forms),
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "symbol": hit.symbol,
        "language": hit.language,
        "organ": hit.organ,
        "year": hit.year,
        "date": hit.date,
        "paragraph": hit.paragraph,
        "match": str(hit.match),
        "score": hit.score,
        "text": hit.text,
        "spans": [[s.start, s.end] for s in hit.spans],
        "rendered": {
            code: {
                "paragraph": r.paragraph,
                "text": r.text,
                "span": [r.span.start, r.span.end] if r.span is not None else None,
                "spans": [[s.start, s.end] for s in r.spans],
                "words": r.words,
            }
            for code, r in hit.counterparts.items()
        },
    }
