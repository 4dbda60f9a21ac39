"""A paragraph that asks for two things, in six languages, and the same that asks for the first alone. Specimens, not UN documents."""

from __future__ import annotations

from collections.abc import Mapping

from corpora.reading import read_text
from reports.comparison.rows import Versions, compare_versions
from tests.support.one_paragraph import HEAD

LONG = {
    "fr": "Prie le Secrétaire général de renforcer les capacités des autorités locales, tant au Siège que sur le terrain, et de lui présenter un rapport sur les progrès accomplis dans la lutte contre la corruption ;",
    "en": "Requests the Secretary-General to strengthen the capacities of the local authorities, both at Headquarters and in the field, and to submit to it a report on the progress made in the fight against corruption;",
    "es": "Solicita al Secretario General que refuerce las capacidades de las autoridades locales, tanto en la Sede como sobre el terreno, y que le presente un informe sobre los progresos realizados en la lucha contra la corrupción;",
    "ru": "просит Генерального секретаря укреплять потенциал местных органов власти, как в Центральных учреждениях, так и на местах, и представить ему доклад о прогрессе, достигнутом в борьбе с коррупцией;",
    "ar": "يطلب إلى الأمين العام أن يعزز قدرات السلطات المحلية، في المقر وفي الميدان على السواء، وأن يقدم إليه تقريرا عن التقدم المحرز في مكافحة الفساد؛",
    "zh": "请秘书长加强地方当局的能力，包括在总部和外地的能力，并向其提交关于在打击腐败方面取得的进展的报告；",
}  # fmt: skip
REPORTS = {
    "fr": "et de lui présenter un rapport", "en": "and to submit to it a report", "es": "y que le presente un informe",
    "ru": "и представить ему доклад", "ar": "وأن يقدم إليه تقريرا", "zh": "并向其提交",
}  # fmt: skip
END = {"fr": " ;", "en": ";", "es": ";", "ru": ";", "ar": "؛", "zh": "；"}
SHORT = {code: LONG[code][: LONG[code].index(REPORTS[code])].rstrip(" ,،，") + END[code] for code in LONG}
"""The same without the second thing that is asked for."""


def six_together(texts: Mapping[str, str]) -> Versions:
    """Versions of one operative paragraph side by side."""
    documents = [read_text(f"{HEAD[code]}\n\n1. {text}\n", code, f"{code}.md") for code, text in texts.items()]
    return compare_versions(documents[0], documents[1:])
