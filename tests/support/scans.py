"""Paragraphs that scans damage. Specimens, not UN documents."""

from __future__ import annotations

HEAD = ("Le Conseil de sécurité,", "Rappelant ses résolutions antérieures sur la question,")


PARAGRAPHS = (
    "Prie le Secrétaire général de lui faire rapport;", "Exige que les parties coopèrent pleinement;",
    "Décide de proroger le mandat de la Mission;", "Demande aux États de lui apporter leur concours;",
)  # fmt: skip
