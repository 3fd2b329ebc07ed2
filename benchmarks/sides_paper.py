"""Paper: 1,000 bilingual certificates with a signed QR, and a long agenda, against the bare reportlab canvas."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.clock import measured
from benchmarks.papers import CERTIFICATES, LANGUAGES, agenda_paper, certificates_paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.documents.agenda_data import AgendaItem
    from app.documents.certificate_data import CertificatesPaper

_FONTS = {"Plain": "SourceSans3-Regular", "Strong": "SourceSans3-SemiBold", "Large": "SourceSerif4-SemiBold"}
_MM = 72 / 25.4


def _pages(content: bytes) -> int:
    from pypdfium2 import PdfDocument

    return len(PdfDocument(content))


def certificates(_folder: Path) -> None:
    """Ours."""
    from app.documents.certificate_data import CertificateOptions
    from app.documents.certificates import build

    paper = certificates_paper(CERTIFICATES)
    with measured():
        content = build(paper, CertificateOptions(*LANGUAGES))
    assert _pages(content) >= CERTIFICATES


def bare_certificates(_folder: Path) -> None:
    """Names and number on one form by the bare canvas, without a QR."""
    _bare_certificates(lambda _canvas, _text: None)


def certificates_with_widget(_folder: Path) -> None:
    """The same with reportlab's own QR widget on each page."""
    _bare_certificates(_widget)


def _widget(canvas: "Canvas", text: str) -> None:
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing

    code = QrCodeWidget(text, barLevel="M")
    left, bottom, right, top = code.getBounds()
    side = 24 * _MM
    drawing = Drawing(side, side, transform=[side / (right - left), 0, 0, side / (top - bottom), 0, 0])
    drawing.add(code)
    renderPDF.draw(drawing, canvas, 243 * _MM, 28 * _MM)


def _bare_certificates(draw_code: Callable[["Canvas", str], None]) -> None:
    paper = certificates_paper(CERTIFICATES)
    with measured():
        draw_bare(paper, draw_code)


def draw_bare(paper: "CertificatesPaper", draw_code: Callable[["Canvas", str], None]) -> bytes:
    """The certificates by the bare canvas; ``draw_code`` draws what stands for the QR."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen.canvas import Canvas

    _register()
    target = BytesIO()
    canvas = Canvas(target, pagesize=landscape(A4), pageCompression=1)
    middle = 148.5 * _MM
    canvas.beginForm("page")
    for inset in (10, 12):
        edge = inset * _MM
        canvas.rect(edge, edge, 297 * _MM - 2 * edge, 210 * _MM - 2 * edge)
    canvas.setFont("Large", 24)
    canvas.drawCentredString(middle, 156 * _MM, "СЕРТИФІКАТ УЧАСТІ")
    canvas.setFont("Plain", 13)
    for number, line in enumerate((*paper.event.title, *paper.event.place, paper.event.issuer)):
        canvas.drawCentredString(middle, (105 - 6 * number) * _MM, line)
    canvas.endForm()
    for one in paper.certificates:
        canvas.doForm("page")
        canvas.setFont("Large", 34)
        canvas.drawCentredString(middle, 129 * _MM, one.holder.formal("uk"))
        canvas.setFont("Large", 25)
        canvas.drawCentredString(middle, 119 * _MM, one.holder.formal("en"))
        canvas.setFont("Strong", 10)
        canvas.drawRightString(239.5 * _MM, 45 * _MM, one.number)
        canvas.drawRightString(239.5 * _MM, 35 * _MM, one.code)
        draw_code(canvas, f"{one.number} {one.code}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def agenda(_folder: Path) -> None:
    """Ours."""
    from app.documents.agenda import build
    from app.documents.agenda_data import AgendaOptions

    paper = agenda_paper()
    with measured():
        content = build(paper, AgendaOptions("en"))
    assert _pages(content) >= 10


def bare_agenda(_folder: Path) -> None:
    """The same items by hand: five columns of wrapped text between rules, page after page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    paper = agenda_paper()
    with measured():
        _register()
        canvas = Canvas(BytesIO(), pagesize=A4, pageCompression=1)
        y = A4[1] - 60 * _MM
        for day in paper.days:
            y = _room(canvas, y, 40)
            canvas.setFont("Strong", 11)
            canvas.drawString(20 * _MM, y, f"{day.day:%A %d %B %Y}   {day.place.first}   {day.theme.first}")
            y -= 18
            for item in day.items:
                y = _row(canvas, item, y)
        canvas.save()


def _row(canvas: "Canvas", item: "AgendaItem", y: float) -> float:
    from reportlab.lib.utils import simpleSplit

    assert item.start
    assert item.end
    who = ", ".join(f"{one.name.shown('en') if one.name else ''} {one.position.first}" for one in item.speakers)
    cells = (
        (20, 22, "Plain", (f"{item.start:%H:%M} – {item.end:%H:%M}",)),
        (43, 62, "Strong", (item.title.first, item.description.first)),
        (107, 34, "Plain", (who,)),
        (143, 26, "Plain", (item.venue.first,)),
        (171, 22, "Plain", (item.notes.first,)),
    )
    columns = [
        (left, font, [line for text in texts if text for line in simpleSplit(text, font, 9, width * _MM)])
        for left, width, font, texts in cells
    ]
    height = 11 * max(len(lines) for _, _, lines in columns) + 6
    y = _room(canvas, y, height)
    canvas.line(20 * _MM, y + 10, 193 * _MM, y + 10)
    for left, font, lines in columns:
        canvas.setFont(font, 9)
        for number, line in enumerate(lines):
            canvas.drawString(left * _MM, y - 11 * number, line)
    return y - height


def _room(canvas: "Canvas", y: float, height: float) -> float:
    if y - height > 20 * _MM:
        return y
    canvas.showPage()
    return 275 * _MM


def _register() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from app.core.paths import resources

    for name, file in _FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / f"{file}.ttf")))
