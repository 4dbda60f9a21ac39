"""More clauses in six languages that say one thing: months, parts of a year, units, duals, round words, letters and ranks.

Specimens, not UN documents; as in `tests.support.value_rows`.
"""

from __future__ import annotations

from tests.support.value_rows import Six, ValueRow

HOLD: Six = (
    "Décide de tenir la conférence {} ;",
    "Decides to hold the conference {};",
    "Decide celebrar la conferencia {};",
    "постановляет провести конференцию {};",
    "تقرر عقد المؤتمر {}؛",
    "决定{}举行会议；",
)
REAFFIRM: Six = ("Réaffirme {} ;", "Reaffirms {};", "Reafirma {};", "подтверждает {};", "تؤكد من جديد {}؛", "重申{}；")
APPLY: Six = (
    "Décide que {} s’applique ;",
    "Decides that {} shall apply;",
    "Decide que se aplicará {};",
    "постановляет применять {};",
    "تقرر تطبيق {}؛",
    "决定适用{}；",
)
DURING: Six = (
    "Décide de proroger le mandat {} ;",
    "Decides to extend the mandate {};",
    "Decide prorrogar el mandato {};",
    "постановляет продлить мандат {};",
    "تقرر تمديد الولاية {}؛",
    "决定将任务期限延长{}；",
)
KILLED: Six = (
    "Déplore la mort de {} ;",
    "Deplores the death of {};",
    "Deplora la muerte de {};",
    "выражает сожаление в связи с гибелью {};",
    "تشجب مقتل {}؛",
    "痛惜{}死亡；",
)
ZONE: Six = (
    "Décide d’établir une zone de {} ;",
    "Decides to establish a zone of {};",
    "Decide establecer una zona de {};",
    "постановляет создать зону в {};",
    "تقرر إنشاء منطقة مساحتها {}؛",
    "决定设立{}的区域；",
)

