"""Specimens that several tests read. They are our own words, not UN documents."""

from __future__ import annotations

from corpora.reading import read_text
from reports.checks.runner import check_versions
from reports.comparison.rows import compare_versions
from reports.findings.model import Finding
from reports.project.settings import Settings

RENEWAL = """Le Conseil de sécurité,

1. Décide de proroger le mandat de la Mission pour une période de six mois, jusqu'au 31 juillet 2004;

2. Prie le Secrétaire général de lui rendre compte tous les six mois;

3. Demande aux parties de coopérer pleinement avec la Mission;
"""


BASE = {
    "fr": "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général de présenter au Conseil économique et social un rapport sur les ports;\n\n2. Décide que les États peuvent importer du matériel médical;\n\n3. Réaffirme que tous les États doivent coopérer avec la mission d'enquête;\n",
    "en": "The Security Council,\n\n1. Requests the Secretary-General to submit to the Economic and Social Council a report on ports;\n\n2. Decides that States may import medical equipment;\n\n3. Reaffirms that all States must cooperate with the mission of inquiry;\n",
    "es": "El Consejo de Seguridad,\n\n1. Solicita al Secretario General que presente al Consejo Económico y Social un informe sobre los puertos;\n\n2. Decide que los Estados pueden importar equipo médico;\n\n3. Reafirma que todos los Estados deben cooperar con la misión de investigación;\n",
    "ru": "Совет Безопасности,\n\n1. просит Генерального секретаря представить Экономическому и Социальному Совету доклад о портах;\n\n2. постановляет, что государства могут ввозить медицинское оборудование;\n\n3. вновь подтверждает, что все государства должны сотрудничать с миссией по расследованию;\n",
    "ar": "إن مجلس الأمن،\n\n1 - يطلب إلى الأمين العام أن يقدم إلى المجلس الاقتصادي والاجتماعي تقريرا عن الموانئ؛\n\n2 - يقرر أنه يجوز للدول أن تستورد المعدات الطبية؛\n\n3 - يؤكد من جديد أن جميع الدول يجب أن تتعاون مع بعثة التحقيق؛\n",
    "zh": "安全理事会，\n\n1. 请秘书长向经济及社会理事会提交一份关于港口的报告；\n\n2. 决定各国可以进口医疗设备；\n\n3. 重申所有国家必须与调查团合作；\n",
}  # fmt: skip


def found(code: str, text: str, **settings: object) -> list[Finding]:
    documents = read_text(BASE["fr"], "fr", "fr.md"), read_text(text, code, f"{code}.md")
    return check_versions(compare_versions(documents[0], [documents[1]], settings=Settings(**settings)))  # type: ignore[arg-type]


FRENCH = """Le Conseil de sécurité,

Rappelant sa résolution 1244 (1999) du 14 juillet 1999,

1. Décide de proroger le mandat de la Mission :
a) En premier lieu, pour six mois;
b) En second lieu, selon que de besoin :
i) Dans le nord;
ii) Dans le sud;
2. Prie le Secrétaire général de faire rapport;
3. Décide de rester saisi de la question.
"""


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber>S/RES/9999 (2020)</docNumber></p></coverPage>
<preamble><formula><p><span class="italic">Le Conseil de sécurité</span>,</p></formula>
<container><p><span class="italic">Rappelant</span> ses résolutions,</p></container></preamble>
<mainBody><paragraph><num>1.</num><list><intro><p><span class="italic">Décide</span> :</p></intro>
<point><num>a)</num><content><p>De proroger le mandat<authorialNote marker="1"><p>Voir S/2020/1.</p></authorialNote>;</p></content></point></list></paragraph>
<paragraph><num>2.</num><content><p><span class="italic">Décide</span> de rester saisi de la question.</p></content></paragraph></mainBody>
</statement></akomaNtoso>"""
