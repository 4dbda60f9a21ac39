"""One small table in six languages, and the same as PDF from each printer: words of our own, no document of the Organization."""

from __future__ import annotations

import html
import io
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.shared import Cm
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as Flowable
from reportlab.platypus import SimpleDocTemplate, Table

from reports.exporters.pdf import print_page
from tests.support import office

ROWS: dict[str, list[list[str]]] = {
    "fr": [
        ["État ou zone", "Mesure à prendre avant la fin de la période", "Part"],
        ["République démocratique du Congo", "Renforcement de la commission nationale et de ses bureaux régionaux, avec deux rapports par an", "12,5"],
        ["Belgique", "Formation des agents des douanes", "7"],
    ],
    "en": [
        ["State or area", "Measure to be taken by the end of the period", "Share"],
        ["Democratic Republic of the Congo", "Strengthening of the national commission and its regional offices, with two reports a year", "12.5"],
        ["Belgium", "Training of customs officers", "7"],
    ],
    "es": [
        ["Estado o zona", "Medida que se ha de adoptar antes del fin del período", "Cuota"],
        ["República Democrática del Congo", "Fortalecimiento de la comisión nacional y de sus oficinas regionales, con dos informes al año", "12,5"],
        ["Bélgica", "Capacitación de los funcionarios de aduanas", "7"],
    ],
    "ru": [
        ["Государство или район", "Мера, подлежащая принятию до конца периода", "Доля"],
        ["Демократическая Республика Конго", "Укрепление национальной комиссии и ее региональных отделений с двумя докладами в год", "12,5"],
        ["Бельгия", "Подготовка сотрудников таможни", "7"],
    ],
    "ar": [
        ["الدولة أو المنطقة", "التدبير الواجب اتخاذه قبل نهاية الفترة", "الحصة"],
        ["جمهورية الكونغو الديمقراطية", "تعزيز اللجنة الوطنية ومكاتبها الإقليمية، مع تقديم تقريرين في السنة", "12,5"],
        ["بلجيكا", "تدريب موظفي الجمارك", "7"],
    ],
    "zh": [
        ["国家或地区", "在期限结束前应采取的措施", "份额"],
        ["刚果民主共和国", "加强国家委员会及其各区域办事处的工作，每年提交两次报告，并与区域各国协商", "12.5"],
        ["比利时", "培训海关官员", "7"],
    ],
}  # fmt: skip
"""By language the rows of a table, of three cells each; the first row is its head."""

AROUND = {
    "fr": ("Décide que les parts sont les suivantes :", "Prie le Secrétaire général de faire rapport à ce sujet."),
    "en": ("Decides that the shares are as follows:", "Requests the Secretary-General to report thereon."),
    "es": ("Decide que las cuotas son las siguientes:", "Solicita al Secretario General que informe al respecto."),
    "ru": ("постановляет, что доли распределяются следующим образом:", "просит Генерального секретаря представить доклад."),
    "ar": ("يقرر أن تكون الحصص على النحو التالي:", "يطلب إلى الأمين العام أن يقدم تقريرا عن ذلك."),
    "zh": ("决定份额如下：", "请秘书长就此提出报告。"),
}  # fmt: skip
"""By language the paragraphs before and after the table."""

_WIDTHS = (3.0, 4.6, 1.8)
"""Centimetres of the columns."""


def expected(code: str, times: int = 1) -> list[str]:
    """The blocks of the document in order, its rows that many times."""
    before, after = AROUND[code]
    head, *rows = ROWS[code]
    return [f"1. {before}", *head, *(cell for _ in range(times) for row in rows for cell in row), f"2. {after}"]


def plain_table_of(code: str, *, rules: Sequence[tuple[object, ...]] = (), times: int = 1) -> bytes:
    """The document by reportlab (Latin letters only), the head of its table printed again on each page."""
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12)
    before, after = AROUND[code]
    head, *rows = ROWS[code]
    cells = [[Flowable(html.escape(cell), body) for cell in row] for row in [head, *rows * times]]
    style = list(rules) or [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    table = Table(
        cells, [28.35 * w for w in _WIDTHS], repeatRows=1, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *style]
    )
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build([Flowable(f"1. {before}", body), table, Flowable(f"2. {after}", body)])
    return buffer.getvalue()


def office_table_of(code: str) -> bytes:
    """The document by LibreOffice, with rules on all sides of the cells."""
    document = docx.Document()
    before, after = AROUND[code]
    _put(document.add_paragraph(), f"1. {before}", code)
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    if code == "ar":
        table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    for row in ROWS[code]:
        for cell, text, width in zip(table.add_row().cells, row, _WIDTHS, strict=True):
            cell.width = Cm(width)
            _put(cell.paragraphs[0], text, code)
    _put(document.add_paragraph(), f"2. {after}", code)
    buffer = io.BytesIO()
    document.save(buffer)
    return office.printed(buffer.getvalue())


def _put(paragraph: docx.text.paragraph.Paragraph, text: str, code: str) -> None:
    run = paragraph.add_run(text)
    if code == "ar":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True


LEVEL, GRID, DOTTED, SHADED = (
    "border-top:1px solid;border-bottom:1px solid",
    "border:1px solid",
    "border:1px dotted #888",
    "background:#eee;border:2px solid white",
)
"""Style sheets of cells with rules between rows alone, on all sides, of dots, and with their ground shaded instead."""


def browser_table_of(code: str, cell: str, times: int = 1) -> bytes:
    """The document by Chromium, its cells by a style sheet, the head of the table printed again on each page."""
    before, after = AROUND[code]
    head, *rows = ROWS[code]

    def line(row: Sequence[str], tag: str) -> str:
        cells = zip(row, _WIDTHS, strict=True)
        return "<tr>" + "".join(f"<{tag} style='width:{width}cm'>{html.escape(text)}" for text, width in cells)

    style = (
        "@page{margin:3cm}body{font:11pt serif}table{border-collapse:collapse}"
        f"td,th{{vertical-align:top;text-align:start;padding:3pt;{cell}}}"
    )
    page = (
        f"<!DOCTYPE html><html lang={code} dir={'rtl' if code == 'ar' else 'ltr'}><meta charset=utf-8><style>{style}</style>"
        f"<p>1. {before}</p><table><thead>{line(head, 'th')}</thead>{''.join(line(row, 'td') for row in rows * times)}</table>"
        f"<p>2. {after}</p>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        print_page(source, made)
        return made.read_bytes()


BY_BROWSER: dict[str, Callable[[str], bytes]] = {
    "grid": lambda code: browser_table_of(code, GRID),
    "level rules": lambda code: browser_table_of(code, LEVEL),
    "dots": lambda code: browser_table_of(code, DOTTED),
    "shaded": lambda code: browser_table_of(code, SHADED),
    "over pages": lambda code: browser_table_of(code, GRID, times=14),
}