MORE_ROWS: dict[str, ValueRow] = {
    "month/end of, no year": ValueRow(
        HOLD,
        (
            (
                "avant la fin de novembre",
                "by the end of November",
                "antes de que finalice noviembre",
                "до конца ноября",
                "قبل نهاية تشرين الثاني/نوفمبر",
                "11月底前",
            ),
            (
                "avant la fin d’octobre",
                "by the end of October",
                "antes de que finalice octubre",
                "до конца октября",
                "قبل نهاية تشرين الأول/أكتوبر",
                "10月底前",
            ),
            (
                "avant la fin de septembre",
                "by the end of September",
                "antes de que finalice septiembre",
                "до конца сентября",
                "قبل نهاية أيلول/سبتمبر",
                "9月底前",
            ),
        ),
    ),
    "month/in, no year": ValueRow(
        HOLD,
        (
            ("en mars", "in March", "en marzo", "в марте", "في آذار/مارس", "于3月"),
            ("en avril", "in April", "en abril", "в апреле", "في نيسان/أبريل", "于4月"),
            ("en mai", "in May", "en mayo", "в мае", "في أيار/مايو", "于5月"),
        ),
    ),
    "month/each year": ValueRow(
        HOLD,
        (
            (
                "chaque année en juin",
                "every year in June",
                "todos los años en junio",
                "ежегодно в июне",
                "كل سنة في حزيران/يونيه",
                "每年6月",
            ),
            (
                "chaque année en juillet",
                "every year in July",
                "todos los años en julio",
                "ежегодно в июле",
                "كل سنة في تموز/يوليه",
                "每年7月",
            ),
        ),
    ),
    "month/range, no year": ValueRow(
        HOLD,
        (
            (
                "d’août à octobre",
                "from August to October",
                "de agosto a octubre",
                "с августа по октябрь",
                "من آب/أغسطس إلى تشرين الأول/أكتوبر",
                "于8月至10月",
            ),
            (
                "d’août à décembre",
                "from August to December",
                "de agosto a diciembre",
                "с августа по декабрь",
                "من آب/أغسطس إلى كانون الأول/ديسمبر",
                "于8月至12月",
            ),
        ),
    ),
    "month/later, same year": ValueRow(
        HOLD,
        (
            (
                "en février de l’année suivante",
                "in February of the following year",
                "en febrero del año siguiente",
                "в феврале следующего года",
                "في شباط/فبراير من السنة التالية",
                "于次年2月",
            ),
            (
                "en janvier de l’année suivante",
                "in January of the following year",
                "en enero del año siguiente",
                "в январе следующего года",
                "في كانون الثاني/يناير من السنة التالية",
                "于次年1月",
            ),
        ),
    ),
    "paragraph/bis ter": ValueRow(
        APPLY,
        (
            (
                "le paragraphe 5 bis",
                "paragraph 5 bis",
                "el párrafo 5 bis",
                "пункт 5 бис",
                "الفقرة 5 مكررا",
                "第5段之二",
            ),
            (
                "le paragraphe 5 ter",
                "paragraph 5 ter",
                "el párrafo 5 ter",
                "пункт 5 тер",
                "الفقرة 5 مكررا ثانيا",
                "第5段之三",
            ),
        ),
    ),
    "article/bis ter": ValueRow(
        APPLY,
        (
            (
                "l’article 8 bis du Statut",
                "article 8 bis of the Statute",
                "el artículo 8 bis del Estatuto",
                "статью 8 бис Статута",
                "المادة 8 مكررا من النظام الأساسي",
                "《规约》第8条之二",
            ),
            (
                "l’article 8 ter du Statut",
                "article 8 ter of the Statute",
                "el artículo 8 ter del Estatuto",
                "статью 8 тер Статута",
                "المادة 8 مكررا ثانيا من النظام الأساسي",
                "《规约》第8条之三",
            ),
        ),
    ),
    "article/bis or none": ValueRow(
        APPLY,
        (
            (
                "l’article 15 bis du Statut",
                "article 15 bis of the Statute",
                "el artículo 15 bis del Estatuto",
                "статью 15 бис Статута",
                "المادة 15 مكررا من النظام الأساسي",
                "《规约》第15条之二",
            ),
            (
                "l’article 15 du Statut",
                "article 15 of the Statute",
                "el artículo 15 del Estatuto",
                "статью 15 Статута",
                "المادة 15 من النظام الأساسي",
                "《规约》第15条",
            ),
        ),
    ),
    "round/dozens hundreds": ValueRow(
        KILLED,
        (
            (
                "dizaines de civils",
                "dozens of civilians",
                "decenas de civiles",
                "десятков гражданских лиц",
                "عشرات المدنيين",
                "数十名平民",
            ),
            (
                "centaines de civils",
                "hundreds of civilians",
                "cientos de civiles",
                "сотен гражданских лиц",
                "مئات المدنيين",
                "数百名平民",
            ),
            (
                "milliers de civils",
                "thousands of civilians",
                "miles de civiles",
                "тысяч гражданских лиц",
                "آلاف المدنيين",
                "数千名平民",
            ),
        ),
    ),
    "round/hundreds thousands": ValueRow(
        KILLED,
        (
            (
                "plusieurs centaines de civils",
                "several hundred civilians",
                "varios centenares de civiles",
                "нескольких сотен гражданских лиц",
                "عدة مئات من المدنيين",
                "几百名平民",
            ),
            (
                "plusieurs milliers de civils",
                "several thousand civilians",
                "varios miles de civiles",
                "нескольких тысяч гражданских лиц",
                "عدة آلاف من المدنيين",
                "几千名平民",
            ),
        ),
    ),
    "round/thousands millions": ValueRow(
        KILLED,
        (
            (
                "milliers de personnes",
                "thousands of people",
                "miles de personas",
                "тысяч людей",
                "آلاف الأشخاص",
                "成千上万人",
            ),
            (
                "millions de personnes",
                "millions of people",
                "millones de personas",
                "миллионов людей",
                "ملايين الأشخاص",
                "千百万人",
            ),
        ),
    ),
    "round/tens of thousands": ValueRow(
        KILLED,
        (
            (
                "dizaines de milliers de personnes",
                "tens of thousands of people",
                "decenas de miles de personas",
                "десятков тысяч людей",
                "عشرات الآلاف من الأشخاص",
                "数万人",
            ),
            (
                "centaines de milliers de personnes",
                "hundreds of thousands of people",
                "cientos de miles de personas",
                "сотен тысяч людей",
                "مئات الآلاف من الأشخاص",
                "数十万人",
            ),
        ),
    ),
    "unit/km miles": ValueRow(
        ZONE,
        (
            (
                "200 milles marins",
                "200 nautical miles",
                "200 millas marinas",
                "200 морских миль",
                "200 ميل بحري",
                "200海里",
            ),
            ("200 kilomètres", "200 kilometres", "200 kilómetros", "200 километров", "200 كيلومتر", "200公里"),
            ("200 mètres", "200 metres", "200 metros", "200 метров", "200 متر", "200米"),
        ),
    ),
    "unit/hectares": ValueRow(
        ZONE,
        (
            ("300 hectares", "300 hectares", "300 hectáreas", "300 гектаров", "300 هكتار", "300公顷"),
            (
                "300 kilomètres carrés",
                "300 square kilometres",
                "300 kilómetros cuadrados",
                "300 квадратных километров",
                "300 كيلومتر مربع",
                "300平方公里",
            ),
        ),
    ),
    "unit/tonnes": ValueRow(
        (
            "Autorise l’importation de {} de céréales ;",
            "Authorizes the import of {} of cereals;",
            "Autoriza la importación de {} de cereales;",
            "разрешает ввоз {} зерна;",
            "تأذن باستيراد {} من الحبوب؛",
            "授权进口{}谷物；",
        ),
        (
            ("500 tonnes", "500 tons", "500 toneladas", "500 тонн", "500 طن", "500吨"),
            ("500 kilogrammes", "500 kilograms", "500 kilogramos", "500 килограммов", "500 كيلوغرام", "500公斤"),
        ),
    ),
    "unit/days months": ValueRow(
        DURING,
        (
            ("de 30 jours", "for 30 days", "por 30 días", "на 30 дней", "لمدة 30 يوما", "30天"),
            ("de 30 mois", "for 30 months", "por 30 meses", "на 30 месяцев", "لمدة 30 شهرا", "30个月"),
            ("de 30 semaines", "for 30 weeks", "por 30 semanas", "на 30 недель", "لمدة 30 أسبوعا", "30周"),
        ),
    ),
    "unit/months years": ValueRow(
        DURING,
        (
            ("de quatre mois", "for four months", "por cuatro meses", "на четыре месяца", "لمدة أربعة أشهر", "四个月"),
            ("de quatre ans", "for four years", "por cuatro años", "на четыре года", "لمدة أربع سنوات", "四年"),
            (
                "de quatre semaines",
                "for four weeks",
                "por cuatro semanas",
                "на четыре недели",
                "لمدة أربعة أسابيع",
                "四周",
            ),
        ),
    ),
    "unit/hours": ValueRow(
        (
            "Exige que les Parties répondent dans les {} ;",
            "Demands that the Parties reply within {};",
            "Exige que las Partes respondan en el plazo de {};",
            "требует, чтобы Стороны ответили в течение {};",
            "تطالب بأن ترد الأطراف في غضون {}؛",
            "要求各方在{}内答复；",
        ),
        (
            ("48 heures", "48 hours", "48 horas", "48 часов", "48 ساعة", "48小时"),
            ("48 jours", "48 days", "48 días", "48 дней", "48 يوما", "48天"),
        ),
    ),
    "dual/years": ValueRow(
        DURING,
        (
            ("de deux ans", "for two years", "por dos años", "на два года", "لمدة سنتين", "两年"),
            ("de trois ans", "for three years", "por tres años", "на три года", "لمدة ثلاث سنوات", "三年"),
        ),
    ),
    "dual/months": ValueRow(
        DURING,
        (
            ("de deux mois", "for two months", "por dos meses", "на два месяца", "لمدة شهرين", "两个月"),
            ("de trois mois", "for three months", "por tres meses", "на три месяца", "لمدة ثلاثة أشهر", "三个月"),
        ),
    ),
    "dual/days": ValueRow(
        DURING,
        (
            ("de deux jours", "for two days", "por dos días", "на два дня", "لمدة يومين", "两天"),
            ("de trois jours", "for three days", "por tres días", "на три дня", "لمدة ثلاثة أيام", "三天"),
        ),
    ),
    "dual/sessions": ValueRow(
        (
            "Prie le Secrétaire général de convoquer {} ;",
            "Requests the Secretary-General to convene {};",
            "Solicita al Secretario General que convoque {};",
            "просит Генерального секретаря созвать {};",
            "تطلب إلى الأمين العام أن يعقد {}؛",
            "请秘书长召开{}；",
        ),
        (
            ("deux sessions", "two sessions", "dos períodos de sesiones", "две сессии", "دورتين", "两届会议"),
            ("trois sessions", "three sessions", "tres períodos de sesiones", "три сессии", "ثلاث دورات", "三届会议"),
        ),
    ),
    "dual/times": ValueRow(
        (
            "Décide que le Comité se réunira {} ;",
            "Decides that the Committee shall meet {};",
            "Decide que el Comité se reúna {};",
            "постановляет, что Комитет соберется {};",
            "تقرر أن تجتمع اللجنة {}؛",
            "决定委员会举行{}会议；",
        ),
        (
            ("deux fois", "two times", "dos veces", "два раза", "مرتين", "两次"),
            ("trois fois", "three times", "tres veces", "три раза", "ثلاث مرات", "三次"),
        ),
    ),
    "dual/teams": ValueRow(
        (
            "Décide de créer {} d’experts ;",
            "Decides to establish {} of experts;",
            "Decide crear {} de expertos;",
            "постановляет создать {} экспертов;",
            "تقرر إنشاء {} خبراء؛",
            "决定设立{}专家组；",
        ),
        (
            ("deux groupes", "two groups", "dos grupos", "две группы", "فريقي", "两个"),
            ("trois groupes", "three groups", "tres grupos", "три группы", "ثلاثة أفرقة", "三个"),
        ),
    ),
    "dual/reports": ValueRow(
        (
            "Prie le Secrétaire général de présenter {} ;",
            "Requests the Secretary-General to submit {};",
            "Solicita al Secretario General que presente {};",
            "просит Генерального секретаря представить {};",
            "تطلب إلى الأمين العام أن يقدم {}؛",
            "请秘书长提交{}；",
        ),
        (
            ("deux rapports", "two reports", "dos informes", "два доклада", "تقريرين", "两份报告"),
            ("trois rapports", "three reports", "tres informes", "три доклада", "ثلاثة تقارير", "三份报告"),
            ("quatre rapports", "four reports", "cuatro informes", "четыре доклада", "أربعة تقارير", "四份报告"),
        ),
    ),
    "half/first second": ValueRow(
        HOLD,
        (
            (
                "au premier semestre de 2024",
                "in the first half of 2024",
                "en el primer semestre de 2024",
                "в первой половине 2024 года",
                "في النصف الأول من عام 2024",
                "于2024年上半年",
            ),
            (
                "au second semestre de 2024",
                "in the second half of 2024",
                "en el segundo semestre de 2024",
                "во второй половине 2024 года",
                "في النصف الثاني من عام 2024",
                "于2024年下半年",
            ),
        ),
    ),
    "half/moitié": ValueRow(
        HOLD,
        (
            (
                "pendant la première moitié de 2025",
                "during the first half of 2025",
                "durante la primera mitad de 2025",
                "в течение первого полугодия 2025 года",
                "خلال النصف الأول من عام 2025",
                "于2025年上半年",
            ),
            (
                "pendant la seconde moitié de 2025",
                "during the second half of 2025",
                "durante la segunda mitad de 2025",
                "в течение второго полугодия 2025 года",
                "خلال النصف الثاني من عام 2025",
                "于2025年下半年",
            ),
        ),
    ),
    "quarter/of year": ValueRow(
        HOLD,
        (
            (
                "au premier trimestre de 2025",
                "in the first quarter of 2025",
                "en el primer trimestre de 2025",
                "в первом квартале 2025 года",
                "في الربع الأول من عام 2025",
                "于2025年第一季度",
            ),
            (
                "au troisième trimestre de 2025",
                "in the third quarter of 2025",
                "en el tercer trimestre de 2025",
                "в третьем квартале 2025 года",
                "في الربع الثالث من عام 2025",
                "于2025年第三季度",
            ),
            (
                "au quatrième trimestre de 2025",
                "in the fourth quarter of 2025",
                "en el cuarto trimestre de 2025",
                "в четвертом квартале 2025 года",
                "في الربع الرابع من عام 2025",
                "于2025年第四季度",
            ),
        ),
    ),
    "part/mid end": ValueRow(
        HOLD,
        (
            (
                "à la mi-2026",
                "in mid-2026",
                "a mediados de 2026",
                "в середине 2026 года",
                "في منتصف عام 2026",
                "于2026年年中",
            ),
            (
                "à la fin de 2026",
                "at the end of 2026",
                "a finales de 2026",
                "в конце 2026 года",
                "في نهاية عام 2026",
                "于2026年年底",
            ),
            (
                "au début de 2026",
                "at the beginning of 2026",
                "a principios de 2026",
                "в начале 2026 года",
                "في بداية عام 2026",
                "于2026年年初",
            ),
        ),
    ),
    "part/mid end month": ValueRow(
        HOLD,
        (
            (
                "à la mi-juin 2026",
                "in mid-June 2026",
                "a mediados de junio de 2026",
                "в середине июня 2026 года",
                "في منتصف حزيران/يونيه 2026",
                "于2026年6月中旬",
            ),
            (
                "à la fin de juin 2026",
                "at the end of June 2026",
                "a finales de junio de 2026",
                "в конце июня 2026 года",
                "في نهاية حزيران/يونيه 2026",
                "于2026年6月底",
            ),
        ),
    ),
    "agenda/2030 2063": ValueRow(
        REAFFIRM,
        (
            (
                "le Programme de développement durable à l’horizon 2030",
                "the 2030 Agenda for Sustainable Development",
                "la Agenda 2030 para el Desarrollo Sostenible",
                "Повестку дня в области устойчивого развития на период до 2030 года",
                "خطة التنمية المستدامة لعام 2030",
                "《2030年可持续发展议程》",
            ),
            (
                "l’Agenda 2063",
                "Agenda 2063",
                "la Agenda 2063",
                "Повестку дня на период до 2063 года",
                "خطة عام 2063",
                "《2063年议程》",
            ),
        ),
    ),
    "temperature/1.5": ValueRow(
        (
            "Souligne qu’il faut limiter le réchauffement à {} ;",
            "Stresses the need to limit warming to {};",
            "Subraya la necesidad de limitar el calentamiento a {};",
            "подчеркивает необходимость ограничить потепление {};",
            "تشدد على ضرورة حصر الاحترار في {}؛",
            "强调需要将升温限制在{}；",
        ),
        (
            ("1,5 °C", "1.5°C", "1,5 °C", "1,5 °C", "1,5 درجة مئوية", "1.5摄氏度"),
            ("2,5 °C", "2.5°C", "2,5 °C", "2,5 °C", "2,5 درجة مئوية", "2.5摄氏度"),
        ),
    ),
    "coordinates": ValueRow(
        (
            "Décide que la ligne passe par {} ;",
            "Decides that the line passes through {};",
            "Decide que la línea pasa por {};",
            "постановляет, что линия проходит через {};",
            "تقرر أن يمر الخط عبر {}؛",
            "决定界线经过{}；",
        ),
        (
            ("16° 36′ N", "16° 36′ N", "16° 36′ N", "16° 36′ с. ш.", "16 درجة و36 دقيقة شمالا", "北纬16度36分"),
            ("16° 38′ N", "16° 38′ N", "16° 38′ N", "16° 38′ с. ш.", "16 درجة و38 دقيقة شمالا", "北纬16度38分"),
        ),
    ),
    "symbol/ST": ValueRow(
        REAFFIRM,
        (
            (
                "la circulaire ST/SGB/2019/8",
                "bulletin ST/SGB/2019/8",
                "el boletín ST/SGB/2019/8",
                "бюллетень ST/SGB/2019/8",
                "النشرة ST/SGB/2019/8",
                "ST/SGB/2019/8号公报",
            ),
            (
                "la circulaire ST/SGB/2017/2",
                "bulletin ST/SGB/2017/2",
                "el boletín ST/SGB/2017/2",
                "бюллетень ST/SGB/2017/2",
                "النشرة ST/SGB/2017/2",
                "ST/SGB/2017/2号公报",
            ),
        ),
    ),
    "symbol/report": ValueRow(
        (
            "Prend note du rapport du Secrétaire général ({}) ;",
            "Takes note of the report of the Secretary-General ({});",
            "Toma nota del informe del Secretario General ({});",
            "принимает к сведению доклад Генерального секретаря ({});",
            "تحيط علما بتقرير الأمين العام ({})؛",
            "注意到秘书长的报告({})；",
        ),
        (
            ("A/77/618",) * 6,
            ("A/77/681",) * 6,
            ("A/78/618",) * 6,
        ),
    ),
    "committee/ordinal": ValueRow(
        REAFFIRM,
        (
            (
                "le rôle de la Cinquième Commission",
                "the role of the Fifth Committee",
                "el papel de la Quinta Comisión",
                "роль Пятого комитета",
                "دور اللجنة الخامسة",
                "第五委员会的作用",
            ),
            (
                "le rôle de la Troisième Commission",
                "the role of the Third Committee",
                "el papel de la Tercera Comisión",
                "роль Третьего комитета",
                "دور اللجنة الثالثة",
                "第三委员会的作用",
            ),
        ),
    ),
    "conference/ordinal": ValueRow(
        REAFFIRM,
        (
            (
                "les résultats de la troisième Conférence",
                "the outcome of the third Conference",
                "los resultados de la Tercera Conferencia",
                "итоги третьей Конференции",
                "نتائج المؤتمر الثالث",
                "第三次会议的成果",
            ),
            (
                "les résultats de la quatrième Conférence",
                "the outcome of the fourth Conference",
                "los resultados de la Cuarta Conferencia",
                "итоги четвертой Конференции",
                "نتائج المؤتمر الرابع",
                "第四次会议的成果",
            ),
        ),
        grave=False,  # a conference is a meeting in Chinese, and the number of a meeting may be left out
    ),
    "conventions/fourth": ValueRow(
        REAFFIRM,
        (
            (
                "la quatrième Convention de Genève",
                "the Fourth Geneva Convention",
                "el Cuarto Convenio de Ginebra",
                "четвертую Женевскую конвенцию",
                "اتفاقية جنيف الرابعة",
                "《日内瓦第四公约》",
            ),
            (
                "la troisième Convention de Genève",
                "the Third Geneva Convention",
                "el Tercer Convenio de Ginebra",
                "третью Женевскую конвенцию",
                "اتفاقية جنيف الثالثة",
                "《日内瓦第三公约》",
            ),
        ),
    ),
    "chapter/roman": ValueRow(
        REAFFIRM,
        (
            (
                "le Chapitre VII de la Charte",
                "Chapter VII of the Charter",
                "el Capítulo VII de la Carta",
                "главу VII Устава",
                "الفصل السابع من الميثاق",
                "《宪章》第七章",
            ),
            (
                "le Chapitre VI de la Charte",
                "Chapter VI of the Charter",
                "el Capítulo VI de la Carta",
                "главу VI Устава",
                "الفصل السادس من الميثاق",
                "《宪章》第六章",
            ),
        ),
    ),
    "section/roman": ValueRow(
        REAFFIRM,
        (
            (
                "la section III du rapport",
                "section III of the report",
                "la sección III del informe",
                "раздел III доклада",
                "الفرع ثالثا من التقرير",
                "报告第三节",
            ),
            (
                "la section IV du rapport",
                "section IV of the report",
                "la sección IV del informe",
                "раздел IV доклада",
                "الفرع رابعا من التقرير",
                "报告第四节",
            ),
        ),
    ),
    "annex/roman": ValueRow(
        REAFFIRM,
        (
            (
                "l’annexe I de la présente résolution",
                "annex I to the present resolution",
                "el anexo I de la presente resolución",
                "приложение I к настоящей резолюции",
                "المرفق الأول لهذا القرار",
                "本决议附件一",
            ),
            (
                "l’annexe II de la présente résolution",
                "annex II to the present resolution",
                "el anexo II de la presente resolución",
                "приложение II к настоящей резолюции",
                "المرفق الثاني لهذا القرار",
                "本决议附件二",
            ),
        ),
    ),
    "letter/subparagraph": ValueRow(
        APPLY,
        (
            (
                "l’alinéa c) ci-dessus",
                "subparagraph (c) above",
                "el apartado c) anterior",
                "подпункт c) выше",
                "الفقرة الفرعية (ج) أعلاه",
                "上文第(c)分段",
            ),
            (
                "l’alinéa d) ci-dessus",
                "subparagraph (d) above",
                "el apartado d) anterior",
                "подпункт d) выше",
                "الفقرة الفرعية (د) أعلاه",
                "上文第(d)分段",
            ),
        ),
    ),
    "letter/own alphabet": ValueRow(
        APPLY,
        (
            (
                "l’alinéa b) du paragraphe 7",
                "paragraph 7 (b)",
                "el párrafo 7 b)",
                "пункт 7 b)",
                "الفقرة 7 (ب)",
                "第7(b)段",
            ),
            (
                "l’alinéa c) du paragraphe 7",
                "paragraph 7 (c)",
                "el párrafo 7 c)",
                "пункт 7 c)",
                "الفقرة 7 (ج)",
                "第7(c)段",
            ),
        ),
    ),
    "letter/roman point": ValueRow(
        APPLY,
        (
            (
                "le paragraphe 4 b) ii)",
                "paragraph 4 (b) (ii)",
                "el párrafo 4 b) ii)",
                "пункт 4 b) ii)",
                "الفقرة 4 (ب) ‘2’",
                "第4(b)㈡段",
            ),
            (
                "le paragraphe 4 b) iii)",
                "paragraph 4 (b) (iii)",
                "el párrafo 4 b) iii)",
                "пункт 4 b) iii)",
                "الفقرة 4 (ب) ‘3’",
                "第4(b)㈢段",
            ),
        ),
    ),
    "posts/grade": ValueRow(
        (
            "Décide de créer un poste de classe {} ;",
            "Decides to establish one post at the {} level;",
            "Decide crear un puesto de categoría {};",
            "постановляет учредить одну должность класса {};",
            "تقرر إنشاء وظيفة واحدة برتبة {}؛",
            "决定设立1个{}职等员额；",
        ),
        (
            ("P-4", "P-4", "P-4", "С-4", "ف-4", "P-4"),
            ("P-3", "P-3", "P-3", "С-3", "ف-3", "P-3"),
        ),
    ),
    "calibre": ValueRow(
        (
            "Interdit la livraison d’armes d’un calibre de {} ;",
            "Prohibits the supply of weapons with a calibre of {};",
            "Prohíbe el suministro de armas de calibre {};",
            "запрещает поставки оружия калибра {};",
            "تحظر توريد أسلحة من عيار {}؛",
            "禁止供应口径为{}的武器；",
        ),
        (
            ("12,7 mm", "12.7 mm", "12,7 mm", "12,7 мм", "12,7 ملم", "12.7毫米"),
            ("14,5 mm", "14.5 mm", "14,5 mm", "14,5 мм", "14,5 ملم", "14.5毫米"),
        ),
    ),
    "multiple/double triple": ValueRow(
        (
            "Décide de {} le nombre d’observateurs ;",
            "Decides to {} the number of observers;",
            "Decide {} el número de observadores;",
            "постановляет {} число наблюдателей;",
            "تقرر زيادة عدد المراقبين {}؛",
            "决定将观察员人数{}；",
        ),
        (
            ("doubler", "double", "duplicar", "удвоить", "إلى الضعف", "增加一倍"),
            ("tripler", "triple", "triplicar", "утроить", "إلى ثلاثة أضعاف", "增加两倍"),
        ),
    ),
    "group of": ValueRow(
        REAFFIRM,
        (
            (
                "la position du Groupe des 77",
                "the position of the Group of 77",
                "la posición del Grupo de los 77",
                "позицию Группы 77",
                "موقف مجموعة الـ 77",
                "77国集团的立场",
            ),
            (
                "la position du Groupe des 20",
                "the position of the Group of 20",
                "la posición del Grupo de los 20",
                "позицию Группы 20",
                "موقف مجموعة الـ 20",
                "20国集团的立场",
            ),
        ),
    ),
    "scale/decimal": ValueRow(
        (
            "Décide que la quote-part est fixée à {} ;",
            "Decides that the rate of assessment shall be {};",
            "Decide que la cuota sea del {};",
            "постановляет установить ставку взноса в {};",
            "تقرر أن يكون معدل النصيب المقرر {}؛",
            "决定分摊比率为{}；",
        ),
        (
            ("0,022 pour cent", "0.022 per cent", "0,022 %", "0,022 процента", "0,022 في المائة", "0.022%"),
            ("0,023 pour cent", "0.023 per cent", "0,023 %", "0,023 процента", "0,023 في المائة", "0.023%"),
        ),
    ),
    "rule": ValueRow(
        APPLY,
        (
            (
                "l’article 150 du Règlement intérieur",
                "rule 150 of the rules of procedure",
                "el artículo 150 del Reglamento",
                "правило 150 правил процедуры",
                "المادة 150 من النظام الداخلي",
                "议事规则第150条",
            ),
            (
                "l’article 160 du Règlement intérieur",
                "rule 160 of the rules of procedure",
                "el artículo 160 del Reglamento",
                "правило 160 правил процедуры",
                "المادة 160 من النظام الداخلي",
                "议事规则第160条",
            ),
        ),
    ),
    "year/five digits": ValueRow(
        HOLD,
        (
            ("en 2085", "in 2085", "en 2085", "в 2085 году", "في عام 2085", "于2085年"),
            ("en 20085", "in 20085", "en 20085", "в 20085 году", "في عام 20085", "于20085年"),
        ),
    ),
    "protocol/number": ValueRow(
        REAFFIRM,
        (
            (
                "le Protocole additionnel I",
                "Additional Protocol I",
                "el Protocolo Adicional I",
                "Дополнительный протокол I",
                "البروتوكول الإضافي الأول",
                "《第一附加议定书》",
            ),
            (
                "le Protocole additionnel II",
                "Additional Protocol II",
                "el Protocolo Adicional II",
                "Дополнительный протокол II",
                "البروتوكول الإضافي الثاني",
                "《第二附加议定书》",
            ),
        ),
    ),
    "decade/named": ValueRow(
        REAFFIRM,
        (
            (
                "la deuxième Décennie internationale",
                "the Second International Decade",
                "el Segundo Decenio Internacional",
                "второе Международное десятилетие",
                "العقد الدولي الثاني",
                "第二个国际十年",
            ),
            (
                "la troisième Décennie internationale",
                "the Third International Decade",
                "el Tercer Decenio Internacional",
                "третье Международное десятилетие",
                "العقد الدولي الثالث",
                "第三个国际十年",
            ),
        ),
    ),
    "as at": ValueRow(
        (
            "Note les arriérés enregistrés au {} ;",
            "Notes the arrears as at {};",
            "Observa los atrasos registrados al {};",
            "отмечает задолженность по состоянию на {};",
            "تلاحظ المتأخرات حتى {}؛",
            "注意到截至{}的欠款；",
        ),
        (
            (
                "31 décembre 2024",
                "31 December 2024",
                "31 de diciembre de 2024",
                "31 декабря 2024 года",
                "31 كانون الأول/ديسمبر 2024",
                "2024年12月31日",
            ),
            (
                "31 décembre 2023",
                "31 December 2023",
                "31 de diciembre de 2023",
                "31 декабря 2023 года",
                "31 كانون الأول/ديسمبر 2023",
                "2023年12月31日",
            ),
        ),
    ),
    "next/last days": ValueRow(
        HOLD,
        (
            (
                "dans les 10 jours suivant l’adoption",
                "within 10 days of the adoption",
                "en los 10 días siguientes a la aprobación",
                "в течение 10 дней после принятия",
                "في غضون 10 أيام من الاتخاذ",
                "于通过后10天内",
            ),
            (
                "dans les 10 semaines suivant l’adoption",
                "within 10 weeks of the adoption",
                "en las 10 semanas siguientes a la aprobación",
                "в течение 10 недель после принятия",
                "في غضون 10 أسابيع من الاتخاذ",
                "于通过后10周内",
            ),
        ),
    ),
    "item/agenda": ValueRow(
        (
            "Décide d’inscrire le point {} à son ordre du jour ;",
            "Decides to include item {} in its agenda;",
            "Decide incluir el tema {} en su programa;",
            "постановляет включить пункт {} в свою повестку дня;",
            "تقرر إدراج البند {} في جدول أعمالها؛",
            "决定将项目{}列入议程；",
        ),
        (
            ("134",) * 6,
            ("143",) * 6,
        ),
    ),
}
