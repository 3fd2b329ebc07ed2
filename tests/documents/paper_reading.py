"""Reading PDFs back with pypdfium2 and pypdf: text, boxes, fonts, content."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pypdfium2

Box = tuple[float, float, float, float]


def pages_text(data: bytes) -> list[str]:
    """The text of every page, lines as drawn, no-break spaces as spaces."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [
            page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\u00a0", " ").replace("\ufffe", "")
            for page in document
        ]
    finally:
        document.close()


def text(data: bytes) -> str:
    """All text in one line, spaces single."""
    return " ".join(" ".join(pages_text(data)).split())


def boxes(data: bytes) -> list[tuple[tuple[float, float], list[tuple[str, Box]]]]:
    """For every page its size and the boxes (left, bottom, right, top) of its runs of text."""
    document = pypdfium2.PdfDocument(data)
    found = []
    try:
        for page in document:
            textpage = page.get_textpage()
            rects = [textpage.get_rect(n) for n in range(textpage.count_rects())]
            found.append((page.get_size(), [(textpage.get_text_bounded(*rect), rect) for rect in rects]))
    finally:
        document.close()
    return found


def reader(data: bytes) -> pypdf.PdfReader:
    """The PDF as pypdf sees it, in strict mode."""
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def fonts(data: bytes) -> dict[str, bool]:
    """Names of all fonts used on pages and in forms, and whether each is embedded."""
    found: dict[str, bool] = {}

    def look(resources: object) -> None:
        resources = resources.get_object()  # type: ignore[attr-defined]
        for font in (resources.get("/Font") or {}).values():
            face = font.get_object()
            descriptor = face.get("/FontDescriptor")
            found[str(face["/BaseFont"])] = bool(descriptor and "/FontFile2" in descriptor.get_object())
        for form in (resources.get("/XObject") or {}).values():
            inner = form.get_object().get("/Resources")
            if inner is not None:
                look(inner)

    for page in reader(data).pages:
        look(page["/Resources"])
    return found


def external(name: str) -> str | None:
    """A program to check with besides, where it is installed."""
    return shutil.which(name)


def qpdf_complaint(data: bytes, folder: Path) -> str:
    """What qpdf says against the file; empty when nothing, and where it is not installed."""
    if external("qpdf") is None:
        return ""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 and "WARNING" not in done.stderr else done.stdout + done.stderr
