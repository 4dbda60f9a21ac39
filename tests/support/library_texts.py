"""Two resolutions of a series and one apart from it, in six languages: words of our own, of the record's kind."""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")

_EARLIER = {
    "fr": """# A/RES/77/901

# Coopération entre petits ports

L'Assemblée générale,

Soulignant que les petits ports ont besoin de pilotes bien formés,

1. Prie le Secrétaire général de prêter une assistance technique aux petits ports ;

2. Engage les États Membres à ouvrir leurs écoles de pilotage aux petits ports ;

3. Prie le Secrétaire général de lui présenter à sa soixante-dix-huitième session un rapport sur l'application de la présente résolution.
""",
    "en": """# A/RES/77/901

# Cooperation among small ports

The General Assembly,

Stressing that small ports need well-trained pilots,

1. Requests the Secretary-General to provide technical assistance to small ports;

2. Encourages Member States to open their schools of pilotage to small ports;

3. Requests the Secretary-General to submit to it at its seventy-eighth session a report on the implementation of the present resolution.
""",
    "es": """# A/RES/77/901

# Cooperación entre puertos pequeños

La Asamblea General,

Subrayando que los puertos pequeños necesitan prácticos bien formados,

1. Solicita al Secretario General que preste asistencia técnica a los puertos pequeños;

2. Alienta a los Estados Miembros a que abran sus escuelas de practicaje a los puertos pequeños;

3. Solicita al Secretario General que le presente en su septuagésimo octavo período de sesiones un informe sobre la aplicación de la presente resolución.
""",
    "ru": """# A/RES/77/901

# Сотрудничество между малыми портами

Генеральная Ассамблея,

подчеркивая, что малые порты нуждаются в хорошо обученных лоцманах,

1. просит Генерального секретаря оказать техническую помощь малым портам;

2. призывает государства-члены открыть свои лоцманские школы для малых портов;

3. просит Генерального секретаря представить ей на ее семьдесят восьмой сессии доклад об осуществлении настоящей резолюции.
""",
    "ar": """# A/RES/77/901

# التعاون بين الموانئ الصغيرة

إن الجمعية العامة،

وإذ تؤكد أن الموانئ الصغيرة بحاجة إلى مرشدين مدربين تدريبا جيدا،

1 - تطلب إلى الأمين العام أن يقدم المساعدة التقنية إلى الموانئ الصغيرة؛

2 - تشجع الدول الأعضاء على فتح مدارس الإرشاد البحري أمام الموانئ الصغيرة؛

3 - تطلب إلى الأمين العام أن يقدم إليها في دورتها الثامنة والسبعين تقريرا عن تنفيذ هذا القرار.
""",
    "zh": """# A/RES/77/901

# 小港口之间的合作

大会，

强调小港口需要训练有素的引航员，

1. 请秘书长向小港口提供技术援助；

2. 鼓励会员国向小港口开放引航学校；

3. 请秘书长向大会第七十八届会议提交一份关于本决议执行情况的报告。
""",
}

