"""Paper: 30 certificates against LibreOffice converting 30 Word files of the same content (speed.md 6)."""

import shutil
import subprocess
from importlib import import_module
from pathlib import Path

from benchmarks.clock import measured
from benchmarks.papers import FEW_CERTIFICATES, LANGUAGES, certificates_paper, logo_file

_FOLDER = "word"


def make_letters(folder: Path, quick: bool) -> None:
    """The Word files that somebody would merge instead: logos, titles, names, sentence, signatures, number and code."""
    del quick
    target = folder / _FOLDER
    if target.exists():
        return
    from io import BytesIO

    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    target.mkdir()
    paper = certificates_paper(FEW_CERTIFICATES)
    event = paper.event
    for one in paper.certificates:
        document = Document()
        page = document.sections[0]
        page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        logos = document.add_paragraph().add_run()
        for colour in ("#1B3A63", "#8C1D18"):
            logos.add_picture(BytesIO(logo_file(colour)), height=Mm(12))
        lines = (
            ("СЕРТИФІКАТ ПРО УЧАСТЬ", 24),
            ("Certificate of Attendance", 17),
            (one.holder.formal("uk"), 34),
            (one.holder.formal("en"), 25),
            (f"{event.title.first}, {event.place.first}", 13),
            (f"{event.title.second}, {event.place.second}", 10),
            (" · ".join(topic.first for topic in event.topics), 9),
            (" · ".join(topic.second for topic in event.topics), 7),
        )
        for text, size in lines:
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(text).font.size = Pt(size)
        cells = document.add_table(1, 3).rows[0].cells
        cells[0].text = "\n".join(f"{who.name.signed('uk')}, {who.position.joined()}" for who in event.signatories)
        cells[1].text = f"{one.number}\n{one.code}"
        cells[2].paragraphs[0].add_run().add_picture(BytesIO(_code(one.signed)), height=Mm(30))
        document.add_paragraph(event.programme.joined())
        document.save(str(target / f"{one.number}.docx"))


def _code(text: str) -> bytes:
    """The code as the picture that a mail merge would hold."""
    from io import BytesIO

    from PIL import Image

    from app.documents.qr import modules

    rows = modules(text)
    picture = Image.frombytes(
        "L", (len(rows), len(rows)), b"".join(bytes(0 if dark else 255 for dark in r) for r in rows)
    )
    content = BytesIO()
    picture.resize((len(rows) * 8, len(rows) * 8), Image.Resampling.NEAREST).save(content, "PNG")
    return content.getvalue()


def _load() -> None:
    """The libraries, as in the other cases; what is measured is the work."""
    for name in ("reportlab.pdfgen.canvas", "reportlab.pdfbase.ttfonts", "reportlab.lib.utils", "PIL.PngImagePlugin"):
        import_module(name)


def certificates(folder: Path) -> None:
    """Ours: the batch as the window prints it."""
    from app.documents.certificate_data import CertificateOptions
    from app.documents.certificates import build

    _load()
    paper = certificates_paper(FEW_CERTIFICATES)
    with measured():
        content = build(paper, CertificateOptions(*LANGUAGES))
        (folder / "certificates.pdf").write_bytes(content)


def each_certificate(folder: Path) -> None:
    """Ours: a file for each, fonts and logos in every one of them."""
    from app.documents.certificate_data import CertificateOptions
    from app.documents.certificates import build_each

    _load()
    paper = certificates_paper(FEW_CERTIFICATES)
    with measured():
        for number, content in build_each(paper, CertificateOptions(*LANGUAGES)):
            (folder / f"{number}.pdf").write_bytes(content)


def converted(folder: Path) -> None:
    """LibreOffice, started once for all files."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed"
    target = folder / "office"
    files = sorted(str(file) for file in (folder / _FOLDER).glob("*.docx"))
    command = [
        office,
        f"-env:UserInstallation={(folder / 'office-profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(target),
        *files,
    ]
    with measured():
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    assert len(list(target.glob("*.pdf"))) == FEW_CERTIFICATES
