"""Short resolutions in six languages that say one of two or three things, by kind: what a version may say of itself alone."""

from __future__ import annotations

from collections.abc import Mapping

SIX = ("fr", "en", "es", "ru", "ar", "zh")
_FRAMES = {
    "fr": "Le Conseil de sécurité,\n\nRappelant la Charte des Nations Unies,\n\n{}\n\n{last}. *Demande* aux États de coopérer.\n",
    "en": "The Security Council,\n\nRecalling the Charter of the United Nations,\n\n{}\n\n{last}. *Calls upon* States to cooperate.\n",
    "es": "El Consejo de Seguridad,\n\nRecordando la Carta de las Naciones Unidas,\n\n{}\n\n{last}. *Exhorta* a los Estados a que cooperen.\n",
    "ru": "Совет Безопасности,\n\nссылаясь на Устав Организации Объединенных Наций,\n\n{}\n\n{last}. *призывает* государства сотрудничать.\n",
    "ar": "إن مجلس الأمن،\n\nإذ يشير إلى ميثاق الأمم المتحدة،\n\n{}\n\n{last} - *يهيب* بالدول أن تتعاون.\n",
    "zh": "安全理事会，\n\n回顾《联合国宪章》，\n\n{}\n\n{last}. *吁请*各国合作。\n",
}
_MARKS = {"fr": "1. ", "en": "1. ", "es": "1. ", "ru": "1. ", "ar": "1 - ", "zh": "1. "}

