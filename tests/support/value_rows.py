"""Clauses in six languages that say one thing, and the values that may stand in them: by kind, for tests of values.

Specimens, not UN documents. The languages stand in the order of ``SIX``; ``{}`` is the place of the value.
"""

from __future__ import annotations

from typing import NamedTuple

SIX = ("fr", "en", "es", "ru", "ar", "zh")
Six = tuple[str, str, str, str, str, str]


class ValueRow(NamedTuple):
    """A clause with a place in it, and what six versions may say there: each of ``values`` is one value."""

    clause: Six
    values: tuple[Six, ...]
    grave: bool = True


ROWS: dict[str, ValueRow] = {
    "money/us-sign": ValueRow(
        ("Note que {} ont été versés au Fonds ;", "Notes that {} were paid into the Fund;", "Observa que se ingresaron en el Fondo {};", "отмечает, что в Фонд было внесено {};", "تلاحظ أنه دفع إلى الصندوق {}؛", "注意到已向基金缴款{}；"),
        (
            ("1 250 000 dollars", "US$ 1,250,000", "1.250.000 dólares", "1 250 000 долл. США", "1 250 000 دولار", "1 250 000美元"),
            ("1 520 000 dollars", "US$ 1,520,000", "1.520.000 dólares", "1 520 000 долл. США", "1 520 000 دولار", "1 520 000美元"),
            ("1 250 000 euros", "€1,250,000", "1.250.000 euros", "1 250 000 евро", "1 250 000 يورو", "1 250 000欧元"),
        ),
    ),
    "money/currency-francs": ValueRow(
        ("Note que {} ont été versés au Fonds ;", "Notes that {} were paid into the Fund;", "Observa que se ingresaron en el Fondo {};", "отмечает, что в Фонд было внесено {};", "تلاحظ أنه دفع إلى الصندوق {}؛", "注意到已向基金缴款{}；"),
        (
            ("5 millions de francs suisses", "5 million Swiss francs", "5 millones de francos suizos", "5 млн швейцарских франков", "5 ملايين فرنك سويسري", "500万瑞士法郎"),
            ("5 millions d’euros", "5 million euros", "5 millones de euros", "5 млн евро", "5 ملايين يورو", "500万欧元"),
            ("5 millions de dollars", "5 million dollars", "5 millones de dólares", "5 млн долларов США", "5 ملايين دولار", "500万美元"),
        ),
    ),
    "money/pounds": ValueRow(
        ("Note que {} ont été versés au Fonds ;", "Notes that {} were paid into the Fund;", "Observa que se ingresaron en el Fondo {};", "отмечает, что в Фонд было внесено {};", "تلاحظ أنه دفع إلى الصندوق {}؛", "注意到已向基金缴款{}；"),
        (
            ("3 000 livres sterling", "3,000 pounds sterling", "3.000 libras esterlinas", "3000 фунтов стерлингов", "3000 جنيه استرليني", "3000英镑"),
            ("3 000 euros", "3,000 euros", "3.000 euros", "3000 евро", "3000 يورو", "3000欧元"),
        ),
    ),
    "money/words": ValueRow(
        ("Note que {} ont été versés au Fonds ;", "Notes that {} were paid into the Fund;", "Observa que se ingresaron en el Fondo {};", "отмечает, что в Фонд было внесено {};", "تلاحظ أنه دفع إلى الصندوق {}؛", "注意到已向基金缴款{}；"),
        (
            ("dix millions de dollars", "ten million dollars", "diez millones de dólares", "десять миллионов долларов США", "عشرة ملايين دولار", "一千万美元"),
            ("douze millions de dollars", "twelve million dollars", "doce millones de dólares", "двенадцать миллионов долларов США", "اثنا عشر مليون دولار", "一千二百万美元"),
        ),
    ),
    "money/range": ValueRow(
        ("Note que {} ont été versés au Fonds ;", "Notes that {} were paid into the Fund;", "Observa que se ingresaron en el Fondo {};", "отмечает, что в Фонд было внесено {};", "تلاحظ أنه دفع إلى الصندوق {}؛", "注意到已向基金缴款{}；"),
        (
            ("entre 10 et 20 millions de dollars", "between 10 and 20 million dollars", "entre 10 y 20 millones de dólares", "от 10 до 20 млн долл. США", "ما بين 10 و 20 مليون دولار", "1 000万至2 000万美元"),
            ("entre 10 et 30 millions de dollars", "between 10 and 30 million dollars", "entre 10 y 30 millones de dólares", "от 10 до 30 млн долл. США", "ما بين 10 و 30 مليون دولار", "1 000万至3 000万美元"),
        ),
    ),
    "trillion/decimal": ValueRow(
        ("Note que {} ont été versés au Fonds ;", "Notes that {} were paid into the Fund;", "Observa que se ingresaron en el Fondo {};", "отмечает, что в Фонд было внесено {};", "تلاحظ أنه دفع إلى الصندوق {}؛", "注意到已向基金缴款{}；"),
        (
            ("1,5 billion de dollars", "1.5 trillion dollars", "1,5 billones de dólares", "1,5 трлн долл. США", "1,5 تريليون دولار", "1.5万亿美元"),
            ("1,5 milliard de dollars", "1.5 billion dollars", "1.500 millones de dólares", "1,5 млрд долл. США", "1,5 بليون دولار", "15亿美元"),
        ),
    ),
    "fraction/two thirds": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("deux tiers", "two thirds", "dos tercios", "две трети", "ثلثي", "三分之二"),
            ("trois quarts", "three quarters", "tres cuartos", "три четверти", "ثلاثة أرباع", "四分之三"),
            ("la moitié", "half", "la mitad", "половина", "نصف", "一半"),
        ),
    ),
    "fraction/one half": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("la moitié", "one half", "la mitad", "половина", "نصف", "半数"),
            ("le tiers", "one third", "un tercio", "треть", "ثلث", "三分之一"),
        ),
    ),
    "fraction/one in two": ValueRow(
        ("Note qu’{} est touchée ;", "Notes that {} is affected;", "Observa que {} se ve afectada;", "отмечает, что затронута {};", "تلاحظ أن {} متضررة؛", "注意到{}受到影响；"),
        (
            ("une femme sur deux", "one woman in two", "una de cada dos mujeres", "каждая вторая женщина", "امرأة من كل امرأتين", "每两名妇女中就有一人"),
            ("une femme sur trois", "one woman in three", "una de cada tres mujeres", "каждая третья женщина", "امرأة من كل ثلاث نساء", "每三名妇女中就有一人"),
            ("une femme sur quatre", "one woman in four", "una de cada cuatro mujeres", "каждая четвертая женщина", "امرأة من كل أربع نساء", "每四名妇女中就有一人"),
        ),
    ),
    "fraction/figures 2/3": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("les 2/3", "2/3", "2/3", "2/3", "2/3", "2/3"),
            ("les 3/4", "3/4", "3/4", "3/4", "3/4", "3/4"),
        ),
    ),
    "fraction/one tenth": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("un dixième", "one tenth", "una décima parte", "одна десятая часть", "عشر", "十分之一"),
            ("un cinquième", "one fifth", "una quinta parte", "одна пятая часть", "خمس", "五分之一"),
        ),
    ),
    "percent/figures": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("12,5 %", "12.5 per cent", "el 12,5 %", "12,5 процента", "12,5 في المائة", "12.5%"),
            ("15,2 %", "15.2 per cent", "el 15,2 %", "15,2 процента", "15,2 في المائة", "15.2%"),
            ("21 %", "21 per cent", "el 21 %", "21 процент", "21 في المائة", "21%"),
        ),
    ),
    "percent/words": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("vingt-cinq pour cent", "twenty-five per cent", "el veinticinco por ciento", "двадцать пять процентов", "خمسة وعشرين في المائة", "百分之二十五"),
            ("trente-cinq pour cent", "thirty-five per cent", "el treinta y cinco por ciento", "тридцать пять процентов", "خمسة وثلاثين في المائة", "百分之三十五"),
        ),
    ),
    "percent/mixed words and figures": ValueRow(
        ("Note que {} des postes sont vacants ;", "Notes that {} of the posts are vacant;", "Observa que {} de los puestos están vacantes;", "отмечает, что вакантны {} должностей;", "تلاحظ أن {} من الوظائف شاغرة؛", "注意到{}的员额空缺；"),
        (
            ("40 %", "forty per cent", "el 40 por ciento", "сорок процентов", "40 في المئة", "百分之四十"),
            ("60 %", "sixty per cent", "el 60 por ciento", "шестьдесят процентов", "60 في المئة", "百分之六十"),
        ),
    ),
    "percent/points": ValueRow(
        ("Note que le taux a augmenté de {} ;", "Notes that the rate increased by {};", "Observa que la tasa aumentó {};", "отмечает, что показатель вырос на {};", "تلاحظ أن المعدل ارتفع بمقدار {}؛", "注意到比率上升{}；"),
        (
            ("3 points de pourcentage", "3 percentage points", "3 puntos porcentuales", "3 процентных пункта", "3 نقاط مئوية", "3个百分点"),
            ("8 points de pourcentage", "8 percentage points", "8 puntos porcentuales", "8 процентных пунктов", "8 نقاط مئوية", "8个百分点"),
        ),
    ),
    "sign/percent": ValueRow(
        ("Note que la croissance a été de {} ;", "Notes that growth was {};", "Observa que el crecimiento fue del {};", "отмечает, что рост составил {};", "تلاحظ أن النمو كان {}؛", "注意到增长率为{}；"),
        (
            ("-2,5 %", "-2.5 per cent", "-2,5 %", "-2,5 процента", "-2,5 في المائة", "-2.5%"),
            ("2,5 %", "2.5 per cent", "2,5 %", "2,5 процента", "2,5 في المائة", "2.5%"),
        ),
    ),
    "temperature/minus": ValueRow(
        ("Note que la température est tombée à {} ;", "Notes that the temperature fell to {};", "Observa que la temperatura descendió a {};", "отмечает, что температура упала до {};", "تلاحظ أن درجة الحرارة هبطت إلى {}؛", "注意到气温降至{}；"),
        (
            ("-15 °C", "minus 15 degrees Celsius", "15 grados bajo cero", "минус 15 градусов Цельсия", "15 درجة مئوية تحت الصفر", "零下15摄氏度"),
            ("15 °C", "15 degrees Celsius", "15 grados Celsius", "15 градусов Цельсия", "15 درجة مئوية", "15摄氏度"),
        ),
    ),
    "time/am": ValueRow(
        ("Décide que la séance s’ouvrira {} ;", "Decides that the meeting shall open {};", "Decide que la sesión se inicie {};", "постановляет, что заседание откроется {};", "تقرر أن تبدأ الجلسة {}؛", "决定会议于{}开始；"),
        (
            ("à 9 h 30", "at 9.30 a.m.", "a las 9.30 horas", "в 9 ч 30 мин", "في الساعة 9:30", "上午9时30分"),
            ("à 10 h 30", "at 10.30 a.m.", "a las 10.30 horas", "в 10 ч 30 мин", "في الساعة 10:30", "上午10时30分"),
            ("à 11 h", "at 11 a.m.", "a las 11 horas", "в 11 часов", "في الساعة 11:00", "上午11时"),
        ),
    ),
    "time/pm": ValueRow(
        ("Décide que la séance s’ouvrira {} ;", "Decides that the meeting shall open {};", "Decide que la sesión se inicie {};", "постановляет, что заседание откроется {};", "تقرر أن تبدأ الجلسة {}؛", "决定会议于{}开始；"),
        (
            ("à 15 heures", "at 3 p.m.", "a las 15.00 horas", "в 15 ч 00 мин", "في الساعة 15:00", "下午3时"),
            ("à 16 heures", "at 4 p.m.", "a las 16.00 horas", "в 16 ч 00 мин", "في الساعة 16:00", "下午4时"),
            ("à 15 h 30", "at 3.30 p.m.", "a las 15.30 horas", "в 15 ч 30 мин", "في الساعة 15:30", "下午3时30分"),
        ),
    ),
    "time/pm-words": ValueRow(
        ("Décide que la séance s’ouvrira {} ;", "Decides that the meeting shall open {};", "Decide que la sesión se inicie {};", "постановляет, что заседание откроется {};", "تقرر أن تبدأ الجلسة {}؛", "决定会议于{}开始；"),
        (
            ("à 3 heures de l’après-midi", "at 3 p.m.", "a las 3 de la tarde", "в 3 часа дня", "في الساعة الثالثة بعد الظهر", "下午三时"),
            ("à 5 heures de l’après-midi", "at 5 p.m.", "a las 5 de la tarde", "в 5 часов дня", "في الساعة الخامسة بعد الظهر", "下午五时"),
        ),
    ),
    "time/noon": ValueRow(
        ("Décide que la séance s’ouvrira {} ;", "Decides that the meeting shall open {};", "Decide que la sesión se inicie {};", "постановляет, что заседание откроется {};", "تقرر أن تبدأ الجلسة {}؛", "决定会议于{}开始；"),
        (
            ("à midi", "at noon", "a mediodía", "в полдень", "في الساعة 12 ظهرا", "中午12时"),
            ("à minuit", "at midnight", "a medianoche", "в полночь", "في منتصف الليل", "午夜"),
        ),
    ),
    "time/gmt": ValueRow(
        ("Décide que la séance s’ouvrira {} ;", "Decides that the meeting shall open {};", "Decide que la sesión se inicie {};", "постановляет, что заседание откроется {};", "تقرر أن تبدأ الجلسة {}؛", "决定会议于{}开始；"),
        (
            ("à 0 h 1 (heure de New York)", "at 12.01 a.m. New York time", "a las 00.01 horas (hora de Nueva York)", "в 00 ч 01 мин по нью-йоркскому времени", "في الساعة 00:01 بتوقيت نيويورك", "纽约时间零时1分"),
            ("à 0 h 10 (heure de New York)", "at 12.10 a.m. New York time", "a las 00.10 horas (hora de Nueva York)", "в 00 ч 10 мин по нью-йоркскому времени", "في الساعة 00:10 بتوقيت نيويورك", "纽约时间零时10分"),
        ),
    ),
    "freq/semestriel": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport semestriel", "a semi-annual report", "un informe semestral", "полугодовой доклад", "تقريرا نصف سنوي", "提交半年度报告"),
            ("un rapport annuel", "an annual report", "un informe anual", "ежегодный доклад", "تقريرا سنويا", "提交年度报告"),
            ("un rapport trimestriel", "a quarterly report", "un informe trimestral", "ежеквартальный доклад", "تقريرا فصليا", "提交季度报告"),
        ),
        grave=False,
    ),
    "freq/every six months": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport tous les six mois", "a report every six months", "un informe cada seis meses", "доклад каждые шесть месяцев", "تقريرا كل ستة أشهر", "每六个月提交报告"),
            ("un rapport tous les trois mois", "a report every three months", "un informe cada tres meses", "доклад каждые три месяца", "تقريرا كل ثلاثة أشهر", "每三个月提交报告"),
            ("un rapport tous les deux mois", "a report every two months", "un informe cada dos meses", "доклад каждые два месяца", "تقريرا كل شهرين", "每两个月提交报告"),
        ),
        grave=False,
    ),
    "freq/half year": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport semestriel", "a biannual report", "un informe semestral", "доклад раз в полгода", "تقريرا نصف سنوي", "每半年提交报告"),
            ("un rapport biennal", "a biennial report", "un informe bienal", "доклад раз в два года", "تقريرا كل سنتين", "每两年提交报告"),
        ),
        grave=False,
    ),
    "freq/biennial": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport biennal", "a biennial report", "un informe bienal", "двухгодичный доклад", "تقريرا كل سنتين", "每两年提交一次报告"),
            ("un rapport triennal", "a triennial report", "un informe trienal", "трехгодичный доклад", "تقريرا كل ثلاث سنوات", "每三年提交一次报告"),
            ("un rapport annuel", "an annual report", "un informe anual", "ежегодный доклад", "تقريرا سنويا", "每年提交一次报告"),
        ),
        grave=False,
    ),
    "freq/quinquennial": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport quinquennal", "a quinquennial report", "un informe quinquenal", "доклад раз в пять лет", "تقريرا كل خمس سنوات", "每五年提交一次报告"),
            ("un rapport quadriennal", "a quadrennial report", "un informe cuadrienal", "доклад раз в четыре года", "تقريرا كل أربع سنوات", "每四年提交一次报告"),
        ),
        grave=False,
    ),
    "freq/monthly": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport mensuel", "a monthly report", "un informe mensual", "ежемесячный доклад", "تقريرا شهريا", "每月提交报告"),
            ("un rapport trimestriel", "a quarterly report", "un informe trimestral", "ежеквартальный доклад", "تقريرا فصليا", "每季度提交报告"),
        ),
        grave=False,
    ),
    "freq/weekly": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport hebdomadaire", "a weekly report", "un informe semanal", "еженедельный доклад", "تقريرا أسبوعيا", "每周提交报告"),
            ("un rapport mensuel", "a monthly report", "un informe mensual", "ежемесячный доклад", "تقريرا شهريا", "每月提交报告"),
            ("un rapport quotidien", "a daily report", "un informe diario", "ежедневный доклад", "تقريرا يوميا", "每日提交报告"),
        ),
        grave=False,
    ),
    "freq/every 90 days": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport tous les 90 jours", "a report every 90 days", "un informe cada 90 días", "доклад каждые 90 дней", "تقريرا كل 90 يوما", "每90天提交报告"),
            ("un rapport tous les 60 jours", "a report every 60 days", "un informe cada 60 días", "доклад каждые 60 дней", "تقريرا كل 60 يوما", "每60天提交报告"),
        ),
    ),
    "freq/twice a year": ValueRow(
        ("Prie le Secrétaire général de présenter {} ;", "Requests the Secretary-General to submit {};", "Solicita al Secretario General que presente {};", "просит Генерального секретаря представлять {};", "تطلب إلى الأمين العام أن يقدم {}؛", "请秘书长{}；"),
        (
            ("un rapport deux fois par an", "a report twice a year", "un informe dos veces al año", "доклад два раза в год", "تقريرا مرتين في السنة", "每年两次提交报告"),
            ("un rapport trois fois par an", "a report three times a year", "un informe tres veces al año", "доклад три раза в год", "تقريرا ثلاث مرات في السنة", "每年三次提交报告"),
        ),
        grave=False,
    ),
    "freq/noun exercise biennal": ValueRow(
        ("Décide d’approuver le budget {} ;", "Decides to approve the {} budget;", "Decide aprobar el presupuesto {};", "постановляет утвердить {} бюджет;", "تقرر إقرار الميزانية {}؛", "决定核准{}预算；"),
        (
            ("biennal", "biennial", "bienal", "двухгодичный", "لفترة السنتين", "两年期"),
            ("annuel", "annual", "anual", "годовой", "السنوية", "年度"),
        ),
        grave=False,
    ),
    "date/english order": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("le 30 juin 2024", "on June 30th 2024", "el 30 de junio de 2024", "30 июня 2024 года", "في 30 حزيران/يونيه 2024", "2024年6月30日"),
            ("le 30 juillet 2024", "on July 30th 2024", "el 30 de julio de 2024", "30 июля 2024 года", "في 30 تموز/يوليه 2024", "2024年7月30日"),
            ("le 3 juin 2024", "on June 3rd 2024", "el 3 de junio de 2024", "3 июня 2024 года", "في 3 حزيران/يونيه 2024", "2024年6月3日"),
        ),
    ),
    "date/no year": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("le 21 novembre", "on November 21", "el 21 de noviembre", "21 ноября", "في 21 تشرين الثاني/نوفمبر", "11月21日"),
            ("le 22 novembre", "on November 22", "el 22 de noviembre", "22 ноября", "في 22 تشرين الثاني/نوفمبر", "11月22日"),
            ("le 21 décembre", "on December 21", "el 21 de diciembre", "21 декабря", "في 21 كانون الأول/ديسمبر", "12月21日"),
        ),
    ),
    "date/weekday": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("le lundi 3 juin 2024", "on Monday, 3 June 2024", "el lunes 3 de junio de 2024", "в понедельник, 3 июня 2024 года", "يوم الإثنين 3 حزيران/يونيه 2024", "2024年6月3日星期一"),
            ("le lundi 10 juin 2024", "on Monday, 10 June 2024", "el lunes 10 de junio de 2024", "в понедельник, 10 июня 2024 года", "يوم الإثنين 10 حزيران/يونيه 2024", "2024年6月10日星期一"),
        ),
    ),
    "date/weekday slip": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("le mardi 4 juin 2024", "on Tuesday, 4 June 2024", "el martes 4 de junio de 2024", "во вторник, 4 июня 2024 года", "يوم الثلاثاء 4 حزيران/يونيه 2024", "2024年6月4日星期二"),
            ("le jeudi 4 juin 2024", "on Thursday, 4 June 2024", "el jueves 4 de junio de 2024", "в четверг, 4 июня 2024 года", "يوم الخميس 4 حزيران/يونيه 2024", "2024年6月4日星期四"),
        ),
        grave=False,
    ),
    "date/range days": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("du 15 au 17 mai 2026", "from 15 to 17 May 2026", "del 15 al 17 de mayo de 2026", "с 15 по 17 мая 2026 года", "من 15 إلى 17 أيار/مايو 2026", "2026年5月15日至17日"),
            ("du 15 au 18 mai 2026", "from 15 to 18 May 2026", "del 15 al 18 de mayo de 2026", "с 15 по 18 мая 2026 года", "من 15 إلى 18 أيار/مايو 2026", "2026年5月15日至18日"),
            ("du 14 au 17 mai 2026", "from 14 to 17 May 2026", "del 14 al 17 de mayo de 2026", "с 14 по 17 мая 2026 года", "من 14 إلى 17 أيار/مايو 2026", "2026年5月14日至17日"),
        ),
    ),
    "date/two months": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("en août et septembre 2026", "in August and September 2026", "en agosto y septiembre de 2026", "в августе и сентябре 2026 года", "في آب/أغسطس وأيلول/سبتمبر 2026", "2026年8月和9月"),
            ("en août et octobre 2026", "in August and October 2026", "en agosto y octubre de 2026", "в августе и октябре 2026 года", "في آب/أغسطس وتشرين الأول/أكتوبر 2026", "2026年8月和10月"),
            ("en juillet et septembre 2026", "in July and September 2026", "en julio y septiembre de 2026", "в июле и сентябре 2026 года", "في تموز/يوليه وأيلول/سبتمبر 2026", "2026年7月和9月"),
        ),
    ),
    "date/zh list of months": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("en août et septembre 2027", "in August and September 2027", "en agosto y septiembre de 2027", "в августе и сентябре 2027 года", "في آب/أغسطس وأيلول/سبتمبر 2027", "2027年8、9月"),
            ("en août et octobre 2027", "in August and October 2027", "en agosto y octubre de 2027", "в августе и октябре 2027 года", "في آب/أغسطس وتشرين الأول/أكتوبر 2027", "2027年8、10月"),
            ("en juillet et septembre 2027", "in July and September 2027", "en julio y septiembre de 2027", "в июле и сентябре 2027 года", "في تموز/يوليه وأيلول/سبتمبر 2027", "2027年7、9月"),
        ),
    ),
    "date/end of": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("d’ici à la fin de 2026", "by the end of 2026", "antes de que finalice 2026", "до конца 2026 года", "بحلول نهاية عام 2026", "2026年底前"),
            ("d’ici à la fin de 2027", "by the end of 2027", "antes de que finalice 2027", "до конца 2027 года", "بحلول نهاية عام 2027", "2027年底前"),
            ("d’ici à la fin de 2028", "by the end of 2028", "antes de que finalice 2028", "до конца 2028 года", "بحلول نهاية عام 2028", "2028年底前"),
        ),
    ),
    "date/early mid": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("à la mi-2026", "in mid-2026", "a mediados de 2026", "в середине 2026 года", "في منتصف عام 2026", "2026年年中"),
            ("à la mi-2027", "in mid-2027", "a mediados de 2027", "в середине 2027 года", "في منتصف عام 2027", "2027年年中"),
        ),
    ),
    "date/period of years": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("pendant la période 2025-2026", "in the period 2025–2026", "en el período 2025-2026", "в период 2025–2026 годов", "في الفترة 2025-2026", "2025-2026年期间"),
            ("pendant la période 2025-2027", "in the period 2025–2027", "en el período 2025-2027", "в период 2025–2027 годов", "في الفترة 2025-2027", "2025-2027年期间"),
        ),
    ),
    "date/stroke years": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("pendant l’exercice 2025/26", "in the financial year 2025/26", "en el ejercicio 2025/26", "в 2025/26 финансовом году", "في السنة المالية 2025/2026", "2025/26财政年度"),
            ("pendant l’exercice 2026/27", "in the financial year 2026/27", "en el ejercicio 2026/27", "в 2026/27 финансовом году", "في السنة المالية 2026/2027", "2026/27财政年度"),
        ),
    ),
    "date/stroke = dash": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("pendant la période 2025/2026", "in the period 2025–2026", "en el período 2025/2026", "в период 2025–2026 годов", "في الفترة 2025/2026", "2025/2026年期间"),
            ("pendant la période 2024/2025", "in the period 2024–2025", "en el período 2024/2025", "в период 2024–2025 годов", "في الفترة 2024/2025", "2024/2025年期间"),
        ),
    ),
    "date/decade": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("dans les années 90", "in the 1990s", "en la década de 1990", "в 1990-х годах", "في التسعينات", "20世纪90年代"),
            ("dans les années 80", "in the 1980s", "en la década de 1980", "в 1980-х годах", "في الثمانينات", "20世纪80年代"),
            ("dans les années 70", "in the 1970s", "en la década de 1970", "в 1970-х годах", "في السبعينات", "20世纪70年代"),
        ),
    ),
    "date/at least days before": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("au plus tard 30 jours après l’adoption", "not later than 30 days after adoption", "a más tardar 30 días después de la aprobación", "не позднее чем через 30 дней после принятия", "في موعد لا يتجاوز 30 يوما بعد الاتخاذ", "通过后至迟30天内"),
            ("au plus tard 60 jours après l’adoption", "not later than 60 days after adoption", "a más tardar 60 días después de la aprobación", "не позднее чем через 60 дней после принятия", "في موعد لا يتجاوز 60 يوما بعد الاتخاذ", "通过后至迟60天内"),
        ),
    ),
    "date/in words days": ValueRow(
        ("Décide de tenir la conférence {} ;", "Decides to hold the conference {};", "Decide celebrar la conferencia {};", "постановляет провести конференцию {};", "تقرر عقد المؤتمر {}؛", "决定于{}举行会议；"),
        (
            ("dans un délai de quatre-vingt-dix jours", "within ninety days", "en un plazo de noventa días", "в течение девяноста дней", "في غضون تسعين يوما", "九十天内"),
            ("dans un délai de cent vingt jours", "within one hundred and twenty days", "en un plazo de ciento veinte días", "в течение ста двадцати дней", "في غضون مائة وعشرين يوما", "一百二十天内"),
        ),
    ),
    "session/words": ValueRow(
        ("Décide d’examiner la question à {} ;", "Decides to consider the matter at {};", "Decide examinar la cuestión en {};", "постановляет рассмотреть этот вопрос {};", "تقرر أن تنظر في المسألة {}؛", "决定在{}上审议此事；"),
        (
            ("sa quatre-vingt-unième session", "its eighty-first session", "su octogésimo primer período de sesiones", "на своей восемьдесят первой сессии", "في دورتها الحادية والثمانين", "第八十一届会议"),
            ("sa quatre-vingt-deuxième session", "its eighty-second session", "su octogésimo segundo período de sesiones", "на своей восемьдесят второй сессии", "في دورتها الثانية والثمانين", "第八十二届会议"),
            ("sa soixante et onzième session", "its seventy-first session", "su septuagésimo primer período de sesiones", "на своей семьдесят первой сессии", "في دورتها الحادية والسبعين", "第七十一届会议"),
        ),
    ),
    "session/roman ru": ValueRow(
        ("Décide d’examiner la question à {} ;", "Decides to consider the matter at {};", "Decide examinar la cuestión en {};", "постановляет рассмотреть этот вопрос {};", "تقرر أن تنظر في المسألة {}؛", "决定在{}上审议此事；"),
        (
            ("sa vingt-troisième session", "its twenty-third session", "su 23º período de sesiones", "на своей XXIII сессии", "في دورتها الثالثة والعشرين", "第二十三届会议"),
            ("sa vingt-quatrième session", "its twenty-fourth session", "su 24º período de sesiones", "на своей XXIV сессии", "في دورتها الرابعة والعشرين", "第二十四届会议"),
        ),
    ),
    "session/year": ValueRow(
        ("Décide d’examiner la question à {} ;", "Decides to consider the matter at {};", "Decide examinar la cuestión en {};", "постановляет рассмотреть этот вопрос {};", "تقرر أن تنظر في المسألة {}؛", "决定在{}上审议此事；"),
        (
            ("sa session de 2027", "its 2027 session", "su período de sesiones de 2027", "на своей сессии 2027 года", "في دورتها لعام 2027", "2027年会议"),
            ("sa session de 2028", "its 2028 session", "su período de sesiones de 2028", "на своей сессии 2028 года", "في دورتها لعام 2028", "2028年会议"),
        ),
    ),
    "session/two": ValueRow(
        ("Décide d’examiner la question à {} ;", "Decides to consider the matter at {};", "Decide examinar la cuestión en {};", "постановляет рассмотреть этот вопрос {};", "تقرر أن تنظر في المسألة {}؛", "决定在{}上审议此事；"),
        (
            ("ses quatre-vingtième et quatre-vingt-unième sessions", "its eightieth and eighty-first sessions", "sus períodos de sesiones octogésimo y octogésimo primero", "на своих восьмидесятой и восемьдесят первой сессиях", "في دورتيها الثمانين والحادية والثمانين", "第八十届和第八十一届会议"),
            ("ses quatre-vingtième et quatre-vingt-deuxième sessions", "its eightieth and eighty-second sessions", "sus períodos de sesiones octogésimo y octogésimo segundo", "на своих восьмидесятой и восемьдесят второй сессиях", "في دورتيها الثمانين والثانية والثمانين", "第八十届和第八十二届会议"),
        ),
    ),
    "session/instrumental": ValueRow(
        ("Se félicite de {} ;", "Welcomes {};", "Acoge con beneplácito {};", "приветствует проведение Комитетом его {};", "ترحب بعقد اللجنة {}؛", "欢迎委员会举行{}；"),
        (
            ("la vingt-troisième session du Comité", "the Committee’s twenty-third session", "el 23º período de sesiones del Comité", "двадцать третьей сессии", "دورتها الثالثة والعشرين", "第二十三届会议"),
            ("la trente-troisième session du Comité", "the Committee’s thirty-third session", "el 33º período de sesiones del Comité", "тридцать третьей сессии", "دورتها الثالثة والثلاثين", "第三十三届会议"),
        ),
    ),
    "ref/paragraph letter": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("des paragraphes 3 b) et 5 de la résolution 70/1", "paragraphs 3 (b) and 5 of resolution 70/1", "los párrafos 3 b) y 5 de la resolución 70/1", "пунктов 3 b) и 5 резолюции 70/1", "الفقرتين 3 (ب) و 5 من القرار 70/1", "第70/1号决议第3(b)和5段"),
            ("des paragraphes 3 b) et 6 de la résolution 70/1", "paragraphs 3 (b) and 6 of resolution 70/1", "los párrafos 3 b) y 6 de la resolución 70/1", "пунктов 3 b) и 6 резолюции 70/1", "الفقرتين 3 (ب) و 6 من القرار 70/1", "第70/1号决议第3(b)和6段"),
        ),
    ),
    "ref/paragraph letter slip": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("du paragraphe 3 b) de la résolution 70/1", "paragraph 3 (b) of resolution 70/1", "el párrafo 3 b) de la resolución 70/1", "пункта 3 b) резолюции 70/1", "الفقرة 3 (ب) من القرار 70/1", "第70/1号决议第3(b)段"),
            ("du paragraphe 3 c) de la résolution 70/1", "paragraph 3 (c) of resolution 70/1", "el párrafo 3 c) de la resolución 70/1", "пункта 3 c) резолюции 70/1", "الفقرة 3 (ج) من القرار 70/1", "第70/1号决议第3(c)段"),
        ),
        grave=False,
    ),
    "ref/article": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("de l’article 41 de la Charte", "Article 41 of the Charter", "el Artículo 41 de la Carta", "статьи 41 Устава", "المادة 41 من الميثاق", "《宪章》第四十一条"),
            ("de l’article 42 de la Charte", "Article 42 of the Charter", "el Artículo 42 de la Carta", "статьи 42 Устава", "المادة 42 من الميثاق", "《宪章》第四十二条"),
            ("de l’article 51 de la Charte", "Article 51 of the Charter", "el Artículo 51 de la Carta", "статьи 51 Устава", "المادة 51 من الميثاق", "《宪章》第五十一条"),
        ),
    ),
    "ref/article 2.2": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("de l’article 2.2 du Statut", "article 2.2 of the Statute", "el artículo 2.2 del Estatuto", "пункта 2 статьи 2 Статута", "المادة 2-2 من النظام الأساسي", "《规约》第二条第二款"),
            ("de l’article 2.3 du Statut", "article 2.3 of the Statute", "el artículo 2.3 del Estatuto", "пункта 3 статьи 2 Статута", "المادة 2-3 من النظام الأساسي", "《规约》第二条第三款"),
        ),
    ),
    "ref/annex roman": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("de l’annexe II de la résolution 70/1", "annex II to resolution 70/1", "el anexo II de la resolución 70/1", "приложения II к резолюции 70/1", "المرفق الثاني للقرار 70/1", "第70/1号决议附件二"),
            ("de l’annexe III de la résolution 70/1", "annex III to resolution 70/1", "el anexo III de la resolución 70/1", "приложения III к резолюции 70/1", "المرفق الثالث للقرار 70/1", "第70/1号决议附件三"),
        ),
        grave=False,
    ),
    "ref/committee": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("du Comité 1267/1989/2253", "the 1267/1989/2253 Committee", "el Comité 1267/1989/2253", "Комитета 1267/1989/2253", "اللجنة المنشأة عملا بالقرارات 1267/1989/2253", "1267/1989/2253委员会"),
            ("du Comité 1267/1988/2253", "the 1267/1988/2253 Committee", "el Comité 1267/1988/2253", "Комитета 1267/1988/2253", "اللجنة المنشأة عملا بالقرارات 1267/1988/2253", "1267/1988/2253委员会"),
        ),
    ),
    "ref/res": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("de la résolution 2231 (2015)", "resolution 2231 (2015)", "la resolución 2231 (2015)", "резолюции 2231 (2015)", "القرار 2231 (2015)", "第2231(2015)号决议"),
            ("de la résolution 2213 (2015)", "resolution 2213 (2015)", "la resolución 2213 (2015)", "резолюции 2213 (2015)", "القرار 2213 (2015)", "第2213(2015)号决议"),
            ("de la résolution 2216 (2015)", "resolution 2216 (2015)", "la resolución 2216 (2015)", "резолюции 2216 (2015)", "القرار 2216 (2015)", "第2216(2015)号决议"),
        ),
    ),
    "ref/pair and letter": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("de la résolution 77/114 B", "resolution 77/114 B", "la resolución 77/114 B", "резолюции 77/114 B", "القرار 77/114 باء", "第77/114 B号决议"),
            ("de la résolution 77/141 B", "resolution 77/141 B", "la resolución 77/141 B", "резолюции 77/141 B", "القرار 77/141 باء", "第77/141 B号决议"),
            ("de la résolution 77/114 A", "resolution 77/114 A", "la resolución 77/114 A", "резолюции 77/114 A", "القرار 77/114 ألف", "第77/114 A号决议"),
        ),
    ),
    "ref/roman res": ValueRow(
        ("Réaffirme les dispositions {} ;", "Reaffirms the provisions of {};", "Reafirma lo dispuesto en {};", "вновь подтверждает положения {};", "تؤكد من جديد أحكام {}؛", "重申{}的规定；"),
        (
            ("de la résolution 1514 (XV)", "resolution 1514 (XV)", "la resolución 1514 (XV)", "резолюции 1514 (XV)", "القرار 1514 (د-15)", "第1514(XV)号决议"),
            ("de la résolution 1541 (XV)", "resolution 1541 (XV)", "la resolución 1541 (XV)", "резолюции 1541 (XV)", "القرار 1541 (د-15)", "第1541(XV)号决议"),
        ),
    ),
    "words/figure one side": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("douze membres", "12 members", "12 miembros", "двенадцати членов", "اثني عشر عضوا", "十二名成员"),
            ("quinze membres", "15 members", "15 miembros", "пятнадцати членов", "خمسة عشر عضوا", "十五名成员"),
            ("vingt membres", "20 members", "20 miembros", "двадцати членов", "عشرين عضوا", "二十名成员"),
        ),
    ),
    "words/ar prefixes": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("trente-cinq membres", "thirty-five members", "treinta y cinco miembros", "тридцати пяти членов", "خمسة وثلاثين عضوا", "三十五名成员"),
            ("vingt-cinq membres", "twenty-five members", "veinticinco miembros", "двадцати пяти членов", "خمسة وعشرين عضوا", "二十五名成员"),
            ("quarante-cinq membres", "forty-five members", "cuarenta y cinco miembros", "сорока пяти членов", "خمسة وأربعين عضوا", "四十五名成员"),
        ),
    ),
    "words/hundred": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("cent cinquante observateurs", "one hundred and fifty observers", "ciento cincuenta observadores", "ста пятидесяти наблюдателей", "مائة وخمسين مراقبا", "一百五十名观察员"),
            ("cent soixante observateurs", "one hundred and sixty observers", "ciento sesenta observadores", "ста шестидесяти наблюдателей", "مائة وستين مراقبا", "一百六十名观察员"),
        ),
    ),
    "words/grouped": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("12 500 soldats", "12,500 troops", "12.500 soldados", "12 500 военнослужащих", "12 500 جندي", "12 500名士兵"),
            ("12 050 soldats", "12,050 troops", "12.050 soldados", "12 050 военнослужащих", "12 050 جندي", "12 050名士兵"),
            ("15 200 soldats", "15,200 troops", "15.200 soldados", "15 200 военнослужащих", "15 200 جندي", "15 200名士兵"),
        ),
    ),
    "words/ar digits": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("1 250 policiers", "1,250 police officers", "1.250 policías", "1250 полицейских", "١٢٥٠ شرطيا", "1 250名警察"),
            ("1 520 policiers", "1,520 police officers", "1.520 policías", "1520 полицейских", "١٥٢٠ شرطيا", "1 520名警察"),
        ),
    ),
    "words/three or four zh": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("trois ou quatre experts", "three or four experts", "tres o cuatro expertos", "трех или четырех экспертов", "ثلاثة أو أربعة خبراء", "三四名专家"),
            ("trois ou cinq experts", "three or five experts", "tres o cinco expertos", "трех или пяти экспертов", "ثلاثة أو خمسة خبراء", "三或五名专家"),
        ),
    ),
    "words/one to three": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("un à trois experts", "one to three experts", "entre uno y tres expertos", "от одного до трех экспертов", "خبير واحد إلى ثلاثة خبراء", "一至三名专家"),
            ("un à cinq experts", "one to five experts", "entre uno y cinco expertos", "от одного до пяти экспертов", "خبير واحد إلى خمسة خبراء", "一至五名专家"),
        ),
    ),
    "words/15 to 17": ValueRow(
        ("Décide que l’organe se composera de {} ;", "Decides that the body shall consist of {};", "Decide que el órgano esté integrado por {};", "постановляет, что этот орган будет состоять из {};", "تقرر أن تتألف الهيئة من {}؛", "决定该机构由{}组成；"),
        (
            ("15 à 17 experts", "15 to 17 experts", "entre 15 y 17 expertos", "15–17 экспертов", "15 إلى 17 خبيرا", "15至17名专家"),
            ("15 à 18 experts", "15 to 18 experts", "entre 15 y 18 expertos", "15–18 экспертов", "15 إلى 18 خبيرا", "15至18名专家"),
        ),
    ),
    "terms/two four-year": ValueRow(
        ("Décide de nommer les juges pour {} ;", "Decides to appoint the judges for {};", "Decide nombrar a los magistrados por {};", "постановляет назначить судей на {};", "تقرر تعيين القضاة ل{}؛", "决定任命法官，{}；"),
        (
            ("deux mandats de quatre ans", "two four-year terms", "dos mandatos de cuatro años", "два четырехлетних срока", "فترتين مدة كل منهما أربع سنوات", "任期两届，每届四年"),
            ("deux mandats de six ans", "two six-year terms", "dos mandatos de seis años", "два шестилетних срока", "فترتين مدة كل منهما ست سنوات", "任期两届，每届六年"),
            ("trois mandats de quatre ans", "three four-year terms", "tres mandatos de cuatro años", "три четырехлетних срока", "ثلاث فترات مدة كل منها أربع سنوات", "任期三届，每届四年"),
        ),
    ),
    "terms/months": ValueRow(
        ("Décide de nommer les juges pour {} ;", "Decides to appoint the judges for {};", "Decide nombrar a los magistrados por {};", "постановляет назначить судей на {};", "تقرر تعيين القضاة ل{}؛", "决定任命法官，{}；"),
        (
            ("une période de six et onze mois", "periods of six and eleven months", "períodos de seis y once meses", "сроки шесть и одиннадцать месяцев", "فترتي ستة أشهر وأحد عشر شهرا", "任期六个月和十一个月"),
            ("une période de six et douze mois", "periods of six and twelve months", "períodos de seis y doce meses", "сроки шесть и двенадцать месяцев", "فترتي ستة أشهر واثني عشر شهرا", "任期六个月和十二个月"),
        ),
    ),
    "terms/18 months": ValueRow(
        ("Décide de nommer les juges pour {} ;", "Decides to appoint the judges for {};", "Decide nombrar a los magistrados por {};", "постановляет назначить судей на {};", "تقرر تعيين القضاة ل{}؛", "决定任命法官，{}；"),
        (
            ("une période de dix-huit mois", "a period of eighteen months", "un período de dieciocho meses", "восемнадцать месяцев", "فترة ثمانية عشر شهرا", "任期十八个月"),
            ("une période de dix-sept mois", "a period of seventeen months", "un período de diecisiete meses", "семнадцать месяцев", "فترة سبعة عشر شهرا", "任期十七个月"),
            ("une période de quinze mois", "a period of fifteen months", "un período de quince meses", "пятнадцать месяцев", "فترة خمسة عشر شهرا", "任期十五个月"),
        ),
    ),
    "terms/one year": ValueRow(
        ("Décide de nommer les juges pour {} ;", "Decides to appoint the judges for {};", "Decide nombrar a los magistrados por {};", "постановляет назначить судей на {};", "تقرر تعيين القضاة ل{}؛", "决定任命法官，{}；"),
        (
            ("une période d’un an", "a period of one year", "un período de un año", "один год", "فترة سنة واحدة", "任期一年"),
            ("une période de deux ans", "a period of two years", "un período de dos años", "два года", "فترة سنتين", "任期两年"),
            ("une période de trois ans", "a period of three years", "un período de tres años", "три года", "فترة ثلاث سنوات", "任期三年"),
        ),
    ),
    "terms/six months": ValueRow(
        ("Décide de nommer les juges pour {} ;", "Decides to appoint the judges for {};", "Decide nombrar a los magistrados por {};", "постановляет назначить судей на {};", "تقرر تعيين القضاة ل{}؛", "决定任命法官，{}；"),
        (
            ("une période de six mois", "a period of six months", "un período de seis meses", "шесть месяцев", "فترة ستة أشهر", "任期六个月"),
            ("une période de 12 mois", "a period of 12 months", "un período de 12 meses", "12 месяцев", "فترة 12 شهرا", "任期12个月"),
            ("une période de trois mois", "a period of three months", "un período de tres meses", "три месяца", "فترة ثلاثة أشهر", "任期三个月"),
        ),
    ),
    "count/300 meetings": ValueRow(
        ("Décide de tenir {} ;", "Decides to hold {};", "Decide celebrar {};", "постановляет провести {};", "تقرر عقد {}؛", "决定举行{}；"),
        (
            ("trois cents réunions", "three hundred meetings", "trescientas reuniones", "триста заседаний", "ثلاثمائة جلسة", "三百次会议"),
            ("quatre cents réunions", "four hundred meetings", "cuatrocientas reuniones", "четыреста заседаний", "أربعمائة جلسة", "四百次会议"),
        ),
    ),
    "count/meetings figures": ValueRow(
        ("Décide de tenir {} ;", "Decides to hold {};", "Decide celebrar {};", "постановляет провести {};", "تقرر عقد {}؛", "决定举行{}；"),
        (
            ("24 séances", "24 meetings", "24 sesiones", "24 заседания", "24 جلسة", "24次会议"),
            ("42 séances", "42 meetings", "42 sesiones", "42 заседания", "42 جلسة", "42次会议"),
            ("34 séances", "34 meetings", "34 sesiones", "34 заседания", "34 جلسة", "34次会议"),
        ),
    ),
    "count/ten day session": ValueRow(
        ("Décide de tenir {} ;", "Decides to hold {};", "Decide celebrar {};", "постановляет провести {};", "تقرر عقد {}؛", "决定举行{}；"),
        (
            ("une session de dix jours", "a ten-day session", "un período de sesiones de diez días", "десятидневную сессию", "دورة مدتها عشرة أيام", "为期十天的会议"),
            ("une session de cinq jours", "a five-day session", "un período de sesiones de cinco días", "пятидневную сессию", "دورة مدتها خمسة أيام", "为期五天的会议"),
            ("une session de trois jours", "a three-day session", "un período de sesiones de tres días", "трехдневную сессию", "دورة مدتها ثلاثة أيام", "为期三天的会议"),
        ),
    ),
    "count/millions vague": ValueRow(
        ("Note que {} sont déplacées ;", "Notes that {} are displaced;", "Observa que {} están desplazadas;", "отмечает, что {} перемещены;", "تلاحظ أن {} مشردون؛", "注意到{}流离失所；"),
        (
            ("des millions de personnes", "millions of people", "millones de personas", "миллионы людей", "ملايين الأشخاص", "千百万人"),
        ),
    ),
    "count/hundreds of thousands": ValueRow(
        ("Note que {} sont retournées ;", "Notes that {} have returned;", "Observa que {} han regresado;", "отмечает, что {} возвратились;", "تلاحظ أن {} قد عادوا؛", "注意到{}已经返回；"),
        (
            ("des centaines de milliers de personnes", "hundreds of thousands of people", "cientos de miles de personas", "сотни тысяч людей", "مئات الآلاف من الأشخاص", "数十万人"),
        ),
    ),
    "halve": ValueRow(
        ("Décide de réduire {} le nombre d’experts ;", "Decides to reduce {} the number of experts;", "Decide reducir {} el número de expertos;", "постановляет {} сократить число экспертов;", "تقرر تخفيض عدد الخبراء {}؛", "决定将专家人数{}；"),
        (
            ("de moitié", "by half", "a la mitad", "вдвое", "إلى النصف", "减半"),
            ("d’un tiers", "by one third", "en un tercio", "на одну треть", "بمقدار الثلث", "减少三分之一"),
        ),
    ),
    "unit/km": ValueRow(
        ("Décide d’établir une zone de {} ;", "Decides to establish a zone of {};", "Decide establecer una zona de {};", "постановляет установить зону шириной {};", "تقرر إنشاء منطقة عرضها {}؛", "决定设立一个{}宽的区域；"),
        (
            ("25 kilomètres", "25 kilometres", "25 kilómetros", "25 километров", "25 كيلومترا", "25公里"),
            ("52 kilomètres", "52 kilometres", "52 kilómetros", "52 километра", "52 كيلومترا", "52公里"),
        ),
    ),
    "age/15-24": ValueRow(
        ("Se préoccupe de la situation des jeunes {} ;", "Is concerned about the situation of young people {};", "Expresa preocupación por la situación de los jóvenes {};", "выражает обеспокоенность положением молодых людей {};", "تعرب عن القلق إزاء حالة الشباب {}؛", "对{}青年的处境表示关切；"),
        (
            ("de 15 à 24 ans", "aged 15 to 24", "de 15 a 24 años", "в возрасте от 15 до 24 лет", "الذين تتراوح أعمارهم بين 15 و 24 عاما", "15至24岁"),
            ("de 15 à 29 ans", "aged 15 to 29", "de 15 a 29 años", "в возрасте от 15 до 29 лет", "الذين تتراوح أعمارهم بين 15 و 29 عاما", "15至29岁"),
            ("de 18 à 24 ans", "aged 18 to 24", "de 18 a 24 años", "в возрасте от 18 до 24 лет", "الذين تتراوح أعمارهم بين 18 و 24 عاما", "18至24岁"),
        ),
    ),
    "age/under 18": ValueRow(
        ("Condamne le recrutement d’enfants {} ;", "Condemns the recruitment of children {};", "Condena el reclutamiento de niños {};", "осуждает вербовку детей {};", "تدين تجنيد الأطفال {}؛", "谴责招募{}儿童；"),
        (
            ("de moins de 18 ans", "under 18", "menores de 18 años", "младше 18 лет", "دون سن 18 عاما", "18岁以下"),
            ("de moins de 15 ans", "under 15", "menores de 15 años", "младше 15 лет", "دون سن 15 عاما", "15岁以下"),
        ),
    ),
    "age/words": ValueRow(
        ("Condamne le recrutement d’enfants de moins de {} ;", "Condemns the recruitment of children under {};", "Condena el reclutamiento de niños menores de {};", "осуждает вербовку детей младше {};", "تدين تجنيد الأطفال دون سن {}؛", "谴责招募{}以下儿童；"),
        (
            ("quinze ans", "fifteen years", "quince años", "пятнадцати лет", "الخامسة عشرة", "十五岁"),
            ("dix-huit ans", "eighteen years", "dieciocho años", "восемнадцати лет", "الثامنة عشرة", "十八岁"),
        ),
    ),
    "anniv": ValueRow(
        ("Se félicite de la célébration du {} ;", "Welcomes the celebration of the {};", "Acoge con beneplácito la celebración del {};", "приветствует празднование {};", "ترحب بالاحتفال {}؛", "欢迎庆祝{}；"),
        (
            ("cinquantième anniversaire", "fiftieth anniversary", "cincuentenario", "пятидесятой годовщины", "بالذكرى السنوية الخمسين", "五十周年"),
            ("soixantième anniversaire", "sixtieth anniversary", "sexagésimo aniversario", "шестидесятой годовщины", "بالذكرى السنوية الستين", "六十周年"),
            ("vingt-cinquième anniversaire", "twenty-fifth anniversary", "25º aniversario", "двадцать пятой годовщины", "بالذكرى السنوية الخامسة والعشرين", "二十五周年"),
        ),
        grave=False,
    ),
    "century": ValueRow(
        ("Note que {} sera décisif ;", "Notes that {} will be decisive;", "Observa que {} será decisivo;", "отмечает, что {} будет решающим;", "تلاحظ أن {} سيكون حاسما؛", "注意到{}将具有决定性；"),
        (
            ("le XXIe siècle", "the twenty-first century", "el siglo XXI", "XXI век", "القرن الحادي والعشرين", "二十一世纪"),
            ("le XXe siècle", "the twentieth century", "el siglo XX", "XX век", "القرن العشرين", "二十世纪"),
        ),
        grave=False,
    ),
    "goal": ValueRow(
        ("Réaffirme {} ;", "Reaffirms {};", "Reafirma {};", "вновь подтверждает {};", "تؤكد من جديد {}؛", "重申{}；"),
        (
            ("l’objectif 16 et la cible 16.9", "Goal 16 and target 16.9", "el Objetivo 16 y la meta 16.9", "цель 16 и задачу 16.9", "الهدف 16 والغاية 16-9", "目标16和具体目标16.9"),
            ("l’objectif 16 et la cible 16.8", "Goal 16 and target 16.8", "el Objetivo 16 y la meta 16.8", "цель 16 и задачу 16.8", "الهدف 16 والغاية 16-8", "目标16和具体目标16.8"),
            ("l’objectif 15 et la cible 15.9", "Goal 15 and target 15.9", "el Objetivo 15 y la meta 15.9", "цель 15 и задачу 15.9", "الهدف 15 والغاية 15-9", "目标15和具体目标15.9"),
        ),
    ),
    "without prejudice": ValueRow(
        ("Décide d’approuver le plan, {} ;", "Decides to approve the plan, {};", "Decide aprobar el plan, {};", "постановляет утвердить план {};", "تقرر إقرار الخطة، {}؛", "决定核准计划，{}；"),
        (
            ("sans préjudice des droits des parties", "without prejudice to the rights of the parties", "sin perjuicio de los derechos de las partes", "без ущерба для прав сторон", "دون المساس بحقوق الأطراف", "但不妨害各方的权利"),
        ),
    ),
    "per thousand": ValueRow(
        ("Note que le taux est de {} ;", "Notes that the rate is {};", "Observa que la tasa es de {};", "отмечает, что показатель составляет {};", "تلاحظ أن المعدل يبلغ {}؛", "注意到比率为{}；"),
        (
            ("70 pour 100 000 naissances", "70 per 100,000 births", "70 por cada 100.000 nacidos", "70 на 100 000 рождений", "70 لكل 100 000 ولادة", "每100 000名活产70例"),
            ("90 pour 100 000 naissances", "90 per 100,000 births", "90 por cada 100.000 nacidos", "90 на 100 000 рождений", "90 لكل 100 000 ولادة", "每100 000名活产90例"),
        ),
    ),
    "vote": ValueRow(
        ("Note que la décision requiert {} ;", "Notes that the decision requires {};", "Observa que la decisión requiere {};", "отмечает, что для решения требуется {};", "تلاحظ أن القرار يتطلب {}؛", "注意到该决定需要{}；"),
        (
            ("une majorité des deux tiers", "a two-thirds majority", "una mayoría de dos tercios", "большинство в две трети голосов", "أغلبية الثلثين", "三分之二多数"),
            ("une majorité des trois quarts", "a three-fourths majority", "una mayoría de tres cuartos", "большинство в три четверти голосов", "أغلبية ثلاثة أرباع", "四分之三多数"),
        ),
    ),
}  # fmt: skip