_LATER = {
    "fr": """# A/RES/78/902

# Coopération entre petits ports

L'Assemblée générale,

Rappelant sa résolution 77/901,

Soulignant que les petits ports ont besoin de pilotes bien formés,

1. Prie le Secrétaire général de prêter une assistance technique aux petits ports et aux phares ;

2. Engage instamment les États Membres à ouvrir leurs écoles de pilotage aux petits ports ;

3. Décide de créer un fonds de bourses pour les pilotes ;

4. Prie le Secrétaire général de lui présenter à sa soixante-dix-neuvième session un rapport sur l'application de la présente résolution.
""",
    "en": """# A/RES/78/902

# Cooperation among small ports

The General Assembly,

Recalling its resolution 77/901,

Stressing that small ports need well-trained pilots,

1. Requests the Secretary-General to render technical assistance to small ports and lighthouses;

2. Urges Member States to open their schools of pilotage to small ports;

3. Decides to establish a fund of scholarships for pilots;

4. Requests the Secretary-General to submit to it at its seventy-ninth session a report on the implementation of the present resolution.
""",
    "es": """# A/RES/78/902

# Cooperación entre puertos pequeños

La Asamblea General,

Recordando su resolución 77/901,

Subrayando que los puertos pequeños necesitan prácticos bien formados,

1. Solicita al Secretario General que preste asistencia técnica a los puertos pequeños y a los faros;

2. Insta a los Estados Miembros a que abran sus escuelas de practicaje a los puertos pequeños;

3. Decide crear un fondo de becas para prácticos;

4. Solicita al Secretario General que le presente en su septuagésimo noveno período de sesiones un informe sobre la aplicación de la presente resolución.
""",
    "ru": """# A/RES/78/902

# Сотрудничество между малыми портами

Генеральная Ассамблея,

ссылаясь на свою резолюцию 77/901,

подчеркивая, что малые порты нуждаются в хорошо обученных лоцманах,

1. просит Генерального секретаря оказать техническую помощь малым портам и маякам;

2. настоятельно призывает государства-члены открыть свои лоцманские школы для малых портов;

3. постановляет учредить фонд стипендий для лоцманов;

4. просит Генерального секретаря представить ей на ее семьдесят девятой сессии доклад об осуществлении настоящей резолюции.
""",
    "ar": """# A/RES/78/902

# التعاون بين الموانئ الصغيرة

إن الجمعية العامة،

إذ تشير إلى قرارها 77/901،

وإذ تؤكد أن الموانئ الصغيرة بحاجة إلى مرشدين مدربين تدريبا جيدا،

1 - تطلب إلى الأمين العام أن يقدم المساعدة التقنية إلى الموانئ الصغيرة والمنارات؛

2 - تحث الدول الأعضاء على فتح مدارس الإرشاد البحري أمام الموانئ الصغيرة؛

3 - تقرر إنشاء صندوق للمنح الدراسية للمرشدين؛

4 - تطلب إلى الأمين العام أن يقدم إليها في دورتها التاسعة والسبعين تقريرا عن تنفيذ هذا القرار.
""",
    "zh": """# A/RES/78/902

# 小港口之间的合作

大会，

回顾其第77/901号决议，

强调小港口需要训练有素的引航员，

1. 请秘书长向小港口和灯塔提供技术援助；

2. 敦促会员国向小港口开放引航学校；

3. 决定设立引航员奖学金基金；

4. 请秘书长向大会第七十九届会议提交一份关于本决议执行情况的报告。
""",
}

_OTHER = {
    "fr": """# E/RES/2023/903

# Archives sonores

Le Conseil économique et social,

Sachant que les bandes magnétiques se dégradent,

1. Invite les bibliothèques à numériser leurs archives sonores ;

2. Prie le Secrétaire général de lui présenter à sa session de 2025 un rapport sur l'application de la présente résolution.
""",
    "en": """# E/RES/2023/903

# Sound archives

The Economic and Social Council,

Aware that magnetic tapes decay,

1. Invites libraries to digitize their sound archives;

2. Requests the Secretary-General to submit to it at its 2025 session a report on the implementation of the present resolution.
""",
    "es": """# E/RES/2023/903

# Archivos sonoros

El Consejo Económico y Social,

Consciente de que las cintas magnéticas se deterioran,

1. Invita a las bibliotecas a que digitalicen sus archivos sonoros;

2. Solicita al Secretario General que le presente en su período de sesiones de 2025 un informe sobre la aplicación de la presente resolución.
""",
    "ru": """# E/RES/2023/903

# Звуковые архивы

Экономический и Социальный Совет,

сознавая, что магнитные ленты портятся,

1. предлагает библиотекам оцифровать свои звуковые архивы;

2. просит Генерального секретаря представить ему на его сессии 2025 года доклад об осуществлении настоящей резолюции.
""",
    "ar": """# E/RES/2023/903

# المحفوظات الصوتية

إن المجلس الاقتصادي والاجتماعي،

إذ يدرك أن الأشرطة المغناطيسية تتلف،

1 - يدعو المكتبات إلى رقمنة محفوظاتها الصوتية؛

2 - يطلب إلى الأمين العام أن يقدم إليه في دورته لعام 2025 تقريرا عن تنفيذ هذا القرار.
""",
    "zh": """# E/RES/2023/903

# 录音档案

经济及社会理事会，

意识到磁带会变质，

1. 邀请各图书馆将其录音档案数字化；

2. 请秘书长向理事会2025年会议提交一份关于本决议执行情况的报告。
""",
}

TEXTS = {"A/RES/77/901": _EARLIER, "A/RES/78/902": _LATER, "E/RES/2023/903": _OTHER}
EARLIER, LATER, OTHER = TEXTS


def write_texts(folder: Path, *symbols: str, languages: tuple[str, ...] = LANGUAGES) -> list[Path]:
    """The texts of some symbols (all by default) as files ``901.fr.md`` below ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for symbol in symbols or TEXTS:
        for code in languages:
            path = folder / f"{symbol.rpartition('/')[2]}.{code}.md"
            path.write_text(TEXTS[symbol][code], encoding="utf-8")
            paths.append(path)
    return paths