KINDS: Mapping[str, tuple[frozenset[str], Mapping[str, tuple[str, str, str, str, str, str]]]] = {
    "date": (
        frozenset({"D202"}),
        {
            "": ("*Décide* que le mandat prendra fin le {} ;", "*Decides* that the mandate shall end on {};", "*Decide* que el mandato terminará el {};",
                 "*постановляет*, что мандат истекает {};", "*يقرر* أن تنتهي الولاية في {}؛", "*决定*任务于{}结束；"),
            "A": ("15 juillet 2027", "15 July 2027", "15 de julio de 2027", "15 июля 2027 года", "15 تموز/يوليه 2027", "2027年7月15日"),
            "B": ("31 janvier 2027", "31 January 2027", "31 de enero de 2027", "31 января 2027 года", "31 كانون الثاني/يناير 2027", "2027年1月31日"),
            "C": ("1er mars 2028", "1 March 2028", "1 de marzo de 2028", "1 марта 2028 года", "1 آذار/مارس 2028", "2028年3月1日"),
        },
    ),
    "number": (
        frozenset({"D201"}),
        {
            "": ("*Décide* que la Force comptera {} soldats ;", "*Decides* that the Force shall have {} troops;", "*Decide* que la Fuerza tendrá {} efectivos;",
                 "*постановляет*, что в состав Сил войдут {} военнослужащих;", "*يقرر* أن تضم القوة {} جندي؛", "*决定*部队应有{}名士兵；"),
            "A": ("1 500", "1,500", "1.500", "1500", "1500", "1500"),
            "B": ("1 700", "1,700", "1.700", "1700", "1700", "1700"),
            "C": ("2 100", "2,100", "2.100", "2100", "2100", "2100"),
        },
    ),
    "figure left out": (
        frozenset({"D201"}),
        {
            "": ("*Décide* que la Force comptera {} soldats ;", "*Decides* that the Force shall have {} troops;", "*Decide* que la Fuerza tendrá {} efectivos;",
                 "*постановляет*, что в состав Сил войдут {} военнослужащих;", "*يقرر* أن تضم القوة {} جندي؛", "*决定*部队应有{}名士兵；"),
            "A": ("1 500", "1,500", "1.500", "1500", "1500", "1500"),
            "B": ("des", "further", "más", "новые", "أكثر من", "若干"),
        },
    ),
    "symbol": (
        frozenset({"D203"}),
        {
            "": ("*Décide* de proroger les mesures imposées par la résolution {} ;", "*Decides* to renew the measures imposed by resolution {};",
                 "*Decide* prorrogar las medidas impuestas por la resolución {};", "*постановляет* продлить действие мер, введенных резолюцией {};",
                 "*يقرر* تمديد التدابير المفروضة بموجب القرار {}؛", "*决定*延长第{}号决议规定的措施；"),
            "A": ("2653 (2022)", "2653 (2022)", "2653 (2022)", "2653 (2022)", "2653 (2022)", "2653(2022)"),
            "B": ("2635 (2022)", "2635 (2022)", "2635 (2022)", "2635 (2022)", "2635 (2022)", "2635(2022)"),
            "C": ("2700 (2023)", "2700 (2023)", "2700 (2023)", "2700 (2023)", "2700 (2023)", "2700(2023)"),
        },
    ),
    "session": (
        frozenset({"D204"}),
        {
            "": ("*Décide* d'examiner la question à sa {} session ;", "*Decides* to consider the matter at its {} session;", "*Decide* examinar la cuestión en su {} período de sesiones;",
                 "*постановляет* рассмотреть вопрос на своей {} сессии;", "*يقرر* أن ينظر في المسألة في دورته {}؛", "*决定*在第{}届会议上审议此事；"),
            "A": ("quinzième", "fifteenth", "15º", "пятнадцатой", "الخامسة عشرة", "十五"),
            "B": ("seizième", "sixteenth", "16º", "шестнадцатой", "السادسة عشرة", "十六"),
            "C": ("dix-septième", "seventeenth", "17º", "семнадцатой", "السابعة عشرة", "十七"),
        },
    ),
    "reference": (
        frozenset({"D201"}),
        {
            "": ("*Décide* de lever les mesures visées au paragraphe {} ;", "*Decides* to lift the measures in paragraph {};", "*Decide* levantar las medidas enunciadas en el párrafo {};",
                 "*постановляет* отменить меры, указанные в пункте {};", "*يقرر* رفع التدابير الواردة في الفقرة {}؛", "*决定*取消第{}段规定的措施；"),
            "A": ("12",) * 6, "B": ("13",) * 6, "C": ("21",) * 6,
        },
    ),
    "qualifier that another stands for": (
        frozenset({"D305"}),
        {
            "": ("*Prie* le Secrétaire général de déployer {}la Mission ;", "*Requests* the Secretary-General to deploy the Mission {};", "*Solicita* al Secretario General que despliegue {}la Misión;",
                 "*просит* Генерального секретаря развернуть {}Миссию;", "*يطلب* إلى الأمين العام أن ينشر البعثة {}؛", "*请*秘书长{}部署特派团；"),
            "A": ("dès que possible ", "as soon as possible", "lo antes posible ", "в кратчайшие сроки ", "في أقرب وقت ممكن", "尽快"),
            "B": ("à une date ultérieure ", "at a later date", "en una fecha posterior ", "в более поздний период ", "في موعد لاحق", "在以后的日期"),
        },
    ),
    "qualifier": (
        frozenset({"D305"}),
        {
            "": ("*Prie* le Secrétaire général d'aider les États{} ;", "*Requests* the Secretary-General to assist States{};", "*Solicita* al Secretario General que preste asistencia a los Estados{};",
                 "*просит* Генерального секретаря оказать помощь государствам{};", "*يطلب* إلى الأمين العام أن يساعد الدول{}؛", "*请*秘书长{}协助各国；"),
            "A": (", dans les limites des ressources existantes", ", within existing resources", ", dentro de los límites de los recursos existentes", " в пределах имеющихся ресурсов", "، في حدود الموارد المتاحة", "在现有资源范围内"),
            "B": ("", "", "", "", "", ""),
        },
    ),
    "act": (
        frozenset({"D301"}),
        {
            "": ("*{}* la tenue de la conférence ;", "*{}* the holding of the conference;", "*{}* la celebración de la conferencia;", "*{}* проведение конференции;", "*{}* عقد المؤتمر؛", "*{}*召开会议；"),
            "A": ("Approuve", "Approves", "Aprueba", "утверждает", "يوافق على", "核准"),
            "B": ("Note", "Notes", "Observa", "отмечает", "يلاحظ", "注意到"),
        },
    ),
    "act and restatement": (
        frozenset({"D306"}),
        {
            "": ("*{}* que la Mission restera en place ;", "*{}* that the Mission shall remain in place;", "*{}* que la Misión permanecerá;", "*{}*, что Миссия останется;", "*{}* أن تبقى البعثة؛", "*{}*特派团继续存在；"),
            "A": ("Décide", "Decides", "Decide", "постановляет", "يقرر", "决定"),
            "B": ("Réaffirme", "Reaffirms", "Reafirma", "вновь подтверждает", "يؤكد من جديد", "重申"),
        },
    ),
    "name": (
        frozenset({"D207"}),
        {
            "": ("*Prie* le Secrétaire général de présenter un rapport {} ;", "*Requests* the Secretary-General to submit a report {};", "*Solicita* al Secretario General que presente un informe {};",
                 "*просит* Генерального секретаря представить доклад {};", "*يطلب* إلى الأمين العام أن يقدم تقريرا {}؛", "*请*秘书长{}提交一份报告；"),
            "A": ("à l’Assemblée générale", "to the General Assembly", "a la Asamblea General", "Генеральной Ассамблее", "إلى الجمعية العامة", "向大会"),
            "B": ("au Conseil économique et social", "to the Economic and Social Council", "al Consejo Económico y Social", "Экономическому и Социальному Совету",
                  "إلى المجلس الاقتصادي والاجتماعي", "向经济及社会理事会"),
            "C": ("à l’Union africaine", "to the African Union", "a la Unión Africana", "Африканскому союзу", "إلى الاتحاد الأفريقي", "向非洲联盟"),
        },
    ),
    "act named by a noun": (
        frozenset({"D301"}),
        {
            "": ("*Réitère* {} ;", "*Reiterates* {};", "*Reitera* {};", "*вновь* {};", "*يكرر* {}؛", "*重申*{}；"),
            "A": ("son exigence que les parties se retirent", "its demand that the parties withdraw", "su exigencia de que las partes se retiren", "*требует*, чтобы стороны отошли",
                  "مطالبته بأن تنسحب الأطراف", "要求各方撤出"),
            "B": ("son appui au retrait des parties", "its support for the withdrawal of the parties", "su apoyo a la retirada de las partes", "*заявляет о своей поддержке* отвода сторон",
                  "دعمه لانسحاب الأطراف", "支持各方撤出"),
        },
    ),
    "items run on": (
        frozenset({"D206"}),
        {
            "": ("*Décide* : {}", "*Decides*: {}", "*Decide*: {}", "*постановляет*: {}", "*يقرر*: {}", "*决定*：{}"),
            "A": ("a) de former la police ; b) de protéger les civils ; c) de déminer les routes ;", "(a) to train the police; (b) to protect civilians; (c) to clear the roads of mines;",
                  "a) formar a la policía; b) proteger a los civiles; c) desminar las carreteras;", "a) обучать полицию; b) защищать гражданских лиц; c) разминировать дороги;",
                  "(أ) تدريب الشرطة؛ (ب) حماية المدنيين؛ (ج) إزالة الألغام من الطرق؛", "(a) 培训警察；(b) 保护平民；(c) 清除道路上的地雷；"),
            "B": ("a) de former la police ; b) de protéger les civils ;", "(a) to train the police; (b) to protect civilians;",
                  "a) formar a la policía; b) proteger a los civiles;", "a) обучать полицию; b) защищать гражданских лиц;",
                  "(أ) تدريب الشرطة؛ (ب) حماية المدنيين؛", "(a) 培训警察；(b) 保护平民；"),
            "C": ("a) de former la police ; b) de protéger les civils ; c) de déminer les routes ; d) d’aider les réfugiés ;",
                  "(a) to train the police; (b) to protect civilians; (c) to clear the roads of mines; (d) to assist refugees;",
                  "a) formar a la policía; b) proteger a los civiles; c) desminar las carreteras; d) ayudar a los refugiados;",
                  "a) обучать полицию; b) защищать гражданских лиц; c) разминировать дороги; d) помогать беженцам;",
                  "(أ) تدريب الشرطة؛ (ب) حماية المدنيين؛ (ج) إزالة الألغام من الطرق؛ (د) مساعدة اللاجئين؛", "(a) 培训警察；(b) 保护平民；(c) 清除道路上的地雷；(d) 援助难民；"),
        },
    ),
    "items": (
        frozenset({"D101", "D102", "D206"}),
        {
            "": ("*Décide* :\n\n{}", "*Decides*:\n\n{}", "*Decide*:\n\n{}", "*постановляет*:\n\n{}", "*يقرر*:\n\n{}", "*决定*：\n\n{}"),
            "A": ("a) De former la police ;\n\nb) De protéger les civils ;\n\nc) De déminer les routes ;", "(a) To train the police;\n\n(b) To protect civilians;\n\n(c) To clear the roads of mines;",
                  "a) Formar a la policía;\n\nb) Proteger a los civiles;\n\nc) Desminar las carreteras;", "a) обучать полицию;\n\nb) защищать гражданских лиц;\n\nc) разминировать дороги;",
                  "(أ) تدريب الشرطة؛\n\n(ب) حماية المدنيين؛\n\n(ج) إزالة الألغام من الطرق؛", "(a) 培训警察；\n\n(b) 保护平民；\n\n(c) 清除道路上的地雷；"),
            "B": ("a) De former la police ;\n\nb) De protéger les civils ;", "(a) To train the police;\n\n(b) To protect civilians;",
                  "a) Formar a la policía;\n\nb) Proteger a los civiles;", "a) обучать полицию;\n\nb) защищать гражданских лиц;",
                  "(أ) تدريب الشرطة؛\n\n(ب) حماية المدنيين؛", "(a) 培训警察；\n\n(b) 保护平民；"),
        },
    ),
    "dash items": (
        frozenset({"D101", "D102", "D206"}),
        {
            "": ("*Décide* :\n\n{}", "*Decides*:\n\n{}", "*Decide*:\n\n{}", "*постановляет*:\n\n{}", "*يقرر*:\n\n{}", "*决定*：\n\n{}"),
            "A": ("– De former la police ;\n\n– De protéger les civils ;\n\n– De déminer les routes ;\n\n– D’aider les réfugiés ;",
                  "• To train the police;\n\n• To protect civilians;\n\n• To clear the roads of mines;\n\n• To assist refugees;",
                  "- Formar a la policía;\n\n- Proteger a los civiles;\n\n- Desminar las carreteras;\n\n- Ayudar a los refugiados;",
                  "— обучать полицию;\n\n— защищать гражданских лиц;\n\n— разминировать дороги;\n\n— помогать беженцам;",
                  "– تدريب الشرطة؛\n\n– حماية المدنيين؛\n\n– إزالة الألغام من الطرق؛\n\n– مساعدة اللاجئين؛",
                  "—— 培训警察；\n\n—— 保护平民；\n\n—— 清除道路上的地雷；\n\n—— 援助难民；"),
            "B": ("– De former la police ;\n\n– De protéger les civils ;\n\n– D’aider les réfugiés ;",
                  "• To train the police;\n\n• To protect civilians;\n\n• To assist refugees;",
                  "- Formar a la policía;\n\n- Proteger a los civiles;\n\n- Ayudar a los refugiados;",
                  "— обучать полицию;\n\n— защищать гражданских лиц;\n\n— помогать беженцам;",
                  "– تدريب الشرطة؛\n\n– حماية المدنيين؛\n\n– مساعدة اللاجئين؛",
                  "—— 培训警察；\n\n—— 保护平民；\n\n—— 援助难民；"),
        },
    ),
    "lines without marks": (
        frozenset({"D101", "D102"}),
        {
            "": ("*Décide* :\n\n{}", "*Decides*:\n\n{}", "*Decide*:\n\n{}", "*постановляет*:\n\n{}", "*يقرر*:\n\n{}", "*决定*：\n\n{}"),
            "A": ("de protéger les civils menacés dans le nord du pays ;\n\nd’appuyer la tenue d’élections libres et régulières ;\n\nde surveiller le cessez-le-feu le long de la frontière ;",
                  "to protect civilians under threat in the north of the country;\n\nto support the holding of free and fair elections;\n\nto monitor the ceasefire along the border;",
                  "proteger a los civiles amenazados en el norte del país;\n\napoyar la celebración de elecciones libres y limpias;\n\nvigilar el alto el fuego a lo largo de la frontera;",
                  "защищать гражданских лиц, которым угрожает опасность на севере страны;\n\nподдерживать проведение свободных и честных выборов;\n\nнаблюдать за прекращением огня вдоль границы;",
                  "حماية المدنيين المعرضين للخطر في شمال البلد؛\n\nدعم إجراء انتخابات حرة ونزيهة؛\n\nرصد وقف إطلاق النار على طول الحدود؛",
                  "保护该国北部受威胁的平民；\n\n支持举行自由公正的选举；\n\n监测边界沿线的停火情况；"),
            "B": ("de protéger les civils menacés dans le nord du pays ;\n\nde surveiller le cessez-le-feu le long de la frontière ;",
                  "to protect civilians under threat in the north of the country;\n\nto monitor the ceasefire along the border;",
                  "proteger a los civiles amenazados en el norte del país;\n\nvigilar el alto el fuego a lo largo de la frontera;",
                  "защищать гражданских лиц, которым угрожает опасность на севере страны;\n\nнаблюдать за прекращением огня вдоль границы;",
                  "حماية المدنيين المعرضين للخطر في شمال البلد؛\n\nرصد وقف إطلاق النار على طول الحدود؛",
                  "保护该国北部受威胁的平民；\n\n监测边界沿线的停火情况；"),
        },
    ),
    "paragraphs": (
        frozenset({"D101", "D102"}),
        {
            "": ("{}*Prie* le Secrétaire général de nommer un envoyé ;", "{}*Requests* the Secretary-General to appoint an envoy;", "{}*Solicita* al Secretario General que nombre un enviado;",
                 "{}*просит* Генерального секретаря назначить посланника;", "{}*يطلب* إلى الأمين العام أن يعين مبعوثا؛", "{}*请*秘书长任命一名特使；"),
            "A": ("", "", "", "", "", ""),
            "B": ("*Condamne* les attaques contre les écoles et les hôpitaux ;\n\n2. ", "*Condemns* attacks against schools and hospitals;\n\n2. ",
                  "*Condena* los ataques contra escuelas y hospitales;\n\n2. ", "*осуждает* нападения на школы и больницы;\n\n2. ",
                  "*يدين* الهجمات على المدارس والمستشفيات؛\n\n2 - ", "*谴责*袭击学校和医院的行为；\n\n2. "),
        },
    ),
}  # fmt: skip
"""By kind: the codes that must find a difference, the sentence that has a place in it (under ""), and what may stand there."""


def _texts(kind: str) -> dict[str, dict[str, str]]:
    said = KINDS[kind][1]
    out: dict[str, dict[str, str]] = {}
    for k, code in enumerate(SIX):
        out[code] = {}
        for letter in said.keys() - {""}:
            body = _MARKS[code] + said[""][k].format(said[letter][k])
            last = 3 if "\n\n2" in body else 2
            out[code][letter] = _FRAMES[code].format(body, last=last)
    return out


TEXTS = {kind: _texts(kind) for kind in KINDS}
"""By kind, language and letter: the whole text."""
APART: Mapping[tuple[str, str], float] = {
    ("items", "B"): 5,
    ("dash items", "B"): 5,
    ("lines without marks", "B"): 4,
    ("paragraphs", "B"): 1.5,
}
"""Where the paragraphs of a kind and letter are not those of "A": before which it lacks one, or (n.5) behind which it has one more."""
