"""Pages of a PDF as pictures, for the preview and for printers."""

import threading
from dataclasses import dataclass

from app.core.errors import Refused

#: The renderer must never work in two threads at once.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A rendered page: four bytes a pixel (blue, green, red, unused), rows of ``stride`` bytes."""

    page: int
    width: int
    height: int
    stride: int
    pixels: bytes


def sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points; Refused(``pdf_unreadable``)."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            raise Refused("pdf_unreadable") from None
        try:
            return tuple(document.get_page_size(number) for number in range(len(document)))
        finally:
            document.close()


def render(content: bytes, page: int, scale: float) -> PagePicture:
    """One page (from 0); ``scale`` is pixels a point. Refused(``pdf_unreadable``)."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            raise Refused("pdf_unreadable") from None
        try:
            opened = document[page]
            bitmap = opened.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            picture = PagePicture(page, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            opened.close()
            return picture
        finally:
            document.close()
