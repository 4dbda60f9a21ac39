"""A last resolution, the draft of the next one and what was adopted. The texts are made for the tests."""

from __future__ import annotations

_HEAD = "Le Conseil de sécurité,\n\nRappelant sa résolution 2400 (2018),\n\n"
_LAST = (
    "Décide de proroger le mandat de la Mission jusqu'au 12 mars 2024;",
    "Prie instamment le Secrétaire général de lui faire rapport tous les 90 jours;",
    "Demande aux États Membres de fournir des troupes et du matériel à la Mission;",
    "Exhorte les parties à respecter le cessez-le-feu;",
    "Encourage la coopération régionale dans la lutte contre le trafic d'armes;",
    "Décide de rester saisi de la question.",
)
_DRAFT = (
    "Décide de proroger le mandat de la Mission jusqu'au 12 mars 2025;",
    "Prie le Secrétaire général de lui faire rapport tous les 60 jours;",
    _LAST[2],
    "Exhorte toutes les parties armées à respecter le cessez-le-feu;",
    "Condamne les attaques contre les convois humanitaires;",
    _LAST[5],
)
_ADOPTED = (
    _DRAFT[0],
    "Prie instamment le Secrétaire général de lui faire rapport tous les 60 jours;",
    "Demande aux États Membres de fournir des troupes à la Mission;",
    _LAST[3],
    _LAST[4],
    "Salue les efforts de l'Union africaine;",
    _LAST[5],
)


def numbered(*acts: str) -> str:
    """A text of numbered operative paragraphs."""
    return _HEAD + "\n\n".join(f"{number}. {act}" for number, act in enumerate(acts, 1)) + "\n"


LAST, DRAFT, ADOPTED = numbered(*_LAST), numbered(*_DRAFT), numbered(*_ADOPTED)
