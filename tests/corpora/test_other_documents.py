"""Reports and letters in six languages and three formats: no resolutions, whatever their mastheads name. Texts are made up."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from corpora.errors import NoResolutionError
from corpora.reading import read_resolution
from corpora.structure.addresses import address_of
from corpora.text_documents import TextDocument, read_text_document
from reports.messages.catalogue import breakable, say_address
from tests.failing_kinds.texts import LANGUAGES, written
from tests.support.command_line import run

REPORTS = {
    "fr": ("A/86/321", "Assemblée générale", "Distr. générale", "12 août 2031", "Français", "Original : anglais", "Quatre-vingt-sixième session", "Point 72 de l’ordre du jour provisoire*", "La sécurité routière dans les États insulaires", "Rapport du Secrétaire général", "Le présent rapport est soumis en application de la résolution 85/12. Il couvre la période allant du 1er juillet 2030 au 30 juin 2031.", "I. Introduction", "1. Des informations ont été reçues de 24 États Membres. Trois d’entre eux n’ont pas envoyé de données sur les accidents.", "II. Faits nouveaux", "2. Le nombre d’accidents a diminué de 12 pour cent. Toutefois, le nombre de cyclistes tués a augmenté :", "a) Dans les villes, de 3 pour cent;", "b) Sur les routes de campagne, de 5 pour cent.", "3. Le Secrétaire général recommande à l’Assemblée de prendre note du présent rapport."),
    "en": ("A/86/321", "General Assembly", "Distr.: General", "12 August 2031", "English", "Original: English", "Eighty-sixth session", "Item 72 of the provisional agenda*", "Road safety in island States", "Report of the Secretary-General", "The present report is submitted pursuant to resolution 85/12. It covers the period from 1 July 2030 to 30 June 2031.", "I. Introduction", "1. Information was received from 24 Member States. Three of them sent no data on accidents.", "II. Developments", "2. The number of accidents fell by 12 per cent. However, the number of cyclists killed rose:", "(a) In towns, by 3 per cent;", "(b) On country roads, by 5 per cent.", "3. The Secretary-General recommends that the Assembly take note of the present report."),
    "es": ("A/86/321", "Asamblea General", "Distr. general", "12 de agosto de 2031", "Español", "Original: inglés", "Octogésimo sexto período de sesiones", "Tema 72 del programa provisional*", "La seguridad vial en los Estados insulares", "Informe del Secretario General", "Este informe se presenta en cumplimiento de la resolución 85/12. Abarca el período comprendido entre el 1 de julio de 2030 y el 30 de junio de 2031.", "I. Introducción", "1. Se recibió información de 24 Estados Miembros. Tres de ellos no enviaron datos sobre accidentes.", "II. Novedades", "2. El número de accidentes se redujo en un 12 %. Sin embargo, el número de ciclistas muertos aumentó:", "a) En las ciudades, un 3 %;", "b) En las carreteras rurales, un 5 %.", "3. El Secretario General recomienda que la Asamblea tome nota del presente informe."),
    "ru": ("A/86/321", "Генеральная Ассамблея", "Distr.: General", "12 August 2031", "Russian", "Original: English", "Восемьдесят шестая сессия", "Пункт 72 предварительной повестки дня*", "Безопасность дорожного движения в островных государствах", "Доклад Генерального секретаря", "Настоящий доклад представлен во исполнение резолюции 85/12. Он охватывает период с 1 июля 2030 года по 30 июня 2031 года.", "I. Введение", "1. Информация поступила от 24 государств-членов. Три из них не направили данных об авариях.", "II. События", "2. Число аварий сократилось на 12 процентов. Однако число погибших велосипедистов увеличилось:", "a) в городах — на 3 процента;", "b) на сельских дорогах — на 5 процентов.", "3. Генеральный секретарь рекомендует Ассамблее принять к сведению настоящий доклад."),
    "ar": ("A/86/321", "الجمعية العامة", "Distr.: General", "12 August 2031", "Arabic", "Original: English", "الدورة السادسة والثمانون", "البند 72 من جدول الأعمال المؤقت*", "السلامة على الطرق في الدول الجزرية", "تقرير الأمين العام", "هذا التقرير مقدم عملا بالقرار 85/12. وهو يغطي الفترة من 1 تموز/يوليه 2030 إلى 30 حزيران/يونيه 2031.", "أولا - مقدمة", "1 - وردت معلومات من 24 دولة عضوا. ولم ترسل ثلاث منها بيانات عن الحوادث.", "ثانيا - التطورات", "2 - وانخفض عدد الحوادث بنسبة 12 في المائة. بيد أن عدد القتلى من راكبي الدراجات ارتفع:", "(أ) في المدن، بنسبة 3 في المائة؛", "(ب) في الطرق الريفية، بنسبة 5 في المائة.", "3 - ويوصي الأمين العام بأن تحيط الجمعية علما بهذا التقرير."),
    "zh": ("A/86/321", "大会", "Distr.: General", "12 August 2031", "Chinese", "Original: English", "第八十六届会议", "临时议程*项目72", "岛屿国家的道路安全", "秘书长的报告", "本报告根据第85/12号决议提交。报告所述期间为2030年7月1日至2031年6月30日。", "一. 导言", "1. 收到了24个会员国提供的资料。其中三个没有提供事故数据。", "二. 事态发展", "2. 事故数量减少了12%。但是，死亡的骑自行车者人数增加了：", "(a) 在城镇，增加3%；", "(b) 在乡村道路上，增加5%。", "3. 秘书长建议大会表示注意到本报告。"),
}  # fmt: skip
LETTERS = {
    "fr": ("S/2031/77", "Conseil de sécurité", "Distr. générale", "3 février 2031", "Français", "Original : anglais", "Lettre datée du 2 février 2031, adressée à la Présidente du Conseil de sécurité par la Représentante permanente de la Ruritanie", "J’ai l’honneur de vous faire tenir ci-joint une lettre datée du 1er février 2031 (voir annexe).", "La situation à la frontière s’est aggravée depuis le 15 janvier. Quatre personnes ont été tuées et 12 blessées.", "Je vous serais obligée de bien vouloir faire distribuer le texte de la présente lettre comme document du Conseil."),
    "en": ("S/2031/77", "Security Council", "Distr.: General", "3 February 2031", "English", "Original: English", "Letter dated 2 February 2031 from the Permanent Representative of Ruritania addressed to the President of the Security Council", "I have the honour to transmit herewith a letter dated 1 February 2031 (see annex).", "The situation at the border has worsened since 15 January. Four people were killed and 12 wounded.", "I should be grateful if you would have the present letter circulated as a document of the Council."),
    "es": ("S/2031/77", "Consejo de Seguridad", "Distr. general", "3 de febrero de 2031", "Español", "Original: inglés", "Carta de fecha 2 de febrero de 2031 dirigida a la Presidencia del Consejo de Seguridad por la Representante Permanente de Ruritania", "Tengo el honor de transmitir adjunta una carta de fecha 1 de febrero de 2031 (véase el anexo).", "La situación en la frontera ha empeorado desde el 15 de enero. Cuatro personas resultaron muertas y 12 heridas.", "Le agradecería que tuviera a bien hacer distribuir la presente carta como documento del Consejo."),
    "ru": ("S/2031/77", "Совет Безопасности", "Distr.: General", "3 February 2031", "Russian", "Original: English", "Письмо Постоянного представителя Руритании от 2 февраля 2031 года на имя Председателя Совета Безопасности", "Имею честь настоящим препроводить письмо от 1 февраля 2031 года (см. приложение).", "Положение на границе ухудшилось с 15 января. Четыре человека погибли и 12 получили ранения.", "Буду признательна за распространение настоящего письма в качестве документа Совета."),
    "ar": ("S/2031/77", "مجلس الأمن", "Distr.: General", "3 February 2031", "Arabic", "Original: English", "رسالة مؤرخة 2 شباط/فبراير 2031 موجهة إلى رئيسة مجلس الأمن من الممثلة الدائمة لروريتانيا", "أتشرف بأن أحيل طيه رسالة مؤرخة 1 شباط/فبراير 2031 (انظر المرفق).", "وقد تفاقمت الحالة على الحدود منذ 15 كانون الثاني/يناير. وقتل أربعة أشخاص وجرح 12 شخصا.", "وسأغدو ممتنة لو تفضلتم بتعميم هذه الرسالة باعتبارها وثيقة من وثائق المجلس."),
    "zh": ("S/2031/77", "安全理事会", "Distr.: General", "3 February 2031", "Chinese", "Original: English", "2031年2月2日鲁里坦尼亚常驻代表给安全理事会主席的信", "谨随信转递2031年2月1日的信（见附件）。", "自1月15日以来，边界局势恶化。四人死亡，12人受伤。", "请将本函作为安理会文件分发为荷。"),
}  # fmt: skip
FORMATS = (".txt", ".html", ".docx")
_SECTION = re.compile(r"(?:I{1,2}|[一二])\. |أولا|ثانيا")


def document_of(lines: tuple[str, ...], path: Path) -> Path:
    """The lines in a file; in Word as the templates of the United Nations have them, with the masthead in a table."""
    if path.suffix != ".docx":
        return written(lines, path)
    document = docx.Document()
    for name in ("_ H_1", "_ Single Txt"):
        document.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 1).text, table.cell(1, 0).text = lines[:2]
    table.cell(1, 1).text = "\n".join(lines[2:6])
    for line in lines[6:]:
        document.add_paragraph(line, style="_ H_1" if _SECTION.match(line) else "_ Single Txt")
    document.save(str(path))
    return path


def read(lines: tuple[str, ...], path: Path, code: str) -> TextDocument:
    file = document_of(lines, path)
    with pytest.raises(NoResolutionError):
        read_resolution(file)
    found = read_text_document(file)
    assert found.language == code
    return found


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_report_is_paragraphs_by_number_and_sentences(code: str, suffix: str, tmp_path: Path) -> None:
    found = read(REPORTS[code], tmp_path / f"report{suffix}", code)
    assert (found.symbol, found.title) == ("A/86/321", REPORTS[code][8])
    # Title, kind of document, two sentences of the summary, a heading …: the masthead is no part of it.
    assert [p.number for p in found.paragraphs if p.number][:3] == ["1", "2", found.paragraphs[-3].number]
    assert {a.reason for a in found.set_aside} >= {"masthead"}
    said = [breakable(say_address(address_of(found, p.id), "en")) for p in found.paragraphs]
    assert said[:4] == ["1st paragraph", "2nd paragraph", "3rd paragraph, 1st sentence", "3rd paragraph, 2nd sentence"]
    assert {"para. 1, 1st sentence", "para. 1, 2nd sentence", "para. 3"} <= set(said)
    point = {"ar": ("a", "ا")}.get(code, ("a",))
    assert any(f"para. 2 ({mark})" in said for mark in point)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_letter_has_its_symbol_and_title(code: str, suffix: str, tmp_path: Path) -> None:
    found = read(LETTERS[code], tmp_path / f"letter{suffix}", code)
    assert (found.symbol, found.title) == ("S/2031/77", LETTERS[code][6])
    assert [p.id for p in found.paragraphs] == ["p1", "p2", "p3.s1", "p3.s2", "p4"]


def test_a_text_without_a_symbol_loses_no_line(tmp_path: Path) -> None:
    found = read(
        ("12 August 2031", "General Assembly", "Some words of a diary. Nothing else."), tmp_path / "d.txt", "en"
    )
    assert [p.id for p in found.paragraphs] == ["p1", "p2", "p3.s1", "p3.s2"]


@pytest.mark.slow
def test_six_versions_are_checked_from_a_folder_with_a_letter_beside(tmp_path: Path) -> None:
    for k, code in enumerate(LANGUAGES):
        document_of(REPORTS[code], tmp_path / f"{code} N{k}{FORMATS[k % 3]}")
    for code in ("fr", "en"):
        document_of(LETTERS[code], tmp_path / f"letter {code}.txt")
    out = run("check", f"{tmp_path}#A/86/321")
    assert "A/86/321 (fr en es ru ar zh)" in out and "no findings" in out
    assert "3rd paragraph, 1st sentence" in run("align", f"{tmp_path}#S/2031/77")
    run("review", f"{tmp_path}#A/86/321", "--export", tmp_path / "decisions.json")
    shown = run("read", f"{tmp_path}#A/86/321", "--language", "zh")
    assert shown.startswith("A/86/321  –  Chinese") and "3rd paragraph, 2nd sentence" in shown
    english = tmp_path / "en N1.html"
    english.write_text(english.read_text("utf-8").replace("fell by 12", "fell by 13"), encoding="utf-8")
    assert "para. 2, 1st sentence" in run("check", f"{tmp_path}#A/86/321")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_masthead_of_two_bodies_is_no_text(code: str, tmp_path: Path) -> None:
    lines = REPORTS[code]
    item, number, body = lines[9], lines[7], lines[1]
    found = read((*lines[:8], item, body, number, item, *lines[8:]), tmp_path / "declaration.txt", code)
    alone = read(lines, tmp_path / "report.txt", code)
    assert found.title == lines[8]
    assert [p.text for p in found.paragraphs] == [p.text for p in alone.paragraphs]
    assert found.particulars.agenda_title == f"{item} {item}"
