"""Heads of the columns of workbooks, in the user's language; a workbook that comes back is read by them."""

from __future__ import annotations

HEADS = {
    "en": {
        "place": "Paragraph", "kind": "Kind", "relation": "Relation", "findings": "Findings", "code": "Code",
        "severity": "Severity", "languages": "Languages", "reason": "Reason", "first": "Words", "second": "Counterpart",
        "decision": "Decision", "comment": "Comment", "reviser": "Reviser", "fingerprint": "Fingerprint",
        "before": "Decision when written",
        "versions": "Versions", "mandates": "Mandates", "earlier": "Earlier", "later": "Later",
    },
    "fr": {
        "place": "Paragraphe", "kind": "Nature", "relation": "Rapport", "findings": "Constats", "code": "Code",
        "severity": "Gravité", "languages": "Langues", "reason": "Motif", "first": "Mots", "second": "Correspondant",
        "decision": "Décision", "comment": "Commentaire", "reviser": "Réviseur", "fingerprint": "Empreinte",
        "before": "Décision à l’écriture",
        "versions": "Versions", "mandates": "Mandats", "earlier": "Antérieure", "later": "Postérieure",
    },
}  # fmt: skip
FINGERPRINT_HEADS = frozenset(head["fingerprint"] for head in HEADS.values())
DECISION_HEADS = frozenset(head["decision"] for head in HEADS.values())
COMMENT_HEADS = frozenset(head["comment"] for head in HEADS.values())
REVISER_HEADS = frozenset(head["reviser"] for head in HEADS.values())
BEFORE_HEADS = frozenset(head["before"] for head in HEADS.values())
