"""Pages of a PDF as pictures, for the preview and for printers."""

import atexit
import threading
from dataclasses import dataclass
from typing import Any

from app.core.errors import Refused

#: The renderer must never work in two threads at once.
_ONE_AT_A_TIME = threading.Lock()
#: The last documents that were drawn from, by their content: opening a thousand pages for each of them takes its time.
_OPEN: list[tuple[bytes, Any]] = []
_MOST_OPEN = 2


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
    with _ONE_AT_A_TIME:
        document = _document(content)
        return tuple(document.get_page_size(number) for number in range(len(document)))


def render(content: bytes, page: int, scale: float) -> PagePicture:
    """One page (from 0); ``scale`` is pixels a point. Refused(``pdf_unreadable``)."""
    with _ONE_AT_A_TIME:
        document = _document(content)
        opened = document[page]
        try:
            bitmap = opened.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            picture = PagePicture(page, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            return picture
        finally:
            opened.close()


def forget() -> None:
    """Close what is kept open: the page that showed it is gone."""
    with _ONE_AT_A_TIME:
        while _OPEN:
            _OPEN.pop()[1].close()


def _document(content: bytes) -> Any:
    """The open document of a content, the former ones closed when they are too many; the lock must be held."""
    import pypdfium2

    for number, (known, document) in enumerate(_OPEN):
        if known is content:
            _OPEN.append(_OPEN.pop(number))
            return document
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise Refused("pdf_unreadable") from None
    if not _OPEN:
        # Before the library ends, which complains of documents that are open still; once is enough.
        atexit.unregister(forget)
        atexit.register(forget)
    _OPEN.append((content, document))
    while len(_OPEN) > _MOST_OPEN:
        _OPEN.pop(0)[1].close()
    return document
