"""QR codes out of pictures: a photograph, a scan, a screenshot, a PDF. Nothing in them is run, and nothing is kept."""

import io
import warnings
from typing import TYPE_CHECKING

from app.core.errors import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 60_000_000
#: A telephone makes at most some 200 million points; a picture that would fill the memory has more.
_MOST_POINTS = 210_000_000
_LONGEST_SIDE = 5000
_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")
_PAGES = 30
#: A page is read at 200 dots an inch: five for each square of a certificate's QR.
_SCALE = 200 / 72


def read(content: bytes, file: str = "") -> tuple[str, ...]:
    """The texts of all QR codes in a picture or on the pages of a PDF, each once, in order.

    Refused: ``picture_unreadable``, ``picture_too_large``, ``picture_no_code``.
    """
    if len(content) > LARGEST_FILE:
        raise Refused("picture_too_large", file=file)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        found = _of_pdf(content, file)
    else:
        found = _of_picture(_picture(content, file))
    if not found:
        raise Refused("picture_no_code", file=file)
    return tuple(dict.fromkeys(found))


def _picture(content: bytes, file: str) -> "Image":
    """A picture in grey, upright, no larger than is useful."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            # The size is looked at below, before anything is unpacked.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture: Image.Image = Image.open(io.BytesIO(content), formats=_FORMATS)
            if picture.width * picture.height > _MOST_POINTS:
                raise Refused("picture_too_large", file=file)
            # A JPEG is unpacked no larger than is useful.
            picture.draft("L", (_LONGEST_SIDE, _LONGEST_SIDE))
            if "A" in picture.getbands() or "transparency" in picture.info:
                coloured = picture.convert("RGBA")
                ground = Image.new("RGBA", coloured.size, "white")
                ground.alpha_composite(coloured)
                picture = ground
            grey = ImageOps.exif_transpose(picture.convert("L"))
    except Image.DecompressionBombError:
        raise Refused("picture_too_large", file=file) from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError):
        # Pillow tells of damaged files in all these ways.
        raise Refused("picture_unreadable", file=file) from None
    if max(grey.size) > _LONGEST_SIDE:
        grey.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return grey


def _of_picture(picture: "Image") -> list[str]:
    """The codes of a picture; a small or a bad one is looked at again enlarged, then smoothed."""
    found = _codes(picture)
    if found:
        return found
    from PIL import Image, ImageFilter

    for times in (2, 3, 4):
        if max(picture.size) * times > _LONGEST_SIDE:
            break
        larger = picture.resize((picture.width * times, picture.height * times), Image.Resampling.BICUBIC)
        found = _codes(larger)
        if found:
            return found
    if max(picture.size) > 1600:
        for longest in (2400, 1600):
            smaller = picture.filter(ImageFilter.GaussianBlur(1))
            smaller.thumbnail((longest, longest))
            found = _codes(smaller)
            if found:
                return found
    return []


def _codes(picture: "Image") -> list[str]:
    import zxingcpp

    read_codes = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text for code in read_codes if code.text]


def _of_pdf(content: bytes, file: str) -> list[str]:
    """The codes of the first pages of a PDF, each page as a picture."""
    import pypdfium2

    found: list[str] = []
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise Refused("picture_unreadable", file=file) from None
    try:
        for number in range(min(len(document), _PAGES)):
            page = document[number]
            scale = min(_SCALE, _LONGEST_SIDE / max(1.0, *page.get_size()))
            found += _of_picture(page.render(scale=scale, grayscale=True).to_pil().convert("L"))
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        raise Refused("picture_unreadable", file=file) from None
    finally:
        document.close()
    return found
