"""D103: an act that one version leaves out. Specimens, not UN documents."""

from __future__ import annotations

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from tests.support.check_case import VersionsCase, changed, pair_of
from tests.support.one_paragraph import COMPOUND, HEAD

TEXTS = {code: f"{HEAD[code]}\n\n1. {''.join(parts)}\n" for code, parts in COMPOUND.items()}


class TestD103(VersionsCase):
    code = "D103"
    good = [pair_of(TEXTS, "en"), pair_of(TEXTS, "ru")]
    failing = [
        (changed(TEXTS, "en", ", urges the parties to respect the ceasefire", ""), [code]),
        (changed(TEXTS, "es", ", insta a las partes a respetar el alto el fuego", ""), [code]),
    ]


NOTED = {
    "fr": ("Rappelle l’Accord[^1] ;", "Adopté en vertu de la Convention-cadre des Nations Unies sur les changements climatiques ; FCCC/CP/2015/12/Add.1, décision 3/CP.21."),
    "en": ("Recalls the Agreement;[^1]", "Adopted under the UNFCCC in FCCC/CP/2015/12/Add.1, decision 3/CP.21."),
    "es": ("Recuerda el Acuerdo[^1];", "Aprobado en el marco de la Convención Marco de las Naciones Unidas sobre el Cambio Climático en FCCC/CP/2015/12/Add.1, decisión 3/CP.21."),
    "ru": ("напоминает о Соглашении[^1];", "Принято в контексте РКИКООН в документе FCCC/CP/2015/12/Add.1, решение 3/CP.21."),
    "ar": ("يشير إلى الاتفاق[^1]؛", "اعتُمد في إطار اتفاقية الأمم المتحدة الإطارية بشأن تغير المناخ، FCCC/CP/2015/12/Add.1، المقرر 3/CP.21."),
    "zh": ("回顾《协定》；[^1]", "根据《联合国气候变化框架公约》通过，见FCCC/CP/2015/12/Add.1，第3/CP.21号决定。"),
}  # fmt: skip


def test_a_name_that_a_footnote_gives_as_an_acronym_is_not_left_out() -> None:
    texts = {code: f"{HEAD[code]}\n\n1. {text}\n\n[^1]: {note}\n" for code, (text, note) in NOTED.items()}
    documents = [read_text(text, code, f"{code}.md") for code, text in texts.items()]
    found = check_versions(compare_versions(documents[0], documents[1:]))
    assert all(len(d.footnotes) == 1 for d in documents)
    assert not [f for f in found if f.code in ("D103", "D104")]
